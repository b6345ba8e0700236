//! INSERT, UPDATE and DELETE of instances: which columns, grouped into which statements, and what comes
//! back. Mirrors `orm/persistence.py`. Called by `unitofwork` and `dependency` only.

use super::attributes;
use super::errors::{OrmError, OrmResult};
use super::events;
use super::history;
use super::host::Hook;
use super::mapper::Mapper;
use super::persistence_execute::{self as execute, DmlOutcome, Row};
use super::properties::Property;
use super::state::{Committed, StateRef};
use super::unitofwork::UnitOfWork;
use crate::engine::events::CauseKind;
use crate::sql::expr::Expr;
use crate::sql::schema::{ColumnDefault, ColumnRef, TableRef};
use crate::sql::selectable::From;
use crate::sql::value::Value;
use std::rc::Rc;

/// A state to insert or update, with the values for its row.
pub(super) struct Record {
    pub(super) state: StateRef,
    pub(super) params: Row,
    /// Columns set to SQL expressions.
    pub(super) value_params: Vec<(ColumnRef, Expr)>,
    pub(super) has_all_pks: bool,
    pub(super) has_all_defaults: bool,
}

impl Record {
    /// Whether both can go into one statement.
    fn is_like(&self, other: &Record) -> bool {
        self.has_all_pks == other.has_all_pks
            && self.has_all_defaults == other.has_all_defaults
            && self.value_params.is_empty() == other.value_params.is_empty()
            && self.params.len() == other.params.len()
            && self.params.keys().all(|key| other.params.contains_key(key))
    }
}

/// Splits into runs that can go into one statement each.
pub(super) fn runs(records: &[Record]) -> impl Iterator<Item = &[Record]> {
    records.chunk_by(Record::is_like)
}

/// Inserts pending states and updates persistent ones, all of one hierarchy.
pub(super) fn save_obj(uow: &UnitOfWork, base: &Rc<Mapper>, states: &[StateRef]) -> OrmResult<()> {
    let states = sort_states(states);
    if !base.batch && states.len() > 1 {
        for state in states {
            save_obj(uow, base, &[state])?;
        }
        return Ok(());
    }
    uow.connect(base)?;
    let mut to_insert = Vec::new();
    let mut to_update = Vec::new();
    for state in states {
        let is_update = organize_for_save(uow, &state)?;
        if let Some(source) = is_update { to_update.push((state, source)) } else { to_insert.push(state) }
    }
    for (table, mapper) in base.sorted_tables() {
        let at = Place { table, mapper };
        if at.mapper.primary_key_of(&at.table).is_empty() {
            continue;
        }
        send_updates(uow, base, &at, &to_update)?;
        let ours = to_insert.iter().filter(|it| it.mapper.persists_in(&at.table));
        let inserts: Vec<Record> = ours.map(|it| collect_insert(uow, &at, it)).collect::<OrmResult<_>>()?;
        emit_inserts(uow, &at, &inserts)?;
    }
    let host = &*uow.session.host;
    for state in to_insert.iter().chain(to_update.iter().map(|(state, _)| state)) {
        expire_readonly(uow, state)?;
        if host.has_mapper_hooks(&state.mapper) {
            let is_update = to_update.iter().any(|(it, _)| Rc::ptr_eq(it, state));
            host.call(&if is_update { Hook::AfterUpdate(state.clone()) } else { Hook::AfterInsert(state.clone()) })?;
        }
        let mapper = &state.mapper;
        if mapper.version_is_given
            && let Some(prop) = mapper.version_id_col.as_ref().and_then(|it| mapper.property_of_column(it))
            && host.get(state, &prop).is_some_and(|it| it.is_null())
        {
            return Err(OrmError::Flush("Instance does not contain a non-NULL version value".to_owned()));
        }
    }
    Ok(())
}

/// A table of a hierarchy, and the mapper that brings it.
pub(super) struct Place {
    pub(super) table: TableRef,
    pub(super) mapper: Rc<Mapper>,
}

impl Place {
    /// The key by which its rows are found.
    pub(super) fn primary_key(&self) -> Vec<ColumnRef> {
        self.mapper.primary_key_of(&self.table)
    }
    /// The version column, if it is here.
    pub(super) fn version(&self) -> Option<ColumnRef> {
        let column = self.mapper.version_id_col.clone()?;
        column.owner_table().is_some_and(|it| it.id == self.table.id).then_some(column)
    }
}

/// Attributes over SQL expressions are read again after a flush.
fn expire_readonly(uow: &UnitOfWork, state: &StateRef) -> OrmResult<()> {
    let host = &*uow.session.host;
    let keys: Vec<Rc<str>> = state
        .mapper
        .derived()
        .column_props
        .iter()
        .filter(|prop| {
            prop.as_column().is_some_and(|it| {
                let (is_deferred, is_there) = (it.deferred.get(), host.has(state, prop));
                let expires =
                    if it.expire_on_flush.get() { !is_deferred || is_there } else { !is_deferred && !is_there };
                it.expression.is_some() && !it.is_query_expression && expires
            })
        })
        .filter(|prop| !state.committed.borrow().contains_key(&prop.key))
        .map(|prop| prop.key.clone())
        .collect();
    if keys.is_empty() { Ok(()) } else { attributes::expire_attributes(host, state, &keys) }
}

/// Pending states in the order of `add`, then persistent ones by primary key.
pub(super) fn sort_states(states: &[StateRef]) -> Vec<StateRef> {
    let (mut persistent, mut pending): (Vec<StateRef>, Vec<StateRef>) =
        states.iter().cloned().partition(|it| it.has_identity());
    pending.sort_by_key(|it| it.insert_order.get());
    persistent.sort_by(|a, b| match (a.key(), b.key()) {
        (Some(a), Some(b)) => compare_keys(&a.values, &b.values),
        _ => std::cmp::Ordering::Equal,
    });
    pending.extend(persistent);
    pending
}

fn compare_keys(left: &[Value], right: &[Value]) -> std::cmp::Ordering {
    left.iter()
        .zip(right)
        .map(|(a, b)| match (a, b) {
            (Value::Int(a), Value::Int(b)) => a.cmp(b),
            (Value::Text(a), Value::Text(b)) => a.cmp(b),
            (Value::Bytes(a), Value::Bytes(b)) => a.cmp(b),
            (Value::Float(a), Value::Float(b)) => a.total_cmp(b),
            (Value::Null, Value::Null) => std::cmp::Ordering::Equal,
            _ => a.repr().cmp(&b.repr()),
        })
        .find(|it| it.is_ne())
        .unwrap_or(std::cmp::Ordering::Equal)
}

/// Calls the hooks before a save. `Some` for an UPDATE: the state whose row it is (another one, when a new
/// instance takes the row of a deleted one).
fn organize_for_save(uow: &UnitOfWork, state: &StateRef) -> OrmResult<Option<StateRef>> {
    let host = &*uow.session.host;
    let has_hooks = host.has_mapper_hooks(&state.mapper);
    if state.has_identity() {
        if has_hooks {
            host.call(&Hook::BeforeUpdate(state.clone()))?;
        }
        check_identity(uow, state)?;
        return Ok(Some(state.clone()));
    }
    if has_hooks {
        host.call(&Hook::BeforeInsert(state.clone()))?;
    }
    check_identity(uow, state)?;
    let key = state.mapper.identity_key(uow.session.primary_key_values(state));
    if key.values.iter().any(Value::is_null) {
        return Ok(None);
    }
    let Some(existing) = uow.session.identity_map.get(&key).filter(|it| !Rc::ptr_eq(it, state)) else {
        return Ok(None);
    };
    if !uow.is_deleted(&existing) {
        host.warn(&format!(
            "New instance {} with identity key {} conflicts with persistent instance {}",
            state.describe(),
            host.identity_key_str(&state.mapper, &key),
            existing.describe()
        ))?;
        return Ok(None);
    }
    uow.remove_state_actions(&existing);
    Ok(Some(existing))
}

/// An instance whose discriminator is not that of its class may come back as another class.
fn check_identity(uow: &UnitOfWork, state: &StateRef) -> OrmResult<()> {
    let host = &*uow.session.host;
    let Some(key) = state.mapper.inheritance.polymorphic_key.borrow().clone() else { return Ok(()) };
    let Some(value) = state.mapper.property(&key).and_then(|it| host.get(state, &it)) else { return Ok(()) };
    if !state.mapper.accepts_identity(&value) {
        host.warn(&format!(
            "Flushing object {} with incompatible polymorphic identity {}; the object may not refresh and/or load \
             correctly (this warning may be suppressed after 10 occurrences)",
            state.describe(),
            value.repr()
        ))?;
    }
    Ok(())
}

fn collect_insert(uow: &UnitOfWork, at: &Place, state: &StateRef) -> OrmResult<Record> {
    let host = &*uow.session.host;
    let mapper = &state.mapper;
    let mut params = Row::new();
    let mut value_params = Vec::new();
    for (column, prop) in mapper.columns_of(&at.table) {
        let value = host.get(state, &prop);
        match value {
            Some(value) if !value.is_null() => match host.clause_of(&value) {
                Some(expr) => value_params.push((column, expr)),
                None => {
                    params.insert(column.key(), value);
                }
            },
            given => {
                let schema = column.schema.as_ref();
                let has_default = schema.is_some_and(|it| {
                    it.default.borrow().is_some()
                        || it.server_default.borrow().is_some()
                        || it.computed.borrow().is_some()
                        || it.identity.borrow().is_some()
                });
                // Such a type stores None as a value of its own: what was not given at all is left to the table.
                let sends =
                    if evaluates_none(&column) { given.is_some() } else { !has_default && !column.is_primary_key() };
                if sends {
                    params.insert(column.key(), Value::Null);
                }
            }
        }
    }
    if let Some(column) = at.version()
        && let Some(first) = host.next_version(mapper, None)?
    {
        params.insert(column.key(), first);
    }
    let has_all_pks = at.primary_key().iter().all(|it| params.contains_key(&it.key()));
    let base = mapper.base_mapper();
    let fetches_defaults =
        base.eager_defaults.unwrap_or_else(|| base.persists_in(&at.table) && at.table.implicit_returning.get());
    let has_all_defaults =
        !fetches_defaults || server_defaults(mapper, &at.table).iter().all(|it| params.contains_key(&it.key()));
    Ok(Record { state: state.clone(), params, value_params, has_all_pks, has_all_defaults })
}

/// Types that store None as something other than NULL.
fn evaluates_none(column: &ColumnRef) -> bool {
    column.ty().processor.as_ref().is_some_and(|it| it.evaluates_none())
}

/// Columns whose value the server makes on INSERT.
fn server_defaults(mapper: &Mapper, table: &TableRef) -> Vec<ColumnRef> {
    table
        .columns
        .borrow()
        .values()
        .filter(|column| {
            column.schema.as_ref().is_some_and(|it| {
                let is_sql = matches!(it.default.borrow().as_deref(), Some(ColumnDefault::Clause(_)));
                !it.primary_key.get()
                    && (is_sql || it.server_default.borrow().is_some() || it.computed.borrow().is_some())
            }) && mapper.property_of_column(column).is_some()
        })
        .cloned()
        .collect()
}

fn emit_inserts(uow: &UnitOfWork, at: &Place, records: &[Record]) -> OrmResult<()> {
    let table = &at.table;
    for run in runs(records) {
        let _cause = events::flushed(&uow.session, run.iter().map(|it| &it.state), "is new", "are new");
        let first = &run[0];
        let may_return = table.implicit_returning.get();
        let asks_nothing = first.has_all_defaults || !may_return;
        let asks_version = first.state.mapper.version_id_col.is_some();
        if asks_nothing && first.has_all_pks && first.value_params.is_empty() {
            let sets = run.iter().map(|it| it.params.clone()).collect();
            let outcome = execute::insert_many(uow, table, sets, &[])?;
            for (index, record) in run.iter().enumerate() {
                postfetch(uow, at, record, &outcome, index, false)?;
            }
            continue;
        }
        let mut returning = Vec::new();
        if !first.has_all_defaults {
            returning = server_defaults(&first.state.mapper, table);
        }
        // What the version became is asked back, and with it the primary key.
        returning.extend(first.state.mapper.version_id_col.clone());
        if run.len() > 1 && first.value_params.is_empty() && (may_return || asks_version) {
            if returning.is_empty() {
                returning = table.primary_key();
            }
            let sets = run.iter().map(|it| it.params.clone()).collect();
            let outcome = execute::insert_many(uow, table, sets, &returning)?;
            for (index, record) in run.iter().enumerate() {
                take_primary_key(uow, at, record, &outcome, index)?;
                postfetch(uow, at, record, &outcome, index, false)?;
            }
            continue;
        }
        for record in run {
            let outcome = execute::insert_one(uow, table, record.params.clone(), &record.value_params, &returning)?;
            take_primary_key(uow, at, record, &outcome, 0)?;
            postfetch(uow, at, record, &outcome, 0, false)?;
        }
    }
    Ok(())
}

/// Puts the primary key of the new row into the instance.
fn take_primary_key(
    uow: &UnitOfWork,
    at: &Place,
    record: &Record,
    outcome: &DmlOutcome,
    index: usize,
) -> OrmResult<()> {
    let host = &*uow.session.host;
    let mapper = &record.state.mapper;
    let Some(key) = outcome.primary_keys.get(index) else {
        return Err(OrmError::Flush(
            "Single-row INSERT statement for a mapped class did not produce a new primary key result being invoked.  \
             Ensure there are no triggers or special driver issues preventing INSERT from functioning properly."
                .to_owned(),
        ));
    };
    for (column, value) in at.primary_key().iter().zip(key) {
        let Some(prop) = mapper.property_of_column(column) else { continue };
        let is_expression = record.value_params.iter().any(|(it, _)| it.id == column.id);
        if is_expression || host.get(&record.state, &prop).is_none_or(|it| it.is_null()) {
            host.set(&record.state, &prop, value.clone());
        }
    }
    Ok(())
}

/// Takes values that the statement made, and expires those that it made without telling.
/// What the database or a default made of a row goes to its state.
pub(super) fn postfetch(
    uow: &UnitOfWork,
    at: &Place,
    record: &Record,
    outcome: &DmlOutcome,
    index: usize,
    is_update: bool,
) -> OrmResult<()> {
    let host = &*uow.session.host;
    let state = &record.state;
    let mapper = &state.mapper;
    let mut filled: Vec<Rc<str>> = Vec::new();
    if let Some(returned) = outcome.returned.get(index) {
        for (column, value) in returned {
            if column.is_primary_key() && !is_update {
                continue;
            }
            if let Some(prop) = mapper.property_of_column(column) {
                host.set(state, &prop, value.clone());
                filled.push(prop.key.clone());
            }
        }
    }
    if let Some(params) = outcome.parameters.get(index) {
        for column in outcome.prefetch.iter().chain(at.version().iter()) {
            if let (Some(value), Some(prop)) = (params.get(&column.key()), mapper.property_of_column(column)) {
                host.set(state, &prop, value.clone());
                state.committed.change(|it| it.shift_remove(&prop.key));
                filled.push(prop.key.clone());
            }
        }
    }
    if !filled.is_empty() {
        host.call(&Hook::RefreshFlush(state.clone(), filled))?;
    }
    let expired: Vec<Rc<str>> = outcome
        .postfetch
        .iter()
        .chain(record.value_params.iter().map(|(column, _)| column))
        .filter(|column| !(column.is_primary_key() && !is_update))
        .filter(|column| !outcome.returned.get(index).is_some_and(|row| row.iter().any(|(it, _)| it.id == column.id)))
        .filter_map(|column| mapper.property_of_column(column))
        .map(|prop| prop.key.clone())
        .collect();
    if !expired.is_empty() {
        attributes::expire_attributes(host, state, &expired)?;
    }
    // The tables of subclasses take the key of this one.
    let equated = mapper.equated_from(&at.table);
    if !equated.is_empty() {
        super::sync::populate(uow, (state, &state.mapper), (state, &state.mapper), &equated, mapper.passive_updates)?;
    }
    Ok(())
}

fn send_updates(uow: &UnitOfWork, base: &Rc<Mapper>, at: &Place, states: &[(StateRef, StateRef)]) -> OrmResult<()> {
    let mut run: Vec<Record> = Vec::new();
    for (state, row_of) in states.iter().filter(|it| it.0.mapper.persists_in(&at.table)) {
        let Some(record) = collect_update(uow, base, at, state, row_of)? else { continue };
        if run.last().is_some_and(|it| !it.is_like(&record)) {
            emit_updates(uow, at, &std::mem::take(&mut run))?;
        }
        run.push(record);
    }
    emit_updates(uow, at, &run)
}

fn collect_update(
    uow: &UnitOfWork,
    base: &Rc<Mapper>,
    at: &Place,
    state: &StateRef,
    row_of: &StateRef,
) -> OrmResult<Option<Record>> {
    let host = &*uow.session.host;
    let mapper = &state.mapper;
    let mut params = Row::new();
    let mut value_params = Vec::new();
    let is_row_switch = !Rc::ptr_eq(state, row_of);
    for (column, prop) in mapper.columns_of(&at.table) {
        let committed = state.committed.borrow();
        let Some(old) = committed.get(&prop.key) else { continue };
        let Some(value) = host.get(state, &prop) else { continue };
        if let Some(expr) = host.clause_of(&value) {
            value_params.push((column, expr));
        } else if !matches!(old, Committed::Value(old) if *old == value) {
            params.insert(column.key(), value);
        }
    }
    let mut version = None;
    let known_version =
        at.version().map(|it| Ok::<_, OrmError>((committed_value(uow, row_of, &it)?, it))).transpose()?;
    // A row with no version is written by its key alone; that statement cannot be sent.
    if let Some((old, column)) = known_version.filter(|it| !it.0.is_null()) {
        if params.is_empty() && value_params.is_empty() && !changes_elsewhere(uow, at, state) {
            return Ok(None);
        }
        if !params.contains_key(&column.key()) {
            match host.next_version(mapper, Some(&old))? {
                Some(next) => {
                    params.insert(column.key(), next);
                }
                // Only another table changed: the version is set to itself, so that this one's row is looked at.
                None if params.is_empty() && value_params.is_empty() => {
                    params.insert(column.key(), old.clone());
                }
                None => {}
            }
        }
        version = Some((execute::label(&column), old));
    } else if params.is_empty() && value_params.is_empty() {
        return Ok(None);
    }
    let mut pk_params = Row::new();
    for column in &at.primary_key() {
        let Some(prop) = mapper.property_of_column(column) else { continue };
        if state.has_identity() && !host.has(state, &prop) {
            super::strategies::load_column(state, &prop)?;
        }
        let history = history::of_value(host, state, &prop);
        let cascaded = uow.pk_cascaded.borrow().contains(&(state.id, column.id));
        let value = match (history.added.first(), history.deleted.first()) {
            (Some(added), old) if old.is_none() || cascaded || is_row_switch => {
                params.shift_remove(&column.key());
                added.clone()
            }
            (Some(_), Some(old)) => old.clone(),
            _ => history.unchanged.first().cloned().unwrap_or(Value::Null),
        };
        if value.is_null() {
            return Err(OrmError::Flush(format!(
                "Can't update table {} using NULL for primary key value on column {}.{}",
                at.table.name,
                at.table.name,
                column.name()
            )));
        }
        pk_params.insert(execute::label(column), value);
    }
    if params.is_empty() && value_params.is_empty() {
        return Ok(None);
    }
    if let Some((label, old)) = version {
        params.insert(label, old);
    }
    params.extend(pk_params);
    let has_all_defaults = base.eager_defaults != Some(true) || execute::server_onupdates(&at.table).is_empty();
    Ok(Some(Record { state: state.clone(), params, value_params, has_all_pks: true, has_all_defaults }))
}

/// Whether a column of another table of the hierarchy changed: the version counts that, too.
fn changes_elsewhere(uow: &UnitOfWork, at: &Place, state: &StateRef) -> bool {
    let host = &*uow.session.host;
    state.mapper.tables.iter().filter(|it| it.id != at.table.id).any(|table| {
        state.mapper.columns_of(table).iter().any(|(_, prop)| {
            state.committed.borrow().contains_key(&prop.key) && history::of_value(host, state, prop).has_changes()
        })
    })
}

/// The value that the row has, loaded if it is expired.
pub(super) fn committed_value(uow: &UnitOfWork, state: &StateRef, column: &ColumnRef) -> OrmResult<Value> {
    let Some(prop) = state.mapper.property_of_column(column) else { return Ok(Value::Null) };
    if let Some(Committed::Value(old)) = state.committed.borrow().get(&prop.key) {
        return Ok(old.clone());
    }
    let host = &*uow.session.host;
    if !host.has(state, &prop) && state.has_identity() {
        super::strategies::load_column(state, &prop)?;
    }
    Ok(host.get(state, &prop).unwrap_or(Value::Null))
}

fn emit_updates(uow: &UnitOfWork, at: &Place, records: &[Record]) -> OrmResult<()> {
    let table = &at.table;
    for run in runs(records) {
        let _cause = events::flushed(&uow.session, run.iter().map(|it| &it.state), "changed", "changed");
        let first = &run[0];
        let mut matched = 0;
        let asked = if !table.implicit_returning.get() {
            Vec::new()
        } else if first.has_all_defaults {
            // The version that the database counts.
            let is_counted = |it: &ColumnRef| it.schema.as_ref().is_some_and(|it| it.server_onupdate.get());
            let is_given = |it: &ColumnRef| first.params.contains_key(&it.key());
            at.version().filter(|it| is_counted(it) && !is_given(it)).into_iter().collect()
        } else {
            execute::server_onupdates(table)
        };
        let one_by_one = !first.value_params.is_empty() || at.version().is_some() || !asked.is_empty();
        if one_by_one {
            for record in run {
                let sets = vec![record.params.clone()];
                let outcome = execute::update(uow, at, sets, &record.value_params, &asked)?;
                matched += outcome.row_count;
                postfetch(uow, at, record, &outcome, 0, true)?;
            }
        } else {
            let sets: Vec<Row> = run.iter().map(|it| it.params.clone()).collect();
            let outcome = execute::update(uow, at, sets, &[], &[])?;
            matched = outcome.row_count;
            for (index, record) in run.iter().enumerate() {
                postfetch(uow, at, record, &outcome, index, true)?;
            }
        }
        // SQLite's driver tells the sum for many sets, too.
        if matched >= 0 && usize::try_from(matched).unwrap_or(0) != run.len() {
            return Err(OrmError::StaleData(format!(
                "UPDATE statement on table '{}' expected to update {} row(s); {matched} were matched.",
                table.name,
                run.len()
            )));
        }
    }
    Ok(())
}

/// Deletes the rows of states, all of one hierarchy.
pub(super) fn delete_obj(uow: &UnitOfWork, base: &Rc<Mapper>, states: &[StateRef]) -> OrmResult<()> {
    let host = &*uow.session.host;
    let states = sort_states(states);
    uow.connect(base)?;
    for state in &states {
        if host.has_mapper_hooks(&state.mapper) {
            host.call(&Hook::BeforeDelete(state.clone()))?;
        }
    }
    for (table, mapper) in base.sorted_tables().into_iter().rev() {
        if mapper.passive_deletes && mapper.inheritance.inherits.borrow().is_some() {
            continue;
        }
        let at = Place { table, mapper };
        let keys = at.primary_key();
        if keys.is_empty() {
            continue;
        }
        let mut sets = Vec::new();
        for state in states.iter().filter(|it| it.has_identity() && it.mapper.persists_in(&at.table)) {
            sets.push(delete_params(uow, &at, &keys, state)?);
        }
        if !sets.is_empty() {
            let expected = sets.len();
            let gone = states.iter().filter(|it| it.has_identity() && it.mapper.persists_in(&at.table));
            let _cause = events::flushed(&uow.session, gone, "deleted", "deleted");
            let matched = execute::delete(uow, &at, sets)?;
            check_deleted(uow, &at, expected, matched)?;
        }
    }
    for state in &states {
        if host.has_mapper_hooks(&state.mapper) {
            host.call(&Hook::AfterDelete(state.clone()))?;
        }
    }
    Ok(())
}

fn delete_params(uow: &UnitOfWork, at: &Place, keys: &[ColumnRef], state: &StateRef) -> OrmResult<Row> {
    let mut params = Row::new();
    for (place, column) in keys.iter().enumerate() {
        let value = committed_value(uow, state, column)?;
        let value = match (value.is_null(), state.key()) {
            (true, Some(key)) => key.values.get(place).cloned().unwrap_or(Value::Null),
            _ => value,
        };
        if value.is_null() {
            return Err(OrmError::Flush(format!(
                "Can't delete from table {} using NULL for primary key value on column {}.{}",
                at.table.name,
                at.table.name,
                column.name()
            )));
        }
        params.insert(column.key(), value);
    }
    if let Some(column) = at.version() {
        let version = committed_value(uow, state, &column)?;
        if !version.is_null() {
            params.insert(column.key(), version);
        }
    }
    Ok(params)
}

fn check_deleted(uow: &UnitOfWork, at: &Place, expected: usize, matched: i64) -> OrmResult<()> {
    let mapper = at.mapper.base_mapper();
    if !mapper.confirm_deleted_rows || matched < 0 || usize::try_from(matched).unwrap_or(0) == expected {
        return Ok(());
    }
    let text = format!(
        "DELETE statement on table '{}' expected to delete {expected} row(s); {matched} were matched.  Please set \
         confirm_deleted_rows=False within the mapper configuration to prevent this warning.",
        at.table.name
    );
    if at.version().is_some() {
        return Err(OrmError::StaleData(text));
    }
    uow.session.host.warn(&text)?;
    Ok(())
}

/// Rows of a secondary table that one relationship adds, removes and changes in a flush.
#[derive(Default)]
pub(super) struct SecondaryRows {
    pub(super) inserts: Vec<Row>,
    pub(super) updates: Vec<Row>,
    pub(super) deletes: Vec<Row>,
}

impl SecondaryRows {
    /// Sends the statements: DELETE, UPDATE, INSERT.
    pub(super) fn send(self, uow: &UnitOfWork, prop: &Property) -> OrmResult<()> {
        let joins = prop.as_relationship().expect("rows of a relationship").joins();
        let table = match joins.secondary.as_ref().expect("a many-to-many has a secondary table") {
            From::Table(table) => table.clone(),
            _ if self.deletes.is_empty() && self.updates.is_empty() && self.inserts.is_empty() => return Ok(()),
            other => {
                let class = if matches!(other, From::Join(_)) { "Join" } else { "Subquery" };
                let verb = match (self.deletes.is_empty(), self.updates.is_empty()) {
                    (false, _) => "delete",
                    (_, false) => "update",
                    _ => "insert",
                };
                return Err(OrmError::Attribute(format!("'{class}' object has no attribute '{verb}'")));
            }
        };
        let stale = |verb: &str, matched: i64, expected: usize| {
            OrmError::StaleData(format!(
                "{} statement on table '{}' expected to {verb} {expected} row(s); Only {matched} were matched.",
                verb.to_uppercase(),
                table.name
            ))
        };
        let because = |what: &str, count: usize| {
            let text = || format!("{} {what} {count}", prop.qualified_name());
            uow.session.because(CauseKind::Flushed, text)
        };
        if !self.deletes.is_empty() {
            let expected = self.deletes.len();
            let _cause = because("lost", expected);
            let matched = execute::delete_secondary(uow, &table, self.deletes)?;
            if matched >= 0 && usize::try_from(matched).unwrap_or(0) != expected {
                return Err(stale("delete", matched, expected));
            }
        }
        if !self.updates.is_empty() {
            let expected = self.updates.len();
            let _cause = because("changed", expected);
            let matched = execute::update_secondary(uow, &table, self.updates)?;
            if matched >= 0 && usize::try_from(matched).unwrap_or(0) != expected {
                return Err(stale("update", matched, expected));
            }
        }
        if !self.inserts.is_empty() {
            let _cause = because("gained", self.inserts.len());
            execute::insert_many(uow, &table, self.inserts, &[])?;
        }
        Ok(())
    }
}
