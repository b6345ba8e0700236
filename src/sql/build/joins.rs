//! Joins: the ON clause found by foreign keys. Mirrors `Join._join_condition` of `sql/selectable.py`.

use super::elements::equals;
use super::{BuildError, and_};
use crate::sql::SqlError;
use crate::sql::expr::{Expr, ExprKind};
use crate::sql::schema::{ColumnRef, ForeignKey};
use crate::sql::schema_ops;
use crate::sql::selectable::{AliasElement, AliasKind, From, Join};
use std::rc::Rc;

/// `left.join(right, onclause)`
///
/// # Errors
/// Without an ON clause, when the foreign keys do not give exactly one.
pub fn join(left: &From, right: &From, onclause: Option<Expr>, outer: bool, full: bool) -> Result<From, BuildError> {
    let onclause = match onclause {
        Some(onclause) => super::self_group(&onclause, Some(&crate::sql::operators::Op::AsBool)),
        None => {
            let rightmost = if let From::Join(left) = left { Some(&left.right) } else { None };
            super::self_group(
                &join_condition_with(left, right, rightmost, None)?,
                Some(&crate::sql::operators::Op::AsBool),
            )
        }
    };
    Ok(From::Join(Join::new(left.clone(), right.clone(), Some(onclause), outer, full)))
}

/// The condition by which the foreign keys between two FROM objects join them.
///
/// # Errors
/// `NoForeignKeysError`, `AmbiguousForeignKeysError`, or a foreign key that names nothing.
pub fn join_condition(left: &From, right: &From) -> Result<Expr, BuildError> {
    join_condition_with(left, right, None, None)
}

/// The same. `left_subset`: look there first; `consider`: only foreign keys that leave from these columns.
///
/// # Errors
/// As [`join_condition`].
pub fn join_condition_with(
    left: &From,
    right: &From,
    left_subset: Option<&From>,
    consider: Option<&[ColumnRef]>,
) -> Result<Expr, BuildError> {
    let mut found = scan(left, left_subset, right, consider)?;
    if found.len() > 1 {
        trim(left, right, &mut found, consider)?;
    }
    let Some((_, pairs)) = found.into_iter().next() else {
        return Err(BuildError::NoForeignKeys(format!(
            "Can't find any foreign key relationships between '{}' and '{}'.{}",
            description(left),
            right_description(right),
            if matches!(right, From::Join(_)) {
                " Perhaps you meant to convert the right side to a subquery using alias()?"
            } else {
                ""
            },
        )));
    };
    let criteria: Vec<Expr> = pairs.iter().map(|(a, b)| equals(&Expr::column(a), &Expr::column(b))).collect();
    Ok(if let [one] = &criteria[..] { one.clone() } else { and_(&criteria) })
}

/// Whether some foreign key joins the two.
///
/// # Errors
/// A foreign key that names nothing.
pub fn can_join(left: &From, right: &From) -> Result<bool, BuildError> {
    let subset = if let From::Join(join) = left { Some(&join.right) } else { None };
    Ok(!scan(left, subset, right, None)?.is_empty())
}

/// `from.description`
pub(crate) fn description(from: &From) -> String {
    match from {
        From::Table(table) => table.key().to_string(),
        From::Lightweight(table) => table.name.to_string(),
        From::Alias(alias) => match &alias.name {
            crate::sql::expr::Name::Given(name) => name.to_string(),
            crate::sql::expr::Name::Anon { id, base } => match (&alias.kind, &alias.element) {
                (AliasKind::Subquery | AliasKind::Cte { .. }, _) => "anon_1".to_owned(),
                (_, AliasElement::From(inner)) => format!("Anonymous alias of {}", description(inner)),
                (AliasKind::TableValued(_), AliasElement::Expr(expr, _)) => match expr.kind() {
                    ExprKind::Function(function) => format!("Anonymous alias of {}", function.name),
                    _ => format!("%({id} {base})s"),
                },
                _ => format!("%({id} {base})s"),
            },
        },
        From::Join(join) => {
            format!(
                "Join object on {}({}) and {}({})",
                description(&join.left),
                join.left.id(),
                description(&join.right),
                join.right.id()
            )
        }
        From::Text(_) => "text".to_owned(),
    }
}

type Pairs = Vec<(usize, Vec<(ColumnRef, ColumnRef)>)>;

/// A foreign key as a FROM object has it: the column there, and the key itself.
fn foreign_keys(from: &From) -> Vec<(ColumnRef, Rc<ForeignKey>)> {
    let mut out = Vec::new();
    for column in from.columns() {
        for key in base_foreign_keys(&column) {
            out.push((column.clone(), key));
        }
    }
    out
}

/// Foreign keys of a column, also through aliases and subqueries.
pub fn base_foreign_keys(column: &ColumnRef) -> Vec<Rc<ForeignKey>> {
    if column.schema.is_some() {
        return column.foreign_keys();
    }
    column.base.as_ref().and_then(inner_column).map(|it| base_foreign_keys(&it)).unwrap_or_default()
}

fn inner_column(expr: &Expr) -> Option<ColumnRef> {
    match expr.kind() {
        crate::sql::expr::ExprKind::Column(column) => Some(column.clone()),
        crate::sql::expr::ExprKind::Label { element, .. } | crate::sql::expr::ExprKind::Grouping(element) => {
            inner_column(element)
        }
        _ => None,
    }
}

fn constraint_id(key: &Rc<ForeignKey>) -> usize {
    match key.constraint.borrow().upgrade() {
        Some(constraint) => Rc::as_ptr(&constraint).cast::<()>() as usize,
        None => Rc::as_ptr(key).cast::<()>() as usize,
    }
}

fn scan(a: &From, subset: Option<&From>, b: &From, consider: Option<&[ColumnRef]>) -> Result<Pairs, BuildError> {
    let mut found: Pairs = Vec::new();
    let skip = |column: &ColumnRef| consider.is_some_and(|it| !it.iter().any(|c| c.id == column.id));
    let mut add = |key: &Rc<ForeignKey>, referred: ColumnRef, parent: ColumnRef| {
        let id = constraint_id(key);
        match found.iter_mut().find(|it| it.0 == id) {
            Some(entry) => entry.1.push((referred, parent)),
            None => found.push((id, vec![(referred, parent)])),
        }
    };
    for left in subset.into_iter().chain(std::iter::once(a)) {
        let mut any = false;
        for (parent, key) in foreign_keys(b) {
            if skip(&parent) {
                continue;
            }
            if let Some(referred) = referent(&key, left)? {
                any = true;
                add(&key, referred, parent);
            }
        }
        if left.id() != b.id() {
            for (parent, key) in foreign_keys(left) {
                if skip(&parent) {
                    continue;
                }
                if let Some(referred) = referent(&key, b)? {
                    any = true;
                    add(&key, referred, parent);
                }
            }
        }
        if any {
            break;
        }
    }
    Ok(found)
}

/// `fk.get_referent`: the column of `from` that the key refers to.
fn referent(key: &Rc<ForeignKey>, from: &From) -> Result<Option<ColumnRef>, BuildError> {
    match schema_ops::referred_column(key) {
        Ok(column) => Ok(from.corresponding_column(&column)),
        Err(SqlError::NoReferencedTable { ref table, .. } | SqlError::NoReferencedColumn { ref table, .. })
            if !table_names(from).iter().any(|it| **it == **table) =>
        {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

fn table_names(from: &From) -> Vec<Rc<str>> {
    match from {
        From::Table(table) => vec![table.name.clone()],
        From::Lightweight(table) => vec![table.name.clone()],
        From::Alias(alias) => match &alias.element {
            AliasElement::From(inner) => table_names(inner),
            _ => Vec::new(),
        },
        From::Join(join) => {
            let mut names = table_names(&join.left);
            names.extend(table_names(&join.right));
            names
        }
        From::Text(_) => Vec::new(),
    }
}

/// Several constraints join the two: keep those that leave from `consider`, or that say the same.
fn trim(a: &From, b: &From, found: &mut Pairs, consider: Option<&[ColumnRef]>) -> Result<(), BuildError> {
    if let Some(consider) = consider {
        found.retain(|(_, pairs)| pairs.iter().all(|(_, parent)| consider.iter().any(|c| c.id == parent.id)));
    }
    if found.len() > 1 {
        let set = |pairs: &Vec<(ColumnRef, ColumnRef)>| {
            let mut ids: Vec<_> = pairs.iter().map(|(x, y)| (x.id, y.id)).collect();
            ids.sort();
            ids
        };
        let first = set(&found[0].1);
        if found.iter().all(|it| set(&it.1) == first) {
            found.truncate(1);
        }
    }
    if found.len() == 1 {
        return Ok(());
    }
    Err(BuildError::AmbiguousForeignKeys(format!(
        "Can't determine join between '{}' and '{}'; tables have more than one foreign key constraint relationship \
         between them. Please specify the 'onclause' of this join explicitly.",
        description(a),
        right_description(b)
    )))
}

/// The same of what stands on the right of a join: a join stands there in parentheses.
fn right_description(from: &From) -> String {
    if matches!(from, From::Join(_)) { "FromGrouping object".to_owned() } else { description(from) }
}
