//! Composes a run: interpreter, clock, database driver, the program's files, and who is told.
//!
//! Used by the worker in the browser and by the command-line program; the difference between them
//! is the driver, the files and the [`Observer`] that they pass in.

use crate::{
    engine::{
        clock::Clock,
        driver::Driver,
        events::{EngineEvent, Hub, SourcePlace},
        journal::{Journal, JournalDriver},
    },
    orm::events::OrmEvent,
    protocol::File,
    python::{
        failure::PythonFailure,
        host::{self, Host, SourceFile, TextStream},
        interpreter::{Console, Interpreter, NativeModule, current_line},
        sqlalchemy,
    },
};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

/// Who is told what a program does, in order.
pub trait Observer {
    /// It printed `text`, from `line` of its main file.
    fn printed(&self, stream: TextStream, text: &str, line: Option<u32>);

    /// It slept for so long in virtual time.
    fn slept(&self, micros: u64, line: Option<u32>);

    /// Something happened in an engine.
    fn happened(&self, event: &EngineEvent);

    /// The ORM did something; told if [`Self::wants_objects`].
    fn did(&self, _event: &OrmEvent<'_>, _hub: &Hub) {}

    /// Whether it is to be told of instances and flushes, which takes time.
    fn wants_objects(&self) -> bool {
        false
    }

    /// Whether lines of `echo=True` are the bare message, without time and logger.
    fn wants_bare_log(&self) -> bool {
        false
    }
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

/// What SQLite's files begin with.
const DATABASE: &[u8] = b"SQLite format 3\0";

/// Modules that every program with SQLAlchemy imports. They are part of the image that the browser
/// loads (`tools/image.mjs`), and each makes the download larger: `sqlalchemy` itself, with 440 kB for
/// 100 ms, does not fit in.
const PREWARMED: &[&str] = &["typing", "annotationlib"];

/// The native modules of `sqlalchemy` and whatever else is not part of Python's standard library.
const NATIVE_MODULES: &[NativeModule] = &[sqlalchemy::module_def, sqlalchemy::orm::native::module_def];

/// Runs programs one after the other.
pub struct Runner {
    interpreter: Interpreter,
    clock: Rc<Clock>,
    hub: Rc<Hub>,
    /// As programs get it: with the journal.
    driver: RefCell<Option<Rc<dyn Driver>>>,
    /// Below the journal.
    plain_driver: RefCell<Option<Rc<dyn Driver>>>,
    journal: Rc<Journal>,
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
        hub.set_place_source(Some(Rc::new(|| {
            current_line().map(|line| SourcePlace { file: MAIN_FILE.with_borrow(Rc::clone), line })
        })));
        Ok(Self {
            interpreter,
            clock,
            hub,
            driver: RefCell::default(),
            plain_driver: RefCell::default(),
            journal: Rc::default(),
        })
    }

    /// Sets who opens the databases of all programs. In the browser it is loaded while the interpreter
    /// starts.
    pub fn set_driver(&self, driver: Rc<dyn Driver>) {
        *self.plain_driver.borrow_mut() = Some(Rc::clone(&driver));
        let driver: Rc<dyn Driver> = Rc::new(JournalDriver::new(driver, Rc::clone(&self.journal)));
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

    /// Where in memory code lies that nobody reads again once the modules of [`Self::prewarm`] are there:
    /// address and length of each piece.
    ///
    /// # Errors
    /// As [`Self::prewarm`].
    pub fn forget_imported_code(&self) -> Result<Vec<(usize, usize)>, PythonFailure> {
        self.interpreter.forget_imported_code()
    }

    /// The driver that was set, without a journal.
    pub fn driver(&self) -> Option<Rc<dyn Driver>> {
        self.plain_driver.borrow().clone()
    }

    /// Puts a file among those that programs see, or replaces it.
    pub fn put_file(&self, path: &str, bytes: &[u8]) {
        if !bytes.starts_with(DATABASE) {
            self.interpreter.give_file(path, bytes);
        } else if let Some(driver) = self.driver() {
            driver.files().write(path, bytes);
        }
    }

    /// Removes all files that programs see.
    pub fn remove_files(&self) {
        if let Some(driver) = self.driver() {
            for path in driver.files().paths() {
                driver.files().remove(&path);
            }
        }
    }

    /// What the running program sends to SQLite, kept from [`Journal::start`] on.
    pub fn journal(&self) -> &Rc<Journal> {
        &self.journal
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
        time: RunTime,
        observer: Rc<dyn Observer>,
    ) -> Result<i32, PythonFailure> {
        let result = self.run_and_stay(main, files, time, observer);
        self.leave();
        result
    }

    /// The same, and what the program left behind stays until [`Self::leave`] or the next run: its
    /// observer is told what a console does there.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub fn run_and_stay(
        &self,
        main: SourceFile,
        files: Rc<dyn Files>,
        time: RunTime,
        observer: Rc<dyn Observer>,
    ) -> Result<i32, PythonFailure> {
        self.start(&main.name, time, &observer);
        self.interpreter.run_program(main, Rc::new(RunHost { files, observer }))
    }

    /// Works out the relationships that the program did not ask for, so that its models can be told. Silently: it is
    /// not the program that does it.
    pub fn configure_mappers(&self) {
        IS_MUTED.set(true);
        self.interpreter.enter(|_| sqlalchemy::configure_mappers());
        host::flush();
        IS_MUTED.set(false);
    }

    /// Nobody is told anything from now on.
    pub fn leave(&self) {
        self.hub.set_listener(None);
        sqlalchemy::orm::watch::set(None);
    }

    /// Opens a console in what the last program left behind.
    ///
    /// # Errors
    /// None but a defect of the playground.
    pub fn console_after(&self) -> Result<Console<'_>, PythonFailure> {
        // Its lines are not those of the program.
        MAIN_FILE.set(CONSOLE.into());
        self.interpreter.console_after()
    }

    fn start(&self, main: &str, time: RunTime, observer: &Rc<dyn Observer>) {
        self.reset();
        self.clock.restart(time.start_unix_micros, time.latency_micros);
        MAIN_FILE.set(main.into());
        self.hub.restart();
        self.hub.bare_log.set(observer.wants_bare_log());
        let listener = Rc::clone(observer);
        self.hub.set_listener(Some(Rc::new(move |event| {
            // What was printed before a statement is shown before it, a line without end too.
            host::flush();
            listener.happened(event);
        })));
        let (watcher, hub) = (Rc::clone(observer), Rc::clone(&self.hub));
        sqlalchemy::orm::watch::set(if observer.wants_objects() {
            Some(Rc::new(move |event| watcher.did(event, &hub)))
        } else {
            None
        });
        sqlalchemy::log::attach(&self.hub, observer.wants_bare_log());
    }

    /// Lets go of what the last program left, so that its memory is free before the next one starts.
    pub fn reset(&self) {
        self.interpreter.enter(|_| sqlalchemy::reset());
        if let Some(driver) = &*self.driver.borrow() {
            sqlalchemy::configure(Rc::clone(driver), Rc::clone(&self.hub));
        }
        self.interpreter.reset();
    }

    /// Opens an interactive console.
    ///
    /// # Errors
    /// None but a defect of the playground.
    pub fn console(
        &self,
        files: Rc<dyn Files>,
        time: RunTime,
        observer: Rc<dyn Observer>,
    ) -> Result<Console<'_>, PythonFailure> {
        self.start(CONSOLE, time, &observer);
        self.interpreter.console(Rc::new(RunHost { files, observer }))
    }
}

const CONSOLE: &str = "<console>";

thread_local! {
    static IS_MUTED: Cell<bool> = const { Cell::new(false) };
    static MAIN_FILE: RefCell<Rc<str>> = RefCell::new("main.py".into());
}

/// Where a run stands in time.
#[derive(Clone, Copy, Debug)]
pub struct RunTime {
    /// What `time.time()` shows at the start, microseconds since 1970 (UTC).
    pub start_unix_micros: u64,
    /// The simulated round trip of one database call.
    pub latency_micros: u64,
}

struct RunHost {
    files: Rc<dyn Files>,
    observer: Rc<dyn Observer>,
}

impl Host for RunHost {
    fn write(&self, stream: TextStream, text: &str) {
        if IS_MUTED.get() {
            return;
        }
        // A console's lines are not those of the program.
        let line = current_line().filter(|_| MAIN_FILE.with_borrow(|it| &**it != CONSOLE));
        self.observer.printed(stream, text, line);
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
