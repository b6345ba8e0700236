//! One SQLite connection in sql.js: statements kept by text, values in and out, transaction state.

use super::{
    bindings::{Sqlite, TRANSIENT},
    files::SqlJsFiles,
    functions::{RegisteredFunction, integer, refused},
    placeholders::Placeholders,
};
use crate::engine::{
    driver::{DbParameters, DbValue, DriverConnection, DriverError, Executed, FileNames, SqlFunction},
    pysqlite::{ONE_AT_A_TIME, is_dml, misuse, named_value, skip_comments, wrong_count},
};
use std::{collections::HashMap, rc::Rc};

/// Prepared statements kept by a connection, as many as Python's sqlite3 keeps.
const STATEMENT_CACHE_CAPACITY: usize = 128;

const ROW: i32 = 100;
const DONE: i32 = 101;

pub(super) struct SqlJsConnection {
    sqlite: Rc<Sqlite>,
    db: u32,
    statements: HashMap<Rc<str>, Prepared>,
    uses: u64,
    transaction: TransactionState,
    functions: Vec<RegisteredFunction>,
    files: Rc<SqlJsFiles>,
}

struct Prepared {
    stmt: u32,
    placeholders: Rc<Placeholders>,
    columns: Vec<Rc<str>>,
    last_use: u64,
}

/// sql.js does not export `sqlite3_get_autocommit`: mostly we know, else we try out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum TransactionState {
    Open,
    Closed,
    Unknown,
}

impl SqlJsConnection {
    pub(super) fn open(sqlite: Rc<Sqlite>, files: Rc<SqlJsFiles>, file: &str) -> Result<Self, DriverError> {
        let (code, db) = {
            let name = sqlite.put_c_text(file);
            let out = sqlite.allocate(4);
            let code = sqlite.module.open(name.pointer, out.pointer);
            (code, sqlite.read_u32(out.pointer))
        };
        let conn = Self {
            sqlite,
            db,
            statements: HashMap::new(),
            uses: 0,
            transaction: TransactionState::Closed,
            functions: Vec::new(),
            files,
        };
        if code == 0 { Ok(conn) } else { Err(conn.error(code)) }
    }

    fn error(&self, code: i32) -> DriverError {
        let message = self.sqlite.c_text(self.sqlite.module.errmsg(self.db));
        DriverError { code: extended_code(code, &message), message }
    }

    /// Compiles the first statement of `sql`; 0 when there is none, with where it ends in bytes.
    fn prepare(&self, sql: &str) -> Result<(u32, usize), DriverError> {
        let text = self.sqlite.put_c_text(sql);
        let out = self.sqlite.allocate(8);
        let code = self.sqlite.module.prepare(self.db, text.pointer, -1, out.pointer, out.pointer + 4);
        if code != 0 {
            return Err(self.error(code));
        }
        let tail = self.sqlite.read_u32(out.pointer + 4) - text.pointer;
        Ok((self.sqlite.read_u32(out.pointer), tail as usize))
    }

    /// The statement for `sql`, from the cache or new. It is taken out of the cache while in use.
    fn take_statement(&mut self, sql: &str) -> Result<Prepared, DriverError> {
        self.uses += 1;
        if let Some(mut prepared) = self.statements.remove(sql) {
            prepared.last_use = self.uses;
            return Ok(prepared);
        }
        if sql.contains('\0') {
            return Err(misuse("the query contains a null character"));
        }
        let (stmt, tail) = self.prepare(sql)?;
        let module = &self.sqlite.module;
        if !skip_comments(sql.get(tail..).unwrap_or_default()).is_empty() {
            module.finalize(stmt);
            return Err(misuse(ONE_AT_A_TIME));
        }
        let columns = if stmt == 0 { 0 } else { module.column_count(stmt) };
        let columns = (0..columns).map(|index| self.sqlite.c_text(module.column_name(stmt, index)).into()).collect();
        Ok(Prepared { stmt, placeholders: Rc::new(Placeholders::parse(sql)), columns, last_use: self.uses })
    }

    fn keep_statement(&mut self, sql: &str, prepared: Prepared) {
        if prepared.stmt == 0 {
            return;
        }
        self.sqlite.module.reset(prepared.stmt);
        self.sqlite.module.clear_bindings(prepared.stmt);
        if self.statements.len() >= STATEMENT_CACHE_CAPACITY
            && let Some(oldest) =
                self.statements.iter().min_by_key(|(_, it)| it.last_use).map(|(sql, _)| Rc::clone(sql))
            && let Some(oldest) = self.statements.remove(&oldest)
        {
            self.sqlite.module.finalize(oldest.stmt);
        }
        self.statements.insert(sql.into(), prepared);
    }

    fn bind(&self, stmt: u32, values: &[&DbValue]) -> Result<(), DriverError> {
        let module = &self.sqlite.module;
        for (index, value) in (1..).zip(values) {
            let code = match value {
                DbValue::Null => 0,
                // Larger ones were written into the text.
                DbValue::Integer(value) => module.bind_int(stmt, index, i32::try_from(*value).unwrap_or_default()),
                DbValue::Real(value) => module.bind_double(stmt, index, *value),
                DbValue::Text(text) => {
                    let bytes = self.sqlite.put(text.as_bytes());
                    module.bind_text(stmt, index, bytes.pointer, length(text.len())?, TRANSIENT)
                }
                DbValue::Blob(blob) => {
                    let bytes = self.sqlite.put(blob);
                    module.bind_blob(stmt, index, bytes.pointer, length(blob.len())?, TRANSIENT)
                }
            };
            if code != 0 {
                return Err(self.error(code));
            }
        }
        Ok(())
    }

    fn rows(&self, prepared: &Prepared) -> Result<Vec<DbValue>, DriverError> {
        let mut cells = Vec::new();
        if prepared.stmt == 0 {
            return Ok(cells);
        }
        loop {
            match self.sqlite.module.step(prepared.stmt) {
                ROW => cells.extend((0..length(prepared.columns.len())?).map(|it| self.cell(prepared.stmt, it))),
                DONE => return Ok(cells),
                code => return Err(self.error(code)),
            }
        }
    }

    fn cell(&self, stmt: u32, index: i32) -> DbValue {
        let module = &self.sqlite.module;
        match module.column_type(stmt, index) {
            1 => integer(module.column_double(stmt, index), || {
                let text = module.column_text(stmt, index);
                self.sqlite.text(text, module.column_bytes(stmt, index))
            }),
            2 => DbValue::Real(module.column_double(stmt, index)),
            3 => {
                let text = module.column_text(stmt, index);
                DbValue::Text(self.sqlite.text(text, module.column_bytes(stmt, index)).into())
            }
            4 => {
                let bytes = module.column_blob(stmt, index);
                DbValue::Blob(self.sqlite.bytes(bytes, module.column_bytes(stmt, index)).into())
            }
            _ => DbValue::Null,
        }
    }

    /// Runs a statement of ours that is not cached, and says whether it worked.
    fn works(&self, sql: &str) -> bool {
        let Ok((stmt, _)) = self.prepare(sql) else { return false };
        let code = self.sqlite.module.step(stmt);
        self.sqlite.module.finalize(stmt);
        code == DONE
    }
}

impl DriverConnection for SqlJsConnection {
    fn execute(&mut self, sql: &str, parameters: DbParameters<'_>) -> Result<Executed, DriverError> {
        let mut prepared = self.take_statement(sql)?;
        let placeholders = Rc::clone(&prepared.placeholders);
        let values = match values(&placeholders, parameters) {
            Ok(values) => values,
            Err(error) => {
                self.keep_statement(sql, prepared);
                return Err(error);
            }
        };
        let mut text = std::borrow::Cow::Borrowed(sql);
        if values.iter().any(|it| is_wide(it)) {
            self.keep_statement(sql, prepared);
            text = with_literals(sql, &placeholders, &values).into();
            prepared = self.take_statement(&text)?;
        }
        let narrow: Vec<&DbValue> = values.iter().copied().filter(|it| !is_wide(it)).collect();
        let is_rewritten = matches!(text, std::borrow::Cow::Owned(_));
        let result = if is_rewritten { self.bind(prepared.stmt, &narrow) } else { self.bind(prepared.stmt, &values) }
            .and_then(|()| self.rows(&prepared));
        let columns = prepared.columns.clone();
        let changes = match &result {
            Ok(_) if is_dml(sql) => u64::from(self.sqlite.module.changes(self.db).cast_unsigned()),
            _ => 0,
        };
        self.keep_statement(&text, prepared);
        self.transaction = self.transaction.after(sql, result.is_ok());
        let cells = result?;
        Ok(Executed { columns, cells, changes })
    }

    fn file_names(&self) -> &dyn FileNames {
        &*self.files
    }

    fn execute_script(&mut self, script: &str) -> Result<(), DriverError> {
        let mut rest = script;
        self.transaction = TransactionState::Unknown;
        while !skip_comments(rest).is_empty() {
            let (stmt, tail) = self.prepare(rest)?;
            rest = rest.get(tail..).unwrap_or_default();
            if stmt == 0 {
                continue;
            }
            let code = loop {
                match self.sqlite.module.step(stmt) {
                    ROW => {}
                    code => break code,
                }
            };
            let error = (code != DONE).then(|| self.error(code));
            self.sqlite.module.finalize(stmt);
            if let Some(error) = error {
                return Err(error);
            }
        }
        Ok(())
    }

    fn in_transaction(&mut self) -> bool {
        if self.transaction == TransactionState::Unknown {
            // `BEGIN` fails inside of a transaction, and takes no lock outside of one.
            self.transaction = if self.works("BEGIN") {
                self.works("ROLLBACK");
                TransactionState::Closed
            } else {
                TransactionState::Open
            };
        }
        self.transaction == TransactionState::Open
    }

    fn last_insert_rowid(&mut self) -> i64 {
        let got = self.execute("SELECT last_insert_rowid()", DbParameters::Positional(&[]));
        match got.map(|it| it.cells.into_iter().next()) {
            Ok(Some(DbValue::Integer(rowid))) => rowid,
            _ => 0,
        }
    }

    fn create_function(
        &mut self,
        name: &str,
        arity: i32,
        deterministic: bool,
        function: SqlFunction,
    ) -> Result<(), DriverError> {
        let registered = RegisteredFunction::new(&self.sqlite, self.db, name, arity, deterministic, function);
        self.functions.push(registered.map_err(refused)?);
        Ok(())
    }
}

impl Drop for SqlJsConnection {
    fn drop(&mut self) {
        for (_, prepared) in self.statements.drain() {
            self.sqlite.module.finalize(prepared.stmt);
        }
        self.sqlite.module.close(self.db);
    }
}

impl TransactionState {
    /// The state after a statement.
    fn after(self, sql: &str, is_ok: bool) -> Self {
        if !is_ok {
            // An error may have rolled back; one that could not does no harm to what was closed.
            return if self == Self::Closed { self } else { Self::Unknown };
        }
        let mut words = skip_comments(sql).split(|it: char| !it.is_ascii_alphanumeric()).map(str::to_ascii_uppercase);
        match words.next().as_deref() {
            Some("BEGIN" | "SAVEPOINT") => Self::Open,
            Some("COMMIT" | "END") => Self::Closed,
            Some("RELEASE") => Self::Unknown,
            Some("ROLLBACK") if words.any(|it| it == "TO") => self,
            Some("ROLLBACK") => Self::Closed,
            _ => self,
        }
    }
}

fn values<'a>(placeholders: &Placeholders, parameters: DbParameters<'a>) -> Result<Vec<&'a DbValue>, DriverError> {
    match parameters {
        DbParameters::Positional(values) if values.len() == placeholders.count() => Ok(values.iter().collect()),
        DbParameters::Positional(values) => Err(wrong_count(placeholders.count(), values.len())),
        DbParameters::Named(values) => placeholders
            .names
            .iter()
            .zip(1..)
            .map(|(name, index)| named_value(index, name.as_deref(), values))
            .collect(),
    }
}

/// Whether an integer is too wide for `sqlite3_bind_int`, the only one that sql.js exports.
fn is_wide(value: &DbValue) -> bool {
    matches!(value, DbValue::Integer(value) if i32::try_from(*value).is_err())
}

/// The statement with its wide integers written out, and the other placeholders numbered anew in
/// the order in which `narrow` values are bound.
fn with_literals(sql: &str, placeholders: &Placeholders, values: &[&DbValue]) -> String {
    let mut numbers = Vec::with_capacity(values.len());
    let mut narrow = 0;
    for value in values {
        if !is_wide(value) {
            narrow += 1;
        }
        numbers.push(narrow);
    }
    let mut text = String::with_capacity(sql.len() + 16);
    let mut at = 0;
    for it in &placeholders.all {
        text.push_str(&sql[at..it.start]);
        match values[it.index - 1] {
            DbValue::Integer(value) if is_wide(values[it.index - 1]) => text.push_str(&literal(*value)),
            _ => text.push_str(&format!("?{}", numbers[it.index - 1])),
        }
        at = it.end;
    }
    text.push_str(&sql[at..]);
    text
}

fn literal(value: i64) -> String {
    // The literal 9223372036854775808 under the minus would be a float.
    if value == i64::MIN { "(-9223372036854775807 - 1)".to_owned() } else { format!("({value})") }
}

fn length(len: usize) -> Result<i32, DriverError> {
    i32::try_from(len).map_err(|_| DriverError { code: 18, message: "string or blob too big".to_owned() })
}

/// sql.js gives the primary code only; SQLite's text tells the constraint.
fn extended_code(code: i32, message: &str) -> i32 {
    const CONSTRAINT: i32 = 19;
    if code != CONSTRAINT {
        return code;
    }
    let kinds = [("UNIQUE", 2067), ("NOT NULL", 1299), ("FOREIGN KEY", 787), ("CHECK", 275), ("PRIMARY KEY", 1555)];
    kinds.iter().find(|(kind, _)| message.starts_with(kind)).map_or(code, |(_, extended)| *extended)
}
