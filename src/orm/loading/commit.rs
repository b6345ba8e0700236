//! Marking loaded values as the committed state of an instance. Mirrors `_commit`, `_commit_all` of
//! `orm/state.py` and `set_committed_value` of `orm/attributes.py`.

use super::instance::Keys;
use crate::orm::errors::OrmResult;
use crate::orm::events::{AttributeChange, OrmEvent};
use crate::orm::properties::Property;
use crate::orm::state::StateRef;
use crate::orm::strategies::Loaded;
use std::rc::Rc;

/// Puts a loaded value in place without an event, and applies what was appended or removed before.
///
/// # Errors
/// A collection class of the program that refuses a member.
pub fn set_committed_value(state: &StateRef, prop: &Rc<Property>, loaded: Loaded) -> OrmResult<()> {
    let Some(session) = state.session() else { return Ok(()) };
    let host = &session.host;
    let told = OrmEvent::Attribute(state, prop, AttributeChange::Loaded);
    match loaded {
        Loaded::Scalar(object) => host.set_object(state, prop, object.as_ref()),
        Loaded::Collection(members) => {
            host.set_collection(state, prop, &members)?;
            clear_key(state, &prop.key);
            let pending = state.pending_mutations.change(|it| it.shift_remove(&prop.key));
            if let Some(pending) = pending {
                session.note_collection_change(state, prop, members);
                for member in &pending.added {
                    host.append(state, prop, member)?;
                }
                for member in &pending.removed {
                    host.discard(state, prop, member)?;
                }
            }
            host.tell(&told);
            return Ok(());
        }
        Loaded::NoResult | Loaded::Empty | Loaded::WasSet => return Ok(()),
    }
    clear_key(state, &prop.key);
    host.tell(&told);
    Ok(())
}

fn clear_key(state: &StateRef, key: &str) {
    state.committed.change(|it| it.shift_remove(key));
    state.expired.set(false);
    state.expired_attributes.change(|it| it.remove(key));
}

/// These attributes are as the database has them.
pub fn commit_keys(state: &StateRef, keys: &Keys) {
    let Some(session) = state.session() else { return };
    state.committed.change(|it| it.retain(|key, _| !keys.contains(key)));
    state.expired.set(false);
    let here = |key: &Rc<str>| state.mapper.property(key).is_some_and(|it| session.host.has(state, &it));
    state.expired_attributes.change(|it| it.retain(|key| !(keys.contains(key) && here(key))));
    state.pending_mutations.change(|it| it.retain(|key, _| !(keys.contains(key) && here(key))));
}

/// All attributes are as the database has them.
pub fn commit_all(state: &StateRef) {
    let Some(session) = state.session() else { return };
    state.committed.change(|it| it.clear());
    state.pending_mutations.change(|it| it.clear());
    state.empty_collections.change(|it| it.clear());
    let here = |key: &Rc<str>| state.mapper.property(key).is_some_and(|it| session.host.has(state, &it));
    state.expired_attributes.change(|it| it.retain(|key| !here(key)));
    state.expired.set(false);
    if state.modified.replace(false) {
        session.modified.borrow_mut().remove(&state.id);
        session.host.release(state);
    }
}

/// Attributes that are neither there nor changed.
pub fn unloaded(state: &StateRef) -> Keys {
    let Some(session) = state.session() else { return Keys::new() };
    let committed = state.committed.borrow();
    let derived = state.mapper.derived();
    derived
        .column_props
        .iter()
        .chain(&derived.relationships)
        .filter(|it| !it.is_hidden.get() && !committed.contains_key(&it.key) && !session.host.has(state, it))
        .map(|it| it.key.clone())
        .collect()
}
