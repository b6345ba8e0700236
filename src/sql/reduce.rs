//! `reduce_columns()`: leaves out columns that another column is equal to. Mirrors `sql/util.py`.

use super::expr::{Expr, ExprKind};
use super::labels::flat_columns;
use super::operators::Op;
use super::schema::ColumnRef;
use super::schema_ops::referred_column;
use super::select::{Select, SelectItem};
use super::selectable::From;
use super::traverse::children;
use std::collections::HashSet;

/// The select without columns that refer to, or are compared equal with, another of its columns.
/// `only_synonyms`: only where both have the same name.
pub fn reduce_columns(select: &Select, only_synonyms: bool) -> Select {
    let columns = flat_columns(&select.columns);
    let mut omitted: HashSet<usize> = HashSet::new();
    for (place, expr) in columns.iter().enumerate() {
        let Some(column) = expr.as_column() else { continue };
        let targets = column.foreign_keys().into_iter().filter_map(|it| referred_column(&it).ok());
        for target in targets {
            let is_there = columns.iter().enumerate().any(|(other, it)| {
                other != place
                    && it
                        .as_column()
                        .is_some_and(|it| shares_lineage(&target, it) && (!only_synonyms || it.name() == column.name()))
            });
            if is_there {
                omitted.insert(place);
            }
        }
    }
    let mut equal = Vec::new();
    for clause in &select.where_ {
        equalities(clause, &mut equal);
    }
    for from in &select.from_ {
        equalities_of(from, &mut equal);
    }
    for (left, right) in equal {
        let is_left = |column: &ColumnRef| {
            columns.iter().enumerate().any(|(place, it)| {
                !omitted.contains(&place) && it.as_column().is_some_and(|it| shares_lineage(it, column))
            })
        };
        if !is_left(&left) || !is_left(&right) {
            continue;
        }
        let last = columns.iter().enumerate().rev().find(|(_, it)| {
            it.as_column().is_some_and(|it| shares_lineage(it, &right) && (!only_synonyms || it.name() == left.name()))
        });
        if let Some((place, _)) = last {
            omitted.insert(place);
        }
    }
    let kept = columns.into_iter().enumerate().filter(|(place, _)| !omitted.contains(place));
    Select { columns: kept.map(|(_, it)| SelectItem::Expr(it)).collect(), ..select.clone() }
}

fn shares_lineage(a: &ColumnRef, b: &ColumnRef) -> bool {
    a.id == b.id || a.proxies(b.id) || b.proxies(a.id)
}

/// Pairs of columns that an expression compares with `=`.
fn equalities(expr: &Expr, out: &mut Vec<(ColumnRef, ColumnRef)>) {
    if let ExprKind::Binary { op: Op::Eq, left, right, .. } = expr.kind()
        && let (Some(left), Some(right)) = (left.as_column(), right.as_column())
    {
        out.push((left.clone(), right.clone()));
    }
    for child in children(expr) {
        equalities(child, out);
    }
}

fn equalities_of(from: &From, out: &mut Vec<(ColumnRef, ColumnRef)>) {
    if let From::Join(join) = from {
        equalities_of(&join.left, out);
        equalities_of(&join.right, out);
        join.onclause.iter().for_each(|it| equalities(it, out));
    }
}
