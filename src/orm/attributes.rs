//! Changing attributes: history, the other side of a relationship, the save-update cascade.
//! Mirrors `orm/attributes.py` and the event listeners of `orm/unitofwork.py`.
//!
//! Called by the host when a program sets an attribute or changes a collection. `Origin::Backref` marks a
//! change that is itself the echo of another, so that it neither echoes nor cascades.

use super::errors::{OrmError, OrmResult};
use super::events::{AttributeChange, OrmEvent};
use super::host::{CollectionKind, Hook, Host};
use super::properties::Property;
use super::state::{Committed, Object, StateRef};
use super::strategies::{Passive, current_object};
use crate::sql::schema::ColumnRef;
use std::rc::Rc;

/// Where a change came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The program.
    Program,
    /// The program replaced the whole collection.
    Replace,
    /// The other side of a relationship.
    Backref,
}

/// Notes the old value of an attribute, once, and that the instance changed.
///
/// # Errors
/// As [`mark_modified`].
pub fn record(host: &dyn Host, state: &StateRef, prop: &Property, old: impl FnOnce() -> Committed) -> OrmResult<()> {
    // A relationship that only shows takes changes, but they are no changes of the instance.
    if prop.as_relationship().is_some_and(|it| it.declared.get().is_some_and(|it| it.viewonly)) {
        return Ok(());
    }
    if !state.committed.borrow().contains_key(&prop.key) {
        let old = old();
        state.committed.borrow_mut().insert(prop.key.clone(), old);
    }
    mark_modified(host, state)
}

/// Notes that the instance changed, so that the next flush looks at it. A change begins the session's transaction.
///
/// # Errors
/// `InvalidRequestError` where the session does not begin by itself.
pub fn mark_modified(host: &dyn Host, state: &StateRef) -> OrmResult<()> {
    if state.modified.replace(true) {
        return Ok(());
    }
    let Some(session) = state.session() else { return Ok(()) };
    host.hold(state);
    // A row that is deleted already has nothing to flush any more.
    if state.has_identity() && !state.deleted.get() {
        session.modified.borrow_mut().replace(state.id, state.clone());
    }
    session.begin_if_needed()
}

/// Notes that a column attribute is about to get a value; the host puts it there.
///
/// # Errors
/// Those of loading the old value, for attributes with `active_history`.
pub fn before_set_value(host: &dyn Host, state: &StateRef, prop: &Property) -> OrmResult<()> {
    if !state.committed.borrow().contains_key(&prop.key) {
        let active = prop.as_column().is_some_and(|it| it.active_history.get()) || is_key_or_version(state, prop);
        if active && state.has_identity() && !host.has(state, prop) {
            super::strategies::load_column(state, prop)?;
        }
    }
    record(host, state, prop, || host.get(state, prop).map_or(Committed::NoValue, Committed::Value))?;
    state.expired_attributes.change(|it| it.remove(&prop.key));
    Ok(())
}

fn is_key_or_version(state: &StateRef, prop: &Property) -> bool {
    let is_version = |it: &ColumnRef| state.mapper.property_of_column(it).is_some_and(|it| it.id == prop.id);
    state.mapper.derived().primary_key_props.iter().any(|it| it.id == prop.id)
        || state.mapper.version_id_col.as_ref().is_some_and(is_version)
}

/// Removes a column attribute's value (`del obj.name`).
///
/// # Errors
/// As [`mark_modified`].
pub fn delete_value(host: &dyn Host, state: &StateRef, prop: &Property) -> OrmResult<()> {
    record(host, state, prop, || host.get(state, prop).map_or(Committed::NoValue, Committed::Value))?;
    host.remove(state, prop);
    host.tell(&OrmEvent::Attribute(state, prop, AttributeChange::Deleted));
    Ok(())
}

/// Sets a scalar relationship.
///
/// # Errors
/// Those of loading the old object, where the relationship has to know it.
pub fn set_object(
    host: &dyn Host,
    state: &StateRef,
    prop: &Rc<Property>,
    new: Option<&Object>,
    origin: Origin,
) -> OrmResult<()> {
    change_object(host, state, prop, new, origin, None, Some(prop))
}

/// Takes a scalar relationship's object away (`del book.author`).
///
/// # Errors
/// As [`set_object`].
pub fn delete_object(host: &dyn Host, state: &StateRef, prop: &Rc<Property>) -> OrmResult<()> {
    change_object(host, state, prop, None, Origin::Program, None, None)?;
    host.remove(state, prop);
    Ok(())
}

/// See [`set_object`]. `leaves`: the relationship whose loss of the instance is echoed here, so that
/// it is not told. `initiator`: `None` where no value is set.
fn change_object(
    host: &dyn Host,
    state: &StateRef,
    prop: &Rc<Property>,
    new: Option<&Object>,
    origin: Origin,
    leaves: Option<&Property>,
    initiator: Option<&Property>,
) -> OrmResult<()> {
    let relationship = prop.as_relationship().expect("a scalar relationship");
    let declared = relationship.declared();
    let must_know = declared.active_history || declared.single_parent;
    let passive = if must_know { Passive::OnlyPersistent } else { Passive::NoFetch };
    let old = current_object(host, state, prop, passive)?;
    warn_in_flush(state, if initiator.is_some() { "related attribute set" } else { "related attribute delete" })?;
    record(host, state, prop, || match &old {
        Some(old) => Committed::Object(old.clone()),
        // There may be one: the flush asks the database for it, where it has to know.
        None if state.has_identity() => Committed::NoResult,
        None => Committed::NoValue,
    })?;
    let old = old.flatten();
    if let (Some(new), Some(initiator)) = (new, initiator)
        && old.as_ref() != Some(new)
    {
        check_single_parent(prop, new, initiator)?;
    }
    if old.as_ref() == new {
        let new = late(host, state, prop, new, initiator)?;
        host.set_object(state, prop, new.as_ref());
        state.expired_attributes.change(|it| it.remove(&prop.key));
        return Ok(());
    }
    // Before the other sides hear of it: they may take the instance out of the session.
    if let (Some(new), Origin::Program) = (new, origin) {
        cascade_save_update(state, prop, new)?;
    }
    if let Some(old) = &old {
        set_parent(&old.state, prop, state, false);
        // A scalar that echoes another's change does not tell the other side of the object that it had.
        let is_scalar = |it: &Property| it.as_relationship().is_some_and(|it| !it.uselist());
        let leaves = leaves.or_else(|| initiator.filter(|it| origin == Origin::Backref && is_scalar(it)));
        detached(host, state, prop, old, Origin::Program, leaves)?;
    }
    if let Some(new) = new {
        attached(host, state, prop, new, origin)?;
    }
    // The other sides hear of it before it is there.
    let new = late(host, state, prop, new, initiator)?;
    host.set_object(state, prop, new.as_ref());
    state.expired_attributes.change(|it| it.remove(&prop.key));
    host.tell(&OrmEvent::Attribute(state, prop, AttributeChange::Set));
    Ok(())
}

/// Refuses an object that has another parent along a `single_parent=True` relationship.
fn check_single_parent(prop: &Property, new: &Object, initiator: &Property) -> OrmResult<()> {
    let is_single = prop.as_relationship().is_some_and(|it| it.declared().single_parent);
    if !is_single || initiator.key != prop.key || !has_parent(&new.state, prop, false) {
        return Ok(());
    }
    Err(OrmError::InvalidRequest(
        format!(
            "Instance {} is already associated with an instance of {} via its {} attribute, and is only \
             allowed a single parent.",
            new.state.describe(),
            prop.parent().class_repr,
            prop.qualified_name()
        ),
        Some("bbf1"),
    ))
}

/// While a flush sends its statements, changes of relationships are not heard any more.
fn warn_in_flush(state: &StateRef, operation: &str) -> OrmResult<()> {
    state.session().map_or(Ok(()), |it| it.warn_in_flush(operation))
}

fn late(
    host: &dyn Host,
    state: &StateRef,
    prop: &Property,
    new: Option<&Object>,
    initiator: Option<&Property>,
) -> OrmResult<Option<Object>> {
    initiator.map_or_else(|| Ok(new.cloned()), |it| host.late_set_object(state, prop, new, it))
}

/// `member` came into the relationship: it has a parent, and the program's change reaches the other side.
fn attached(host: &dyn Host, state: &StateRef, prop: &Rc<Property>, member: &Object, origin: Origin) -> OrmResult<()> {
    if origin == Origin::Program {
        cascade_save_update(state, prop, member)?;
        for reverse in reverse_of(prop) {
            add_to_other_side(host, &member.state, &reverse, state, prop)?;
        }
    }
    // Last: a pending member that comes from another parent is an orphan in between.
    set_parent(&member.state, prop, state, true);
    Ok(())
}

/// `member` left the relationship; the program's change reaches the other side.
fn detached(
    host: &dyn Host,
    state: &StateRef,
    prop: &Rc<Property>,
    member: &Object,
    origin: Origin,
    leaves: Option<&Property>,
) -> OrmResult<()> {
    expunge_pending_orphan(state, prop, &member.state)?;
    let is_scalar = |it: &Property| it.as_relationship().is_some_and(|it| !it.uselist());
    for reverse in reverse_of(prop) {
        if leaves.is_some_and(|it| it.id == reverse.id) {
            continue;
        }
        // A member that stands in a list once more stays where it is.
        let is_collection = prop.as_relationship().is_some_and(super::relationships::Relationship::uselist);
        if is_collection && is_scalar(&reverse) && host.occurrences(state, prop, member) > 1 {
            continue;
        }
        remove_from_other_side(host, &member.state, &reverse, state, prop, origin)?;
    }
    Ok(())
}

/// A member is about to be appended to a loaded collection; the host puts it there.
///
/// # Errors
/// Those of adding the member to the session and of changing the other side.
pub fn appended(
    host: &dyn Host,
    state: &StateRef,
    prop: &Rc<Property>,
    member: &Object,
    origin: Origin,
) -> OrmResult<()> {
    if origin != Origin::Backref {
        check_single_parent(prop, member, prop)?;
    }
    warn_in_flush(state, "collection append")?;
    record_collection(host, state, prop)?;
    host.tell(&OrmEvent::Attribute(state, prop, AttributeChange::Appended));
    attached(host, state, prop, member, origin)
}

/// A member is about to be removed from a loaded collection; the host takes it out.
///
/// # Errors
/// Those of changing the other side.
pub fn removed(
    host: &dyn Host,
    state: &StateRef,
    prop: &Rc<Property>,
    member: &Object,
    origin: Origin,
) -> OrmResult<()> {
    warn_in_flush(state, "collection remove")?;
    record_collection(host, state, prop)?;
    host.tell(&OrmEvent::Attribute(state, prop, AttributeChange::Removed));
    set_parent(&member.state, prop, state, false);
    if origin != Origin::Backref {
        return detached(host, state, prop, member, origin, None);
    }
    expunge_pending_orphan(state, prop, &member.state)
}

/// Notes the members before a change of a collection.
///
/// # Errors
/// As [`mark_modified`].
pub fn record_collection(host: &dyn Host, state: &StateRef, prop: &Property) -> OrmResult<()> {
    record(host, state, prop, || Committed::Collection(host.get_collection(state, prop).unwrap_or_default()))
}

/// Replaces a whole collection (`author.books = [...]`). `refused`: why what comes behind these members cannot be one;
/// they are there then, and the old ones have not left.
///
/// # Errors
/// Those of loading the old collection and of changing the other sides; `refused`.
pub fn set_collection(
    host: &dyn Host,
    state: &StateRef,
    prop: &Rc<Property>,
    members: &[Object],
    refused: Option<OrmError>,
) -> OrmResult<()> {
    let old = super::strategies::current_collection(host, state, prop, Passive::Read)?;
    record(host, state, prop, || Committed::Collection(old.clone()))?;
    host.set_collection(state, prop, members)?;
    state.pending_mutations.change(|it| it.shift_remove(&prop.key));
    state.expired_attributes.change(|it| it.remove(&prop.key));
    let mut members = members.to_vec();
    for at in 0..members.len() {
        if !old.contains(&members[at]) {
            let member = host.before_append(state, prop, &members[at], prop)?;
            if member != members[at] {
                members[at] = member.clone();
                host.set_collection(state, prop, &members)?;
            }
            if let Err(error) = appended(host, state, prop, &member, Origin::Program) {
                // What comes after it has not been appended.
                host.set_collection(state, prop, &members[..at])?;
                return Err(error);
            }
            host.after_replace(state, prop, &member, true)?;
        }
    }
    for member in members.iter().filter(|it| old.contains(it)) {
        cascade_save_update(state, prop, member)?;
    }
    if let Some(refused) = refused {
        return Err(refused);
    }
    for (at, member) in old.iter().enumerate().filter(|it| !members.contains(it.1)) {
        if old[..at].contains(member) {
            continue;
        }
        host.before_remove(state, prop, member, prop)?;
        removed(host, state, prop, member, Origin::Replace)?;
        host.after_replace(state, prop, member, false)?;
    }
    Ok(())
}

fn reverse_of(prop: &Property) -> Vec<Rc<Property>> {
    let Some(relationship) = prop.as_relationship() else { return Vec::new() };
    if relationship.declared().viewonly {
        return Vec::new();
    }
    let reverse = relationship.reverse.borrow();
    reverse
        .iter()
        .filter_map(std::rc::Weak::upgrade)
        .filter(|it| it.as_relationship().is_some_and(|it| it.declared.get().is_some_and(|d| !d.viewonly)))
        .collect()
}

/// Puts the instance of `owner` into the relationship `prop` of `state`, as the echo of a change of `initiator`.
fn add_to_other_side(
    host: &dyn Host,
    state: &StateRef,
    prop: &Rc<Property>,
    owner: &StateRef,
    initiator: &Property,
) -> OrmResult<()> {
    let Some(owner) = host.object(owner) else { return Ok(()) };
    // A member of a class that is not the relationship's has another attribute of that name, or none.
    let Some(prop) = &state.mapper.property(&prop.key) else { return Err(OrmError::Key(prop.key.to_string())) };
    let Some(relationship) = prop.as_relationship() else { return Ok(()) };
    if let Some(other) = reverse_of(prop).iter().find(|it| it.key != initiator.key) {
        return Err(OrmError::Value(format!(
            "Bidirectional attribute conflict detected: Passing object {} to attribute \"{}\" triggers a modify event on \
             attribute \"{}\" via the backref \"{}\".",
            state.describe(),
            initiator.qualified_name(),
            other.qualified_name(),
            prop.qualified_name()
        )));
    }
    if !relationship.uselist() {
        let new = host.before_set_object(state, prop, Some(&owner), initiator)?;
        return change_object(host, state, prop, new.as_ref(), Origin::Backref, None, Some(initiator));
    }
    let is_loaded = host.has(state, prop) || state.empty_collections.borrow().contains_key(&prop.key);
    let is_set = || host.collection_kind(state, prop) == CollectionKind::Set;
    if is_loaded && is_set() && host.occurrences(state, prop, &owner) > 0 {
        return Ok(());
    }
    if let Some(displaced) = host.displaced(state, prop, &owner)? {
        host.before_remove(state, prop, &displaced, initiator)?;
        removed(host, state, prop, &displaced, Origin::Backref)?;
    }
    let owner = host.before_append(state, prop, &owner, initiator)?;
    match is_loaded {
        true => {
            appended(host, state, prop, &owner, Origin::Backref)?;
            host.append(state, prop, &owner)
        }
        false if !state.has_identity() => {
            appended(host, state, prop, &owner, Origin::Backref)?;
            host.set_collection(state, prop, std::slice::from_ref(&owner))
        }
        false => {
            let mut pending = state.pending_mutations.borrow_mut();
            let pending = pending.entry(prop.key.clone()).or_default();
            match pending.removed.iter().position(|it| *it == owner) {
                Some(place) => drop(pending.removed.remove(place)),
                None if !pending.added.contains(&owner) => pending.added.push(owner.clone()),
                None => {}
            }
            set_parent(&owner.state, prop, state, true);
            record(host, state, prop, || Committed::NoValue)
        }
    }
}

/// Takes the instance of `owner` out of the relationship `prop` of `state`.
fn remove_from_other_side(
    host: &dyn Host,
    state: &StateRef,
    prop: &Rc<Property>,
    owner: &StateRef,
    initiator: &Property,
    origin: Origin,
) -> OrmResult<()> {
    let Some(owner) = host.object(owner) else { return Ok(()) };
    let relationship = prop.as_relationship().expect("a reverse is a relationship");
    if !relationship.uselist() {
        let current = current_object(host, state, prop, Passive::NoFetch)?;
        let is_unknown = current.is_none() && state.has_identity();
        if is_unknown || current.flatten().as_ref() == Some(&owner) {
            let new = host.before_set_object(state, prop, None, initiator)?;
            // The echo of a replaced collection is heard there, too.
            if let (Origin::Replace, Some(member)) = (origin, host.object(state)) {
                host.can_discard(&owner.state, initiator, &member)?;
                host.before_remove(&owner.state, initiator, &member, prop)?;
            }
            return change_object(host, state, prop, new.as_ref(), Origin::Backref, Some(initiator), Some(initiator));
        }
        return Ok(());
    }
    match host.get_collection(state, prop) {
        Some(_) => {
            if !host.can_discard(state, prop, &owner)? {
                return Ok(());
            }
            host.before_remove(state, prop, &owner, initiator)?;
            removed(host, state, prop, &owner, Origin::Backref)?;
            host.discard(state, prop, &owner)
        }
        None if !state.has_identity() => Ok(()),
        None => {
            host.before_remove(state, prop, &owner, initiator)?;
            let mut pending = state.pending_mutations.borrow_mut();
            let pending = pending.entry(prop.key.clone()).or_default();
            match pending.added.iter().position(|it| *it == owner) {
                Some(place) => drop(pending.added.remove(place)),
                None if !pending.removed.contains(&owner) => pending.removed.push(owner.clone()),
                None => {}
            }
            set_parent(&owner.state, prop, state, false);
            record(host, state, prop, || Committed::NoValue)
        }
    }
}

/// Remembers whether `child` has a parent along `prop`, for delete-orphan.
pub fn set_parent(child: &StateRef, prop: &Property, parent: &StateRef, is_parent: bool) {
    if prop.as_relationship().is_none() {
        return;
    }
    let key = (prop.id.mapper, prop.key.clone());
    let mut parents = child.parents.borrow_mut();
    if is_parent {
        parents.insert(key, Some(Rc::downgrade(parent)));
        return;
    }
    let last = parents.get(&key).cloned();
    let moved_on = matches!(&last, Some(Some(last)) if last.upgrade().is_some_and(|it| !Rc::ptr_eq(&it, parent)));
    if !moved_on {
        parents.insert(key, None);
    }
}

/// Whether `child` has a parent along `prop`; `optimistic` is the answer when nothing is known.
pub fn has_parent(child: &StateRef, prop: &Property, optimistic: bool) -> bool {
    let key = (prop.id.mapper, prop.key.clone());
    child.parents.borrow().get(&key).map_or(optimistic, Option::is_some)
}

/// Whether a delete-orphan relationship that should hold the instance does not; with `legacy_is_orphan` whether
/// none does.
pub fn is_orphan(state: &StateRef) -> bool {
    let is_legacy = state.mapper.legacy_is_orphan;
    let mut is_possible = false;
    for mapper in state.mapper.iterate_to_root() {
        for prop in mapper.delete_orphans.borrow().iter().filter_map(std::rc::Weak::upgrade) {
            is_possible = true;
            let has_parent = has_parent(state, &prop, state.has_identity());
            if is_legacy == has_parent {
                return !is_legacy;
            }
        }
    }
    is_legacy && is_possible
}

/// A member of a relationship of an instance in a session comes into that session.
///
/// # Errors
/// Those of adding the member to the session.
pub fn cascade_save_update(state: &StateRef, prop: &Property, member: &Object) -> OrmResult<()> {
    let Some(session) = state.session() else { return Ok(()) };
    let cascades = prop.as_relationship().is_some_and(|it| it.joins().cascade.save_update);
    if cascades && !session.contains_state(&member.state) {
        session.save_or_update(member)?;
    }
    Ok(())
}

/// A pending member that loses a parent of the session's leaves it, with what its expunge cascade reaches.
fn expunge_pending_orphan(parent: &StateRef, prop: &Property, member: &StateRef) -> OrmResult<()> {
    let cascades = prop.as_relationship().is_some_and(|it| it.joins().cascade.delete_orphan);
    if !cascades || !is_orphan(member) {
        return Ok(());
    }
    match parent.session() {
        Some(session) if session.new.borrow().contains_key(&member.id) => {}
        _ => {
            // The flush finds it.
            member.orphaned_outside.set(true);
            return Ok(());
        }
    }
    parent.session().map_or(Ok(()), |it| it.expunge(member))
}

/// Forgets changes: what is there now counts as loaded.
pub fn commit_all(host: &dyn Host, state: &StateRef) {
    state.committed.change(|it| it.clear());
    state.pending_mutations.change(|it| it.clear());
    state.empty_collections.change(|it| it.clear());
    if state.modified.replace(false)
        && let Some(session) = state.session()
    {
        session.modified.borrow_mut().remove(&state.id);
    }
    if state.has_identity() && !state.deleted.get() {
        host.release(state);
    }
}

/// Expires the instance: every loaded attribute is read again on next access.
///
/// # Errors
/// Those of listeners.
pub fn expire(host: &dyn Host, state: &StateRef) -> OrmResult<()> {
    state.expired.set(true);
    note_reason(state);
    if state.modified.replace(false) {
        if let Some(session) = state.session() {
            session.modified.borrow_mut().remove(&state.id);
        }
        host.release(state);
    }
    state.committed.change(|it| it.clear());
    state.pending_mutations.change(|it| it.clear());
    state.empty_collections.change(|it| it.clear());
    state.callables.change(|it| it.clear());
    state.parents.change(|it| it.clear());
    let props: Vec<Rc<Property>> =
        state.mapper.props.borrow().values().filter(|it| !it.is_hidden.get()).cloned().collect();
    let mut expired = state.expired_attributes.borrow_mut();
    for prop in props {
        match prop.as_column() {
            Some(column) if column.deferred.get() && !host.has(state, &prop) => {}
            // Relationships too: a refresh loads those that its options or the mapping load eagerly.
            Some(_) | None => {
                expired.insert(prop.key.clone());
            }
        }
        note_last_known(host, state, &prop);
        host.remove(state, &prop);
    }
    drop(expired);
    host.call(&Hook::Expire(state.clone(), None))
}

fn note_reason(state: &StateRef) {
    if let Some(session) = state.session() {
        match session.expire_reason.borrow().clone() {
            Some(reason) => *state.expire_reason.borrow_mut() = Some(reason),
            None => state.expire_reason.change(|it| *it = None),
        }
    }
}

/// Keeps the value that an expression compares with, before it expires.
fn note_last_known(host: &dyn Host, state: &StateRef, prop: &Property) {
    if state.last_known.borrow().contains_key(&prop.key)
        && let Some(value) = host.get(state, prop)
    {
        state.last_known.borrow_mut().insert(prop.key.clone(), Some(value));
    }
}

/// `merge()` found a column's attribute neither given nor loaded: it is read anew, unless it is loaded in its own way.
///
/// # Errors
/// Those of listeners.
pub fn expire_unmerged(host: &dyn Host, state: &StateRef, key: &Rc<str>) -> OrmResult<()> {
    let has_loader = state.callables.borrow().contains_key(key)
        || state.mapper.property(key).is_some_and(|it| super::loading::refresh::is_deferred(&it));
    if has_loader { Ok(()) } else { expire_attributes(host, state, std::slice::from_ref(key)) }
}

/// What a statement said on loading goes from an instance to its merged copy.
pub fn copy_load_options(source: &StateRef, merged: &StateRef) {
    merged.load_path.borrow_mut().clone_from(&source.load_path.borrow());
    merged.load_options.borrow_mut().clone_from(&source.load_options.borrow());
    if !source.callables.borrow().is_empty() {
        merged.callables.borrow_mut().clone_from(&source.callables.borrow());
    }
}

/// Expires some attributes.
///
/// # Errors
/// Those of listeners.
pub fn expire_attributes(host: &dyn Host, state: &StateRef, keys: &[Rc<str>]) -> OrmResult<()> {
    note_reason(state);
    for key in keys {
        let Some(prop) = state.mapper.property(key) else { continue };
        if prop.as_column().is_some() {
            state.expired_attributes.borrow_mut().insert(key.clone());
        }
        note_last_known(host, state, &prop);
        host.remove(state, &prop);
        state.committed.change(|it| it.shift_remove(key));
        state.pending_mutations.change(|it| it.shift_remove(key));
        state.callables.change(|it| it.shift_remove(key));
    }
    host.call(&Hook::Expire(state.clone(), Some(keys.to_vec())))
}
