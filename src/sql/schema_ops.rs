//! Declaring tables: attaching columns, constraints and indexes, resolving foreign keys, and the errors
//! of doing so wrongly. Mirrors `Table`, `Column`, `ForeignKey` of `sql/schema.py`.

use super::error::SqlError;
use super::expr::Expr;
use super::naming;
use super::schema::{
    Autoincrement, ColumnDefault, ColumnRef, Constraint, ConstraintKind, ForeignKey, ForeignKeyTarget, Index, MetaData,
    Table, TableRef, next_id,
};
use super::selectable::From;
use super::types::{Affinity, TypeKind};
use super::value::HostSlot;
use indexmap::IndexMap;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// A new table in `metadata`, without columns.
///
/// # Errors
/// `InvalidRequestError` when the name is taken.
pub fn new_table(
    metadata: &Rc<MetaData>,
    name: &str,
    schema: Option<Rc<str>>,
    quote: Option<bool>,
    quote_schema: Option<bool>,
) -> Result<TableRef, SqlError> {
    let own = metadata.schema.borrow().clone();
    let quote_schema =
        quote_schema.or_else(|| metadata.quote_schema.get().filter(|_| schema.is_none() || schema == own));
    let schema = schema.or(own).filter(|it| !it.is_empty());
    let key: Rc<str> = match &schema {
        Some(schema) => format!("{schema}.{name}").into(),
        None => name.into(),
    };
    if metadata.tables.borrow().contains_key(&key) {
        return Err(SqlError::invalid_request(format!(
            "Table '{key}' is already defined for this MetaData instance.  Specify 'extend_existing=True' to redefine \
             options and columns on an existing Table object."
        )));
    }
    let table = Rc::new(Table {
        id: next_id(),
        name: name.into(),
        quote,
        schema,
        quote_schema,
        metadata: Rc::downgrade(metadata),
        columns: RefCell::new(IndexMap::new()),
        constraints: RefCell::new(Vec::new()),
        indexes: RefCell::new(Vec::new()),
        comment: RefCell::new(None),
        prefixes: RefCell::new(Vec::new()),
        implicit_returning: Cell::new(true),
        dependencies: RefCell::default(),
        options: RefCell::new(IndexMap::new()),
        host: HostSlot::default(),
    });
    let key_constraint = Constraint::new(ConstraintKind::PrimaryKey, None, Vec::new(), true);
    *key_constraint.table.borrow_mut() = Rc::downgrade(&table);
    table.constraints.borrow_mut().push(key_constraint);
    metadata.tables.borrow_mut().insert(key, table.clone());
    Ok(table)
}

/// Attaches a column: it joins the table's columns, its primary key, and gets its constraints and index.
///
/// Gives back a warning.
///
/// # Errors
/// A column that has another table, no name, or a name that is taken.
pub fn append_column(
    table: &TableRef,
    column: &ColumnRef,
    index: Option<isize>,
    replace: bool,
) -> Result<Option<String>, SqlError> {
    if column.name.borrow().is_empty() {
        return Err(SqlError::argument(
            "Column must be constructed with a non-blank name or assign a non-blank .name before adding to a Table.",
        ));
    }
    let key = column.key();
    if let Some(other) = column.owner_table()
        && other.id != table.id
    {
        return Err(SqlError::argument(format!("Column object '{key}' already assigned to Table '{}'", other.name)));
    }
    let name = column.name();
    let of_key = table.columns.borrow().get(&key).cloned();
    let of_name = match of_key {
        Some(_) => None,
        None => table.columns.borrow().values().rfind(|it| it.name() == name).cloned(),
    };
    let mut warning = None;
    if let Some(existing) = of_key.as_ref().or(of_name.as_ref()).filter(|it| it.id != column.id) {
        if !replace {
            let (what, shown) = if of_name.is_some() || key == name { ("name", &name) } else { ("key", &key) };
            return Err(SqlError::DuplicateColumn(format!(
                "A column with {what} '{shown}' is already present in table '{}'.",
                table.name
            )));
        }
        table.constraints.borrow_mut().retain(|it| {
            !matches!(it.kind, ConstraintKind::ForeignKey { .. })
                || !it.columns.borrow().iter().any(|it| it.id == existing.id)
        });
        if of_name.is_some() && key == name {
            let old = existing.key();
            warning = Some(format!(
                "Column with user-specified key \"{old}\" is being replaced with plain named column \"{name}\", key \
                 \"{old}\" is being removed.  If this is a reflection operation, specify autoload_replace=False to \
                 prevent this replacement."
            ));
        }
    }
    // A column whose key is the name makes room for one of that name and another key.
    let plain = table.columns.borrow().get(&name).filter(|it| it.name() == name).cloned();
    let removed: Vec<ColumnRef> = [of_key, of_name, plain].into_iter().flatten().collect();
    place_column(table, column, &removed, index);
    *column.table.borrow_mut() = Some(From::Table(table.clone()));
    let Some(schema) = &column.schema else { return Ok(warning) };
    if schema.primary_key.get() {
        add_to_primary_key(table, column);
    } else if table.primary_key().iter().any(|it| it.key() == key) {
        return Err(SqlError::argument(format!(
            "Trying to redefine primary-key column '{key}' as a non-primary-key column on table '{}'",
            table.key()
        )));
    }
    // UNIQUE of a column is made before its foreign keys find their table, and so comes first in CREATE TABLE.
    shorthand(table, column)?;
    for foreign_key in schema.foreign_keys.borrow().iter() {
        *foreign_key.parent.borrow_mut() = Rc::downgrade(column);
        attach_foreign_key(table, column, foreign_key);
    }
    resolve_types(table);
    Ok(warning)
}

/// Puts a column where the first of those stood that it replaces, at `index` (which may count from the end), or last.
fn place_column(table: &TableRef, column: &ColumnRef, removed: &[ColumnRef], index: Option<isize>) {
    let mut columns = table.columns.borrow_mut();
    let place = columns.values().position(|it| removed.iter().any(|old| old.id == it.id));
    let before = columns.len();
    columns.retain(|_, it| !removed.iter().any(|old| old.id == it.id));
    let wanted = match (index, place) {
        (None, place) => place.unwrap_or(columns.len()),
        (Some(index), None) => counted(index, before),
        // The place is counted while a replaced column still stands in its own.
        (Some(index), Some(place)) => {
            let wanted = counted(index, columns.len() + 1);
            if place >= wanted { wanted } else { wanted.saturating_sub(1) }
        }
    };
    let wanted = wanted.min(columns.len());
    columns.shift_insert(wanted, column.key(), column.clone());
}

/// A place as Python's lists count it.
fn counted(index: isize, length: usize) -> usize {
    if index < 0 { length.saturating_sub(index.unsigned_abs()) } else { index.unsigned_abs() }
}

/// Takes a column and what was made for it out again.
pub fn drop_column(table: &TableRef, column: &ColumnRef) {
    table.columns.borrow_mut().shift_remove(&column.key());
    let touches = |columns: &[ColumnRef]| columns.iter().any(|it| it.id == column.id);
    table.constraints.borrow_mut().retain(|it| {
        if matches!(it.kind, ConstraintKind::PrimaryKey) {
            it.columns.borrow_mut().retain(|c| c.id != column.id);
            return true;
        }
        !touches(&it.columns.borrow())
    });
}

/// Puts a column into the primary key, in the place of those that it replaces.
pub fn add_to_primary_key(table: &TableRef, column: &ColumnRef) {
    let constraints = table.constraints.borrow();
    let Some(constraint) = constraints.iter().find(|it| matches!(it.kind, ConstraintKind::PrimaryKey)) else { return };
    let mut columns = constraint.columns.borrow_mut();
    if columns.iter().any(|it| it.id == column.id) {
        return;
    }
    let (key, name) = (column.key(), column.name());
    let is_replaced = |it: &ColumnRef| it.key() == key || key != name && it.key() == name && it.name() == name;
    let place = columns.iter().position(is_replaced);
    columns.retain(|it| !is_replaced(it));
    let place = place.unwrap_or(columns.len());
    columns.insert(place, column.clone());
    if constraint.implicit {
        *constraint.name.borrow_mut() = None;
        constraint.name_is_final.set(false);
    }
}

fn attach_foreign_key(table: &TableRef, column: &ColumnRef, key: &Rc<ForeignKey>) {
    if key.constraint.borrow().upgrade().is_none() {
        let constraint = Constraint::new(
            ConstraintKind::ForeignKey { elements: RefCell::new(vec![key.clone()]), options: key.options.clone() },
            key.options.name.clone(),
            vec![column.clone()],
            true,
        );
        *key.constraint.borrow_mut() = Rc::downgrade(&constraint);
        *constraint.table.borrow_mut() = Rc::downgrade(table);
        table.constraints.borrow_mut().push(constraint);
    }
}

/// `index=True` and `unique=True` of a column.
fn shorthand(table: &TableRef, column: &ColumnRef) -> Result<(), SqlError> {
    let Some(schema) = &column.schema else { return Ok(()) };
    if schema.index.get() == Some(true) {
        let index = Rc::new(Index {
            name_is_final: Cell::new(false),
            name: RefCell::new(None),
            expressions: RefCell::new(vec![Expr::column(column)]),
            unique: schema.unique.get() == Some(true),
            table: RefCell::default(),
            wheres: RefCell::default(),
            options: RefCell::default(),
            host: HostSlot::default(),
        });
        append_index(table, &index);
    } else if schema.unique.get() == Some(true) {
        append_constraint(table, &Constraint::new(ConstraintKind::Unique, None, vec![column.clone()], true))?;
    }
    Ok(())
}

/// Attaches an index.
pub fn append_index(table: &TableRef, index: &Rc<Index>) {
    *index.table.borrow_mut() = Rc::downgrade(table);
    table.indexes.borrow_mut().push(index.clone());
}

/// Attaches a constraint. A primary key takes the place of the one before. Gives back a warning.
///
/// # Errors
/// A foreign key whose columns are not the table's.
pub fn append_constraint(table: &TableRef, constraint: &Rc<Constraint>) -> Result<Option<String>, SqlError> {
    *constraint.table.borrow_mut() = Rc::downgrade(table);
    let mut warning = None;
    match &constraint.kind {
        ConstraintKind::PrimaryKey => {
            let mut columns = constraint.columns.borrow_mut();
            let marked: Vec<ColumnRef> =
                table.columns.borrow().values().filter(|it| it.is_primary_key()).cloned().collect();
            let is_same =
                marked.len() == columns.len() && marked.iter().all(|it| columns.iter().any(|c| c.id == it.id));
            if columns.is_empty() {
                *columns = marked;
            } else if !marked.is_empty() && !is_same {
                let own = quoted_names(&columns);
                warning = Some(format!(
                    "Table '{}' specifies columns {} as primary_key=True, not matching locally specified columns {own}; \
                     setting the current primary key columns to {own}. This warning may become an exception in a future \
                     release",
                    table.name,
                    quoted_names(&marked)
                ));
                for column in marked.iter().filter(|it| !columns.iter().any(|c| c.id == it.id)) {
                    if let Some(schema) = &column.schema {
                        schema.primary_key.set(false);
                    }
                }
            }
            for column in columns.iter() {
                if let Some(schema) = &column.schema {
                    schema.primary_key.set(true);
                    if !schema.nullable_set.get() {
                        schema.nullable.set(false);
                    }
                }
            }
            drop(columns);
            let mut constraints = table.constraints.borrow_mut();
            constraints.retain(|it| !matches!(it.kind, ConstraintKind::PrimaryKey));
            constraints.insert(0, constraint.clone());
        }
        ConstraintKind::ForeignKey { elements, .. } => {
            for (key, column) in elements.borrow().iter().zip(constraint.columns.borrow().iter()) {
                *key.parent.borrow_mut() = Rc::downgrade(column);
                *key.constraint.borrow_mut() = Rc::downgrade(constraint);
                if let Some(schema) = &column.schema {
                    let mut keys = schema.foreign_keys.borrow_mut();
                    if !keys.iter().any(|it| Rc::ptr_eq(it, key)) {
                        keys.push(key.clone());
                    }
                }
            }
            table.constraints.borrow_mut().push(constraint.clone());
            resolve_types(table);
        }
        _ => table.constraints.borrow_mut().push(constraint.clone()),
    }
    Ok(warning)
}

fn quoted_names(columns: &[ColumnRef]) -> String {
    columns.iter().map(|it| format!("'{}'", it.name())).collect::<Vec<_>>().join(", ")
}

/// Gives columns without a type the type of what they refer to, all over the metadata, as far as the
/// tables are known.
pub fn resolve_types(table: &TableRef) {
    let Some(metadata) = table.metadata.upgrade() else { return };
    loop {
        let mut changed = false;
        for table in metadata.tables.borrow().values() {
            for column in table.columns.borrow().values() {
                if !column.ty.borrow().is_null() {
                    continue;
                }
                for key in column.foreign_keys() {
                    if let Ok(target) = referred_column(&key)
                        && !target.ty.borrow().is_null()
                        && target.id != column.id
                    {
                        let ty = target.ty();
                        *column.ty.borrow_mut() = ty;
                        changed = true;
                        break;
                    }
                }
            }
        }
        if !changed {
            return;
        }
    }
}

/// Schema, table and column that a foreign key names.
pub fn target_tokens(key: &ForeignKey) -> (Option<Rc<str>>, Rc<str>, Option<Rc<str>>) {
    match &key.target {
        ForeignKeyTarget::Column(column) => match &*column.table.borrow() {
            Some(From::Table(table)) => (table.schema.clone(), table.name.clone(), Some(column.key())),
            Some(From::Lightweight(table)) => (table.schema.clone(), table.name.clone(), Some(column.key())),
            _ => (None, column.key(), None),
        },
        ForeignKeyTarget::Names { schema, table, column } => (schema.clone(), table.clone(), column.clone()),
    }
}

/// `'schema.table.column'`, or the names one by one where dots would mislead.
fn target_description(key: &ForeignKey) -> String {
    let (schema, table, column) = target_tokens(key);
    let shown = |it: &Option<Rc<str>>| it.as_ref().map_or_else(|| "None".to_owned(), |it| format!("'{it}'"));
    let is_clear = !table.contains('.') && column.as_ref().map_or(schema.is_none(), |it| !it.contains('.'));
    if is_clear {
        let parts: Vec<&str> = [schema.as_deref(), Some(&*table), column.as_deref()].into_iter().flatten().collect();
        return format!("'{}'", parts.join("."));
    }
    format!("(schema={}, table_name='{table}', column_name={})", shown(&schema), shown(&column))
}

/// The column that a foreign key refers to.
///
/// # Errors
/// `NoReferencedTableError`, `NoReferencedColumnError`.
pub fn referred_column(key: &ForeignKey) -> Result<ColumnRef, SqlError> {
    if let ForeignKeyTarget::Column(column) = &key.target {
        return Ok(column.clone());
    }
    let Some(parent) = key.parent.borrow().upgrade() else {
        return Err(SqlError::invalid_request(
            "this ForeignKey object does not yet have a parent Column associated with it.",
        ));
    };
    let Some(table) = parent.owner_table() else {
        return Err(SqlError::invalid_request("this ForeignKey's parent column is not yet associated with a Table."));
    };
    let (schema, target, column) = target_tokens(key);
    let metadata = table.metadata.upgrade();
    let schema = schema.or_else(|| metadata.as_ref().and_then(|it| it.schema.borrow().clone()));
    let table_key: Rc<str> = match &schema {
        Some(schema) => format!("{schema}.{target}").into(),
        None => target.clone(),
    };
    let found = metadata.and_then(|it| it.tables.borrow().get(&table_key).cloned());
    let Some(found) = found else {
        return Err(SqlError::NoReferencedTable {
            message: format!(
                "Foreign key associated with column '{}.{}' could not find table '{table_key}' with which to generate a \
                 foreign key to target column '{}'",
                table.name,
                parent.name(),
                column.as_deref().unwrap_or("None")
            ),
            table: table_key.to_string(),
        });
    };
    let is_known = table.metadata.upgrade().is_some_and(|it| it.tables.borrow().contains_key(&table.key()));
    if !is_known {
        return Err(SqlError::invalid_request(format!(
            "Table {} is no longer associated with its parent MetaData",
            table.key()
        )));
    }
    let wanted = column.clone().unwrap_or_else(|| parent.key());
    let target = if key.options.link_to_name {
        found.columns.borrow().values().find(|it| it.name() == wanted).cloned()
    } else {
        found.column(&wanted)
    };
    target.ok_or_else(|| SqlError::NoReferencedColumn {
        message: format!(
            "Could not initialize target column for ForeignKey {} on table '{}': table '{}' has no column named \
             '{wanted}'",
            target_description(key),
            table.name,
            found.name
        ),
        table: found.name.to_string(),
        column: wanted.to_string(),
    })
}

/// The table that a foreign key constraint refers to.
///
/// # Errors
/// As [`referred_column`].
pub fn referred_table(constraint: &Constraint) -> Result<Option<TableRef>, SqlError> {
    let ConstraintKind::ForeignKey { elements, .. } = &constraint.kind else { return Ok(None) };
    let Some(first) = elements.borrow().first().cloned() else { return Ok(None) };
    Ok(referred_column(&first)?.owner_table())
}

impl Table {
    /// The column whose value the database makes up when none is given.
    pub fn autoincrement_column(&self) -> Option<ColumnRef> {
        self.try_autoincrement_column().ok().flatten()
    }

    /// The same with its errors.
    ///
    /// # Errors
    /// `autoincrement=True` on a column that cannot, or on two.
    pub fn try_autoincrement_column(&self) -> Result<Option<ColumnRef>, SqlError> {
        let keys = self.primary_key();
        let marked = |it: &ColumnRef| it.schema.as_ref().map(|s| s.autoincrement.get());
        if let [column] = &keys[..] {
            return Ok(match marked(column) {
                Some(Autoincrement::True) => can_autoincrement(self, column, true)?.then(|| column.clone()),
                Some(Autoincrement::Auto | Autoincrement::IgnoreFk) => {
                    can_autoincrement(self, column, false)?.then(|| column.clone())
                }
                _ => None,
            });
        }
        let mut found: Option<ColumnRef> = None;
        for column in &keys {
            if marked(column) != Some(Autoincrement::True) {
                continue;
            }
            can_autoincrement(self, column, true)?;
            if let Some(found) = &found {
                return Err(SqlError::argument(format!(
                    "Only one Column may be marked autoincrement=True, found both {} and {}.",
                    column.name(),
                    found.name()
                )));
            }
            found = Some(column.clone());
        }
        Ok(found)
    }

    /// Foreign key constraints, in the order in which they were made.
    pub fn foreign_key_constraints(&self) -> Vec<Rc<Constraint>> {
        let mut found: Vec<Rc<Constraint>> = self
            .constraints
            .borrow()
            .iter()
            .filter(|it| matches!(it.kind, ConstraintKind::ForeignKey { .. }))
            .cloned()
            .collect();
        found.sort_by_key(|it| it.order);
        found
    }
}

fn can_autoincrement(table: &Table, column: &ColumnRef, wanted: bool) -> Result<bool, SqlError> {
    let Some(schema) = &column.schema else { return Ok(false) };
    if !matches!(column.ty().affinity(), Affinity::Integer | Affinity::Numeric) {
        if wanted {
            return Err(SqlError::argument(format!(
                "Column type {} on column '{}.{}' is not compatible with autoincrement=True",
                super::compile::type_name(&column.ty()),
                table.name,
                column.name()
            )));
        }
        return Ok(false);
    }
    if let TypeKind::Numeric { scale, .. } = &column.ty().kind
        && wanted
        && *scale != Some(0)
    {
        return Err(SqlError::argument(format!(
            "Column type {} with non-zero scale {} on column '{}.{}' is not compatible with autoincrement=True",
            super::compile::type_name(&column.ty()),
            scale.map_or_else(|| "None".to_owned(), |it| it.to_string()),
            table.name,
            column.name()
        )));
    }
    if wanted {
        return Ok(true);
    }
    if column.ty().affinity() == Affinity::Numeric {
        return Ok(false);
    }
    let default = schema.default.borrow();
    if !matches!(default.as_deref(), None | Some(ColumnDefault::Sequence { .. })) {
        return Ok(false);
    }
    if schema.server_default.borrow().is_some() {
        return Ok(false);
    }
    Ok(schema.foreign_keys.borrow().is_empty() || schema.autoincrement.get() == Autoincrement::IgnoreFk)
}

/// Gives every constraint and index of a table the name that the naming convention has for it.
///
/// # Errors
/// A template that does not fit.
pub fn apply_naming(table: &TableRef) -> Result<(), SqlError> {
    let Some(metadata) = table.metadata.upgrade() else { return Ok(()) };
    for constraint in table.constraints.borrow().clone() {
        // What a type brings along without a name gets one when it is written.
        let is_unnamed_of_type = constraint.implicit
            && matches!(constraint.kind, ConstraintKind::Check { .. })
            && constraint.name.borrow().is_none();
        if is_unnamed_of_type {
            continue;
        }
        apply_naming_to(&constraint, table)?;
    }
    for index in table.indexes.borrow().clone() {
        if let Some(name) = naming::index_name(&index, table, &metadata)? {
            *index.name.borrow_mut() = Some(name);
            index.name_is_final.set(true);
        }
    }
    Ok(())
}

/// Gives a constraint the name that the naming convention has for it.
///
/// # Errors
/// A template that does not fit.
pub fn apply_naming_to(constraint: &Rc<Constraint>, table: &TableRef) -> Result<(), SqlError> {
    let Some(metadata) = table.metadata.upgrade() else { return Ok(()) };
    if let Some(name) = naming::constraint_name(constraint, table, &metadata)? {
        *constraint.name.borrow_mut() = Some(name);
        constraint.name_is_final.set(true);
    }
    Ok(())
}
