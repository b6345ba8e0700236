//! What the unit of work reads of attributes that may not be loaded. Called by `attributes`, `cascades`,
//! `dependency`, `unitofwork`.

use super::{Loaded, load_attribute};
use crate::orm::errors::OrmResult;
use crate::orm::events;
use crate::orm::host::Host;
use crate::orm::loading::commit::set_committed_value;
use crate::orm::loading::refresh;
use crate::orm::passive::PassiveFlag;
use crate::orm::properties::Property;
use crate::orm::relationships::Relationship;
use crate::orm::state::{Committed, Object, StateRef};
use std::rc::Rc;

/// What reading may do, in the unit of work's terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passive {
    /// Load it, as a program reads it: where the mapping or an option says so, raise.
    Read,
    /// Load it.
    Off,
    /// Load it if the instance is persistent.
    OnlyPersistent,
    /// The identity map may answer, the database is not asked.
    NoFetch,
    /// The same, but the instance's own expired keys are read.
    NoFetchRelated,
    /// Only what is there.
    NoInitialize,
}

impl Passive {
    /// As flags.
    pub fn flags(self) -> PassiveFlag {
        match self {
            Self::Read | Self::Off => PassiveFlag::OFF,
            Self::OnlyPersistent => PassiveFlag::ONLY_PERSISTENT,
            Self::NoFetch => PassiveFlag::NO_FETCH,
            Self::NoFetchRelated => PassiveFlag::NO_FETCH_RELATED,
            Self::NoInitialize => PassiveFlag::NO_INITIALIZE,
        }
    }
}

/// Loads a column attribute that is not there, so that the host has it afterwards: an expired or a deferred
/// one. Does nothing for a new instance.
///
/// # Errors
/// What loading raises.
pub fn load_column(state: &StateRef, prop: &Property) -> OrmResult<()> {
    if prop.as_column().is_some_and(|it| it.is_query_expression) {
        return Ok(());
    }
    let session = state.session();
    let _asks = session.as_ref().and_then(|it| events::asks(it, prop));
    if state.is_expired(&prop.key) && !refresh::is_deferred(prop) {
        return refresh::load_expired(state, PassiveFlag::OFF);
    }
    if let Some(prop) = state.mapper.property(&prop.key) {
        load_attribute(state, &prop, PassiveFlag::OFF)?;
    }
    Ok(())
}

/// A flush looks for what the database has: by the keys before their change.
fn while_flushing(state: &StateRef, flags: PassiveFlag) -> PassiveFlag {
    if state.session().is_some_and(|it| it.flushing.get()) {
        flags.with(PassiveFlag::LOAD_AGAINST_COMMITTED)
    } else {
        flags
    }
}

/// The object of a scalar relationship, loaded if `passive` allows; the outer `None` when it is not known.
/// What is loaded is set on the instance.
///
/// # Errors
/// What loading raises.
#[allow(clippy::option_option)]
pub fn current_object(
    host: &dyn Host,
    state: &StateRef,
    prop: &Rc<Property>,
    passive: Passive,
) -> OrmResult<Option<Option<Object>>> {
    if let Some(known) = host.get_object(state, prop) {
        return Ok(Some(known));
    }
    if passive == Passive::NoInitialize {
        return Ok(None);
    }
    let flags = passive.flags().with(PassiveFlag::NO_RAISE);
    let flags = match passive {
        Passive::Read => passive.flags(),
        // The old value of a change: by what the database has, and without a flush in between.
        Passive::OnlyPersistent => flags.with(PassiveFlag::LOAD_AGAINST_COMMITTED).with(PassiveFlag::NO_AUTOFLUSH),
        // A key that was never set leaves the old value unknown: setting None is a change then.
        Passive::NoFetch | Passive::NoFetchRelated => {
            flags.without(PassiveFlag::INIT_OK).with(PassiveFlag::LOAD_AGAINST_COMMITTED)
        }
        Passive::Off | Passive::NoInitialize => while_flushing(state, flags),
    };
    match load_attribute(state, prop, flags)? {
        Loaded::Scalar(object) => {
            set_committed_value(state, prop, Loaded::Scalar(object.clone()))?;
            Ok(Some(object))
        }
        Loaded::WasSet => Ok(host.get_object(state, prop)),
        Loaded::NoResult | Loaded::Empty | Loaded::Collection(_) => Ok(None),
    }
}

/// Learns the object that a scalar relationship had before a change that did not look for it.
///
/// # Errors
/// What loading raises.
pub fn load_original(state: &StateRef, prop: &Rc<Property>) -> OrmResult<()> {
    let is_unknown = matches!(state.committed.borrow().get(&prop.key), Some(Committed::NoResult));
    let must_know = prop.as_relationship().is_some_and(super::super::relationships::Relationship::defers_history);
    if !is_unknown || !must_know || state.session().is_none() {
        return Ok(());
    }
    let flags = PassiveFlag::ONLY_PERSISTENT
        .with(PassiveFlag::NO_AUTOFLUSH)
        .with(PassiveFlag::LOAD_AGAINST_COMMITTED)
        .with(PassiveFlag::NO_RAISE)
        .with(PassiveFlag::DEFERRED_HISTORY_LOAD);
    if let Loaded::Scalar(object) = load_attribute(state, prop, flags)? {
        state.committed.borrow_mut().insert(prop.key.clone(), Committed::Object(object));
    }
    Ok(())
}

/// The members of a collection, loaded if they are not there.
///
/// # Errors
/// What loading raises.
pub fn current_collection(
    host: &dyn Host,
    state: &StateRef,
    prop: &Rc<Property>,
    passive: Passive,
) -> OrmResult<Vec<Object>> {
    if let Some(members) = host.get_collection(state, prop) {
        return Ok(members);
    }
    let flags = match passive {
        Passive::Read => passive.flags(),
        _ => while_flushing(state, PassiveFlag::OFF.with(PassiveFlag::NO_RAISE)),
    };
    if let Loaded::Collection(members) = load_attribute(state, prop, flags)? {
        set_committed_value(state, prop, Loaded::Collection(members))?;
    }
    Ok(host.get_collection(state, prop).unwrap_or_default())
}

/// The related objects of a relationship, collection or not, loaded if `passive` allows. What is loaded is set
/// on the instance.
///
/// # Errors
/// What loading raises.
pub fn load_related(
    host: &dyn Host,
    state: &StateRef,
    prop: &Rc<Property>,
    passive: Passive,
) -> OrmResult<Vec<Object>> {
    if !prop.as_relationship().is_some_and(Relationship::uselist) {
        return Ok(current_object(host, state, prop, passive)?.flatten().into_iter().collect());
    }
    if let Some(members) = host.get_collection(state, prop) {
        return Ok(members);
    }
    match passive {
        Passive::Read | Passive::Off | Passive::OnlyPersistent => current_collection(host, state, prop, passive),
        Passive::NoFetch | Passive::NoFetchRelated | Passive::NoInitialize => Ok(Vec::new()),
    }
}
