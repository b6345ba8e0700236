//! ORM Playground: SQLAlchemy programs in the browser on an ORM engine written in Rust.
//!
//! Layers, lowest first; `tests/tidy.rs` holds the direction of their imports (see ARCHITECTURE.md).

#[macro_use]
extern crate rustpython_derive;

pub mod util;

pub mod protocol;

pub mod sql;

pub mod engine;

pub mod orm;

pub mod python;

pub mod worker;

#[cfg(target_arch = "wasm32")]
pub mod sqljs;

#[cfg(target_arch = "wasm32")]
pub mod web;

#[cfg(target_arch = "wasm32")]
pub mod ui;
