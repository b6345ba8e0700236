//! What was added to, removed from and left in an attribute since the last flush.
//! Mirrors `History` of `orm/attributes.py`.

use super::host::Host;
use super::properties::Property;
use super::state::{Committed, Object, StateRef};
use crate::sql::value::Value;

/// Changes of an attribute.
#[derive(Clone, Debug)]
pub struct History<T> {
    /// New values.
    pub added: Vec<T>,
    /// Values that stayed.
    pub unchanged: Vec<T>,
    /// Values that went.
    pub deleted: Vec<T>,
}

impl<T> Default for History<T> {
    fn default() -> Self {
        Self { added: Vec::new(), unchanged: Vec::new(), deleted: Vec::new() }
    }
}

impl<T: Clone> History<T> {
    /// Whether nothing was ever there.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.unchanged.is_empty() && self.deleted.is_empty()
    }
    /// Whether something came or went.
    pub fn has_changes(&self) -> bool {
        !(self.added.is_empty() && self.deleted.is_empty())
    }
    /// Added, unchanged, deleted.
    pub fn sum(&self) -> Vec<T> {
        [&self.added[..], &self.unchanged, &self.deleted].concat()
    }
    /// Added and unchanged.
    pub fn non_deleted(&self) -> Vec<T> {
        [&self.added[..], &self.unchanged].concat()
    }
    /// Unchanged and deleted.
    pub fn non_added(&self) -> Vec<T> {
        [&self.unchanged[..], &self.deleted].concat()
    }
}

/// History of a column attribute; nothing is loaded.
pub fn of_value(host: &dyn Host, state: &StateRef, prop: &Property) -> History<Value> {
    let current = host.get(state, prop);
    let mut history = History::default();
    match (state.committed.borrow().get(&prop.key), current) {
        (None, Some(current)) => history.unchanged.push(current),
        (None, None) => {}
        (Some(Committed::Value(old)), Some(current)) if *old == current => history.unchanged.push(current),
        (Some(original), current) => {
            if let Committed::Value(old) = original {
                history.deleted.push(old.clone());
            }
            history.added.extend(current);
        }
    }
    history
}

/// History of a scalar relationship: `None` stands for an empty reference. Nothing is loaded.
pub fn of_object(host: &dyn Host, state: &StateRef, prop: &Property) -> History<Option<Object>> {
    let current = host.get_object(state, prop);
    let mut history = History::default();
    match (state.committed.borrow().get(&prop.key), current) {
        (None, Some(current)) => history.unchanged.push(current),
        (None, None) => {}
        (Some(Committed::Object(old)), Some(current)) if *old == current => history.unchanged.push(current),
        (Some(original), current) => {
            match original {
                Committed::Object(old) => history.deleted.push(old.clone()),
                // Taken away without anybody knowing what was there: it is to be empty.
                Committed::NoResult if current.is_none() => history.added.push(None),
                _ => {}
            }
            history.added.extend(current);
        }
    }
    history
}

/// History of a collection, pending changes of an unloaded one included. Nothing is loaded.
pub fn of_collection(host: &dyn Host, state: &StateRef, prop: &Property) -> History<Object> {
    let Some(current) = host.get_collection(state, prop) else {
        let pending = state.pending_mutations.borrow();
        return pending.get(&prop.key).map_or_else(History::default, |it| History {
            added: it.added.clone(),
            unchanged: Vec::new(),
            deleted: it.removed.clone(),
        });
    };
    match state.committed.borrow().get(&prop.key) {
        Some(Committed::Collection(old)) => {
            let was: std::collections::HashSet<u64> = old.iter().map(|it| it.state.id).collect();
            let is: std::collections::HashSet<u64> = current.iter().map(|it| it.state.id).collect();
            let (unchanged, added) = current.into_iter().partition(|it| was.contains(&it.state.id));
            let deleted = old.iter().filter(|it| !is.contains(&it.state.id)).cloned().collect();
            History { added, unchanged, deleted }
        }
        Some(_) => History { added: current, ..History::default() },
        None => History { unchanged: current, ..History::default() },
    }
}

/// History of a relationship of either sort, in objects; empty references are left out of a scalar's.
pub fn of_relationship(host: &dyn Host, state: &StateRef, prop: &Property) -> History<Option<Object>> {
    if prop.as_relationship().is_some_and(super::relationships::Relationship::uselist) {
        let history = of_collection(host, state, prop);
        let wrap = |it: Vec<Object>| it.into_iter().map(Some).collect();
        let mut added: Vec<Option<Object>> = wrap(history.added);
        if state.has_none.get() && host.holds_none(state, prop) {
            added.push(None);
        }
        History { added, unchanged: wrap(history.unchanged), deleted: wrap(history.deleted) }
    } else {
        of_object(host, state, prop)
    }
}
