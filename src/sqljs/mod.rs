//! The [`Driver`] over sql.js (SQLite in WebAssembly), for the browser's worker.
//!
//! It works on SQLite's own C functions, which sql.js exports beside its classes, and reads results
//! straight from its memory: sql.js's `Statement.get` would cost a JavaScript object a row. Files live
//! in sql.js's in-memory file system, so that two connections to one name are two real SQLite
//! connections, with real locks. No JavaScript value leaves this folder.

mod bindings;
mod connection;
mod functions;
mod placeholders;

use crate::engine::driver::{DbParameters, DbValue, Driver, DriverConnection, DriverError};
use bindings::Sqlite;
use connection::SqlJsConnection;
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue};

/// Opens databases in sql.js.
pub struct SqlJsDriver {
    sqlite: Rc<Sqlite>,
    /// Numbers the private databases.
    memory_count: Cell<u32>,
}

impl SqlJsDriver {
    /// Takes over what `static/worker_loader.js` prepared: `{ module, memory }` of sql.js.
    ///
    /// # Errors
    /// A sentence, when this is not the sql.js that the driver was written for.
    pub fn from_loaded(loaded: JsValue) -> Result<Self, String> {
        let sqlite = Sqlite::new(loaded.unchecked_into())?;
        Ok(Self { sqlite: Rc::new(sqlite), memory_count: Cell::new(0) })
    }
}

impl Driver for SqlJsDriver {
    fn open(&self, database: &str) -> Result<Box<dyn DriverConnection>, DriverError> {
        let file = match database {
            "" | ":memory:" => ":memory:".to_owned(),
            uri if uri.starts_with("file:") => self.file_from_uri(uri),
            path => file_name(path),
        };
        Ok(Box::new(SqlJsConnection::open(Rc::clone(&self.sqlite), &file)?))
    }

    fn library_version(&self) -> String {
        let version = SqlJsConnection::open(Rc::clone(&self.sqlite), ":memory:")
            .and_then(|mut conn| conn.execute("SELECT sqlite_version()", DbParameters::Positional(&[])));
        match version.map(|it| it.cells.into_iter().next()) {
            Ok(Some(DbValue::Text(version))) => version.to_string(),
            _ => "unknown".to_owned(),
        }
    }
}

impl SqlJsDriver {
    /// `file:name?mode=memory&cache=shared` is one database by that name; without `cache=shared` it
    /// is private to the connection.
    fn file_from_uri(&self, uri: &str) -> String {
        let rest = uri.trim_start_matches("file:");
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let has = |option: &str| query.split('&').any(|it| it == option);
        if path == ":memory:" || has("mode=memory") {
            if has("cache=shared") {
                return format!("/shared-memory-{}", path.replace('/', "_"));
            }
            self.memory_count.set(self.memory_count.get() + 1);
            return ":memory:".to_owned();
        }
        file_name(path)
    }
}

/// All files are in one folder of sql.js's file system.
fn file_name(path: &str) -> String {
    format!("/db-{}", path.trim_start_matches("./").replace('/', "_"))
}
