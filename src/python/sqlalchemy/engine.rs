//! `EngineObject`, `ConnectionObject`, `TransactionObject`: the native bases of the classes in
//! `engine/base.py`, and execution of Python statements.

use super::environment;
use super::registry;
use crate::engine::connection::{Connection, Engine};
use crate::engine::dbapi::DbapiConnection;
use crate::engine::hooks::{Hooks, Level};
use crate::engine::transaction::Transaction;
use crate::python::exc;
use rustpython_vm::{PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine};
use std::cell::RefCell;
use std::rc::{Rc, Weak};

pub(crate) use native::{ConnectionObject, EngineObject, TransactionObject};

thread_local! {
    static ENGINES: RefCell<Vec<Weak<Engine>>> = const { RefCell::new(Vec::new()) };
    static GLOBAL_HOOKS: RefCell<Vec<Rc<dyn Hooks>>> = const { RefCell::new(Vec::new()) };
}

/// Forgets the engines of the last run and closes their idle connections.
pub(crate) fn reset() {
    for engine in ENGINES.take().iter().filter_map(Weak::upgrade) {
        engine.dispose();
        engine.host.clear();
    }
    GLOBAL_HOOKS.take();
}

/// The engine behind a Python `Engine`.
pub(crate) fn engine_of(object: &PyObject, vm: &VirtualMachine) -> PyResult<Rc<Engine>> {
    object
        .downcast_ref::<EngineObject>()
        .and_then(|it| it.engine.borrow().clone())
        .ok_or_else(|| exc::argument(vm, "an Engine is expected"))
}

/// The connection behind a Python `Connection`.
pub(crate) fn connection_of(object: &PyObject, vm: &VirtualMachine) -> PyResult<Rc<Connection>> {
    object
        .downcast_ref::<ConnectionObject>()
        .and_then(|it| it.conn.borrow().clone())
        .ok_or_else(|| exc::argument(vm, "a Connection is expected"))
}

/// Lets hooks hear a target.
pub(crate) fn add_hooks(target: &PyObject, hooks: Rc<dyn Hooks>, vm: &VirtualMachine) -> PyResult<()> {
    if vm.is_none(target) {
        ENGINES.with_borrow(|it| {
            it.iter().filter_map(Weak::upgrade).for_each(|it| it.hooks.add(Level::EngineClass, hooks.clone()))
        });
        GLOBAL_HOOKS.with_borrow_mut(|it| it.push(hooks));
        return Ok(());
    }
    if let Some(class) = target.downcast_ref::<rustpython_vm::builtins::PyType>() {
        super::pool::add_class_hooks(&class.to_owned(), &hooks, vm);
        return Ok(());
    }
    if target.downcast_ref::<super::pool::PoolObject>().is_some() {
        super::pool::pool_of(target, vm)?.hooks.add(Level::Own, hooks);
        return Ok(());
    }
    if let Some(conn) = target.downcast_ref::<ConnectionObject>().and_then(|it| it.conn.borrow().clone()) {
        conn.hooks.add(Level::Own, hooks);
        return Ok(());
    }
    engine_of(target, vm)?.hooks.add(Level::Own, hooks);
    Ok(())
}

/// The Python object of an engine: the same one each time.
pub(crate) fn engine_to_py(engine: &Rc<Engine>, vm: &VirtualMachine) -> PyResult {
    if let Some(object) = super::pool::held(&engine.host) {
        return Ok(object);
    }
    let class = registry::type_named("sqlalchemy.engine.base:Engine", vm)?;
    let object: PyObjectRef =
        EngineObject { engine: RefCell::new(Some(engine.clone())) }.into_ref_with_type(vm, class)?.into();
    Ok(object)
}

/// The Python object of a connection: the same one while somebody holds it.
pub(crate) fn connection_to_py(conn: &Rc<Connection>, vm: &VirtualMachine) -> PyResult {
    if let Some(object) = super::pool::held(&conn.host) {
        return Ok(object);
    }
    let class = registry::type_named("sqlalchemy.engine.base:Connection", vm)?;
    let engine = RefCell::new(Some(engine_to_py(&conn.engine, vm)?));
    let object: PyObjectRef =
        ConnectionObject { conn: RefCell::new(Some(conn.clone())), engine }.into_ref_with_type(vm, class)?.into();
    let weak = object.downgrade(None, vm)?;
    conn.host.set(Rc::new(weak));
    Ok(object)
}

/// The Python object of a transaction.
pub(crate) fn transaction_to_py(transaction: &Rc<Transaction>, vm: &VirtualMachine) -> PyResult {
    if let Some(object) = super::pool::held(&transaction.host) {
        return Ok(object);
    }
    let name = if transaction.is_nested() { "NestedTransaction" } else { "RootTransaction" };
    let class = registry::type_named(&format!("sqlalchemy.engine.base:{name}"), vm)?;
    let object: PyObjectRef =
        TransactionObject { transaction: transaction.clone() }.into_ref_with_type(vm, class)?.into();
    let weak = object.downgrade(None, vm)?;
    transaction.host.set(Rc::new(weak));
    Ok(object)
}

/// The Python object of a database connection: `sqlite3.Connection`.
pub(crate) fn dbapi_to_py(dbapi: &Rc<DbapiConnection>, vm: &VirtualMachine) -> PyResult {
    super::dbapi::to_py(dbapi, vm)
}

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use super::super::coerce::{IterItems, Role, clause_element, expr_from_py};
    use super::super::cursor::result_to_py;
    use super::super::elements::Element;
    use super::super::plugin;
    use super::super::pool::native::echo_of;
    use super::super::pool::{checkout_to_py, held, pool_of};
    use super::super::statements::StatementObject;
    use super::{
        ENGINES, GLOBAL_HOOKS, connection_of, connection_to_py, dbapi_to_py, engine_of, engine_to_py, environment,
        transaction_to_py,
    };
    use crate::engine::cache::CompiledCache;
    use crate::engine::connection::{Connection, Engine, Options};
    use crate::engine::execute::{ParameterSets, Parameters, execute};
    use crate::engine::hooks::{HookList, Level};
    use crate::engine::pool::{Echo, Reason};
    use crate::engine::transaction::Transaction;
    use crate::python::exc::{self, IntoPy};
    use crate::python::value::{SqlText, parameters_from_py, repr_of, text_of, value_from_py, value_to_py};
    use crate::sql::compile::{Statement, StatementKind};
    use crate::sql::expr::ExprKind;
    use indexmap::IndexMap;
    use rustpython_vm::{
        Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine,
        builtins::{PyDict, PyDictRef, PyList, PyTuple},
        function::FuncArgs,
        types::Constructor,
    };
    use std::cell::{Cell, RefCell};
    use std::rc::Rc;

    /// Base of `Engine`.
    #[pyattr]
    #[pyclass(name = "EngineObject", module = "_sqlalchemy")]
    #[derive(Debug, PyPayload, Default)]
    pub(crate) struct EngineObject {
        pub(crate) engine: RefCell<Option<Rc<Engine>>>,
    }
    new_empty!(EngineObject);
    #[pyclass(with(Constructor), flags(BASETYPE, HAS_WEAKREF))]
    impl EngineObject {}

    /// Base of `Connection`.
    #[pyattr]
    #[pyclass(name = "ConnectionObject", module = "_sqlalchemy")]
    #[derive(Debug, PyPayload, Default)]
    pub(crate) struct ConnectionObject {
        pub(crate) conn: RefCell<Option<Rc<Connection>>>,
        /// Keeps the Python object of the engine.
        pub(crate) engine: RefCell<Option<PyObjectRef>>,
    }
    new_empty!(ConnectionObject);
    #[pyclass(with(Constructor), flags(BASETYPE, HAS_WEAKREF))]
    impl ConnectionObject {}

    /// Base of the transactions.
    #[pyattr]
    #[pyclass(name = "TransactionObject", module = "_sqlalchemy")]
    #[derive(Debug, PyPayload)]
    pub(crate) struct TransactionObject {
        pub(crate) transaction: Rc<Transaction>,
    }
    #[pyclass(flags(BASETYPE, HAS_WEAKREF))]
    impl TransactionObject {
        #[pymethod]
        fn commit(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            zelf.transaction.commit().py(vm)
        }
        #[pymethod]
        fn rollback(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            zelf.transaction.rollback().py(vm)
        }
        #[pymethod]
        fn close(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            zelf.transaction.close().py(vm)
        }
        #[pygetset]
        fn is_active(zelf: &Py<Self>) -> bool {
            zelf.transaction.is_active()
        }
        #[pygetset]
        fn is_valid(zelf: &Py<Self>) -> bool {
            zelf.transaction.is_valid()
        }
        #[pygetset]
        fn connection(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            connection_to_py(&zelf.transaction.connection, vm)
        }
        #[pymethod]
        fn __enter__(zelf: PyObjectRef, vm: &VirtualMachine) -> PyResult {
            if let Some(it) = zelf.downcast_ref::<TransactionObject>() {
                it.transaction.enter();
            }
            let _ = vm;
            Ok(zelf)
        }
        #[pymethod]
        fn __exit__(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
            let failed = args.args.first().is_some_and(|it| !vm.is_none(it));
            zelf.transaction.exit(failed).py(vm)
        }
    }

    /// Fills a new engine: the database's name and a dictionary of settings.
    #[pyfunction]
    fn engine_init(
        object: PyObjectRef,
        database: String,
        pool: PyObjectRef,
        settings: PyDictRef,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let Some(hub) = environment::hub() else {
            return Err(vm.new_runtime_error("no database library was configured"));
        };
        let get = |key: &str| -> PyResult<Option<PyObjectRef>> {
            Ok(settings.get_item_opt(key, vm)?.filter(|it| !vm.is_none(it)))
        };
        let number = |key: &str, default: i64| -> PyResult<i64> {
            match get(key)? {
                Some(value) => value.try_into_value::<i64>(vm),
                None => Ok(default),
            }
        };
        let flag = |key: &str| -> PyResult<bool> {
            match get(key)? {
                Some(value) => value.try_to_bool(vm),
                None => Ok(false),
            }
        };
        let text = |key: &str| -> PyResult<Option<Rc<str>>> { Ok(get(key)?.and_then(|it| text_of(&it))) };
        let pool = pool_of(&pool, vm)?;
        let hooks = pool.hooks.clone();
        for hook in GLOBAL_HOOKS.with_borrow(Clone::clone) {
            hooks.add(Level::EngineClass, hook);
        }
        let options = get("execution_options")?.and_then(|it| it.downcast::<PyDict>().ok());
        let options = options.map(|it| options_from_dict(&it, vm)).unwrap_or_default();
        let mut dialect = crate::sql::compile::Dialect::sqlite();
        super::super::compile::apply_settings(&mut dialect, &settings, vm)?;
        let engine = Rc::new(Engine {
            database: database.into(),
            dialect: Rc::new(dialect),
            linting: settings
                .get_item_opt("enable_from_linting", vm)?
                .is_none_or(|it| it.try_to_bool(vm).unwrap_or(true)),
            hub,
            pool: Rc::new(RefCell::new(pool)),
            echo: Cell::new(get("echo")?.map_or(Echo::Off, |it| echo_of(&it, vm))),
            hide_parameters: flag("hide_parameters")?,
            logging_name: text("logging_name")?,
            options: RefCell::new(options),
            cache: CompiledCache::new(usize::try_from(number("query_cache_size", 500)?).unwrap_or(0)),
            hooks,
            isolation_level: text("isolation_level")?,
            skip_autocommit_rollback: flag("skip_autocommit_rollback")?,
            page_size: usize::try_from(number("insertmanyvalues_page_size", 1000)?).unwrap_or(1000).max(1),
            own_processors: flag("own_processors")?,
            use_insertmanyvalues: get("use_insertmanyvalues")?.is_none_or(|it| it.try_to_bool(vm).unwrap_or(true)),
            host: crate::sql::value::HostSlot::default(),
        });
        let weak = object.downgrade(None, vm)?;
        engine.host.set(Rc::new(weak));
        ENGINES.with_borrow_mut(|it| it.push(Rc::downgrade(&engine)));
        if let Some(native) = object.downcast_ref::<EngineObject>() {
            *native.engine.borrow_mut() = Some(engine);
        }
        Ok(())
    }

    /// `engine.execution_options(...)`: another engine over the same pool.
    #[pyfunction]
    fn engine_with_options(
        object: PyObjectRef,
        target: PyObjectRef,
        options: PyDictRef,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let old = engine_of(&object, vm)?;
        let mut all = old.options.borrow().clone();
        all.extend(options_from_dict(&options, vm));
        let engine = Rc::new(Engine {
            database: old.database.clone(),
            dialect: old.dialect.clone(),
            linting: old.linting,
            hub: old.hub.clone(),
            pool: old.pool.clone(),
            echo: Cell::new(old.echo.get()),
            hide_parameters: old.hide_parameters,
            logging_name: old.logging_name.clone(),
            options: RefCell::new(all),
            cache: old.cache.clone(),
            hooks: Rc::new(HookList::child_of(old.hooks.clone())),
            isolation_level: old.isolation_level.clone(),
            skip_autocommit_rollback: old.skip_autocommit_rollback,
            page_size: old.page_size,
            own_processors: old.own_processors,
            use_insertmanyvalues: old.use_insertmanyvalues,
            host: crate::sql::value::HostSlot::default(),
        });
        let weak = target.downgrade(None, vm)?;
        engine.host.set(Rc::new(weak));
        ENGINES.with_borrow_mut(|it| it.push(Rc::downgrade(&engine)));
        if let Some(native) = target.downcast_ref::<EngineObject>() {
            *native.engine.borrow_mut() = Some(engine);
        }
        Ok(())
    }

    #[pyfunction]
    fn engine_connect(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let conn = engine_of(&object, vm)?.connect().py(vm)?;
        connection_to_py(&conn, vm)
    }
    /// Takes another pool.
    #[pyfunction]
    fn engine_set_pool(object: PyObjectRef, pool: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let pool = pool_of(&pool, vm)?;
        *engine_of(&object, vm)?.pool.borrow_mut() = pool;
        Ok(())
    }
    /// The pool; engines made by `execution_options()` share it.
    #[pyfunction]
    fn engine_pool(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let pool = engine_of(&object, vm)?.pool.borrow().clone();
        Ok(held(&pool.host).unwrap_or_else(|| vm.ctx.none()))
    }
    #[pyfunction]
    fn engine_attr(object: PyObjectRef, name: String, vm: &VirtualMachine) -> PyResult {
        let engine = engine_of(&object, vm)?;
        Ok(match &*name {
            "echo" => match engine.echo.get() {
                Echo::Off => vm.ctx.new_bool(false).into(),
                Echo::Info => vm.ctx.new_bool(true).into(),
                Echo::Debug => vm.ctx.new_str("debug").into(),
            },
            "options" => options_to_py(&engine.options.borrow(), vm)?,
            "cache_len" => vm.ctx.new_int(engine.cache.len()).into(),
            _ => return Err(vm.new_attribute_error(name)),
        })
    }
    #[pyfunction]
    fn engine_set_echo(object: PyObjectRef, echo: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let echo = echo_of(&echo, vm);
        engine_of(&object, vm)?.echo.set(echo);
        Ok(())
    }
    #[pyfunction]
    fn engine_update_options(object: PyObjectRef, options: PyDictRef, vm: &VirtualMachine) -> PyResult<()> {
        let engine = engine_of(&object, vm)?;
        for (key, value) in &options {
            if let Some(key) = text_of(&key) {
                engine.options.borrow_mut().insert(key, value_from_py(&value, vm));
            }
        }
        Ok(())
    }
    #[pyfunction]
    fn engine_clear_cache(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        engine_of(&object, vm)?.cache.clear();
        Ok(())
    }
    pub(crate) fn options_to_py(options: &Options, vm: &VirtualMachine) -> PyResult {
        let dict = vm.ctx.new_dict();
        for (key, value) in options {
            dict.set_item(&**key, value_to_py(value, vm), vm)?;
        }
        Ok(dict.into())
    }

    #[pyfunction]
    fn engine_raw_connection(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        checkout_to_py(&engine_of(&object, vm)?.raw_connection().py(vm)?, vm)
    }
    #[pyfunction]
    fn conn_checkout(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        checkout_to_py(&connection_of(&object, vm)?.checkout().py(vm)?, vm)
    }

    #[pyfunction]
    fn conn_call(object: PyObjectRef, name: String, vm: &VirtualMachine) -> PyResult {
        let conn = connection_of(&object, vm)?;
        let flag = |it: bool| -> PyResult { Ok(vm.ctx.new_bool(it).into()) };
        let optional = |it: Option<Rc<Transaction>>| match it {
            Some(it) => transaction_to_py(&it, vm),
            None => Ok(vm.ctx.none()),
        };
        match &*name {
            "begin" => transaction_to_py(&conn.begin().py(vm)?, vm),
            "begin_nested" => transaction_to_py(&conn.begin_nested().py(vm)?, vm),
            "commit" => conn.commit().py(vm).map(|()| vm.ctx.none()),
            "rollback" => conn.rollback().py(vm).map(|()| vm.ctx.none()),
            "close" => conn.close().py(vm).map(|()| vm.ctx.none()),
            "refuse_twophase" => conn.refuse_twophase().py(vm).map(|()| vm.ctx.none()),
            "detach" => {
                if let Ok(checkout) = conn.checkout() {
                    super::super::pool::keep_info(&checkout, vm)?;
                }
                conn.detach().py(vm).map(|()| vm.ctx.none())
            }
            "closed" => flag(conn.is_closed()),
            "invalidated" => flag(conn.is_invalidated()),
            "in_transaction" => flag(conn.in_transaction()),
            "in_nested_transaction" => flag(conn.in_nested_transaction()),
            "get_transaction" => optional(conn.get_transaction()),
            "get_nested_transaction" => optional(conn.get_nested_transaction()),
            "get_isolation_level" => Ok(vm.ctx.new_str(conn.isolation_level().py(vm)?).into()),
            "engine" => {
                let held = object.downcast_ref::<ConnectionObject>().and_then(|it| it.engine.borrow().clone());
                held.map_or_else(|| engine_to_py(&conn.engine, vm), Ok)
            }
            "options" => options_to_py(&conn.options.borrow(), vm),
            "dbapi" => dbapi_to_py(&conn.dbapi().py(vm)?, vm),
            _ => Err(vm.new_attribute_error(name)),
        }
    }
    #[pyfunction]
    fn conn_invalidate(object: PyObjectRef, error: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let conn = connection_of(&object, vm)?;
        let error = error.downcast().ok().map(exc::to_host);
        conn.invalidate(error.as_ref().map(Reason::Host)).py(vm)
    }
    /// A listener says that the connection is lost, or with it all of the pool.
    #[pyfunction]
    fn conn_lost(object: PyObjectRef, error: PyObjectRef, whole_pool: bool, vm: &VirtualMachine) -> PyResult<()> {
        let conn = connection_of(&object, vm)?;
        let error = error.downcast().ok().map(exc::to_host);
        conn.lose(error.as_ref().map(Reason::Host), whole_pool);
        Ok(())
    }
    #[pyfunction]
    fn conn_set_options(object: PyObjectRef, options: PyDictRef, vm: &VirtualMachine) -> PyResult<()> {
        let conn = connection_of(&object, vm)?;
        let options = options_from_dict(&options, vm);
        conn.set_options(&options).py(vm)
    }

    pub(crate) fn options_from_dict(dict: &PyDictRef, vm: &VirtualMachine) -> Options {
        let mut out = Options::new();
        for (key, value) in dict {
            if let Some(key) = text_of(&key) {
                out.insert(key, value_from_py(&value, vm));
            }
        }
        out
    }

    #[pyfunction]
    fn conn_exec_driver_sql(
        object: PyObjectRef,
        sql: SqlText,
        params: PyObjectRef,
        options: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult {
        use crate::engine::events::SentParameters;
        let conn = connection_of(&object, vm)?;
        let mut params = parameters_from_py(&params, vm)?;
        if let SentParameters::Many(sets) = &mut params
            && sets.len() == 1
        {
            params = sets.remove(0);
        }
        let options = options.downcast::<PyDict>().map(|it| options_from_dict(&it, vm)).unwrap_or_default();
        let result = conn.exec_driver_sql(&sql.0, params, &options).py(vm)?;
        result_to_py(result, "sqlalchemy.engine.cursor:CursorResult", vm)
    }

    /// Parameters of `execute()`.
    pub(crate) fn parameter_sets(object: &PyObject, vm: &VirtualMachine) -> PyResult<ParameterSets> {
        if vm.is_none(object) {
            return Ok(ParameterSets::None);
        }
        if object.downcast_ref::<PyList>().is_some() || object.downcast_ref::<PyTuple>().is_some() {
            let items = object.get_iter_items(vm)?;
            if items.is_empty() {
                return Ok(ParameterSets::None);
            }
            let mut sets = Vec::with_capacity(items.len());
            for item in &items {
                match parameter_set(item, vm)? {
                    Some(set) => sets.push(set),
                    None => {
                        return Err(exc::argument(vm, "List argument must consist only of dictionaries"));
                    }
                }
            }
            return Ok(ParameterSets::Many(sets));
        }
        match parameter_set(object, vm)? {
            Some(set) if set.is_empty() => Ok(ParameterSets::None),
            Some(set) => Ok(ParameterSets::One(set)),
            None => Err(exc::argument(vm, "mapping or list expected for parameters")),
        }
    }

    fn parameter_set(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Parameters>> {
        let mut out: Parameters = IndexMap::new();
        if let Some(dict) = object.downcast_ref::<PyDict>() {
            for (key, value) in dict {
                out.insert(key_text(&key, vm)?, value_from_py(&value, vm));
            }
            return Ok(Some(out));
        }
        if let Some(row) = object.downcast_ref::<super::super::result::RowMapping>() {
            for (name, cell) in row.keys.names.iter().zip(&row.cells) {
                out.insert(name.clone(), value_from_py(cell, vm));
            }
            return Ok(Some(out));
        }
        if text_of(object).is_some() || vm.get_attribute_opt(object, "keys")?.is_none() {
            return Ok(None);
        }
        let keys = vm.call_method(object, "keys", ())?;
        for key in keys.get_iter_items(vm)? {
            let value = object.get_item(&*key, vm)?;
            out.insert(key_text(&key, vm)?, value_from_py(&value, vm));
        }
        Ok(Some(out))
    }

    fn key_text(key: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Rc<str>> {
        match text_of(key) {
            Some(text) => Ok(text),
            None => match super::super::coerce::column_from_py(key, vm)? {
                Some(column) => Ok(column.key()),
                None => Err(exc::argument(vm, format!("parameter names must be strings, got {}", repr_of(key, vm)))),
            },
        }
    }

    /// The statement that is executed for an object, or None when it cannot be.
    pub(crate) fn executable(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Statement>> {
        if let Some(statement) = super::super::custom::statement_of(object, vm)? {
            let executes = object.get_attr("supports_execution", vm)?.try_to_bool(vm)?;
            return Ok(executes.then_some(statement));
        }
        if let Some(statement) = object.downcast_ref::<StatementObject>() {
            return Ok(Some(statement.get(vm)?.statement()));
        }
        if object.downcast_ref::<Element>().is_some() {
            let expr = expr_from_py(object, Role::Any, vm)?;
            return Ok(match expr.kind() {
                ExprKind::Function(_) => Some(Statement::Function(expr)),
                _ => None,
            });
        }
        match clause_element(object, vm)? {
            // A Query stands for a statement, but is none.
            Some(inner) if inner.downcast_ref::<StatementObject>().is_none() => executable(&inner, vm),
            _ => Ok(None),
        }
    }

    /// `connection.execute(statement, parameters, options)`
    #[pyfunction]
    fn conn_execute(
        object: PyObjectRef,
        statement: PyObjectRef,
        params: PyObjectRef,
        options: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult {
        let conn = connection_of(&object, vm)?;
        let plain = match (statement.downcast_ref::<StatementObject>(), plugin::hook()) {
            (Some(it), Some(hook)) if it.has_plugin_items() => hook.plain_statement(&statement, vm)?,
            _ => None,
        };
        let statement = plain.unwrap_or(statement);
        let Some(executable) = executable(&statement, vm)? else {
            if let Some(default) = super::super::schema::native::executable_default(&statement, vm)? {
                let value = crate::engine::defaults::execute_default(&conn, &default).py(vm)?;
                return Ok(crate::python::value::value_to_py(&value, vm));
            }
            return Err(exc::not_executable(vm, &statement));
        };
        let sets = parameter_sets(&params, vm)?;
        let mut all = match options.downcast::<PyDict>() {
            Ok(dict) => options_from_dict(&dict, vm),
            Err(_) => Options::new(),
        };
        all.sort_unstable_keys();
        crate::sql::compile::pending_warnings();
        let result = execute(&conn, &executable, &sets, &all);
        if result.is_err() {
            for warning in crate::sql::compile::pending_warnings() {
                exc::warn(vm, warning.category, &warning.text)?;
            }
        }
        let result = result.py(vm)?;
        // Of what is no query, the option is nobody's.
        let is_query =
            result.compiled().is_some_and(|it| !matches!(it.kind, StatementKind::Text | StatementKind::Dml(_)));
        let yield_per = result.context.options.get("yield_per").filter(|_| is_query).cloned();
        let made = result_to_py(result, "sqlalchemy.engine.cursor:CursorResult", vm)?;
        if let Some(crate::sql::value::Value::Int(count)) = yield_per
            && let Some(native) = made.downcast_ref::<super::super::result::ResultObject>()
        {
            native.rows(vm)?.yield_per.set(usize::try_from(count).ok());
        }
        Ok(made)
    }
}
