//! A program run as the page's worker runs it.

use orm_playground::{
    engine::native::NativeDriver,
    protocol::{Event, File},
    python::host::SourceFile,
    worker::{
        runner::{RunTime, Runner},
        trace::{Trace, outcome_from_result},
    },
};
use std::{
    rc::Rc,
    sync::{Arc, Mutex},
};

/// What `look` makes of the events of a program and of what it left behind; a traceback when it fails.
pub(crate) fn watched(text: String, look: impl FnOnce(&Runner, &Trace, &[Event]) -> String + Send + 'static) -> String {
    let run = move || {
        let runner = Runner::new().expect("the interpreter starts");
        runner.set_driver(Rc::new(NativeDriver::default()));
        let events = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&events);
        let sink = Box::new(move |it: Vec<Event>| kept.lock().unwrap().extend(it));
        let trace = Rc::new(Trace::start(1, "main.py", &runner, || 0, sink));
        let main = SourceFile { name: "main.py".to_owned(), text, is_package: false };
        let time = RunTime { start_unix_micros: 0, latency_micros: 1_000 };
        let result = runner.run_and_stay(main, Rc::new(Vec::<File>::new()), time, trace.clone());
        if let Err(failure) = &result {
            return failure.traceback.clone();
        }
        trace.finish(outcome_from_result(result));
        look(&runner, &trace, &events.lock().unwrap())
    };
    // The interpreter needs more stack than a test's thread has.
    std::thread::Builder::new().stack_size(64 << 20).spawn(run).unwrap().join().unwrap()
}
