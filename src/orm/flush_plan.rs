//! What a flush is about to send, told before it runs: which rows, in which order, after which others, and why
//! rows of one kind are not sent together. Made by `unitofwork` from its sorted actions; loads nothing and
//! changes nothing. Foreign keys that the flush itself copies are not known yet, so a plan names rows, not
//! parameters.

use super::dependency::DependencyProcessor;
use super::history;
use super::host::Given;
use super::mapper::{Mapper, MapperId};
use super::persistence;
use super::properties::Property;
use super::relationships::Direction;
use super::state::{Committed, StateRef};
use super::unitofwork::{Action, UnitOfWork};
use crate::sql::schema::{ColumnDefault, ColumnId, ColumnRef, TableRef};
use crate::sql::selectable::From;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;

/// The statements of a flush, in order.
#[derive(Clone, Debug, Default)]
pub struct FlushPlan {
    /// Each is one kind of statement on one table.
    pub steps: Vec<FlushStep>,
}

/// Rows of one table that are written at one place of the order.
#[derive(Clone, Debug)]
pub struct FlushStep {
    /// What is done with them.
    pub operation: FlushOperation,
    /// The table, with its schema.
    pub table: Rc<str>,
    /// Whose rows they are; for rows of a `secondary` table the parents, once for each row.
    pub states: Vec<StateRef>,
    /// The relationship whose rows they are, for a `secondary` table: `Book.tags`.
    pub relationship: Option<String>,
    /// Places in `steps` of what has to be sent before, and the relationship that asks for it.
    pub after: Vec<(usize, Option<String>)>,
    /// How many statements it takes.
    pub statement_count: usize,
    /// Why it takes more than one.
    pub separate_because: Vec<Separate>,
}

/// What a step does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum FlushOperation {
    Insert,
    Update,
    Delete,
}

/// Why rows go in statements of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Separate {
    /// Their keys come from the database and are needed for each object: SQLite's RETURNING has no fixed order.
    NewKeys,
    /// They do not have the same columns.
    Columns,
    /// A column is set to an SQL expression.
    Expression,
    /// The version of each row is checked.
    Version,
    /// The mapper has `batch=False`.
    Unbatched,
}

/// The plan of actions in the order in which they run; those of one list run together.
pub(super) fn plan(uow: &UnitOfWork, batches: &[Vec<Action>]) -> FlushPlan {
    let mut planner = Planner {
        uow,
        plan: FlushPlan::default(),
        steps_of: HashMap::new(),
        synced: synced_columns(uow),
        pairs: HashSet::new(),
    };
    for batch in batches {
        planner.add(batch);
    }
    planner.plan
}

struct Planner<'a> {
    uow: &'a UnitOfWork,
    plan: FlushPlan,
    /// Steps of each action that has run; of one that sends nothing, those that it waits for.
    steps_of: HashMap<Action, BTreeSet<(usize, Option<String>)>>,
    /// Columns that the flush copies into rows, by state.
    synced: HashMap<u64, HashSet<ColumnId>>,
    /// Rows of `secondary` tables that are counted already: both sides of a relationship know of them.
    pairs: HashSet<(u64, u64, u64)>,
}

impl Planner<'_> {
    fn add(&mut self, batch: &[Action]) {
        let after = self.waits_for(batch);
        let before = self.plan.steps.len();
        match &batch[0] {
            Action::SaveUpdateAll(_) | Action::SaveUpdateState(_) => self.saves(batch, &after),
            Action::DeleteAll(_) | Action::DeleteState(_) => self.deletes(batch, &after),
            Action::PostUpdateAll(base, is_delete) => {
                let states: Vec<StateRef> = self
                    .uow
                    .post_updates
                    .borrow()
                    .get(base)
                    .map(|it| it.0.values().cloned().collect())
                    .unwrap_or_default();
                let states = states.into_iter().filter(|it| self.uow.is_deleted(it) == *is_delete).collect();
                if let Some(mapper) = self.uow.base_mapper(*base)
                    && let Some((table, _)) = mapper.sorted_tables().first()
                {
                    self.push(FlushOperation::Update, table, states, &after, 1, Vec::new());
                }
            }
            Action::ProcessAll { processor, .. } | Action::ProcessState { processor, .. } => {
                let processor = self.uow.processor(*processor);
                let is_secondary = processor.sends_secondary_rows();
                if is_secondary {
                    self.secondary_rows(&processor, batch, &after);
                }
                if self.plan.steps.len() == before {
                    // Nothing is sent, but what follows still waits for what came before.
                    let name = Some(processor.prop.qualified_name());
                    let passed: BTreeSet<_> = after.into_iter().map(|it| (it.0, name.clone())).collect();
                    for action in batch {
                        self.steps_of.insert(action.clone(), passed.clone());
                    }
                    return;
                }
            }
        }
        let own: BTreeSet<_> = (before..self.plan.steps.len()).map(|it| (it, None)).collect();
        for action in batch {
            self.steps_of.insert(action.clone(), own.clone());
        }
    }

    fn waits_for(&self, batch: &[Action]) -> BTreeSet<(usize, Option<String>)> {
        let mut found: BTreeSet<(usize, Option<String>)> = BTreeSet::new();
        for (first, then) in self.uow.dependencies().iter() {
            if batch.contains(then)
                && let Some(steps) = self.steps_of.get(first)
            {
                found.extend(steps.iter().cloned());
            }
        }
        // One reason is enough, and a relationship is a better one than none.
        let mut one: BTreeMap<usize, Option<String>> = BTreeMap::new();
        for (step, relationship) in found {
            let known = one.entry(step).or_default();
            if known.is_none() {
                *known = relationship;
            }
        }
        one.into_iter().collect()
    }

    fn push(
        &mut self,
        operation: FlushOperation,
        table: &TableRef,
        states: Vec<StateRef>,
        after: &BTreeSet<(usize, Option<String>)>,
        statement_count: usize,
        separate_because: Vec<Separate>,
    ) {
        if states.is_empty() {
            return;
        }
        self.plan.steps.push(FlushStep {
            operation,
            table: table.key(),
            states,
            relationship: None,
            after: after.iter().cloned().collect(),
            statement_count,
            separate_because,
        });
    }

    fn saves(&mut self, batch: &[Action], after: &BTreeSet<(usize, Option<String>)>) {
        let states = persistence::sort_states(&self.uow.states_of_batch(batch, false));
        let Some(base) = states.first().map(|it| it.mapper.base_mapper()) else { return };
        let (updates, inserts): (Vec<StateRef>, Vec<StateRef>) = states.into_iter().partition(|it| it.has_identity());
        for (table, _) in base.sorted_tables() {
            let changed: Vec<StateRef> = updates.iter().filter(|it| self.is_changed(it, &table)).cloned().collect();
            let (count, why) = self.update_count(&base, &table, &changed);
            self.push(FlushOperation::Update, &table, changed, after, count, why);
            let new: Vec<StateRef> = inserts.iter().filter(|it| it.mapper.persists_in(&table)).cloned().collect();
            let (count, why) = self.insert_count(&base, &table, &new);
            self.push(FlushOperation::Insert, &table, new, after, count, why);
        }
    }

    fn deletes(&mut self, batch: &[Action], after: &BTreeSet<(usize, Option<String>)>) {
        let states = persistence::sort_states(&self.uow.states_of_batch(batch, true));
        let Some(base) = states.first().map(|it| it.mapper.base_mapper()) else { return };
        for (table, mapper) in base.sorted_tables().into_iter().rev() {
            let gone: Vec<StateRef> =
                states.iter().filter(|it| it.has_identity() && it.mapper.persists_in(&table)).cloned().collect();
            let is_versioned = mapper.version_id_col.as_ref().is_some_and(|it| is_of(it, &table));
            let (count, why) =
                if is_versioned && gone.len() > 1 { (gone.len(), vec![Separate::Version]) } else { (1, Vec::new()) };
            self.push(FlushOperation::Delete, &table, gone, after, count, why);
        }
    }

    fn is_changed(&self, state: &StateRef, table: &TableRef) -> bool {
        let host = &*self.uow.session.host;
        let synced = self.synced.get(&state.id);
        state.mapper.columns_of(table).iter().any(|(column, prop)| {
            synced.is_some_and(|it| it.contains(&column.id))
                || match state.committed.borrow().get(&prop.key) {
                    Some(Committed::Value(old)) => host.get(state, prop).is_some_and(|it| it != *old),
                    Some(_) => host.has(state, prop),
                    None => false,
                }
        })
    }

    fn insert_count(&self, base: &Mapper, table: &TableRef, states: &[StateRef]) -> (usize, Vec<Separate>) {
        let forms = forms(states, table, |state, columns| self.insert_form(state, columns));
        count_statements(&forms, base.batch)
    }

    /// The columns that an INSERT of the instance has, and why it cannot be one of many.
    fn insert_form(&self, state: &StateRef, columns: &[Placed]) -> Form {
        let host = &*self.uow.session.host;
        let synced = self.synced.get(&state.id);
        let mut form = Form::default();
        for Placed { column, prop, has_default, is_inherited_key } in columns {
            // Keys of a base table and foreign keys are there by the time the row is sent.
            if *is_inherited_key || synced.is_some_and(|it| it.contains(&column.id)) {
                form.add(column);
                continue;
            }
            match host.given(state, prop) {
                Given::Nothing if column.is_primary_key() && !has_default => {
                    form.alone = form.alone.or(Some(Separate::NewKeys));
                }
                Given::Nothing if *has_default => {}
                Given::Clause => {
                    form.alone = Some(Separate::Expression);
                    form.add(column);
                }
                Given::Nothing | Given::Value => form.add(column),
            }
        }
        form
    }

    fn update_count(&self, base: &Mapper, table: &TableRef, states: &[StateRef]) -> (usize, Vec<Separate>) {
        let host = &*self.uow.session.host;
        let forms = forms(states, table, |state, columns| {
            let synced = self.synced.get(&state.id);
            let mut form = Form::default();
            for Placed { column, prop, .. } in columns {
                if state.mapper.version_id_col.as_ref().is_some_and(|it| it.id == column.id) {
                    form.alone = form.alone.or(Some(Separate::Version));
                }
                let is_synced = synced.is_some_and(|it| it.contains(&column.id));
                if is_synced || state.committed.borrow().contains_key(&prop.key) {
                    if host.given(state, prop) == Given::Clause {
                        form.alone = Some(Separate::Expression);
                    }
                    form.add(column);
                }
            }
            form
        });
        count_statements(&forms, base.batch)
    }

    /// Rows of a `secondary` table that come and go.
    fn secondary_rows(
        &mut self,
        processor: &DependencyProcessor,
        batch: &[Action],
        after: &BTreeSet<(usize, Option<String>)>,
    ) {
        let host = &*self.uow.session.host;
        let relationship = processor.prop.as_relationship().expect("a processor is of a relationship");
        let Some(From::Table(table)) = &relationship.joins().secondary else { return };
        let (mut come, mut gone) = (Vec::new(), Vec::new());
        for (state, is_delete) in self.uow.states_of_processor(processor, batch) {
            let history = history::of_relationship(host, &state, &processor.prop);
            let (added, removed) =
                if is_delete { (Vec::new(), history.non_added()) } else { (history.added, history.deleted) };
            for (children, rows) in [(added, &mut come), (removed, &mut gone)] {
                for child in children.into_iter().flatten() {
                    let (low, high) = (state.id.min(child.state.id), state.id.max(child.state.id));
                    if self.pairs.insert((u64::from(table.id), low, high)) {
                        rows.push(state.clone());
                    }
                }
            }
        }
        for (operation, states) in [(FlushOperation::Delete, gone), (FlushOperation::Insert, come)] {
            let known = self.plan.steps.len();
            self.push(operation, table, states, after, 1, Vec::new());
            if let Some(step) = self.plan.steps.get_mut(known) {
                step.relationship = Some(processor.prop.qualified_name());
            }
        }
    }
}

/// A column of a table, with what is true of it for every instance of one class.
struct Placed {
    column: ColumnRef,
    prop: Rc<Property>,
    has_default: bool,
    is_inherited_key: bool,
}

/// Which columns a statement has, by a number, and why it goes alone.
#[derive(Clone, Copy, Default)]
struct Form {
    columns: u64,
    alone: Option<Separate>,
}

impl Form {
    fn add(&mut self, column: &ColumnRef) {
        // As FNV does: the order of a table's columns is always the same.
        let place = (u64::from(column.id.owner) << 32) | u64::from(column.id.index);
        self.columns = (self.columns ^ place).wrapping_mul(0x0100_0000_01b3).rotate_left(23);
    }
}

/// The forms of the rows of a table; what is true of a whole class is found out once.
fn forms(states: &[StateRef], table: &TableRef, form: impl Fn(&StateRef, &[Placed]) -> Form) -> Vec<Form> {
    let mut known: Option<(MapperId, Vec<Placed>)> = None;
    let mut out = Vec::with_capacity(states.len());
    for state in states {
        if known.as_ref().is_none_or(|it| it.0 != state.mapper.id) {
            let columns = state.mapper.columns_of(table).into_iter().map(|(column, prop)| Placed {
                has_default: has_default(&column),
                is_inherited_key: is_inherited_key(state, &column),
                column,
                prop,
            });
            known = Some((state.mapper.id, columns.collect()));
        }
        out.push(form(state, known.as_ref().map_or(&[], |it| &it.1)));
    }
    out
}

/// Statements for rows in this order: neighbours with the same columns go together, unless one has to go alone.
fn count_statements(forms: &[Form], is_batched: bool) -> (usize, Vec<Separate>) {
    if forms.len() < 2 {
        return (forms.len(), Vec::new());
    }
    if !is_batched {
        return (forms.len(), vec![Separate::Unbatched]);
    }
    let mut why: BTreeSet<Separate> = forms.iter().filter_map(|it| it.alone).collect();
    let mut count = 0;
    for run in forms.chunk_by(|a, b| a.columns == b.columns && a.alone.is_some() == b.alone.is_some()) {
        count += if run[0].alone.is_some() { run.len() } else { 1 };
    }
    if forms.iter().any(|it| it.columns != forms[0].columns) {
        why.insert(Separate::Columns);
    }
    (count, why.into_iter().collect())
}

/// Columns that relationships fill when the flush runs: foreign keys of what is related.
fn synced_columns(uow: &UnitOfWork) -> HashMap<u64, HashSet<ColumnId>> {
    let host = &*uow.session.host;
    let mut found: HashMap<u64, HashSet<_>> = HashMap::new();
    for processor in uow.all_processors().iter().filter(|it| it.copies_keys()) {
        let relationship = processor.prop.as_relationship().expect("a processor is of a relationship");
        let joins = relationship.joins();
        let columns: Vec<_> = joins.synchronize_pairs.iter().map(|it| it.1.id).collect();
        for state in uow.parents_of(processor) {
            let history = history::of_relationship(host, &state, &processor.prop);
            match joins.direction {
                Direction::ManyToOne if history.has_changes() => {
                    found.entry(state.id).or_default().extend(&columns);
                }
                Direction::OneToMany => {
                    for child in history.added.iter().chain(&history.deleted).flatten() {
                        found.entry(child.state.id).or_default().extend(&columns);
                    }
                }
                Direction::ManyToOne | Direction::ManyToMany => {}
            }
        }
    }
    found
}

fn is_of(column: &ColumnRef, table: &TableRef) -> bool {
    column.owner_table().is_some_and(|it| it.id == table.id)
}

/// Whether the column is the key of a joined subclass's table, which the row of the base gives.
fn is_inherited_key(state: &StateRef, column: &ColumnRef) -> bool {
    column.is_primary_key() && !state.mapper.primary_key.iter().any(|it| it.id == column.id)
}

fn has_default(column: &ColumnRef) -> bool {
    column.schema.as_ref().is_some_and(|it| {
        matches!(it.default.borrow().as_deref(), Some(default) if !matches!(default, ColumnDefault::Sequence { .. }))
            || it.server_default.borrow().is_some()
            || it.computed.borrow().is_some()
    })
}
