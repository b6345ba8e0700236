//! The Python side: the interpreter, its standard library, and the `sqlalchemy` package over the core.

pub mod failure;
mod frozen;
pub mod host;
pub mod interpreter;
mod reset;
mod stdlib;
