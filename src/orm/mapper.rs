//! A mapped class: its table, its attributes, its primary key. Mirrors `orm/mapper.py`.

use super::identity::IdentityKey;
use super::inheritance::Inheritance;
use super::polymorphic;
use super::properties::{ColumnProperty, Property, PropertyId, PropertyKind};
use crate::sql::build;
use crate::sql::expr::{EntityTag, Expr};
use crate::sql::schema::{ColumnId, ColumnRef, TableRef, next_id};
use crate::sql::selectable::From;
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
    /// How messages show the class: `<class '__main__.Outer.Inner'>`.
    pub class_repr: Rc<str>,
    /// The host's class.
    pub class: HostSlot,
    /// What the class itself brings: its table, or that of its base.
    pub local_table: From,
    /// All of its tables: the table, or the join of those of its bases with it.
    pub persist_selectable: From,
    /// The tables in `persist_selectable`, those of the bases first.
    pub tables: Vec<TableRef>,
    /// Primary key columns.
    pub primary_key: Vec<ColumnRef>,
    /// Its place among the classes that it inherits from.
    pub inheritance: Inheritance,
    /// `version_id_col`
    pub version_id_col: Option<ColumnRef>,
    /// The host's function that makes the next version of the one before; empty counts up.
    pub version_id_generator: HostSlot,
    /// `version_id_generator=False`: the program or the database makes versions.
    pub version_is_given: bool,
    /// `passive_updates`: the database passes a new primary key on to the tables of subclasses.
    pub passive_updates: bool,
    /// `passive_deletes`: the database deletes the rows of subclasses with those of their base.
    pub passive_deletes: bool,
    /// `eager_defaults`: `None` is "auto".
    pub eager_defaults: Option<bool>,
    /// `confirm_deleted_rows`
    pub confirm_deleted_rows: bool,
    /// `batch=False` sends row by row.
    pub batch: bool,
    /// `legacy_is_orphan`: a pending instance is an orphan once it has lost all of its parents, not one.
    pub legacy_is_orphan: bool,
    /// `allow_partial_pks=False`: a row whose key is NULL in part is no instance.
    pub allow_partial_pks: bool,
    /// `always_refresh`: rows overwrite what is loaded.
    pub always_refresh: bool,
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
    derived: RefCell<Option<Rc<Derived>>>,
    /// Column attributes that were declared by name and wait for their place among the table's columns.
    pub explicit: RefCell<IndexMap<Rc<str>, ColumnProperty>>,
    next_property: Cell<u32>,
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
    /// What a SELECT of the class asks for, attributes of subclasses included where `with_polymorphic` says so.
    pub polymorphic_props: Vec<Rc<Property>>,
    /// Subclasses that a SELECT of the class loads with it.
    pub with_polymorphic_mappers: Vec<Rc<Mapper>>,
    /// What a SELECT of the class selects from.
    pub selectable: From,
    /// Columns that inheritance makes equal, both ways.
    pub equivalents: Vec<(ColumnId, ColumnRef)>,
    /// `type IN ('a', 'b')`, for a class without a table of its own.
    pub single_table_criterion: Option<Expr>,
}

impl Mapper {
    /// Whether a primary key is that of no instance: NULL, or NULL in part where that is not allowed.
    pub fn lacks_key(&self, values: &[Value]) -> bool {
        values.iter().all(Value::is_null) || !self.allow_partial_pks && values.iter().any(Value::is_null)
    }

    /// A new mapper without attributes; `add_property` gives it those.
    pub fn new(class_name: &str, module: &str, table: TableRef, primary_key: Vec<ColumnRef>) -> Rc<Self> {
        Self::build(class_name, module, From::Table(table), primary_key, |_| ())
    }

    /// The same, with options set by `adjust`.
    pub fn build(
        class_name: &str,
        module: &str,
        table: From,
        primary_key: Vec<ColumnRef>,
        adjust: impl FnOnce(&mut Self),
    ) -> Rc<Self> {
        let mapper = Rc::new_cyclic(|me| {
            let id = next_id();
            let mut mapper = Self {
                id: MapperId(id),
                tag: EntityTag(id),
                class_name: class_name.into(),
                sort_key: format!("{module}.{class_name}").into(),
                class_repr: format!("<class '{module}.{class_name}'>").into(),
                class: HostSlot::default(),
                tables: super::inheritance::find_tables(&table),
                persist_selectable: table.clone(),
                local_table: table,
                primary_key,
                inheritance: Inheritance::default(),
                version_id_col: None,
                version_id_generator: HostSlot::default(),
                version_is_given: false,
                passive_updates: true,
                passive_deletes: false,
                eager_defaults: None,
                confirm_deleted_rows: true,
                batch: true,
                legacy_is_orphan: false,
                allow_partial_pks: true,
                always_refresh: false,
                props: RefCell::default(),
                column_to_property: RefCell::default(),
                delete_orphans: RefCell::default(),
                key_switch_watchers: RefCell::default(),
                configured: Cell::new(false),
                derived: RefCell::default(),
                explicit: RefCell::default(),
                next_property: Cell::new(0),
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

    /// Adds an attribute of its own; replaces one of the same key. Subclasses have it too.
    pub fn add_property(&self, key: &str, kind: PropertyKind) -> Rc<Property> {
        let index = self.next_property.replace(self.next_property.get() + 1);
        let prop = Rc::new(Property {
            id: PropertyId { mapper: self.id, index },
            key: key.into(),
            parent: self.me.clone(),
            kind,
            is_discriminator: Cell::new(false),
            is_hidden: Cell::new(false),
            default_value: HostSlot::default(),
            host_key: OnceCell::new(),
            host: HostSlot::default(),
        });
        let discriminator = self.inheritance.polymorphic_on.borrow().as_ref().and_then(Expr::column_id);
        let first = prop.as_column().and_then(|it| it.columns.first().map(|it| it.id));
        prop.is_discriminator.set(first.is_some() && first == discriminator);
        self.put_property(&prop);
        prop
    }

    /// Takes an attribute of a base class over, or one of its own in.
    pub fn put_property(&self, prop: &Rc<Property>) {
        if let Some(column_property) = prop.as_column() {
            let mut by_column = self.column_to_property.borrow_mut();
            for column in &column_property.columns {
                let mut at = Some(column.clone());
                while let Some(column) = at {
                    by_column.insert(column.id, prop.clone());
                    at = column.base.as_ref().and_then(|it| it.as_column().cloned());
                }
            }
        }
        self.props.borrow_mut().insert(prop.key.clone(), prop.clone());
        self.forget_derived();
        for child in self.inheriting_mappers() {
            if !child.inheritance.concrete {
                child.put_property(prop);
            }
        }
    }

    /// What was worked out is out of date.
    pub fn forget_derived(&self) {
        self.derived.borrow_mut().take();
    }

    /// The attribute of a key.
    pub fn property(&self, key: &str) -> Option<Rc<Property>> {
        self.props.borrow().get(key).cloned()
    }

    /// The attribute of a key; of a synonym the attribute that it names.
    pub fn resolved_property(&self, key: &str) -> Option<Rc<Property>> {
        let mut found = self.property(key)?;
        // A circle of synonyms ends nowhere.
        for _ in 0..self.props.borrow().len() {
            let PropertyKind::Synonym { name } = &found.kind else { return Some(found) };
            found = self.property(name)?;
        }
        None
    }

    /// The attribute that holds a column.
    pub fn property_of_column(&self, column: &ColumnRef) -> Option<Rc<Property>> {
        self.column_to_property.borrow().get(&column.id).cloned()
    }

    /// What was worked out once the attributes were complete.
    pub fn derived(&self) -> Rc<Derived> {
        if let Some(known) = &*self.derived.borrow() {
            return known.clone();
        }
        let derived = Rc::new(self.derive());
        *self.derived.borrow_mut() = Some(derived.clone());
        derived
    }

    fn derive(&self) -> Derived {
        let props = self.props.borrow();
        let with_polymorphic_mappers = polymorphic::default_mappers(self);
        Derived {
            primary_key_props: self
                .primary_key
                .iter()
                .filter_map(|it| self.column_to_property.borrow().get(&it.id).cloned())
                .collect(),
            column_props: props.values().filter(|it| it.as_column().is_some()).cloned().collect(),
            relationships: props.values().filter(|it| it.as_relationship().is_some()).cloned().collect(),
            polymorphic_props: polymorphic::properties(self, &with_polymorphic_mappers),
            selectable: polymorphic::default_selectable(self, &with_polymorphic_mappers),
            with_polymorphic_mappers,
            equivalents: super::inheritance::equivalent_columns(self),
            single_table_criterion: polymorphic::single_table_criterion(self, self.tag),
        }
    }

    /// Identity key of a primary key.
    pub fn identity_key(&self, values: Vec<Value>) -> IdentityKey {
        IdentityKey { mapper: self.identity_mapper(), values: values.into() }
    }

    /// `Mapper[Author(author)]`, as messages show it.
    pub fn describe(&self) -> String {
        format!("Mapper[{}({})]", self.class_name, self.table_name())
    }

    /// `<Mapper at 0x1; Author>`
    pub fn repr(&self) -> String {
        format!("<Mapper at 0x{:x}; {}>", self.id.0, self.class_name)
    }

    /// The name of its table, as messages show it.
    pub fn table_name(&self) -> String {
        build::from_description(&self.local_table)
    }

    /// What a SELECT of the class selects from.
    pub fn selectable(&self) -> From {
        self.derived().selectable.clone()
    }
}
