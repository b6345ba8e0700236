//! Execution of statements: compile or take from the cache, fill in parameters and defaults, send, and
//! say what came of it. Mirrors `DefaultExecutionContext`.

use super::cache::{CacheStats, Key};
use super::connection::{Connection, Options};
use super::context::{CurrentContext, ExecutionContext};
use super::dbapi::CursorState;
use super::driver::DbValue;
use super::error::EngineError;
use super::events::{EngineEvent, LogLevel, SentParameters};
use super::insertmanyvalues;
use super::reprs;
use crate::sql::cache_key;
use crate::sql::compile::{CompileOptions, Compiled, DmlKind, Statement, StatementKind, compile};
use crate::sql::dml::Dml;
use crate::sql::error::SqlError;
use crate::sql::schema::ColumnRef;
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
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::None => 0,
            Self::One(_) => 1,
            Self::Many(sets) => sets.len(),
        }
    }
    pub(crate) fn get(&self, index: usize) -> Option<&Parameters> {
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
            Self::None => Some(Rc::new(SentParameters::Many(Vec::new()))),
            Self::One(set) => Some(Rc::new(SentParameters::Many(vec![named(set)]))),
            Self::Many(sets) => Some(Rc::new(SentParameters::Many(sets.iter().map(named).collect()))),
        }
    }
}

/// What an execution gave.
#[derive(Clone, Debug)]
pub struct CursorResult {
    /// Column names, rows, counts.
    pub state: CursorState,
    /// The statement, its parameters and options.
    pub context: Rc<ExecutionContext>,
    /// The host's object of the context, if anybody asked for it.
    pub context_host: Option<Rc<dyn std::any::Any>>,
    /// Keys of the rows that INSERT made, in the order of the primary key.
    pub inserted_primary_key_rows: Vec<Vec<Value>>,
    /// Names of the key's columns.
    pub primary_key_names: Vec<Rc<str>>,
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
    pub fn of_text(context: Rc<ExecutionContext>, state: CursorState) -> Self {
        let returns_rows = !state.columns.is_empty();
        Self {
            row_log: RowLog::start(&context.connection, &state),
            state,
            context_host: context.host.get(),
            context,
            inserted_primary_key_rows: Vec::new(),
            primary_key_names: Vec::new(),
            returned_defaults: None,
            returns_rows,
        }
    }
    /// The compiled statement; `None` for plain SQL text.
    pub fn compiled(&self) -> Option<&Rc<Compiled>> {
        self.context.compiled.as_ref()
    }
    /// Names of the columns as rows show them.
    pub fn keys(&self) -> Vec<Rc<str>> {
        match self.compiled() {
            Some(compiled) if !compiled.result_columns.is_empty() && !compiled.loose_column_name_matching => {
                compiled.result_columns.iter().map(|it| it.name.clone()).collect()
            }
            _ => self.state.columns.clone(),
        }
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
    let mut all = statement.execution_options().cloned().unwrap_or_default();
    all.extend(conn.options.borrow().clone());
    all.extend(options.clone());
    let token = all.shift_remove(CACHE_TOKEN);
    let prepared = prepare(conn, statement, parameters, &all, token.as_ref())?;
    execute_prepared(conn, statement, &prepared, parameters, all).map_err(|error| match error {
        EngineError::Statement { .. } => conn.handled(None, error),
        other => other,
    })
}

/// Compiles a statement for these parameters, or finds it in the cache.
fn prepare(
    conn: &Rc<Connection>,
    statement: &Statement,
    parameters: &ParameterSets,
    options: &Options,
    token: Option<&Value>,
) -> Result<Prepared, EngineError> {
    let mut column_keys: Vec<Rc<str>> = parameters.get(0).map(|it| it.keys().cloned().collect()).unwrap_or_default();
    column_keys.sort_unstable();
    let for_executemany = parameters.len() > 1;
    let translate = options.get("schema_translate_map");
    let schema_translate_map = translate.and_then(translate_map);
    let engine = &conn.engine;
    let now = engine.hub.clock.now_micros();
    let is_ddl = matches!(statement, Statement::Ddl(_));
    let disabled = match options.get("compiled_cache") {
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
        let compiled = Rc::new(compile(statement, &engine.dialect, &compile_options)?);
        for warning in compiled.take_warnings() {
            engine.hub.warn(warning.category, &warning.text).map_err(EngineError::Host)?;
        }
        if engine.hub.is_listened() {
            engine.hub.emit(&EngineEvent::StatementCompiled {
                compiled: compiled.clone(),
                statement: statement.clone(),
                options: compile_options,
            });
        }
        // What is left there belongs to statements that did not compile.
        crate::sql::compile::pending_warnings();
        Ok(compiled)
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
        translate: translate.map(Value::repr).unwrap_or_default(),
        token: cache_token(token),
    };
    // A dictionary of the program's stands for a cache of its own: it shows a key for each statement.
    let dictionary = match options.get("compiled_cache") {
        Some(Value::Host(it)) => Some((it, format!("{lookup:?}"))),
        _ => None,
    };
    let cache =
        dictionary.as_ref().map_or_else(|| engine.cache.clone(), |(it, _)| engine.cache.of_program(it.identity()));
    let is_kept = dictionary.as_ref().is_none_or(|(it, key)| it.has_key(key));
    if let Some(cached) = cache.get(&lookup).filter(|_| is_kept) {
        return Ok(Prepared {
            compiled: cached.compiled.clone(),
            stats: CacheStats::Hit,
            made_micros: cached.made_micros,
            key: Some(key),
        });
    }
    let compiled = make()?;
    compiled.set_cache_key(key.clone());
    let before = cache.made_for_other_schemas(&lookup);
    cache.put(lookup, compiled.clone(), before.unwrap_or(now));
    if let Some((dictionary, key)) = dictionary {
        dictionary.add_key(&key);
    }
    let stats = if before.is_some() { CacheStats::Hit } else { CacheStats::Miss };
    Ok(Prepared { compiled, stats, made_micros: before.unwrap_or(now), key: Some(key) })
}

/// What else tells statements of one text apart in the cache: the ORM says which options a SELECT came with
/// and which mapper a flush belongs to, as those have entries of their own in the reference.
fn cache_token(token: Option<&Value>) -> String {
    match token {
        Some(Value::Text(token)) => token.to_string(),
        _ => String::new(),
    }
}

/// The option that carries it; no listener sees it.
pub const CACHE_TOKEN: &str = "_cache_token";

impl Statement {
    /// `execution_options()` of the statement itself.
    pub fn execution_options(&self) -> Option<&Options> {
        match self {
            Self::Select(it) => Some(&it.execution_options),
            Self::Compound(it) => Some(&it.execution_options),
            Self::Text(it) => Some(&it.execution_options),
            Self::Dml(it) => Some(&it.common().execution_options),
            _ => None,
        }
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
fn execute_prepared(
    conn: &Rc<Connection>,
    statement: &Statement,
    prepared: &Prepared,
    parameters: &ParameterSets,
    options: Options,
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
    let context = ExecutionContext::compiled(conn, compiled, options, many, prepared.stats);
    {
        let mut values = context.values.borrow_mut();
        values.reserve_exact(count);
        for index in 0..count {
            let group = (index > 0).then_some(index);
            let row = compiled
                .construct_values(parameters.get(index), prepared.key.as_deref(), group)
                .map_err(|it| wrap(it.into()))?;
            values.push(spread_lists(compiled, row).map_err(wrap)?);
        }
    }
    let _current = CurrentContext::set(conn, &context);
    super::defaults::fill(&context, compiled).map_err(wrap)?;
    if many && compiled.has_postcompile {
        return Err(wrap(EngineError::invalid_request(
            "'literal_execute' or 'expanding' parameters can't be used with executemany()",
        )));
    }
    let mut sent: Vec<Vec<Value>> = Vec::with_capacity(count);
    let mut sql = compiled.sql.clone();
    let processors: Vec<_> =
        compiled.position_indexes.iter().map(|it| conn.engine.bind_processor(&compiled.binds[*it].ty)).collect();
    let is_named = !compiled.is_positional();
    let mut names: Vec<Rc<str>> = Vec::new();
    if is_named && !compiled.has_postcompile {
        names.extend(compiled.position_indexes.iter().filter_map(|it| Some(compiled.binds.get_index(*it)?.0.clone())));
    }
    for row in &*context.values.borrow() {
        if compiled.has_postcompile {
            let expanded = compiled.expand(row).map_err(|it| wrap(it.into()))?;
            sql = expanded.sql;
            let mut out = Vec::with_capacity(expanded.params.len());
            for (name, value, ty) in expanded.params {
                if is_named {
                    names.push(name);
                }
                out.push(conn.engine.bind_processor(&ty).apply(value).map_err(wrap)?);
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
    let state = if many {
        match (&compiled.dml.insertmanyvalues, compiled.kind) {
            (Some(_), StatementKind::Dml(DmlKind::Insert)) if is_named => {
                return Err(wrap(
                    SqlError::NotImplemented(
                        "INSERT of many rows with RETURNING is not part of the playground for create_engine(paramstyle=)"
                            .to_owned(),
                    )
                    .into(),
                ));
            }
            (Some(imv), StatementKind::Dml(DmlKind::Insert)) => {
                let page_size = match context.options.get("insertmanyvalues_page_size") {
                    Some(Value::Int(size)) => usize::try_from(*size).unwrap_or(1).max(1),
                    _ => conn.engine.page_size,
                };
                insertmanyvalues::execute(&context, compiled, imv, sent, &stats, page_size)?
            }
            _ => {
                let sets = sent.into_iter().map(|it| sent_as(compiled, &names, it)).collect();
                conn.send(&context, sql, SentParameters::Many(sets), &stats, true, false)?
            }
        }
    } else {
        let one = sent_as(compiled, &names, sent.pop().unwrap_or_default());
        conn.send(&context, sql, one, &stats, false, false)?
    };
    finish(statement, context.clone(), compiled, state)
}

/// A set of parameters as the dialect's style has it.
pub(super) fn sent_as(compiled: &Compiled, names: &[Rc<str>], values: Vec<Value>) -> SentParameters {
    if compiled.is_positional() {
        return SentParameters::Positional(values);
    }
    let mut pairs: Vec<(Rc<str>, Value)> = Vec::with_capacity(values.len());
    for (name, value) in names.iter().zip(values) {
        if !pairs.iter().any(|it| it.0 == *name) {
            pairs.push((compiled.sent_name(name).into(), value));
        }
    }
    SentParameters::Named(pairs)
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

fn finish(
    statement: &Statement,
    context: Rc<ExecutionContext>,
    compiled: &Rc<Compiled>,
    mut state: CursorState,
) -> Result<CursorResult, EngineError> {
    let is_insert = compiled.kind == StatementKind::Dml(DmlKind::Insert);
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
        returns_rows = matches!(statement, Statement::Dml(dml) if dml.common().has_supplemental());
    }
    if is_insert
        && let Statement::Dml(dml) = statement
        && let Dml::Insert(insert) = &**dml
        && !compiled.dml.has_returning
    {
        let key = insert.table.primary_key();
        key_names = key.iter().map(|it| it.key()).collect();
        let autoincrement = insert.table.autoincrement_column();
        let lastrowid = (!context.is_many && compiled.dml.postfetch_lastrowid).then_some(state.last_insert_rowid);
        let engine = &context.connection.engine;
        for (index, set) in context.values.borrow().iter().enumerate() {
            let row: Result<Vec<Value>, _> = key
                .iter()
                .map(|column| {
                    if let Some((columns, rows)) = &returned_defaults
                        && let Some(place) = columns.iter().position(|it| it.id == column.id)
                        && let Some(cell) = rows.get(index).and_then(|it| it.get(place))
                    {
                        return engine.result_processor(&column.ty()).apply(cell);
                    }
                    let given = compiled.binds.get_index_of(&column.key()).map(|it| set[it].clone());
                    let is_auto = autoincrement.as_ref().is_some_and(|it| it.id == column.id);
                    match (given, lastrowid) {
                        (Some(given), _) if !given.is_null() => Ok(given),
                        (_, Some(lastrowid)) if is_auto => {
                            engine.result_processor(&column.ty()).apply(&DbValue::Integer(lastrowid))
                        }
                        _ => Ok(Value::Null),
                    }
                })
                .collect();
            key_rows.push(row?);
        }
    }
    Ok(CursorResult {
        row_log: RowLog::start(&context.connection, &state),
        state,
        context_host: context.host.get(),
        context,
        inserted_primary_key_rows: key_rows,
        primary_key_names: key_names,
        returned_defaults,
        returns_rows,
    })
}
