//! Instances and their states: `_sa_instance_state` in the instance's `__dict__`, values beside it.

use super::classes::mapper_of_class;
use super::watch;
use crate::orm::events::OrmEvent;
use crate::orm::host::InstanceRef;
use crate::orm::mapper::Mapper;
use crate::orm::properties::Property;
use crate::orm::state::{InstanceState, Object, StateRef};
use crate::python::exc;
use rustpython_vm::{
    AsObject, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
    builtins::{PyDictRef, PyStrInterned, PyType, PyWeak},
};
use std::any::Any;
use std::rc::Rc;

pub(crate) use super::native::PyInstanceState;

/// The weak hold that a state has on its instance.
#[derive(Debug)]
struct WeakInstance(PyRef<PyWeak>, usize);

impl InstanceRef for WeakInstance {
    fn is_alive(&self) -> bool {
        self.0.upgrade().is_some()
    }
    fn address(&self) -> usize {
        self.1
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// The Python object of a state, while it lives.
pub(crate) fn instance_of(state: &InstanceState) -> Option<PyObjectRef> {
    state.instance.get()?.as_any().downcast_ref::<WeakInstance>()?.0.upgrade()
}

/// The Python object that is held alive.
pub(crate) fn object_to_py(object: &Object) -> PyObjectRef {
    object.strong.downcast_ref::<PyObjectRef>().cloned().expect("the Python side made it")
}

/// A state with its instance held alive.
pub(crate) fn held(state: &StateRef, instance: PyObjectRef) -> Object {
    Object { state: state.clone(), strong: Rc::new(instance) }
}

/// The key of an attribute as Python's dictionaries want it.
pub(crate) fn host_key(prop: &Property, vm: &VirtualMachine) -> &'static PyStrInterned {
    let key = prop.host_key.get_or_init(|| {
        let key: &'static PyStrInterned = vm.ctx.intern_str(&*prop.key);
        Box::new(key)
    });
    key.downcast_ref::<&'static PyStrInterned>().copied().expect("set above")
}

/// `__dict__`
pub(crate) fn dict_of(object: &PyObject, vm: &VirtualMachine) -> PyResult<PyDictRef> {
    object.dict().ok_or_else(|| vm.new_attribute_error("a mapped instance needs a __dict__"))
}

/// The state that an instance has already.
pub(crate) fn known_state(object: &PyObject, vm: &VirtualMachine) -> Option<StateRef> {
    let found = object.dict()?.get_item_opt(identifier(vm), vm).ok()??;
    Some(found.downcast_ref::<PyInstanceState>()?.state.clone())
}

fn identifier(vm: &VirtualMachine) -> &'static PyStrInterned {
    vm.ctx.intern_str("_sa_instance_state")
}

/// The state of an instance of a mapped class, made when it has none; `None` for any other object.
pub(crate) fn state_of(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<StateRef>> {
    if let Some(state) = known_state(object, vm) {
        return Ok(Some(state));
    }
    if object.downcast_ref::<PyType>().is_some() {
        return Ok(None);
    }
    let Some(mapper) = mapper_of_class(object.class().as_object(), vm) else { return Ok(None) };
    super::classes::configure_for(object.class().as_object(), vm)?;
    init_state(object, &mapper, vm).map(Some)
}

/// Gives an instance that a program makes a new state.
///
/// # Errors
/// For a class that cannot have instances.
pub(crate) fn init_state(object: &PyObject, mapper: &Rc<Mapper>, vm: &VirtualMachine) -> PyResult<StateRef> {
    let state = attach_state(object, mapper, vm)?;
    super::inheriting::set_identity(object, mapper, vm)?;
    watch::tell(&OrmEvent::Made(&state));
    Ok(state)
}

/// The state of a mapped instance.
///
/// # Errors
/// `UnmappedInstanceError`.
pub(crate) fn expect_state(object: &PyObject, vm: &VirtualMachine) -> PyResult<StateRef> {
    match state_of(object, vm)? {
        Some(state) => Ok(state),
        None => {
            let class = super::super::registry::class_of("sqlalchemy.orm.exc:UnmappedInstanceError", vm)?;
            let error = class.call((object.to_owned(),), vm)?;
            Err(error.downcast().map_err(|_| vm.new_type_error("an exception was expected"))?)
        }
    }
}

/// The state and instance of a mapped instance.
///
/// # Errors
/// `UnmappedInstanceError`.
pub(crate) fn expect_object(object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Object> {
    Ok(held(&expect_state(object, vm)?, object.clone()))
}

/// Gives an instance a new state.
pub(crate) fn attach_state(object: &PyObject, mapper: &Rc<Mapper>, vm: &VirtualMachine) -> PyResult<StateRef> {
    let state = InstanceState::new(mapper);
    let weak = object.downgrade(None, vm)?;
    let _ = state.instance.set(Box::new(WeakInstance(weak, object.get_id())));
    let holder = PyInstanceState { state: state.clone() }.into_ref(&vm.ctx);
    dict_of(object, vm)?.set_item(identifier(vm), holder.into(), vm)?;
    Ok(state)
}

/// A new instance without `__init__`.
pub(crate) fn create(mapper: &Rc<Mapper>, vm: &VirtualMachine) -> PyResult<Object> {
    let class = super::classes::class_of_mapper(mapper, vm)?;
    let instance = if class.slots.new.load().is_some_and(|it| {
        vm.ctx.types.object_type.slots.new.load().is_some_and(|object| std::ptr::fn_addr_eq(it, object))
    }) {
        vm.ctx.new_base_object(class, Some(vm.ctx.new_dict()))
    } else {
        let new = class.as_object().get_attr("__new__", vm)?;
        new.call((class.clone(),), vm)?
    };
    let state = attach_state(&instance, mapper, vm)?;
    Ok(held(&state, instance))
}

/// An error of the ORM as a Python exception.
pub(crate) fn raise(
    error: crate::orm::errors::OrmError,
    vm: &VirtualMachine,
) -> rustpython_vm::builtins::PyBaseExceptionRef {
    use crate::orm::errors::OrmError as E;
    let orm = |class: &str, message: &str, code: Option<&str>| {
        let made = || -> PyResult<_> {
            let class = super::super::registry::class_of(&format!("sqlalchemy.orm.exc:{class}"), vm)?;
            let message: PyObjectRef = vm.ctx.new_str(message).into();
            let none: PyObjectRef = vm.ctx.none();
            let object = match class.clone().downcast_ref::<PyType>().map(|it| it.name().to_string()).as_deref() {
                Some("UnmappedInstanceError") => class.call((none, message), vm)?,
                _ => class.call((message,), vm)?,
            };
            if let Some(code) = code {
                object.set_attr("code", vm.ctx.new_str(code), vm)?;
            }
            object.downcast().map_err(|_| vm.new_type_error("an exception was expected"))
        };
        made().unwrap_or_else(|it| it)
    };
    match &error {
        E::Argument(text) => exc::argument(vm, text.clone()),
        E::ArgumentCoded(text, code) => exc::error(vm, "ArgumentError", text.clone(), Some(code)),
        E::InvalidRequest(text, code) => exc::error(vm, "InvalidRequestError", text.clone(), *code),
        E::UnmappedInstance(text) => orm("UnmappedInstanceError", text, None),
        E::DetachedInstance(text) => orm("DetachedInstanceError", text, Some("bhk3")),
        E::ObjectDeleted(text) => orm("ObjectDeletedError", text, None),
        E::StaleData(text) => orm("StaleDataError", text, None),
        E::LoaderStrategy(text) => orm("LoaderStrategyException", text, None),
        E::Flush(text) => orm("FlushError", text, None),
        E::UnmappedColumn(text) => orm("UnmappedColumnError", text, None),
        E::PendingRollback(text) => exc::error(vm, "PendingRollbackError", text.clone(), Some("7s2a")),
        E::NoForeignKeys(text) => exc::error(vm, "NoForeignKeysError", text.clone(), None),
        E::AmbiguousForeignKeys(text) => exc::error(vm, "AmbiguousForeignKeysError", text.clone(), None),
        E::CircularDependency(text) => exc::error(vm, "CircularDependencyError", text.clone(), None),
        E::Unbound(text) => exc::error(vm, "UnboundExecutionError", text.clone(), None),
        E::IllegalStateChange(text) => exc::error(vm, "IllegalStateChangeError", text.clone(), None),
        E::BlankPrimaryKey(text) | E::Assertion(text) => {
            vm.new_exception_msg(vm.ctx.exceptions.assertion_error.to_owned(), text.clone().into())
        }
        E::Attribute(text) => vm.new_attribute_error(text.clone()),
        E::Value(text) => vm.new_value_error(text.clone()),
        E::Key(key) => vm.new_key_error(vm.ctx.new_str(&**key).into()),
        E::NoSuchColumn(text) => exc::error(vm, "NoSuchColumnError", text.clone(), None),
        E::MultipleResultsFound(text) => exc::error(vm, "MultipleResultsFound", text.clone(), None),
        E::NotImplemented(text) => vm.new_not_implemented_error(text.clone()),
        E::Sql(error) => exc::from_sql(error, vm),
        E::Engine(error) => exc::from_engine(error, vm),
        E::Host(error) => exc::from_host(error, vm),
    }
}

/// A Python exception on its way through the ORM.
pub(crate) fn carried(error: rustpython_vm::builtins::PyBaseExceptionRef) -> crate::orm::errors::OrmError {
    crate::orm::errors::OrmError::Host(exc::to_host(error))
}
