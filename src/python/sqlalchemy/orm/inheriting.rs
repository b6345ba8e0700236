//! Inheritance between mapped classes as Python declares it and asks about it.

use super::classes;
use super::instance::raise;
use super::mapper::{columns_to_py, install};
use super::native::PyMapper;
use crate::orm::entity::{AliasOptions, AliasedEntity, Entity};
use crate::orm::inheritance::{Inheritance, PolymorphicLoad, WithPolymorphic};
use crate::orm::mapper::Mapper;
use crate::orm::polymorphic::{self, GivenDiscriminator};
use crate::orm::properties::PropertyKind;
use crate::python::exc;
use crate::python::sqlalchemy::coerce::{Role, expr_from_py, expr_to_py, from_from_py, from_to_py};
use crate::python::sqlalchemy::registry;
use crate::python::value::{repr_of, text_of, value_from_py, value_to_py};
use crate::sql::schema::ColumnRef;
use crate::sql::selectable::From;
use crate::sql::value::Value;
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyResult, VirtualMachine, function::FuncArgs};
use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;

/// What the mapper's arguments say of inheritance.
pub(super) fn declared(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<Inheritance> {
    let kwarg = |name: &str| args.kwargs.get(name).filter(|it| !vm.is_none(it)).cloned();
    let polymorphic_load = match kwarg("polymorphic_load") {
        None => PolymorphicLoad::No,
        Some(it) => match text_of(&it).as_deref() {
            Some("inline") => PolymorphicLoad::Inline,
            Some("selectin") => PolymorphicLoad::Selectin,
            _ => {
                return Err(exc::argument(vm, format!("unknown argument for polymorphic_load: {}", repr_of(&it, vm))));
            }
        },
    };
    let polymorphic_on = match kwarg("polymorphic_on") {
        Some(it) if text_of(&it).is_none() => Some(plain(&it, vm)?),
        _ => None,
    };
    Ok(Inheritance {
        condition: kwarg("inherit_condition").map(|it| plain(&it, vm)).transpose()?,
        polymorphic_on: RefCell::new(polymorphic_on),
        polymorphic_identity: kwarg("polymorphic_identity").map(|it| value_from_py(&it, vm)),
        polymorphic_abstract: kwarg("polymorphic_abstract").map_or(Ok(false), |it| it.try_to_bool(vm))?,
        polymorphic_load,
        ..Inheritance::default()
    })
}

fn plain(object: &PyObject, vm: &VirtualMachine) -> PyResult<crate::sql::expr::Expr> {
    Ok(crate::orm::entity::without_tags(&expr_from_py(object, Role::Any, vm)?))
}

/// The key of what a class without base maps; of a UNION the columns that stand for keys.
pub(super) fn primary_key(from: &From) -> Vec<ColumnRef> {
    fn is_key(column: &ColumnRef) -> bool {
        column.is_primary_key() || column.base.as_ref().is_some_and(|it| it.as_column().is_some_and(is_key))
    }
    match from {
        From::Table(table) => table.primary_key(),
        other => other.columns().into_iter().filter(is_key).collect(),
    }
}

/// Issues warnings.
pub(super) fn warn_all(warnings: Vec<String>, vm: &VirtualMachine) -> PyResult<()> {
    let host = super::session::host();
    warnings.iter().try_for_each(|it| host.warn(it)).map_err(|it| raise(it, vm))
}

fn names(object: &PyObject, vm: &VirtualMachine) -> PyResult<HashSet<Rc<str>>> {
    let items: Vec<PyObjectRef> = object.get_iter(vm)?.iter::<PyObjectRef>(vm)?.collect::<PyResult<_>>()?;
    Ok(items.iter().filter_map(|it| text_of(it)).collect())
}

/// `_finish_properties(excluded, implemented)`: attributes of the base and of the table's columns, and the
/// descriptors of all.
pub(crate) fn finish_properties(
    zelf: &Py<PyMapper>,
    excluded: &PyObject,
    implemented: &PyObject,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let (excluded, implemented) = (names(excluded, vm)?, names(implemented, vm)?);
    let mapper = &zelf.mapper;
    let warnings = mapper
        .configure_properties(&|name, _| excluded.contains(name), &|key, _| implemented.contains(key))
        .map_err(|it| raise(it, vm))?;
    zelf.has_properties.set(true);
    let props: Vec<_> = mapper.props.borrow().values().cloned().collect();
    for prop in props {
        match &prop.kind {
            PropertyKind::Synonym { .. } => {}
            PropertyKind::ConcreteInherited => {
                let class = registry::class_of("sqlalchemy.orm.attributes:ConcreteInherited", vm)?;
                let text = mapper.describe();
                let object = class.call((prop.key.to_string(), text), vm)?;
                let owner = classes::class_of_mapper(mapper, vm)?;
                owner.as_object().set_attr(vm.ctx.intern_str(&*prop.key), object, vm)?;
            }
            _ if prop.is_hidden.get() => {}
            _ => install(mapper, &prop, vm)?,
        }
    }
    warn_all(warnings, vm)?;
    Ok(())
}

/// `_set_polymorphic_on(column, expression, name or None)`
pub(crate) fn set_polymorphic_on(zelf: &Py<PyMapper>, given: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let given = match text_of(given) {
        Some(name) => Some(GivenDiscriminator::Name(name)),
        None if vm.is_none(given) => None,
        None => {
            let expr = plain(given, vm)?;
            *zelf.mapper.inheritance.polymorphic_on.borrow_mut() = Some(expr.clone());
            Some(GivenDiscriminator::Expr(expr))
        }
    };
    let made = zelf.mapper.configure_polymorphic_on(given).map_err(|it| raise(it, vm))?;
    if let Some(prop) = made {
        if zelf.mapper.inheritance.polymorphic_key.borrow().is_some() {
            install(&zelf.mapper, &prop, vm)?;
        } else {
            prop.is_hidden.set(true);
        }
    }
    Ok(())
}

/// `_set_with_polymorphic(mappers or None for "*", selectable)`
pub(crate) fn set_with_polymorphic(
    zelf: &Py<PyMapper>,
    mappers: &PyObject,
    selectable: &PyObject,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let mappers = if vm.is_none(mappers) { None } else { Some(mappers_from_py(mappers, vm)?) };
    let mappers = mappers.map(|it| it.iter().map(Rc::downgrade).collect());
    let selectable = if vm.is_none(selectable) { None } else { from_from_py(selectable, vm)? };
    *zelf.mapper.inheritance.with_polymorphic.borrow_mut() = Some(WithPolymorphic { mappers, selectable });
    zelf.mapper.forget_hierarchy();
    Ok(())
}

/// Classes or mappers, as mappers.
pub(crate) fn mappers_from_py(objects: &PyObject, vm: &VirtualMachine) -> PyResult<Vec<Rc<Mapper>>> {
    let items: Vec<PyObjectRef> = objects.get_iter(vm)?.iter::<PyObjectRef>(vm)?.collect::<PyResult<_>>()?;
    let mapper = |it: &PyObjectRef| match super::attribute::entity_from_py(it, vm)? {
        Some(entity) => Ok(entity.mapper().clone()),
        None => Err(exc::argument(vm, format!("Mapped class expected, got {}", repr_of(it, vm)))),
    };
    items.iter().map(mapper).collect()
}

/// What Python asks of a mapper's place in its hierarchy.
pub(crate) fn told(zelf: &Py<PyMapper>, name: &str, vm: &VirtualMachine) -> PyResult {
    let mapper = &zelf.mapper;
    let own = &mapper.inheritance;
    let object = |it: &Rc<Mapper>| vm.unwrap_or_none(classes::object_of_mapper(it));
    let list = |all: Vec<Rc<Mapper>>| -> PyObjectRef { vm.ctx.new_list(all.iter().map(&object).collect()).into() };
    let flag = |it: bool| -> PyObjectRef { vm.ctx.new_bool(it).into() };
    Ok(match name {
        "inherits" => vm.unwrap_or_none(mapper.inherits().map(|it| object(&it))),
        "base_mapper" => object(&mapper.base_mapper()),
        "self_and_descendants" => list(mapper.self_and_descendants()),
        "iterate_to_root" => list(mapper.iterate_to_root()),
        "with_polymorphic_mappers" => list(mapper.derived().with_polymorphic_mappers.clone()),
        "single" => flag(own.single),
        "concrete" => flag(own.concrete),
        "polymorphic_abstract" => flag(own.polymorphic_abstract),
        "has_with_polymorphic" => flag(mapper.has_with_polymorphic()),
        "polymorphic_identity" => match &own.polymorphic_identity {
            Some(it) => value_to_py(it, vm),
            None => vm.ctx.none(),
        },
        "polymorphic_load" => match own.polymorphic_load {
            PolymorphicLoad::No => vm.ctx.none(),
            PolymorphicLoad::Inline => vm.ctx.new_str("inline").into(),
            PolymorphicLoad::Selectin => vm.ctx.new_str("selectin").into(),
        },
        "polymorphic_on" => match &*own.polymorphic_on.borrow() {
            Some(it) => expr_to_py(it, vm)?,
            None => vm.ctx.none(),
        },
        "polymorphic_map" => {
            let dict = vm.ctx.new_dict();
            let map = own.map.borrow().clone();
            for (identity, mapper) in map.borrow().iter() {
                if let Some(mapper) = mapper.upgrade() {
                    dict.set_item(&*value_to_py(identity, vm), object(&mapper), vm)?;
                }
            }
            dict.into()
        }
        "inherit_condition" => match &own.condition {
            Some(it) => expr_to_py(it, vm)?,
            None => vm.ctx.none(),
        },
        "persist_selectable" => from_to_py(&mapper.persist_selectable, vm)?,
        "selectable" => from_to_py(&mapper.selectable(), vm)?,
        "tables" => {
            let tables = mapper.tables.iter().map(|it| from_to_py(&From::Table(it.clone()), vm));
            vm.ctx.new_list(tables.collect::<PyResult<_>>()?).into()
        }
        "single_table_criterion" => match &mapper.derived().single_table_criterion {
            Some(it) => expr_to_py(it, vm)?,
            None => vm.ctx.none(),
        },
        "identity_value" => {
            let dict = vm.ctx.new_dict();
            if let (Some(key), Some(identity)) = (&*own.polymorphic_key.borrow(), &own.polymorphic_identity) {
                dict.set_item(&**key, value_to_py(identity, vm), vm)?;
            }
            dict.into()
        }
        "persistence_tables" => persistence_tables(mapper, vm)?,
        "version_id_col" => columns_to_py(mapper.version_id_col.as_slice(), vm)?,
        "version_id_generator" => {
            let generator = mapper.version_id_generator.get();
            generator.and_then(|it| it.downcast_ref::<PyObjectRef>().cloned()).unwrap_or_else(|| vm.ctx.none())
        }
        _ => return Err(vm.new_attribute_error(name.to_owned())),
    })
}

/// `[(table, [(key, column)], [(key, key)])]`: tables in the order of their rows, what is stored in each, and
/// which attributes of the tables after it take values of this one.
fn persistence_tables(mapper: &Rc<Mapper>, vm: &VirtualMachine) -> PyResult {
    let text = |it: &str| -> PyObjectRef { vm.ctx.new_str(it).into() };
    let mut found = Vec::new();
    for (table, _) in mapper.sorted_tables() {
        if !mapper.persists_in(&table) {
            continue;
        }
        let columns = mapper.columns_of(&table).into_iter().map(|(column, prop)| {
            let column = expr_to_py(&crate::sql::expr::Expr::column(&column), vm)?;
            Ok(vm.ctx.new_tuple(vec![text(&prop.key), column]).into())
        });
        let columns: Vec<PyObjectRef> = columns.collect::<PyResult<_>>()?;
        let key = |column: &ColumnRef| mapper.property_of_column(column).map(|it| text(&it.key));
        let equated = mapper
            .equated_from(&table)
            .iter()
            .filter_map(|(left, right)| Some(vm.ctx.new_tuple(vec![key(left)?, key(right)?]).into()))
            .collect();
        let table = from_to_py(&From::Table(table), vm)?;
        found.push(
            vm.ctx.new_tuple(vec![table, vm.ctx.new_list(columns).into(), vm.ctx.new_list(equated).into()]).into(),
        );
    }
    Ok(vm.ctx.new_list(found).into())
}

/// A new instance's discriminator takes the identity of its class.
///
/// # Errors
/// For a class that is only there to be inherited from.
pub(crate) fn set_identity(instance: &PyObject, mapper: &Rc<Mapper>, vm: &VirtualMachine) -> PyResult<()> {
    let own = &mapper.inheritance;
    let Some(key) = own.polymorphic_key.borrow().clone() else { return Ok(()) };
    if own.polymorphic_identity.is_none() && own.polymorphic_abstract {
        return Err(exc::invalid_request(
            vm,
            format!("Can't instantiate class for {}; mapper is marked polymorphic_abstract=True", mapper.describe()),
        ));
    }
    let Some(prop) = mapper.property(&key) else { return Ok(()) };
    let identity = own.polymorphic_identity.clone().unwrap_or(Value::Null);
    super::attribute::set(&instance.to_owned(), &prop, value_to_py(&identity, vm), vm)
}

/// `with_polymorphic(base, classes or None, selectable or None, flat, polymorphic_on, aliased, innerjoin, name)`
pub(crate) fn with_polymorphic(args: &FuncArgs, vm: &VirtualMachine) -> PyResult {
    let [base, classes, selectable, flat, on, aliased, innerjoin, name] = &args.args[..] else {
        return Err(vm.new_type_error("with_polymorphic() takes eight arguments"));
    };
    let flag = |it: &PyObjectRef| it.clone().try_to_bool(vm);
    let Some(entity) = super::attribute::entity_from_py(base, vm)? else {
        return Err(exc::argument(vm, format!("Mapped class expected, got {}", repr_of(base, vm))));
    };
    let mapper = entity.mapper();
    let given = if vm.is_none(selectable) { None } else { from_from_py(selectable, vm)? };
    let given = match &given {
        // `selectable=False`: what the mapping says.
        None if selectable.is(&vm.ctx.false_value) => {
            mapper.inheritance.with_polymorphic.borrow().as_ref().and_then(|it| it.selectable.clone())
        }
        other => other.clone(),
    };
    let classes = if vm.is_none(classes) { None } else { Some(mappers_from_py(classes, vm)?) };
    let mappers =
        polymorphic::mappers_from_spec(mapper, classes.as_deref(), given.as_ref()).map_err(|it| raise(it, vm))?;
    let from = match given {
        Some(from) => from,
        None => polymorphic::selectable_from_mappers(mapper, &mappers, flag(innerjoin)?).map_err(|it| raise(it, vm))?,
    };
    let flat = flag(flat)?;
    let name = text_of(name);
    let from = if flat || flag(aliased)? { polymorphic::alias_of(&from, None, flat) } else { from };
    let options = AliasOptions {
        name: name.as_deref(),
        with_polymorphic: mappers,
        is_with_polymorphic: true,
        polymorphic_on: if vm.is_none(on) { None } else { Some(plain(on, vm)?) },
        ..AliasOptions::default()
    };
    let made = AliasedEntity::make(mapper, from, options);
    Ok(super::native_aliased(Entity::Aliased(made), vm))
}

/// `[(class, part)]`
pub(crate) fn parts(entity: &PyObject, vm: &VirtualMachine) -> PyResult {
    let Some(Entity::Aliased(alias)) = super::aliased_entity(entity, vm)? else {
        return Ok(vm.ctx.new_list(Vec::new()).into());
    };
    let parts = alias.parts.borrow().clone();
    let pairs = parts.iter().map(|part| {
        let class: PyObjectRef = classes::class_of_mapper(&part.mapper, vm)?.into();
        let part = super::native_aliased(Entity::Aliased(part.clone()), vm);
        Ok(vm.ctx.new_tuple(vec![class, part]).into())
    });
    Ok(vm.ctx.new_list(pairs.collect::<PyResult<_>>()?).into())
}
