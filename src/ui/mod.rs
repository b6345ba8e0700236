//! The page. `state` folds the worker's events, the panels show the fold.
//!
//! The fold and what shapes it for the eye (`run`, `log`, `program`, `traceback`, `format`,
//! `sql_text`) are plain Rust that native tests drive; the rest is Leptos and exists only in the
//! browser.

#![cfg_attr(
    target_arch = "wasm32",
    expect(unreachable_pub, reason = "Leptos makes the function inside a component `pub`")
)]

pub mod answers;
pub mod beyond;
pub mod compare;
pub mod data;
pub mod diagram;
pub mod format;
pub mod hints;
pub mod link;
pub mod log;
pub mod page_names;
pub mod plan;
pub mod program;
pub mod run;
pub mod sql_text;
pub mod state;
pub mod traceback;

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
mod editor;
#[cfg(target_arch = "wasm32")]
mod examples;
#[cfg(target_arch = "wasm32")]
mod help;
#[cfg(target_arch = "wasm32")]
mod icons;
#[cfg(target_arch = "wasm32")]
mod keys;
#[cfg(target_arch = "wasm32")]
mod live;
#[cfg(target_arch = "wasm32")]
mod menus;
#[cfg(target_arch = "wasm32")]
mod notices;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod palette;
#[cfg(target_arch = "wasm32")]
mod panels;
#[cfg(target_arch = "wasm32")]
mod programs;
#[cfg(target_arch = "wasm32")]
mod share;
mod timeline;
#[cfg(target_arch = "wasm32")]
mod topbar;

#[cfg(target_arch = "wasm32")]
pub use app::mount;
