//! One run of a program as the panels need it: statements, transactions, lines, output.
//!
//! Part of the fold in `state.rs`; pure like it. What a flood of events may cost is bounded here:
//! past a limit the facts are still counted, no longer kept.

use super::{answers::Answers, beyond::Beyond, log::cause::Reason};
use crate::protocol::{
    Cause, CauseKind, Event, FlushStep, Models, OtherDatabase, Outcome, Parameter, Spelling, Statement, StatementKind,
    Stream, TransactionChange,
};
use std::{
    collections::{BTreeMap, HashMap},
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
};

/// Statements beyond this are counted, not listed.
pub const KEPT_STATEMENTS: usize = 100_000;
/// Output lines beyond this are counted, not shown.
pub const KEPT_OUTPUT_LINES: usize = 10_000;
/// A longer output line is cut.
const KEPT_LINE_BYTES: usize = 20_000;
/// A line of the program that causes more statements than this gets an amber pill.
pub const MANY_STATEMENTS: u32 = 10;

/// One run.
#[derive(Clone, Debug, Default)]
pub struct Run {
    /// The id of the request.
    pub id: u32,
    /// The round trip that the worker's virtual clock used.
    pub latency_micros: u64,
    /// The first [`KEPT_STATEMENTS`] statements, in order.
    pub statements: Vec<Logged>,
    /// What happened to transactions, in order.
    pub changes: Vec<LoggedChange>,
    /// The order of both.
    pub entries: Vec<Entry>,
    /// Facts about each transaction.
    pub transactions: BTreeMap<u32, TransactionFacts>,
    /// All statements, also those that are not kept.
    pub statement_count: u32,
    /// Statements of each kind, also those that are not kept.
    pub kinds: BTreeMap<StatementKind, u32>,
    /// Statements by the reason they ran for, also those that are not kept.
    pub reasons: BTreeMap<Reason, u32>,
    /// How many mapped instances there were, by the number of statements before.
    pub living: Vec<(usize, u64)>,
    /// The flushes, in order.
    pub flushes: Vec<Flush>,
    /// What each line of the main file caused.
    pub lines: BTreeMap<u32, LineFacts>,
    /// What the program printed.
    pub output: Output,
    /// Time spent in SQLite.
    pub database_micros: u64,
    /// The virtual clock at the last event, at the run's own latency.
    pub virtual_micros: u64,
    /// Real time of the whole run, once it ended.
    pub elapsed_micros: Option<u64>,
    /// The line that was heard of last.
    pub last_line: Option<u32>,
    /// How it ended; `None` while it runs.
    pub ended: Option<Ended>,
    /// The mapped classes, told at its end.
    pub models: Option<Arc<Models>>,
    /// The newest and the slowest statements, also those that are not kept.
    pub beyond: Beyond,
    /// What was asked about it.
    pub answers: Answers,
    /// A statement of the prompt runs.
    pub is_console_busy: bool,
    slept_micros: u64,
    counted_trips: u64,
    shapes: HashMap<Arc<str>, u32>,
    /// Texts with what they do not say themselves.
    spelled: Vec<Spelled>,
    /// The first statement with a shape and the hash of its parameters.
    firsts: HashMap<(u32, u64), u32>,
}

/// What a statement's text does not say itself.
#[derive(Clone, Debug)]
pub struct Spelled {
    /// The parameters of one set.
    pub parameters: Vec<Parameter>,
    others: Vec<Spelling>,
}

impl Spelled {
    /// The statement for another database.
    pub fn text_for(&self, database: OtherDatabase) -> Option<&Spelling> {
        self.others.iter().find(|it| it.database == database)
    }
}

/// A statement with what the fold adds.
#[derive(Clone, Debug)]
pub struct Logged {
    /// As the worker told it.
    pub statement: Arc<Statement>,
    /// Equal for statements with the same text.
    pub shape: u32,
    /// The number of the first statement with the same text and the same parameters: its own, if none was before.
    pub first: u32,
    /// Where the virtual clock stood when it ended.
    pub moment: Moment,
}

impl Logged {
    /// The earlier statement that it repeats, parameters and all.
    pub fn repeats(&self) -> Option<u32> {
        (self.first != self.statement.number).then_some(self.first)
    }
}

/// A change of a transaction with what the fold adds.
#[derive(Clone, Debug)]
pub struct LoggedChange {
    /// Which transaction.
    pub transaction: u32,
    /// What happened.
    pub change: TransactionChange,
    /// The line that caused it.
    pub line: Option<u32>,
    /// Real time it took.
    pub elapsed_micros: u64,
    /// Where the virtual clock stood when it ended.
    pub moment: Moment,
}

/// One thing in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// An index into [`Run::statements`].
    Statement(usize),
    /// An index into [`Run::changes`].
    Change(usize),
}

/// A moment of the virtual clock that can be told at any latency: waits are `slept`, the rest is
/// round trips.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    /// Virtual time slept by the program until then.
    pub slept_micros: u64,
    /// Round trips until then.
    pub trips: u64,
}

impl Moment {
    /// Virtual time since the start of the run with this round trip.
    pub fn at_latency(self, latency_micros: u64) -> u64 {
        self.slept_micros + self.trips * latency_micros
    }
}

/// A flush, as its plan said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flush {
    /// The index of the statement that comes next.
    pub before_statement: usize,
    /// Statements that it takes.
    pub statement_count: usize,
    /// A query asked for it.
    pub is_autoflush: bool,
}

/// What is known of a transaction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TransactionFacts {
    /// Statements in it.
    pub statement_count: u32,
    /// The line that began it.
    pub began_line: Option<u32>,
    /// Whether it was committed (`true`) or rolled back, once it ended.
    pub is_committed: Option<bool>,
}

/// What one line of the program caused.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineFacts {
    /// Statements.
    pub statement_count: u32,
    /// Whether it ended a transaction.
    pub ends_transaction: bool,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Ended {
    /// As the worker said.
    Outcome(Outcome),
    /// The reader stopped it.
    Stopped,
}

/// What the program printed, in lines.
#[derive(Clone, Debug, Default)]
pub struct Output {
    /// The first [`KEPT_OUTPUT_LINES`] lines.
    pub lines: Vec<OutputLine>,
    /// Lines that are not kept.
    pub dropped_count: u64,
    is_line_open: bool,
    last_statement_count: u32,
}

/// Where a line of the output comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineFrom {
    /// `sys.stdout`
    Stdout,
    /// `sys.stderr`, and tracebacks of the prompt
    Stderr,
    /// What the reader typed at the prompt.
    Typed,
}

impl From<Stream> for LineFrom {
    fn from(stream: Stream) -> Self {
        match stream {
            Stream::Stdout => Self::Stdout,
            Stream::Stderr => Self::Stderr,
        }
    }
}

/// One printed line, without its newline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputLine {
    /// Where it comes from.
    pub from: LineFrom,
    /// The text.
    pub text: String,
    /// The line of the program that printed it.
    pub line: Option<u32>,
    /// Statements since the line printed before.
    pub statements_before: u32,
    /// Statements of the run before it.
    pub statement_count: u32,
}

impl Run {
    /// A run that has just been asked for.
    pub fn new(id: u32, latency_micros: u64) -> Self {
        Self { id, latency_micros, ..Self::default() }
    }

    /// Takes one event of this run.
    pub fn apply(&mut self, event: Event) {
        match event {
            Event::StatementExecuted(statement) => self.statement_executed(statement),
            Event::StatementSpelled { parameters, others, .. } => self.spelled.push(Spelled { parameters, others }),
            Event::TransactionChanged { transaction, change, line, virtual_micros, elapsed_micros } => {
                self.transaction_changed(transaction, change, line, virtual_micros, elapsed_micros);
            }
            Event::ObjectsChanged { living, .. } => self.living_changed(living),
            Event::FlushPlanned { cause, steps, .. } => self.flush_planned(&cause, &steps),
            Event::Printed { stream, text, line } => {
                self.last_line = line.or(self.last_line);
                self.output.push(stream.into(), &text, line, self.statement_count);
            }
            Event::Slept { virtual_micros, line } => {
                self.slept_micros += virtual_micros;
                self.virtual_micros += virtual_micros;
                self.last_line = line.or(self.last_line);
            }
            Event::ModelsMapped { json } => self.models = serde_json::from_str(&json).ok().map(Arc::new),
            Event::ConsoleFinished { failure, virtual_micros } => {
                self.virtual_micros = virtual_micros.max(self.virtual_micros);
                self.is_console_busy = false;
                if let Some(failure) = failure {
                    self.output.push(
                        LineFrom::Stderr,
                        &format!("{}\n", failure.trim_end()),
                        None,
                        self.statement_count,
                    );
                }
            }
            _ => {}
        }
    }

    /// A statement was typed at the prompt: its events follow, and answers so far are old.
    pub fn console_asked(&mut self, source: &str) {
        self.answers = Answers::default();
        self.is_console_busy = true;
        self.output.end_line();
        self.output.push(LineFrom::Typed, &format!("{}\n", source.trim_end()), None, self.statement_count);
    }

    /// The virtual clock at the last event, at another latency.
    pub fn virtual_micros_at(&self, latency_micros: u64) -> u64 {
        self.moment(self.virtual_micros).at_latency(latency_micros)
    }

    /// The statement with a number; the first ones are kept, so its place is known.
    pub fn statement_of(&self, number: u32) -> Option<&Logged> {
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        self.statements.get(index).filter(|it| it.statement.number == number)
    }

    /// What a statement's text does not say itself.
    pub fn spelled(&self, statement: &Statement) -> Option<&Spelled> {
        self.spelled.get(usize::try_from(statement.spelling?).ok()?.checked_sub(1)?)
    }

    /// Round trips so far: connect, statements, COMMIT, ROLLBACK.
    pub fn round_trips(&self) -> u64 {
        self.moment(self.virtual_micros).trips
    }

    /// How many times transactions ended or savepoints changed.
    pub fn transaction_ends(&self) -> usize {
        self.changes.iter().filter(|it| it.change != TransactionChange::Began).count()
    }

    /// The clock adds exactly the latency for each round trip and what was slept, so the number of
    /// round trips (with those that are no event, such as connect) follows from the time. Without a
    /// latency it does not, and the events are counted.
    fn moment(&self, virtual_micros: u64) -> Moment {
        let waited = virtual_micros.saturating_sub(self.slept_micros);
        let trips = waited.checked_div(self.latency_micros).unwrap_or(self.counted_trips);
        Moment { slept_micros: self.slept_micros, trips }
    }

    fn statement_executed(&mut self, statement: Statement) {
        self.counted_trips += 1;
        self.statement_count += 1;
        *self.kinds.entry(statement.kind).or_default() += 1;
        *self.reasons.entry(Reason::of(&statement)).or_default() += 1;
        self.database_micros += statement.elapsed_micros;
        self.virtual_micros = statement.virtual_micros;
        if let Some(line) = statement.line {
            self.last_line = Some(line);
            self.lines.entry(line).or_default().statement_count += 1;
        }
        if let Some(transaction) = statement.transaction {
            self.transactions.entry(transaction).or_default().statement_count += 1;
        }
        let statement = Arc::new(statement);
        self.beyond.take(&statement);
        if self.statements.len() < KEPT_STATEMENTS {
            let next = u32::try_from(self.shapes.len()).unwrap_or(u32::MAX);
            let shape = match self.shapes.get(statement.sql.as_str()) {
                Some(shape) => *shape,
                None => *self.shapes.entry(statement.sql.as_str().into()).or_insert(next),
            };
            let moment = self.moment(statement.virtual_micros);
            let number = statement.number;
            // Of many sets not all are told.
            let is_whole = statement.parameter_set_count as usize <= statement.parameters.len();
            let first = match is_whole {
                true => *self.firsts.entry((shape, hash_of(&statement.parameters))).or_insert(number),
                false => number,
            };
            self.entries.push(Entry::Statement(self.statements.len()));
            self.statements.push(Logged { statement, shape, first, moment });
        }
    }

    fn living_changed(&mut self, living: u64) {
        let at = self.statements.len();
        match self.living.last_mut() {
            Some(last) if last.0 == at => last.1 = living,
            _ => self.living.push((at, living)),
        }
    }

    fn flush_planned(&mut self, cause: &[Cause], steps: &[FlushStep]) {
        if self.flushes.len() < KEPT_STATEMENTS {
            self.flushes.push(Flush {
                before_statement: self.statements.len(),
                statement_count: steps.iter().map(|it| it.statement_count).sum(),
                is_autoflush: cause.iter().any(|it| it.kind == CauseKind::Autoflush),
            });
        }
    }

    fn transaction_changed(
        &mut self,
        transaction: u32,
        change: TransactionChange,
        line: Option<u32>,
        virtual_micros: u64,
        elapsed_micros: u64,
    ) {
        let is_began = change == TransactionChange::Began;
        self.counted_trips += u64::from(!is_began);
        self.virtual_micros = virtual_micros.max(self.virtual_micros);
        self.last_line = line.or(self.last_line);
        let facts = self.transactions.entry(transaction).or_default();
        match change {
            TransactionChange::Began => facts.began_line = line,
            TransactionChange::Committed => facts.is_committed = Some(true),
            TransactionChange::RolledBack => facts.is_committed = Some(false),
            _ => {}
        }
        if let Some(line) = line
            && facts.is_committed.is_some()
        {
            self.lines.entry(line).or_default().ends_transaction = true;
        }
        if self.statements.len() < KEPT_STATEMENTS && self.changes.len() < KEPT_STATEMENTS {
            let moment = self.moment(virtual_micros);
            self.entries.push(Entry::Change(self.changes.len()));
            self.changes.push(LoggedChange { transaction, change, line, elapsed_micros, moment });
        }
    }
}

impl Output {
    /// What is printed next begins a line.
    fn end_line(&mut self) {
        self.is_line_open = false;
    }

    fn push(&mut self, from: LineFrom, text: &str, line: Option<u32>, statement_count: u32) {
        for piece in text.split_inclusive('\n') {
            let (content, ends) = match piece.strip_suffix('\n') {
                Some(content) => (content, true),
                None => (piece, false),
            };
            let is_full = self.lines.len() >= KEPT_OUTPUT_LINES;
            match self.lines.last_mut() {
                Some(open) if self.is_line_open && open.from == from => {
                    open.text.push_str(content);
                    cut(&mut open.text);
                }
                _ if is_full => self.dropped_count += u64::from(ends),
                _ => {
                    let mut text = content.to_owned();
                    cut(&mut text);
                    let statements_before = statement_count - self.last_statement_count;
                    self.last_statement_count = statement_count;
                    self.lines.push(OutputLine { from, text, line, statements_before, statement_count });
                }
            }
            self.is_line_open = !ends;
        }
    }
}

fn cut(text: &mut String) {
    if text.len() > KEPT_LINE_BYTES {
        let mut end = KEPT_LINE_BYTES;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.truncate(end);
        text.push_str(" … (cut)");
    }
}

fn hash_of(parameters: &[String]) -> u64 {
    let mut hasher = DefaultHasher::new();
    parameters.hash(&mut hasher);
    hasher.finish()
}
