//! INSERT, UPDATE, DELETE.

use super::crud::{Crud, CrudParam};
use super::{
    CompileError, Compiler, Dialect, DialectKind, DmlKind, InsertManyValues, Kw, Node, SlotKey, StackEntry, Statement,
};
use crate::sql::build::{literal_column, self_group};
use crate::sql::dml::{Assigned, AssignedKey, Delete, Dml, DmlCommon, INSERTED, Insert, OnConflict, Update, Upsert};
use crate::sql::expr::{Expr, ExprKind, Name};
use crate::sql::extension::ExtensionPoint;
use crate::sql::labels::{columns_plus_names, flat_columns};
use crate::sql::schema::TableRef;
use crate::sql::select::{LabelStyle, SelectItem};
use crate::sql::selectable::From;
use crate::sql::traverse::{froms_in, replace};
use std::rc::Rc;

impl Compiler {
    /// `cte`: the CTE that the statement is in, by id.
    pub(super) fn dml(&mut self, dml: &Rc<Dml>, cte: Option<u32>, kw: &Kw<'_>) -> Result<String, CompileError> {
        let outer = self.nested.clone();
        if dml.common().nested.is_some() {
            self.nested.clone_from(&dml.common().nested);
        }
        let text = self.dml_text(dml, cte, kw);
        self.nested = outer;
        text
    }

    fn dml_text(&mut self, dml: &Rc<Dml>, cte: Option<u32>, kw: &Kw<'_>) -> Result<String, CompileError> {
        let visit_name = match &**dml {
            Dml::Insert(_) => "insert",
            Dml::Update(_) => "update",
            Dml::Delete(_) => "delete",
        };
        if let Some(text) = self.custom(visit_name, || Node::Statement(Statement::Dml(dml.clone())), kw)? {
            return Ok(text);
        }
        if visit_name != "delete" && self.is_overridden("bindparam") {
            return Err(CompileError::NotImplemented(
                "@compiles(BindParameter) with INSERT and UPDATE is not part of the playground".into(),
            ));
        }
        let toplevel = cte.is_none() && self.stack.is_empty();
        let kw = Kw {
            visiting_cte: cte,
            dml_cte: cte.is_some(),
            asfrom: false,
            literal_binds: kw.literal_binds,
            ..Kw::default()
        };
        if toplevel {
            self.facts.kind = Some(match &**dml {
                Dml::Insert(_) => DmlKind::Insert,
                Dml::Update(_) => DmlKind::Update,
                Dml::Delete(_) => DmlKind::Delete,
            });
            self.facts.dml.has_returning = !dml.common().returning.is_empty();
        }
        let address = Rc::as_ptr(dml).cast::<()>() as usize;
        self.dml_address = address;
        match &**dml {
            Dml::Insert(insert) => self.insert(insert, address, toplevel, &kw),
            Dml::Update(update) => self.update(update, address, toplevel, &kw),
            Dml::Delete(delete) => self.delete(delete, toplevel, &kw),
        }
    }

    /// A table's name in a statement that writes to it.
    pub(super) fn table_name(&mut self, table: &TableRef) -> Result<String, CompileError> {
        let name = self.dialect.quote(&table.name, table.quote);
        Ok(match self.effective_schema(table.schema.as_ref(), table.quote_schema)? {
            Some(schema) => format!("{schema}.{name}"),
            None => name,
        })
    }

    /// What UPDATE and DELETE write to.
    fn dml_target(&mut self, table: &TableRef, common: &DmlCommon, kw: &Kw<'_>) -> Result<String, CompileError> {
        let from = common.target.clone().unwrap_or_else(|| From::Table(table.clone()));
        let text = self.from(&from, &Kw { asfrom: true, ..*kw })?;
        self.hinted(text, &from, common)
    }

    /// The table written to with its hint.
    fn hinted(&self, text: String, from: &From, common: &DmlCommon) -> Result<String, CompileError> {
        let own = |dialect: &str| dialect == "*" || dialect == self.dialect.name;
        match common.hints.iter().find(|it| it.0 == from.id() && own(&it.1)) {
            Some((_, _, hint)) => self.with_hint(text, from, hint),
            None => Ok(text),
        }
    }

    /// Columns for RETURNING: those that were added, or the program's.
    fn returning_items(&self, common: &DmlCommon) -> Vec<SelectItem> {
        let added = &self.facts.dml.implicit_returning;
        if added.is_empty() && !common.has_supplemental() {
            return common.returning.clone();
        }
        let added = added.iter().map(Expr::column);
        added.chain(common.supplemental_expressions.iter().cloned()).map(SelectItem::Expr).collect()
    }

    fn returning(&mut self, items: &[SelectItem], toplevel: bool, kw: &Kw<'_>) -> Result<String, CompileError> {
        if self.dialect.kind == DialectKind::Oracle {
            return self.returning_into(items, toplevel, kw);
        }
        let flat = flat_columns(items);
        let include_table = self.dialect.kind != DialectKind::Sqlite;
        // The reference forgets here that values were to be written out.
        let kw = Kw { include_table, literal_binds: false, ..*kw };
        let mut columns = Vec::with_capacity(flat.len());
        for mut column in columns_plus_names(&flat, LabelStyle::DisambiguateOnly, true) {
            if self.dialect.is_stringify {
                (column.required, column.fallback, column.repeated) = (None, None, false);
            }
            let populate = toplevel || self.dialect.is_stringify;
            let around = if populate { self.column_expression(&column.expr)? } else { None };
            columns.push(match around {
                Some(around) => self.expression_column(&column, &around, true, &kw)?,
                None => self.select_column(&column, populate, false, &kw)?,
            });
        }
        Ok(format!("RETURNING {}", columns.join(", ")))
    }

    #[allow(clippy::too_many_lines)]
    fn insert(&mut self, insert: &Insert, address: usize, toplevel: bool, kw: &Kw<'_>) -> Result<String, CompileError> {
        self.stack.push(StackEntry::default());
        let crud = self.insert_params(insert, address, toplevel, kw)?;
        let Crud { single, multi, use_insertmanyvalues, sentinel_columns, is_default_metavalue_only, select } = crud;
        if single.is_empty()
            && !self.dialect.supports_default_values
            && !self.dialect.supports_default_metavalue
            && !self.dialect.supports_empty_insert
        {
            return Err(CompileError::compile(format!(
                "The '{}' dialect with current database version settings does not support empty inserts.",
                self.dialect.name
            )));
        }
        if !insert.multi_values.is_empty() && !self.dialect.supports_multivalues_insert {
            return Err(CompileError::compile(format!(
                "The '{}' dialect with current database version settings does not support in-place multirow inserts.",
                self.dialect.name
            )));
        }
        // Some dialects have them behind the target.
        let mut has_ctes = false;
        let mut text = format!("INSERT {}INTO ", self.prefixes(&insert.common.prefixes, kw)?);
        let table = match &insert.common.target {
            Some(From::Alias(alias)) => {
                let name = self.alias_name(&alias.name);
                self.quote_name(&name)
            }
            _ => self.table_name(&insert.table)?,
        };
        let from = insert.common.target.clone().unwrap_or_else(|| From::Table(insert.table.clone()));
        let table = self.hinted(table, &from, &insert.common)?;
        self.independent_ctes(&insert.common.independent_ctes, &insert.common.nested_ctes, kw)?;
        text += &table;
        if !single.is_empty() || !self.dialect.supports_default_values {
            let names: Vec<&str> = single.iter().map(|it| it.name.as_str()).collect();
            text += &format!(" ({})", names.join(", "));
        }
        let mut items = self.returning_items(&insert.common);
        let mut sentinel_param_keys = None;
        let mut implicit_sentinel = false;
        let mut returning = None;
        if !items.is_empty() {
            if let Some(sentinels) = &sentinel_columns {
                let keys: Option<Vec<Rc<str>>> = sentinels
                    .iter()
                    .map(|sentinel| {
                        let param = single.iter().find(|it| it.column.as_ref().is_some_and(|c| c.id == sentinel.id))?;
                        param.bind_names.contains(&sentinel.key()).then(|| sentinel.key())
                    })
                    .collect();
                implicit_sentinel = keys.is_none() && self.dialect.insertmanyvalues_implicit_sentinel;
                sentinel_param_keys = keys;
                items.extend(sentinels.iter().map(|it| SelectItem::Expr(Expr::column(it))));
                self.facts.dml.sentinel_columns = sentinels.len();
            }
            returning = Some(self.returning(&items, toplevel, kw)?);
        }
        let imv = |single_values_expr: String, params: &[CrudParam], is_default_expr: bool| InsertManyValues {
            is_default_expr,
            single_values_expr: single_values_expr.into(),
            values_params: params.iter().flat_map(|it| it.bind_names.iter().cloned()).collect(),
            sort_by_parameter_order: insert.common.sort_by_parameter_order,
            includes_upsert_behaviors: !insert.on_conflict.is_empty(),
            sentinel_columns: sentinel_columns.clone(),
            sentinel_param_keys: sentinel_param_keys.clone(),
            implicit_sentinel,
            embed_values_counter: false,
            has_upsert_bound_parameters: false,
        };
        if let Some(select) = select {
            let body = self.query(&select, &Kw { insert_into: true, ..*kw })?;
            let nesting = if toplevel { None } else { Some(self.stack.len()) };
            let ctes = if self.dialect.cte_follows_insert() { self.ctes_here(nesting, true) } else { None };
            has_ctes = ctes.is_some();
            text = format!("{text} {}{body}", ctes.unwrap_or_default());
        } else if single.is_empty() && self.dialect.supports_default_values {
            text += " DEFAULT VALUES";
            if use_insertmanyvalues {
                self.facts.dml.insertmanyvalues = Some(imv(self.dialect.default_metavalue_token.to_owned(), &[], true));
            }
        } else if !multi.is_empty() {
            let rows: Vec<String> = multi
                .iter()
                .map(|row| format!("({})", row.iter().map(|it| it.value.as_str()).collect::<Vec<_>>().join(", ")))
                .collect();
            text = format!("{text} VALUES {}", rows.join(", "));
        } else if use_insertmanyvalues
            && implicit_sentinel
            && self.dialect.kind == DialectKind::Postgresql
            && !is_default_metavalue_only
        {
            let (body, made) = self.ordered_values(&single, sentinel_columns.as_deref().unwrap_or_default());
            text += &body;
            let plain: Vec<CrudParam> = made;
            let values = plain.iter().map(|it| it.value.as_str()).collect::<Vec<_>>().join(", ");
            let mut imv = imv(values, &plain, false);
            imv.embed_values_counter = true;
            self.facts.dml.insertmanyvalues = Some(imv);
        } else {
            let values = single.iter().map(|it| it.value.as_str()).collect::<Vec<_>>().join(", ");
            text = format!("{text} VALUES ({values})");
            if use_insertmanyvalues {
                self.facts.dml.insertmanyvalues = Some(imv(values, &single, false));
            }
        }
        let conflicts = self.on_conflicts(insert, kw)?;
        if !conflicts.is_empty() {
            text = format!("{text} {conflicts}");
        }
        if let Some(extension) = self.extensions(&insert.common.extensions, ExtensionPoint::PostValues, kw)? {
            text = format!("{text} {extension}");
        }
        if let Some(returning) = returning {
            text = format!("{text} {returning}");
        }
        // Without a SELECT that they would stand before, such a dialect loses them, in the reference too.
        if !has_ctes && !self.dialect.cte_follows_insert() {
            let nesting = if toplevel { None } else { Some(self.stack.len()) };
            text = self.with_ctes(text, nesting, true);
        }
        self.stack.pop();
        Ok(text)
    }

    /// PostgreSQL's form that keeps the order of the rows.
    fn ordered_values(
        &self,
        single: &[CrudParam],
        sentinels: &[crate::sql::schema::ColumnRef],
    ) -> (String, Vec<CrudParam>) {
        let is_sentinel = |it: &CrudParam| it.column.as_ref().is_some_and(|c| sentinels.iter().any(|s| s.id == c.id));
        let plain: Vec<CrudParam> = single.iter().filter(|it| !is_sentinel(it)).cloned().collect();
        let values: Vec<&str> = plain.iter().map(|it| it.value.as_str()).collect();
        let names: Vec<String> =
            single.iter().enumerate().filter(|(_, it)| !is_sentinel(it)).map(|(i, _)| format!("p{i}")).collect();
        let casts: Vec<String> = single
            .iter()
            .enumerate()
            .map(|(i, it)| {
                if is_sentinel(it) {
                    return it.value.clone();
                }
                let ty = it.column.as_ref().and_then(|c| super::types::type_text(&c.ty(), &self.dialect).ok());
                ty.map_or_else(|| format!("p{i}"), |ty| format!("p{i}::{ty}"))
            })
            .collect();
        let text = format!(
            " SELECT {} FROM (VALUES ({})) AS imp_sen({}, sen_counter) ORDER BY sen_counter",
            casts.join(", "),
            values.join(", "),
            names.join(", ")
        );
        (text, plain)
    }

    fn on_conflicts(&mut self, insert: &Insert, kw: &Kw<'_>) -> Result<String, CompileError> {
        let mut parts = Vec::new();
        for (place, conflict) in insert.on_conflict.iter().enumerate() {
            let first = crate::sql::cache_key::conflict_place(place);
            self.check_flavor(conflict)?;
            parts.push(self.shown_as_in(conflict.flavor.dialect(), |it| match conflict.flavor {
                Upsert::Mysql { ordered } => it.on_duplicate_key(insert, conflict, ordered, first),
                _ => it.on_conflict(insert, conflict, first, kw),
            })?);
        }
        Ok(parts.join(" "))
    }

    /// Whether the dialect knows this clause. SQLite and PostgreSQL have methods of one name for theirs; only
    /// PostgreSQL's asks for a constraint, which SQLite's clause has no place for.
    fn check_flavor(&self, conflict: &OnConflict) -> Result<(), CompileError> {
        let class = match (conflict.flavor, &conflict.set) {
            (Upsert::Mysql { .. }, _) => "OnDuplicateClause",
            (_, Some(_)) => "OnConflictDoUpdate",
            (_, None) => "OnConflictDoNothing",
        };
        let own = conflict.flavor.dialect();
        match (self.dialect.kind, own.kind) {
            (DialectKind::Default, _) if self.dialect.is_stringify => Ok(()),
            (DialectKind::Sqlite, DialectKind::Postgresql) => Ok(()),
            (DialectKind::Postgresql, DialectKind::Sqlite) => {
                Err(CompileError::Attribute(format!("'{class}' object has no attribute 'constraint_target'")))
            }
            (kind, own) if kind == own => Ok(()),
            _ => Err(self.unsupported(&format!("sqlalchemy.dialects.{}.dml.{class}", own.name))),
        }
    }

    fn on_conflict(
        &mut self,
        insert: &Insert,
        conflict: &OnConflict,
        first: u32,
        kw: &Kw<'_>,
    ) -> Result<String, CompileError> {
        let mut target = String::new();
        // SQLite's compiler does not look at the constraint.
        if let Some(constraint) = conflict.constraint.as_ref().filter(|_| self.dialect.kind != DialectKind::Sqlite) {
            target = format!("ON CONSTRAINT {}", self.quote(constraint));
        } else if !conflict.index_elements.is_empty() {
            let plain = Kw { include_table: false, use_schema: false, ..*kw };
            let mut items = Vec::new();
            for element in &conflict.index_elements {
                items.push(match element.kind() {
                    ExprKind::TextualLabelReference(name) => self.quote(name),
                    _ => self.expr(element, &plain)?,
                });
            }
            target = format!("({})", items.join(", "));
            if let Some(where_) = &conflict.index_where {
                let kw = Kw { literal_execute: self.dialect.kind == DialectKind::Sqlite, ..plain };
                target = format!("{target} WHERE {}", self.expr(where_, &kw)?);
            }
        }
        let Some(set) = &conflict.set else {
            return Ok(if target.is_empty() {
                "ON CONFLICT DO NOTHING".to_owned()
            } else {
                format!("ON CONFLICT {target} DO NOTHING")
            });
        };
        let set = self.upsert_set(insert, set, false, first, kw)?;
        let mut text = format!("ON CONFLICT {target} DO UPDATE SET {set}");
        if let Some(where_) = &conflict.where_ {
            let kw = Kw { include_table: true, use_schema: false, ..*kw };
            text = format!("{text} WHERE {}", self.expr(where_, &kw)?);
        }
        Ok(text)
    }

    fn on_duplicate_key(
        &mut self,
        insert: &Insert,
        conflict: &OnConflict,
        ordered: bool,
        first: u32,
    ) -> Result<String, CompileError> {
        let set = conflict.set.iter().flatten();
        let set: Vec<_> = set.map(|(key, value)| (key.clone(), with_inserted_values(value, &self.dialect))).collect();
        // What is said of the whole statement, such as `literal_binds`, does not reach the values.
        Ok(format!("ON DUPLICATE KEY UPDATE {}", self.upsert_set(insert, &set, ordered, first, &Kw::default())?))
    }

    /// Assignments of ON CONFLICT, in the order of the table's columns.
    fn upsert_set(
        &mut self,
        insert: &Insert,
        set: &[(AssignedKey, Assigned)],
        ordered: bool,
        first: u32,
        kw: &Kw<'_>,
    ) -> Result<String, CompileError> {
        let kw = Kw { use_schema: false, is_upsert_set: true, ..*kw };
        let address = self.dml_address;
        let slot = |place: usize| SlotKey::Assigned(address, first + u32::try_from(place).unwrap_or(0));
        let mut used = vec![false; set.len()];
        let mut parts = Vec::new();
        let mut columns: Vec<_> = insert.table.columns.borrow().values().cloned().collect();
        let place_of = |column: &crate::sql::schema::ColumnRef| {
            set.iter().position(|(key, _)| match key {
                AssignedKey::Name(name) => *name == column.key(),
                AssignedKey::Column(it) => it.id == column.id,
                AssignedKey::Expr(_) => false,
            })
        };
        if ordered {
            columns.sort_by_key(|it| place_of(it).unwrap_or(usize::MAX));
        }
        for column in &columns {
            let place = place_of(column);
            let Some(place) = place else { continue };
            used[place] = true;
            let value = self.upsert_value(&set[place].1, Some(&column.ty()), slot(place), &kw)?;
            parts.push(format!("{} = {value}", self.dialect.quote(&column.name(), column.quote)));
        }
        let rest: Vec<usize> = (0..set.len()).filter(|it| !used[*it]).collect();
        if !rest.is_empty() {
            let names: Vec<String> = rest
                .iter()
                .map(|it| match &set[*it].0 {
                    AssignedKey::Name(name) => format!("'{name}'"),
                    AssignedKey::Column(column) => format!("'{}.{}'", insert.table.name, column.name()),
                    AssignedKey::Expr(_) => "''".to_owned(),
                })
                .collect();
            self.warn(
                "SAWarning",
                format!(
                    "Additional column names not matching any column keys in table '{}': {}",
                    insert.table.name,
                    names.join(", ")
                ),
            );
            // MySQL's clause leaves them out.
            let written = if self.dialect.kind == DialectKind::Mysql { Vec::new() } else { rest };
            for index in written {
                let key = match &set[index].0 {
                    AssignedKey::Name(name) => self.quote(name),
                    AssignedKey::Column(column) => self.column(column, &kw)?,
                    AssignedKey::Expr(expr) => self.expr(expr, &kw)?,
                };
                let value = self.upsert_value(&set[index].1, None, slot(index), &kw)?;
                parts.push(format!("{key} = {value}"));
            }
        }
        Ok(parts.join(", "))
    }

    fn upsert_value(
        &mut self,
        value: &Assigned,
        ty: Option<&crate::sql::types::Type>,
        slot: SlotKey,
        kw: &Kw<'_>,
    ) -> Result<String, CompileError> {
        match value {
            Assigned::Expr(expr) => match (expr.kind(), ty) {
                (ExprKind::Bind(bind), Some(ty)) if expr.ty().is_null() => self.bind(bind, ty, kw),
                _ => self.expr(&self_group(expr, None), kw),
            },
            Assigned::Value(value) => {
                let ty = ty.cloned().unwrap_or_else(crate::sql::types::null_type);
                self.slot_bind(value.clone(), ty, Some(slot), kw)
            }
        }
    }

    /// FROM objects of an UPDATE or DELETE besides its table.
    fn extra_froms(
        table: &TableRef,
        common: &DmlCommon,
        criteria: &[Expr],
        values: &[(AssignedKey, Assigned)],
    ) -> Vec<From> {
        let mut seen: Vec<u32> = common.target.as_ref().map(From::contained_ids).unwrap_or_default();
        seen.push(table.id);
        Self::froms_beside(seen, &common.using, criteria, values)
    }

    /// Of a join, the first table is the one that is written to; the others are further tables, even where
    /// they are used as well.
    fn froms_of_join(common: &DmlCommon, criteria: &[Expr], values: &[(AssignedKey, Assigned)]) -> Option<Vec<From>> {
        let tables = common.target.as_ref()?.leftmost_tables();
        let (primary, rest) = tables.split_first().filter(|it| !it.1.is_empty())?;
        let mut froms = Self::froms_beside(vec![primary.id()], &common.using, criteria, values);
        froms.extend_from_slice(rest);
        Some(froms)
    }

    /// FROM objects that are used besides those of the ids `seen`.
    fn froms_beside(
        mut seen: Vec<u32>,
        using: &[From],
        criteria: &[Expr],
        values: &[(AssignedKey, Assigned)],
    ) -> Vec<From> {
        let mut froms: Vec<From> = Vec::new();
        for from in using {
            if !seen.contains(&from.id()) {
                froms.push(from.clone());
            }
            seen.extend(from.contained_ids());
        }
        let mut add = |expr: &Expr| {
            for from in froms_in(expr) {
                if !seen.contains(&from.id()) {
                    seen.push(from.id());
                    froms.push(from);
                }
            }
        };
        criteria.iter().for_each(&mut add);
        for (_, value) in values {
            if let Assigned::Expr(expr) = value {
                add(expr);
            }
        }
        froms
    }

    fn update(&mut self, update: &Update, address: usize, toplevel: bool, kw: &Kw<'_>) -> Result<String, CompileError> {
        let extra = Self::extra_froms(&update.table, &update.common, &update.where_, &update.values);
        let mut own = vec![update.table.id];
        own.extend(extra.iter().map(From::id));
        self.stack.push(StackEntry { correlate: own.clone(), asfrom: own, ..StackEntry::default() });
        let outer_linter = self.linter.take();
        self.linter = self.options.linting.then(super::froms::FromLinter::default);
        let mysql = self.dialect.kind == DialectKind::Mysql;
        let mut table = self.dml_target(&update.table, &update.common, kw)?;
        if mysql {
            for from in &extra {
                table = format!("{table}, {}", self.from(from, &Kw { asfrom: true, ..*kw })?);
            }
        }
        let further = Self::froms_of_join(&update.common, &update.where_, &update.values);
        let further = further.unwrap_or_else(|| extra.clone());
        let params = self.update_params(update, &further, address, toplevel, kw)?;
        self.independent_ctes(&update.common.independent_ctes, &update.common.nested_ctes, kw)?;
        let assignments: Vec<String> = params.iter().map(|it| format!("{}={}", it.name, it.value)).collect();
        let mut text =
            format!("UPDATE {}{table} SET {}", self.prefixes(&update.common.prefixes, kw)?, assignments.join(", "));
        if matches!(update.common.target, Some(From::Join(_))) && !mysql {
            if self.dialect.kind == DialectKind::Oracle || self.dialect.is_plain() {
                return Err(several_tables("UPDATE"));
            }
            // As the reference: the tables of the join are further ones, and left out.
            text += " FROM ";
        } else if !extra.is_empty() && !mysql {
            if self.dialect.kind == DialectKind::Oracle || self.dialect.is_plain() {
                return Err(several_tables("UPDATE"));
            }
            let mut parts = Vec::new();
            for from in &extra {
                parts.push(self.from(from, &Kw { asfrom: true, ..*kw })?);
            }
            text = format!("{text} FROM {}", parts.join(", "));
        }
        text = self.finish_dml(text, &update.where_, &update.common, toplevel, kw)?;
        self.end_dml_lint(outer_linter, toplevel);
        self.stack.pop();
        Ok(text)
    }

    fn delete(&mut self, delete: &Delete, toplevel: bool, kw: &Kw<'_>) -> Result<String, CompileError> {
        let extra = Self::froms_of_join(&delete.common, &delete.where_, &[])
            .unwrap_or_else(|| Self::extra_froms(&delete.table, &delete.common, &delete.where_, &[]));
        let mut own = vec![delete.table.id];
        own.extend(extra.iter().map(From::id));
        self.stack.push(StackEntry { correlate: own.clone(), asfrom: own, ..StackEntry::default() });
        let outer_linter = self.linter.take();
        self.linter = self.options.linting.then(super::froms::FromLinter::default);
        let table = self.dml_target(&delete.table, &delete.common, kw)?;
        self.delete_params(delete, toplevel)?;
        self.independent_ctes(&delete.common.independent_ctes, &delete.common.nested_ctes, kw)?;
        let mut text = format!("DELETE {}FROM {table}", self.prefixes(&delete.common.prefixes, kw)?);
        if !extra.is_empty() {
            let mut parts = Vec::new();
            for from in &extra {
                parts.push(self.from(from, &Kw { asfrom: true, ..*kw })?);
            }
            text = match self.dialect.kind {
                _ if self.dialect.is_plain() => return Err(several_tables("DELETE")),
                DialectKind::Default => format!("{text} , {}", parts.join(", ")),
                DialectKind::Postgresql => format!("{text} USING {}", parts.join(", ")),
                DialectKind::Mysql => {
                    // A join of the table stands for it.
                    if !extra.iter().any(|it| it.contained_ids().contains(&delete.table.id)) {
                        parts.insert(0, table);
                    }
                    format!("{text} USING {}", parts.join(", "))
                }
                DialectKind::Sqlite | DialectKind::Oracle => return Err(several_tables("DELETE")),
            };
        }
        text = self.finish_dml(text, &delete.where_, &delete.common, toplevel, kw)?;
        self.end_dml_lint(outer_linter, toplevel);
        self.stack.pop();
        Ok(text)
    }

    fn end_dml_lint(&mut self, outer: Option<super::froms::FromLinter>, toplevel: bool) {
        if !toplevel {
            self.linter = outer;
        }
    }

    /// WHERE, RETURNING and WITH of UPDATE and DELETE.
    fn finish_dml(
        &mut self,
        mut text: String,
        criteria: &[Expr],
        common: &DmlCommon,
        toplevel: bool,
        kw: &Kw<'_>,
    ) -> Result<String, CompileError> {
        if !criteria.is_empty() {
            let criteria = self.criteria(criteria, kw)?;
            if !criteria.is_empty() {
                text = format!("{text} WHERE {criteria}");
            }
        }
        if let Some(limit) = common.mysql_limit.filter(|_| self.dialect.kind == DialectKind::Mysql) {
            text = format!("{text} LIMIT {limit}");
        }
        if let Some(extension) = self.extensions(&common.extensions, ExtensionPoint::PostCriteria, kw)? {
            text = format!("{text} {extension}");
        }
        let items = self.returning_items(common);
        if !items.is_empty() {
            text = format!("{text} {}", self.returning(&items, toplevel, kw)?);
        }
        let nesting = if toplevel { None } else { Some(self.stack.len()) };
        Ok(self.with_ctes(text, nesting, false))
    }
}

/// A value of ON DUPLICATE KEY UPDATE: columns of `inserted` are those that the INSERT would have stored.
fn with_inserted_values(value: &Assigned, dialect: &Dialect) -> Assigned {
    let Assigned::Expr(expr) = value else { return value.clone() };
    Assigned::Expr(replace(expr, &mut |it| {
        let column = it.as_column()?;
        let Some(From::Alias(alias)) = &*column.table.borrow() else { return None };
        let is_inserted = matches!(&alias.name, Name::Given(name) if &*name.text == INSERTED);
        let name = dialect.quote(&column.name(), column.quote);
        is_inserted.then(|| literal_column(&format!("VALUES({name})"), None))
    }))
}

fn several_tables(statement: &str) -> CompileError {
    CompileError::NotImplemented(format!("This backend does not support multiple-table criteria within {statement}"))
}
