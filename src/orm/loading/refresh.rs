//! Reading again what is expired. Mirrors `_load_expired` of `orm/state.py` and `_load_scalar_attributes` of
//! `orm/loading.py`.

use super::instance::Keys;
use super::{LoadOptions, detached_str, execute_from_statement, get, minimal};
use crate::engine::ParameterSets;
use crate::engine::events::CauseKind;
use crate::orm::context::CompileOptions;
use crate::orm::entity::Entity;
use crate::orm::errors::{OrmError, OrmResult};
use crate::orm::events;
use crate::orm::passive::PassiveFlag;
use crate::orm::plugin::OrmItem;
use crate::orm::properties::Property;
use crate::orm::session::Session;
use crate::orm::state::{Committed, StateRef};
use crate::orm::strategies::{self, Loaded};
use crate::sql::compile::Statement;
use crate::sql::schema::ColumnRef;
use crate::sql::select::{Select, SelectItem};
use crate::sql::value::Value;
use std::rc::Rc;

/// What reading a column gave.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Read {
    Value(Value),
    /// Not allowed to load it.
    NoResult,
    /// A new object's attribute without a value.
    NeverSet,
}

/// The value of a mapped column of an instance, loaded if that is allowed.
///
/// # Errors
/// What the statement raises.
pub fn column_value(state: &StateRef, column: &ColumnRef, passive: PassiveFlag) -> OrmResult<Read> {
    let (Some(session), Some(prop)) = (state.session(), state.mapper.property_of_column(column)) else {
        return Ok(Read::NoResult);
    };
    if passive.has(PassiveFlag::LOAD_AGAINST_COMMITTED)
        && let Some(old) = state.committed.borrow().get(&prop.key)
    {
        return Ok(match old {
            Committed::Value(value) => Read::Value(value.clone()),
            _ => Read::Value(Value::Null),
        });
    }
    if let Some(value) = session.host.get(state, &prop) {
        return Ok(Read::Value(value));
    }
    if !passive.has(PassiveFlag::CALLABLES_OK) {
        return Ok(Read::NoResult);
    }
    if state.is_expired(&prop.key) && !is_deferred(&prop) {
        if !passive.has(PassiveFlag::SQL_OK) {
            return Ok(Read::NoResult);
        }
        load_expired(state, passive)?;
    } else if let Loaded::NoResult = strategies::load_attribute(state, &prop, passive)? {
        return Ok(Read::NoResult);
    }
    Ok(match session.host.get(state, &prop) {
        Some(value) => Read::Value(value),
        None if passive.has(PassiveFlag::INIT_OK) => Read::Value(Value::Null),
        None => Read::NeverSet,
    })
}

/// Whether the mapping defers an attribute: it is loaded by itself, also when it is expired.
pub fn is_deferred(prop: &Property) -> bool {
    prop.as_column().is_some_and(|it| it.deferred.get())
}

/// Loads all expired attributes of an instance that were not changed since.
///
/// # Errors
/// `ObjectDeletedError` when the row is gone; `DetachedInstanceError` without a session.
pub fn load_expired(state: &StateRef, passive: PassiveFlag) -> OrmResult<()> {
    let keys: Keys = {
        let committed = state.committed.borrow();
        let deferred = |key: &Rc<str>| state.mapper.property(key).is_some_and(|it| is_deferred(&it));
        state
            .expired_attributes
            .borrow()
            .iter()
            .filter(|it| !committed.contains_key(*it) && !deferred(it))
            .cloned()
            .collect()
    };
    let Some(session) = state.session() else {
        return Err(OrmError::DetachedInstance(format!(
            "Instance {} is not bound to a Session; attribute refresh operation cannot proceed",
            detached_str(state)
        )));
    };
    load_scalar_attributes(&session, state, &keys, passive)?;
    state.expired_attributes.change(|it| it.clear());
    Ok(())
}

/// Loads these attributes of one instance with one SELECT by its key.
///
/// # Errors
/// `ObjectDeletedError` when the row is gone; what the statement raises.
pub fn load_scalar_attributes(
    session: &Rc<Session>,
    state: &StateRef,
    keys: &Keys,
    passive: PassiveFlag,
) -> OrmResult<()> {
    let mapper = &state.mapper;
    let keys: Keys = keys.iter().filter(|it| mapper.property(it).is_some()).cloned().collect();
    let has_key = state.has_identity();
    let identity = match state.key() {
        Some(key) => key.values,
        None => primary_key_of(session, state)?,
    };
    let Some(object) = session.host.object(state) else { return Ok(()) };
    let minimal = minimal::select(session, state, &keys);
    let load = LoadOptions {
        autoflush: !passive.has(PassiveFlag::NO_AUTOFLUSH),
        refresh_state: Some(object),
        compile: CompileOptions {
            current_path: state.load_path.borrow().clone(),
            for_refresh: true,
            only_load_props: (!keys.is_empty()).then(|| Rc::new(keys)),
            ..CompileOptions::default()
        },
        ..LoadOptions::default()
    };
    let select = Select {
        columns: vec![SelectItem::Plugin(OrmItem::Entity(Entity::Mapper(mapper.clone())).wrap())],
        options: state.load_options.borrow().clone(),
        ..Select::default()
    };
    let is_expired = state.expired.get() || !state.expired_attributes.borrow().is_empty();
    let missing = || if is_expired { events::expired(state) } else { "deferred".into() };
    let _missing = session.because(CauseKind::Missing, missing);
    let what = if is_expired { "refresh of" } else { "deferred load of" };
    let _refresh = session.because(CauseKind::Refresh, || format!("{what} {}", events::name_of(state)));
    let found = match minimal {
        Some(minimal) => {
            let statement = Statement::Select(Rc::new(minimal));
            let mut rows = execute_from_statement(
                session,
                &select.columns,
                &select.options,
                &statement,
                &ParameterSets::None,
                load,
            )?;
            rows.all()?;
            // Without a row the attribute stays away; whoever reads it says so.
            true
        }
        None => get::load_by_key(session, mapper, select, &identity, load)?.is_some(),
    };
    if has_key && !found {
        return Err(OrmError::ObjectDeleted(format!(
            "Instance '{}' has been deleted, or its row is otherwise not present.",
            state.describe()
        )));
    }
    Ok(())
}

/// The primary key of an instance that has no identity yet: inside a flush.
fn primary_key_of(session: &Rc<Session>, state: &StateRef) -> OrmResult<Rc<[Value]>> {
    let props = &state.mapper.derived().primary_key_props;
    if props.iter().any(|it| state.is_expired(&it.key)) {
        return Err(OrmError::invalid(format!(
            "Instance {} cannot be refreshed - it's not  persistent and does not contain a full primary key.",
            state.describe()
        )));
    }
    Ok(props.iter().map(|it| session.host.get(state, it).unwrap_or(Value::Null)).collect())
}
