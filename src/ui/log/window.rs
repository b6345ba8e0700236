//! Which rows are in sight: fixed heights, a running sum, two binary searches.
//!
//! The heights equal those in `static/css/log.css` and `narrow.css`.

use super::{
    detail::Detail,
    rows::{Row, View},
};
use crate::ui::run::Run;
use std::ops::Range;

/// Rows beyond the edges that are kept in the page, so that a quick scroll shows no gap.
const OVERSCAN: usize = 4;
const DETAIL_LINE: f64 = 17.0;
const DETAIL_LINES_IN_SIGHT: usize = 22;
/// Characters after which the detail breaks a line.
pub const DETAIL_WIDTH: usize = 84;

/// How wide the panel is, which decides the layout of its rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// All columns.
    #[default]
    Wide,
    /// Details in one column.
    Middle,
    /// Rows are cards (at most 600 px).
    Narrow,
}

impl Layout {
    /// For a panel of this width in CSS pixels.
    pub fn of_width(width: f64) -> Self {
        match width {
            it if it <= 600.0 => Self::Narrow,
            it if it <= 800.0 => Self::Middle,
            _ => Self::Wide,
        }
    }
}

/// Where every row starts; one more than there are rows, the last one is the full height.
pub fn offsets(rows: &[Row], run: &Run, view: &View, layout: Layout, is_touch: bool) -> Vec<f64> {
    let mut offsets = Vec::with_capacity(rows.len() + 1);
    let mut at = 0.0;
    offsets.push(at);
    for row in rows {
        at += height(row, run, view, layout, is_touch);
        offsets.push(at);
    }
    offsets
}

/// The rows between `top` and `top + height`, and some more: none after a jump, which nobody scrolls on from in the
/// same frame. `was`: the rows before.
pub fn in_sight(offsets: &[f64], top: f64, height: f64, was: Option<&Range<usize>>) -> Range<usize> {
    let rows = offsets.len().saturating_sub(1);
    let first = offsets.partition_point(|it| *it <= top).saturating_sub(1);
    let end = offsets.partition_point(|it| *it < top + height);
    let is_jump = was.is_some_and(|it| end <= it.start || it.end <= first);
    let more = if is_jump { 0 } else { OVERSCAN };
    first.saturating_sub(more).min(rows)..(end + more).min(rows)
}

/// Height of a statement's detail.
pub fn detail_height(detail: &Detail<'_>, layout: Layout) -> f64 {
    let line_height = |lines: usize| as_pixels(lines.clamp(1, DETAIL_LINES_IN_SIGHT)) * DETAIL_LINE;
    let choice = match (detail.has_choice(), layout) {
        (false, _) => 0.0,
        (true, Layout::Narrow) => 46.0,
        (true, _) => 30.0,
    };
    let sql = 20.0 + choice + 14.0 + line_height(detail.sql_lines()) + 12.0;
    let facts = 8.0 + 19.0 * 4.0;
    let parameters = 20.0 + 14.0 + line_height(detail.parameter_lines()) + facts + 12.0;
    match layout {
        Layout::Wide => sql.max(parameters),
        Layout::Middle => sql + parameters,
        // Its first heading is as high as a finger needs.
        Layout::Narrow => sql + 20.0 + parameters,
    }
}

fn height(row: &Row, run: &Run, view: &View, layout: Layout, is_touch: bool) -> f64 {
    let is_narrow = layout == Layout::Narrow;
    match row {
        Row::Section { .. } if is_touch => 44.0,
        Row::Section { .. } => 30.0,
        Row::Statement { .. } | Row::Repeat { .. } => {
            if is_narrow {
                82.0
            } else {
                46.0
            }
        }
        Row::Change { .. } => {
            if is_narrow {
                40.0
            } else {
                30.0
            }
        }
        Row::Detail { index, .. } => {
            detail_height(&Detail::new(&run.statements[*index], run, view.written_for), layout)
        }
    }
}

/// Exact: far below 2^53.
#[allow(clippy::cast_precision_loss)]
fn as_pixels(number: usize) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn window_covers_what_is_in_sight() {
        let offsets: Vec<f64> = (0..=10_000).map(|it| f64::from(it) * 46.0).collect();
        assert_eq!(in_sight(&offsets, 0.0, 460.0, None), 0..14);
        assert_eq!(in_sight(&offsets, 46.0 * 5_000.5, 460.0, Some(&(0..14))), 5_000..5_011);
        let far = in_sight(&offsets, 46.0 * 5_000.0, 460.0, Some(&(5_001..5_020)));
        assert!(far.contains(&5_000) && far.contains(&5_010) && far.len() < 40);
        assert_eq!(in_sight(&[0.0], 0.0, 100.0, None), 0..0);
        assert_eq!(in_sight(&offsets, 46.0 * 9_999.0, 460.0, None).end, 10_000);
    }
}
