//! A database connection as Python's `sqlite3` gives it: its classes of error, its late BEGIN, its
//! conversions of values. The layer between the driver and the engine.

use super::driver::{DbParameters, DbValue, DriverConnection, DriverError, Executed};
use super::error::DbapiError;
use super::events::{Hub, SentParameters};
use super::pysqlite::is_dml;
use crate::sql::value::{HostObject, HostSlot, Value};
use crate::util::surrogates;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Turns a value of the host into one that SQLite stores, as `sqlite3.register_adapter` does.
///
/// `Err` is the name of the host's type, for the message.
pub type Adapter = Rc<dyn Fn(&dyn HostObject) -> Result<DbValue, String>>;

/// Finds the path of a database that a program attaches.
pub type Locate = Rc<dyn Fn(&str) -> Option<String>>;

/// One real connection.
pub struct DbapiConnection {
    /// Its number in the run, from 1.
    pub number: u32,
    driver: RefCell<Option<Box<dyn DriverConnection>>>,
    /// `isolation_level` of `sqlite3`: `None` never begins by itself, text is put behind BEGIN.
    pub isolation_level: RefCell<Option<Rc<str>>>,
    adapter: RefCell<Option<Adapter>>,
    /// The path of a file that a program names; `None` where it cannot be.
    locate: Option<Locate>,
    /// `cursor.lastrowid` after the last execution.
    pub last_insert_rowid: Cell<i64>,
    /// The host's object.
    pub host: HostSlot,
}

impl std::fmt::Debug for DbapiConnection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DbapiConnection({})", self.number)
    }
}

/// What a cursor has after an execution.
#[derive(Clone, Debug, Default)]
pub struct CursorState {
    /// Names of the result's columns; empty when there is none.
    pub columns: Vec<Rc<str>>,
    /// The cells of all rows.
    pub cells: Vec<DbValue>,
    /// `rowcount`; -1 for what is not INSERT, UPDATE, DELETE or REPLACE.
    pub row_count: i64,
    /// `lastrowid`
    pub last_insert_rowid: i64,
}

impl CursorState {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        if self.columns.is_empty() { 0 } else { self.cells.len() / self.columns.len() }
    }
    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl DbapiConnection {
    /// Wraps a connection of the driver.
    pub fn new(
        driver: Box<dyn DriverConnection>,
        hub: &Hub,
        adapter: Option<Adapter>,
        locate: Option<Locate>,
    ) -> Rc<Self> {
        Rc::new(Self {
            number: hub.next_connection(),
            driver: RefCell::new(Some(driver)),
            isolation_level: RefCell::new(Some("".into())),
            adapter: RefCell::new(adapter),
            locate,
            last_insert_rowid: Cell::new(0),
            host: HostSlot::default(),
        })
    }

    /// Closes it; an open transaction is rolled back by SQLite.
    pub fn close(&self) {
        self.driver.borrow_mut().take();
    }

    /// Whether it is closed.
    pub fn is_closed(&self) -> bool {
        self.driver.borrow().is_none()
    }

    fn with_driver<R>(
        &self,
        call: impl FnOnce(&mut dyn DriverConnection) -> Result<R, DbapiError>,
    ) -> Result<R, DbapiError> {
        // Taken out while it runs: a Python function inside SQL may come back to this connection.
        let taken = self.driver.borrow_mut().take();
        let Some(mut driver) = taken else {
            return Err(DbapiError::closed_database());
        };
        let result = call(&mut *driver);
        *self.driver.borrow_mut() = Some(driver);
        result
    }

    /// Whether a transaction is really open.
    pub fn in_transaction(&self) -> bool {
        self.driver.borrow_mut().as_mut().is_some_and(|it| it.in_transaction())
    }

    /// `cursor.execute`
    ///
    /// # Errors
    /// SQLite's, in the classes of `sqlite3`.
    pub fn execute(&self, sql: &str, parameters: &SentParameters) -> Result<CursorState, DbapiError> {
        let is_dml = is_dml(sql);
        encodable(sql)?;
        if let SentParameters::Many(sets) = parameters {
            return self.execute_many(sql, sets, is_dml);
        }
        if is_dml {
            self.begin_late()?;
        }
        let done = self.run(sql, parameters)?;
        Ok(self.state(done, is_dml))
    }

    /// `cursor.executemany`
    fn execute_many(&self, sql: &str, sets: &[SentParameters], is_dml: bool) -> Result<CursorState, DbapiError> {
        if !is_dml {
            return Err(programming("executemany() can only execute DML statements."));
        }
        self.begin_late()?;
        let mut changes: i64 = 0;
        for set in sets {
            let done = self.run(sql, set)?;
            changes += i64::try_from(done.changes).unwrap_or(i64::MAX);
        }
        Ok(CursorState { row_count: changes, ..CursorState::default() })
    }

    fn begin_late(&self) -> Result<(), DbapiError> {
        let Some(level) = self.isolation_level.borrow().clone() else { return Ok(()) };
        if self.in_transaction() {
            return Ok(());
        }
        let begin = if level.is_empty() { "BEGIN".to_owned() } else { format!("BEGIN {level}") };
        self.run(&begin, &SentParameters::empty()).map(|_| ())
    }

    /// Runs a statement; files that it names are those of the program.
    fn run(&self, sql: &str, parameters: &SentParameters) -> Result<Executed, DbapiError> {
        let first = sql.trim_start().as_bytes().first().map_or(b' ', u8::to_ascii_uppercase);
        let Some(locate) = self.locate.as_ref().filter(|_| matches!(first, b'A' | b'P')) else {
            return self.run_as_is(sql, parameters);
        };
        if starts_with_words(sql, "PRAGMA DATABASE_LIST") {
            let mut done = self.run_as_is(sql, parameters)?;
            for cell in done.cells.iter_mut().skip(2).step_by(3) {
                if let DbValue::Text(name) = cell
                    && let Some(path) = self.with_driver(|it| Ok(it.file_names().path_of(name)))?
                {
                    *cell = DbValue::Text(path.into());
                }
            }
            return Ok(done);
        }
        if !starts_with_words(sql, "ATTACH") {
            return self.run_as_is(sql, parameters);
        }
        let place = |name: &str| -> Result<String, DbapiError> {
            if name.is_empty() || name == ":memory:" || name.starts_with("file:") {
                return Ok(name.to_owned());
            }
            match locate(name) {
                Some(path) => self.with_driver(|it| Ok(it.file_names().name_of(&path))),
                None => Err(DbapiError {
                    class: "OperationalError",
                    message: format!("unable to open database: {name}").into(),
                    sqlite_code: 14,
                }),
            }
        };
        if let Some((before, name, after)) = quoted_text(sql) {
            let sql = format!("{before}'{}'{after}", place(&name)?.replace('\'', "''"));
            return self.run_as_is(&sql, parameters);
        }
        let mut parameters = parameters.clone();
        if let SentParameters::Positional(values) = &mut parameters
            && let Some(Value::Text(name)) = values.first()
        {
            values[0] = Value::text(place(name)?);
        }
        self.run_as_is(sql, &parameters)
    }

    fn run_as_is(&self, sql: &str, parameters: &SentParameters) -> Result<Executed, DbapiError> {
        match parameters {
            SentParameters::Positional(values) => {
                let mut bound = Vec::with_capacity(values.len());
                for (index, value) in values.iter().enumerate() {
                    bound.push(self.adapt(value, || (index + 1).to_string())?);
                }
                self.with_driver(|it| it.execute(sql, DbParameters::Positional(&bound)).map_err(dbapi_error))
            }
            SentParameters::Named(pairs) => {
                let mut bound = Vec::with_capacity(pairs.len());
                for (name, value) in pairs {
                    bound.push((name.to_string(), self.adapt(value, || format!("':{name}'"))?));
                }
                self.with_driver(|it| it.execute(sql, DbParameters::Named(&bound)).map_err(dbapi_error))
            }
            SentParameters::Many(_) => Err(programming("Error binding parameter 1: type 'list' is not supported")),
        }
    }

    fn state(&self, done: Executed, is_dml: bool) -> CursorState {
        let last_insert_rowid = self.driver.borrow_mut().as_mut().map_or(0, |it| it.last_insert_rowid());
        self.last_insert_rowid.set(last_insert_rowid);
        let row_count = if is_dml { i64::try_from(done.changes).unwrap_or(i64::MAX) } else { -1 };
        CursorState { columns: done.columns, cells: done.cells, row_count, last_insert_rowid }
    }

    /// `connection.total_changes`
    ///
    /// # Errors
    /// SQLite's.
    pub fn total_changes(&self) -> Result<i64, DbapiError> {
        let done = self.run("SELECT total_changes()", &SentParameters::empty())?;
        Ok(if let Some(DbValue::Integer(count)) = done.cells.first() { *count } else { 0 })
    }

    /// `cursor.executescript`: commits first, then runs the whole script.
    ///
    /// # Errors
    /// SQLite's.
    pub fn execute_script(&self, script: &str) -> Result<(), DbapiError> {
        encodable(script)?;
        self.commit()?;
        self.with_driver(|it| it.execute_script(script).map_err(dbapi_error))
    }

    /// `connection.commit()`: nothing without a real transaction.
    ///
    /// # Errors
    /// SQLite's, such as a deferred foreign key.
    pub fn commit(&self) -> Result<(), DbapiError> {
        if self.is_closed() {
            return Err(DbapiError::closed_database());
        }
        if self.in_transaction() {
            self.run("COMMIT", &SentParameters::empty())?;
        }
        Ok(())
    }

    /// `connection.rollback()`: nothing without a real transaction.
    ///
    /// # Errors
    /// SQLite's.
    pub fn rollback(&self) -> Result<(), DbapiError> {
        if self.is_closed() {
            return Err(DbapiError::closed_database());
        }
        if self.in_transaction() {
            self.run("ROLLBACK", &SentParameters::empty())?;
        }
        Ok(())
    }

    /// `connection.create_function`
    ///
    /// # Errors
    /// SQLite's.
    pub fn create_function(
        &self,
        name: &str,
        arity: i32,
        deterministic: bool,
        function: super::driver::SqlFunction,
    ) -> Result<(), DbapiError> {
        self.with_driver(|it| it.create_function(name, arity, deterministic, function).map_err(dbapi_error))
    }

    fn adapt(&self, value: &Value, place: impl Fn() -> String) -> Result<DbValue, DbapiError> {
        let refused = |type_name: &str| {
            if type_name == "int" {
                // Python's own exception, and not one of the library's.
                let message = "Python int too large to convert to SQLite INTEGER".into();
                return DbapiError { class: DbapiError::OVERFLOW, message, sqlite_code: 0 };
            }
            if let Some(code_points) = type_name.strip_prefix("str:") {
                return DbapiError { class: DbapiError::UNENCODABLE, message: code_points.into(), sqlite_code: 0 };
            }
            programming(&format!("Error binding parameter {}: type '{type_name}' is not supported", place()))
        };
        Ok(match value {
            Value::Null => DbValue::Null,
            Value::Bool(it) => DbValue::Integer(i64::from(*it)),
            Value::Int(it) => DbValue::Integer(*it),
            Value::Float(it) if it.is_nan() => DbValue::Null,
            Value::Float(it) => DbValue::Real(*it),
            Value::Text(it) => DbValue::Text(it.clone()),
            Value::Bytes(it) => DbValue::Blob(it.clone()),
            Value::List(_) => return Err(refused("tuple")),
            Value::Host(it) => {
                let adapter = self.adapter.borrow().clone();
                match adapter {
                    Some(adapter) => adapter(&**it).map_err(|type_name| refused(&type_name))?,
                    None => return Err(refused("object")),
                }
            }
        })
    }
}

/// Whether the first words of a statement are these, in capitals.
fn starts_with_words(sql: &str, words: &str) -> bool {
    let mut found = sql.split_ascii_whitespace();
    words.split(' ').all(|word| found.next().is_some_and(|it| it.trim_end_matches(';').eq_ignore_ascii_case(word)))
}

/// The first text in quotes: what is before it, the text, what is behind it.
fn quoted_text(sql: &str) -> Option<(&str, String, &str)> {
    let start = sql.find('\'')?;
    let mut end = start + 1;
    loop {
        end += sql[end..].find('\'')?;
        if !sql[end + 1..].starts_with('\'') {
            return Some((&sql[..start], sql[start + 1..end].replace("''", "'"), &sql[end + 1..]));
        }
        end += 2;
    }
}

fn programming(message: &str) -> DbapiError {
    DbapiError { class: "ProgrammingError", message: message.into(), sqlite_code: 0 }
}

/// The class of `sqlite3` for a result code.
fn dbapi_error(error: DriverError) -> DbapiError {
    let class = match error.code & 0xff {
        2 | 12 => "InternalError",
        1 | 3 | 4 | 5 | 6 | 8 | 9 | 10 | 13 | 14 | 15 | 16 | 17 => "OperationalError",
        18 => "DataError",
        19 | 20 => "IntegrityError",
        21 if ["one statement", "binding", "null character"].iter().any(|it| error.message.contains(it)) => {
            "ProgrammingError"
        }
        21 | 25 => "InterfaceError",
        _ => "DatabaseError",
    };
    DbapiError { class, message: error.message.into(), sqlite_code: error.code }
}

/// Refuses SQL that has no UTF-8.
fn encodable(sql: &str) -> Result<(), DbapiError> {
    if !surrogates::any_in(sql) {
        return Ok(());
    }
    let points: Vec<_> = sql.chars().map(|it| format!("{:x}", surrogates::code_point(it))).collect();
    Err(DbapiError { class: DbapiError::UNENCODABLE, message: points.join(" ").into(), sqlite_code: 0 })
}
