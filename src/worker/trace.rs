//! From what a run does to the page's events, in batches: 10,000 statements must not be 10,000
//! messages. The only place that knows both the core's events and the protocol.

use super::history::Mark;
use super::models::models;
use super::objects::ObjectFold;
use super::runner::{Observer, Runner};
use super::statements::StatementFold;
use crate::{
    engine::{
        clock::Clock,
        events::{EngineEvent, Hub},
        journal::Journal,
    },
    orm::events::OrmEvent,
    protocol::{Event, Failure, Outcome, Stream, SyntaxMark, TracebackFrame},
    python::{failure::PythonFailure, host::TextStream, sqlalchemy},
};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

/// A batch is sent when it has so many events ...
const BATCH_MAX_EVENTS: usize = 256;
/// ... or when the last one was sent so long ago: about one frame of the page.
const BATCH_MAX_MICROS: u64 = 16_000;
/// So many batches may be sent in one frame before events are held back.
const FRAME_MAX_SENDS: u32 = 24;
/// Prints of one line are put together up to this length.
const PRINT_MAX_BYTES: usize = 16 * 1024;

/// Takes a batch to the page.
pub type Sink = Box<dyn Fn(Vec<Event>)>;

/// Turns a run into events.
pub struct Trace {
    sink: Sink,
    clock: Rc<Clock>,
    /// Microseconds of a real, steady clock.
    now_micros: fn() -> u64,
    started_micros: Cell<u64>,
    /// When the running frame began, and how many batches were sent in it.
    frame: Cell<(u64, u32)>,
    batch: RefCell<Vec<Event>>,
    statements: RefCell<StatementFold>,
    objects: RefCell<ObjectFold>,
    journal: Rc<Journal>,
    marks: RefCell<Vec<Mark>>,
    main: String,
}

impl Trace {
    /// Starts tracing the run `run_id`.
    pub fn start(run_id: u32, main: &str, runner: &Runner, now_micros: fn() -> u64, sink: Sink) -> Self {
        let (clock, journal) = (Rc::clone(runner.clock()), Rc::clone(runner.journal()));
        journal.start();
        let now = now_micros();
        let trace = Self {
            sink,
            clock,
            now_micros,
            started_micros: Cell::new(now),
            frame: Cell::new((now, 0)),
            batch: RefCell::default(),
            statements: RefCell::default(),
            objects: RefCell::default(),
            journal,
            marks: RefCell::default(),
            main: main.to_owned(),
        };
        trace.push(Event::RunStarted { run_id });
        trace
    }

    /// Which entries of the journal each statement sent so far, in order.
    pub fn marks(&self) -> Vec<Mark> {
        self.marks.borrow().clone()
    }

    /// Where statements stand in the journal.
    fn mark(&self, event: &EngineEvent) {
        let at = self.journal.len();
        match event {
            EngineEvent::StatementStarted(_) => self.marks.borrow_mut().push(Mark { start: at, end: at }),
            EngineEvent::StatementFinished(..) => {
                if let Some(mark) = self.marks.borrow_mut().last_mut() {
                    mark.end = at;
                }
            }
            _ => {}
        }
    }

    /// What happened after the run, in a console, is sent.
    pub fn finish_console(&self, failure: Option<String>) {
        let objects = self.objects.borrow_mut().flush();
        self.batch.borrow_mut().extend(objects);
        let virtual_micros = self.clock.now_micros();
        self.batch.borrow_mut().push(Event::ConsoleFinished { failure, virtual_micros });
        self.flush();
    }

    /// Ends the run: the last batch has its models and its outcome.
    pub fn finish(&self, outcome: Outcome) {
        let virtual_micros = self.clock.now_micros();
        let elapsed_micros = (self.now_micros)().saturating_sub(self.started_micros.get());
        let objects = self.objects.borrow_mut().flush();
        self.batch.borrow_mut().extend(objects);
        if let Ok(json) = serde_json::to_string(&models(&sqlalchemy::mappers())) {
            self.batch.borrow_mut().push(Event::ModelsMapped { json });
        }
        self.batch.borrow_mut().push(Event::RunFinished { outcome, virtual_micros, elapsed_micros });
        self.flush();
    }

    fn push(&self, event: Event) {
        let mut batch = self.batch.borrow_mut();
        batch.push(event);
        let is_full = batch.len() >= BATCH_MAX_EVENTS;
        drop(batch);
        if is_full || self.may_send_now() {
            self.flush();
        }
    }

    /// Whether an event goes out at once: a program that says little and then falls silent must be heard.
    /// Only one that says much has to wait for the next frame.
    fn may_send_now(&self) -> bool {
        let now = (self.now_micros)();
        let (began, sent) = self.frame.get();
        if now.saturating_sub(began) >= BATCH_MAX_MICROS {
            self.frame.set((now, 1));
            return true;
        }
        self.frame.set((began, sent + 1));
        sent < FRAME_MAX_SENDS
    }

    /// Sends what has been collected. Also called when the worker broke in the middle of something.
    pub fn flush(&self) {
        let Ok(mut batch) = self.batch.try_borrow_mut() else { return };
        let batch = std::mem::take(&mut *batch);
        if !batch.is_empty() {
            (self.sink)(batch);
        }
    }
}

impl Observer for Trace {
    fn printed(&self, stream: TextStream, text: &str, line: Option<u32>) {
        let stream = match stream {
            TextStream::Stdout => Stream::Stdout,
            TextStream::Stderr => Stream::Stderr,
        };
        if let Some(Event::Printed { stream: last, text: before, line: last_line }) = self.batch.borrow_mut().last_mut()
            && (*last, *last_line) == (stream, line)
            && before.len() < PRINT_MAX_BYTES
        {
            before.push_str(text);
            return;
        }
        self.push(Event::Printed { stream, text: text.to_owned(), line });
    }

    fn slept(&self, micros: u64, line: Option<u32>) {
        self.push(Event::Slept { virtual_micros: micros, line });
    }

    fn happened(&self, event: &EngineEvent) {
        self.mark(event);
        let event = self.statements.borrow_mut().take(event, (self.now_micros)(), &self.main);
        if let Some(event) = event {
            let objects = self.objects.borrow_mut().flush();
            if let Some(objects) = objects {
                self.push(objects);
            }
            self.push(event);
        }
    }

    fn did(&self, event: &OrmEvent<'_>, hub: &Hub) {
        let events = self.objects.borrow_mut().take(event, hub);
        for event in events {
            self.push(event);
        }
    }

    fn wants_objects(&self) -> bool {
        true
    }
}

/// How a run ended, in the page's words.
pub fn outcome_from_result(result: Result<i32, PythonFailure>) -> Outcome {
    result.map_or_else(|failure| Outcome::Failed(failure_from_python(failure)), |_| Outcome::Finished)
}

fn failure_from_python(failure: PythonFailure) -> Failure {
    Failure {
        class: failure.class,
        message: failure.message,
        traceback: failure.traceback,
        frames: failure
            .frames
            .into_iter()
            .map(|it| TracebackFrame { file: it.file, line: it.line, function: it.function })
            .collect(),
        syntax: failure.syntax.map(|it| SyntaxMark { file: it.file, line: it.line, column: it.column }),
    }
}
