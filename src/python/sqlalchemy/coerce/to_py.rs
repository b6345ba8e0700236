//! Expressions and FROM objects as Python objects, of the right class.

use crate::python::sqlalchemy::elements::Element;
use crate::python::sqlalchemy::selectables::FromObject;
use crate::python::sqlalchemy::statements::{StatementObject, Stmt};
use crate::python::sqlalchemy::{environment, pool, registry};
use crate::sql::expr::{Expr, ExprKind};
use crate::sql::operators::Op;
use crate::sql::schema::ColumnRef;
use crate::sql::selectable::{AliasKind, From};
use rustpython_vm::{
    PyObjectRef, PyPayload, PyResult, VirtualMachine,
    builtins::{PyDict, PyType},
};
use std::rc::Rc;

/// The Python object for an expression: of the right class; the same one each time for a column.
pub(crate) fn expr_to_py(expr: &Expr, vm: &VirtualMachine) -> PyResult {
    if let Some(object) = crate::python::sqlalchemy::custom::object_of_expr(expr, vm)? {
        return Ok(object);
    }
    let class = match expr.kind() {
        ExprKind::Column(column) => {
            if !expr.is_annotated()
                && let Some(held) = column.host.get()
                && let Some(object) = held.downcast_ref::<PyObjectRef>()
            {
                return Ok(object.clone());
            }
            let name = if stands_for_schema_column(column) {
                "sqlalchemy.sql.schema:Column"
            } else {
                "sqlalchemy.sql.elements:ColumnClause"
            };
            let object = Element::make(expr.clone(), name, vm)?;
            if !expr.is_annotated() {
                hold_column(column, &object);
            }
            return Ok(object);
        }
        ExprKind::Text(text) => {
            return StatementObject::make(Stmt::Text(text.clone()), "sqlalchemy.sql.elements:TextClause", vm);
        }
        ExprKind::FromClause(from) if !from.is_column_valued() => return from_to_py(from, vm),
        ExprKind::FromClause(_) => "TableValuedColumn",
        ExprKind::Bind(_) => "BindParameter",
        ExprKind::Null => "Null",
        ExprKind::True => "True_",
        ExprKind::False => "False_",
        ExprKind::Binary { op: Op::Member, .. } => "ScalarFunctionColumn",
        ExprKind::Binary { .. } => "BinaryExpression",
        ExprKind::Unary { operator: Some(Op::Exists), .. } => "Exists",
        ExprKind::Unary { operator: Some(Op::Any | Op::All), .. } => "CollectionAggregate",
        ExprKind::Unary { operator: Some(Op::IsTrue | Op::IsFalse), .. } => "AsBoolean",
        ExprKind::Unary { .. } => "UnaryExpression",
        ExprKind::List { op: Op::And | Op::Or, .. } => "BooleanClauseList",
        ExprKind::List { op: Op::Slice, .. } => "Slice",
        ExprKind::List { op: Op::Comma, .. } => "ClauseList",
        ExprKind::List { .. } => "ExpressionClauseList",
        ExprKind::Grouping(_) => "Grouping",
        ExprKind::Label { .. } => "Label",
        ExprKind::LabelReference(_) => "_label_reference",
        ExprKind::TextualLabelReference(_) => "_textual_label_reference",
        ExprKind::Function(function) if !function.order_by.is_empty() => "AggregateOrderBy",
        ExprKind::Function(function) => {
            if let Some(object) = known_function(expr, &function.name, vm)? {
                return Ok(object);
            }
            "Function"
        }
        ExprKind::FunctionFilter { .. } => "FunctionFilter",
        ExprKind::Over(_) => "Over",
        ExprKind::WithinGroup { .. } => "WithinGroup",
        ExprKind::Case { .. } => "Case",
        ExprKind::Cast { try_cast: true, .. } => "TryCast",
        ExprKind::Cast { .. } => "Cast",
        ExprKind::TypeCoerce(inner) if inner.is_function_as_comparison() => {
            return Element::make(expr.clone(), "sqlalchemy.sql.functions:FunctionAsBinary", vm);
        }
        ExprKind::TypeCoerce(_) => "TypeCoerce",
        ExprKind::DmlTargetCopy(_) => "DMLTargetCopy",
        ExprKind::Extract { .. } => "Extract",
        ExprKind::Tuple(_) => "Tuple",
        ExprKind::ScalarSelect(_) | ExprKind::Subquery(_) => "ScalarSelect",
        ExprKind::CollationClause(_) => "CollationClause",
        ExprKind::ScalarValues(_) => "ScalarValues",
        #[allow(unreachable_patterns)]
        _ => "ColumnElement",
    };
    let module = match class {
        "Function" | "ScalarFunctionColumn" => "functions",
        "DMLTargetCopy" => "dml",
        "ScalarSelect" | "ScalarValues" | "Exists" => "selectable",
        _ => "elements",
    };
    Element::make(expr.clone(), &format!("sqlalchemy.sql.{module}:{class}"), vm)
}

/// A function of a known name as an object of its class: `func.max()` is a `max`.
fn known_function(expr: &Expr, name: &str, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
    let known = registry::class_of("sqlalchemy.sql.functions:_known", vm)?;
    let found = known.downcast_ref::<PyDict>().map(|it| it.get_item_opt(name, vm)).transpose()?.flatten();
    let Some(Ok(class)) = found.map(|it| it.downcast::<PyType>()) else { return Ok(None) };
    let object: PyObjectRef = Element::new(expr.clone()).into_ref_with_type(vm, class)?.into();
    // The class has a type of its own, which that of the very function hides.
    object.set_attr("type", crate::python::sqlalchemy::types::type_to_py(expr.ty(), vm)?, vm)?;
    Ok(Some(object))
}

/// Whether it is a column of a table, or stands for one: which class it is decides whose `==` Python asks.
fn stands_for_schema_column(column: &ColumnRef) -> bool {
    fn inside(expr: &Expr) -> bool {
        match expr.kind() {
            ExprKind::Column(column) => stands_for_schema_column(column),
            ExprKind::Label { element, .. } | ExprKind::Grouping(element) => inside(element),
            _ => false,
        }
    }
    column.schema.is_some() || column.base.as_ref().is_some_and(inside)
}

/// Lets a column know its Python object.
pub(crate) fn hold_column(column: &ColumnRef, object: &PyObjectRef) {
    column.host.set(Rc::new(object.clone()));
    environment::keep(Rc::downgrade(column));
}

/// The Python object for a FROM object; the same one each time for a table.
pub(crate) fn from_to_py(from: &From, vm: &VirtualMachine) -> PyResult {
    let slot = match from {
        From::Table(it) => Some(&it.host),
        _ => None,
    };
    if let Some(slot) = slot
        && let Some(held) = slot.get()
        && let Some(object) = held.downcast_ref::<PyObjectRef>()
    {
        return Ok(object.clone());
    }
    // The same object while somebody holds it.
    let held = match from {
        From::Alias(alias) => Some(&alias.host),
        From::Lightweight(table) => Some(&table.host),
        _ => None,
    };
    if let Some(slot) = held
        && let Some(object) = pool::held(slot)
    {
        return Ok(object);
    }
    let class = match from {
        From::Table(_) => "sqlalchemy.sql.schema:Table",
        From::Lightweight(_) => "sqlalchemy.sql.selectable:TableClause",
        From::Join(_) => "sqlalchemy.sql.selectable:Join",
        From::Text(expr) => return expr_to_py(expr, vm),
        From::Alias(alias) => match &alias.kind {
            AliasKind::Alias => "sqlalchemy.sql.selectable:Alias",
            AliasKind::Subquery => "sqlalchemy.sql.selectable:Subquery",
            AliasKind::Lateral => "sqlalchemy.sql.selectable:Lateral",
            AliasKind::TableSample { .. } => "sqlalchemy.sql.selectable:TableSample",
            AliasKind::TableValued(_) => "sqlalchemy.sql.selectable:TableValuedAlias",
            AliasKind::Values => "sqlalchemy.sql.selectable:Values",
            AliasKind::Cte { .. } => "sqlalchemy.sql.selectable:CTE",
        },
    };
    let class = registry::type_named(class, vm)?;
    let object: PyObjectRef = FromObject::new(from.clone()).into_ref_with_type(vm, class)?.into();
    if let From::Alias(alias) = from {
        alias.host.set(Rc::new(object.downgrade(None, vm)?));
    }
    Ok(object)
}
