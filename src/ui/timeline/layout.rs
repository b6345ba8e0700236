//! Where things stand on the timeline, in percent of its width. Pure: from a run, a scale and a latency.

use crate::{
    protocol::StatementKind,
    ui::{
        format,
        run::{Entry, Run},
    },
};
use std::collections::BTreeMap;

/// So many statements of one shape and line in a row are drawn as one bar, with the axis cut.
const SHORTEST_GROUP: usize = 10;
/// More bars than this are put together: nobody sees bars of less than two pixels.
const MAX_BARS: usize = 400;
/// Marks closer than this, in percent, hide each other.
const MARK_DISTANCE: f64 = 6.0;

/// What the width stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Scale {
    /// Each statement has the same width; long repeats are cut.
    #[default]
    Compressed,
    /// Virtual time.
    TrueTime,
}

/// A stretch with words.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Span {
    pub(super) left: f64,
    pub(super) width: f64,
    pub(super) label: String,
}

/// Everything that is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Layout {
    /// Left and right edge of each statement that the run keeps.
    pub(super) places: Vec<(f64, f64)>,
    /// Stretches of the program, by its lines.
    pub(super) blocks: Vec<Span>,
    /// Transactions, and whether they were committed.
    pub(super) transactions: Vec<(Span, bool)>,
    /// Statements by kind.
    pub(super) bars: Vec<(f64, f64, StatementKind)>,
    /// Repeats; the label says how often.
    pub(super) groups: Vec<(Span, StatementKind)>,
    /// Flushes.
    pub(super) marks: Vec<(f64, String)>,
    /// How many instances there were: points of a line, the second number from 0 to 1.
    pub(super) living: Vec<(f64, f64)>,
    /// The most instances there were.
    pub(super) peak: u64,
    /// Times, in words.
    pub(super) ticks: Vec<(f64, String)>,
}

/// Lays a run out.
pub(super) fn layout(run: &Run, scale: Scale, latency_micros: u64) -> Layout {
    let mut made = Layout::default();
    let groups = groups(run);
    let edges = edges(run, &groups, scale, latency_micros);
    made.places = vec![(0.0, 0.0); run.statements.len()];
    for (at, entry) in run.entries.iter().enumerate() {
        if let Entry::Statement(index) = entry {
            made.places[*index] = (edges[at], edges[at + 1]);
        }
    }
    let mut at = 0;
    while at < run.entries.len() {
        if let Some(len) = groups.get(&at) {
            let label = format!("× {}", format::count(u64::try_from(*len).unwrap_or(0)));
            let kind = match run.entries[at] {
                Entry::Statement(index) => run.statements[index].statement.kind,
                Entry::Change(_) => StatementKind::Other,
            };
            made.groups.push((Span { left: edges[at], width: edges[at + len] - edges[at], label }, kind));
            at += len;
            continue;
        }
        if let Entry::Statement(index) = run.entries[at] {
            made.bars.push((edges[at], edges[at + 1] - edges[at], run.statements[index].statement.kind));
        }
        at += 1;
    }
    if made.bars.len() > MAX_BARS {
        made.bars = binned(&made.bars);
    }
    blocks_and_transactions(run, &edges, &mut made);
    session(run, &mut made);
    made.ticks = ticks(run, &edges, latency_micros);
    made
}

impl Layout {
    /// The statement that is drawn nearest to a place.
    pub(super) fn nearest(&self, place: f64) -> Option<usize> {
        let at = self.places.partition_point(|it| it.1 < place);
        (!self.places.is_empty()).then(|| at.min(self.places.len() - 1))
    }
}

/// Repeats by the entry at which they begin, and how many entries they have.
fn groups(run: &Run) -> BTreeMap<usize, usize> {
    let key = |at: usize| match run.entries[at] {
        Entry::Statement(index) => Some((run.statements[index].shape, run.statements[index].statement.line)),
        Entry::Change(_) => None,
    };
    let mut found = BTreeMap::new();
    let mut at = 0;
    while at < run.entries.len() {
        let first = key(at);
        let len = (at..run.entries.len()).take_while(|it| key(*it) == first).count();
        if first.is_some() && len >= SHORTEST_GROUP {
            found.insert(at, len);
        }
        at += len.max(1);
    }
    found
}

/// The left edge of each entry, and the right edge of the last.
fn edges(run: &Run, groups: &BTreeMap<usize, usize>, scale: Scale, latency_micros: u64) -> Vec<f64> {
    let mut weights = Vec::with_capacity(run.entries.len());
    match scale {
        Scale::TrueTime => {
            let mut before = 0;
            for entry in &run.entries {
                let now = moment_of(run, *entry, latency_micros);
                weights.push(number(now.saturating_sub(before)).max(0.001));
                before = now.max(before);
            }
        }
        Scale::Compressed => {
            while weights.len() < run.entries.len() {
                let at = weights.len();
                if let Some(len) = groups.get(&at) {
                    // As wide as some statements, whatever the number: the axis is cut.
                    let count = number(u64::try_from(*len).unwrap_or(1));
                    weights.extend(std::iter::repeat_n((8.0 + 2.0 * count.ln()) / count, *len));
                } else {
                    weights.push(if matches!(run.entries[at], Entry::Statement(_)) { 1.0 } else { 0.3 });
                }
            }
        }
    }
    let total: f64 = weights.iter().sum();
    let mut sum = 0.0;
    let mut edges = vec![0.0];
    for weight in weights {
        sum += weight;
        edges.push(sum / total * 100.0);
    }
    edges
}

fn moment_of(run: &Run, entry: Entry, latency_micros: u64) -> u64 {
    match entry {
        Entry::Statement(index) => run.statements[index].moment.at_latency(latency_micros),
        Entry::Change(index) => run.changes[index].moment.at_latency(latency_micros),
    }
}

#[allow(clippy::cast_precision_loss, reason = "places on a screen")]
fn number(it: u64) -> f64 {
    it as f64
}

/// Bars of at least a bin's width; each has the kind that fills most of it.
fn binned(bars: &[(f64, f64, StatementKind)]) -> Vec<(f64, f64, StatementKind)> {
    let width = 100.0 / number(MAX_BARS as u64);
    let mut bins: BTreeMap<u64, BTreeMap<StatementKind, u32>> = BTreeMap::new();
    for (left, _, kind) in bars {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to MAX_BARS")]
        let bin = (left / width) as u64;
        *bins.entry(bin).or_default().entry(*kind).or_default() += 1;
    }
    let most = |kinds: &BTreeMap<StatementKind, u32>| kinds.iter().max_by_key(|it| it.1).map(|it| *it.0);
    bins.iter().filter_map(|(bin, kinds)| Some((number(*bin) * width, width, most(kinds)?))).collect()
}

/// Stretches of entries of one transaction, or of none: with their lines, and with how they ended.
fn blocks_and_transactions(run: &Run, edges: &[f64], made: &mut Layout) {
    let transaction_of = |entry: Entry| match entry {
        Entry::Statement(index) => run.statements[index].statement.transaction,
        Entry::Change(index) => Some(run.changes[index].transaction),
    };
    let line_of = |entry: Entry| match entry {
        Entry::Statement(index) => run.statements[index].statement.line,
        Entry::Change(index) => run.changes[index].line,
    };
    let mut at = 0;
    while at < run.entries.len() {
        let transaction = transaction_of(run.entries[at]);
        let end = (at..run.entries.len()).find(|it| transaction_of(run.entries[*it]) != transaction);
        let end = end.unwrap_or(run.entries.len());
        let (left, width) = (edges[at], edges[end] - edges[at]);
        let lines: Vec<u32> = run.entries[at..end].iter().filter_map(|it| line_of(*it)).collect();
        if let (Some(first), Some(last)) = (lines.iter().min(), lines.iter().max()) {
            let label = if first == last { format!("line {first}") } else { format!("lines {first}–{last}") };
            made.blocks.push(Span { left, width, label });
        }
        if let Some(number) = transaction {
            let is_committed = run.transactions.get(&number).and_then(|it| it.is_committed);
            let word = match is_committed {
                Some(true) => ", COMMIT",
                Some(false) => ", ROLLBACK",
                None => "",
            };
            let span = Span { left, width, label: format!("{number}{word}") };
            made.transactions.push((span, is_committed == Some(true)));
        }
        at = end;
    }
}

/// Flushes and the number of instances.
fn session(run: &Run, made: &mut Layout) {
    let place = |statement: usize| match made.places.get(statement) {
        Some(it) => it.0,
        None => made.places.last().map_or(0.0, |it| it.1),
    };
    made.peak = run.living.iter().map(|it| it.1).max().unwrap_or(0);
    let points = run.living.iter().map(|(at, count)| (place(*at), number(*count) / number(made.peak.max(1))));
    // A point for every percent is more than one sees.
    let mut living: Vec<(f64, f64)> = Vec::new();
    for point in points {
        match living.last_mut() {
            Some(last) if point.0 - last.0 < 0.25 => *last = (last.0, point.1),
            _ => living.push(point),
        }
    }
    let mut marks: Vec<(f64, String)> = Vec::new();
    for flush in &run.flushes {
        let left = place(flush.before_statement);
        if marks.last().is_none_or(|it| left - it.0 >= MARK_DISTANCE) {
            let word = if flush.is_autoflush { "autoflush" } else { "flush" };
            let count = flush.statement_count;
            let label = if count > 1 { format!("{word}, {}", format::count(count as u64)) } else { word.to_owned() };
            marks.push((left, label));
        }
    }
    made.living = living;
    made.marks = marks;
}

/// Six times along the axis.
fn ticks(run: &Run, edges: &[f64], latency_micros: u64) -> Vec<(f64, String)> {
    let mut ticks: Vec<(f64, String)> = vec![(0.0, "0".to_owned())];
    for place in [20.0, 40.0, 60.0, 80.0, 100.0] {
        let at = edges.partition_point(|it| *it < place - 1e-9).saturating_sub(1);
        let Some(entry) = run.entries.get(at) else { continue };
        let label = format::micros(moment_of(run, *entry, latency_micros));
        let place = edges[at + 1];
        if ticks.last().is_none_or(|it| place - it.0 >= MARK_DISTANCE && it.1 != label) {
            ticks.push((place, label));
        }
    }
    ticks
}
