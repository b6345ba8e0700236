//! Runs: from the press of Run to the end of the run, and the worker that does it.

use super::Page;
use crate::{
    protocol::{Outcome, Request},
    ui::{
        page::Panel,
        program::{MAIN_FILE, Program},
        run::Ended,
        state::{Phase, State, WorkerState},
        traceback::failure_line,
    },
    web::{
        frames::now_millis,
        worker_port::{Heard, WorkerPort},
    },
};
use leptos::prelude::*;
use std::time::Duration;

/// How often the running time is shown anew.
const CLOCK_TICK: Duration = Duration::from_millis(200);

/// Batches that wait for a frame, at most.
const MOST_HEARD: usize = 128;

impl Page {
    /// Run was pressed.
    pub(in crate::ui) fn run(self) {
        if self.state.with_untracked(|it| it.phase) != Phase::Idle {
            return;
        }
        self.save_now();
        self.state.update(State::request_run);
        if self.state.with_untracked(|it| matches!(it.worker, WorkerState::Failed { .. })) {
            self.replace_worker();
        }
        self.send_if_due();
    }

    /// Stop was pressed: the worker ends at once, a new one loads, the log stays.
    pub(in crate::ui) fn stop(self) {
        match self.state.with_untracked(|it| it.phase) {
            Phase::Idle => {
                if self.state.with_untracked(|it| it.run.as_ref().is_some_and(|it| it.is_console_busy)) {
                    self.console_stopped();
                    self.replace_worker();
                }
            }
            Phase::Queued => self.state.update(|it| it.phase = Phase::Idle),
            Phase::Running => {
                self.fold_heard();
                self.stop_clock();
                // The last events may have ended the run.
                if self.state.with_untracked(|it| it.phase) == Phase::Running {
                    self.state.update(State::stop);
                    self.replace_worker();
                }
            }
        }
    }

    /// Ends the worker and starts another.
    pub(in crate::ui) fn replace_worker(self) {
        self.port.set_value(None);
        self.heard.update_value(Vec::clear);
        self.state.update(State::worker_replaced);
        match WorkerPort::start(move |it| self.hear(it)) {
            Ok(port) => {
                self.port.set_value(Some(port));
                self.is_new_worker.set_value(true);
            }
            Err(message) => self.state.update(|it| it.worker_failed(message)),
        }
    }

    pub(super) fn hear(self, heard: Heard) {
        self.heard.update_value(|it| it.push(heard));
        // In a tab that is not drawn no frame comes, and a flood must not pile up.
        if self.heard.with_value(Vec::len) >= MOST_HEARD {
            self.fold_heard();
            return;
        }
        self.fold.with_value(|it| {
            if let Some(fold) = it {
                fold.ask();
            }
        });
    }

    /// Takes all that was heard since the last frame into the state, in one update.
    pub(super) fn fold_heard(self) {
        let heard = self.heard.try_update_value(std::mem::take).unwrap_or_default();
        if heard.is_empty() {
            return;
        }
        let was_running = self.state.with_untracked(|it| it.phase == Phase::Running);
        let mut broke = None;
        self.state.update(|state| {
            for it in heard {
                match it {
                    Heard::Events(events) => events.into_iter().for_each(|it| state.apply(it)),
                    Heard::Broke(message) => broke = Some(message),
                }
            }
        });
        self.hand_out_files();
        self.copy_wanted_literal();
        if let Some(message) = broke {
            self.worker_broke(&message);
        }
        if was_running && self.state.with_untracked(|it| it.phase != Phase::Running) {
            self.stop_clock();
            self.run_ended();
        }
        if self.state.with_untracked(State::needs_new_worker) {
            self.replace_worker();
        }
        self.send_if_due();
    }

    /// A worker that breaks while it loads cannot be used; one that breaks later is replaced.
    fn worker_broke(self, message: &str) {
        if self.state.with_untracked(|it| it.worker == WorkerState::Ready) {
            self.state.update(|it| it.worker_died(outcome_of_crash(message)));
            self.replace_worker();
        } else {
            self.state.update(|it| it.worker_failed(format!("The interpreter could not be started: {message}")));
        }
    }

    fn send_if_due(self) {
        if self.is_new_worker.get_value() && self.state.with_untracked(|it| it.worker == WorkerState::Ready) {
            self.is_new_worker.set_value(false);
            self.give_files_again();
        }
        let is_due = self.state.with_untracked(|it| it.phase != Phase::Idle && it.worker == WorkerState::Ready);
        let is_sent = self.clock.with_value(Option::is_some);
        if !is_due || is_sent {
            return;
        }
        let run_id = self.last_run_id.get_value() + 1;
        let latency_micros = self.latency_micros.get_untracked();
        let files = self.program.with_untracked(Program::request_files);
        self.last_run_id.set_value(run_id);
        self.run_texts.set_value(files.iter().map(|it| it.text.clone()).collect());
        self.is_changed.set(false);
        self.now.set(None);
        self.planned.set(None);
        self.goes_on.set(false);
        self.moment.set(None);
        self.log_view.update(|it| {
            it.line = None;
            it.transaction = None;
            it.closed_sections.clear();
            it.opened_repeats.clear();
            it.opened_statements.clear();
        });
        self.state.update(|it| it.begin_run(run_id, latency_micros));
        self.start_clock();
        let request = Request::Run { run_id, files, latency_micros };
        let sent = self.port.with_value(|it| it.as_ref().map_or(Err("no worker".to_owned()), |it| it.send(&request)));
        if let Err(message) = sent {
            self.stop_clock();
            self.state.update(|it| it.worker_died(Outcome::Panicked { message }));
            self.replace_worker();
        }
    }

    /// Brings what went wrong into sight.
    fn run_ended(self) {
        let wrong_line = self.state.with_untracked(|it| match (&it.syntax_error, it.run.as_ref()?.ended.as_ref()) {
            (Some(failure), _) | (None, Some(Ended::Outcome(Outcome::Failed(failure)))) => {
                failure_line(failure, MAIN_FILE)
            }
            _ => None,
        });
        if let Some(line) = wrong_line {
            self.with_editor(|it| it.reveal(line));
        }
        let (statements, lines) = self
            .state
            .with_untracked(|it| it.run.as_ref().map_or((0, 0), |it| (it.statement_count, it.output.lines.len())));
        if statements == 0 && lines > 0 {
            self.panel.set(Panel::Output);
        }
    }

    fn start_clock(self) {
        self.started_millis.set_value(now_millis());
        self.running_millis.set(0.0);
        let tick = move || self.running_millis.set(now_millis() - self.started_millis.get_value());
        self.clock.set_value(set_interval_with_handle(tick, CLOCK_TICK).ok());
    }

    fn stop_clock(self) {
        if let Some(clock) = self.clock.try_update_value(Option::take).flatten() {
            clock.clear();
        }
    }
}

/// What a worker's last words mean. A WebAssembly module that cannot grow ends with one of these.
fn outcome_of_crash(message: &str) -> Outcome {
    let lower = message.to_lowercase();
    let is_memory = ["out of memory", "allocation failed", "memory.grow", "memory allocation"];
    if is_memory.iter().any(|it| lower.contains(it)) {
        Outcome::OutOfMemory
    } else {
        Outcome::Panicked { message: message.to_owned() }
    }
}
