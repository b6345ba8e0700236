//! Errors of the SQL layer. Each variant is one class of `sqlalchemy.exc`, with its text.

use super::value::HostError;

/// An error with SQLAlchemy's class, text and, where it has one, code.
#[derive(Clone, Debug, thiserror::Error)]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum SqlError {
    #[error("{0}")]
    Argument(String),
    #[error("{0}")]
    InvalidRequest(String),
    #[error("{0}")]
    Compile(String),
    /// `InvalidRequestError`, code cd3x
    #[error("{0}")]
    MissingBind(String),
    #[error("{0}")]
    UnsupportedCompilation(String),
    #[error("{0}")]
    NoForeignKeys(String),
    #[error("{0}")]
    AmbiguousForeignKeys(String),
    #[error("{message}")]
    NoReferencedTable { message: String, table: String },
    #[error("{message}")]
    NoReferencedColumn { message: String, table: String, column: String },
    #[error("{0}")]
    NoSuchColumn(String),
    #[error("{0}")]
    DuplicateColumn(String),
    #[error("{0}")]
    CircularDependency(String),
    #[error("{0}")]
    Identifier(String),
    /// `InvalidRequestError` that shows the FROM object which nothing leads to.
    #[error("{}", cannot_join(&super::build::from_description(.0)))]
    CannotJoin(super::selectable::From),
    /// Python's `NotImplementedError`
    #[error("{0}")]
    NotImplemented(String),
    /// Python's `TypeError`
    #[error("{0}")]
    Type(String),
    /// Python's `KeyError`
    #[error("{0}")]
    Key(String),
    /// Python's `AttributeError`
    #[error("{0}")]
    Attribute(String),
    /// An exception of the host that passes through.
    #[error("{0:?}")]
    Host(HostError),
}

impl SqlError {
    /// `ArgumentError`
    pub fn argument(message: impl Into<String>) -> Self {
        Self::Argument(message.into())
    }
    /// `InvalidRequestError`
    pub fn invalid_request(message: impl Into<String>) -> Self {
        Self::InvalidRequest(message.into())
    }
    /// `CompileError`
    pub fn compile(message: impl Into<String>) -> Self {
        Self::Compile(message.into())
    }
    /// The part of the link behind the message, such as `cd3x`.
    pub fn code(&self) -> Option<&'static str> {
        match self {
            Self::MissingBind(_) => Some("cd3x"),
            Self::UnsupportedCompilation(_) => Some("l7de"),
            _ => None,
        }
    }
    /// The name of the class in `sqlalchemy.exc`, or of Python's own.
    pub fn class_name(&self) -> &'static str {
        match self {
            Self::Argument(_) => "ArgumentError",
            Self::InvalidRequest(_) | Self::MissingBind(_) | Self::CannotJoin(_) => "InvalidRequestError",
            Self::Compile(_) => "CompileError",
            Self::UnsupportedCompilation(_) => "UnsupportedCompilationError",
            Self::NoForeignKeys(_) => "NoForeignKeysError",
            Self::AmbiguousForeignKeys(_) => "AmbiguousForeignKeysError",
            Self::NoReferencedTable { .. } => "NoReferencedTableError",
            Self::NoReferencedColumn { .. } => "NoReferencedColumnError",
            Self::NoSuchColumn(_) => "NoSuchColumnError",
            Self::DuplicateColumn(_) => "DuplicateColumnError",
            Self::CircularDependency(_) => "CircularDependencyError",
            Self::Identifier(_) => "IdentifierError",
            Self::NotImplemented(_) => "NotImplementedError",
            Self::Type(_) => "TypeError",
            Self::Key(_) => "KeyError",
            Self::Attribute(_) => "AttributeError",
            Self::Host(_) => "",
        }
    }
}

/// The message of [`SqlError::CannotJoin`] for an object that is shown like this.
pub fn cannot_join(shown: &str) -> String {
    format!(
        "Don't know how to join to {shown}. Please use the .select_from() method to establish an explicit left side, as \
         well as providing an explicit ON clause if not present already to help resolve the ambiguity."
    )
}

impl std::convert::From<HostError> for SqlError {
    fn from(error: HostError) -> Self {
        Self::Host(error)
    }
}
