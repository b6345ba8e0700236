//! Composes a run: interpreter, clock, database driver, the program's files, and who is told.
//!
//! Used by the worker in the browser and by the command-line program; the difference between them
//! is the driver, the files and the [`Observer`] that they pass in.

use crate::{
    engine::{
        clock::Clock,
        driver::Driver,
        events::{EngineEvent, Hub, LogLine, SourcePlace},
    },
    protocol::File,
    python::{
        failure::PythonFailure,
        host::{self, Host, SourceFile, TextStream},
        interpreter::{Console, Interpreter, NativeModule, current_line},
        sqlalchemy,
    },
};
use std::{cell::RefCell, rc::Rc};

/// Who is told what a program does, in order.
pub trait Observer {
    /// It printed `text`, from `line` of its main file.
    fn printed(&self, stream: TextStream, text: &str, line: Option<u32>);

    /// It slept for so long in virtual time.
    fn slept(&self, micros: u64, line: Option<u32>);

    /// Its engines did something.
    fn engine_event(&self, event: &EngineEvent);
}

/// The files of a program.
pub trait Files {
    /// The module `name` (dotted), if the program has it.
    fn module_source(&self, name: &str) -> Option<SourceFile>;
}

impl Files for Vec<File> {
    fn module_source(&self, name: &str) -> Option<SourceFile> {
        let path = name.replace('.', "/");
        let plain = format!("{path}.py");
        let package = format!("{path}/__init__.py");
        let file = self.iter().find(|it| it.name == plain || it.name == package)?;
        Some(SourceFile { name: file.name.clone(), text: file.text.clone(), is_package: file.name == package })
    }
}

/// Modules that most programs import; imported before the first run.
pub const PREWARMED: &[&str] = &["typing", "dataclasses", "datetime", "enum", "contextlib"];

/// The native modules of `sqlalchemy` and whatever else is not part of Python's standard library.
const NATIVE_MODULES: &[NativeModule] = &[sqlalchemy::module_def];

/// Runs programs one after the other.
pub struct Runner {
    interpreter: Interpreter,
    clock: Rc<Clock>,
    hub: Rc<Hub>,
    driver: RefCell<Option<Rc<dyn Driver>>>,
}

impl Runner {
    /// Starts the interpreter. A driver must be set before a program opens a database.
    ///
    /// # Errors
    /// An exception of a module that is imported at start: a defect of the playground.
    pub fn new() -> Result<Self, PythonFailure> {
        let clock = Rc::new(Clock::default());
        let interpreter = Interpreter::new(NATIVE_MODULES, Rc::clone(&clock))?;
        let hub = Hub::new(Rc::clone(&clock));
        hub.set_log_sink(Some(log_sink(&hub)));
        Ok(Self { interpreter, clock, hub, driver: RefCell::default() })
    }

    /// Sets who opens the databases of all programs. In the browser it is loaded while the interpreter
    /// starts.
    pub fn set_driver(&self, driver: Rc<dyn Driver>) {
        sqlalchemy::configure(Rc::clone(&driver), Rc::clone(&self.hub));
        *self.driver.borrow_mut() = Some(driver);
    }

    /// Imports what most programs use, so that they start at once.
    ///
    /// # Errors
    /// An exception of one of those modules: a defect of the playground.
    pub fn prewarm(&self) -> Result<(), PythonFailure> {
        self.interpreter.prewarm(PREWARMED)
    }

    /// The clock that the running program sees.
    pub fn clock(&self) -> &Rc<Clock> {
        &self.clock
    }

    /// Versions for the reader: Python, SQLite.
    pub fn versions(&self) -> Vec<(String, String)> {
        let mut versions = vec![("Python".to_owned(), rustpython_version())];
        if let Some(driver) = &*self.driver.borrow() {
            versions.push(("SQLite".to_owned(), driver.library_version()));
        }
        versions
    }

    /// Runs `main` to its end. Returns its exit status.
    ///
    /// # Errors
    /// The exception that it did not catch.
    pub fn run(
        &self,
        main: SourceFile,
        files: Rc<dyn Files>,
        options: RunOptions,
        observer: Rc<dyn Observer>,
    ) -> Result<i32, PythonFailure> {
        self.begin(&main.name, options, &observer);
        let result = self.interpreter.run_program(main, Rc::new(RunHost { files, observer }));
        self.hub.set_listener(None);
        result
    }

    /// Lets go of what the last program left, so that its memory is free before the next one starts.
    pub fn reset(&self) {
        self.interpreter.reset();
        self.interpreter.enter(|_| sqlalchemy::reset());
    }

    /// Opens an interactive console.
    ///
    /// # Errors
    /// None but a defect of the playground.
    pub fn console(
        &self,
        files: Rc<dyn Files>,
        options: RunOptions,
        observer: Rc<dyn Observer>,
    ) -> Result<Console<'_>, PythonFailure> {
        self.begin("<console>", options, &observer);
        self.interpreter.console(Rc::new(RunHost { files, observer }))
    }

    fn begin(&self, main: &str, options: RunOptions, observer: &Rc<dyn Observer>) {
        self.reset();
        self.clock.restart(options.start_unix_micros, options.latency_micros);
        self.hub.restart();
        self.hub.bare_log.set(options.is_log_bare);
        let main: Rc<str> = main.into();
        self.hub.set_place_source(Some(Rc::new(move || {
            Some(SourcePlace { file: Rc::clone(&main), line: current_line()? })
        })));
        let observer = Rc::clone(observer);
        self.hub.set_listener(Some(Rc::new(move |event| {
            // What was printed before a statement is shown before it, a line without end too.
            host::flush();
            observer.engine_event(event);
        })));
    }
}

/// The circumstances of a run.
#[derive(Clone, Copy, Debug)]
pub struct RunOptions {
    /// What `time.time()` shows at the start, microseconds since 1970 (UTC).
    pub start_unix_micros: u64,
    /// The simulated round trip of one database call.
    pub latency_micros: u64,
    /// Lines of `echo=True` are the bare message, without time, level and logger.
    pub is_log_bare: bool,
}

/// Prints the engines' log lines as the handler does that SQLAlchemy adds for `echo=True`.
fn log_sink(hub: &Rc<Hub>) -> Rc<dyn Fn(LogLine<'_>)> {
    let hub = Rc::downgrade(hub);
    Rc::new(move |line| {
        let Some(hub) = hub.upgrade() else { return };
        let text = if hub.bare_log.get() {
            format!("{}\n", line.message)
        } else {
            format!("{} {} {} {}\n", log_time(hub.clock.unix_micros()), line.level, line.logger, line.message)
        };
        host::print(TextStream::Stdout, &text);
    })
}

/// `2026-11-22 12:00:00,123`, in UTC.
fn log_time(unix_micros: u64) -> String {
    let (seconds, millis) = (unix_micros / 1_000_000, unix_micros / 1_000 % 1_000);
    let (days, second) = (seconds / 86_400, seconds % 86_400);
    let (year, month, day) = civil_date(days);
    format!("{year:04}-{month:02}-{day:02} {:02}:{:02}:{:02},{millis:03}", second / 3_600, second / 60 % 60, second % 60)
}

/// Year, month and day of a day since 1970-01-01 (Gregorian; eras of 400 years that begin in March).
fn civil_date(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    (era * 400 + year_of_era + u64::from(month <= 2), month, day)
}

struct RunHost {
    files: Rc<dyn Files>,
    observer: Rc<dyn Observer>,
}

impl Host for RunHost {
    fn write(&self, stream: TextStream, text: &str) {
        self.observer.printed(stream, text, current_line());
    }

    fn module_source(&self, name: &str) -> Option<SourceFile> {
        self.files.module_source(name)
    }

    fn slept(&self, micros: u64) {
        self.observer.slept(micros, current_line());
    }
}

fn rustpython_version() -> String {
    use rustpython_vm::version::{MAJOR, MICRO, MINOR};
    format!("{MAJOR}.{MINOR}.{MICRO}")
}

#[cfg(test)]
mod tests {
    use super::log_time;

    #[test]
    fn log_times_are_utc() {
        assert_eq!(log_time(0), "1970-01-01 00:00:00,000");
        assert_eq!(log_time(1_709_211_907_123_456), "2024-02-29 13:05:07,123");
    }
}
