//! Which instances an operation on one of them reaches. Mirrors `cascade_iterator` of `orm/mapper.py` and
//! `orm/relationships.py`.

use super::errors::OrmResult;
use super::history;
use super::host::Host;
use super::properties::Property;
use super::relationships::{Cascade, PassiveDeletes};
use super::state::{Object, StateRef};
use super::strategies::{Passive, load_related};
use std::collections::{HashSet, VecDeque};
use std::rc::Rc;

/// The operations that travel along relationships.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum CascadeKind {
    SaveUpdate,
    Merge,
    RefreshExpire,
    Expunge,
    Delete,
}

impl CascadeKind {
    fn is_in(self, cascade: Cascade) -> bool {
        match self {
            Self::SaveUpdate => cascade.save_update,
            Self::Merge => cascade.merge,
            Self::RefreshExpire => cascade.refresh_expire,
            Self::Expunge => cascade.expunge,
            Self::Delete => cascade.delete,
        }
    }
}

/// Instances reached from `state`, itself not among them, nearer ones first. `halt_on`: such an instance is
/// neither given nor passed through.
///
/// # Errors
/// Those of loading, for the delete cascade.
pub fn cascade_iterator(
    host: &dyn Host,
    kind: CascadeKind,
    state: &StateRef,
    halt_on: &dyn Fn(&StateRef) -> bool,
) -> OrmResult<Vec<Object>> {
    let mut visited: HashSet<u64> = HashSet::from([state.id]);
    let mut found = Vec::new();
    let mut queue: VecDeque<StateRef> = VecDeque::from([state.clone()]);
    while let Some(state) = queue.pop_front() {
        for prop in &state.mapper.derived().relationships {
            let joins = prop.as_relationship().expect("a relationship").joins();
            if !kind.is_in(joins.cascade) {
                continue;
            }
            for member in members(host, kind, &state, prop)? {
                if !visited.contains(&member.state.id) && !halt_on(&member.state) {
                    visited.insert(member.state.id);
                    queue.push_back(member.state.clone());
                    found.push(member);
                }
            }
        }
    }
    Ok(found)
}

fn members(host: &dyn Host, kind: CascadeKind, state: &StateRef, prop: &Rc<Property>) -> OrmResult<Vec<Object>> {
    let relationship = prop.as_relationship().expect("a relationship");
    if kind == CascadeKind::SaveUpdate {
        return Ok(history::of_relationship(host, state, prop).sum().into_iter().flatten().collect());
    }
    let passive = if kind == CascadeKind::Delete && relationship.declared().passive_deletes == PassiveDeletes::No {
        Passive::Off
    } else {
        Passive::NoInitialize
    };
    load_related(host, state, prop, passive)
}
