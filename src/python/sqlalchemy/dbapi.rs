//! `sqlite3`'s Connection and Cursor over the engine's database connections: what programs get in the
//! "connect" event, from `raw_connection()`, and from `sqlite3.connect()` itself.

use super::environment;
use super::registry;
use crate::engine::dbapi::{CursorState, DbapiConnection};
use crate::engine::error::DbapiError;
use crate::engine::events::Hub;
use crate::python::value::{adapt_for_sqlite, with_vm};
use rustpython_vm::{PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine};
use std::cell::RefCell;
use std::rc::Rc;

pub(crate) use native::SqliteConnection;

fn broken(message: &str) -> DbapiError {
    DbapiError { class: "OperationalError", message: message.into(), sqlite_code: 0 }
}

/// Opens a database.
pub(crate) fn open(database: &str, hub: &Rc<Hub>) -> Result<Rc<DbapiConnection>, DbapiError> {
    let driver = environment::driver().ok_or_else(|| broken("no database library was configured"))?;
    let conn = driver.open(database).map_err(|error| DbapiError {
        class: "OperationalError",
        // SQLite's own text has the path behind it in some libraries.
        message: if error.code & 0xff == 14 { "unable to open database file".into() } else { error.message.into() },
        sqlite_code: error.code,
    })?;
    let locate = |name: &str| {
        with_vm(|vm| {
            let place = registry::class_of("sqlite3:_place", vm)?;
            place.call((vm.ctx.new_str(name), false), vm)
        })
        .ok()
        .and_then(|it: PyObjectRef| crate::python::value::text_of(&it))
        .map(|it| it.to_string())
    };
    let dbapi = DbapiConnection::new(conn, hub, Some(Rc::new(adapt_for_sqlite)), Some(Rc::new(locate)));
    Ok(dbapi)
}

/// What SQLAlchemy's SQLite dialect registers on each connection: `regexp` and `floor`.
fn register_functions(dbapi: &Rc<DbapiConnection>) {
    use crate::engine::driver::DbValue;
    let regexp = |args: &[DbValue]| -> Result<DbValue, String> {
        let (DbValue::Text(pattern), DbValue::Text(text)) = (&args[0], &args[1]) else { return Ok(DbValue::Null) };
        with_vm(|vm| {
            let search = registry::class_of("re:search", vm)?;
            let found = search.call((vm.ctx.new_str(&**pattern), vm.ctx.new_str(&**text)), vm)?;
            Ok(DbValue::Integer(i64::from(!vm.is_none(&found))))
        })
        .map_err(|_: rustpython_vm::builtins::PyBaseExceptionRef| "user-defined function raised exception".to_owned())
    };
    let _ = dbapi.create_function("regexp", 2, true, Box::new(regexp));
    #[allow(clippy::cast_possible_truncation)]
    let floor = |args: &[DbValue]| -> Result<DbValue, String> {
        match &args[0] {
            DbValue::Integer(value) => Ok(DbValue::Integer(*value)),
            DbValue::Real(value) => Ok(DbValue::Integer(value.floor() as i64)),
            _ => Err("user-defined function raised exception".to_owned()),
        }
    };
    let _ = dbapi.create_function("floor", 1, true, Box::new(floor));
}

/// The Python object of a database connection; the same one each time.
pub(crate) fn to_py(dbapi: &Rc<DbapiConnection>, vm: &VirtualMachine) -> PyResult {
    if let Some(object) = super::pool::held(&dbapi.host) {
        return Ok(object);
    }
    let class = registry::type_named("sqlite3:Connection", vm)?;
    let object: PyObjectRef =
        SqliteConnection { dbapi: RefCell::new(Some(dbapi.clone())) }.into_ref_with_type(vm, class)?.into();
    let weak = object.downgrade(None, vm)?;
    dbapi.host.set(Rc::new(weak));
    Ok(object)
}

/// What a cursor of the program's holds.
pub(crate) fn cursor_state(cursor: &PyObject, vm: &VirtualMachine) -> PyResult<CursorState> {
    use super::coerce::IterItems;
    let description = cursor.get_attr("description", vm)?;
    let mut columns = Vec::new();
    if !vm.is_none(&description) {
        for column in IterItems::get_iter_items(&*description, vm)? {
            columns.push(crate::python::value::str_of(&*column.get_item(&0, vm)?, vm)?.into());
        }
    }
    let mut cells = Vec::new();
    for row in IterItems::get_iter_items(&*vm.call_method(cursor, "fetchall", ())?, vm)? {
        for cell in IterItems::get_iter_items(&*row, vm)? {
            cells.push(native::to_db(&cell, vm).map_err(|it| vm.new_type_error(it))?);
        }
    }
    let number =
        |name: &'static str| -> PyResult<i64> { Ok(cursor.get_attr(name, vm)?.try_into_value(vm).unwrap_or(0)) };
    Ok(CursorState { columns, cells, row_count: number("rowcount")?, last_insert_rowid: number("lastrowid")? })
}

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use super::super::environment;
    use crate::engine::dbapi::{CursorState, DbapiConnection};
    use crate::engine::driver::DbValue;
    use crate::python::exc::{self, IntoPy};
    use crate::python::value::{SqlText, db_to_py, parameters_from_py, text_of, value_from_py, with_vm};
    use crate::sql::value::Value;
    use rustpython_vm::{AsObject, Py, PyObjectRef, PyPayload, PyResult, VirtualMachine, types::Constructor};
    use std::cell::RefCell;
    use std::rc::Rc;

    /// Base of `sqlite3.Connection`.
    #[pyattr]
    #[pyclass(name = "SqliteConnection", module = "_sqlalchemy")]
    #[derive(Debug, PyPayload, Default)]
    pub(crate) struct SqliteConnection {
        pub(crate) dbapi: RefCell<Option<Rc<DbapiConnection>>>,
    }

    new_empty!(SqliteConnection);

    impl SqliteConnection {
        fn get(&self, vm: &VirtualMachine) -> PyResult<Rc<DbapiConnection>> {
            self.dbapi.borrow().clone().ok_or_else(|| vm.new_runtime_error("Base Connection.__init__ not called."))
        }
    }

    pub(super) fn to_db(value: &PyObjectRef, vm: &VirtualMachine) -> Result<DbValue, String> {
        Ok(match value_from_py(value, vm) {
            Value::Null => DbValue::Null,
            Value::Bool(it) => DbValue::Integer(i64::from(it)),
            Value::Int(it) => DbValue::Integer(it),
            Value::Float(it) => DbValue::Real(it),
            Value::Text(it) => DbValue::Text(it),
            Value::Bytes(it) => DbValue::Blob(it),
            Value::Host(it) => crate::python::value::adapt_for_sqlite(&*it)
                .map_err(|_| "user-defined function raised exception".to_owned())?,
            Value::List(_) => return Err("user-defined function raised exception".to_owned()),
        })
    }

    #[pyclass(with(Constructor), flags(BASETYPE, HAS_WEAKREF))]
    impl SqliteConnection {
        #[pymethod]
        fn _open(zelf: &Py<Self>, database: String, isolation_level: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            let Some(hub) = environment::hub() else {
                return Err(vm.new_runtime_error("no database library was configured"));
            };
            let dbapi = super::open(&database, &hub).py(vm)?;
            *dbapi.isolation_level.borrow_mut() = text_of(&isolation_level);
            dbapi.host.set(Rc::new(zelf.as_object().downgrade(None, vm)?));
            *zelf.dbapi.borrow_mut() = Some(dbapi);
            Ok(())
        }
        /// What SQLAlchemy's dialect does with a new connection: its functions, the isolation level.
        #[pymethod]
        fn _prepare(zelf: &Py<Self>, isolation_level: Option<String>, vm: &VirtualMachine) -> PyResult<()> {
            let dbapi = zelf.get(vm)?;
            super::register_functions(&dbapi);
            match isolation_level {
                Some(level) => crate::engine::isolation::set_isolation_level(&dbapi, &level).py(vm),
                None => Ok(()),
            }
        }
        #[pymethod]
        fn commit(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            zelf.get(vm)?.commit().py(vm)
        }
        #[pymethod]
        fn rollback(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            zelf.get(vm)?.rollback().py(vm)
        }
        #[pymethod]
        fn close(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            zelf.get(vm)?.close();
            Ok(())
        }
        #[pymethod]
        fn _execute(zelf: &Py<Self>, sql: SqlText, params: PyObjectRef, vm: &VirtualMachine) -> PyResult {
            let params = parameters_from_py(&params, vm)?;
            let dbapi = zelf.get(vm)?;
            let state = dbapi.execute(&sql.0, &params).py(vm)?;
            Ok(CursorData { state }.into_pyobject(vm))
        }
        #[pymethod]
        fn _executescript(zelf: &Py<Self>, script: SqlText, vm: &VirtualMachine) -> PyResult<()> {
            zelf.get(vm)?.execute_script(&script.0).py(vm)
        }
        #[pymethod]
        fn _create_function(
            zelf: &Py<Self>,
            name: String,
            arity: i32,
            function: PyObjectRef,
            deterministic: bool,
            vm: &VirtualMachine,
        ) -> PyResult<()> {
            let call = move |args: &[DbValue]| -> Result<DbValue, String> {
                with_vm(|vm| {
                    let args: Vec<PyObjectRef> = args.iter().map(|it| db_to_py(it, vm)).collect();
                    match function.call(args, vm) {
                        Ok(result) => to_db(&result, vm),
                        Err(_) => Err("user-defined function raised exception".to_owned()),
                    }
                })
            };
            zelf.get(vm)?.create_function(&name, arity, deterministic, Box::new(call)).py(vm)
        }
        #[pygetset]
        fn in_transaction(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
            Ok(zelf.get(vm)?.in_transaction())
        }
        #[pygetset]
        fn total_changes(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<i64> {
            zelf.get(vm)?.total_changes().py(vm)
        }
        #[pymethod]
        fn _get_isolation_level(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            Ok(match &*zelf.get(vm)?.isolation_level.borrow() {
                Some(level) => vm.ctx.new_str(&**level).into(),
                None => vm.ctx.none(),
            })
        }
        #[pymethod]
        fn _set_isolation_level(zelf: &Py<Self>, level: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            let dbapi = zelf.get(vm)?;
            if vm.is_none(&level) {
                dbapi.commit().py(vm)?;
            }
            *dbapi.isolation_level.borrow_mut() = text_of(&level);
            Ok(())
        }
        #[pymethod]
        fn _number(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<u32> {
            Ok(zelf.get(vm)?.number)
        }
        #[pymethod]
        fn _is_closed(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
            Ok(zelf.get(vm)?.is_closed())
        }
    }

    /// What a cursor has after `execute`.
    #[pyattr]
    #[pyclass(name = "CursorData", module = "_sqlalchemy")]
    #[derive(Debug, PyPayload)]
    pub(crate) struct CursorData {
        state: CursorState,
    }
    #[pyclass]
    impl CursorData {
        #[pymethod]
        fn rows(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            let width = zelf.state.columns.len().max(1);
            let rows = zelf
                .state
                .cells
                .chunks(width)
                .map(|row| vm.ctx.new_tuple(row.iter().map(|it| db_to_py(it, vm)).collect()).into())
                .collect();
            vm.ctx.new_list(rows).into()
        }
        #[pymethod]
        fn columns(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            vm.ctx.new_list(zelf.state.columns.iter().map(|it| vm.ctx.new_str(&**it).into()).collect()).into()
        }
        #[pygetset]
        fn rowcount(zelf: &Py<Self>) -> i64 {
            zelf.state.row_count
        }
        #[pygetset]
        fn lastrowid(zelf: &Py<Self>) -> i64 {
            zelf.state.last_insert_rowid
        }
    }

    /// Paths of the database files.
    #[pyfunction]
    fn database_files(vm: &VirtualMachine) -> PyObjectRef {
        let paths = environment::driver().map_or_else(Vec::new, |it| it.files().paths());
        vm.ctx.new_list(paths.into_iter().map(|it| vm.ctx.new_str(it).into()).collect()).into()
    }
    /// Bytes of a database file, or None.
    #[pyfunction]
    fn database_file_read(path: String, vm: &VirtualMachine) -> PyObjectRef {
        match environment::driver().and_then(|it| it.files().read(&path)) {
            Some(bytes) => vm.ctx.new_bytes(bytes).into(),
            None => vm.ctx.none(),
        }
    }
    /// Makes or replaces a database file.
    #[pyfunction]
    fn database_file_write(path: String, bytes: rustpython_vm::function::ArgBytesLike) {
        if let Some(driver) = environment::driver() {
            bytes.with_ref(|it| driver.files().write(&path, it));
        }
    }
    /// Removes a database file.
    #[pyfunction]
    fn database_file_remove(path: String) {
        if let Some(driver) = environment::driver() {
            driver.files().remove(&path);
        }
    }

    /// Whether URLs of servers are served from the embedded database.
    #[pyfunction]
    fn serves_urls() -> bool {
        environment::serves_urls()
    }
    /// SQLite's version.
    #[pyfunction]
    fn sqlite_version(vm: &VirtualMachine) -> PyResult<String> {
        match environment::driver() {
            Some(driver) => Ok(driver.library_version()),
            None => Err(exc::invalid_request(vm, "no database library was configured")),
        }
    }
}
