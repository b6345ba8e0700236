//! Database files in sql.js's file system in memory.
//!
//! sql.js does not hand that file system out. Its `Database` class reads and writes files of names of its
//! own, so each path is kept with the name that its file has there.

use super::bindings::Sqlite;
use crate::engine::driver::{DatabaseFiles, FileNames};
use js_sys::Uint8Array;
use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

pub(super) struct SqlJsFiles {
    sqlite: Rc<Sqlite>,
    names: RefCell<BTreeMap<String, String>>,
}

impl SqlJsFiles {
    pub(super) fn new(sqlite: Rc<Sqlite>) -> Self {
        Self { sqlite, names: RefCell::default() }
    }

    /// The name of a path's file, which SQLite makes when it is opened.
    pub(super) fn file(&self, path: &str) -> String {
        let made = || format!("/db{}", path.replace('/', "_"));
        self.names.borrow_mut().entry(path.to_owned()).or_insert_with(made).clone()
    }
}

impl FileNames for SqlJsFiles {
    fn name_of(&self, path: &str) -> String {
        self.file(path)
    }
    fn path_of(&self, name: &str) -> Option<String> {
        self.names.borrow().iter().find(|(_, it)| *it == name).map(|(path, _)| path.clone())
    }
}

impl DatabaseFiles for SqlJsFiles {
    fn paths(&self) -> Vec<String> {
        self.names.borrow().keys().cloned().collect()
    }

    fn read(&self, path: &str) -> Option<Vec<u8>> {
        let name = self.names.borrow().get(path).cloned()?;
        let handle = self.sqlite.open_handle(&name)?;
        let database = self.sqlite.database(None)?;
        // It exports whatever handle it has.
        let own = database.db();
        database.set_db(handle);
        let bytes = database.export().ok().map(|bytes| bytes.to_vec());
        database.set_db(own);
        database.close();
        self.sqlite.module.close(handle);
        bytes
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        self.remove(path);
        let Some(database) = self.sqlite.database(Some(Uint8Array::from(bytes))) else { return };
        let name = format!("/{}", database.filename());
        // Closing removes the file of that name: an empty one in its place.
        if let Some(empty) = self.sqlite.database(None) {
            database.set_filename(&empty.filename());
            database.close();
        }
        self.names.borrow_mut().insert(path.to_owned(), name);
    }

    fn remove(&self, path: &str) {
        let Some(name) = self.names.borrow_mut().remove(path) else { return };
        // Closing removes the file that it believes to be its own.
        if let Some(database) = self.sqlite.database(None) {
            database.set_filename(name.trim_start_matches('/'));
            database.close();
        }
    }
}
