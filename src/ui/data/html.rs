//! The rows of a table as HTML. Pure; every text from outside is escaped.
//!
//! Plain HTML for the same reason as the log's: thousands of rows pass by while one scrolls.

use super::{RowAt, RowState, cell_text};
use crate::{
    protocol::{DataCell, DataHistory},
    ui::log::html::escape,
};
use std::collections::HashMap;

/// A column is at least and at most so wide, in characters.
const WIDTHS: std::ops::RangeInclusive<usize> = 6..=42;

/// What all rows of a table share.
pub struct Shape {
    /// The table's name.
    pub table: String,
    /// Of each column its name, and whether it stands to the right.
    pub columns: Vec<(String, bool)>,
}

/// The class of a row.
pub fn row_class(state: RowState) -> &'static str {
    match state {
        RowState::Added => "is-add",
        RowState::Changed => "is-chg",
        RowState::Removed => "is-del",
        RowState::Same => "",
    }
}

/// The cells of a row. A press on one is told by its `data-column`.
pub fn row_html(it: &RowAt, shape: &Shape) -> String {
    let (sign, word) = match it.state {
        RowState::Added => ("+", " aria-label=\"added\""),
        RowState::Changed => ("~", " aria-label=\"changed\""),
        RowState::Removed => ("−", " aria-label=\"deleted\""),
        RowState::Same => ("", ""),
    };
    let mut out = format!("<td class=\"sign\"{word}>{sign}</td>");
    let key = escape(&cell_text(&it.key));
    let table = escape(&shape.table);
    for (at, (cell, (column, is_number))) in it.cells.iter().zip(&shape.columns).enumerate() {
        let text = escape(&cell_text(cell));
        let before = it.before.as_ref().and_then(|it| it.get(at)).filter(|it| *it != cell);
        let before = before.map(|it| escape(&cell_text(it)));
        // The name begins with the text in sight.
        let was = before.as_ref().map_or_else(String::new, |it| format!("{it} "));
        let struck = before.as_ref().map_or_else(String::new, |it| format!("<s>{it}</s> "));
        let class = match (is_number, before.is_some()) {
            (true, true) => " class=\"num is-chg\"",
            (true, false) => " class=\"num\"",
            (false, true) => " class=\"is-chg\"",
            (false, false) => "",
        };
        let null = if *cell == DataCell::Null { " data-null" } else { "" };
        out.push_str(&format!(
            "<td{class}><button class=\"data-cell{null}\" type=\"button\" data-column=\"{at}\" \
             aria-label=\"{was}{text}, {} of {table} {key}: show what set it\">{struck}{text}</button></td>",
            escape(column),
        ));
    }
    out
}

/// How wide each column is, in characters: as its widest text in the whole run, so that it stays while one scrolls.
pub fn widths(history: &DataHistory, table: usize) -> Vec<usize> {
    let columns = &history.tables[table].columns;
    let length = |it: &DataCell| match it {
        DataCell::Text(it) => it.chars().take(*WIDTHS.end()).count(),
        it => cell_text(it).len(),
    };
    let head = |text: &str, more: usize| text.chars().count() + more;
    let mut widths: Vec<_> =
        columns.iter().map(|it| head(&it.name, 2).max(head(&it.type_name, if it.is_key { 4 } else { 0 }))).collect();
    let mut last: HashMap<String, &[DataCell]> = HashMap::new();
    for change in history.changes.iter().filter(|it| it.table as usize == table) {
        let Some(cells) = &change.cells else { continue };
        let before = last.insert(cell_text(&change.row), cells);
        for (at, (cell, width)) in cells.iter().zip(&mut widths).enumerate() {
            let before = before.and_then(|it| it.get(at)).filter(|it| *it != cell);
            *width = (*width).max(length(cell) + before.map_or(0, |it| length(it) + 1));
        }
    }
    widths.into_iter().map(|it| it.clamp(*WIDTHS.start(), *WIDTHS.end())).collect()
}
