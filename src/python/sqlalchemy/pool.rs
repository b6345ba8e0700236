//! `PoolObject`, `RecordObject`, `CheckoutObject`: the native bases of the classes in `pool/base.py`, and
//! what a program's `creator` gives as connections of the engine's pool.

use super::dbapi::SqliteConnection;
use super::registry;
use crate::engine::dbapi::DbapiConnection;
use crate::engine::error::{DbapiError, EngineError};
use crate::engine::events::SentParameters;
use crate::engine::hooks::{Hooks, Level};
use crate::engine::pool::{Checkout, Pool, Pooled, PooledConnection, Reason, Record};
use crate::python::exc::{self, to_host};
use crate::python::value::{str_of, text_of, with_vm};
use crate::sql::value::HostSlot;
use rustpython_vm::builtins::{PyBaseExceptionRef, PyTypeRef, PyWeak};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine};
use std::any::Any;
use std::cell::RefCell;
use std::rc::{Rc, Weak};

pub(crate) use native::PoolObject;

thread_local! {
    static POOLS: RefCell<Vec<Weak<Pool>>> = const { RefCell::new(Vec::new()) };
    static CLASS_HOOKS: RefCell<Vec<(PyTypeRef, Rc<dyn Hooks>)>> = const { RefCell::new(Vec::new()) };
}

/// Forgets the pools of the last run and closes their idle connections.
pub(crate) fn reset() {
    for pool in POOLS.take().iter().filter_map(Weak::upgrade) {
        let _ = pool.dispose();
    }
    CLASS_HOOKS.take();
}

/// The pool behind a Python `Pool`.
pub(crate) fn pool_of(object: &PyObject, vm: &VirtualMachine) -> PyResult<Rc<Pool>> {
    object
        .downcast_ref::<PoolObject>()
        .and_then(|it| it.pool.borrow().clone())
        .ok_or_else(|| exc::argument(vm, "a Pool is expected"))
}

/// Lets hooks hear every pool of a class, now and later.
pub(crate) fn add_class_hooks(class: &PyTypeRef, hooks: &Rc<dyn Hooks>, vm: &VirtualMachine) {
    for pool in POOLS.with_borrow(|it| it.iter().filter_map(Weak::upgrade).collect::<Vec<_>>()) {
        if let Some(object) = held(&pool.host)
            && object.fast_isinstance(class)
        {
            pool.hooks.add(Level::PoolClass, hooks.clone());
        }
    }
    let _ = vm;
    CLASS_HOOKS.with_borrow_mut(|it| it.push((class.clone(), hooks.clone())));
}

/// The Python object that a slot remembers, while somebody holds it.
pub(super) fn held(slot: &HostSlot) -> Option<PyObjectRef> {
    slot.get()?.downcast_ref::<PyRef<PyWeak>>()?.upgrade()
}

/// A dictionary that lives in a slot, made when first asked for.
fn dict_in(slot: &HostSlot, vm: &VirtualMachine) -> PyObjectRef {
    if let Some(found) = slot.get()
        && let Some(dict) = found.downcast_ref::<PyObjectRef>()
    {
        return dict.clone();
    }
    let dict: PyObjectRef = vm.ctx.new_dict().into();
    slot.set(Rc::new(dict.clone()));
    dict
}

/// A connection as a program's function made it.
struct PyPooled {
    object: PyObjectRef,
    dbapi: Option<Rc<DbapiConnection>>,
    /// Python's own class: nothing of it is overridden.
    is_plain: bool,
    has_dialect: bool,
}

impl PyPooled {
    fn call(
        &self,
        name: &'static str,
        plain: fn(&DbapiConnection) -> Result<(), DbapiError>,
    ) -> Result<(), EngineError> {
        match &self.dbapi {
            Some(dbapi) if self.is_plain => plain(dbapi).map_err(EngineError::Driver),
            _ => with_vm(|vm| vm.call_method(&self.object, name, ()).map(|_| ()).map_err(|it| driver_error(it, vm))),
        }
    }
}

impl PooledConnection for PyPooled {
    fn rollback(&self) -> Result<(), EngineError> {
        self.call("rollback", DbapiConnection::rollback)
    }
    fn commit(&self) -> Result<(), EngineError> {
        self.call("commit", DbapiConnection::commit)
    }
    fn close(&self) -> Result<(), EngineError> {
        self.call("close", |it| {
            it.close();
            Ok(())
        })
    }
    fn ping(&self) -> Result<bool, EngineError> {
        match &self.dbapi {
            Some(dbapi) if self.has_dialect => match dbapi.execute("SELECT 1", &SentParameters::empty()) {
                Ok(_) => Ok(true),
                Err(error) if error.is_disconnect() => Ok(false),
                Err(error) => Err(EngineError::Driver(error)),
            },
            _ => Err(with_vm(|vm| {
                EngineError::Host(to_host(vm.new_not_implemented_error(
                    "The ping feature requires that a dialect is passed to the connection pool.",
                )))
            })),
        }
    }
    fn shown(&self) -> String {
        with_vm(|vm| self.object.repr(vm).map_or_else(|_| "connection".to_owned(), |it| it.to_string()))
    }
    fn dbapi(&self) -> Option<Rc<DbapiConnection>> {
        self.dbapi.clone()
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// Wraps what a `creator` gave.
fn pooled(object: PyObjectRef, has_dialect: bool, vm: &VirtualMachine) -> PyResult<Pooled> {
    if vm.is_none(&object) {
        return Err(vm.new_exception_empty(vm.ctx.exceptions.assertion_error.to_owned()));
    }
    let dbapi = object.downcast_ref::<SqliteConnection>().and_then(|it| it.dbapi.borrow().clone());
    let is_plain = dbapi.is_some() && object.class().is(&registry::type_named("sqlite3:Connection", vm)?);
    Ok(Rc::new(PyPooled { object, dbapi, is_plain, has_dialect }))
}

/// The Python object of a pooled connection.
pub(crate) fn pooled_to_py(conn: &Pooled, vm: &VirtualMachine) -> PyResult {
    match conn.as_any().downcast_ref::<PyPooled>() {
        Some(it) => Ok(it.object.clone()),
        None => Ok(vm.ctx.none()),
    }
}

/// An exception of `sqlite3` as the engine knows it, any other unchanged.
fn driver_error(error: PyBaseExceptionRef, vm: &VirtualMachine) -> EngineError {
    const CLASSES: [&str; 9] = [
        "IntegrityError",
        "OperationalError",
        "ProgrammingError",
        "DataError",
        "InternalError",
        "NotSupportedError",
        "InterfaceError",
        "DatabaseError",
        "Error",
    ];
    let is_library = registry::type_named("sqlite3:Error", vm).is_ok_and(|it| error.fast_isinstance(&it));
    let name = error.class().name().to_string();
    match CLASSES.into_iter().find(|it| is_library && *it == name) {
        Some(class) => EngineError::Driver(DbapiError {
            class,
            message: str_of(error.as_object(), vm).unwrap_or_default().into(),
            sqlite_code: 0,
        }),
        None => EngineError::Host(to_host(error)),
    }
}

/// The Python object of a checkout: the same one while somebody holds it.
pub(crate) fn checkout_to_py(checkout: &Rc<Checkout>, vm: &VirtualMachine) -> PyResult {
    if let Some(object) = held(&checkout.host) {
        return Ok(object);
    }
    let class = registry::type_named("sqlalchemy.pool.base:_ConnectionFairy", vm)?;
    let object: PyObjectRef =
        native::CheckoutObject { checkout: checkout.clone() }.into_ref_with_type(vm, class)?.into();
    checkout.host.set(Rc::new(object.downgrade(None, vm)?));
    Ok(object)
}

/// A connection that leaves its pool takes a copy of `info` along.
pub(crate) fn keep_info(checkout: &Checkout, vm: &VirtualMachine) -> PyResult<()> {
    if let Some(record) = checkout.record() {
        let info = vm.call_method(&dict_in(&record.info, vm), "copy", ())?;
        checkout.detached_info.set(Rc::new(info));
    }
    Ok(())
}

/// The Python object of a place in a pool: the same one while somebody holds it.
pub(crate) fn record_to_py(record: &Rc<Record>, vm: &VirtualMachine) -> PyResult {
    if let Some(object) = held(&record.host) {
        return Ok(object);
    }
    let class = registry::type_named("sqlalchemy.pool.base:_ConnectionRecord", vm)?;
    let object: PyObjectRef = native::RecordObject { record: record.clone() }.into_ref_with_type(vm, class)?.into();
    record.host.set(Rc::new(object.downgrade(None, vm)?));
    Ok(object)
}

/// The exception that a [`Reason`] stands for.
pub(crate) fn reason_to_py(reason: Reason<'_>, vm: &VirtualMachine) -> PyObjectRef {
    match reason {
        Reason::Dbapi(error) => exc::from_dbapi(error, vm).into(),
        Reason::Error(error) => exc::from_engine(error, vm).into(),
        Reason::Host(error) => exc::from_host(error, vm).into(),
    }
}

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use super::super::environment;
    use super::{
        CLASS_HOOKS, POOLS, checkout_to_py, dict_in, driver_error, pool_of, pooled, pooled_to_py, record_to_py, text_of,
    };
    use crate::engine::events::LogLevel;
    use crate::engine::hooks::{HookList, Level};
    use crate::engine::pool::{
        Alone, Checkout, Creator, Echo, Pool, PoolKind, PoolOptions, Reason, Record, ResetOnReturn,
    };
    use crate::python::exc::{self, IntoPy, to_host};
    use crate::python::value::with_vm;
    use rustpython_vm::{
        AsObject, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine,
        builtins::{PyBaseExceptionRef, PyDictRef},
        types::Constructor,
    };
    use std::cell::RefCell;
    use std::rc::Rc;

    /// `echo=` and `echo_pool=`
    pub(crate) fn echo_of(value: &PyObject, vm: &VirtualMachine) -> Echo {
        if text_of(value).as_deref() == Some("debug") {
            return Echo::Debug;
        }
        if value.to_owned().try_to_bool(vm).unwrap_or(false) { Echo::Info } else { Echo::Off }
    }

    /// Base of `Pool`.
    #[pyattr]
    #[pyclass(name = "PoolObject", module = "_sqlalchemy")]
    #[derive(Debug, PyPayload, Default)]
    pub(crate) struct PoolObject {
        pub(crate) pool: RefCell<Option<Rc<Pool>>>,
    }
    new_empty!(PoolObject);

    #[pyclass(with(Constructor), flags(BASETYPE, HAS_WEAKREF))]
    impl PoolObject {
        /// Fills a new pool. `dialects`: a list with the engine's dialect or None; `source`: the pool whose
        /// listeners it takes over.
        #[pymethod]
        fn _setup(
            zelf: PyObjectRef,
            creator: PyObjectRef,
            settings: PyDictRef,
            dialects: PyObjectRef,
            source: PyObjectRef,
            vm: &VirtualMachine,
        ) -> PyResult<()> {
            let Some(hub) = environment::hub() else {
                return Err(vm.new_runtime_error("no database library was configured"));
            };
            let get = |key: &str| settings.get_item(key, vm);
            let text = |key: &str| -> PyResult<Option<Rc<str>>> { Ok(text_of(&*get(key)?)) };
            let kind = match text("kind")?.as_deref() {
                Some("AsyncAdaptedQueuePool") => PoolKind::AsyncAdaptedQueue,
                Some("NullPool") => PoolKind::Null,
                Some("StaticPool") => PoolKind::Static,
                Some("AssertionPool") => PoolKind::Assertion,
                Some("SingletonThreadPool") => PoolKind::SingletonThread,
                _ => PoolKind::Queue,
            };
            let options = PoolOptions {
                kind,
                size: get("pool_size")?.try_into_value(vm)?,
                max_overflow: get("max_overflow")?.try_into_value(vm)?,
                timeout_seconds: get("timeout")?.try_float(vm)?.to_f64(),
                recycle_seconds: get("recycle")?.try_float(vm)?.to_f64(),
                pre_ping: get("pre_ping")?.try_to_bool(vm)?,
                use_lifo: get("use_lifo")?.try_to_bool(vm)?,
                store_traceback: get("store_traceback")?.try_to_bool(vm)?,
                reset_on_return: match text("reset_on_return")?.as_deref() {
                    Some("commit") => ResetOnReturn::Commit,
                    Some("none") => ResetOnReturn::None,
                    _ => ResetOnReturn::Rollback,
                },
                echo: echo_of(&*get("echo")?, vm),
                logging_name: text("logging_name")?,
            };
            let creator: Creator = Rc::new(move |record| {
                with_vm(|vm| {
                    let made = || {
                        let object = creator.call((record_to_py(record, vm)?,), vm)?;
                        let has_dialect = !vm.is_none(&*dialects.get_item(&0, vm)?);
                        pooled(object, has_dialect, vm)
                    };
                    made().map_err(|it: PyBaseExceptionRef| driver_error(it, vm))
                })
            });
            let hooks = if vm.is_none(&source) {
                let hooks = Rc::new(HookList::default());
                for (class, hook) in CLASS_HOOKS.with_borrow(Clone::clone) {
                    if zelf.fast_isinstance(&class) {
                        hooks.add(Level::PoolClass, hook);
                    }
                }
                hooks
            } else {
                let hooks = pool_of(&source, vm)?.hooks.clone();
                hooks.forget_first_connect();
                hooks
            };
            let pool = Pool::new(options, creator, Rc::new(Alone), hub, hooks);
            pool.host.set(Rc::new(zelf.downgrade(None, vm)?));
            POOLS.with_borrow_mut(|it| it.push(Rc::downgrade(&pool)));
            if let Some(native) = zelf.downcast_ref::<PoolObject>() {
                *native.pool.borrow_mut() = Some(pool);
            }
            Ok(())
        }
        #[pymethod]
        fn connect(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            let checkout = pool_of(zelf.as_object(), vm)?.connect().py(vm)?;
            checkout_to_py(&checkout, vm)
        }
        #[pymethod]
        fn _log(zelf: &Py<Self>, message: String, vm: &VirtualMachine) -> PyResult<()> {
            pool_of(zelf.as_object(), vm)?.log(LogLevel::Info, || message);
            Ok(())
        }
        #[pymethod]
        fn dispose(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            pool_of(zelf.as_object(), vm)?.dispose().py(vm)
        }
        #[pymethod]
        fn status(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
            let id = zelf.as_object().get_id() as u64;
            Ok(pool_of(zelf.as_object(), vm)?.status_with_id(id))
        }
        #[pymethod]
        fn _size(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<i64> {
            Ok(pool_of(zelf.as_object(), vm)?.options.size)
        }
        #[pymethod]
        fn _checkedin(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<i64> {
            Ok(pool_of(zelf.as_object(), vm)?.checked_in_len())
        }
        #[pymethod]
        fn _checkedout(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<i64> {
            Ok(pool_of(zelf.as_object(), vm)?.checked_out_len())
        }
        #[pymethod]
        fn _get_overflow(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<i64> {
            Ok(pool_of(zelf.as_object(), vm)?.overflow())
        }
    }

    /// An exception as the reason of an invalidation.
    fn with_reason<R>(
        error: &PyObject,
        vm: &VirtualMachine,
        call: impl FnOnce(Option<Reason<'_>>) -> R,
    ) -> PyResult<R> {
        if vm.is_none(error) {
            return Ok(call(None));
        }
        match error.to_owned().downcast() {
            Ok(error) => Ok(call(Some(Reason::Host(&to_host(error))))),
            Err(_) => Err(exc::argument(vm, "an exception is expected")),
        }
    }

    /// Base of `_ConnectionRecord`.
    #[pyattr]
    #[pyclass(name = "RecordObject", module = "_sqlalchemy")]
    #[derive(Debug, PyPayload)]
    pub(crate) struct RecordObject {
        pub(crate) record: Rc<Record>,
    }
    #[pyclass(flags(BASETYPE, HAS_WEAKREF))]
    impl RecordObject {
        #[pygetset]
        fn dbapi_connection(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            zelf.record.conn().map_or_else(|| Ok(vm.ctx.none()), |it| pooled_to_py(&it, vm))
        }
        #[pygetset]
        fn info(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            dict_in(&zelf.record.info, vm)
        }
        #[pygetset]
        fn record_info(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            dict_in(&zelf.record.record_info, vm)
        }
        #[pygetset]
        fn in_use(zelf: &Py<Self>) -> bool {
            zelf.record.is_in_use()
        }
        #[pygetset]
        fn starttime(zelf: &Py<Self>) -> f64 {
            zelf.record.start_unix_seconds.get()
        }
        #[pygetset(setter)]
        fn set_starttime(zelf: &Py<Self>, seconds: f64) {
            zelf.record.start_unix_seconds.set(seconds);
        }
        #[pymethod]
        fn close(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            zelf.record.close().py(vm)
        }
        #[pymethod]
        fn _invalidate(zelf: &Py<Self>, error: PyObjectRef, soft: bool, vm: &VirtualMachine) -> PyResult<()> {
            with_reason(&error, vm, |it| zelf.record.invalidate(it, soft))?.py(vm)
        }
    }

    /// Base of `_ConnectionFairy`.
    #[pyattr]
    #[pyclass(name = "CheckoutObject", module = "_sqlalchemy")]
    #[derive(Debug, PyPayload)]
    pub(crate) struct CheckoutObject {
        pub(crate) checkout: Rc<Checkout>,
    }
    #[pyclass(flags(BASETYPE, HAS_WEAKREF))]
    impl CheckoutObject {
        #[pygetset]
        fn dbapi_connection(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            zelf.checkout.conn().map_or_else(|| Ok(vm.ctx.none()), |it| pooled_to_py(&it, vm))
        }
        #[pygetset]
        fn _connection_record(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            zelf.checkout.record().map_or_else(|| Ok(vm.ctx.none()), |it| record_to_py(&it, vm))
        }
        #[pygetset]
        fn _pool(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            super::held(&zelf.checkout.pool.host).unwrap_or_else(|| vm.ctx.none())
        }
        #[pygetset]
        fn info(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            match zelf.checkout.record() {
                Some(record) => dict_in(&record.info, vm),
                None => dict_in(&zelf.checkout.detached_info, vm),
            }
        }
        #[pygetset]
        fn record_info(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            zelf.checkout.record().map_or_else(|| vm.ctx.none(), |it| dict_in(&it.record_info, vm))
        }
        #[pymethod]
        fn close(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            zelf.checkout.close(false).py(vm)
        }
        #[pymethod]
        fn _invalidate(zelf: &Py<Self>, error: PyObjectRef, soft: bool, vm: &VirtualMachine) -> PyResult<()> {
            let had_one = with_reason(&error, vm, |it| zelf.checkout.invalidate(soft, it))?.py(vm)?;
            if !had_one {
                exc::warn(vm, "SAWarning", "Can't invalidate an already-closed connection.")?;
            }
            Ok(())
        }
        #[pymethod]
        fn detach(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            super::keep_info(&zelf.checkout, vm)?;
            zelf.checkout.detach().py(vm)
        }
        #[pygetset]
        fn is_detached(zelf: &Py<Self>) -> bool {
            zelf.checkout.is_detached()
        }
        #[pygetset]
        fn is_valid(zelf: &Py<Self>) -> bool {
            zelf.checkout.is_valid()
        }
    }
}
