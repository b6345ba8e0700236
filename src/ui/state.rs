//! What the page knows: a fold over the worker's events and the few things the reader did.
//!
//! Pure data and pure functions: no browser, no clock, no Leptos, so that native tests can drive it
//! and a recorded run rebuilds every panel. `page.rs` owns the one instance.

use super::{
    format::megabytes,
    log::diff::Sent,
    run::{Ended, Run},
};
use crate::protocol::{Event, Failure, LoadPart, Outcome};

/// The whole state of the page that follows from events.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The worker that would run a program now.
    pub worker: WorkerState,
    /// What is running or waits to.
    pub phase: Phase,
    /// Versions told by the interpreter, for the about box.
    pub versions: Vec<(String, String)>,
    /// The run that the panels show.
    pub run: Option<Run>,
    /// Sizes of the parts where the page knows them, for servers that do not say.
    known_bytes: Vec<(LoadPart, u64)>,
    /// The worker that ran the shown run was replaced.
    is_run_lost: bool,
    /// What could follow at the prompt: the text asked about, and the words.
    pub completions: (String, Vec<String>),
    /// What the run before the shown one sent.
    pub sent_before: Option<Sent>,
    /// The last press of Run met a syntax error: nothing ran, `run` is still the one before.
    pub syntax_error: Option<Failure>,
    /// The worker's last run ended in a way that leaves it unusable.
    is_worker_broken: bool,
    /// The run before the current one, until it is known that the current one compiled.
    previous: Option<Box<Run>>,
}

/// How far the worker is.
#[derive(Clone, Debug, PartialEq)]
pub enum WorkerState {
    /// Parts are on their way.
    Loading {
        /// What has been heard of each part, in the order in which it was first named.
        parts: Vec<PartProgress>,
    },
    /// It waits for a program or runs one.
    Ready,
    /// It cannot be used.
    Failed {
        /// One sentence for the reader.
        message: String,
    },
}

impl Default for WorkerState {
    fn default() -> Self {
        Self::Loading { parts: Vec::new() }
    }
}

/// Bytes of one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartProgress {
    /// Which part.
    pub part: LoadPart,
    /// Bytes so far.
    pub loaded_bytes: u64,
    /// Bytes in all, 0 when unknown.
    pub total_bytes: u64,
}

impl PartProgress {
    /// Whole percent, when the size is known.
    pub fn percent(&self) -> Option<u32> {
        let percent = (self.loaded_bytes * 100).checked_div(self.total_bytes)?;
        Some(u32::try_from(percent.min(100)).unwrap_or(100))
    }

    /// Whether all of it is here.
    pub fn is_done(&self) -> bool {
        self.total_bytes > 0 && self.loaded_bytes >= self.total_bytes
    }
}

/// What the reader's last press of Run led to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// Nothing runs.
    #[default]
    Idle,
    /// Run was pressed; the interpreter is not ready yet.
    Queued,
    /// A program runs.
    Running,
}

impl State {
    /// Before anything was heard. `known_bytes`: sizes of the parts, where known.
    pub fn new(known_bytes: Vec<(LoadPart, u64)>) -> Self {
        Self { known_bytes, ..Self::default() }
    }

    /// Takes one event of the current worker.
    pub fn apply(&mut self, event: Event) {
        match event {
            Event::LoadProgressed { part, loaded_bytes, total_bytes } => {
                self.part_progressed(PartProgress { part, loaded_bytes, total_bytes });
            }
            Event::Ready { versions } => {
                self.worker = WorkerState::Ready;
                self.versions = versions;
            }
            Event::LoadFailed { part, message } => {
                let part = match part {
                    LoadPart::Interpreter => "The interpreter",
                    LoadPart::Database => "SQLite",
                };
                self.worker_failed(format!("{part} could not be loaded: {message}"));
            }
            Event::RunFinished { outcome, virtual_micros, elapsed_micros } => {
                self.finished(outcome, virtual_micros, elapsed_micros);
            }
            Event::Completed { text, words } => self.completions = (text, words),
            Event::Inspected { run_id, question, answer } => {
                if let Some(run) = self.run.as_mut().filter(|it| it.id == run_id) {
                    run.answers.take(&question, answer);
                }
            }
            // What belongs to a run; an event that no panel knows is no reason to stop.
            event => {
                if let Some(run) = self.run.as_mut().filter(|it| it.ended.is_none() || it.is_console_busy) {
                    run.apply(event);
                }
            }
        }
    }

    /// Run was pressed. The caller sends the request when [`Self::phase`] is `Running` afterwards.
    pub fn request_run(&mut self) {
        self.phase = if self.worker == WorkerState::Ready { Phase::Running } else { Phase::Queued };
    }

    /// The request is on its way to the worker: a new run begins, the one before is kept until the
    /// new one is known to compile.
    pub fn begin_run(&mut self, run_id: u32, latency_micros: u64) {
        self.phase = Phase::Running;
        self.is_run_lost = false;
        self.syntax_error = None;
        if let Some(run) = self.run.as_ref().filter(|it| it.ended.is_some()) {
            self.sent_before = Some(Sent::of(run));
        }
        self.previous = self.run.take().map(Box::new);
        self.run = Some(Run::new(run_id, latency_micros));
    }

    /// The reader pressed Stop and the worker has been ended; a new one loads.
    pub fn stop(&mut self) {
        if self.phase == Phase::Running {
            self.end_with(Ended::Stopped);
        }
        self.phase = Phase::Idle;
        self.worker_replaced();
    }

    /// The worker ended without saying goodbye; a new one loads.
    ///
    /// `outcome`: what the page makes of it.
    pub fn worker_died(&mut self, outcome: Outcome) {
        if self.phase == Phase::Running {
            self.end_with(Ended::Outcome(outcome));
            self.phase = Phase::Idle;
        }
        self.worker_replaced();
    }

    /// The worker could not be loaded.
    pub fn worker_failed(&mut self, message: String) {
        self.worker = WorkerState::Failed { message };
    }

    /// A new worker is being loaded.
    pub fn worker_replaced(&mut self) {
        self.is_run_lost = true;
        self.worker = WorkerState::default();
        self.is_worker_broken = false;
    }

    /// Whether nobody is left to ask about the shown run.
    pub fn is_run_lost(&self) -> bool {
        self.is_run_lost
    }

    /// Whether the worker must be replaced because of how the run ended.
    pub fn needs_new_worker(&self) -> bool {
        self.is_worker_broken
    }

    /// The part that is being loaded, with its percentage, such as `interpreter 62 %`.
    pub fn loading_text(&self) -> Option<String> {
        let WorkerState::Loading { parts } = &self.worker else { return None };
        let current = parts.iter().find(|it| !it.is_done()).or(parts.last());
        Some(match current {
            None => "interpreter".to_owned(),
            Some(it) if it.is_done() => "starting Python".to_owned(),
            Some(it) => match it.percent() {
                Some(percent) => format!("{} {percent} %", part_name(it.part)),
                None => format!("{} {}", part_name(it.part), megabytes(it.loaded_bytes)),
            },
        })
    }

    fn part_progressed(&mut self, mut progress: PartProgress) {
        if progress.total_bytes == 0
            && let Some((_, bytes)) = self.known_bytes.iter().find(|it| it.0 == progress.part)
        {
            progress.total_bytes = *bytes;
        }
        if let WorkerState::Loading { parts } = &mut self.worker {
            match parts.iter_mut().find(|it| it.part == progress.part) {
                Some(known) => *known = progress,
                None => parts.push(progress),
            }
        }
    }

    fn finished(&mut self, outcome: Outcome, virtual_micros: u64, elapsed_micros: u64) {
        if self.phase != Phase::Running {
            return;
        }
        self.phase = Phase::Idle;
        self.is_worker_broken = matches!(outcome, Outcome::Panicked { .. } | Outcome::OutOfMemory);
        if let Outcome::Failed(failure) = &outcome
            && failure.syntax.is_some()
            && self.run.as_ref().is_some_and(|it| it.statement_count == 0)
        {
            self.syntax_error = Some(failure.clone());
            self.run = self.previous.take().map(|it| *it);
            return;
        }
        if let Some(run) = &mut self.run {
            // A worker that broke does not know its times.
            run.virtual_micros = run.virtual_micros.max(virtual_micros);
            run.elapsed_micros = Some(elapsed_micros).filter(|it| *it > 0);
        }
        self.end_with(Ended::Outcome(outcome));
    }

    fn end_with(&mut self, ended: Ended) {
        self.previous = None;
        if let Some(run) = &mut self.run {
            run.ended = Some(ended);
        }
    }
}

/// The part in the words of the page.
fn part_name(part: LoadPart) -> &'static str {
    match part {
        LoadPart::Interpreter => "interpreter",
        LoadPart::Database => "SQLite",
    }
}

#[cfg(test)]
#[path = "state_tests.rs"]
mod tests;
