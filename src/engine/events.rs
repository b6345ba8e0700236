//! What happened in an engine, told to whoever listens: the page's log, the recorder behind `--json`.
//!
//! A [`Hub`] belongs to one run and is shared by its engines. It also carries the log sink of `echo`, the
//! clock, and the stack of causes that the ORM pushes. Knows no browser and no Python.

use super::clock::Clock;
use super::context::ExecutionContext;
use super::pool::Echo;
use crate::sql::compile::{CompileOptions, Compiled, Statement};
use crate::sql::value::{HostError, Value};
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

/// What a [`Cause`] is: for filters, and for whoever counts lazy loads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CauseKind {
    /// The program called something that sends SQL, such as `session.get()`.
    Call,
    /// It read an attribute.
    Read,
    /// The attribute was not there: not loaded, expired, deferred.
    Missing,
    /// A relationship of one instance is loaded.
    LazyLoad,
    /// A loader option or the mapping loads ahead.
    EagerLoad,
    /// An instance is read again.
    Refresh,
    /// A query flushes first.
    Autoflush,
    /// The unit of work is sent.
    Flush,
    /// Which objects of the flush.
    Flushed,
    /// An operation reaches further instances.
    Cascade,
}

/// One link of the chain that led to a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// What it is.
    pub kind: CauseKind,
    /// In short words: `reads Author.books`.
    pub text: Rc<str>,
}

impl Cause {
    /// A link of the chain.
    pub fn new(kind: CauseKind, text: impl Into<Rc<str>>) -> Self {
        Self { kind, text: text.into() }
    }
}

/// One statement that was sent.
#[derive(Clone, Debug)]
pub struct StatementEvent {
    /// Counts up from 1 in a run; the pair of `Started` and `Finished` has the same.
    pub number: u32,
    /// Number of the database connection, from 1.
    pub connection: u32,
    /// What is executed.
    pub context: Rc<ExecutionContext>,
    /// The SQL text.
    pub sql: Rc<str>,
    /// Its parameters.
    pub parameters: Rc<SentParameters>,
    /// `executemany`, or one batch of a list.
    pub many: bool,
    /// Causes the ORM named, outermost first.
    pub causes: Vec<Cause>,
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
    /// A statement was compiled, before it is sent for the first time.
    StatementCompiled {
        /// The outcome.
        compiled: Rc<Compiled>,
        /// Of this.
        statement: Statement,
        /// In this way.
        options: CompileOptions,
    },
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
        causes: Vec<Cause>,
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

/// How much a line of the log matters; the numbers are those of Python's `logging`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum LogLevel {
    Debug = 10,
    Info = 20,
    Error = 40,
}

impl LogLevel {
    /// As the log shows it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Debug => "DEBUG",
            Self::Info => "INFO",
            Self::Error => "ERROR",
        }
    }
}

/// A line for the log.
#[derive(Clone, Copy, Debug)]
pub struct LogLine<'a> {
    /// Such as `sqlalchemy.engine.Engine`.
    pub logger: &'a str,
    /// How much it matters.
    pub level: LogLevel,
    /// `echo=` asked for it, whatever the logger's own level.
    pub is_echoed: bool,
    /// The bare message.
    pub message: &'a str,
}

/// Loggers that the program configured itself, beside `echo=`.
pub trait LogGate {
    /// Whether the program has configured any at all; cheap.
    fn is_active(&self) -> bool;
    /// Whether a logger takes lines of this level.
    fn is_enabled(&self, logger: &str, level: LogLevel) -> bool;
}

type Listener = Rc<dyn Fn(&EngineEvent)>;
type LogSink = Rc<dyn Fn(LogLine<'_>)>;
/// The class's name and the text of a host's exception.
pub type HostNamer = Rc<dyn Fn(&HostError) -> (String, String)>;
type PlaceSource = Rc<dyn Fn() -> Option<SourcePlace>>;

/// What the engines of one run share.
pub struct Hub {
    /// Virtual time.
    pub clock: Rc<Clock>,
    /// Log lines are printed as the bare message, without timestamp, level and logger name.
    pub bare_log: Cell<bool>,
    listener: RefCell<Option<Listener>>,
    log_sink: RefCell<Option<LogSink>>,
    log_gate: RefCell<Option<Rc<dyn LogGate>>>,
    host_namer: RefCell<Option<HostNamer>>,
    ticks: Cell<u64>,
    place_source: RefCell<Option<PlaceSource>>,
    traceback_source: RefCell<Option<Rc<dyn Fn() -> String>>>,
    thread_source: RefCell<Option<Rc<dyn Fn() -> u64>>>,
    warner: RefCell<Option<Warner>>,
    causes: RefCell<Vec<Cause>>,
    statement_count: Cell<u32>,
    connection_count: Cell<u32>,
}

/// Issues a warning of a category; fails where the program has warnings raised.
pub type Warner = Rc<dyn Fn(&str, &str) -> Result<(), HostError>>;

impl Debug for Hub {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Hub")
    }
}

impl Hub {
    /// Sets who issues the warnings of statements that are compiled.
    pub fn set_warner(&self, warner: Warner) {
        *self.warner.borrow_mut() = Some(warner);
    }

    /// Issues a warning, if somebody does that.
    ///
    /// # Errors
    /// The warning itself, where the program has it raised.
    pub fn warn(&self, category: &str, text: &str) -> Result<(), HostError> {
        let warner = self.warner.borrow().clone();
        warner.map_or(Ok(()), |it| it(category, text))
    }

    /// A hub that nobody listens to.
    pub fn new(clock: Rc<Clock>) -> Rc<Self> {
        Rc::new(Self {
            clock,
            bare_log: Cell::new(false),
            listener: RefCell::default(),
            log_sink: RefCell::default(),
            log_gate: RefCell::default(),
            host_namer: RefCell::default(),
            ticks: Cell::new(0),
            place_source: RefCell::default(),
            traceback_source: RefCell::default(),
            thread_source: RefCell::default(),
            warner: RefCell::default(),
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
        self.ticks.set(0);
    }

    /// Who is told of every event.
    pub fn set_listener(&self, listener: Option<Listener>) {
        *self.listener.borrow_mut() = listener;
    }
    /// Who prints log lines.
    pub fn set_log_sink(&self, sink: Option<LogSink>) {
        *self.log_sink.borrow_mut() = sink;
    }
    /// Who knows the program's own loggers.
    pub fn set_log_gate(&self, gate: Option<Rc<dyn LogGate>>) {
        *self.log_gate.borrow_mut() = gate;
    }
    /// Who names the host's exceptions.
    pub fn set_host_namer(&self, namer: Option<HostNamer>) {
        *self.host_namer.borrow_mut() = namer;
    }
    /// Who knows the program's line that is running.
    pub fn set_place_source(&self, source: Option<PlaceSource>) {
        *self.place_source.borrow_mut() = source;
    }

    /// Who knows the program's stack.
    pub fn set_traceback_source(&self, source: Option<Rc<dyn Fn() -> String>>) {
        *self.traceback_source.borrow_mut() = source;
    }
    /// Who knows the program's threads.
    pub fn set_thread_source(&self, source: Option<Rc<dyn Fn() -> u64>>) {
        *self.thread_source.borrow_mut() = source;
    }

    /// Names why the statements until the guard's end are sent.
    pub fn push_cause(self: &Rc<Self>, cause: Cause) -> CauseGuard {
        self.causes.borrow_mut().push(cause);
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

    /// Prints a log line that [`Self::is_logged`] lets through.
    pub fn log(&self, logger: &str, level: LogLevel, echo: Echo, message: &str) {
        let sink = self.log_sink.borrow().clone();
        if let Some(sink) = sink {
            sink(LogLine { logger, level, is_echoed: echo.includes(level), message });
        }
    }

    /// Whether lines may be logged without `echo=`.
    pub fn may_log(&self) -> bool {
        self.log_gate.borrow().as_ref().is_some_and(|it| it.is_active())
    }

    /// Whether a logger of this `echo=` takes lines of this level.
    pub fn is_logged(&self, logger: &str, level: LogLevel, echo: Echo) -> bool {
        let gate = self.log_gate.borrow().clone();
        echo.includes(level) || gate.is_some_and(|it| it.is_active() && it.is_enabled(logger, level))
    }

    /// Class name and text of a host's exception, for log lines.
    pub fn host_name(&self, error: &HostError) -> (String, String) {
        let namer = self.host_namer.borrow().clone();
        namer.map_or_else(|| ("Exception".to_owned(), String::new()), |it| it(error))
    }

    /// Which thread of the program runs; 0 is the first.
    pub fn thread(&self) -> u64 {
        let source = self.thread_source.borrow().clone();
        source.map_or(0, |it| it())
    }

    /// Where the program is, as Python prints stacks.
    pub fn traceback(&self) -> String {
        let source = self.traceback_source.borrow().clone();
        source.map_or_else(String::new, |it| it())
    }

    /// A number that grows with each call: the order of things for which virtual time stands still.
    pub fn next_tick(&self) -> u64 {
        self.ticks.set(self.ticks.get() + 1);
        self.ticks.get()
    }

    /// What the innermost cause is.
    pub fn last_cause(&self) -> Option<CauseKind> {
        self.causes.borrow().last().map(|it| it.kind)
    }

    /// The causes, outermost first.
    pub fn causes(&self) -> Vec<Cause> {
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
