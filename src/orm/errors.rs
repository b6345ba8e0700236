//! The ORM's errors, one variant for each of SQLAlchemy's classes, with SQLAlchemy's texts.

use crate::engine::EngineError;
use crate::sql::SqlError;
use crate::sql::value::HostError;

/// Result of an ORM operation.
pub type OrmResult<T> = Result<T, OrmError>;

/// What went wrong.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum OrmError {
    /// `sqlalchemy.exc.ArgumentError`
    #[error("{0}")]
    Argument(String),
    /// The same with a code.
    #[error("{0}")]
    ArgumentCoded(String, &'static str),
    /// `sqlalchemy.exc.InvalidRequestError`; the second is its code, if any.
    #[error("{0}")]
    InvalidRequest(String, Option<&'static str>),
    /// `sqlalchemy.orm.exc.UnmappedInstanceError`
    #[error("{0}")]
    UnmappedInstance(String),
    /// `sqlalchemy.orm.exc.DetachedInstanceError`, code `bhk3`
    #[error("{0}")]
    DetachedInstance(String),
    /// `sqlalchemy.orm.exc.ObjectDeletedError`
    #[error("{0}")]
    ObjectDeleted(String),
    /// `sqlalchemy.orm.exc.StaleDataError`
    #[error("{0}")]
    StaleData(String),
    /// `sqlalchemy.orm.exc.LoaderStrategyException`
    #[error("{0}")]
    LoaderStrategy(String),
    /// `sqlalchemy.orm.exc.FlushError`
    #[error("{0}")]
    Flush(String),
    /// `sqlalchemy.exc.PendingRollbackError`, code `7s2a`
    #[error("{0}")]
    PendingRollback(String),
    /// `sqlalchemy.exc.NoForeignKeysError`
    #[error("{0}")]
    NoForeignKeys(String),
    /// `sqlalchemy.exc.AmbiguousForeignKeysError`
    #[error("{0}")]
    AmbiguousForeignKeys(String),
    /// `sqlalchemy.exc.CircularDependencyError`
    #[error("{0}")]
    CircularDependency(String),
    /// `AssertionError`
    #[error("{0}")]
    Assertion(String),
    /// `AttributeError`
    #[error("{0}")]
    Attribute(String),
    /// `ValueError`
    #[error("{0}")]
    Value(String),
    /// `KeyError`: the class has no such attribute.
    #[error("{0}")]
    Key(String),
    /// `AssertionError`: a primary key would become NULL.
    #[error("{0}")]
    BlankPrimaryKey(String),
    /// `sqlalchemy.orm.exc.UnmappedColumnError`
    #[error("{0}")]
    UnmappedColumn(String),
    /// `sqlalchemy.exc.UnboundExecutionError`
    #[error("{0}")]
    Unbound(String),
    /// `sqlalchemy.exc.IllegalStateChangeError`
    #[error("{0}")]
    IllegalStateChange(String),
    /// `sqlalchemy.exc.NoSuchColumnError`
    #[error("{0}")]
    NoSuchColumn(String),
    /// `sqlalchemy.exc.MultipleResultsFound`
    #[error("{0}")]
    MultipleResultsFound(String),
    /// `NotImplementedError`: a part that the playground does not have, by name.
    #[error("{0}")]
    NotImplemented(String),
    #[error(transparent)]
    Sql(#[from] SqlError),
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// An exception of the host, passed on unchanged.
    #[error("an exception of the host language")]
    Host(HostError),
}

impl OrmError {
    /// `InvalidRequestError` without a code.
    pub fn invalid(text: impl Into<String>) -> Self {
        Self::InvalidRequest(text.into(), None)
    }
}

impl From<HostError> for OrmError {
    fn from(error: HostError) -> Self {
        Self::Host(error)
    }
}
