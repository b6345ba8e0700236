//! Reading columns of a subclass's tables by the key alone, without a join to the base's table. Mirrors
//! `Mapper._optimized_get_statement`.

use super::instance::Keys;
use crate::orm::adapt;
use crate::orm::mapper::Mapper;
use crate::orm::session::Session;
use crate::orm::state::{Committed, StateRef};
use crate::sql::build;
use crate::sql::expr::{Expr, ExprKind};
use crate::sql::schema::ColumnRef;
use crate::sql::select::{LabelStyle, Select, SelectItem};
use crate::sql::selectable::From;
use crate::sql::value::Value;
use std::cell::Cell;
use std::collections::HashSet;
use std::rc::Rc;

/// The SELECT; `None` where the base's table is needed, or a key is not known.
pub(super) fn select(session: &Session, state: &StateRef, keys: &Keys) -> Option<Select> {
    let mapper = &state.mapper;
    if mapper.inherits().is_none() || mapper.inheritance.concrete {
        return None;
    }
    let mut columns: Vec<ColumnRef> = Vec::new();
    for prop in mapper.derived().column_props.iter().filter(|it| keys.contains(&it.key)) {
        let column_property = prop.as_column()?;
        if column_property.expression.is_some() {
            return None;
        }
        columns.extend(column_property.columns.iter().cloned());
    }
    let mut tables: HashSet<u32> = columns.iter().filter_map(|it| it.owner_table()).map(|it| it.id).collect();
    if columns.is_empty() || tables.contains(&mapper.base_mapper().local_table.id()) {
        return None;
    }
    let mut conditions: Vec<Expr> = Vec::new();
    let mut starts = false;
    for it in mapper.iterate_to_root().iter().rev() {
        let From::Table(table) = &it.local_table else { return None };
        starts |= tables.contains(&table.id);
        if starts && !it.inheritance.single {
            conditions.push(it.inheritance.condition.clone()?);
            tables.insert(table.id);
        }
    }
    let first = conditions.first()?;
    conditions[0] = with_values(session, state, mapper, first, &tables)?;
    Some(Select {
        columns: columns.iter().map(|it| SelectItem::Expr(Expr::column(it))).collect(),
        where_: vec![build::and_(&conditions)],
        label_style: LabelStyle::TablenamePlusCol,
        ..Select::default()
    })
}

/// The inherit condition with values in place of columns of tables that are left out.
fn with_values(
    session: &Session,
    state: &StateRef,
    mapper: &Rc<Mapper>,
    condition: &Expr,
    tables: &HashSet<u32>,
) -> Option<Expr> {
    let is_missing = Cell::new(false);
    let value_of = |column: &ColumnRef| -> Option<Value> {
        let prop = mapper.property_of_column(column)?;
        if let Some(Committed::Value(old)) = state.committed.borrow().get(&prop.key) {
            return Some(old.clone());
        }
        session.host.get(state, &prop)
    };
    let outside =
        |expr: &Expr| expr.as_column().filter(|it| it.owner_table().is_none_or(|it| !tables.contains(&it.id))).cloned();
    let replaced = adapt::replace(condition, &|expr: &Expr| {
        let ExprKind::Binary { op, left, right, modifiers } = expr.kind() else { return None };
        let bind = |column: &ColumnRef, like: &Expr| {
            let value = value_of(column).filter(|it| !it.is_null());
            is_missing.set(is_missing.get() || value.is_none());
            Expr::bind(None, value.unwrap_or(Value::Null), like.ty().clone())
        };
        let (left, right) = match (outside(left), outside(right)) {
            (Some(column), _) => (bind(&column, right), right.clone()),
            (None, Some(column)) => (left.clone(), bind(&column, left)),
            (None, None) => return None,
        };
        Some(expr.with_kind(ExprKind::Binary { op: op.clone(), left, right, modifiers: modifiers.clone() }))
    });
    (!is_missing.get()).then_some(replaced)
}
