//! The ORM's host over Python: values in `__dict__`, collections as Python collections, hooks as events.

use super::collections;
use super::instance::{carried, create, dict_of, held, host_key, instance_of, known_state, object_to_py, state_of};
use super::watch;
use crate::engine::Connection;
use crate::engine::events::Hub;
use crate::orm::errors::{OrmError, OrmResult};
use crate::orm::events::OrmEvent;
use crate::orm::host::{CollectionKind, ConnectionFor, Given, Hook, Host};
use crate::orm::identity::IdentityKey;
use crate::orm::loading::LoadOptions;
use crate::orm::mapper::Mapper;
use crate::orm::properties::Property;
use crate::orm::session::{Bind, Session};
use crate::orm::state::{InstanceState, Object, StateRef};
use crate::python::value::{PyHost as PyValue, repr_of, value_from_py, value_to_py, with_vm};
use crate::sql::expr::Expr;
use crate::sql::select::Select;
use crate::sql::value::{HostError, Value};
use rustpython_vm::builtins::{PyList, PySet};
use rustpython_vm::{AsObject, PyObjectRef, VirtualMachine};
use std::any::Any;
use std::rc::{Rc, Weak};

/// Instances are Python objects.
#[derive(Debug, Default)]
pub(crate) struct PythonHost;

impl PythonHost {
    /// What the instance's `__dict__` has for an attribute.
    fn raw(state: &InstanceState, prop: &Property, vm: &VirtualMachine) -> Option<PyObjectRef> {
        let instance = instance_of(state)?;
        instance.dict()?.get_item_opt(host_key(prop, vm), vm).ok()?
    }

    /// What the collection that is there says of a member, if it has a method of this name.
    fn asked(
        state: &InstanceState,
        prop: &Property,
        name: &'static str,
        member: &Object,
    ) -> OrmResult<Option<PyObjectRef>> {
        with_vm(|vm| {
            let Some(collection) = Self::raw(state, prop, vm) else { return Ok(None) };
            let Some(method) = vm.get_attribute_opt(&collection, name).map_err(carried)? else { return Ok(None) };
            method.call((object_to_py(member), reverse_name(prop)), vm).map(Some).map_err(carried)
        })
    }

    fn tell_listeners(
        &self,
        function: &str,
        state: &StateRef,
        prop: &Property,
        member: &Object,
        initiator: &Property,
    ) -> OrmResult<()> {
        with_vm(|vm| super::events::on_member(function, state, prop, object_to_py(member), initiator, vm))
            .map(drop)
            .map_err(carried)
    }

    fn put(state: &InstanceState, prop: &Property, value: PyObjectRef, vm: &VirtualMachine) {
        if let Some(instance) = instance_of(state)
            && let Ok(dict) = dict_of(&instance, vm)
        {
            let _ = dict.set_item(host_key(prop, vm), value, vm);
        }
    }
}

/// The attribute whose change is kept in step with a collection, as messages name it.
fn reverse_name(prop: &Property) -> String {
    match prop.as_relationship().and_then(|it| it.reverse.borrow().first().and_then(Weak::upgrade)) {
        Some(reverse) => format!("{}.{}", reverse.parent().class_name, reverse.key),
        None => prop.key.to_string(),
    }
}

impl Host for PythonHost {
    fn create(&self, mapper: &Rc<Mapper>) -> OrmResult<Object> {
        with_vm(|vm| create(mapper, vm).map_err(carried))
    }

    fn object(&self, state: &StateRef) -> Option<Object> {
        instance_of(state).map(|it| held(state, it))
    }

    fn hold(&self, state: &InstanceState) {
        if state.held.borrow().is_none()
            && let Some(instance) = instance_of(state)
        {
            *state.held.borrow_mut() = Some(Rc::new(instance));
        }
    }

    fn release(&self, state: &InstanceState) {
        // Dropped outside the borrow: it may be the last reference.
        let held = state.held.borrow_mut().take();
        drop(held);
    }

    fn get(&self, state: &InstanceState, prop: &Property) -> Option<Value> {
        with_vm(|vm| Self::raw(state, prop, vm).map(|it| value_from_py(&it, vm)))
    }

    fn given(&self, state: &InstanceState, prop: &Property) -> Given {
        with_vm(|vm| {
            let Some(value) = Self::raw(state, prop, vm).filter(|it| !vm.is_none(it)) else { return Given::Nothing };
            let types = &vm.ctx.types;
            let plain = [types.str_type, types.int_type, types.float_type, types.bool_type];
            let is_clause =
                !plain.iter().any(|it| value.class().is(*it)) && collections::clause_of(&value, vm).is_some();
            if is_clause { Given::Clause } else { Given::Value }
        })
    }

    fn set(&self, state: &InstanceState, prop: &Property, value: Value) {
        with_vm(|vm| Self::put(state, prop, value_to_py(&value, vm), vm));
    }

    fn has(&self, state: &InstanceState, prop: &Property) -> bool {
        with_vm(|vm| {
            instance_of(state).and_then(|it| it.dict()).is_some_and(|dict| dict.contains_key(host_key(prop, vm), vm))
        })
    }

    fn remove(&self, state: &InstanceState, prop: &Property) {
        with_vm(|vm| {
            if let Some(dict) = instance_of(state).and_then(|it| it.dict()) {
                // The value may run code when it goes: take it out first.
                let old = dict.get_item_opt(host_key(prop, vm), vm).ok().flatten();
                if old.is_some() {
                    let _ = dict.del_item(host_key(prop, vm), vm);
                }
            }
        });
    }

    fn clause_of(&self, value: &Value) -> Option<Expr> {
        let Value::Host(object) = value else { return None };
        let object = object.as_any().downcast_ref::<PyValue>()?;
        with_vm(|vm| collections::clause_of(&object.0, vm))
    }

    fn get_object(&self, state: &InstanceState, prop: &Property) -> Option<Option<Object>> {
        with_vm(|vm| {
            let raw = Self::raw(state, prop, vm)?;
            if vm.is_none(&raw) {
                return Some(None);
            }
            let state = state_of(&raw, vm).ok()??;
            Some(Some(held(&state, raw)))
        })
    }

    fn set_object(&self, state: &InstanceState, prop: &Property, object: Option<&Object>) {
        with_vm(|vm| {
            let value = object.map_or_else(|| vm.ctx.none(), object_to_py);
            Self::put(state, prop, value, vm);
        });
    }

    fn get_collection(&self, state: &InstanceState, prop: &Property) -> Option<Vec<Object>> {
        with_vm(|vm| {
            if state.empty_collections.borrow().contains_key(&prop.key) {
                return Some(Vec::new());
            }
            let raw = Self::raw(state, prop, vm)?;
            let members = collections::members(&raw, vm).ok()?;
            Some(
                members
                    .into_iter()
                    .filter_map(|it| {
                        let state = known_state(&it, vm).or_else(|| state_of(&it, vm).ok().flatten())?;
                        Some(held(&state, it))
                    })
                    .collect(),
            )
        })
    }

    fn set_collection(&self, state: &InstanceState, prop: &Property, members: &[Object]) -> OrmResult<()> {
        with_vm(|vm| {
            let Some(instance) = instance_of(state) else { return Ok(()) };
            state.empty_collections.change(|it| it.shift_remove(&prop.key));
            let members: Vec<PyObjectRef> = members.iter().map(object_to_py).collect();
            let collection =
                collections::new_collection(&instance, prop, members, &reverse_name(prop), vm).map_err(carried)?;
            Self::put(state, prop, collection, vm);
            Ok(())
        })
    }

    fn append(&self, state: &InstanceState, prop: &Property, member: &Object) -> OrmResult<()> {
        if let Some(empty) = collections::take_empty(state, prop) {
            with_vm(|vm| Self::put(state, prop, empty, vm));
        }
        with_vm(|vm| match Self::raw(state, prop, vm) {
            Some(collection) => {
                collections::raw_add(&collection, object_to_py(member), &reverse_name(prop), vm).map_err(carried)
            }
            None => Ok(()),
        })
    }

    fn occurrences(&self, state: &InstanceState, prop: &Property, member: &Object) -> usize {
        with_vm(|vm| {
            let members = Self::raw(state, prop, vm).and_then(|it| collections::members(&it, vm).ok());
            let wanted = object_to_py(member);
            members.map_or(0, |it| it.iter().filter(|it| it.is(&wanted)).count())
        })
    }

    fn collection_kind(&self, state: &InstanceState, prop: &Property) -> CollectionKind {
        with_vm(|vm| match Self::raw(state, prop, vm) {
            Some(it) if it.downcast_ref::<PyList>().is_some() => CollectionKind::List,
            Some(it) if it.downcast_ref::<PySet>().is_some() => CollectionKind::Set,
            _ => CollectionKind::Other,
        })
    }

    fn can_discard(&self, state: &InstanceState, prop: &Property, member: &Object) -> OrmResult<bool> {
        match Self::asked(state, prop, "_sa_can_discard", member)? {
            Some(found) => with_vm(|vm| found.try_to_bool(vm).map_err(carried)),
            None => {
                Ok(self.collection_kind(state, prop) == CollectionKind::List
                    || self.occurrences(state, prop, member) > 0)
            }
        }
    }

    fn displaced(&self, state: &InstanceState, prop: &Property, member: &Object) -> OrmResult<Option<Object>> {
        let found = Self::asked(state, prop, "_sa_displaced", member)?;
        Ok(found.and_then(|it| with_vm(|vm| Some(held(&known_state(&it, vm)?, it)))))
    }

    fn holds_none(&self, state: &InstanceState, prop: &Property) -> bool {
        with_vm(|vm| {
            let members = Self::raw(state, prop, vm).and_then(|it| collections::members(&it, vm).ok());
            members.is_some_and(|it| it.iter().any(|it| vm.is_none(it)))
        })
    }

    fn discard(&self, state: &InstanceState, prop: &Property, member: &Object) -> OrmResult<()> {
        with_vm(|vm| match Self::raw(state, prop, vm) {
            Some(collection) => collections::raw_discard(&collection, &object_to_py(member), vm).map_err(carried),
            None => Ok(()),
        })
    }

    fn identity_key_str(&self, mapper: &Mapper, key: &IdentityKey) -> String {
        let class = mapper.identity_root().class.get().and_then(|it| it.downcast_ref::<PyObjectRef>().cloned());
        let class = class.map_or_else(|| mapper.class_name.to_string(), |it| with_vm(|vm| repr_of(&it, vm)));
        let values = Value::List(key.values.clone()).repr();
        format!("({class}, {values}, None)")
    }

    fn error_str(&self, error: &OrmError) -> String {
        with_vm(|vm| super::session::error_text(error, vm))
    }

    fn flush(&self, session: &Session) -> OrmResult<()> {
        match super::session::object_of(session) {
            Some(object) if session.has_own_flush.get() => {
                with_vm(|vm| vm.call_method(&object, "flush", ()).map(drop).map_err(carried))
            }
            _ => session.flush(None),
        }
    }

    fn bind_of(&self, session: &Session, wanted: ConnectionFor<'_>) -> OrmResult<Bind> {
        with_vm(|vm| super::binds::bind_of(session, wanted, vm).map_err(carried))
    }

    fn prepare_connection(
        &self,
        session: &Session,
        conn: &Rc<Connection>,
        options: Option<&Rc<dyn Any>>,
    ) -> OrmResult<()> {
        with_vm(|vm| super::binds::prepare(session, conn, options, vm).map_err(carried))
    }

    fn note_autoflush(&self, error: OrmError) -> OrmError {
        with_vm(|vm| super::session::note_autoflush(error, vm))
    }

    fn next_version(&self, mapper: &Mapper, old: Option<&Value>) -> OrmResult<Option<Value>> {
        if mapper.version_is_given {
            return Ok(None);
        }
        let generator = mapper.version_id_generator.get().and_then(|it| it.downcast_ref::<PyObjectRef>().cloned());
        let Some(generator) = generator else {
            return Ok(Some(Value::Int(match old {
                Some(Value::Int(old)) => old + 1,
                _ => 1,
            })));
        };
        with_vm(|vm| {
            let old = old.map_or_else(|| vm.ctx.none(), |it| value_to_py(it, vm));
            generator.call((old,), vm).map(|it| Some(value_from_py(&it, vm))).map_err(carried)
        })
    }

    fn warn(&self, message: &str) -> OrmResult<()> {
        let origin = if crate::orm::session::is_autoflushing() {
            " (This warning originated from the Session 'autoflush' process, which was invoked automatically in \
             response to a user-initiated operation. Consider using ``no_autoflush`` context manager if this warning \
             happened while initializing objects.)"
        } else {
            ""
        };
        with_vm(|vm| {
            let message = format!("{message}{origin}");
            let warn = super::super::registry::class_of("sqlalchemy.util:warn", vm);
            warn.and_then(|it| it.call((vm.ctx.new_str(message),), vm)).map(drop).map_err(carried)
        })
    }

    fn hub(&self) -> Option<Rc<Hub>> {
        crate::python::sqlalchemy::environment::hub()
    }

    fn is_heard(&self) -> bool {
        watch::is_heard()
    }

    fn tell(&self, event: &OrmEvent<'_>) {
        watch::tell(event);
    }

    fn call(&self, hook: &Hook) -> OrmResult<()> {
        if watch::is_heard()
            && let Some(event) = OrmEvent::of_hook(hook)
        {
            watch::tell(&event);
        }
        super::events::call(hook)
    }

    fn before_append(
        &self,
        state: &StateRef,
        prop: &Property,
        member: &Object,
        initiator: &Property,
    ) -> OrmResult<Object> {
        super::events::before_append(state, prop, member, initiator)
    }

    fn before_remove(&self, state: &StateRef, prop: &Property, member: &Object, initiator: &Property) -> OrmResult<()> {
        self.tell_listeners("fire_remove", state, prop, member, initiator)?;
        if initiator.id == prop.id {
            return Ok(());
        }
        self.tell_listeners("fire_remove_late", state, prop, member, initiator)
    }

    fn after_replace(&self, state: &StateRef, prop: &Property, member: &Object, is_append: bool) -> OrmResult<()> {
        self.tell_listeners(
            if is_append { "fire_bulk_append_late" } else { "fire_remove_late" },
            state,
            prop,
            member,
            prop,
        )
    }

    fn before_set_object(
        &self,
        state: &StateRef,
        prop: &Property,
        object: Option<&Object>,
        initiator: &Property,
    ) -> OrmResult<Option<Object>> {
        super::events::before_set_object(state, prop, object, initiator)
    }

    fn late_set_object(
        &self,
        state: &StateRef,
        prop: &Property,
        object: Option<&Object>,
        initiator: &Property,
    ) -> OrmResult<Option<Object>> {
        super::events::late_set_object(state, prop, object, initiator)
    }

    fn carry(&self, error: OrmError) -> HostError {
        with_vm(|vm| crate::python::exc::to_host(super::instance::raise(error, vm)))
    }

    fn before_load(
        &self,
        session: &Rc<Session>,
        select: &Rc<Select>,
        load: &LoadOptions,
    ) -> OrmResult<Option<Rc<Select>>> {
        super::events::before_load(session, select, load)
    }

    fn has_mapper_hooks(&self, mapper: &Mapper) -> bool {
        super::events::has_mapper_hooks(mapper)
    }

    fn has_load_hooks(&self, mapper: &Mapper) -> bool {
        super::events::has_load_hooks(mapper)
    }

    fn describe(&self, error: &HostError) -> String {
        with_vm(|vm| {
            let error = crate::python::exc::from_host(error, vm);
            repr_of(error.as_object(), vm)
        })
    }
}
