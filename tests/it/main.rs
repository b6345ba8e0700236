//! it

mod sql;
