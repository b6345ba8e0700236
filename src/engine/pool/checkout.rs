//! A connection handed out by a pool: given back when it is closed or dropped. Mirrors `_ConnectionFairy`.

use super::record::Record;
use super::{DbapiConnection, EngineError, Pool, PoolEvent, Pooled, Reason, ResetOnReturn};
use crate::engine::events::LogLevel;
use crate::sql::value::HostSlot;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// A connection taken from a pool.
pub struct Checkout {
    /// Its pool.
    pub pool: Rc<Pool>,
    record: RefCell<Option<Rc<Record>>>,
    conn: RefCell<Option<Pooled>>,
    counter: Cell<u32>,
    /// `info` after it left the pool.
    pub detached_info: HostSlot,
    /// The host's object.
    pub host: HostSlot,
}

impl std::fmt::Debug for Checkout {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Checkout")
    }
}

impl Checkout {
    pub(super) fn new(pool: Rc<Pool>, conn: Pooled, record: Rc<Record>) -> Rc<Self> {
        Rc::new(Self {
            pool,
            record: RefCell::new(Some(record)),
            conn: RefCell::new(Some(conn)),
            counter: Cell::new(0),
            detached_info: HostSlot::default(),
            host: HostSlot::default(),
        })
    }

    /// The connection, unless it was given back or invalidated.
    pub fn conn(&self) -> Option<Pooled> {
        self.conn.borrow().clone()
    }

    /// SQLite's connection, unless it was given back or invalidated.
    pub fn dbapi(&self) -> Option<Rc<DbapiConnection>> {
        self.conn.borrow().as_ref().and_then(|it| it.dbapi())
    }

    /// Whether it still has a connection.
    pub fn is_valid(&self) -> bool {
        self.conn.borrow().is_some()
    }

    /// Whether somebody has it.
    pub(super) fn is_open(&self) -> bool {
        self.record.borrow().is_some()
    }

    /// Whether it was taken out of the pool.
    pub fn is_detached(&self) -> bool {
        self.record.borrow().is_none()
    }

    /// Its place in the pool.
    pub fn record(&self) -> Option<Rc<Record>> {
        self.record.borrow().clone()
    }

    /// Hands it out: pings, tells listeners, and replaces the connection when either says that it is lost.
    pub(super) fn hand_out(me: Rc<Self>) -> Result<Rc<Self>, EngineError> {
        me.counter.set(me.counter.get() + 1);
        if me.counter.get() != 1 {
            return Ok(me);
        }
        let pool = me.pool.clone();
        for _ in 0..2 {
            let (Some(record), Some(conn)) = (me.record(), me.conn()) else { break };
            let Err((error, invalidate_pool)) = me.try_out(&record, &conn) else {
                pool.emit(&conn, "checkout");
                return Ok(me);
            };
            let Some(invalidate_pool) = invalidate_pool else {
                record.check_in_failed(&error, true);
                me.forget();
                return Err(error);
            };
            pool.log(LogLevel::Info, || {
                let (class, text) = pool.reason_names(Reason::Error(&error));
                let text = if text.is_empty() { text } else { format!("'{text}'") };
                let reason = format!("{class}({text})");
                if invalidate_pool {
                    format!(
                        "Disconnection detected on checkout, invalidating all pooled connections prior to current \
                         timestamp (reason: {reason})"
                    )
                } else {
                    format!(
                        "Disconnection detected on checkout, invalidating individual connection {} (reason: {reason})",
                        conn.shown()
                    )
                }
            });
            record.invalidate(Some(Reason::Error(&error)), false)?;
            if invalidate_pool {
                pool.invalidate(&me, Some(Reason::Error(&error)), false);
            }
            match record.get_connection(&pool) {
                Ok(fresh) => *me.conn.borrow_mut() = Some(fresh),
                Err(error) => {
                    record.check_in_failed(&error, true);
                    me.forget();
                    return Err(error);
                }
            }
        }
        pool.log(LogLevel::Info, || "Reconnection attempts exhausted on checkout".to_owned());
        me.invalidate(false, None)?;
        Err(EngineError::invalid_request("This connection is closed"))
    }

    /// Pings and tells. The error comes with whether the whole pool is lost, if it means a lost connection.
    fn try_out(self: &Rc<Self>, record: &Rc<Record>, conn: &Pooled) -> Result<(), (EngineError, Option<bool>)> {
        let pool = &self.pool;
        let is_fresh = record.take_fresh();
        if pool.options.pre_ping {
            if is_fresh {
                pool.log(LogLevel::Debug, || format!("Connection {} is fresh, skipping pre-ping", conn.shown()));
            } else {
                pool.log(LogLevel::Debug, || format!("Pool pre-ping on connection {}", conn.shown()));
                pool.hub.clock.round_trip();
                if !conn.ping().map_err(|error| (error, None))? {
                    pool.log(LogLevel::Debug, || {
                        format!("Pool pre-ping on connection {} failed, will invalidate pool", conn.shown())
                    });
                    return Err((EngineError::core("InvalidatePoolError", "", None), Some(true)));
                }
            }
        }
        for hook in pool.hooks.all() {
            hook.pool(Some(conn), Some(record), PoolEvent::Checkout(self)).map_err(|error| {
                let lost = hook.disconnection(&error);
                (EngineError::Host(error), lost)
            })?;
        }
        Ok(())
    }

    fn forget(&self) {
        self.conn.borrow_mut().take();
        self.record.borrow_mut().take();
    }

    /// Gives it back. `was_reset`: the transaction was rolled back or committed already.
    ///
    /// # Errors
    /// That of a listener.
    pub fn close(&self, was_reset: bool) -> Result<(), EngineError> {
        if self.counter.get() == 0 {
            return Ok(());
        }
        self.counter.set(self.counter.get() - 1);
        if self.counter.get() == 0 { self.check_in(was_reset) } else { Ok(()) }
    }

    fn check_in(&self, was_reset: bool) -> Result<(), EngineError> {
        let record = self.record.borrow().clone();
        let conn = self.conn.borrow().clone();
        let done = self.finalize(conn, record, was_reset);
        self.forget();
        done
    }

    fn finalize(&self, conn: Option<Pooled>, record: Option<Rc<Record>>, was_reset: bool) -> Result<(), EngineError> {
        let pool = &self.pool;
        if let Some(conn) = &conn {
            if record.is_some() {
                pool.log(LogLevel::Debug, || format!("Connection {} being returned to pool", conn.shown()));
            }
            let reset = self.reset(conn, record.as_ref(), was_reset).and_then(|()| {
                if record.is_none() {
                    pool.tell(Some(conn), None, PoolEvent::CloseDetached)?;
                    pool.close_connection(conn, false);
                }
                Ok(())
            });
            if let Err(error) = reset {
                pool.log(LogLevel::Error, || "Exception during reset or similar".to_owned());
                if let Some(record) = &record {
                    record.invalidate(Some(Reason::Error(&error)), false)?;
                }
            }
        }
        match record {
            Some(record) if record.is_in_use() => record.check_in(true),
            _ => Ok(()),
        }
    }

    fn reset(&self, conn: &Pooled, record: Option<&Rc<Record>>, was_reset: bool) -> Result<(), EngineError> {
        let pool = &self.pool;
        let event = PoolEvent::Reset { transaction_was_reset: was_reset, terminate_only: record.is_none() };
        pool.tell(Some(conn), record, event)?;
        match pool.options.reset_on_return {
            ResetOnReturn::Rollback if was_reset => {
                pool.log(LogLevel::Debug, || format!("Connection {} reset, transaction already reset", conn.shown()));
                Ok(())
            }
            ResetOnReturn::Rollback => {
                pool.log(LogLevel::Debug, || format!("Connection {} rollback-on-return", conn.shown()));
                conn.rollback()
            }
            ResetOnReturn::Commit => {
                pool.log(LogLevel::Debug, || format!("Connection {} commit-on-return", conn.shown()));
                conn.commit()
            }
            ResetOnReturn::None => Ok(()),
        }
    }

    /// The connection is broken: closes it; the pool opens another for the same place. Returns whether there
    /// was one.
    ///
    /// # Errors
    /// That of a listener.
    pub fn invalidate(&self, soft: bool, reason: Option<Reason<'_>>) -> Result<bool, EngineError> {
        if !self.is_valid() {
            return Ok(false);
        }
        let record = self.record.borrow().clone();
        if let Some(record) = record {
            record.invalidate(reason, soft)?;
        }
        if !soft {
            self.conn.borrow_mut().take();
            self.check_in(false)?;
        }
        Ok(true)
    }

    /// Takes it out of the pool for good.
    ///
    /// # Errors
    /// That of a listener.
    pub fn detach(&self) -> Result<(), EngineError> {
        let record = self.record.borrow_mut().take();
        let Some(record) = record else { return Ok(()) };
        record.detach();
        // Its place goes back, to be filled with another connection.
        self.pool.give_back(record.clone())?;
        match self.conn() {
            Some(conn) => self.pool.tell(Some(&conn), Some(&record), PoolEvent::Detach),
            None => Ok(()),
        }
    }
}

impl Drop for Checkout {
    fn drop(&mut self) {
        if self.counter.get() == 0 {
            return;
        }
        let record = self.record.borrow_mut().take();
        let conn = self.conn.borrow_mut().take();
        // It was detached, or another checkout has its place, in a pool of one connection.
        if record.as_ref().is_none_or(|it| !it.needs_gc()) {
            return;
        }
        let _ = self.finalize(conn, record, false);
    }
}
