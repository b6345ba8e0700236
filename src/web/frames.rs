//! When the page draws: work that comes in bursts is done once per frame.

use std::{cell::Cell, rc::Rc, time::Duration};
use wasm_bindgen::{JsCast, prelude::Closure};

/// Longest wait when no frame comes, because the tab is in the background.
const WITHOUT_FRAMES: Duration = Duration::from_millis(250);

/// Runs a piece of work at most once per frame, however often it is asked for.
#[derive(Clone)]
pub struct OncePerFrame {
    is_asked: Rc<Cell<bool>>,
    work: Rc<dyn Fn()>,
}

impl OncePerFrame {
    /// For this work.
    pub fn new(work: impl Fn() + 'static) -> Self {
        Self { is_asked: Rc::default(), work: Rc::new(work) }
    }

    /// The work is done before the next frame is drawn.
    pub fn ask(&self) {
        if self.is_asked.replace(true) {
            return;
        }
        let Some(window) = web_sys::window() else { return };
        let this = self.clone();
        let run = Closure::once_into_js(move || this.run());
        let is_hidden = window.document().is_some_and(|it| it.visibility_state() == web_sys::VisibilityState::Hidden);
        // Both calls only fail when the window is gone, and then there is nothing to draw.
        if is_hidden {
            let wait = i32::try_from(WITHOUT_FRAMES.as_millis()).unwrap_or(i32::MAX);
            drop(window.set_timeout_with_callback_and_timeout_and_arguments_0(run.unchecked_ref(), wait));
        } else {
            drop(window.request_animation_frame(run.unchecked_ref()));
        }
    }

    fn run(&self) {
        self.is_asked.set(false);
        (self.work)();
    }
}

/// Milliseconds since the page began to load.
pub fn now_millis() -> f64 {
    web_sys::window().and_then(|it| it.performance()).map_or(0.0, |it| it.now())
}
