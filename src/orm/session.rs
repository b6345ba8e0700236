//! The session: identity map, pending and deleted instances, autoflush, transactions.
//! Mirrors `orm/session.py`.

use super::errors::{OrmError, OrmResult};
use super::host::Host;
use super::identity::{IdentityKey, IdentityMap};
use super::state::{InstanceState, Object, StateRef};
use indexmap::IndexMap;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

/// A unit of work and its identity map.
pub struct Session {
    /// Where the instances live.
    pub host: Rc<dyn Host>,
    /// Persistent instances.
    pub identity_map: IdentityMap,
    /// Pending instances in the order of `add`, by state id. Each is held.
    pub new: RefCell<IndexMap<u64, StateRef>>,
    /// Instances marked for deletion, by state id. Each is held.
    pub deleted: RefCell<IndexMap<u64, StateRef>>,
    /// Persistent instances with changes, by state id. Each is held.
    pub modified: RefCell<IndexMap<u64, StateRef>>,
    /// `autoflush=`
    pub autoflush: Cell<bool>,
    /// `expire_on_commit=`
    pub expire_on_commit: Cell<bool>,
    /// A flush is under way.
    pub flushing: Cell<bool>,
    pub(super) insert_counter: Cell<u64>,
    pub(super) me: Weak<Session>,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Session")
    }
}
