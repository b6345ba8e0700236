//! The one Python interpreter of a worker or a command-line process, and how programs run in it.
//!
//! The interpreter with the imported standard library is kept; every run gets a fresh `__main__`, and
//! what a program imported or replaced is undone by [`Interpreter::reset`]. Called by `worker`;
//! knows nothing of SQL, events or the browser.

use super::{
    failure::{self, PythonFailure},
    frozen,
    host::{self, Host, NoHost, SourceFile},
    reset::Baseline,
    stdlib,
};
use crate::engine::clock::Clock;
use rustpython_vm::{
    AsObject, Context, PyObjectRef, PyResult, Settings, VirtualMachine,
    builtins::{PyBaseExceptionRef, PyDictRef, PyModuleDef},
    compiler::Mode,
    scope::Scope,
};
use std::{cell::RefCell, rc::Rc};

/// Defines a native module: `module::module_def` of a `#[pymodule]`.
pub type NativeModule = fn(&Context) -> &'static PyModuleDef;

/// How deep Python functions may call each other. Calls that go through Rust (`__init__`, `__eq__`,
/// `sorted(key=...)`) need native stack; the browser's is the smallest, see `recursion` in `tests/it`.
pub(super) const RECURSION_LIMIT: usize = 1000;

/// Modules for interpreters beside this one, for tests of Python itself and for its tools: not in the download (`tools/image.mjs`).
const UNUSED_MODULES: [&str; 5] =
    ["_interpreters", "_interpchannels", "_interpqueues", "_symtable", "_testinternalcapi"];

/// So many objects more than there were make the interpreter look for cycles that nobody holds. Small programs stay
/// below, in the browser as natively: when an identity map forgets an instance must not depend on what was imported.
const YOUNG_OBJECTS: u32 = 20_000;

/// A Python interpreter.
///
/// RustPython without threads shares its types between all interpreters of a process without locks:
/// a process has one thread that uses interpreters, and that thread has one interpreter.
pub struct Interpreter {
    inner: rustpython_vm::Interpreter,
    clock: Rc<Clock>,
    baseline: RefCell<Option<Baseline>>,
    /// Files of the reader's, with their paths.
    given_files: RefCell<Vec<(String, Vec<u8>)>>,
}

impl Interpreter {
    /// Starts Python with the frozen modules, the native standard library and `native_modules`.
    ///
    /// # Errors
    /// An exception of a module that is imported at start: a defect of the playground.
    pub fn new(native_modules: &[NativeModule], clock: Rc<Clock>) -> Result<Self, PythonFailure> {
        let settings = Settings::default()
            .with(|it| it.install_signal_handlers = false)
            .with(|it| it.import_site = false)
            .with(|it| it.write_bytecode = false)
            // The order of a set of strings must not change from run to run.
            .with(|it| it.hash_seed = Some(0))
            .with(|it| it.argv = vec!["main.py".to_owned()]);
        let builder = rustpython_vm::Interpreter::builder(settings);
        let mut defs = stdlib::module_defs(&builder.ctx);
        defs.extend(native_modules.iter().map(|def| def(&builder.ctx)));
        let inner = builder.add_native_modules(&defs).add_frozen_modules(frozen::modules()).build();
        host::set_clock(Rc::clone(&clock));
        let interpreter = Self { inner, clock, baseline: RefCell::default(), given_files: RefCell::default() };
        interpreter.described(|vm| {
            vm.recursion_limit.set(RECURSION_LIMIT);
            let playground = vm.import("_playground", 0)?;
            playground.get_attr("install_streams", vm)?.call((), vm)?;
            playground.get_attr("install_finders", vm)?.call((), vm)?;
            stdlib::virtual_time::install(vm)?;
            // What would run instrumented code, a second interpreter loop, is not in the download (tools/image.mjs).
            vm.sys_module.as_object().del_attr("monitoring", vm)?;
            let unused = UNUSED_MODULES.map(|it| vm.ctx.new_str(it).into()).to_vec();
            let hide = vm.import("_playground_reset", 0)?.get_attr("hide_builtins", vm)?;
            hide.call((vm.ctx.new_list(unused),), vm)?;
            // `open` works on files in memory; the module behind it is loaded when it is first called.
            let open = playground.get_attr("open", vm)?;
            vm.builtins.set_attr("open", open, vm)
        })?;
        Ok(interpreter)
    }

    /// Imports `modules` now, so that programs find them ready.
    ///
    /// # Errors
    /// The exception of the first one that does not import.
    pub fn prewarm(&self, modules: &[&str]) -> Result<(), PythonFailure> {
        self.described(|vm| {
            for name in modules {
                vm.import(vm.ctx.intern_str(*name), 0)?;
            }
            // What importing left over would be in the image of the memory too.
            vm.import("gc", 0)?.get_attr("collect", vm)?.call((), vm)?;
            Ok(())
        })
    }

    /// Where in memory the code of the frozen modules lies that are imported by now: address and length of
    /// each. The importer does not find them again, so nobody reads it again.
    ///
    /// # Errors
    /// None but a defect of the playground.
    pub fn forget_imported_code(&self) -> Result<Vec<(usize, usize)>, PythonFailure> {
        self.described(|vm| {
            let loaded = vm.sys_module.get_attr("modules", vm)?;
            let (mut names, mut places) = (Vec::new(), Vec::new());
            for (name, module) in frozen::modules() {
                if loaded.get_item(name, vm).is_ok() {
                    names.push(vm.ctx.new_str(name).into());
                    places.push((module.code.bytes.as_ptr() as usize, module.code.bytes.len()));
                }
            }
            let forget = vm.import("_playground_reset", 0)?.get_attr("forget_code", vm)?;
            forget.call((vm.ctx.new_list(names),), vm)?;
            Ok(places)
        })
    }

    /// The clock that programs see.
    pub fn clock(&self) -> &Rc<Clock> {
        &self.clock
    }

    /// Runs `main` to its end in a fresh `__main__`. Returns the exit status: 0, or what `sys.exit` said.
    ///
    /// # Errors
    /// The exception that the program did not catch, or its syntax error.
    pub fn run_program(&self, main: SourceFile, host: Rc<dyn Host>) -> Result<i32, PythonFailure> {
        self.reset();
        host::set_host(host);
        host::set_main(Some(main.clone()));
        let result = self.inner.enter(|vm| {
            let outcome = run_main(&main, vm);
            let outcome = outcome.or_else(|error| exit_status(error, vm));
            // As in CPython, `atexit` functions run last, and their errors do not count.
            let _ = run_exit_functions(vm);
            outcome.map_err(|error| failure::describe(&error, vm))
        });
        host::flush();
        result
    }

    /// Puts a file among those that programs find, each anew, or replaces it.
    pub fn give_file(&self, path: &str, bytes: &[u8]) {
        let mut files = self.given_files.borrow_mut();
        files.retain(|it| it.0 != path);
        files.push((path.to_owned(), bytes.to_vec()));
    }

    fn add_given_files(&self, vm: &VirtualMachine) -> PyResult<()> {
        for (path, bytes) in &*self.given_files.borrow() {
            // The two import each other, and only this one may come first.
            vm.import("os", 0)?;
            let add = vm.import("_playground_fs", 0)?.get_attr("add_file", vm)?;
            add.call((vm.ctx.new_str(&**path), vm.ctx.new_bytes(bytes.clone())), vm)?;
        }
        Ok(())
    }

    /// Undoes what the last program left behind: its modules, patched functions, warnings filters.
    ///
    /// The first call marks the state that later calls come back to.
    pub fn reset(&self) {
        host::set_host(Rc::new(NoHost));
        host::set_main(None);
        self.inner.enter(|vm| {
            let mut baseline = self.baseline.borrow_mut();
            match &*baseline {
                Some(it) => it.restore(vm),
                None => *baseline = Some(Baseline::mark(vm)),
            }
            vm.state.gc.enable();
            vm.state.gc.set_threshold(YOUNG_OBJECTS, None, None);
            // A program that does not find its file says so.
            drop(self.add_given_files(vm));
        });
    }

    /// Opens a console: statements one by one in one lasting scope.
    ///
    /// # Errors
    /// None but a defect of the playground.
    pub fn console(&self, host: Rc<dyn Host>) -> Result<Console<'_>, PythonFailure> {
        self.reset();
        host::set_host(host);
        let scope = self.described(|vm| new_main(None, vm))?;
        Ok(Console { interpreter: self, scope })
    }

    /// Opens a console in what the last program left behind.
    ///
    /// # Errors
    /// None but a defect of the playground.
    pub fn console_after(&self) -> Result<Console<'_>, PythonFailure> {
        let scope = self.described(|vm| {
            let main = vm.sys_module.get_attr("modules", vm)?.get_item("__main__", vm)?;
            let globals = main.dict().ok_or_else(|| vm.new_runtime_error("__main__ is no module"))?;
            Ok(Scope::with_builtins(None, globals, vm))
        })?;
        Ok(Console { interpreter: self, scope })
    }

    /// Does something with the virtual machine.
    pub fn enter<R>(&self, action: impl FnOnce(&VirtualMachine) -> R) -> R {
        self.inner.enter(action)
    }

    fn described<R>(&self, action: impl FnOnce(&VirtualMachine) -> PyResult<R>) -> Result<R, PythonFailure> {
        self.inner.enter(|vm| action(vm).map_err(|error| failure::describe(&error, vm)))
    }
}

/// An interactive session.
pub struct Console<'a> {
    interpreter: &'a Interpreter,
    scope: Scope,
}

/// The file name in a console's tracebacks.
const CONSOLE_FILE: &str = "<console>";

impl Console<'_> {
    /// Runs one statement, or several lines of one, as Python's "single" mode does: the value of a
    /// bare expression is shown.
    ///
    /// # Errors
    /// The exception it raised; the session goes on.
    pub fn run(&self, source: &str) -> Result<(), PythonFailure> {
        let main = SourceFile { name: CONSOLE_FILE.to_owned(), text: source.to_owned(), is_package: false };
        host::set_main(Some(main));
        let result = self.interpreter.inner.enter(|vm| {
            let outcome = vm
                .compile(source, Mode::Single, CONSOLE_FILE)
                .map_err(|error| error.into_pyexception(vm, Some(source)))
                .and_then(|code| vm.run_code_obj(code, self.scope.clone()));
            outcome.map(drop).map_err(|error| {
                let described = failure::describe(&error, vm);
                if let Ok(linecache) = vm.import("linecache", 0) {
                    let _ = vm.call_method(&linecache, "clearcache", ());
                }
                described
            })
        });
        host::flush();
        result
    }

    /// What could stand at the end of `text`: names, or attributes of what stands before its last dot.
    pub fn completions(&self, text: &str) -> Vec<String> {
        self.interpreter.inner.enter(|vm| {
            let completer = vm.import("_playground_complete", 0).and_then(|it| it.get_attr("complete", vm));
            let globals: PyObjectRef = self.scope.globals.clone().into();
            let found = completer.and_then(|it| it.call((vm.ctx.new_str(text), globals), vm));
            found.and_then(|it| it.try_into_value::<Vec<String>>(vm)).unwrap_or_default()
        })
    }

    /// Whether `source` is the beginning of a statement that goes on.
    pub fn is_incomplete(&self, source: &str) -> bool {
        self.interpreter.inner.enter(|vm| match vm.compile(source, Mode::Single, CONSOLE_FILE) {
            Ok(_) => source.contains('\n') && !source.ends_with('\n'),
            Err(error) => {
                let error = error.into_pyexception_maybe_incomplete(vm, Some(source), true);
                error.class().name().contains("Incomplete")
            }
        })
    }
}

/// The line of the program's main file that is being executed, innermost call first; `None` outside
/// of a run. Called for every statement and print: it walks the frames without creating objects.
pub fn current_line() -> Option<u32> {
    let mut frame = rustpython_vm::frame::current_thread_iframe();
    // SAFETY: the pointers are this thread's chain of live frames; nothing runs while it is walked.
    #[expect(unsafe_code, reason = "RustPython's light frames are only reachable by pointer")]
    while let Some(it) = unsafe { frame.as_ref() } {
        let code = it.code();
        if host::is_main_file(code.source_path().as_str()) {
            let index = (it.get_lasti() as usize).saturating_sub(1);
            return code.locations.get(index).and_then(|(start, _)| u32::try_from(start.line.get()).ok());
        }
        frame = it.previous();
    }
    None
}

fn run_main(main: &SourceFile, vm: &VirtualMachine) -> PyResult<i32> {
    let scope = new_main(Some(&main.name), vm)?;
    let code = vm
        .compile(&main.text, Mode::Exec, main.name.clone())
        .map_err(|error| error.into_pyexception(vm, Some(&main.text)))?;
    on_program_stack(|| vm.run_code_obj(code, scope))?;
    Ok(0)
}

/// What is left of the WebAssembly stack for a running program.
///
/// RustPython raises RecursionError when this is used up. The browser has a stack of its own for
/// return addresses and registers, which it does not let us measure; it is exhausted, with an error
/// that no Python code can catch, at some two times of this. Compiling happens before, with all of the
/// stack (1 MiB, `.cargo/config.toml`).
#[cfg(target_arch = "wasm32")]
const STACK_FOR_PROGRAMS: usize = 256 * 1024;

#[cfg(target_arch = "wasm32")]
#[inline(never)]
fn on_program_stack<R>(action: impl FnOnce() -> R) -> R {
    use std::{hint::black_box, mem::MaybeUninit};
    const STACK: usize = 1024 * 1024;
    let ballast = MaybeUninit::<[u8; STACK - STACK_FOR_PROGRAMS]>::uninit();
    black_box(ballast.as_ptr());
    let result = action();
    black_box(ballast.as_ptr());
    result
}

#[cfg(not(target_arch = "wasm32"))]
fn on_program_stack<R>(action: impl FnOnce() -> R) -> R {
    action()
}

fn new_main(file: Option<&str>, vm: &VirtualMachine) -> PyResult<Scope> {
    let globals: PyDictRef = vm.ctx.new_dict();
    let scope = Scope::with_builtins(None, globals.clone(), vm);
    let module = vm.new_module("__main__", globals.clone(), None);
    let loader = vm.import("_playground", 0)?.get_attr("main_loader", vm)?.call((), vm)?;
    globals.set_item("__loader__", loader, vm)?;
    globals.set_item("__spec__", vm.ctx.none(), vm)?;
    if let Some(file) = file {
        globals.set_item("__file__", vm.ctx.new_str(file).into(), vm)?;
        let argv: PyObjectRef = vm.ctx.new_list(vec![vm.ctx.new_str(file).into()]).into();
        vm.sys_module.set_attr("argv", argv, vm)?;
    }
    vm.sys_module.get_attr("modules", vm)?.set_item("__main__", module.into(), vm)?;
    Ok(scope)
}

fn exit_status(error: PyBaseExceptionRef, vm: &VirtualMachine) -> PyResult<i32> {
    if !error.fast_isinstance(vm.ctx.exceptions.system_exit) {
        return Err(error);
    }
    let code = error.as_object().get_attr("code", vm)?;
    if vm.is_none(&code) {
        return Ok(0);
    }
    if let Ok(status) = code.clone().try_into_value::<i32>(vm) {
        return Ok(status);
    }
    let text = code.str(vm)?;
    host::write(host::TextStream::Stderr, &format!("{}\n", text.as_wtf8().to_string_lossy()));
    Ok(1)
}

fn run_exit_functions(vm: &VirtualMachine) -> PyResult<()> {
    let modules = vm.sys_module.get_attr("modules", vm)?;
    if let Ok(atexit) = modules.get_item("atexit", vm) {
        atexit.get_attr("_run_exitfuncs", vm)?.call((), vm)?;
    }
    Ok(())
}

/// `Settings` is `#[non_exhaustive]`, so no struct update: fields are set one by one.
trait With: Sized {
    fn with(self, change: impl FnOnce(&mut Self)) -> Self;
}

impl With for Settings {
    fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }
}
