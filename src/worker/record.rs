//! A run as one JSON object: `stdout`, `statements`, `error`, exactly as `tests/conformance/record.py`
//! writes them. Behind `run --json` and the browser's conformance run.

use super::{normalise::normalise, objects::ObjectFold, runner::Observer, statements::recorded};
use crate::engine::events::{EngineEvent, Hub};
use crate::orm::events::OrmEvent;
use crate::python::{failure::PythonFailure, host::TextStream};
use serde_json::{Value, json};
use std::cell::RefCell;

/// Collects what a program does.
#[derive(Debug, Default)]
pub struct Recorder {
    stdout: RefCell<String>,
    statements: RefCell<Vec<Value>>,
    objects: RefCell<ObjectFold>,
}

impl Observer for Recorder {
    fn printed(&self, stream: TextStream, text: &str, _line: Option<u32>) {
        if stream == TextStream::Stdout {
            self.stdout.borrow_mut().push_str(text);
        }
    }

    fn slept(&self, _micros: u64, _line: Option<u32>) {}

    fn happened(&self, event: &EngineEvent) {
        self.objects.borrow_mut().flush();
        self.statements.borrow_mut().extend(recorded(event));
    }

    fn did(&self, event: &OrmEvent<'_>, hub: &Hub) {
        self.objects.borrow_mut().take(event, hub);
    }

    // Watching must change nothing: all recorded programs are run watched.
    fn wants_objects(&self) -> bool {
        true
    }

    fn wants_bare_log(&self) -> bool {
        true
    }
}

impl Recorder {
    /// The record of a run that ended so; starts over.
    pub fn take(&self, result: &Result<i32, PythonFailure>) -> Value {
        json!({
            "stdout": normalise(&self.stdout.take()),
            "statements": self.statements.take(),
            "error": error_json(result.as_ref().err()),
        })
    }

    /// What was printed since the last call, not normalised.
    pub fn take_stdout(&self) -> String {
        self.statements.borrow_mut().clear();
        self.stdout.take()
    }
}

/// `null`, or class and message.
pub fn error_json(failure: Option<&PythonFailure>) -> Value {
    failure.map_or(Value::Null, |it| json!({ "class": it.class, "message": it.message }))
}

/// The record as text, indented by one as `record.py` does.
pub fn pretty(record: &Value) -> String {
    let mut bytes = Vec::new();
    let formatter = serde_json::ser::PrettyFormatter::with_indent(b" ");
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, formatter);
    match serde::Serialize::serialize(record, &mut serializer) {
        Ok(()) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(_) => record.to_string(),
    }
}
