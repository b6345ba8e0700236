//! The compiled cache: statements with the same shape are compiled once. Mirrors `util.LRUCache` and the
//! words of the log (`generated in`, `cached since`, `no key`).

use crate::sql::compile::Compiled;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

/// What a compiled statement is found by.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The statement's shape.
    pub statement: u128,
    /// Keys of the parameters, sorted.
    pub column_keys: Vec<Rc<str>>,
    /// Compiled for several parameter sets.
    pub for_executemany: bool,
    /// `schema_translate_map`, as text.
    pub translate: String,
    /// What else tells statements apart that have one shape.
    pub token: String,
}

/// A compiled statement and when it was made.
#[derive(Debug)]
pub struct Cached {
    /// The statement.
    pub compiled: Rc<Compiled>,
    /// Virtual time.
    pub made_micros: u64,
    used: Cell<u64>,
}

/// How a statement was found; decides what the log says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum CacheStats {
    Hit,
    Miss,
    NoKey,
    Disabled,
}

/// At most `capacity` statements, and half as many again until the oldest are thrown away.
#[derive(Debug)]
pub struct CompiledCache {
    capacity: usize,
    entries: RefCell<HashMap<Key, Rc<Cached>>>,
    counter: Cell<u64>,
    /// Of the option `compiled_cache`, by the dictionary's identity.
    of_programs: RefCell<HashMap<usize, Rc<CompiledCache>>>,
}

impl CompiledCache {
    /// An empty cache. `capacity`: 0 never keeps anything.
    pub fn new(capacity: usize) -> Rc<Self> {
        Rc::new(Self { capacity, entries: RefCell::default(), counter: Cell::new(0), of_programs: RefCell::default() })
    }

    /// Whether it keeps anything.
    pub fn is_enabled(&self) -> bool {
        self.capacity > 0
    }

    /// The cache behind a dictionary of the program's.
    pub fn of_program(&self, dictionary: usize) -> Rc<Self> {
        self.of_programs.borrow_mut().entry(dictionary).or_insert_with(|| Self::new(usize::MAX / 2)).clone()
    }

    fn tick(&self) -> u64 {
        let next = self.counter.get() + 1;
        self.counter.set(next);
        next
    }

    /// A statement of the same shape.
    pub fn get(&self, key: &Key) -> Option<Rc<Cached>> {
        let found = self.entries.borrow().get(key).cloned();
        if let Some(found) = &found {
            found.used.set(self.tick());
        }
        found
    }

    /// When the same statement was compiled for another `schema_translate_map`: to the reference, whose
    /// compiled text has the schemas filled in later, it is one statement.
    pub fn made_for_other_schemas(&self, key: &Key) -> Option<u64> {
        if key.translate.is_empty() {
            return None;
        }
        let entries = self.entries.borrow();
        let alike = entries.iter().filter(|(it, _)| {
            !it.translate.is_empty()
                && it.statement == key.statement
                && it.column_keys == key.column_keys
                && it.for_executemany == key.for_executemany
        });
        alike.map(|(_, it)| it.made_micros).min()
    }

    /// Keeps a statement.
    pub fn put(&self, key: Key, compiled: Rc<Compiled>, made_micros: u64) -> Rc<Cached> {
        let cached = Rc::new(Cached { compiled, made_micros, used: Cell::new(self.tick()) });
        let mut entries = self.entries.borrow_mut();
        entries.insert(key, cached.clone());
        if entries.len() > self.capacity + self.capacity / 2 {
            let mut used: Vec<u64> = entries.values().map(|it| it.used.get()).collect();
            used.sort_unstable();
            let limit = used[used.len() - self.capacity];
            entries.retain(|_, it| it.used.get() >= limit);
        }
        cached
    }

    /// How many statements it keeps.
    pub fn len(&self) -> usize {
        self.entries.borrow().len()
    }
    /// Whether it keeps none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// Throws all away.
    pub fn clear(&self) {
        self.entries.borrow_mut().clear();
    }
}
