//! Which instances an operation on one of them reaches. Mirrors `cascade_iterator` of `orm/mapper.py` and
//! `orm/relationships.py`.

use super::errors::{OrmError, OrmResult};
use super::events::because;
use super::history;
use super::host::Host;
use super::properties::Property;
use super::relationships::{Cascade, PassiveDeletes};
use super::state::{Object, StateRef};
use super::strategies::{Passive, load_related};
use crate::engine::events::CauseKind;
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
    fn name(self) -> &'static str {
        match self {
            Self::SaveUpdate => "save-update",
            Self::Merge => "merge",
            Self::RefreshExpire => "refresh-expire",
            Self::Expunge => "expunge",
            Self::Delete => "delete",
        }
    }

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

/// Instances reached from `state`, itself not among them. What one instance reaches comes before its next
/// sibling: rows of a flush are inserted in that order. `halt_on`: such an instance is neither given nor
/// passed through.
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
    let mut stack = vec![Visit::properties(state)];
    while let Some(top) = stack.last_mut() {
        let next = match top {
            Visit::Properties(state, props) => match props.pop_front() {
                Some(prop) if kind.is_in(prop.as_relationship().expect("a relationship").joins().cascade) => {
                    let mut fresh = VecDeque::new();
                    let cascade = prop.as_relationship().expect("a relationship").joins().cascade;
                    let skips_pending = kind == CascadeKind::RefreshExpire && !cascade.delete_orphan;
                    for member in members(host, kind, state, &prop)? {
                        if skips_pending && !member.state.has_identity() {
                            continue;
                        }
                        if !visited.contains(&member.state.id) && !halt_on(&member.state) {
                            expect_type(&prop, &member)?;
                            visited.insert(member.state.id);
                            fresh.push_back(member);
                        }
                    }
                    Visit::Members(fresh)
                }
                Some(_) => continue,
                None => {
                    stack.pop();
                    continue;
                }
            },
            Visit::Members(queue) => match queue.pop_front() {
                Some(member) => {
                    let next = Visit::properties(&member.state);
                    found.push(member);
                    next
                }
                None => {
                    stack.pop();
                    continue;
                }
            },
        };
        stack.push(next);
    }
    Ok(found)
}

/// A member of another class than the relationship's was never stopped on its way in.
fn expect_type(prop: &Property, member: &Object) -> OrmResult<()> {
    let target = prop.as_relationship().expect("a relationship").target();
    if member.state.mapper.is_a(&target) {
        return Ok(());
    }
    Err(OrmError::Assertion(format!(
        "Attribute '{}' on class '{}' doesn't handle objects of type '{}'",
        prop.key,
        prop.parent().class_repr,
        member.state.mapper.class_repr
    )))
}

/// Where the walk stands: relationships of an instance that are left, or members of one that are left.
enum Visit {
    Properties(StateRef, VecDeque<Rc<Property>>),
    Members(VecDeque<Object>),
}

impl Visit {
    fn properties(state: &StateRef) -> Self {
        Self::Properties(state.clone(), state.mapper.derived().relationships.iter().cloned().collect())
    }
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
    let _cause =
        because(host, CauseKind::Cascade, || format!("{} cascade along {}", kind.name(), prop.qualified_name()));
    load_related(host, state, prop, passive)
}
