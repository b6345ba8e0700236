//! The composition root of a run: interpreter, engine, driver, clock, trace.

pub mod conformance;
pub mod normalise;
mod objects;
pub mod record;
pub mod runner;
pub mod statements;
pub mod trace;
