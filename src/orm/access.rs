//! What an attribute holds now, loaded first where that is allowed. Between the changes in `attributes`,
//! `unitofwork`, `cascades` and the loader strategies.

use super::errors::OrmResult;
use super::host::Host;
use super::loading::{self, set_committed_value};
use super::passive;
use super::properties::Property;
use super::state::{Object, StateRef};
use super::strategies::{Loaded, load_attribute};
use std::rc::Rc;

/// How far a look at an attribute may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passive {
    /// Load it.
    Off,
    /// Load it, unless the instance was never stored.
    OnlyPersistent,
    /// Look into the identity map, send no SQL.
    NoFetch,
    /// Only what is there.
    NoInitialize,
}

impl Passive {
    fn flags(self) -> passive::Passive {
        match self {
            Self::Off => passive::Passive::OFF,
            Self::OnlyPersistent => passive::Passive::ONLY_PERSISTENT.with(passive::Passive::NO_AUTOFLUSH),
            Self::NoFetch => passive::Passive::NO_FETCH.with(passive::Passive::NO_RAISE),
            Self::NoInitialize => passive::Passive::NO_INITIALIZE,
        }
    }
}

/// The object of a scalar relationship; the outer `None` when it is not known.
///
/// # Errors
/// Those of loading.
pub fn current_object(
    host: &dyn Host,
    state: &StateRef,
    prop: &Rc<Property>,
    passive: Passive,
) -> OrmResult<Option<Option<Object>>> {
    if let Some(object) = host.get_object(state, prop) {
        return Ok(Some(object));
    }
    if passive == Passive::NoInitialize || !state.has_identity() || state.session().is_none() {
        return Ok(None);
    }
    let flags = passive.flags().with(passive::Passive::LOAD_AGAINST_COMMITTED);
    match load_attribute(state, prop, flags)? {
        Loaded::Scalar(object) => Ok(Some(object)),
        Loaded::WasSet => Ok(host.get_object(state, prop)),
        Loaded::NoResult | Loaded::Empty | Loaded::Collection(_) => Ok(None),
    }
}

/// The members of a collection, loaded if need be.
///
/// # Errors
/// Those of loading.
pub fn current_collection(host: &dyn Host, state: &StateRef, prop: &Rc<Property>) -> OrmResult<Vec<Object>> {
    if let Some(members) = host.get_collection(state, prop) {
        return Ok(members);
    }
    if !state.has_identity() || state.session().is_none() {
        return Ok(Vec::new());
    }
    load_related(host, state, prop, Passive::OnlyPersistent)
}

/// The related objects of either sort, loaded and put in place if need be.
///
/// # Errors
/// Those of loading.
pub fn load_related(host: &dyn Host, state: &StateRef, prop: &Rc<Property>, passive: Passive) -> OrmResult<Vec<Object>> {
    let uselist = prop.as_relationship().is_some_and(super::relationships::Relationship::uselist);
    let present = || -> Option<Vec<Object>> {
        if uselist {
            host.get_collection(state, prop)
        } else {
            host.get_object(state, prop).map(|it| it.into_iter().collect())
        }
    };
    if let Some(members) = present() {
        return Ok(members);
    }
    if passive == Passive::NoInitialize {
        return Ok(Vec::new());
    }
    match load_attribute(state, prop, passive.flags())? {
        Loaded::NoResult => Ok(Vec::new()),
        Loaded::WasSet => Ok(present().unwrap_or_default()),
        Loaded::Empty => {
            if uselist {
                host.set_collection(state, prop, &[])?;
            }
            Ok(Vec::new())
        }
        loaded => {
            set_committed_value(host, state, prop, loaded)?;
            Ok(present().unwrap_or_default())
        }
    }
}

/// Reads a column attribute that is not there: an expired or deferred one of a stored instance.
///
/// # Errors
/// Those of loading; `DetachedInstanceError` without a session.
pub fn load_column(state: &StateRef, prop: &Rc<Property>) -> OrmResult<()> {
    if !state.has_identity() {
        return Ok(());
    }
    if state.is_expired(&prop.key) {
        return loading::load_expired(state);
    }
    load_attribute(state, prop, passive::Passive::OFF).map(drop)
}
