//! The page's one controller: owns the state, the program, the worker and the editor, and does what
//! the reader asks. Components read its signals and call its methods.

use super::{
    log::rows::View,
    program::Program,
    run::Ended,
    state::{Phase, State, WorkerState},
    traceback::failure_line,
};
use crate::{
    protocol::{Outcome, Request},
    web::{
        editor::CodeEditor,
        frames::{OncePerFrame, now_millis},
        storage,
        worker_port::{Heard, WorkerPort},
    },
};
use leptos::prelude::*;
use std::time::Duration;

/// The round trips to choose from, in microseconds, with a word for each.
pub(super) const LATENCIES: [(u64, &str); 11] = [
    (0, "no network"),
    (100, "same machine"),
    (500, "same rack"),
    (1_000, "same data centre"),
    (2_000, "same city"),
    (5_000, "next zone"),
    (10_000, "same country"),
    (20_000, "next region"),
    (50_000, "same continent"),
    (100_000, "across an ocean"),
    (200_000, "other side of the world"),
];
const DEFAULT_LATENCY_MICROS: u64 = 1_000;
const PROGRAM: &str = "program";
const PROGRAM_BEFORE: &str = "program-before";
const LATENCY: &str = "latency-micros";
const SINGLE_KEYS: &str = "single-keys";
/// The text is kept when typing pauses for this long.
const SAVE_PAUSE: Duration = Duration::from_millis(400);
/// How often the running time is shown anew.
const CLOCK_TICK: Duration = Duration::from_millis(200);

/// A panel on the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Panel {
    Log,
    Output,
}

/// What a phone shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PhoneView {
    Code,
    Panel,
}

/// All signals of the page. Copies are handles to the same page.
#[derive(Clone, Copy)]
pub(super) struct Page {
    pub(super) state: RwSignal<State>,
    pub(super) program: RwSignal<Program>,
    /// Goes up when another program takes the editor's place.
    pub(super) opened: RwSignal<u32>,
    /// The file in the editor.
    pub(super) file: RwSignal<usize>,
    /// The reader's own program that an example took the place of.
    pub(super) before: RwSignal<Option<Program>>,
    pub(super) latency_micros: RwSignal<u64>,
    pub(super) panel: RwSignal<Panel>,
    pub(super) phone_view: RwSignal<PhoneView>,
    pub(super) log_view: RwSignal<View>,
    /// How far the log is scrolled.
    pub(super) log_top: RwSignal<f64>,
    /// The statement that the keyboard stands on, by index.
    pub(super) now: RwSignal<Option<usize>>,
    /// The line that the log's row under the pointer came from.
    pub(super) linked_line: RwSignal<Option<u32>>,
    /// The line under the pointer in the editor.
    pub(super) hovered_line: RwSignal<Option<u32>>,
    /// The program was edited after the shown run.
    pub(super) is_changed: RwSignal<bool>,
    /// Whether the text could be kept on this device.
    pub(super) is_kept: RwSignal<bool>,
    /// Real milliseconds since the program was sent.
    pub(super) running_millis: RwSignal<f64>,
    pub(super) cursor: RwSignal<(u32, u32)>,
    pub(super) uses_single_keys: RwSignal<bool>,
    /// Whether the code editor took the text area's place.
    pub(super) has_editor: RwSignal<bool>,
    editor: StoredValue<Option<CodeEditor>, LocalStorage>,
    port: StoredValue<Option<WorkerPort>, LocalStorage>,
    heard: StoredValue<Vec<Heard>, LocalStorage>,
    fold: StoredValue<Option<OncePerFrame>, LocalStorage>,
    save: StoredValue<Option<TimeoutHandle>, LocalStorage>,
    clock: StoredValue<Option<IntervalHandle>, LocalStorage>,
    started_millis: StoredValue<f64>,
    last_run_id: StoredValue<u32>,
    /// The texts of the run that the panels show.
    run_texts: StoredValue<Vec<String>>,
}

impl Page {
    /// Reads what is kept on this device and takes over the worker that the page was loaded with.
    pub(super) fn new() -> Self {
        let kept_number = |name| storage::read(name).and_then(|it| it.parse().ok());
        let latency = kept_number(LATENCY).filter(|kept| LATENCIES.iter().any(|(it, _)| it == kept));
        let page = Self {
            state: RwSignal::new(State::default()),
            program: RwSignal::new(storage::read(PROGRAM).and_then(|it| Program::from_kept(&it)).unwrap_or_default()),
            opened: RwSignal::new(0),
            file: RwSignal::new(0),
            before: RwSignal::new(storage::read(PROGRAM_BEFORE).and_then(|it| Program::from_kept(&it))),
            latency_micros: RwSignal::new(latency.unwrap_or(DEFAULT_LATENCY_MICROS)),
            panel: RwSignal::new(Panel::Log),
            phone_view: RwSignal::new(PhoneView::Code),
            log_view: RwSignal::new(View::default()),
            log_top: RwSignal::new(0.0),
            now: RwSignal::new(None),
            linked_line: RwSignal::new(None),
            hovered_line: RwSignal::new(None),
            is_changed: RwSignal::new(false),
            is_kept: RwSignal::new(true),
            running_millis: RwSignal::new(0.0),
            cursor: RwSignal::new((1, 1)),
            uses_single_keys: RwSignal::new(storage::read(SINGLE_KEYS).as_deref() != Some("off")),
            has_editor: RwSignal::new(false),
            editor: StoredValue::new_local(None),
            port: StoredValue::new_local(None),
            heard: StoredValue::new_local(Vec::new()),
            fold: StoredValue::new_local(None),
            save: StoredValue::new_local(None),
            clock: StoredValue::new_local(None),
            started_millis: StoredValue::new(0.0),
            last_run_id: StoredValue::new(0),
            run_texts: StoredValue::new(Vec::new()),
        };
        page.fold.set_value(Some(OncePerFrame::new(move || page.fold_heard())));
        let port = WorkerPort::first(move |it| page.hear(it));
        page.port.set_value(Some(port));
        page
    }

    /// Run was pressed.
    pub(super) fn run(self) {
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
    pub(super) fn stop(self) {
        match self.state.with_untracked(|it| it.phase) {
            Phase::Idle => {}
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
    pub(super) fn replace_worker(self) {
        self.port.set_value(None);
        self.heard.update_value(Vec::clear);
        self.state.update(State::worker_replaced);
        match WorkerPort::start(move |it| self.hear(it)) {
            Ok(port) => self.port.set_value(Some(port)),
            Err(message) => self.state.update(|it| it.worker_failed(message)),
        }
    }

    /// Another program takes the editor's place; one that the reader edited is kept aside.
    pub(super) fn open(self, program: Program) {
        self.save_now();
        let replaced = self.program.get_untracked();
        if replaced.is_edited {
            storage::write(PROGRAM_BEFORE, &replaced.to_kept());
            self.before.set(Some(replaced));
        }
        self.program.set(program);
        self.show_opened();
    }

    /// Takes back the program that was kept aside.
    pub(super) fn take_back(self) {
        if let Some(program) = self.before.get_untracked() {
            self.forget_before();
            self.program.set(program);
            self.show_opened();
        }
    }

    /// The notice about the kept program was closed.
    pub(super) fn forget_before(self) {
        storage::remove(PROGRAM_BEFORE);
        self.before.set(None);
    }

    /// The title was edited.
    pub(super) fn rename(self, title: String) {
        self.program.update(|it| it.title = title);
        self.keep();
    }

    /// Another round trip was chosen: for the next run, and for the times shown now.
    pub(super) fn set_latency(self, micros: u64) {
        self.latency_micros.set(micros);
        storage::write(LATENCY, &micros.to_string());
    }

    /// Single-key shortcuts were switched.
    pub(super) fn set_single_keys(self, are_on: bool) {
        self.uses_single_keys.set(are_on);
        storage::write(SINGLE_KEYS, if are_on { "on" } else { "off" });
    }

    /// The code editor stands.
    pub(super) fn take_editor(self, editor: CodeEditor) {
        self.editor.set_value(Some(editor));
        self.open_in_editor();
        self.has_editor.set(true);
    }

    /// Does something with the code editor, if there is one.
    pub(super) fn with_editor(self, work: impl FnOnce(&CodeEditor)) {
        self.editor.with_value(|it| {
            if let Some(editor) = it {
                work(editor);
            }
        });
    }

    /// The text was edited.
    pub(super) fn edited(self) {
        let handle = set_timeout_with_handle(move || self.save_now(), SAVE_PAUSE).ok();
        let earlier = self.save.try_update_value(|it| std::mem::replace(it, handle)).flatten();
        if let Some(earlier) = earlier {
            earlier.clear();
        }
    }

    /// Takes the text out of the editor and keeps it on this device.
    pub(super) fn save_now(self) {
        let mut texts = None;
        self.with_editor(|it| texts = Some(it.texts()));
        if let Some(texts) = texts {
            self.set_texts(texts);
        }
    }

    /// Takes over edited texts and keeps them.
    pub(super) fn set_texts(self, texts: Vec<String>) {
        let has_run = self.state.with_untracked(|it| it.run.is_some());
        let is_changed = has_run && self.run_texts.with_value(|it| *it != texts);
        if self.is_changed.get_untracked() != is_changed {
            self.is_changed.set(is_changed);
        }
        let differs = self.program.try_update(|it| it.set_texts(texts)).unwrap_or(false);
        if differs {
            self.keep();
        }
    }

    /// Shows a line of the main file in the editor.
    pub(super) fn go_to_line(self, line: u32) {
        self.file.set(0);
        self.phone_view.set(PhoneView::Code);
        self.with_editor(|it| {
            it.show(super::program::MAIN_FILE);
            it.go_to(line, true);
        });
    }

    /// Shows the statements of a line in the log.
    pub(super) fn show_line(self, line: u32) {
        let is_known = self.state.with_untracked(|it| {
            it.run.as_ref().is_some_and(|run| run.lines.get(&line).is_some_and(|it| it.statement_count > 0))
        });
        if is_known {
            self.log_view.update(|it| it.line = Some(line));
            self.show_panel(Panel::Log);
        }
    }

    /// Shows a panel.
    pub(super) fn show_panel(self, panel: Panel) {
        self.panel.set(panel);
        self.phone_view.set(PhoneView::Panel);
    }

    fn show_opened(self) {
        self.file.set(0);
        self.is_changed.set(false);
        self.opened.update(|it| *it += 1);
        self.phone_view.set(PhoneView::Code);
        self.keep();
        self.open_in_editor();
        let is_running = self.state.with_untracked(|it| it.phase == Phase::Running);
        if !is_running {
            self.state.update(|it| {
                it.run = None;
                it.syntax_error = None;
            });
        }
    }

    fn open_in_editor(self) {
        let files: Vec<_> =
            self.program.with_untracked(|it| it.files.iter().map(|it| (it.name.clone(), it.text.clone())).collect());
        self.with_editor(|it| it.open(&files));
    }

    fn keep(self) {
        let text = self.program.with_untracked(Program::to_kept);
        self.is_kept.set(storage::write(PROGRAM, &text));
    }

    fn hear(self, heard: Heard) {
        self.heard.update_value(|it| it.push(heard));
        self.fold.with_value(|it| {
            if let Some(fold) = it {
                fold.ask();
            }
        });
    }

    /// Takes all that was heard since the last frame into the state, in one update.
    fn fold_heard(self) {
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
        self.log_view.update(|it| {
            it.line = None;
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
        let main = super::program::MAIN_FILE;
        let wrong_line = self.state.with_untracked(|it| match (&it.syntax_error, it.run.as_ref()?.ended.as_ref()) {
            (Some(failure), _) | (None, Some(Ended::Outcome(Outcome::Failed(failure)))) => failure_line(failure, main),
            _ => None,
        });
        if let Some(line) = wrong_line {
            self.with_editor(|it| it.reveal(line));
        }
        let (statements, lines) = self.state.with_untracked(|it| {
            it.run.as_ref().map_or((0, 0), |it| (it.statement_count, it.output.lines.len()))
        });
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
