//! Tells listeners of statements that the ORM makes (`before_execute`, `after_execute`). Of what a program
//! executes on a connection, the host tells them itself.

use super::connection::{Connection, Options};
use super::error::EngineError;
use super::execute::{CACHE_TOKEN, CursorResult, ParameterSets};
use super::hooks::Replaced;
use crate::sql::compile::Statement;
use std::rc::Rc;

/// A statement is about to be compiled and sent. Gives what is to be sent in its place, if a listener said so.
///
/// # Errors
/// Those of listeners.
pub fn before_execute(
    conn: &Rc<Connection>,
    statement: &Statement,
    parameters: &ParameterSets,
    options: &Options,
) -> Result<Replaced, EngineError> {
    let hooks = conn.hook_list();
    if hooks.is_empty() {
        return Ok(None);
    }
    let merged = merged(conn, statement, options);
    let mut replaced: Replaced = None;
    for hook in hooks {
        let told = match &replaced {
            Some((statement, parameters)) => hook.before_execute(conn, statement, parameters, &merged),
            None => hook.before_execute(conn, statement, parameters, &merged),
        };
        if let Some(answer) = told.map_err(EngineError::Host)? {
            replaced = Some(answer);
        }
    }
    Ok(replaced)
}

/// A statement was sent.
///
/// # Errors
/// Those of listeners.
pub fn after_execute(
    conn: &Rc<Connection>,
    statement: &Statement,
    parameters: &ParameterSets,
    options: &Options,
    result: &CursorResult,
) -> Result<(), EngineError> {
    let hooks = conn.hook_list();
    if hooks.is_empty() {
        return Ok(());
    }
    let merged = merged(conn, statement, options);
    hooks
        .iter()
        .try_for_each(|it| it.after_execute(conn, statement, parameters, &merged, result))
        .map_err(EngineError::Host)
}

/// The options of the statement, the connection and the call.
fn merged(conn: &Connection, statement: &Statement, options: &Options) -> Options {
    let mut all = statement.execution_options().cloned().unwrap_or_default();
    all.extend(conn.options.borrow().clone());
    all.extend(options.clone());
    all.shift_remove(CACHE_TOKEN);
    all
}
