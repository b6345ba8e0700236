//! Shortcuts of the page. Those of the editor's text are in `static/editor/editor.js`.

use super::{
    page::{Page, Panel},
    page_names::PANELS,
};
use leptos::{
    ev::{self, KeyboardEvent},
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlElement},
};

/// A single key that the log understands, see `panels/log.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LogKey {
    Next,
    Previous,
    Open,
    Search,
    Group,
}

/// The last key meant for the log, with a number that goes up so that each press counts.
#[derive(Clone, Copy)]
pub(super) struct LogKeys(pub(super) RwSignal<(u32, Option<LogKey>)>);

/// Listens for the whole page.
pub(super) fn listen(page: Page) {
    let log_keys = LogKeys(RwSignal::new((0, None)));
    provide_context(log_keys);
    let handle = window_event_listener(ev::keydown, move |event| {
        if event.default_prevented() || event.is_composing() {
            return;
        }
        let is_taken = if event.ctrl_key() || event.meta_key() {
            with_control(page, &event)
        } else if event.key() == "F6" {
            focus_next_area(event.shift_key());
            true
        } else {
            !event.alt_key()
                && page.uses_single_keys.get_untracked()
                && !is_typing(&event)
                && single(page, log_keys, &event)
        };
        if is_taken {
            event.prevent_default();
        }
    });
    let hide = window_event_listener(ev::pagehide, move |_| page.save_now());
    on_cleanup(move || {
        handle.remove();
        hide.remove();
    });
}

fn with_control(page: Page, event: &KeyboardEvent) -> bool {
    match event.key().as_str() {
        "Enter" if !event.shift_key() => page.run(),
        "." => page.stop(),
        "k" => show_popover("palette"),
        "s" => {
            page.save_now();
            show_popover("share");
        }
        _ => return false,
    }
    true
}

fn single(page: Page, log_keys: LogKeys, event: &KeyboardEvent) -> bool {
    let log = |key| {
        page.show_panel(Panel::Log);
        log_keys.0.update(|it| *it = (it.0 + 1, Some(key)));
    };
    match event.key().as_str() {
        "1" | "2" | "3" | "4" | "5" | "6" => {
            let at = event.key().parse::<usize>().unwrap_or(1) - 1;
            page.show_panel(PANELS[at].0);
        }
        "j" | "J" => log(LogKey::Next),
        "k" | "K" => log(LogKey::Previous),
        "g" | "G" => log(LogKey::Group),
        "/" => log(LogKey::Search),
        "," => page.step_moment(false),
        "." => page.step_moment(true),
        "p" | "P" => page.play.update(|it| *it += 1),
        "Home" if !is_in_scroller(event) => page.go_to_moment(Some(0)),
        "End" if !is_in_scroller(event) => page.go_to_moment(None),
        "?" => show_popover("keys"),
        "Enter" if !is_control(event) => {
            if page.now.with_untracked(Option::is_none) {
                return false;
            }
            log(LogKey::Open);
        }
        _ => return false,
    }
    true
}

/// Whether the key goes into a text.
fn is_typing(event: &KeyboardEvent) -> bool {
    target(event).is_some_and(|it| {
        let is_field = matches!(it.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT");
        let is_box = it.get_attribute("type").is_some_and(|it| it == "checkbox" || it == "range");
        (is_field && !is_box) || it.closest("[contenteditable='true']").ok().flatten().is_some()
    })
}

/// Whether Home and End scroll there, or move a slider.
fn is_in_scroller(event: &KeyboardEvent) -> bool {
    target(event).is_some_and(|it| it.closest("[tabindex='0'], [role='log'], input").ok().flatten().is_some())
}

/// Whether Enter has a meaning of its own there.
fn is_control(event: &KeyboardEvent) -> bool {
    target(event).is_some_and(|it| it.closest("button, a, summary, input").ok().flatten().is_some())
}

fn target(event: &KeyboardEvent) -> Option<Element> {
    event.target().and_then(|it| it.dyn_into().ok())
}

/// Opens one of the page's popovers.
pub(super) fn show_popover(id: &str) {
    if let Some(element) = document().get_element_by_id(id).and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // Fails only when it is open already.
        drop(element.show_popover());
    }
}

/// Closes one of the page's popovers.
pub(super) fn hide_popover(id: &str) {
    if let Some(element) = document().get_element_by_id(id).and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // Fails only when it is closed already.
        drop(element.hide_popover());
    }
}

/// F6: top bar, editor, panel, timeline, in a ring. What is not there is passed over.
fn focus_next_area(is_backwards: bool) {
    const AREAS: [&str; 4] = [
        ".topbar button:not([disabled])",
        ".editor .cm-content, .editor__plain",
        ".panel [role='tab'][aria-selected='true']",
        ".tl .tl__range",
    ];
    let active = document().active_element();
    let holds_focus = |area: &str| active.as_ref().is_some_and(|it| it.closest(area).ok().flatten().is_some());
    let current = [".topbar", ".editor", ".panel", ".tl"].iter().position(|it| holds_focus(it));
    let next = match (current, is_backwards) {
        (None, _) => 1,
        (Some(at), false) => (at + 1) % AREAS.len(),
        (Some(at), true) => (at + AREAS.len() - 1) % AREAS.len(),
    };
    let found = document().query_selector(AREAS[next]);
    let next = match (&found, is_backwards) {
        (Ok(Some(_)), _) => next,
        (_, false) => (next + 1) % AREAS.len(),
        (_, true) => (next + AREAS.len() - 1) % AREAS.len(),
    };
    if let Ok(Some(element)) = document().query_selector(AREAS[next])
        && let Ok(element) = element.dyn_into::<HtmlElement>()
    {
        // Focus fails only on elements that are gone.
        drop(element.focus());
    }
}
