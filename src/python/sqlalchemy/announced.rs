//! `before_execute` and `after_execute` of statements that the ORM makes, told to Python listeners.

use super::cursor::result_to_py;
use super::engine::connection_to_py;
use super::engine::native::options_to_py;
use super::hooks::PyHooks;
use super::statements::{StatementObject, Stmt, statement_from_py};
use crate::engine::connection::{Connection, Options};
use crate::engine::execute::{CursorResult, ParameterSets};
use crate::engine::hooks::Replaced;
use crate::python::value::with_vm;
use crate::sql::compile::Statement;
use crate::sql::dml::Dml;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};
use std::rc::Rc;

/// Asks the listeners; gives what those with `retval=True` put in the statement's place.
pub(super) fn before_execute(
    hooks: &PyHooks,
    conn: &Rc<Connection>,
    statement: &Statement,
    parameters: &ParameterSets,
    options: &Options,
) -> PyResult<Replaced> {
    if hooks.table.is_empty() {
        return Ok(None);
    }
    with_vm(|vm| {
        let listeners = hooks.listeners("before_execute", vm)?;
        if listeners.is_empty() {
            return Ok(None);
        }
        let given = statement_to_py(statement, vm)?;
        let conn = connection_to_py(conn, vm)?;
        let (mut many, mut one) = distilled(parameters, vm)?;
        let mut shown = given.clone();
        let mut is_changed = false;
        for (function, retval) in listeners {
            let args = vec![conn.clone(), shown.clone(), many.clone(), one.clone(), shown_options(options, vm)?];
            let answer = function.call(args, vm)?;
            if retval {
                let parts = super::coerce::IterItems::get_iter_items(&*answer, vm)?;
                if let [new_statement, new_many, new_one] = &parts[..] {
                    (shown, many, one) = (new_statement.clone(), new_many.clone(), new_one.clone());
                    is_changed = true;
                }
            }
        }
        if !is_changed {
            return Ok(None);
        }
        let statement =
            if shown.is(&given) { None } else { statement_from_py(&shown, vm)? }.unwrap_or(statement.clone());
        let sets = if many.clone().try_to_bool(vm)? { many } else { one };
        let sets = if sets.clone().try_to_bool(vm)? { sets } else { vm.ctx.none() };
        Ok(Some((statement, crate::python::sqlalchemy::orm::parameters_of(&sets, vm)?)))
    })
}

/// Tells the listeners of a statement that was sent.
pub(super) fn after_execute(
    hooks: &PyHooks,
    conn: &Rc<Connection>,
    statement: &Statement,
    parameters: &ParameterSets,
    options: &Options,
    result: &CursorResult,
) -> PyResult<()> {
    if hooks.table.is_empty() {
        return Ok(());
    }
    with_vm(|vm| {
        let listeners = hooks.listeners("after_execute", vm)?;
        if listeners.is_empty() {
            return Ok(());
        }
        let conn = connection_to_py(conn, vm)?;
        let statement = statement_to_py(statement, vm)?;
        let (many, one) = distilled(parameters, vm)?;
        let result = result_to_py(result.clone(), "sqlalchemy.engine.cursor:CursorResult", vm)?;
        for (function, _) in listeners {
            let options = shown_options(options, vm)?;
            let args = vec![conn.clone(), statement.clone(), many.clone(), one.clone(), options, result.clone()];
            function.call(args, vm)?;
        }
        Ok(())
    })
}

/// `multiparams, params` as listeners get them.
fn distilled(parameters: &ParameterSets, vm: &VirtualMachine) -> PyResult<(PyObjectRef, PyObjectRef)> {
    let dict = |index| match parameters.get(index) {
        Some(set) => super::context::native::dict_of(set, vm),
        None => Ok(vm.ctx.new_dict().into()),
    };
    if parameters.len() > 1 {
        let sets = (0..parameters.len()).map(dict).collect::<PyResult<Vec<_>>>()?;
        return Ok((vm.ctx.new_list(sets).into(), vm.ctx.new_dict().into()));
    }
    Ok((vm.ctx.new_list(Vec::new()).into(), dict(0)?))
}

fn shown_options(options: &Options, vm: &VirtualMachine) -> PyResult {
    super::registry::class_of("sqlalchemy.util:immutabledict", vm)?.call((options_to_py(options, vm)?,), vm)
}

fn statement_to_py(statement: &Statement, vm: &VirtualMachine) -> PyResult {
    let (stmt, class) = match statement {
        Statement::Select(it) => (Stmt::Select(it.clone()), "sqlalchemy.sql.selectable:Select"),
        Statement::Compound(it) => (Stmt::Compound(it.clone()), "sqlalchemy.sql.selectable:CompoundSelect"),
        Statement::Text(it) => (Stmt::Text(it.clone()), "sqlalchemy.sql.elements:TextClause"),
        Statement::Dml(it) => {
            let class = match &**it {
                Dml::Insert(_) => "sqlalchemy.sql.dml:Insert",
                Dml::Update(_) => "sqlalchemy.sql.dml:Update",
                Dml::Delete(_) => "sqlalchemy.sql.dml:Delete",
            };
            (Stmt::Dml(it.clone()), class)
        }
        _ => return Ok(vm.ctx.none()),
    };
    StatementObject::make(stmt, class, vm)
}
