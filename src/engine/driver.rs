//! What the engine needs of a SQLite library: implemented over rusqlite natively and over sql.js in
//! the browser. Knows nothing of SQLAlchemy, and has no transaction logic of its own.

use std::rc::Rc;

/// A value as SQLite stores it.
#[derive(Clone, Debug, PartialEq)]
pub enum DbValue {
    /// SQL NULL
    Null,
    /// 64-bit signed integer
    Integer(i64),
    /// IEEE double
    Real(f64),
    /// UTF-8 text
    Text(Rc<str>),
    /// Bytes
    Blob(Rc<[u8]>),
}

/// The parameters of one execution.
#[derive(Clone, Copy, Debug)]
pub enum DbParameters<'a> {
    /// `?` in order
    Positional(&'a [DbValue]),
    /// `:name`, `@name` or `$name`; the names come without the sign. Extra names are ignored.
    Named(&'a [(String, DbValue)]),
}

/// What an execution gave.
#[derive(Clone, Debug, Default)]
pub struct Executed {
    /// Column names of the result; empty when the statement returns no rows by nature.
    pub columns: Vec<Rc<str>>,
    /// The cells of all rows, row after row: `columns.len()` cells a row.
    pub cells: Vec<DbValue>,
    /// Rows inserted, updated or deleted by this statement; 0 for anything else.
    pub changes: u64,
}

/// SQLite's own error.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct DriverError {
    /// The extended result code, such as 2067 (SQLITE_CONSTRAINT_UNIQUE); the primary code is its low byte.
    pub code: i32,
    /// SQLite's message, such as `no such table: author`.
    pub message: String,
}

/// A Python-side SQL function: arguments in, a value or an error text out.
pub type SqlFunction = Box<dyn Fn(&[DbValue]) -> Result<DbValue, String>>;

/// Opens connections.
pub trait Driver {
    /// Opens a connection to `database`: `":memory:"` is a database private to the connection, any
    /// other name is a file of [`Self::files`] that several connections share as real SQLite connections.
    ///
    /// # Errors
    /// SQLite's, such as 14 `unable to open database file`.
    fn open(&self, database: &str) -> Result<Box<dyn DriverConnection>, DriverError>;

    /// SQLite's version, such as `3.54.1`.
    fn library_version(&self) -> String;

    /// The files of its databases.
    fn files(&self) -> &dyn DatabaseFiles;
}

/// Database files: a file system of their own that lives as long as the driver. Paths are absolute.
pub trait DatabaseFiles {
    /// What there is, in order of the paths.
    fn paths(&self) -> Vec<String>;
    /// A file's bytes.
    fn read(&self, path: &str) -> Option<Vec<u8>>;
    /// Makes a file, or replaces its bytes.
    fn write(&self, path: &str, bytes: &[u8]);
    /// Removes a file, if it is there.
    fn remove(&self, path: &str);
}

/// The name under which SQLite knows the file of a path, for files beside the one that was opened.
pub trait FileNames {
    /// The name of a path's file.
    fn name_of(&self, path: &str) -> String;
    /// The path of a file.
    fn path_of(&self, name: &str) -> Option<String>;
}

/// One SQLite connection. Dropping it closes it; an open transaction is rolled back.
pub trait DriverConnection {
    /// Runs one statement to its end and returns all its rows.
    ///
    /// Prepared statements are kept by text, so that running the same text again skips parsing.
    ///
    /// # Errors
    /// SQLite's; code 21 with `You can only execute one statement at a time.` for more than one, and
    /// `Incorrect number of bindings supplied. ...` as Python's sqlite3 words it.
    fn execute(&mut self, sql: &str, parameters: DbParameters<'_>) -> Result<Executed, DriverError>;

    /// Names of files.
    fn file_names(&self) -> &dyn FileNames;

    /// Runs every statement of a script without parameters.
    ///
    /// # Errors
    /// SQLite's, for the first statement that fails.
    fn execute_script(&mut self, script: &str) -> Result<(), DriverError>;

    /// Whether a transaction is open (`sqlite3_get_autocommit` is 0).
    fn in_transaction(&mut self) -> bool;

    /// `sqlite3_last_insert_rowid`
    fn last_insert_rowid(&mut self) -> i64;

    /// Registers a scalar SQL function; `arity` -1 takes any number of arguments.
    ///
    /// # Errors
    /// SQLite's, when the library refuses the name or arity.
    fn create_function(
        &mut self,
        name: &str,
        arity: i32,
        deterministic: bool,
        function: SqlFunction,
    ) -> Result<(), DriverError>;
}
