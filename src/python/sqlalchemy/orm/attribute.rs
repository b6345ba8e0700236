//! Reading and writing attributes of instances, and attributes in expressions.

use super::classes;
use super::collections;
use super::instance::{
    carried, dict_of, expect_object, expect_state, held, host_key, init_state, known_state, object_to_py, raise,
    state_of,
};
use super::native::{Attribute, PyMapper};
use super::watch;
use crate::orm::attributes::{self, Origin};
use crate::orm::entity::{AliasedEntity, Entity};
use crate::orm::events::{AttributeChange, OrmEvent};
use crate::orm::plugin::RelationshipAttr;
use crate::orm::properties::{Property, PropertyKind};
use crate::orm::state::{Committed, StateRef};
use crate::orm::strategies::{self as access, Passive};
use crate::python::exc;
use crate::python::sqlalchemy::coerce::{Role, expr_from_py, expr_to_py, from_from_py, name_from_py};
use crate::python::sqlalchemy::registry;
use crate::python::value::{repr_of, text_of, value_to_py};
use rustpython_vm::{
    AsObject, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine, function::FuncArgs, types::PyComparisonOp,
};
use std::cell::RefCell;
use std::rc::Rc;

thread_local! {
    /// The value that leaves an attribute alone, once dataclasses are in use.
    static DONT_SET: RefCell<Option<PyObjectRef>> = const { RefCell::new(None) };
}

/// Says what value leaves an attribute alone.
pub(crate) fn set_dont_set(value: PyObjectRef) {
    DONT_SET.set(Some(value));
}

/// Reads an attribute of an instance.
pub(crate) fn get(instance: &PyObject, prop: &Rc<Property>, vm: &VirtualMachine) -> PyResult {
    if let Some(dict) = instance.dict()
        && let Some(value) = dict.get_item_opt(host_key(prop, vm), vm)?
    {
        watch::read(instance, prop, vm);
        return Ok(value);
    }
    let Some(state) = state_of(instance, vm)? else {
        return Err(vm.new_attribute_error(format!(
            "'{}' object has no attribute '{}'",
            instance.class().name(),
            prop.key
        )));
    };
    // The attribute of a subclass's mapper, where there is one.
    let prop = state.mapper.property(&prop.key).unwrap_or_else(|| prop.clone());
    let host = super::session::host();
    match &prop.kind {
        PropertyKind::Column(column) => {
            if state.has_identity() {
                // What no load was to bring was never set.
                let is_loaded = state.is_expired(&prop.key) || state.callables.borrow().contains_key(&prop.key);
                access::load_column(&state, &prop).map_err(|it| raise(it, vm))?;
                let is_missing = state.mapper.inherits().is_some() && column.expression.is_none();
                if is_loaded && is_missing && !super::session::host().has(&state, &prop) {
                    let text = format!("Deferred loader for attribute '{}' failed to populate correctly", prop.key);
                    return Err(vm.new_key_error(vm.ctx.new_str(text).into()));
                }
            }
        }
        PropertyKind::Relationship(relationship) => {
            let is_new = relationship.uselist() && !state.has_identity();
            let loads = || relationship.declared().load_on_pending || state.load_pending.get();
            if is_new && !(state.session().is_some() && loads()) {
                return collections::empty(instance, &state, &prop, vm);
            }
            access::load_related(&*host, &state, &prop, Passive::Read).map_err(|it| raise(it, vm))?;
            if is_new && !host.has(&state, &prop) {
                return collections::empty(instance, &state, &prop, vm);
            }
        }
        PropertyKind::Synonym { name } => return instance.get_attr(vm.ctx.intern_str(&**name), vm),
        PropertyKind::ConcreteInherited => {}
    }
    watch::read(instance, &prop, vm);
    let unset = || prop.default_value.get().and_then(|it| it.downcast_ref::<PyObjectRef>().cloned());
    let value = dict_of(instance, vm)?.get_item_opt(host_key(&prop, vm), vm)?.or_else(unset);
    match value {
        Some(value) => Ok(value),
        None if super::events::are_changes_listened() && prop.as_relationship().is_none_or(|it| !it.uselist()) => {
            let fire = registry::class_of("sqlalchemy.orm.events:fire_init_scalar", vm)?;
            fire.call((instance.to_owned(), prop.key.to_string()), vm)
        }
        None => Ok(vm.ctx.none()),
    }
}

/// Loads a relationship for `merge()`, which no option that raises keeps from it.
pub(crate) fn load_for_merge(instance: &PyObject, key: &str, vm: &VirtualMachine) -> PyResult<()> {
    let state = expect_state(instance, vm)?;
    let Some(prop) = state.mapper.property(key) else { return Ok(()) };
    if !state.has_identity() {
        return get(instance, &prop, vm).map(drop);
    }
    let host = super::session::host();
    access::load_related(&*host, &state, &prop, Passive::Off).map(drop).map_err(|it| raise(it, vm))
}

/// Writes an attribute of an instance.
pub(crate) fn set(
    instance: &PyObjectRef,
    prop: &Rc<Property>,
    value: PyObjectRef,
    vm: &VirtualMachine,
) -> PyResult<()> {
    if DONT_SET.with_borrow(|it| it.as_ref().is_some_and(|it| it.is(&value))) {
        return Ok(());
    }
    let state = match known_state(instance, vm) {
        Some(state) => state,
        None => {
            classes::configure_for(instance.class().as_object(), vm)?;
            let mapper = classes::mapper_of_class(instance.class().as_object(), vm)
                .ok_or_else(|| vm.new_attribute_error(format!("{} is not mapped", instance.class().name())))?;
            init_state(instance, &mapper, vm)?
        }
    };
    let host = super::session::host();
    if super::events::are_changes_listened() && prop.as_relationship().is_some_and(|it| it.uselist()) {
        // Nobody hears of what is no collection.
        incoming(&value, prop, vm)?;
    }
    let value = super::events::on_set(&state, prop, value, prop, vm)?;
    match &prop.kind {
        PropertyKind::Column(_) => set_column(instance, &state, prop, value, vm),
        PropertyKind::Relationship(relationship) if !relationship.uselist() => {
            let new = if vm.is_none(&value) { None } else { Some(expect_member(&value, vm)?) };
            attributes::set_object(&*host, &state, prop, new.as_ref(), Origin::Program).map_err(|it| raise(it, vm))
        }
        PropertyKind::Relationship(_) => {
            let current = dict_of(instance, vm)?.get_item_opt(host_key(prop, vm), vm)?;
            if current.is_some_and(|it| it.is(&value)) {
                return Ok(());
            }
            let members = incoming(&value, prop, vm)?;
            let (nothing, some): (Vec<_>, Vec<_>) = members.iter().enumerate().partition(|it| vm.is_none(it.1));
            let mut refused = None;
            let known = |member: &PyObjectRef| expect_member(member, vm).map_err(|it| refused = Some(carried(it))).ok();
            let objects: Vec<_> = some.iter().map(|it| it.1).map_while(known).collect();
            attributes::set_collection(&*host, &state, prop, &objects, refused).map_err(|it| raise(it, vm))?;
            if !nothing.is_empty() {
                state.has_none.set(true);
                let collection = dict_of(instance, vm)?.get_item(host_key(prop, vm), vm)?;
                nothing.iter().try_for_each(|it| collections::put_none(&collection, it.0, vm))?;
            }
            Ok(())
        }
        PropertyKind::Synonym { name } => instance.set_attr(vm.ctx.intern_str(&**name), value, vm),
        PropertyKind::ConcreteInherited => Ok(()),
    }
}

/// Sets a column value: the Python object itself goes into `__dict__`.
fn set_column(
    instance: &PyObject,
    state: &StateRef,
    prop: &Rc<Property>,
    value: PyObjectRef,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let host = super::session::host();
    attributes::before_set_value(&*host, state, prop).map_err(|it| raise(it, vm))?;
    dict_of(instance, vm)?.set_item(host_key(prop, vm), value, vm)?;
    host.tell(&OrmEvent::Attribute(state, prop, AttributeChange::Set));
    Ok(())
}

/// The instance that is to become a member.
///
/// # Errors
/// `AttributeError` for what is not mapped.
pub(crate) fn expect_member(value: &PyObjectRef, vm: &VirtualMachine) -> PyResult<crate::orm::state::Object> {
    match state_of(value, vm)? {
        Some(state) => Ok(held(&state, value.clone())),
        None => {
            let of = match value.downcast_ref::<rustpython_vm::builtins::PyType>() {
                Some(class) => format!("type object '{}'", class.name()),
                None => format!("'{}' object", value.class().name()),
            };
            Err(vm.new_attribute_error(format!("{of} has no attribute '_sa_instance_state'")))
        }
    }
}

fn without_value(
    state: &StateRef,
    prop: &Property,
    vm: &VirtualMachine,
) -> rustpython_vm::builtins::PyBaseExceptionRef {
    vm.new_attribute_error(format!("{}.{} object does not have a value", state.mapper.class_name, prop.key))
}

/// The members of what a program assigns to a collection attribute.
fn incoming(value: &PyObjectRef, prop: &Property, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
    use rustpython_vm::builtins::{PyDict, PyList, PySet};
    let relationship = prop.as_relationship().expect("a collection");
    let wants_dict = match relationship.collection_class.get().and_then(|it| it.downcast_ref::<PyObjectRef>().cloned())
    {
        Some(factory) => {
            let sample = factory.call((), vm)?;
            if sample.downcast_ref::<PyDict>().is_some() {
                "dict"
            } else if sample.downcast_ref::<PySet>().is_some() {
                "set"
            } else {
                "list"
            }
        }
        None => "list",
    };
    let has = |name: &'static str| -> PyResult<bool> { Ok(vm.get_attribute_opt(value, name)?.is_some()) };
    let is = match () {
        () if value.downcast_ref::<PyDict>().is_some() => "dict",
        () if value.downcast_ref::<PySet>().is_some() => "set",
        () if value.downcast_ref::<PyList>().is_some() => "list",
        () if has("append")? => "list",
        () if has("add")? => "set",
        () if has("set")? => "dict",
        () => "other",
    };
    if is != wants_dict {
        let given = if vm.is_none(value) { "None".to_owned() } else { value.class().name().to_string() };
        let given = given.strip_prefix("Instrumented").map_or(given.clone(), str::to_lowercase);
        return Err(vm.new_type_error(format!("Incompatible collection type: {given} is not {wants_dict}-like")));
    }
    collections::members(value, vm)
}

/// Deletes an attribute of an instance.
pub(crate) fn delete(instance: &PyObjectRef, prop: &Rc<Property>, vm: &VirtualMachine) -> PyResult<()> {
    let state = expect_state(instance, vm)?;
    let host = super::session::host();
    match &prop.kind {
        PropertyKind::Column(_) => {
            if !host.has(&state, prop) && state.has_identity() {
                access::load_column(&state, prop).map_err(|it| raise(it, vm))?;
            }
            let Some(old) = dict_of(instance, vm)?.get_item_opt(host_key(prop, vm), vm)? else {
                return Err(without_value(&state, prop, vm));
            };
            super::events::on_delete(&state, prop, &old, vm)?;
            attributes::delete_value(&*host, &state, prop).map_err(|it| raise(it, vm))
        }
        PropertyKind::Relationship(it) if !it.uselist() => {
            let is_unset = !host.has(&state, prop) && !state.has_identity();
            if let Some(old) = dict_of(instance, vm)?.get_item_opt(host_key(prop, vm), vm)? {
                super::events::on_delete(&state, prop, &old, vm)?;
            }
            attributes::delete_object(&*host, &state, prop).map_err(|it| raise(it, vm))?;
            if is_unset { Err(without_value(&state, prop, vm)) } else { Ok(()) }
        }
        PropertyKind::Relationship(_) => {
            attributes::set_collection(&*host, &state, prop, &[], None).map_err(|it| raise(it, vm))?;
            host.remove(&state, prop);
            Ok(())
        }
        PropertyKind::Synonym { name } => instance.del_attr(vm.ctx.intern_str(&**name), vm),
        PropertyKind::ConcreteInherited => Ok(()),
    }
}

/// The declarative constructor: `(self, kwargs)`.
pub(crate) fn construct(args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    let [instance, kwargs] = &args.args[..] else {
        return Err(vm.new_type_error("the constructor takes keywords only"));
    };
    classes::configure_for(instance.class().as_object(), vm)?;
    if known_state(instance, vm).is_none()
        && let Some(mapper) = classes::mapper_of_class(instance.class().as_object(), vm)
    {
        init_state(instance, &mapper, vm)?;
    }
    let Some(kwargs) = kwargs.downcast_ref::<rustpython_vm::builtins::PyDict>() else { return Ok(()) };
    let class = instance.class().to_owned();
    for (key, value) in kwargs.items_vec() {
        let Some(name) = text_of(&key) else { continue };
        let name = vm.ctx.intern_str(&*name);
        if class.get_attr(name).is_none() {
            return Err(vm.new_type_error(format!("'{name}' is an invalid keyword argument for {}", class.name())));
        }
        instance.set_attr(name, value, vm)?;
    }
    Ok(())
}

/// Attributes that are not loaded, in the mapper's order.
pub(crate) fn unloaded(state: &StateRef) -> Vec<Rc<str>> {
    let host = super::session::host();
    let props = state.mapper.props.borrow();
    props
        .values()
        .filter(|it| {
            !it.is_hidden.get()
                && !matches!(it.kind, PropertyKind::Synonym { .. } | PropertyKind::ConcreteInherited)
                && !host.has(state, it)
        })
        .map(|it| it.key.clone())
        .collect()
}

/// `(added, unchanged, deleted)`
pub(crate) fn history(state: &StateRef, key: &str, vm: &VirtualMachine) -> PyResult {
    let host = super::session::host();
    let Some(prop) = state.mapper.property(key) else {
        return Err(vm.new_key_error(vm.ctx.new_str(key).into()));
    };
    let tuple = |lists: [Vec<PyObjectRef>; 3]| {
        let lists = lists.into_iter().map(|it| vm.ctx.new_list(it).into()).collect();
        Ok(vm.ctx.new_tuple(lists).into())
    };
    if prop.as_relationship().is_some() {
        access::load_original(state, &prop).map_err(|it| raise(it, vm))?;
        let history = crate::orm::history::of_relationship(&*host, state, &prop);
        let list = |it: Vec<Option<crate::orm::state::Object>>| {
            it.into_iter().map(|it| it.map_or_else(|| vm.ctx.none(), |it| object_to_py(&it))).collect()
        };
        return tuple([list(history.added), list(history.unchanged), list(history.deleted)]);
    }
    let history = crate::orm::history::of_value(&*host, state, &prop);
    let list = |it: Vec<crate::sql::value::Value>| it.iter().map(|it| value_to_py(it, vm)).collect();
    tuple([list(history.added), list(history.unchanged), list(history.deleted)])
}

/// Puts a value there as if it had been loaded.
pub(crate) fn set_committed(
    instance: &PyObjectRef,
    key: &str,
    value: PyObjectRef,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let object = expect_object(instance, vm)?;
    let state = &object.state;
    let Some(prop) = state.mapper.property(key) else {
        return Err(vm.new_key_error(vm.ctx.new_str(key).into()));
    };
    state.committed.change(|it| it.shift_remove(&prop.key));
    state.expired_attributes.change(|it| it.remove(&prop.key));
    let is_collection = prop.as_relationship().is_some_and(crate::orm::relationships::Relationship::uselist);
    let value = if is_collection {
        let members = collections::members(&value, vm)?;
        collections::new_collection(instance, &prop, members, &prop.key, vm)?
    } else {
        value
    };
    dict_of(instance, vm)?.set_item(host_key(&prop, vm), value, vm)
}

/// `flag_modified(instance, key)`
pub(crate) fn flag_modified(instance: &PyObjectRef, key: &str, vm: &VirtualMachine) -> PyResult<()> {
    let state = expect_state(instance, vm)?;
    let host = super::session::host();
    let Some(prop) = state.mapper.property(key).filter(|it| host.has(&state, it)) else {
        return Err(exc::invalid_request(
            vm,
            format!("Can't flag attribute '{key}' modified; it's not present in the object state"),
        ));
    };
    attributes::record(&*host, &state, &prop, || Committed::NoValue).map_err(|it| raise(it, vm))?;
    // Whatever was there before, the value counts as new.
    if prop.as_column().is_some() {
        state.committed.borrow_mut().insert(prop.key.clone(), Committed::NoValue);
    }
    if super::events::are_changes_listened() {
        let fire = registry::class_of("sqlalchemy.orm.events:fire_modified", vm)?;
        fire.call((instance.clone(), key.to_owned()), vm)?;
    }
    Ok(())
}

/// `__clause_element__` of an attribute.
pub(crate) fn clause_element(attribute: &Attribute, vm: &VirtualMachine) -> PyResult {
    // Columns are there as soon as the class is: mappings are written in terms of them.
    if attribute.prop.as_relationship().is_some() {
        classes::configure_mapper(attribute.entity.mapper(), vm)?;
    }
    match &attribute.prop.kind {
        PropertyKind::Column(_) => {
            let expr = attribute
                .entity
                .attribute_expr(&attribute.prop)
                .ok_or_else(|| vm.new_attribute_error("no expression for this attribute"))?;
            expr_to_py(&expr, vm)
        }
        PropertyKind::Relationship(_) => {
            expr_to_py(&crate::orm::relationship_criteria::join_expr(&attribute.relationship()), vm)
        }
        PropertyKind::Synonym { .. } | PropertyKind::ConcreteInherited => {
            Err(vm.new_attribute_error("a synonym has no expression of its own"))
        }
    }
}

/// The Python object of an entity: its mapper, or the aliased entity.
pub(crate) fn entity_to_py(entity: &Entity, vm: &VirtualMachine) -> PyResult {
    match entity {
        Entity::Mapper(mapper) => Ok(vm.unwrap_or_none(classes::object_of_mapper(mapper))),
        Entity::Aliased(_) => Ok(super::native_aliased(entity.clone(), vm)),
    }
}

/// The entity behind a class, a mapper, an aliased class; `None` for anything else.
pub(crate) fn entity_from_py(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Entity>> {
    if let Some(mapper) = object.downcast_ref::<PyMapper>() {
        return Ok(Some(Entity::Mapper(mapper.mapper.clone())));
    }
    if let Some(mapper) = classes::mapper_of_class(object, vm) {
        classes::configure_for(object, vm)?;
        return Ok(Some(Entity::Mapper(mapper)));
    }
    super::aliased_entity(object, vm)
}

/// `aliased(entity, alias, name, (flat, adapt_on_names))`
pub(crate) fn aliased(
    entity: &PyObject,
    alias: &PyObject,
    name: &PyObject,
    (flat, adapt_on_names): (bool, bool),
    vm: &VirtualMachine,
) -> PyResult {
    let Some(entity) = entity_from_py(entity, vm)? else {
        let text =
            format!("No inspection system is available for object of type {}", repr_of(entity.class().as_object(), vm));
        return Err(exc::error(vm, "NoInspectionAvailable", text, None));
    };
    let name = name_from_py(name, vm)?;
    let mapper = entity.mapper();
    let made = if vm.is_none(alias) {
        AliasedEntity::of_entity(&entity, name.as_ref(), flat)
    } else {
        match from_from_py(alias, vm)? {
            Some(from) => AliasedEntity::over(mapper, from, name.as_ref().map(|it| &*it.text), adapt_on_names),
            None => return Err(exc::argument(vm, "FROM expression, such as a Table or alias() object expected")),
        }
    };
    Ok(super::native_aliased(Entity::Aliased(made), vm))
}

/// The attribute of an aliased entity.
pub(crate) fn aliased_attribute(entity: &PyObject, key: &str, vm: &VirtualMachine) -> PyResult {
    let Some(entity) = super::aliased_entity(entity, vm)? else {
        return Err(vm.new_type_error("an aliased entity was expected"));
    };
    let Some(prop) = entity.mapper().property(key) else {
        return Err(vm.new_attribute_error(key.to_owned()));
    };
    if let (Entity::Aliased(alias), Some(column)) = (&entity, prop.as_column().and_then(|it| it.columns.first()))
        && alias.adapter().lookup(column).is_none()
    {
        let hint = if alias.adapt_on_names {
            "ensure name is correct in expression"
        } else {
            "to match by name, use the adapt_on_names parameter"
        };
        let text = format!(
            "Did not locate an expression in selectable for attribute '{key}'; {hint} (this warning may be suppressed \
             after 10 occurrences)"
        );
        exc::warn(vm, "SAWarning", &text)?;
    }
    let class = registry::type_named("sqlalchemy.orm.attributes:InstrumentedAttribute", vm)?;
    let attribute = Attribute { entity, prop, of_type: None, extra_criteria: Vec::new() };
    Ok(attribute.into_ref_with_type(vm, class)?.into())
}

/// `Author.books.any(...)` and its kin.
pub(crate) fn relationship_operator(
    attribute: &Attribute,
    name: &str,
    args: FuncArgs,
    vm: &VirtualMachine,
) -> PyResult {
    use crate::orm::relationship_criteria as criteria;
    classes::configure_mapper(attribute.entity.mapper(), vm)?;
    let variant = |of_type: Option<Entity>, extra: Vec<crate::sql::expr::Expr>| -> PyResult {
        let class = registry::type_named("sqlalchemy.orm.attributes:QueryableAttribute", vm)?;
        let made = Attribute {
            entity: attribute.entity.clone(),
            prop: attribute.prop.clone(),
            of_type: of_type.or_else(|| attribute.of_type.clone()),
            extra_criteria: [&attribute.extra_criteria[..], &extra].concat(),
        };
        Ok(made.into_ref_with_type(vm, class)?.into())
    };
    let relationship = attribute.relationship();
    criteria::check_method(&relationship, name).map_err(|it| raise(it, vm))?;
    let host = super::session::host();
    let where_ = |items: &[PyObjectRef]| -> PyResult<Vec<crate::sql::expr::Expr>> {
        items.iter().map(|it| expr_from_py(it, Role::Where, vm)).collect()
    };
    let object = |index: usize| -> PyResult<Option<crate::orm::state::Object>> {
        match args.args.get(index) {
            Some(it) if !vm.is_none(it) => expect_object(it, vm).map(Some),
            _ => Ok(None),
        }
    };
    let expr = match name {
        "of_type" => {
            let Some(entity) = entity_from_py(&args.args[0], vm)? else {
                return Err(exc::argument(vm, "of_type() expects a mapped class or alias"));
            };
            return variant(Some(entity), Vec::new());
        }
        "and" => return variant(None, where_(&args.args)?),
        "any" | "has" => {
            let mut parts = where_(&args.args)?;
            for (key, value) in &args.kwargs {
                let key = key.to_string_lossy();
                let target = relationship.of_type.clone().unwrap_or_else(|| {
                    Entity::Mapper(crate::orm::join_condition::relationship_of(&relationship.prop).target())
                });
                let named = target.mapper().resolved_property(&key).filter(|it| it.as_relationship().is_some());
                if let Some(prop) = named {
                    let attr = RelationshipAttr { entity: target, prop, of_type: None, extra_criteria: Vec::new() };
                    let object = if vm.is_none(value) { None } else { Some(expect_object(value, vm)?) };
                    parts.push(criteria::equals(&host, &attr, object.as_ref()).map_err(|it| raise(it, vm))?);
                    continue;
                }
                // Hybrids and whatever else the class has beside mapped attributes.
                if target.mapper().resolved_property(&key).is_none()
                    && let Ok(class) = classes::class_of_mapper(target.mapper(), vm)
                    && let Some(attribute) = vm.get_attribute_opt(class.as_object(), vm.ctx.intern_str(&*key))?
                {
                    let criterion = attribute.rich_compare(value.clone(), PyComparisonOp::Eq, vm)?;
                    parts.push(expr_from_py(&criterion, Role::Expression, vm)?);
                    continue;
                }
                let right = crate::python::sqlalchemy::coerce::operand_from_py(value, Role::Expression, vm)?;
                parts.push(criteria::keyword_criterion(&relationship, &key, right).map_err(|it| raise(it, vm))?);
            }
            let criterion = (!parts.is_empty()).then(|| crate::sql::build::and_(&parts));
            if name == "any" {
                criteria::any(&relationship, criterion.as_ref())
            } else {
                criteria::has(&relationship, criterion.as_ref())
            }
        }
        "contains" => match object(0)? {
            Some(it) => criteria::contains(&host, &relationship, &it),
            None => return Err(exc::argument(vm, "contains() expects an instance")),
        },
        "eq" | "is" => criteria::equals(&host, &relationship, object(0)?.as_ref()),
        "ne" | "is_not" => criteria::not_equals(&host, &relationship, object(0)?.as_ref()),
        // `of_parent`: with the table between as it is.
        "with_parent" | "of_parent" => match object(0)? {
            Some(it) => criteria::with_parent(&host, &it, &relationship, name == "with_parent"),
            None => return Err(exc::argument(vm, "with_parent() expects an instance")),
        },
        other => {
            return Err(vm.new_not_implemented_error(format!(
                "Operator '{other}' on a relationship is not part of the playground"
            )));
        }
    };
    expr_to_py(&expr.map_err(|it| raise(it, vm))?, vm)
}
