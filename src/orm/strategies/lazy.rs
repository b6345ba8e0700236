//! Loading when the attribute is read: from the identity map where its key is known, else by a SELECT.
//! Mirrors `_LazyLoader`; also `lazy="raise"` and `"raise_on_sql"`.

use super::{InstanceLoader, Loaded, LoaderStrategy};
use crate::engine::events::CauseKind;
use crate::orm::context::CompileOptions;
use crate::orm::entity::Entity;
use crate::orm::errors::{OrmError, OrmResult};
use crate::orm::events;
use crate::orm::join_condition::{LazyClause, relationship_of};
use crate::orm::loading::instance::{Populate, Populators, RowSetup, Target};
use crate::orm::loading::{self, LoadOptions, get, refresh};
use crate::orm::option_paths::LoadElement;
use crate::orm::passive::PassiveFlag;
use crate::orm::path::EntityPath;
use crate::orm::plugin::OrmItem;
use crate::orm::properties::Property;
use crate::orm::relationships::{Lazy, Relationship};
use crate::orm::session::Session;
use crate::orm::state::StateRef;
use crate::orm::strategy_options::LoaderOption;
use crate::sql::build;
use crate::sql::expr::Expr;
use crate::sql::schema::ColumnRef;
use crate::sql::select::{LabelStyle, PluginItem, Select, SelectItem};
use crate::sql::value::Value;
use std::rc::Rc;

/// Leaves the attribute for later.
pub(super) struct LazyLoader;

impl LoaderStrategy for LazyLoader {
    fn create_row_processor(&self, row: &RowSetup<'_>, populators: &mut Populators) -> OrmResult<()> {
        let relationship = relationship_of(row.prop);
        let asked_for = row.context.load.is_user_refresh
            && row.context.plan.options.only_load_props.as_ref().is_some_and(|it| it.contains(&row.prop.key));
        if asked_for {
            return super::immediate::ImmediateLoader.create_row_processor(row, populators);
        }
        let lazy = relationship.lazy_of_option(row.loadopt.map(|it| &**it));
        // Eager strategies have a plain lazy loader on the class, for when they don't apply.
        let class_level = match relationship.lazy.get() {
            Lazy::NoLoad => None,
            it @ (Lazy::Raise | Lazy::RaiseOnSql) => Some(it),
            _ => Some(Lazy::Select),
        };
        match (lazy, row.loadopt) {
            (Some(lazy), Some(loadopt))
                if matches!(lazy, Lazy::Select | Lazy::Raise | Lazy::RaiseOnSql)
                    && (class_level != Some(lazy) || !loadopt.extra_criteria.is_empty()) =>
            {
                populators.push(row.prop, SetLoader { element: loadopt.clone() });
            }
            _ if row.context.load.populate_existing => populators.push(row.prop, Reset),
            _ => {}
        }
        Ok(())
    }
}

struct SetLoader {
    element: Rc<LoadElement>,
}

impl Populate for SetLoader {
    fn new_row(&self, target: &Target<'_>, _row: &[Value]) -> OrmResult<()> {
        let state = &target.object.state;
        let host = &target.context.session.host;
        if host.has(state, target.prop) {
            host.remove(state, target.prop);
        }
        state.committed.change(|it| it.shift_remove(&target.prop.key));
        let loader = InstanceLoader::Lazy(self.element.clone());
        state.callables.borrow_mut().insert(target.prop.key.clone(), loader);
        Ok(())
    }
}

struct Reset;

impl Populate for Reset {
    fn new_row(&self, target: &Target<'_>, _row: &[Value]) -> OrmResult<()> {
        let state = &target.object.state;
        target.context.session.host.remove(state, target.prop);
        state.committed.change(|it| it.shift_remove(&target.prop.key));
        state.expired_attributes.change(|it| it.remove(&target.prop.key));
        state.callables.change(|it| it.shift_remove(&target.prop.key));
        Ok(())
    }
}

/// What is special about one lazy load.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub(super) struct LazyRequest<'a> {
    pub lazy: Lazy,
    pub loadopt: Option<&'a Rc<LoadElement>>,
    pub extra_options: &'a [PluginItem],
    /// Path of the parent, where a loader reads the attribute.
    pub parent_path: Option<&'a EntityPath>,
    pub load: Option<&'a LoadOptions>,
    /// A lazy load, or an eager one of an instance at a time.
    pub cause: CauseKind,
}

impl Default for LazyRequest<'_> {
    fn default() -> Self {
        Self {
            lazy: Lazy::Select,
            loadopt: None,
            extra_options: &[],
            parent_path: None,
            load: None,
            cause: CauseKind::LazyLoad,
        }
    }
}

/// Loads a relationship of one instance.
///
/// # Errors
/// `DetachedInstanceError` without a session; `InvalidRequestError` where loading is to raise; what the
/// statement raises.
pub(super) fn load_for_state(
    state: &StateRef,
    prop: &Rc<Property>,
    passive: PassiveFlag,
    request: &LazyRequest<'_>,
) -> OrmResult<Loaded> {
    let relationship = relationship_of(prop);
    let pending = !state.has_identity();
    let loads_pending = relationship.declared().load_on_pending || state.load_pending.get();
    if pending && (!loads_pending || state.session().is_none()) {
        return Ok(Loaded::Empty);
    }
    let criteria = request.loadopt.map(|it| &it.extra_criteria[..]).unwrap_or_default();
    let use_get = relationship.joins().use_get && criteria.is_empty();
    let is_refused = pending && !passive.has(PassiveFlag::NON_PERSISTENT_OK);
    if (!passive.has(PassiveFlag::SQL_OK) && !use_get) || is_refused {
        return Ok(Loaded::NoResult);
    }
    let may_raise = !passive.has(PassiveFlag::NO_RAISE);
    if request.lazy == Lazy::Raise && may_raise && (!use_get || passive.has(PassiveFlag::RELATED_OBJECT_OK)) {
        return Err(not_available(prop, "raise"));
    }
    let Some(session) = state.session() else {
        if !may_raise {
            return Ok(Loaded::NoResult);
        }
        return Err(OrmError::DetachedInstance(format!(
            "Parent instance {} is not bound to a Session; lazy load operation of attribute '{}' cannot proceed",
            loading::detached_str(state),
            prop.key
        )));
    };
    let mut identity = None;
    if use_get {
        let target = relationship.target();
        let mut values = Vec::with_capacity(target.primary_key.len());
        for column in &target.primary_key {
            let Some(local) = equated(relationship, column) else { return Ok(Loaded::NoResult) };
            match refresh::column_value(state, &local, passive)? {
                refresh::Read::Value(value) => values.push(value),
                refresh::Read::NoResult => return Ok(Loaded::NoResult),
                refresh::Read::NeverSet => return Ok(Loaded::Empty),
            }
        }
        if values.iter().all(Value::is_null) {
            return Ok(Loaded::Scalar(None));
        }
        if session.host.has(state, prop) && !passive.has(PassiveFlag::DEFERRED_HISTORY_LOAD) {
            return Ok(Loaded::WasSet);
        }
        match get::from_identity_map(&session, &target, &values, passive)? {
            get::Found::Object(object) => return Ok(Loaded::Scalar(Some(object))),
            get::Found::NoResult => return Ok(Loaded::NoResult),
            get::Found::Mismatch => return Ok(Loaded::Scalar(None)),
            get::Found::Nothing => {}
        }
        if !passive.has(PassiveFlag::SQL_OK) || !passive.has(PassiveFlag::RELATED_OBJECT_OK) {
            return Ok(Loaded::NoResult);
        }
        identity = Some(values);
    }
    let _reading = events::missing(&session, state, prop, request.cause);
    emit(&session, state, prop, relationship, identity.as_deref(), passive, request)
}

/// The parent's column that a column of the target's primary key equals.
pub(super) fn equated(relationship: &Relationship, column: &ColumnRef) -> Option<ColumnRef> {
    let pairs = &relationship.joins().local_remote_pairs;
    let exact = pairs.iter().find(|it| it.1.id == column.id);
    let equal = || {
        let target = relationship.target();
        pairs.iter().find(|it| target.is_equivalent(&it.1, column))
    };
    exact.or_else(equal).map(|it| it.0.clone())
}

fn not_available(prop: &Property, lazy: &str) -> OrmError {
    OrmError::invalid(format!("'{}' is not available due to lazy='{lazy}'", prop.qualified_name()))
}

fn emit(
    session: &Rc<Session>,
    state: &StateRef,
    prop: &Rc<Property>,
    relationship: &Relationship,
    identity: Option<&[Value]>,
    passive: PassiveFlag,
    request: &LazyRequest<'_>,
) -> OrmResult<Loaded> {
    let target = relationship.target();
    let entity = relationship.entity();
    let mut options: Vec<PluginItem> = state.load_options.borrow().clone();
    let current_path = match request.parent_path {
        Some(parent) => parent.prop(prop.id),
        None if options.is_empty() && request.loadopt.is_none_or(|it| it.extra_criteria.is_empty()) => {
            EntityPath::root(state.mapper.tag).prop(prop.id)
        }
        None => own_path(state).prop(prop.id),
    };
    if let Some(loadopt) = request.loadopt {
        options.extend(criteria_options(&entity, &loadopt.extra_criteria));
    }
    options.extend_from_slice(request.extra_options);
    let raise = request.lazy == Lazy::RaiseOnSql && !passive.has(PassiveFlag::NO_RAISE);
    let mut load = LoadOptions {
        invoke_all_eagers: false,
        lazy_loaded_from: Some(state.clone()),
        ..request.load.cloned().unwrap_or_default()
    };
    load.autoflush &= !passive.has(PassiveFlag::NO_AUTOFLUSH);
    let mut select = Select {
        columns: vec![SelectItem::Plugin(OrmItem::Entity(entity.clone()).wrap())],
        options,
        label_style: LabelStyle::None,
        ..Select::default()
    };
    load.compile = CompileOptions { current_path, ..CompileOptions::default() };
    if let Some(identity) = identity {
        if raise {
            return Err(not_available(prop, "raise_on_sql"));
        }
        return Ok(Loaded::Scalar(get::load_by_key(session, &target, select, identity, load)?));
    }
    if let Some(secondary) = &relationship.joins().secondary {
        select.from_plugins.push(OrmItem::Entity(entity).wrap());
        select.from_.push(secondary.clone());
    }
    select.order_by.clone_from(&relationship.declared().order_by);
    load.compile.lazyload_reverse = Some(prop.clone());
    let clause = LazyClause::new(relationship, false);
    let mut values = Vec::with_capacity(clause.columns.len());
    for (column, _) in &clause.columns {
        match refresh::column_value(state, column, passive)? {
            refresh::Read::Value(value) => values.push(value),
            refresh::Read::NoResult | refresh::Read::NeverSet => return Ok(Loaded::Scalar(None)),
        }
    }
    if session.host.has(state, prop) && !passive.has(PassiveFlag::DEFERRED_HISTORY_LOAD) {
        return Ok(Loaded::WasSet);
    }
    if !state.has_identity() && values.iter().any(Value::is_null) {
        return Ok(Loaded::Scalar(None));
    }
    if raise {
        return Err(not_available(prop, "raise_on_sql"));
    }
    let place = |column: &ColumnRef| clause.columns.iter().position(|it| it.0.id == column.id).unwrap_or(0);
    select
        .where_
        .push(clause.with_binds(|column, old| Expr::bind(None, values[place(column)].clone(), old.ty().clone())));
    let objects = loading::load_objects(session, Rc::new(select), load)?;
    if relationship.uselist() {
        return Ok(Loaded::Collection(objects));
    }
    if objects.len() > 1 {
        session.host.warn(&super::joined::multiple_rows("lazily", prop))?;
    }
    Ok(Loaded::Scalar(objects.into_iter().next()))
}

/// Where an instance stood in the query that loaded it.
pub(super) fn own_path(state: &StateRef) -> EntityPath {
    EntityPath { steps: state.load_path.borrow().clone(), entity: state.load_entity.get().unwrap_or(state.mapper.tag) }
}

/// `.and_()` criteria as an option of the statement that loads the entity.
pub(super) fn criteria_options(entity: &Entity, criteria: &[Expr]) -> Option<PluginItem> {
    if criteria.is_empty() {
        return None;
    }
    let option = LoaderOption {
        criteria: Some((entity.tag(), build::and_(criteria))),
        statement_only: true,
        ..LoaderOption::default()
    };
    Some(OrmItem::Option(Rc::new(option)).wrap())
}
