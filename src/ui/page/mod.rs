//! The page's one controller: owns the state, the program, the worker and the editor, and does what
//! the reader asks. Components read its signals and call its methods.

mod asking;
mod lab;
mod programs;
mod running;

pub(in crate::ui) use super::page_names::Panel;
use super::{
    hints::Hint,
    log::rows::View,
    program::{MAIN_FILE, Program},
    run::Run,
    state::State,
    timeline::moment::Moment,
};
use crate::{
    protocol::LoadPart,
    web::{
        editor::CodeEditor,
        files::number_in_head,
        frames::OncePerFrame,
        share, storage,
        worker_port::{Heard, WorkerPort},
    },
};
use leptos::prelude::*;
use std::time::Duration;

pub(in crate::ui) use lab::{Lab, SIZES};

/// The round trips to choose from, in microseconds, with a word for each.
pub(in crate::ui) const LATENCIES: [(u64, &str); 11] = [
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
pub(in crate::ui) const DEFAULT_LATENCY_MICROS: u64 = 1_000;
const PROGRAM: &str = "program";
const PROGRAM_BEFORE: &str = "program-before";
const LATENCY: &str = "latency-micros";
const SINGLE_KEYS: &str = "single-keys";
/// The text is kept when typing pauses for this long.
const SAVE_PAUSE: Duration = Duration::from_millis(400);

/// What is to be said of the link that the page was called with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) enum LinkNotice {
    /// Its program is shown; its author saw so many statements.
    Opened { statements: Option<u32> },
    /// A link was made of the program.
    Made,
    /// Why nothing was opened.
    Bad(String),
}

/// How a page in another page's frame behaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ui) struct Embed {
    /// Only code and panel are shown.
    pub(in crate::ui) is_on: bool,
    /// The text cannot be edited.
    pub(in crate::ui) is_read_only: bool,
    /// It runs without being asked.
    pub(in crate::ui) runs: bool,
    /// Only the panel is shown.
    pub(in crate::ui) hides_code: bool,
}

impl Embed {
    fn of_address() -> Self {
        let has = |name| share::parameter(name).is_some_and(|it| it != "0");
        let is_on = has("embed");
        let theme = share::parameter("theme").filter(|it| is_on && matches!(&**it, "light" | "dark"));
        if let Some(theme) = theme {
            crate::web::theme::show(&theme);
        }
        Self {
            is_on,
            is_read_only: is_on && has("readonly"),
            runs: is_on && has("run"),
            hides_code: is_on && share::parameter("code").as_deref() == Some("0"),
        }
    }
}

/// What a phone shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum PhoneView {
    Code,
    Panel,
}

/// All signals of the page. Copies are handles to the same page.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Page {
    pub(in crate::ui) state: RwSignal<State>,
    pub(in crate::ui) program: RwSignal<Program>,
    /// Goes up when another program takes the editor's place.
    pub(in crate::ui) opened: RwSignal<u32>,
    /// The file in the editor.
    pub(in crate::ui) file: RwSignal<usize>,
    /// The reader's own program that an example took the place of.
    pub(in crate::ui) before: RwSignal<Option<Program>>,
    pub(in crate::ui) latency_micros: RwSignal<u64>,
    pub(in crate::ui) panel: RwSignal<Panel>,
    pub(in crate::ui) phone_view: RwSignal<PhoneView>,
    pub(in crate::ui) log_view: RwSignal<View>,
    /// How far the log is scrolled.
    pub(in crate::ui) log_top: RwSignal<f64>,
    /// The statement that the keyboard stands on, by index.
    pub(in crate::ui) now: RwSignal<Option<usize>>,
    /// The statement up to which the panels show the run, by index; `None` is its end.
    pub(in crate::ui) moment: RwSignal<Option<usize>>,
    /// Goes up when the timeline is to play, or to pause.
    pub(in crate::ui) play: RwSignal<u32>,
    /// The line that the log's row under the pointer came from.
    pub(in crate::ui) linked_line: RwSignal<Option<u32>>,
    /// The line under the pointer in the editor.
    pub(in crate::ui) hovered_line: RwSignal<Option<u32>>,
    /// The program was edited after the shown run.
    pub(in crate::ui) is_changed: RwSignal<bool>,
    /// Whether the text could be kept on this device.
    pub(in crate::ui) is_kept: RwSignal<bool>,
    /// Real milliseconds since the program was sent.
    pub(in crate::ui) running_millis: RwSignal<f64>,
    /// Hints about errors, once an error was shown.
    pub(in crate::ui) hints: RwSignal<Vec<Hint>>,
    /// Why a program could not be kept by name.
    pub(in crate::ui) store_error: RwSignal<Option<String>>,
    /// The program is open in another tab, too.
    pub(in crate::ui) is_in_other_tab: RwSignal<bool>,
    /// The help text that is shown, by its file's name.
    pub(in crate::ui) help: RwSignal<&'static str>,
    /// The reader let a long run go on.
    pub(in crate::ui) goes_on: RwSignal<bool>,
    /// A new version of the page has been loaded for the next start.
    pub(in crate::ui) has_update: RwSignal<bool>,
    /// What was typed at the prompt, oldest first.
    pub(in crate::ui) console_history: RwSignal<Vec<String>>,
    /// The statement that the plans show, by number.
    pub(in crate::ui) planned: RwSignal<Option<u32>>,
    /// What became of the file that the reader opened.
    pub(in crate::ui) opened_file: RwSignal<Option<String>>,
    pub(in crate::ui) cursor: RwSignal<(u32, u32)>,
    pub(in crate::ui) uses_single_keys: RwSignal<bool>,
    /// Whether the code editor took the text area's place.
    pub(in crate::ui) has_editor: RwSignal<bool>,
    /// The fragment of the link that the program came from, or was last made into.
    pub(in crate::ui) link: RwSignal<Option<String>>,
    pub(in crate::ui) link_notice: RwSignal<Option<LinkNotice>>,
    pub(in crate::ui) embed: Embed,
    /// The comparison of loading strategies.
    pub(in crate::ui) lab: RwSignal<Lab>,
    lab_port: StoredValue<Option<WorkerPort>, LocalStorage>,
    /// The worker has not been given the reader's files yet.
    is_new_worker: StoredValue<bool>,
    /// Files that the reader gave to programs, with their paths.
    given_files: StoredValue<Vec<(String, Vec<u8>)>>,
    /// A statement whose text with values is to be copied once it is known.
    literal_wanted: StoredValue<Option<u32>>,
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
    pub(in crate::ui) fn new() -> Self {
        let kept_number = |name| storage::read(name).and_then(|it| it.parse().ok());
        let latency = kept_number(LATENCY).filter(|kept| LATENCIES.iter().any(|(it, _)| it == kept));
        let sizes = [(LoadPart::Interpreter, "worker-bytes"), (LoadPart::Database, "database-bytes")];
        let known_bytes = sizes.into_iter().filter_map(|(part, name)| Some((part, number_in_head(name)?))).collect();
        let page = Self {
            state: RwSignal::new(State::new(known_bytes)),
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
            moment: RwSignal::new(None),
            play: RwSignal::new(0),
            linked_line: RwSignal::new(None),
            hovered_line: RwSignal::new(None),
            is_changed: RwSignal::new(false),
            is_kept: RwSignal::new(true),
            running_millis: RwSignal::new(0.0),
            hints: RwSignal::new(Vec::new()),
            store_error: RwSignal::new(None),
            is_in_other_tab: RwSignal::new(false),
            help: RwSignal::new("start"),
            goes_on: RwSignal::new(false),
            has_update: RwSignal::new(false),
            console_history: RwSignal::new(Vec::new()),
            planned: RwSignal::new(None),
            opened_file: RwSignal::new(None),
            cursor: RwSignal::new((1, 1)),
            uses_single_keys: RwSignal::new(storage::read(SINGLE_KEYS).as_deref() != Some("off")),
            has_editor: RwSignal::new(false),
            link: RwSignal::new(None),
            link_notice: RwSignal::new(None),
            embed: Embed::of_address(),
            lab: RwSignal::new(Lab::default()),
            lab_port: StoredValue::new_local(None),
            is_new_worker: StoredValue::new(false),
            given_files: StoredValue::new(Vec::new()),
            literal_wanted: StoredValue::new(None),
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
        page.announce_program();
        page
    }

    /// Another program takes the editor's place; one that the reader edited is kept aside.
    pub(in crate::ui) fn open(self, program: Program) {
        self.save_now();
        let replaced = self.program.get_untracked();
        // What came from a link does not take the place of the reader's own.
        let is_own = replaced.link.is_none() || self.before.with_untracked(Option::is_none);
        if replaced.is_edited && is_own && !self.embed.is_on {
            storage::write(PROGRAM_BEFORE, &replaced.to_kept());
            self.before.set(Some(replaced));
        }
        self.program.set(program);
        self.show_opened();
    }

    /// Takes back the program that was kept aside.
    pub(in crate::ui) fn take_back(self) {
        if let Some(program) = self.before.get_untracked() {
            self.forget_before();
            self.program.set(program);
            self.show_opened();
        }
    }

    /// The notice about the kept program was closed.
    pub(in crate::ui) fn forget_before(self) {
        storage::remove(PROGRAM_BEFORE);
        self.before.set(None);
    }

    /// Shows the run up to a statement; `None` is its end. The keyboard stands there, too.
    pub(in crate::ui) fn go_to_moment(self, statement: Option<usize>) {
        if self.moment.get_untracked() != statement {
            self.moment.set(statement);
            self.now.set(statement);
        }
    }

    /// The moment that the panels show.
    pub(in crate::ui) fn shown_moment(self) -> Memo<Moment> {
        Memo::new(move |_| {
            let (at, latency) = (self.moment.get(), self.latency_micros.get());
            self.state.with(|it| Moment::of(it.run.as_ref().unwrap_or(&Run::default()), at, latency))
        })
    }

    /// One statement further, or back.
    pub(in crate::ui) fn step_moment(self, is_forward: bool) {
        let count = self.state.with_untracked(|it| it.run.as_ref().map_or(0, |it| it.statements.len()));
        let target = match (self.moment.get_untracked(), is_forward) {
            (None, true) => None,
            (None, false) => count.checked_sub(1),
            (Some(at), true) => Some(at + 1).filter(|it| *it < count),
            (Some(at), false) => Some(at.saturating_sub(1)),
        };
        self.go_to_moment(target);
    }

    /// The title was edited.
    pub(in crate::ui) fn rename(self, title: String) {
        self.program.update(|it| it.title = title);
        self.keep();
    }

    /// Another round trip was chosen: for the next run, and for the times shown now.
    pub(in crate::ui) fn set_latency(self, micros: u64) {
        self.latency_micros.set(micros);
        storage::write(LATENCY, &micros.to_string());
    }

    /// Single-key shortcuts were switched.
    pub(in crate::ui) fn set_single_keys(self, are_on: bool) {
        self.uses_single_keys.set(are_on);
        storage::write(SINGLE_KEYS, if are_on { "on" } else { "off" });
    }

    /// The code editor stands.
    pub(in crate::ui) fn take_editor(self, editor: CodeEditor) {
        self.editor.set_value(Some(editor));
        self.open_in_editor();
        self.has_editor.set(true);
    }

    /// Does something with the code editor, if there is one.
    pub(in crate::ui) fn with_editor(self, work: impl FnOnce(&CodeEditor)) {
        self.editor.with_value(|it| {
            if let Some(editor) = it {
                work(editor);
            }
        });
    }

    /// The text was edited.
    pub(in crate::ui) fn edited(self) {
        let handle = set_timeout_with_handle(move || self.save_now(), SAVE_PAUSE).ok();
        let earlier = self.save.try_update_value(|it| std::mem::replace(it, handle)).flatten();
        if let Some(earlier) = earlier {
            earlier.clear();
        }
    }

    /// Takes the text out of the editor and keeps it on this device.
    pub(in crate::ui) fn save_now(self) {
        let mut texts = None;
        self.with_editor(|it| texts = Some(it.texts()));
        if let Some(texts) = texts {
            self.set_texts(texts);
        }
    }

    /// Takes over edited texts and keeps them.
    pub(in crate::ui) fn set_texts(self, texts: Vec<String>) {
        let has_run = self.state.with_untracked(|it| it.run.is_some());
        let is_changed = has_run && self.run_texts.with_value(|it| *it != texts);
        if self.is_changed.get_untracked() != is_changed {
            self.is_changed.set(is_changed);
        }
        if self.program.with_untracked(|it| it.has_texts(&texts)) {
            return;
        }
        self.program.update(|it| {
            it.set_texts(texts);
        });
        self.keep();
    }

    /// Puts other texts into the editor's files, in one step that undo takes back.
    pub(in crate::ui) fn replace_texts(self, texts: Vec<String>) {
        self.with_editor(|it| it.replace(&texts));
        self.set_texts(texts);
    }

    /// Adds an empty file to the program and shows it. `None` when the name is no module's, or is taken.
    pub(in crate::ui) fn add_file(self, name: &str) -> Option<()> {
        self.save_now();
        let name = self.program.try_update(|it| it.add_file(name))??;
        self.with_editor(|it| {
            it.add(&name);
            it.show(&name);
        });
        self.file.set(self.program.with_untracked(|it| it.files.len()) - 1);
        self.keep();
        Some(())
    }

    /// Takes a file out of the program; the main file stays.
    pub(in crate::ui) fn remove_file(self, at: usize) {
        self.save_now();
        let Some(name) = self.program.try_update(|it| it.remove_file(at)).flatten() else { return };
        self.file.set(0);
        self.with_editor(|it| {
            it.show(MAIN_FILE);
            it.remove(&name);
        });
        self.keep();
    }

    /// Shows a line of the main file in the editor.
    pub(in crate::ui) fn go_to_line(self, line: u32) {
        self.file.set(0);
        self.phone_view.set(PhoneView::Code);
        self.with_editor(|it| {
            it.show(MAIN_FILE);
            it.go_to(line, true);
        });
    }

    /// Shows the statements of a line in the log.
    pub(in crate::ui) fn show_line(self, line: u32) {
        let is_known = self.state.with_untracked(|it| {
            it.run.as_ref().is_some_and(|run| run.lines.get(&line).is_some_and(|it| it.statement_count > 0))
        });
        if is_known {
            self.log_view.update(|it| it.line = Some(line));
            self.show_panel(Panel::Log);
        }
    }

    /// Shows a panel.
    pub(in crate::ui) fn show_panel(self, panel: Panel) {
        self.panel.set(panel);
        self.phone_view.set(PhoneView::Panel);
    }

    fn show_opened(self) {
        self.file.set(0);
        self.is_changed.set(false);
        self.link_notice.set(None);
        self.announce_program();
        self.opened.update(|it| *it += 1);
        self.phone_view.set(PhoneView::Code);
        self.keep();
        self.open_in_editor();
        // What runs now belongs to the program before.
        self.stop();
        self.state.update(|it| {
            it.sent_before = None;
            it.run = None;
            it.syntax_error = None;
        });
    }

    fn open_in_editor(self) {
        let files: Vec<_> =
            self.program.with_untracked(|it| it.files.iter().map(|it| (it.name.clone(), it.text.clone())).collect());
        self.with_editor(|it| it.open(&files));
    }

    fn keep(self) {
        // A frame of another page is not where the reader works.
        if self.embed.is_on {
            return;
        }
        let text = self.program.with_untracked(Program::to_kept);
        self.is_kept.set(storage::write(PROGRAM, &text));
        self.keep_by_name();
    }
}
