//! Orders the statements of a flush: actions per mapper, dependencies between them, a topological sort; where
//! mappers depend on each other in a circle, actions per instance. Mirrors `orm/unitofwork.py`.

use super::attributes;
use super::dependency::DependencyProcessor;
use super::errors::{OrmError, OrmResult};
use super::events::OrmEvent;
use super::flush_plan;
use super::history::{self, History};
use super::host::ConnectionFor;
use super::mapper::{Mapper, MapperId};
use super::persistence;
use super::persistence_post_update;
use super::properties::{Property, PropertyId};
use super::session::Session;
use super::state::{Object, StateRef};
use super::strategies::Passive;
use crate::engine::Connection;
use crate::sql::schema::{ColumnId, ColumnRef};
use crate::util::topological;
use indexmap::{IndexMap, IndexSet};
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// One piece of work. The order of equals follows `sort_key`, then the order they came in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Action {
    SaveUpdateAll(MapperId),
    DeleteAll(MapperId),
    PostUpdateAll(MapperId, bool),
    ProcessAll { processor: ProcessorId, is_delete: bool, from_parent: bool },
    ProcessState { processor: ProcessorId, is_delete: bool, state: u64 },
    SaveUpdateState(u64),
    DeleteState(u64),
}

/// Which processor: a relationship, and whether it is the one that follows key changes of its target.
pub(super) type ProcessorId = (PropertyId, bool);

#[derive(Clone, Debug)]
pub(super) struct Registered {
    pub(super) state: StateRef,
    pub(super) is_delete: bool,
    pub(super) list_only: bool,
}

struct Preprocess {
    processor: Rc<DependencyProcessor>,
    from_parent: bool,
    processed: HashSet<u64>,
    is_set_up: bool,
}

/// One flush.
pub struct UnitOfWork {
    pub(super) session: Rc<Session>,
    pub(super) states: RefCell<IndexMap<u64, Registered>>,
    mappers: RefCell<IndexMap<MapperId, (Rc<Mapper>, IndexMap<u64, StateRef>)>>,
    presort: RefCell<Vec<Preprocess>>,
    /// Actions and whether they are disabled.
    actions: RefCell<IndexMap<Action, bool>>,
    dependencies: RefCell<IndexSet<(Action, Action)>>,
    processors: RefCell<IndexMap<ProcessorId, Rc<DependencyProcessor>>>,
    processors_of: RefCell<IndexMap<MapperId, IndexSet<ProcessorId>>>,
    known: RefCell<HashMap<MapperId, Rc<Mapper>>>,
    /// What is kept alive while the flush runs.
    alive: RefCell<Vec<Object>>,
    pub(super) children_added: RefCell<HashMap<PropertyId, HashSet<u64>>>,
    pub(super) processed_pairs: RefCell<HashMap<Vec<Rc<str>>, HashSet<(u64, u64)>>>,
    pub(super) pk_cascaded: RefCell<HashSet<(u64, ColumnId)>>,
    pub(super) post_updates: RefCell<IndexMap<MapperId, (IndexMap<u64, StateRef>, Vec<ColumnRef>)>>,
    pub(super) cycles: RefCell<HashSet<Action>>,
}

impl UnitOfWork {
    /// Registers what the session has to flush.
    ///
    /// # Errors
    /// Those of loading what is expired.
    pub fn collect(session: &Rc<Session>, only: Option<&HashSet<u64>>) -> OrmResult<Self> {
        let uow = Self {
            session: session.clone(),
            states: RefCell::default(),
            mappers: RefCell::default(),
            presort: RefCell::default(),
            actions: RefCell::default(),
            dependencies: RefCell::default(),
            processors: RefCell::default(),
            processors_of: RefCell::default(),
            known: RefCell::default(),
            alive: RefCell::default(),
            children_added: RefCell::default(),
            processed_pairs: RefCell::default(),
            pk_cascaded: RefCell::default(),
            post_updates: RefCell::default(),
            cycles: RefCell::default(),
        };
        let wanted = |state: &StateRef| only.is_none_or(|it| it.contains(&state.id));
        let mut work: Vec<StateRef> = session.new.borrow().values().cloned().collect();
        work.extend(session.dirty_states());
        for state in work.into_iter().filter(wanted) {
            if session.deleted.borrow().contains_key(&state.id) {
                continue;
            }
            let is_orphan = attributes::is_orphan(&state);
            if is_orphan && !state.has_identity() && state.orphaned_outside.get() {
                session.expunge_state(&*session.host, &state);
                continue;
            }
            uow.register_object(&state, is_orphan && state.has_identity(), false, false);
        }
        let deleted: Vec<StateRef> = session.deleted.borrow().values().cloned().collect();
        for state in deleted.into_iter().filter(wanted) {
            uow.register_object(&state, true, false, false);
        }
        Ok(uow)
    }

    /// Whether anything was registered.
    pub fn has_work(&self) -> bool {
        !self.states.borrow().is_empty()
    }

    pub(super) fn is_deleted(&self, state: &StateRef) -> bool {
        self.states.borrow().get(&state.id).is_some_and(|it| it.is_delete)
    }

    pub(super) fn registered(&self, state: u64) -> Option<Registered> {
        self.states.borrow().get(&state).cloned()
    }

    /// Marks a state so that no statement is sent for it.
    pub(super) fn remove_state_actions(&self, state: &StateRef) {
        if let Some(it) = self.states.borrow_mut().get_mut(&state.id) {
            it.list_only = true;
        }
    }

    pub(super) fn register_object(
        &self,
        state: &StateRef,
        is_delete: bool,
        list_only: bool,
        cancel_delete: bool,
    ) -> bool {
        if !self.session.contains_state(state) {
            return false;
        }
        if let Some(known) = self.states.borrow_mut().get_mut(&state.id) {
            if !list_only && (is_delete || cancel_delete) {
                known.is_delete = is_delete;
                known.list_only = false;
            }
            return true;
        }
        let mapper = state.mapper.clone();
        if !self.mappers.borrow().contains_key(&mapper.id) {
            self.mappers.borrow_mut().insert(mapper.id, (mapper.clone(), IndexMap::new()));
            self.per_mapper_flush_actions(&mapper);
        }
        if let Some((_, states)) = self.mappers.borrow_mut().get_mut(&mapper.id) {
            states.insert(state.id, state.clone());
        }
        self.alive.borrow_mut().extend(self.session.host.object(state));
        self.states.borrow_mut().insert(state.id, Registered { state: state.clone(), is_delete, list_only });
        true
    }

    /// The same of an instance that stands in a relationship; warns when it cannot be.
    pub(super) fn register_along(
        &self,
        state: &StateRef,
        (is_delete, list_only, cancel_delete): (bool, bool, bool),
        operation: &str,
        prop: &Property,
    ) -> OrmResult<bool> {
        if !self.session.contains_state(state) && !state.deleted.get() {
            self.session.host.warn(&format!(
                "Object of type <{}> not in session, {operation} operation along '{}' will not proceed",
                state.mapper.class_name,
                prop.qualified_name()
            ))?;
        }
        Ok(self.register_object(state, is_delete, list_only, cancel_delete))
    }

    pub(super) fn register_post_update(&self, state: &StateRef, columns: Vec<ColumnRef>) {
        let mut post_updates = self.post_updates.borrow_mut();
        let (states, known) = post_updates.entry(state.mapper.base_mapper().id).or_default();
        states.insert(state.id, state.clone());
        for column in columns {
            if !known.iter().any(|it| it.id == column.id) {
                known.push(column);
            }
        }
    }

    fn per_mapper_flush_actions(&self, mapper: &Rc<Mapper>) {
        let base = mapper.base_mapper();
        let saves = self.action(Action::SaveUpdateAll(self.known(&base)));
        let deletes = self.action(Action::DeleteAll(base.id));
        self.depend(saves, deletes);
        for watcher in mapper.key_switch_watchers.borrow().iter().filter_map(std::rc::Weak::upgrade) {
            let relationship = watcher.as_relationship().expect("a watcher is a relationship");
            let has_reverse = !relationship.reverse.borrow().is_empty();
            if !(has_reverse && relationship.declared().passive_updates) {
                self.register_preprocessor(&watcher, true, false);
            }
        }
        for prop in &mapper.derived().relationships {
            if !prop.as_relationship().is_some_and(|it| it.declared().viewonly) {
                self.register_preprocessor(prop, false, true);
            }
        }
    }

    fn register_preprocessor(&self, prop: &Rc<Property>, is_key_switch: bool, from_parent: bool) {
        let id = (prop.id, is_key_switch);
        let mut presort = self.presort.borrow_mut();
        if presort.iter().any(|it| it.processor.id() == id && it.from_parent == from_parent) {
            return;
        }
        let processor = self
            .processors
            .borrow_mut()
            .entry(id)
            .or_insert_with(|| Rc::new(DependencyProcessor::new(prop.clone(), is_key_switch)))
            .clone();
        presort.push(Preprocess { processor, from_parent, processed: HashSet::new(), is_set_up: false });
    }

    /// Remembers a mapper; gives its id.
    pub(super) fn known(&self, mapper: &Rc<Mapper>) -> MapperId {
        self.known.borrow_mut().entry(mapper.id).or_insert_with(|| mapper.clone());
        mapper.id
    }

    /// Registers an action.
    pub(super) fn action(&self, action: Action) -> Action {
        if let Action::ProcessAll { processor, .. } = &action {
            let parent = self.processors.borrow()[processor].prop.parent().base_mapper().id;
            self.processors_of.borrow_mut().entry(parent).or_default().insert(*processor);
        }
        self.actions.borrow_mut().entry(action.clone()).or_insert(false);
        action
    }

    pub(super) fn disable(&self, action: &Action) {
        self.actions.borrow_mut().insert(action.clone(), true);
    }

    /// `first` is done before `then`.
    pub(super) fn depend(&self, first: Action, then: Action) {
        self.dependencies.borrow_mut().insert((first, then));
    }

    pub(super) fn is_mapper_involved(&self, mapper: &Mapper) -> bool {
        self.mappers.borrow().contains_key(&mapper.id)
    }

    /// Registered states of a relationship's side.
    fn states_of(&self, processor: &DependencyProcessor, from_parent: bool) -> Vec<Registered> {
        let mapper = if from_parent { processor.prop.parent() } else { processor.target() };
        let mut hierarchy = mapper.self_and_descendants();
        if from_parent {
            hierarchy.retain(|it| it.property(&processor.prop.key).is_some_and(|it| it.id == processor.prop.id));
        }
        self.registered_of(&hierarchy)
    }

    /// Registered states of these mappers. A mapper that is asked for counts as involved from then on.
    fn registered_of(&self, hierarchy: &[Rc<Mapper>]) -> Vec<Registered> {
        let mut mappers = self.mappers.borrow_mut();
        let states = self.states.borrow();
        let mut found = Vec::new();
        for mapper in hierarchy {
            let (_, list) = mappers.entry(mapper.id).or_insert_with(|| (mapper.clone(), IndexMap::new()));
            found.extend(list.keys().filter_map(|id| states.get(id).cloned()));
        }
        found
    }

    pub(super) fn base_mapper(&self, id: MapperId) -> Option<Rc<Mapper>> {
        self.known.borrow().get(&id).cloned()
    }

    fn states_for_mapper_hierarchy(&self, base: &Rc<Mapper>, is_delete: bool) -> Vec<StateRef> {
        let states = self.registered_of(&base.self_and_descendants());
        states.into_iter().filter(|it| it.is_delete == is_delete && !it.list_only).map(|it| it.state).collect()
    }

    fn preprocess(&self) -> OrmResult<()> {
        loop {
            let mut worked = false;
            let mut index = 0;
            while index < self.presort.borrow().len() {
                worked |= self.preprocess_one(index)?;
                index += 1;
            }
            if !worked {
                return Ok(());
            }
        }
    }

    fn preprocess_one(&self, index: usize) -> OrmResult<bool> {
        let (processor, from_parent, is_set_up) = {
            let presort = self.presort.borrow();
            let it = &presort[index];
            (it.processor.clone(), it.from_parent, it.is_set_up)
        };
        let fresh: Vec<Registered> = {
            let presort = self.presort.borrow();
            let processed = &presort[index].processed;
            let states = self.states_of(&processor, from_parent);
            states.into_iter().filter(|it| !it.list_only && !processed.contains(&it.state.id)).collect()
        };
        let (deletes, saves): (Vec<Registered>, Vec<Registered>) = fresh.into_iter().partition(|it| it.is_delete);
        let states = |it: Vec<Registered>| it.into_iter().map(|it| it.state).collect::<Vec<_>>();
        let (deletes, saves) = (states(deletes), states(saves));
        if deletes.is_empty() && saves.is_empty() {
            return Ok(false);
        }
        if !deletes.is_empty() {
            processor.presort_deletes(self, &deletes)?;
        }
        if !saves.is_empty() {
            processor.presort_saves(self, &saves)?;
        }
        self.presort.borrow_mut()[index].processed.extend(deletes.iter().chain(&saves).map(|it| it.id));
        if !is_set_up
            && (processor.prop_has_changes(self, &deletes, true)? || processor.prop_has_changes(self, &saves, false)?)
        {
            processor.per_property_flush_actions(self);
            self.presort.borrow_mut()[index].is_set_up = true;
        }
        Ok(true)
    }

    fn generate_actions(&self) -> OrmResult<Vec<Action>> {
        self.preprocess()?;
        let all: Vec<Action> = self.actions.borrow().keys().cloned().collect();
        let edges: Vec<(Action, Action)> = self.dependencies.borrow().iter().cloned().collect();
        let cycles: Vec<Action> = topological::find_cycles(&edges, &all);
        *self.cycles.borrow_mut() = cycles.iter().cloned().collect();
        if !cycles.is_empty() {
            self.break_cycles(&cycles)?;
        }
        let in_cycle = self.cycles.borrow();
        let mut actions: Vec<Action> = self
            .actions
            .borrow()
            .iter()
            .filter(|(action, disabled)| !**disabled && !in_cycle.contains(*action))
            .map(|(action, _)| action.clone())
            .collect();
        actions.sort_by_cached_key(|it| self.sort_key(it));
        Ok(actions)
    }

    /// Replaces the actions of a circle by actions per instance.
    fn break_cycles(&self, cycles: &[Action]) -> OrmResult<()> {
        let mut converted: HashMap<Action, Vec<Action>> = HashMap::new();
        for action in cycles {
            converted.insert(action.clone(), self.per_state_actions(action)?);
        }
        let edges: Vec<(Action, Action)> = self.dependencies.borrow().iter().cloned().collect();
        let actions = self.actions.borrow().clone();
        let is_disabled = |it: &Action| actions.get(it).copied().unwrap_or(false);
        let mut rewritten: IndexSet<(Action, Action)> = IndexSet::new();
        for (first, then) in edges {
            match (converted.get(&first), converted.get(&then)) {
                _ if is_disabled(&first) || is_disabled(&then) => {}
                (Some(_), Some(_)) => {}
                (Some(firsts), None) => rewritten.extend(firsts.iter().map(|it| (it.clone(), then.clone()))),
                (None, Some(thens)) => rewritten.extend(thens.iter().map(|it| (first.clone(), it.clone()))),
                (None, None) => {
                    rewritten.insert((first, then));
                }
            }
        }
        *self.dependencies.borrow_mut() = rewritten;
        Ok(())
    }

    fn per_state_actions(&self, action: &Action) -> OrmResult<Vec<Action>> {
        let (base, is_delete) = match action {
            Action::SaveUpdateAll(base) => (*base, false),
            Action::DeleteAll(base) => (*base, true),
            _ => return Ok(Vec::new()),
        };
        let Some(mapper) = self.base_mapper(base) else { return Ok(Vec::new()) };
        let states = self.states_for_mapper_hierarchy(&mapper, is_delete);
        let mut made = Vec::new();
        for state in &states {
            let own = if is_delete { Action::DeleteState(state.id) } else { Action::SaveUpdateState(state.id) };
            let own = self.action(own);
            if is_delete {
                self.depend(Action::SaveUpdateAll(base), own.clone());
            } else {
                self.depend(own.clone(), Action::DeleteAll(base));
            }
            made.push(own);
        }
        let processors = self.processors_of.borrow().get(&base).cloned().unwrap_or_default();
        for id in processors {
            let processor = self.processors.borrow()[&id].clone();
            let parent = processor.prop.parent();
            let own: Vec<StateRef> = states.iter().filter(|it| it.mapper.is_a(&parent)).cloned().collect();
            processor.per_state_flush_actions(self, &own, is_delete)?;
        }
        Ok(made)
    }

    fn sort_key(&self, action: &Action) -> (&'static str, String, bool) {
        let keys = self.known.borrow();
        let mapper_key = |id: &MapperId| keys.get(id).map(|it| it.sort_key.to_string()).unwrap_or_default();
        let state_key = |id: &u64| {
            let states = self.states.borrow();
            states.get(id).map(|it| it.state.mapper.base_mapper().sort_key.to_string()).unwrap_or_default()
        };
        let processor_key = |id: &ProcessorId| self.processors.borrow()[id].sort_key();
        match action {
            Action::SaveUpdateAll(id) => ("SaveUpdateAll", mapper_key(id), false),
            Action::DeleteAll(id) => ("DeleteAll", mapper_key(id), false),
            Action::PostUpdateAll(id, is_delete) => ("PostUpdateAll", mapper_key(id), *is_delete),
            Action::ProcessAll { processor, is_delete, .. } => ("ProcessAll", processor_key(processor), *is_delete),
            Action::ProcessState { processor, .. } => ("ProcessState", processor_key(processor), false),
            Action::SaveUpdateState(id) => ("ProcessState", state_key(id), false),
            Action::DeleteState(id) => ("DeleteState", state_key(id), false),
        }
    }

    /// Sends the statements.
    ///
    /// # Errors
    /// Those of the statements; [`OrmError::CircularDependency`].
    pub fn execute(&self) -> OrmResult<()> {
        let actions = self.generate_actions()?;
        let edges: Vec<(Action, Action)> = self.dependencies.borrow().iter().cloned().collect();
        let (batches, cycle) = if self.cycles.borrow().is_empty() {
            let sorted = topological::sort(&edges, &actions).map_err(|_| self.circular(&edges, &actions))?;
            (sorted.into_iter().map(|it| vec![it]).collect(), None)
        } else {
            let (subsets, cycle) = topological::subsets_before_cycle(&edges, &actions);
            (subsets.into_iter().flat_map(|it| self.batches(it)).collect::<Vec<_>>(), cycle)
        };
        let host = &*self.session.host;
        if host.is_heard() {
            host.tell(&OrmEvent::FlushPlanned(&flush_plan::plan(self, &batches)));
        }
        for batch in &batches {
            self.run(batch)?;
        }
        // What comes before a circle is sent before the circle is noticed.
        match cycle {
            Some(_) => Err(self.circular(&edges, &actions)),
            None => Ok(()),
        }
    }

    /// Actions of one level of the order, those together that can be sent together.
    fn batches(&self, mut left: Vec<Action>) -> Vec<Vec<Action>> {
        let mut batches: Vec<Vec<Action>> = Vec::new();
        while !left.is_empty() {
            let first = left.remove(0);
            let is_like = |other: &Action| match (&first, other) {
                (
                    Action::ProcessState { processor, is_delete, .. },
                    Action::ProcessState { processor: p, is_delete: d, .. },
                ) => p == processor && d == is_delete,
                (Action::SaveUpdateState(a), Action::SaveUpdateState(b))
                | (Action::DeleteState(a), Action::DeleteState(b)) => self.base_of(*a) == self.base_of(*b),
                _ => false,
            };
            let (like, rest) = left.into_iter().partition(is_like);
            left = rest;
            let mut batch: Vec<Action> = vec![first];
            batch.extend::<Vec<_>>(like);
            batches.push(batch);
        }
        batches
    }

    fn base_of(&self, state: u64) -> Option<MapperId> {
        self.registered(state).map(|it| it.state.mapper.base_mapper().id)
    }

    // What the plan of the flush asks

    pub(super) fn dependencies(&self) -> std::cell::Ref<'_, IndexSet<(Action, Action)>> {
        self.dependencies.borrow()
    }

    pub(super) fn processor(&self, id: ProcessorId) -> Rc<DependencyProcessor> {
        self.processors.borrow()[&id].clone()
    }

    pub(super) fn all_processors(&self) -> Vec<Rc<DependencyProcessor>> {
        self.processors.borrow().values().cloned().collect()
    }

    /// States that are registered for the parent's side of a relationship.
    pub(super) fn parents_of(&self, processor: &DependencyProcessor) -> Vec<StateRef> {
        self.states_of(processor, true).into_iter().map(|it| it.state).collect()
    }

    /// The states that actions save, or delete.
    pub(super) fn states_of_batch(&self, batch: &[Action], is_delete: bool) -> Vec<StateRef> {
        match &batch[0] {
            Action::SaveUpdateAll(base) | Action::DeleteAll(base) => {
                self.base_mapper(*base).map(|it| self.states_for_mapper_hierarchy(&it, is_delete)).unwrap_or_default()
            }
            _ => self.by_ids(&ids_of(batch)).into_iter().filter(|it| self.is_deleted(it) == is_delete).collect(),
        }
    }

    /// The states whose relationship actions process, and whether they are to be deleted.
    pub(super) fn states_of_processor(
        &self,
        processor: &DependencyProcessor,
        batch: &[Action],
    ) -> Vec<(StateRef, bool)> {
        match &batch[0] {
            Action::ProcessAll { is_delete, from_parent, .. } => self
                .states_of(processor, *from_parent)
                .into_iter()
                .filter(|it| it.is_delete == *is_delete && !it.list_only)
                .map(|it| (it.state, *is_delete))
                .collect(),
            Action::ProcessState { is_delete, .. } => {
                self.by_ids(&ids_of(batch)).into_iter().map(|it| (it, *is_delete)).collect()
            }
            _ => Vec::new(),
        }
    }

    fn circular(&self, edges: &[(Action, Action)], actions: &[Action]) -> OrmError {
        let cycles: Vec<String> =
            topological::find_cycles(edges, actions).iter().map(|it| self.describe_action(it)).collect();
        OrmError::CircularDependency(format!("Circular dependency detected. ({})", cycles.join(", ")))
    }

    /// An action as the message on circles shows it.
    fn describe_action(&self, action: &Action) -> String {
        let truth = |it: bool| if it { "True" } else { "False" };
        let mapper = |id: &MapperId| {
            let mappers = self.mappers.borrow();
            let found = mappers.values().map(|it| it.0.base_mapper()).find(|it| it.id == *id);
            found.map(|it| it.describe()).unwrap_or_default()
        };
        let state = |id: &u64| self.registered(*id).map(|it| it.state.describe()).unwrap_or_default();
        let processor = |id: &ProcessorId| self.processors.borrow()[id].describe();
        match action {
            Action::SaveUpdateAll(id) => format!("_SaveUpdateAll({})", mapper(id)),
            Action::DeleteAll(id) => format!("_DeleteAll({})", mapper(id)),
            Action::PostUpdateAll(id, is_delete) => {
                format!("_PostUpdateAll({}, isdelete={})", mapper(id), truth(*is_delete))
            }
            Action::ProcessAll { processor: id, is_delete, .. } => {
                format!("_ProcessAll({}, isdelete={})", processor(id), truth(*is_delete))
            }
            Action::ProcessState { processor: id, is_delete, state: it } => {
                format!("_ProcessState({}, {}, delete={})", processor(id), state(it), truth(*is_delete))
            }
            Action::SaveUpdateState(id) => format!("_SaveUpdateState({})", state(id)),
            Action::DeleteState(id) => format!("_DeleteState({})", state(id)),
        }
    }

    /// Runs actions that are sent together.
    fn run(&self, batch: &[Action]) -> OrmResult<()> {
        match &batch[0] {
            Action::SaveUpdateAll(base) => {
                let Some(base) = self.base_mapper(*base) else { return Ok(()) };
                persistence::save_obj(self, &base, &self.states_for_mapper_hierarchy(&base, false))
            }
            Action::SaveUpdateState(_) => {
                let states = self.by_ids(&ids_of(batch));
                let Some(base) = states.first().map(|it| it.mapper.base_mapper()) else { return Ok(()) };
                persistence::save_obj(self, &base, &states)
            }
            Action::DeleteAll(base) => {
                let Some(base) = self.base_mapper(*base) else { return Ok(()) };
                persistence::delete_obj(self, &base, &self.states_for_mapper_hierarchy(&base, true))
            }
            Action::DeleteState(_) => {
                let states = self.by_ids(&ids_of(batch));
                let Some(base) = states.first().map(|it| it.mapper.base_mapper()) else { return Ok(()) };
                let states: Vec<StateRef> = states.into_iter().filter(|it| self.is_deleted(it)).collect();
                persistence::delete_obj(self, &base, &states)
            }
            Action::PostUpdateAll(base, is_delete) => {
                let (states, columns) = self.post_updates.borrow().get(base).cloned().unwrap_or_default();
                // The reference looks each of them up, and fails for one that is not in the flush.
                if states.keys().any(|it| self.registered(*it).is_none()) {
                    return Err(OrmError::Key("<sqlalchemy.orm.state.InstanceState object>".to_owned()));
                }
                let states: Vec<StateRef> =
                    states.into_values().filter(|it| self.is_deleted(it) == *is_delete).collect();
                let Some(base) = self.base_mapper(*base) else { return Ok(()) };
                persistence_post_update::post_update(self, &base, &states, &columns)
            }
            Action::ProcessAll { processor, is_delete, .. } | Action::ProcessState { processor, is_delete, .. } => {
                let processor = self.processor(*processor);
                let states = self.states_of_processor(&processor, batch);
                let states: Vec<StateRef> = states.into_iter().map(|it| it.0).collect();
                processor.process(self, &states, *is_delete)
            }
        }
    }

    fn by_ids(&self, ids: &[u64]) -> Vec<StateRef> {
        ids.iter().filter_map(|id| self.registered(*id)).map(|it| it.state).collect()
    }

    /// History of a relationship; `passive` says whether it may be loaded for that.
    /// Takes the connection for the rows of a mapper, which are sent next.
    pub(super) fn connect(&self, mapper: &Rc<Mapper>) -> OrmResult<()> {
        let conn = self.session.connection(ConnectionFor::Mapper(mapper))?;
        *self.session.flush_connection.borrow_mut() = Some(conn);
        Ok(())
    }

    /// The connection for the rows that are being sent.
    pub(super) fn connection(&self) -> OrmResult<Rc<Connection>> {
        let known = self.session.flush_connection.borrow().clone();
        known.map_or_else(|| self.session.connection(ConnectionFor::Anything), Ok)
    }

    pub(super) fn relationship_history(
        &self,
        state: &StateRef,
        prop: &Rc<Property>,
        passive: Passive,
    ) -> OrmResult<History<Option<Object>>> {
        let host = &*self.session.host;
        if passive != Passive::NoInitialize && !host.has(state, prop) && state.has_identity() {
            let loaded = super::strategies::load_related(host, state, prop, passive)?;
            self.alive.borrow_mut().extend(loaded);
        }
        super::strategies::load_original(state, prop)?;
        let history = history::of_relationship(host, state, prop);
        self.alive.borrow_mut().extend(history.sum().into_iter().flatten());
        Ok(history)
    }

    /// After the statements: what was flushed is clean, or gone.
    ///
    /// # Errors
    /// [`OrmError::Flush`] for a NULL primary key.
    pub fn finalize(&self) -> OrmResult<()> {
        let states: Vec<Registered> = self.states.borrow().values().cloned().collect();
        let (deleted, other): (Vec<Registered>, Vec<Registered>) = states.into_iter().partition(|it| it.is_delete);
        let plain = |it: Vec<Registered>| it.into_iter().map(|it| it.state).collect::<Vec<_>>();
        self.session.remove_newly_deleted(&plain(deleted))?;
        self.session.register_persistent(&plain(other))
    }
}

/// The states of actions of single instances.
fn ids_of(batch: &[Action]) -> Vec<u64> {
    batch
        .iter()
        .filter_map(|it| match it {
            Action::ProcessState { state, .. } | Action::SaveUpdateState(state) | Action::DeleteState(state) => {
                Some(*state)
            }
            _ => None,
        })
        .collect()
}
