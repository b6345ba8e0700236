//! Collections of related objects as Python collections: `InstrumentedList` and its kin, written in Python
//! over these functions. `_sa_adapter` on a collection says whose it is.

use super::instance::{expect_object, known_state, raise};
use crate::orm::attributes::{self, Origin};
use crate::orm::properties::Property;
use crate::orm::state::{InstanceState, StateRef};
use crate::python::value::text_of;
use crate::sql::expr::Expr;
use rustpython_vm::{
    AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyDict, PyList, PySet},
};
use std::rc::Rc;

/// The expression behind a value that a program put into a column attribute, if it is SQL.
pub(crate) fn clause_of(object: &PyObject, vm: &VirtualMachine) -> Option<Expr> {
    use super::super::coerce::{Role, clause_element, expr_from_py};
    use super::super::elements::Element;
    if object.downcast_ref::<Element>().is_some()
        || object.downcast_ref::<super::super::statements::StatementObject>().is_some()
    {
        return expr_from_py(object, Role::Any, vm).ok();
    }
    if object.class().name().starts_with('_') {
        return None;
    }
    match clause_element(object, vm) {
        Ok(Some(inner)) => expr_from_py(&inner, Role::Any, vm).ok(),
        _ => None,
    }
}

/// The members of a collection, in its order.
pub(crate) fn members(collection: &PyObject, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
    if let Some(list) = collection.downcast_ref::<PyList>() {
        return Ok(list.borrow_vec().to_vec());
    }
    if let Some(dict) = collection.downcast_ref::<PyDict>() {
        return Ok(dict.values_vec());
    }
    if let Some(set) = collection.downcast_ref::<PySet>() {
        return Ok(set.elements());
    }
    let iterator = match vm.get_attribute_opt(collection, "_sa_iterator")? {
        Some(method) => method.call((), vm)?,
        None => collection.to_owned(),
    };
    iterator.get_iter(vm)?.iter::<PyObjectRef>(vm)?.collect()
}

/// A new collection of the relationship's class with these members, belonging to `instance`; `initiator` as for
/// [`raw_add`].
pub(crate) fn new_collection(
    instance: &PyObject,
    prop: &Property,
    members: Vec<PyObjectRef>,
    initiator: &str,
    vm: &VirtualMachine,
) -> PyResult {
    let relationship = prop.as_relationship().expect("a collection is of a relationship");
    let plain = super::super::registry::type_named("sqlalchemy.orm.collections:InstrumentedList", vm)?;
    let factory = match relationship.collection_class.get().and_then(|it| it.downcast_ref::<PyObjectRef>().cloned()) {
        Some(factory) => factory,
        None => plain.clone().into(),
    };
    let collection = factory.call((), vm)?;
    let is_list = collection.downcast_ref::<PyList>();
    if let Some(list) = is_list
        && list.class().is(&plain)
    {
        *list.borrow_vec_mut() = members;
    } else if is_list.is_some() {
        // The program's class may have an append() of its own; nobody hears of it before the collection is adopted.
        for member in members {
            vm.call_method(&collection, "append", (member,))?;
        }
    } else {
        for member in members {
            raw_add(&collection, member, initiator, vm)?;
        }
    }
    adopt(&collection, instance, prop, vm)?;
    Ok(collection)
}

/// The collection of a new instance that has none yet; it is put into `__dict__` with its first member.
pub(crate) fn empty(instance: &PyObject, state: &StateRef, prop: &Property, vm: &VirtualMachine) -> PyResult {
    let known = state.empty_collections.borrow().get(&prop.key).cloned();
    if let Some(known) = known.and_then(|it| it.downcast_ref::<PyObjectRef>().cloned()) {
        return Ok(known);
    }
    let made = new_collection(instance, prop, Vec::new(), "", vm)?;
    state.empty_collections.borrow_mut().insert(prop.key.clone(), Rc::new(made.clone()));
    Ok(made)
}

/// Takes the empty collection of an attribute, to put something into it.
pub(crate) fn take_empty(state: &InstanceState, prop: &Property) -> Option<PyObjectRef> {
    let found = state.empty_collections.change(|it| it.shift_remove(&prop.key))?;
    found.downcast_ref::<PyObjectRef>().cloned()
}

/// Makes a collection belong to an attribute of an instance.
pub(crate) fn adopt(collection: &PyObject, instance: &PyObject, prop: &Property, vm: &VirtualMachine) -> PyResult<()> {
    let weak = instance.downgrade(None, vm)?;
    let adapter = vm.ctx.new_tuple(vec![weak.into(), vm.ctx.new_str(&*prop.key).into()]);
    collection.set_attr("_sa_adapter", adapter, vm)
}

/// Adds a member without events; messages name `initiator` as the attribute that is populated.
pub(crate) fn raw_add(
    collection: &PyObject,
    member: PyObjectRef,
    initiator: &str,
    vm: &VirtualMachine,
) -> PyResult<()> {
    if let Some(list) = collection.downcast_ref::<PyList>() {
        list.borrow_vec_mut().push(member);
        return Ok(());
    }
    if let Some(set) = collection.downcast_ref::<PySet>() {
        return set.add(member, vm);
    }
    if collection.downcast_ref::<PyDict>().is_some() {
        return vm.call_method(collection, "_sa_add", (member, initiator)).map(drop);
    }
    vm.call_method(collection, "_sa_add", (member,)).map(drop)
}

/// Puts None among the members without events.
pub(crate) fn put_none(collection: &PyObject, place: usize, vm: &VirtualMachine) -> PyResult<()> {
    if let Some(list) = collection.downcast_ref::<PyList>() {
        let mut items = list.borrow_vec_mut();
        let place = place.min(items.len());
        items.insert(place, vm.ctx.none());
        return Ok(());
    }
    raw_add(collection, vm.ctx.none(), "", vm)
}

/// Removes a member without events.
pub(crate) fn raw_discard(collection: &PyObject, member: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    if let Some(list) = collection.downcast_ref::<PyList>() {
        let mut items = list.borrow_vec_mut();
        let at = items.iter().position(|it| it.is(member));
        let old = at.map(|at| items.remove(at));
        drop(items);
        drop(old);
        return Ok(());
    }
    vm.call_method(collection, "_sa_discard", (member.to_owned(),)).map(drop)
}

/// The instance, state and attribute that a collection belongs to.
fn owner(collection: &PyObject, vm: &VirtualMachine) -> PyResult<Option<(StateRef, Rc<Property>)>> {
    let Some(adapter) = vm.get_attribute_opt(collection, "_sa_adapter")? else { return Ok(None) };
    let Some(adapter) = adapter.downcast_ref::<rustpython_vm::builtins::PyTuple>() else { return Ok(None) };
    let [weak, key] = adapter.as_slice() else { return Ok(None) };
    let instance = weak.call((), vm)?;
    let (Some(state), Some(key)) = (known_state(&instance, vm), text_of(key)) else { return Ok(None) };
    // A collection that was replaced speaks for nobody.
    let Some(dict) = instance.dict() else { return Ok(None) };
    let name = vm.ctx.intern_str(&*key);
    let Some(prop) = state.mapper.property(&key) else { return Ok(None) };
    match dict.get_item_opt(name, vm)? {
        Some(current) if current.is(collection) => {}
        Some(_) => return Ok(None),
        None => match take_empty(&state, &prop) {
            Some(empty) if empty.is(collection) => dict.set_item(name, empty, vm)?,
            _ => return Ok(None),
        },
    }
    Ok(Some((state, prop)))
}

/// Validators and listeners before a change that the program makes.
fn changing(function: &str, collection: &PyObject, member: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let is_bound = || vm.get_attribute_opt(collection, "_sa_adapter").map(|it| it.is_some());
    if function == "fire_append" && known_state(&member, vm).is_none() && !vm.is_none(&member) && is_bound()? {
        // Refused before it is in there.
        super::attribute::expect_member(&member, vm)?;
    }
    if !super::events::are_changes_listened() {
        return Ok(member);
    }
    match owner(collection, vm)? {
        Some((state, prop)) => super::events::on_member(function, &state, &prop, member, &prop, vm),
        None => Ok(member),
    }
}

/// The program is about to append `member`; gives what is appended.
pub(crate) fn appending(collection: &PyObject, member: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let member = changing("fire_append", collection, member, vm)?;
    let Some((state, prop)) = owner(collection, vm)? else { return Ok(member) };
    let host = super::session::host();
    if vm.is_none(&member) {
        state.has_none.set(true);
        attributes::record_collection(&*host, &state, &prop).map_err(|it| raise(it, vm))?;
        return Ok(member);
    }
    let object = expect_object(&member, vm)?;
    attributes::appended(&*host, &state, &prop, &object, Origin::Program).map_err(|it| raise(it, vm))?;
    changing("fire_append_late", collection, member, vm)
}

/// The program appends what is in there already.
pub(crate) fn keeping(collection: &PyObject, member: &PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
    if vm.is_none(member) {
        return Ok(());
    }
    let Some((state, prop)) = owner(collection, vm)? else { return Ok(()) };
    let object = expect_object(member, vm)?;
    attributes::cascade_save_update(&state, &prop, &object).map_err(|it| raise(it, vm))
}

/// The program is about to remove `member`, or has taken it out by `pop()`.
pub(crate) fn removing(collection: &PyObject, member: &PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
    changing("fire_remove", collection, member.clone(), vm)?;
    let Some((state, prop)) = owner(collection, vm)? else { return Ok(()) };
    let host = super::session::host();
    if vm.is_none(member) {
        attributes::record_collection(&*host, &state, &prop).map_err(|it| raise(it, vm))?;
        return Ok(());
    }
    let object = super::attribute::expect_member(member, vm)?;
    attributes::removed(&*host, &state, &prop, &object, Origin::Program).map_err(|it| raise(it, vm))?;
    changing("fire_remove_late", collection, member.clone(), vm).map(drop)
}

/// The program is about to take out a member that is not known before.
pub(crate) fn popping(collection: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    if let Some((state, prop)) = owner(collection, vm)? {
        attributes::record_collection(&*super::session::host(), &state, &prop).map_err(|it| raise(it, vm))?;
    }
    Ok(())
}
