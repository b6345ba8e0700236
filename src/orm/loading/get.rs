//! Loading one instance by its primary key: from the identity map or with a SELECT. Mirrors
//! `get_from_identity` and `_load_on_pk_identity`.

use super::refresh;
use super::{LoadOptions, load_objects};
use crate::orm::entity::Entity;
use crate::orm::errors::{OrmError, OrmResult};
use crate::orm::events::{FoundBy, OrmEvent};
use crate::orm::join_condition::null_comparison;
use crate::orm::mapper::Mapper;
use crate::orm::passive::PassiveFlag;
use crate::orm::plugin::OrmItem;
use crate::orm::session::Session;
use crate::orm::state::Object;
use crate::sql::build;
use crate::sql::expr::{Bind, BindValue, Expr, ExprKind, Name};
use crate::sql::operators::Op;
use crate::sql::select::{Select, SelectItem};
use crate::sql::value::Value;
use std::rc::Rc;

/// What the identity map has for a key.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Found {
    Object(Object),
    /// It is there but expired, and loading is not allowed.
    NoResult,
    /// An instance of another class of the hierarchy has the key.
    Mismatch,
    Nothing,
}

/// Looks a key up, and makes sure that an expired instance still exists.
///
/// # Errors
/// What the refreshing statement raises.
pub fn from_identity_map(
    session: &Rc<Session>,
    mapper: &Rc<Mapper>,
    identity: &[Value],
    passive: PassiveFlag,
) -> OrmResult<Found> {
    let key = mapper.identity_key(identity.to_vec());
    let known = session.identity_map.get(&key).and_then(|it| session.host.object(&it));
    let Some(object) = known else { return Ok(Found::Nothing) };
    if mapper.inherits().is_some() && !object.state.mapper.is_a(mapper) {
        return Ok(Found::Mismatch);
    }
    if object.state.expired.get() {
        if !passive.has(PassiveFlag::SQL_OK) {
            return Ok(Found::NoResult);
        }
        if !passive.has(PassiveFlag::RELATED_OBJECT_OK) {
            return Ok(Found::Object(object));
        }
        match refresh::load_expired(&object.state, passive) {
            Ok(()) => {}
            Err(OrmError::ObjectDeleted(_)) => {
                session.remove_newly_deleted(std::slice::from_ref(&object.state))?;
                return Ok(Found::Nothing);
            }
            Err(error) => return Err(error),
        }
    }
    session.host.tell(&OrmEvent::Found(&object.state, FoundBy::Key));
    Ok(Found::Object(object))
}

/// `Session.get()` once the identity map did not have it: one SELECT by primary key.
///
/// # Errors
/// What the statement raises.
pub fn load_on_pk_identity(
    session: &Rc<Session>,
    mapper: &Rc<Mapper>,
    identity: &[Value],
    load: LoadOptions,
) -> OrmResult<Option<Object>> {
    if identity.iter().all(Value::is_null) {
        session.host.warn(
            "fully NULL primary key identity cannot load any object.  This condition may raise an error in a future \
             release.",
        )?;
    }
    let select = Select {
        columns: vec![SelectItem::Plugin(OrmItem::Entity(Entity::Mapper(mapper.clone())).wrap())],
        options: load.extra_options.clone(),
        for_update: load.for_update.clone(),
        ..Select::default()
    };
    load_by_key(session, mapper, select, identity, LoadOptions { extra_options: Vec::new(), ..load })
}

/// Runs a select of one entity for one primary key.
///
/// # Errors
/// What the statement raises.
pub fn load_by_key(
    session: &Rc<Session>,
    mapper: &Rc<Mapper>,
    mut select: Select,
    identity: &[Value],
    load: LoadOptions,
) -> OrmResult<Option<Object>> {
    select.where_ = vec![get_clause(mapper, identity)];
    let objects = load_objects(session, Rc::new(select), load)?;
    if objects.len() > 1 {
        return Err(OrmError::MultipleResultsFound(
            "Multiple rows were found when exactly one was required".to_owned(),
        ));
    }
    Ok(objects.into_iter().next())
}

/// `table.a = ? AND table.b = ?`; NULL values as `IS NULL`.
fn get_clause(mapper: &Mapper, identity: &[Value]) -> Expr {
    let clauses: Vec<Expr> = mapper
        .primary_key
        .iter()
        .zip(identity)
        .enumerate()
        .map(|(index, (column, value))| {
            let bind = Expr::new(
                ExprKind::Bind(Bind {
                    key: Name::Given(format!("pk_{}", index + 1).into()),
                    value: BindValue::Value(value.clone()),
                    expanding: false,
                    is_in_comparison: false,
                    is_row_count: false,
                    unique: true,
                    literal_execute: false,
                    required: false,
                }),
                column.ty(),
            );
            let clause = Expr::binary(Op::Eq, Expr::column(column), bind.clone());
            if value.is_null() { null_comparison(&clause, &|it: &Expr| it.is(&bind)).unwrap_or(clause) } else { clause }
        })
        .collect();
    build::and_(&clauses)
}
