//! Python listeners of engine and pool events: lists of functions by event name, kept by `event/`.

use super::engine::{connection_to_py, dbapi_to_py};
use crate::engine::connection::Connection;
use crate::engine::dbapi::DbapiConnection;
use crate::engine::events::SentParameters;
use crate::engine::hooks::{Hooks, Rewritten};
use crate::python::exc::to_host;
use crate::python::value::{parameters_from_py, parameters_to_py, text_of, with_vm};
use crate::sql::value::HostError;
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine, builtins::PyDictRef};
use std::rc::Rc;

/// The listeners of one target: a dictionary of lists of `(function, retval)`.
#[derive(Debug)]
pub(crate) struct PyHooks {
    pub(crate) table: PyDictRef,
}

impl PyHooks {
    fn listeners(&self, name: &str, vm: &VirtualMachine) -> PyResult<Vec<(PyObjectRef, bool)>> {
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

    fn tell_dbapi(&self, name: &str, dbapi: &Rc<DbapiConnection>, extra: usize) -> Result<(), HostError> {
        self.tell(name, |vm| {
            let mut args = vec![dbapi_to_py(dbapi, vm)?];
            let record = super::registry::class_of("sqlalchemy.pool.base:_record_for", vm)?;
            args.push(record.call((args[0].clone(),), vm)?);
            for _ in 0..extra {
                args.push(vm.ctx.none());
            }
            Ok(args)
        })
    }
}

impl Hooks for PyHooks {
    fn before_cursor_execute(
        &self,
        conn: &Rc<Connection>,
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
            let cursor = vm.ctx.none();
            let mut sql: PyObjectRef = vm.ctx.new_str(sql).into();
            let mut params = parameters_to_py(parameters, vm);
            let mut changed = false;
            let context =
                super::registry::class_of("sqlalchemy.event:_context_for", vm)?.call((conn.clone(), many), vm)?;
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
    fn after_cursor_execute(
        &self,
        conn: &Rc<Connection>,
        sql: &str,
        parameters: &SentParameters,
        many: bool,
    ) -> Result<(), HostError> {
        self.tell("after_cursor_execute", |vm| {
            let conn = connection_to_py(conn, vm)?;
            let context =
                super::registry::class_of("sqlalchemy.event:_context_after", vm)?.call((conn.clone(), many), vm)?;
            Ok(vec![
                conn,
                vm.ctx.none(),
                vm.ctx.new_str(sql).into(),
                parameters_to_py(parameters, vm),
                context,
                vm.ctx.new_bool(many).into(),
            ])
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
    fn pool_connect(&self, dbapi: &Rc<DbapiConnection>) -> Result<(), HostError> {
        self.tell_dbapi("first_connect", dbapi, 0)?;
        with_vm(|vm| self.table.pop_item_named("first_connect", vm)).map_err(to_host)?;
        self.tell_dbapi("connect", dbapi, 0)
    }
    fn pool_checkout(&self, dbapi: &Rc<DbapiConnection>) -> Result<(), HostError> {
        self.tell_dbapi("checkout", dbapi, 1)
    }
    fn pool_checkin(&self, dbapi: &Rc<DbapiConnection>) -> Result<(), HostError> {
        self.tell_dbapi("checkin", dbapi, 0)
    }
    fn pool_reset(&self, dbapi: &Rc<DbapiConnection>) -> Result<(), HostError> {
        self.tell_dbapi("reset", dbapi, 1)
    }
    fn pool_close(&self, dbapi: &Rc<DbapiConnection>) -> Result<(), HostError> {
        self.tell_dbapi("close", dbapi, 0)
    }
    fn pool_detach(&self, dbapi: &Rc<DbapiConnection>) -> Result<(), HostError> {
        self.tell_dbapi("detach", dbapi, 0)
    }
    fn pool_invalidate(&self, dbapi: &Rc<DbapiConnection>, soft: bool) -> Result<(), HostError> {
        self.tell_dbapi(if soft { "soft_invalidate" } else { "invalidate" }, dbapi, 1)
    }
}

/// Removes an entry if it is there.
trait PopNamed {
    fn pop_item_named(&self, name: &str, vm: &VirtualMachine) -> PyResult<()>;
}
impl PopNamed for PyDictRef {
    fn pop_item_named(&self, name: &str, vm: &VirtualMachine) -> PyResult<()> {
        if self.get_item_opt(name, vm)?.is_some() {
            self.del_item(name, vm)?;
        }
        Ok(())
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
