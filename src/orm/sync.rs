//! Copies key values between instances along a relationship, during a flush. Mirrors `orm/sync.py`.

use super::errors::{OrmError, OrmResult};
use super::history;
use super::mapper::Mapper;
use super::properties::Property;
use super::state::{Committed, StateRef};
use super::unitofwork::UnitOfWork;
use crate::sql::build::from_description;
use crate::sql::schema::ColumnRef;
use crate::sql::value::Value;
use indexmap::IndexMap;
use std::rc::Rc;

/// Source and destination columns.
pub(super) type Pairs = [(ColumnRef, ColumnRef)];

/// An instance, and the mapper by which a relationship knows it: a concrete subclass has the attributes under
/// the names of its base, over columns of its own.
pub(super) type Side<'a> = (&'a StateRef, &'a Mapper);

/// Copies from the source instance to the destination instance.
pub(super) fn populate(
    uow: &UnitOfWork,
    source: Side<'_>,
    (dest, dest_mapper): Side<'_>,
    pairs: &Pairs,
    flag_cascaded_pks: bool,
) -> OrmResult<()> {
    let host = &*uow.session.host;
    for (left, right) in pairs {
        let value = value_of(uow, source, left, right)?;
        let prop = destination(dest, dest_mapper, right)?;
        super::attributes::record(host, dest, &prop, || {
            host.get(dest, &prop).map_or(Committed::NoValue, Committed::Value)
        })?;
        host.set(dest, &prop, value);
        dest.expired_attributes.change(|it| it.remove(&prop.key));
        if flag_cascaded_pks && left.is_primary_key() && !right.foreign_keys().is_empty() && right.is_primary_key() {
            uow.pk_cascaded.borrow_mut().insert((dest.id, right.id));
        }
    }
    Ok(())
}

/// Sets the destination columns of an instance to NULL.
pub(super) fn clear(uow: &UnitOfWork, (dest, mapper): Side<'_>, pairs: &Pairs) -> OrmResult<()> {
    let host = &*uow.session.host;
    for (left, right) in pairs {
        let prop = destination(dest, mapper, right)?;
        let has_value = host.get(dest, &prop).is_some_and(|it| !it.is_null());
        if right.is_primary_key() && has_value {
            return Err(OrmError::BlankPrimaryKey(format!(
                "Dependency rule on column '{}' tried to blank-out primary key column '{}' on instance '{}'",
                column_str(left),
                column_str(right),
                dest.describe()
            )));
        }
        super::attributes::record(host, dest, &prop, || {
            host.get(dest, &prop).map_or(Committed::NoValue, Committed::Value)
        })?;
        host.set(dest, &prop, Value::Null);
    }
    Ok(())
}

/// Copies from an instance into a row of a secondary table.
pub(super) fn populate_row(
    uow: &UnitOfWork,
    source: Side<'_>,
    row: &mut IndexMap<Rc<str>, Value>,
    pairs: &Pairs,
) -> OrmResult<()> {
    for (left, right) in pairs {
        row.insert(right.key(), value_of(uow, source, left, right)?);
    }
    Ok(())
}

/// Copies the old key values into a row of a secondary table, under `old_` names.
pub(super) fn update_row(
    uow: &UnitOfWork,
    source: Side<'_>,
    row: &mut IndexMap<Rc<str>, Value>,
    pairs: &Pairs,
) -> OrmResult<()> {
    let host = &*uow.session.host;
    for (left, right) in pairs {
        let prop = origin(source, left, right)?;
        let source_state = source.0;
        let now = value_of(uow, source, left, right)?;
        let old = match source_state.committed.borrow().get(&prop.key) {
            Some(Committed::Value(old)) => old.clone(),
            _ => host.get(source_state, &prop).unwrap_or(Value::Null),
        };
        row.insert(right.key(), now);
        row.insert(format!("old_{}", right.key()).into(), old);
    }
    Ok(())
}

/// Whether a source column changed from one value to another.
pub(super) fn source_modified(uow: &UnitOfWork, (source, mapper): Side<'_>, pairs: &Pairs) -> bool {
    pairs.iter().any(|(left, _)| {
        own_property((source, mapper), left).is_some_and(|prop| {
            !source.committed.borrow().is_empty()
                && !history::of_value(&*uow.session.host, source, &prop).deleted.is_empty()
        })
    })
}

/// The instance's attribute that the mapper has over a column.
fn own_property((state, mapper): Side<'_>, column: &ColumnRef) -> Option<Rc<Property>> {
    let prop = mapper.property_of_column(column)?;
    Some(if state.mapper.id == mapper.id { prop } else { state.mapper.property(&prop.key).unwrap_or(prop) })
}

fn value_of(uow: &UnitOfWork, side: Side<'_>, column: &ColumnRef, right: &ColumnRef) -> OrmResult<Value> {
    let prop = origin(side, column, right)?;
    let state = side.0;
    let host = &*uow.session.host;
    match host.get(state, &prop) {
        Some(value) => Ok(value),
        None if state.has_identity() => {
            super::strategies::load_column(state, &prop)?;
            Ok(host.get(state, &prop).unwrap_or(Value::Null))
        }
        None => Ok(Value::Null),
    }
}

/// The attribute that a value is copied from; `right` is where it goes.
fn origin(side: Side<'_>, left: &ColumnRef, right: &ColumnRef) -> OrmResult<Rc<Property>> {
    own_property(side, left).ok_or_else(|| {
        OrmError::UnmappedColumn(format!(
            "Can't execute sync rule for source column '{}'; mapper '{}' does not map this column.  Try using an \
             explicit `foreign_keys` collection which does not include destination column '{}' (or use a viewonly=True \
             relation).",
            column_str(left),
            side.1.describe(),
            column_str(right)
        ))
    })
}

/// The attribute that a value is copied to.
fn destination(state: &StateRef, mapper: &Mapper, right: &ColumnRef) -> OrmResult<Rc<Property>> {
    own_property((state, mapper), right).ok_or_else(|| {
        OrmError::UnmappedColumn(format!(
            "Can't execute sync rule for destination column '{}'; mapper '{}' does not map this column.  Try using an \
             explicit `foreign_keys` collection which does not include this column (or use a viewonly=True relation).",
            column_str(right),
            mapper.describe()
        ))
    })
}

/// `str(column)`
pub(super) fn column_str(column: &ColumnRef) -> String {
    match &*column.table.borrow() {
        Some(table) => format!("{}.{}", from_description(table), column.name()),
        None => column.name().to_string(),
    }
}
