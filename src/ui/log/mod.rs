//! The SQL log's list: which rows there are, and which of them are in sight. Pure.

pub mod cause;
pub mod detail;
pub mod diff;
pub mod html;
mod parameters;
pub mod rows;
pub mod window;
