//! The Python side: the interpreter, its standard library, and the `sqlalchemy` package over the core.

pub(crate) mod exc;
pub mod failure;
mod frozen;
pub mod host;
pub mod interpreter;
mod reset;
pub mod sqlalchemy;
mod stdlib;
pub(crate) mod value;
