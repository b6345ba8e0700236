//! The composition root of a run: interpreter, engine, driver, clock, trace.
