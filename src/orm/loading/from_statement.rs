//! Entities read from the rows of a statement that was not made from them: `from_statement()`, RETURNING.
//! Mirrors `_ORMFromStatementCompileState`.

use super::instance::QueryContext;
use super::{Cells, LoadOptions, OrmRows, Parameters, RowSource, send, told, told_after};
use crate::engine::CursorResult;
use crate::engine::context::ExecutionContext;
use crate::engine::driver::DbValue;
use crate::engine::process::{ResultProcessor, result_processor};
use crate::orm::context::{self, CompileState};
use crate::orm::errors::OrmResult;
use crate::orm::host::ConnectionFor;
use crate::orm::session::Session;
use crate::sql::compile::Statement;
use crate::sql::expr::Expr;
use crate::sql::select::{PluginItem, Select, SelectItem};
use crate::sql::types::Type;
use crate::sql::value::Value;
use std::rc::Rc;

/// `select(*items).from_statement(statement)`: the rows of `statement` as entities and columns. Columns are
/// found by identity, else by name; those that are missing are loaded later.
///
/// # Errors
/// What the statement raises; `NoSuchColumnError` when a primary key is missing.
pub fn execute_from_statement(
    session: &Rc<Session>,
    items: &[SelectItem],
    options: &[PluginItem],
    statement: &Statement,
    params: &Parameters,
    mut load: LoadOptions,
) -> OrmResult<OrmRows> {
    if load.autoflush {
        session.autoflush_now()?;
    }
    load.compile.legacy = load.legacy_query;
    let named = Rc::new(Select { columns: items.to_vec(), ..Select::default() });
    let wanted = load.bind_arguments.as_ref().map_or(ConnectionFor::Select(&named), ConnectionFor::Arguments);
    let conn = session.connection(wanted)?;
    crate::orm::query_entity::check_star(items)?;
    let replaced = told(&conn, statement, Some(params), &load)?;
    let (statement, params) = replaced.as_ref().map_or((statement, params), |it| (&it.0, &it.1));
    let result = send(&conn, statement, Some(params), &load)?;
    told_after(&conn, statement, Some(params), &load, &result)?;
    rows_of(session, items, options, result, load, Some(params.clone()))
}

/// The rows of a result that is there already, as entities and columns: for RETURNING.
///
/// # Errors
/// As [`execute_from_statement`].
pub fn rows_of(
    session: &Rc<Session>,
    items: &[SelectItem],
    options: &[PluginItem],
    result: CursorResult,
    load: LoadOptions,
    params: Option<Parameters>,
) -> OrmResult<OrmRows> {
    let plan = plan_of(items, options, &load)?;
    let wanted = plan.primary_columns();
    let places: Vec<Option<usize>> = wanted.iter().map(|it| place(it, &result)).collect();
    let mut types: Vec<Option<Type>> = vec![None; result.state.columns.len()];
    for (expr, place) in wanted.iter().zip(&places) {
        if let Some(place) = place {
            types[*place].get_or_insert_with(|| expr.ty().clone());
        }
    }
    let context = QueryContext::new(session, Rc::new(plan), load, params, Some(places));
    let outcome = Outcome { keys: returned_keys(&result)?, context: result.context.clone() };
    let mut rows = OrmRows::new(context, RowSource::new(result, Some(&types)))?;
    rows.outcome = Some(outcome);
    Ok(rows)
}

/// What a statement did beside returning rows.
#[derive(Debug)]
pub struct Outcome {
    /// Primary keys of the rows it was about, where it was to return them.
    pub keys: Vec<Vec<Value>>,
    /// Its parameters, and the columns that got a value by themselves.
    pub context: Rc<ExecutionContext>,
}

/// The primary keys among what a result returned by itself.
fn returned_keys(result: &CursorResult) -> OrmResult<Vec<Vec<Value>>> {
    let Some((columns, rows)) = &result.returned_defaults else { return Ok(Vec::new()) };
    let places: Vec<(usize, ResultProcessor)> = columns
        .iter()
        .enumerate()
        .filter(|it| it.1.owner_table().is_some_and(|table| table.primary_key().iter().any(|key| key.id == it.1.id)))
        .map(|it| (it.0, result_processor(&it.1.ty())))
        .collect();
    let key = |row: &Vec<DbValue>| places.iter().map(|(place, it)| it.apply(&row[*place])).collect::<Result<_, _>>();
    Ok(rows.iter().map(key).collect::<Result<_, _>>()?)
}

/// The columns that entities and columns of RETURNING are read from, in the order that [`rows_of_values`] takes.
///
/// # Errors
/// Those of compiling the entities.
pub fn returned_columns(items: &[SelectItem]) -> OrmResult<Vec<Expr>> {
    let plan = plan_of(items, &[], &LoadOptions::default())?;
    Ok(plan.primary_columns().iter().filter(|it| is_returned(it, items)).cloned().collect())
}

/// Of an entity its own columns are returned; expressions only where the program asks for them.
fn is_returned(expr: &Expr, items: &[SelectItem]) -> bool {
    use crate::sql::labels::identity;
    let is_asked = |it: &SelectItem| matches!(it, SelectItem::Expr(asked) if identity(asked) == identity(expr));
    expr.as_column().is_some() || items.iter().any(is_asked)
}

/// Entities and columns out of what several statements returned, row after row as [`returned_columns`] has it.
///
/// # Errors
/// What loading raises.
pub fn rows_of_values(
    session: &Rc<Session>,
    items: &[SelectItem],
    values: Vec<Value>,
    load: LoadOptions,
) -> OrmResult<OrmRows> {
    let plan = plan_of(items, &[], &load)?;
    let mut width = 0;
    let places = plan.primary_columns().iter().map(|it| {
        is_returned(it, items).then(|| {
            width += 1;
            width - 1
        })
    });
    let places = places.collect();
    let context = QueryContext::new(session, Rc::new(plan), load, None, Some(places));
    OrmRows::new(context, RowSource { cells: Cells::Read(values), width, next: 0, log: None })
}

/// How the rows are read. Eager joins have nothing to attach to here: those attributes stay lazy.
fn plan_of(items: &[SelectItem], options: &[PluginItem], load: &LoadOptions) -> OrmResult<CompileState> {
    let select = Select { columns: items.to_vec(), options: options.to_vec(), ..Select::default() };
    let mut compile = load.compile.clone();
    compile.without_joins = true;
    context::compile(&Rc::new(select), compile)
}

/// Where a column is in a result: by identity, by name, by `table_column`.
fn place(expr: &Expr, result: &CursorResult) -> Option<usize> {
    use crate::sql::labels::{identity, tq_label};
    if let Some(compiled) = result.compiled() {
        let wanted = identity(expr);
        let found = compiled.result_columns.iter().position(|it| it.targets.iter().any(|it| identity(it) == wanted));
        if found.is_some() {
            return found;
        }
    }
    let name = expr.as_column().map(|it| it.name());
    let qualified = tq_label(expr).and_then(|it| it.plain().map(|it| it.text.clone()));
    let by_name = |name: Option<Rc<str>>| name.and_then(|name| result.state.columns.iter().position(|it| *it == name));
    by_name(name).or_else(|| by_name(qualified))
}
