//! Which columns INSERT and UPDATE write, and with what. Mirrors `sql/crud.py`.

use super::{BindInfo, CompileError, Compiler, Kw, SlotKey};
use crate::sql::build::self_group;
use crate::sql::dml::{Assigned, AssignedKey, Delete, DmlCommon, Insert, Update};
use crate::sql::expr::{BindValue, Expr, ExprKind, Name, Query};
use crate::sql::schema::{ColumnDefault, ColumnRef, TableRef};
use crate::sql::selectable::From;
use crate::sql::types::Type;
use crate::sql::value::Value;
use indexmap::IndexMap;
use std::rc::Rc;

/// Around the key of a column in the place of what is written to it.
const COPY: char = '\u{4}';

/// One column of an INSERT or assignment of an UPDATE.
#[derive(Clone, Debug)]
pub(super) struct CrudParam {
    /// The column; none for an expression on the left side.
    pub(super) column: Option<ColumnRef>,
    /// Its name as rendered.
    pub(super) name: String,
    /// What is written.
    pub(super) value: String,
    /// Parameters in it.
    pub(super) bind_names: Vec<Rc<str>>,
}

/// What an INSERT writes.
#[derive(Default)]
pub(super) struct Crud {
    pub(super) single: Vec<CrudParam>,
    pub(super) multi: Vec<Vec<CrudParam>>,
    pub(super) use_insertmanyvalues: bool,
    pub(super) sentinel_columns: Option<Vec<ColumnRef>>,
    pub(super) is_default_metavalue_only: bool,
    pub(super) select: Option<Query>,
}

/// A value on its way to a column.
#[derive(Clone)]
pub(super) enum Given {
    /// It comes with the execution.
    Required,
    /// A plain value, and its place among the statement's.
    Value(Value, SlotKey),
    Expr(Expr),
}

/// How the values that the database makes are fetched: `_get_returning_modifiers`.
#[derive(Default)]
pub(super) struct Modifiers {
    pub(super) need_pks: bool,
    pub(super) implicit_returning: bool,
    pub(super) return_defaults: Option<Vec<ColumnRef>>,
    pub(super) postfetch_lastrowid: bool,
    pub(super) use_insertmanyvalues: bool,
    pub(super) sentinel_columns: Option<Vec<ColumnRef>>,
}

impl Modifiers {
    pub(super) fn returns_default(&self, column: &ColumnRef) -> bool {
        self.return_defaults.as_ref().is_some_and(|it| it.iter().any(|c| c.id == column.id))
    }
}

impl Compiler {
    pub(super) fn check_returning(common: &DmlCommon) -> Result<(), CompileError> {
        if !common.returning.is_empty() && common.return_defaults {
            return Err(CompileError::compile(
                "Can't compile statement that includes returning() and return_defaults() simultaneously",
            ));
        }
        Ok(())
    }

    fn default_columns(common: &DmlCommon, table: &TableRef) -> Vec<ColumnRef> {
        if common.return_defaults_columns.is_empty() {
            table.columns.borrow().values().cloned().collect()
        } else {
            common.return_defaults_columns.clone()
        }
    }

    fn insert_modifiers(&self, insert: &Insert, toplevel: bool) -> Result<Modifiers, CompileError> {
        let dialect = &self.dialect;
        let common = &insert.common;
        let many = self.options.for_executemany;
        let need_pks = toplevel
            && !insert.inline
            && (!many || (dialect.insert_returning && common.return_defaults))
            && common.returning.is_empty()
            && insert.multi_values.is_empty();
        let mut postfetch_lastrowid =
            need_pks && dialect.postfetch_lastrowid && insert.table.autoincrement_column().is_some();
        // SQLite gives back nothing for rows that ON CONFLICT updated.
        let supports = insert.on_conflict.is_empty() || dialect.kind != super::DialectKind::Sqlite;
        let implicit_returning = need_pks
            && dialect.insert_returning
            && insert.table.implicit_returning.get()
            && supports
            && (!postfetch_lastrowid || dialect.favor_returning_over_lastrowid || common.return_defaults);
        if implicit_returning {
            postfetch_lastrowid = false;
        }
        let return_defaults = implicit_returning && common.return_defaults;
        let explicit = return_defaults || !common.returning.is_empty() || common.has_supplemental();
        let use_insertmanyvalues = toplevel && many && dialect.use_insertmanyvalues && explicit;
        let sentinel_columns = if use_insertmanyvalues && common.sort_by_parameter_order {
            self.sentinel_columns(&insert.table)
        } else {
            None
        };
        Ok(Modifiers {
            need_pks,
            implicit_returning,
            return_defaults: return_defaults.then(|| Self::default_columns(common, &insert.table)),
            postfetch_lastrowid,
            use_insertmanyvalues,
            sentinel_columns,
        })
    }

    /// Columns by which returned rows can be matched with the parameters.
    fn sentinel_columns(&self, table: &TableRef) -> Option<Vec<ColumnRef>> {
        let explicit: Vec<ColumnRef> = table
            .columns
            .borrow()
            .values()
            .filter(|it| it.schema.as_ref().is_some_and(|s| s.insert_sentinel.get()))
            .cloned()
            .collect();
        if !explicit.is_empty() {
            return Some(explicit);
        }
        let keys = table.primary_key();
        if keys.is_empty() {
            return None;
        }
        if table.autoincrement_column().is_some() {
            return self.dialect.insertmanyvalues_implicit_sentinel.then_some(keys);
        }
        let client_side = keys.iter().all(|it| {
            it.schema.as_ref().is_some_and(|s| {
                s.server_default.borrow().is_none()
                    && !matches!(
                        s.default.borrow().as_deref(),
                        Some(ColumnDefault::Clause(_) | ColumnDefault::Sequence { .. })
                    )
            })
        });
        client_side.then_some(keys)
    }

    /// The columns of an INSERT.
    pub(super) fn insert_params(
        &mut self,
        insert: &Insert,
        address: usize,
        toplevel: bool,
        kw: &Kw<'_>,
    ) -> Result<Crud, CompileError> {
        let outer = self.target_copies.replace(IndexMap::new());
        let mut crud = self.inserted(insert, address, toplevel, kw)?;
        let copies = std::mem::replace(&mut self.target_copies, outer).unwrap_or_default();
        if !copies.is_empty() {
            for row in std::iter::once(&mut crud.single).chain(&mut crud.multi) {
                self.put_copies(row, &copies, None)?;
            }
        }
        Ok(crud)
    }

    fn inserted(&mut self, insert: &Insert, address: usize, toplevel: bool, kw: &Kw<'_>) -> Result<Crud, CompileError> {
        Self::check_returning(&insert.common)?;
        self.facts.dml.inline = insert.inline
            || (self.options.for_executemany && self.dialect.insert_returning && insert.common.return_defaults);
        let columns: Vec<ColumnRef> = insert.table.columns.borrow().values().cloned().collect();
        let no_parameters = !insert.common.values_given
            && insert.values.is_empty()
            && insert.multi_values.is_empty()
            && insert.from_select.is_none();
        if self.options.column_keys.is_none() && no_parameters {
            return Ok(Crud { single: self.bind_all(&columns, kw)?, ..Crud::default() });
        }
        if !insert.multi_values.is_empty() && !insert.values.is_empty() {
            return Err(CompileError::invalid_request(
                "Can't mix single and multiple VALUES formats in one INSERT statement; one style appends to a list \
                 while the other replaces values, so the intent is ambiguous.",
            ));
        }
        let own = match (&insert.from_select, insert.multi_values.first()) {
            (Some((names, _)), _) => names
                .iter()
                .map(|name| (AssignedKey::Name(name.clone()), Assigned::Expr(crate::sql::build::null())))
                .collect(),
            (None, Some(first)) => first.clone(),
            (None, None) => insert.values.clone(),
        };
        let mut values = Vec::new();
        let mut parameters = self.parameters(&own, &[], address, &mut values, false, kw)?;
        if let Some((names, query)) = &insert.from_select {
            if names.is_empty() {
                return Err(CompileError::Key("insert_from_select".to_owned()));
            }
            self.facts.dml.is_from_select = true;
            return self.select_params(insert, names, query, &columns, &mut parameters, kw);
        }
        if insert.common.sort_by_parameter_order && !insert.multi_values.is_empty() {
            return Err(CompileError::compile(
                "RETURNING cannot be deterministically sorted when using an INSERT which includes multi-row values().",
            ));
        }
        let modifiers = self.insert_modifiers(insert, toplevel)?;
        let is_multi = !insert.multi_values.is_empty();
        self.facts.dml.has_multi_values = is_multi && toplevel;
        let autoincrement = if is_multi || !self.dialect.insert_null_pk_still_autoincrements {
            None
        } else {
            insert.table.autoincrement_column()
        };
        let mut returning: Vec<ColumnRef> = Vec::new();
        for column in &columns {
            let key = column.key();
            if let Some(given) = parameters.shift_remove(&key) {
                let name = if is_multi { format!("{key}_m0").into() } else { key.clone() };
                let is_auto = autoincrement.as_ref().is_some_and(|it| it.id == column.id);
                let param = self.insert_parameter(column, given, name, is_auto, &modifiers, &mut returning, kw)?;
                values.push(param);
            } else {
                self.insert_default(insert, column, &modifiers, &mut returning, &mut values, kw)?;
            }
            let supplemental = insert.common.supplemental_returning.iter().any(|it| it.id == column.id);
            if supplemental && !returning.iter().any(|it| it.id == column.id) {
                returning.push(column.clone());
            }
        }
        for extra in &insert.common.supplemental_returning {
            if !returning.iter().any(|it| it.id == extra.id) {
                returning.push(extra.clone());
            }
        }
        self.facts.dml.implicit_returning = returning;
        Self::check_unconsumed(&parameters, &own)?;
        let mut crud = Crud {
            use_insertmanyvalues: modifiers.use_insertmanyvalues,
            sentinel_columns: modifiers.sentinel_columns,
            ..Crud::default()
        };
        if is_multi {
            crud.use_insertmanyvalues = false;
            crud.multi = self.more_rows(insert, &values, address, kw)?;
        } else if values.is_empty()
            && self.options.for_executemany
            && self.dialect.supports_default_metavalue
            && let Some(first) = columns.first()
        {
            values.push(CrudParam {
                column: Some(first.clone()),
                name: self.dialect.quote(&first.name(), first.quote),
                value: self.dialect.default_metavalue_token.to_owned(),
                bind_names: Vec::new(),
            });
            crud.is_default_metavalue_only = true;
        }
        crud.single = values;
        Ok(crud)
    }

    /// A parameter for every column, for a statement without any values.
    fn bind_all(&mut self, columns: &[ColumnRef], kw: &Kw<'_>) -> Result<Vec<CrudParam>, CompileError> {
        let mut values = Vec::with_capacity(columns.len());
        for column in columns {
            if column.schema.as_ref().is_some_and(|it| it.is_omitted.get() || it.system.get()) {
                continue;
            }
            let key = column.key();
            if values.iter().any(|it: &CrudParam| it.bind_names[0] == key) {
                return Err(super::binds::unsupported_case());
            }
            let value = self.crud_bind(column, &key, BindValue::Required, None, kw)?;
            values.push(CrudParam {
                column: Some(column.clone()),
                name: self.dialect.quote(&column.name(), column.quote),
                value,
                bind_names: vec![key],
            });
        }
        Ok(values)
    }

    /// What the statement and the execution give, by column key; other left sides go to `values`. `skip`: places
    /// that are dealt with already.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn parameters(
        &mut self,
        own: &[(AssignedKey, Assigned)],
        skip: &[usize],
        address: usize,
        values: &mut Vec<CrudParam>,
        include_table: bool,
        kw: &Kw<'_>,
    ) -> Result<IndexMap<Rc<str>, Given>, CompileError> {
        let mut parameters: IndexMap<Rc<str>, Given> = IndexMap::new();
        let key_of = |key: &AssignedKey| match key {
            AssignedKey::Name(name) => Some(name.clone()),
            AssignedKey::Column(column) => Some(column.key()),
            AssignedKey::Expr(expr) => expr.as_column().map(|it| it.key()),
        };
        for key in self.options.column_keys.iter().flatten() {
            if !own.iter().any(|(it, _)| key_of(it).as_ref() == Some(key)) {
                parameters.insert(key.clone(), Given::Required);
            }
        }
        for (place, (key, value)) in own.iter().enumerate().filter(|it| !skip.contains(&it.0)) {
            let slot = SlotKey::Assigned(address, u32::try_from(place).unwrap_or(u32::MAX));
            let given = match value {
                Assigned::Value(value) => Given::Value(value.clone(), slot),
                Assigned::Expr(expr) => Given::Expr(expr.clone()),
            };
            match (key_of(key), key) {
                (Some(name), _) => {
                    // By its name and as a column: what was given first.
                    parameters.entry(name).or_insert(given);
                }
                (None, AssignedKey::Expr(left)) => {
                    let name = self.expr(left, &Kw { include_table, ..*kw })?;
                    let text = match &given {
                        Given::Value(value, slot) => {
                            let id = self.local_id();
                            let name = self.bind_name(&Name::Anon { id, base: "param".into() });
                            self.value_bind(
                                name,
                                left.ty(),
                                BindValue::Value(value.clone()),
                                Some(slot.clone()),
                                true,
                                false,
                                kw,
                            )?
                        }
                        Given::Expr(expr) => match expr.kind() {
                            ExprKind::Bind(bind) if expr.ty().is_null() => self.bind(bind, left.ty(), kw)?,
                            _ => self.expr(&self_group(expr, None), kw)?,
                        },
                        Given::Required => String::new(),
                    };
                    values.push(CrudParam { column: None, name, value: text, bind_names: Vec::new() });
                }
                _ => {}
            }
        }
        Ok(parameters)
    }

    /// Names that no column of the table has.
    pub(super) fn check_unconsumed(
        parameters: &IndexMap<Rc<str>, Given>,
        own: &[(AssignedKey, Assigned)],
    ) -> Result<(), CompileError> {
        let left: Vec<&str> = parameters
            .keys()
            .filter(|name| {
                own.iter().any(|(key, _)| match key {
                    AssignedKey::Name(it) => it == *name,
                    AssignedKey::Column(it) => it.key() == **name,
                    AssignedKey::Expr(_) => false,
                })
            })
            .map(|it| &**it)
            .collect();
        if left.is_empty() {
            return Ok(());
        }
        Err(CompileError::compile(format!("Unconsumed column names: {}", left.join(", "))))
    }

    /// A parameter named after its column.
    pub(super) fn crud_bind(
        &mut self,
        column: &ColumnRef,
        name: &Rc<str>,
        value: BindValue,
        slot: Option<SlotKey>,
        kw: &Kw<'_>,
    ) -> Result<String, CompileError> {
        let name = if kw.dml_cte && slot.is_some() {
            // Several statements may be in CTEs: values that were given have names made up there.
            let id = self.local_id();
            self.bind_name(&Name::Anon { id, base: "param".into() })
        } else {
            name.clone()
        };
        let ty = column.ty();
        let unique = slot.is_some();
        self.value_bind(name, &ty, value, slot, unique, true, kw)
    }

    #[allow(clippy::too_many_arguments)]
    fn value_bind(
        &mut self,
        name: Rc<str>,
        ty: &Type,
        value: BindValue,
        slot: Option<SlotKey>,
        unique: bool,
        is_crud: bool,
        kw: &Kw<'_>,
    ) -> Result<String, CompileError> {
        if kw.literal_binds
            && let BindValue::Value(value) = &value
        {
            let text = super::literal::literal_text(value, ty, &self.dialect)?;
            return self.in_bind_expression(text, false, ty, kw);
        }
        let required = matches!(value, BindValue::Required);
        let text = self.add_bind(
            name.clone(),
            BindInfo {
                value,
                ty: ty.clone(),
                expanding: false,
                literal_execute: false,
                required,
                key: name,
                slot,
                unique,
                is_crud,
                negated: false,
                around: None,
            },
        )?;
        self.in_bind_expression(text, false, ty, kw)
    }

    /// `INSERT .. SELECT`: the named columns, and defaults of others as more columns of the SELECT.
    fn select_params(
        &mut self,
        insert: &Insert,
        names: &[Rc<str>],
        query: &Query,
        columns: &[ColumnRef],
        parameters: &mut IndexMap<Rc<str>, Given>,
        kw: &Kw<'_>,
    ) -> Result<Crud, CompileError> {
        let mut single = Vec::new();
        let plain = |column: &ColumnRef, name: String| CrudParam {
            column: Some(column.clone()),
            name,
            value: String::new(),
            bind_names: Vec::new(),
        };
        for name in names {
            let Some(column) = columns.iter().find(|it| it.key() == *name) else {
                return Err(CompileError::compile(format!("Unconsumed column names: {name}")));
            };
            parameters.shift_remove(name);
            let text = self.dialect.quote(&column.name(), column.quote);
            single.push(plain(column, text));
        }
        let mut more: Vec<Expr> = Vec::new();
        if insert.include_defaults {
            for column in columns {
                if names.iter().any(|it| *it == column.key()) {
                    continue;
                }
                let default = column.schema.as_ref().and_then(|it| it.default.borrow().clone());
                let Some(default) = default else { continue };
                let expr = match &*default {
                    ColumnDefault::Sequence { .. } => match self.sequence_value(&default) {
                        Some(next) => next,
                        None => continue,
                    },
                    ColumnDefault::Clause(clause) => self_group(clause, None),
                    ColumnDefault::Scalar(_) | ColumnDefault::Callable(_) | ColumnDefault::Sentinel => {
                        self.facts.dml.insert_prefetch.push(column.clone());
                        crate::sql::build::bindparam(&column.key(), BindValue::Value(Value::Null), column.ty())
                    }
                };
                more.push(expr);
                let text = self.dialect.quote(&column.name(), column.quote);
                single.push(plain(column, text));
            }
        }
        let mut query = query.clone();
        if !more.is_empty() {
            let Query::Select(select) = &query else {
                return Err(CompileError::compile(format!(
                    "Can't extend statement for INSERT..FROM SELECT to include additional default-holding column(s) \
                     {}.  Convert the selectable to a subquery() first, or pass include_defaults=False to \
                     Insert.from_select() to skip these columns.",
                    single[names.len()..]
                        .iter()
                        .map(|it| crate::util::pyrepr::str_repr(&it.name))
                        .collect::<Vec<_>>()
                        .join(", ")
                )));
            };
            let mut select = crate::sql::select::Select::clone(select);
            select.columns.extend(more.into_iter().map(crate::sql::select::SelectItem::Expr));
            query = Query::Select(Rc::new(select));
        }
        let _ = kw;
        Ok(Crud { single, select: Some(query), ..Crud::default() })
    }

    /// The assignments of an UPDATE.
    pub(super) fn update_params(
        &mut self,
        update: &Update,
        extra: &[From],
        address: usize,
        toplevel: bool,
        kw: &Kw<'_>,
    ) -> Result<Vec<CrudParam>, CompileError> {
        let outer = self.target_copies.replace(IndexMap::new());
        let mut values = self.updated(update, extra, address, toplevel, kw)?;
        let copies = std::mem::replace(&mut self.target_copies, outer).unwrap_or_default();
        if !copies.is_empty() {
            self.put_copies(&mut values, &copies, Some(kw))?;
        }
        Ok(values)
    }

    fn updated(
        &mut self,
        update: &Update,
        extra: &[From],
        address: usize,
        toplevel: bool,
        kw: &Kw<'_>,
    ) -> Result<Vec<CrudParam>, CompileError> {
        Self::check_returning(&update.common)?;
        self.facts.dml.inline = self.options.for_executemany;
        let table = &update.table;
        let columns: Vec<ColumnRef> = table.columns.borrow().values().cloned().collect();
        if self.options.column_keys.is_none() && update.values.is_empty() && !update.common.values_given {
            let columns = match &update.common.target {
                Some(join @ From::Join(_)) => join.columns(),
                _ => columns,
            };
            return self.bind_all(&columns, kw);
        }
        let is_multitable = !extra.is_empty();
        let include_table = is_multitable && self.dialect.kind == super::DialectKind::Mysql;
        let mut values = Vec::new();
        let others = self.other_tables(update, extra, address, &mut values, kw)?;
        let mut parameters = self.parameters(&update.values, &others, address, &mut values, include_table, kw)?;
        let may_return = self.dialect.update_returning && table.implicit_returning.get();
        let return_defaults = toplevel && update.common.return_defaults && may_return;
        let modifiers = Modifiers {
            return_defaults: return_defaults.then(|| Self::default_columns(&update.common, table)),
            ..Modifiers::default()
        };
        let ordered = match &update.common.target {
            // As the reference: what is given in an order is looked for by the keys that a join has, and not found.
            Some(join @ From::Join(_)) => {
                let mut all = join.columns();
                all.retain(|it| !update.ordered || !parameters.contains_key(&it.key()));
                all
            }
            _ => {
                let mut own = columns.clone();
                if update.ordered {
                    own.sort_by_key(|it| parameters.get_index_of(&it.key()).unwrap_or(usize::MAX));
                }
                own
            }
        };
        let mut returning: Vec<ColumnRef> = Vec::new();
        for column in &ordered {
            let is_further =
                column.table.borrow().as_ref().is_some_and(|own| extra.iter().any(|it| it.id() == own.id()));
            let given = if is_further { None } else { parameters.shift_remove(&column.key()) };
            match given {
                Some(given) => {
                    let param = self.update_parameter(column, given, include_table, &modifiers, &mut returning, kw)?;
                    values.push(param);
                }
                None => {
                    self.update_default(update, column, include_table, &modifiers, &mut returning, &mut values, kw)?
                }
            }
            let supplemental = update.common.supplemental_returning.iter().any(|it| it.id == column.id);
            if supplemental && !returning.iter().any(|it| it.id == column.id) {
                returning.push(column.clone());
            }
        }
        self.facts.dml.implicit_returning = returning;
        self.check_tables(update, extra, &parameters)?;
        Self::check_unconsumed(&parameters, &update.values)?;
        Ok(values)
    }

    /// The place of what is written to another column, which is known when all of them are.
    pub(super) fn target_copy(&mut self, column: &Expr) -> Result<String, CompileError> {
        let (Some(copies), Some(source)) = (&mut self.target_copies, column.as_column()) else {
            return Err(CompileError::compile(
                "DML target objects may only be used with compiled INSERT or UPDATE statements",
            ));
        };
        let key = source.key();
        let place = format!("{COPY}{key}{COPY}");
        copies.insert(key, column.clone());
        Ok(place)
    }

    /// Puts what is written to the columns in place of their copies. `rest`: columns that are not written stand for
    /// themselves.
    fn put_copies(
        &mut self,
        values: &mut [CrudParam],
        copies: &IndexMap<Rc<str>, Expr>,
        rest: Option<&Kw<'_>>,
    ) -> Result<(), CompileError> {
        for (key, column) in copies {
            let written = |it: &&CrudParam| it.column.as_ref().is_some_and(|it| it.key() == *key);
            let text = match (values.iter().find(written), rest) {
                (Some(param), _) => param.value.clone(),
                (None, Some(kw)) => self.expr(column, kw)?,
                (None, None) => {
                    return Err(CompileError::compile(format!(
                        "Can't resolve referenced column name in INSERT statement: '{key}'"
                    )));
                }
            };
            let place = format!("{COPY}{key}{COPY}");
            for param in values.iter_mut().filter(|it| it.value.contains(&place)) {
                param.value = param.value.replace(&place, &text);
            }
        }
        Ok(())
    }

    /// What a DELETE gives back by itself.
    pub(super) fn delete_params(&mut self, delete: &Delete, toplevel: bool) -> Result<(), CompileError> {
        Self::check_returning(&delete.common)?;
        let mut returning = Vec::new();
        let may_return = self.dialect.delete_returning && delete.table.implicit_returning.get();
        if toplevel && delete.common.return_defaults && may_return {
            returning.extend(delete.common.return_defaults_columns.iter().cloned());
            for extra in &delete.common.supplemental_returning {
                if !returning.iter().any(|it: &ColumnRef| it.id == extra.id) {
                    returning.push(extra.clone());
                }
            }
        }
        self.facts.dml.implicit_returning = returning;
        Ok(())
    }
}
