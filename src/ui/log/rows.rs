//! The log as a list of rows: sections, statements, repeats folded into one, opened details.
//!
//! Pure: from a run and what the reader chose to see. `window.rs` picks the rows in sight.

use super::cause::Reason;
use crate::{
    protocol::{OtherDatabase, StatementKind, TransactionChange},
    ui::run::{Entry, Run},
};
use std::collections::BTreeSet;

/// Fewer statements of one shape in a row than this are listed, not folded.
const SHORTEST_REPEAT: usize = 3;

/// What the reader chose to see.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Kinds that are switched off.
    pub hidden_kinds: BTreeSet<StatementKind>,
    /// Whether transactions' own rows are switched off.
    pub hides_transactions: bool,
    /// Words that must occur in the SQL, the parameters or the cause; lower case, empty for all.
    pub words: String,
    /// Only statements of this line of the program.
    pub line: Option<u32>,
    /// Only statements that ran for this reason.
    pub reason: Option<Reason>,
    /// Only statements of this transaction.
    pub transaction: Option<u32>,
    /// Whether repeats are folded.
    pub groups_repeats: bool,
    /// Sections that are closed, by the index of their first entry.
    pub closed_sections: BTreeSet<usize>,
    /// Repeats that are opened, by the index of their first statement.
    pub opened_repeats: BTreeSet<usize>,
    /// Statements whose detail is open, by index.
    pub opened_statements: BTreeSet<usize>,
    /// The database that details are written for; `None` is the one that got them.
    pub written_for: Option<OtherDatabase>,
}

impl Default for View {
    fn default() -> Self {
        Self {
            hidden_kinds: BTreeSet::new(),
            hides_transactions: false,
            words: String::new(),
            line: None,
            reason: None,
            transaction: None,
            groups_repeats: true,
            closed_sections: BTreeSet::new(),
            opened_repeats: BTreeSet::new(),
            opened_statements: BTreeSet::new(),
            written_for: None,
        }
    }
}

impl View {
    /// Whether statements are left out.
    pub fn is_filtered(&self) -> bool {
        !self.hidden_kinds.is_empty()
            || !self.words.is_empty()
            || self.line.is_some()
            || self.reason.is_some()
            || self.transaction.is_some()
    }
}

/// One row. Statements, changes and entries are named by their index in the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Row {
    /// The head of a stretch of entries of one transaction (or of none).
    Section {
        /// The stretch's first entry.
        entry: usize,
        /// Which transaction.
        transaction: Option<u32>,
        /// Statements of the transaction up to now.
        statement_count: u32,
        /// How the transaction ended, if it did.
        is_committed: Option<bool>,
        /// An earlier stretch of the same transaction was shown.
        is_continued: bool,
        /// Its rows are folded away.
        is_closed: bool,
    },
    /// A statement.
    Statement {
        /// Which.
        index: usize,
        /// Inside a transaction's bracket.
        is_in_transaction: bool,
        /// One of an opened repeat.
        is_member: bool,
        /// Its detail follows.
        is_open: bool,
    },
    /// Statements of one shape in a row.
    Repeat {
        /// The first statement.
        first: usize,
        /// The last statement.
        last: usize,
        /// Inside a transaction's bracket.
        is_in_transaction: bool,
        /// Its members follow.
        is_open: bool,
    },
    /// A transaction or savepoint changed.
    Change {
        /// Which change.
        index: usize,
        /// The bracket ends here.
        is_last: bool,
    },
    /// A statement in full.
    Detail {
        /// Which.
        index: usize,
        /// Inside a transaction's bracket.
        is_in_transaction: bool,
    },
}

impl Row {
    /// Whether the row tells of a statement.
    pub fn holds(self, statement: usize) -> bool {
        match self {
            Self::Statement { index, .. } => index == statement,
            Self::Repeat { first, last, is_open, .. } => !is_open && (first..=last).contains(&statement),
            _ => false,
        }
    }

    /// Whether what it tells of comes after a statement.
    pub fn is_after(self, statement: usize, run: &Run) -> bool {
        let begins = match self {
            Self::Statement { index, .. } | Self::Detail { index, .. } => return index > statement,
            Self::Repeat { first, .. } => return first > statement,
            Self::Section { entry, .. } => Some(run.entries[entry]),
            Self::Change { index, .. } => Some(Entry::Change(index)),
        };
        let now = run.statements.get(statement).map(|it| it.moment.trips);
        let trips = begins.map(|it| match it {
            Entry::Statement(index) => run.statements[index].moment.trips,
            // A transaction begins without a trip of its own, just before its first statement.
            Entry::Change(index) => {
                run.changes[index].moment.trips + u64::from(run.changes[index].change == TransactionChange::Began)
            }
        });
        trips > now
    }

    /// The statement that the keyboard can stand on, if this row is one.
    pub fn statement(self) -> Option<usize> {
        match self {
            Self::Statement { index, .. } => Some(index),
            Self::Repeat { first, .. } => Some(first),
            _ => None,
        }
    }
}

/// All rows, in order.
pub fn rows(run: &Run, view: &View) -> Vec<Row> {
    let mut rows = Vec::with_capacity(run.entries.len() + 8);
    let mut seen = BTreeSet::new();
    let mut start = 0;
    while start < run.entries.len() {
        let transaction = transaction_of(run, run.entries[start]);
        let length = run.entries[start..].iter().take_while(|it| transaction_of(run, **it) == transaction).count();
        let mut end = start + length;
        // The next transaction begins a stretch of its own even when its number is the same.
        if let Some(at) = run.entries[start + 1..end].iter().position(|it| is_began(run, *it)) {
            end = start + 1 + at;
        }
        section(run, view, start..end, transaction, &mut seen, &mut rows);
        start = end;
    }
    rows
}

fn section(
    run: &Run,
    view: &View,
    stretch: std::ops::Range<usize>,
    transaction: Option<u32>,
    seen: &mut BTreeSet<u32>,
    rows: &mut Vec<Row>,
) {
    let head = rows.len();
    let is_closed = view.closed_sections.contains(&stretch.start);
    let is_bracketed = transaction.is_some() && !view.hides_transactions;
    if !view.hides_transactions {
        let facts = transaction.and_then(|it| run.transactions.get(&it)).copied().unwrap_or_default();
        let outside = || run.entries[stretch.clone()].iter().filter(|it| matches!(it, Entry::Statement(_))).count();
        rows.push(Row::Section {
            entry: stretch.start,
            transaction,
            statement_count: match transaction {
                Some(_) => facts.statement_count,
                None => u32::try_from(outside()).unwrap_or(u32::MAX),
            },
            is_committed: facts.is_committed,
            is_continued: transaction.is_some_and(|it| !seen.insert(it)),
            is_closed,
        });
    }
    let has_statements = statements(run, view, stretch.clone(), is_bracketed, is_closed, rows);
    if view.is_filtered() && !has_statements {
        rows.truncate(head);
    }
}

/// Adds the stretch's rows; says whether a statement is among those that pass the filter.
fn statements(
    run: &Run,
    view: &View,
    stretch: std::ops::Range<usize>,
    is_in_transaction: bool,
    is_closed: bool,
    rows: &mut Vec<Row>,
) -> bool {
    let mut has_statements = false;
    let mut at = stretch.start;
    while at < stretch.end {
        let index = match run.entries[at] {
            Entry::Change(index) => {
                let change = &run.changes[index].change;
                let ends = matches!(change, TransactionChange::Committed | TransactionChange::RolledBack);
                if *change != TransactionChange::Began && !view.hides_transactions && !is_closed {
                    rows.push(Row::Change { index, is_last: ends });
                }
                at += 1;
                continue;
            }
            Entry::Statement(index) => index,
        };
        let length = repeat_length(run, view, at, stretch.end);
        at += length;
        if !passes(run, view, index) {
            continue;
        }
        has_statements = true;
        if is_closed {
            continue;
        }
        if length < SHORTEST_REPEAT {
            for index in index..index + length {
                statement(view, index, is_in_transaction, false, rows);
            }
            continue;
        }
        let is_open = view.opened_repeats.contains(&index);
        rows.push(Row::Repeat { first: index, last: index + length - 1, is_in_transaction, is_open });
        if is_open {
            for index in index..index + length {
                statement(view, index, is_in_transaction, true, rows);
            }
        }
    }
    has_statements
}

fn statement(view: &View, index: usize, is_in_transaction: bool, is_member: bool, rows: &mut Vec<Row>) {
    let is_open = view.opened_statements.contains(&index);
    rows.push(Row::Statement { index, is_in_transaction, is_member, is_open });
    if is_open {
        rows.push(Row::Detail { index, is_in_transaction });
    }
}

/// How many entries from `at` on repeat its statement: same text, same line, nothing between.
///
/// 1 while words are looked for, because parameters may differ in them.
fn repeat_length(run: &Run, view: &View, at: usize, end: usize) -> usize {
    let key = |entry: Entry| match entry {
        Entry::Statement(index) => {
            let it = &run.statements[index];
            Some((it.shape, it.statement.line, it.statement.error.is_some()))
        }
        Entry::Change(_) => None,
    };
    if !view.groups_repeats || !view.words.is_empty() {
        return 1;
    }
    let first = key(run.entries[at]);
    run.entries[at..end].iter().take_while(|it| key(**it) == first).count().max(1)
}

fn passes(run: &Run, view: &View, index: usize) -> bool {
    let it = &run.statements[index].statement;
    if view.hidden_kinds.contains(&it.kind) || view.line.is_some_and(|line| it.line != Some(line)) {
        return false;
    }
    if view.reason.is_some_and(|reason| Reason::of(it) != reason) {
        return false;
    }
    if view.transaction.is_some() && it.transaction != view.transaction {
        return false;
    }
    let holds = |text: &String| text.to_lowercase().contains(&view.words);
    view.words.is_empty()
        || holds(&it.sql)
        || it.parameters.iter().any(holds)
        || it.cause.iter().any(|it| holds(&it.text))
}

fn transaction_of(run: &Run, entry: Entry) -> Option<u32> {
    match entry {
        Entry::Statement(index) => run.statements[index].statement.transaction,
        Entry::Change(index) => Some(run.changes[index].transaction),
    }
}

fn is_began(run: &Run, entry: Entry) -> bool {
    matches!(entry, Entry::Change(index) if run.changes[index].change == TransactionChange::Began)
}

#[cfg(test)]
#[path = "rows_tests.rs"]
mod tests;
