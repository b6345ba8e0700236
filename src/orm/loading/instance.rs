//! From rows to instances. Mirrors `_instance_processor`, `_populate_full` and `_populate_partial` of
//! `orm/loading.py`.

use super::commit;
use super::polymorphic::{PolymorphicSwitch, RowClass};
use super::post_load::{PostLoad, PostLoads};
use super::{LoadOptions, Parameters};
use crate::engine::Options;
use crate::orm::context::{CompileState, EntitySetup, Memo, Slot};
use crate::orm::errors::{OrmError, OrmResult};
use crate::orm::events::{AttributeChange, FoundBy, OrmEvent};
use crate::orm::host::Hook;
use crate::orm::identity::IdentityKey;
use crate::orm::mapper::{Mapper, MapperId};
use crate::orm::option_paths::LoadElement;
use crate::orm::path::EntityPath;
use crate::orm::properties::{Property, PropertyId};
use crate::orm::session::Session;
use crate::orm::state::{Object, StateRef};
use crate::orm::strategies;
use crate::sql::schema::ColumnRef;
use crate::sql::select::{PluginItem, Select};
use crate::sql::value::Value;
use indexmap::IndexMap;
use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// Attribute keys.
pub type Keys = HashSet<Rc<str>>;

/// One execution of a query, as its loaders see it.
pub struct QueryContext {
    /// The session.
    pub session: Rc<Session>,
    /// How the statement was set up.
    pub plan: Rc<CompileState>,
    /// How it is loaded.
    pub load: LoadOptions,
    /// Parameters of the execution.
    pub params: Option<Parameters>,
    /// Rows repeat their entities: joined eager loads of collections.
    pub requires_uniquing: Cell<bool>,
    /// A loader needs all rows before any.
    pub requires_buffering: Cell<bool>,
    /// Where the statement's columns are in the row, when it was not compiled from the plan.
    column_map: Option<Vec<Option<usize>>>,
    run_id: u64,
    propagated: Vec<PluginItem>,
    partials: RefCell<HashMap<u64, Rc<Keys>>>,
    post_loads: Rc<PostLoads>,
    collections: RefCell<IndexMap<(u64, PropertyId), Members>>,
}

impl std::fmt::Debug for QueryContext {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "QueryContext({})", self.run_id)
    }
}

/// A collection that is being put together from joined rows.
struct Members {
    parent: Object,
    prop: Rc<Property>,
    members: Vec<Object>,
    seen: HashSet<u64>,
}

thread_local! {
    static NEXT_RUN: Cell<u64> = const { Cell::new(1) };
}

impl QueryContext {
    /// A new execution. `column_map`: see [`super::from_statement`].
    pub fn new(
        session: &Rc<Session>,
        plan: Rc<CompileState>,
        load: LoadOptions,
        params: Option<Parameters>,
        column_map: Option<Vec<Option<usize>>>,
    ) -> Rc<Self> {
        let run_id = NEXT_RUN.with(|it| it.replace(it.get() + 1));
        let propagated = crate::orm::option_paths::propagated(&plan.select.options);
        let post_loads = load.top.clone().unwrap_or_default();
        Rc::new(Self {
            session: session.clone(),
            plan,
            load,
            params,
            requires_uniquing: Cell::new(false),
            requires_buffering: Cell::new(false),
            column_map,
            run_id,
            propagated,
            partials: RefCell::default(),
            post_loads,
            collections: RefCell::default(),
        })
    }

    /// The statement as it was given.
    pub fn select(&self) -> &Rc<Select> {
        &self.plan.select
    }
    /// Whether the rows come from a statement that was not compiled from entities.
    pub fn is_from_statement(&self) -> bool {
        self.column_map.is_some()
    }
    /// Second statements of this query.
    pub fn post_loads(&self) -> &PostLoads {
        &self.post_loads
    }
    /// A path of this statement, from the first statement on.
    pub fn effective_path(&self, path: &EntityPath) -> EntityPath {
        EntityPath { steps: self.plan.options.current_path.concat(&path.steps), entity: path.entity }
    }
    /// The execution options of the query and of the call, as loaders take them over.
    fn options_for_loaders(&self) -> Options {
        let mut all = self.select().execution_options.clone();
        all.extend(self.load.execution_options.clone());
        all
    }
    /// Options for statements that loaders of this query send.
    pub fn nested_load_options(&self) -> LoadOptions {
        LoadOptions {
            top: Some(self.post_loads.clone()),
            recursion: self.load.recursion.clone(),
            subquery: self.load.subquery.clone(),
            execution_options: self.options_for_loaders(),
            ..LoadOptions::default()
        }
    }

    /// Place of a column in the row.
    pub fn index_of(&self, slot: Slot) -> Option<usize> {
        match (&self.column_map, slot) {
            (Some(map), Slot::Primary(index)) => map.get(index).copied().flatten(),
            (Some(_), Slot::Secondary(_)) => None,
            (None, slot) => Some(self.plan.index_of(slot)),
        }
    }

    /// Starts collecting the members of a collection from joined rows.
    pub fn start_collection(&self, key: (u64, PropertyId), target: &Target<'_>, fresh: bool) {
        let mut collections = self.collections.borrow_mut();
        if fresh || !collections.contains_key(&key) {
            collections.insert(
                key,
                Members {
                    parent: target.object.clone(),
                    prop: target.prop.clone(),
                    members: Vec::new(),
                    seen: HashSet::new(),
                },
            );
        }
    }

    /// Adds a member once.
    pub fn add_member(&self, key: (u64, PropertyId), object: Object) {
        if let Some(it) = self.collections.borrow_mut().get_mut(&key)
            && it.seen.insert(object.state.id)
        {
            it.members.push(object);
        }
    }

    /// Gives the collected members to their instances; called after the last row.
    ///
    /// # Errors
    /// A collection class of the program that refuses a member.
    pub fn finish_collections(&self) -> OrmResult<()> {
        let collections = std::mem::take(&mut *self.collections.borrow_mut());
        for it in collections.into_values() {
            self.session.host.set_collection(&it.parent.state, &it.prop, &it.members)?;
            self.session.host.tell(&OrmEvent::Attribute(&it.parent.state, &it.prop, AttributeChange::Loaded));
            it.parent.state.expired_attributes.change(|keys| keys.remove(&it.prop.key));
        }
        self.partials.borrow_mut().clear();
        Ok(())
    }
}

/// An attribute of the instance that a row is about.
#[allow(missing_docs)]
pub struct Target<'a> {
    pub context: &'a Rc<QueryContext>,
    pub object: &'a Object,
    pub prop: &'a Rc<Property>,
}

/// Fills an attribute from a row.
pub trait Populate {
    /// The first row of an instance.
    ///
    /// # Errors
    /// What loading raises.
    fn new_row(&self, _target: &Target<'_>, _row: &[Value]) -> OrmResult<()> {
        Ok(())
    }
    /// A further row of an instance.
    ///
    /// # Errors
    /// What loading raises.
    fn existing_row(&self, _target: &Target<'_>, _row: &[Value]) -> OrmResult<()> {
        Ok(())
    }
    /// A row of an instance that has the attribute already.
    ///
    /// # Errors
    /// What loading raises.
    fn eager_row(&self, _target: &Target<'_>, _row: &[Value]) -> OrmResult<()> {
        Ok(())
    }
}

/// How the attributes of one entity are filled.
#[derive(Default)]
pub struct Populators {
    /// Columns and their places.
    pub quick: Vec<(Rc<Property>, usize)>,
    /// Columns that are not in the row; whether they count as expired.
    pub expire: Vec<(Rc<Property>, bool)>,
    /// Columns that an option deferred; whether reading them raises.
    pub defer: Vec<(Rc<Property>, bool)>,
    others: Vec<Populator>,
    has_eager: bool,
}

struct Populator {
    prop: Rc<Property>,
    populate: Box<dyn Populate>,
    is_eager: bool,
}

impl Populators {
    /// Fills the attribute when an instance is first seen.
    pub fn push(&mut self, prop: &Rc<Property>, populate: impl Populate + 'static) {
        self.others.push(Populator { prop: prop.clone(), populate: Box::new(populate), is_eager: false });
    }
    /// Fills the attribute from every row.
    pub fn push_eager(&mut self, prop: &Rc<Property>, populate: Box<dyn Populate>, context: &QueryContext) {
        let is_eager = context.load.invoke_all_eagers;
        self.has_eager |= is_eager;
        self.others.push(Populator { prop: prop.clone(), populate, is_eager });
    }
}

/// An attribute of an entity of the statement, when its processor is made.
#[allow(missing_docs)]
pub struct RowSetup<'a> {
    pub context: &'a Rc<QueryContext>,
    pub prop: &'a Rc<Property>,
    pub path: &'a EntityPath,
    pub loadopt: Option<&'a Rc<LoadElement>>,
    pub only_load_props: Option<&'a Keys>,
}

impl RowSetup<'_> {
    /// Place of a column of this entity in the row.
    pub fn index_of_column(&self, column: &ColumnRef) -> Option<usize> {
        let setup = self.context.plan.setups.get(self.path)?;
        let place = setup.mapper.primary_key.iter().position(|it| it.id == column.id);
        if let Some(slot) = place.and_then(|it| setup.primary_key.get(it).copied().flatten()) {
            return self.context.index_of(slot);
        }
        if let Some(slot) = self.context.plan.slot_of(setup.adapter.as_ref(), column) {
            return self.context.index_of(slot);
        }
        let prop = setup.mapper.property_of_column(column)?;
        setup.columns.get(&prop.id).and_then(|(_, memo)| match memo {
            Memo::Column(slot) => self.context.index_of(*slot),
            _ => None,
        })
    }
}

/// What is special about the statement's first entity.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)]
pub struct Root {
    pub only_load_props: Option<Rc<Keys>>,
    pub refresh: Option<Object>,
}

/// Makes instances of one entity from rows.
pub struct InstanceProcessor {
    mapper: Rc<Mapper>,
    base: MapperId,
    primary_key: Vec<usize>,
    populators: Populators,
    load_path: EntityPath,
    post_load: Option<Rc<PostLoad>>,
    root: Root,
    populate_existing: bool,
    has_load_hooks: bool,
    polymorphic: Option<PolymorphicSwitch>,
}

impl InstanceProcessor {
    /// The processor of an entity at a path. `root`: for an entity of the statement itself.
    ///
    /// # Errors
    /// When the row has no primary key, and what strategies refuse.
    pub fn new(
        context: &Rc<QueryContext>,
        mapper: &Rc<Mapper>,
        path: &EntityPath,
        root: Option<Root>,
    ) -> OrmResult<Self> {
        Self::of_class(context, mapper, path, root.unwrap_or_default(), None)
    }

    /// The processor of a class whose rows a statement finds among those of `polymorphic_from`.
    pub(super) fn of_class(
        context: &Rc<QueryContext>,
        mapper: &Rc<Mapper>,
        path: &EntityPath,
        root: Root,
        polymorphic_from: Option<&Rc<Mapper>>,
    ) -> OrmResult<Self> {
        let only = root.only_load_props.as_deref();
        let mut populators = Populators::default();
        let setup = context.plan.setups.get(path);
        let primary_key = match setup {
            Some(setup) if root.refresh.is_none() => primary_key_places(context, setup)?,
            _ => Vec::new(),
        };
        let derived = mapper.derived();
        let options = &context.plan.options;
        let wanted =
            |prop: &Property| !only.is_some_and(|it| !it.contains(&prop.key)) && !options.is_left_alone(prop, path);
        for prop in derived.column_props.iter().filter(|it| wanted(it)) {
            match setup.and_then(|it| it.columns.get(&prop.id)) {
                Some((_, Memo::Column(slot))) => match context.index_of(*slot) {
                    Some(index) => populators.quick.push((prop.clone(), index)),
                    None => populators.expire.push((prop.clone(), true)),
                },
                Some((_, Memo::Deferred)) => populators.expire.push((prop.clone(), false)),
                Some((_, Memo::DeferForState { raise })) => populators.defer.push((prop.clone(), *raise)),
                None => {
                    let loadopt = context.plan.paths.find(path, prop);
                    let row = RowSetup { context, prop, path, loadopt: loadopt.as_ref(), only_load_props: only };
                    strategies::for_prop(prop, loadopt.as_deref()).create_row_processor(&row, &mut populators)?;
                }
            }
        }
        for prop in derived.relationships.iter().filter(|it| wanted(it)) {
            let loadopt = context.plan.paths.find(path, prop);
            let row = RowSetup { context, prop, path, loadopt: loadopt.as_ref(), only_load_props: only };
            strategies::for_prop(prop, loadopt.as_deref()).create_row_processor(&row, &mut populators)?;
        }
        let load_path = context.effective_path(path);
        if let Some(from) = polymorphic_from {
            super::subclass::request(context, mapper, path, from);
        }
        let post_load = context.post_loads.at(&load_path, root.only_load_props.as_ref());
        let polymorphic = if polymorphic_from.is_none() && root.refresh.is_none() {
            PolymorphicSwitch::new(context, mapper, path)
        } else {
            None
        };
        Ok(Self {
            base: mapper.identity_mapper(),
            mapper: mapper.clone(),
            primary_key,
            populators,
            load_path,
            post_load,
            root,
            populate_existing: context.load.populate_existing || mapper.always_refresh,
            has_load_hooks: context.session.host.has_load_hooks(mapper),
            polymorphic,
        })
    }

    /// The instance that a row is about; `None` when its primary key is NULL.
    ///
    /// # Errors
    /// What loading raises.
    pub fn instance(&self, context: &Rc<QueryContext>, row: &[Value]) -> OrmResult<Option<Object>> {
        let Some(switch) = &self.polymorphic else { return self.own_instance(context, row) };
        match switch.class_of(context, row)? {
            RowClass::Own => self.own_instance(context, row),
            RowClass::Sub(processor) => processor.own_instance(context, row),
            RowClass::Wrong(reason) => {
                let values: Vec<Value> = self.primary_key.iter().map(|it| row[*it].clone()).collect();
                if values.iter().any(Value::is_null) {
                    return Ok(None);
                }
                let key = IdentityKey { mapper: self.base, values: values.into() };
                let key = context.session.host.identity_key_str(&self.mapper.identity_root(), &key);
                Err(OrmError::invalid(format!("Row with identity key {key} can't be loaded into an object; {reason}")))
            }
        }
    }

    fn own_instance(&self, context: &Rc<QueryContext>, row: &[Value]) -> OrmResult<Option<Object>> {
        let session = &context.session;
        let host = &*session.host;
        let (object, is_new, mut current, loaded) = if let Some(object) = &self.root.refresh {
            (object.clone(), object.state.run_id.get() != context.run_id, true, false)
        } else {
            let values: Rc<[Value]> = self.primary_key.iter().map(|it| row[*it].clone()).collect();
            let key = IdentityKey { mapper: self.base, values };
            let known = session.identity_map.get(&key).and_then(|it| session.host.object(&it));
            if let Some(object) = known {
                let is_new = object.state.run_id.get() != context.run_id;
                (object, is_new, !is_new, false)
            } else {
                if self.mapper.lacks_key(&key.values) {
                    return Ok(None);
                }
                let object = session.host.create(&self.mapper)?;
                session.attach_loaded(&object.state, key);
                (object, true, true, true)
            }
        };
        let overwrite = self.populate_existing || self.root.refresh.is_some();
        current |= overwrite;
        if current {
            self.full(context, row, &object, is_new, loaded, overwrite)?;
        } else {
            self.partial(context, row, &object)?;
        }
        if host.is_heard() {
            match (loaded, &self.root.refresh) {
                _ if !is_new => host.tell(&OrmEvent::Found(&object.state, FoundBy::RowAgain)),
                (true, _) => host.tell(&OrmEvent::Loaded(&object.state)),
                (false, None) => host.tell(&OrmEvent::Found(&object.state, FoundBy::Row)),
                (false, Some(_)) => host.tell(&OrmEvent::Refreshed(&object.state)),
            }
        }
        Ok(Some(object))
    }

    fn full(
        &self,
        context: &Rc<QueryContext>,
        row: &[Value],
        object: &Object,
        is_new: bool,
        loaded: bool,
        overwrite: bool,
    ) -> OrmResult<()> {
        let state = &object.state;
        if is_new && (!context.propagated.is_empty() || !overwrite) {
            if !context.propagated.is_empty() || !loaded {
                if context.propagated.is_empty() {
                    state.load_options.change(Vec::clear);
                } else {
                    state.load_options.borrow_mut().clone_from(&context.propagated);
                }
            }
            self.stamp_path(state);
        }
        self.populate_full(context, row, object, is_new, overwrite)?;
        if is_new {
            if self.has_load_hooks {
                let host = &context.session.host;
                if loaded {
                    host.call(&Hook::Load(state.clone()))?;
                    host.call(&Hook::LoadedAsPersistent(context.session.clone(), state.clone()))?;
                } else {
                    let keys = self.root.only_load_props.as_ref().map(|it| sorted(it));
                    host.call(&Hook::Refresh(state.clone(), keys))?;
                }
            }
            if overwrite || state.modified.get() {
                match (&self.root.refresh, &self.root.only_load_props) {
                    (Some(_), Some(keys)) => commit::commit_keys(state, keys),
                    _ => commit::commit_all(state),
                }
            }
        }
        if let Some(post_load) = &self.post_load {
            post_load.add_state(object, true);
        }
        Ok(())
    }

    fn stamp_path(&self, state: &StateRef) {
        if !(self.load_path.steps.is_empty() && state.load_path.borrow().is_empty()) {
            state.load_path.borrow_mut().clone_from(&self.load_path.steps);
        }
        state.load_entity.set(Some(self.load_path.entity));
    }

    fn same_path(&self, state: &StateRef) -> bool {
        state.load_entity.get() == Some(self.load_path.entity) && *state.load_path.borrow() == self.load_path.steps
    }

    fn populate_full(
        &self,
        context: &Rc<QueryContext>,
        row: &[Value],
        object: &Object,
        is_new: bool,
        overwrite: bool,
    ) -> OrmResult<()> {
        let state = &object.state;
        let host = &context.session.host;
        if is_new {
            state.run_id.set(context.run_id);
            for (prop, index) in &self.populators.quick {
                host.set(state, prop, row[*index].clone());
            }
            for (prop, expires) in &self.populators.expire {
                if overwrite {
                    host.remove(state, prop);
                }
                if *expires {
                    state.expired_attributes.borrow_mut().insert(prop.key.clone());
                }
            }
            for (prop, raise) in &self.populators.defer {
                defer(context, state, prop, *raise);
            }
            return self.each(context, object, |it, target| it.new_row(target, row));
        }
        if !self.same_path(state) {
            let shallower = self.load_path.depth() < state.load_path.borrow().len();
            if shallower && (!context.propagated.is_empty() || !overwrite) {
                self.stamp_path(state);
            }
            for (prop, index) in &self.populators.quick {
                if !host.has(state, prop) {
                    host.set(state, prop, row[*index].clone());
                }
            }
        }
        self.each(context, object, |it, target| it.existing_row(target, row))
    }

    fn each(
        &self,
        context: &Rc<QueryContext>,
        object: &Object,
        call: impl Fn(&dyn Populate, &Target<'_>) -> OrmResult<()>,
    ) -> OrmResult<()> {
        for it in &self.populators.others {
            call(&*it.populate, &Target { context, object, prop: &it.prop })?;
        }
        Ok(())
    }

    /// An instance that was in the session before: only what it lacks is filled.
    fn partial(&self, context: &Rc<QueryContext>, row: &[Value], object: &Object) -> OrmResult<()> {
        let state = &object.state;
        let host = &context.session.host;
        let unloaded = commit::unloaded(state);
        let known = context.partials.borrow().get(&state.id).cloned();
        let is_new = known.is_none();
        if !is_new || !unloaded.is_empty() || self.populators.has_eager {
            let to_load = match known {
                Some(to_load) => {
                    for (prop, index) in &self.populators.quick {
                        if unloaded.contains(&prop.key) {
                            host.set(state, prop, row[*index].clone());
                        }
                    }
                    self.each(context, object, |it, target| {
                        if to_load.contains(&target.prop.key) { it.existing_row(target, row) } else { Ok(()) }
                    })?;
                    to_load
                }
                None => {
                    let to_load = Rc::new(unloaded.clone());
                    context.partials.borrow_mut().insert(state.id, to_load.clone());
                    self.start_partial(context, row, object, &to_load)?;
                    to_load
                }
            };
            for it in self.populators.others.iter().filter(|it| it.is_eager) {
                if !unloaded.contains(&it.prop.key) {
                    it.populate.eager_row(&Target { context, object, prop: &it.prop }, row)?;
                }
            }
            if is_new {
                if self.has_load_hooks {
                    host.call(&Hook::Refresh(state.clone(), Some(sorted(&to_load))))?;
                }
                commit::commit_keys(state, &to_load);
            }
        }
        if let (Some(post_load), true) = (&self.post_load, context.load.invoke_all_eagers) {
            post_load.add_state(object, false);
        }
        Ok(())
    }

    fn start_partial(
        &self,
        context: &Rc<QueryContext>,
        row: &[Value],
        object: &Object,
        to_load: &Keys,
    ) -> OrmResult<()> {
        let state = &object.state;
        let host = &context.session.host;
        for (prop, index) in &self.populators.quick {
            if to_load.contains(&prop.key) {
                host.set(state, prop, row[*index].clone());
            }
        }
        for (prop, expires) in &self.populators.expire {
            if to_load.contains(&prop.key) {
                host.remove(state, prop);
                if *expires {
                    state.expired_attributes.borrow_mut().insert(prop.key.clone());
                }
            }
        }
        for (prop, raise) in &self.populators.defer {
            if to_load.contains(&prop.key) {
                defer(context, state, prop, *raise);
            }
        }
        self.each(
            context,
            object,
            |it, target| {
                if to_load.contains(&target.prop.key) { it.new_row(target, row) } else { Ok(()) }
            },
        )
    }
}

fn sorted(keys: &Keys) -> Vec<Rc<str>> {
    let mut keys: Vec<Rc<str>> = keys.iter().cloned().collect();
    keys.sort();
    keys
}

/// `_instance_level_callable_processor`: whatever was there goes, and the loader takes its place.
fn defer(context: &QueryContext, state: &StateRef, prop: &Rc<Property>, raise: bool) {
    context.session.host.remove(state, prop);
    state.committed.change(|it| it.shift_remove(&prop.key));
    strategies::defer_for_state(state, prop, raise);
}

fn primary_key_places(context: &QueryContext, setup: &EntitySetup) -> OrmResult<Vec<usize>> {
    setup
        .mapper
        .primary_key
        .iter()
        .zip(&setup.primary_key)
        .map(|(column, slot)| {
            slot.and_then(|it| context.index_of(it)).ok_or_else(|| {
                OrmError::NoSuchColumn(format!(
                    "Could not locate column in row for column '{}.{}'",
                    setup.mapper.table_name(),
                    column.name()
                ))
            })
        })
        .collect()
}
