//! Isolation levels of SQLite: what a connection has, and how it is set.

use super::connection::Connection;
use super::dbapi::DbapiConnection;
use super::driver::DbValue;
use super::error::EngineError;
use super::events::SentParameters;
use crate::sql::value::Value;

impl Connection {
    /// `get_isolation_level()`
    ///
    /// # Errors
    /// As [`Self::checkout`].
    pub fn isolation_level(&self) -> Result<&'static str, EngineError> {
        let state = self
            .dbapi()?
            .execute("PRAGMA read_uncommitted", &SentParameters::empty())
            .map_err(|orig| self.wrap(orig, None, None, false))?;
        let on = matches!(state.cells.first(), Some(DbValue::Integer(1)));
        Ok(if on { "READ UNCOMMITTED" } else { "SERIALIZABLE" })
    }

    pub(super) fn is_autocommit(&self) -> bool {
        match self.options.borrow().get("isolation_level") {
            Some(Value::Text(level)) => &**level == "AUTOCOMMIT",
            _ => self.engine.isolation_level.as_deref() == Some("AUTOCOMMIT"),
        }
    }
}

/// Sets `isolation_level` of the library, or SQLite's PRAGMA.
///
/// # Errors
/// `ArgumentError` for a level that SQLite has not.
pub fn set_isolation_level(dbapi: &DbapiConnection, level: &str) -> Result<(), EngineError> {
    let level = level.replace('_', " ").to_uppercase();
    let pragma = |value: &str| {
        let _ = dbapi.execute(&format!("PRAGMA read_uncommitted = {value}"), &SentParameters::empty());
    };
    match &*level {
        "AUTOCOMMIT" => *dbapi.isolation_level.borrow_mut() = None,
        "SERIALIZABLE" => {
            *dbapi.isolation_level.borrow_mut() = Some("".into());
            pragma("0");
        }
        "READ UNCOMMITTED" => {
            *dbapi.isolation_level.borrow_mut() = Some("".into());
            pragma("1");
        }
        _ => {
            return Err(EngineError::argument(format!(
                "Invalid value '{level}' for isolation_level. Valid isolation levels for 'sqlite' are \
                 READ UNCOMMITTED, SERIALIZABLE, AUTOCOMMIT"
            )));
        }
    }
    Ok(())
}
