//! The [`Driver`] over rusqlite with its bundled SQLite, for the command-line program and the tests.

use super::{
    driver::{
        DatabaseFiles, DbParameters, DbValue, Driver, DriverConnection, DriverError, Executed, FileNames, SqlFunction,
    },
    native_files::NativeFiles,
    pysqlite::{ONE_AT_A_TIME, is_dml, misuse, named_value, skip_comments, wrong_count},
};
use rusqlite::{
    CachedStatement, Connection, Error, OpenFlags,
    config::DbConfig,
    functions::FunctionFlags,
    types::{ToSqlOutput, Value, ValueRef},
};
use std::{cell::RefCell, collections::HashMap, rc::Rc, time::Duration};

/// Prepared statements kept by a connection, as many as Python's sqlite3 keeps.
const STATEMENT_CACHE_CAPACITY: usize = 128;

/// Opens SQLite databases in memory, and in files of a folder that goes away with the driver.
#[derive(Debug, Default)]
pub struct NativeDriver {
    files: Rc<NativeFiles>,
}

impl Driver for NativeDriver {
    fn open(&self, database: &str) -> Result<Box<dyn DriverConnection>, DriverError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX
            | OpenFlags::SQLITE_OPEN_URI;
        let place = match database {
            "" | ":memory:" => database.to_owned(),
            uri if uri.starts_with("file:") => {
                let (path, query) = uri["file:".len()..].split_once('?').unwrap_or((&uri["file:".len()..], ""));
                match query.split('&').any(|it| it == "mode=memory") || path == ":memory:" {
                    true => uri.to_owned(),
                    false => {
                        // The path is plain here, and quoted in a URI.
                        let place =
                            self.files.name_of(path).replace('%', "%25").replace('?', "%3f").replace('#', "%23");
                        format!("file:{place}?{query}")
                    }
                }
            }
            path => self.files.name_of(path),
        };
        let conn = Connection::open_with_flags(place, flags).map_err(driver_error)?;
        // The bundled build turns foreign keys on; SQLite's and Python's default is off.
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, false).map_err(driver_error)?;
        // One thread: whoever holds the lock cannot let go while we wait.
        conn.busy_timeout(Duration::ZERO).map_err(driver_error)?;
        conn.set_prepared_statement_cache_capacity(STATEMENT_CACHE_CAPACITY);
        Ok(Box::new(NativeConnection { conn, functions: Vec::new(), files: Rc::clone(&self.files) }))
    }

    fn library_version(&self) -> String {
        rusqlite::version().to_owned()
    }

    fn files(&self) -> &dyn DatabaseFiles {
        &*self.files
    }
}

struct NativeConnection {
    conn: Connection,
    functions: Vec<FunctionHandle>,
    files: Rc<NativeFiles>,
}

impl DriverConnection for NativeConnection {
    fn execute(&mut self, sql: &str, parameters: DbParameters<'_>) -> Result<Executed, DriverError> {
        if sql.contains('\0') {
            return Err(misuse("the query contains a null character"));
        }
        if skip_comments(sql).is_empty() {
            return Ok(Executed::default());
        }
        let mut stmt = self.conn.prepare_cached(sql).map_err(driver_error)?;
        bind(&mut stmt, parameters)?;
        let columns: Vec<Rc<str>> = stmt.column_names().map(Rc::from).collect();
        let mut cells = Vec::new();
        let mut rows = stmt.raw_query();
        while let Some(row) = rows.next().map_err(driver_error)? {
            for index in 0..columns.len() {
                cells.push(value_from_ref(row.get_ref(index).map_err(driver_error)?));
            }
        }
        drop(rows);
        drop(stmt);
        let changes = if is_dml(sql) { self.conn.changes() } else { 0 };
        Ok(Executed { columns, cells, changes })
    }

    fn file_names(&self) -> &dyn FileNames {
        &*self.files
    }

    fn execute_script(&mut self, script: &str) -> Result<(), DriverError> {
        self.conn.execute_batch(script).map_err(driver_error)
    }

    fn in_transaction(&mut self) -> bool {
        !self.conn.is_autocommit()
    }

    fn last_insert_rowid(&mut self) -> i64 {
        self.conn.last_insert_rowid()
    }

    fn create_function(
        &mut self,
        name: &str,
        arity: i32,
        deterministic: bool,
        function: SqlFunction,
    ) -> Result<(), DriverError> {
        let handle = FunctionHandle::new(function);
        let id = handle.id;
        let mut flags = FunctionFlags::SQLITE_UTF8;
        if deterministic {
            flags |= FunctionFlags::SQLITE_DETERMINISTIC;
        }
        self.conn
            .create_scalar_function(name, arity, flags, move |context| {
                let arguments: Vec<DbValue> =
                    (0..context.len()).map(|index| value_from_ref(context.get_raw(index))).collect();
                call_function(id, &arguments)
                    .map(sql_from_value)
                    .map_err(|message| Error::UserFunctionError(message.into()))
            })
            .map_err(driver_error)?;
        self.functions.push(handle);
        Ok(())
    }
}

fn bind(stmt: &mut CachedStatement<'_>, parameters: DbParameters<'_>) -> Result<(), DriverError> {
    let count = stmt.parameter_count();
    match parameters {
        DbParameters::Positional(values) => {
            if values.len() != count {
                return Err(wrong_count(count, values.len()));
            }
            for (index, value) in values.iter().enumerate() {
                stmt.raw_bind_parameter(index + 1, Bound(value)).map_err(driver_error)?;
            }
        }
        DbParameters::Named(values) => {
            for index in 1..=count {
                let sign_and_name = stmt.parameter_name(index).map(str::to_owned);
                let value = named_value(index, sign_and_name.as_deref(), values)?;
                stmt.raw_bind_parameter(index, Bound(value)).map_err(driver_error)?;
            }
        }
    }
    Ok(())
}

struct Bound<'a>(&'a DbValue);

impl rusqlite::ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self.0 {
            DbValue::Null => ValueRef::Null,
            DbValue::Integer(value) => ValueRef::Integer(*value),
            DbValue::Real(value) => ValueRef::Real(*value),
            DbValue::Text(text) => ValueRef::Text(text.as_bytes()),
            DbValue::Blob(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

fn value_from_ref(value: ValueRef<'_>) -> DbValue {
    match value {
        ValueRef::Null => DbValue::Null,
        ValueRef::Integer(value) => DbValue::Integer(value),
        ValueRef::Real(value) => DbValue::Real(value),
        ValueRef::Text(text) => DbValue::Text(String::from_utf8_lossy(text).into()),
        ValueRef::Blob(bytes) => DbValue::Blob(bytes.into()),
    }
}

fn sql_from_value(value: DbValue) -> Value {
    match value {
        DbValue::Null => Value::Null,
        DbValue::Integer(value) => Value::Integer(value),
        DbValue::Real(value) => Value::Real(value),
        DbValue::Text(text) => Value::Text(text.to_string()),
        DbValue::Blob(bytes) => Value::Blob(bytes.to_vec()),
    }
}

fn driver_error(error: Error) -> DriverError {
    match error {
        Error::SqliteFailure(code, message) => {
            DriverError { code: code.extended_code, message: message.unwrap_or_else(|| code.to_string()) }
        }
        Error::SqlInputError { error, msg, .. } => DriverError { code: error.extended_code, message: msg },
        Error::MultipleStatement => misuse(ONE_AT_A_TIME),
        other => DriverError { code: 1, message: other.to_string() },
    }
}

// rusqlite wants functions that could move to another thread. Ours hold Python objects and never do:
// SQLite gets their number, and they stay in this thread's table while the connection is open.
thread_local! {
    static FUNCTIONS: RefCell<(u64, HashMap<u64, Rc<SqlFunction>>)> = RefCell::default();
}

struct FunctionHandle {
    id: u64,
}

impl FunctionHandle {
    fn new(function: SqlFunction) -> Self {
        FUNCTIONS.with_borrow_mut(|(last, table)| {
            *last += 1;
            table.insert(*last, Rc::new(function));
            Self { id: *last }
        })
    }
}

impl Drop for FunctionHandle {
    fn drop(&mut self) {
        let function = FUNCTIONS.with_borrow_mut(|(_, table)| table.remove(&self.id));
        // Dropped outside of the borrow: a Python function may take others with it.
        drop(function);
    }
}

fn call_function(id: u64, arguments: &[DbValue]) -> Result<DbValue, String> {
    let function = FUNCTIONS.with_borrow(|(_, table)| table.get(&id).cloned());
    function.map_or_else(|| Err("the connection is closed".to_owned()), |it| it(arguments))
}

#[cfg(test)]
#[path = "native_tests.rs"]
mod tests;
