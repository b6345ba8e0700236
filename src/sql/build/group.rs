//! Parentheses: `self_group` of each element.

use crate::sql::expr::{Expr, ExprKind};
use crate::sql::operators::Op;
use crate::sql::types::Affinity;

/// `element.self_group(against=...)`: the expression as an operand of `against`.
pub fn self_group(expr: &Expr, against: Option<&Op>) -> Expr {
    match expr.kind() {
        ExprKind::Binary { op, .. } => operator_group(expr, op, true, against),
        ExprKind::List { op, clauses, group } => {
            if clauses.is_empty() {
                expr.clone()
            } else {
                operator_group(expr, op, *group, against)
            }
        }
        ExprKind::Unary { operator: Some(Op::IsTrue | Op::IsFalse), .. }
        | ExprKind::Grouping(_)
        | ExprKind::ScalarSelect(_)
        | ExprKind::ScalarValues(_)
        | ExprKind::Subquery(_)
        | ExprKind::Tuple(_)
        | ExprKind::LabelReference(_)
        | ExprKind::TextualLabelReference(_) => expr.clone(),
        ExprKind::Unary { operator, .. } => match operator {
            Some(op) if is_precedent(op, against) => grouping(expr),
            _ => expr.clone(),
        },
        ExprKind::Text(_) => {
            if against == Some(&Op::In) {
                grouping(expr)
            } else {
                expr.clone()
            }
        }
        ExprKind::Label { name, element } => {
            let grouped = self_group(element, against);
            if grouped.is(element) {
                expr.clone()
            } else {
                expr.with_kind(ExprKind::Label { name: name.clone(), element: grouped })
            }
        }
        ExprKind::TypeCoerce(element) => {
            let grouped = self_group(element, against);
            if grouped.is(element) { expr.clone() } else { expr.with_kind(ExprKind::TypeCoerce(grouped)) }
        }
        ExprKind::FunctionFilter { .. } => {
            if is_precedent(&Op::Filter, against) {
                grouping(expr)
            } else {
                expr.clone()
            }
        }
        _ => default_group(expr, against),
    }
}

fn default_group(expr: &Expr, against: Option<&Op>) -> Expr {
    match against {
        Some(Op::And | Op::Or | Op::AsBool) if expr.ty().affinity() == Affinity::Boolean => {
            as_boolean(expr, Op::IsTrue)
        }
        Some(Op::Any | Op::All) => grouping(expr),
        Some(Op::Getitem)
            if expr.ty().affinity() == Affinity::Array && matches!(expr.kind(), ExprKind::Function(_)) =>
        {
            grouping(expr)
        }
        _ => expr.clone(),
    }
}

fn operator_group(expr: &Expr, op: &Op, group: bool, against: Option<&Op>) -> Expr {
    if (group && is_precedent(op, against)) || (against == Some(&Op::Inv) && !op.is_boolean()) {
        grouping(expr)
    } else {
        expr.clone()
    }
}

fn is_precedent(op: &Op, against: Option<&Op>) -> bool {
    against.is_none_or(|against| op.is_precedent(against))
}

/// In parentheses.
pub(super) fn grouping(expr: &Expr) -> Expr {
    Expr::new(ExprKind::Grouping(expr.clone()), expr.ty().clone())
}

/// `AsBoolean`: a value used as a condition.
pub(super) fn as_boolean(expr: &Expr, operator: Op) -> Expr {
    Expr::new(
        ExprKind::Unary { operator: Some(operator), modifier: None, element: expr.clone() },
        crate::sql::types::boolean_type(),
    )
}

/// Whether it renders as a condition without `= 1`.
pub fn is_implicitly_boolean(expr: &Expr) -> bool {
    match expr.kind() {
        ExprKind::Binary { op, .. } | ExprKind::List { op, .. } => op.is_boolean(),
        ExprKind::Label { element, .. } | ExprKind::Grouping(element) => is_implicitly_boolean(element),
        ExprKind::Unary { operator: Some(Op::IsTrue | Op::IsFalse), element, .. } => is_implicitly_boolean(element),
        _ => false,
    }
}

/// `_order_by_label_element`: the label that ORDER BY may refer to.
pub fn order_by_label_element(expr: &Expr) -> Option<&Expr> {
    match expr.kind() {
        ExprKind::Label { .. } => Some(expr),
        ExprKind::Unary { modifier: Some(modifier), element, .. } if modifier.is_order_by_modifier() => {
            order_by_label_element(element)
        }
        ExprKind::Grouping(inner) => order_by_label_element(inner),
        _ => None,
    }
}
