//! What the ORM knows of one instance. Mirrors `orm/state.py`, `InstanceState`.

use super::host::InstanceRef;
use super::identity::IdentityKey;
use super::mapper::Mapper;
use super::session::Session;
use crate::sql::select::PluginItem;
use crate::sql::value::Value;
use crate::util::rare::Rare;
use hashlink::LinkedHashMap;
use indexmap::IndexMap;
use std::any::Any;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashSet;
use std::rc::{Rc, Weak};

/// A shared state.
pub type StateRef = Rc<InstanceState>;

/// States by their id in the order they came; one is taken out at no cost to the others.
pub type StateMap = LinkedHashMap<u64, StateRef>;

/// What an attribute held when the last flush or load ended.
#[derive(Clone, Debug)]
pub enum Committed {
    /// Nothing: it was not loaded, or never set. `NO_VALUE` of the reference.
    NoValue,
    /// Not known: it was not loaded, and nothing was to be sent. `PASSIVE_NO_RESULT` of the reference.
    NoResult,
    /// A column value.
    Value(Value),
    /// The object of a scalar relationship.
    Object(Option<Object>),
    /// The members of a collection.
    Collection(Vec<Object>),
}

/// An instance held alive, with its state.
#[derive(Clone)]
pub struct Object {
    /// Its state.
    pub state: StateRef,
    /// The host's strong reference.
    pub strong: Rc<dyn Any>,
}

impl std::fmt::Debug for Object {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Object({} {})", self.state.mapper.class_name, self.state.id)
    }
}

impl PartialEq for Object {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// The five states of an instance, and deleted-but-not-committed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Lifecycle {
    Transient,
    Pending,
    Persistent,
    Deleted,
    Detached,
}

/// The state of one instance.
#[derive(Debug)]
pub struct InstanceState {
    /// Counts up; for order and identity.
    pub id: u64,
    /// Its class's mapper.
    pub mapper: Rc<Mapper>,
    /// The instance; empty before the host has attached it.
    pub instance: OnceCell<Box<dyn InstanceRef>>,
    /// Strong hold on the instance while it is new, changed or to be deleted. The host puts it there.
    pub held: RefCell<Option<Rc<dyn Any>>>,
    /// Identity key, once it has one.
    pub key: RefCell<Option<IdentityKey>>,
    /// The session it belongs to.
    pub session: RefCell<Weak<Session>>,
    /// Old values of changed attributes, in the order of change.
    pub committed: Rare<IndexMap<Rc<str>, Committed>>,
    /// Attributes whose value is read again on next access.
    pub expired_attributes: Rare<HashSet<Rc<str>>>,
    /// All of it is expired.
    pub expired: Cell<bool>,
    /// What expired it last, for the log; `None` when nobody asked then.
    pub expire_reason: Rare<Option<Rc<str>>>,
    /// It has changes since the last flush.
    pub modified: Cell<bool>,
    /// Relationships are loaded though it is not in the database: `enable_relationship_loading()`.
    pub load_pending: Cell<bool>,
    /// In `session.deleted` or flushed as deleted.
    pub deleted: Cell<bool>,
    /// Place in the order of `session.add`.
    pub insert_order: Cell<u64>,
    /// Loader options that came with the query which loaded it, for its lazy loads.
    pub load_options: Rare<Vec<PluginItem>>,
    /// The path it was loaded along, for those options.
    pub load_path: RefCell<super::path::Path>,
    /// The entity at the end of that path; `None` is its mapper.
    pub load_entity: Cell<Option<crate::sql::expr::EntityTag>>,
    /// Loaders of this instance's own, by attribute, in place of the mapper's. Expiring removes them.
    pub callables: Rare<IndexMap<Rc<str>, super::strategies::InstanceLoader>>,
    /// Collections of a new instance that were read and are still empty: the host's, by attribute. They count as
    /// not set until something is put into them.
    pub empty_collections: Rare<IndexMap<Rc<str>, Rc<dyn Any>>>,
    /// Last values of the columns that expressions compare with; `None` is not known yet.
    pub last_known: Rare<IndexMap<Rc<str>, Option<Value>>>,
    /// Changes to collections that are not loaded.
    pub pending_mutations: Rare<IndexMap<Rc<str>, PendingCollection>>,
    /// It lost a parent that was in no session: a flush takes it out, unless it was added again.
    pub orphaned_outside: Cell<bool>,
    /// A program has put None into some collection of it.
    pub has_none: Cell<bool>,
    /// Number of the load that touched it last; see `loading`.
    pub run_id: Cell<u64>,
    /// States by parent relation for delete-orphan: `true` means it has a parent of that relationship.
    pub parents: Rare<IndexMap<(super::mapper::MapperId, Rc<str>), Option<Weak<InstanceState>>>>,
}

/// Changes to a collection that is not loaded yet (a backref appended to it).
#[derive(Clone, Debug, Default)]
pub struct PendingCollection {
    /// Members appended.
    pub added: Vec<Object>,
    /// Members removed.
    pub removed: Vec<Object>,
}

thread_local! {
    static NEXT_STATE: Cell<u64> = const { Cell::new(1) };
}

impl InstanceState {
    /// A new transient state; the host attaches the instance.
    pub fn new(mapper: &Rc<Mapper>) -> StateRef {
        let id = NEXT_STATE.with(|it| {
            let id = it.get();
            it.set(id + 1);
            id
        });
        Rc::new(Self {
            id,
            mapper: mapper.clone(),
            instance: OnceCell::new(),
            held: RefCell::new(None),
            key: RefCell::new(None),
            session: RefCell::new(Weak::new()),
            committed: Rare::default(),
            expired_attributes: Rare::default(),
            expired: Cell::new(false),
            expire_reason: Rare::default(),
            modified: Cell::new(false),
            load_pending: Cell::new(false),
            deleted: Cell::new(false),
            insert_order: Cell::new(0),
            load_options: Rare::default(),
            load_path: RefCell::default(),
            load_entity: Cell::new(None),
            callables: Rare::default(),
            empty_collections: Rare::default(),
            last_known: Rare::default(),
            pending_mutations: Rare::default(),
            orphaned_outside: Cell::new(false),
            has_none: Cell::new(false),
            run_id: Cell::new(0),
            parents: Rare::default(),
        })
    }

    /// Whether the instance still exists.
    pub fn is_alive(&self) -> bool {
        self.instance.get().is_some_and(|it| it.is_alive())
    }

    /// `<User at 0x7f...>`, as messages show it.
    pub fn describe(&self) -> String {
        let address = self.instance.get().map_or(0, |it| it.address());
        format!("<{} at 0x{address:x}>", self.mapper.class_name)
    }

    /// Its session, if it has one.
    pub fn session(&self) -> Option<Rc<Session>> {
        self.session.borrow().upgrade()
    }

    /// Its identity key.
    pub fn key(&self) -> Option<IdentityKey> {
        self.key.borrow().clone()
    }

    /// Whether it has an identity key.
    pub fn has_identity(&self) -> bool {
        self.key.borrow().is_some()
    }

    /// Which of the five states it is in.
    pub fn lifecycle(&self) -> Lifecycle {
        match (self.has_identity(), self.session().is_some(), self.deleted.get()) {
            (false, false, _) => Lifecycle::Transient,
            (false, true, _) => Lifecycle::Pending,
            (true, true, true) => Lifecycle::Deleted,
            (true, true, false) => Lifecycle::Persistent,
            (true, false, _) => Lifecycle::Detached,
        }
    }

    /// Whether the attribute is expired.
    pub fn is_expired(&self, key: &str) -> bool {
        self.expired_attributes.borrow().contains(key)
    }
}
