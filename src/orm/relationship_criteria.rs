//! Comparisons with relationships: `Book.author == author`, `.any()`, `.has()`, `.contains()`, `with_parent`.
//! Mirrors `RelationshipProperty.Comparator` of `orm/relationships.py`.

use super::adapt::{self, Adapter};
use super::entity::Entity;
use super::errors::{OrmError, OrmResult};
use super::host::Host;
use super::join_condition::{JoinRequest, LazyClause, create_joins, relationship_of};
use super::loading::refresh::{self, Read};
use super::mapper::Mapper;
use super::passive::PassiveFlag;
use super::plugin::RelationshipAttr;
use super::polymorphic;
use super::relationships::{Direction, Relationship};
use super::state::{Object, StateRef};
use crate::sql::build::{self, Operand};
use crate::sql::expr::{Bind, BindValue, Expr, ExprKind, Name, Query};
use crate::sql::operators::Op;
use crate::sql::schema::ColumnRef;
use crate::sql::select::{Correlate, Select, SelectItem};
use crate::sql::value::Value;
use std::rc::Rc;

/// `attr == other`; `None` compares with NULL.
///
/// # Errors
/// For a collection.
pub fn equals(host: &Rc<dyn Host>, attr: &RelationshipAttr, other: Option<&Object>) -> OrmResult<Expr> {
    let relationship = relationship_of(&attr.prop);
    match other {
        None if relationship.joins().direction == Direction::ManyToOne => none_clause(attr),
        None => Ok(build::not_(&exists(attr, None)?)),
        Some(_) if relationship.uselist() => Err(OrmError::invalid(
            "Can't compare a collection to an object or collection; use contains() to test for membership.",
        )),
        Some(other) => optimized_compare(host, attr, other, false, true),
    }
}

/// `attr != other`
///
/// # Errors
/// For a collection.
pub fn not_equals(host: &Rc<dyn Host>, attr: &RelationshipAttr, other: Option<&Object>) -> OrmResult<Expr> {
    let relationship = relationship_of(&attr.prop);
    match other {
        None if relationship.joins().direction == Direction::ManyToOne => Ok(build::not_(&none_clause(attr)?)),
        None => exists(attr, None),
        Some(_) if relationship.uselist() => Err(OrmError::invalid(
            "Can't compare a collection to an object or collection; use contains() to test for membership.",
        )),
        Some(other) => negated(host, attr, other),
    }
}

/// `attr` as an expression: its join.
pub fn join_expr(attr: &RelationshipAttr) -> Expr {
    let source = if attr.entity.is_aliased() { attr.entity.selectable() } else { attr.prop.parent().selectable() };
    let targets = create_joins(
        &attr.prop,
        relationship_of(&attr.prop),
        JoinRequest {
            source: Some(source),
            dest: None,
            of_type: attr.of_type.clone(),
            alias_secondary: true,
            extra_criteria: &attr.extra_criteria,
        },
    );
    match targets.secondaryjoin {
        Some(secondaryjoin) => build::and_(&[targets.primaryjoin, secondaryjoin]),
        None => targets.primaryjoin,
    }
}

/// Whether a collection, or a scalar attribute, has the method of this name.
///
/// # Errors
/// With what to use in its place.
pub fn check_method(attr: &RelationshipAttr, name: &str) -> OrmResult<()> {
    Err(OrmError::invalid(match (name, relationship_of(&attr.prop).uselist()) {
        ("any", false) => "'any()' not implemented for scalar attributes. Use has().",
        ("has", true) => "'has()' not implemented for collections. Use any().",
        ("contains", false) => "'contains' not implemented for scalar attributes.  Use ==",
        _ => return Ok(()),
    }))
}

/// `attr.any(criterion)`
///
/// # Errors
/// For a scalar attribute.
pub fn any(attr: &RelationshipAttr, criterion: Option<&Expr>) -> OrmResult<Expr> {
    check_method(attr, "any")?;
    exists(attr, criterion)
}

/// `attr.has(criterion)`
///
/// # Errors
/// For a collection.
pub fn has(attr: &RelationshipAttr, criterion: Option<&Expr>) -> OrmResult<Expr> {
    check_method(attr, "has")?;
    exists(attr, criterion)
}

/// `attr.contains(other)`
///
/// # Errors
/// For a scalar attribute.
pub fn contains(host: &Rc<dyn Host>, attr: &RelationshipAttr, other: &Object) -> OrmResult<Expr> {
    check_method(attr, "contains")?;
    let clause = optimized_compare(host, attr, other, false, true)?;
    if relationship_of(&attr.prop).joins().secondaryjoin.is_some() {
        // There is no such row, rather than another row than that.
        return Ok(clause.with_negation(negated(host, attr, other)?));
    }
    Ok(clause)
}

/// `with_parent(parent, attr)`: the criterion by which a lazy load of `attr` finds the related rows. The table between
/// is aliased where `alias_secondary` says so.
///
/// # Errors
/// None at present.
pub fn with_parent(
    host: &Rc<dyn Host>,
    parent: &Object,
    attr: &RelationshipAttr,
    alias_secondary: bool,
) -> OrmResult<Expr> {
    let clause = optimized_compare(host, attr, parent, true, alias_secondary)?;
    Ok(match &attr.of_type {
        Some(Entity::Aliased(alias)) => alias.adapter().clone().adapt(&clause),
        _ => clause,
    })
}

/// Adapts to the entity the attribute was taken from, if that is an alias.
fn source_adapter(attr: &RelationshipAttr) -> Option<Adapter> {
    match &attr.entity {
        Entity::Aliased(alias) => Some(alias.adapter().clone()),
        Entity::Mapper(_) => None,
    }
}

fn none_clause(attr: &RelationshipAttr) -> OrmResult<Expr> {
    let clause = LazyClause::new(relationship_of(&attr.prop), true).against_null();
    Ok(match source_adapter(attr) {
        Some(adapter) => adapter.adapt(&clause),
        None => clause,
    })
}

/// The lazy clause with the values of an object: of the target, or of the parent when `value_is_parent`.
fn optimized_compare(
    host: &Rc<dyn Host>,
    attr: &RelationshipAttr,
    object: &Object,
    value_is_parent: bool,
    alias_secondary: bool,
) -> OrmResult<Expr> {
    let relationship = relationship_of(&attr.prop);
    let mapper = if value_is_parent { attr.prop.parent() } else { relationship.target() };
    let clause = LazyClause::new(relationship, !value_is_parent);
    for (column, _) in &clause.columns {
        expect_mapped(&mapper, column)?;
    }
    let mut criterion = clause.with_binds(|column, old| value_bind(host, &mapper, object, column, old));
    if let (Some(secondary), true) = (&relationship.joins().secondary, alias_secondary) {
        criterion = Adapter::to(&polymorphic::alias_of(secondary, None, false)).adapt(&criterion);
    }
    Ok(match source_adapter(attr) {
        Some(adapter) if !value_is_parent => adapter.adapt(&criterion),
        _ => criterion,
    })
}

/// A value is asked of an instance only where its class has the column.
fn expect_mapped(mapper: &Mapper, column: &ColumnRef) -> OrmResult<()> {
    if mapper.property_of_column(column).is_some() {
        return Ok(());
    }
    Err(OrmError::UnmappedColumn(format!(
        "No column {} is configured on mapper {}...",
        super::sync::column_str(column),
        mapper.describe()
    )))
}

/// A parameter whose value is asked of the object when the statement runs.
fn value_bind(host: &Rc<dyn Host>, mapper: &Rc<Mapper>, object: &Object, column: &ColumnRef, old: &Expr) -> Expr {
    // Not the instance itself: one that nobody else holds may go, and its last known value is sent.
    let state = object.state.clone();
    let prop = mapper.property_of_column(column).expect("checked before");
    let known = host.get(&state, &prop);
    // The instance tells what it had last when that expires.
    let mut last_known = state.last_known.borrow_mut();
    let tracked = last_known.entry(prop.key.clone()).or_default();
    *tracked = known.or_else(|| tracked.take());
    drop(last_known);
    let (host, column) = (host.clone(), column.clone());
    let callable = move || resolve(&*host, &state, &column);
    named_bind(old, Name::anon("param"), BindValue::Callable(Rc::new(callable)))
}

fn named_bind(like: &Expr, key: Name, value: BindValue) -> Expr {
    Expr::new(
        ExprKind::Bind(Bind {
            key,
            value,
            expanding: false,
            is_in_comparison: false,
            is_row_count: false,
            unique: true,
            literal_execute: false,
            required: false,
        }),
        like.ty().clone(),
    )
}

/// The value when the statement runs, or the last one known.
fn resolve(host: &dyn Host, state: &StateRef, column: &ColumnRef) -> Result<Value, crate::sql::value::HostError> {
    let key = state.mapper.property_of_column(column).map(|it| it.key.clone()).unwrap_or_default();
    let known = || state.last_known.borrow().get(&key).cloned().flatten();
    let cannot = |why: &str| {
        known().ok_or_else(|| {
            let name = super::sync::column_str(column);
            let text = format!("Can't resolve value for column {name} on object {}; {why}", state.describe());
            host.carry(OrmError::invalid(text))
        })
    };
    let read = if host.object(state).is_none() {
        Ok(Read::NoResult)
    } else if state.session().is_some() && state.has_identity() {
        refresh::column_value(state, column, PassiveFlag::OFF)
    } else {
        refresh::column_value(state, column, PassiveFlag::NO_FETCH.without(PassiveFlag::INIT_OK))
    };
    let now = || state.mapper.property(&key).and_then(|it| host.get(state, &it));
    let value = match read {
        Ok(Read::Value(value)) => value,
        Ok(Read::NoResult | Read::NeverSet) if now().is_some() => now().unwrap_or(Value::Null),
        Ok(Read::NeverSet) => cannot("no value has been set for this column")?,
        Ok(Read::NoResult) if state.has_identity() => cannot("the object is detached and the value was expired")?,
        Ok(Read::NoResult) => cannot("no value has been set for this column")?,
        Err(error) => return Err(host.carry(error)),
    };
    if value.is_null() {
        host.warn(&format!(
            "Got None for value of column {}; this is unsupported for a relationship comparison and will not currently \
             produce an IS comparison (but may in a future release)",
            super::sync::column_str(column)
        ))
        .map_err(|error| host.carry(error))?;
    }
    Ok(value)
}

fn negated(host: &Rc<dyn Host>, attr: &RelationshipAttr, other: &Object) -> OrmResult<Expr> {
    let relationship = relationship_of(&attr.prop);
    let joins = relationship.joins();
    let target = relationship.target();
    if joins.direction == Direction::ManyToOne && joins.use_get {
        let adapter = source_adapter(attr);
        let mut clauses = Vec::new();
        for (local, remote) in &joins.local_remote_pairs {
            let local = adapter.as_ref().map_or_else(|| local.clone(), |it| it.column(local));
            let column = Expr::column(&local);
            let bind = value_bind(host, &target, other, remote, &column);
            let ExprKind::Bind(it) = bind.kind() else { continue };
            let bind = named_bind(&column, Name::anon(&local.key()), it.value.clone());
            clauses.push(build::or_(&[Expr::binary(Op::Ne, column.clone(), bind), is_null(&column)?]));
        }
        return Ok(build::and_(&clauses));
    }
    let mut clauses = Vec::new();
    for (column, prop) in target.primary_key.iter().zip(&target.derived().primary_key_props) {
        let value = host.get(&other.state, prop).unwrap_or(Value::Null);
        let left = Expr::entity_column(column, target.tag, Some(prop.key.clone()));
        clauses.push(build::operate(Op::Eq, &left, &Operand::Value(value))?);
    }
    Ok(build::not_(&exists(attr, Some(&build::and_(&clauses)))?))
}

fn is_null(column: &Expr) -> OrmResult<Expr> {
    Ok(build::operate(Op::Is, column, &Operand::Value(Value::Null))?)
}

/// `EXISTS (SELECT 1 FROM target WHERE join AND criterion)`
fn exists(attr: &RelationshipAttr, criterion: Option<&Expr>) -> OrmResult<Expr> {
    let relationship: &Relationship = relationship_of(&attr.prop);
    let joins = relationship.joins();
    let mut single = None;
    let (dest, is_aliased) = match &attr.of_type {
        Some(entity) => {
            let selectable = entity.selectable();
            let selectable = if joins.is_self_referential && !entity.is_aliased() {
                polymorphic::alias_of(&selectable, None, false)
            } else {
                selectable
            };
            single.clone_from(&entity.mapper().derived().single_table_criterion);
            (Some(selectable), entity.is_aliased())
        }
        None => (None, false),
    };
    let both;
    let criterion = match (&single, criterion) {
        (Some(single), Some(criterion)) => {
            both = build::and_(&[single.clone(), criterion.clone()]);
            Some(&both)
        }
        (Some(single), None) => Some(single),
        (None, criterion) => criterion,
    };
    let source = attr.entity.is_aliased().then(|| attr.entity.selectable());
    let targets = create_joins(&attr.prop, relationship, JoinRequest { source, dest, ..JoinRequest::default() });
    let mut clauses = vec![targets.primaryjoin];
    clauses.extend(targets.secondaryjoin);
    if let Some(criterion) = criterion {
        clauses.push(match &targets.target_adapter {
            Some(adapter) if !is_aliased => adapter.adapt(criterion),
            _ => criterion.clone(),
        });
    }
    // The entity goes with the select, for criteria that options set for it; FROM is spelled out.
    let dest_entity = match &attr.of_type {
        Some(entity) => entity.clone(),
        None => relationship.entity(),
    };
    let plain = targets.dest.id() == dest_entity.selectable().id();
    // The select is one of the entity, and gets its criterion as any other: on the class itself, also where
    // the join made an alias of it.
    let own = polymorphic::single_table_criterion(dest_entity.mapper(), dest_entity.tag());
    let own = own.map(|own| dest_entity.adapter().map_or_else(|| own.clone(), |it| it.adapt(&own)));
    let mut froms = vec![targets.dest];
    froms.extend(targets.secondary);
    let one = build::literal_column("1", None);
    let at = (1, 1 + usize::from(own.is_some()));
    let select = Select {
        columns: vec![SelectItem::Expr(one)],
        correlate: Correlate::Except(froms.clone()),
        entities: plain.then(|| super::entity_criteria::made_of([dest_entity], at)),
        from_: froms,
        where_: std::iter::once(build::and_(&clauses)).chain(own).collect(),
        ..Select::default()
    };
    Ok(build::exists(Some(&Query::Select(Rc::new(select)))))
}

/// Keyword criteria of `any(name="x")` and `has(name="x")`: `target.name = value`.
///
/// # Errors
/// For a name that is no column attribute.
pub fn keyword_criterion(attr: &RelationshipAttr, key: &str, value: Operand) -> OrmResult<Expr> {
    let target = relationship_of(&attr.prop).target();
    let entity = Entity::Mapper(target.clone());
    let expr = target.property(key).and_then(|it| entity.attribute_expr(&it)).ok_or_else(|| {
        OrmError::invalid(format!("Entity namespace for \"{}\" has no property \"{key}\"", target.table_name()))
    })?;
    Ok(build::operate(Op::Eq, &expr, &value)?)
}

/// Whether an expression has columns of an entity; for hosts that adapt criteria.
pub fn mentions(expr: &Expr, entity: &Entity) -> bool {
    adapt::find_columns(expr).iter().any(|it| it.0.entity == Some(entity.tag()))
}
