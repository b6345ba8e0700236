//! Execution of statements: compile or take from the cache, fill in parameters and defaults, send, and
//! say what came of it. Mirrors `DefaultExecutionContext`.

use super::cache::{CacheStats, Key};
use super::connection::{Connection, Options};
use super::dbapi::CursorState;
use super::driver::DbValue;
use super::error::EngineError;
use super::events::{LogLevel, SentParameters};
use super::insertmanyvalues;
use super::process::{bind_processor, value_of};
use super::reprs;
use crate::sql::cache_key;
use crate::sql::compile::{CompileOptions, Compiled, DmlKind, Statement, StatementKind, compile};
use crate::sql::dml::Dml;
use crate::sql::expr::Expr;
use crate::sql::schema::{ColumnDefault, ColumnRef};
use crate::sql::value::Value;
use indexmap::IndexMap;
use std::rc::Rc;

/// Parameters of one set, by name.
pub type Parameters = IndexMap<Rc<str>, Value>;

/// Parameters as a program gives them to `execute()`.
#[derive(Clone, Debug, Default)]
pub enum ParameterSets {
    /// None.
    #[default]
    None,
    /// A dictionary.
    One(Parameters),
    /// A list of dictionaries.
    Many(Vec<Parameters>),
}

impl ParameterSets {
    fn len(&self) -> usize {
        match self {
            Self::None => 0,
            Self::One(_) => 1,
            Self::Many(sets) => sets.len(),
        }
    }
    fn get(&self, index: usize) -> Option<&Parameters> {
        match self {
            Self::None => None,
            Self::One(set) => (index == 0).then_some(set),
            Self::Many(sets) => sets.get(index),
        }
    }
    fn shown(&self) -> Option<Rc<SentParameters>> {
        let named = |set: &Parameters| {
            SentParameters::Named(set.iter().map(|(key, value)| (key.clone(), value.clone())).collect())
        };
        match self {
            Self::None => None,
            Self::One(set) => Some(Rc::new(SentParameters::Many(vec![named(set)]))),
            Self::Many(sets) => Some(Rc::new(SentParameters::Many(sets.iter().map(named).collect()))),
        }
    }
}

/// What an execution gave.
#[derive(Debug)]
pub struct CursorResult {
    /// Column names, rows, counts.
    pub state: CursorState,
    /// The compiled statement; `None` for plain SQL text.
    pub compiled: Option<Rc<Compiled>>,
    /// Values of all parameters by name, one per parameter set, before the types processed them.
    pub parameters: Vec<Parameters>,
    /// Keys of the rows that INSERT made, in the order of the primary key.
    pub inserted_primary_key_rows: Vec<Vec<Value>>,
    /// Names of the key's columns.
    pub primary_key_names: Vec<Rc<str>>,
    /// Several parameter sets.
    pub is_executemany: bool,
    /// Columns that RETURNING was added for, and their values.
    pub returned_defaults: Option<(Vec<ColumnRef>, Vec<Vec<DbValue>>)>,
    /// Whether rows can be fetched.
    pub returns_rows: bool,
    /// Where each row is logged when it is read.
    pub row_log: Option<RowLog>,
}

/// The log of the rows of a result: `echo="debug"`.
#[derive(Clone, Debug)]
pub struct RowLog(Rc<Connection>);

impl RowLog {
    /// Logs the columns of a result, if rows are logged at all.
    fn start(conn: &Rc<Connection>, state: &CursorState) -> Option<Self> {
        if state.columns.is_empty() || !conn.engine.is_logged(LogLevel::Debug) {
            return None;
        }
        let names = state.columns.iter().map(|it| Value::Text(it.clone()).repr());
        conn.log_debug(&format!("Col {}", tuple_repr(names)));
        Some(Self(conn.clone()))
    }

    /// Logs a row; `cells`: each value as Python shows it.
    pub fn row(&self, cells: impl Iterator<Item = String>) {
        self.0.log_debug(&format!("Row {}", tuple_repr(cells.map(|it| reprs::shortened(&it)))));
    }
}

fn tuple_repr(items: impl Iterator<Item = String>) -> String {
    let items: Vec<_> = items.collect();
    format!("({}{})", items.join(", "), if items.len() == 1 { "," } else { "" })
}

impl CursorResult {
    /// Of SQL text.
    pub fn of_text(conn: &Rc<Connection>, state: CursorState) -> Self {
        let returns_rows = !state.columns.is_empty();
        Self {
            row_log: RowLog::start(conn, &state),
            state,
            compiled: None,
            parameters: Vec::new(),
            inserted_primary_key_rows: Vec::new(),
            primary_key_names: Vec::new(),
            is_executemany: false,
            returned_defaults: None,
            returns_rows,
        }
    }
    /// INSERT, UPDATE or DELETE.
    pub fn dml_kind(&self) -> Option<DmlKind> {
        match self.compiled.as_ref()?.kind {
            StatementKind::Dml(kind) => Some(kind),
            _ => None,
        }
    }
    /// Names of the columns as rows show them.
    pub fn keys(&self) -> Vec<Rc<str>> {
        match &self.compiled {
            Some(compiled) if !compiled.result_columns.is_empty() && !compiled.loose_column_name_matching => {
                compiled.result_columns.iter().map(|it| it.name.clone()).collect()
            }
            _ => self.state.columns.clone(),
        }
    }
}

/// Tells listeners what is being executed, until it is dropped.
struct CurrentGuard<'c>(&'c Connection);

impl<'c> CurrentGuard<'c> {
    fn set(conn: &'c Connection, statement: &Statement, compiled: &Compiled, options: &Options) -> Option<Self> {
        if !conn.has_hooks() {
            return None;
        }
        let kind = match compiled.kind {
            StatementKind::Dml(DmlKind::Insert) => "insert",
            StatementKind::Dml(DmlKind::Update) => "update",
            StatementKind::Dml(DmlKind::Delete) => "delete",
            StatementKind::Ddl => "ddl",
            StatementKind::Text => "text",
            _ => "select",
        };
        let mut all = match statement {
            Statement::Select(it) => it.execution_options.clone(),
            Statement::Compound(it) => it.execution_options.clone(),
            Statement::Dml(it) => it.common().execution_options.clone(),
            _ => Options::new(),
        };
        all.extend(conn.engine.options.borrow().clone());
        all.extend(conn.options.borrow().clone());
        all.extend(options.clone());
        *conn.current.borrow_mut() = Some((kind, all));
        Some(Self(conn))
    }
}

impl Drop for CurrentGuard<'_> {
    fn drop(&mut self) {
        *self.0.current.borrow_mut() = None;
    }
}

/// A compiled statement, found or made.
pub struct Prepared {
    /// The statement.
    pub compiled: Rc<Compiled>,
    /// How it was found.
    pub stats: CacheStats,
    made_micros: u64,
    key: Option<Rc<cache_key::CacheKey>>,
}

impl Prepared {
    /// What the log shows in front of the parameters.
    pub fn log_words(&self, now_micros: u64) -> String {
        match self.stats {
            CacheStats::Hit => {
                let seconds = (now_micros - self.made_micros) as f64 / 1e6;
                format!("cached since {} ago", short_seconds(seconds))
            }
            CacheStats::Miss => "generated in 0.00010s".to_owned(),
            CacheStats::NoKey => "no key 0.00010s".to_owned(),
            CacheStats::Disabled => "caching disabled 0.00010s".to_owned(),
        }
    }
}

/// `%.4gs`
fn short_seconds(seconds: f64) -> String {
    if seconds == 0.0 {
        return "0s".to_owned();
    }
    let exponent = seconds.abs().log10().floor() as i32;
    if exponent < -5 {
        return format!("{seconds:.3e}s");
    }
    let digits = usize::try_from((3 - exponent).max(0)).unwrap_or(0);
    let text = format!("{seconds:.digits$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    format!("{text}s")
}

/// Executes a statement.
///
/// `options`: execution options of this call; they win over those of the statement and the connection.
///
/// # Errors
/// Those of the SQL layer while compiling, `StatementError` while parameters are processed, the
/// database's own, wrapped.
pub fn execute(
    conn: &Rc<Connection>,
    statement: &Statement,
    parameters: &ParameterSets,
    options: &Options,
) -> Result<CursorResult, EngineError> {
    let prepared = prepare(conn, statement, parameters, options)?;
    let result = execute_prepared(conn, statement, &prepared, parameters, options);
    // As in the reference, an error outside of a transaction rolls back what there may be.
    if matches!(result, Err(EngineError::Statement { .. })) && !conn.in_transaction() {
        conn.rollback_impl()?;
    }
    result
}

/// Compiles a statement for these parameters, or finds it in the cache.
///
/// # Errors
/// Those of the SQL layer.
pub fn prepare(
    conn: &Rc<Connection>,
    statement: &Statement,
    parameters: &ParameterSets,
    options: &Options,
) -> Result<Prepared, EngineError> {
    let mut column_keys: Vec<Rc<str>> = parameters.get(0).map(|it| it.keys().cloned().collect()).unwrap_or_default();
    column_keys.sort_unstable();
    let for_executemany = parameters.len() > 1;
    let translate = options
        .get("schema_translate_map")
        .cloned()
        .or_else(|| statement_option(statement, "schema_translate_map"))
        .or_else(|| conn.option("schema_translate_map"));
    let schema_translate_map = translate.as_ref().and_then(translate_map);
    let engine = &conn.engine;
    let now = engine.hub.clock.now_micros();
    let is_ddl = matches!(statement, Statement::Ddl(_));
    let disabled = match options.get("compiled_cache").cloned().or_else(|| conn.option("compiled_cache")) {
        Some(Value::Null) => true,
        _ => !engine.cache.is_enabled(),
    };
    let key = if is_ddl || disabled { None } else { cache_key::cache_key(statement).map(Rc::new) };
    let make = || -> Result<Rc<Compiled>, EngineError> {
        let compile_options = CompileOptions {
            column_keys: Some(column_keys.clone()),
            for_executemany,
            schema_translate_map: schema_translate_map.clone(),
            linting: engine.linting,
            ..CompileOptions::default()
        };
        Ok(Rc::new(compile(statement, &engine.dialect, &compile_options)?))
    };
    let Some(key) = key else {
        let compiled = make()?;
        let stats = if disabled && !is_ddl { CacheStats::Disabled } else { CacheStats::NoKey };
        return Ok(Prepared { compiled, stats, made_micros: now, key: None });
    };
    let lookup = Key {
        statement: key.hash,
        column_keys: column_keys.clone(),
        for_executemany,
        translate: translate.as_ref().map(Value::repr).unwrap_or_default() + &cache_token(options),
    };
    if let Some(cached) = engine.cache.get(&lookup) {
        return Ok(Prepared {
            compiled: cached.compiled.clone(),
            stats: CacheStats::Hit,
            made_micros: cached.made_micros,
            key: Some(key),
        });
    }
    let compiled = make()?;
    compiled.set_cache_key(key.clone());
    engine.cache.put(lookup, compiled.clone(), now);
    Ok(Prepared { compiled, stats: CacheStats::Miss, made_micros: now, key: Some(key) })
}

/// What else tells statements of one text apart in the cache: the ORM says which options a SELECT came with
/// and which mapper a flush belongs to, as those have entries of their own in the reference.
fn cache_token(options: &Options) -> String {
    match options.get(CACHE_TOKEN) {
        Some(Value::Text(token)) => format!(" {token}"),
        _ => String::new(),
    }
}

/// The option that carries it.
pub const CACHE_TOKEN: &str = "_cache_token";

impl Statement {
    /// An execution option of the statement itself.
    pub fn option(&self, name: &str) -> Option<Value> {
        statement_option(self, name)
    }
}

fn statement_option(statement: &Statement, name: &str) -> Option<Value> {
    match statement {
        Statement::Select(it) => it.execution_options.get(name).cloned(),
        Statement::Compound(it) => it.execution_options.get(name).cloned(),
        Statement::Dml(it) => it.common().execution_options.get(name).cloned(),
        _ => None,
    }
}

type TranslateMap = IndexMap<Option<Rc<str>>, Option<Rc<str>>>;

fn translate_map(value: &Value) -> Option<TranslateMap> {
    let Value::Host(host) = value else { return None };
    let pairs = host.pairs()?;
    let text = |it: Value| match it {
        Value::Text(text) => Some(text),
        _ => None,
    };
    Some(pairs.into_iter().map(|(key, value)| (text(key), text(value))).collect())
}

/// Executes a statement that was prepared.
///
/// # Errors
/// As [`execute`].
pub fn execute_prepared(
    conn: &Rc<Connection>,
    statement: &Statement,
    prepared: &Prepared,
    parameters: &ParameterSets,
    options: &Options,
) -> Result<CursorResult, EngineError> {
    let compiled = &prepared.compiled;
    // As in the reference, a closed connection is noticed before anything else.
    conn.dbapi()?;
    let wrap = |orig: EngineError| EngineError::Statement {
        orig: Box::new(orig),
        failed: conn.failed(Some(compiled.sql.clone()), parameters.shown(), false),
    };
    let count = parameters.len().max(1);
    let many = parameters.len() > 1;
    check_returning(conn, compiled, many).map_err(wrap)?;
    let mut values: Vec<Vec<Value>> = Vec::with_capacity(count);
    for index in 0..count {
        let group = (index > 0).then_some(index);
        let row = compiled
            .construct_values(parameters.get(index), prepared.key.as_deref(), group)
            .map_err(|it| wrap(it.into()))?;
        values.push(spread_lists(compiled, row).map_err(wrap)?);
    }
    if !compiled.dml.insert_prefetch.is_empty()
        || !compiled.dml.update_prefetch.is_empty()
        || !compiled.dml.multi_prefetch.is_empty()
    {
        for row in &mut values {
            fill_defaults(conn, compiled, row).map_err(|it| match it {
                host @ EngineError::Host(_) => host,
                other => other,
            })?;
        }
    }
    if many && compiled.has_postcompile {
        return Err(wrap(EngineError::invalid_request(
            "'literal_execute' or 'expanding' parameters can't be used with executemany()",
        )));
    }
    let mut sent: Vec<Vec<Value>> = Vec::with_capacity(count);
    let mut sql = compiled.sql.clone();
    let processors: Vec<_> =
        compiled.position_indexes.iter().map(|it| bind_processor(&compiled.binds[*it].ty)).collect();
    for row in &values {
        if compiled.has_postcompile {
            let expanded = compiled.expand(row).map_err(|it| wrap(it.into()))?;
            sql = expanded.sql;
            let mut out = Vec::with_capacity(expanded.params.len());
            for (_, value, ty) in expanded.params {
                out.push(bind_processor(&ty).apply(value).map_err(wrap)?);
            }
            sent.push(out);
        } else {
            let mut out = Vec::with_capacity(processors.len());
            for (index, processor) in compiled.position_indexes.iter().zip(&processors) {
                out.push(processor.apply(row[*index].clone()).map_err(wrap)?);
            }
            sent.push(out);
        }
    }
    conn.prepare_execution(&compiled.sql, || parameters.shown())?;
    let stats = prepared.log_words(conn.engine.hub.clock.now_micros());
    let _current = CurrentGuard::set(conn, statement, compiled, options);
    let state = if many {
        match (&compiled.dml.insertmanyvalues, compiled.kind) {
            (Some(imv), StatementKind::Dml(DmlKind::Insert)) => {
                let page_size = match options
                    .get("insertmanyvalues_page_size")
                    .cloned()
                    .or_else(|| statement_option(statement, "insertmanyvalues_page_size"))
                    .or_else(|| conn.option("insertmanyvalues_page_size"))
                {
                    Some(Value::Int(size)) => usize::try_from(size).unwrap_or(1).max(1),
                    _ => conn.engine.page_size,
                };
                insertmanyvalues::execute(conn, compiled, imv, sent, &values, &stats, page_size)?
            }
            _ => {
                let sets = sent.into_iter().map(SentParameters::Positional).collect();
                conn.send(sql, SentParameters::Many(sets), &stats, true, false)?
            }
        }
    } else {
        let one = sent.pop().unwrap_or_default();
        conn.send(sql, SentParameters::Positional(one), &stats, false, false)?
    };
    finish(conn, statement, compiled, values, state, many)
}

/// Lists of the host that stand for IN become lists of values.
fn spread_lists(compiled: &Compiled, mut row: Vec<Value>) -> Result<Vec<Value>, EngineError> {
    if compiled.has_postcompile {
        for (value, bind) in row.iter_mut().zip(compiled.binds.values()) {
            if !bind.expanding {
                continue;
            }
            let type_name = match value {
                Value::Host(host) => match host.items() {
                    Some(items) => {
                        *value = Value::List(items.into());
                        continue;
                    }
                    None => "object",
                },
                Value::Int(_) => "int",
                Value::Float(_) => "float",
                Value::Bool(_) => "bool",
                Value::Null => "NoneType",
                Value::List(_) | Value::Text(_) | Value::Bytes(_) => continue,
            };
            return Err(EngineError::core("TypeError", format!("'{type_name}' object is not iterable"), None));
        }
    }
    Ok(row)
}

fn check_returning(conn: &Connection, compiled: &Compiled, many: bool) -> Result<(), EngineError> {
    if !many || (!compiled.dml.has_returning && compiled.dml.implicit_returning.is_empty()) {
        return Ok(());
    }
    let what = match compiled.kind {
        StatementKind::Dml(DmlKind::Update) => "UPDATE",
        StatementKind::Dml(DmlKind::Delete) => "DELETE",
        _ if conn.engine.use_insertmanyvalues => return Ok(()),
        _ => "INSERT",
    };
    Err(EngineError::invalid_request(format!(
        "Dialect sqlite+pysqlite with current server capabilities does not support {what}..RETURNING when \
         executemany is used"
    )))
}

/// Computes the client-side defaults of a parameter set.
fn fill_defaults(conn: &Rc<Connection>, compiled: &Rc<Compiled>, row: &mut [Value]) -> Result<(), EngineError> {
    let dml = &compiled.dml;
    let mut work: Vec<(ColumnRef, Rc<str>, bool)> = Vec::new();
    for column in &dml.insert_prefetch {
        work.push((column.clone(), column.key(), true));
    }
    for (column, name) in &dml.multi_prefetch {
        work.push((column.clone(), name.clone(), true));
    }
    for column in &dml.update_prefetch {
        work.push((column.clone(), column.key(), false));
    }
    for (column, name, insert) in work {
        let Some(schema) = &column.schema else { continue };
        let default = if insert { schema.default.borrow().clone() } else { schema.onupdate.borrow().clone() };
        let Some(index) = compiled.binds.get_index_of(&name) else { continue };
        let Some(default) = default else { continue };
        row[index] = match &*default {
            ColumnDefault::Scalar(value) => value.clone(),
            ColumnDefault::Callable(callable) => {
                let current: Parameters = compiled.binds.keys().cloned().zip(row.iter().cloned()).collect();
                callable.call(&current).map_err(EngineError::Host)?
            }
            ColumnDefault::Clause(expr) => match scalar_default(conn, expr)? {
                Value::Null => continue,
                value => value,
            },
            ColumnDefault::Sequence { .. } => continue,
        };
    }
    Ok(())
}

fn scalar_default(conn: &Rc<Connection>, expr: &Expr) -> Result<Value, EngineError> {
    let result = execute(conn, &Statement::Function(expr.clone()), &ParameterSets::None, &Options::new())?;
    Ok(result.state.cells.first().map_or(Value::Null, value_of))
}

fn finish(
    conn: &Rc<Connection>,
    statement: &Statement,
    compiled: &Rc<Compiled>,
    values: Vec<Vec<Value>>,
    mut state: CursorState,
    many: bool,
) -> Result<CursorResult, EngineError> {
    let is_insert = compiled.kind == StatementKind::Dml(DmlKind::Insert);
    let is_dml = matches!(compiled.kind, StatementKind::Dml(_));
    let parameters: Vec<Parameters> = if is_dml {
        values.into_iter().map(|row| compiled.binds.keys().cloned().zip(row).collect()).collect()
    } else {
        Vec::new()
    };
    let mut returns_rows = !state.columns.is_empty();
    let mut returned_defaults = None;
    let mut key_rows = Vec::new();
    let mut key_names = Vec::new();
    let implicit = &compiled.dml.implicit_returning;
    if !implicit.is_empty() && !compiled.dml.has_returning {
        let width = state.columns.len().max(1);
        let rows: Vec<Vec<DbValue>> = state.cells.chunks(width).map(<[DbValue]>::to_vec).collect();
        if !is_insert {
            state.row_count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
        }
        returned_defaults = Some((implicit.clone(), rows));
        // With columns of the program's own the rows are there to be read as well.
        returns_rows = matches!(statement, Statement::Dml(dml) if !dml.common().supplemental_returning.is_empty());
    }
    if is_insert
        && let Statement::Dml(dml) = statement
        && let Dml::Insert(insert) = &**dml
        && !compiled.dml.has_returning
    {
        let key = insert.table.primary_key();
        key_names = key.iter().map(|it| it.key()).collect();
        let autoincrement = insert.table.autoincrement_column();
        let lastrowid = (!many && compiled.dml.postfetch_lastrowid).then_some(state.last_insert_rowid);
        for (index, set) in parameters.iter().enumerate() {
            let row = key
                .iter()
                .map(|column| {
                    if let Some((columns, rows)) = &returned_defaults
                        && let Some(place) = columns.iter().position(|it| it.id == column.id)
                        && let Some(cell) = rows.get(index).and_then(|it| it.get(place))
                    {
                        return value_of(cell);
                    }
                    let given = set.get(&column.key()).cloned();
                    let is_auto = autoincrement.as_ref().is_some_and(|it| it.id == column.id);
                    match (given, lastrowid) {
                        (Some(given), _) if !given.is_null() => given,
                        (_, Some(lastrowid)) if is_auto => Value::Int(lastrowid),
                        _ => Value::Null,
                    }
                })
                .collect();
            key_rows.push(row);
        }
    }
    Ok(CursorResult {
        row_log: RowLog::start(conn, &state),
        state,
        compiled: Some(compiled.clone()),
        parameters,
        inserted_primary_key_rows: key_rows,
        primary_key_names: key_names,
        is_executemany: many,
        returned_defaults,
        returns_rows,
    })
}
