//! What the interpreter needs of whoever runs it: somewhere to print, a clock, the program's files.
//!
//! The native modules (`stdlib/`) reach it through a thread-local, because Python objects cannot
//! borrow from Rust. Set by `Interpreter`; knows nothing of events or of the browser.

use crate::engine::clock::Clock;
use std::{cell::RefCell, rc::Rc};

/// Where a program's text goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextStream {
    /// `sys.stdout`
    Stdout,
    /// `sys.stderr`
    Stderr,
}

/// A Python file of the program.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its name as tracebacks show it, such as `library_data.py`.
    pub name: String,
    /// Its text.
    pub text: String,
    /// Whether it is a package's `__init__.py`.
    pub is_package: bool,
}

/// The surroundings of a run.
pub trait Host {
    /// Takes text that the program printed: whole lines, or what it flushed.
    fn write(&self, stream: TextStream, text: &str);

    /// The program's own module `name` (dotted), if there is one.
    fn module_source(&self, name: &str) -> Option<SourceFile>;

    /// The program slept for so long (the clock has moved already).
    fn slept(&self, micros: u64) {
        let _ = micros;
    }
}

/// A host without files that drops what is printed.
#[derive(Debug)]
pub struct NoHost;

impl Host for NoHost {
    fn write(&self, _stream: TextStream, _text: &str) {}

    fn module_source(&self, _name: &str) -> Option<SourceFile> {
        None
    }
}

/// Text that waits for the end of its line.
const PENDING_MAX_BYTES: usize = 8 * 1024;

struct Current {
    host: Rc<dyn Host>,
    clock: Rc<Clock>,
    main: Option<SourceFile>,
    stream: TextStream,
    pending: String,
}

thread_local! {
    static CURRENT: RefCell<Current> = RefCell::new(Current {
        host: Rc::new(NoHost),
        clock: Rc::default(),
        main: None,
        stream: TextStream::Stdout,
        pending: String::new(),
    });
}

pub(super) fn set_clock(clock: Rc<Clock>) {
    CURRENT.with_borrow_mut(|it| it.clock = clock);
}

pub(super) fn set_host(host: Rc<dyn Host>) {
    CURRENT.with_borrow_mut(|it| it.host = host);
}

pub(super) fn set_main(main: Option<SourceFile>) {
    CURRENT.with_borrow_mut(|it| it.main = main);
}

pub(super) fn clock() -> Rc<Clock> {
    CURRENT.with_borrow(|it| Rc::clone(&it.clock))
}

/// The host, to be called without holding the thread-local: it may run Python.
pub(super) fn host() -> Rc<dyn Host> {
    CURRENT.with_borrow(|it| Rc::clone(&it.host))
}

/// Whether `file` is the program's main file.
pub(super) fn is_main_file(file: &str) -> bool {
    CURRENT.with_borrow(|it| it.main.as_ref().is_some_and(|main| main.name == file))
}

/// The source of a module of the program; `__main__` is its main file.
pub(super) fn source(module: &str) -> Option<SourceFile> {
    if module == "__main__" {
        return CURRENT.with_borrow(|it| it.main.clone());
    }
    host().module_source(module)
}

/// Prints on behalf of the program: the engines' log lines.
pub fn print(stream: TextStream, text: &str) {
    write(stream, text);
}

/// Takes text of `print`: `print` writes its pieces one by one, so lines are put together first.
pub(super) fn write(stream: TextStream, text: &str) {
    if text.is_empty() {
        return;
    }
    if CURRENT.with_borrow(|it| it.stream != stream) {
        flush();
        CURRENT.with_borrow_mut(|it| it.stream = stream);
    }
    let ready = CURRENT.with_borrow_mut(|it| {
        it.pending.push_str(text);
        if it.pending.len() > PENDING_MAX_BYTES || it.pending.ends_with('\n') {
            return Some(std::mem::take(&mut it.pending));
        }
        let end = it.pending.rfind('\n')? + 1;
        let rest = it.pending.split_off(end);
        Some(std::mem::replace(&mut it.pending, rest))
    });
    if let Some(ready) = ready {
        host().write(stream, &ready);
    }
}

/// Hands on a line that has no end yet: before a statement is reported, and at the end of a run.
pub fn flush() {
    let (stream, text) = CURRENT.with_borrow_mut(|it| (it.stream, std::mem::take(&mut it.pending)));
    if !text.is_empty() {
        host().write(stream, &text);
    }
}
