//! What a relationship contributes to a flush: who else must be looked at, what comes before what, which
//! keys are copied. Mirrors `orm/dependency.py`.

use super::attributes::has_parent;
use super::cascades::{CascadeKind, cascade_iterator};
use super::errors::{OrmError, OrmResult};
use super::mapper::Mapper;
use super::persistence::SecondaryRows;
use super::properties::Property;
use super::relationships::{Direction, Joins, PassiveDeletes};
use super::state::{Object, StateRef};
use super::strategies::Passive;
use super::sync;
use super::unitofwork::{Action, ProcessorId, UnitOfWork};
use indexmap::IndexMap;
use std::rc::Rc;

/// The processor of one relationship.
pub(super) struct DependencyProcessor {
    pub(super) prop: Rc<Property>,
    /// It follows primary key changes of what a many-to-one points to.
    is_key_switch: bool,
}

impl DependencyProcessor {
    pub(super) fn new(prop: Rc<Property>, is_key_switch: bool) -> Self {
        Self { prop, is_key_switch }
    }

    pub(super) fn id(&self) -> ProcessorId {
        (self.prop.id, self.is_key_switch)
    }

    pub(super) fn sort_key(&self) -> String {
        format!("{}_{}", self.prop.parent().sort_key, self.prop.key)
    }

    /// `_OneToManyDP(Node.children)`, as messages show it.
    pub(super) fn describe(&self) -> String {
        let class = match self.joins().direction {
            _ if self.is_key_switch => "_DetectKeySwitch",
            Direction::OneToMany => "_OneToManyDP",
            Direction::ManyToOne => "_ManyToOneDP",
            Direction::ManyToMany => "_ManyToManyDP",
        };
        format!("{class}({})", self.prop.qualified_name())
    }

    /// Whether it writes rows of a `secondary` table.
    pub(super) fn sends_secondary_rows(&self) -> bool {
        !self.is_key_switch && self.joins().direction == Direction::ManyToMany
    }

    /// Whether it copies keys between the rows of two mappers.
    pub(super) fn copies_keys(&self) -> bool {
        !self.is_key_switch && self.joins().direction != Direction::ManyToMany
    }

    pub(super) fn target(&self) -> Rc<Mapper> {
        self.relationship().target()
    }

    fn relationship(&self) -> &super::relationships::Relationship {
        self.prop.as_relationship().expect("a processor has a relationship")
    }
    fn joins(&self) -> &Joins {
        self.relationship().joins()
    }
    fn post_update(&self) -> bool {
        self.relationship().declared().post_update
    }
    fn passive_updates(&self) -> bool {
        self.relationship().declared().passive_updates
    }
    fn passive_deletes(&self) -> PassiveDeletes {
        self.relationship().declared().passive_deletes
    }
    fn delete_passive(&self) -> Passive {
        if self.passive_deletes() == PassiveDeletes::No { Passive::Off } else { Passive::NoInitialize }
    }
    fn has_parent(&self, child: &StateRef) -> bool {
        has_parent(child, &self.prop, false)
    }

    fn process_all(&self, is_delete: bool, from_parent: bool) -> Action {
        Action::ProcessAll { processor: self.id(), is_delete, from_parent }
    }

    // Before the sort

    pub(super) fn presort_deletes(&self, uow: &UnitOfWork, states: &[StateRef]) -> OrmResult<()> {
        if self.is_key_switch {
            return Ok(());
        }
        let joins = self.joins();
        match joins.direction {
            Direction::OneToMany => {
                let nulls = !joins.cascade.delete && self.passive_deletes() != PassiveDeletes::All;
                for state in states {
                    let history = uow.relationship_history(state, &self.prop, self.delete_passive())?;
                    for child in history.deleted.iter().flatten() {
                        if !self.has_parent(&child.state) {
                            uow.register_object(&child.state, joins.cascade.delete_orphan, false, false);
                        }
                    }
                    if nulls {
                        for child in history.unchanged.iter().flatten() {
                            uow.register_along(&child.state, (false, false, false), "delete", &self.prop)?;
                        }
                    }
                }
            }
            Direction::ManyToOne => {
                if !joins.cascade.delete && !joins.cascade.delete_orphan {
                    return Ok(());
                }
                for state in states {
                    let history = uow.relationship_history(state, &self.prop, self.delete_passive())?;
                    let all = if joins.cascade.delete_orphan { history.sum() } else { history.non_deleted() };
                    for child in all.into_iter().flatten() {
                        self.register_delete(uow, &child)?;
                    }
                }
            }
            Direction::ManyToMany => {
                if self.passive_deletes() == PassiveDeletes::No {
                    for state in states {
                        uow.relationship_history(state, &self.prop, self.delete_passive())?;
                    }
                }
            }
        }
        Ok(())
    }

    pub(super) fn presort_saves(&self, uow: &UnitOfWork, states: &[StateRef]) -> OrmResult<()> {
        if self.is_key_switch {
            return if self.passive_updates() { Ok(()) } else { self.process_key_switches(uow, states) };
        }
        let joins = self.joins();
        match joins.direction {
            Direction::OneToMany => self.presort_saves_one_to_many(uow, states),
            Direction::ManyToOne => {
                for state in states {
                    uow.register_along(state, (false, false, false), "add", &self.prop)?;
                    if joins.cascade.delete_orphan {
                        let history = uow.relationship_history(state, &self.prop, self.delete_passive())?;
                        self.register_orphans(uow, history.deleted)?;
                    }
                }
                Ok(())
            }
            Direction::ManyToMany => {
                for state in states {
                    if !self.passive_updates()
                        && sync::source_modified(uow, (state, &self.prop.parent()), &joins.synchronize_pairs)
                    {
                        uow.relationship_history(state, &self.prop, Passive::Off)?;
                    }
                    if joins.cascade.delete_orphan {
                        let history = uow.relationship_history(state, &self.prop, Passive::NoInitialize)?;
                        self.register_orphans(uow, history.deleted)?;
                    }
                }
                Ok(())
            }
        }
    }

    fn presort_saves_one_to_many(&self, uow: &UnitOfWork, states: &[StateRef]) -> OrmResult<()> {
        let joins = self.joins();
        let nulls = !joins.cascade.delete_orphan && self.passive_deletes() != PassiveDeletes::All;
        for state in states {
            let pks_changed = sync::source_modified(uow, (state, &self.prop.parent()), &joins.synchronize_pairs);
            let passive = if pks_changed && !self.passive_updates() { Passive::Off } else { Passive::NoInitialize };
            let history = uow.relationship_history(state, &self.prop, passive)?;
            for child in history.added.iter().flatten() {
                uow.register_along(&child.state, (false, false, true), "add", &self.prop)?;
                uow.children_added.borrow_mut().entry(self.prop.id).or_default().insert(child.state.id);
            }
            for child in history.deleted.iter().flatten() {
                if !joins.cascade.delete_orphan {
                    if nulls {
                        uow.register_along(&child.state, (false, false, false), "delete", &self.prop)?;
                    }
                } else if !self.has_parent(&child.state) {
                    self.register_delete(uow, child)?;
                }
            }
            if pks_changed {
                for child in history.unchanged.iter().flatten() {
                    let how = (false, self.passive_updates(), false);
                    uow.register_along(&child.state, how, "pk change", &self.prop)?;
                }
            }
        }
        Ok(())
    }

    fn register_orphans(&self, uow: &UnitOfWork, removed: Vec<Option<Object>>) -> OrmResult<()> {
        for child in removed.into_iter().flatten() {
            if !self.has_parent(&child.state) {
                self.register_delete(uow, &child)?;
            }
        }
        Ok(())
    }

    fn register_delete(&self, uow: &UnitOfWork, child: &Object) -> OrmResult<()> {
        uow.register_along(&child.state, (true, false, false), "delete", &self.prop)?;
        let host = &*uow.session.host;
        for reached in cascade_iterator(host, CascadeKind::Delete, &child.state, &|_| false)? {
            uow.register_object(&reached.state, true, false, false);
        }
        Ok(())
    }

    pub(super) fn prop_has_changes(&self, uow: &UnitOfWork, states: &[StateRef], is_delete: bool) -> OrmResult<bool> {
        if self.is_key_switch {
            return Ok(!is_delete && self.passive_updates() && !self.key_switchers(uow, states).is_empty());
        }
        let passive = if !is_delete || self.passive_deletes() != PassiveDeletes::No {
            Passive::NoInitialize
        } else if self.joins().direction == Direction::ManyToOne {
            Passive::NoFetchRelated
        } else {
            Passive::Off
        };
        for state in states {
            if !uow.relationship_history(state, &self.prop, passive)?.is_empty() || self.holds_none(uow, state) {
                return Ok(true);
            }
        }
        Ok(!states.is_empty() && !self.joins().is_self_referential && uow.is_mapper_involved(&self.target()))
    }

    fn holds_none(&self, uow: &UnitOfWork, state: &StateRef) -> bool {
        state.has_none.get() && self.relationship().uselist() && uow.session.host.holds_none(state, &self.prop)
    }

    fn refuse_none(&self, uow: &UnitOfWork, state: &StateRef) -> OrmResult<()> {
        if self.holds_none(uow, state) {
            let name = self.prop.qualified_name();
            return Err(OrmError::Flush(format!("Can't flush None value found in collection {name}")));
        }
        Ok(())
    }

    // Order

    pub(super) fn per_property_flush_actions(&self, uow: &UnitOfWork) {
        let parent = uow.known(&self.prop.parent().base_mapper());
        if self.is_key_switch {
            let after_save = uow.action(self.process_all(false, false));
            let saves = uow.action(Action::SaveUpdateAll(parent));
            uow.depend(saves, after_save);
            return;
        }
        let child = uow.known(&self.target().base_mapper());
        let after_save = uow.action(self.process_all(false, true));
        let before_delete = uow.action(self.process_all(true, true));
        let parent_saves = uow.action(Action::SaveUpdateAll(parent));
        let child_saves = uow.action(Action::SaveUpdateAll(child));
        let parent_deletes = uow.action(Action::DeleteAll(parent));
        let child_deletes = uow.action(Action::DeleteAll(child));
        let edges = match (self.joins().direction, self.post_update()) {
            (Direction::OneToMany, true) => {
                let posts = uow.action(Action::PostUpdateAll(child, false));
                let pres = uow.action(Action::PostUpdateAll(child, true));
                vec![
                    (&child_saves, &after_save),
                    (&parent_saves, &after_save),
                    (&after_save, &posts),
                    (&child_saves, &before_delete),
                    (&before_delete, &posts),
                    (&posts, &parent_deletes),
                    (&before_delete, &pres),
                    (&pres, &parent_deletes),
                    (&pres, &child_deletes),
                ]
                .into_iter()
                .map(|(a, b)| (a.clone(), b.clone()))
                .collect::<Vec<_>>()
            }
            (Direction::OneToMany, false) => own(&[
                (&parent_saves, &after_save),
                (&after_save, &child_saves),
                (&after_save, &child_deletes),
                (&child_saves, &parent_deletes),
                (&child_deletes, &parent_deletes),
                (&before_delete, &child_saves),
                (&before_delete, &child_deletes),
            ]),
            (Direction::ManyToOne, true) => {
                let posts = uow.action(Action::PostUpdateAll(parent, false));
                let pres = uow.action(Action::PostUpdateAll(parent, true));
                own(&[
                    (&child_saves, &after_save),
                    (&parent_saves, &after_save),
                    (&after_save, &posts),
                    (&after_save, &pres),
                    (&before_delete, &pres),
                    (&pres, &child_deletes),
                    (&pres, &parent_deletes),
                ])
            }
            (Direction::ManyToOne, false) => own(&[
                (&child_saves, &after_save),
                (&after_save, &parent_saves),
                (&parent_saves, &child_deletes),
                (&parent_deletes, &child_deletes),
            ]),
            (Direction::ManyToMany, _) => own(&[
                (&parent_saves, &after_save),
                (&child_saves, &after_save),
                (&after_save, &child_deletes),
                (&before_delete, &parent_saves),
                (&before_delete, &parent_deletes),
                (&before_delete, &child_deletes),
                (&before_delete, &child_saves),
            ]),
        };
        for (first, then) in edges {
            uow.depend(first, then);
        }
    }

    pub(super) fn per_state_flush_actions(
        &self,
        uow: &UnitOfWork,
        states: &[StateRef],
        is_delete: bool,
    ) -> OrmResult<()> {
        if self.is_key_switch {
            return Ok(());
        }
        let child_base = uow.known(&self.target().base_mapper());
        let parent_base = uow.known(&self.prop.parent().base_mapper());
        let child_saves = uow.action(Action::SaveUpdateAll(child_base));
        let child_deletes = uow.action(Action::DeleteAll(child_base));
        uow.disable(&uow.action(self.process_all(is_delete, true)));
        let child_in_cycles = uow.cycles.borrow().contains(&child_saves);
        let parent_all = if is_delete { Action::DeleteAll(parent_base) } else { Action::SaveUpdateAll(parent_base) };
        let parent_in_cycles = uow.cycles.borrow().contains(&parent_all);
        let passive = if is_delete { self.delete_passive() } else { Passive::NoInitialize };
        let is_collection = self.relationship().uselist();
        for state in states {
            // What waits for a collection that is not loaded, the other side has to see to.
            if is_collection && uow.session.host.get_collection(state, &self.prop).is_none() {
                continue;
            }
            let all: Vec<Option<Object>> = uow.relationship_history(state, &self.prop, passive)?.sum();
            if all.is_empty() {
                continue;
            }
            let process = uow.action(Action::ProcessState { processor: self.id(), is_delete, state: state.id });
            let parent = match (parent_in_cycles, is_delete) {
                (true, true) => uow.action(Action::DeleteState(state.id)),
                (true, false) => uow.action(Action::SaveUpdateState(state.id)),
                (false, _) => uow.action(parent_all.clone()),
            };
            let children: Vec<(Option<Action>, bool)> = if child_in_cycles {
                all.iter().map(|child| self.child_action(uow, child.as_ref())).collect()
            } else {
                vec![(Some(child_saves.clone()), false), (Some(child_deletes.clone()), true)]
            };
            for (child, child_is_delete) in children {
                self.per_state_dependencies(uow, &parent, child.as_ref(), &process, is_delete, child_is_delete);
            }
        }
        Ok(())
    }

    fn child_action(&self, uow: &UnitOfWork, child: Option<&Object>) -> (Option<Action>, bool) {
        let registered = child.and_then(|it| uow.registered(it.state.id));
        match registered {
            None => (None, false),
            Some(it) if it.is_delete => (Some(uow.action(Action::DeleteState(it.state.id))), true),
            Some(it) => (Some(uow.action(Action::SaveUpdateState(it.state.id))), false),
        }
    }

    fn per_state_dependencies(
        &self,
        uow: &UnitOfWork,
        parent: &Action,
        child: Option<&Action>,
        process: &Action,
        is_delete: bool,
        child_is_delete: bool,
    ) {
        let depend = |first: Option<&Action>, then: Option<&Action>| {
            if let (Some(first), Some(then)) = (first, then) {
                uow.depend(first.clone(), then.clone());
            }
        };
        let (parent, process) = (Some(parent), Some(process));
        match (self.joins().direction, self.post_update()) {
            (Direction::OneToMany, true) => {
                let base = uow.known(&self.target().base_mapper());
                if is_delete {
                    let pres = uow.action(Action::PostUpdateAll(base, true));
                    depend(process, Some(&pres));
                    depend(Some(&pres), parent);
                } else {
                    let posts = uow.action(Action::PostUpdateAll(base, false));
                    if !child_is_delete {
                        depend(parent, process);
                    }
                    depend(child, process);
                    depend(process, Some(&posts));
                }
            }
            (Direction::OneToMany, false) if is_delete => {
                depend(process, child);
                depend(child, parent);
            }
            (Direction::OneToMany, false) => {
                depend(parent, process);
                depend(process, child);
                depend(parent, child);
            }
            (Direction::ManyToOne, true) => {
                let base = uow.known(&self.prop.parent().base_mapper());
                if is_delete {
                    let pres = uow.action(Action::PostUpdateAll(base, true));
                    depend(process, Some(&pres));
                    depend(Some(&pres), parent);
                    depend(Some(&pres), child);
                } else {
                    let posts = uow.action(Action::PostUpdateAll(base, false));
                    if child_is_delete {
                        depend(process, Some(&posts));
                        depend(Some(&posts), child);
                    } else {
                        depend(parent, process);
                        depend(child, process);
                        depend(process, Some(&posts));
                    }
                }
            }
            (Direction::ManyToOne, false) if is_delete => {
                if child_is_delete {
                    depend(parent, child);
                }
            }
            (Direction::ManyToOne, false) => {
                if !child_is_delete {
                    depend(child, process);
                }
                depend(process, parent);
            }
            (Direction::ManyToMany, _) if is_delete => {
                depend(process, child);
                depend(process, parent);
            }
            (Direction::ManyToMany, _) => {
                depend(parent, process);
                if child_is_delete {
                    depend(process, child);
                } else {
                    depend(child, process);
                }
            }
        }
    }

    // Copying keys

    pub(super) fn process(&self, uow: &UnitOfWork, states: &[StateRef], is_delete: bool) -> OrmResult<()> {
        match (self.is_key_switch, self.joins().direction, is_delete) {
            (true, _, _) => self.process_key_switches(uow, states),
            (_, Direction::OneToMany, true) => self.process_deletes_one_to_many(uow, states),
            (_, Direction::OneToMany, false) => self.process_saves_one_to_many(uow, states),
            (_, Direction::ManyToOne, true) => self.process_deletes_many_to_one(uow, states),
            (_, Direction::ManyToOne, false) => self.process_saves_many_to_one(uow, states),
            (_, Direction::ManyToMany, true) => self.process_deletes_many_to_many(uow, states),
            (_, Direction::ManyToMany, false) => self.process_saves_many_to_many(uow, states),
        }
    }

    fn process_deletes_one_to_many(&self, uow: &UnitOfWork, states: &[StateRef]) -> OrmResult<()> {
        if !self.post_update() && self.passive_deletes() == PassiveDeletes::All {
            return Ok(());
        }
        let added = uow.children_added.borrow().get(&self.prop.id).cloned().unwrap_or_default();
        for state in states {
            let history = uow.relationship_history(state, &self.prop, self.delete_passive())?;
            let gone = history.deleted.iter().flatten().filter(|it| !self.has_parent(&it.state));
            let stay = history
                .unchanged
                .iter()
                .flatten()
                .filter(|it| (self.post_update() || !self.joins().cascade.delete) && !added.contains(&it.state.id));
            for child in gone.chain(stay) {
                self.synchronize_child(uow, state, child, true, false)?;
                self.note_post_update(uow, &child.state, true);
            }
        }
        Ok(())
    }

    fn process_saves_one_to_many(&self, uow: &UnitOfWork, states: &[StateRef]) -> OrmResult<()> {
        let joins = self.joins();
        let nulls = !joins.cascade.delete_orphan && self.passive_deletes() != PassiveDeletes::All;
        for state in states {
            let history = uow.relationship_history(state, &self.prop, Passive::NoInitialize)?;
            self.refuse_none(uow, state)?;
            for child in history.added.iter().flatten() {
                self.synchronize_child(uow, state, child, false, false)?;
                self.note_post_update(uow, &child.state, true);
            }
            for child in history.deleted.iter().flatten() {
                if nulls && !self.has_parent(&child.state) {
                    self.synchronize_child(uow, state, child, true, false)?;
                }
            }
            if sync::source_modified(uow, (state, &self.prop.parent()), &joins.synchronize_pairs) {
                for child in history.unchanged.iter().flatten() {
                    self.synchronize_child(uow, state, child, false, true)?;
                }
            }
        }
        Ok(())
    }

    fn synchronize_child(
        &self,
        uow: &UnitOfWork,
        source: &StateRef,
        child: &Object,
        clears: bool,
        pks_changed: bool,
    ) -> OrmResult<()> {
        self.verify_can_load(&child.state)?;
        if !self.post_update() && uow.is_deleted(&child.state) {
            return Ok(());
        }
        let pairs = &self.joins().synchronize_pairs;
        if clears {
            sync::clear(uow, (&child.state, &self.target()), pairs)
        } else {
            let (source, dest) = ((source, &*self.prop.parent()), (&child.state, &*self.target()));
            sync::populate(uow, source, dest, pairs, self.passive_updates() && pks_changed)
        }
    }

    fn verify_can_load(&self, state: &StateRef) -> OrmResult<()> {
        let target = self.target();
        let is_subtype = state.mapper.is_a(&target);
        let has_subtypes = target.inheritance.polymorphic_on.borrow().is_some();
        let any = self.relationship().declared().any_subtype;
        if state.mapper.id == target.id || (is_subtype && (has_subtypes || any)) {
            return Ok(());
        }
        let (given, expected) = (&state.mapper.class_repr, &target.class_repr);
        let hint = if is_subtype {
            format!(
                " If {given} is a subclass of {expected}, configure mapper \"{}\" to load this subtype polymorphically, \
                 or set enable_typechecks=False to allow any subtype to be accepted for flush. ",
                target.describe()
            )
        } else {
            String::new()
        };
        Err(OrmError::Flush(format!(
            "Attempting to flush an item of type {given} as a member of collection \"{}\". Expected an object of type \
             {expected} or a polymorphic subclass of this type.{hint}",
            self.prop.qualified_name(),
        )))
    }

    fn note_post_update(&self, uow: &UnitOfWork, state: &StateRef, has_related: bool) {
        if self.post_update() && has_related {
            let columns = self.joins().synchronize_pairs.iter().map(|(_, right)| right.clone()).collect();
            uow.register_post_update(state, columns);
        }
    }

    fn process_deletes_many_to_one(&self, uow: &UnitOfWork, states: &[StateRef]) -> OrmResult<()> {
        if !self.post_update() || self.joins().cascade.delete_orphan || self.passive_deletes() == PassiveDeletes::All {
            return Ok(());
        }
        for state in states {
            sync::clear(uow, (state, &self.prop.parent()), &self.joins().synchronize_pairs)?;
            let history = uow.relationship_history(state, &self.prop, self.delete_passive())?;
            self.note_post_update(uow, state, history.sum().iter().any(Option::is_some));
        }
        Ok(())
    }

    fn process_saves_many_to_one(&self, uow: &UnitOfWork, states: &[StateRef]) -> OrmResult<()> {
        let pairs = &self.joins().synchronize_pairs;
        for state in states {
            let history = uow.relationship_history(state, &self.prop, Passive::NoInitialize)?;
            if history.added.is_empty()
                && !history.deleted.is_empty()
                && !(uow.is_deleted(state) && !self.post_update())
            {
                sync::clear(uow, (state, &self.prop.parent()), pairs)?;
            }
            for child in &history.added {
                if uow.is_deleted(state) && !self.post_update() {
                    continue;
                }
                match child {
                    None => sync::clear(uow, (state, &self.prop.parent()), pairs)?,
                    Some(child) if !uow.session.contains_state(&child.state) => {
                        self.warn_not_in_session(uow, child, "add")?
                    }
                    Some(child) => {
                        self.verify_can_load(&child.state)?;
                        let (source, dest) = ((&child.state, &*self.target()), (state, &*self.prop.parent()));
                        sync::populate(uow, source, dest, pairs, false)?;
                    }
                }
            }
            self.note_post_update(uow, state, !history.sum().is_empty());
        }
        Ok(())
    }

    fn warn_not_in_session(&self, uow: &UnitOfWork, child: &Object, operation: &str) -> OrmResult<()> {
        if !child.state.deleted.get() {
            uow.session.host.warn(&format!(
                "Object of type <{}> not in session, {operation} operation along '{}' won't proceed",
                child.state.mapper.class_name,
                self.prop.qualified_name()
            ))?;
        }
        Ok(())
    }

    fn process_deletes_many_to_many(&self, uow: &UnitOfWork, states: &[StateRef]) -> OrmResult<()> {
        let mut rows = SecondaryRows::default();
        let mut touched = Vec::new();
        for state in states {
            let history = uow.relationship_history(state, &self.prop, self.delete_passive())?;
            for child in history.non_added().into_iter().flatten() {
                if !self.is_processed(uow, state, &child.state)
                    && let Some(row) = self.association_row(uow, state, &child, "delete")?
                {
                    rows.deletes.push(row);
                }
                touched.push((child.state.id, state.id));
            }
        }
        self.mark_processed(uow, touched);
        uow.connect(&self.target())?;
        rows.send(uow, &self.prop)
    }

    fn process_saves_many_to_many(&self, uow: &UnitOfWork, states: &[StateRef]) -> OrmResult<()> {
        let joins = self.joins();
        let mut rows = SecondaryRows::default();
        let mut touched = Vec::new();
        for state in states {
            let cascades = !self.passive_updates()
                && sync::source_modified(uow, (state, &self.prop.parent()), &joins.synchronize_pairs);
            let passive = if cascades { Passive::Off } else { Passive::NoInitialize };
            let history = uow.relationship_history(state, &self.prop, passive)?;
            self.refuse_none(uow, state)?;
            for (children, is_added) in [(&history.added, true), (&history.deleted, false)] {
                for child in children.iter().flatten() {
                    touched.push((child.state.id, state.id));
                    if self.is_processed(uow, state, &child.state) {
                        continue;
                    }
                    let operation = if is_added { "add" } else { "delete" };
                    if let Some(row) = self.association_row(uow, state, child, operation)? {
                        if is_added { rows.inserts.push(row) } else { rows.deletes.push(row) }
                    }
                }
            }
            if cascades {
                for child in history.unchanged.iter().flatten() {
                    let mut row = IndexMap::new();
                    sync::update_row(uow, (state, &self.prop.parent()), &mut row, &joins.synchronize_pairs)?;
                    sync::update_row(
                        uow,
                        (&child.state, &self.target()),
                        &mut row,
                        &joins.secondary_synchronize_pairs,
                    )?;
                    rows.updates.push(row);
                }
            }
        }
        self.mark_processed(uow, touched);
        uow.connect(&self.target())?;
        rows.send(uow, &self.prop)
    }

    fn association_row(
        &self,
        uow: &UnitOfWork,
        state: &StateRef,
        child: &Object,
        operation: &str,
    ) -> OrmResult<Option<IndexMap<Rc<str>, crate::sql::value::Value>>> {
        self.verify_can_load(&child.state)?;
        if !uow.session.contains_state(&child.state) {
            self.warn_not_in_session(uow, child, operation)?;
            return Ok(None);
        }
        let joins = self.joins();
        let mut row = IndexMap::new();
        sync::populate_row(uow, (state, &self.prop.parent()), &mut row, &joins.synchronize_pairs)?;
        sync::populate_row(uow, (&child.state, &self.target()), &mut row, &joins.secondary_synchronize_pairs)?;
        Ok(Some(row))
    }

    /// Key shared by both sides of a many-to-many, so that each pair is written once.
    fn pair_key(&self) -> Option<Vec<Rc<str>>> {
        let reverse = self.relationship().reverse.borrow();
        if reverse.is_empty() {
            return None;
        }
        let mut keys: Vec<Rc<str>> = reverse.iter().filter_map(|it| it.upgrade().map(|it| it.key.clone())).collect();
        keys.push(self.prop.key.clone());
        keys.sort();
        Some(keys)
    }

    fn is_processed(&self, uow: &UnitOfWork, state: &StateRef, child: &StateRef) -> bool {
        self.pair_key().is_some_and(|key| {
            uow.processed_pairs.borrow().get(&key).is_some_and(|it| it.contains(&(state.id, child.id)))
        })
    }

    fn mark_processed(&self, uow: &UnitOfWork, pairs: Vec<(u64, u64)>) {
        if let Some(key) = self.pair_key() {
            uow.processed_pairs.borrow_mut().entry(key).or_default().extend(pairs);
        }
    }

    fn key_switchers(&self, uow: &UnitOfWork, states: &[StateRef]) -> Vec<StateRef> {
        let (pairs, target) = (&self.joins().synchronize_pairs, self.target());
        let is_switched = |it: &&StateRef| it.has_identity() && sync::source_modified(uow, (it, &target), pairs);
        states.iter().filter(is_switched).cloned().collect()
    }

    fn process_key_switches(&self, uow: &UnitOfWork, states: &[StateRef]) -> OrmResult<()> {
        let switchers = self.key_switchers(uow, states);
        if switchers.is_empty() {
            return Ok(());
        }
        let host = &*uow.session.host;
        let parent = self.prop.parent();
        for state in uow.session.identity_map.all_states() {
            if !state.mapper.is_a(&parent) {
                continue;
            }
            let Some(Some(related)) = host.get_object(&state, &self.prop) else { continue };
            if switchers.iter().any(|it| Rc::ptr_eq(it, &related.state)) {
                uow.register_object(&state, false, self.passive_updates(), false);
                let pairs = &self.joins().synchronize_pairs;
                let (source, dest) = ((&related.state, &*self.target()), (&state, &*parent));
                sync::populate(uow, source, dest, pairs, self.passive_updates())?;
            }
        }
        Ok(())
    }
}

fn own(edges: &[(&Action, &Action)]) -> Vec<(Action, Action)> {
    edges.iter().map(|(first, then)| ((*first).clone(), (*then).clone())).collect()
}
