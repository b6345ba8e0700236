//! The `sqlalchemy` package for Core: native classes and functions under the frozen Python modules.
//!
//! Everything native is one module, `_sqlalchemy`; each file here adds its part. Heavy work is in the core
//! layers: these files take arguments apart and map errors.

/// `__new__` of a base class whose object starts empty and whatever the arguments: the subclass in Python
/// fills it in its `__init__`.
macro_rules! new_empty {
    ($name:ident) => {
        impl Constructor for $name {
            type Args = rustpython_vm::function::FuncArgs;
            fn slot_new(
                cls: rustpython_vm::builtins::PyTypeRef,
                _args: Self::Args,
                vm: &rustpython_vm::VirtualMachine,
            ) -> rustpython_vm::PyResult {
                Self::default().into_ref_with_type(vm, cls).map(Into::into)
            }
            fn py_new(
                _cls: &rustpython_vm::Py<rustpython_vm::builtins::PyType>,
                _args: Self::Args,
                _vm: &rustpython_vm::VirtualMachine,
            ) -> rustpython_vm::PyResult<Self> {
                Ok(Self::default())
            }
        }
    };
}

mod announced;
pub(crate) mod coerce;
pub(crate) mod compile;
pub(crate) mod constraints;
pub(crate) mod context;
pub(crate) mod cursor;
mod custom;
pub(crate) mod dbapi;
pub(crate) mod dml;
mod element_attributes;
pub(crate) mod elements;
pub(crate) mod engine;
pub(crate) mod environment;
pub(crate) mod extensions;
pub(crate) mod filter;
pub(crate) mod functions;
pub(crate) mod hooks;
pub(crate) mod lightweight;
pub mod log;
mod operators;
pub mod orm;
pub(crate) mod plugin;
pub(crate) mod pool;
mod proxied_keys;
pub(crate) mod registry;
pub(crate) mod result;
pub(crate) mod row;
pub(crate) mod schema;
pub(crate) mod schema_callbacks;
pub(crate) mod selectables;
pub(crate) mod statement_options;
pub(crate) mod statements;
pub(crate) mod textual;
mod traversal;
pub(crate) mod types;

use crate::engine::driver::Driver;
use crate::engine::events::Hub;
use rustpython_vm::{Context, builtins::PyModuleDef};
use std::rc::Rc;

/// The native module behind the package.
pub fn module_def(ctx: &Context) -> &'static PyModuleDef {
    _sqlalchemy::module_def(ctx)
}

/// Sets the driver and the hub of the engines that programs make from now on.
pub fn configure(driver: Rc<dyn Driver>, hub: Rc<Hub>) {
    custom::set_hook(Vec::new());
    crate::engine::process::set_default_processors(Some(types::default_processor));
    environment::configure(driver, hub);
}

/// Whether URLs of servers, such as `postgresql://`, are served from the embedded database from now on.
pub fn serve_urls(serves: bool) {
    environment::serve_urls(serves);
}

/// Works out the relationships that nothing asked for yet; what cannot be worked out stays as it is.
pub fn configure_mappers() {
    if !orm::classes::is_waiting() {
        return;
    }
    crate::python::value::with_vm(|vm| {
        let configure = registry::class_of("sqlalchemy.orm:configure_mappers", vm);
        // Its errors are those of a use that the program did not make.
        drop(configure.and_then(|it| it.call((), vm)));
    });
}

/// The mapped classes of the run, in the order of mapping.
pub fn mappers() -> Vec<Rc<crate::orm::mapper::Mapper>> {
    orm::classes::mappers()
}

/// Lets go of what the last run made; call it between runs, inside the interpreter.
pub fn reset() {
    crate::python::value::with_vm(|vm| {
        // Only what was imported has something to forget.
        let _ = crate::python::exc::submodule(vm, "sqlalchemy._run")
            .and_then(|it| it.get_attr("reset", vm))
            .and_then(|it| it.call((), vm));
    });
    orm::reset();
    engine::reset();
    pool::reset();
    environment::reset();
    custom::set_hook(Vec::new());
}

#[pymodule(with(
    compile::native,
    constraints::native,
    context::native,
    cursor::native,
    custom::native,
    dbapi::native,
    dml::native,
    elements::native,
    operators::native,
    filter::native,
    functions::native,
    engine::native,
    hooks::native,
    pool::native,
    result::native,
    row::native,
    schema::native,
    selectables::native,
    extensions::native,
    lightweight::native,
    statement_options::native,
    statements::native,
    textual::native,
    traversal::native,
    types::native
))]
mod _sqlalchemy {}
