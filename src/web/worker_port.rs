//! The page's end of one worker: requests out, batches of events in.
//!
//! A worker is replaced, never repaired: dropping its port ends it, and nothing that it still had
//! to say arrives.

use super::boot::{self, StartedWorker};
use crate::protocol::{Event, Request};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{ErrorEvent, MessageEvent, Worker};

/// What a worker told the page.
#[derive(Debug)]
pub enum Heard {
    /// A batch of events, in order.
    Events(Vec<Event>),
    /// It broke: its script did not load, or it ended with an error that it could not report.
    Broke(String),
}

/// A living worker.
pub struct WorkerPort {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl WorkerPort {
    /// Takes over the worker that was started with the page.
    pub fn first(hear: impl Fn(Heard) + Clone + 'static) -> Self {
        Self::listen(&boot::take_first_worker(), hear)
    }

    /// Starts another worker.
    ///
    /// # Errors
    /// A sentence, when the browser refuses.
    pub fn start(hear: impl Fn(Heard) + Clone + 'static) -> Result<Self, String> {
        boot::start_worker().map(|it| Self::listen(&it, hear)).map_err(|error| error_text(&error))
    }

    /// Sends a request.
    ///
    /// # Errors
    /// A sentence, when it cannot be sent.
    pub fn send(&self, request: &Request) -> Result<(), String> {
        let message = serde_wasm_bindgen::to_value(request).map_err(|error| error.to_string())?;
        self.worker.post_message(&message).map_err(|error| error_text(&error))
    }

    fn listen(started: &StartedWorker, hear: impl Fn(Heard) + Clone + 'static) -> Self {
        let worker = started.worker();
        let hear_message = hear.clone();
        let on_message = Closure::new(move |event: MessageEvent| hear_message(heard(event.data())));
        let hear_error = hear.clone();
        let on_error = Closure::new(move |event: ErrorEvent| {
            event.prevent_default();
            hear_error(Heard::Broke(event.message()));
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        for message in started.early().iter() {
            hear(heard(message));
        }
        Self { worker, _on_message: on_message, _on_error: on_error }
    }
}

impl Drop for WorkerPort {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

fn heard(message: JsValue) -> Heard {
    if let Ok(error) = js_sys::Reflect::get(&message, &JsValue::from_str("workerError"))
        && let Some(text) = error.as_string()
    {
        return Heard::Broke(text);
    }
    match serde_wasm_bindgen::from_value(message) {
        Ok(events) => Heard::Events(events),
        Err(error) => Heard::Broke(format!("the worker said something unexpected: {error}")),
    }
}

fn error_text(error: &JsValue) -> String {
    error.dyn_ref::<js_sys::Error>().map_or_else(|| format!("{error:?}"), |it| String::from(it.message()))
}
