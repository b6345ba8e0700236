//! SQL as data: types, schema, expressions, statements, and the compilers that spell them per dialect.

pub mod dml;
pub mod error;
pub mod expr;
pub mod labels;
pub mod operators;
pub mod schema;
pub mod select;
pub mod selectable;
pub mod types;
pub mod value;
pub use error::SqlError;
