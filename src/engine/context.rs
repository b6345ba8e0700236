//! One execution: its statement, parameters, options and outcome. Mirrors `DefaultExecutionContext`.

use super::cache::CacheStats;
use super::connection::{Connection, Options};
use super::dbapi::CursorState;
use super::events::SentParameters;
use super::execute::Parameters;
use crate::sql::compile::{Compiled, DmlKind, StatementKind};
use crate::sql::schema::ColumnRef;
use crate::sql::value::{HostSlot, Value};
use std::cell::RefCell;
use std::rc::Rc;

/// What listeners, default functions and results know about the execution they belong to.
#[derive(Debug)]
pub struct ExecutionContext {
    /// Where it runs.
    pub connection: Rc<Connection>,
    /// The compiled statement; `None` for plain SQL text.
    pub compiled: Option<Rc<Compiled>>,
    /// Options of the statement, the connection and the call; the later win.
    pub options: Options,
    /// Several parameter sets.
    pub is_many: bool,
    /// Whether the compiled statement was in the cache.
    pub stats: Option<CacheStats>,
    /// Values of the binds, one list a parameter set, before the types processed them.
    pub values: RefCell<Vec<Vec<Value>>>,
    /// Whose default is computed: index of the parameter set, column, name of its bind.
    pub current_default: RefCell<Option<(usize, ColumnRef, Rc<str>)>>,
    /// SQL text as it was sent, or will be.
    pub statement: RefCell<Rc<str>>,
    /// Parameters as they were sent.
    pub parameters: RefCell<Rc<SentParameters>>,
    /// What the cursor said, without its rows; `None` before the statement was sent.
    pub outcome: RefCell<Option<CursorState>>,
    /// The host's object.
    pub host: HostSlot,
}

impl ExecutionContext {
    /// Of a compiled statement.
    pub fn compiled(
        connection: &Rc<Connection>,
        compiled: &Rc<Compiled>,
        options: Options,
        is_many: bool,
        stats: CacheStats,
    ) -> Rc<Self> {
        let statement = compiled.sql.clone();
        Rc::new(Self::new(connection, Some(compiled.clone()), options, is_many, Some(stats), statement))
    }

    /// Of SQL text.
    pub fn text(connection: &Rc<Connection>, sql: Rc<str>, parameters: &SentParameters, options: Options) -> Rc<Self> {
        let is_many = matches!(parameters, SentParameters::Many(_));
        Rc::new(Self::new(connection, None, options, is_many, None, sql))
    }

    fn new(
        connection: &Rc<Connection>,
        compiled: Option<Rc<Compiled>>,
        options: Options,
        is_many: bool,
        stats: Option<CacheStats>,
        statement: Rc<str>,
    ) -> Self {
        Self {
            connection: connection.clone(),
            compiled,
            options,
            is_many,
            stats,
            values: RefCell::default(),
            current_default: RefCell::default(),
            statement: RefCell::new(statement),
            parameters: RefCell::new(Rc::new(SentParameters::empty())),
            outcome: RefCell::default(),
            host: HostSlot::default(),
        }
    }

    /// INSERT, UPDATE or DELETE.
    pub fn dml_kind(&self) -> Option<DmlKind> {
        match self.compiled.as_ref()?.kind {
            StatementKind::Dml(kind) => Some(kind),
            _ => None,
        }
    }

    /// Whether it is DDL.
    pub fn is_ddl(&self) -> bool {
        self.compiled.as_ref().is_some_and(|it| it.kind == StatementKind::Ddl)
    }

    /// The values of one parameter set by name.
    pub fn parameters_of(&self, index: usize) -> Parameters {
        match (&self.compiled, self.values.borrow().get(index)) {
            (Some(compiled), Some(row)) => compiled.binds.keys().cloned().zip(row.iter().cloned()).collect(),
            _ => Parameters::new(),
        }
    }

    /// The values of all parameter sets by name.
    pub fn all_parameters(&self) -> Vec<Parameters> {
        let count = self.values.borrow().len();
        (0..count).map(|it| self.parameters_of(it)).collect()
    }

    /// Remembers what is sent.
    pub(super) fn sends(&self, sql: &Rc<str>, parameters: &Rc<SentParameters>) {
        *self.statement.borrow_mut() = sql.clone();
        *self.parameters.borrow_mut() = parameters.clone();
    }

    /// Remembers what came back.
    pub(super) fn received(&self, state: &CursorState) {
        *self.outcome.borrow_mut() = Some(CursorState {
            columns: state.columns.clone(),
            cells: Vec::new(),
            row_count: state.row_count,
            last_insert_rowid: state.last_insert_rowid,
        });
    }
}

/// Tells listeners what is being executed, until it is dropped.
pub(super) struct CurrentContext<'c> {
    connection: &'c Connection,
    before: Option<Rc<ExecutionContext>>,
}

impl<'c> CurrentContext<'c> {
    pub(super) fn set(connection: &'c Connection, context: &Rc<ExecutionContext>) -> Self {
        let before = connection.current.borrow_mut().replace(context.clone());
        Self { connection, before }
    }
}

impl Drop for CurrentContext<'_> {
    fn drop(&mut self) {
        let context = std::mem::replace(&mut *self.connection.current.borrow_mut(), self.before.take());
        if let Some(context) = context {
            // The host's object holds the context: one of them must let go.
            context.host.clear();
        }
    }
}
