//! Errors of building and compiling statements, one variant for each of SQLAlchemy's classes.

use super::value::HostError;

/// What went wrong.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum SqlError {
    #[error("{0}")]
    Argument(String),
    #[error("{0}")]
    InvalidRequest(String),
    #[error("{0}")]
    Compile(String),
    #[error("{0}")]
    NoForeignKeys(String),
    #[error("{0}")]
    AmbiguousForeignKeys(String),
    #[error("an exception of the host language")]
    Host(HostError),
}
