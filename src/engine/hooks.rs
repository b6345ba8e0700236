//! Where a program listens in: the engine's and the pool's events. The host implements [`Hooks`].

use super::connection::Connection;
use super::dbapi::DbapiConnection;
use super::events::SentParameters;
use crate::sql::value::HostError;
use std::cell::RefCell;
use std::rc::Rc;

/// A statement and its parameters as a hook changed them.
pub type Rewritten = Option<(Rc<str>, SentParameters)>;

/// One listener; every call has an empty default.
#[allow(unused_variables, missing_docs)]
pub trait Hooks {
    fn before_cursor_execute(
        &self,
        conn: &Rc<Connection>,
        sql: &str,
        parameters: &SentParameters,
        many: bool,
    ) -> Result<Rewritten, HostError> {
        Ok(None)
    }
    fn after_cursor_execute(
        &self,
        conn: &Rc<Connection>,
        sql: &str,
        parameters: &SentParameters,
        many: bool,
    ) -> Result<(), HostError> {
        Ok(())
    }
    fn begin(&self, conn: &Rc<Connection>) -> Result<(), HostError> {
        Ok(())
    }
    fn commit(&self, conn: &Rc<Connection>) -> Result<(), HostError> {
        Ok(())
    }
    fn rollback(&self, conn: &Rc<Connection>) -> Result<(), HostError> {
        Ok(())
    }
    fn savepoint(&self, conn: &Rc<Connection>) -> Result<(), HostError> {
        Ok(())
    }
    fn rollback_savepoint(&self, conn: &Rc<Connection>, name: &str) -> Result<(), HostError> {
        Ok(())
    }
    fn release_savepoint(&self, conn: &Rc<Connection>, name: &str) -> Result<(), HostError> {
        Ok(())
    }
    fn engine_connect(&self, conn: &Rc<Connection>) -> Result<(), HostError> {
        Ok(())
    }
    fn pool_connect(&self, dbapi: &Rc<DbapiConnection>) -> Result<(), HostError> {
        Ok(())
    }
    fn pool_checkout(&self, dbapi: &Rc<DbapiConnection>) -> Result<(), HostError> {
        Ok(())
    }
    fn pool_checkin(&self, dbapi: &Rc<DbapiConnection>) -> Result<(), HostError> {
        Ok(())
    }
    fn pool_reset(&self, dbapi: &Rc<DbapiConnection>) -> Result<(), HostError> {
        Ok(())
    }
    fn pool_close(&self, dbapi: &Rc<DbapiConnection>) -> Result<(), HostError> {
        Ok(())
    }
    fn pool_detach(&self, dbapi: &Rc<DbapiConnection>) -> Result<(), HostError> {
        Ok(())
    }
    fn pool_invalidate(&self, dbapi: &Rc<DbapiConnection>, soft: bool) -> Result<(), HostError> {
        Ok(())
    }
}

/// The listeners of an engine or a pool.
#[derive(Default)]
pub struct HookList(RefCell<Vec<Rc<dyn Hooks>>>);

impl std::fmt::Debug for HookList {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("HookList")
    }
}

impl HookList {
    /// Adds a listener.
    pub fn add(&self, hooks: Rc<dyn Hooks>) {
        self.0.borrow_mut().push(hooks);
    }
    /// All of them, to be called without holding the list.
    pub fn all(&self) -> Vec<Rc<dyn Hooks>> {
        self.0.borrow().clone()
    }
}
