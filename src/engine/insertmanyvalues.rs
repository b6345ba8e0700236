//! INSERT ... RETURNING for many parameter sets, sent in batches. Mirrors
//! `SQLCompiler._deliver_insertmanyvalues_batches` and its counterpart in `engine/default.py`.

use super::context::ExecutionContext;
use super::dbapi::CursorState;
use super::driver::DbValue;
use super::error::EngineError;
use super::events::SentParameters;
use super::process::value_of;
use crate::sql::compile::{Compiled, InsertManyValues};
use crate::sql::value::Value;
use std::rc::Rc;

const MAX_PARAMETERS: usize = 32700;

/// Sends the batches and gathers their rows.
///
/// `sent`: processed values of each set, by position.
pub(super) fn execute(
    context: &Rc<ExecutionContext>,
    compiled: &Rc<Compiled>,
    imv: &InsertManyValues,
    sent: Vec<Vec<Value>>,
    stats: &str,
    page_size: usize,
) -> Result<CursorState, EngineError> {
    let conn = &context.connection;
    let values = context.values.borrow();
    let total = sent.len();
    let has_rows = !compiled.result_columns.is_empty();
    let sorted = imv.sort_by_parameter_order && has_rows;
    let downgraded = (sorted
        && (imv.sentinel_columns.is_none() || (imv.includes_upsert_behaviors && !imv.embed_values_counter)))
        || (imv.has_upsert_bound_parameters && !imv.embed_values_counter && has_rows);
    let order = if sorted { "ordered" } else { "unordered" };
    let mut state = CursorState::default();
    if downgraded {
        for (index, set) in sent.into_iter().enumerate() {
            let stats = batch_stats(stats, index + 1, total, order, true);
            let one = conn.send(context, compiled.sql.clone(), SentParameters::Positional(set), &stats, true, true)?;
            gather(&mut state, one);
        }
        return Ok(state);
    }
    let inside: Vec<bool> = compiled.positions.iter().map(|it| imv.values_params.contains(it)).collect();
    let low = inside.iter().position(|it| *it).unwrap_or(0);
    let high = inside.iter().rposition(|it| *it).map_or(low, |it| it + 1);
    let per_row = (high - low).max(1);
    let outside = compiled.positions.len() - (high - low);
    let batch_size = page_size.min((MAX_PARAMETERS - outside.min(MAX_PARAMETERS)) / per_row).max(1);
    let total_batches = total.div_ceil(batch_size);
    let sentinel_indexes: Option<Vec<usize>> = imv
        .sentinel_param_keys
        .as_ref()
        .map(|keys| keys.iter().filter_map(|it| compiled.binds.get_index_of(it)).collect());
    let sentinel_count = compiled.dml.sentinel_columns;
    for (number, batch) in sent.chunks(batch_size).enumerate() {
        let sql: Rc<str> = imv.sql_for(&compiled.sql, batch.len()).into();
        let mut parameters: Vec<Value> = Vec::with_capacity(outside + per_row * batch.len());
        parameters.extend_from_slice(&batch[0][..low]);
        for set in batch {
            parameters.extend_from_slice(&set[low..high]);
        }
        parameters.extend_from_slice(&batch[0][high..]);
        let stats = batch_stats(stats, number + 1, total_batches, order, false);
        let mut one = conn.send(context, sql, SentParameters::Positional(parameters), &stats, true, true)?;
        if sorted && sentinel_count > 0 {
            let start = number * batch_size;
            let wanted: Option<Vec<Vec<Value>>> = sentinel_indexes.as_ref().map(|indexes| {
                values[start..start + batch.len()]
                    .iter()
                    .map(|row| indexes.iter().map(|it| row[*it].clone()).collect())
                    .collect()
            });
            sort_rows(&mut one, compiled, sentinel_count, wanted.as_deref())?;
        }
        gather(&mut state, one);
    }
    Ok(state)
}

fn batch_stats(stats: &str, number: usize, total: usize, order: &str, downgraded: bool) -> String {
    let tail = if downgraded { "; batch not supported" } else { "" };
    if number == 1 {
        format!("{stats} (insertmanyvalues) {number}/{total} ({order}{tail})")
    } else {
        format!("insertmanyvalues {number}/{total} ({order}{tail})")
    }
}

fn gather(state: &mut CursorState, one: CursorState) {
    state.columns = one.columns;
    state.cells.extend(one.cells);
    state.row_count = one.row_count;
    state.last_insert_rowid = one.last_insert_rowid;
}

/// Puts the rows of a batch in the order of its parameters, by the sentinel columns at their end.
fn sort_rows(
    state: &mut CursorState,
    compiled: &Compiled,
    sentinels: usize,
    wanted: Option<&[Vec<Value>]>,
) -> Result<(), EngineError> {
    let width = state.columns.len();
    let mut rows: Vec<Vec<DbValue>> = state.cells.chunks(width).map(<[DbValue]>::to_vec).collect();
    let Some(wanted) = wanted else {
        rows.sort_by_key(|row| match row.last() {
            Some(DbValue::Integer(it)) => *it,
            _ => 0,
        });
        state.cells = rows.concat();
        return Ok(());
    };
    let types: Vec<_> = compiled.result_columns.iter().rev().take(sentinels).rev().map(|it| it.ty.clone()).collect();
    let mut keyed: Vec<(Vec<Value>, Vec<DbValue>)> = Vec::with_capacity(rows.len());
    for row in rows {
        let mut key = Vec::with_capacity(sentinels);
        for (index, cell) in row[width - sentinels..].iter().enumerate() {
            key.push(match types.get(index) {
                Some(ty) => super::process::result_processor(ty).apply(cell)?,
                None => value_of(cell),
            });
        }
        keyed.push((key, row));
    }
    if keyed.len() != wanted.len() {
        return Err(EngineError::invalid_request(format!(
            "Sentinel-keyed result set did not produce correct number of rows {}; produced {}.  Please ensure the \
             sentinel column is fully unique and populated in all cases.",
            wanted.len(),
            keyed.len()
        )));
    }
    let mut cells = Vec::with_capacity(state.cells.len());
    for key in wanted {
        let Some((_, row)) = keyed.iter().find(|(it, _)| it == key) else {
            let shown = match &key[..] {
                [one] => one.repr(),
                several => Value::List(several.into()).repr(),
            };
            return Err(EngineError::invalid_request(format!(
                "Can't match sentinel values in result set to parameter sets; key {shown} was not found. There may be \
                 a mismatch between the datatype passed to the DBAPI driver vs. that which it returns in a result row.  \
                 Ensure the given Python value matches the expected result type *exactly*, taking care to not rely \
                 upon implicit conversions which may occur such as when using strings in place of UUID or integer \
                 values, etc. "
            )));
        };
        cells.extend(row.iter().cloned());
    }
    state.cells = cells;
    Ok(())
}
