//! What the ORM needs of the language that its instances live in. Implemented by `python/`, and by a plain
//! Rust struct in the ORM's own tests.
//!
//! An instance keeps its loaded values itself (in Python: in `__dict__`), because programs look at them
//! there; the ORM keeps what was loaded, what changed and who owns it in the [`InstanceState`].

use super::errors::{OrmError, OrmResult};
use super::events::OrmEvent;
use super::loading::LoadOptions;
use super::mapper::Mapper;
use super::properties::Property;
use super::session::{Bind, Session};
use super::session_transaction::SessionTransaction;
use super::state::{InstanceState, Object, StateRef};
use crate::engine::Connection;
use crate::engine::events::Hub;
use crate::sql::select::Select;
use crate::sql::value::{HostError, Value};
use std::any::Any;
use std::fmt::Debug;
use std::rc::Rc;

/// A weak hold on an instance.
pub trait InstanceRef: Debug {
    /// Whether the instance still exists.
    fn is_alive(&self) -> bool;
    /// The number by which messages tell instances of a class apart.
    fn address(&self) -> usize;
    /// For the host to find its own type again.
    fn as_any(&self) -> &dyn Any;
}

/// Sorts of collections, by what they do with members that they have or lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CollectionKind {
    /// Takes an instance more than once, and tells of one that it is to lose before it looks for it.
    List,
    /// Takes an instance once.
    Set,
    /// By keys, or of a program's own class.
    Other,
}

/// What a connection is wanted for.
#[derive(Clone, Copy, Debug)]
pub enum ConnectionFor<'a> {
    /// Nothing in particular.
    Anything,
    /// Rows of a mapper's tables, which a flush writes.
    Mapper(&'a Rc<Mapper>),
    /// A SELECT of a loader's.
    Select(&'a Rc<Select>),
    /// What the host said with the statement.
    Arguments(&'a Rc<dyn Any>),
}

/// A callback of the program at some moment of the unit of work.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Hook {
    BeforeFlush(Rc<Session>),
    AfterFlush(Rc<Session>),
    AfterFlushPostexec(Rc<Session>),
    BeforeCommit(Rc<Session>),
    AfterCommit(Rc<Session>),
    AfterRollback(Rc<Session>),
    /// The transaction that was rolled back.
    AfterSoftRollback(Rc<Session>, Rc<SessionTransaction>),
    AfterBegin(Rc<Session>, Rc<SessionTransaction>, Rc<Connection>),
    AfterTransactionCreate(Rc<Session>, Rc<SessionTransaction>),
    AfterTransactionEnd(Rc<Session>, Rc<SessionTransaction>),
    BeforeAttach(Rc<Session>, StateRef),
    AfterAttach(Rc<Session>, StateRef),
    LoadedAsPersistent(Rc<Session>, StateRef),
    BeforeInsert(StateRef),
    AfterInsert(StateRef),
    BeforeUpdate(StateRef),
    AfterUpdate(StateRef),
    BeforeDelete(StateRef),
    AfterDelete(StateRef),
    Load(StateRef),
    /// The attributes that were read again; `None` is all.
    Refresh(StateRef, Option<Vec<Rc<str>>>),
    /// The attributes that expired; `None` is all.
    Expire(StateRef, Option<Vec<Rc<str>>>),
    /// Attributes that took values which the flush made.
    RefreshFlush(StateRef, Vec<Rc<str>>),
    /// The instance moved between the five states; see [`InstanceState::lifecycle`].
    StateChanged(Rc<Session>, StateRef, super::state::Lifecycle, super::state::Lifecycle),
}

/// The kind of what a column attribute holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// Nothing, or None.
    Nothing,
    /// A value.
    Value,
    /// An SQL expression.
    Clause,
}

/// The host of instances. Values, scalar references and collections are read and written plainly: no events,
/// no history.
pub trait Host {
    /// Makes an instance of the mapper's class without running its initialiser, with a new state.
    ///
    /// # Errors
    /// The host's exception.
    fn create(&self, mapper: &Rc<Mapper>) -> OrmResult<Object>;

    /// A strong reference to the instance, while it lives.
    fn object(&self, state: &StateRef) -> Option<Object>;

    /// Keeps the instance alive until [`Self::release`]: it is new, changed or to be deleted.
    fn hold(&self, state: &InstanceState);
    /// Undoes [`Self::hold`].
    fn release(&self, state: &InstanceState);

    /// The value of a column attribute; `None` when it is not there (not loaded, expired, never set).
    fn get(&self, state: &InstanceState, prop: &Property) -> Option<Value>;
    /// What [`Self::get`] would give, no more than its kind: a plan looks at every value, and sends none.
    fn given(&self, state: &InstanceState, prop: &Property) -> Given {
        match self.get(state, prop) {
            None | Some(Value::Null) => Given::Nothing,
            Some(value) if self.clause_of(&value).is_some() => Given::Clause,
            Some(_) => Given::Value,
        }
    }
    /// Sets the value of a column attribute.
    fn set(&self, state: &InstanceState, prop: &Property, value: Value);
    /// Whether anything is there for the attribute, of any kind.
    fn has(&self, state: &InstanceState, prop: &Property) -> bool;
    /// Removes whatever is there.
    fn remove(&self, state: &InstanceState, prop: &Property);

    /// The SQL expression that a program put into a column attribute, if `value` is one.
    fn clause_of(&self, value: &Value) -> Option<crate::sql::expr::Expr>;

    /// The object of a scalar relationship; the outer `None` when it is not loaded.
    fn get_object(&self, state: &InstanceState, prop: &Property) -> Option<Option<Object>>;
    /// Sets the object of a scalar relationship.
    fn set_object(&self, state: &InstanceState, prop: &Property, object: Option<&Object>);

    /// The members of a collection, in its order; `None` when it is not loaded.
    fn get_collection(&self, state: &InstanceState, prop: &Property) -> Option<Vec<Object>>;
    /// Puts a new collection with these members there.
    ///
    /// # Errors
    /// The host's exception, when a collection class of the program refuses a member.
    fn set_collection(&self, state: &InstanceState, prop: &Property, members: &[Object]) -> OrmResult<()>;
    /// Appends to the collection that is there.
    ///
    /// # Errors
    /// As [`Self::set_collection`].
    fn append(&self, state: &InstanceState, prop: &Property, member: &Object) -> OrmResult<()>;
    /// How often an instance stands in the collection that is there.
    fn occurrences(&self, state: &InstanceState, prop: &Property, member: &Object) -> usize {
        self.get_collection(state, prop).map_or(0, |it| it.iter().filter(|it| *it == member).count())
    }
    /// What sort of collection is there.
    fn collection_kind(&self, _state: &InstanceState, _prop: &Property) -> CollectionKind {
        CollectionKind::List
    }
    /// Whether the other side's change can take a member out of the collection that is there.
    ///
    /// # Errors
    /// For a dictionary that has another member under its key.
    fn can_discard(&self, state: &InstanceState, prop: &Property, member: &Object) -> OrmResult<bool> {
        Ok(self.collection_kind(state, prop) == CollectionKind::List || self.occurrences(state, prop, member) > 0)
    }
    /// What a member that is appended to the collection that is there takes the place of.
    ///
    /// # Errors
    /// For a dictionary that cannot tell the member's key.
    fn displaced(&self, _state: &InstanceState, _prop: &Property, _member: &Object) -> OrmResult<Option<Object>> {
        Ok(None)
    }
    /// Whether the collection that is there has something in it that is nothing.
    fn holds_none(&self, _state: &InstanceState, _prop: &Property) -> bool {
        false
    }
    /// Removes one member from the collection that is there; does nothing when it is not a member.
    ///
    /// # Errors
    /// As [`Self::set_collection`].
    fn discard(&self, state: &InstanceState, prop: &Property, member: &Object) -> OrmResult<()>;

    /// How messages show an identity key: `(<class '__main__.User'>, (1,), None)`.
    fn identity_key_str(&self, mapper: &Mapper, key: &super::identity::IdentityKey) -> String;

    /// `str(exception)` of an error, for the PendingRollbackError that follows it.
    fn error_str(&self, error: &super::errors::OrmError) -> String {
        error.to_string()
    }

    /// Flushes the session, by the program's own `flush()` where it has one.
    ///
    /// # Errors
    /// Those of the flush.
    fn flush(&self, session: &Session) -> OrmResult<()> {
        session.flush(None)
    }

    /// Where the connection for something comes from, asked of sessions that route.
    ///
    /// # Errors
    /// `UnboundExecutionError`; the host's exception.
    fn bind_of(&self, session: &Session, _wanted: ConnectionFor<'_>) -> OrmResult<Bind> {
        session.bind.borrow().clone().ok_or_else(|| {
            OrmError::Unbound(
                "This session is not bound to a single Engine or Connection, and no context was provided to locate a \
                 binding."
                    .to_owned(),
            )
        })
    }

    /// A connection joins a transaction of the session, which begins on it next.
    ///
    /// # Errors
    /// The host's exception.
    fn prepare_connection(
        &self,
        _session: &Session,
        _conn: &Rc<Connection>,
        _options: Option<&Rc<dyn Any>>,
    ) -> OrmResult<()> {
        Ok(())
    }

    /// Adds "raised as a result of Query-invoked autoflush" to an error.
    fn note_autoflush(&self, error: super::errors::OrmError) -> super::errors::OrmError {
        error
    }

    /// The version of a row after the one given (`None` for a new row), or none where something else counts.
    ///
    /// # Errors
    /// The host's exception, of a generator of the program.
    fn next_version(&self, _mapper: &Mapper, old: Option<&Value>) -> OrmResult<Option<Value>> {
        Ok(Some(Value::Int(match old {
            Some(Value::Int(old)) => old + 1,
            _ => 1,
        })))
    }

    /// An error as an exception, for callbacks of Core.
    fn carry(&self, error: OrmError) -> HostError {
        match error {
            OrmError::Host(error) => error,
            other => HostError(Rc::new(other)),
        }
    }

    /// Issues a warning (SAWarning).
    ///
    /// # Errors
    /// The warning itself, where the program has it raised.
    fn warn(&self, message: &str) -> OrmResult<()>;

    /// Calls the program's hooks of this moment. The default has none.
    ///
    /// # Errors
    /// The host's exception.
    fn call(&self, _hook: &Hook) -> OrmResult<()> {
        Ok(())
    }

    /// A program's change of `initiator` is about to append `member` here; gives the member to append.
    ///
    /// # Errors
    /// The host's exception: a validator refused the member.
    fn before_append(
        &self,
        _state: &StateRef,
        _prop: &Property,
        member: &Object,
        _initiator: &Property,
    ) -> OrmResult<Object> {
        Ok(member.clone())
    }

    /// The same of a member that goes.
    ///
    /// # Errors
    /// As [`Self::before_append`].
    fn before_remove(
        &self,
        _state: &StateRef,
        _prop: &Property,
        _member: &Object,
        _initiator: &Property,
    ) -> OrmResult<()> {
        Ok(())
    }

    /// A replaced collection has got a member, or lost one, and the other side knows.
    ///
    /// # Errors
    /// As [`Self::before_append`].
    fn after_replace(&self, _state: &StateRef, _prop: &Property, _member: &Object, _is_append: bool) -> OrmResult<()> {
        Ok(())
    }

    /// The same of a scalar relationship that the other side's change sets.
    ///
    /// # Errors
    /// As [`Self::before_append`].
    fn before_set_object(
        &self,
        _state: &StateRef,
        _prop: &Property,
        object: Option<&Object>,
        _initiator: &Property,
    ) -> OrmResult<Option<Object>> {
        Ok(object.cloned())
    }

    /// A scalar relationship takes an object, and the other sides know; gives the object that it takes.
    ///
    /// # Errors
    /// As [`Self::before_append`].
    fn late_set_object(
        &self,
        _state: &StateRef,
        _prop: &Property,
        object: Option<&Object>,
        _initiator: &Property,
    ) -> OrmResult<Option<Object>> {
        Ok(object.cloned())
    }

    /// A loader is about to send a SELECT; gives the one to send in its place.
    ///
    /// # Errors
    /// The host's exception.
    fn before_load(
        &self,
        _session: &Rc<Session>,
        _select: &Rc<Select>,
        _load: &LoadOptions,
    ) -> OrmResult<Option<Rc<Select>>> {
        Ok(None)
    }

    /// Where causes of statements are named; `None` when nobody asks for them.
    fn hub(&self) -> Option<Rc<Hub>> {
        None
    }

    /// Whether [`Self::tell`] reaches anybody: what it costs to make an event is saved otherwise.
    fn is_heard(&self) -> bool {
        false
    }

    /// Tells whoever watches the run. They must not change anything.
    fn tell(&self, _event: &OrmEvent<'_>) {}

    /// Whether anybody listens to [`Hook::BeforeInsert`] and its kin on this mapper, so that flushing
    /// need not ask for each row.
    fn has_mapper_hooks(&self, _mapper: &Mapper) -> bool {
        false
    }

    /// Whether anybody listens to [`Hook::Load`] and [`Hook::Refresh`] of this mapper.
    fn has_load_hooks(&self, _mapper: &Mapper) -> bool {
        false
    }

    /// The exception of the host inside `error`, for wrapping.
    fn describe(&self, error: &HostError) -> String;
}
