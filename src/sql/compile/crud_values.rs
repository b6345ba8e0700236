//! The value of one column in INSERT or UPDATE: given, by default, or made by the database.

use super::crud::{CrudParam, Given, Modifiers};
use super::{CompileError, Compiler, DialectKind, Kw};
use crate::sql::build::self_group;
use crate::sql::dml::{Assigned, AssignedKey, Insert, Update};
use crate::sql::expr::{BindValue, Expr, ExprKind, Name};
use crate::sql::schema::{ColumnDefault, ColumnRef};
use crate::sql::value::Value;
use std::rc::Rc;

impl Compiler {
    /// Renders with the parameters inside collected.
    fn accumulate<T>(
        &mut self,
        render: impl FnOnce(&mut Self) -> Result<T, CompileError>,
    ) -> Result<(T, Vec<Rc<str>>), CompileError> {
        let outer = self.accumulate.replace(Vec::new());
        let result = render(self);
        let inner = std::mem::replace(&mut self.accumulate, outer).unwrap_or_default();
        if let Some(outer) = &mut self.accumulate {
            outer.extend(inner.iter().cloned());
        }
        Ok((result?, inner))
    }

    fn quoted_column(&self, column: &ColumnRef) -> String {
        self.dialect.quote(&column.name(), column.quote)
    }

    /// A value given for a column of INSERT: `_append_param_parameter`.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn insert_parameter(
        &mut self,
        column: &ColumnRef,
        given: Given,
        name: Rc<str>,
        is_auto: bool,
        modifiers: &Modifiers,
        returning: &mut Vec<ColumnRef>,
        kw: &Kw<'_>,
    ) -> Result<CrudParam, CompileError> {
        let is_null = match &given {
            Given::Required => true,
            Given::Value(value, _) => value.is_null(),
            Given::Expr(expr) => matches!(
                expr.kind(),
                ExprKind::Bind(bind) if matches!(bind.value, BindValue::Required | BindValue::Value(Value::Null))
            ),
        };
        if is_auto && is_null {
            // A NULL key is still filled in by the database.
            match &given {
                Given::Required if modifiers.postfetch_lastrowid => self.facts.dml.postfetch_lastrowid = true,
                _ if modifiers.implicit_returning => returning.push(column.clone()),
                Given::Required => {}
                _ if self.dialect.postfetch_lastrowid => self.facts.dml.postfetch_lastrowid = true,
                _ => {}
            }
        }
        let ((value, is_sql), bind_names) =
            self.accumulate(|compiler| compiler.given_text(column, given, &name, kw))?;
        if is_sql {
            if column.is_primary_key() {
                if modifiers.implicit_returning {
                    returning.push(column.clone());
                } else if self.dialect.postfetch_lastrowid {
                    self.facts.dml.postfetch_lastrowid = true;
                }
            } else if modifiers.returns_default(column) {
                returning.push(column.clone());
            } else {
                self.facts.dml.postfetch.push(column.clone());
            }
        }
        Ok(CrudParam { column: Some(column.clone()), name: self.quoted_column(column), value, bind_names })
    }

    /// The text of a given value, and whether it is SQL rather than a parameter.
    fn given_text(
        &mut self,
        column: &ColumnRef,
        given: Given,
        name: &Rc<str>,
        kw: &Kw<'_>,
    ) -> Result<(String, bool), CompileError> {
        Ok(match given {
            Given::Required => (self.crud_bind(column, name, BindValue::Required, None, kw)?, false),
            Given::Value(value, slot) => {
                (self.crud_bind(column, name, BindValue::Value(value), Some(slot), kw)?, false)
            }
            Given::Expr(expr) => match expr.kind() {
                ExprKind::Bind(bind) => {
                    if bind.unique && matches!(bind.key, Name::Anon { .. }) && !kw.dml_cte {
                        self.bind_names.insert(bind.key.clone(), name.clone());
                    }
                    let ty = if expr.ty().is_null() { column.ty() } else { expr.ty().clone() };
                    (self.bind(bind, &ty, kw)?, false)
                }
                _ => (self.expr(&self_group(&expr, None), kw)?, true),
            },
        })
    }

    fn default_of(column: &ColumnRef) -> Option<Rc<ColumnDefault>> {
        column.schema.as_ref().and_then(|it| it.default.borrow().clone())
    }

    /// A column of INSERT that no value is given for.
    pub(super) fn insert_default(
        &mut self,
        insert: &Insert,
        column: &ColumnRef,
        modifiers: &Modifiers,
        returning: &mut Vec<ColumnRef>,
        values: &mut Vec<CrudParam>,
        kw: &Kw<'_>,
    ) -> Result<(), CompileError> {
        let Some(schema) = &column.schema else { return Ok(()) };
        let is_auto = insert.table.autoincrement_column().is_some_and(|it| it.id == column.id);
        let has_server_default = schema.server_default.borrow().is_some()
            || schema.computed.borrow().is_some()
            || schema.identity.borrow().is_some();
        let default = Self::default_of(column);
        if schema.primary_key.get() && modifiers.need_pks {
            match default.as_deref() {
                Some(ColumnDefault::Clause(clause)) if modifiers.implicit_returning => {
                    values.push(self.clause_param(column, clause, kw)?);
                    returning.push(column.clone());
                }
                Some(default @ ColumnDefault::Sequence { .. }) if modifiers.implicit_returning => {
                    if let Some(next) = self.sequence_value(default) {
                        values.push(self.clause_param(column, &next, kw)?);
                    }
                    returning.push(column.clone());
                }
                Some(default @ ColumnDefault::Sequence { .. }) => {
                    if self.sequence_value(default).is_some() {
                        values.push(self.prefetch(column, &column.key(), kw)?);
                    } else if self.dialect.postfetch_lastrowid {
                        self.facts.dml.postfetch_lastrowid = true;
                    }
                }
                Some(_) => values.push(self.prefetch(column, &column.key(), kw)?),
                None if modifiers.implicit_returning => {
                    if is_auto || has_server_default {
                        returning.push(column.clone());
                    } else if !schema.nullable.get() {
                        self.warn_no_key(insert, column);
                    }
                }
                None => {
                    if !has_server_default && !schema.nullable.get() && !is_auto {
                        self.warn_no_key(insert, column);
                    } else if self.dialect.postfetch_lastrowid {
                        self.facts.dml.postfetch_lastrowid = true;
                    }
                }
            }
            return Ok(());
        }
        match default.as_deref() {
            Some(default @ ColumnDefault::Sequence { .. }) => {
                if let Some(next) = self.sequence_value(default) {
                    values.push(self.clause_param(column, &next, kw)?);
                    if modifiers.returns_default(column) {
                        returning.push(column.clone());
                    } else if !schema.primary_key.get() {
                        self.facts.dml.postfetch.push(column.clone());
                    }
                }
            }
            Some(ColumnDefault::Clause(clause)) => {
                values.push(self.clause_param(column, clause, kw)?);
                if modifiers.returns_default(column) {
                    returning.push(column.clone());
                } else if !schema.primary_key.get() {
                    self.facts.dml.postfetch.push(column.clone());
                }
            }
            Some(_) => {
                if !schema.insert_sentinel.get() || modifiers.sentinel_columns.is_some() {
                    values.push(self.prefetch(column, &column.key(), kw)?);
                }
            }
            None if has_server_default => {
                if modifiers.returns_default(column) {
                    returning.push(column.clone());
                } else if !schema.primary_key.get() {
                    self.facts.dml.postfetch.push(column.clone());
                }
            }
            None if modifiers.returns_default(column) => returning.push(column.clone()),
            None => {
                if schema.primary_key.get() && !is_auto && !schema.nullable.get() {
                    self.warn_no_key(insert, column);
                }
            }
        }
        Ok(())
    }

    /// The next value of a sequence, where the database has sequences and needs this one.
    pub(super) fn sequence_value(&self, default: &ColumnDefault) -> Option<Expr> {
        match default {
            ColumnDefault::Sequence { next, is_optional } if self.dialect.supports_sequences => {
                // PostgreSQL alone does without those that are optional.
                (!is_optional || self.dialect.kind != DialectKind::Postgresql).then(|| next.clone())
            }
            _ => None,
        }
    }

    fn clause_param(&mut self, column: &ColumnRef, clause: &Expr, kw: &Kw<'_>) -> Result<CrudParam, CompileError> {
        let (value, bind_names) = self.accumulate(|it| it.expr(&self_group(clause, None), kw))?;
        Ok(CrudParam { column: Some(column.clone()), name: self.quoted_column(column), value, bind_names })
    }

    /// A default of the program's: a parameter that is filled before the statement runs.
    fn prefetch(&mut self, column: &ColumnRef, name: &Rc<str>, kw: &Kw<'_>) -> Result<CrudParam, CompileError> {
        let value = self.crud_bind(column, name, BindValue::Value(Value::Null), None, kw)?;
        self.facts.dml.insert_prefetch.push(column.clone());
        Ok(CrudParam {
            column: Some(column.clone()),
            name: self.quoted_column(column),
            value,
            bind_names: vec![column.key()],
        })
    }

    fn warn_no_key(&mut self, insert: &Insert, column: &ColumnRef) {
        let table = insert.table.key();
        let mut text = format!(
            "Column '{table}.{}' is marked as a member of the primary key for table '{table}', but has no Python-side or \
             server-side default generator indicated, nor does it indicate 'autoincrement=True' or 'nullable=True', and \
             no explicit value is passed.  Primary key columns typically may not store NULL.",
            column.name()
        );
        if insert.table.primary_key().len() > 1 {
            text += " Note that as of SQLAlchemy 1.1, 'autoincrement=True' must be indicated explicitly for composite \
                     (e.g. multicolumn) primary keys if AUTO_INCREMENT/SERIAL/IDENTITY behavior is expected for one of \
                     the columns in the primary key. CREATE TABLE statements are impacted by this change as well on most \
                     backends.";
        }
        self.warn("SAWarning", text);
    }

    /// The second and later rows of a multi-row VALUES.
    pub(super) fn more_rows(
        &mut self,
        insert: &Insert,
        first: &[CrudParam],
        address: usize,
        kw: &Kw<'_>,
    ) -> Result<Vec<Vec<CrudParam>>, CompileError> {
        let mut rows = vec![first.to_vec()];
        for (index, row) in insert.multi_values.iter().enumerate().skip(1) {
            let mut params = Vec::with_capacity(first.len());
            for param in first {
                let Some(column) = &param.column else {
                    params.push(param.clone());
                    continue;
                };
                let key = column.key();
                let name: Rc<str> = format!("{key}_m{index}").into();
                let given = row.iter().find(|(it, _)| match it {
                    AssignedKey::Name(it) => *it == key,
                    AssignedKey::Column(it) => it.id == column.id || it.key() == key,
                    AssignedKey::Expr(_) => false,
                });
                let value = match given {
                    Some((_, Assigned::Value(value))) => {
                        let place = u32::try_from(index * 1000 + params.len()).unwrap_or(u32::MAX);
                        let slot = super::SlotKey::Assigned(address, place);
                        self.crud_bind(column, &name, BindValue::Value(value.clone()), Some(slot), kw)?
                    }
                    Some((_, Assigned::Expr(expr))) => match expr.kind() {
                        ExprKind::Bind(bind) => {
                            let ty = if expr.ty().is_null() { column.ty() } else { expr.ty().clone() };
                            self.bind(bind, &ty, kw)?
                        }
                        _ => self.expr(&self_group(expr, None), kw)?,
                    },
                    None => match Self::default_of(column).as_deref() {
                        Some(ColumnDefault::Clause(clause)) => self.expr(&self_group(clause, None), kw)?,
                        Some(ColumnDefault::Sequence { next, .. }) => self.expr(next, kw)?,
                        Some(ColumnDefault::Scalar(_) | ColumnDefault::Callable(_) | ColumnDefault::Sentinel) => {
                            self.facts.dml.multi_prefetch.push((column.clone(), name.clone()));
                            self.crud_bind(column, &name, BindValue::Value(Value::Null), None, kw)?
                        }
                        _ => {
                            return Err(CompileError::compile(format!(
                                "INSERT value for column {}.{} is explicitly rendered as a boundparameter in the VALUES \
                                 clause; a Python-side value or SQL expression is required",
                                insert.table.key(),
                                column.name()
                            )));
                        }
                    },
                };
                params.push(CrudParam { value, ..param.clone() });
            }
            rows.push(params);
        }
        Ok(rows)
    }

    /// A value given for a column of UPDATE.
    pub(super) fn update_parameter(
        &mut self,
        column: &ColumnRef,
        given: Given,
        include_table: bool,
        modifiers: &Modifiers,
        returning: &mut Vec<ColumnRef>,
        kw: &Kw<'_>,
    ) -> Result<CrudParam, CompileError> {
        let name = self.update_name(column, include_table, kw)?;
        let key = column.key();
        let (value, is_sql) = self.given_text(column, given, &key, kw)?;
        if is_sql {
            if modifiers.returns_default(column) {
                returning.push(column.clone());
            } else {
                self.facts.dml.postfetch.push(column.clone());
            }
        }
        Ok(CrudParam { column: Some(column.clone()), name, value, bind_names: vec![key] })
    }

    fn update_name(&mut self, column: &ColumnRef, include_table: bool, kw: &Kw<'_>) -> Result<String, CompileError> {
        if include_table { self.column(column, kw) } else { Ok(self.quoted_column(column)) }
    }

    /// A column of UPDATE that no value is given for: `onupdate`.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn update_default(
        &mut self,
        update: &Update,
        column: &ColumnRef,
        include_table: bool,
        modifiers: &Modifiers,
        returning: &mut Vec<ColumnRef>,
        values: &mut Vec<CrudParam>,
        kw: &Kw<'_>,
    ) -> Result<(), CompileError> {
        let Some(schema) = &column.schema else { return Ok(()) };
        let onupdate = schema.onupdate.borrow().clone();
        match onupdate.as_deref() {
            Some(ColumnDefault::Sequence { .. }) => {}
            Some(ColumnDefault::Clause(clause)) => {
                let name = self.update_name(column, include_table, kw)?;
                let value = self.expr(&self_group(clause, None), kw)?;
                values.push(CrudParam { column: Some(column.clone()), name, value, bind_names: Vec::new() });
                if modifiers.returns_default(column) {
                    returning.push(column.clone());
                } else {
                    self.facts.dml.postfetch.push(column.clone());
                }
            }
            Some(_) => {
                let name = self.update_name(column, include_table, kw)?;
                let key = column.key();
                let value = self.crud_bind(column, &key, BindValue::Value(Value::Null), None, kw)?;
                self.facts.dml.update_prefetch.push(column.clone());
                values.push(CrudParam { column: Some(column.clone()), name, value, bind_names: vec![key] });
            }
            None => {
                let computed = schema.server_onupdate.get() || schema.computed.borrow().is_some();
                if computed {
                    if modifiers.returns_default(column) {
                        returning.push(column.clone());
                    } else {
                        self.facts.dml.postfetch.push(column.clone());
                    }
                } else if !update.common.return_defaults_columns.is_empty() && modifiers.returns_default(column) {
                    returning.push(column.clone());
                }
            }
        }
        Ok(())
    }
}
