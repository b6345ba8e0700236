//! A copy of a run's databases at any moment of it, made by sending again what the run sent. What is done
//! there changes nothing of the program's.

use super::statements::kind_of;
use crate::{
    engine::{
        driver::{DbParameters, DbValue, Driver, DriverConnection},
        journal::{Deed, Entry, Sent, Tape},
    },
    protocol::StatementKind,
};
use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

thread_local! {
    static SHADOW_COUNT: Cell<u32> = const { Cell::new(0) };
}

/// A copy.
pub struct Shadow {
    driver: Rc<dyn Driver>,
    tape: Rc<Tape>,
    /// How many entries of the tape it has seen.
    position: usize,
    connections: BTreeMap<u32, ShadowConnection>,
    /// The copy's file for each database of the run.
    files: BTreeMap<String, String>,
    /// All files that were made, to be removed.
    made: BTreeSet<String>,
    number: u32,
}

/// A connection of the copy.
pub struct ShadowConnection {
    /// The program's name of the database.
    pub database: String,
    /// Its file among the driver's.
    pub file: String,
    /// To it.
    pub conn: Box<dyn DriverConnection>,
}

/// What an entry does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It reads.
    None,
    /// It changes rows, or begins or ends a transaction.
    Rows,
    /// It changes tables.
    Schema,
}

/// What the statement of an entry may do.
pub fn effect(deed: &Deed) -> Effect {
    match deed {
        Deed::Executed { sql, .. } => match kind_of(sql) {
            StatementKind::Select => Effect::None,
            StatementKind::Ddl => Effect::Schema,
            StatementKind::Other if starts_with(sql, &["PRAGMA"]) && !sql.contains(['=', '(']) => Effect::None,
            StatementKind::Other if starts_with(sql, &["EXPLAIN", "ANALYZE"]) => Effect::None,
            StatementKind::Other if starts_with(sql, &["ATTACH", "DETACH"]) => Effect::Schema,
            _ => Effect::Rows,
        },
        Deed::Script { .. } => Effect::Schema,
        _ => Effect::Rows,
    }
}

/// Whether a statement begins with one of these words.
pub fn starts_with(sql: &str, words: &[&str]) -> bool {
    let start = sql.trim_start();
    words.iter().any(|it| start.get(..it.len()).is_some_and(|head| head.eq_ignore_ascii_case(it)))
}

impl Shadow {
    /// Before the run's first statement.
    pub fn new(driver: Rc<dyn Driver>, tape: Rc<Tape>) -> Self {
        let number = SHADOW_COUNT.get();
        SHADOW_COUNT.set(number + 1);
        Self {
            driver,
            tape,
            position: 0,
            connections: BTreeMap::new(),
            files: BTreeMap::new(),
            made: BTreeSet::new(),
            number,
        }
    }

    /// To the moment before entry `position`; backwards it begins anew.
    pub fn seek(&mut self, position: usize) {
        if position < self.position {
            self.clear();
        }
        while self.position < position.min(self.tape.entries.len()) {
            self.step();
        }
    }

    /// Sends the next entry. `None` at the end; false when SQLite refused it.
    pub fn step(&mut self) -> Option<bool> {
        let tape = Rc::clone(&self.tape);
        let Entry { connection, deed } = tape.entries.get(self.position)?;
        self.position += 1;
        Some(self.send(*connection, deed))
    }

    /// The entry that [`Self::step`] sends next.
    pub fn next_entry(&self) -> Option<&Entry> {
        self.tape.entries.get(self.position)
    }

    /// A connection, if it is open at this moment.
    pub fn connection(&mut self, connection: u32) -> Option<&mut ShadowConnection> {
        self.connections.get_mut(&connection)
    }

    /// All open connections.
    pub fn connections(&self) -> impl Iterator<Item = (u32, &ShadowConnection)> {
        self.connections.iter().map(|(number, it)| (*number, it))
    }

    /// The databases of the run so far with the bytes of their copies, uncommitted changes included.
    pub fn contents(&mut self) -> Vec<(String, Vec<u8>)> {
        for it in self.connections.values_mut() {
            if it.conn.in_transaction() {
                // A copy that is read here is not used again.
                drop(it.conn.execute("COMMIT", DbParameters::Positional(&[])));
            }
        }
        let read = |(database, file): (&String, &String)| Some((database.clone(), self.driver.files().read(file)?));
        let contents = self.files.iter().filter_map(read).collect();
        self.clear();
        contents
    }

    fn clear(&mut self) {
        self.position = 0;
        self.connections.clear();
        self.files.clear();
        for file in std::mem::take(&mut self.made) {
            self.driver.files().remove(&file);
        }
    }

    fn send(&mut self, connection: u32, deed: &Deed) -> bool {
        match deed {
            Deed::Opened { database, content } => self.open(connection, database, content.as_deref()),
            Deed::Closed => self.connections.remove(&connection).is_some(),
            Deed::FileWritten { path, bytes } => {
                let file = self.file(path);
                self.driver.files().write(&file, bytes);
                true
            }
            Deed::FileRemoved { path } => {
                if let Some(file) = self.files.remove(path) {
                    self.driver.files().remove(&file);
                }
                true
            }
            Deed::Script { sql } => {
                self.connections.get_mut(&connection).is_some_and(|it| it.conn.execute_script(sql).is_ok())
            }
            Deed::Executed { .. } if effect(deed) == Effect::None => true,
            Deed::Executed { sql, parameters, .. } if starts_with(sql, &["ATTACH"]) => {
                self.attach(connection, sql, parameters)
            }
            Deed::Executed { sql, parameters, .. } => self
                .connections
                .get_mut(&connection)
                .is_some_and(|it| it.conn.execute(sql, parameters.as_parameters()).is_ok()),
        }
    }

    fn open(&mut self, connection: u32, database: &str, content: Option<&[u8]>) -> bool {
        let path = database.strip_prefix("file:").unwrap_or(database);
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let has = |option: &str| query.split('&').any(|it| it == option);
        let is_memory = matches!(path, "" | ":memory:") || has("mode=memory");
        let (name, key) = match is_memory {
            true if has("cache=shared") => (format!("memory ({path})"), format!("memory:{path}")),
            true => (":memory:".to_owned(), format!(":memory: of connection {connection}")),
            false => (path.to_owned(), path.to_owned()),
        };
        let is_new = !self.files.contains_key(&key);
        let file = self.file(&key);
        if let Some(bytes) = content.filter(|_| is_new) {
            self.driver.files().write(&file, bytes);
        }
        match self.driver.open(&file) {
            Ok(mut conn) => {
                // A copy is not synchronised with any disk.
                drop(conn.execute("PRAGMA synchronous = OFF", DbParameters::Positional(&[])));
                self.connections.insert(connection, ShadowConnection { database: name, file, conn });
                true
            }
            Err(_) => false,
        }
    }

    /// ATTACH of one of the program's files goes to the file's copy.
    fn attach(&mut self, connection: u32, sql: &str, parameters: &Sent) -> bool {
        let quoted = sql.split('\'').nth(1);
        let name = match (quoted, parameters) {
            (Some(name), _) => name.to_owned(),
            (None, Sent::Positional(values)) => match values.first() {
                Some(DbValue::Text(name)) => name.to_string(),
                _ => return false,
            },
            (None, Sent::Named(_)) => return false,
        };
        if matches!(&*name, "" | ":memory:") {
            return self.run(connection, sql, parameters.as_parameters());
        }
        let path = self.connections.get(&connection).and_then(|it| it.conn.file_names().path_of(&name));
        let Some(path) = path else { return false };
        let file = self.file(&path);
        let Some(place) = self.connections.get(&connection).map(|it| it.conn.file_names().name_of(&file)) else {
            return false;
        };
        if quoted.is_some() {
            let sql = sql.replacen(&format!("'{name}'"), &format!("'{}'", place.replace('\'', "''")), 1);
            self.run(connection, &sql, DbParameters::Positional(&[]))
        } else {
            self.run(connection, sql, DbParameters::Positional(&[DbValue::Text(place.into())]))
        }
    }

    fn run(&mut self, connection: u32, sql: &str, parameters: DbParameters<'_>) -> bool {
        self.connections.get_mut(&connection).is_some_and(|it| it.conn.execute(sql, parameters).is_ok())
    }

    fn file(&mut self, key: &str) -> String {
        let number = self.number;
        let file = self.files.entry(key.to_owned()).or_insert_with(|| shadow_file(number, key)).clone();
        self.made.insert(file.clone());
        file
    }
}

impl Drop for Shadow {
    fn drop(&mut self) {
        self.clear();
    }
}

fn shadow_file(number: u32, key: &str) -> String {
    format!("/copy-{number}/{}", key.trim_start_matches('/').replace([' ', ':'], "-"))
}

/// A name as SQL takes it.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// A value that is a text; empty for anything else.
pub(super) fn text(value: &DbValue) -> String {
    if let DbValue::Text(it) = value { it.to_string() } else { String::new() }
}
