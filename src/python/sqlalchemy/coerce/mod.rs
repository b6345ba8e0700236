//! Python objects as expressions, FROM objects and statements, and back. Mirrors `sql/coercions.py`.

mod roles;
mod to_py;

use super::elements::Element;
use super::plugin;
use super::selectables::{ColumnCollection, FromObject};
use super::statements::{StatementObject, Stmt};
use crate::python::exc;
use crate::python::value::{repr_of, sequence_items, text_of, value_from_py};
use crate::sql::build::Operand;
use crate::sql::expr::{Expr, ExprKind, Query};
use crate::sql::operators::Op;
use crate::sql::quoted_name::QuotedName;
use crate::sql::schema::ColumnRef;
use crate::sql::select::SelectItem;
use crate::sql::selectable::{AliasElement, AliasKind, From};
use crate::sql::types::null_type;
use crate::sql::value::Value;
use rustpython_vm::{
    PyObject, PyObjectRef, PyResult, TryFromObject, VirtualMachine,
    builtins::{PyBaseExceptionRef, PyBytes, PyFrozenSet, PyList, PySet, PyStr, PyTuple},
};
use std::rc::Rc;

pub(crate) use roles::{Role, is_clause, is_schema_item, refuse_instance, textual_expression};
pub(crate) use to_py::{expr_to_py, from_to_py, hold_column};

/// A name as the program gave it; `None` for what is no text.
pub(crate) fn name_from_py(name: &PyObject, vm: &VirtualMachine) -> PyResult<Option<QuotedName>> {
    let Some(text) = text_of(name) else { return Ok(None) };
    let quote = match vm.get_attribute_opt(name, "quote")? {
        Some(quote) if !vm.is_none(&quote) => Some(quote.try_to_bool(vm)?),
        _ => None,
    };
    Ok(Some(QuotedName { text, quote }))
}

impl TryFromObject for QuotedName {
    fn try_from_object(vm: &VirtualMachine, object: PyObjectRef) -> PyResult<Self> {
        match name_from_py(&object, vm)? {
            Some(name) => Ok(name),
            None => Err(vm.new_type_error(format!("Expected type 'str' but '{}' found", object.class().name()))),
        }
    }
}

/// The expression of a Python object.
///
/// # Errors
/// `ArgumentError` as the reference words it.
pub(crate) fn expr_from_py(object: &PyObject, role: Role, vm: &VirtualMachine) -> PyResult<Expr> {
    resolved(object, object, role, vm)
}

/// The same for what `original` gave when it was asked for its clause element.
fn resolved(object: &PyObject, original: &PyObject, role: Role, vm: &VirtualMachine) -> PyResult<Expr> {
    if let Some(element) = object.downcast_ref::<Element>() {
        return Element::of(element, vm);
    }
    if let Some(statement) = object.downcast_ref::<StatementObject>() {
        let stmt = statement.get(vm)?;
        if let Stmt::Text(text) = stmt {
            if role == Role::LimitOffset {
                return Err(role.refused(original, object, vm));
            }
            return Ok(Expr::new(ExprKind::Text(text), null_type()));
        }
        if !role.coerces_queries() {
            return Err(role.refused(original, object, vm));
        }
        let Some(query) = stmt.inner_query(vm)? else { return Err(role.refused(original, object, vm)) };
        return role.scalar_subquery(&query, vm);
    }
    if let Some(from) = object.downcast_ref::<FromObject>() {
        let from = from.get(vm)?;
        if role == Role::Any {
            return Ok(Expr::new(ExprKind::FromClause(from), null_type()));
        }
        if let From::Alias(alias) = &from
            && let (AliasKind::Subquery, AliasElement::Query(query)) = (&alias.kind, &alias.element)
            && role.coerces_queries()
        {
            return role.scalar_subquery(query, vm);
        }
        return Err(role.refused(original, object, vm));
    }
    if let Some(columns) = object.downcast_ref::<ColumnCollection>() {
        let clauses = columns.exprs();
        if role.takes_lists() {
            return Ok(Expr::new(ExprKind::List { op: Op::Comma, clauses, group: false }, null_type()));
        }
        return Err(role.refused_list(object, vm));
    }
    if let Some(inner) = clause_element(object, vm)? {
        return resolved(&inner, original, role, vm);
    }
    role.literal(object, vm)
}

/// What `__clause_element__()` gives, if the object has it.
pub(crate) fn clause_element(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
    if object.downcast_ref::<PyStr>().is_some() || vm.is_none(object) {
        return Ok(None);
    }
    match vm.get_attribute_opt(object, "__clause_element__")? {
        Some(method) => Ok(Some(method.call((), vm)?)),
        None => Ok(None),
    }
}

/// The other side of an operator, or an argument that may be a plain value.
pub(crate) fn operand_from_py(object: &PyObject, role: Role, vm: &VirtualMachine) -> PyResult<Operand> {
    if is_clause(object) {
        return Ok(Operand::Expr(expr_from_py(object, role, vm)?));
    }
    if let Some(inner) = clause_element(object, vm)? {
        return Ok(Operand::Expr(resolved(&inner, object, role, vm)?));
    }
    role.value(object, vm).map(Operand::Value)
}

/// The right side of IN.
pub(crate) fn in_operand_from_py(object: &PyObject, vm: &VirtualMachine) -> PyResult<Operand> {
    let is_sequence = object.downcast_ref::<PyList>().is_some()
        || object.downcast_ref::<PyTuple>().is_some()
        || object.downcast_ref::<PySet>().is_some()
        || object.downcast_ref::<PyFrozenSet>().is_some();
    if !is_sequence {
        if let Some(from) = object.downcast_ref::<FromObject>() {
            let from = from.get(vm)?;
            if matches!(&from, From::Alias(it) if matches!(it.kind, AliasKind::Values)) {
                return Ok(Operand::From(from));
            }
            return in_select(SelectItem::From(from), &object.class().name(), vm);
        }
        if let Some(statement) = object.downcast_ref::<StatementObject>()
            && let Some(query) = statement.get(vm)?.inner_query(vm)?
        {
            return Ok(Operand::Query(query));
        }
        let operand = operand_from_py(object, Role::Any, vm)?;
        if let Operand::Expr(expr) = &operand {
            return match expr.kind() {
                ExprKind::Function(_) => in_select(SelectItem::Expr(expr.clone()), "Function", vm),
                ExprKind::Bind(_)
                | ExprKind::List { .. }
                | ExprKind::Text(_)
                | ExprKind::Grouping(_)
                | ExprKind::ScalarSelect(_)
                | ExprKind::ScalarValues(_)
                | ExprKind::Subquery(_)
                | ExprKind::Tuple(_) => Ok(operand),
                _ => Err(in_refused(object, vm)),
            };
        }
        if object.downcast_ref::<PyStr>().is_some() || object.downcast_ref::<PyBytes>().is_some() {
            return Err(in_refused(object, vm));
        }
        return match sequence_items(&object.to_owned(), vm)? {
            Some(items) => Ok(Operand::Value(Value::List(items.into()))),
            None => Err(in_refused(object, vm)),
        };
    }
    let items: Vec<PyObjectRef> = object.get_iter_items(vm)?;
    let mut operands = Vec::with_capacity(items.len());
    let mut plain = true;
    for item in &items {
        let operand = if item.downcast_ref::<PyTuple>().is_some() {
            Operand::Value(Value::List(sequence_items(item, vm)?.unwrap_or_default().into()))
        } else if item.downcast_ref::<PyList>().is_some() {
            Operand::Value(value_from_py(item, vm))
        } else {
            if is_clause(item) && item.downcast_ref::<Element>().is_none() {
                return Err(in_refused(object, vm));
            }
            if !is_clause(item) && roles::is_schema_item(item, vm)? {
                return Err(in_refused(object, vm));
            }
            refuse_instance(item, vm)?;
            operand_from_py(item, Role::Expression, vm)?
        };
        plain &= matches!(operand, Operand::Value(_));
        operands.push(operand);
    }
    if plain {
        let values = operands.into_iter().map(|it| match it {
            Operand::Value(value) => value,
            _ => Value::Null,
        });
        return Ok(Operand::Value(Value::List(values.collect())));
    }
    Ok(Operand::List(operands))
}

/// `SELECT` around what stands to the right of IN, with the reference's warning.
fn in_select(item: SelectItem, class: &str, vm: &VirtualMachine) -> PyResult<Operand> {
    exc::warn(
        vm,
        "SAWarning",
        &format!(
            "Coercing {class} object into a select() for use in IN(); please pass a select() construct explicitly"
        ),
    )?;
    let select = crate::sql::select::Select { columns: vec![item], ..crate::sql::select::Select::default() };
    Ok(Operand::Query(Query::Select(Rc::new(select))))
}

fn in_refused(object: &PyObject, vm: &VirtualMachine) -> PyBaseExceptionRef {
    exc::argument(
        vm,
        format!(
            "IN expression list, SELECT construct, or bound parameter object expected, got {}.",
            repr_of(object, vm)
        ),
    )
}

/// Items of an iterable.
pub(crate) trait IterItems {
    /// All items.
    fn get_iter_items(&self, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>>;
}
impl IterItems for PyObject {
    fn get_iter_items(&self, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
        self.get_iter(vm)?.iter::<PyObjectRef>(vm)?.collect()
    }
}

/// The FROM object of a Python object, if it is one. A SELECT is refused by name.
pub(crate) fn from_from_py(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<From>> {
    if let Some(from) = object.downcast_ref::<FromObject>() {
        return Ok(Some(from.get(vm)?));
    }
    if let Some(statement) = object.downcast_ref::<StatementObject>() {
        if let Stmt::Text(text) = statement.get(vm)? {
            return Ok(Some(From::Text(Expr::new(ExprKind::Text(text), null_type()))));
        }
        return Ok(None);
    }
    if let Some(element) = object.downcast_ref::<Element>() {
        let expr = Element::of(element, vm)?;
        return Ok(match expr.kind() {
            ExprKind::Function(_) => Some(From::Text(expr.clone())),
            _ => None,
        });
    }
    if let Some(inner) = clause_element(object, vm)? {
        return from_from_py(&inner, vm);
    }
    Ok(None)
}

/// The FROM object of a Python object.
///
/// # Errors
/// `ArgumentError`.
pub(crate) fn expect_from(object: &PyObject, vm: &VirtualMachine) -> PyResult<From> {
    match from_from_py(object, vm)? {
        Some(from) => Ok(from),
        None => Err(from_refused(object, Role::From, vm)),
    }
}

/// The error for what is no FROM object.
pub(crate) fn from_refused(object: &PyObject, role: Role, vm: &VirtualMachine) -> PyBaseExceptionRef {
    match text_of(object) {
        Some(text) if role == Role::From => textual_expression(&text, vm),
        _ => {
            let resolved = clause_element(object, vm).ok().flatten();
            role.refused(object, resolved.as_deref().unwrap_or(object), vm)
        }
    }
}

/// An entry of a columns clause.
pub(crate) fn select_item_from_py(object: &PyObject, vm: &VirtualMachine) -> PyResult<SelectItem> {
    if let Some(element) = object.downcast_ref::<Element>() {
        return Ok(SelectItem::Expr(Element::of(element, vm)?));
    }
    if let Some(from) = object.downcast_ref::<FromObject>() {
        return Ok(SelectItem::From(from.get(vm)?));
    }
    if let Some(hook) = plugin::hook()
        && let Some(item) = hook.as_select_item(object, vm)?
    {
        return Ok(item);
    }
    if object.downcast_ref::<StatementObject>().is_none()
        && let Some(inner) = clause_element(object, vm)?
    {
        return select_item_from_py(&inner, vm);
    }
    Ok(SelectItem::Expr(expr_from_py(object, Role::ColumnsClause, vm)?))
}

/// The column of an expression object.
pub(crate) fn column_from_py(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<ColumnRef>> {
    if let Some(element) = object.downcast_ref::<Element>() {
        return Ok(Element::of(element, vm)?.as_column().cloned());
    }
    if let Some(inner) = clause_element(object, vm)? {
        return column_from_py(&inner, vm);
    }
    Ok(None)
}

/// A query (SELECT, UNION, `text().columns()`) of a Python object.
pub(crate) fn query_from_py(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Query>> {
    match object.downcast_ref::<StatementObject>() {
        Some(statement) => statement.get(vm)?.inner_query(vm),
        None => match object.downcast_ref::<Element>() {
            Some(element) => Ok(match Element::of(element, vm)?.kind() {
                ExprKind::ScalarSelect(query) | ExprKind::Subquery(query) => Some(query.clone()),
                _ => None,
            }),
            None => Ok(None),
        },
    }
}

/// Arguments of `group_by()`: a table or an entity stands for all of its columns.
pub(crate) fn group_by_from_py(objects: &[PyObjectRef], vm: &VirtualMachine) -> PyResult<Vec<Expr>> {
    let mut found = Vec::with_capacity(objects.len());
    for object in objects {
        let from = match (object.downcast_ref::<FromObject>(), plugin::hook()) {
            (Some(from), _) => Some(from.get(vm)?),
            (None, Some(hook)) => match hook.as_entity(object, vm)? {
                Some(item) => hook.entity_from(&item, vm)?,
                None => None,
            },
            (None, None) => None,
        };
        if let Some(statement) = object.downcast_ref::<StatementObject>()
            && let Some(query) = statement.get(vm)?.inner_query(vm)?
        {
            found.push(Expr::new(ExprKind::Subquery(query), null_type()));
            continue;
        }
        match from {
            Some(from) => found.extend(from.columns().iter().map(Expr::column)),
            None => found.push(expr_from_py(object, Role::GroupBy, vm)?),
        }
    }
    Ok(found)
}

/// Several expressions.
pub(crate) fn exprs_from_py(objects: &[PyObjectRef], role: Role, vm: &VirtualMachine) -> PyResult<Vec<Expr>> {
    objects.iter().map(|it| expr_from_py(it, role, vm)).collect()
}
