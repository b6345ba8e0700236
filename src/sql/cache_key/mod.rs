//! The cache key of a statement: equal for statements that differ only in bound values.
//!
//! The structure is hashed while walking, to 128 bits; the values are collected on the way, so that they
//! can be filled into a statement that was compiled before.

mod dml;
mod hash;
mod walk;

pub use walk::KeyWalker;

use super::compile::{SlotKey, Statement};
use super::expr::BindValue;
use super::value::Value;
use indexmap::IndexMap;
use std::rc::Rc;

/// A statement's structure as a number, and the values that its parameters have.
#[derive(Clone, Debug)]
pub struct CacheKey {
    /// The structure.
    pub hash: u128,
    values: Vec<(SlotKey, BindValue)>,
    /// What `params()` of the statement says.
    pub params: IndexMap<Rc<str>, Value>,
}

impl CacheKey {
    /// Which of the values a parameter has.
    pub fn place_of(&self, slot: &SlotKey) -> Option<usize> {
        self.values.iter().position(|it| it.0 == *slot)
    }
    /// A value by place.
    pub fn value(&self, place: usize) -> Option<&BindValue> {
        self.values.get(place).map(|it| &it.1)
    }
    /// How many values there are.
    pub fn len(&self) -> usize {
        self.values.len()
    }
    /// Whether there are no values.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}

/// The key; `None` when the statement cannot be cached: DDL, several VALUES, a type that forbids it.
pub fn cache_key(statement: &Statement) -> Option<CacheKey> {
    let mut walker = KeyWalker::new();
    walker.run(statement).then(|| {
        let (hash, params) = (walker.finish(), walker.take_params());
        CacheKey { hash, values: walker.take_values(), params }
    })
}

/// Where the values of the n-th ON CONFLICT of an INSERT begin among the statement's.
pub(in crate::sql) fn conflict_place(index: usize) -> u32 {
    u32::try_from(index + 1).unwrap_or(u32::MAX >> 16) << 16
}
