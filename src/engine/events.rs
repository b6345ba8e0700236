//! What happened in an engine, told to whoever listens: the page's log, the recorder behind `--json`.
//!
//! A [`Hub`] belongs to one run and is shared by its engines. It also carries the log sink of `echo`, the
//! clock, and the stack of causes that the ORM pushes. Knows no browser and no Python.

use super::clock::Clock;
use crate::sql::value::Value;
use std::cell::{Cell, RefCell};
use std::fmt::Debug;
use std::rc::Rc;

/// Parameters as they were handed to SQLite, after the types processed them.
#[derive(Clone, Debug, PartialEq)]
pub enum SentParameters {
    /// A tuple.
    Positional(Vec<Value>),
    /// A dictionary.
    Named(Vec<(Rc<str>, Value)>),
    /// A list of the above: `executemany`.
    Many(Vec<SentParameters>),
}

impl SentParameters {
    /// The empty tuple.
    pub fn empty() -> Self {
        Self::Positional(Vec::new())
    }
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Positional(it) => it.is_empty(),
            Self::Named(it) => it.is_empty(),
            Self::Many(it) => it.is_empty(),
        }
    }
}

/// Which transaction call was made.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum TransactionEvent {
    Begin,
    Commit,
    Rollback,
    /// The savepoint's name is not known yet when this is told, as in the reference.
    Savepoint,
    RollbackToSavepoint(Rc<str>),
    ReleaseSavepoint(Rc<str>),
}

impl TransactionEvent {
    /// As the recorder of the conformance cases writes it.
    pub fn recorded_text(&self) -> String {
        match self {
            Self::Begin => "BEGIN".to_owned(),
            Self::Commit => "COMMIT".to_owned(),
            Self::Rollback => "ROLLBACK".to_owned(),
            Self::Savepoint => "SAVEPOINT None".to_owned(),
            Self::RollbackToSavepoint(name) => format!("ROLLBACK TO SAVEPOINT {name}"),
            Self::ReleaseSavepoint(name) => format!("RELEASE SAVEPOINT {name}"),
        }
    }
}

/// Where a statement came from in the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourcePlace {
    /// The file's name.
    pub file: Rc<str>,
    /// First line is 1.
    pub line: u32,
}

/// One statement that was sent.
#[derive(Clone, Debug)]
pub struct StatementEvent {
    /// Counts up from 1 in a run; the pair of `Started` and `Finished` has the same.
    pub number: u32,
    /// Number of the database connection, from 1.
    pub connection: u32,
    /// The SQL text.
    pub sql: Rc<str>,
    /// Its parameters.
    pub parameters: Rc<SentParameters>,
    /// `executemany`, or one batch of a list.
    pub many: bool,
    /// Causes the ORM named, outermost first.
    pub causes: Vec<Rc<str>>,
    /// The program's line that was running.
    pub place: Option<SourcePlace>,
    /// Virtual time at which it was sent, microseconds since the run's start.
    pub started_micros: u64,
}

/// How a statement ended.
#[derive(Clone, Debug)]
pub struct StatementOutcome {
    /// Rows returned, or rows changed.
    pub row_count: u64,
    /// It returned rows.
    pub returns_rows: bool,
    /// Virtual time it took.
    pub elapsed_micros: u64,
    /// SQLite's message, if it failed.
    pub error: Option<String>,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub enum EngineEvent {
    /// A statement is about to be sent; told even when it then fails.
    StatementStarted(StatementEvent),
    /// It is done, well or not.
    StatementFinished(u32, StatementOutcome),
    /// A transaction call.
    Transaction {
        /// Number of the database connection.
        connection: u32,
        /// Which call.
        event: TransactionEvent,
        /// The program's line.
        place: Option<SourcePlace>,
        /// Causes the ORM named.
        causes: Vec<Rc<str>>,
        /// Virtual time.
        at_micros: u64,
    },
    /// A database connection was opened, taken from the pool, given back, closed.
    Pool {
        /// Number of the database connection.
        connection: u32,
        /// `connect`, `checkout`, `checkin`, `close`, `invalidate`
        what: &'static str,
        /// Virtual time.
        at_micros: u64,
    },
}

/// A line for the log.
#[derive(Clone, Copy, Debug)]
pub struct LogLine<'a> {
    /// Such as `sqlalchemy.engine.Engine`.
    pub logger: &'a str,
    /// `INFO` or `DEBUG`.
    pub level: &'a str,
    /// The bare message.
    pub message: &'a str,
}

type Listener = Rc<dyn Fn(&EngineEvent)>;
type LogSink = Rc<dyn Fn(LogLine<'_>)>;
type PlaceSource = Rc<dyn Fn() -> Option<SourcePlace>>;

/// What the engines of one run share.
pub struct Hub {
    /// Virtual time.
    pub clock: Rc<Clock>,
    /// Log lines are printed as the bare message, without timestamp, level and logger name.
    pub bare_log: Cell<bool>,
    listener: RefCell<Option<Listener>>,
    log_sink: RefCell<Option<LogSink>>,
    place_source: RefCell<Option<PlaceSource>>,
    causes: RefCell<Vec<Rc<str>>>,
    statement_count: Cell<u32>,
    connection_count: Cell<u32>,
}

impl Debug for Hub {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Hub")
    }
}

impl Hub {
    /// A hub that nobody listens to.
    pub fn new(clock: Rc<Clock>) -> Rc<Self> {
        Rc::new(Self {
            clock,
            bare_log: Cell::new(false),
            listener: RefCell::default(),
            log_sink: RefCell::default(),
            place_source: RefCell::default(),
            causes: RefCell::default(),
            statement_count: Cell::new(0),
            connection_count: Cell::new(0),
        })
    }

    /// Starts over for a new run: numbers from 1, no causes.
    pub fn restart(&self) {
        self.causes.borrow_mut().clear();
        self.statement_count.set(0);
        self.connection_count.set(0);
    }

    /// Who is told of every event.
    pub fn set_listener(&self, listener: Option<Listener>) {
        *self.listener.borrow_mut() = listener;
    }
    /// Who prints log lines.
    pub fn set_log_sink(&self, sink: Option<LogSink>) {
        *self.log_sink.borrow_mut() = sink;
    }
    /// Who knows the program's line that is running.
    pub fn set_place_source(&self, source: Option<PlaceSource>) {
        *self.place_source.borrow_mut() = source;
    }

    /// Names why the statements until the guard's end are sent.
    pub fn push_cause(self: &Rc<Self>, cause: impl Into<Rc<str>>) -> CauseGuard {
        self.causes.borrow_mut().push(cause.into());
        CauseGuard(self.clone())
    }

    /// Tells the listener.
    pub fn emit(&self, event: &EngineEvent) {
        let listener = self.listener.borrow().clone();
        if let Some(listener) = listener {
            listener(event);
        }
    }

    /// Whether anybody listens; building an event costs time.
    pub fn is_listened(&self) -> bool {
        self.listener.borrow().is_some()
    }

    /// Prints a log line.
    pub fn log(&self, line: LogLine<'_>) {
        let sink = self.log_sink.borrow().clone();
        if let Some(sink) = sink {
            sink(line);
        }
    }

    /// The causes, outermost first.
    pub fn causes(&self) -> Vec<Rc<str>> {
        self.causes.borrow().clone()
    }

    /// The program's line that is running.
    pub fn place(&self) -> Option<SourcePlace> {
        let source = self.place_source.borrow().clone();
        source.and_then(|it| it())
    }

    pub(super) fn next_statement(&self) -> u32 {
        let number = self.statement_count.get() + 1;
        self.statement_count.set(number);
        number
    }
    pub(super) fn next_connection(&self) -> u32 {
        let number = self.connection_count.get() + 1;
        self.connection_count.set(number);
        number
    }
}

/// Ends a cause when dropped.
#[derive(Debug)]
pub struct CauseGuard(Rc<Hub>);

impl Drop for CauseGuard {
    fn drop(&mut self) {
        self.0.causes.borrow_mut().pop();
    }
}
