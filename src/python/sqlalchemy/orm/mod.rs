//! `sqlalchemy.orm` over `crate::orm`: the native module `_sqlalchemy_orm` and the hook that Core asks.

pub(crate) mod attribute;
mod binds;
pub(crate) mod classes;
mod collections;
mod evaluator;
pub(crate) mod events;
mod functions;
pub(crate) mod hook;
mod host;
mod inheriting;
pub(crate) mod instance;
mod mapper;
pub mod native;
mod native_session;
mod options;
pub(crate) mod session;
pub mod watch;

pub(crate) use hook::{parameters_of, statement_of};

use crate::orm::entity::Entity;
pub(crate) use attribute::entity_from_py;
use native::AliasedInsp;
use rustpython_vm::{PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine};

/// Forgets what a run declared.
pub(super) fn reset() {
    session::reset();
    classes::reset();
    events::reset();
    crate::orm::entity::reset();
    crate::orm::session::reset_numbers();
}

/// An aliased entity as Python sees it.
fn native_aliased(entity: Entity, vm: &VirtualMachine) -> PyObjectRef {
    AliasedInsp { entity }.into_pyobject(vm)
}

/// The entity behind an `AliasedClass` or its inspection.
fn aliased_entity(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Entity>> {
    if let Some(inner) = object.downcast_ref::<AliasedInsp>() {
        return Ok(Some(inner.entity.clone()));
    }
    if object.downcast_ref::<rustpython_vm::builtins::PyType>().is_some() {
        return Ok(None);
    }
    let Some(dict) = object.dict() else { return Ok(None) };
    let found = dict.get_item_opt("_aliased_insp", vm)?;
    Ok(found.and_then(|it| it.downcast_ref::<AliasedInsp>().map(|it| it.entity.clone())))
}
