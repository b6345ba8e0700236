//! Which mapper a class has, which mappers wait for configuration, and the Python objects of mappers.

use super::native::PyMapper;
use crate::orm::mapper::Mapper;
use rustpython_vm::{
    AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyType, PyTypeRef},
};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

#[derive(Default)]
struct Known {
    /// Python's mapper objects, in the order of mapping.
    mappers: Vec<PyObjectRef>,
    /// Those whose relationships are not worked out yet.
    waiting: Vec<PyObjectRef>,
}

thread_local! {
    static KNOWN: RefCell<Known> = RefCell::default();
    static IS_WAITING: Cell<bool> = const { Cell::new(false) };
    static IS_CONFIGURING: Cell<bool> = const { Cell::new(false) };
}

/// Forgets all mappers, between runs.
pub(crate) fn reset() {
    let known = KNOWN.take();
    for mapper in &known.mappers {
        if let Some(mapper) = mapper.downcast_ref::<PyMapper>() {
            mapper.clear();
        }
    }
    IS_WAITING.set(false);
    IS_CONFIGURING.set(false);
    drop(known);
}

/// Remembers a new mapper.
pub(crate) fn add(mapper: PyObjectRef) {
    KNOWN.with_borrow_mut(|it| it.mappers.push(mapper));
}

/// All mappers, in the order of mapping.
pub(crate) fn all() -> Vec<PyObjectRef> {
    KNOWN.with_borrow(|it| it.mappers.clone())
}

/// The same as the engine knows them.
pub(crate) fn mappers() -> Vec<Rc<Mapper>> {
    let mapper = |it: &PyObjectRef| it.downcast_ref::<PyMapper>().map(|it| Rc::clone(&it.mapper));
    KNOWN.with_borrow(|it| it.mappers.iter().filter_map(mapper).collect())
}

/// Marks a mapper for configuration.
pub(crate) fn request_configure(mapper: PyObjectRef) {
    KNOWN.with_borrow_mut(|it| it.waiting.push(mapper));
    IS_WAITING.set(true);
}

/// The mappers that wait, which then wait no longer.
pub(crate) fn take_waiting() -> Vec<PyObjectRef> {
    IS_WAITING.set(false);
    KNOWN.with_borrow_mut(|it| std::mem::take(&mut it.waiting))
}

/// Configures what waits in the registry of a class that is used; another that failed is not its business.
///
/// # Errors
/// Those of the configuration; they come again at the next use.
pub(crate) fn configure_for(class: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    if !IS_WAITING.get() || IS_CONFIGURING.get() {
        return Ok(());
    }
    let Some(mapper) = mapper_object_of_class(class, vm) else { return Ok(()) };
    let Some(mapper) = mapper.downcast_ref::<PyMapper>() else { return Ok(()) };
    IS_CONFIGURING.set(true);
    let done = super::super::registry::class_of("sqlalchemy.orm.configuration:configure_all", vm)
        .and_then(|it| it.call((mapper.registry.clone(),), vm));
    IS_CONFIGURING.set(false);
    done.map(drop)
}

/// The same for a mapper.
///
/// # Errors
/// As [`configure_for`].
pub(crate) fn configure_mapper(mapper: &Mapper, vm: &VirtualMachine) -> PyResult<()> {
    if !IS_WAITING.get() || IS_CONFIGURING.get() {
        return Ok(());
    }
    configure_for(class_of_mapper(mapper, vm)?.as_object(), vm)
}

/// Whether any mapper waits for its configuration.
pub(crate) fn is_waiting() -> bool {
    IS_WAITING.get()
}

/// The mapper of a class; `None` for a class that is not mapped itself or through a base.
pub(crate) fn mapper_of_class(class: &PyObject, vm: &VirtualMachine) -> Option<Rc<Mapper>> {
    mapper_object_of_class(class, vm)?.downcast_ref::<PyMapper>().map(|it| it.mapper.clone())
}

/// The mapper object of a class.
pub(crate) fn mapper_object_of_class(class: &PyObject, vm: &VirtualMachine) -> Option<PyObjectRef> {
    let class = class.downcast_ref::<PyType>()?;
    class.get_attr(vm.ctx.intern_str("__mapper__")).filter(|it| it.downcast_ref::<PyMapper>().is_some())
}

/// The class of a mapper.
pub(crate) fn class_of_mapper(mapper: &Mapper, vm: &VirtualMachine) -> PyResult<PyTypeRef> {
    mapper
        .class
        .get()
        .and_then(|it| it.downcast_ref::<PyObjectRef>().cloned())
        .and_then(|it| it.downcast::<PyType>().ok())
        .ok_or_else(|| vm.new_runtime_error(format!("the class of {} is gone", mapper.describe())))
}

/// The mapper object of a mapper.
pub(crate) fn object_of_mapper(mapper: &Mapper) -> Option<PyObjectRef> {
    KNOWN.with_borrow(|it| {
        it.mappers.iter().find(|it| it.downcast_ref::<PyMapper>().is_some_and(|it| it.mapper.id == mapper.id)).cloned()
    })
}
