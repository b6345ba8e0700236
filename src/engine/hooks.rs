//! Where a program listens in: the engine's and the pool's events. The host implements [`Hooks`].

use super::connection::{Connection, Options};
use super::context::ExecutionContext;
use super::dbapi::CursorState;
use super::error::EngineError;
use super::events::SentParameters;
use super::execute::{CursorResult, ParameterSets};
use super::pool::{PoolEvent, Pooled, Record};
use crate::sql::compile::Statement;
use crate::sql::value::HostError;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// A statement and its parameters as a hook changed them.
pub type Rewritten = Option<(Rc<str>, SentParameters)>;

/// A statement and its parameter sets as a hook changed them, before they were compiled.
pub type Replaced = Option<(Statement, ParameterSets)>;

/// Which statement about a savepoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum SavepointStatement {
    Make,
    RollbackTo,
    Release,
}

impl SavepointStatement {
    /// Its SQL text before the name.
    pub fn words(self) -> &'static str {
        match self {
            Self::Make => "SAVEPOINT",
            Self::RollbackTo => "ROLLBACK TO SAVEPOINT",
            Self::Release => "RELEASE SAVEPOINT",
        }
    }
}

/// One listener; every call has an empty default.
#[allow(unused_variables, missing_docs)]
pub trait Hooks {
    /// A statement that the ORM makes is about to be compiled and sent. `options`: the merged ones.
    fn before_execute(
        &self,
        conn: &Rc<Connection>,
        statement: &Statement,
        parameters: &ParameterSets,
        options: &Options,
    ) -> Result<Replaced, HostError> {
        Ok(None)
    }
    /// It was sent.
    fn after_execute(
        &self,
        conn: &Rc<Connection>,
        statement: &Statement,
        parameters: &ParameterSets,
        options: &Options,
        result: &CursorResult,
    ) -> Result<(), HostError> {
        Ok(())
    }
    fn before_cursor_execute(
        &self,
        conn: &Rc<Connection>,
        context: &Rc<ExecutionContext>,
        sql: &str,
        parameters: &SentParameters,
        many: bool,
    ) -> Result<Rewritten, HostError> {
        Ok(None)
    }
    /// The database is about to be asked: a listener may do it itself, and gives what came back.
    fn do_execute(
        &self,
        context: &Rc<ExecutionContext>,
        sql: &str,
        parameters: &SentParameters,
    ) -> Result<Option<CursorState>, HostError> {
        Ok(None)
    }
    fn after_cursor_execute(
        &self,
        conn: &Rc<Connection>,
        context: &Rc<ExecutionContext>,
        sql: &str,
        parameters: &SentParameters,
        many: bool,
    ) -> Result<(), HostError> {
        Ok(())
    }
    /// A savepoint statement is executed, or was (`done`): it is a statement of its own to listeners.
    fn savepoint_statement(
        &self,
        conn: &Rc<Connection>,
        statement: SavepointStatement,
        name: &str,
        done: Option<&Rc<ExecutionContext>>,
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
    /// Something happened to a connection of a pool. `conn` is none when it was closed, `record` when it
    /// had left the pool.
    fn pool(&self, conn: Option<&Pooled>, record: Option<&Rc<Record>>, event: PoolEvent<'_>) -> Result<(), HostError> {
        Ok(())
    }
    /// An execution failed, or BEGIN, COMMIT or ROLLBACK did. The answer replaces the error, and nobody else
    /// is asked.
    fn handle_error(
        &self,
        conn: &Rc<Connection>,
        context: Option<&Rc<ExecutionContext>>,
        error: &EngineError,
    ) -> Option<EngineError> {
        None
    }
    /// Whether an error that [`Self::pool`] gave means that the connection is lost (`DisconnectionError`),
    /// and then whether all of the pool are.
    fn disconnection(&self, error: &HostError) -> Option<bool> {
        None
    }
}

/// What a listener was given to: those of classes hear first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Level {
    PoolClass,
    EngineClass,
    Own,
}

/// The listeners of an engine or a pool.
#[derive(Default)]
pub struct HookList {
    parent: Option<Rc<HookList>>,
    own: RefCell<Vec<(Level, Rc<dyn Hooks>)>>,
    had_first_connect: Cell<bool>,
}

impl std::fmt::Debug for HookList {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("HookList")
    }
}

impl HookList {
    /// Listeners that hear before those of `parent`.
    pub fn child_of(parent: Rc<HookList>) -> Self {
        Self { parent: Some(parent), ..Self::default() }
    }
    /// Adds a listener behind those of its level.
    pub fn add(&self, level: Level, hooks: Rc<dyn Hooks>) {
        let mut own = self.own.borrow_mut();
        let place = own.partition_point(|(it, _)| *it <= level);
        own.insert(place, (level, hooks));
    }
    /// All of them, to be called without holding the list.
    pub fn all(&self) -> Vec<Rc<dyn Hooks>> {
        let mut all: Vec<_> = self.own.borrow().iter().map(|(_, it)| it.clone()).collect();
        if let Some(parent) = &self.parent {
            all.extend(parent.all());
        }
        all
    }
    /// A pool was made again: it has a first connection of its own.
    pub fn forget_first_connect(&self) {
        self.had_first_connect.set(false);
    }
    /// Whether nobody was told of a first connection yet; says no from then on.
    pub(super) fn take_first_connect(&self) -> bool {
        !self.had_first_connect.replace(true)
    }
}
