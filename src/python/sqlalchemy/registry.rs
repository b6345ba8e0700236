//! Python classes and functions that the native code needs, by name, looked up once a run.

use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine, builtins::PyTypeRef};
use std::cell::RefCell;
use std::collections::HashMap;

thread_local! {
    static CLASSES: RefCell<HashMap<String, PyObjectRef>> = RefCell::default();
}

/// The object `module:name`, imported when needed.
pub(crate) fn class_of(path: &str, vm: &VirtualMachine) -> PyResult {
    if let Some(found) = CLASSES.with_borrow(|it| it.get(path).cloned()) {
        return Ok(found);
    }
    let (module, name) = path.split_once(':').unwrap_or(("builtins", path));
    vm.import(vm.ctx.intern_str(module), 0)?;
    let module = crate::python::exc::submodule(vm, module)?;
    let found = module.get_attr(vm.ctx.intern_str(name), vm)?;
    CLASSES.with_borrow_mut(|it| it.insert(path.to_owned(), found.clone()));
    Ok(found)
}

/// The class `module:name`.
pub(crate) fn type_named(path: &str, vm: &VirtualMachine) -> PyResult<PyTypeRef> {
    class_of(path, vm)?.downcast().map_err(|_| vm.new_type_error(format!("{path} is no class")))
}

/// Forgets everything, between runs.
pub(crate) fn reset() {
    let old = CLASSES.take();
    drop(old);
}
