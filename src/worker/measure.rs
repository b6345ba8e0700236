//! Runs a program once and counts, for the comparison of loading strategies.

use super::{runner::Observer, statements::kind_of, trace::outcome_from_result};
use crate::{
    engine::{
        events::{EngineEvent, Hub},
        journal::Journal,
    },
    orm::{
        events::{FoundBy, OrmEvent},
        forced::Forced,
        relationships::Lazy,
    },
    protocol::{Loading, Measured, StatementKind},
    python::{failure::PythonFailure, host::TextStream},
};
use indexmap::IndexMap;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

/// More output than this is not compared.
const MOST_OUTPUT: usize = 1_000_000;
/// Texts of statements that are kept.
const MOST_SHAPES: usize = 40;

/// Counts.
#[derive(Debug, Default)]
pub struct Meter {
    statements: Cell<u64>,
    selects: Cell<u64>,
    /// Transactions that ended, each with a round trip of its own.
    loaded: Cell<u64>,
    found: Cell<u64>,
    slept: Cell<u64>,
    output: RefCell<String>,
    shapes: RefCell<IndexMap<String, u64>>,
}

impl Meter {
    /// What was counted. `clock_micros`: the virtual clock at the end, with `latency_micros` a round trip.
    pub fn measured(
        &self,
        result: Result<i32, PythonFailure>,
        journal: &Journal,
        latency_micros: u64,
        clock_micros: u64,
        elapsed_micros: u64,
    ) -> Measured {
        let received = journal.received();
        let waited = clock_micros.saturating_sub(self.slept.get());
        Measured {
            outcome: outcome_from_result(result),
            statements: self.statements.get(),
            selects: self.selects.get(),
            round_trips: waited.checked_div(latency_micros).unwrap_or(self.statements.get()),
            rows: received.rows,
            cells: received.cells,
            bytes: received.bytes,
            duplicate_rows: self.found.get(),
            loaded_objects: self.loaded.get(),
            virtual_micros: clock_micros,
            slept_micros: self.slept.get(),
            elapsed_micros,
            output: self.output.take(),
            shapes: self.shapes.take().into_iter().collect(),
        }
    }
}

impl Observer for Meter {
    fn printed(&self, _stream: TextStream, text: &str, _line: Option<u32>) {
        let mut output = self.output.borrow_mut();
        if output.len() < MOST_OUTPUT {
            output.push_str(text);
        }
    }

    fn slept(&self, micros: u64, _line: Option<u32>) {
        self.slept.set(self.slept.get() + micros);
    }

    fn happened(&self, event: &EngineEvent) {
        if let EngineEvent::StatementStarted(statement) = event {
            self.statements.set(self.statements.get() + 1);
            if kind_of(&statement.sql) == StatementKind::Select {
                self.selects.set(self.selects.get() + 1);
                let mut shapes = self.shapes.borrow_mut();
                if let Some(count) = shapes.get_mut(&*statement.sql) {
                    *count += 1;
                } else if shapes.len() < MOST_SHAPES {
                    shapes.insert(statement.sql.to_string(), 1);
                }
            }
        }
    }

    fn did(&self, event: &OrmEvent<'_>, _hub: &Hub) {
        match event {
            OrmEvent::Loaded(_) => self.loaded.set(self.loaded.get() + 1),
            OrmEvent::Found(_, FoundBy::RowAgain) => self.found.set(self.found.get() + 1),
            _ => {}
        }
    }

    fn wants_objects(&self) -> bool {
        true
    }
}

/// What the page asks for, in the ORM's words.
pub fn forced(loading: Option<Loading>, only: Option<String>) -> Option<Forced> {
    let lazy = match loading? {
        Loading::Select => Lazy::Select,
        Loading::Joined => Lazy::Joined,
        Loading::Selectin => Lazy::Selectin,
        Loading::Subquery => Lazy::Subquery,
        Loading::Immediate => Lazy::Immediate,
        Loading::Raise => Lazy::Raise,
    };
    Some(Forced { lazy, only: only.map(Rc::from) })
}
