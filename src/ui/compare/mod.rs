//! Loading strategies side by side: what each run took, what it costs at a round trip, which one is best here.
//! Pure; `panels/compare.rs` draws it.

pub mod edit;
#[cfg(test)]
mod tests;

use crate::protocol::{Loading, Measured, Outcome};

/// As written, then each strategy.
pub const VARIANTS: [Option<Loading>; 7] = [
    None,
    Some(Loading::Select),
    Some(Loading::Joined),
    Some(Loading::Selectin),
    Some(Loading::Subquery),
    Some(Loading::Immediate),
    Some(Loading::Raise),
];

/// A variant that is this much slower than the fastest may still be the best one.
pub const SLACK_MICROS: u64 = 100_000;

/// How a variant is told: name, what stands in a program, class of its colour.
pub fn words(variant: Option<Loading>) -> (&'static str, &'static str, &'static str) {
    match variant {
        None => ("As written", "options and lazy= of the program", "written"),
        Some(Loading::Select) => ("lazy", "lazyload()", "lazy"),
        Some(Loading::Joined) => ("joined", "joinedload()", "joined"),
        Some(Loading::Selectin) => ("selectin", "selectinload()", "selectin"),
        Some(Loading::Subquery) => ("subquery", "subqueryload()", "subquery"),
        Some(Loading::Immediate) => ("immediate", "immediateload()", "immediate"),
        Some(Loading::Raise) => ("raise", "raiseload()", "raise"),
    }
}

/// The word of `relationship(lazy=...)`.
pub fn lazy_word(loading: Loading) -> &'static str {
    match loading {
        Loading::Select => "select",
        Loading::Joined => "joined",
        Loading::Selectin => "selectin",
        Loading::Subquery => "subquery",
        Loading::Immediate => "immediate",
        Loading::Raise => "raise",
    }
}

/// One variant that was run.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// What was forced.
    pub loading: Option<Loading>,
    /// What it took.
    pub measured: Measured,
}

impl Variant {
    /// Time in all at a round trip: what the program took here, and its round trips.
    pub fn micros_at(&self, latency_micros: u64) -> u64 {
        self.base_micros() + self.measured.round_trips * latency_micros
    }

    /// The part that no round trip changes.
    pub fn base_micros(&self) -> u64 {
        self.measured.elapsed_micros + self.measured.slept_micros
    }

    /// Whether it ran to its end.
    pub fn is_finished(&self) -> bool {
        self.measured.outcome == Outcome::Finished
    }
}

/// What a variant's output is beside that of the program as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutputIs {
    /// To the letter.
    Same,
    /// It printed something else.
    Different,
    /// It raised where the program as written did not.
    Raised,
}

/// Compares what two runs printed.
pub fn output_of(written: &Measured, other: &Measured) -> OutputIs {
    if written.outcome == Outcome::Finished && other.outcome != Outcome::Finished {
        OutputIs::Raised
    } else if written.output == other.output {
        OutputIs::Same
    } else {
        OutputIs::Different
    }
}

/// Whether a variant can stand in for the program: the same output, and it loads what is asked for.
fn is_eligible(written: &Variant, it: &Variant) -> bool {
    it.is_finished()
        && it.loading != Some(Loading::Raise)
        && output_of(&written.measured, &it.measured) == OutputIs::Same
}

/// The best variant at a round trip: of those with the same output within [`SLACK_MICROS`] of the fastest, the one
/// that receives the fewest cells; of equal ones the first with fewer statements. Joined needs `unique()` besides,
/// so it has to be alone in that.
pub fn recommended(variants: &[Variant], latency_micros: u64) -> Option<&Variant> {
    let written = variants.iter().find(|it| it.loading.is_none())?;
    let fits = |it: &&Variant| is_eligible(written, it);
    let fastest = variants.iter().filter(fits).map(|it| it.micros_at(latency_micros)).min()?;
    let near = |it: &&Variant| it.micros_at(latency_micros) <= fastest + SLACK_MICROS;
    let best = variants.iter().filter(fits).filter(near).min_by_key(|it| {
        let needs_more = it.loading == Some(Loading::Joined);
        (needs_more, it.measured.cells, it.measured.statements, it.loading.is_some())
    })?;
    Some(best)
}

/// The fastest variant with the same output at a round trip.
pub fn fastest(variants: &[Variant], latency_micros: u64) -> Option<&Variant> {
    let written = variants.iter().find(|it| it.loading.is_none())?;
    let fits = |it: &&Variant| is_eligible(written, it);
    variants.iter().filter(fits).min_by_key(|it| it.micros_at(latency_micros))
}

/// Where two variants take the same time: the round trip in microseconds, and which is faster above it.
#[derive(Clone, Debug, PartialEq)]
pub struct Crossing {
    /// The round trip.
    pub latency_micros: u64,
    /// Faster below it.
    pub below: Option<Loading>,
    /// Faster above it.
    pub above: Option<Loading>,
}

/// The crossings of the variants that are fastest somewhere, up to a round trip, in order.
pub fn crossings(variants: &[Variant], most_micros: u64) -> Vec<Crossing> {
    let Some(mut now) = fastest(variants, 0) else { return Vec::new() };
    let mut at = 0;
    let mut found = Vec::new();
    loop {
        // The next one that overtakes: it has fewer round trips and a higher base.
        let overtaking = |it: &&Variant| {
            it.is_finished() && it.measured.round_trips < now.measured.round_trips && fastest_fits(variants, it)
        };
        let meets = |it: &Variant| {
            let base = it.base_micros().saturating_sub(now.base_micros());
            base / (now.measured.round_trips - it.measured.round_trips)
        };
        let next = variants.iter().filter(overtaking).min_by_key(|it| (meets(it).max(at), it.measured.round_trips));
        let Some(next) = next else { return found };
        at = meets(next).max(at);
        if at > most_micros {
            return found;
        }
        found.push(Crossing { latency_micros: at, below: now.loading, above: next.loading });
        now = next;
    }
}

fn fastest_fits(variants: &[Variant], it: &Variant) -> bool {
    let written = variants.iter().find(|it| it.loading.is_none());
    written.is_some_and(|written| is_eligible(written, it))
}
