//! The engine's events as the page's and the recorder's: statements, transactions, their parameters.

use super::spelling::Spellings;
use crate::engine::Value;
use crate::engine::events::{
    Cause, CauseKind, EngineEvent, SentParameters, SourcePlace, StatementEvent, StatementOutcome, TransactionEvent,
};
use crate::engine::reprs;
use crate::protocol::{self, Event, Statement, StatementKind, TransactionChange};
use serde_json::{Value as Json, json};
use std::collections::HashMap;

/// Parameter sets of an executemany that the page shows: the first so many and the last two.
const SHOWN_SETS: usize = 8;

/// Turns engine events into protocol events; keeps what is open.
#[derive(Debug, Default)]
pub struct StatementFold {
    open: Option<(StatementEvent, u64)>,
    spellings: Spellings,
    /// Transaction number by connection.
    transactions: HashMap<u32, u32>,
    transaction_count: u32,
    begun_micros: HashMap<u32, u64>,
}

impl StatementFold {
    /// The protocol event that `event` begins or completes, if any. `now_micros`: a real clock. `main`: the name of the
    /// program's main file; lines of other files are not told.
    pub fn take(&mut self, event: &EngineEvent, now_micros: u64, main: &str) -> Option<Event> {
        match event {
            EngineEvent::StatementStarted(statement) => {
                self.open = Some((statement.clone(), now_micros));
                self.spellings.take(event)
            }
            EngineEvent::StatementFinished(number, outcome) => {
                let (statement, started) = self.open.take_if(|(it, _)| it.number == *number)?;
                Some(Event::StatementExecuted(self.statement(&statement, outcome, now_micros - started, main)))
            }
            EngineEvent::Transaction { connection, event, place, at_micros, .. } => {
                Some(self.transaction(*connection, event, place.as_ref(), *at_micros, now_micros, main))
            }
            EngineEvent::StatementCompiled { .. } => self.spellings.take(event),
            EngineEvent::Pool { .. } => None,
        }
    }

    fn statement(
        &self,
        event: &StatementEvent,
        outcome: &StatementOutcome,
        elapsed_micros: u64,
        main: &str,
    ) -> Statement {
        let (parameters, parameter_set_count) = shown_parameters(&event.parameters);
        let kind = kind_of(&event.sql);
        let counts = outcome.returns_rows
            || matches!(kind, StatementKind::Insert | StatementKind::Update | StatementKind::Delete);
        Statement {
            number: event.number,
            kind,
            sql: event.sql.to_string(),
            spelling: self.spellings.number_of(&event.sql),
            parameters,
            parameter_set_count,
            row_count: (counts && outcome.error.is_none()).then_some(outcome.row_count),
            elapsed_micros,
            virtual_micros: event.started_micros + outcome.elapsed_micros,
            line: line_of(event.place.as_ref(), main),
            cause: causes_from(&event.causes),
            transaction: self.transactions.get(&event.connection).copied(),
            error: outcome.error.clone(),
        }
    }

    fn transaction(
        &mut self,
        connection: u32,
        event: &TransactionEvent,
        place: Option<&SourcePlace>,
        virtual_micros: u64,
        now_micros: u64,
        main: &str,
    ) -> Event {
        if *event == TransactionEvent::Begin {
            self.transaction_count += 1;
            self.transactions.insert(connection, self.transaction_count);
            self.begun_micros.insert(connection, now_micros);
        }
        let transaction = self.transactions.get(&connection).copied().unwrap_or(self.transaction_count);
        let change = match event {
            TransactionEvent::Begin => TransactionChange::Began,
            TransactionEvent::Commit => TransactionChange::Committed,
            TransactionEvent::Rollback => TransactionChange::RolledBack,
            TransactionEvent::Savepoint => TransactionChange::SavepointSet { name: String::new() },
            TransactionEvent::RollbackToSavepoint(name) => {
                TransactionChange::RolledBackToSavepoint { name: name.to_string() }
            }
            TransactionEvent::ReleaseSavepoint(name) => TransactionChange::SavepointReleased { name: name.to_string() },
        };
        if matches!(event, TransactionEvent::Commit | TransactionEvent::Rollback) {
            self.transactions.remove(&connection);
        }
        Event::TransactionChanged { transaction, change, line: line_of(place, main), virtual_micros, elapsed_micros: 0 }
    }
}

/// Causes as the page gets them.
pub(super) fn causes_from(causes: &[Cause]) -> Vec<protocol::Cause> {
    let kind = |it| match it {
        CauseKind::Call => protocol::CauseKind::Call,
        CauseKind::Read => protocol::CauseKind::Read,
        CauseKind::Missing => protocol::CauseKind::Missing,
        CauseKind::LazyLoad => protocol::CauseKind::LazyLoad,
        CauseKind::EagerLoad => protocol::CauseKind::EagerLoad,
        CauseKind::Refresh => protocol::CauseKind::Refresh,
        CauseKind::Autoflush => protocol::CauseKind::Autoflush,
        CauseKind::Flush => protocol::CauseKind::Flush,
        CauseKind::Flushed => protocol::CauseKind::Flushed,
        CauseKind::Cascade => protocol::CauseKind::Cascade,
    };
    causes.iter().map(|it| protocol::Cause { kind: kind(it.kind), text: it.text.to_string() }).collect()
}

fn line_of(place: Option<&SourcePlace>, main: &str) -> Option<u32> {
    place.filter(|it| &*it.file == main).map(|it| it.line)
}

/// What a statement does, by its first word.
pub(super) fn kind_of(sql: &str) -> StatementKind {
    let word: String = sql.trim_start().chars().take_while(char::is_ascii_alphabetic).collect();
    match word.to_ascii_uppercase().as_str() {
        "SELECT" | "VALUES" => StatementKind::Select,
        "WITH" => kind_after_with(sql),
        "INSERT" | "REPLACE" => StatementKind::Insert,
        "UPDATE" => StatementKind::Update,
        "DELETE" => StatementKind::Delete,
        "CREATE" | "DROP" | "ALTER" => StatementKind::Ddl,
        _ => StatementKind::Other,
    }
}

/// The first verb at the top level after the common table expressions.
fn kind_after_with(sql: &str) -> StatementKind {
    let mut depth = 0_i32;
    let mut word = String::new();
    for c in sql.chars().chain([' ']) {
        if c.is_ascii_alphabetic() && depth == 0 {
            word.push(c);
            continue;
        }
        match word.to_ascii_uppercase().as_str() {
            "SELECT" => return StatementKind::Select,
            "INSERT" => return StatementKind::Insert,
            "UPDATE" => return StatementKind::Update,
            "DELETE" => return StatementKind::Delete,
            _ => word.clear(),
        }
        depth += i32::from(c == '(') - i32::from(c == ')');
    }
    StatementKind::Select
}

fn shown_parameters(parameters: &SentParameters) -> (Vec<String>, u32) {
    match parameters {
        SentParameters::Many(sets) => {
            let count = u32::try_from(sets.len()).unwrap_or(u32::MAX);
            if sets.len() <= SHOWN_SETS + 2 {
                return (sets.iter().map(reprs::parameters_repr).collect(), count);
            }
            let head = &sets[..SHOWN_SETS];
            let tail = &sets[sets.len() - 2..];
            (head.iter().chain(tail).map(reprs::parameters_repr).collect(), count)
        }
        one if one.is_empty() => (Vec::new(), 0),
        one => (vec![reprs::parameters_repr(one)], 1),
    }
}

/// What `record.py` writes for an event: a statement before it is sent, or a transaction event.
pub fn recorded(event: &EngineEvent) -> Option<Json> {
    match event {
        EngineEvent::StatementStarted(statement) => Some(json!({
            "sql": &*statement.sql,
            "params": parameters_json(&statement.parameters),
            "many": statement.many,
        })),
        EngineEvent::Transaction { event, .. } => Some(json!({ "tx": event.recorded_text() })),
        EngineEvent::StatementCompiled { .. } | EngineEvent::StatementFinished(..) | EngineEvent::Pool { .. } => None,
    }
}

fn parameters_json(parameters: &SentParameters) -> Json {
    match parameters {
        SentParameters::Positional(values) => values.iter().map(value_json).collect(),
        SentParameters::Named(pairs) => {
            Json::Object(pairs.iter().map(|(key, value)| (key.to_string(), value_json(value))).collect())
        }
        SentParameters::Many(sets) => sets.iter().map(parameters_json).collect(),
    }
}

fn value_json(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(it) => json!(it),
        Value::Int(it) => json!(it),
        Value::Float(it) => float_json(*it),
        Value::Text(it) => json!(&**it),
        Value::Bytes(it) => json!({ "bytes": it.iter().map(|byte| format!("{byte:02x}")).collect::<String>() }),
        Value::List(items) => items.iter().map(value_json).collect(),
        Value::Host(it) => {
            if let Some(plain) = it.plain() {
                return value_json(&plain);
            }
            if let Some(pairs) = it.pairs() {
                let key = |it: &Value| if let Value::Text(it) = it { it.to_string() } else { it.repr() };
                return Json::Object(pairs.iter().map(|(name, value)| (key(name), value_json(value))).collect());
            }
            match it.items() {
                Some(items) if it.is_list() => items.iter().map(value_json).collect(),
                _ => other_json(&it.display()),
            }
        }
    }
}

/// JSON has no infinities and no NaN.
fn float_json(value: f64) -> Json {
    match value {
        it if it.is_nan() => json!("NaN"),
        f64::INFINITY => json!("Infinity"),
        f64::NEG_INFINITY => json!("-Infinity"),
        it => json!(it),
    }
}

/// An integer of more than 64 bits is a number as well; anything else is its text.
fn other_json(text: &str) -> Json {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_number = !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit());
    match text.parse::<u64>() {
        Ok(number) => json!(number),
        Err(_) if is_number => text.parse::<f64>().map_or_else(|_| json!(text), |it| json!(it)),
        Err(_) => json!(text),
    }
}
