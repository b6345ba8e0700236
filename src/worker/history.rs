//! What a run's databases held at each moment: the run is sent to a copy once more, where triggers tell of each
//! row that changes. What triggers cannot see (a ROLLBACK, virtual tables) is read again and compared.

use super::shadow::{Effect, Shadow, effect, quoted, starts_with, text};
use crate::{
    engine::{
        driver::{DbParameters, DbValue, Driver, DriverConnection},
        journal::{Deed, Tape},
    },
    protocol::{DataCell, DataColumn, DataHistory, RowChange, Step, TableHistory},
};
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

/// More cells than this are not told.
const MOST_CELLS: usize = 1_500_000;
/// Tables with more columns are read again instead of being watched: SQLite's functions take so many arguments.
const WATCHED_COLUMNS: usize = 90;
const FUNCTION: &str = "_playground_changed";
/// How many bytes of a BLOB are shown.
const SHOWN_BYTES: usize = 24;

/// Which entries of the tape a statement of the log sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its first entry.
    pub start: usize,
    /// The entry after its last one.
    pub end: usize,
}

/// What the databases of `tape` held. `marks`: one a statement, in order.
pub fn history(driver: Rc<dyn Driver>, tape: &Rc<Tape>, marks: &[Mark]) -> DataHistory {
    let mut fold = Fold::new(tape.is_cut);
    let mut shadow = Shadow::new(driver, Rc::clone(tape));
    let mut statement = 0;
    for at in 0..tape.entries.len() {
        while marks.get(statement).is_some_and(|it| it.start <= at) {
            statement += 1;
        }
        // `statement` began at or before this entry, or none did.
        let is_inside = statement.checked_sub(1).and_then(|it| marks.get(it)).is_some_and(|it| at < it.end);
        fold.step = Step::try_from(2 * statement).unwrap_or(Step::MAX).saturating_add(Step::from(!is_inside));
        fold.entry(&mut shadow);
        if fold.out.is_cut {
            break;
        }
    }
    fold.out
}

type Key = (u8, i64, String);

/// What a trigger told: table, key before, cells with their key afterwards.
struct Told {
    table: usize,
    removed: Option<DbValue>,
    added: Option<(DbValue, Rc<[DbValue]>)>,
}

/// A table that is there now.
struct Table {
    /// Its place in the history.
    index: usize,
    file: String,
    name: String,
    key: String,
    sql: Vec<String>,
    is_watched: bool,
    rows: BTreeMap<Key, Rc<[DbValue]>>,
}

#[derive(Default)]
struct Watched {
    /// Tables with triggers on this connection, by their place in the history.
    tables: BTreeSet<usize>,
    /// Tables touched in the open transaction.
    touched: BTreeSet<usize>,
    /// The schema changed in the open transaction.
    has_new_schema: bool,
    /// The schemas that were read last.
    generation: u32,
}

struct Fold {
    out: DataHistory,
    step: Step,
    cells: usize,
    tables: Vec<Table>,
    connections: BTreeMap<u32, Watched>,
    /// Goes up with each change of a schema.
    generation: u32,
    told: Rc<RefCell<Vec<Told>>>,
}

impl Fold {
    fn new(is_cut: bool) -> Self {
        Self {
            out: DataHistory { is_cut, ..DataHistory::default() },
            step: 0,
            cells: 0,
            tables: Vec::new(),
            connections: BTreeMap::new(),
            generation: 0,
            told: Rc::default(),
        }
    }

    /// Sends the next entry and takes in what it did.
    fn entry(&mut self, shadow: &mut Shadow) {
        let Some((number, deed)) = shadow.next_entry().map(|it| (it.connection, it.deed.clone())) else { return };
        let effect = effect(&deed);
        match deed {
            Deed::Opened { .. } => {
                shadow.step();
                self.opened(shadow, number);
                return;
            }
            Deed::Closed => {
                self.connections.remove(&number);
            }
            _ => {}
        }
        let is_schema = effect == Effect::Schema;
        if let (Effect::Schema, Some(it)) = (effect, shadow.connection(number)) {
            self.unwatch(number, &mut *it.conn);
        } else if effect == Effect::Rows
            && self.connections.get(&number).is_some_and(|it| it.generation != self.generation)
        {
            self.scan(shadow, number, false);
        }
        let was_open = shadow.connection(number).is_some_and(|it| it.conn.in_transaction());
        let is_done = shadow.step().unwrap_or(false);
        self.take_told(number);
        let is_open = shadow.connection(number).is_some_and(|it| it.conn.in_transaction());
        let is_rollback = matches!(&deed, Deed::Executed { sql, .. } if starts_with(sql, &["ROLLBACK"]))
            || (was_open && !is_open && !is_done);
        if is_schema {
            self.scan(shadow, number, true);
        } else if is_rollback || !is_done {
            self.undone(shadow, number);
        } else if effect == Effect::Rows {
            self.read_unwatched(shadow, number);
        }
        if let Some(it) = self.connections.get_mut(&number) {
            if is_open {
                it.has_new_schema |= is_schema;
            } else {
                it.touched.clear();
                it.has_new_schema = false;
            }
        }
    }

    fn opened(&mut self, shadow: &mut Shadow, number: u32) {
        let told = Rc::clone(&self.told);
        let Some(it) = shadow.connection(number) else { return };
        if !self.out.databases.contains(&it.database) {
            self.out.databases.push(it.database.clone());
        }
        let take = move |arguments: &[DbValue]| {
            told.borrow_mut().extend(told_by(arguments));
            Ok(DbValue::Null)
        };
        // Without them nothing is told; the copy is not worth a panic.
        drop(it.conn.create_function(FUNCTION, -1, false, Box::new(take)));
        drop(it.conn.execute("PRAGMA recursive_triggers = ON", DbParameters::Positional(&[])));
        self.connections.insert(number, Watched::default());
        self.scan(shadow, number, true);
    }

    /// Reads the schema of a connection. `is_own`: it is the connection that may have changed it.
    fn scan(&mut self, shadow: &mut Shadow, number: u32, is_own: bool) {
        let Some(it) = shadow.connection(number) else { return };
        let database = it.database.clone();
        let mut found = BTreeSet::new();
        let mut files = BTreeSet::new();
        let mut news = Vec::new();
        for (schema, file) in schemas(&mut *it.conn) {
            let label = if schema == "main" { database.clone() } else { schema.clone() };
            for (name, sql) in tables_of(&mut *it.conn, &schema) {
                let known = self.tables.iter().position(|it| it.file == file && it.name == name);
                let is_same = known.is_some_and(|at| self.tables[at].sql.first() == sql.first());
                if let Some(at) = known.filter(|_| is_same || !is_own) {
                    self.tables[at].sql.clone_from(&sql);
                    self.out.tables[self.tables[at].index].sql.clone_from(&sql);
                    found.insert(self.tables[at].index);
                    continue;
                }
                if is_own {
                    news.push((label.clone(), schema.clone(), file.clone(), name, sql));
                }
            }
            files.insert(file);
        }
        if is_own {
            // Before the new ones: a changed table is another one.
            let gone: Vec<_> = self
                .tables
                .extract_if(.., |it| files.contains(&it.file) && !found.contains(&it.index))
                .map(|it| it.index)
                .collect();
            if !gone.is_empty() || !news.is_empty() {
                self.generation += 1;
            }
            for index in gone {
                self.out.tables[index].until = Some(self.step);
            }
            for (label, schema, file, name, sql) in news {
                self.add_table(shadow, number, &label, &schema, file, name, sql);
            }
        }
        self.watch_all(shadow, number);
        if let Some(it) = self.connections.get_mut(&number) {
            it.generation = self.generation;
        }
    }

    #[expect(clippy::too_many_arguments, reason = "a table is known by its place and what was read of it")]
    fn add_table(
        &mut self,
        shadow: &mut Shadow,
        number: u32,
        label: &str,
        schema: &str,
        file: String,
        name: String,
        sql: Vec<String>,
    ) {
        let Some(it) = shadow.connection(number) else { return };
        let columns = columns_of(&mut *it.conn, schema, &name);
        let is_virtual = sql.first().is_some_and(|it| starts_with(it, &["CREATE VIRTUAL"]));
        let key = key_of(&columns, sql.first().map_or("", |it| it));
        let database = self.out.databases.iter().position(|it| it == label).unwrap_or_else(|| {
            self.out.databases.push(label.to_owned());
            self.out.databases.len() - 1
        });
        let index = self.out.tables.len();
        let is_watched = !is_virtual && columns.len() <= WATCHED_COLUMNS;
        self.out.tables.push(TableHistory {
            database: u32::try_from(database).unwrap_or(0),
            name: name.clone(),
            from: self.step,
            until: None,
            columns,
            sql: sql.clone(),
        });
        self.tables.push(Table { index, file, name, key, sql, is_watched, rows: BTreeMap::new() });
        self.read_again(shadow, number, index);
    }

    /// Puts triggers on tables that have none yet.
    fn watch_all(&mut self, shadow: &mut Shadow, number: u32) {
        let (Some(it), Some(watched)) = (shadow.connection(number), self.connections.get_mut(&number)) else { return };
        let schemas = schemas(&mut *it.conn);
        for table in self.tables.iter().filter(|it| it.is_watched) {
            let Some((schema, _)) = schemas.iter().find(|(_, file)| *file == table.file) else { continue };
            if watched.tables.contains(&table.index) {
                continue;
            }
            let columns = &self.out.tables[table.index].columns;
            let is_done = triggers(schema, table, columns)
                .iter()
                .all(|sql| it.conn.execute(sql, DbParameters::Positional(&[])).is_ok());
            if is_done {
                watched.tables.insert(table.index);
            }
        }
    }

    /// Takes the triggers away: a table under them cannot be altered.
    fn unwatch(&mut self, number: u32, conn: &mut dyn DriverConnection) {
        let Some(watched) = self.connections.get_mut(&number) else { return };
        for index in std::mem::take(&mut watched.tables) {
            for kind in KINDS {
                let sql = format!("DROP TRIGGER IF EXISTS temp.{}", quoted(&trigger_name(kind, index)));
                drop(conn.execute(&sql, DbParameters::Positional(&[])));
            }
        }
    }

    /// A rollback, or a statement that failed: the rows are what SQLite says.
    fn undone(&mut self, shadow: &mut Shadow, number: u32) {
        let Some(watched) = self.connections.get_mut(&number) else { return };
        let touched = watched.touched.clone();
        if watched.has_new_schema {
            // Their triggers went with them.
            let Some(it) = shadow.connection(number) else { return };
            self.unwatch(number, &mut *it.conn);
            self.scan(shadow, number, true);
        }
        for index in touched {
            self.read_again(shadow, number, index);
        }
        self.read_unwatched(shadow, number);
    }

    fn read_unwatched(&mut self, shadow: &mut Shadow, number: u32) {
        let unwatched: Vec<_> = self.tables.iter().filter(|it| !it.is_watched).map(|it| it.index).collect();
        for index in unwatched {
            self.read_again(shadow, number, index);
        }
    }

    /// Reads all rows of a table and tells what differs from what was known.
    fn read_again(&mut self, shadow: &mut Shadow, number: u32, index: usize) {
        let Some(it) = shadow.connection(number) else { return };
        let Some(at) = self.tables.iter().position(|it| it.index == index) else { return };
        let table = &self.tables[at];
        let Some((schema, _)) = schemas(&mut *it.conn).into_iter().find(|(_, file)| *file == table.file) else {
            return;
        };
        let columns = &self.out.tables[index].columns;
        let names: Vec<_> = columns.iter().map(|it| quoted(&it.name)).collect();
        let sql =
            format!("SELECT {}, {} FROM {}.{}", table.key, names.join(", "), quoted(&schema), quoted(&table.name));
        let Ok(read) = it.conn.execute(&sql, DbParameters::Positional(&[])) else { return };
        let width = columns.len() + 1;
        let now: BTreeMap<Key, (DbValue, Rc<[DbValue]>)> =
            read.cells.chunks_exact(width).map(|it| (key(&it[0]), (it[0].clone(), it[1..].into()))).collect();
        let gone: Vec<_> = table.rows.keys().filter(|it| !now.contains_key(it)).cloned().collect();
        for key in gone {
            self.tables[at].rows.remove(&key);
            self.tell(index, cell_of_key(&key), None);
        }
        for (key, (row, cells)) in now {
            if self.tables[at].rows.get(&key) != Some(&cells) {
                self.tables[at].rows.insert(key, Rc::clone(&cells));
                self.tell(index, cell(&row), Some(&cells));
            }
        }
    }

    fn take_told(&mut self, number: u32) {
        let told = std::mem::take(&mut *self.told.borrow_mut());
        for it in told {
            if let Some(watched) = self.connections.get_mut(&number) {
                watched.touched.insert(it.table);
            }
            let Some(at) = self.tables.iter().position(|table| table.index == it.table) else { continue };
            if let Some(removed) = &it.removed {
                let moved = it.added.as_ref().is_none_or(|(row, _)| row != removed);
                if moved && self.tables[at].rows.remove(&key(removed)).is_some() {
                    self.tell(it.table, cell(removed), None);
                }
            }
            if let Some((row, cells)) = it.added {
                self.tables[at].rows.insert(key(&row), Rc::clone(&cells));
                self.tell(it.table, cell(&row), Some(&cells));
            }
        }
    }

    fn tell(&mut self, table: usize, row: DataCell, cells: Option<&Rc<[DbValue]>>) {
        self.cells += 1 + cells.map_or(0, |it| it.len());
        if self.cells > MOST_CELLS {
            self.out.is_cut = true;
            return;
        }
        let cells = cells.map(|it| it.iter().map(cell).collect());
        let table = u32::try_from(table).unwrap_or(u32::MAX);
        self.out.changes.push(RowChange { step: self.step, table, row, cells });
    }
}

/// What a trigger's call says: table, kind, then keys and cells.
fn told_by(arguments: &[DbValue]) -> Option<Told> {
    let (DbValue::Integer(table), DbValue::Text(kind)) = (arguments.first()?, arguments.get(1)?) else { return None };
    let table = usize::try_from(*table).ok()?;
    let removed = (&**kind != "i").then(|| arguments.get(2).cloned()).flatten();
    let after = match &**kind {
        "i" => arguments.get(2..)?,
        "u" => arguments.get(3..)?,
        _ => &[],
    };
    let added = after.split_first().map(|(row, cells)| (row.clone(), Rc::from(cells)));
    Some(Told { table, removed, added })
}

const KINDS: [&str; 3] = ["INSERT", "UPDATE", "DELETE"];

fn trigger_name(kind: &str, index: usize) -> String {
    format!("_playground_{}_{index}", kind.to_ascii_lowercase())
}

fn triggers(schema: &str, table: &Table, columns: &[DataColumn]) -> Vec<String> {
    let new: Vec<_> = columns.iter().map(|it| format!("new.{}", quoted(&it.name))).collect();
    let new = new.join(", ");
    let key = |side: &str| key_expression(&table.key, columns, side);
    let trigger = |kind: &str, arguments: String| {
        format!(
            "CREATE TEMP TRIGGER {} AFTER {kind} ON {}.{} BEGIN SELECT {FUNCTION}({}, {arguments}); END",
            quoted(&trigger_name(kind, table.index)),
            quoted(schema),
            quoted(&table.name),
            table.index
        )
    };
    vec![
        trigger("INSERT", format!("'i', {}, {new}", key("new"))),
        trigger("UPDATE", format!("'u', {}, {}, {new}", key("old"), key("new"))),
        trigger("DELETE", format!("'d', {}", key("old"))),
    ]
}

/// How a row of the table is named: one of the names of its rowid that no column has, or its key as text.
fn key_of(columns: &[DataColumn], sql: &str) -> String {
    let upper = sql.to_ascii_uppercase();
    let options = upper.rsplit(')').next().unwrap_or_default();
    if options.contains("WITHOUT ROWID") {
        let parts: Vec<_> =
            columns.iter().filter(|it| it.is_key).map(|it| format!("quote({})", quoted(&it.name))).collect();
        return parts.join(" || ', ' || ");
    }
    let is_free = |name: &&str| !columns.iter().any(|it| it.name.eq_ignore_ascii_case(name));
    ["rowid", "_rowid_", "oid"].into_iter().find(is_free).unwrap_or("rowid").to_owned()
}

/// The same inside a trigger.
fn key_expression(key: &str, columns: &[DataColumn], side: &str) -> String {
    if !key.starts_with("quote(") {
        return format!("{side}.{key}");
    }
    let parts: Vec<_> =
        columns.iter().filter(|it| it.is_key).map(|it| format!("quote({side}.{})", quoted(&it.name))).collect();
    parts.join(" || ', ' || ")
}

/// Names of a connection's schemas with their files, without the temporary one.
fn schemas(conn: &mut dyn DriverConnection) -> Vec<(String, String)> {
    let rows = read(conn, "PRAGMA database_list");
    rows.iter()
        .filter(|it| it.len() >= 3)
        .map(|it| (text(&it[1]), text(&it[2])))
        .filter(|(name, _)| name != "temp")
        .map(|(name, file)| if file.is_empty() { (name.clone(), format!("memory: {name}")) } else { (name, file) })
        .collect()
}

/// Tables with their CREATE TABLE and the indexes on them, in the order of creation.
fn tables_of(conn: &mut dyn DriverConnection, schema: &str) -> Vec<(String, Vec<String>)> {
    let sql = format!(
        "SELECT type, name, tbl_name, sql FROM {}.sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND sql IS NOT NULL \
         ORDER BY rowid",
        quoted(schema)
    );
    let rows = read(conn, &sql);
    let mut tables: Vec<(String, Vec<String>)> = Vec::new();
    for row in rows.iter().filter(|it| text(&it[0]) == "table") {
        tables.push((text(&row[1]), vec![text(&row[3])]));
    }
    for row in rows.iter().filter(|it| text(&it[0]) == "index") {
        if let Some(table) = tables.iter_mut().find(|it| it.0 == text(&row[2])) {
            table.1.push(text(&row[3]));
        }
    }
    tables
}

fn columns_of(conn: &mut dyn DriverConnection, schema: &str, table: &str) -> Vec<DataColumn> {
    let sql = format!("PRAGMA {}.table_xinfo({})", quoted(schema), quoted(table));
    read(conn, &sql)
        .iter()
        // Hidden columns of virtual tables cannot be read by name.
        .filter(|it| it.get(6) != Some(&DbValue::Integer(1)))
        .map(|it| DataColumn {
            name: text(&it[1]),
            type_name: text(&it[2]),
            is_key: !matches!(it[5], DbValue::Integer(0)),
        })
        .collect()
}

/// The rows of a query that ought to work; none when it does not.
fn read(conn: &mut dyn DriverConnection, sql: &str) -> Vec<Vec<DbValue>> {
    let Ok(done) = conn.execute(sql, DbParameters::Positional(&[])) else { return Vec::new() };
    done.cells.chunks(done.columns.len().max(1)).map(<[DbValue]>::to_vec).collect()
}

fn key(row: &DbValue) -> Key {
    match row {
        DbValue::Integer(it) => (0, *it, String::new()),
        DbValue::Text(it) => (1, 0, it.to_string()),
        _ => (2, 0, String::new()),
    }
}

fn cell_of_key(key: &Key) -> DataCell {
    match key {
        (0, it, _) => DataCell::Integer(*it),
        (1, _, it) => DataCell::Text(it.clone()),
        _ => DataCell::Null,
    }
}

/// A value as the page shows it.
pub fn cell(value: &DbValue) -> DataCell {
    match value {
        DbValue::Null => DataCell::Null,
        DbValue::Integer(it) => DataCell::Integer(*it),
        DbValue::Real(it) if it.is_finite() => DataCell::Real(*it),
        DbValue::Real(it) => DataCell::Text(if *it > 0.0 { "Inf".to_owned() } else { "-Inf".to_owned() }),
        DbValue::Text(it) => DataCell::Text(it.to_string()),
        DbValue::Blob(it) => DataCell::Blob {
            size_bytes: it.len() as u64,
            start: it.iter().take(SHOWN_BYTES).map(|byte| format!("{byte:02x}")).collect(),
        },
    }
}
