//! SQL as data: types, schema, expressions, statements, and the compilers that spell them per dialect.

pub mod build;
pub mod cache_key;
pub mod compare;
pub mod compile;
pub mod ddl;
pub mod dml;
pub mod error;
pub mod expr;
pub mod extension;
pub mod labels;
pub mod naming;
pub mod operators;
pub mod quoted_name;
pub mod reduce;
pub mod schema;
pub mod schema_ops;
pub mod select;
pub mod selectable;
pub mod sort;
pub mod traverse;
pub mod types;
pub mod value;
pub use error::SqlError;
