//! What a run sent to SQLite, in order, so that it can be sent again to a copy: a driver over another
//! one. Knows nothing of who asks for the copy.

use super::driver::{
    DatabaseFiles, DbParameters, DbValue, Driver, DriverConnection, DriverError, Executed, FileNames, SqlFunction,
};
use std::{
    cell::{Cell, RefCell},
    collections::HashSet,
    rc::Rc,
};

/// More cells than this are not kept: the tape is cut there.
const MOST_CELLS: usize = 4_000_000;

/// One thing that was asked of SQLite.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Which connection, counted from 0 in the order of opening; of no meaning for files.
    pub connection: u32,
    /// What.
    pub deed: Deed,
}

/// What was asked of SQLite.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Deed {
    /// A connection was opened. `content`: the file's bytes when the run met it first.
    Opened {
        database: String,
        content: Option<Rc<[u8]>>,
    },
    Executed {
        sql: Rc<str>,
        parameters: Sent,
        failed: bool,
    },
    Script {
        sql: String,
    },
    Closed,
    FileWritten {
        path: String,
        bytes: Rc<[u8]>,
    },
    FileRemoved {
        path: String,
    },
}

/// Parameters that were sent.
#[derive(Clone, Debug)]
pub enum Sent {
    /// `?` in order
    Positional(Box<[DbValue]>),
    /// By name.
    Named(Box<[(String, DbValue)]>),
}

impl Sent {
    /// As a driver takes them.
    pub fn as_parameters(&self) -> DbParameters<'_> {
        match self {
            Self::Positional(values) => DbParameters::Positional(values),
            Self::Named(pairs) => DbParameters::Named(pairs),
        }
    }

    fn from_parameters(parameters: DbParameters<'_>) -> Self {
        match parameters {
            DbParameters::Positional(values) => Self::Positional(values.into()),
            DbParameters::Named(pairs) => Self::Named(pairs.into()),
        }
    }

    fn len(&self) -> usize {
        match self {
            Self::Positional(values) => values.len(),
            Self::Named(pairs) => pairs.len(),
        }
    }
}

/// All of a run.
#[derive(Clone, Debug, Default)]
pub struct Tape {
    /// In order.
    pub entries: Vec<Entry>,
    /// It became too long; what came later is not in it.
    pub is_cut: bool,
}

/// Keeps the tape while somebody wants it.
#[derive(Debug, Default)]
pub struct Journal {
    is_on: Cell<bool>,
    tape: RefCell<Tape>,
    cells: Cell<usize>,
    texts: RefCell<HashSet<Rc<str>>>,
    known_files: RefCell<HashSet<String>>,
    connection_count: Cell<u32>,
    received: Cell<Received>,
}

/// What came back from SQLite.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Received {
    /// Rows.
    pub rows: u64,
    /// Values in them.
    pub cells: u64,
    /// Bytes of the values: 8 for a number, the length of texts and bytes.
    pub bytes: u64,
}

impl Received {
    fn add(&mut self, done: &Executed) {
        let bytes = |it: &DbValue| match it {
            DbValue::Null => 0,
            DbValue::Integer(_) | DbValue::Real(_) => 8,
            DbValue::Text(it) => it.len() as u64,
            DbValue::Blob(it) => it.len() as u64,
        };
        self.cells += done.cells.len() as u64;
        self.rows += done.cells.len().checked_div(done.columns.len()).unwrap_or(0) as u64;
        self.bytes += done.cells.iter().map(bytes).sum::<u64>();
    }
}

impl Journal {
    /// What came back since the start of the tape.
    pub fn received(&self) -> Received {
        self.received.get()
    }

    /// Begins a new tape.
    pub fn start(&self) {
        self.stop();
        self.is_on.set(true);
    }

    /// Forgets the tape.
    pub fn stop(&self) {
        self.is_on.set(false);
        self.cells.set(0);
        self.received.take();
        self.texts.borrow_mut().clear();
        self.known_files.borrow_mut().clear();
        self.tape.take();
    }

    /// A copy of the tape as it is now.
    pub fn tape(&self) -> Tape {
        self.tape.borrow().clone()
    }

    /// How many entries there are so far.
    pub fn len(&self) -> usize {
        self.tape.borrow().entries.len()
    }

    /// Whether there is no entry yet.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn push(&self, connection: u32, deed: Deed) {
        if !self.is_on.get() {
            return;
        }
        let cells = 2 + match &deed {
            Deed::Executed { parameters, .. } => parameters.len(),
            _ => 0,
        };
        let mut tape = self.tape.borrow_mut();
        self.cells.set(self.cells.get() + cells);
        if self.cells.get() > MOST_CELLS {
            tape.is_cut = true;
        } else {
            tape.entries.push(Entry { connection, deed });
        }
    }

    fn executed(&self, connection: u32, sql: &str, parameters: DbParameters<'_>, failed: bool) {
        if !self.is_on.get() {
            return;
        }
        let mut texts = self.texts.borrow_mut();
        let sql = match texts.get(sql) {
            Some(known) => Rc::clone(known),
            None => {
                let text: Rc<str> = sql.into();
                texts.insert(Rc::clone(&text));
                text
            }
        };
        drop(texts);
        self.push(connection, Deed::Executed { sql, parameters: Sent::from_parameters(parameters), failed });
    }
}

/// A driver that keeps a journal.
pub struct JournalDriver {
    inner: Rc<dyn Driver>,
    journal: Rc<Journal>,
}

impl JournalDriver {
    /// Over `inner`, whose connections it opens.
    pub fn new(inner: Rc<dyn Driver>, journal: Rc<Journal>) -> Self {
        Self { inner, journal }
    }

    /// The bytes of a file that the run meets for the first time.
    fn first_content(&self, database: &str) -> Option<Rc<[u8]>> {
        let path = database.strip_prefix("file:").unwrap_or(database);
        let path = path.split_once('?').map_or(path, |it| it.0);
        if matches!(path, "" | ":memory:") || !self.journal.known_files.borrow_mut().insert(path.to_owned()) {
            return None;
        }
        self.inner
            .files()
            .paths()
            .iter()
            .any(|it| it == path)
            .then(|| self.inner.files().read(path))
            .flatten()
            .map(Rc::from)
    }
}

impl Driver for JournalDriver {
    fn open(&self, database: &str) -> Result<Box<dyn DriverConnection>, DriverError> {
        let content = if self.journal.is_on.get() { self.first_content(database) } else { None };
        let inner = self.inner.open(database)?;
        let connection = self.journal.connection_count.get();
        self.journal.connection_count.set(connection + 1);
        self.journal.push(connection, Deed::Opened { database: database.to_owned(), content });
        Ok(Box::new(JournalConnection { inner, journal: Rc::clone(&self.journal), connection }))
    }

    fn library_version(&self) -> String {
        self.inner.library_version()
    }

    fn files(&self) -> &dyn DatabaseFiles {
        self
    }
}

impl DatabaseFiles for JournalDriver {
    fn paths(&self) -> Vec<String> {
        self.inner.files().paths()
    }

    fn read(&self, path: &str) -> Option<Vec<u8>> {
        self.inner.files().read(path)
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        self.inner.files().write(path, bytes);
        self.journal.push(0, Deed::FileWritten { path: path.to_owned(), bytes: bytes.into() });
    }

    fn remove(&self, path: &str) {
        self.inner.files().remove(path);
        self.journal.push(0, Deed::FileRemoved { path: path.to_owned() });
    }
}

struct JournalConnection {
    inner: Box<dyn DriverConnection>,
    journal: Rc<Journal>,
    connection: u32,
}

impl DriverConnection for JournalConnection {
    fn execute(&mut self, sql: &str, parameters: DbParameters<'_>) -> Result<Executed, DriverError> {
        let done = self.inner.execute(sql, parameters);
        if let (true, Ok(done)) = (self.journal.is_on.get(), &done) {
            let mut received = self.journal.received.get();
            received.add(done);
            self.journal.received.set(received);
        }
        self.journal.executed(self.connection, sql, parameters, done.is_err());
        done
    }

    fn file_names(&self) -> &dyn FileNames {
        self.inner.file_names()
    }

    fn execute_script(&mut self, script: &str) -> Result<(), DriverError> {
        self.journal.push(self.connection, Deed::Script { sql: script.to_owned() });
        self.inner.execute_script(script)
    }

    fn in_transaction(&mut self) -> bool {
        self.inner.in_transaction()
    }

    fn last_insert_rowid(&mut self) -> i64 {
        self.inner.last_insert_rowid()
    }

    fn create_function(
        &mut self,
        name: &str,
        arity: i32,
        deterministic: bool,
        function: SqlFunction,
    ) -> Result<(), DriverError> {
        self.inner.create_function(name, arity, deterministic, function)
    }
}

impl Drop for JournalConnection {
    fn drop(&mut self) {
        self.journal.push(self.connection, Deed::Closed);
    }
}
