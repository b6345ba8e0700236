//! Defaults that are computed before a statement is sent, and defaults that a program executes by themselves.

use super::connection::Connection;
use super::context::{CurrentContext, ExecutionContext};
use super::error::EngineError;
use super::events::SentParameters;
use super::execute::sent_as;
use super::process::value_of;
use crate::sql::compile::{CompileOptions, Compiled, Statement, compile};
use crate::sql::expr::{Expr, ExprKind};
use crate::sql::schema::{ColumnDefault, ColumnRef};
use crate::sql::types::Type;
use crate::sql::value::Value;
use std::rc::Rc;

/// Computes the client-side defaults of all parameter sets.
pub(super) fn fill(context: &Rc<ExecutionContext>, compiled: &Rc<Compiled>) -> Result<(), EngineError> {
    let dml = &compiled.dml;
    let inserted = dml.insert_prefetch.iter().map(|it| (it.clone(), it.key(), true));
    let of_rows = dml.multi_prefetch.iter().map(|(it, name)| (it.clone(), name.clone(), true));
    let updated = dml.update_prefetch.iter().map(|it| (it.clone(), it.key(), false));
    let joined = dml.joined_prefetch.iter().map(|(it, name)| (it.clone(), name.clone(), false));
    let work: Vec<(ColumnRef, Rc<str>, bool)> = inserted.chain(of_rows).chain(updated).chain(joined).collect();
    if work.is_empty() {
        return Ok(());
    }
    let sets = context.values.borrow().len();
    for set in 0..sets {
        for (column, name, insert) in &work {
            let Some(schema) = &column.schema else { continue };
            let default = if *insert { schema.default.borrow().clone() } else { schema.onupdate.borrow().clone() };
            let Some(index) = compiled.binds.get_index_of(name) else { continue };
            let Some(default) = default else { continue };
            let value = match &*default {
                ColumnDefault::Scalar(value) => value.clone(),
                ColumnDefault::Sentinel => Value::Int(i64::try_from(set).unwrap_or(i64::MAX)),
                ColumnDefault::Callable(callable) => {
                    *context.current_default.borrow_mut() = Some((set, column.clone(), name.clone()));
                    let value = callable.call(context).map_err(EngineError::Host);
                    *context.current_default.borrow_mut() = None;
                    value?
                }
                ColumnDefault::Clause(expr) => match scalar(context, expr, Some(&column.ty()))? {
                    Value::Null => continue,
                    value => value,
                },
                ColumnDefault::Sequence { .. } => continue,
            };
            context.values.borrow_mut()[set][index] = value;
        }
    }
    Ok(())
}

/// The value of an expression, asked for before the statement that needs it: no transaction is begun for it.
/// `ty`: what it becomes a value of.
fn scalar(context: &Rc<ExecutionContext>, expr: &Expr, ty: Option<&Type>) -> Result<Value, EngineError> {
    let conn = &context.connection;
    let engine = &conn.engine;
    // A text gets a label, as everything that a type is given to.
    let expr = match expr.kind() {
        ExprKind::Text(_) => expr.with_kind(ExprKind::TypeCoerce(expr.clone())),
        _ => expr.clone(),
    };
    let statement = Statement::Function(expr);
    let compiled = compile(&statement, &engine.dialect, &CompileOptions::default())?;
    let values = compiled.construct_values(None, None, None)?;
    let expanded = compiled.expand(&values)?;
    let (mut names, mut sent) = (Vec::new(), Vec::new());
    for (name, value, ty) in expanded.params {
        names.push(name);
        sent.push(engine.bind_processor(&ty).apply(value)?);
    }
    let state = conn.send(context, expanded.sql, sent_as(&compiled, &names, sent), "raw sql", false, false)?;
    let Some(cell) = state.cells.first() else { return Ok(Value::Null) };
    match ty {
        Some(ty) => engine.result_processor(ty).apply(cell),
        None => Ok(value_of(cell)),
    }
}

/// What a default gives that is executed by itself: `connection.scalar(column.default)`.
///
/// # Errors
/// A closed connection; the database's; the host's of a function; `NotImplementedError` for a sequence.
pub fn execute_default(conn: &Rc<Connection>, default: &ColumnDefault) -> Result<Value, EngineError> {
    conn.dbapi()?;
    let context = ExecutionContext::text(conn, "".into(), &SentParameters::empty(), conn.options.borrow().clone());
    let _current = CurrentContext::set(conn, &context);
    match default {
        ColumnDefault::Scalar(value) => Ok(value.clone()),
        ColumnDefault::Callable(callable) => callable.call(&context).map_err(EngineError::Host),
        ColumnDefault::Clause(expr) => scalar(&context, expr, None),
        ColumnDefault::Sentinel => Ok(Value::Null),
        ColumnDefault::Sequence { .. } => Err(crate::sql::error::SqlError::NotImplemented(String::new()).into()),
    }
}
