//! AND, OR, NOT and the constants.

use super::group::{as_boolean, grouping, self_group};
use crate::sql::expr::{Bind, Expr, ExprKind, Modifiers, Name};
use crate::sql::operators::Op;
use crate::sql::types::{Affinity, boolean_type, null_type};

thread_local! {
    // There is one of each: what is selected twice is known by being the same.
    static NULL: Expr = Expr::new(ExprKind::Null, null_type());
    static TRUE: Expr = Expr::new(ExprKind::True, boolean_type());
    static FALSE: Expr = Expr::new(ExprKind::False, boolean_type());
}

/// NULL
pub fn null() -> Expr {
    NULL.with(Expr::clone)
}
/// `true()`
pub fn true_() -> Expr {
    TRUE.with(Expr::clone)
}
/// `false()`
pub fn false_() -> Expr {
    FALSE.with(Expr::clone)
}

/// `and_(...)`; without clauses an empty list that renders nothing.
pub fn and_(clauses: &[Expr]) -> Expr {
    conjunction(Op::And, clauses)
}

/// `or_(...)`
pub fn or_(clauses: &[Expr]) -> Expr {
    conjunction(Op::Or, clauses)
}

fn conjunction(op: Op, clauses: &[Expr]) -> Expr {
    let mut grouped = process(&op, clauses);
    if grouped.len() == 1 {
        return grouped.remove(0);
    }
    let mut flat = Vec::with_capacity(grouped.len());
    for clause in grouped {
        match clause.kind() {
            ExprKind::List { op: inner, clauses, .. } if *inner == op => flat.extend(clauses.iter().cloned()),
            _ => flat.push(clause),
        }
    }
    Expr::new(ExprKind::List { op, clauses: flat, group: true }, boolean_type())
}

/// The criteria of a WHERE clause as one expression; `None` when there are none.
pub fn and_all(clauses: &[Expr]) -> Option<Expr> {
    let mut grouped = process(&Op::And, clauses);
    match grouped.len() {
        0 => None,
        1 => Some(grouped.remove(0)),
        _ => Some(Expr::new(ExprKind::List { op: Op::And, clauses: grouped, group: true }, boolean_type())),
    }
}

/// `_process_clauses_for_boolean`: constants fold, operands are grouped.
pub(in crate::sql) fn process(op: &Op, clauses: &[Expr]) -> Vec<Expr> {
    let is_continue = |it: &Expr| match op {
        Op::And => matches!(it.kind(), ExprKind::True),
        _ => matches!(it.kind(), ExprKind::False),
    };
    let is_skip = |it: &Expr| match op {
        Op::And => matches!(it.kind(), ExprKind::False),
        _ => matches!(it.kind(), ExprKind::True),
    };
    let mut kept: Vec<&Expr> = Vec::with_capacity(clauses.len());
    let mut neutral = None;
    let mut against = Op::AsBool;
    for clause in clauses {
        if is_continue(clause) {
            neutral = Some(clause);
        } else if is_skip(clause) {
            // A constant that decides the whole stands alone.
            kept = vec![clause];
            break;
        } else {
            if !kept.is_empty() {
                against = op.clone();
            }
            kept.push(clause);
        }
    }
    if kept.is_empty()
        && let Some(neutral) = neutral
    {
        kept.push(neutral);
    }
    kept.into_iter().map(|it| self_group(it, Some(&against))).collect()
}

/// A list behind IN is another one behind NOT IN: empty ones are written differently.
fn negated_list(right: &Expr) -> Expr {
    match right.kind() {
        ExprKind::Bind(bind @ Bind { expanding: true, key: Name::Anon { base, .. }, .. }) => {
            right.with_kind(ExprKind::Bind(Bind { key: Name::anon(base), ..bind.clone() }))
        }
        _ => right.clone(),
    }
}

/// ANY, ALL or SOME, as an operator or a function: the opposite of a comparison with it is not that with the opposite
/// operator.
fn is_collection_aggregate(expr: &Expr) -> bool {
    match expr.kind() {
        ExprKind::Unary { operator: Some(Op::Any | Op::All), .. } => true,
        ExprKind::Function(it) => it.packages.is_empty() && matches!(&*it.name.to_lowercase(), "any" | "all" | "some"),
        _ => false,
    }
}

/// `~expr`, `not_(expr)`
pub fn not_(expr: &Expr) -> Expr {
    if let Some(negation) = expr.0.negation.get() {
        return negation.clone();
    }
    let boolean = expr.ty().affinity() == Affinity::Boolean;
    match expr.kind() {
        ExprKind::True => false_(),
        ExprKind::False => true_(),
        ExprKind::Label { name, element } => {
            expr.with_kind(ExprKind::Label { name: name.clone(), element: not_(element) })
        }
        ExprKind::Unary { operator: Some(op @ (Op::IsTrue | Op::IsFalse)), element, .. } => {
            if matches!(element.kind(), ExprKind::True | ExprKind::False) {
                return not_(element);
            }
            as_boolean(element, if *op == Op::IsTrue { Op::IsFalse } else { Op::IsTrue })
        }
        ExprKind::Unary { .. } if boolean => {
            let grouped = self_group(expr, Some(&Op::Inv));
            Expr::new(ExprKind::Unary { operator: Some(Op::Inv), modifier: None, element: grouped }, boolean_type())
        }
        ExprKind::List { op: Op::Comma, .. } => inverted(expr),
        ExprKind::List { .. } => inverted(expr),
        ExprKind::Binary { op, left, right, modifiers } => {
            let negated = if is_collection_aggregate(left) || is_collection_aggregate(right) {
                None
            } else {
                modifiers.negate.clone().or_else(|| op.negation())
            };
            match negated {
                Some(negated) => Expr::new(
                    ExprKind::Binary {
                        op: negated,
                        left: left.clone(),
                        right: negated_list(right),
                        modifiers: Modifiers { negate: Some(op.clone()), ..modifiers.clone() },
                    },
                    expr.ty().clone(),
                ),
                None => not_(&grouping(expr)),
            }
        }
        ExprKind::TypeCoerce(inner) if inner.is_function_as_comparison() => not_(&grouping(expr)),
        _ if boolean => as_boolean(expr, Op::IsFalse),
        _ => inverted(expr),
    }
}

fn inverted(expr: &Expr) -> Expr {
    Expr::new(
        ExprKind::Unary { operator: Some(Op::Inv), modifier: None, element: self_group(expr, Some(&Op::Inv)) },
        null_type(),
    )
}
