//! The object-relational mapper, in SQLAlchemy's own concepts. Knows no Python.

pub mod entity;
pub mod errors;
pub mod host;
pub mod identity;
pub mod mapper;
pub mod path;
pub mod plugin;
pub mod properties;
pub mod relationships;
pub mod session;
pub mod state;
pub mod strategy_options;
