//! Answers the page's questions about a run from copies of its databases. Nothing here touches the program's own.

use super::{
    history::{Mark, cell, history},
    shadow::{Shadow, quoted, starts_with, text},
    statements::kind_of,
};
use crate::{
    engine::{
        driver::{DbParameters, DbValue, Driver, DriverConnection},
        journal::{Deed, Sent, Tape},
    },
    protocol::{Advice, Answer, DownloadFormat, PlanStep, Question, ResultPreview, StatementFacts, StatementKind},
    util::pyrepr,
};
use std::{fmt::Write, rc::Rc};

/// Rows of a result that are shown.
const SHOWN_ROWS: usize = 50;
/// A statement is timed for at least so long on each side of an index, microseconds, or so often.
const TIMED_MICROS: u64 = 20_000;
const TIMED_RUNS: u32 = 2_000;
/// Indexes that are tried for one statement.
const MOST_CANDIDATES: usize = 12;

const NONE: DbParameters<'_> = DbParameters::Positional(&[]);

/// What is left of a run to ask.
pub struct Inspector {
    driver: Rc<dyn Driver>,
    tape: Rc<Tape>,
    marks: Vec<Mark>,
    now_micros: fn() -> u64,
    /// The copy that was asked last, which is near the next question.
    shadow: Option<Shadow>,
}

/// The entry behind a statement of the log.
struct Sample {
    position: usize,
    connection: u32,
    sql: Rc<str>,
    parameters: Sent,
}

impl Inspector {
    /// For a run. `driver`: the one below its journal. `marks`: one a statement.
    pub fn new(driver: Rc<dyn Driver>, tape: Tape, marks: Vec<Mark>, now_micros: fn() -> u64) -> Self {
        Self { driver, tape: Rc::new(tape), marks, now_micros, shadow: None }
    }

    /// Answers.
    pub fn answer(&mut self, question: &Question) -> Answer {
        let done = match question {
            Question::Data => Ok(facts(&history(Rc::clone(&self.driver), &self.tape, &self.marks))),
            Question::Statement { number } => self.statement(*number).map(|it| facts(&it)),
            Question::Advice { number } => self.advice(*number).map(|it| facts(&it)),
            Question::Download { number, format } => self.download(*number, format),
        };
        done.unwrap_or_else(|message| Answer::Unknown { message })
    }

    fn sample(&self, number: u32) -> Result<Sample, String> {
        let index = usize::try_from(number).unwrap_or(0).wrapping_sub(1);
        let mark = self.marks.get(index).ok_or("The run is no longer in memory.")?;
        let entries = self.tape.entries.get(mark.start..mark.end).unwrap_or_default();
        let is_sent = |sql: &str| !starts_with(sql, &["BEGIN", "SAVEPOINT", "COMMIT", "RELEASE", "ROLLBACK"]);
        let found = entries.iter().zip(mark.start..).find_map(|(entry, position)| match &entry.deed {
            Deed::Executed { sql, parameters, .. } if is_sent(sql) => Some(Sample {
                position,
                connection: entry.connection,
                sql: Rc::clone(sql),
                parameters: parameters.clone(),
            }),
            _ => None,
        });
        found.ok_or_else(|| "SQLite was not asked for it by itself.".to_owned())
    }

    /// The copy just before an entry.
    fn shadow_at(&mut self, position: usize) -> &mut Shadow {
        let shadow = self.shadow.get_or_insert_with(|| Shadow::new(Rc::clone(&self.driver), Rc::clone(&self.tape)));
        shadow.seek(position);
        shadow
    }

    fn statement(&mut self, number: u32) -> Result<StatementFacts, String> {
        let sample = self.sample(number)?;
        let literal = literal(&sample.sql, &sample.parameters);
        let Some(at) = self.shadow_at(sample.position).connection(sample.connection) else {
            return Err("The connection is no longer known.".to_owned());
        };
        let parameters = sample.parameters.as_parameters();
        let (plan, plan_error) = match plan(&mut *at.conn, &sample.sql, parameters) {
            Ok(plan) => (plan, None),
            Err(message) => (Vec::new(), Some(message)),
        };
        let is_read = kind_of(&sample.sql) == StatementKind::Select;
        let result = is_read.then(|| preview(&mut *at.conn, &sample.sql, parameters)).flatten();
        Ok(StatementFacts { literal, plan, plan_error, result })
    }

    fn advice(&mut self, number: u32) -> Result<Vec<Advice>, String> {
        let sample = self.sample(number)?;
        let now_micros = self.now_micros;
        let Some(at) = self.shadow_at(sample.position).connection(sample.connection) else {
            return Err("The connection is no longer known.".to_owned());
        };
        let conn = &mut *at.conn;
        let parameters = sample.parameters.as_parameters();
        let before = plan(conn, &sample.sql, parameters)?;
        let mut found = Vec::new();
        let was_open = conn.in_transaction();
        let open = |conn: &mut dyn DriverConnection| conn.execute("SAVEPOINT _playground_advice", NONE);
        for (table, columns) in candidates(conn, &sample.sql, &before) {
            let columns_sql: Vec<_> = columns.iter().map(|it| quoted(it)).collect();
            let name = format!("ix_{table}_{}", columns.join("_"));
            let sql = format!("CREATE INDEX {} ON {} ({})", quoted(&name), quoted(&table), columns_sql.join(", "));
            if open(conn).is_err() {
                break;
            }
            let before_nanos = timed(conn, &sample.sql, parameters, now_micros);
            if conn.execute(&sql, NONE).is_ok() {
                let after = plan(conn, &sample.sql, parameters).unwrap_or_default();
                let helps = after.iter().any(|it| it.detail.contains(&format!("INDEX {name}")));
                if helps {
                    let after_nanos = timed(conn, &sample.sql, parameters, now_micros);
                    let table_rows = row_count(conn, &table);
                    let before = before.clone();
                    found.push(Advice { sql, table, columns, before, after, before_nanos, after_nanos, table_rows });
                }
            }
            drop(conn.execute("ROLLBACK TO _playground_advice", NONE));
            drop(conn.execute("RELEASE _playground_advice", NONE));
        }
        if !was_open && conn.in_transaction() {
            drop(conn.execute("ROLLBACK", NONE));
        }
        found.sort_by_key(|it| it.after_nanos);
        Ok(found)
    }

    fn download(&mut self, number: Option<u32>, format: &DownloadFormat) -> Result<Answer, String> {
        let end = match number.and_then(|it| usize::try_from(it).ok()?.checked_sub(1)) {
            Some(index) => self.marks.get(index).ok_or("The run is no longer in memory.")?.end,
            None => self.tape.entries.len(),
        };
        let mut shadow = Shadow::new(Rc::clone(&self.driver), Rc::clone(&self.tape));
        shadow.seek(end);
        let files = match format {
            DownloadFormat::Sqlite => {
                let contents = shadow.contents();
                contents
                    .into_iter()
                    .map(|(name, bytes)| (file_name(name.split(" of ").next().unwrap_or(&name), "sqlite"), bytes))
                    .collect()
            }
            DownloadFormat::Sql => {
                each_database(&mut shadow, |name, conn| Some((file_name(name, "sql"), dump(conn).into_bytes())))
            }
            DownloadFormat::Csv { database, table } => each_database(&mut shadow, |name, conn| {
                (name == database).then(|| csv(conn, table))?.map(|it| (file_name(table, "csv"), it.into_bytes()))
            }),
        };
        if files.is_empty() {
            return Err("The program opened no database.".to_owned());
        }
        Ok(Answer::Files { files })
    }
}

fn facts<T: serde::Serialize>(facts: &T) -> Answer {
    match serde_json::to_string(facts) {
        Ok(json) => Answer::Facts { json },
        Err(error) => Answer::Unknown { message: error.to_string() },
    }
}

/// Asks each database of the copy once.
fn each_database(
    shadow: &mut Shadow,
    mut ask: impl FnMut(&str, &mut dyn DriverConnection) -> Option<(String, Vec<u8>)>,
) -> Vec<(String, Vec<u8>)> {
    let mut numbers: Vec<(String, u32)> = Vec::new();
    for (number, it) in shadow.connections() {
        // The connection that changed it last sees most, and is the last one as a rule.
        numbers.retain(|(file, _)| *file != it.file);
        numbers.push((it.file.clone(), number));
    }
    let mut files = Vec::new();
    for (_, number) in numbers {
        if let Some(it) = shadow.connection(number) {
            let name = it.database.clone();
            files.extend(ask(&name, &mut *it.conn));
        }
    }
    files
}

/// `/data/shop.db` is kept as `shop.sqlite`.
fn file_name(database: &str, ending: &str) -> String {
    let name = database.rsplit('/').next().unwrap_or(database);
    let stem = name.rsplit_once('.').map_or(name, |it| it.0);
    let plain: String = stem.chars().filter(|it| it.is_alphanumeric() || matches!(it, '_' | '-')).collect();
    format!("{}.{ending}", if plain.is_empty() { "database" } else { &plain })
}

fn plan(conn: &mut dyn DriverConnection, sql: &str, parameters: DbParameters<'_>) -> Result<Vec<PlanStep>, String> {
    if !matches!(
        kind_of(sql),
        StatementKind::Select | StatementKind::Insert | StatementKind::Update | StatementKind::Delete
    ) {
        return Err("SQLite plans queries and changes of rows only.".to_owned());
    }
    let done = conn.execute(&format!("EXPLAIN QUERY PLAN {sql}"), parameters).map_err(|error| error.message)?;
    let step = |it: &[DbValue]| match it {
        [DbValue::Integer(id), DbValue::Integer(parent), _, DbValue::Text(detail)] => {
            Some(PlanStep { id: *id, parent: *parent, detail: detail.to_string() })
        }
        _ => None,
    };
    Ok(done.cells.chunks(4).filter_map(step).collect())
}

fn preview(conn: &mut dyn DriverConnection, sql: &str, parameters: DbParameters<'_>) -> Option<ResultPreview> {
    let done = conn.execute(sql, parameters).ok()?;
    let width = done.columns.len();
    if width == 0 {
        return None;
    }
    Some(ResultPreview {
        columns: done.columns.iter().map(ToString::to_string).collect(),
        rows: done.cells.chunks(width).take(SHOWN_ROWS).map(|row| row.iter().map(cell).collect()).collect(),
        row_count: (done.cells.len() / width) as u64,
    })
}

/// Real nanoseconds of one execution, the mean of many.
fn timed(conn: &mut dyn DriverConnection, sql: &str, parameters: DbParameters<'_>, now_micros: fn() -> u64) -> u64 {
    // The first one prepares the statement and warms SQLite's page cache.
    in_savepoint(conn, sql, parameters);
    let start = now_micros();
    let mut runs = 0;
    loop {
        in_savepoint(conn, sql, parameters);
        runs += 1;
        let elapsed = now_micros().saturating_sub(start);
        if elapsed >= TIMED_MICROS || runs >= TIMED_RUNS {
            return elapsed * 1_000 / u64::from(runs);
        }
    }
}

/// What changes rows is taken back at once.
fn in_savepoint(conn: &mut dyn DriverConnection, sql: &str, parameters: DbParameters<'_>) {
    if kind_of(sql) == StatementKind::Select {
        drop(conn.execute(sql, parameters));
        return;
    }
    drop(conn.execute("SAVEPOINT _playground_time", NONE));
    drop(conn.execute(sql, parameters));
    drop(conn.execute("ROLLBACK TO _playground_time", NONE));
    drop(conn.execute("RELEASE _playground_time", NONE));
}

/// Columns worth an index: those of tables that are read from end to end, where the statement compares or sorts
/// by them.
fn candidates(conn: &mut dyn DriverConnection, sql: &str, plan: &[PlanStep]) -> Vec<(String, Vec<String>)> {
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    let words = words(sql);
    for step in plan {
        let Some(alias) = scanned(&step.detail) else { continue };
        let table = table_of_alias(&words, &alias);
        for (schema_table, columns) in columns_of_tables(conn) {
            if !schema_table.eq_ignore_ascii_case(&table) {
                continue;
            }
            let compared = compared_columns(&words, &alias, &columns);
            if compared.len() > 1 {
                found.push((schema_table.clone(), compared.clone()));
            }
            found.extend(compared.into_iter().map(|it| (schema_table.clone(), vec![it])));
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|it| seen.insert(it.clone()));
    found.truncate(MOST_CANDIDATES);
    found
}

/// What a line of the plan reads from end to end, or through an index that SQLite makes for this one statement.
fn scanned(detail: &str) -> Option<String> {
    let name = |rest: &str| rest.split_whitespace().next().map(str::to_owned);
    match detail.strip_prefix("SCAN ") {
        Some(rest) if !rest.starts_with('(') => name(rest),
        _ => detail.strip_prefix("SEARCH ").filter(|it| it.contains("AUTOMATIC")).and_then(name),
    }
}

/// Names, signs and numbers of a statement, without quotes.
fn words(sql: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = sql.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' | '`' | '[' => {
                let end = if c == '[' { ']' } else { c };
                words.push(rest.by_ref().take_while(|it| *it != end).collect());
            }
            '\'' => {
                words.push(format!("'{}", rest.by_ref().take_while(|it| *it != '\'').collect::<String>()));
            }
            c if c.is_alphanumeric() || c == '_' => {
                let mut word = c.to_string();
                while let Some(next) = rest.next_if(|it| it.is_alphanumeric() || *it == '_') {
                    word.push(next);
                }
                words.push(word);
            }
            c if c.is_whitespace() => {}
            c => words.push(c.to_string()),
        }
    }
    words
}

/// The table behind `FROM author AS a`.
fn table_of_alias(words: &[String], alias: &str) -> String {
    let is_alias = |at: usize| words[at].eq_ignore_ascii_case(alias);
    (2..words.len())
        .find(|at| is_alias(*at) && words[at - 1].eq_ignore_ascii_case("AS"))
        .map_or_else(|| alias.to_owned(), |at| words[at - 2].clone())
}

/// Columns of a table that stand beside a comparison, or after ORDER BY or GROUP BY.
fn compared_columns(words: &[String], alias: &str, columns: &[String]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut is_sorting = false;
    for at in 0..words.len() {
        let word = words[at].to_ascii_uppercase();
        if word == "BY" {
            is_sorting = true;
        } else if matches!(&*word, "SELECT" | "WHERE" | "FROM" | "LIMIT" | ")") {
            is_sorting = false;
        }
        let is_qualified = at >= 2 && words[at - 1] == "." && words[at - 2].eq_ignore_ascii_case(alias);
        let is_plain = (at == 0 || words[at - 1] != ".") && words.get(at + 1).is_none_or(|it| it != "." && it != "(");
        let Some(column) = columns.iter().find(|it| it.eq_ignore_ascii_case(&words[at])) else { continue };
        if !is_qualified && !is_plain {
            continue;
        }
        let compares = |it: Option<&String>| {
            it.is_some_and(|it| matches!(&*it.to_ascii_uppercase(), "=" | "<" | ">" | "IN" | "BETWEEN" | "LIKE" | "IS"))
        };
        let before = if is_qualified { at.checked_sub(3) } else { at.checked_sub(1) };
        let is_compared = compares(words.get(at + 1)) || compares(before.and_then(|it| words.get(it)));
        if (is_compared || is_sorting) && !found.contains(column) {
            found.push(column.clone());
        }
    }
    found
}

fn columns_of_tables(conn: &mut dyn DriverConnection) -> Vec<(String, Vec<String>)> {
    let sql = "SELECT m.name, c.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c \
               WHERE m.type = 'table' ORDER BY m.rowid, c.cid";
    let mut tables: Vec<(String, Vec<String>)> = Vec::new();
    let Ok(done) = conn.execute(sql, NONE) else { return tables };
    for row in done.cells.chunks(2) {
        match tables.last_mut().filter(|it| it.0 == text(&row[0])) {
            Some(table) => table.1.push(text(&row[1])),
            None => tables.push((text(&row[0]), vec![text(&row[1])])),
        }
    }
    tables
}

fn row_count(conn: &mut dyn DriverConnection, table: &str) -> u64 {
    match conn.execute(&format!("SELECT count(*) FROM {}", quoted(table)), NONE).map(|it| it.cells.into_iter().next()) {
        Ok(Some(DbValue::Integer(count))) => u64::try_from(count).unwrap_or(0),
        _ => 0,
    }
}

/// A statement with its parameters' values in their places.
pub fn literal(sql: &str, parameters: &Sent) -> String {
    let mut out = String::with_capacity(sql.len());
    let mut rest = sql;
    let mut positional = match parameters {
        Sent::Positional(values) => values.iter(),
        Sent::Named(_) => [].iter(),
    };
    while let Some(at) = rest.find(['\'', '"', '?', ':', '@', '$', '-', '/', '`', '[']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let skipped = match from.as_bytes()[0] {
            quote @ (b'\'' | b'"' | b'`') => from[1..].find(char::from(quote)).map_or(from.len(), |it| it + 2),
            b'[' => from.find(']').map_or(from.len(), |it| it + 1),
            b'-' if from.starts_with("--") => from.find('\n').unwrap_or(from.len()),
            b'/' if from.starts_with("/*") => from.find("*/").map_or(from.len(), |it| it + 2),
            b'?' => {
                let digits = from[1..].bytes().take_while(u8::is_ascii_digit).count();
                match positional.next() {
                    Some(value) => out.push_str(&literal_value(value)),
                    None => out.push_str(&from[..=digits]),
                }
                rest = &from[1 + digits..];
                continue;
            }
            b':' | b'@' | b'$' => {
                let length = from[1..].bytes().take_while(|it| it.is_ascii_alphanumeric() || *it == b'_').count();
                let name = &from[1..=length];
                let found = match parameters {
                    Sent::Named(pairs) if length > 0 => pairs.iter().find(|it| it.0 == name),
                    _ => None,
                };
                match found {
                    Some((_, value)) => out.push_str(&literal_value(value)),
                    None => out.push_str(&from[..=length]),
                }
                rest = &from[1 + length..];
                continue;
            }
            _ => 1,
        };
        out.push_str(&from[..skipped]);
        rest = &from[skipped..];
    }
    out + rest
}

/// A value as SQL writes it.
fn literal_value(value: &DbValue) -> String {
    match value {
        DbValue::Null => "NULL".to_owned(),
        DbValue::Integer(it) => it.to_string(),
        DbValue::Real(it) if it.is_infinite() => if *it > 0.0 { "9e999" } else { "-9e999" }.to_owned(),
        DbValue::Real(it) => pyrepr::float_repr(*it),
        DbValue::Text(it) => format!("'{}'", it.replace('\'', "''")),
        DbValue::Blob(it) => {
            let mut out = "X'".to_owned();
            for byte in &**it {
                // A String takes all that is written.
                let _ = write!(out, "{byte:02X}");
            }
            out + "'"
        }
    }
}

/// A database as the statements that make it.
fn dump(conn: &mut dyn DriverConnection) -> String {
    let mut out = "PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n".to_owned();
    let schema = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' \
                  ORDER BY type <> 'table', rowid";
    let Ok(objects) = conn.execute(schema, NONE) else { return out };
    for object in objects.cells.chunks(3) {
        out.push_str(&text(&object[2]));
        out.push_str(";\n");
        if text(&object[0]) != "table" || starts_with(&text(&object[2]), &["CREATE VIRTUAL"]) {
            continue;
        }
        let name = quoted(&text(&object[1]));
        let Ok(rows) = conn.execute(&format!("SELECT * FROM {name}"), NONE) else { continue };
        for row in rows.cells.chunks(rows.columns.len().max(1)) {
            let values: Vec<_> = row.iter().map(literal_value).collect();
            // A String takes all that is written.
            let _ = writeln!(out, "INSERT INTO {name} VALUES({});", values.join(","));
        }
    }
    out + "COMMIT;\n"
}

fn csv(conn: &mut dyn DriverConnection, table: &str) -> Option<String> {
    let rows = conn.execute(&format!("SELECT * FROM {}", quoted(table)), NONE).ok()?;
    let mut out = String::new();
    let mut line = |fields: Vec<String>| {
        out.push_str(&fields.join(","));
        out.push_str("\r\n");
    };
    line(rows.columns.iter().map(|it| csv_field(it)).collect());
    let field = |it: &DbValue| match it {
        DbValue::Null => String::new(),
        DbValue::Text(it) => csv_field(it),
        DbValue::Blob(it) => it.iter().map(|byte| format!("{byte:02x}")).collect(),
        it => literal_value(it),
    };
    for row in rows.cells.chunks(rows.columns.len().max(1)) {
        line(row.iter().map(field).collect());
    }
    Some(out)
}

/// RFC 4180: quoted where it has to be; an empty text is told apart from NULL.
fn csv_field(text: &str) -> String {
    if text.is_empty() || text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
