//! Hooks of the unit of work as calls of Python listeners; see `event.py` of the package.
//!
//! Nothing is asked of Python unless a listener was registered.

use super::instance::{carried, held, instance_of, object_to_py, state_of};
use super::session::{object_of, transaction_to_py};
use crate::orm::errors::{OrmError, OrmResult};
use crate::orm::host::Hook;
use crate::orm::loading::LoadOptions;
use crate::orm::mapper::Mapper;
use crate::orm::properties::Property;
use crate::orm::session::Session;
use crate::orm::state::{InstanceState, Lifecycle, Object, StateRef};
use crate::python::sqlalchemy::registry;
use crate::python::sqlalchemy::statements::{StatementObject, Stmt};
use crate::python::value::with_vm;
use crate::sql::select::Select;
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};
use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::rc::Rc;

thread_local! {
    /// The events of sessions, mappers and instances that somebody listens to.
    static LISTENED: RefCell<HashSet<String>> = RefCell::default();
    /// Somebody listens to changes of attributes, or validates them.
    static CHANGES_LISTENED: Cell<bool> = const { Cell::new(false) };
}

/// Says that there is a listener; without a name one of attributes.
pub(crate) fn set_listened(name: Option<String>) {
    match name {
        Some(name) => drop(LISTENED.with_borrow_mut(|it| it.insert(name))),
        None => CHANGES_LISTENED.set(true),
    }
}

/// Forgets all listeners, between runs.
pub(crate) fn reset() {
    LISTENED.with_borrow_mut(HashSet::clear);
    CHANGES_LISTENED.set(false);
}

/// Whether somebody listens to an event.
pub(crate) fn is_listened(name: &str) -> bool {
    LISTENED.with_borrow(|it| it.contains(name))
}

/// Whether events of a mapper's flush may be listened to.
pub(crate) fn has_mapper_hooks(_mapper: &Mapper) -> bool {
    const NAMES: [&str; 6] =
        ["before_insert", "after_insert", "before_update", "after_update", "before_delete", "after_delete"];
    LISTENED.with_borrow(|it| !it.is_empty() && NAMES.iter().any(|name| it.contains(*name)))
}

/// Whether loads may be listened to.
pub(crate) fn has_load_hooks(_mapper: &Mapper) -> bool {
    const NAMES: [&str; 3] = ["load", "refresh", "loaded_as_persistent"];
    LISTENED.with_borrow(|it| !it.is_empty() && NAMES.iter().any(|name| it.contains(*name)))
}

/// Calls the listeners of a moment.
pub(crate) fn call(hook: &Hook) -> OrmResult<()> {
    if LISTENED.with_borrow(HashSet::is_empty) {
        return Ok(());
    }
    with_vm(|vm| dispatch(hook, vm).map_err(carried))
}

fn instance(state: &InstanceState, vm: &VirtualMachine) -> PyObjectRef {
    vm.unwrap_or_none(instance_of(state))
}

fn dispatch(hook: &Hook, vm: &VirtualMachine) -> PyResult<()> {
    let mut extra: Vec<PyObjectRef> = Vec::new();
    let (name, state, session): (&str, Option<&StateRef>, Option<Rc<Session>>) = match hook {
        Hook::BeforeFlush(session) => ("before_flush", None, Some(session.clone())),
        Hook::AfterFlush(session) => ("after_flush", None, Some(session.clone())),
        Hook::AfterFlushPostexec(session) => ("after_flush_postexec", None, Some(session.clone())),
        Hook::BeforeCommit(session) => ("before_commit", None, Some(session.clone())),
        Hook::AfterCommit(session) => ("after_commit", None, Some(session.clone())),
        Hook::AfterRollback(session) => ("after_rollback", None, Some(session.clone())),
        Hook::AfterSoftRollback(session, _) => ("after_soft_rollback", None, Some(session.clone())),
        Hook::AfterBegin(session, ..) => ("after_begin", None, Some(session.clone())),
        Hook::AfterTransactionCreate(session, _) => ("after_transaction_create", None, Some(session.clone())),
        Hook::AfterTransactionEnd(session, _) => ("after_transaction_end", None, Some(session.clone())),
        Hook::BeforeAttach(session, state) => ("before_attach", Some(state), Some(session.clone())),
        Hook::AfterAttach(session, state) => ("after_attach", Some(state), Some(session.clone())),
        Hook::LoadedAsPersistent(session, state) => ("loaded_as_persistent", Some(state), Some(session.clone())),
        Hook::BeforeInsert(state) => ("before_insert", Some(state), state.session()),
        Hook::AfterInsert(state) => ("after_insert", Some(state), state.session()),
        Hook::BeforeUpdate(state) => ("before_update", Some(state), state.session()),
        Hook::AfterUpdate(state) => ("after_update", Some(state), state.session()),
        Hook::BeforeDelete(state) => ("before_delete", Some(state), state.session()),
        Hook::AfterDelete(state) => ("after_delete", Some(state), state.session()),
        Hook::Load(state) => ("load", Some(state), state.session()),
        Hook::Refresh(state, _) => ("refresh", Some(state), state.session()),
        Hook::Expire(state, _) => ("expire", Some(state), state.session()),
        Hook::RefreshFlush(state, _) => ("refresh_flush", Some(state), state.session()),
        Hook::StateChanged(session, state, before, after) => {
            (transition(*before, *after), Some(state), Some(session.clone()))
        }
    };
    if name.is_empty() || !is_listened(name) {
        return Ok(());
    }
    match hook {
        Hook::BeforeFlush(_) => extra.push(vm.ctx.none()),
        Hook::AfterBegin(session, transaction, conn) => {
            extra.push(transaction_to_py(session, transaction.clone(), vm)?);
            extra.push(crate::python::sqlalchemy::engine::connection_to_py(conn, vm)?);
        }
        Hook::AfterSoftRollback(session, transaction)
        | Hook::AfterTransactionCreate(session, transaction)
        | Hook::AfterTransactionEnd(session, transaction) => {
            extra.push(transaction_to_py(session, transaction.clone(), vm)?);
        }
        Hook::Refresh(_, keys) => extra.push(match keys {
            Some(keys) => super::mapper::new_set(keys.iter().map(|it| vm.ctx.new_str(&**it).into()).collect(), vm)?,
            None => vm.ctx.none(),
        }),
        Hook::Expire(_, keys) => extra.push(match keys {
            Some(keys) => vm.ctx.new_list(keys.iter().map(|it| vm.ctx.new_str(&**it).into()).collect()).into(),
            None => vm.ctx.none(),
        }),
        Hook::RefreshFlush(_, keys) => {
            extra.push(super::mapper::new_set(keys.iter().map(|it| vm.ctx.new_str(&**it).into()).collect(), vm)?);
        }
        _ => {}
    }
    let session = session.and_then(|it| object_of(&it));
    let fire = registry::class_of("sqlalchemy.orm.events:fire", vm)?;
    let mapper = state.and_then(|it| super::classes::object_of_mapper(&it.mapper));
    let target = state.map(|it| instance(it, vm));
    let mut args: Vec<PyObjectRef> = vec![
        vm.ctx.new_str(name).into(),
        vm.unwrap_or_none(session),
        vm.unwrap_or_none(mapper),
        vm.unwrap_or_none(target),
    ];
    args.extend(extra);
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

/// Whether somebody listens to changes of attributes.
pub(crate) fn are_changes_listened() -> bool {
    CHANGES_LISTENED.get()
}

/// What an attribute holds, for listeners: `NO_VALUE` where nothing is.
fn current(state: &StateRef, prop: &Property, vm: &VirtualMachine) -> PyResult {
    let key = super::instance::host_key(prop, vm);
    match instance_of(state).and_then(|it| it.dict()).map(|it| it.get_item_opt(key, vm)).transpose()?.flatten() {
        Some(it) => Ok(it),
        None => registry::class_of("sqlalchemy.orm.base:NO_VALUE", vm),
    }
}

/// Validators and `set` listeners of an attribute; gives the value to set.
pub(crate) fn on_set(
    state: &StateRef,
    prop: &Property,
    value: PyObjectRef,
    initiator: &Property,
    vm: &VirtualMachine,
) -> PyResult {
    if !CHANGES_LISTENED.get() {
        return Ok(value);
    }
    let is_collection = prop.as_relationship().is_some_and(crate::orm::relationships::Relationship::uselist);
    if is_collection {
        let key = |it: &Property| -> PyObjectRef { vm.ctx.new_str(&*it.key).into() };
        let args = vec![instance(state, vm), key(prop), value, key(initiator)];
        return registry::class_of("sqlalchemy.orm.events:fire_bulk_replace", vm)?.call(args, vm);
    }
    let host = super::session::host();
    let is_active = prop.as_column().is_some_and(|it| it.active_history.get());
    if is_active && state.has_identity() && !host.has(state, prop) {
        crate::orm::strategies::load_column(state, prop).map_err(|it| super::instance::raise(it, vm))?;
    }
    let value = ask_set("fire_set", state, prop, value, initiator, vm)?;
    // Of a relationship the other side hears before who came after the configuration.
    if prop.as_relationship().is_some() {
        return Ok(value);
    }
    ask_set("fire_set_late", state, prop, value, initiator, vm)
}

fn ask_set(
    function: &str,
    state: &StateRef,
    prop: &Property,
    value: PyObjectRef,
    initiator: &Property,
    vm: &VirtualMachine,
) -> PyResult {
    let key = |it: &Property| -> PyObjectRef { vm.ctx.new_str(&*it.key).into() };
    let args = vec![instance(state, vm), key(prop), value, current(state, prop, vm)?, key(initiator)];
    registry::class_of(&format!("sqlalchemy.orm.events:{function}"), vm)?.call(args, vm)
}

/// The object that a scalar relationship takes, once the other sides have heard of it.
pub(crate) fn late_set_object(
    state: &StateRef,
    prop: &Property,
    object: Option<&Object>,
    initiator: &Property,
) -> OrmResult<Option<Object>> {
    if !CHANGES_LISTENED.get() {
        return Ok(object.cloned());
    }
    with_vm(|vm| {
        let value = object.map_or_else(|| vm.ctx.none(), object_to_py);
        let given = ask_set("fire_set_late", state, prop, value, initiator, vm).map_err(carried)?;
        if vm.is_none(&given) { Ok(None) } else { as_object(given, vm).map(Some) }
    })
}

/// Calls `fire_append` or `fire_remove` for a member; gives what it gives.
pub(crate) fn on_member(
    function: &str,
    state: &StateRef,
    prop: &Property,
    member: PyObjectRef,
    initiator: &Property,
    vm: &VirtualMachine,
) -> PyResult {
    if !CHANGES_LISTENED.get() {
        return Ok(member);
    }
    let key = |it: &Property| -> PyObjectRef { vm.ctx.new_str(&*it.key).into() };
    let args = vec![instance(state, vm), key(prop), member, key(initiator)];
    registry::class_of(&format!("sqlalchemy.orm.events:{function}"), vm)?.call(args, vm)
}

/// `del` takes an attribute's value away.
pub(crate) fn on_delete(state: &StateRef, prop: &Property, old: &PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
    on_member("fire_remove", state, prop, old.clone(), prop, vm)?;
    on_member("fire_remove_late", state, prop, old.clone(), prop, vm).map(drop)
}

/// The other side's change appends a member; gives the member to append.
pub(crate) fn before_append(
    state: &StateRef,
    prop: &Property,
    member: &Object,
    initiator: &Property,
) -> OrmResult<Object> {
    if !CHANGES_LISTENED.get() {
        return Ok(member.clone());
    }
    // An append that is nobody's echo is part of a replacement.
    let function = if initiator.id == prop.id { "fire_bulk_append" } else { "fire_append" };
    with_vm(|vm| {
        let mut given = on_member(function, state, prop, object_to_py(member), initiator, vm).map_err(carried)?;
        if initiator.id != prop.id {
            given = on_member("fire_append_late", state, prop, given, initiator, vm).map_err(carried)?;
        }
        as_object(given, vm)
    })
}

/// The other side's change sets a scalar; gives the object to set.
pub(crate) fn before_set_object(
    state: &StateRef,
    prop: &Property,
    object: Option<&Object>,
    initiator: &Property,
) -> OrmResult<Option<Object>> {
    if !CHANGES_LISTENED.get() {
        return Ok(object.cloned());
    }
    with_vm(|vm| {
        let value = object.map_or_else(|| vm.ctx.none(), object_to_py);
        let given = on_set(state, prop, value, initiator, vm).map_err(carried)?;
        if vm.is_none(&given) { Ok(None) } else { as_object(given, vm).map(Some) }
    })
}

/// Who listens to executions sees a loader's SELECT, and may change it.
pub(crate) fn before_load(
    session: &Rc<Session>,
    select: &Rc<Select>,
    load: &LoadOptions,
) -> OrmResult<Option<Rc<Select>>> {
    if !is_listened("do_orm_execute") {
        return Ok(None);
    }
    let Some(object) = object_of(session) else { return Ok(None) };
    let kind = if load.refresh_state.is_some() {
        "column"
    } else if load.compile.current_path.is_empty() {
        ""
    } else {
        "relationship"
    };
    with_vm(|vm| {
        let statement = StatementObject::make(Stmt::Select(select.clone()), "sqlalchemy.sql.selectable:Select", vm)?;
        let mapper = crate::python::sqlalchemy::orm::hook::plugin_subject(&statement, vm)?;
        let lazy = load.lazy_loaded_from.as_ref().and_then(instance_of_state);
        let lazy = lazy.map(|it| super::instance::dict_of(&it, vm)?.get_item("_sa_instance_state", vm)).transpose()?;
        let options = vm.ctx.new_dict();
        for (key, value) in load.execution_options.iter().filter(|it| **it.0 != *crate::engine::execute::CACHE_TOKEN) {
            options.set_item(&**key, crate::python::value::value_to_py(value, vm), vm)?;
        }
        let args: Vec<PyObjectRef> =
            vec![object, statement, vm.ctx.new_str(kind).into(), mapper, vm.unwrap_or_none(lazy), options.into()];
        let given = registry::class_of("sqlalchemy.orm.execution:loading", vm)?.call(args, vm)?;
        crate::python::sqlalchemy::orm::statement_of(&given, vm).map(Some)
    })
    .map_err(carried)
}

fn instance_of_state(state: &StateRef) -> Option<PyObjectRef> {
    instance_of(state)
}

fn as_object(given: PyObjectRef, vm: &VirtualMachine) -> OrmResult<Object> {
    let state = state_of(&given, vm).map_err(carried)?;
    let state = state.ok_or_else(|| OrmError::invalid("a listener gave something that is not mapped"))?;
    Ok(held(&state, given))
}
