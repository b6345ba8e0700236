//! The SQL log's list: which rows there are, and which of them are in sight. Pure.

pub mod cause;
pub mod diff;
pub mod html;
pub mod rows;
pub mod window;
