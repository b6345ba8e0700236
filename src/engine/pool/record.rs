//! A place for one connection in a pool: the connection may be replaced. Mirrors `_ConnectionRecord`.

use super::checkout::Checkout;
use super::{EngineError, Pool, PoolEvent, Pooled, Reason};
use crate::engine::events::LogLevel;
use crate::sql::value::HostSlot;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

/// A place for one connection.
pub struct Record {
    pool: Weak<Pool>,
    conn: RefCell<Option<Pooled>>,
    /// When the connection was opened, seconds since 1970; programs may set it.
    pub start_unix_seconds: Cell<f64>,
    /// Order of openings and invalidations; virtual time may stand still between them.
    opened_tick: Cell<u64>,
    soft_invalidated_tick: Cell<u64>,
    is_fresh: Cell<bool>,
    checkout: RefCell<Option<Weak<Checkout>>>,
    finalizers: RefCell<Vec<Box<dyn FnOnce(&Pooled)>>>,
    /// `info`: lives as long as the connection.
    pub info: HostSlot,
    /// `record_info`: lives as long as the place.
    pub record_info: HostSlot,
    /// The host's object.
    pub host: HostSlot,
}

impl std::fmt::Debug for Record {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Record")
    }
}

impl Record {
    /// A place with a new connection.
    pub(super) fn open(pool: &Rc<Pool>) -> Result<Rc<Self>, EngineError> {
        let record = Rc::new(Self {
            pool: Rc::downgrade(pool),
            conn: RefCell::default(),
            start_unix_seconds: Cell::new(0.0),
            opened_tick: Cell::new(0),
            soft_invalidated_tick: Cell::new(0),
            is_fresh: Cell::new(false),
            checkout: RefCell::default(),
            finalizers: RefCell::default(),
            info: HostSlot::default(),
            record_info: HostSlot::default(),
            host: HostSlot::default(),
        });
        record.connect(pool)?;
        Ok(record)
    }

    /// The connection, if it is open.
    pub fn conn(&self) -> Option<Pooled> {
        self.conn.borrow().clone()
    }

    pub(super) fn opened_tick(&self) -> u64 {
        self.opened_tick.get()
    }

    /// Whether it is handed out.
    pub fn is_in_use(&self) -> bool {
        self.checkout.borrow().is_some()
    }

    /// Whether the connection was opened for the one who has it now.
    pub(super) fn take_fresh(&self) -> bool {
        self.is_fresh.replace(false)
    }

    /// Whether whoever had it is gone without giving it back.
    pub(super) fn needs_gc(&self) -> bool {
        self.checkout.borrow().as_ref().is_some_and(|it| it.strong_count() == 0)
    }

    pub(super) fn is_invalidated(&self, pool: &Pool) -> bool {
        let opened = self.opened_tick.get();
        self.conn.borrow().is_none()
            || pool.invalidated_tick.get() > opened
            || self.soft_invalidated_tick.get() > opened
    }

    /// Does `finalizer` when the connection is given back.
    pub fn on_check_in(&self, finalizer: Box<dyn FnOnce(&Pooled)>) {
        self.finalizers.borrow_mut().push(finalizer);
    }

    /// Hands out the place that the pool chooses, with an open connection.
    pub(super) fn check_out(pool: &Rc<Pool>) -> Result<Rc<Checkout>, EngineError> {
        let record = pool.take()?;
        let conn = match record.get_connection(pool) {
            Ok(conn) => conn,
            Err(error) => {
                record.check_in_failed(&error, false);
                return Err(error);
            }
        };
        let checkout = Checkout::new(pool.clone(), conn.clone(), record.clone());
        *record.checkout.borrow_mut() = Some(Rc::downgrade(&checkout));
        pool.log(LogLevel::Debug, || format!("Connection {} checked out from pool", conn.shown()));
        Ok(checkout)
    }

    /// The open connection: opened or replaced when it is lost, too old or invalidated.
    pub(super) fn get_connection(self: &Rc<Self>, pool: &Rc<Pool>) -> Result<Pooled, EngineError> {
        let Some(conn) = self.conn() else {
            self.info.clear();
            return self.connect(pool);
        };
        let age_seconds = pool.hub.clock.unix_micros() as f64 / 1e6 - self.start_unix_seconds.get();
        let why = if pool.options.recycle_seconds > -1.0 && age_seconds > pool.options.recycle_seconds {
            "exceeded timeout; recycling"
        } else if pool.invalidated_tick.get() > self.opened_tick.get() {
            "invalidated due to pool invalidation; recycling"
        } else if self.soft_invalidated_tick.get() > self.opened_tick.get() {
            "invalidated due to local soft invalidation; recycling"
        } else {
            return Ok(conn);
        };
        pool.log(LogLevel::Info, || format!("Connection {} {why}", conn.shown()));
        self.close_as(pool, true)?;
        self.info.clear();
        self.connect(pool)
    }

    fn connect(self: &Rc<Self>, pool: &Rc<Pool>) -> Result<Pooled, EngineError> {
        self.conn.borrow_mut().take();
        self.start_unix_seconds.set(pool.hub.clock.unix_micros() as f64 / 1e6);
        self.opened_tick.set(pool.hub.next_tick());
        pool.hub.clock.round_trip();
        let conn = (pool.creator)(self).inspect_err(|error| {
            pool.log(LogLevel::Debug, || format!("Error on connect(): {}", error.summary()));
        })?;
        *self.conn.borrow_mut() = Some(conn.clone());
        pool.log(LogLevel::Debug, || format!("Created new connection {}", conn.shown()));
        pool.emit(&conn, "connect");
        self.is_fresh.set(true);
        let mut told = Ok(());
        if pool.hooks.take_first_connect() {
            told = pool.tell(Some(&conn), Some(self), PoolEvent::FirstConnect);
        }
        if let Err(error) = told.and_then(|()| pool.tell(Some(&conn), Some(self), PoolEvent::Connect)) {
            pool.close_connection(&conn, true);
            self.conn.borrow_mut().take();
            return Err(error);
        }
        Ok(conn)
    }

    /// Closes the connection; the place stays.
    ///
    /// # Errors
    /// That of a listener.
    pub fn close(self: &Rc<Self>) -> Result<(), EngineError> {
        match self.pool.upgrade() {
            Some(pool) => self.close_as(&pool, false),
            None => {
                if let Some(conn) = self.conn.borrow_mut().take() {
                    let _ = conn.close();
                }
                Ok(())
            }
        }
    }

    fn close_as(self: &Rc<Self>, pool: &Rc<Pool>, terminate: bool) -> Result<(), EngineError> {
        let Some(conn) = self.conn() else { return Ok(()) };
        self.finalizers.borrow_mut().clear();
        pool.tell(Some(&conn), Some(self), PoolEvent::Close)?;
        pool.close_connection(&conn, terminate);
        self.conn.borrow_mut().take();
        Ok(())
    }

    /// Forgets the connection without closing it: it left the pool.
    pub(super) fn detach(&self) {
        *self.checkout.borrow_mut() = None;
        self.conn.borrow_mut().take();
    }

    /// The connection is no longer good. `soft`: it is replaced when it is next handed out.
    ///
    /// # Errors
    /// That of a listener.
    pub fn invalidate(self: &Rc<Self>, reason: Option<Reason<'_>>, soft: bool) -> Result<(), EngineError> {
        let Some(pool) = self.pool.upgrade() else { return Ok(()) };
        let Some(conn) = self.conn() else { return Ok(()) };
        let event = if soft { PoolEvent::SoftInvalidate(reason) } else { PoolEvent::Invalidate(reason) };
        let done = pool.tell(Some(&conn), Some(self), event).and_then(|()| {
            pool.log(LogLevel::Info, || {
                let softly = if soft { "Soft " } else { "" };
                let because = reason.map_or_else(String::new, |it| {
                    let (class, text) = pool.reason_names(it);
                    format!(" (reason: {class}:{text})")
                });
                format!("{softly}Invalidate connection {}{because}", conn.shown())
            });
            if soft {
                return Ok(());
            }
            pool.emit(&conn, "invalidate");
            self.close_as(&pool, true)
        });
        if self.conn.borrow().is_some() {
            self.soft_invalidated_tick.set(pool.hub.next_tick());
        }
        done
    }

    pub(super) fn check_in_failed(self: &Rc<Self>, error: &EngineError, was_handed_out: bool) {
        let _ = self.invalidate(Some(Reason::Error(error)), false);
        let _ = self.check_in(was_handed_out);
    }

    pub(super) fn check_in(self: &Rc<Self>, was_handed_out: bool) -> Result<(), EngineError> {
        let Some(pool) = self.pool.upgrade() else { return Ok(()) };
        if self.checkout.borrow_mut().take().is_none() && was_handed_out {
            return Ok(());
        }
        let finalizers = self.finalizers.take();
        if let Some(conn) = self.conn() {
            for finalizer in finalizers.into_iter().rev() {
                finalizer(&conn);
            }
            pool.tell(Some(&conn), Some(self), PoolEvent::Checkin)?;
            pool.emit(&conn, "checkin");
        } else {
            pool.tell(None, Some(self), PoolEvent::Checkin)?;
        }
        pool.give_back(self.clone())
    }
}
