//! Transactions and savepoints of a connection. Mirrors `RootTransaction` and `NestedTransaction`.

use super::connection::Connection;
use super::error::EngineError;
use crate::sql::value::HostSlot;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// A transaction, or a savepoint inside one.
pub struct Transaction {
    /// Its connection.
    pub connection: Rc<Connection>,
    /// The savepoint's name and the savepoint around it; `None` for the transaction itself.
    savepoint: Option<(Rc<str>, Option<Rc<Transaction>>)>,
    active: Cell<bool>,
    outer_context: RefCell<Option<Rc<Transaction>>>,
    entered: Cell<bool>,
    /// The host's object.
    pub host: HostSlot,
}

impl std::fmt::Debug for Transaction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.savepoint.is_some() { "NestedTransaction" } else { "RootTransaction" })
    }
}

type Done = Result<(), EngineError>;

impl Transaction {
    pub(super) fn root(connection: Rc<Connection>) -> Rc<Self> {
        Self::new(connection, None)
    }
    pub(super) fn nested(connection: Rc<Connection>, name: Rc<str>, previous: Option<Rc<Self>>) -> Rc<Self> {
        Self::new(connection, Some((name, previous)))
    }
    fn new(connection: Rc<Connection>, savepoint: Option<(Rc<str>, Option<Rc<Self>>)>) -> Rc<Self> {
        Rc::new(Self {
            connection,
            savepoint,
            active: Cell::new(true),
            outer_context: RefCell::default(),
            entered: Cell::new(false),
            host: HostSlot::default(),
        })
    }

    /// Whether it was neither committed nor rolled back.
    pub fn is_active(&self) -> bool {
        self.active.get()
    }
    /// Whether it is a savepoint.
    pub fn is_nested(&self) -> bool {
        self.savepoint.is_some()
    }
    /// `is_valid`
    pub fn is_valid(&self) -> bool {
        self.is_active() && !self.connection.is_invalidated()
    }
    fn is_connections(self: &Rc<Self>) -> bool {
        let slot = if self.is_nested() { &self.connection.nested } else { &self.connection.transaction };
        slot.borrow().as_ref().is_some_and(|it| Rc::ptr_eq(it, self))
    }

    fn cancel(self: &Rc<Self>) {
        self.active.set(false);
        self.leave_nested();
        if let Some((_, Some(previous))) = &self.savepoint {
            previous.cancel();
        }
    }

    fn leave_nested(self: &Rc<Self>) {
        if self.is_connections()
            && let Some((_, previous)) = &self.savepoint
        {
            *self.connection.nested.borrow_mut() = previous.clone();
        }
    }

    fn cancel_nested(&self) {
        let nested = self.connection.nested.borrow().clone();
        if let Some(nested) = nested {
            nested.cancel();
        }
    }

    /// `close()`
    ///
    /// # Errors
    /// The library's, of the rollback.
    pub fn close(self: &Rc<Self>) -> Done {
        self.rollback()
    }

    /// `rollback()`
    ///
    /// # Errors
    /// The library's.
    pub fn rollback(self: &Rc<Self>) -> Done {
        if let Some((name, _)) = &self.savepoint {
            let outer_is_active = self.connection.in_transaction();
            let done = if self.is_active() && outer_is_active {
                self.connection.rollback_to_savepoint_impl(name)
            } else {
                Ok(())
            };
            self.active.set(false);
            self.leave_nested();
            return done;
        }
        let done = if self.is_active() { self.connection.rollback_impl() } else { Ok(()) };
        if done.is_ok() {
            self.cancel_nested();
        }
        self.active.set(false);
        if self.is_connections() {
            *self.connection.transaction.borrow_mut() = None;
        }
        done
    }

    /// `commit()`
    ///
    /// # Errors
    /// The library's; `PendingRollbackError`; `InvalidRequestError` when it is over.
    pub fn commit(self: &Rc<Self>) -> Done {
        if let Some((name, _)) = &self.savepoint {
            if self.is_active() {
                let done = self.connection.release_savepoint_impl(name);
                self.active.set(false);
                if done.is_ok() {
                    self.leave_nested();
                }
                return done;
            }
            if self.is_connections() {
                return Err(self.connection.invalid_transaction());
            }
            return Err(EngineError::invalid_request("This nested transaction is inactive"));
        }
        if self.is_active() {
            let done = self.connection.commit_impl();
            self.cancel_nested();
            self.active.set(false);
            if done.is_ok() {
                *self.connection.transaction.borrow_mut() = None;
            }
            return done;
        }
        if self.is_connections() {
            return Err(self.connection.invalid_transaction());
        }
        Err(EngineError::invalid_request("This transaction is inactive"))
    }

    /// Enters its `with` block.
    pub fn enter(self: &Rc<Self>) {
        let outer = self.connection.context.replace(Some(self.clone()));
        *self.outer_context.borrow_mut() = outer;
        self.entered.set(true);
    }

    /// Leaves its `with` block: commits, or rolls back when `failed`.
    ///
    /// # Errors
    /// The library's; a failed commit is rolled back first.
    pub fn exit(self: &Rc<Self>, failed: bool) -> Done {
        let done = if !failed && self.is_active() {
            let done = self.commit();
            if done.is_err() {
                let _ = self.rollback();
            }
            done
        } else if self.is_active() {
            self.rollback()
        } else if self.is_connections() {
            self.close()
        } else {
            Ok(())
        };
        let outer = self.outer_context.borrow_mut().take();
        let is_context = self.connection.context.borrow().as_ref().is_some_and(|it| Rc::ptr_eq(it, self));
        if self.entered.get() && is_context {
            *self.connection.context.borrow_mut() = outer;
        }
        done
    }
}
