//! Connection pools. Mirrors `sqlalchemy/pool`: which pool hands out which database connection when.
//!
//! There is one thread, so that a pool that is empty fails at once instead of waiting.

use super::dbapi::DbapiConnection;
use super::error::{DbapiError, EngineError};
use super::events::{Hub, LogLine};
use super::hooks::HookList;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

/// Opens a database connection.
pub type Creator = Rc<dyn Fn() -> Result<Rc<DbapiConnection>, DbapiError>>;

/// The kinds of pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum PoolKind {
    Queue,
    SingletonThread,
    Null,
    Static,
    Assertion,
}

impl PoolKind {
    /// The class's name.
    pub fn class_name(self) -> &'static str {
        match self {
            Self::Queue => "QueuePool",
            Self::SingletonThread => "SingletonThreadPool",
            Self::Null => "NullPool",
            Self::Static => "StaticPool",
            Self::Assertion => "AssertionPool",
        }
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
    /// `pool_size`
    pub size: usize,
    /// -1: without limit.
    pub max_overflow: i64,
    pub timeout_seconds: f64,
    /// -1: never.
    pub recycle_seconds: f64,
    pub pre_ping: bool,
    pub use_lifo: bool,
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

/// A place for one connection in the pool: the connection may be replaced.
pub struct Record {
    /// The connection, if it is open.
    pub dbapi: RefCell<Option<Rc<DbapiConnection>>>,
    started_micros: Cell<u64>,
    /// `record_info`
    pub record_info: crate::sql::value::HostSlot,
    soft_invalidated_micros: Cell<u64>,
}

/// A connection taken from a pool; given back by [`Checkout::close`] or when dropped.
pub struct Checkout {
    pool: Rc<Pool>,
    record: RefCell<Option<Rc<Record>>>,
    dbapi: RefCell<Option<Rc<DbapiConnection>>>,
    counter: Cell<u32>,
    detached: Cell<bool>,
    /// `Connection.info` of a detached connection and the like.
    pub host: crate::sql::value::HostSlot,
}

/// A pool.
pub struct Pool {
    /// Its settings.
    pub options: PoolOptions,
    creator: Creator,
    hub: Rc<Hub>,
    /// Who listens to it.
    pub hooks: Rc<HookList>,
    idle: RefCell<VecDeque<Rc<Record>>>,
    overflow: Cell<i64>,
    single: RefCell<Option<Rc<Record>>>,
    current: RefCell<Weak<Checkout>>,
    checked_out: Cell<bool>,
    invalidate_micros: Cell<u64>,
    me: Weak<Pool>,
}

impl std::fmt::Debug for Pool {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.options.kind.class_name())
    }
}
impl std::fmt::Debug for Checkout {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Checkout")
    }
}
impl std::fmt::Debug for Record {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Record")
    }
}

impl Pool {
    /// A pool without connections.
    pub fn new(options: PoolOptions, creator: Creator, hub: Rc<Hub>, hooks: Rc<HookList>) -> Rc<Self> {
        Rc::new_cyclic(|me| Self {
            overflow: Cell::new(-i64::try_from(options.size).unwrap_or(i64::MAX)),
            options,
            creator,
            hub,
            hooks,
            idle: RefCell::default(),
            single: RefCell::default(),
            current: RefCell::default(),
            checked_out: Cell::new(false),
            invalidate_micros: Cell::new(0),
            me: me.clone(),
        })
    }

    /// The same pool without connections.
    pub fn recreate(&self) -> Rc<Self> {
        Self::new(self.options.clone(), self.creator.clone(), self.hub.clone(), self.hooks.clone())
    }

    fn log(&self, level: Echo, message: &str) {
        let wanted = match self.options.echo {
            Echo::Off => false,
            Echo::Info => level == Echo::Info,
            Echo::Debug => true,
        };
        if wanted {
            let logger = match &self.options.logging_name {
                Some(name) => format!("sqlalchemy.pool.impl.{}.{name}", self.options.kind.class_name()),
                None => format!("sqlalchemy.pool.impl.{}", self.options.kind.class_name()),
            };
            let level = if level == Echo::Info { "INFO" } else { "DEBUG" };
            self.hub.log(LogLine { logger: &logger, level, message });
        }
    }

    fn new_record(&self) -> Result<Rc<Record>, EngineError> {
        let record = Rc::new(Record {
            dbapi: RefCell::new(None),
            started_micros: Cell::new(0),
            record_info: crate::sql::value::HostSlot::default(),
            soft_invalidated_micros: Cell::new(0),
        });
        self.open(&record)?;
        Ok(record)
    }

    fn open(&self, record: &Record) -> Result<(), EngineError> {
        self.hub.clock.round_trip();
        let dbapi = (self.creator)().map_err(connect_error)?;
        record.started_micros.set(self.hub.clock.now_micros());
        dbapi.emit_pool("connect");
        self.log(Echo::Debug, &format!("Created new connection {}", shown(&dbapi)));
        *record.dbapi.borrow_mut() = Some(dbapi.clone());
        for hook in self.hooks.all() {
            hook.pool_connect(&dbapi).map_err(EngineError::Host)?;
        }
        Ok(())
    }

    /// A connection, from the pool or new.
    ///
    /// # Errors
    /// `TimeoutError` when the pool is empty and may not grow; the library's when it cannot be opened.
    pub fn connect(&self) -> Result<Rc<Checkout>, EngineError> {
        if self.options.kind == PoolKind::SingletonThread
            && let Some(checkout) = self.current.borrow().upgrade()
            && checkout.dbapi.borrow().is_some()
        {
            checkout.counter.set(checkout.counter.get() + 1);
            return Ok(checkout);
        }
        let record = self.take()?;
        if let Err(error) = self.prepare(&record) {
            self.give_back(record);
            return Err(error);
        }
        let dbapi = record.dbapi.borrow().clone();
        if let Some(dbapi) = &dbapi {
            self.log(Echo::Debug, &format!("Connection {} checked out from pool", shown(dbapi)));
        }
        let Some(pool) = self.me.upgrade() else { return Err(EngineError::closed()) };
        let checkout = Rc::new(Checkout {
            pool,
            record: RefCell::new(Some(record)),
            dbapi: RefCell::new(dbapi.clone()),
            counter: Cell::new(1),
            detached: Cell::new(false),
            host: crate::sql::value::HostSlot::default(),
        });
        if self.options.kind == PoolKind::SingletonThread {
            *self.current.borrow_mut() = Rc::downgrade(&checkout);
        }
        if let Some(dbapi) = dbapi {
            dbapi.emit_pool("checkout");
            for hook in self.hooks.all() {
                hook.pool_checkout(&dbapi).map_err(EngineError::Host)?;
            }
        }
        Ok(checkout)
    }

    /// Opens, recycles or pings the record's connection before it is handed out.
    fn prepare(&self, record: &Rc<Record>) -> Result<(), EngineError> {
        if record.dbapi.borrow().is_none() {
            return self.open(record);
        }
        let now = self.hub.clock.now_micros();
        let age = now - record.started_micros.get();
        let mut recycle = false;
        if self.options.recycle_seconds >= 0.0 && age as f64 / 1e6 > self.options.recycle_seconds {
            self.log_exceeded(record);
            recycle = true;
        } else if self.invalidate_micros.get() > record.started_micros.get() {
            self.log(Echo::Info, "Connection invalidated due to pool invalidation; recycling");
            recycle = true;
        } else if record.soft_invalidated_micros.get() > record.started_micros.get() {
            self.log(Echo::Info, "Connection invalidated due to local soft invalidation; recycling");
            recycle = true;
        }
        if recycle {
            self.close_record(record);
            return self.open(record);
        }
        if self.options.pre_ping {
            let dbapi = record.dbapi.borrow().clone();
            let alive = dbapi.is_some_and(|it| {
                self.log(Echo::Debug, &format!("Pool pre-ping on connection {}", shown(&it)));
                it.execute("SELECT 1", &super::events::SentParameters::empty()).is_ok()
            });
            if !alive {
                self.log(Echo::Info, "Pool pre-ping failed; will invalidate this connection");
                self.close_record(record);
                return self.open(record);
            }
        }
        Ok(())
    }

    fn log_exceeded(&self, record: &Record) {
        if let Some(dbapi) = &*record.dbapi.borrow() {
            self.log(Echo::Info, &format!("Connection {} exceeded timeout; recycling", shown(dbapi)));
        }
    }

    fn close_record(&self, record: &Record) {
        let dbapi = record.dbapi.borrow_mut().take();
        if let Some(dbapi) = dbapi {
            self.close_dbapi(&dbapi);
        }
    }

    fn close_dbapi(&self, dbapi: &Rc<DbapiConnection>) {
        for hook in self.hooks.all() {
            let _ = hook.pool_close(dbapi);
        }
        self.log(Echo::Debug, &format!("Closing connection {}", shown(dbapi)));
        dbapi.close();
    }

    fn take(&self) -> Result<Rc<Record>, EngineError> {
        match self.options.kind {
            PoolKind::Null => self.new_record(),
            PoolKind::SingletonThread | PoolKind::Static => {
                let known = self.single.borrow().clone();
                match known {
                    Some(record) => Ok(record),
                    None => {
                        let record = self.new_record()?;
                        *self.single.borrow_mut() = Some(record.clone());
                        Ok(record)
                    }
                }
            }
            PoolKind::Assertion => {
                if self.checked_out.get() {
                    return Err(EngineError::Core {
                        class: "AssertionError",
                        message: "connection is already checked out".to_owned(),
                        code: None,
                        failed: None,
                    });
                }
                let known = self.single.borrow().clone();
                let record = match known {
                    Some(record) => record,
                    None => {
                        let record = self.new_record()?;
                        *self.single.borrow_mut() = Some(record.clone());
                        record
                    }
                };
                self.checked_out.set(true);
                Ok(record)
            }
            PoolKind::Queue => {
                let idle = {
                    let mut idle = self.idle.borrow_mut();
                    if self.options.use_lifo { idle.pop_back() } else { idle.pop_front() }
                };
                if let Some(record) = idle {
                    return Ok(record);
                }
                if self.options.max_overflow >= 0 && self.overflow.get() >= self.options.max_overflow {
                    return Err(EngineError::core(
                        "TimeoutError",
                        format!(
                            "QueuePool limit of size {} overflow {} reached, connection timed out, timeout {:.2}",
                            self.options.size, self.options.max_overflow, self.options.timeout_seconds
                        ),
                        Some("3o7r"),
                    ));
                }
                self.overflow.set(self.overflow.get() + 1);
                self.new_record().inspect_err(|_| self.overflow.set(self.overflow.get() - 1))
            }
        }
    }

    fn give_back(&self, record: Rc<Record>) {
        match self.options.kind {
            PoolKind::Null => self.close_record(&record),
            PoolKind::SingletonThread => *self.current.borrow_mut() = Weak::new(),
            PoolKind::Static => {}
            PoolKind::Assertion => self.checked_out.set(false),
            PoolKind::Queue => {
                if self.options.size > 0 && self.idle.borrow().len() >= self.options.size {
                    self.close_record(&record);
                    self.overflow.set(self.overflow.get() - 1);
                } else {
                    self.idle.borrow_mut().push_back(record);
                }
            }
        }
    }

    fn reset(&self, dbapi: &Rc<DbapiConnection>, was_reset: bool) -> Result<(), DbapiError> {
        for hook in self.hooks.all() {
            let _ = hook.pool_reset(dbapi);
        }
        match self.options.reset_on_return {
            ResetOnReturn::Rollback if was_reset => {
                self.log(Echo::Debug, &format!("Connection {} reset, transaction already reset", shown(dbapi)));
                Ok(())
            }
            ResetOnReturn::Rollback => {
                self.log(Echo::Debug, &format!("Connection {} rollback-on-return", shown(dbapi)));
                dbapi.rollback()
            }
            ResetOnReturn::Commit => {
                self.log(Echo::Debug, &format!("Connection {} commit-on-return", shown(dbapi)));
                dbapi.commit()
            }
            ResetOnReturn::None => Ok(()),
        }
    }

    /// Closes every connection that is not handed out.
    pub fn dispose(&self) {
        let idle: Vec<_> = self.idle.borrow_mut().drain(..).collect();
        for record in idle {
            self.close_record(&record);
        }
        self.overflow.set(self.checked_out_len() - i64::try_from(self.options.size).unwrap_or(0));
        let single = self.single.borrow_mut().take();
        if let Some(record) = single {
            self.close_record(&record);
        }
        *self.current.borrow_mut() = Weak::new();
        self.log(Echo::Info, &format!("Pool disposed. {}", self.status()));
    }

    /// `checkedin()`
    pub fn checked_in_len(&self) -> i64 {
        i64::try_from(self.idle.borrow().len()).unwrap_or(i64::MAX)
    }
    /// `checkedout()`
    pub fn checked_out_len(&self) -> i64 {
        i64::try_from(self.options.size).unwrap_or(0) - self.checked_in_len() + self.overflow.get()
    }
    /// `overflow()`
    pub fn overflow(&self) -> i64 {
        self.overflow.get()
    }
    /// `status()`
    pub fn status(&self) -> String {
        match self.options.kind {
            PoolKind::Queue => format!(
                "Pool size: {}  Connections in pool: {} Current Overflow: {} Current Checked out connections: {}",
                self.options.size,
                self.checked_in_len(),
                self.overflow(),
                self.checked_out_len()
            ),
            PoolKind::Null => "NullPool".to_owned(),
            PoolKind::Static => "StaticPool".to_owned(),
            PoolKind::Assertion => "AssertionPool".to_owned(),
            PoolKind::SingletonThread => format!(
                "SingletonThreadPool id:{} size: {}",
                0x7f00_0000_0000_u64 + self.options.size as u64,
                usize::from(self.single.borrow().is_some())
            ),
        }
    }
}

impl Checkout {
    /// The database connection, unless it was given back or invalidated.
    pub fn dbapi(&self) -> Option<Rc<DbapiConnection>> {
        self.dbapi.borrow().clone()
    }

    /// Gives it back. `was_reset`: the transaction was rolled back or committed already.
    ///
    /// # Errors
    /// None that the reference would raise: an error of the reset closes the connection.
    pub fn close(&self, was_reset: bool) {
        if self.counter.get() == 0 {
            return;
        }
        self.counter.set(self.counter.get() - 1);
        if self.counter.get() == 0 {
            self.check_in(was_reset);
        }
    }

    fn check_in(&self, was_reset: bool) {
        let record = self.record.borrow_mut().take();
        let dbapi = self.dbapi.borrow_mut().take();
        if let Some(dbapi) = &dbapi {
            if self.pool.reset(dbapi, was_reset).is_err() {
                dbapi.close();
            }
            if self.detached.get() {
                self.pool.close_dbapi(dbapi);
                return;
            }
        }
        let Some(record) = record else { return };
        if let Some(dbapi) = &dbapi {
            self.pool.log(Echo::Debug, &format!("Connection {} being returned to pool", shown(dbapi)));
            for hook in self.pool.hooks.all() {
                let _ = hook.pool_checkin(dbapi);
            }
            dbapi.emit_pool("checkin");
        }
        if dbapi.as_ref().is_some_and(|it| it.is_closed()) {
            record.dbapi.borrow_mut().take();
        }
        self.pool.give_back(record);
    }

    /// The connection is broken: closes it; the pool opens another for the same place.
    pub fn invalidate(&self, soft: bool, reason: Option<&str>) {
        let dbapi = self.dbapi.borrow().clone();
        let Some(dbapi) = dbapi else { return };
        for hook in self.pool.hooks.all() {
            let _ = hook.pool_invalidate(&dbapi, soft);
        }
        let softly = if soft { "Soft invalidate" } else { "Invalidate" };
        match reason {
            Some(reason) => {
                self.pool.log(Echo::Info, &format!("{softly} connection {} (reason: {reason})", shown(&dbapi)));
            }
            None => self.pool.log(Echo::Info, &format!("{softly} connection {}", shown(&dbapi))),
        }
        if soft {
            if let Some(record) = &*self.record.borrow() {
                record.soft_invalidated_micros.set(self.pool.hub.clock.now_micros().saturating_add(1));
            }
            return;
        }
        dbapi.emit_pool("invalidate");
        let record = self.record.borrow().clone();
        if let Some(record) = record {
            self.pool.close_record(&record);
        }
        self.dbapi.borrow_mut().take();
        self.close(true);
    }

    /// All connections of the pool made until now are replaced when next used.
    pub fn invalidate_pool(&self) {
        self.pool.invalidate_micros.set(self.pool.hub.clock.now_micros().saturating_add(1));
    }

    /// Takes it out of the pool for good.
    pub fn detach(&self) {
        let record = self.record.borrow_mut().take();
        if let Some(record) = record {
            record.dbapi.borrow_mut().take();
            self.detached.set(true);
            if let Some(dbapi) = &*self.dbapi.borrow() {
                for hook in self.pool.hooks.all() {
                    let _ = hook.pool_detach(dbapi);
                }
            }
            // Its place goes back, to be filled with another connection.
            self.pool.give_back(record);
        }
    }

    /// Whether it was taken out of the pool.
    pub fn is_detached(&self) -> bool {
        self.detached.get()
    }

    /// Its place in the pool.
    pub fn record(&self) -> Option<Rc<Record>> {
        self.record.borrow().clone()
    }
}

impl Drop for Checkout {
    fn drop(&mut self) {
        if self.counter.get() > 0 {
            self.counter.set(0);
            self.check_in(false);
        }
    }
}

fn shown(dbapi: &DbapiConnection) -> String {
    format!("<sqlite3.Connection object at 0x{:012x}>", 0x7f00_0000_0000_u64 + u64::from(dbapi.number) * 0x1000)
}

fn connect_error(orig: DbapiError) -> EngineError {
    EngineError::Dbapi {
        orig,
        failed: super::error::FailedStatement {
            statement: None,
            parameters: None,
            hide_parameters: false,
            many: false,
            connection_invalidated: false,
        },
    }
}
