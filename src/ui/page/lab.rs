//! The comparison of loading strategies: a worker of its own runs the variants one after the other, so that the
//! reader's run and its databases stay as they are.

use super::Page;
use crate::{
    protocol::{Event, File, Loading, Measured, Outcome, Request},
    ui::compare::{
        VARIANTS, Variant,
        edit::{declared_size, with_lazy, with_size},
        lazy_word, recommended,
    },
    ui::traceback::{headline, short_class},
    web::worker_port::{Heard, WorkerPort},
};
use leptos::prelude::*;
use std::collections::VecDeque;

/// Sizes that growth is measured at.
pub(in crate::ui) const SIZES: [u64; 4] = [10, 100, 1_000, 10_000];
/// Strategies whose growth is measured.
const GROWING: [Option<Loading>; 5] =
    [None, Some(Loading::Select), Some(Loading::Joined), Some(Loading::Selectin), Some(Loading::Subquery)];

/// What the comparison knows.
#[derive(Clone, Debug, Default)]
pub(in crate::ui) struct Lab {
    /// Variants that were run, in the order of [`VARIANTS`].
    pub(in crate::ui) variants: Vec<Variant>,
    /// The program's files that they ran.
    pub(in crate::ui) files: Vec<File>,
    /// The relationships that were forced; empty is all.
    pub(in crate::ui) only: Option<String>,
    /// The recommended edit, and what the edited program took.
    pub(in crate::ui) check: Option<(Loading, Option<Measured>)>,
    /// Statements, time and size, as they were measured.
    pub(in crate::ui) growth: Vec<(u64, Variant)>,
    /// Jobs that are left.
    jobs: VecDeque<Job>,
    /// The number of the running one.
    job_id: u32,
    /// Why nothing can be compared.
    pub(in crate::ui) error: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
enum Job {
    /// The first run of a worker takes longer than the others; nobody should pay for it.
    WarmUp,
    Variant(Option<Loading>),
    /// The program with the recommended edit.
    Check(Loading),
    Growth(u64, Option<Loading>),
}

impl Lab {
    /// Whether variants are being run.
    pub(in crate::ui) fn is_running(&self) -> bool {
        !self.jobs.is_empty()
    }

    /// The program with `lazy=` as a variant has it, if that changes it.
    pub(in crate::ui) fn edited(&self, loading: Loading) -> Option<Vec<File>> {
        let only: Vec<String> = self.only.iter().cloned().collect();
        let edit = |it: &File| File { name: it.name.clone(), text: with_lazy(&it.text, lazy_word(loading), &only) };
        let edited: Vec<_> = self.files.iter().map(edit).collect();
        (edited != self.files).then_some(edited)
    }
}

impl Page {
    /// Runs all variants of the program as it stands in the editor.
    pub(in crate::ui) fn compare(self, only: Option<String>) {
        self.save_now();
        let files = self.program.with_untracked(crate::ui::program::Program::request_files);
        let jobs = std::iter::once(Job::WarmUp).chain(VARIANTS.into_iter().map(Job::Variant)).collect();
        let job_id = self.lab.with_untracked(|it| it.job_id) + 1;
        self.lab.set(Lab { files, only, jobs, job_id, ..Lab::default() });
        self.next_job();
    }

    /// Measures how the variants grow with the declared size.
    pub(in crate::ui) fn compare_sizes(self) {
        self.lab.update(|it| {
            it.growth.clear();
            it.jobs = SIZES.into_iter().flat_map(|size| GROWING.map(|it| Job::Growth(size, it))).collect();
            it.job_id += 1;
        });
        self.next_job();
    }

    /// Ends the comparison; what was measured stays.
    pub(in crate::ui) fn stop_comparing(self) {
        self.lab_port.set_value(None);
        self.lab.update(|it| it.jobs.clear());
    }

    /// Puts the recommended edit into the editor.
    pub(in crate::ui) fn apply_variant(self, loading: Loading) {
        let Some(edited) = self.lab.with_untracked(|it| it.edited(loading)) else { return };
        self.replace_texts(edited.into_iter().map(|it| it.text).collect());
    }

    /// Asks the lab's worker for the next job; starts it when there is none.
    fn next_job(self) {
        let Some((job, job_id, files, only)) = self.lab.with_untracked(|it| {
            it.jobs.front().cloned().map(|job| (job, it.job_id, it.files.clone(), it.only.clone()))
        }) else {
            return;
        };
        if self.lab_port.with_value(Option::is_none) {
            match WorkerPort::start(move |it| self.hear_lab(it)) {
                // It says when it is ready.
                Ok(port) => self.lab_port.set_value(Some(port)),
                Err(message) => self.lab_failed(message),
            }
            return;
        }
        let (files, loading) = match job {
            Job::WarmUp => (files, None),
            Job::Variant(loading) => (files, loading),
            Job::Check(loading) => (self.lab.with_untracked(|it| it.edited(loading)).unwrap_or(files), None),
            Job::Growth(size, loading) => (sized(&files, size), loading),
        };
        let latency_micros = self.latency_micros.get_untracked();
        let request = Request::Measure { measure_id: job_id, files, latency_micros, loading, only };
        let sent = self.lab_port.with_value(|it| it.as_ref().map_or(Ok(()), |it| it.send(&request)));
        if let Err(message) = sent {
            self.lab_failed(message);
        }
    }

    fn hear_lab(self, heard: Heard) {
        match heard {
            Heard::Broke(message) => self.lab_failed(message),
            Heard::Events(events) => {
                for event in events {
                    match event {
                        Event::Ready { .. } => self.next_job(),
                        Event::Measured { measure_id, measured } => self.measured(measure_id, *measured),
                        Event::LoadFailed { message, .. } => self.lab_failed(message),
                        Event::RunFinished { outcome, .. } => {
                            self.lab_failed(format!(
                                "A variant could not be run to its end: {}",
                                outcome_words(&outcome)
                            ));
                        }
                        _ => {}
                    }
                }
            }
        }
    }

    fn measured(self, measure_id: u32, measured: Measured) {
        self.lab.update(|lab| {
            if lab.job_id != measure_id {
                return;
            }
            match lab.jobs.pop_front() {
                Some(Job::Variant(loading)) => {
                    if let (None, Outcome::Failed(failure)) = (loading, &measured.outcome)
                        && failure.syntax.is_some()
                    {
                        lab.error = Some(format!("{}: {}", short_class(failure), headline(failure)));
                        lab.jobs.clear();
                        return;
                    }
                    lab.variants.push(Variant { loading, measured });
                }
                Some(Job::Check(loading)) => lab.check = Some((loading, Some(measured))),
                Some(Job::Growth(size, loading)) => lab.growth.push((size, Variant { loading, measured })),
                Some(Job::WarmUp) | None => {}
            }
            if lab.jobs.is_empty() && !lab.variants.is_empty() && lab.check.is_none() && lab.growth.is_empty() {
                let best = recommended(&lab.variants, self.latency_micros.get_untracked()).and_then(|it| it.loading);
                if let Some(loading) = best.filter(|it| lab.edited(*it).is_some()) {
                    lab.check = Some((loading, None));
                    lab.jobs.push_back(Job::Check(loading));
                }
            }
        });
        self.next_job();
    }

    fn lab_failed(self, message: String) {
        self.lab_port.set_value(None);
        self.lab.update(|it| {
            it.jobs.clear();
            it.error = Some(message);
        });
    }
}

fn sized(files: &[File], value: u64) -> Vec<File> {
    let edit = |it: &File| {
        let text = declared_size(&it.text).map_or_else(|| it.text.clone(), |size| with_size(&it.text, &size, value));
        File { name: it.name.clone(), text }
    };
    files.iter().map(edit).collect()
}

fn outcome_words(outcome: &crate::protocol::Outcome) -> String {
    use crate::protocol::Outcome;
    match outcome {
        Outcome::OutOfMemory => "the browser has no more memory.".to_owned(),
        Outcome::Panicked { message } => message.clone(),
        Outcome::Failed(failure) => failure.message.clone(),
        Outcome::Finished => String::new(),
    }
}
