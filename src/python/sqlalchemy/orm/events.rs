//! Hooks of the unit of work as calls of Python listeners; see `event.py` of the package.
//!
//! Nothing is asked of Python unless a listener was registered.

use super::instance::{carried, instance_of};
use super::session::object_of;
use crate::orm::errors::OrmResult;
use crate::orm::host::Hook;
use crate::orm::mapper::Mapper;
use crate::orm::properties::Property;
use crate::orm::session::Session;
use crate::orm::state::{InstanceState, Lifecycle, StateRef};
use crate::python::sqlalchemy::registry;
use crate::python::value::with_vm;
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};
use std::cell::Cell;
use std::rc::Rc;

thread_local! {
    /// Somebody listens to a session's or mapper's events.
    static LISTENED: Cell<bool> = const { Cell::new(false) };
    /// Somebody listens to sets of attributes.
    static SETS_LISTENED: Cell<bool> = const { Cell::new(false) };
}

/// Says that there are listeners.
pub(crate) fn set_listened(session_or_mapper: bool, sets: bool) {
    if session_or_mapper {
        LISTENED.set(true);
    }
    if sets {
        SETS_LISTENED.set(true);
    }
}

/// Forgets all listeners, between runs.
pub(crate) fn reset() {
    LISTENED.set(false);
    SETS_LISTENED.set(false);
}

/// Whether mapper events may be listened to.
pub(crate) fn has_mapper_hooks(_mapper: &Mapper) -> bool {
    LISTENED.get()
}

/// Calls the listeners of a moment.
pub(crate) fn call(hook: &Hook) -> OrmResult<()> {
    if !LISTENED.get() {
        return Ok(());
    }
    with_vm(|vm| dispatch(hook, vm).map_err(carried))
}

fn instance(state: &InstanceState, vm: &VirtualMachine) -> PyObjectRef {
    vm.unwrap_or_none(instance_of(state))
}

fn dispatch(hook: &Hook, vm: &VirtualMachine) -> PyResult<()> {
    let (name, state, session): (&str, Option<&StateRef>, Option<Rc<Session>>) = match hook {
        Hook::BeforeFlush(session) => ("before_flush", None, Some(session.clone())),
        Hook::AfterFlush(session) => ("after_flush", None, Some(session.clone())),
        Hook::AfterFlushPostexec(session) => ("after_flush_postexec", None, Some(session.clone())),
        Hook::BeforeCommit(session) => ("before_commit", None, Some(session.clone())),
        Hook::AfterCommit(session) => ("after_commit", None, Some(session.clone())),
        Hook::AfterRollback(session) => ("after_rollback", None, Some(session.clone())),
        Hook::AfterSoftRollback(session) => ("after_soft_rollback", None, Some(session.clone())),
        Hook::AfterBegin(session) => ("after_begin", None, Some(session.clone())),
        Hook::BeforeInsert(state) => ("before_insert", Some(state), state.session()),
        Hook::AfterInsert(state) => ("after_insert", Some(state), state.session()),
        Hook::BeforeUpdate(state) => ("before_update", Some(state), state.session()),
        Hook::AfterUpdate(state) => ("after_update", Some(state), state.session()),
        Hook::BeforeDelete(state) => ("before_delete", Some(state), state.session()),
        Hook::AfterDelete(state) => ("after_delete", Some(state), state.session()),
        Hook::Load(state) => ("load", Some(state), state.session()),
        Hook::Refresh(state) => ("refresh", Some(state), state.session()),
        Hook::StateChanged(state, before, after) => (transition(*before, *after), Some(state), state.session()),
    };
    if name.is_empty() {
        return Ok(());
    }
    let session = session.and_then(|it| object_of(&it));
    let fire = registry::class_of("sqlalchemy.orm.events:fire", vm)?;
    let mapper = state.and_then(|it| super::classes::object_of_mapper(&it.mapper));
    let target = state.map(|it| instance(it, vm));
    let args = (vm.ctx.new_str(name), vm.unwrap_or_none(session), vm.unwrap_or_none(mapper), vm.unwrap_or_none(target));
    fire.call(args, vm).map(drop)
}

fn transition(before: Lifecycle, after: Lifecycle) -> &'static str {
    use Lifecycle::{Deleted, Detached, Pending, Persistent, Transient};
    match (before, after) {
        (Transient, Pending) => "transient_to_pending",
        (Pending, Transient) => "pending_to_transient",
        (Pending, Persistent) => "pending_to_persistent",
        (Persistent, Transient) => "persistent_to_transient",
        (Persistent, Deleted) => "persistent_to_deleted",
        (Deleted, Detached) => "deleted_to_detached",
        (Deleted, Persistent) => "deleted_to_persistent",
        (Persistent, Detached) => "persistent_to_detached",
        (Detached, Persistent) => "detached_to_persistent",
        _ => "",
    }
}

/// Validators and `set` listeners of an attribute; gives the value to set.
pub(crate) fn on_set(state: &StateRef, prop: &Rc<Property>, value: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    if !SETS_LISTENED.get() {
        return Ok(value);
    }
    let fire = registry::class_of("sqlalchemy.orm.events:fire_set", vm)?;
    fire.call((instance(state, vm), vm.ctx.new_str(&*prop.key), value), vm)
}
