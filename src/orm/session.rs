//! The session: identity map, pending and deleted instances, autoflush. Mirrors `orm/session.py`.
//!
//! Transactions are in `session_transaction`, the flush itself in `unitofwork`.

use super::attributes;
use super::cascades::{CascadeKind, cascade_iterator};
use super::errors::{OrmError, OrmResult};
use super::host::{Hook, Host};
use super::identity::{IdentityKey, IdentityMap};
use super::session_transaction::SessionTransaction;
use super::state::{Object, StateMap, StateRef};
use super::unitofwork;
use crate::engine::events::CauseKind;
use crate::engine::{Connection, Engine};
use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::rc::{Rc, Weak};

/// What a session gets its connections from.
#[derive(Clone, Debug)]
pub enum Bind {
    /// A connection of its own for each transaction.
    Engine(Rc<Engine>),
    /// A connection of the program's, whose transaction it joins.
    Connection(Rc<Connection>),
}

/// `join_transaction_mode=`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum JoinTransactionMode {
    #[default]
    ConditionalSavepoint,
    RollbackOnly,
    ControlFully,
    CreateSavepoint,
}

/// A unit of work and its identity map.
pub struct Session {
    /// Where the instances live.
    pub host: Rc<dyn Host>,
    /// Where connections come from; `None` until bound.
    pub bind: RefCell<Option<Bind>>,
    /// Persistent instances.
    pub identity_map: IdentityMap,
    /// Pending instances in the order of `add`, by state id. Each is held.
    pub new: RefCell<StateMap>,
    /// Instances marked for deletion, by state id. Each is held.
    pub deleted: RefCell<StateMap>,
    /// Persistent instances with changes, by state id. Each is held.
    pub modified: RefCell<StateMap>,
    /// `autoflush=`
    pub autoflush: Cell<bool>,
    /// `expire_on_commit=`
    pub expire_on_commit: Cell<bool>,
    /// `autobegin=`
    pub autobegin: Cell<bool>,
    /// `close_resets_only=False` and the session was closed.
    pub closed: Cell<bool>,
    /// `join_transaction_mode=`
    pub join_transaction_mode: Cell<JoinTransactionMode>,
    /// The program's class has a `flush()` of its own: see [`Host::flush`].
    pub has_own_flush: Cell<bool>,
    /// Connections depend on what they are for, or there is no bind: see [`Host::bind_of`].
    pub routes: Cell<bool>,
    /// Connections are made ready when they are enlisted: see [`Host::prepare_connection`].
    pub prepares: Cell<bool>,
    /// The connection of the rows that a flush is writing.
    pub flush_connection: RefCell<Option<Rc<Connection>>>,
    /// A flush is under way.
    pub flushing: Cell<bool>,
    /// What expires instances at the moment, for the log.
    pub(super) expire_reason: RefCell<Option<Rc<str>>>,
    /// It sends its statements.
    pub executes_flush: Cell<bool>,
    /// Transactions whose context managers are open, the innermost last.
    pub(super) entered: RefCell<Vec<Rc<SessionTransaction>>>,
    /// The innermost transaction.
    pub(super) transaction: RefCell<Option<Rc<SessionTransaction>>>,
    /// Shown in messages: `<sqlalchemy.orm.session.Session object at 0x...>` is the host's to say.
    pub number: u64,
    me: Weak<Session>,
}

thread_local! {
    static NEXT_SESSION: Cell<u64> = const { Cell::new(1) };
}

/// Starts the numbers of sessions again, before a run.
pub fn reset_numbers() {
    NEXT_SESSION.set(1);
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Session({})", self.number)
    }
}

thread_local! {
    static AUTOFLUSHING: Cell<bool> = const { Cell::new(false) };
}

/// Whether what happens is part of a flush that a query made.
pub fn is_autoflushing() -> bool {
    AUTOFLUSHING.get()
}

impl Session {
    /// While a flush sends its statements, what the program does is not heard any more.
    ///
    /// # Errors
    /// The warning, where it is one.
    pub fn warn_in_flush(&self, operation: &str) -> OrmResult<()> {
        if !self.executes_flush.get() {
            return Ok(());
        }
        self.host.warn(&format!(
            "Usage of the '{operation}' operation is not currently supported within the execution stage of the flush \
             process. Results may not be consistent.  Consider using alternative event listeners or connection-level \
             operations instead."
        ))
    }

    /// A new session.
    pub fn new(host: Rc<dyn Host>, bind: Option<Bind>) -> Rc<Self> {
        let number = NEXT_SESSION.with(|it| it.replace(it.get() + 1));
        Rc::new_cyclic(|me| Self {
            host,
            bind: RefCell::new(bind),
            identity_map: IdentityMap::default(),
            new: RefCell::default(),
            deleted: RefCell::default(),
            modified: RefCell::default(),
            autoflush: Cell::new(true),
            expire_on_commit: Cell::new(true),
            autobegin: Cell::new(true),
            closed: Cell::new(false),
            join_transaction_mode: Cell::default(),
            has_own_flush: Cell::new(false),
            routes: Cell::new(false),
            prepares: Cell::new(false),
            flush_connection: RefCell::default(),
            flushing: Cell::new(false),
            expire_reason: RefCell::default(),
            executes_flush: Cell::new(false),
            entered: RefCell::default(),
            transaction: RefCell::default(),
            number,
            me: me.clone(),
        })
    }

    /// Its own handle.
    pub fn rc(&self) -> Rc<Self> {
        self.me.upgrade().expect("it is being called")
    }

    /// Whether the instance is pending or persistent here.
    pub fn contains_state(&self, state: &StateRef) -> bool {
        self.new.borrow().contains_key(&state.id) || self.identity_map.contains_state(state)
    }

    /// `session.add(instance)`: it and what the save-update cascade reaches.
    ///
    /// # Errors
    /// [`OrmError::InvalidRequest`] when it belongs to another session or was deleted.
    pub fn add(&self, object: &Object) -> OrmResult<()> {
        self.save_or_update(object)
    }

    /// See [`Self::add`].
    pub(super) fn save_or_update(&self, object: &Object) -> OrmResult<()> {
        // An object that has lost its orphan mark by being added again is judged afresh.
        object.state.orphaned_outside.set(false);
        self.save_or_update_one(object)?;
        let host = self.host.clone();
        let reached =
            cascade_iterator(&*host, CascadeKind::SaveUpdate, &object.state, &|state| self.contains_state(state))?;
        for reached in reached {
            self.save_or_update_one(&reached)?;
        }
        Ok(())
    }

    fn save_or_update_one(&self, object: &Object) -> OrmResult<()> {
        let state = &object.state;
        if state.has_identity() { self.update_one(object) } else { self.save_one(object) }
    }

    fn save_one(&self, object: &Object) -> OrmResult<()> {
        let state = &object.state;
        let attaches = self.before_attach(state)?;
        if !self.new.borrow().contains_key(&state.id) {
            self.host.hold(state);
            let mut new = self.new.borrow_mut();
            new.insert(state.id, state.clone());
            state.insert_order.set(new.len() as u64);
        }
        if attaches {
            self.attach(state)?;
        }
        Ok(())
    }

    fn update_one(&self, object: &Object) -> OrmResult<()> {
        let state = &object.state;
        if state.deleted.get() {
            return Err(OrmError::invalid(format!(
                "Instance '{}' has been deleted.  Use the make_transient() function to send this object back to \
                 the transient state.",
                state.describe()
            )));
        }
        let attaches = self.before_attach(state)?;
        if self.identity_map.contains_state(state) && !self.deleted.borrow().contains_key(&state.id) {
            return Ok(());
        }
        self.deleted.borrow_mut().remove(&state.id);
        self.add_to_identity_map(state)?;
        if attaches {
            self.attach(state)?;
        }
        if state.modified.get() {
            self.host.hold(state);
            self.modified.borrow_mut().replace(state.id, state.clone());
        }
        Ok(())
    }

    fn add_to_identity_map(&self, state: &StateRef) -> OrmResult<()> {
        let key = state.key().expect("a persistent instance has a key");
        if let Some(existing) = self.identity_map.get(&key)
            && !Rc::ptr_eq(&existing, state)
        {
            return Err(OrmError::invalid(format!(
                "Can't attach instance {}; another instance with key {} is already present in this session.",
                state.describe(),
                self.host.identity_key_str(&state.mapper, &key)
            )));
        }
        self.identity_map.replace(key, state);
        Ok(())
    }

    /// Whether the instance must be attached; an error when it is another session's.
    fn before_attach(&self, state: &StateRef) -> OrmResult<bool> {
        self.begin_if_needed()?;
        match state.session() {
            Some(session) if session.number == self.number => Ok(false),
            Some(session) => Err(OrmError::invalid(format!(
                "Object '{}' is already attached to session '{}' (this is '{}')",
                state.describe(),
                session.number,
                self.number
            ))),
            None => {
                self.host.call(&Hook::BeforeAttach(self.rc(), state.clone()))?;
                Ok(true)
            }
        }
    }

    /// `session.enable_relationship_loading(instance)`
    ///
    /// # Errors
    /// For an instance of another session.
    pub fn enable_relationship_loading(&self, state: &StateRef) -> OrmResult<()> {
        let attaches = self.before_attach(state)?;
        state.load_pending.set(true);
        if attaches { self.attach(state) } else { Ok(()) }
    }

    fn attach(&self, state: &StateRef) -> OrmResult<()> {
        let before = state.lifecycle();
        *state.session.borrow_mut() = self.me.clone();
        self.host.call(&Hook::AfterAttach(self.rc(), state.clone()))?;
        self.host.call(&Hook::StateChanged(self.rc(), state.clone(), before, state.lifecycle()))
    }

    /// `session.delete(instance)` and its delete cascade.
    ///
    /// # Errors
    /// [`OrmError::InvalidRequest`] `Instance '<X at 0x...>' is not persisted`; those of loading what the
    /// cascade reaches.
    pub fn delete(&self, object: &Object) -> OrmResult<()> {
        let state = &object.state;
        if !state.has_identity() {
            return Err(OrmError::invalid(format!("Instance '{}' is not persisted", state.describe())));
        }
        let attaches = self.before_attach(state)?;
        if self.deleted.borrow().contains_key(&state.id) {
            return Ok(());
        }
        self.add_to_identity_map(state)?;
        if attaches {
            self.attach(state)?;
        }
        let host = self.host.clone();
        let reached = cascade_iterator(&*host, CascadeKind::Delete, state, &|_| false)?;
        self.mark_deleted(state);
        for reached in reached {
            if reached.state.has_identity() {
                self.mark_deleted(&reached.state);
            } else if self.new.borrow().contains_key(&reached.state.id) {
                self.expunge_state(&*host, &reached.state);
            }
        }
        Ok(())
    }

    fn mark_deleted(&self, state: &StateRef) {
        self.host.hold(state);
        self.deleted.borrow_mut().replace(state.id, state.clone());
    }

    /// `session.expunge(instance)` and its expunge cascade.
    ///
    /// # Errors
    /// [`OrmError::InvalidRequest`] when it is not here.
    pub fn expunge(&self, state: &StateRef) -> OrmResult<()> {
        if !state.session().is_some_and(|it| it.number == self.number) {
            return Err(OrmError::invalid(format!("Instance {} is not present in this Session", state.describe())));
        }
        let host = self.host.clone();
        let reached = cascade_iterator(&*host, CascadeKind::Expunge, state, &|_| false)?;
        self.expunge_state(&*host, state);
        for reached in reached {
            self.expunge_state(&*host, &reached.state);
        }
        Ok(())
    }

    /// Takes one instance out, whatever state it is in.
    pub(super) fn expunge_state(&self, host: &dyn Host, state: &StateRef) {
        let before = state.lifecycle();
        if self.new.borrow_mut().remove(&state.id).is_none() {
            if let Some(key) = state.key() {
                self.identity_map.discard(&key, state);
            }
            self.deleted.borrow_mut().remove(&state.id);
            self.modified.borrow_mut().remove(&state.id);
            if let Some(transaction) = self.transaction.borrow().as_ref() {
                transaction.deleted.borrow_mut().remove(&state.id);
            }
        }
        *state.session.borrow_mut() = Weak::new();
        host.release(state);
        let _ = host.call(&Hook::StateChanged(self.rc(), state.clone(), before, state.lifecycle()));
    }

    /// `session.expunge_all()`
    pub fn expunge_all(&self) {
        let mut all = self.identity_map.all_states();
        all.extend(self.new.borrow().values().cloned());
        let host = self.host.clone();
        for state in all {
            self.expunge_state(&*host, &state);
        }
        self.identity_map.clear();
        self.new.borrow_mut().clear();
        self.deleted.borrow_mut().clear();
        self.modified.borrow_mut().clear();
    }

    /// `session.expire(instance)`, and what the refresh-expire cascade reaches.
    ///
    /// # Errors
    /// [`OrmError::InvalidRequest`] when it is not persistent here.
    pub fn expire(&self, state: &StateRef, keys: Option<&[Rc<str>]>) -> OrmResult<()> {
        if !self.identity_map.contains_state(state) {
            return Err(OrmError::invalid(format!(
                "Instance '{}' is not persistent within this Session",
                state.describe()
            )));
        }
        let host = self.host.clone();
        self.expiring("session.expire()", || {
            if let Some(keys) = keys {
                return attributes::expire_attributes(&*host, state, keys);
            }
            let reached = cascade_iterator(&*host, CascadeKind::RefreshExpire, state, &|_| false)?;
            for state in std::iter::once(state.clone()).chain(reached.into_iter().map(|it| it.state)) {
                if state.has_identity() {
                    attributes::expire(&*host, &state)?;
                } else if self.new.borrow().contains_key(&state.id) {
                    self.expunge_state(&*host, &state);
                }
            }
            Ok(())
        })
    }

    /// `session.expire_all()`
    ///
    /// # Errors
    /// Those of listeners.
    pub fn expire_all(&self) -> OrmResult<()> {
        let all = self.identity_map.all_states();
        self.expiring("session.expire_all()", || all.iter().try_for_each(|it| attributes::expire(&*self.host, it)))
    }

    /// Persistent instances that have changes and are not to be deleted, in the order of change.
    pub fn dirty_states(&self) -> Vec<StateRef> {
        let deleted = self.deleted.borrow();
        self.modified.borrow().values().filter(|it| !deleted.contains_key(&it.id)).cloned().collect()
    }

    /// Whether there is nothing to flush.
    pub fn is_clean(&self) -> bool {
        self.modified.borrow().is_empty() && self.deleted.borrow().is_empty() && self.new.borrow().is_empty()
    }

    /// Flushes before a query, where autoflush is on.
    ///
    /// # Errors
    /// Those of [`Self::flush`].
    pub fn autoflush_now(&self) -> OrmResult<()> {
        if self.autoflush.get() && !self.flushing.get() && (self.has_own_flush.get() || !self.is_clean()) {
            let _cause = self.because(CauseKind::Autoflush, || "autoflush");
            let before = AUTOFLUSHING.replace(true);
            let flushed = self.host.flush(self);
            AUTOFLUSHING.set(before);
            return flushed.map_err(|error| self.host.note_autoflush(error));
        }
        Ok(())
    }

    /// `session.flush()`: sends what changed, in an order that the tables' dependencies allow.
    /// `only`: the instances to look at; `None` is all.
    ///
    /// # Errors
    /// Those of the statements; the transaction is rolled back by then.
    pub fn flush(&self, only: Option<&HashSet<u64>>) -> OrmResult<()> {
        if self.flushing.get() {
            return Err(OrmError::invalid("Session is already flushing"));
        }
        if self.is_clean() {
            return Ok(());
        }
        self.flushing.set(true);
        let result = self.flush_inner(only);
        self.flush_connection.take();
        self.flushing.set(false);
        result
    }

    fn flush_inner(&self, only: Option<&HashSet<u64>>) -> OrmResult<()> {
        let host = self.host.clone();
        host.call(&Hook::BeforeFlush(self.rc()))?;
        if self.is_clean() {
            return Ok(());
        }
        let uow = unitofwork::UnitOfWork::collect(&self.rc(), only)?;
        if !uow.has_work() {
            return Ok(());
        }
        let transaction = self.require_transaction()?;
        let of_flush = self.new_transaction(false);
        host.call(&Hook::AfterTransactionCreate(self.rc(), of_flush.clone()))?;
        // The connection is taken with the first statement: a circle among the rows is found before that.
        let done = transaction
            .check_usable()
            .and_then(|()| {
                let _cause = self.flush_cause();
                self.executes_flush.set(true);
                let done = uow.execute();
                self.executes_flush.set(false);
                done
            })
            .and_then(|()| host.call(&Hook::AfterFlush(self.rc())))
            .and_then(|()| {
                uow.finalize()?;
                let changed = if only.is_none() { self.dirty_states() } else { Vec::new() };
                for state in &changed {
                    attributes::commit_all(&*host, state);
                }
                if !changed.is_empty() {
                    host.warn(&format!(
                        "Attribute history events accumulated on {} previously clean instances within inner-flush event \
                         handlers have been reset, and will not result in database updates. Consider using \
                         set_committed_value() within inner-flush event handlers to avoid this warning.",
                        changed.len()
                    ))?;
                }
                host.call(&Hook::AfterFlushPostexec(self.rc()))?;
                host.call(&Hook::AfterTransactionEnd(self.rc(), of_flush))
            });
        if let Err(error) = done {
            self.fail_transaction(&error);
            return Err(error);
        }
        Ok(())
    }

    /// Takes instances that were flushed as deleted out of the identity map.
    pub(super) fn remove_newly_deleted(&self, states: &[StateRef]) -> OrmResult<()> {
        let transaction = self.require_transaction()?;
        for state in states {
            let before = state.lifecycle();
            transaction.deleted.borrow_mut().replace(state.id, state.clone());
            if let Some(key) = state.key() {
                self.identity_map.discard(&key, state);
            }
            self.deleted.borrow_mut().remove(&state.id);
            self.modified.borrow_mut().remove(&state.id);
            state.deleted.set(true);
            self.host.call(&Hook::StateChanged(self.rc(), state.clone(), before, state.lifecycle()))?;
        }
        Ok(())
    }

    /// An instance whose row a DELETE statement of the program took leaves the session as deleted.
    ///
    /// # Errors
    /// The host's, of hooks.
    pub fn forget_deleted(&self, state: &StateRef) -> OrmResult<()> {
        self.remove_newly_deleted(std::slice::from_ref(state))
    }

    /// Puts instances that were flushed into the identity map.
    pub(super) fn register_persistent(&self, states: &[StateRef]) -> OrmResult<()> {
        let transaction = self.require_transaction()?;
        let host = self.host.clone();
        let mut became = Vec::new();
        for state in states {
            // The key of an expired instance is read like any other: it may have become another's.
            if state.has_identity() && host.object(state).is_some() {
                for prop in &state.mapper.derived().primary_key_props {
                    if !host.has(state, prop) {
                        super::strategies::load_column(state, prop)?;
                    }
                }
            }
            let values = self.primary_key_values(state);
            if state.mapper.lacks_key(&values) && !state.has_identity() {
                return Err(OrmError::Flush(format!(
                    "Instance {} has a NULL identity key.  If this is an auto-generated value, check that the \
                     database table allows generation of new primary key values, and that the mapped Column \
                     object is configured to expect these generated values.  Ensure also that this flush() is not \
                     occurring at an inappropriate time, such as within a load() event.",
                    state.describe()
                )));
            }
            let key = state.mapper.identity_key(values);
            match state.key() {
                None => *state.key.borrow_mut() = Some(key.clone()),
                Some(old) if old != key => {
                    self.identity_map.discard(&old, state);
                    let mut switches = transaction.key_switches.borrow_mut();
                    let first = switches.get(&state.id).map_or(old, |(_, first, _)| first.clone());
                    switches.insert(state.id, (state.clone(), first, key.clone()));
                    *state.key.borrow_mut() = Some(key.clone());
                }
                Some(_) => {}
            }
            self.identity_map.replace(key, state);
            let was_new = self.new.borrow_mut().remove(&state.id).is_some();
            if was_new {
                transaction.new.borrow_mut().replace(state.id, state.clone());
                became.push(state.clone());
            } else {
                transaction.dirty.borrow_mut().replace(state.id, state.clone());
            }
            attributes::commit_all(&*host, state);
        }
        for state in became {
            let (before, after) = (super::state::Lifecycle::Pending, super::state::Lifecycle::Persistent);
            host.call(&Hook::StateChanged(self.rc(), state, before, after))?;
        }
        Ok(())
    }

    /// The primary key values an instance has now.
    pub fn primary_key_values(&self, state: &StateRef) -> Vec<crate::sql::value::Value> {
        state
            .mapper
            .derived()
            .primary_key_props
            .iter()
            .map(|prop| self.host.get(state, prop).unwrap_or(crate::sql::value::Value::Null))
            .collect()
    }

    /// Notes that a collection which has just been loaded is changed by what was appended to it before.
    pub(super) fn note_collection_change(
        &self,
        state: &StateRef,
        prop: &super::properties::Property,
        loaded: Vec<Object>,
    ) {
        // It was noted as changed before: the transaction has begun.
        let _ = attributes::record(&*self.host, state, prop, || super::state::Committed::Collection(loaded));
    }

    /// The persistent instance of a key, held alive.
    pub fn get_loaded(&self, key: &IdentityKey) -> Option<Object> {
        self.identity_map.get(key).and_then(|state| self.host.object(&state))
    }

    /// Makes a freshly loaded instance persistent here.
    pub fn attach_loaded(&self, state: &StateRef, key: IdentityKey) {
        *state.key.borrow_mut() = Some(key.clone());
        *state.session.borrow_mut() = self.me.clone();
        self.identity_map.replace(key, state);
    }
}
