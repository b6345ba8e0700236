//! The composition root of a run: interpreter, engine, driver, clock, trace.

pub mod conformance;
pub mod history;
pub mod inspect;
pub mod measure;
pub mod models;
pub mod normalise;
mod objects;
pub mod record;
pub mod runner;
pub mod shadow;
mod spelling;
pub mod statements;
pub mod trace;
