//! INSERT, UPDATE, DELETE as data. Mirrors `sql/dml.py`.

use super::compile::{Dialect, DialectKind};
use super::expr::{Expr, Query};
use super::extension::Extensions;
use super::schema::{ColumnRef, TableRef};
use super::select::{Affix, Nested, PluginItem, SelectItem};
use super::selectable::{Alias, From};
use super::value::Value;
use indexmap::IndexMap;
use std::rc::Rc;

/// One of the three.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Dml {
    Insert(Insert),
    Update(Update),
    Delete(Delete),
}

/// What is assigned to a column: an expression, or a plain value that becomes a bound parameter.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Assigned {
    Value(Value),
    Expr(Expr),
}

/// The left side of an assignment.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum AssignedKey {
    Name(Rc<str>),
    Column(ColumnRef),
    /// An expression, such as a JSON path.
    Expr(Expr),
}

/// Parts that the three share.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)]
pub struct DmlCommon {
    pub returning: Vec<SelectItem>,
    pub prefixes: Vec<Affix>,
    pub options: Vec<PluginItem>,
    pub execution_options: IndexMap<Rc<str>, Value>,
    pub independent_ctes: Vec<Rc<Alias>>,
    /// Those of them that are written in this very statement, by id: `add_cte(nest_here=True)`.
    pub nested_ctes: Vec<u32>,
    /// The ORM entity it was made from, if any.
    pub entity: Option<PluginItem>,
    /// For the ORM: the criteria of its entity are among its own.
    pub has_entity_criteria: bool,
    /// What is written to where that is no table of its own: an alias, a CTE, a join.
    pub target: Option<From>,
    /// `using()`
    pub using: Vec<From>,
    /// `with_hint()`: FROM id, dialect, text.
    pub hints: Vec<(u32, Rc<str>, Rc<str>)>,
    /// `with_dialect_options(mysql_limit=)`
    pub mysql_limit: Option<i64>,
    /// `ext()`
    pub extensions: Extensions,
    /// `.values()` was called, with or without values.
    pub values_given: bool,
    pub sort_by_parameter_order: bool,
    pub return_defaults: bool,
    /// The columns given to `return_defaults()`; empty for all.
    pub return_defaults_columns: Vec<ColumnRef>,
    /// More columns for RETURNING, with `return_defaults()`.
    pub supplemental_returning: Vec<ColumnRef>,
    /// Expressions after them.
    pub supplemental_expressions: Vec<Expr>,
    /// For the ORM: what it does to the SELECTs inside.
    pub nested: Option<Nested>,
}

impl DmlCommon {
    /// Whether RETURNING has more than `return_defaults()` adds.
    pub fn has_supplemental(&self) -> bool {
        !self.supplemental_returning.is_empty() || !self.supplemental_expressions.is_empty()
    }
}

/// INSERT
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Insert {
    /// Whose `insert()` it is.
    pub of: DialectKind,
    pub table: TableRef,
    /// `.values(...)`, in order; empty when they come with the execution.
    pub values: Vec<(AssignedKey, Assigned)>,
    /// `.values([{...}, {...}])`
    pub multi_values: Vec<Vec<(AssignedKey, Assigned)>>,
    /// `.from_select(names, select)`
    pub from_select: Option<(Vec<Rc<str>>, Query)>,
    pub include_defaults: bool,
    pub inline: bool,
    pub on_conflict: Vec<OnConflict>,
    pub common: DmlCommon,
}

/// The name of the table's alias that `insert.inserted` of MySQL has columns of.
pub const INSERTED: &str = "inserted";

/// ON CONFLICT of SQLite and PostgreSQL, ON DUPLICATE KEY of MySQL.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct OnConflict {
    pub flavor: Upsert,
    pub index_elements: Vec<Expr>,
    pub constraint: Option<Rc<str>>,
    pub index_where: Option<Expr>,
    /// `None`: DO NOTHING.
    pub set: Option<Vec<(AssignedKey, Assigned)>>,
    pub where_: Option<Expr>,
}

/// Whose clause it is; MySQL's is another than that of the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Upsert {
    Sqlite,
    Postgresql,
    /// `ordered`: as the program gave the assignments, not as the table has its columns.
    Mysql {
        ordered: bool,
    },
}

impl Upsert {
    /// The dialect that has this clause.
    pub fn dialect(self) -> Dialect {
        match self {
            Self::Sqlite => Dialect::sqlite(),
            Self::Postgresql => Dialect::postgresql(),
            Self::Mysql { .. } => Dialect::mysql(),
        }
    }
}

/// UPDATE
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Update {
    pub table: TableRef,
    pub values: Vec<(AssignedKey, Assigned)>,
    /// `ordered_values`: SET follows the program's order.
    pub ordered: bool,
    pub where_: Vec<Expr>,
    pub common: DmlCommon,
}

/// DELETE
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Delete {
    pub table: TableRef,
    pub where_: Vec<Expr>,
    pub common: DmlCommon,
}

impl Dml {
    /// The parts that all three have.
    pub fn common(&self) -> &DmlCommon {
        match self {
            Self::Insert(it) => &it.common,
            Self::Update(it) => &it.common,
            Self::Delete(it) => &it.common,
        }
    }

    /// The same, to change.
    pub fn common_mut(&mut self) -> &mut DmlCommon {
        match self {
            Self::Insert(it) => &mut it.common,
            Self::Update(it) => &mut it.common,
            Self::Delete(it) => &mut it.common,
        }
    }

    /// Name, key and expression of each RETURNING column.
    pub fn exported_columns(&self) -> Vec<(Rc<str>, Rc<str>, Expr)> {
        super::labels::exported_items(&self.common().returning)
            .into_iter()
            .map(|it| (it.name, it.key, it.expr))
            .collect()
    }
}
