//! Topological sort in the order SQLAlchemy's `util.topological` gives: repeated passes over the items in
//! their given order, each pass emitting what depends on nothing that is left.

use std::collections::HashSet;
use std::hash::Hash;

/// The items could not be ordered: these are left, in their given order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cycle<T>(pub Vec<T>);

/// Items grouped by pass: all of one group may be handled in any order after the groups before it.
///
/// `edges`: `(parent, child)`, the parent comes first.
///
/// # Errors
/// [`Cycle`] with what is left when a pass emits nothing.
pub fn sort_as_subsets<T: Clone + Eq + Hash>(edges: &[(T, T)], items: &[T]) -> Result<Vec<Vec<T>>, Cycle<T>> {
    match subsets_before_cycle(edges, items) {
        (groups, None) => Ok(groups),
        (_, Some(cycle)) => Err(cycle),
    }
}

/// The groups that can be given before a pass emits nothing, and what is left then.
pub fn subsets_before_cycle<T: Clone + Eq + Hash>(edges: &[(T, T)], items: &[T]) -> (Vec<Vec<T>>, Option<Cycle<T>>) {
    let mut left: Vec<T> = items.to_vec();
    let mut groups = Vec::new();
    while !left.is_empty() {
        let present: HashSet<&T> = left.iter().collect();
        let blocked: HashSet<&T> =
            edges.iter().filter(|(parent, _)| present.contains(parent)).map(|(_, child)| child).collect();
        let (later, group): (Vec<T>, Vec<T>) = left.iter().cloned().partition(|it| blocked.contains(it));
        if group.is_empty() {
            return (groups, Some(Cycle(left)));
        }
        groups.push(group);
        left = later;
    }
    (groups, None)
}

/// The items in one line; see [`sort_as_subsets`].
///
/// # Errors
/// [`Cycle`] when there is one.
pub fn sort<T: Clone + Eq + Hash>(edges: &[(T, T)], items: &[T]) -> Result<Vec<T>, Cycle<T>> {
    Ok(sort_as_subsets(edges, items)?.into_iter().flatten().collect())
}

/// Every item that lies on some cycle, in the given order.
pub fn find_cycles<T: Clone + Eq + Hash>(edges: &[(T, T)], items: &[T]) -> Vec<T> {
    let reaches = |from: &T| -> bool {
        let mut seen: HashSet<&T> = HashSet::new();
        let mut stack: Vec<&T> = edges.iter().filter(|(p, _)| p == from).map(|(_, c)| c).collect();
        while let Some(it) = stack.pop() {
            if it == from {
                return true;
            }
            if seen.insert(it) {
                stack.extend(edges.iter().filter(|(p, _)| p == it).map(|(_, c)| c));
            }
        }
        false
    };
    items.iter().filter(|it| reaches(it)).cloned().collect()
}
