//! The timeline at the bottom: the run on its virtual clock, and the moment that every panel shows.

#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "its view is the browser's"))]
mod layout;
#[cfg(test)]
mod layout_tests;
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "its view is the browser's"))]
pub(super) mod moment;
#[cfg(target_arch = "wasm32")]
mod view;

#[cfg(target_arch = "wasm32")]
pub(super) use view::Timeline;
