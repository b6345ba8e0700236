//! Expressions as nested tuples, for the evaluation in Python that `synchronize_session` asks for.

use crate::orm::entity::{self, first_tag};
use crate::python::sqlalchemy::coerce::{Role, expr_from_py};
use crate::python::value::value_to_py;
use crate::sql::compile::{CompileOptions, Dialect, Statement, compile};
use crate::sql::expr::{BindValue, Expr, ExprKind};
use crate::sql::operators::Op;
use rustpython_vm::{PyObject, PyObjectRef, PyResult, VirtualMachine};

/// `("column", key, table, text)`, `("value", v)`, `("binary", op, l, r)`, `("and", ...)`, `("not", x)` or
/// `("other", text)`.
pub(crate) fn tree_of(object: &PyObject, vm: &VirtualMachine) -> PyResult {
    let expr = expr_from_py(object, Role::Where, vm)?;
    Ok(tree(&expr, vm))
}

fn tuple(kind: &str, parts: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyObjectRef {
    let mut items: Vec<PyObjectRef> = vec![vm.ctx.new_str(kind).into()];
    items.extend(parts);
    vm.ctx.new_tuple(items).into()
}

fn other(expr: &Expr, vm: &VirtualMachine) -> PyObjectRef {
    let text = compile(&Statement::Expr(expr.clone()), &Dialect::default_(), &CompileOptions::default())
        .map_or_else(|_| "expression".to_owned(), |it| it.sql.to_string());
    tuple("other", vec![vm.ctx.new_str(text).into()], vm)
}

fn tree(expr: &Expr, vm: &VirtualMachine) -> PyObjectRef {
    match expr.kind() {
        ExprKind::Column(column) => {
            let Some(table) = column.owner_table() else { return other(expr, vm) };
            let mapper = first_tag(expr).and_then(entity::by_tag).map(|it| it.mapper().clone());
            let key = match mapper.and_then(|it| it.property_of_column(column)) {
                Some(prop) => vm.ctx.new_str(&*prop.key).into(),
                None => vm.ctx.new_str(&*column.key()).into(),
            };
            let text = format!("{}.{}", table.name, column.name());
            tuple("column", vec![key, vm.ctx.new_str(&*table.name).into(), vm.ctx.new_str(text).into()], vm)
        }
        ExprKind::Bind(bind) => match &bind.value {
            BindValue::Value(value) => tuple("value", vec![value_to_py(value, vm)], vm),
            BindValue::Callable(call) => match call() {
                Ok(value) => tuple("value", vec![value_to_py(&value, vm)], vm),
                Err(_) => other(expr, vm),
            },
            BindValue::Required => other(expr, vm),
        },
        ExprKind::Null => tuple("value", vec![vm.ctx.none()], vm),
        ExprKind::True => tuple("value", vec![vm.ctx.new_bool(true).into()], vm),
        ExprKind::False => tuple("value", vec![vm.ctx.new_bool(false).into()], vm),
        ExprKind::Grouping(inner) => tree(inner, vm),
        ExprKind::List { op: op @ (Op::And | Op::Or), clauses, .. } => {
            let kind = if *op == Op::And { "and" } else { "or" };
            tuple(kind, clauses.iter().map(|it| tree(it, vm)).collect(), vm)
        }
        ExprKind::Unary { operator: Some(Op::Inv), element, .. } => tuple("not", vec![tree(element, vm)], vm),
        ExprKind::Binary { op, left, right, .. } => {
            let Some(name) = name_of(op) else { return other(expr, vm) };
            tuple("binary", vec![vm.ctx.new_str(name).into(), tree(left, vm), tree(right, vm)], vm)
        }
        _ => other(expr, vm),
    }
}

fn name_of(op: &Op) -> Option<&'static str> {
    Some(match op {
        Op::Eq => "eq",
        Op::Ne => "ne",
        Op::Lt => "lt",
        Op::Le => "le",
        Op::Gt => "gt",
        Op::Ge => "ge",
        Op::Add => "add",
        Op::Sub => "sub",
        Op::Mul => "mul",
        Op::TrueDiv => "truediv",
        Op::Concat => "concat_op",
        Op::Is => "is",
        Op::IsNot => "is_not",
        Op::In => "in",
        Op::NotIn => "not_in",
        _ => return None,
    })
}
