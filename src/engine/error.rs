//! Errors of executing statements.

use crate::sql::SqlError;
use crate::sql::value::HostError;

/// What went wrong.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum EngineError {
    #[error(transparent)]
    Sql(#[from] SqlError),
    #[error("an exception of the host language")]
    Host(HostError),
}
