//! When the page draws: work that comes in bursts is done once per frame.

use gloo::{
    render::{AnimationFrame, request_animation_frame},
    timers::callback::Timeout,
    utils::document,
};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use web_sys::VisibilityState;

/// Longest wait when no frame comes, because the tab is in the background; milliseconds.
const WITHOUT_FRAMES: u32 = 250;

/// Runs a piece of work at most once per frame, however often it is asked for.
#[derive(Clone)]
pub struct OncePerFrame {
    is_asked: Rc<Cell<bool>>,
    /// The frame that was asked for; letting go of it would cancel it.
    frame: Rc<RefCell<Option<AnimationFrame>>>,
    work: Rc<dyn Fn()>,
}

impl OncePerFrame {
    /// For this work.
    pub fn new(work: impl Fn() + 'static) -> Self {
        Self { is_asked: Rc::default(), frame: Rc::default(), work: Rc::new(work) }
    }

    /// The work is done before the next frame is drawn.
    pub fn ask(&self) {
        if self.is_asked.replace(true) {
            return;
        }
        let this = self.clone();
        if document().visibility_state() == VisibilityState::Hidden {
            Timeout::new(WITHOUT_FRAMES, move || this.run()).forget();
        } else {
            *self.frame.borrow_mut() = Some(request_animation_frame(move |_| this.run()));
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
