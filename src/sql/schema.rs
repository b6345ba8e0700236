//! Tables, columns, constraints. Mutable while a program declares them, shared afterwards.
//!
//! Mirrors `sqlalchemy/sql/schema.py`. Links back (column to table, table to metadata) are cut when the
//! [`MetaData`] is dropped.

use super::expr::Expr;
use super::selectable::From;
use super::types::Type;
use super::value::{HostSlot, Value};
use indexmap::IndexMap;
use std::cell::{Cell, RefCell};
use std::fmt::Debug;
use std::rc::{Rc, Weak};

/// A shared table.
pub type TableRef = Rc<Table>;
/// A shared column: of a table, an alias, a subquery, or standing alone (`column("x")`).
pub type ColumnRef = Rc<ColumnNode>;

thread_local! {
    static NEXT_ID: Cell<u32> = const { Cell::new(1) };
}

/// A number that no other element of this thread has; counts up, so that it is the same in every run.
pub fn next_id() -> u32 {
    NEXT_ID.with(|it| {
        let id = it.get();
        it.set(id + 1);
        id
    })
}

/// Starts the numbers again, before a run.
pub fn reset_ids() {
    NEXT_ID.with(|it| it.set(1));
}

/// Identity of a column: the element that owns it and its place there. The column of an alias has the
/// same identity each time it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ColumnId {
    /// Id of the selectable, or of the column itself when it has a table or stands alone.
    pub owner: u32,
    /// Place in the selectable; 0 for a column of a table.
    pub index: u32,
}

/// A collection of tables.
#[derive(Debug, Default)]
pub struct MetaData {
    /// By key: the name, or `schema.name`. In the order of declaration.
    pub tables: RefCell<IndexMap<Rc<str>, TableRef>>,
    /// Schema of tables that name none.
    pub schema: RefCell<Option<Rc<str>>>,
    /// Forced quoting of that schema.
    pub quote_schema: Cell<Option<bool>>,
    /// Templates of constraint names by kind: `ix uq ck fk pk`. `None`: the default, which names indexes.
    pub naming_convention: RefCell<Option<IndexMap<Rc<str>, Rc<str>>>>,
    /// The host's functions for tokens of templates.
    pub naming_tokens: RefCell<Option<Rc<dyn super::naming::NamingTokens>>>,
    /// The host's object.
    pub host: HostSlot,
}

impl Drop for MetaData {
    fn drop(&mut self) {
        for table in self.tables.get_mut().values() {
            for column in table.columns.borrow().values() {
                *column.table.borrow_mut() = None;
                column.host.clear();
            }
            table.host.clear();
        }
    }
}

/// A table.
#[derive(Debug)]
pub struct Table {
    /// Its number.
    pub id: u32,
    /// Its name without the schema.
    pub name: Rc<str>,
    /// Forced quoting on or off; `None` quotes as needed.
    pub quote: Option<bool>,
    /// Its schema.
    pub schema: Option<Rc<str>>,
    /// As `quote`, for the schema.
    pub quote_schema: Option<bool>,
    /// Where it is declared.
    pub metadata: Weak<MetaData>,
    /// By key, in order.
    pub columns: RefCell<IndexMap<Rc<str>, ColumnRef>>,
    /// Primary key first, then in order of declaration.
    pub constraints: RefCell<Vec<Rc<Constraint>>>,
    /// In order of declaration.
    pub indexes: RefCell<Vec<Rc<Index>>>,
    /// `comment=`
    pub comment: RefCell<Option<Rc<str>>>,
    /// `prefixes=`, such as `TEMPORARY`
    pub prefixes: RefCell<Vec<Rc<str>>>,
    /// Dialect options such as `sqlite_autoincrement`.
    pub options: RefCell<IndexMap<Rc<str>, Value>>,
    /// `implicit_returning=`: statements may ask for new values back by themselves.
    pub implicit_returning: Cell<bool>,
    /// `add_is_dependent_on()`
    pub dependencies: RefCell<Vec<Weak<Table>>>,
    /// The host's object.
    pub host: HostSlot,
}

impl Table {
    /// Key in the metadata: `schema.name` or `name`.
    pub fn key(&self) -> Rc<str> {
        match &self.schema {
            Some(schema) => format!("{schema}.{}", self.name).into(),
            None => self.name.clone(),
        }
    }

    /// Column by key.
    pub fn column(&self, key: &str) -> Option<ColumnRef> {
        self.columns.borrow().get(key).cloned()
    }

    /// Columns of the primary key, in the constraint's order.
    pub fn primary_key(&self) -> Vec<ColumnRef> {
        self.constraints
            .borrow()
            .iter()
            .find(|it| matches!(it.kind, ConstraintKind::PrimaryKey))
            .map(|it| it.columns.borrow().clone())
            .unwrap_or_default()
    }
}

/// A column of anything that can be selected from, or one that stands alone.
#[derive(Debug)]
pub struct ColumnNode {
    /// Its identity.
    pub id: ColumnId,
    /// Its name in SQL; empty until a declarative class gives it one.
    pub name: RefCell<Rc<str>>,
    /// Its key in `table.c`.
    pub key: RefCell<Rc<str>>,
    /// Forced quoting on or off; `None` quotes as needed.
    pub quote: Option<bool>,
    /// Its type; NULL type until a foreign key gives it one.
    pub ty: RefCell<Type>,
    /// What it belongs to.
    pub table: RefCell<Option<From>>,
    /// `literal_column()`: the name is SQL text.
    pub is_literal: bool,
    /// For a column of an alias or subquery: the expression of the inner select that it stands for.
    pub base: Option<Expr>,
    /// For a column of a subquery over an expression that has no name of its own: how its name is made up.
    pub label: Option<super::labels::LabelText>,
    /// For a column of a table.
    pub schema: Option<Box<SchemaColumn>>,
    /// The host's object.
    pub host: HostSlot,
}

/// What only a column of a table has.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct SchemaColumn {
    pub nullable: Cell<bool>,
    /// `nullable=` was given by the program.
    pub nullable_set: Cell<bool>,
    pub primary_key: Cell<bool>,
    pub autoincrement: Cell<Autoincrement>,
    pub default: RefCell<Option<Rc<ColumnDefault>>>,
    pub onupdate: RefCell<Option<Rc<ColumnDefault>>>,
    pub server_default: RefCell<Option<ServerDefault>>,
    pub server_onupdate: Cell<bool>,
    pub computed: RefCell<Option<Computed>>,
    pub identity: RefCell<Option<Identity>>,
    pub foreign_keys: RefCell<Vec<Rc<ForeignKey>>>,
    pub index: Cell<Option<bool>>,
    pub unique: Cell<Option<bool>>,
    pub comment: RefCell<Option<Rc<str>>>,
    pub system: Cell<bool>,
    /// `insert_sentinel`
    pub insert_sentinel: Cell<bool>,
    /// Statements leave it out: `insert_sentinel()`.
    pub is_omitted: Cell<bool>,
    /// CHECK constraints written at the column.
    pub checks: RefCell<Vec<Rc<Constraint>>>,
    /// Such as `sqlite_on_conflict_not_null`.
    pub options: RefCell<DialectOptions>,
}

impl Default for SchemaColumn {
    fn default() -> Self {
        Self {
            nullable: Cell::new(true),
            nullable_set: Cell::new(false),
            primary_key: Cell::new(false),
            autoincrement: Cell::new(Autoincrement::Auto),
            default: RefCell::default(),
            onupdate: RefCell::default(),
            server_default: RefCell::default(),
            server_onupdate: Cell::new(false),
            computed: RefCell::default(),
            identity: RefCell::default(),
            foreign_keys: RefCell::default(),
            index: Cell::new(None),
            unique: Cell::new(None),
            comment: RefCell::default(),
            system: Cell::new(false),
            insert_sentinel: Cell::new(false),
            is_omitted: Cell::new(false),
            checks: RefCell::default(),
            options: RefCell::default(),
        }
    }
}

/// `autoincrement=`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Autoincrement {
    Auto,
    True,
    False,
    IgnoreFk,
}

/// A client-side default.
#[derive(Debug)]
pub enum ColumnDefault {
    /// The number of the parameter set, for `insert_sentinel()`.
    Sentinel,
    /// The same value each time.
    Scalar(Value),
    /// Called for each row by the host.
    Callable(Rc<dyn DefaultCallable>),
    /// SQL, rendered into the statement.
    Clause(Expr),
    /// `Sequence`: ignored where a database has none.
    Sequence {
        /// Its next value.
        next: Expr,
        /// It is for databases that cannot do without.
        is_optional: bool,
    },
}

/// The host's function behind `default=` or `onupdate=`.
pub trait DefaultCallable: Debug {
    /// The value for one row. `context`: the execution, as the layer that executes knows it.
    ///
    /// # Errors
    /// The host's exception.
    fn call(&self, context: &dyn std::any::Any) -> Result<Value, super::value::HostError>;
}

/// A server-side default.
#[derive(Clone, Debug)]
pub enum ServerDefault {
    /// A string: rendered as a quoted literal.
    Text(Rc<str>),
    /// `text()` or an expression.
    Clause(Expr),
    /// `FetchedValue()`: known to the server only.
    Fetched,
}

/// `Computed(sqltext, persisted)`
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Computed {
    pub sqltext: Expr,
    pub persisted: Option<bool>,
}

/// `Identity(always, start, ...)`
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)]
pub struct Identity {
    /// `None`: not said.
    pub always: Option<bool>,
    /// Oracle's `ON NULL`.
    pub on_null: bool,
    /// Oracle's `ORDER` and `NOORDER`.
    pub order: Option<bool>,
    /// `START WITH 3 INCREMENT BY 2` and the like.
    pub options: Rc<str>,
}

/// A foreign key of one column.
#[derive(Debug)]
pub struct ForeignKey {
    /// `"table.column"`, or the column itself.
    pub target: ForeignKeyTarget,
    /// The column that refers.
    pub parent: RefCell<Weak<ColumnNode>>,
    /// The constraint it is part of.
    pub constraint: RefCell<Weak<Constraint>>,
    /// `ondelete` and the like.
    pub options: ForeignKeyOptions,
    /// The host's object.
    pub host: HostSlot,
}

/// What a foreign key names.
#[derive(Clone, Debug)]
pub enum ForeignKeyTarget {
    /// The names of a table and its column, whose key is that of the referring one if not given.
    #[allow(missing_docs)]
    Names { schema: Option<Rc<str>>, table: Rc<str>, column: Option<Rc<str>> },
    /// A column object.
    Column(ColumnRef),
}

impl std::convert::From<&str> for ForeignKeyTarget {
    /// `"table.column"`, `"schema.table.column"` or `"table"`.
    fn from(text: &str) -> Self {
        let Some((table, column)) = text.rsplit_once('.') else {
            return Self::Names { schema: None, table: text.into(), column: None };
        };
        let (schema, table) = table.rsplit_once('.').map_or((None, table), |(schema, table)| (Some(schema), table));
        Self::Names { schema: schema.map(Into::into), table: table.into(), column: Some(column.into()) }
    }
}

/// Options of a foreign key constraint.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)]
pub struct ForeignKeyOptions {
    pub name: Option<Rc<str>>,
    pub onupdate: Option<Rc<str>>,
    pub ondelete: Option<Rc<str>>,
    pub deferrable: Option<bool>,
    pub initially: Option<Rc<str>>,
    pub use_alter: bool,
    pub match_: Option<Rc<str>>,
    /// The target is the column of that name, whatever its key.
    pub link_to_name: bool,
}

/// A constraint of a table.
#[derive(Debug)]
pub struct Constraint {
    /// Its name; `None` leaves it to the naming convention, or unnamed.
    pub name: RefCell<Option<Rc<str>>>,
    /// The name came from `conv()` or already follows the convention.
    pub name_is_final: Cell<bool>,
    /// Its kind.
    pub kind: ConstraintKind,
    /// Its columns, in order.
    pub columns: RefCell<Vec<ColumnRef>>,
    /// The table.
    pub table: RefCell<Weak<Table>>,
    /// It was made for a column or type, not written by the program.
    pub implicit: bool,
    /// `AddConstraint` or `DropConstraint` was made for it: CREATE TABLE leaves it out.
    pub is_apart: Cell<bool>,
    /// Counts up: constraints are rendered in the order in which they were made.
    pub order: u32,
    /// `deferrable=`, `initially=` and the dialect's own.
    pub options: RefCell<ConstraintOptions>,
    /// `ddl_if()`
    pub condition: RefCell<Option<Rc<dyn DdlCondition>>>,
    /// The host's object.
    pub host: HostSlot,
}

/// What the host is asked before a constraint is written into CREATE TABLE.
pub trait DdlCondition: Debug {
    /// Whether it is written for this dialect.
    ///
    /// # Errors
    /// The host's exception.
    fn holds(&self, dialect: &str) -> Result<bool, super::value::HostError>;
}

/// Options that every kind of constraint takes; a foreign key keeps the first two with its own.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)]
pub struct ConstraintOptions {
    pub deferrable: Option<bool>,
    pub initially: Option<Rc<str>>,
    /// Such as `sqlite_on_conflict`.
    pub dialect: DialectOptions,
}

/// Arguments that are named for a dialect, such as `sqlite_on_conflict_unique`.
pub type DialectOptions = IndexMap<Rc<str>, Value>;

/// The kinds of constraint.
#[derive(Debug)]
#[allow(missing_docs)]
pub enum ConstraintKind {
    PrimaryKey,
    Unique,
    /// `implicit` on the constraint: it belongs to the type of its column.
    Check {
        sqltext: Expr,
    },
    ForeignKey {
        elements: RefCell<Vec<Rc<ForeignKey>>>,
        options: ForeignKeyOptions,
    },
    /// PostgreSQL's `ExcludeConstraint`
    Exclude(Box<Exclude>),
}

/// `EXCLUDE USING gist (room WITH =, during WITH &&)`
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Exclude {
    pub using: Rc<str>,
    /// Each with its operator.
    pub elements: RefCell<Vec<(Expr, Rc<str>)>>,
    /// Operator classes by key of a column.
    pub ops: Vec<(Rc<str>, Rc<str>)>,
    pub where_: Option<Expr>,
}

/// An index.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Index {
    pub name: RefCell<Option<Rc<str>>>,
    /// The name came from a naming convention, or is meant as one that did.
    pub name_is_final: Cell<bool>,
    pub expressions: RefCell<Vec<Expr>>,
    pub unique: bool,
    pub table: RefCell<Weak<Table>>,
    /// `sqlite_where` and the like.
    pub wheres: RefCell<IndexMap<Rc<str>, Expr>>,
    /// Such as `postgresql_using`.
    pub options: RefCell<DialectOptions>,
    pub host: HostSlot,
}

impl Index {
    /// The columns of its expressions.
    pub fn columns(&self) -> Vec<ColumnRef> {
        let expressions = self.expressions.borrow();
        expressions
            .iter()
            .flat_map(|it| match it.kind() {
                super::expr::ExprKind::Column(column) => vec![column.clone()],
                _ => super::traverse::columns_in(it),
            })
            .collect()
    }
}

impl Constraint {
    /// A constraint that no table has yet.
    pub fn new(kind: ConstraintKind, name: Option<Rc<str>>, columns: Vec<ColumnRef>, implicit: bool) -> Rc<Self> {
        Rc::new(Self {
            name: RefCell::new(name),
            name_is_final: Cell::new(false),
            kind,
            columns: RefCell::new(columns),
            table: RefCell::default(),
            implicit,
            order: next_id(),
            is_apart: Cell::new(false),
            options: RefCell::default(),
            condition: RefCell::default(),
            host: HostSlot::default(),
        })
    }
}

impl ColumnNode {
    /// A column that stands alone or is about to join a table.
    pub fn new(name: &str, ty: Type, schema: Option<SchemaColumn>) -> ColumnRef {
        Self::named(name, None, ty, schema)
    }

    /// The same with a word on whether its name is quoted.
    pub fn named(name: &str, quote: Option<bool>, ty: Type, schema: Option<SchemaColumn>) -> ColumnRef {
        Rc::new(Self {
            id: ColumnId { owner: next_id(), index: 0 },
            name: RefCell::new(name.into()),
            key: RefCell::new(name.into()),
            quote,
            ty: RefCell::new(ty),
            table: RefCell::new(None),
            is_literal: false,
            base: None,
            label: None,
            schema: schema.map(Box::new),
            host: HostSlot::default(),
        })
    }

    /// Its name.
    pub fn name(&self) -> Rc<str> {
        self.name.borrow().clone()
    }
    /// Its key.
    pub fn key(&self) -> Rc<str> {
        self.key.borrow().clone()
    }
    /// Its type.
    pub fn ty(&self) -> Type {
        self.ty.borrow().clone()
    }
    /// The table it belongs to, if it is a column of a table.
    pub fn owner_table(&self) -> Option<TableRef> {
        match &*self.table.borrow() {
            Some(From::Table(table)) => Some(table.clone()),
            _ => None,
        }
    }
    /// Whether it is part of its table's primary key.
    pub fn is_primary_key(&self) -> bool {
        self.schema.as_ref().is_some_and(|it| it.primary_key.get())
    }
    /// The foreign keys that leave from it.
    pub fn foreign_keys(&self) -> Vec<Rc<ForeignKey>> {
        self.schema.as_ref().map(|it| it.foreign_keys.borrow().clone()).unwrap_or_default()
    }
}
