//! Loader options from Python's chains; see `strategy_options.py` beside this file.

use super::attribute::entity_from_py;
use super::classes::class_of_mapper;
use super::native::Attribute;
use crate::orm::mapper::Mapper;
use crate::orm::plugin::OrmItem;
use crate::orm::relationships::Lazy;
use crate::orm::strategy_options::{CriteriaOf, GivenExpression, LoaderOption, OptionAction, OptionStep, OptionTarget};
use crate::python::exc;
use crate::python::sqlalchemy::coerce::{Role, expr_from_py};
use crate::python::value::{text_of, with_vm};
use crate::sql::expr::{EntityTag, Expr};
use crate::sql::select::PluginItem;
use crate::sql::value::HostError;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine, builtins::PyDict};
use std::rc::Rc;

pub(crate) use super::native::OptionBase;

fn tag(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<EntityTag>> {
    if vm.is_none(object) {
        return Ok(None);
    }
    Ok(entity_from_py(object, vm)?.map(|it| it.tag()))
}

/// `loader_option(root, [(target, action, settings), ...], [branch, ...])`
pub(crate) fn build(root: &PyObject, steps: &[PyObjectRef], branches: &[PyObjectRef], vm: &VirtualMachine) -> PyResult {
    let steps = steps.iter().map(|it| step(it, vm)).collect::<PyResult<Vec<_>>>()?;
    let branches =
        branches.iter().filter_map(|it| it.downcast_ref::<OptionBase>().map(|it| (*it.option).clone())).collect();
    let option = LoaderOption { root: tag(root, vm)?, steps, branches, ..LoaderOption::default() };
    Ok(OptionBase { option: Rc::new(option) }.into_pyobject(vm))
}

/// An option that cannot be applied, with the message that says so.
pub(crate) fn refused(message: &str, vm: &VirtualMachine) -> PyObjectRef {
    let option = LoaderOption { refused: Some(message.into()), ..LoaderOption::default() };
    OptionBase { option: Rc::new(option) }.into_pyobject(vm)
}

/// `loader_criteria(entity, expression, include_aliases, propagate)`; a callable is asked for each mapped
/// class at or below `entity`.
pub(crate) fn criteria(
    entity: &PyObject,
    expression: &PyObjectRef,
    include_aliases: bool,
    propagate: bool,
    vm: &VirtualMachine,
) -> PyResult {
    let mut option = LoaderOption { include_aliases, statement_only: !propagate, ..LoaderOption::default() };
    let is_alias = matches!(entity_from_py(entity, vm), Ok(Some(it)) if it.is_aliased());
    let is_expression = vm.get_attribute_opt(expression, vm.ctx.intern_str("__clause_element__"))?.is_some()
        || !expression.is_callable();
    match tag(entity, vm) {
        Ok(Some(tag)) if is_expression => {
            option.criteria = Some((tag, expr_from_py(expression, Role::Where, vm)?));
        }
        Ok(Some(tag)) if is_alias => {
            let criteria = expression.call((entity.to_owned(),), vm)?;
            option.criteria = Some((tag, expr_from_py(&criteria, Role::Where, vm)?));
        }
        _ => {
            let base = entity.to_owned();
            option.criteria_of = Some(Rc::new(ClassCriteria { base, criteria: expression.clone(), is_expression }));
        }
    }
    Ok(OptionBase { option: Rc::new(option) }.into_pyobject(vm))
}

/// Criteria for all classes below one, mapped or not.
#[derive(Debug)]
struct ClassCriteria {
    base: PyObjectRef,
    criteria: PyObjectRef,
    is_expression: bool,
}

impl CriteriaOf for ClassCriteria {
    fn names(&self, mapper: &Rc<Mapper>) -> bool {
        with_vm(|vm| class_of_mapper(mapper, vm).is_ok_and(|it| it.as_object().is(&self.base)))
    }

    fn criteria(&self, mapper: &Rc<Mapper>) -> Result<Option<Expr>, HostError> {
        with_vm(|vm| {
            let class: PyObjectRef = class_of_mapper(mapper, vm)?.into();
            if !class.is_subclass(&self.base, vm)? {
                return Ok(None);
            }
            if self.is_expression {
                return expr_from_py(&self.criteria, Role::Where, vm).map(Some);
            }
            let criteria = self.criteria.call((class,), vm)?;
            expr_from_py(&criteria, Role::Where, vm).map(Some)
        })
        .map_err(exc::to_host)
    }
}

fn step(object: &PyObject, vm: &VirtualMachine) -> PyResult<OptionStep> {
    let parts: Vec<PyObjectRef> = object.get_iter(vm)?.iter::<PyObjectRef>(vm)?.collect::<PyResult<_>>()?;
    let [target, action, settings] = &parts[..] else {
        return Err(vm.new_type_error("a step has a target, an action and settings"));
    };
    let name = text_of(action).unwrap_or_default();
    if &*name == "selectin_polymorphic" {
        let classes: Vec<PyObjectRef> = target.get_iter(vm)?.iter::<PyObjectRef>(vm)?.collect::<PyResult<_>>()?;
        let mut found = Vec::with_capacity(classes.len());
        for class in &classes {
            match entity_from_py(class, vm)? {
                Some(entity) => found.push(entity),
                None => {
                    let text = crate::python::value::repr_of(class, vm);
                    return Err(exc::argument(vm, format!("Mapped class expected, got {text}")));
                }
            }
        }
        return Ok(OptionStep { target: OptionTarget::Classes(found), action: OptionAction::SelectinPolymorphic });
    }
    Ok(OptionStep { target: target_from_py(target, &name, vm)?, action: action_from_py(&name, settings, vm)? })
}

fn target_from_py(object: &PyObject, action: &str, vm: &VirtualMachine) -> PyResult<OptionTarget> {
    if let Some(text) = text_of(object) {
        if &*text == "*" {
            return Ok(OptionTarget::Wildcard(None));
        }
        return Err(exc::argument(
            vm,
            "Strings are not accepted for attribute names in loader options; please use class-bound attributes directly.",
        ));
    }
    if let Some(attribute) = object.downcast_ref::<Attribute>() {
        if attribute.prop.as_relationship().is_some() {
            return Ok(OptionTarget::Relationship(attribute.relationship()));
        }
        return Ok(OptionTarget::Column(attribute.entity.tag(), attribute.prop.clone()));
    }
    let _ = action;
    Err(exc::argument(
        vm,
        format!(
            "expected ORM mapped attribute for loader strategy argument, got {}",
            crate::python::value::repr_of(object, vm)
        ),
    ))
}

fn action_from_py(name: &str, settings: &PyObject, vm: &VirtualMachine) -> PyResult<OptionAction> {
    let settings = settings.downcast_ref::<PyDict>();
    let get = |key: &'static str| -> PyResult<Option<PyObjectRef>> {
        match settings {
            Some(it) => Ok(it.inner_getitem_opt(key, vm)?.filter(|it| !vm.is_none(it))),
            None => Ok(None),
        }
    };
    let flag = |key: &'static str| -> PyResult<bool> { get(key)?.map_or(Ok(false), |it| it.try_to_bool(vm)) };
    let lazy = match name {
        "default" => return Ok(OptionAction::Default),
        "contains_eager" => {
            let alias = get("alias")?.map(|it| tag(&it, vm)).transpose()?.flatten();
            return Ok(OptionAction::ContainsEager { alias, is_chain: flag("is_chain")? });
        }
        "defer" => return Ok(OptionAction::Defer { raise_load: flag("raiseload")? }),
        "undefer" => return Ok(OptionAction::Undefer),
        "undefer_group" => {
            let name = get("name")?.and_then(|it| text_of(&it)).unwrap_or_default();
            return Ok(OptionAction::UndeferGroup(name));
        }
        "with_expression" => {
            let Some(given) = get("expression")? else {
                return Err(exc::argument(vm, "with_expression() expects an expression"));
            };
            let expr = expr_from_py(&given, Role::Any, vm)?;
            let expr = match expr.kind() {
                crate::sql::expr::ExprKind::Label { .. } | crate::sql::expr::ExprKind::Column(_) => expr,
                _ => crate::sql::build::label(&expr, None),
            };
            return Ok(OptionAction::WithExpression(GivenExpression(expr)));
        }
        "load_only" => return Ok(OptionAction::LoadOnly { raise_load: flag("raiseload")? }),
        "select" => Lazy::Select,
        "joined" => Lazy::Joined,
        "selectin" => Lazy::Selectin,
        "subquery" => Lazy::Subquery,
        "immediate" => Lazy::Immediate,
        "raise" => Lazy::Raise,
        "raise_on_sql" => Lazy::RaiseOnSql,
        "noload" => Lazy::NoLoad,
        other => {
            return Err(
                vm.new_not_implemented_error(format!("loader option '{other}' is not part of the playground yet"))
            );
        }
    };
    Ok(OptionAction::Load {
        lazy,
        innerjoin: get("innerjoin")?.map(|it| it.try_to_bool(vm)).transpose()?,
        recursion_depth: get("recursion_depth")?.and_then(|it| it.try_into_value::<i32>(vm).ok()),
        chunk_size: get("chunksize")?.and_then(|it| it.try_into_value::<u32>(vm).ok()),
    })
}

/// The option behind a Python object: a native one, or a `Load` chain that makes one.
pub(crate) fn from_py(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<PluginItem>> {
    if let Some(option) = object.downcast_ref::<OptionBase>() {
        return Ok(Some(OrmItem::Option(option.option.clone()).wrap()));
    }
    match vm.get_attribute_opt(object, "_sa_option")? {
        Some(make) => {
            let made = make.call((), vm)?;
            from_py(&made, vm)
        }
        None => Ok(None),
    }
}

/// `base_alias_option(selectable)`: all entities of the statement are selected from it.
pub(crate) fn base_alias(selectable: &PyObject, vm: &VirtualMachine) -> PyResult {
    let base_alias = crate::python::sqlalchemy::coerce::from_from_py(selectable, vm)?;
    let option = LoaderOption { base_alias, statement_only: true, ..LoaderOption::default() };
    Ok(OptionBase { option: Rc::new(option) }.into_pyobject(vm))
}

/// `eagerloads_off_option()`: nothing of the statement is loaded eagerly.
pub(crate) fn eagerloads_off(vm: &VirtualMachine) -> PyObjectRef {
    let option = LoaderOption { disables_eagerloads: true, statement_only: true, ..LoaderOption::default() };
    OptionBase { option: Rc::new(option) }.into_pyobject(vm)
}

/// Several options.
pub(crate) fn items_from_py(objects: &PyObject, vm: &VirtualMachine) -> PyResult<Vec<PluginItem>> {
    if vm.is_none(objects) {
        return Ok(Vec::new());
    }
    let items: Vec<PyObjectRef> =
        objects.as_object().get_iter(vm)?.iter::<PyObjectRef>(vm)?.collect::<PyResult<_>>()?;
    let mut found = Vec::new();
    for item in items {
        found.extend(from_py(&item, vm)?);
    }
    Ok(found)
}
