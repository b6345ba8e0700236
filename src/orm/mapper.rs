//! A mapped class: its table, its attributes, its primary key. Mirrors `orm/mapper.py`.

use super::identity::IdentityKey;
use super::properties::{Property, PropertyId, PropertyKind};
use crate::sql::expr::EntityTag;
use crate::sql::schema::{ColumnId, ColumnRef, TableRef, next_id};
use crate::sql::value::{HostSlot, Value};
use indexmap::IndexMap;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::{Rc, Weak};

/// Identity of a mapper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MapperId(pub u32);

/// The mapper of one class.
#[derive(Debug)]
pub struct Mapper {
    /// Identity.
    pub id: MapperId,
    /// By which expressions refer to it.
    pub tag: EntityTag,
    /// `Author`
    pub class_name: Rc<str>,
    /// `module.Author`: flush order between unrelated mappers follows it.
    pub sort_key: Rc<str>,
    /// The host's class.
    pub class: HostSlot,
    /// The table that it maps.
    pub table: TableRef,
    /// Primary key columns.
    pub primary_key: Vec<ColumnRef>,
    /// The mapper of the base class.
    pub inherits: Option<Rc<Mapper>>,
    /// `version_id_col`
    pub version_id_col: Option<ColumnRef>,
    /// `eager_defaults`: `None` is "auto".
    pub eager_defaults: Option<bool>,
    /// `confirm_deleted_rows`
    pub confirm_deleted_rows: bool,
    /// `batch=False` sends row by row.
    pub batch: bool,
    /// Attributes by key, in order.
    pub props: RefCell<IndexMap<Rc<str>, Rc<Property>>>,
    /// Which attribute holds a column.
    pub column_to_property: RefCell<HashMap<ColumnId, Rc<Property>>>,
    /// Relationships of other mappers whose `delete-orphan` cascade reaches this one.
    pub delete_orphans: RefCell<Vec<Weak<Property>>>,
    /// Many-to-one relationships that point here; they follow changes of this mapper's primary key.
    pub key_switch_watchers: RefCell<Vec<Weak<Property>>>,
    /// `configure` has run.
    pub configured: Cell<bool>,
    /// Values derived once the mapper is configured.
    pub derived: OnceCell<Derived>,
    me: Weak<Mapper>,
}

/// What is worked out once for speed.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Derived {
    /// Properties of the primary key, in its order.
    pub primary_key_props: Vec<Rc<Property>>,
    /// Column attributes, in order.
    pub column_props: Vec<Rc<Property>>,
    /// Relationships, in order.
    pub relationships: Vec<Rc<Property>>,
}

impl Mapper {
    /// A new mapper without attributes; `add_property` gives it those.
    pub fn new(class_name: &str, module: &str, table: TableRef, primary_key: Vec<ColumnRef>) -> Rc<Self> {
        Self::build(class_name, module, table, primary_key, |_| ())
    }

    /// The same, with options set by `adjust`.
    pub fn build(
        class_name: &str,
        module: &str,
        table: TableRef,
        primary_key: Vec<ColumnRef>,
        adjust: impl FnOnce(&mut Self),
    ) -> Rc<Self> {
        let mapper = Rc::new_cyclic(|me| {
            let mut mapper = Self {
                id: MapperId(next_id()),
                tag: EntityTag(next_id()),
                class_name: class_name.into(),
                sort_key: format!("{module}.{class_name}").into(),
                class: HostSlot::default(),
                table,
                primary_key,
                inherits: None,
                version_id_col: None,
                eager_defaults: None,
                confirm_deleted_rows: true,
                batch: true,
                props: RefCell::default(),
                column_to_property: RefCell::default(),
                delete_orphans: RefCell::default(),
                key_switch_watchers: RefCell::default(),
                configured: Cell::new(false),
                derived: OnceCell::new(),
                me: me.clone(),
            };
            adjust(&mut mapper);
            mapper
        });
        super::entity::register(&super::entity::Entity::Mapper(mapper.clone()));
        mapper
    }

    /// The mapper's own handle.
    pub fn rc(&self) -> Rc<Self> {
        self.me.upgrade().expect("it is being called")
    }

    /// Adds an attribute; replaces one of the same key.
    pub fn add_property(&self, key: &str, kind: PropertyKind) -> Rc<Property> {
        let index = u32::try_from(self.props.borrow().len()).unwrap_or(u32::MAX);
        let prop = Rc::new(Property {
            id: PropertyId { mapper: self.id, index },
            key: key.into(),
            parent: self.me.clone(),
            kind,
            host_key: OnceCell::new(),
            host: HostSlot::default(),
        });
        if let Some(column_property) = prop.as_column() {
            let mut by_column = self.column_to_property.borrow_mut();
            for column in &column_property.columns {
                by_column.insert(column.id, prop.clone());
            }
        }
        self.props.borrow_mut().insert(key.into(), prop.clone());
        prop
    }

    /// The attribute of a key.
    pub fn property(&self, key: &str) -> Option<Rc<Property>> {
        self.props.borrow().get(key).cloned()
    }

    /// The attribute that holds a column.
    pub fn property_of_column(&self, column: &ColumnRef) -> Option<Rc<Property>> {
        self.column_to_property.borrow().get(&column.id).cloned()
    }

    /// The base of its hierarchy.
    pub fn base_mapper(&self) -> Rc<Mapper> {
        match &self.inherits {
            Some(base) => base.base_mapper(),
            None => self.rc(),
        }
    }

    /// What was worked out once the attributes were complete.
    pub fn derived(&self) -> &Derived {
        self.derived.get_or_init(|| {
            let props = self.props.borrow();
            Derived {
                primary_key_props: self
                    .primary_key
                    .iter()
                    .filter_map(|it| self.column_to_property.borrow().get(&it.id).cloned())
                    .collect(),
                column_props: props.values().filter(|it| it.as_column().is_some()).cloned().collect(),
                relationships: props.values().filter(|it| it.as_relationship().is_some()).cloned().collect(),
            }
        })
    }

    /// Identity key of a primary key.
    pub fn identity_key(&self, values: Vec<Value>) -> IdentityKey {
        IdentityKey { mapper: self.base_mapper().id, values: values.into() }
    }

    /// `Mapper[Author(author)]`, as messages show it.
    pub fn describe(&self) -> String {
        format!("Mapper[{}({})]", self.class_name, self.table.name)
    }

    /// Whether this mapper is `other` or below it.
    pub fn is_a(&self, other: &Mapper) -> bool {
        self.id == other.id || self.inherits.as_ref().is_some_and(|it| it.is_a(other))
    }
}
