//! UPDATE that sets columns of several tables. Mirrors `_get_update_multitable_params` of `sql/crud.py`.

use super::crud::{CrudParam, Given};
use super::{CompileError, Compiler, DialectKind, Kw, SlotKey};
use crate::sql::build::from_description;
use crate::sql::dml::{Assigned, AssignedKey, Update};
use crate::sql::expr::{BindValue, ExprKind};
use crate::sql::schema::{ColumnDefault, ColumnRef};
use crate::sql::selectable::From;
use crate::sql::value::Value;
use indexmap::IndexMap;
use std::rc::Rc;

/// The column on the left of an assignment.
fn assigned_column(key: &AssignedKey) -> Option<&ColumnRef> {
    match key {
        AssignedKey::Column(column) => Some(column),
        AssignedKey::Expr(expr) => expr.as_column(),
        AssignedKey::Name(_) => None,
    }
}

impl Compiler {
    /// Assignments to columns of the other tables; gives their places among the statement's values.
    pub(super) fn other_tables(
        &mut self,
        update: &Update,
        extra: &[From],
        address: usize,
        values: &mut Vec<CrudParam>,
        kw: &Kw<'_>,
    ) -> Result<Vec<usize>, CompileError> {
        let renders_table = self.dialect.kind == DialectKind::Mysql;
        let mut places = Vec::new();
        let mut affected = Vec::new();
        for from in extra {
            for column in from.columns() {
                let found =
                    update.values.iter().position(|(key, _)| assigned_column(key).is_some_and(|it| it.id == column.id));
                let Some(place) = found else { continue };
                if places.contains(&place) {
                    return Err(super::binds::unsupported_case());
                }
                let derived = update.common.target.as_ref().is_some_and(|it| it.is_derived_from(from));
                if !renders_table && !derived {
                    return Err(no_tables(&from_description(from)));
                }
                places.push(place);
                if !affected.iter().any(|it: &&From| it.id() == from.id()) {
                    affected.push(from);
                }
                let name = self.column(&column, &Kw { include_table: renders_table, ..*kw })?;
                let key: Rc<str> = format!("{}_{}", from_description(from), column.key()).into();
                let value = match &update.values[place].1 {
                    Assigned::Value(value) => {
                        let slot = SlotKey::Assigned(address, u32::try_from(place).unwrap_or(u32::MAX));
                        self.crud_bind(&column, &key, BindValue::Value(value.clone()), Some(slot), kw)?
                    }
                    Assigned::Expr(expr) => match expr.kind() {
                        ExprKind::Bind(bind) if expr.ty().is_null() => self.bind(bind, &column.ty(), kw)?,
                        _ => {
                            self.facts.dml.postfetch.push(column.clone());
                            self.expr(&crate::sql::build::self_group(expr, None), kw)?
                        }
                    },
                };
                values.push(CrudParam { column: Some(column.clone()), name, value, bind_names: vec![key] });
            }
        }
        for from in affected {
            for column in from.columns() {
                let is_assigned =
                    update.values.iter().any(|(key, _)| assigned_column(key).is_some_and(|it| it.id == column.id));
                if !is_assigned {
                    self.other_default(from, &column, renders_table, values, kw)?;
                }
            }
        }
        Ok(places)
    }

    /// `onupdate` of a further table's column.
    fn other_default(
        &mut self,
        from: &From,
        column: &ColumnRef,
        include_table: bool,
        values: &mut Vec<CrudParam>,
        kw: &Kw<'_>,
    ) -> Result<(), CompileError> {
        let Some(schema) = &column.schema else { return Ok(()) };
        let onupdate = schema.onupdate.borrow().clone();
        let name = self.column(column, &Kw { include_table, ..*kw })?;
        let (value, bind_names) = match onupdate.as_deref() {
            Some(ColumnDefault::Sequence { .. }) => return Ok(()),
            Some(ColumnDefault::Clause(clause)) => {
                self.facts.dml.postfetch.push(column.clone());
                (self.expr(&crate::sql::build::self_group(clause, None), kw)?, Vec::new())
            }
            Some(_) => {
                let key: Rc<str> = format!("{}_{}", from_description(from), column.key()).into();
                self.facts.dml.joined_prefetch.push((column.clone(), key.clone()));
                let value = self.crud_bind(column, &key, BindValue::Value(Value::Null), None, kw)?;
                (value, vec![column.key()])
            }
            None => {
                if schema.server_onupdate.get() {
                    self.facts.dml.postfetch.push(column.clone());
                }
                return Ok(());
            }
        };
        values.push(CrudParam { column: Some(column.clone()), name, value, bind_names });
        Ok(())
    }

    /// Columns that are left over because their table takes no part.
    pub(super) fn check_tables(
        &self,
        update: &Update,
        extra: &[From],
        left: &IndexMap<Rc<str>, Given>,
    ) -> Result<(), CompileError> {
        let assigned = |name: &Rc<str>| {
            update.values.iter().any(|(key, _)| match key {
                AssignedKey::Name(it) => it == name,
                other => assigned_column(other).is_some_and(|it| it.key() == *name),
            })
        };
        if !left.keys().any(assigned) {
            return Ok(());
        }
        let mut mentioned: Vec<From> = Vec::new();
        for (key, _) in &update.values {
            let Some(owner) = assigned_column(key).and_then(|it| it.table.borrow().clone()) else { continue };
            let own = update.common.target.as_ref().map_or(update.table.id, From::id);
            if owner.id() != own && !mentioned.iter().any(|it| it.id() == owner.id()) {
                mentioned.push(owner);
            }
        }
        if mentioned.is_empty() {
            return Ok(());
        }
        let names = |froms: &[&From]| {
            froms.iter().map(|it| format!("'{}'", from_description(it))).collect::<Vec<_>>().join(", ")
        };
        let all: Vec<&From> = mentioned.iter().collect();
        if self.dialect.kind != DialectKind::Mysql {
            return Err(no_tables(names(&all).trim_matches('\'')));
        }
        if extra.is_empty() {
            return Err(CompileError::compile(format!(
                "Statement is not a multi-table UPDATE statement; cannot include columns from table(s) {} in SET clause",
                names(&all)
            )));
        }
        let absent: Vec<&From> = all.into_iter().filter(|it| !extra.iter().any(|from| from.id() == it.id())).collect();
        if absent.is_empty() {
            return Ok(());
        }
        let absent = names(&absent);
        Err(CompileError::compile(format!("Multi-table UPDATE statement does not include table(s) {absent}")))
    }
}

fn no_tables(names: &str) -> CompileError {
    CompileError::compile(format!(
        "Backend does not support additional tables in the SET clause; cannot include columns from table(s) '{names}' \
         in SET clause"
    ))
}
