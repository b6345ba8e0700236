//! UPDATEs of rows that are written once more, for `post_update` relationships. Called by `unitofwork`.

use super::errors::{OrmError, OrmResult};
use super::events;
use super::history;
use super::mapper::Mapper;
use super::persistence::{Place, Record, committed_value, postfetch, runs, sort_states};
use super::persistence_execute::{self as execute, Row};
use super::state::StateRef;
use super::unitofwork::UnitOfWork;
use crate::sql::schema::ColumnRef;
use crate::sql::value::Value;
use std::rc::Rc;

/// What the log says of such a row.
const AGAIN: &str = "changed once more (post_update)";

/// Sends the UPDATEs of states, all of one hierarchy. `columns`: those that the relationships write.
pub(super) fn post_update(
    uow: &UnitOfWork,
    base: &Rc<Mapper>,
    states: &[StateRef],
    columns: &[ColumnRef],
) -> OrmResult<()> {
    let states = sort_states(states);
    uow.connect(base)?;
    for (table, mapper) in base.sorted_tables() {
        let at = Place { table, mapper };
        let mut records = Vec::new();
        for state in states.iter().filter(|it| it.mapper.persists_in(&at.table)) {
            records.extend(record(uow, &at, state, columns)?);
        }
        for run in runs(&records) {
            let _cause = events::flushed(&uow.session, run.iter().map(|it| &it.state), AGAIN, AGAIN);
            send(uow, &at, run)?;
        }
    }
    Ok(())
}

/// The row of a state, if it changes.
fn record(uow: &UnitOfWork, at: &Place, state: &StateRef, columns: &[ColumnRef]) -> OrmResult<Option<Record>> {
    let (host, mapper) = (&*uow.session.host, &state.mapper);
    let version = at.version().map(|it| Ok::<_, OrmError>((committed_value(uow, state, &it)?, it))).transpose()?;
    let mut params = Row::new();
    for (column, prop) in mapper.columns_of(&at.table) {
        let is_written = columns.iter().any(|it| it.id == column.id);
        let has_changes = || history::of_value(host, state, &prop).has_changes();
        let has_onupdate = || column.schema.as_ref().is_some_and(|it| it.onupdate.borrow().is_some());
        if is_written && (uow.is_deleted(state) || has_changes()) || has_onupdate() && has_changes() {
            params.insert(column.key(), host.get(state, &prop).unwrap_or(Value::Null));
        }
    }
    let mut keys = Row::new();
    for column in &at.primary_key() {
        let Some(prop) = mapper.property_of_column(column) else { continue };
        if state.has_identity() && !host.has(state, &prop) {
            super::strategies::load_column(state, &prop)?;
        }
        keys.insert(execute::label(column), host.get(state, &prop).unwrap_or(Value::Null));
    }
    if params.is_empty() {
        return Ok(None);
    }
    params.extend(keys);
    if let Some((old, column)) = version.filter(|it| !it.0.is_null()) {
        if state.has_identity()
            && !params.contains_key(&column.key())
            && let Some(next) = host.next_version(mapper, Some(&old))?
        {
            params.insert(column.key(), next);
        }
        params.insert(execute::label(&column), old);
    }
    let state = state.clone();
    Ok(Some(Record { state, params, value_params: Vec::new(), has_all_pks: true, has_all_defaults: true }))
}

fn send(uow: &UnitOfWork, at: &Place, run: &[Record]) -> OrmResult<()> {
    let size = if at.version().is_some() { 1 } else { run.len() };
    let mut matched = 0;
    for part in run.chunks(size) {
        let sets = part.iter().map(|it| it.params.clone()).collect();
        let mut outcome = execute::update(uow, at, sets, &[], &[])?;
        matched += outcome.row_count;
        for (index, record) in part.iter().enumerate() {
            if uow.is_deleted(&record.state) {
                // Only the version is asked for once more.
                outcome.prefetch.clear();
                outcome.postfetch.clear();
            }
            postfetch(uow, at, record, &outcome, index, true)?;
        }
    }
    if matched >= 0 && usize::try_from(matched).unwrap_or(0) != run.len() {
        return Err(OrmError::StaleData(format!(
            "UPDATE statement on table '{}' expected to update {} row(s); {matched} were matched.",
            at.table.name,
            run.len()
        )));
    }
    Ok(())
}
