//! What the ORM tells, as the page's events. Between two statements the first changes are kept one by one and the
//! rest is counted, so that loading 10,000 instances does not become 10,000 messages.

use crate::engine::events::Hub;
use crate::orm::events::{AttributeChange as Change, FoundBy, OrmEvent, key_of};
use crate::orm::flush_plan::{FlushOperation, FlushPlan, Separate};
use crate::orm::mapper::MapperId;
use crate::orm::properties::{Property, PropertyId};
use crate::orm::state::{InstanceState, Lifecycle, StateRef};
use crate::protocol::{
    AttributeChange, Event, FlushStep, ObjectChange, ObjectChanges, ObjectCount, ObjectEvent, ObjectName, ObjectState,
    SeparateReason, StatementKind,
};
use crate::python::interpreter::current_line;
use crate::python::sqlalchemy::orm::watch::{shown_value, take_freed};
use crate::util::quick_hash::{QuickMap, QuickSet};
use std::rc::Rc;

/// So many changes are kept one by one between two statements ...
const MAX_CHANGES: usize = 200;
/// ... and so many of one sort, so that one does not hide all others.
const MAX_ALIKE: u32 = 60;
/// So many instances of one step of a flush are named.
const MAX_NAMED: usize = 20;

/// What a sort of change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Subject {
    Class(MapperId),
    Attribute(PropertyId),
}

/// One sort of change: its class or attribute, and what it is.
type Sort = (Subject, u8);

/// Collects what happens to instances until it is asked for.
#[derive(Debug, Default)]
pub(super) struct ObjectFold {
    changes: ObjectChanges,
    /// How often each sort happened since the last statement, and where it is counted.
    sorts: QuickMap<Sort, (u32, Option<usize>)>,
    /// Attributes that were read already: once is enough to know.
    read: QuickSet<(u64, PropertyId)>,
    /// Instances that were named in this run, by the ids of their states, to say when they are freed.
    named: QuickMap<u64, ObjectName>,
    /// How many there are.
    living: u64,
    /// The number of the run's first instance, less one.
    offset: Option<u64>,
    flush_count: u32,
}

impl ObjectFold {
    /// Takes an event; gives the page's, where one is complete.
    pub(super) fn take(&mut self, event: &OrmEvent<'_>, hub: &Hub) -> Vec<Event> {
        match event {
            OrmEvent::Made(state) => {
                self.living += 1;
                self.add(state, (Subject::Class(state.mapper.id), 0), || ObjectEvent::Made);
            }
            OrmEvent::StateChanged { state, from, to } => {
                let sort = 16 + (*from as u8) * 5 + *to as u8;
                let what = || ObjectEvent::Became { from: state_from(*from), to: state_from(*to) };
                self.add(state, (Subject::Class(state.mapper.id), sort), what);
            }
            OrmEvent::Loaded(state) => {
                self.living += 1;
                self.add(state, (Subject::Class(state.mapper.id), 1), || ObjectEvent::Loaded { values: Vec::new() });
            }
            // How often a row repeats an instance is counted elsewhere (`measure`).
            OrmEvent::Found(_, FoundBy::RowAgain) => {}
            OrmEvent::Found(state, by) => {
                let by_key = *by == FoundBy::Key;
                self.add(state, (Subject::Class(state.mapper.id), 2 + u8::from(by_key)), || ObjectEvent::Found {
                    by_key,
                });
            }
            OrmEvent::Refreshed(state) => {
                self.add(state, (Subject::Class(state.mapper.id), 4), || ObjectEvent::Refreshed { values: Vec::new() });
            }
            OrmEvent::Expired(state, keys) => self.add(state, (Subject::Class(state.mapper.id), 5), || {
                let names = |it: &[Rc<str>]| it.iter().map(ToString::to_string).collect();
                ObjectEvent::Expired { attributes: keys.map(names) }
            }),
            OrmEvent::Attribute(state, prop, change) => self.attribute(state, prop, *change),
            OrmEvent::FlushPlanned(plan) => {
                let mut events: Vec<Event> = self.flush().into_iter().collect();
                events.push(self.flush_planned(plan, hub));
                return events;
            }
        }
        Vec::new()
    }

    /// What has been collected.
    pub(super) fn flush(&mut self) -> Option<Event> {
        let mut freed = take_freed();
        freed.sort_unstable();
        for id in freed {
            self.living = self.living.saturating_sub(1);
            if let Some(object) = self.named.remove(&id) {
                self.changes.changes.push(ObjectChange { object, session: None, line: None, what: ObjectEvent::Freed });
            }
        }
        if self.changes.changes.is_empty() && self.changes.rest.is_empty() {
            return None;
        }
        self.sorts.clear();
        self.read.clear();
        let changes = std::mem::take(&mut self.changes);
        let living = self.living;
        serde_json::to_string(&changes).ok().map(|json| Event::ObjectsChanged { json, living })
    }

    fn add(&mut self, state: &StateRef, sort: Sort, what: impl Fn() -> ObjectEvent) {
        let is_full = self.changes.changes.len() >= MAX_CHANGES;
        let (count, place) = self.sorts.entry(sort).or_default();
        *count += 1;
        if is_full || *count > MAX_ALIKE {
            match place {
                Some(place) => self.changes.rest[*place].count += 1,
                None => {
                    *place = Some(self.changes.rest.len());
                    let class = state.mapper.class_name.to_string();
                    self.changes.rest.push(ObjectCount { class, what: plain(what()), count: 1 });
                }
            }
            return;
        }
        let what = match what() {
            ObjectEvent::Loaded { .. } => ObjectEvent::Loaded { values: values_of(state) },
            ObjectEvent::Refreshed { .. } => ObjectEvent::Refreshed { values: values_of(state) },
            other => other,
        };
        let object = self.name(state);
        let session = state.session().map(|it| it.number);
        self.named.insert(state.id, object.clone());
        self.changes.changes.push(ObjectChange { object, session, line: current_line(), what });
    }

    fn attribute(&mut self, state: &StateRef, prop: &Property, change: Change) {
        if change == Change::Read && !self.read.insert((state.id, prop.id)) {
            return;
        }
        let sort = (Subject::Attribute(prop.id), 64 + change as u8);
        self.add(state, sort, || ObjectEvent::Attribute {
            attribute: prop.key.to_string(),
            change: change_from(change),
            value: (change == Change::Set).then(|| shown_value(state, prop)).flatten(),
        });
    }

    fn name(&mut self, state: &InstanceState) -> ObjectName {
        let offset = *self.offset.get_or_insert(state.id - 1);
        ObjectName {
            number: state.id.saturating_sub(offset),
            class: state.mapper.class_name.to_string(),
            key: key_of(state),
        }
    }

    fn flush_planned(&mut self, plan: &FlushPlan, hub: &Hub) -> Event {
        self.flush_count += 1;
        let step = |it: &crate::orm::flush_plan::FlushStep| FlushStep {
            kind: match it.operation {
                FlushOperation::Insert => StatementKind::Insert,
                FlushOperation::Update => StatementKind::Update,
                FlushOperation::Delete => StatementKind::Delete,
            },
            table: it.table.to_string(),
            objects: it.states.iter().take(MAX_NAMED).map(|it| self.name(it)).collect(),
            object_count: it.states.len(),
            relationship: it.relationship.clone(),
            after: it.after.clone(),
            statement_count: it.statement_count,
            separate_because: it.separate_because.iter().map(|it| reason_from(*it)).collect(),
        };
        Event::FlushPlanned {
            steps: plan.steps.iter().map(step).collect(),
            flush: self.flush_count,
            line: current_line(),
            cause: super::statements::causes_from(&hub.causes()),
        }
    }
}

/// The column attributes that are there.
fn values_of(state: &StateRef) -> Vec<(String, String)> {
    let props = &state.mapper.derived().column_props;
    props.iter().filter_map(|it| Some((it.key.to_string(), shown_value(state, it)?))).collect()
}

/// The same of no instance in particular.
fn plain(what: ObjectEvent) -> ObjectEvent {
    match what {
        ObjectEvent::Attribute { attribute, change, .. } => ObjectEvent::Attribute { attribute, change, value: None },
        ObjectEvent::Expired { .. } => ObjectEvent::Expired { attributes: None },
        other => other,
    }
}

fn state_from(state: Lifecycle) -> ObjectState {
    match state {
        Lifecycle::Transient => ObjectState::Transient,
        Lifecycle::Pending => ObjectState::Pending,
        Lifecycle::Persistent => ObjectState::Persistent,
        Lifecycle::Deleted => ObjectState::Deleted,
        Lifecycle::Detached => ObjectState::Detached,
    }
}

fn change_from(change: Change) -> AttributeChange {
    match change {
        Change::Read => AttributeChange::Read,
        Change::Set => AttributeChange::Set,
        Change::Deleted => AttributeChange::Deleted,
        Change::Loaded => AttributeChange::Loaded,
        Change::Appended => AttributeChange::Appended,
        Change::Removed => AttributeChange::Removed,
    }
}

fn reason_from(reason: Separate) -> SeparateReason {
    match reason {
        Separate::NewKeys => SeparateReason::NewKeys,
        Separate::Columns => SeparateReason::Columns,
        Separate::Expression => SeparateReason::Expression,
        Separate::Version => SeparateReason::Version,
        Separate::Unbatched => SeparateReason::Unbatched,
    }
}
