//! Transactions of a session: begun by the first use, nested by savepoints, dead after a failed flush until
//! rolled back. Mirrors `SessionTransaction` of `orm/session.py`.

use super::attributes;
use super::errors::{OrmError, OrmResult};
use super::host::{ConnectionFor, Hook};
use super::identity::IdentityKey;
use super::session::{Bind, JoinTransactionMode, Session};
use super::state::{Lifecycle, StateMap, StateRef};
use crate::engine::transaction::Transaction;
use crate::engine::{Connection, EngineError};
use crate::sql::value::HostSlot;
use indexmap::IndexMap;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

/// Where a transaction stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum TransactionState {
    Active,
    Prepared,
    Deactive,
    Committed,
    Closed,
}

/// A connection in use, with the transaction on it.
#[derive(Clone, Debug)]
struct Enlisted {
    conn: Rc<Connection>,
    transaction: Rc<Transaction>,
    should_commit: bool,
    /// The session opened the connection and closes it.
    is_own: bool,
}

/// One level of a session's transactions.
#[derive(Debug)]
pub struct SessionTransaction {
    /// A savepoint.
    pub nested: bool,
    /// The enclosing one.
    pub parent: Option<Rc<SessionTransaction>>,
    /// Where it stands.
    pub state: Cell<TransactionState>,
    /// In the order of their first use.
    enlisted: RefCell<Vec<Enlisted>>,
    /// Instances that became persistent in it.
    pub(super) new: RefCell<StateMap>,
    /// Instances flushed as deleted in it.
    pub(super) deleted: RefCell<StateMap>,
    /// Instances flushed as changed in it.
    pub(super) dirty: RefCell<StateMap>,
    /// Instances whose primary key changed: old and new key.
    pub(super) key_switches: RefCell<IndexMap<u64, (StateRef, IdentityKey, IdentityKey)>>,
    /// The host's object for it.
    pub host: HostSlot,
    /// What made it dead, as the message says it.
    failure: RefCell<Option<String>>,
}

impl Enlisted {
    /// Whether it is what this bind gave.
    fn is_of(&self, bind: &Bind) -> bool {
        match bind {
            Bind::Engine(engine) => Rc::ptr_eq(&self.conn.engine, engine),
            Bind::Connection(conn) => Rc::ptr_eq(&self.conn, conn),
        }
    }
}

impl SessionTransaction {
    /// The connections it has taken; also when it has ended.
    pub fn connections(&self) -> Vec<Rc<Connection>> {
        self.enlisted.borrow().iter().map(|it| it.conn.clone()).collect()
    }

    /// The connection that a bind gave it.
    pub fn connection_of(&self, bind: &Bind) -> Option<Rc<Connection>> {
        self.enlisted.borrow().iter().find(|it| it.is_of(bind)).map(|it| it.conn.clone())
    }

    /// Whether statements can be sent.
    pub fn is_active(&self) -> bool {
        self.state.get() == TransactionState::Active
    }

    /// Whether it has neither been committed, rolled back nor closed.
    pub fn is_open(&self) -> bool {
        self.state.get() != TransactionState::Closed
    }

    /// Whether statements can be sent.
    ///
    /// # Errors
    /// Why they cannot.
    pub fn check_usable(&self) -> OrmResult<()> {
        match self.state.get() {
            TransactionState::Active | TransactionState::Prepared => Ok(()),
            TransactionState::Committed => Err(OrmError::invalid(
                "This session is in 'committed' state; no further SQL can be emitted within this transaction.",
            )),
            TransactionState::Deactive => Err(match &*self.failure.borrow() {
                Some(original) => OrmError::PendingRollback(format!(
                    "This Session's transaction has been rolled back due to a previous exception during flush. To \
                     begin a new transaction with this Session, first issue Session.rollback(). Original exception \
                     was: {original}"
                )),
                None => OrmError::invalid(
                    "This session is in 'inactive' state, due to the SQL transaction being rolled back; no further \
                     SQL can be emitted within this transaction.",
                ),
            }),
            TransactionState::Closed => {
                Err(OrmError::Engine(EngineError::core("ResourceClosedError", "This transaction is closed", None)))
            }
        }
    }
}

impl Session {
    /// Whether a transaction has begun.
    pub fn in_transaction(&self) -> bool {
        self.transaction.borrow().is_some()
    }

    /// Whether a savepoint is open.
    pub fn in_nested_transaction(&self) -> bool {
        self.transaction.borrow().as_ref().is_some_and(|it| it.nested)
    }

    /// The innermost transaction, if one has begun.
    pub fn current_transaction(&self) -> Option<Rc<SessionTransaction>> {
        self.transaction.borrow().clone()
    }

    /// Whether the session can be used as it is: no transaction, or a living one.
    pub fn is_active(&self) -> bool {
        self.transaction.borrow().as_ref().is_none_or(|it| it.is_active())
    }

    pub(super) fn begin_if_needed(&self) -> OrmResult<()> {
        if self.transaction.borrow().is_some() {
            return Ok(());
        }
        if !self.closed.get() && !self.autobegin.get() {
            return Err(OrmError::invalid(
                "Autobegin is disabled on this Session; please call session.begin() to start a new transaction",
            ));
        }
        self.open(false).map(drop)
    }

    /// Inside the context manager of a transaction that has ended, nothing more is sent.
    fn check_context_manager(&self) -> OrmResult<()> {
        let Some(entered) = self.entered.borrow().last().cloned() else { return Ok(()) };
        if matches!(entered.state.get(), TransactionState::Active | TransactionState::Prepared) {
            return Ok(());
        }
        let because = entered
            .failure
            .borrow()
            .as_ref()
            .map_or_else(String::new, |it| format!("The transaction was rolled back due to an exception: {it}.  "));
        Err(OrmError::invalid(format!(
            "Can't operate on closed transaction inside context manager.  {because}Please complete the context manager \
             before emitting further commands."
        )))
    }

    fn open(&self, nested: bool) -> OrmResult<Rc<SessionTransaction>> {
        if self.closed.get() {
            return Err(OrmError::invalid(
                "This Session has been permanently closed and is unable to handle any more transaction requests.",
            ));
        }
        self.check_context_manager()?;
        let transaction = self.new_transaction(nested);
        *self.transaction.borrow_mut() = Some(transaction.clone());
        self.host.call(&Hook::AfterTransactionCreate(self.rc(), transaction.clone()))?;
        Ok(transaction)
    }

    /// A transaction inside the current one. A flush is one for listeners only.
    pub(super) fn new_transaction(&self, nested: bool) -> Rc<SessionTransaction> {
        let parent = self.transaction.borrow().clone();
        Rc::new(SessionTransaction {
            nested,
            parent,
            state: Cell::new(TransactionState::Active),
            enlisted: RefCell::default(),
            new: RefCell::default(),
            deleted: RefCell::default(),
            dirty: RefCell::default(),
            key_switches: RefCell::default(),
            host: HostSlot::default(),
            failure: RefCell::default(),
        })
    }

    /// The transaction to work in; begins one if none has.
    pub(super) fn require_transaction(&self) -> OrmResult<Rc<SessionTransaction>> {
        self.begin_if_needed()?;
        Ok(self.transaction.borrow().clone().expect("begun above"))
    }

    /// `session.begin()`
    ///
    /// # Errors
    /// [`OrmError::InvalidRequest`] `A transaction is already begun on this Session.`
    pub fn begin(&self) -> OrmResult<Rc<SessionTransaction>> {
        if self.transaction.borrow().is_some() {
            return Err(OrmError::invalid("A transaction is already begun on this Session."));
        }
        self.open(false)
    }

    /// The context manager of a transaction was entered: until it is left, nothing runs after the transaction.
    pub fn enter_transaction(&self, transaction: &Rc<SessionTransaction>) {
        self.entered.borrow_mut().push(transaction.clone());
    }

    /// The context manager of a transaction was left.
    pub fn leave_transaction(&self, transaction: &Rc<SessionTransaction>) {
        let mut entered = self.entered.borrow_mut();
        if let Some(place) = entered.iter().rposition(|it| Rc::ptr_eq(it, transaction)) {
            entered.remove(place);
        }
    }

    /// `session.begin_nested()`: a savepoint, set when it is first used. Flushes first.
    ///
    /// # Errors
    /// Those of the flush.
    pub fn begin_nested(&self) -> OrmResult<Rc<SessionTransaction>> {
        // It begins a transaction also where the session does not by itself.
        if self.transaction.borrow().is_none() {
            self.open(false)?;
        }
        let transaction = self.require_transaction()?;
        transaction.check_usable()?;
        if !self.flushing.get() {
            self.host.flush(self)?;
        }
        self.open(true)
    }

    /// The connection of the current transaction for a purpose, taken from its bind when first needed.
    ///
    /// # Errors
    /// [`OrmError::PendingRollback`] after a failed flush; those of connecting;
    /// `UnboundExecutionError` when there is no bind.
    pub fn connection(&self, wanted: ConnectionFor<'_>) -> OrmResult<Rc<Connection>> {
        let bind = match self.bind.borrow().clone() {
            Some(bind) if !self.routes.get() && !matches!(wanted, ConnectionFor::Arguments(_)) => bind,
            _ => self.host.bind_of(self, wanted)?,
        };
        self.connection_for_bind(&bind, None)
    }

    /// The connection of the current transaction to a bind. `options`: what the host is to prepare it with.
    ///
    /// # Errors
    /// As [`Self::connection`].
    pub fn connection_for_bind(&self, bind: &Bind, options: Option<&Rc<dyn Any>>) -> OrmResult<Rc<Connection>> {
        let transaction = self.require_transaction()?;
        self.check_context_manager()?;
        self.provision(&transaction, bind, options)
    }

    /// The connection of a transaction to a bind.
    ///
    /// # Errors
    /// As [`Self::connection`].
    pub fn provision(
        &self,
        transaction: &Rc<SessionTransaction>,
        bind: &Bind,
        options: Option<&Rc<dyn Any>>,
    ) -> OrmResult<Rc<Connection>> {
        transaction.check_usable()?;
        if let Some(conn) = transaction.connection_of(bind) {
            if options.is_some() {
                self.host.warn("Connection is already established for the given bind; execution_options ignored")?;
            }
            return Ok(conn);
        }
        let enlisted = match &transaction.parent {
            Some(parent) => {
                let conn = self.provision(parent, bind, options)?;
                let savepoint = conn.begin_nested()?;
                Enlisted { conn, transaction: savepoint, should_commit: true, is_own: false }
            }
            None => self.enlist_root(transaction, bind, options)?,
        };
        let conn = enlisted.conn.clone();
        transaction.enlisted.borrow_mut().push(enlisted);
        self.host.call(&Hook::AfterBegin(self.rc(), transaction.clone(), conn.clone()))?;
        Ok(conn)
    }

    fn enlist_root(
        &self,
        transaction: &SessionTransaction,
        bind: &Bind,
        options: Option<&Rc<dyn Any>>,
    ) -> OrmResult<Enlisted> {
        let (conn, is_own) = match bind {
            Bind::Engine(engine) => (engine.connect()?, true),
            Bind::Connection(conn) => {
                if transaction.connection_of(&Bind::Engine(conn.engine.clone())).is_some() {
                    return Err(OrmError::invalid(
                        "Session already has a Connection associated for the given Connection's Engine",
                    ));
                }
                (conn.clone(), false)
            }
        };
        let begun = self.prepare(&conn, options).and_then(|()| self.begin_on(&conn, is_own));
        match begun {
            Ok((transaction, should_commit)) => Ok(Enlisted { conn, transaction, should_commit, is_own }),
            Err(error) => {
                if is_own {
                    conn.close()?;
                }
                Err(error)
            }
        }
    }

    fn prepare(&self, conn: &Rc<Connection>, options: Option<&Rc<dyn Any>>) -> OrmResult<()> {
        if self.prepares.get() || options.is_some() {
            return self.host.prepare_connection(self, conn, options);
        }
        Ok(())
    }

    /// Begins on a connection, or joins what has begun there; and whether to commit it.
    fn begin_on(&self, conn: &Rc<Connection>, is_own: bool) -> OrmResult<(Rc<Transaction>, bool)> {
        if !conn.in_transaction() {
            return Ok((conn.begin()?, true));
        }
        let mode = match self.join_transaction_mode.get() {
            JoinTransactionMode::ConditionalSavepoint if conn.in_nested_transaction() => {
                JoinTransactionMode::CreateSavepoint
            }
            JoinTransactionMode::ConditionalSavepoint => JoinTransactionMode::RollbackOnly,
            mode => mode,
        };
        if mode == JoinTransactionMode::CreateSavepoint && !is_own {
            return Ok((conn.begin_nested()?, true));
        }
        let joined = conn
            .get_nested_transaction()
            .filter(|_| conn.in_nested_transaction() && !is_own)
            .or_else(|| conn.get_transaction())
            .expect("it is in a transaction");
        Ok((joined, is_own || mode == JoinTransactionMode::ControlFully))
    }

    /// `session.commit()`: flushes, commits, expires.
    ///
    /// # Errors
    /// Those of the flush and of COMMIT.
    pub fn commit(&self) -> OrmResult<()> {
        let transaction = self.require_transaction()?;
        // Commits up to the root, as Session.commit() does.
        let mut current = Some(transaction);
        while let Some(transaction) = current {
            self.commit_transaction(&transaction)?;
            current = transaction.parent.clone();
        }
        Ok(())
    }

    /// Commits one transaction, and any open inside it.
    ///
    /// # Errors
    /// As [`Self::commit`].
    pub fn commit_transaction(&self, transaction: &Rc<SessionTransaction>) -> OrmResult<()> {
        transaction.check_usable()?;
        self.host.call(&Hook::BeforeCommit(self.rc()))?;
        for inner in self.transactions_inside(transaction) {
            self.commit_transaction(&inner)?;
        }
        if !self.flushing.get() {
            let mut flushes = 0;
            while !self.is_clean() {
                self.host.flush(self)?;
                flushes += 1;
                if flushes == 100 {
                    return Err(OrmError::Flush(
                        "Over 100 subsequent flushes have occurred within session.commit() - is an after_flush() \
                         hook creating new objects?"
                            .to_owned(),
                    ));
                }
            }
        }
        transaction.state.set(TransactionState::Prepared);
        let enlisted = transaction.enlisted.borrow().clone();
        enlisted.iter().filter(|it| it.should_commit).try_for_each(|it| it.transaction.commit())?;
        transaction.state.set(TransactionState::Committed);
        self.host.call(&Hook::AfterCommit(self.rc()))?;
        self.remove_snapshot(transaction)?;
        self.close_transaction(transaction, false)
    }

    /// What a commit leaves behind: expired instances, detached deleted ones.
    fn remove_snapshot(&self, transaction: &SessionTransaction) -> OrmResult<()> {
        if let Some(parent) = &transaction.parent {
            parent.new.borrow_mut().extend(transaction.new.take());
            parent.dirty.borrow_mut().extend(transaction.dirty.take());
            parent.deleted.borrow_mut().extend(transaction.deleted.take());
            parent.key_switches.borrow_mut().extend(transaction.key_switches.take());
            return Ok(());
        }
        // Without it, instances whose rows were deleted stay in the session.
        if !self.expire_on_commit.get() {
            return Ok(());
        }
        self.expiring("commit", || self.expire_all())?;
        for state in transaction.deleted.take().values() {
            *state.session.borrow_mut() = Weak::new();
            self.host.release(state);
            self.host.call(&Hook::StateChanged(self.rc(), state.clone(), Lifecycle::Deleted, Lifecycle::Detached))?;
        }
        Ok(())
    }

    /// `session.rollback()`: to the root.
    ///
    /// # Errors
    /// Those of ROLLBACK.
    pub fn rollback(&self) -> OrmResult<()> {
        let mut current = self.current_transaction();
        while let Some(transaction) = current {
            self.rollback_transaction(&transaction)?;
            current = transaction.parent.clone();
        }
        Ok(())
    }

    /// The transactions that are open inside one, the innermost first. Listeners may begin others meanwhile.
    fn transactions_inside(&self, transaction: &Rc<SessionTransaction>) -> Vec<Rc<SessionTransaction>> {
        let mut found = Vec::new();
        let mut current = self.current_transaction();
        while let Some(inner) = current.filter(|it| !Rc::ptr_eq(it, transaction)) {
            current = inner.parent.clone();
            found.push(inner);
        }
        found
    }

    /// Rolls back one transaction, and any open inside it.
    ///
    /// # Errors
    /// Those of ROLLBACK.
    pub fn rollback_transaction(&self, transaction: &Rc<SessionTransaction>) -> OrmResult<()> {
        for inner in self.transactions_inside(transaction) {
            self.close_transaction(&inner, false)?;
        }
        let mut result = Ok(());
        if matches!(transaction.state.get(), TransactionState::Active | TransactionState::Prepared) {
            result = self.roll_back_connection(transaction);
        }
        if !self.is_clean() {
            self.restore_snapshot(transaction, transaction.nested)?;
        }
        self.close_transaction(transaction, false)?;
        result?;
        self.host.call(&Hook::AfterSoftRollback(self.rc(), transaction.clone()))
    }

    fn roll_back_connection(&self, transaction: &Rc<SessionTransaction>) -> OrmResult<()> {
        let enlisted = transaction.enlisted.borrow().clone();
        let rolled_back = enlisted.iter().try_for_each(|it| it.transaction.rollback());
        transaction.state.set(TransactionState::Deactive);
        let told = self.host.call(&Hook::AfterRollback(self.rc()));
        self.restore_snapshot(transaction, transaction.nested)?;
        rolled_back?;
        told
    }

    /// Rolls back after a failed flush; the transaction stays dead until `rollback()` is called.
    pub(super) fn fail_transaction(&self, error: &OrmError) {
        let Some(transaction) = self.current_transaction() else { return };
        if transaction.is_active() {
            let _ = self.roll_back_connection(&transaction);
            *transaction.failure.borrow_mut() = Some(self.host.error_str(error));
        }
    }

    /// Undoes what the transaction did to the instances.
    fn restore_snapshot(&self, transaction: &SessionTransaction, dirty_only: bool) -> OrmResult<()> {
        let host = self.host.clone();
        let mut to_expunge: StateMap = transaction.new.take();
        to_expunge.extend(self.new.take());
        for state in to_expunge.values() {
            let before = state.lifecycle();
            if let Some(key) = state.key() {
                self.identity_map.discard(&key, state);
            }
            self.modified.borrow_mut().remove(&state.id);
            self.deleted.borrow_mut().remove(&state.id);
            *state.session.borrow_mut() = Weak::new();
            state.deleted.set(false);
            *state.key.borrow_mut() = None;
            host.release(state);
            host.call(&Hook::StateChanged(self.rc(), state.clone(), before, Lifecycle::Transient))?;
        }
        for (state, old, new) in transaction.key_switches.take().into_values() {
            self.identity_map.discard(&new, &state);
            if !to_expunge.contains_key(&state.id) {
                *state.key.borrow_mut() = Some(old.clone());
                self.identity_map.replace(old, &state);
            }
        }
        let mut deleted = transaction.deleted.take();
        deleted.extend(self.deleted.take());
        for state in deleted.values() {
            let Some(key) = state.key() else { continue };
            let before = state.lifecycle();
            state.deleted.set(false);
            *state.session.borrow_mut() = Rc::downgrade(&self.rc());
            self.identity_map.replace(key, state);
            if !state.modified.get() {
                host.release(state);
            }
            if before != state.lifecycle() {
                host.call(&Hook::StateChanged(self.rc(), state.clone(), before, state.lifecycle()))?;
            }
        }
        let dirty = transaction.dirty.borrow();
        let is_touched = |it: &StateRef| !dirty_only || it.modified.get() || dirty.contains_key(&it.id);
        let all = self.identity_map.all_states();
        self.expiring("rollback", || {
            all.iter().filter(|it| is_touched(it)).try_for_each(|it| attributes::expire(&*host, it))
        })
    }

    /// Ends one transaction: the connection goes back, the enclosing one is current again.
    /// `invalidates`: the connection is not to be used again.
    fn close_transaction(&self, transaction: &Rc<SessionTransaction>, invalidates: bool) -> OrmResult<()> {
        transaction.state.set(TransactionState::Closed);
        *self.transaction.borrow_mut() = transaction.parent.clone();
        let enlisted = transaction.enlisted.borrow().clone();
        for enlisted in enlisted {
            if invalidates && transaction.parent.is_none() {
                enlisted.conn.invalidate(None)?;
            }
            if enlisted.should_commit && enlisted.transaction.is_active() {
                enlisted.transaction.close()?;
            }
            if enlisted.is_own {
                enlisted.conn.close()?;
            }
        }
        self.host.call(&Hook::AfterTransactionEnd(self.rc(), transaction.clone()))
    }

    /// Ends one transaction without committing it.
    ///
    /// # Errors
    /// Those of ROLLBACK.
    pub fn close_one(&self, transaction: &Rc<SessionTransaction>) -> OrmResult<()> {
        if transaction.is_open() { self.close_transaction(transaction, false) } else { Ok(()) }
    }

    /// `session.close()`: rolls back what is open, lets go of all instances.
    ///
    /// # Errors
    /// Those of ROLLBACK.
    pub fn close(&self) -> OrmResult<()> {
        self.close_all(false)
    }

    /// `session.invalidate()`: closes, and its connections are not used again.
    ///
    /// # Errors
    /// Those of the listeners to the pool.
    pub fn invalidate(&self) -> OrmResult<()> {
        self.close_all(true)
    }

    fn close_all(&self, invalidates: bool) -> OrmResult<()> {
        self.expunge_all();
        while let Some(transaction) = self.current_transaction() {
            self.close_transaction(&transaction, invalidates)?;
        }
        Ok(())
    }
}
