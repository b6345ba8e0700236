//! What can stand in FROM: tables, joins, aliases, subqueries, CTEs. Mirrors `sql/selectable.py`.

use super::expr::{EntityTag, Expr, Name, Query};
use super::quoted_name::QuotedName;
use super::schema::{ColumnId, ColumnNode, ColumnRef, TableRef, next_id};
use super::select::Affix;
use super::value::HostSlot;
use std::cell::RefCell;
use std::rc::{Rc, Weak};

/// A FROM object.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum From {
    Table(TableRef),
    /// `table("name", column(...))`: named, without metadata.
    Lightweight(Rc<Lightweight>),
    Alias(Rc<Alias>),
    Join(Rc<Join>),
    /// `text("...")` in `select_from`.
    Text(Expr),
}

/// `sqlalchemy.table()`
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Lightweight {
    pub id: u32,
    pub name: Rc<str>,
    pub quote: Option<bool>,
    pub schema: Option<Rc<str>>,
    pub columns: RefCell<Vec<ColumnRef>>,
    pub host: HostSlot,
}

/// A join of two FROM objects.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Join {
    pub id: u32,
    pub left: From,
    pub right: From,
    pub onclause: Option<Expr>,
    pub is_outer: bool,
    pub full: bool,
    /// The entity that it begins with, when it joins entities.
    pub entity: Option<EntityTag>,
    pub host: HostSlot,
}

/// A named or anonymous alias of a table, a subquery, a CTE.
#[derive(Debug)]
pub struct Alias {
    /// Its number.
    pub id: u32,
    /// `anon_1`, `table_1` or as given.
    pub name: Name,
    /// What it renames.
    pub element: AliasElement,
    /// What sort of alias it is.
    pub kind: AliasKind,
    /// Columns that somebody holds, by place.
    columns: RefCell<Vec<Weak<ColumnNode>>>,
    /// The host's object.
    pub host: HostSlot,
}

/// What an alias renames.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum AliasElement {
    From(From),
    Query(Query),
    /// A table-valued function, with its columns.
    Expr(Expr, Vec<ColumnRef>),
    Values(Rc<Values>),
    /// A CTE over INSERT, UPDATE or DELETE; opaque to FROM handling.
    Dml(Rc<super::dml::Dml>),
}

/// `values(*columns).data(rows)`
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Values {
    pub rows: Vec<Expr>,
    /// What it was given: columns, mostly.
    pub columns: Vec<Expr>,
    pub literal_binds: bool,
    pub lateral: bool,
    /// VALUES that this is a copy of: columns that were made for them are those of the copy, too.
    pub copied: Option<Rc<Alias>>,
    /// `add_cte()`
    pub independent_ctes: Vec<Rc<Alias>>,
}

/// How `func.x().table_valued(...)` is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct TableValued {
    /// WITH ORDINALITY.
    pub with_ordinality: bool,
    /// `render_derived()`: the columns are named behind the alias.
    pub is_derived: bool,
    /// With their types.
    pub with_types: bool,
    /// Needs no ON: it refers to the other FROM objects by its arguments.
    pub joins_implicitly: bool,
    /// `alias()` of a function, which is its only column.
    pub is_plain: bool,
    /// LATERAL stands before it.
    pub is_lateral: bool,
}

/// What sort of alias it is.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum AliasKind {
    Alias,
    Subquery,
    Lateral,
    TableSample { sampling: Expr, seed: Option<Expr> },
    TableValued(TableValued),
    Values,
    Cte { recursive: bool, nesting: bool, prefixes: Vec<Affix>, suffixes: Vec<Affix> },
}

impl Alias {
    /// A new alias. `name`: `None` makes one up from `base`.
    pub fn new(element: AliasElement, kind: AliasKind, name: Option<QuotedName>, base: &str) -> Rc<Self> {
        let name = name.map_or_else(|| Name::anon(base), Name::Given);
        Self::named(element, kind, name)
    }

    /// A new alias whose name may be shared with another (a recursive CTE and its restatement).
    pub fn named(element: AliasElement, kind: AliasKind, name: Name) -> Rc<Self> {
        Rc::new(Self { id: next_id(), name, element, kind, columns: RefCell::default(), host: HostSlot::default() })
    }

    /// Its columns, in order. Each stands for the inner column at the same place.
    pub fn columns(self: &Rc<Self>) -> Vec<ColumnRef> {
        if let AliasElement::Values(values) = &self.element
            && let Some(copied) = values.copied.as_ref().filter(|it| it.has_columns())
        {
            return copied.columns();
        }
        let inner = self.inner_columns();
        let mut known = self.columns.borrow_mut();
        let len = inner.len().max(known.len());
        known.resize(len, Weak::new());
        inner
            .into_iter()
            .enumerate()
            .map(|(index, super::labels::Exported { name, quote, key, expr: base, label })| {
                if let Some(column) = known[index].upgrade() {
                    return column;
                }
                // Text that is a column stays as it is written, unless it has another name here.
                let is_literal = base.as_column().is_some_and(|it| it.is_literal && it.name() == name);
                let column = Rc::new(ColumnNode {
                    id: ColumnId { owner: self.id, index: u32::try_from(index).unwrap_or(u32::MAX) },
                    name: RefCell::new(name),
                    key: RefCell::new(key),
                    quote,
                    ty: RefCell::new(base.ty().clone()),
                    table: RefCell::new(Some(From::Alias(self.clone()))),
                    is_literal,
                    base: Some(base),
                    label,
                    schema: None,
                    host: HostSlot::default(),
                });
                known[index] = Rc::downgrade(&column);
                column
            })
            .collect()
    }

    /// Whether somebody asked for the columns yet.
    pub fn has_columns(&self) -> bool {
        let copied = match &self.element {
            AliasElement::Values(values) => values.copied.as_ref(),
            _ => None,
        };
        !self.columns.borrow().is_empty() || copied.is_some_and(|it| it.has_columns())
    }

    /// Each inner column with the name it has here.
    fn inner_columns(&self) -> Vec<super::labels::Exported> {
        use super::labels::{Exported, exported_function, exported_items};
        match &self.element {
            // A function is the only column of its own row.
            AliasElement::From(From::Text(function)) => exported_function(function),
            AliasElement::From(from) => from.columns().iter().map(Exported::column).collect(),
            AliasElement::Query(query) => query.exported(),
            AliasElement::Expr(function, _) if self.is_of_one_column() => exported_function(function),
            AliasElement::Expr(_, columns) => columns.iter().map(Exported::column).collect(),
            AliasElement::Values(values) => {
                values.columns.iter().filter_map(Expr::as_column).map(Exported::column).collect()
            }
            AliasElement::Dml(dml) => exported_items(&dml.common().returning),
        }
    }

    /// `func.x().alias()`
    fn is_of_one_column(&self) -> bool {
        matches!(self.kind, AliasKind::TableValued(TableValued { is_plain: true, .. }))
    }

    /// A VALUES without a name in FROM.
    pub fn is_unnamed_values(&self) -> bool {
        matches!(&self.name, Name::Anon { base, .. } if base.is_empty())
    }

    /// For a recursive CTE after `union()`: the CTE that its second part refers to, which has the same
    /// name; `None` for others.
    pub fn restated(&self) -> Option<u32> {
        match &self.element {
            AliasElement::Query(Query::Compound(compound)) => compound.restates,
            _ => None,
        }
    }

    /// The column that stands for `column` of what is aliased.
    pub fn corresponding_column(self: &Rc<Self>, column: &ColumnNode) -> Option<ColumnRef> {
        self.columns().into_iter().find(|it| it.proxies(column.id))
    }
}

impl ColumnNode {
    /// Whether this column is, or stands for, the column `id`, however deep.
    pub fn proxies(&self, id: ColumnId) -> bool {
        self.id == id || self.base.as_ref().is_some_and(|base| base.as_column().is_some_and(|it| it.proxies(id)))
    }
}

impl Join {
    /// A new join.
    pub fn new(left: From, right: From, onclause: Option<Expr>, is_outer: bool, full: bool) -> Rc<Self> {
        Rc::new(Self { id: next_id(), left, right, onclause, is_outer, full, entity: None, host: HostSlot::default() })
    }
}

impl From {
    /// Whether it is a function whose alias is its only column, `func.x().column_valued()`.
    pub fn is_column_valued(&self) -> bool {
        matches!(self, Self::Alias(alias) if matches!(&alias.element, AliasElement::Expr(_, columns) if columns.is_empty()))
    }

    /// Its number.
    pub fn id(&self) -> u32 {
        match self {
            Self::Table(it) => it.id,
            Self::Lightweight(it) => it.id,
            Self::Alias(it) => it.id,
            Self::Join(it) => it.id,
            Self::Text(it) => match it.kind() {
                super::expr::ExprKind::Text(text) => text.id,
                // A function has no number: its place tells it from others.
                _ => (Rc::as_ptr(&it.0) as usize >> 4) as u32 | 1 << 31,
            },
        }
    }

    /// Its columns, in order; those of a join are left then right.
    pub fn columns(&self) -> Vec<ColumnRef> {
        match self {
            Self::Table(it) => it.columns.borrow().values().cloned().collect(),
            Self::Lightweight(it) => it.columns.borrow().clone(),
            Self::Alias(it) => it.columns(),
            Self::Join(it) => {
                let mut columns = it.left.columns();
                columns.extend(it.right.columns());
                columns
            }
            Self::Text(_) => Vec::new(),
        }
    }

    /// The tables of a join, from the left; of others the object itself.
    pub fn leftmost_tables(&self) -> Vec<Self> {
        match self {
            Self::Join(join) => [join.left.leftmost_tables(), join.right.leftmost_tables()].concat(),
            _ => vec![self.clone()],
        }
    }

    /// Ids of everything inside: itself, and both sides of joins.
    pub fn contained_ids(&self) -> Vec<u32> {
        let mut ids = vec![self.id()];
        if let Self::Join(join) = self {
            ids.extend(join.left.contained_ids());
            ids.extend(join.right.contained_ids());
        }
        ids
    }

    /// The column here that is, or stands for, `column`.
    pub fn corresponding_column(&self, column: &ColumnNode) -> Option<ColumnRef> {
        self.columns().into_iter().find(|it| it.proxies(column.id))
    }

    /// Whether this is `other`, or an alias, join or query made from it.
    pub fn is_derived_from(&self, other: &From) -> bool {
        if self.id() == other.id() {
            return true;
        }
        match self {
            Self::Join(join) => join.left.is_derived_from(other) || join.right.is_derived_from(other),
            Self::Alias(alias) => match &alias.element {
                AliasElement::From(inner) => inner.is_derived_from(other),
                AliasElement::Query(query) => query_is_derived_from(query, other),
                _ => false,
            },
            _ => false,
        }
    }
}

fn query_is_derived_from(query: &Query, other: &From) -> bool {
    match query {
        Query::Select(select) => super::traverse::froms_of_select(select).iter().any(|it| it.is_derived_from(other)),
        Query::Compound(compound) => compound.selects.iter().any(|it| query_is_derived_from(it, other)),
        Query::Text(_) => false,
    }
}
