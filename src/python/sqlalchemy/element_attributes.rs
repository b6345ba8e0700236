//! What a program may ask of an element: `expr.left`, `column.name`, `bind.value`.

use super::coerce::expr_to_py;
use super::elements::Element;
use super::elements::native::bind_value;
use super::operators::operator_to_py;
use crate::sql::expr::{Expr, ExprKind};
use crate::sql::operators::Op;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

/// Attributes that a scalar subquery answers as every column does.
const OWN_OF_SCALAR_SELECT: [&str; 3] = ["key", "primary_key", "foreign_keys"];

/// What Python code may ask of an element.
pub(crate) fn attribute(object: &PyObjectRef, name: &str, vm: &VirtualMachine) -> PyResult {
    let missing = || {
        let class = object.class().name().to_string();
        vm.new_attribute_error(format!("Neither '{class}' object nor 'Comparator' object has an attribute '{name}'"))
    };
    let Some(element) = object.downcast_ref::<Element>() else { return Err(missing()) };
    // One that fills itself may be asked while it does.
    let expr = if element.expr.borrow().is_some() {
        Element::of(element, vm)?
    } else {
        Expr::new(ExprKind::Custom, crate::sql::types::null_type())
    };
    let text = |it: &str| -> PyResult { Ok(vm.ctx.new_str(it).into()) };
    match (name, expr.kind()) {
        ("type", _) => super::types::type_to_py(expr.ty(), vm),
        ("name", ExprKind::Column(column)) => {
            if column.name().is_empty() && column.schema.is_some() {
                Ok(vm.ctx.none())
            } else {
                quoted_to_py(&column.name(), column.quote, vm)
            }
        }
        ("key", ExprKind::Column(column)) => {
            if column.key().is_empty() {
                Ok(vm.ctx.none())
            } else {
                text(&column.key())
            }
        }
        ("key", ExprKind::Bind(bind)) => text(&name_text(&bind.key)),
        ("value" | "effective_value", ExprKind::Bind(_)) => bind_value(object.clone(), vm),
        ("callable", ExprKind::Bind(bind)) => Ok(match &bind.value {
            crate::sql::expr::BindValue::Callable(call) => {
                let call = call.clone();
                let ask = move |vm: &VirtualMachine| -> PyResult {
                    use crate::python::exc::IntoPy;
                    Ok(crate::python::value::value_to_py(&call().py(vm)?, vm))
                };
                vm.new_function("callable", ask).into()
            }
            _ => vm.ctx.none(),
        }),
        ("required", ExprKind::Bind(bind)) => Ok(vm.ctx.new_bool(bind.required).into()),
        ("expanding", ExprKind::Bind(bind)) => Ok(vm.ctx.new_bool(bind.expanding).into()),
        ("_limit_offset_value", ExprKind::Bind(bind)) if bind.is_row_count => bind_value(object.clone(), vm),
        ("unique", ExprKind::Bind(bind)) => {
            Ok(vm.ctx.new_bool(matches!(bind.key, crate::sql::expr::Name::Anon { .. })).into())
        }
        ("name" | "key", ExprKind::Label { name, .. }) => name_to_py(name, vm),
        ("element", ExprKind::Label { element, .. } | ExprKind::Grouping(element)) => expr_to_py(element, vm),
        ("element", ExprKind::Unary { element, .. }) => expr_to_py(element, vm),
        ("negate", ExprKind::Binary { op, modifiers, .. }) => {
            match modifiers.negate.clone().or_else(|| op.negation()) {
                Some(op) => operator_to_py(&op, vm),
                None => Ok(vm.ctx.none()),
            }
        }
        ("modifiers", ExprKind::Binary { modifiers, .. }) => {
            let dict = vm.ctx.new_dict();
            for (key, value) in [("escape", &modifiers.escape), ("flags", &modifiers.flags)] {
                if let Some(value) = value {
                    dict.set_item(key, vm.ctx.new_str(&**value).into(), vm)?;
                }
            }
            if modifiers.symmetric {
                dict.set_item("symmetric", vm.ctx.new_bool(true).into(), vm)?;
            }
            Ok(dict.into())
        }
        ("whens", ExprKind::Case { whens, .. }) => {
            let mut pairs = Vec::new();
            for (condition, result) in whens {
                pairs.push(vm.ctx.new_tuple(vec![expr_to_py(condition, vm)?, expr_to_py(result, vm)?]).into());
            }
            Ok(vm.ctx.new_list(pairs).into())
        }
        ("else_", ExprKind::Case { else_, .. }) => optional(else_.as_ref(), vm),
        ("value", ExprKind::Case { value, .. }) => optional(value.as_ref(), vm),
        ("element", ExprKind::Over(over)) => expr_to_py(&over.element, vm),
        ("partition_by", ExprKind::Over(over)) => list_or_none(&over.partition_by, vm),
        ("order_by", ExprKind::Over(over)) => list_or_none(&over.order_by, vm),
        ("element" | "func", ExprKind::WithinGroup { function, .. } | ExprKind::FunctionFilter { function, .. }) => {
            expr_to_py(function, vm)
        }
        ("order_by", ExprKind::WithinGroup { order_by, .. }) => list_or_none(order_by, vm),
        ("criterion", ExprKind::FunctionFilter { criterion, .. }) => expr_to_py(criterion, vm),
        ("field", ExprKind::Extract { field, .. }) => text(field),
        ("expr", ExprKind::Extract { element, .. }) => expr_to_py(element, vm),
        ("typeclause", ExprKind::Cast { .. }) => super::types::type_to_py(expr.ty(), vm),
        ("left", ExprKind::Binary { left, .. }) => expr_to_py(left, vm),
        ("right", ExprKind::Binary { right, .. }) => expr_to_py(right, vm),
        ("operator", ExprKind::Binary { op, .. } | ExprKind::List { op, .. }) => operator_to_py(op, vm),
        ("operator", ExprKind::Unary { operator, .. }) => match operator {
            Some(op) => operator_to_py(op, vm),
            None => Ok(vm.ctx.none()),
        },
        ("modifier", ExprKind::Unary { modifier, .. }) => match modifier {
            Some(op) => operator_to_py(op, vm),
            None => Ok(vm.ctx.none()),
        },
        ("clause", ExprKind::Cast { element, .. } | ExprKind::TypeCoerce(element))
        | ("column", ExprKind::DmlTargetCopy(element)) => expr_to_py(element, vm),
        ("clauses", ExprKind::List { clauses, .. }) => exprs_to_list(clauses, vm),
        ("clauses", ExprKind::Tuple(items)) => exprs_to_list(items, vm),
        ("name" | "key", ExprKind::Binary { op: Op::Member, right, .. }) => {
            text(&right.as_column().map(|it| it.name()).unwrap_or_default())
        }
        ("fn", ExprKind::Binary { op: Op::Member, left, .. }) => expr_to_py(left, vm),
        ("element", ExprKind::Function(function)) if !function.order_by.is_empty() => {
            let plain = crate::sql::expr::Function { order_by: Vec::new(), ..function.clone() };
            expr_to_py(&Expr::new(ExprKind::Function(plain), expr.ty().clone()), vm)
        }
        ("order_by", ExprKind::Function(function)) if !function.order_by.is_empty() => {
            list_or_none(&function.order_by, vm)
        }
        ("name" | "key", ExprKind::Function(function)) => text(&function.name),
        ("name" | "key", ExprKind::FromClause(crate::sql::selectable::From::Alias(alias))) => {
            text(&name_text(&alias.name))
        }
        ("clauses", ExprKind::Function(function)) => {
            let kind = ExprKind::List { op: Op::Comma, clauses: function.args.clone(), group: true };
            expr_to_py(&Expr::new(kind, crate::sql::types::null_type()), vm)
        }
        ("clause_expr", ExprKind::Function(function)) => {
            expr_to_py(&super::traversal::native::clause_expr(function), vm)
        }
        ("_anon_name_label", _) => text(&match crate::sql::labels::anon_name_label(&expr) {
            crate::sql::labels::LabelText::Anon(_, base) => {
                format!("%({} {base})s", std::rc::Rc::as_ptr(&expr.0).cast::<()>() as usize)
            }
            other => other.plain().map(ToString::to_string).unwrap_or_default(),
        }),
        ("name" | "key", ExprKind::Cast { element, .. }) => match crate::sql::labels::own_name(element) {
            Some(name) => text(&name),
            None => Ok(vm.ctx.none()),
        },
        ("table", ExprKind::Column(column)) => {
            let table = column.table.borrow().clone();
            table.map_or_else(|| Ok(vm.ctx.none()), |it| super::coerce::from_to_py(&it, vm))
        }
        ("table", _) if object.class().name().to_string() == "Column" => Ok(vm.ctx.none()),
        ("foreign_keys", ExprKind::Column(column)) if column.schema.is_none() && column.base.is_some() => {
            let Some(dict) = object.dict() else { return super::proxied_keys::proxied_keys(column, vm) };
            if let Some(known) = dict.get_item_opt("_foreign_keys", vm)? {
                return Ok(known);
            }
            let made = super::proxied_keys::proxied_keys(column, vm)?;
            dict.set_item("_foreign_keys", made.clone(), vm)?;
            Ok(made)
        }
        ("is_literal", ExprKind::Column(column)) => Ok(vm.ctx.new_bool(column.is_literal).into()),
        ("element", ExprKind::ScalarSelect(query)) => super::statements::query_to_py(query, vm),
        // What it has not itself, the SELECT in it may have: `alias()`, `subquery()`, `lateral()`.
        (name, ExprKind::ScalarSelect(query)) if !name.starts_with('_') && !OWN_OF_SCALAR_SELECT.contains(&name) => {
            super::statements::query_to_py(query, vm)?.get_attr(vm.ctx.intern_str(name), vm)
        }
        ("key", _) => Ok(vm.ctx.none()),
        ("primary_key", kind) if !matches!(kind, ExprKind::Column(_)) => Ok(vm.ctx.new_bool(false).into()),
        ("foreign_keys", kind) if !matches!(kind, ExprKind::Column(_)) => Ok(vm.ctx.empty_frozenset.clone().into()),
        _ => match super::schema::column_attribute(&expr, name, vm)? {
            Some(found) => Ok(found),
            None => Err(missing()),
        },
    }
}

/// A name as the program gave it.
fn name_to_py(name: &crate::sql::expr::Name, vm: &VirtualMachine) -> PyResult {
    match name {
        crate::sql::expr::Name::Given(name) => quoted_to_py(name, name.quote, vm),
        made_up @ crate::sql::expr::Name::Anon { .. } => Ok(vm.ctx.new_str(made_up.template()).into()),
    }
}

fn name_text(name: &crate::sql::expr::Name) -> String {
    match name {
        crate::sql::expr::Name::Given(name) => name.to_string(),
        made_up @ crate::sql::expr::Name::Anon { .. } => made_up.template(),
    }
}

fn optional(expr: Option<&Expr>, vm: &VirtualMachine) -> PyResult {
    expr.map_or_else(|| Ok(vm.ctx.none()), |it| expr_to_py(it, vm))
}

/// A list of clauses as one element; None for no clauses.
fn list_or_none(exprs: &[Expr], vm: &VirtualMachine) -> PyResult {
    if exprs.is_empty() {
        return Ok(vm.ctx.none());
    }
    let kind = ExprKind::List { op: Op::Comma, clauses: exprs.to_vec(), group: false };
    expr_to_py(&Expr::new(kind, crate::sql::types::null_type()), vm)
}

fn exprs_to_list(exprs: &[Expr], vm: &VirtualMachine) -> PyResult {
    let items = exprs.iter().map(|it| expr_to_py(it, vm)).collect::<PyResult<Vec<_>>>()?;
    Ok(vm.ctx.new_list(items).into())
}

/// A name; one whose quoting is forced on or off is a `quoted_name`.
pub(crate) fn quoted_to_py(name: &str, quote: Option<bool>, vm: &VirtualMachine) -> PyResult {
    let text = vm.ctx.new_str(name);
    match quote {
        Some(quote) => super::registry::class_of("sqlalchemy.sql.elements:quoted_name", vm)?.call((text, quote), vm),
        None => Ok(text.into()),
    }
}
