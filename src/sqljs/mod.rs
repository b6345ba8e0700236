//! The [`Driver`] over sql.js (SQLite in WebAssembly), for the browser's worker.
//!
//! It works on SQLite's own C functions, which sql.js exports beside its classes, and reads results
//! straight from its memory: sql.js's `Statement.get` would cost a JavaScript object a row. Files live
//! in sql.js's in-memory file system, so that two connections to one name are two real SQLite
//! connections, with real locks. No JavaScript value leaves this folder.

mod bindings;
mod connection;
mod files;
mod functions;
mod placeholders;

use crate::engine::driver::{DatabaseFiles, DbParameters, DbValue, Driver, DriverConnection, DriverError};
use bindings::Sqlite;
use connection::SqlJsConnection;
use files::SqlJsFiles;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// Opens databases in sql.js.
pub struct SqlJsDriver {
    sqlite: Rc<Sqlite>,
    files: Rc<SqlJsFiles>,
}

impl SqlJsDriver {
    /// Takes over what `static/worker_loader.js` prepared: `{ module, memory }` of sql.js.
    ///
    /// # Errors
    /// A sentence, when this is not the sql.js that the driver was written for.
    pub fn from_loaded(loaded: JsValue) -> Result<Self, String> {
        let sqlite = Sqlite::new(loaded.unchecked_into())?;
        let sqlite = Rc::new(sqlite);
        Ok(Self { files: Rc::new(SqlJsFiles::new(Rc::clone(&sqlite))), sqlite })
    }
}

impl Driver for SqlJsDriver {
    fn open(&self, database: &str) -> Result<Box<dyn DriverConnection>, DriverError> {
        let file = match database {
            "" | ":memory:" => ":memory:".to_owned(),
            uri if uri.starts_with("file:") => self.file_from_uri(uri),
            path => self.files.file(path),
        };
        let mut conn = SqlJsConnection::open(Rc::clone(&self.sqlite), Rc::clone(&self.files), &file)?;
        let query = database.split_once('?').map_or("", |it| it.1);
        if database.starts_with("file:") && query.split('&').any(|it| it == "mode=ro") {
            // sql.js opens everything for writing; SQLite's message is the same this way.
            conn.execute("PRAGMA query_only = 1", DbParameters::Positional(&[]))?;
        }
        Ok(Box::new(conn))
    }

    fn library_version(&self) -> String {
        let version = SqlJsConnection::open(Rc::clone(&self.sqlite), Rc::clone(&self.files), ":memory:")
            .and_then(|mut conn| conn.execute("SELECT sqlite_version()", DbParameters::Positional(&[])));
        match version.map(|it| it.cells.into_iter().next()) {
            Ok(Some(DbValue::Text(version))) => version.to_string(),
            _ => "unknown".to_owned(),
        }
    }

    fn files(&self) -> &dyn DatabaseFiles {
        &*self.files
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
            return ":memory:".to_owned();
        }
        self.files.file(path)
    }
}
