//! Whether two elements are built in the same way: `compare()`. Mirrors `TraversalComparatorStrategy`.

use super::cache_key::cache_key;
use super::compile::Statement;
use super::expr::{BindValue, Expr, ExprKind};
use super::operators::Op;

/// Whether two statements or elements are the same, their values too; `None` where nobody knows.
pub fn compare(left: &Statement, right: &Statement) -> Option<bool> {
    if let (Statement::Expr(left), Statement::Expr(right)) = (left, right) {
        return same(left, right);
    }
    by_key(left, right)
}

fn same(left: &Expr, right: &Expr) -> Option<bool> {
    match (left.kind(), right.kind()) {
        (
            ExprKind::Binary { op, left: a, right: b, modifiers },
            ExprKind::Binary { op: other, left: c, right: d, modifiers: theirs },
        ) => {
            if op != other || (&modifiers.escape, &modifiers.flags) != (&theirs.escape, &theirs.flags) {
                return Some(false);
            }
            let straight = same(a, c)? && same(b, d)?;
            Some(straight || op.is_commutative() && same(a, d)? && same(b, c)?)
        }
        (ExprKind::List { op, clauses, .. }, ExprKind::List { op: other, clauses: theirs, .. }) => {
            if op != other || clauses.len() != theirs.len() {
                return Some(false);
            }
            if !matches!(op, Op::And | Op::Or | Op::Add | Op::Mul | Op::Concat) {
                return all(clauses.iter().zip(theirs).map(|(a, b)| same(a, b)));
            }
            let mut left = theirs.iter().collect::<Vec<_>>();
            for clause in clauses {
                let mut found = None;
                for (place, other) in left.iter().enumerate() {
                    if same(clause, other)? {
                        found = Some(place);
                        break;
                    }
                }
                match found {
                    Some(place) => left.remove(place),
                    None => return Some(false),
                };
            }
            Some(true)
        }
        (ExprKind::Grouping(left), ExprKind::Grouping(right)) => same(left, right),
        _ => by_key(&Statement::Expr(left.clone()), &Statement::Expr(right.clone())),
    }
}

fn all(mut items: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    items.try_fold(true, |so_far, it| it.map(|it| so_far && it))
}

/// By structure and values: the same cache key, and the same parameters.
fn by_key(left: &Statement, right: &Statement) -> Option<bool> {
    let (left, right) = (cache_key(left)?, cache_key(right)?);
    if left.hash != right.hash || left.len() != right.len() {
        return Some(false);
    }
    Some((0..left.len()).all(|place| match (left.value(place), right.value(place)) {
        (Some(BindValue::Value(left)), Some(BindValue::Value(right))) => left == right,
        (Some(BindValue::Required), Some(BindValue::Required)) => true,
        _ => false,
    }))
}
