//! DDL statements as data. Mirrors `sql/ddl.py`.

use super::expr::Query;
use super::schema::{ColumnRef, Constraint, Index, TableRef};
use std::rc::Rc;

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
    SetTableComment(TableRef),
    DropTableComment(TableRef),
    SetColumnComment(ColumnRef),
    DropColumnComment(ColumnRef),
    CreateSequence {
        /// `START WITH 3` and the like.
        options: Rc<str>,
        name: Rc<str>,
        if_not_exists: bool,
    },
    DropSequence {
        name: Rc<str>,
        if_exists: bool,
    },
    /// `DDL("...")`, its `%` parts filled in already.
    Text(Rc<str>),
}
