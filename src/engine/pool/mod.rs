//! Connection pools. Mirrors `sqlalchemy/pool`: which pool hands out which database connection when.
//!
//! A pool knows neither what it pools (a [`PooledConnection`]), nor the time (the hub's clock), nor who
//! else works (its [`Waiters`]), so that a simulator can drive one with many workers.

mod checkout;
mod kinds;
mod record;

pub use checkout::Checkout;
pub use kinds::PoolKind;
pub use record::Record;

use super::dbapi::DbapiConnection;
use super::error::{DbapiError, EngineError};
use super::events::{EngineEvent, Hub, LogLevel, SentParameters};
use super::hooks::HookList;
use crate::sql::value::{HostError, HostSlot};
use kinds::Places;
use std::any::Any;
use std::cell::Cell;
use std::rc::{Rc, Weak};

/// What a pool asks of the connections in it: an open connection of a database library.
pub trait PooledConnection {
    /// # Errors
    /// The library's.
    fn rollback(&self) -> Result<(), EngineError>;
    /// # Errors
    /// The library's.
    fn commit(&self) -> Result<(), EngineError>;
    /// # Errors
    /// The library's.
    fn close(&self) -> Result<(), EngineError>;
    /// Whether the database still answers.
    ///
    /// # Errors
    /// The library's, other than a lost connection.
    fn ping(&self) -> Result<bool, EngineError>;
    /// As log lines show it.
    fn shown(&self) -> String;
    /// SQLite's connection, which statements are sent to.
    fn dbapi(&self) -> Option<Rc<DbapiConnection>>;
    /// For the host, which knows what it is.
    fn as_any(&self) -> &dyn Any;
}

/// SQLite's connection as it is, without a host around it.
#[derive(Debug)]
pub struct PlainConnection(Rc<DbapiConnection>);

impl PlainConnection {
    /// Puts a connection into a pool.
    pub fn pooled(dbapi: Rc<DbapiConnection>) -> Pooled {
        Rc::new(Self(dbapi))
    }
}

impl PooledConnection for PlainConnection {
    fn rollback(&self) -> Result<(), EngineError> {
        self.0.rollback().map_err(EngineError::Driver)
    }
    fn commit(&self) -> Result<(), EngineError> {
        self.0.commit().map_err(EngineError::Driver)
    }
    fn close(&self) -> Result<(), EngineError> {
        self.0.close();
        Ok(())
    }
    fn ping(&self) -> Result<bool, EngineError> {
        match self.0.execute("SELECT 1", &SentParameters::empty()) {
            Ok(_) => Ok(true),
            Err(error) if error.is_disconnect() => Ok(false),
            Err(error) => Err(EngineError::Driver(error)),
        }
    }
    fn shown(&self) -> String {
        format!("<connection {}>", self.0.number)
    }
    fn dbapi(&self) -> Option<Rc<DbapiConnection>> {
        Some(self.0.clone())
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// A connection of a pool.
pub type Pooled = Rc<dyn PooledConnection>;

/// Opens a connection for a place in the pool.
pub type Creator = Rc<dyn Fn(&Rc<Record>) -> Result<Pooled, EngineError>>;

/// Who else could give a connection back while one waits for it.
pub trait Waiters {
    /// Waits until something was given back to `pool` or `timeout_micros` are over. Returns whether it is
    /// worth looking again.
    fn wait(&self, pool: &Pool, timeout_micros: u64) -> bool;
}

/// Nobody else: the wait takes its (virtual) time, and nothing comes back.
#[derive(Debug)]
pub struct Alone;

impl Waiters for Alone {
    fn wait(&self, pool: &Pool, timeout_micros: u64) -> bool {
        pool.hub.clock.advance(timeout_micros);
        false
    }
}

/// What happens to a connection when it is given back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ResetOnReturn {
    Rollback,
    Commit,
    None,
}

/// Settings of a pool.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct PoolOptions {
    pub kind: PoolKind,
    /// `pool_size`; of a queue, 0 and less are without limit.
    pub size: i64,
    /// -1: without limit.
    pub max_overflow: i64,
    pub timeout_seconds: f64,
    /// -1: never.
    pub recycle_seconds: f64,
    pub pre_ping: bool,
    pub use_lifo: bool,
    /// An assertion pool says where its connection was taken.
    pub store_traceback: bool,
    pub reset_on_return: ResetOnReturn,
    pub echo: Echo,
    pub logging_name: Option<Rc<str>>,
}

/// `echo=`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub enum Echo {
    #[default]
    Off,
    Info,
    Debug,
}

impl Echo {
    /// Whether it asks for lines of this level.
    pub fn includes(self, level: LogLevel) -> bool {
        match self {
            Self::Off => false,
            Self::Info => level != LogLevel::Debug,
            Self::Debug => true,
        }
    }
}

/// Why a connection is no longer good.
#[derive(Clone, Copy, Debug)]
pub enum Reason<'a> {
    /// The database library said so.
    Dbapi(&'a DbapiError),
    /// Any other error, such as that of a listener.
    Error(&'a EngineError),
    /// The program gave an exception.
    Host(&'a HostError),
}

/// Something that a pool's listeners hear, about a connection and its place.
#[derive(Clone, Copy)]
#[allow(missing_docs)]
pub enum PoolEvent<'a> {
    FirstConnect,
    Connect,
    Checkout(&'a Rc<Checkout>),
    Checkin,
    Reset { transaction_was_reset: bool, terminate_only: bool },
    Invalidate(Option<Reason<'a>>),
    SoftInvalidate(Option<Reason<'a>>),
    Detach,
    Close,
    CloseDetached,
}

/// A pool.
pub struct Pool {
    /// Its settings.
    pub options: PoolOptions,
    creator: Creator,
    waiters: Rc<dyn Waiters>,
    hub: Rc<Hub>,
    /// Who listens to it.
    pub hooks: Rc<HookList>,
    places: Places,
    invalidated_tick: Cell<u64>,
    me: Weak<Pool>,
    /// The host's object.
    pub host: HostSlot,
}

impl std::fmt::Debug for Pool {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.options.kind.class_name())
    }
}

impl Pool {
    /// A pool without connections.
    pub fn new(
        options: PoolOptions,
        creator: Creator,
        waiters: Rc<dyn Waiters>,
        hub: Rc<Hub>,
        hooks: Rc<HookList>,
    ) -> Rc<Self> {
        Rc::new_cyclic(|me| Self {
            places: Places::new(&options),
            options,
            creator,
            waiters,
            hub,
            hooks,
            invalidated_tick: Cell::new(0),
            me: me.clone(),
            host: HostSlot::default(),
        })
    }

    /// The same pool without connections.
    pub fn recreate(&self) -> Rc<Self> {
        self.log(LogLevel::Info, || "Pool recreating".to_owned());
        self.hooks.forget_first_connect();
        Self::new(
            self.options.clone(),
            self.creator.clone(),
            self.waiters.clone(),
            self.hub.clone(),
            self.hooks.clone(),
        )
    }

    fn rc(&self) -> Rc<Self> {
        self.me.upgrade().expect("a pool is only used through its Rc")
    }

    /// The name its lines are logged under.
    pub fn logger(&self) -> String {
        let class = self.options.kind.class_name();
        match &self.options.logging_name {
            Some(name) => format!("sqlalchemy.pool.impl.{class}.{name}"),
            None => format!("sqlalchemy.pool.impl.{class}"),
        }
    }

    /// Writes a line to its log.
    pub fn log(&self, level: LogLevel, message: impl FnOnce() -> String) {
        let echo = self.options.echo;
        if echo == Echo::Off && !self.hub.may_log() {
            return;
        }
        let logger = self.logger();
        if self.hub.is_logged(&logger, level, echo) {
            self.hub.log(&logger, level, echo, &message());
        }
    }

    fn emit(&self, conn: &Pooled, what: &'static str) {
        if self.hub.is_listened()
            && let Some(dbapi) = conn.dbapi()
        {
            let at_micros = self.hub.clock.now_micros();
            self.hub.emit(&EngineEvent::Pool { connection: dbapi.number, what, at_micros });
        }
    }

    fn tell(
        &self,
        conn: Option<&Pooled>,
        record: Option<&Rc<Record>>,
        event: PoolEvent<'_>,
    ) -> Result<(), EngineError> {
        for hook in self.hooks.all() {
            hook.pool(conn, record, event).map_err(EngineError::Host)?;
        }
        Ok(())
    }

    /// Class and text of what was wrong with a connection.
    fn reason_names(&self, reason: Reason<'_>) -> (String, String) {
        match reason {
            Reason::Dbapi(it) | Reason::Error(EngineError::Driver(it)) => (it.class.to_owned(), it.message.to_string()),
            Reason::Host(it) | Reason::Error(EngineError::Host(it)) => self.hub.host_name(it),
            Reason::Error(EngineError::Core { class, message, .. }) => ((*class).to_owned(), message.clone()),
            Reason::Error(it) => ("Exception".to_owned(), it.summary()),
        }
    }

    /// A connection, from the pool or new.
    ///
    /// # Errors
    /// `TimeoutError` when the pool is empty and may not grow; the library's when it cannot be opened.
    pub fn connect(&self) -> Result<Rc<Checkout>, EngineError> {
        if let Some(current) = self.places.current(&self.hub) {
            return Checkout::hand_out(current);
        }
        let checkout = Record::check_out(&self.rc())?;
        self.places.set_current(&self.hub, &checkout);
        Checkout::hand_out(checkout)
    }

    fn take(&self) -> Result<Rc<Record>, EngineError> {
        self.places.take(self)
    }

    fn give_back(&self, record: Rc<Record>) -> Result<(), EngineError> {
        self.places.give_back(self, record)
    }

    fn create(&self) -> Result<Rc<Record>, EngineError> {
        Record::open(&self.rc())
    }

    fn close_connection(&self, conn: &Pooled, terminate: bool) {
        let how = if terminate { "Hard-closing" } else { "Closing" };
        self.log(LogLevel::Debug, || format!("{how} connection {}", conn.shown()));
        self.emit(conn, "close");
        if conn.close().is_err() {
            let doing = if terminate { "terminating" } else { "closing" };
            self.log(LogLevel::Error, || format!("Exception {doing} connection {}", conn.shown()));
        }
    }

    /// All connections made until now are replaced when next used.
    pub fn invalidate(&self, checkout: &Rc<Checkout>, reason: Option<Reason<'_>>, check_in: bool) {
        let is_known = checkout.record().is_none_or(|it| self.invalidated_tick.get() < it.opened_tick());
        if is_known {
            self.invalidated_tick.set(self.hub.next_tick());
        }
        if check_in && checkout.is_valid() {
            let _ = checkout.invalidate(false, reason);
        }
    }

    /// Closes every connection that is not handed out.
    ///
    /// # Errors
    /// That of a listener.
    pub fn dispose(&self) -> Result<(), EngineError> {
        self.places.dispose()?;
        self.places.forget_overflow(self.options.size);
        if self.options.kind.is_queue() {
            self.log(LogLevel::Info, || format!("Pool disposed. {}", self.status()));
        }
        Ok(())
    }

    /// `checkedin()`
    pub fn checked_in_len(&self) -> i64 {
        self.places.idle_len()
    }
    /// `checkedout()`
    pub fn checked_out_len(&self) -> i64 {
        self.options.size - self.checked_in_len() + self.places.overflow()
    }
    /// `overflow()`
    pub fn overflow(&self) -> i64 {
        if self.options.size == 0 { 0 } else { self.places.overflow() }
    }
    /// `status()`. `id`: what the host calls `id(pool)`.
    pub fn status_with_id(&self, id: u64) -> String {
        match self.options.kind {
            PoolKind::Queue | PoolKind::AsyncAdaptedQueue => format!(
                "Pool size: {}  Connections in pool: {} Current Overflow: {} Current Checked out connections: {}",
                self.options.size,
                self.checked_in_len(),
                self.overflow(),
                self.checked_out_len()
            ),
            PoolKind::SingletonThread => {
                format!("SingletonThreadPool id:{id} size: {}", self.places.record_count())
            }
            other => other.class_name().to_owned(),
        }
    }
    /// `status()` where nobody asks for an id.
    pub fn status(&self) -> String {
        self.status_with_id(0)
    }
}
