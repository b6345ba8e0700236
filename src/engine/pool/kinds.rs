//! The kinds of pool: where each keeps its connections, and which one it hands out.

use super::checkout::Checkout;
use super::record::Record;
use super::{EngineError, Pool, PoolOptions};
use crate::engine::events::Hub;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

/// The kinds of pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum PoolKind {
    Queue,
    AsyncAdaptedQueue,
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
            Self::AsyncAdaptedQueue => "AsyncAdaptedQueuePool",
            Self::SingletonThread => "SingletonThreadPool",
            Self::Null => "NullPool",
            Self::Static => "StaticPool",
            Self::Assertion => "AssertionPool",
        }
    }

    /// Whether it keeps a queue of idle connections.
    pub fn is_queue(self) -> bool {
        matches!(self, Self::Queue | Self::AsyncAdaptedQueue)
    }
}

/// Where a pool's connections are.
pub(super) enum Places {
    Queue(Queue),
    SingletonThread(SingletonThread),
    Null,
    Static(RefCell<Option<Rc<Record>>>),
    Assertion(Assertion),
}

pub(super) struct Queue {
    idle: RefCell<VecDeque<Rc<Record>>>,
    /// Connections beyond `size`; negative while there are fewer.
    overflow: Cell<i64>,
}

#[derive(Default)]
pub(super) struct Assertion {
    record: RefCell<Option<Rc<Record>>>,
    is_checked_out: Cell<bool>,
    /// The program's stack when it was taken.
    traceback: RefCell<String>,
}

pub(super) struct SingletonThread {
    /// Each thread's place and what it has checked out.
    threads: RefCell<Vec<(u64, Weak<Record>, Weak<Checkout>)>>,
    all: RefCell<VecDeque<Rc<Record>>>,
}

impl Places {
    pub(super) fn new(options: &PoolOptions) -> Self {
        match options.kind {
            PoolKind::Queue | PoolKind::AsyncAdaptedQueue => {
                Self::Queue(Queue { idle: RefCell::default(), overflow: Cell::new(-options.size) })
            }
            PoolKind::SingletonThread => {
                Self::SingletonThread(SingletonThread { threads: RefCell::default(), all: RefCell::default() })
            }
            PoolKind::Null => Self::Null,
            PoolKind::Static => Self::Static(RefCell::default()),
            PoolKind::Assertion => Self::Assertion(Assertion::default()),
        }
    }

    /// What this thread has checked out already, of a pool that gives it the same again.
    pub(super) fn current(&self, hub: &Hub) -> Option<Rc<Checkout>> {
        let Self::SingletonThread(it) = self else { return None };
        let thread = hub.thread();
        it.threads.borrow().iter().find(|it| it.0 == thread).and_then(|it| it.2.upgrade()).filter(|it| it.is_open())
    }

    pub(super) fn set_current(&self, hub: &Hub, checkout: &Rc<Checkout>) {
        let Self::SingletonThread(it) = self else { return };
        let thread = hub.thread();
        if let Some(place) = it.threads.borrow_mut().iter_mut().find(|it| it.0 == thread) {
            place.2 = Rc::downgrade(checkout);
        }
    }

    pub(super) fn take(&self, pool: &Pool) -> Result<Rc<Record>, EngineError> {
        match self {
            Self::Queue(it) => it.take(pool),
            Self::SingletonThread(it) => it.take(pool),
            Self::Null => pool.create(),
            Self::Static(slot) => {
                let known = slot.borrow().clone().filter(|it| !it.is_invalidated(pool));
                match known {
                    Some(record) => Ok(record),
                    None => {
                        slot.borrow_mut().take();
                        let record = pool.create()?;
                        *slot.borrow_mut() = Some(record.clone());
                        Ok(record)
                    }
                }
            }
            Self::Assertion(it) => it.take(pool),
        }
    }

    pub(super) fn give_back(&self, pool: &Pool, record: Rc<Record>) -> Result<(), EngineError> {
        match self {
            Self::Queue(it) => {
                let size = pool.options.size;
                if usize::try_from(size).is_ok_and(|size| size > 0 && it.idle.borrow().len() >= size) {
                    let closed = record.close();
                    it.overflow.set(it.overflow.get() - 1);
                    return closed;
                }
                it.idle.borrow_mut().push_back(record);
                Ok(())
            }
            Self::SingletonThread(it) => {
                let thread = pool.hub.thread();
                if let Some(place) = it.threads.borrow_mut().iter_mut().find(|it| it.0 == thread) {
                    place.2 = Weak::new();
                }
                Ok(())
            }
            Self::Null => record.close(),
            Self::Static(_) => Ok(()),
            Self::Assertion(it) => {
                if !it.is_checked_out.replace(false) {
                    return Err(EngineError::core("AssertionError", "connection is not checked out", None));
                }
                Ok(())
            }
        }
    }

    pub(super) fn dispose(&self) -> Result<(), EngineError> {
        match self {
            Self::Queue(it) => loop {
                let record = it.idle.borrow_mut().pop_front();
                let Some(record) = record else { break };
                record.close()?;
            },
            Self::SingletonThread(it) => {
                let all: Vec<_> = it.all.borrow_mut().drain(..).collect();
                for record in all {
                    // The reference passes over errors here.
                    let _ = record.close();
                }
                it.threads.borrow_mut().clear();
            }
            Self::Null => {}
            Self::Static(slot) => {
                let record = slot.borrow_mut().take();
                if let Some(record) = record {
                    record.close()?;
                }
            }
            Self::Assertion(it) => {
                it.is_checked_out.set(false);
                let record = it.record.borrow().clone();
                if let Some(record) = record {
                    record.close()?;
                }
            }
        }
        Ok(())
    }

    /// After [`Self::dispose`]: what is handed out no longer counts.
    pub(super) fn forget_overflow(&self, size: i64) {
        if let Self::Queue(it) = self {
            it.overflow.set(-size);
        }
    }

    pub(super) fn idle_len(&self) -> i64 {
        match self {
            Self::Queue(it) => i64::try_from(it.idle.borrow().len()).unwrap_or(i64::MAX),
            _ => 0,
        }
    }

    pub(super) fn overflow(&self) -> i64 {
        match self {
            Self::Queue(it) => it.overflow.get(),
            _ => 0,
        }
    }

    pub(super) fn record_count(&self) -> usize {
        match self {
            Self::SingletonThread(it) => it.all.borrow().len(),
            _ => 0,
        }
    }
}

impl Queue {
    fn pop(&self, pool: &Pool) -> Option<Rc<Record>> {
        let mut idle = self.idle.borrow_mut();
        if pool.options.use_lifo { idle.pop_back() } else { idle.pop_front() }
    }

    fn take(&self, pool: &Pool) -> Result<Rc<Record>, EngineError> {
        let options = &pool.options;
        let max_overflow = if options.size == 0 { -1 } else { options.max_overflow };
        let is_full = || max_overflow > -1 && self.overflow.get() >= max_overflow;
        if let Some(record) = self.pop(pool) {
            return Ok(record);
        }
        if is_full() {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a timeout in microseconds")]
            let deadline = pool.hub.clock.now_micros() + (options.timeout_seconds.max(0.0) * 1e6) as u64;
            loop {
                let left = deadline.saturating_sub(pool.hub.clock.now_micros());
                let may_look = pool.waiters.wait(pool, left);
                if let Some(record) = self.pop(pool) {
                    return Ok(record);
                }
                if !is_full() {
                    break;
                }
                if !may_look || pool.hub.clock.now_micros() >= deadline {
                    return Err(EngineError::core(
                        "TimeoutError",
                        format!(
                            "QueuePool limit of size {} overflow {} reached, connection timed out, timeout {:.2}",
                            options.size,
                            pool.overflow(),
                            options.timeout_seconds
                        ),
                        Some("3o7r"),
                    ));
                }
            }
        }
        self.overflow.set(self.overflow.get() + 1);
        pool.create().inspect_err(|_| self.overflow.set(self.overflow.get() - 1))
    }
}

impl SingletonThread {
    fn take(&self, pool: &Pool) -> Result<Rc<Record>, EngineError> {
        let thread = pool.hub.thread();
        let known = self.threads.borrow().iter().find(|it| it.0 == thread).and_then(|it| it.1.upgrade());
        if let Some(record) = known {
            return Ok(record);
        }
        let record = pool.create()?;
        let mut threads = self.threads.borrow_mut();
        threads.retain(|it| it.0 != thread);
        threads.push((thread, Rc::downgrade(&record), Weak::new()));
        drop(threads);
        // The reference closes any; ours the oldest.
        while i64::try_from(self.all.borrow().len()).is_ok_and(|it| it >= pool.options.size) {
            let oldest = self.all.borrow_mut().pop_front();
            match oldest {
                Some(oldest) => oldest.close()?,
                None => break,
            }
        }
        self.all.borrow_mut().push_back(record.clone());
        Ok(record)
    }
}

impl Assertion {
    fn take(&self, pool: &Pool) -> Result<Rc<Record>, EngineError> {
        if self.is_checked_out.get() {
            let traceback = self.traceback.borrow();
            let place = if traceback.is_empty() { String::new() } else { format!(" at:\n{traceback}") };
            return Err(EngineError::core("AssertionError", format!("connection is already checked out{place}"), None));
        }
        let known = self.record.borrow().clone();
        let record = match known {
            Some(record) => record,
            None => {
                let record = pool.create()?;
                *self.record.borrow_mut() = Some(record.clone());
                record
            }
        };
        self.is_checked_out.set(true);
        if pool.options.store_traceback {
            *self.traceback.borrow_mut() = pool.hub.traceback();
        }
        Ok(record)
    }
}
