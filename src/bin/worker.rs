//! The worker: the interpreter and the engine, driven by messages of the page.
//!
//! `start` has run when the page is built: the module that a browser gets has the memory it left
//! (`tools/image.mjs`). So it must not call JavaScript, or depend on time, place or chance.
//! `static/worker_loader.js` fetches that module and sql.js side by side, and calls the other exports
//! below: `connect` when both stand, then `handle` for every message.

#[cfg(target_arch = "wasm32")]
#[expect(unreachable_pub, reason = "wasm-bindgen exports public functions only")]
mod wasm {
    use orm_playground::{
        orm::forced,
        protocol::{Answer, Event, File, Loading, Outcome, Question, Request},
        python::{host::SourceFile, interpreter::Console, sqlalchemy},
        sqljs::SqlJsDriver,
        worker::{
            inspect::Inspector,
            measure::{self, Meter},
            record::{Recorder, pretty},
            runner::{RunTime, Runner},
            trace::{Trace, outcome_from_result},
        },
    };
    use std::{
        alloc::{GlobalAlloc, Layout, System},
        cell::{OnceCell, RefCell},
        rc::{Rc, Weak},
        sync::atomic::{AtomicBool, Ordering},
    };
    use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
    use web_sys::DedicatedWorkerGlobalScope;

    thread_local! {
        static FORGOTTEN: RefCell<Vec<(usize, usize)>> = const { RefCell::new(Vec::new()) };
        static RUNNER: OnceCell<Rc<Runner>> = const { OnceCell::new() };
        static TRACE: RefCell<Weak<Trace>> = const { RefCell::new(Weak::new()) };
        static SESSION: RefCell<Option<Session>> = const { RefCell::new(None) };
    }

    /// The last run, while the page may ask about it.
    struct Session {
        run_id: u32,
        trace: Rc<Trace>,
        /// Made by the first question, and anew when a console has gone on.
        inspector: Option<Inspector>,
    }

    /// Whether freed memory is cleared: until a browser takes over, so that what `start` left over does
    /// not make the download larger.
    static CLEARS_FREED: AtomicBool = AtomicBool::new(true);

    struct Memory;

    #[global_allocator]
    static MEMORY: Memory = Memory;

    // SAFETY: passes on to the system's allocator; a freed block is written to within its layout.
    #[expect(unsafe_code, reason = "an allocator is unsafe by its trait")]
    unsafe impl GlobalAlloc for Memory {
        unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
            unsafe { System.alloc(layout) }
        }
        unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
            unsafe { System.alloc_zeroed(layout) }
        }
        unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
            unsafe {
                if CLEARS_FREED.load(Ordering::Relaxed) {
                    block.write_bytes(0, layout.size());
                }
                System.dealloc(block, layout);
            }
        }
        unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
            unsafe {
                if !CLEARS_FREED.load(Ordering::Relaxed) {
                    return System.realloc(block, layout, size);
                }
                let new = self.alloc(Layout::from_size_align_unchecked(size, layout.align()));
                if !new.is_null() {
                    new.copy_from_nonoverlapping(block, layout.size().min(size));
                    self.dealloc(block, layout);
                }
                new
            }
        }
    }

    /// Starts Python and imports what most programs use.
    #[wasm_bindgen]
    pub fn start() -> Result<(), JsValue> {
        std::panic::set_hook(Box::new(|panic| {
            web_sys::console::error_1(&panic.to_string().into());
            // The loader must not take the trap that follows for exhausted memory.
            let _ = js_sys::Reflect::set(&js_sys::global(), &"hasPanicked".into(), &true.into());
            flush();
            // The page replaces this worker; nothing after this can be trusted.
            post(vec![Event::RunFinished {
                outcome: Outcome::Panicked { message: panic.to_string() },
                virtual_micros: 0,
                elapsed_micros: 0,
            }]);
        }));
        let runner = Runner::new().and_then(|it| it.prewarm().map(|()| it)).map_err(|it| it.traceback)?;
        let forgotten = runner.forget_imported_code().map_err(|it| it.traceback)?;
        FORGOTTEN.set(forgotten);
        RUNNER.with(|it| it.set(Rc::new(runner)).map_err(|_| JsValue::from_str("started twice")))
    }

    /// Address and length, in turn, of the memory that nobody reads after `start`.
    #[wasm_bindgen]
    pub fn forgotten() -> Vec<usize> {
        FORGOTTEN.take().into_iter().flat_map(|(address, length)| [address, length]).collect()
    }

    /// Takes over sql.js and tells the page that programs can run.
    #[wasm_bindgen]
    pub fn connect(loaded: JsValue) -> Result<(), JsValue> {
        CLEARS_FREED.store(false, Ordering::Relaxed);
        let runner = runner()?;
        runner.set_driver(Rc::new(SqlJsDriver::from_loaded(loaded)?));
        post(vec![Event::Ready { versions: runner.versions() }]);
        Ok(())
    }

    /// Does what the page asks.
    #[wasm_bindgen]
    pub fn handle(message: JsValue) -> Result<(), JsValue> {
        let runner = runner()?;
        match serde_wasm_bindgen::from_value(message)? {
            Request::Run { run_id, files, latency_micros } => run(&runner, run_id, files, latency_micros),
            Request::Inspect { run_id, question } => inspect(&runner, run_id, question),
            Request::Console { source } => console(&runner, &source)?,
            Request::Complete { text } => {
                let words = console_of(&runner)?.completions(&text);
                post(vec![Event::Completed { text, words }]);
            }
            Request::Measure { measure_id, files, latency_micros, loading, only } => {
                measure(&runner, measure_id, files, latency_micros, loading, only);
            }
            Request::PutFile { path, bytes } => runner.put_file(&path, &bytes),
            Request::Record { files } => record(&runner, files),
        }
        Ok(())
    }

    /// Sends what the run had to say until it broke: the log up to there stays with the reader.
    #[wasm_bindgen]
    pub fn flush() {
        if let Some(trace) = TRACE.with(|it| it.try_borrow().ok().and_then(|it| it.upgrade())) {
            trace.flush();
        }
    }

    fn run(runner: &Runner, run_id: u32, files: Vec<File>, latency_micros: u64) {
        end_session(runner);
        sqlalchemy::serve_urls(true);
        let main = main_file(&files);
        let trace = Rc::new(Trace::start(run_id, &main.name, runner, now_micros, Box::new(post)));
        TRACE.with(|it| *it.borrow_mut() = Rc::downgrade(&trace));
        let time = RunTime { start_unix_micros: unix_micros(), latency_micros };
        let result = runner.run_and_stay(main, Rc::new(files), time, trace.clone());
        if result.is_ok() {
            runner.configure_mappers();
        }
        trace.finish(outcome_from_result(result));
        SESSION.set(Some(Session { run_id, trace, inspector: None }));
    }

    /// What the last run left behind goes.
    fn end_session(runner: &Runner) {
        SESSION.take();
        runner.leave();
        runner.reset();
    }

    fn inspect(runner: &Runner, run_id: u32, question: Question) {
        let answer = SESSION.with_borrow_mut(|it| match it {
            Some(session) if session.run_id == run_id => {
                let Session { trace, inspector, .. } = session;
                let make =
                    || Some(Inspector::new(runner.driver()?, runner.journal().tape(), trace.marks(), now_micros));
                if inspector.is_none() {
                    *inspector = make();
                }
                inspector.as_mut().map(|it| it.answer(&question))
            }
            _ => None,
        });
        let gone = || Answer::Unknown { message: "The run is no longer in memory. Run the program again.".to_owned() };
        post(vec![Event::Inspected { run_id, question, answer: answer.unwrap_or_else(gone) }]);
    }

    fn console_of(runner: &Runner) -> Result<Console<'_>, JsValue> {
        runner.console_after().map_err(|it| JsValue::from_str(&it.traceback))
    }

    fn console(runner: &Runner, source: &str) -> Result<(), JsValue> {
        let Some(trace) = SESSION.with_borrow_mut(|it| {
            let session = it.as_mut()?;
            session.inspector = None;
            Some(Rc::clone(&session.trace))
        }) else {
            let failure = Some("Run the program first: the console works on what it leaves behind.".to_owned());
            post(vec![Event::ConsoleFinished { failure, virtual_micros: 0 }]);
            return Ok(());
        };
        TRACE.with(|it| *it.borrow_mut() = Rc::downgrade(&trace));
        let failure = console_of(runner)?.run(source).err().map(|it| it.traceback);
        trace.finish_console(failure);
        Ok(())
    }

    fn measure(
        runner: &Runner,
        measure_id: u32,
        files: Vec<File>,
        latency_micros: u64,
        loading: Option<Loading>,
        only: Option<String>,
    ) {
        end_session(runner);
        runner.remove_files();
        sqlalchemy::serve_urls(true);
        forced::force(measure::forced(loading, only));
        let meter = Rc::new(Meter::default());
        let time = RunTime { start_unix_micros: unix_micros(), latency_micros };
        let start = now_micros();
        runner.journal().start();
        let result = runner.run(main_file(&files), Rc::new(files), time, meter.clone());
        let elapsed = now_micros() - start;
        let clock = runner.clock().now_micros();
        let measured = Box::new(meter.measured(result, runner.journal(), latency_micros, clock, elapsed));
        forced::force(None);
        runner.journal().stop();
        post(vec![Event::Measured { measure_id, measured }]);
        runner.reset();
    }

    fn record(runner: &Runner, files: Vec<File>) {
        end_session(runner);
        sqlalchemy::serve_urls(false);
        let recorder = Rc::new(Recorder::default());
        let time = RunTime { start_unix_micros: unix_micros(), latency_micros: 1_000 };
        let result = runner.run(main_file(&files), Rc::new(files), time, recorder.clone());
        post(vec![Event::Recorded { json: pretty(&recorder.take(&result)) }]);
        runner.reset();
    }

    fn main_file(files: &[File]) -> SourceFile {
        files.first().map_or_else(
            || SourceFile { name: "main.py".to_owned(), text: String::new(), is_package: false },
            |it| SourceFile { name: it.name.clone(), text: it.text.clone(), is_package: false },
        )
    }

    fn runner() -> Result<Rc<Runner>, JsValue> {
        RUNNER.with(|it| it.get().cloned()).ok_or_else(|| JsValue::from_str("the interpreter has not started"))
    }

    fn scope() -> DedicatedWorkerGlobalScope {
        js_sys::global().unchecked_into()
    }

    fn post(events: Vec<Event>) {
        let sent =
            serde_wasm_bindgen::to_value(&events).map_err(JsValue::from).and_then(|it| scope().post_message(&it));
        if let Err(error) = sent {
            web_sys::console::error_1(&error);
        }
    }

    fn now_micros() -> u64 {
        scope().performance().map_or(0, |it| (it.now() * 1_000.0) as u64)
    }

    fn unix_micros() -> u64 {
        (js_sys::Date::now() * 1_000.0) as u64
    }
}

fn main() {}
