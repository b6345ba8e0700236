//! Where a session's connections come from: `get_bind()` and the connections of its transactions.

use super::classes;
use super::instance::raise;
use super::session::object_of;
use crate::engine::Connection;
use crate::orm::host::ConnectionFor;
use crate::orm::session::{Bind, Session};
use crate::orm::session_transaction::SessionTransaction;
use crate::python::sqlalchemy::engine;
use crate::python::sqlalchemy::statements::{StatementObject, Stmt};
use rustpython_vm::builtins::PyDict;
use rustpython_vm::function::{FuncArgs, KwArgs};
use rustpython_vm::{PyObject, PyObjectRef, PyResult, VirtualMachine};
use std::any::Any;
use std::rc::Rc;

/// An engine or a connection, or None.
pub(super) fn bind_from_py(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Bind>> {
    if vm.is_none(object) {
        return Ok(None);
    }
    if let Ok(conn) = engine::connection_of(object, vm) {
        return Ok(Some(Bind::Connection(conn)));
    }
    engine::engine_of(object, vm).map(|it| Some(Bind::Engine(it)))
}

fn expect_bind(object: &PyObject, vm: &VirtualMachine) -> PyResult<Bind> {
    if let Ok(Some(bind)) = bind_from_py(object, vm) {
        return Ok(bind);
    }
    // Whatever else it is, this is asked of it.
    object.get_attr("connect", vm)?;
    Err(vm.new_not_implemented_error("a bind that is neither an Engine nor a Connection"))
}

/// `_set_bind(bind, routes)`
pub(super) fn set_bind(session: &Session, bind: &PyObject, routes: bool, vm: &VirtualMachine) -> PyResult<()> {
    let bind = bind_from_py(bind, vm)?;
    session.routes.set(routes || bind.is_none());
    *session.bind.borrow_mut() = bind;
    Ok(())
}

/// Asks the session's `get_bind()`.
pub(super) fn bind_of(session: &Session, wanted: ConnectionFor<'_>, vm: &VirtualMachine) -> PyResult<Bind> {
    let Some(object) = object_of(session) else {
        let none = vm.ctx.none();
        return expect_bind(&none, vm);
    };
    let args = match wanted {
        ConnectionFor::Anything => FuncArgs::default(),
        ConnectionFor::Mapper(mapper) => vec![vm.unwrap_or_none(classes::object_of_mapper(mapper))].into(),
        ConnectionFor::Select(select) => {
            let clause = StatementObject::make(Stmt::Select(select.clone()), "sqlalchemy.sql.selectable:Select", vm)?;
            let mapper = super::hook::plugin_subject(&clause, vm)?;
            let mut given = vec![("clause".to_owned(), clause)];
            if !vm.is_none(&mapper) {
                given.push(("mapper".to_owned(), mapper));
            }
            FuncArgs::new(Vec::new(), KwArgs::from_iter(given))
        }
        ConnectionFor::Arguments(given) => arguments(given, vm)?,
    };
    expect_bind(&*vm.call_method(&object, "get_bind", args)?, vm)
}

fn arguments(given: &Rc<dyn Any>, vm: &VirtualMachine) -> PyResult<FuncArgs> {
    let Some(dict) = given.downcast_ref::<PyObjectRef>().and_then(|it| it.downcast_ref::<PyDict>()) else {
        return Ok(FuncArgs::default());
    };
    let mut named = Vec::new();
    for (key, value) in dict.items_vec() {
        named.push((key.str(vm)?.to_string(), value));
    }
    Ok(FuncArgs::new(Vec::new(), KwArgs::from_iter(named)))
}

/// Gives a connection the execution options of its session and of the call.
pub(super) fn prepare(
    session: &Session,
    conn: &Rc<Connection>,
    options: Option<&Rc<dyn Any>>,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let merged = vm.ctx.new_dict();
    let own = object_of(session).map(|it| it.get_attr("execution_options", vm)).transpose()?;
    let given = options.and_then(|it| it.downcast_ref::<PyObjectRef>().cloned());
    for part in own.into_iter().chain(given) {
        merged.merge_object(part, vm)?;
    }
    if merged.is_empty() {
        return Ok(());
    }
    let given: Rc<dyn Any> = Rc::new(PyObjectRef::from(merged));
    let object = engine::connection_to_py(conn, vm)?;
    vm.call_method(&object, "execution_options", arguments(&given, vm)?).map(drop)
}

fn options_from_py(options: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Rc<dyn Any>>> {
    Ok(options.to_owned().try_to_bool(vm)?.then(|| Rc::new(options.to_owned()) as Rc<dyn Any>))
}

/// `_connection_for_bind(bind, execution_options)`
pub(super) fn connection(session: &Session, bind: &PyObject, options: &PyObject, vm: &VirtualMachine) -> PyResult {
    let options = options_from_py(options, vm)?;
    let bind = expect_bind(bind, vm)?;
    let conn = session.connection_for_bind(&bind, options.as_ref()).map_err(|it| raise(it, vm))?;
    engine::connection_to_py(&conn, vm)
}

/// `SessionTransaction._connection_for_bind(bind, execution_options)`
pub(super) fn connection_in(
    session: &Session,
    transaction: &Rc<SessionTransaction>,
    bind: &PyObject,
    options: &PyObject,
    vm: &VirtualMachine,
) -> PyResult {
    let options = options_from_py(options, vm)?;
    let bind = expect_bind(bind, vm)?;
    let conn = session.provision(transaction, &bind, options.as_ref()).map_err(|it| raise(it, vm))?;
    engine::connection_to_py(&conn, vm)
}

/// The connection that a transaction has for a bind, or None.
pub(super) fn bound(transaction: &SessionTransaction, bind: &PyObject, vm: &VirtualMachine) -> PyResult {
    match transaction.connection_of(&expect_bind(bind, vm)?) {
        Some(conn) => engine::connection_to_py(&conn, vm),
        None => Ok(vm.ctx.none()),
    }
}

/// The connection for the rows that a flush writes, else the session's one.
pub(super) fn of_flush(session: &Session, vm: &VirtualMachine) -> PyResult {
    let known = session.flush_connection.borrow().clone();
    let conn = known.map_or_else(|| session.connection(ConnectionFor::Anything), Ok).map_err(|it| raise(it, vm))?;
    engine::connection_to_py(&conn, vm)
}
