//! The moment that the panels show, in words. Pure.

use crate::ui::{format, run::Run};

/// A moment of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// The statement, by index; `None` is the end.
    pub at: Option<usize>,
    /// Statements in all.
    pub count: usize,
    /// The line that caused it.
    pub line: Option<u32>,
    /// Why it ran: the last link of its chain.
    pub cause: String,
    /// The virtual clock.
    pub time: String,
}

impl Moment {
    /// The moment after the statement with the index `at`.
    pub fn of(run: &Run, at: Option<usize>, latency_micros: u64) -> Self {
        let logged = at.and_then(|it| run.statements.get(it));
        let micros =
            logged.map_or_else(|| run.virtual_micros_at(latency_micros), |it| it.moment.at_latency(latency_micros));
        Self {
            at: at.filter(|_| logged.is_some()),
            count: run.statements.len(),
            line: logged.and_then(|it| it.statement.line),
            cause: logged.and_then(|it| it.statement.cause.last()).map(|it| it.text.clone()).unwrap_or_default(),
            time: format::micros(micros),
        }
    }

    /// Its statement's number, from 1.
    pub fn number(&self) -> Option<String> {
        self.at.map(|it| format::count(it as u64 + 1))
    }

    /// As a screen reader says it: `statement 3 of 12, line 7, lazy load`.
    pub fn words(&self) -> String {
        let Some(number) = self.number() else { return "end of the run".to_owned() };
        let mut words = format!("statement {number} of {}", format::count(self.count as u64));
        if let Some(line) = self.line {
            words.push_str(", line ");
            words.push_str(&line.to_string());
        }
        if !self.cause.is_empty() {
            words.push_str(", ");
            words.push_str(&self.cause);
        }
        words
    }
}
