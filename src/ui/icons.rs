//! The page's icons: 16 by 16, drawn with the text's colour, never the only sign of anything.

use leptos::prelude::*;

pub(super) const RUN: &str = r#"<path d="M4.5 2.8v10.4l8.5-5.2z" fill="currentColor" stroke="none"/>"#;
pub(super) const FIRST: &str =
    r#"<path d="M4 3.5v9M12.5 3.5 6.5 8l6 4.5z"/><path d="M12.5 3.5 6.5 8l6 4.5z" fill="currentColor" stroke="none"/>"#;
pub(super) const BACK: &str = r#"<path d="M10.8 3.5 5 8l5.8 4.5z" fill="currentColor" stroke="none"/>"#;
pub(super) const PAUSE: &str = r#"<path d="M5 3h2v10H5zM9 3h2v10H9z" fill="currentColor" stroke="none"/>"#;
pub(super) const FORWARD: &str = r#"<path d="M5.2 3.5 11 8l-5.8 4.5z" fill="currentColor" stroke="none"/>"#;
pub(super) const LAST: &str =
    r#"<path d="M12 3.5v9"/><path d="M3.5 3.5 9.5 8l-6 4.5z" fill="currentColor" stroke="none"/>"#;
pub(super) const DOWN: &str = r#"<path d="M4 6.2 8 10l4-3.8"/>"#;
pub(super) const STOP: &str = r#"<rect x="4" y="4" width="8" height="8" rx="1" fill="currentColor" stroke="none"/>"#;
pub(super) const EXAMPLES: &str = r#"<rect x="2.5" y="2.5" width="4.5" height="4.5" rx=".8"/><rect x="9" y="2.5" width="4.5" height="4.5" rx=".8"/><rect x="2.5" y="9" width="4.5" height="4.5" rx=".8"/><rect x="9" y="9" width="4.5" height="4.5" rx=".8"/>"#;
pub(super) const MENU: &str = r#"<circle cx="3.5" cy="8" r="1.3" fill="currentColor" stroke="none"/><circle cx="8" cy="8" r="1.3" fill="currentColor" stroke="none"/><circle cx="12.5" cy="8" r="1.3" fill="currentColor" stroke="none"/>"#;
pub(super) const FIND: &str = r#"<circle cx="7" cy="7" r="4.2"/><path d="m10.2 10.2 3.3 3.3"/>"#;
pub(super) const CLOSE: &str = r#"<path d="m4 4 8 8M12 4l-8 8"/>"#;
pub(super) const CODE: &str = r#"<path d="M5.5 4.5 2 8l3.5 3.500M10.5 4.5 14 8l-3.5 3.5"/>"#;
pub(super) const LOG: &str = r#"<path d="M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.6M2.5 8h.6M2.5 12h.6"/>"#;
pub(super) const OUTPUT: &str = r#"<path d="m3 4.500 3.500 3.500L3 11.500M8 12h5.500"/>"#;
pub(super) const WARNING: &str = r#"<path d="M8 2.2 14.6 13.6H1.4z" fill="currentColor" stroke="currentColor" stroke-width="1"/><path d="M8 6.2v3.6M8 11.4v.6" stroke="var(--icon-cut, #fff)" stroke-width="1.5"/>"#;
pub(super) const INFO: &str = r#"<circle cx="8" cy="8" r="5.7"/><path d="M8 7.4v3.4M8 5v.4"/>"#;
pub(super) const DONE: &str = r#"<path d="m3 8.4 3.3 3.4L13 4.6" stroke-width="1.9"/>"#;
pub(super) const CLOCK: &str = r#"<circle cx="8" cy="8" r="5.7"/><path d="M8 4.600V8l2.3 1.5"/>"#;
pub(super) const WAITING: &str = r#"<path d="M3 8h10" stroke-dasharray="2.5 2"/>"#;
pub(super) const SHARE: &str = r#"<path d="M8 10V2.5M5.2 5 8 2.2 10.800 5M3.500 8v5.500h9V8"/>"#;
pub(super) const KEYS: &str = r#"<rect x="1.800" y="4" width="12.400" height="8" rx="1.200"/><path d="M4.500 6.700h.4M7.800 6.700h.4M11.100 6.700h.4M5.500 9.500h5"/>"#;

/// An icon from this file.
pub(super) fn icon(shape: &'static str) -> impl IntoView {
    view! { <svg class="ui-icon" viewBox="0 0 16 16" aria-hidden="true" inner_html=shape></svg> }
}

/// A small icon from this file.
pub(super) fn small_icon(shape: &'static str) -> impl IntoView {
    view! { <svg class="ui-icon ui-icon--sm" viewBox="0 0 16 16" aria-hidden="true" inner_html=shape></svg> }
}
