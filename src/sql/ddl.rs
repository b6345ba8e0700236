//! DDL statements as data. Mirrors `sql/ddl.py`.

use super::expr::Query;
use super::schema::{ColumnRef, Constraint, Index, TableRef};
use super::value::{HostError, Value};
use std::fmt::Debug;
use std::rc::Rc;

/// The text of `DDL("...")`, whose `%(...)s` parts the host fills in.
pub trait Template: Debug {
    /// The text. `table`: the name, schema and full name of the table it is for, quoted.
    ///
    /// # Errors
    /// The host's exception, for a part that nothing is given for.
    fn fill(&self, table: Option<[&str; 3]>) -> Result<String, HostError>;
    /// The host's object.
    fn host(&self) -> &dyn std::any::Any;
}

/// A DDL statement.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum DdlElement {
    CreateTable {
        table: TableRef,
        if_not_exists: bool,
        /// Foreign keys that go into the statement; `None` for all.
        foreign_keys: Option<Vec<Rc<Constraint>>>,
    },
    DropTable {
        table: TableRef,
        if_exists: bool,
    },
    CreateIndex {
        index: Rc<Index>,
        if_not_exists: bool,
    },
    DropIndex {
        index: Rc<Index>,
        if_exists: bool,
    },
    AddConstraint(Rc<Constraint>),
    DropConstraint {
        constraint: Rc<Constraint>,
        /// How the host shows it, for the error when it has no name.
        shown: Rc<str>,
        if_exists: bool,
        cascade: bool,
    },
    CreateSchema {
        name: Rc<str>,
        if_not_exists: bool,
    },
    DropSchema {
        name: Rc<str>,
        cascade: bool,
        if_exists: bool,
    },
    CreateView {
        table: TableRef,
        query: Query,
        /// `postgresql_with=`
        with: Option<Value>,
        or_replace: bool,
        temporary: bool,
        materialized: bool,
        if_not_exists: bool,
    },
    DropView {
        table: TableRef,
        materialized: bool,
        if_exists: bool,
    },
    CreateTableAs {
        table: TableRef,
        query: Query,
        temporary: bool,
        if_not_exists: bool,
    },
    /// A column as CREATE TABLE has it.
    CreateColumn(ColumnRef),
    SetTableComment(TableRef),
    DropTableComment(TableRef),
    SetColumnComment(ColumnRef),
    DropColumnComment(ColumnRef),
    SetConstraintComment {
        constraint: Rc<Constraint>,
        comment: Option<Rc<str>>,
    },
    DropConstraintComment(Rc<Constraint>),
    CreateSequence {
        /// Oracle's `ORDER` and `NOORDER`.
        order: Option<bool>,
        /// `START WITH 3` and the like.
        options: Rc<str>,
        data_type: Option<super::types::Type>,
        name: Rc<str>,
        schema: Option<Rc<str>>,
        if_not_exists: bool,
    },
    DropSequence {
        name: Rc<str>,
        schema: Option<Rc<str>>,
        if_exists: bool,
    },
    /// What its host alone knows how to write.
    Custom(Rc<super::expr::Host>),
    /// A text that is finished.
    Text(Rc<str>),
    /// `DDL("...")`
    Template {
        text: Rc<dyn Template>,
        table: Option<TableRef>,
    },
}
