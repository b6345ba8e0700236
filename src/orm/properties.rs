//! The attributes of a mapped class. Mirrors `orm/properties.py` and `orm/interfaces.py`, `MapperProperty`.

use super::mapper::{Mapper, MapperId};
use super::relationships::Relationship;
use crate::sql::expr::Expr;
use crate::sql::schema::ColumnRef;
use crate::sql::value::HostSlot;
use std::any::Any;
use std::cell::{Cell, OnceCell};
use std::rc::{Rc, Weak};

/// Identity of a property: the mapper that declared it and its place there. A subclass's mapper shares the
/// property of its base.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub struct PropertyId {
    pub mapper: MapperId,
    pub index: u32,
}

/// An attribute of a mapped class.
#[derive(Debug)]
pub struct Property {
    /// Identity.
    pub id: PropertyId,
    /// Its name on the class.
    pub key: Rc<str>,
    /// The mapper that declared it.
    pub parent: Weak<Mapper>,
    /// What it is.
    pub kind: PropertyKind,
    /// It holds the column that tells the class of a row.
    pub is_discriminator: Cell<bool>,
    /// It is there for queries only; instances don't have it.
    pub is_hidden: Cell<bool>,
    /// What reading gives where nothing was set, if not None.
    pub default_value: HostSlot,
    /// The host's form of the key, so that reading and writing need no lookup.
    pub host_key: OnceCell<Box<dyn Any>>,
    /// The host's object for it.
    pub host: HostSlot,
}

/// What an attribute is.
#[derive(Debug)]
#[allow(missing_docs)]
pub enum PropertyKind {
    Column(ColumnProperty),
    Relationship(Box<Relationship>),
    /// Another name for an attribute.
    Synonym {
        name: Rc<str>,
    },
    /// An attribute of a base class that a class with a table of its own does not map.
    ConcreteInherited,
}

/// An attribute over one or more columns that are always equal, or over an expression.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct ColumnProperty {
    /// The columns; empty when it is an expression.
    pub columns: Vec<ColumnRef>,
    /// `column_property(expression)`
    pub expression: Option<Expr>,
    pub deferred: Cell<bool>,
    pub group: Option<Rc<str>>,
    pub raise_load: bool,
    /// `query_expression()`: there only where an option gives it, or as this default.
    pub is_query_expression: bool,
    /// Of an expression: a flush of the instance makes it to be read again.
    pub expire_on_flush: Cell<bool>,
    /// Load the old value before a change.
    pub active_history: Cell<bool>,
}

impl Property {
    /// Its columns and so on, if it is a column attribute.
    pub fn as_column(&self) -> Option<&ColumnProperty> {
        match &self.kind {
            PropertyKind::Column(it) => Some(it),
            _ => None,
        }
    }
    /// Its joins and so on, if it is a relationship.
    pub fn as_relationship(&self) -> Option<&Relationship> {
        match &self.kind {
            PropertyKind::Relationship(it) => Some(it),
            _ => None,
        }
    }
    /// The mapper that declared it.
    pub fn parent(&self) -> Rc<Mapper> {
        self.parent.upgrade().expect("a property lives in its mapper")
    }
    /// `Author.books`, as messages name it.
    pub fn qualified_name(&self) -> String {
        format!("{}.{}", self.parent().class_name, self.key)
    }
}

impl ColumnProperty {
    /// Over these columns, without options.
    pub fn of(columns: Vec<ColumnRef>) -> Self {
        Self {
            columns,
            expression: None,
            deferred: Cell::new(false),
            group: None,
            raise_load: false,
            is_query_expression: false,
            expire_on_flush: Cell::new(true),
            active_history: Cell::new(false),
        }
    }
    /// The same again, for another mapper.
    #[must_use]
    pub fn copy(&self) -> Self {
        Self {
            columns: self.columns.clone(),
            expression: self.expression.clone(),
            deferred: Cell::new(self.deferred.get()),
            group: self.group.clone(),
            raise_load: self.raise_load,
            is_query_expression: self.is_query_expression,
            expire_on_flush: Cell::new(self.expire_on_flush.get()),
            active_history: Cell::new(self.active_history.get()),
        }
    }
    /// The column or expression that is selected for it.
    pub fn expr(&self) -> Expr {
        match (&self.expression, self.columns.first()) {
            (Some(expr), _) => expr.clone(),
            (None, Some(column)) => Expr::column(column),
            (None, None) => unreachable!("a column property has columns or an expression"),
        }
    }
}
