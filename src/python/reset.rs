//! Bringing an interpreter back to how it was before a program ran, without starting it again.
//!
//! Modules that stood at the mark get their attributes back; modules of the program are dropped;
//! library modules that were loaded since stay loaded, with their known state reset by
//! `stdlib_py/_playground_reset.py`.

use super::failure::is_library_file;
use rustpython_vm::{
    AsObject, PyObjectRef, PyRef, PyResult, VirtualMachine,
    builtins::{PyDict, PyModule, PyStr},
};

/// The modules at the mark, with their attributes.
pub(super) struct Baseline {
    modules: Vec<(PyRef<PyModule>, Vec<(PyObjectRef, PyObjectRef)>)>,
}

impl Baseline {
    /// Remembers the present state.
    pub(super) fn mark(vm: &VirtualMachine) -> Self {
        let mut modules = Vec::new();
        for (name, module) in loaded_modules(vm) {
            if name != "__main__"
                && let Ok(module) = module.downcast::<PyModule>()
            {
                let attributes = module.dict().into_iter().collect();
                modules.push((module, attributes));
            }
        }
        Self { modules }
    }

    /// Comes back to the mark.
    pub(super) fn restore(&self, vm: &VirtualMachine) {
        // Whatever a program did to these objects, the next one must still start.
        let _ = self.drop_program_modules(vm);
        for (module, attributes) in &self.modules {
            let _ = restore_module(module, attributes, vm);
        }
        let _ = vm.import("_playground_reset", 0).and_then(|it| it.get_attr("reset", vm)?.call((), vm));
        let _ = vm.import("_playground", 0).and_then(|it| it.get_attr("install_streams", vm)?.call((), vm));
        vm.recursion_limit.set(super::interpreter::RECURSION_LIMIT);
    }

    fn drop_program_modules(&self, vm: &VirtualMachine) -> PyResult<()> {
        let modules = vm.sys_module.get_attr("modules", vm)?;
        for (name, module) in loaded_modules(vm) {
            let in_baseline = self.modules.iter().any(|(it, _)| it.as_object().is(&module));
            if !in_baseline && !is_library(&name, &module, vm) {
                if let Some(module) = module.downcast_ref::<PyModule>() {
                    // Its objects refer to each other through the globals: empty it now.
                    module.dict().clear();
                }
                modules.del_item(&*vm.ctx.new_str(name), vm)?;
            }
        }
        Ok(())
    }
}

fn restore_module(
    module: &PyRef<PyModule>,
    attributes: &[(PyObjectRef, PyObjectRef)],
    vm: &VirtualMachine,
) -> PyResult<()> {
    let dict = module.dict();
    for (name, value) in attributes {
        let unchanged = dict.get_item_opt(&**name, vm)?.is_some_and(|it| it.is(value));
        if !unchanged {
            dict.set_item(&**name, value.clone(), vm)?;
        }
    }
    if dict.__len__() > attributes.len() {
        let known: PyRef<PyDict> = vm.ctx.new_dict();
        for (name, value) in attributes {
            known.set_item(&**name, value.clone(), vm)?;
        }
        let added: Vec<(PyObjectRef, PyObjectRef)> = dict.into_iter().collect();
        for (name, value) in added {
            // A submodule that was imported since stays, and so does its name in the package.
            if !known.contains_key(&*name, vm) && !value.downcastable::<PyModule>() {
                module.dict().del_item(&*name, vm)?;
            }
        }
    }
    Ok(())
}

fn loaded_modules(vm: &VirtualMachine) -> Vec<(String, PyObjectRef)> {
    let Ok(modules) = vm.sys_module.get_attr("modules", vm) else { return Vec::new() };
    let Some(modules) = modules.downcast_ref::<PyDict>() else { return Vec::new() };
    modules
        .items_vec()
        .into_iter()
        .filter_map(|(name, module)| {
            let name = name.downcast_ref::<PyStr>()?.as_wtf8().to_string_lossy().into_owned();
            Some((name, module))
        })
        .collect()
}

/// Whether a module comes with the playground: native, or frozen.
fn is_library(name: &str, module: &PyObjectRef, vm: &VirtualMachine) -> bool {
    if name == "__main__" {
        return false;
    }
    let origin = module
        .get_attr("__spec__", vm)
        .and_then(|spec| spec.get_attr("origin", vm))
        .and_then(|origin| origin.try_into_value::<PyRef<PyStr>>(vm));
    origin.is_ok_and(|it| {
        let origin = it.as_wtf8().to_string_lossy();
        origin == "frozen" || origin == "built-in" || is_library_file(&origin)
    })
}
