//! From what a run does to the page's events, in batches: 10,000 statements must not be 10,000
//! messages. The only place that knows both the core's events and the protocol.

use super::runner::Observer;
use crate::{
    engine::{
        clock::Clock,
        events::{EngineEvent, SentParameters, StatementEvent, StatementOutcome, TransactionEvent},
        pysqlite::skip_comments,
    },
    protocol::{
        Event, Failure, Outcome, Statement, StatementKind, Stream, SyntaxMark, TracebackFrame, TransactionChange,
    },
    python::{failure::PythonFailure, host::TextStream},
    util::pyrepr::str_repr,
};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};

/// A batch is sent when it has so many events ...
const BATCH_MAX_EVENTS: usize = 256;
/// ... or when the last one was sent so long ago: about one frame of the page.
const BATCH_MAX_MICROS: u64 = 16_000;
/// Prints of one line are put together up to this length.
const PRINT_MAX_BYTES: usize = 16 * 1024;

/// Takes a batch to the page.
pub type Sink = Box<dyn Fn(Vec<Event>)>;

/// Turns a run into events.
pub struct Trace {
    sink: Sink,
    clock: Rc<Clock>,
    /// Microseconds of a real, steady clock.
    now_micros: fn() -> u64,
    started_micros: Cell<u64>,
    sent_micros: Cell<u64>,
    batch: RefCell<Vec<Event>>,
    /// Statements that were sent and are not done, with the real time when they were sent.
    running: RefCell<Vec<(StatementEvent, u64)>>,
    transactions: RefCell<Transactions>,
}

/// Which transaction is open on which connection.
#[derive(Debug, Default)]
struct Transactions {
    count: u32,
    open: BTreeMap<u32, u32>,
}

impl Trace {
    /// Starts tracing the run `run_id`.
    pub fn start(run_id: u32, clock: Rc<Clock>, now_micros: fn() -> u64, sink: Sink) -> Self {
        let now = now_micros();
        let trace = Self {
            sink,
            clock,
            now_micros,
            started_micros: Cell::new(now),
            sent_micros: Cell::new(now),
            batch: RefCell::default(),
            running: RefCell::default(),
            transactions: RefCell::default(),
        };
        trace.push(Event::RunStarted { run_id });
        trace
    }

    /// Ends the run: the last batch has its outcome.
    pub fn finish(&self, outcome: Outcome) {
        let virtual_micros = self.clock.now_micros();
        let elapsed_micros = (self.now_micros)().saturating_sub(self.started_micros.get());
        self.batch.borrow_mut().push(Event::RunFinished { outcome, virtual_micros, elapsed_micros });
        self.flush();
    }

    fn push(&self, event: Event) {
        let mut batch = self.batch.borrow_mut();
        batch.push(event);
        let is_full = batch.len() >= BATCH_MAX_EVENTS;
        drop(batch);
        if is_full || (self.now_micros)().saturating_sub(self.sent_micros.get()) >= BATCH_MAX_MICROS {
            self.flush();
        }
    }

    fn finish_statement(&self, number: u32, outcome: &StatementOutcome) {
        let mut running = self.running.borrow_mut();
        let Some(at) = running.iter().rposition(|(it, _)| it.number == number) else { return };
        let (event, sent_micros) = running.remove(at);
        drop(running);
        let elapsed_micros = (self.now_micros)().saturating_sub(sent_micros);
        let transaction = self.transactions.borrow().open.get(&event.connection).copied();
        let line = event.place.as_ref().map(|it| it.line);
        let virtual_micros = self.clock.now_micros();
        if let (Some(transaction), Some(name)) = (transaction, event.sql.strip_prefix("SAVEPOINT ")) {
            let change = TransactionChange::SavepointSet { name: name.to_owned() };
            self.push(Event::TransactionChanged { transaction, change, line, virtual_micros, elapsed_micros });
        }
        let kind = kind_of(&event.sql);
        let counts = outcome.error.is_none()
            && match kind {
                StatementKind::Ddl => false,
                StatementKind::Other => outcome.returns_rows,
                _ => true,
            };
        self.push(Event::StatementExecuted(Statement {
            number,
            kind,
            sql: event.sql.to_string(),
            parameters: parameters_shown(&event.parameters),
            parameter_set_count: set_count(&event.parameters),
            row_count: counts.then_some(outcome.row_count),
            elapsed_micros,
            virtual_micros,
            line,
            cause: event.causes.iter().map(ToString::to_string).collect(),
            transaction,
            error: outcome.error.clone(),
        }));
    }

    fn change_transaction(&self, connection: u32, event: &TransactionEvent, line: Option<u32>, virtual_micros: u64) {
        let mut transactions = self.transactions.borrow_mut();
        if *event == TransactionEvent::Begin {
            transactions.count += 1;
            let number = transactions.count;
            transactions.open.insert(connection, number);
        }
        let Some(transaction) = transactions.open.get(&connection).copied() else { return };
        let change = match event {
            TransactionEvent::Begin => TransactionChange::Began,
            TransactionEvent::Commit => TransactionChange::Committed,
            TransactionEvent::Rollback => TransactionChange::RolledBack,
            // Told with its statement, which knows the name.
            TransactionEvent::Savepoint => return,
            TransactionEvent::ReleaseSavepoint(name) => TransactionChange::SavepointReleased { name: name.to_string() },
            TransactionEvent::RollbackToSavepoint(name) => {
                TransactionChange::RolledBackToSavepoint { name: name.to_string() }
            }
        };
        if matches!(event, TransactionEvent::Commit | TransactionEvent::Rollback) {
            transactions.open.remove(&connection);
        }
        drop(transactions);
        self.push(Event::TransactionChanged { transaction, change, line, virtual_micros, elapsed_micros: 0 });
    }

    fn flush(&self) {
        let batch = self.batch.take();
        if !batch.is_empty() {
            (self.sink)(batch);
        }
        self.sent_micros.set((self.now_micros)());
    }
}

impl Observer for Trace {
    fn printed(&self, stream: TextStream, text: &str, line: Option<u32>) {
        let stream = match stream {
            TextStream::Stdout => Stream::Stdout,
            TextStream::Stderr => Stream::Stderr,
        };
        if let Some(Event::Printed { stream: last, text: before, line: last_line }) =
            self.batch.borrow_mut().last_mut()
            && (*last, *last_line) == (stream, line)
            && before.len() < PRINT_MAX_BYTES
        {
            before.push_str(text);
            return;
        }
        self.push(Event::Printed { stream, text: text.to_owned(), line });
    }

    fn slept(&self, micros: u64, line: Option<u32>) {
        self.push(Event::Slept { virtual_micros: micros, line });
    }

    fn engine_event(&self, event: &EngineEvent) {
        match event {
            EngineEvent::StatementStarted(it) => {
                self.running.borrow_mut().push((it.clone(), (self.now_micros)()));
            }
            EngineEvent::StatementFinished(number, outcome) => self.finish_statement(*number, outcome),
            EngineEvent::Transaction { connection, event, place, at_micros, .. } => {
                self.change_transaction(*connection, event, place.as_ref().map(|it| it.line), *at_micros);
            }
            EngineEvent::Pool { .. } => {}
        }
    }
}

/// What a statement does, by its first word.
fn kind_of(sql: &str) -> StatementKind {
    let word: String = skip_comments(sql).chars().take_while(char::is_ascii_alphabetic).collect();
    match word.to_ascii_uppercase().as_str() {
        "SELECT" | "WITH" | "VALUES" => StatementKind::Select,
        "INSERT" | "REPLACE" => StatementKind::Insert,
        "UPDATE" => StatementKind::Update,
        "DELETE" => StatementKind::Delete,
        "CREATE" | "ALTER" | "DROP" => StatementKind::Ddl,
        _ => StatementKind::Other,
    }
}

/// Parameter sets that are shown of a long list: so many from its beginning and its end.
const SETS_SHOWN_MAX: usize = 10;
const SETS_SHOWN_AT_END: usize = 2;

fn parameters_shown(parameters: &SentParameters) -> Vec<String> {
    match parameters {
        SentParameters::Many(sets) if sets.len() > SETS_SHOWN_MAX => {
            let (start, end) = (SETS_SHOWN_MAX - SETS_SHOWN_AT_END, sets.len() - SETS_SHOWN_AT_END);
            sets[..start].iter().chain(&sets[end..]).map(set_shown).collect()
        }
        SentParameters::Many(sets) => sets.iter().map(set_shown).collect(),
        one if one.is_empty() => Vec::new(),
        one => vec![set_shown(one)],
    }
}

fn set_shown(set: &SentParameters) -> String {
    match set {
        SentParameters::Positional(values) => {
            let values: Vec<String> = values.iter().map(|it| it.repr()).collect();
            if let [one] = &values[..] { format!("({one},)") } else { format!("({})", values.join(", ")) }
        }
        SentParameters::Named(values) => {
            let values: Vec<String> =
                values.iter().map(|(name, value)| format!("{}: {}", str_repr(name), value.repr())).collect();
            format!("{{{}}}", values.join(", "))
        }
        SentParameters::Many(sets) => sets.iter().map(set_shown).collect::<Vec<_>>().join(", "),
    }
}

fn set_count(parameters: &SentParameters) -> u32 {
    match parameters {
        SentParameters::Many(sets) => u32::try_from(sets.len()).unwrap_or(u32::MAX),
        one => u32::from(!one.is_empty()),
    }
}

/// How a run ended, in the page's words.
pub fn outcome_from_result(result: Result<i32, PythonFailure>) -> Outcome {
    result.map_or_else(|failure| Outcome::Failed(failure_from_python(failure)), |_| Outcome::Finished)
}

fn failure_from_python(failure: PythonFailure) -> Failure {
    Failure {
        class: failure.class,
        message: failure.message,
        traceback: failure.traceback,
        frames: failure
            .frames
            .into_iter()
            .map(|it| TracebackFrame { file: it.file, line: it.line, function: it.function })
            .collect(),
        syntax: failure.syntax.map(|it| SyntaxMark { file: it.file, line: it.line, column: it.column }),
    }
}
