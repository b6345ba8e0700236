//! Python listeners of engine and pool events: lists of functions by event name, kept by `event/`.

use super::context::context_to_py;
use super::engine::connection_to_py;
use super::pool::{checkout_to_py, pooled_to_py, reason_to_py, record_to_py};
use crate::engine::connection::{Connection, Options};
use crate::engine::context::ExecutionContext;
use crate::engine::dbapi::CursorState;
use crate::engine::error::EngineError;
use crate::engine::events::SentParameters;
use crate::engine::execute::{CursorResult, ParameterSets};
use crate::engine::hooks::{Hooks, Replaced, Rewritten, SavepointStatement};
use crate::engine::pool::{PoolEvent, Pooled, Record};
use crate::python::exc::{self, from_host, to_host};
use crate::python::value::{parameters_from_py, parameters_to_py, text_of, with_vm};
use crate::sql::compile::Statement;
use crate::sql::value::{HostError, Value};
use rustpython_vm::{
    AsObject, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyBaseExceptionRef, PyDictRef},
};
use std::rc::Rc;

/// The listeners of one target: a dictionary of lists of `(function, retval)`.
#[derive(Debug)]
pub(crate) struct PyHooks {
    pub(crate) table: PyDictRef,
}

impl PyHooks {
    pub(super) fn listeners(&self, name: &str, vm: &VirtualMachine) -> PyResult<Vec<(PyObjectRef, bool)>> {
        let Some(list) = self.table.get_item_opt(name, vm)? else { return Ok(Vec::new()) };
        let mut out = Vec::new();
        for item in super::coerce::IterItems::get_iter_items(&*list, vm)? {
            let parts = super::coerce::IterItems::get_iter_items(&*item, vm)?;
            if let [function, retval, ..] = &parts[..] {
                out.push((function.clone(), retval.clone().try_to_bool(vm)?));
            }
        }
        Ok(out)
    }

    fn tell(&self, name: &str, args: impl Fn(&VirtualMachine) -> PyResult<Vec<PyObjectRef>>) -> Result<(), HostError> {
        if self.table.is_empty() {
            return Ok(());
        }
        with_vm(|vm| {
            for (function, _) in self.listeners(name, vm)? {
                function.call(args(vm)?, vm)?;
            }
            Ok(())
        })
        .map_err(to_host)
    }

    fn tell_connection(&self, name: &str, conn: &Rc<Connection>) -> Result<(), HostError> {
        self.tell(name, |vm| Ok(vec![connection_to_py(conn, vm)?]))
    }
}

impl Hooks for PyHooks {
    fn before_execute(
        &self,
        conn: &Rc<Connection>,
        statement: &Statement,
        parameters: &ParameterSets,
        options: &Options,
    ) -> Result<Replaced, HostError> {
        super::announced::before_execute(self, conn, statement, parameters, options).map_err(to_host)
    }
    fn after_execute(
        &self,
        conn: &Rc<Connection>,
        statement: &Statement,
        parameters: &ParameterSets,
        options: &Options,
        result: &CursorResult,
    ) -> Result<(), HostError> {
        super::announced::after_execute(self, conn, statement, parameters, options, result).map_err(to_host)
    }
    fn before_cursor_execute(
        &self,
        conn: &Rc<Connection>,
        context: &Rc<ExecutionContext>,
        sql: &str,
        parameters: &SentParameters,
        many: bool,
    ) -> Result<Rewritten, HostError> {
        if self.table.is_empty() {
            return Ok(None);
        }
        with_vm(|vm| {
            let listeners = self.listeners("before_cursor_execute", vm)?;
            if listeners.is_empty() {
                return Ok(None);
            }
            let conn = connection_to_py(conn, vm)?;
            let mut sql: PyObjectRef = vm.ctx.new_str(sql).into();
            let mut params = parameters_to_py(parameters, vm);
            let mut changed = false;
            let context = context_to_py(context, vm)?;
            let cursor = context.get_attr("cursor", vm)?;
            for (function, retval) in listeners {
                let args = vec![
                    conn.clone(),
                    cursor.clone(),
                    sql.clone(),
                    params.clone(),
                    context.clone(),
                    vm.ctx.new_bool(many).into(),
                ];
                let result = function.call(args, vm)?;
                if retval {
                    if vm.get_attribute_opt(&result, "__iter__")?.is_none() {
                        let class = result.class().name().to_string();
                        return Err(vm.new_type_error(format!("cannot unpack non-iterable {class} object")));
                    }
                    let parts = super::coerce::IterItems::get_iter_items(&*result, vm)?;
                    if let [new_sql, new_params] = &parts[..] {
                        (sql, params) = (new_sql.clone(), new_params.clone());
                        changed = true;
                    }
                }
            }
            if !changed {
                return Ok(None);
            }
            Ok(Some((text_of(&sql).unwrap_or_default(), parameters_from_py(&params, vm)?)))
        })
        .map_err(to_host)
    }
    fn do_execute(
        &self,
        context: &Rc<ExecutionContext>,
        sql: &str,
        parameters: &SentParameters,
    ) -> Result<Option<CursorState>, HostError> {
        if self.table.is_empty() {
            return Ok(None);
        }
        let without = matches!(context.options.get("no_parameters"), Some(Value::Bool(true))) && parameters.is_empty();
        let name = match parameters {
            SentParameters::Many(_) => "do_executemany",
            _ if without => "do_execute_no_params",
            _ => "do_execute",
        };
        with_vm(|vm| {
            let listeners = self.listeners(name, vm)?;
            if listeners.is_empty() {
                return Ok(None);
            }
            let context = context_to_py(context, vm)?;
            let cursor = context.get_attr("cursor", vm)?;
            for (function, _) in listeners {
                let mut args = vec![cursor.clone(), vm.ctx.new_str(sql).into()];
                if !without {
                    args.push(parameters_to_py(parameters, vm));
                }
                args.push(context.clone());
                if function.call(args, vm)?.try_to_bool(vm)? {
                    return super::dbapi::cursor_state(&cursor, vm).map(Some);
                }
            }
            Ok(None)
        })
        .map_err(to_host)
    }
    fn after_cursor_execute(
        &self,
        conn: &Rc<Connection>,
        context: &Rc<ExecutionContext>,
        sql: &str,
        parameters: &SentParameters,
        many: bool,
    ) -> Result<(), HostError> {
        self.tell("after_cursor_execute", |vm| {
            let conn = connection_to_py(conn, vm)?;
            let context = context_to_py(context, vm)?;
            Ok(vec![
                conn,
                context.get_attr("cursor", vm)?,
                vm.ctx.new_str(sql).into(),
                parameters_to_py(parameters, vm),
                context,
                vm.ctx.new_bool(many).into(),
            ])
        })
    }
    fn savepoint_statement(
        &self,
        conn: &Rc<Connection>,
        statement: SavepointStatement,
        name: &str,
        done: Option<&Rc<ExecutionContext>>,
    ) -> Result<(), HostError> {
        self.tell(if done.is_some() { "after_execute" } else { "before_execute" }, |vm| {
            let class = match statement {
                SavepointStatement::Make => "SavepointClause",
                SavepointStatement::RollbackTo => "RollbackToSavepointClause",
                SavepointStatement::Release => "ReleaseSavepointClause",
            };
            let clause =
                super::registry::class_of(&format!("sqlalchemy.sql.elements:{class}"), vm)?.call((name,), vm)?;
            let options = super::registry::class_of("sqlalchemy.event:_options_of", vm)?;
            let conn = connection_to_py(conn, vm)?;
            let options = options.call((conn.clone(),), vm)?;
            let none: PyObjectRef = vm.ctx.new_tuple(Vec::new()).into();
            let mut args = vec![conn, clause, none, vm.ctx.new_dict().into(), options];
            if let Some(context) = done {
                let result = CursorResult::of_text(context.clone(), CursorState::default());
                args.push(super::cursor::result_to_py(result, "sqlalchemy.engine.cursor:CursorResult", vm)?);
            }
            Ok(args)
        })
    }
    fn begin(&self, conn: &Rc<Connection>) -> Result<(), HostError> {
        self.tell_connection("begin", conn)
    }
    fn commit(&self, conn: &Rc<Connection>) -> Result<(), HostError> {
        self.tell_connection("commit", conn)
    }
    fn rollback(&self, conn: &Rc<Connection>) -> Result<(), HostError> {
        self.tell_connection("rollback", conn)
    }
    fn savepoint(&self, conn: &Rc<Connection>) -> Result<(), HostError> {
        self.tell("savepoint", |vm| Ok(vec![connection_to_py(conn, vm)?, vm.ctx.none()]))
    }
    fn rollback_savepoint(&self, conn: &Rc<Connection>, name: &str) -> Result<(), HostError> {
        self.tell("rollback_savepoint", |vm| {
            Ok(vec![connection_to_py(conn, vm)?, vm.ctx.new_str(name).into(), vm.ctx.none()])
        })
    }
    fn release_savepoint(&self, conn: &Rc<Connection>, name: &str) -> Result<(), HostError> {
        self.tell("release_savepoint", |vm| {
            Ok(vec![connection_to_py(conn, vm)?, vm.ctx.new_str(name).into(), vm.ctx.none()])
        })
    }
    fn engine_connect(&self, conn: &Rc<Connection>) -> Result<(), HostError> {
        self.tell_connection("engine_connect", conn)
    }
    fn pool(&self, conn: Option<&Pooled>, record: Option<&Rc<Record>>, event: PoolEvent<'_>) -> Result<(), HostError> {
        let name = match event {
            PoolEvent::FirstConnect => "first_connect",
            PoolEvent::Connect => "connect",
            PoolEvent::Checkout(_) => "checkout",
            PoolEvent::Checkin => "checkin",
            PoolEvent::Reset { .. } => "reset",
            PoolEvent::Invalidate(_) => "invalidate",
            PoolEvent::SoftInvalidate(_) => "soft_invalidate",
            PoolEvent::Detach => "detach",
            PoolEvent::Close => "close",
            PoolEvent::CloseDetached => "close_detached",
        };
        self.tell(name, |vm| {
            let none = || vm.ctx.none();
            let mut args = vec![conn.map_or_else(|| Ok(none()), |it| pooled_to_py(it, vm))?];
            if !matches!(event, PoolEvent::CloseDetached) {
                args.push(record.map_or_else(|| Ok(none()), |it| record_to_py(it, vm))?);
            }
            match event {
                PoolEvent::Checkout(checkout) => args.push(checkout_to_py(checkout, vm)?),
                PoolEvent::Invalidate(reason) | PoolEvent::SoftInvalidate(reason) => {
                    args.push(reason.map_or_else(none, |it| reason_to_py(it, vm)));
                }
                PoolEvent::Reset { transaction_was_reset, terminate_only } => {
                    let class = super::registry::class_of("sqlalchemy.pool.base:PoolResetState", vm)?;
                    args.push(class.call((transaction_was_reset, terminate_only, true), vm)?);
                }
                _ => {}
            }
            Ok(args)
        })
    }
    fn handle_error(
        &self,
        conn: &Rc<Connection>,
        context: Option<&Rc<ExecutionContext>>,
        error: &EngineError,
    ) -> Option<EngineError> {
        with_vm(|vm| {
            if !matches!(self.listeners("handle_error", vm), Ok(listeners) if !listeners.is_empty()) {
                return None;
            }
            let handled = || -> PyResult<PyBaseExceptionRef> {
                let (statement, parameters) = match error {
                    EngineError::Dbapi { failed, .. } => exc::shown(failed, vm),
                    _ => (vm.ctx.none(), vm.ctx.none()),
                };
                let context = context.map_or_else(|| Ok(vm.ctx.none()), |it| context_to_py(it, vm))?;
                let args = (connection_to_py(conn, vm)?, exc::from_engine(error, vm), statement, parameters, context);
                let handle = super::registry::class_of("sqlalchemy.event:_handle_error", vm)?;
                let error = handle.call(args, vm)?;
                error.downcast().map_err(|_| vm.new_type_error("exceptions must derive from BaseException"))
            };
            Some(EngineError::Host(to_host(handled().unwrap_or_else(|it| it))))
        })
    }
    fn disconnection(&self, error: &HostError) -> Option<bool> {
        with_vm(|vm| {
            let error = from_host(error, vm);
            let class = super::registry::type_named("sqlalchemy.exc:DisconnectionError", vm).ok()?;
            if !error.fast_isinstance(&class) {
                return None;
            }
            error.as_object().get_attr("invalidate_pool", vm).ok()?.try_to_bool(vm).ok()
        })
    }
}

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use super::super::engine;
    use super::PyHooks;
    use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine, builtins::PyDictRef};
    use std::rc::Rc;

    /// Lets the listeners in a dictionary hear an engine, a connection, or (None) every engine.
    #[pyfunction]
    fn add_hooks(target: PyObjectRef, table: PyDictRef, vm: &VirtualMachine) -> PyResult<()> {
        engine::add_hooks(&target, Rc::new(PyHooks { table }), vm)
    }
}
