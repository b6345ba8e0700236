//! `reduce_columns()`: leaves out columns that another column is equal to. Mirrors `sql/util.py`.

use super::expr::{Expr, ExprKind};
use super::labels::flat_columns;
use super::operators::Op;
use super::schema::ColumnRef;
use super::schema_ops::referred_column;
use super::select::{Select, SelectItem};
use super::selectable::{From, Join};
use super::traverse::children;
use std::collections::HashSet;

/// The select without columns that refer to, or are compared equal with, another of its columns.
/// `only_synonyms`: only where both have the same name.
pub fn reduce_columns(select: &Select, only_synonyms: bool) -> Select {
    let mut equal = Vec::new();
    for clause in &select.where_ {
        equalities(clause, &mut equal);
    }
    for from in &select.from_ {
        equalities_of(from, &mut equal);
    }
    let kept = reduced(flat_columns(&select.columns), &equal, only_synonyms);
    Select { columns: kept.into_iter().map(SelectItem::Expr).collect(), ..select.clone() }
}

/// The primary key of a join: the keys of both sides, without those that the join makes equal to another.
pub fn primary_key_of_join(join: &Join, keys: Vec<ColumnRef>) -> Vec<ColumnRef> {
    let mut equal = Vec::new();
    if let Some(onclause) = &join.onclause {
        equalities(onclause, &mut equal);
    }
    let kept = reduced(keys.iter().map(Expr::column).collect(), &equal, false);
    kept.iter().filter_map(|it| it.as_column().cloned()).collect()
}

fn reduced(columns: Vec<Expr>, equal: &[(ColumnRef, ColumnRef)], only_synonyms: bool) -> Vec<Expr> {
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
    for (left, right) in equal {
        let is_left = |column: &ColumnRef| {
            columns.iter().enumerate().any(|(place, it)| {
                !omitted.contains(&place) && it.as_column().is_some_and(|it| shares_lineage(it, column))
            })
        };
        if !is_left(left) || !is_left(right) {
            continue;
        }
        let last = columns.iter().enumerate().rev().find(|(_, it)| {
            it.as_column().is_some_and(|it| shares_lineage(it, right) && (!only_synonyms || it.name() == left.name()))
        });
        if let Some((place, _)) = last {
            omitted.insert(place);
        }
    }
    columns.into_iter().enumerate().filter(|(place, _)| !omitted.contains(place)).map(|(_, it)| it).collect()
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
