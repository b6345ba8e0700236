//! SELECT and set operations as data. Mirrors `Select` and `CompoundSelect` of `sql/selectable.py`.
//!
//! An ORM select is the same structure with [`PluginItem`]s in it; `orm::context` rewrites it into one
//! without before it is compiled.

use super::cache_key::KeyWalker;
use super::expr::{Expr, Query};
use super::extension::Extensions;
use super::selectable::{Alias, From};
use super::value::Value;
use indexmap::IndexMap;
use std::any::Any;
use std::cell::{Cell, OnceCell, RefCell};
use std::fmt::Debug;
use std::rc::Rc;

/// Something of the ORM inside a statement: an entity, a relationship attribute, an option. Opaque here.
#[derive(Clone)]
pub struct PluginItem(pub Rc<dyn Plugin>);

/// What stands behind a [`PluginItem`].
pub trait Plugin: Any {
    /// Adds what tells it from others to a cache key; false when the statement cannot be cached then.
    fn add_to_cache_key(&self, key: &mut KeyWalker) -> bool;
}

impl Debug for PluginItem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PluginItem")
    }
}

/// What the ORM does to the SELECTs inside of a statement when it is compiled.
#[derive(Clone)]
pub struct Nested(pub Rc<dyn NestedSelects>);

/// What stands behind a [`Nested`].
pub trait NestedSelects {
    /// What is compiled in the place of a SELECT that was made of entities; the same each time it is asked.
    /// `enclosing`: ids of the FROM objects that it has from the statements around it.
    /// What is asked about until [`left`](Self::left) stands inside of it.
    fn in_place_of(&self, select: &Select, enclosing: &[u32]) -> Option<Rc<Select>>;
    /// The SELECT that was asked about last is done.
    fn left(&self);
    /// The host's exception that kept it from an answer.
    fn take_error(&self) -> Option<super::value::HostError>;
}

impl Debug for Nested {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Nested")
    }
}

/// One entry of the columns clause.
#[derive(Clone, Debug)]
pub enum SelectItem {
    /// An expression.
    Expr(Expr),
    /// All columns of a FROM object.
    From(From),
    /// An ORM entity or bundle.
    Plugin(PluginItem),
}

/// The target of `.join()`.
#[derive(Clone, Debug)]
pub enum JoinTarget {
    /// A FROM object.
    From(From),
    /// An ORM entity or a relationship attribute.
    Plugin(PluginItem),
}

/// The ON clause given to `.join()`.
#[derive(Clone, Debug)]
pub enum OnClause {
    /// An expression.
    Expr(Expr),
    /// A relationship attribute.
    Plugin(PluginItem),
}

impl Select {
    /// Makes room for other columns.
    pub fn replace_columns(&mut self) {
        let old = std::mem::take(&mut self.columns);
        if self.joins.is_empty() && self.options.is_empty() {
            return;
        }
        let columns: Rc<[SelectItem]> = old.as_slice().into();
        for join in &mut self.joins {
            join.columns.get_or_insert_with(|| columns.clone());
        }
        self.replaced.extend(old);
    }
}

/// One `.join()` call.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct JoinSetup {
    pub target: JoinTarget,
    pub onclause: Option<OnClause>,
    pub left: Option<JoinTarget>,
    /// The columns that it was written for, when others took their place.
    pub columns: Option<Rc<[SelectItem]>>,
    pub is_outer: bool,
    pub full: bool,
}

/// How columns of the select list are labelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[allow(missing_docs)]
pub enum LabelStyle {
    None,
    TablenamePlusCol,
    #[default]
    DisambiguateOnly,
}

/// DISTINCT
#[derive(Clone, Debug, Default)]
pub enum Distinct {
    /// Not distinct.
    #[default]
    No,
    /// `SELECT DISTINCT`
    Yes,
    /// `DISTINCT ON (...)`, PostgreSQL.
    On(Vec<Expr>),
}

/// FOR UPDATE and its kin.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)]
pub struct ForUpdate {
    pub nowait: bool,
    pub read: bool,
    pub skip_locked: bool,
    pub key_share: bool,
    pub of: Vec<Expr>,
}

/// Which enclosing FROM objects are left out of this select's own FROM list.
#[derive(Clone, Debug, Default)]
pub enum Correlate {
    /// Those that the enclosing select has.
    #[default]
    Auto,
    /// These (`correlate(None)` is the empty list).
    Only(Vec<From>),
    /// All but these.
    Except(Vec<From>),
}

/// What `prefix_with()` and `suffix_with()` add.
#[derive(Clone, Debug)]
pub struct Affix {
    /// The text, mostly.
    pub expr: Expr,
    /// The dialect that gets it, `*` for all.
    pub dialect: Rc<str>,
}

/// SELECT. Cheap to clone: a generative method clones and changes.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)]
pub struct Select {
    pub columns: Vec<SelectItem>,
    pub from_: Vec<From>,
    /// ORM entities given to `select_from`.
    pub from_plugins: Vec<PluginItem>,
    pub where_: Vec<Expr>,
    pub joins: Vec<JoinSetup>,
    /// Columns that others took the place of: joins and options may still speak of them.
    pub replaced: Vec<SelectItem>,
    pub group_by: Vec<Expr>,
    pub having: Vec<Expr>,
    pub order_by: Vec<Expr>,
    pub distinct: Distinct,
    pub limit: Option<Expr>,
    pub offset: Option<Expr>,
    pub fetch: Option<(Expr, FetchOptions)>,
    pub for_update: Option<ForUpdate>,
    pub correlate: Correlate,
    pub label_style: LabelStyle,
    pub prefixes: Vec<Affix>,
    pub suffixes: Vec<Affix>,
    pub independent_ctes: Vec<Rc<Alias>>,
    /// Those of them that are written in this very select, by id: `add_cte(nest_here=True)`.
    pub nested_ctes: Vec<u32>,
    /// ORM loader options and the like.
    pub options: Vec<PluginItem>,
    pub execution_options: IndexMap<Rc<str>, Value>,
    /// `with_hint` and `with_statement_hint` texts: FROM id or none, dialect, text.
    pub hints: Vec<(Option<From>, Rc<str>, Rc<str>)>,
    /// `ext()`
    pub extensions: Extensions,
    /// `params()`: values of parameters by name.
    pub params: IndexMap<Rc<str>, Value>,
    pub mark: CompileMark,
    /// Aliased entities that its columns come from: the statement keeps them.
    pub held: Vec<PluginItem>,
    /// For the ORM: the entities that it was made of, when it stands inside another statement.
    pub entities: Option<Rc<dyn Any>>,
    /// For the ORM: what it does to those inside.
    pub nested: Option<Nested>,
}

/// Whether the ORM has compiled this very statement. SQLAlchemy notes that on the statement itself, so that what is
/// made of it afterwards does not share the cache entries of what is made anew.
#[derive(Debug, Default)]
pub struct CompileMark {
    compiled: Rc<Cell<bool>>,
    /// That of the statement which this one stands for inside another.
    origin: RefCell<Option<Rc<Cell<bool>>>>,
    keyed: OnceCell<bool>,
    is_core: Cell<bool>,
}

impl CompileMark {
    /// The statement is what the ORM made of another one.
    pub fn set_core(&self) {
        self.is_core.set(true);
    }
    /// Whether the ORM has nothing left to do with the statement.
    pub fn is_core(&self) -> bool {
        self.is_core.get()
    }
    /// The ORM compiled the statement.
    pub fn set(&self) {
        self.compiled.set(true);
    }
    /// The statement stands for another one, which is marked when this one is compiled.
    pub fn set_origin(&self, other: &Self) {
        *self.origin.borrow_mut() = Some(other.compiled.clone());
    }
    /// Core compiles the statement.
    pub fn set_through(&self) {
        if let Some(origin) = &*self.origin.borrow() {
            origin.set(true);
        }
    }
    /// What the statement's cache entry goes by: decided when it is first asked for.
    pub fn key(&self) -> bool {
        *self.keyed.get_or_init(|| self.compiled.get())
    }
    /// For a copy that stands for the statement itself.
    #[must_use]
    pub fn shared(&self) -> Self {
        Self { keyed: OnceCell::from(self.key()), ..self.clone() }
    }
}

impl Clone for CompileMark {
    fn clone(&self) -> Self {
        Self {
            compiled: Rc::new((*self.compiled).clone()),
            origin: self.origin.clone(),
            keyed: OnceCell::new(),
            is_core: self.is_core.clone(),
        }
    }
}

/// `fetch(with_ties, percent)`
#[derive(Clone, Copy, Debug, Default)]
#[allow(missing_docs)]
pub struct FetchOptions {
    pub with_ties: bool,
    pub percent: bool,
    /// Oracle's `APPROX`.
    pub approximate: bool,
}

/// UNION and its kin.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Compound {
    pub keyword: CompoundKeyword,
    pub selects: Vec<Query>,
    pub group_by: Vec<Expr>,
    pub order_by: Vec<Expr>,
    pub limit: Option<Expr>,
    pub offset: Option<Expr>,
    pub fetch: Option<(Expr, FetchOptions)>,
    pub for_update: Option<ForUpdate>,
    pub label_style: LabelStyle,
    pub execution_options: IndexMap<Rc<str>, Value>,
    pub independent_ctes: Vec<Rc<Alias>>,
    /// `params()`: values of parameters by name.
    pub params: IndexMap<Rc<str>, Value>,
    /// The set operation restates this CTE: `cte.union(...)` of a recursive one.
    pub restates: Option<u32>,
    /// ORM loader options and the like.
    pub options: Vec<PluginItem>,
    /// For the ORM: what it does to the SELECTs inside.
    pub nested: Option<Nested>,
}

/// The set operations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum CompoundKeyword {
    Union,
    UnionAll,
    Except,
    ExceptAll,
    Intersect,
    IntersectAll,
}

impl CompoundKeyword {
    /// As SQL.
    pub fn as_sql(self) -> &'static str {
        match self {
            Self::Union => "UNION",
            Self::UnionAll => "UNION ALL",
            Self::Except => "EXCEPT",
            Self::ExceptAll => "EXCEPT ALL",
            Self::Intersect => "INTERSECT",
            Self::IntersectAll => "INTERSECT ALL",
        }
    }
}

impl Query {
    /// Name, key and expression of each column that a subquery of this has; names are made distinct as
    /// the label style says.
    pub fn exported_columns(&self) -> Vec<(Rc<str>, Rc<str>, Expr)> {
        self.exported().into_iter().map(|it| (it.name, it.key, it.expr)).collect()
    }

    /// The same with the way a made-up name is made.
    pub fn exported(&self) -> Vec<super::labels::Exported> {
        match self {
            Self::Select(select) => super::labels::exported(&select.columns, select.label_style),
            Self::Compound(compound) => compound.selects.first().map(Query::exported).unwrap_or_default(),
            Self::Text(text) => text.columns.iter().map(super::labels::Exported::column).collect(),
        }
    }
}
