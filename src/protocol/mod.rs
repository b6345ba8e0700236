//! What the page and the worker say to each other: requests in, events out. No logic.
//!
//! The page is a fold over [`Event`]s: a fact that a panel needs is a field or a variant here.
//! Requests are imperative, events are in the past tense; units stand in the names.

mod data;
mod inspect;
mod measure;
mod models;
mod objects;
mod spelling;

use serde::{Deserialize, Serialize};

pub use data::{DataCell, DataColumn, DataHistory, RowChange, Step, TableHistory};
pub use inspect::{Advice, Answer, DownloadFormat, PlanStep, Question, ResultPreview, StatementFacts};
pub use measure::{Loading, Measured};
pub use models::{ColumnModel, Direction, Model, Models, RelationshipModel, TableModel};
pub use objects::{
    AttributeChange, FlushStep, ObjectChange, ObjectChanges, ObjectCount, ObjectEvent, ObjectName, ObjectState,
    SeparateReason,
};

pub use spelling::{OtherDatabase, Parameter, Spelling};

/// What the page asks of the worker.
///
/// There is no `Stop`: a running interpreter does not read its mailbox, so the page ends the worker
/// and starts another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Request {
    /// Runs a program in a fresh scope and fresh databases.
    Run {
        /// Chosen by the page; every event of the run carries no id, the page drops events of a
        /// worker that it has replaced.
        run_id: u32,
        /// The files of the program; the first one is run, the others can be imported by name.
        files: Vec<File>,
        /// The simulated round trip of one database call.
        latency_micros: u64,
    },
    /// Asks about the last run.
    Inspect {
        /// Which run; another one is no longer there to ask.
        run_id: u32,
        /// What.
        question: Question,
    },
    /// Runs a statement in what the last run left behind. Answered with events of the run and
    /// [`Event::ConsoleFinished`].
    Console {
        /// As typed.
        source: String,
    },
    /// What could stand at the end of a console's line: answered with [`Event::Completed`].
    Complete {
        /// The line up to the cursor.
        text: String,
    },
    /// Runs a program in databases of its own, with a loading strategy forced on relationships, and answers with
    /// [`Event::Measured`] alone. What an earlier run left behind is gone.
    Measure {
        /// Chosen by the page.
        measure_id: u32,
        /// As in `Run`.
        files: Vec<File>,
        /// As in `Run`.
        latency_micros: u64,
        /// `None` is as written.
        loading: Option<Loading>,
        /// Only of this relationship, such as `Author.books`.
        only: Option<String>,
    },
    /// Puts a file into the program's file system, or replaces it.
    PutFile {
        /// Its absolute path.
        path: String,
        /// What is in it.
        bytes: Vec<u8>,
    },
    /// Runs a program as `orm-playground run --json` does and answers with [`Event::Recorded`] alone:
    /// for the conformance suite in the browser.
    Record {
        /// As in `Run`.
        files: Vec<File>,
    },
}

/// One file of a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Its name with the ending, such as `main.py`.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// What the worker tells the page, in order. The worker sends them in batches (`Vec<Event>`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A part of the worker is on its way; shown while the interpreter loads.
    LoadProgressed {
        /// What is being loaded.
        part: LoadPart,
        /// Bytes so far.
        loaded_bytes: u64,
        /// Bytes in all; 0 when the server did not say.
        total_bytes: u64,
    },
    /// The interpreter stands and waits for a program.
    Ready {
        /// Versions for the about line, such as `("Python", "3.14.0")`.
        versions: Vec<(String, String)>,
    },
    /// The worker cannot be used; the page shows `message` and offers Retry.
    LoadFailed {
        /// What could not be loaded.
        part: LoadPart,
        /// One sentence for the reader.
        message: String,
    },
    /// A program began.
    RunStarted {
        /// The id of the request.
        run_id: u32,
    },
    /// The program wrote to standard output or standard error.
    Printed {
        /// Which of the two.
        stream: Stream,
        /// The text, newlines included.
        text: String,
        /// The line of the main file that printed, where known (first line is 1).
        line: Option<u32>,
    },
    /// A text is about to be sent for the first time.
    StatementSpelled {
        /// The number by which [`Statement::spelling`] names it, from 1 in the order of these events.
        number: u32,
        /// The parameters of one set, in the order in which they are sent.
        parameters: Vec<Parameter>,
        /// The same statement for other databases.
        others: Vec<Spelling>,
    },
    /// One round trip to the database that carried SQL.
    StatementExecuted(Statement),
    /// A transaction opened, ended, or a savepoint in it did.
    TransactionChanged {
        /// Which transaction of the run, from 1. Several may be open on different connections.
        transaction: u32,
        /// What happened.
        change: TransactionChange,
        /// The line of the main file that caused it, where known.
        line: Option<u32>,
        /// Virtual time when it ended, since the start of the run.
        virtual_micros: u64,
        /// Real time it took.
        elapsed_micros: u64,
    },
    /// Instances were made, loaded, changed. Told before the statement, transaction or flush that follows.
    ObjectsChanged {
        /// [`ObjectChanges`] as JSON: thousands of small things cross as one text, and are read by who shows them.
        json: String,
        /// How many mapped instances there are afterwards.
        living: u64,
    },
    /// A flush is about to send this.
    FlushPlanned {
        /// Its number in the run, from 1.
        flush: u32,
        /// The line of the main file that caused it, where known.
        line: Option<u32>,
        /// Why, as for a statement.
        cause: Vec<Cause>,
        /// In order.
        steps: Vec<FlushStep>,
    },
    /// The program slept (`time.sleep`); only virtual time passed.
    Slept {
        /// For how long.
        virtual_micros: u64,
        /// The line of the main file, where known.
        line: Option<u32>,
    },
    /// The program ended. Nothing of this run follows.
    RunFinished {
        /// How it ended.
        outcome: Outcome,
        /// Virtual time of the whole run.
        virtual_micros: u64,
        /// Real time of the whole run.
        elapsed_micros: u64,
    },
    /// The mapped classes of the run, told at its end.
    ModelsMapped {
        /// [`Models`] as JSON.
        json: String,
    },
    /// The answer to [`Request::Inspect`].
    Inspected {
        /// As asked.
        run_id: u32,
        /// As asked.
        question: Question,
        /// To it.
        answer: Answer,
    },
    /// A console's statement ended; what it did came before.
    ConsoleFinished {
        /// The traceback, when it raised.
        failure: Option<String>,
        /// The virtual clock.
        virtual_micros: u64,
    },
    /// The answer to [`Request::Complete`].
    Completed {
        /// As asked.
        text: String,
        /// What could follow, whole words, in order.
        words: Vec<String>,
    },
    /// The answer to [`Request::Measure`].
    Measured {
        /// As asked.
        measure_id: u32,
        /// What the run took.
        measured: Box<Measured>,
    },
    /// The answer to [`Request::Record`].
    Recorded {
        /// The object that `run --json` prints.
        json: String,
    },
}

/// A part of the worker that is loaded before the first run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LoadPart {
    /// The WebAssembly module with the interpreter and the engine.
    Interpreter,
    /// sql.js, SQLite in WebAssembly.
    Database,
}

/// Where a program's text went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stream {
    /// `sys.stdout`
    Stdout,
    /// `sys.stderr`, where warnings go
    Stderr,
}

/// One executed statement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// Its number in the run, from 1.
    pub number: u32,
    /// What it does, for the badge and the filter.
    pub kind: StatementKind,
    /// The text as the database got it.
    pub sql: String,
    /// The [`Event::StatementSpelled`] of its text; `None` for texts that no dialect writes, such as PRAGMA.
    pub spelling: Option<u32>,
    /// The parameter sets as Python shows them, such as `(1, 'x')`; empty when there are none.
    /// For an executemany of more than ten sets, the first eight and the last two.
    pub parameters: Vec<String>,
    /// How many parameter sets were sent; 0 or 1 for a plain execute.
    pub parameter_set_count: u32,
    /// Rows returned, or rows touched for INSERT, UPDATE and DELETE; `None` where SQLite does not say.
    pub row_count: Option<u64>,
    /// Real time in the database.
    pub elapsed_micros: u64,
    /// Virtual time when it ended, since the start of the run, round trip included.
    pub virtual_micros: u64,
    /// The line of the main file that caused it, where known (first line is 1).
    pub line: Option<u32>,
    /// Why it ran, outermost first.
    pub cause: Vec<Cause>,
    /// The transaction it ran in, if any.
    pub transaction: Option<u32>,
    /// The database's message when it failed.
    pub error: Option<String>,
}

/// One link of the chain that led to a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    /// What it is.
    pub kind: CauseKind,
    /// In short words: `reads Author.books`.
    pub text: String,
}

/// What a cause is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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

/// What a statement does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum StatementKind {
    Select,
    Insert,
    Update,
    Delete,
    Ddl,
    /// PRAGMA, EXPLAIN, ATTACH and the like.
    Other,
}

/// What happened to a transaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum TransactionChange {
    Began,
    Committed,
    RolledBack,
    SavepointSet { name: String },
    SavepointReleased { name: String },
    RolledBackToSavepoint { name: String },
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The program reached its end, or left with `sys.exit()`.
    Finished,
    /// An exception was not caught.
    Failed(Failure),
    /// A defect of the playground itself; the worker is replaced.
    Panicked {
        /// What the panic said and where.
        message: String,
    },
    /// Memory ran out; the worker is replaced.
    OutOfMemory,
}

/// An uncaught exception.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Failure {
    /// The class with its module, such as `sqlalchemy.exc.IntegrityError`.
    pub class: String,
    /// `str(exception)`
    pub message: String,
    /// The traceback as Python prints it.
    pub traceback: String,
    /// The frames in the program's own files, outermost first.
    pub frames: Vec<TracebackFrame>,
    /// Set for a SyntaxError: where the editor puts its mark.
    pub syntax: Option<SyntaxMark>,
}

/// One frame of a traceback.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TracebackFrame {
    /// The file's name.
    pub file: String,
    /// First line is 1.
    pub line: u32,
    /// The function, or `<module>`.
    pub function: String,
}

/// Where a syntax error is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyntaxMark {
    /// The file's name.
    pub file: String,
    /// First line is 1.
    pub line: u32,
    /// First column is 1; 0 when unknown.
    pub column: u32,
}
