//! The databases at a moment: a fold over the history of their rows. Pure; `panels/data.rs` draws it.

use crate::protocol::{DataCell, DataHistory, Step, TableHistory};
use std::{collections::BTreeMap, sync::Arc};

pub mod html;
#[cfg(test)]
mod tests;

/// A stretch of the run: what is there at `until`, and what changed after `since`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stretch {
    /// Changes up to this step are old.
    pub since: Step,
    /// Changes after this step are in the future.
    pub until: Step,
}

/// How much of a table changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableAt {
    /// Its place in the history.
    pub index: usize,
    /// Rows at the moment.
    pub rows: usize,
    /// Rows that were added, changed, removed.
    pub added: usize,
    /// See `added`.
    pub changed: usize,
    /// See `added`.
    pub removed: usize,
}

/// What happened to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum RowState {
    Changed,
    Added,
    Removed,
    Same,
}

/// A row with what it was before. Equal rows share their cells.
#[derive(Clone, Debug, PartialEq)]
pub struct RowAt {
    /// What happened to it.
    pub state: RowState,
    /// Which row.
    pub key: DataCell,
    /// Its cells; those that were removed, when it was.
    pub cells: Arc<[DataCell]>,
    /// Its cells before, when it changed.
    pub before: Option<Arc<[DataCell]>>,
}

/// One time that a cell was set.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// When.
    pub step: Step,
    /// To what; `None` when the row was removed.
    pub value: Option<DataCell>,
}

/// Which row, in an order.
type Key = (u8, i64, String);

/// The tables that are there, with counts. In the order of creation.
pub fn tables_at(history: &DataHistory, stretch: Stretch) -> Vec<TableAt> {
    let there = |it: &TableHistory| it.from <= stretch.until && it.until.is_none_or(|until| until > stretch.until);
    let indexes: Vec<_> = (0..history.tables.len()).filter(|it| there(&history.tables[*it])).collect();
    let folded = fold(history, stretch, None);
    indexes
        .into_iter()
        .map(|index| {
            let rows = folded.get(&index);
            let of = |state| rows.map_or(0, |it| it.values().filter(|it| it.state() == Some(state)).count());
            let (added, changed, removed) = (of(RowState::Added), of(RowState::Changed), of(RowState::Removed));
            TableAt { index, rows: added + changed + of(RowState::Same), added, changed, removed }
        })
        .collect()
}

/// The rows of a table; those that changed come first, then in the order of their keys.
pub fn rows_at(history: &DataHistory, table: usize, stretch: Stretch) -> Vec<RowAt> {
    let mut folded = fold(history, stretch, Some(table));
    let rows = folded.remove(&table).unwrap_or_default();
    let mut rows: Vec<_> = rows.into_values().filter_map(Folded::into_row).collect();
    // Stable: within each group the keys' order stays.
    rows.sort_by_key(|it| it.state);
    rows
}

/// Every time that a cell got another value, newest first; `until` is the moment.
pub fn settings(history: &DataHistory, table: usize, row: &DataCell, column: usize, until: Step) -> Vec<Setting> {
    let mut settings: Vec<Setting> = Vec::new();
    for change in history.changes.iter().take_while(|it| it.step <= until) {
        if change.table as usize != table || change.row != *row {
            continue;
        }
        let value = change.cells.as_ref().and_then(|it| it.get(column).cloned());
        if settings.last().is_none_or(|it| it.value != value) {
            settings.push(Setting { step: change.step, value });
        }
    }
    settings.reverse();
    settings
}

/// A value as the page shows it.
pub fn cell_text(cell: &DataCell) -> String {
    match cell {
        DataCell::Null => "NULL".to_owned(),
        DataCell::Integer(it) => it.to_string(),
        DataCell::Real(it) if it.fract() == 0.0 && it.abs() < 1e15 => format!("{it:.1}"),
        DataCell::Real(it) => it.to_string(),
        DataCell::Text(it) => it.clone(),
        DataCell::Blob { size_bytes, start } => {
            let more = if *size_bytes as usize * 2 > start.len() { "…" } else { "" };
            format!("x'{start}{more}' ({size_bytes} bytes)")
        }
    }
}

/// The order of SQLite: NULL, numbers, texts, bytes.
pub fn compare(a: &DataCell, b: &DataCell) -> std::cmp::Ordering {
    use DataCell::{Blob, Integer, Null, Real, Text};
    let rank = |it: &DataCell| match it {
        Null => 0,
        Integer(_) | Real(_) => 1,
        Text(_) => 2,
        Blob { .. } => 3,
    };
    #[expect(clippy::cast_precision_loss, reason = "only for the order on the screen")]
    let number = |it: &DataCell| match it {
        Integer(it) => *it as f64,
        Real(it) => *it,
        _ => 0.0,
    };
    match (a, b) {
        (Integer(a), Integer(b)) => a.cmp(b),
        (Text(a), Text(b)) => a.cmp(b),
        (Blob { start: a, .. }, Blob { start: b, .. }) => a.cmp(b),
        _ => rank(a).cmp(&rank(b)).then(number(a).total_cmp(&number(b))),
    }
}

/// A row before and after.
#[derive(Default)]
struct Folded {
    key: Option<DataCell>,
    before: Option<Arc<[DataCell]>>,
    after: Option<Arc<[DataCell]>>,
    is_touched: bool,
}

impl Folded {
    fn state(&self) -> Option<RowState> {
        Some(match (&self.before, &self.after) {
            (None, None) => return None,
            (None, Some(_)) => RowState::Added,
            (Some(_), None) => RowState::Removed,
            (Some(before), Some(after)) if self.is_touched && before != after => RowState::Changed,
            _ => RowState::Same,
        })
    }

    fn into_row(self) -> Option<RowAt> {
        let state = self.state()?;
        let cells = self.after.or_else(|| self.before.clone())?;
        let before = self.before.filter(|_| state == RowState::Changed);
        Some(RowAt { state, key: self.key.unwrap_or(DataCell::Null), cells, before })
    }
}

fn fold(history: &DataHistory, stretch: Stretch, only: Option<usize>) -> BTreeMap<usize, BTreeMap<Key, Folded>> {
    let mut tables: BTreeMap<usize, BTreeMap<Key, Folded>> = BTreeMap::new();
    for change in history.changes.iter().take_while(|it| it.step <= stretch.until) {
        let table = change.table as usize;
        if only.is_some_and(|it| it != table) {
            continue;
        }
        let row = tables.entry(table).or_default().entry(order_key(&change.row)).or_default();
        let cells: Option<Arc<[DataCell]>> = change.cells.as_ref().map(|it| it.as_slice().into());
        row.key.get_or_insert_with(|| change.row.clone());
        if change.step <= stretch.since {
            row.before.clone_from(&cells);
        } else {
            row.is_touched = true;
        }
        row.after = cells;
    }
    tables
}

fn order_key(row: &DataCell) -> Key {
    match row {
        DataCell::Integer(it) => (0, *it, String::new()),
        DataCell::Text(it) => (1, 0, it.clone()),
        _ => (2, 0, String::new()),
    }
}
