//! What the ORM tells of its work to whoever watches a run: instances, attributes, the plan of a flush; and why
//! a statement is sent. Told through [`Host::tell`](super::host::Host::tell); made only when somebody listens.

use super::flush_plan::FlushPlan;
use super::host::{Hook, Host};
use super::properties::Property;
use super::session::Session;
use super::state::{InstanceState, Lifecycle, StateRef};
use crate::engine::events::{Cause, CauseGuard, CauseKind};
use crate::sql::value::Value;
use std::rc::Rc;

/// Something that happened to an instance, or is about to be flushed.
#[derive(Clone, Debug)]
pub enum OrmEvent<'a> {
    /// A program made an instance.
    Made(&'a StateRef),
    /// An instance moved between the five states.
    StateChanged {
        /// The instance.
        state: &'a StateRef,
        /// Where it was.
        from: Lifecycle,
        /// Where it is.
        to: Lifecycle,
    },
    /// A row became a new instance; its attributes are set.
    Loaded(&'a StateRef),
    /// The identity map had the instance of a row or of a key already.
    Found(&'a StateRef, FoundBy),
    /// Something was done to an attribute; a value that was set or loaded is there.
    Attribute(&'a StateRef, &'a Property, AttributeChange),
    /// Attributes were dropped, to be read again; `None` is all.
    Expired(&'a StateRef, Option<&'a [Rc<str>]>),
    /// Expired or deferred attributes were read again.
    Refreshed(&'a StateRef),
    /// What a flush is about to send.
    FlushPlanned(&'a FlushPlan),
}

/// What asked the identity map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoundBy {
    /// A row of a SELECT that was sent.
    Row,
    /// A row of a SELECT that had given it already.
    RowAgain,
    /// A primary key; no SELECT was needed.
    Key,
}

/// What was done to an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum AttributeChange {
    Read,
    Set,
    Deleted,
    /// A relationship or a deferred column got its value from the database.
    Loaded,
    /// A collection got a member.
    Appended,
    /// A collection lost one.
    Removed,
}

impl<'a> OrmEvent<'a> {
    /// The event behind a moment that the program's hooks are called at.
    pub fn of_hook(hook: &'a Hook) -> Option<Self> {
        match hook {
            Hook::StateChanged(_, state, from, to) if from != to => {
                Some(Self::StateChanged { state, from: *from, to: *to })
            }
            Hook::Expire(state, keys) => Some(Self::Expired(state, keys.as_deref())),
            _ => None,
        }
    }
}

/// `Author 7`, `Author` without an identity: an instance in the words of the log.
pub fn name_of(state: &StateRef) -> String {
    let class = &state.mapper.class_name;
    key_of(state).map_or_else(|| class.to_string(), |key| format!("{class} {key}"))
}

/// The primary key of an instance that has an identity: `7`, `(1, 'x')`.
pub fn key_of(state: &InstanceState) -> Option<String> {
    let key = state.key()?;
    Some(match &key.values[..] {
        [one] => one.repr(),
        values => format!("({})", values.iter().map(Value::repr).collect::<Vec<_>>().join(", ")),
    })
}

/// Names why statements are sent until the guard's end. `text` is asked only when somebody listens.
pub fn because<T: Into<Rc<str>>>(host: &dyn Host, kind: CauseKind, text: impl FnOnce() -> T) -> Option<CauseGuard> {
    let hub = host.hub()?;
    hub.is_listened().then(|| hub.push_cause(Cause::new(kind, text())))
}

impl Session {
    /// [`because`] of this session.
    pub fn because<T: Into<Rc<str>>>(&self, kind: CauseKind, text: impl FnOnce() -> T) -> Option<CauseGuard> {
        because(&*self.host, kind, text)
    }

    /// A flush that no query asked for.
    pub(super) fn flush_cause(&self) -> Option<CauseGuard> {
        let hub = self.host.hub()?;
        (hub.last_cause() != Some(CauseKind::Autoflush)).then(|| self.because(CauseKind::Flush, || "flush"))?
    }

    /// Expires instances, and says why for the statements that read them again.
    pub(super) fn expiring<T>(&self, what: &str, expire: impl FnOnce() -> T) -> T {
        let hub = self.host.hub().filter(|it| it.is_listened());
        let reason = hub.map(|hub| match hub.place() {
            Some(place) => format!("expired by {what}, line {}", place.line).into(),
            None => format!("expired by {what}").into(),
        });
        // What is more precise was said before: a commit expires all.
        let before = self.expire_reason.borrow().clone();
        if before.is_none() {
            self.expire_reason.replace(reason);
        }
        let result = expire();
        self.expire_reason.replace(before);
        result
    }
}

/// Rows of these instances are sent, in the words of the log: `Author is new`, `3 × Author are new`.
pub(super) fn flushed<'a>(
    session: &Session,
    states: impl IntoIterator<Item = &'a StateRef>,
    of_one: &'static str,
    what: &'static str,
) -> Option<CauseGuard> {
    session.because(CauseKind::Flushed, || {
        let states: Vec<&StateRef> = states.into_iter().collect();
        match &states[..] {
            [] => what.to_owned(),
            [one] => format!("{} {of_one}", name_of(one)),
            [first, rest @ ..] if rest.iter().all(|it| it.mapper.id == first.mapper.id) => {
                format!("{} × {} {what}", states.len(), first.mapper.class_name)
            }
            all => format!("{} objects {what}", all.len()),
        }
    })
}

/// An attribute is asked for that is not there: the links of the chain from who asks to what is sent.
pub(super) fn missing(session: &Session, state: &StateRef, prop: &Property, sends: CauseKind) -> Reading {
    let Some(hub) = session.host.hub().filter(|it| it.is_listened()) else { return Reading::default() };
    let reads = asks(session, prop);
    let is_expired = state.expired.get() || state.is_expired(&prop.key);
    let why = Cause::new(CauseKind::Missing, if is_expired { expired(state) } else { "not loaded".into() });
    let is_lazy = sends == CauseKind::LazyLoad;
    let why = is_lazy.then(|| hub.push_cause(why));
    let verdict = if is_lazy { "lazy load".to_owned() } else { format!("immediateload({})", prop.qualified_name()) };
    Reading { _verdict: Some(hub.push_cause(Cause::new(sends, verdict))), _why: why, _reads: reads }
}

/// Who asks for an attribute, unless a link before says so.
pub(super) fn asks(session: &Session, prop: &Property) -> Option<CauseGuard> {
    let hub = session.host.hub().filter(|it| it.is_listened())?;
    let text = match hub.last_cause() {
        Some(CauseKind::Cascade | CauseKind::EagerLoad | CauseKind::Read) => return None,
        Some(CauseKind::Flush | CauseKind::Autoflush | CauseKind::Flushed) => {
            format!("needs {}", prop.qualified_name())
        }
        _ => format!("reads {}", prop.qualified_name()),
    };
    Some(hub.push_cause(Cause::new(CauseKind::Read, text)))
}

/// A loader loads ahead, for an option or because the mapping says so.
pub(super) fn eager(session: &Session, strategy: &str, prop: &Property, is_option: bool) -> Option<CauseGuard> {
    session.because(CauseKind::EagerLoad, || match is_option {
        true => format!("{strategy}load({})", prop.qualified_name()),
        false => format!("{} has lazy=\"{strategy}\"", prop.qualified_name()),
    })
}

/// When an instance expired: `expired by commit, line 95`.
pub(super) fn expired(state: &StateRef) -> Rc<str> {
    state.expire_reason.borrow().clone().unwrap_or_else(|| "expired".into())
}

/// The links of [`missing`]; fields are dropped innermost first.
#[derive(Debug, Default)]
pub(super) struct Reading {
    _verdict: Option<CauseGuard>,
    _why: Option<CauseGuard>,
    _reads: Option<CauseGuard>,
}
