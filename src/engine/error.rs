//! The engine's errors: each names the class of `sqlalchemy.exc` it becomes, and its text.

use super::events::SentParameters;
use super::reprs;
use crate::sql::error::SqlError;
use crate::sql::value::HostError;
use std::rc::Rc;

/// An error of the database library, in the class of Python's `sqlite3`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DbapiError {
    /// `IntegrityError`, `OperationalError`, ...
    pub class: &'static str,
    /// SQLite's message.
    pub message: Rc<str>,
    /// SQLite's extended result code; 0 where it did not come from SQLite.
    pub sqlite_code: i32,
}

impl DbapiError {
    /// Class of an integer that SQLite cannot hold: Python's own, which nothing wraps.
    pub const OVERFLOW: &'static str = "OverflowError";
    /// Class of a text with lone surrogates: Python's own, too. The message is its code points, as hexadecimal numbers.
    pub const UNENCODABLE: &'static str = "UnicodeEncodeError";

    /// That of a connection which was closed.
    pub fn closed_database() -> Self {
        Self { class: "ProgrammingError", message: "Cannot operate on a closed database.".into(), sqlite_code: 0 }
    }
    /// Whether the connection turned out to be closed.
    pub fn is_disconnect(&self) -> bool {
        self.class == "ProgrammingError" && self.message.contains("Cannot operate on a closed database.")
    }
}

/// A statement that failed, with what was sent.
#[derive(Clone, Debug)]
pub struct FailedStatement {
    /// The SQL text, if there was one.
    pub statement: Option<Rc<str>>,
    /// The parameters.
    pub parameters: Option<Rc<SentParameters>>,
    /// Parameters are not shown.
    pub hide_parameters: bool,
    /// It was an executemany.
    pub many: bool,
    /// The connection turned out to be lost.
    pub connection_invalidated: bool,
}

/// What can go wrong.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum EngineError {
    /// An error of the database library, wrapped in the class of the same name.
    Dbapi {
        /// The library's.
        orig: DbapiError,
        /// What was sent.
        failed: FailedStatement,
    },
    /// An error of the database library as it is: what a pool gives before an engine wraps it.
    Driver(DbapiError),
    /// An exception of the host while parameters were processed: `StatementError`.
    Statement {
        /// What went wrong.
        orig: Box<EngineError>,
        /// What was to be sent.
        failed: FailedStatement,
    },
    /// An error of the SQL layer.
    Sql(SqlError),
    /// Any other error of `sqlalchemy.exc`.
    Core {
        /// Name of the class, such as `InvalidRequestError`.
        class: &'static str,
        /// The text.
        message: String,
        /// Code of the "Background on this error" link.
        code: Option<&'static str>,
        /// What was to be sent, for the classes under `StatementError`.
        failed: Option<FailedStatement>,
    },
    /// An exception of the host that passes unchanged.
    Host(HostError),
}

impl EngineError {
    /// `InvalidRequestError`
    pub fn invalid_request(message: impl Into<String>) -> Self {
        Self::core("InvalidRequestError", message, None)
    }
    /// `ArgumentError`
    pub fn argument(message: impl Into<String>) -> Self {
        Self::core("ArgumentError", message, None)
    }
    /// Any class of `sqlalchemy.exc`.
    pub fn core(class: &'static str, message: impl Into<String>, code: Option<&'static str>) -> Self {
        Self::Core { class, message: message.into(), code, failed: None }
    }
    /// `ResourceClosedError` of a closed connection.
    pub fn closed() -> Self {
        Self::core("ResourceClosedError", "This Connection is closed", None)
    }
    /// The text without the host's part, for logs and Rust tests.
    pub fn summary(&self) -> String {
        match self {
            Self::Dbapi { orig, failed } => {
                let mut text = format!("(sqlite3.{}) {}", orig.class, orig.message);
                if let Some(statement) = &failed.statement {
                    text.push_str(&format!("\n[SQL: {statement}]"));
                }
                if let Some(parameters) = failed.parameters.as_ref().filter(|it| !it.is_empty()) {
                    text.push_str(&format!("\n[parameters: {}]", reprs::parameters_repr(parameters)));
                }
                text
            }
            Self::Driver(it) => it.message.to_string(),
            Self::Statement { orig, .. } => orig.summary(),
            Self::Sql(error) => error.to_string(),
            Self::Core { message, .. } => message.clone(),
            Self::Host(_) => "exception of the host".to_owned(),
        }
    }
}

impl std::fmt::Display for EngineError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.summary())
    }
}

impl std::error::Error for EngineError {}

impl From<SqlError> for EngineError {
    fn from(error: SqlError) -> Self {
        match error {
            SqlError::Host(host) => Self::Host(host),
            other => Self::Sql(other),
        }
    }
}
