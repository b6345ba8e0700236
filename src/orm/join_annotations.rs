//! Which elements of a relationship's join hold the reference, which stand on the remote side and which on the
//! local one, and the pairs of columns that follow. The annotating half of `JoinCondition` of
//! `orm/relationships.py`; each occurrence of a column has marks of its own.

use super::adapt;
use super::configure::references;
use super::errors::OrmResult;
use super::mapper::Mapper;
use super::polymorphic;
use super::properties::Property;
use super::relationships::Declared;
use crate::sql::expr::{Expr, ExprKind, Marks};
use crate::sql::operators::Op;
use crate::sql::schema::ColumnRef;
use crate::sql::selectable::From;
use std::cell::RefCell;
use std::rc::Rc;

/// Columns in pairs: from and to, or local and remote.
pub type Pairs = Vec<(ColumnRef, ColumnRef)>;

/// The joins of a relationship while its sides are worked out.
pub(super) struct Annotated<'a> {
    pub(super) prop: &'a Property,
    pub(super) parent: &'a Rc<Mapper>,
    /// What it leads to.
    pub(super) child: &'a From,
    /// The part of it that is the target's own.
    pub(super) child_local: &'a From,
    pub(super) declared: &'a Declared,
    pub(super) primaryjoin: Expr,
    pub(super) secondaryjoin: Option<Expr>,
    pub(super) warn: &'a dyn Fn(&str) -> OrmResult<()>,
}

/// The pairs of a join.
#[derive(Default)]
pub(super) struct JoinPairs {
    pub(super) local_remote: Pairs,
    pub(super) synchronize: Pairs,
    pub(super) secondary_synchronize: Pairs,
}

impl Annotated<'_> {
    /// Marks all elements.
    pub(super) fn annotate(&mut self) {
        if !has_marks(&self.primaryjoin, |it| it.foreign) {
            self.annotate_foreign();
        }
        if !has_marks(&self.primaryjoin, |it| it.remote) {
            self.annotate_remote();
        }
        if !has_marks(&self.primaryjoin, |it| it.local) {
            let parent = &self.parent.persist_selectable;
            self.primaryjoin = mark(&self.primaryjoin, local, |column, marks| !marks.remote && has(parent, column));
        }
    }

    fn both(&mut self, change: impl Fn(&Expr) -> Expr) {
        self.primaryjoin = change(&self.primaryjoin);
        self.secondaryjoin = self.secondaryjoin.as_ref().map(change);
    }

    fn annotate_foreign(&mut self) {
        let declared = self.declared;
        if declared.foreign_keys.is_empty() {
            self.both(|join| {
                binaries(join, &|left, right| {
                    if left.0.marks.foreign || right.0.marks.foreign {
                        return None;
                    }
                    match is_foreign(declared.secondary.as_ref(), left.as_column()?, right.as_column()?) {
                        Some(true) => Some((foreign(left), right.clone())),
                        Some(false) => Some((left.clone(), foreign(right))),
                        None => None,
                    }
                })
            });
        } else {
            self.both(|join| {
                mark(join, foreign, |column, _| declared.foreign_keys.iter().any(|it| it.id == column.id))
            });
        }
    }

    fn annotate_remote(&mut self) {
        let declared = self.declared;
        let (parent, target) = (self.parent.persist_selectable.clone(), self.child.clone());
        if let Some(secondary) = &declared.secondary {
            self.both(|join| mark(join, remote, |column, _| has(secondary, column)));
        } else if !declared.remote_side.is_empty() {
            let is_given = |column: &ColumnRef| declared.remote_side.iter().any(|it| it.id == column.id);
            self.primaryjoin = if self.refers_to_parent_table() {
                self.self_referential(&|it| it.as_column().is_some_and(is_given), true)
            } else {
                mark(&self.primaryjoin, remote, |column, _| is_given(column))
            };
        } else if self.refers_to_parent_table() {
            self.primaryjoin = self.self_referential(&|it| it.0.marks.foreign, false);
        } else if polymorphic::overlap(&parent, &target) {
            self.primaryjoin = binaries(&self.primaryjoin, &|left, right| {
                let (mut left, mut right) = (left.clone(), right.clone());
                for is_swapped in [false, true] {
                    let (one, other) = if is_swapped { (&right, &mut left) } else { (&left, &mut right) };
                    match (one.as_column(), other.as_column()) {
                        (Some(from), Some(to)) if has(&target, to) && has(&parent, from) => *other = remote(other),
                        (Some(_), Some(_)) => {}
                        _ => self.warn_of_elements(),
                    }
                }
                Some((left, right))
            });
        } else {
            let (parent_local, target_local) = (self.parent.local_table.clone(), self.child_local.clone());
            self.primaryjoin = mark(&self.primaryjoin, remote, |column, _| {
                has(&target, column) && (!has(&parent_local, column) || has(&target_local, column))
            });
        }
    }

    fn self_referential(&self, is_remote: &dyn Fn(&Expr) -> bool, is_given: bool) -> Expr {
        binaries(&self.primaryjoin, &|left, right| {
            let (Some(one), Some(other)) = (left.as_column(), right.as_column()) else {
                if !is_given {
                    self.warn_of_elements();
                }
                return None;
            };
            // One to many is assumed: what refers is remote.
            let new_left = if is_remote(left) { remote(left) } else { left.clone() };
            let new_right = if is_remote(right) && one.id != other.id { remote(right) } else { right.clone() };
            Some((new_left, new_right))
        })
    }

    fn warn_of_elements(&self) {
        // Told in the midst of a traversal, which cannot end early.
        let _ = (self.warn)(&format!(
            "Non-simple column elements in primary join condition for property {} - consider using remote() annotations \
             to mark the remote side.",
            self.prop.qualified_name()
        ));
    }

    /// Whether some comparison is between columns that are both in both tables.
    fn refers_to_parent_table(&self) -> bool {
        let (parent, target) = (&self.parent.persist_selectable, self.child);
        let in_both = |it: &Expr| {
            let table = it.as_column().and_then(|it| it.table.borrow().clone());
            table.is_some_and(|it| parent.is_derived_from(&it) && target.is_derived_from(&it))
        };
        let mut found = false;
        adapt::visit(&self.primaryjoin, &mut |it| {
            if let ExprKind::Binary { left, right, .. } = it.kind() {
                found |= in_both(left) && in_both(right);
            }
        });
        found
    }

    /// Whether a column is one of the tables that the relationship is about.
    fn is_mapped(&self, column: &ColumnRef) -> bool {
        self.declared.secondary.as_ref().is_some_and(|it| has(it, column))
            || has(&self.parent.persist_selectable, column)
            || has(self.child, column)
    }

    /// The pairs of columns that are compared.
    pub(super) fn pairs(&self) -> JoinPairs {
        let mut pairs = JoinPairs::default();
        let joins = [Some(&self.primaryjoin), self.secondaryjoin.as_ref()];
        for (join, is_secondary) in joins.into_iter().flatten().zip([false, true]) {
            for_each_comparison(join, &mut |op, left, right| {
                let (Some(one), Some(other)) = (left.as_column(), right.as_column()) else { return };
                let found = if right.0.marks.remote && !left.0.marks.remote && self.is_mapped(one) {
                    Some((one.clone(), other.clone()))
                } else if left.0.marks.remote && !right.0.marks.remote && self.is_mapped(other) {
                    Some((other.clone(), one.clone()))
                } else {
                    None
                };
                let known = &mut pairs.local_remote;
                known.extend(found.filter(|new| !known.iter().any(|it| it.0.id == new.0.id && it.1.id == new.1.id)));
                if op == Some(&Op::Eq) && self.is_mapped(one) && self.is_mapped(other) {
                    let pairs = if is_secondary { &mut pairs.secondary_synchronize } else { &mut pairs.synchronize };
                    if right.0.marks.foreign {
                        pairs.push((one.clone(), other.clone()));
                    } else if left.0.marks.foreign {
                        pairs.push((other.clone(), one.clone()));
                    }
                }
            });
        }
        pairs
    }

    /// The columns whose marks are as wanted, each once.
    pub(super) fn columns(&self, wanted: impl Fn(&Marks) -> bool) -> Vec<ColumnRef> {
        let mut found: Vec<ColumnRef> = Vec::new();
        for join in std::iter::once(&self.primaryjoin).chain(&self.secondaryjoin) {
            for column in columns_with(join, &wanted) {
                if !found.iter().any(|it| it.id == column.id) {
                    found.push(column);
                }
            }
        }
        found
    }
}

/// The columns of a join whose marks are as wanted, each occurrence.
pub(super) fn columns_with(join: &Expr, wanted: impl Fn(&Marks) -> bool) -> Vec<ColumnRef> {
    let mut found = Vec::new();
    adapt::visit(join, &mut |it| {
        if let Some(column) = it.as_column().filter(|_| wanted(&it.0.marks)) {
            found.push(column.clone());
        }
    });
    found
}

/// The join as the back reference of a relationship has it: what the program said of remote elements turns round.
pub fn reversed(join: &Expr, parent: &Mapper) -> Expr {
    let is_remote = has_marks(join, |it| it.remote);
    let is_foreign = has_marks(join, |it| it.foreign);
    change(join, &|expr, column| {
        let marks = expr.0.marks;
        let is_local = marks.local || !marks.remote && has(&parent.persist_selectable, column);
        Marks {
            foreign: marks.foreign && (is_remote || is_foreign),
            remote: is_remote && !marks.remote && is_local,
            local: is_remote && marks.remote,
        }
    })
}

/// All columns of an expression marked as foreign or as remote.
pub fn marked(expr: &Expr, is_foreign: bool) -> Expr {
    mark(expr, if is_foreign { foreign } else { remote }, |_, _| true)
}

fn foreign(expr: &Expr) -> Expr {
    expr.with_marks(Marks { foreign: true, ..expr.0.marks })
}

fn remote(expr: &Expr) -> Expr {
    expr.with_marks(Marks { remote: true, ..expr.0.marks })
}

fn local(expr: &Expr) -> Expr {
    expr.with_marks(Marks { local: true, ..expr.0.marks })
}

fn mark(expr: &Expr, how: fn(&Expr) -> Expr, wanted: impl Fn(&ColumnRef, Marks) -> bool) -> Expr {
    adapt::replace(expr, &|it: &Expr| it.as_column().filter(|column| wanted(column, it.0.marks)).map(|_| how(it)))
}

fn change(expr: &Expr, marks: &dyn Fn(&Expr, &ColumnRef) -> Marks) -> Expr {
    adapt::replace(expr, &|it: &Expr| it.as_column().map(|column| it.with_marks(marks(it, column))))
}

fn has_marks(expr: &Expr, wanted: impl Fn(&Marks) -> bool) -> bool {
    let mut found = false;
    adapt::visit(expr, &mut |it| found |= wanted(&it.0.marks));
    found
}

/// A copy in which the operands of each operator may be others.
fn binaries(expr: &Expr, operands: &dyn Fn(&Expr, &Expr) -> Option<(Expr, Expr)>) -> Expr {
    adapt::replace(expr, &|it: &Expr| {
        let ExprKind::Binary { op, left, right, modifiers } = it.kind() else { return None };
        let (left, right) = (binaries(left, operands), binaries(right, operands));
        let (left, right) = operands(&left, &right).unwrap_or((left, right));
        Some(it.with_kind(ExprKind::Binary { op: op.clone(), left, right, modifiers: modifiers.clone() }))
    })
}

/// Each column of the left side with each of the right side, of all comparisons that have none inside.
fn for_each_comparison(expr: &Expr, found: &mut dyn FnMut(Option<&Op>, &Expr, &Expr)) {
    columns_outside_comparisons(expr, found);
}

fn columns_outside_comparisons(expr: &Expr, found: &mut dyn FnMut(Option<&Op>, &Expr, &Expr)) -> Vec<Expr> {
    let columns = RefCell::new(Vec::new());
    let found = RefCell::new(found);
    adapt::replace(expr, &|it: &Expr| {
        match it.kind() {
            ExprKind::Column(_) => columns.borrow_mut().push(it.clone()),
            // A subquery is an element by itself.
            ExprKind::ScalarSelect(_) | ExprKind::Subquery(_) => {}
            _ => {
                let (op, left, right) = compared(it)?;
                let found = &mut **found.borrow_mut();
                let left = columns_outside_comparisons(left, found);
                let right = if left.is_empty() { Vec::new() } else { columns_outside_comparisons(right, found) };
                for one in &left {
                    for other in &right {
                        found(op, one, other);
                    }
                }
            }
        }
        Some(it.clone())
    });
    columns.into_inner()
}

/// The operands of what compares, be it an operator or a function.
fn compared(expr: &Expr) -> Option<(Option<&Op>, &Expr, &Expr)> {
    match expr.kind() {
        ExprKind::Binary { op, left, right, .. } if op.is_comparison() => Some((Some(op), left, right)),
        _ => expr.as_comparison().map(|(left, right)| (None, left, right)),
    }
}

/// Which of two compared columns refers to the other: the first, the second, or none.
fn is_foreign(secondary: Option<&From>, one: &ColumnRef, other: &ColumnRef) -> Option<bool> {
    let refers = |from: &ColumnRef, to: &ColumnRef| {
        let targets = lineage(to);
        lineage(from).iter().any(|it| it.foreign_keys().iter().any(|fk| targets.iter().any(|to| references(fk, to))))
    };
    if refers(one, other) {
        return Some(true);
    }
    if refers(other, one) {
        return Some(false);
    }
    // Without foreign keys it is the columns of `secondary` that refer to others.
    let secondary = secondary?;
    match (has(secondary, one), has(secondary, other)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// The column, and those that it stands for in an alias or a subquery.
fn lineage(column: &ColumnRef) -> Vec<ColumnRef> {
    let behind = |it: &ColumnRef| it.base.as_ref().and_then(|it| it.as_column().cloned());
    std::iter::successors(Some(column.clone()), behind).collect()
}

/// Whether a FROM object has the column itself.
pub(super) fn has(from: &From, column: &ColumnRef) -> bool {
    match (from, &*column.table.borrow()) {
        (From::Table(table), Some(owner)) => table.id == owner.id(),
        (From::Join(join), _) => has(&join.left, column) || has(&join.right, column),
        (_, _) => from.columns().iter().any(|it| it.id == column.id),
    }
}
