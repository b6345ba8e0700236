//! Identity keys and the identity map: weak for clean instances, strong for changed ones (the state's hold).
//! Mirrors `orm/identity.py`.

use super::mapper::MapperId;
use super::state::StateRef;
use crate::sql::value::Value;
use hashlink::LinkedHashMap;
use std::cell::{Cell, RefCell};
use std::hash::{Hash, Hasher};
use std::rc::Rc;

/// Base mapper and primary key.
#[derive(Clone, Debug, PartialEq)]
pub struct IdentityKey {
    /// The base mapper of the hierarchy.
    pub mapper: MapperId,
    /// Primary key values in the mapper's order.
    pub values: Rc<[Value]>,
}

impl Eq for IdentityKey {}

impl Hash for IdentityKey {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.mapper.hash(hasher);
        for value in &*self.values {
            hash_value(value, hasher);
        }
    }
}

/// Hashes alike what compares equal: `1`, `1.0` and `True`.
fn hash_value<H: Hasher>(value: &Value, hasher: &mut H) {
    match value {
        Value::Null => 0_u8.hash(hasher),
        Value::Bool(it) => i64::from(*it).hash(hasher),
        Value::Int(it) => it.hash(hasher),
        #[allow(clippy::cast_possible_truncation, clippy::float_cmp, clippy::cast_precision_loss)]
        Value::Float(it) if (*it as i64) as f64 == *it => (*it as i64).hash(hasher),
        Value::Float(it) => it.to_bits().hash(hasher),
        Value::Text(it) => it.hash(hasher),
        Value::Bytes(it) => it.hash(hasher),
        Value::List(it) => it.iter().for_each(|v| hash_value(v, hasher)),
        Value::Host(it) => it.repr().hash(hasher),
    }
}

/// The persistent instances of a session by key, in the order they came in.
#[derive(Debug, Default)]
pub struct IdentityMap {
    states: RefCell<LinkedHashMap<IdentityKey, StateRef>>,
    /// Size at which dead entries are swept next.
    sweep_at: Cell<usize>,
}

impl IdentityMap {
    /// The living state of a key.
    pub fn get(&self, key: &IdentityKey) -> Option<StateRef> {
        self.states.borrow().get(key).filter(|it| it.is_alive()).cloned()
    }

    /// Puts a state there in place of whatever has its key.
    pub fn replace(&self, key: IdentityKey, state: &StateRef) -> Option<StateRef> {
        let mut states = self.states.borrow_mut();
        if states.len() >= self.sweep_at.get().max(64) {
            states.retain(|_, it| it.is_alive());
            self.sweep_at.set(states.len() * 2);
        }
        states.replace(key, state.clone()).filter(|old| old.is_alive() && !Rc::ptr_eq(old, state))
    }

    /// Takes a state out, if it is the one that is there.
    pub fn discard(&self, key: &IdentityKey, state: &StateRef) {
        let mut states = self.states.borrow_mut();
        if states.get(key).is_some_and(|it| Rc::ptr_eq(it, state)) {
            states.remove(key);
        }
    }

    /// Whether this very state is in the map.
    pub fn contains_state(&self, state: &StateRef) -> bool {
        state.key().is_some_and(|key| self.states.borrow().get(&key).is_some_and(|it| Rc::ptr_eq(it, state)))
    }

    /// All living states.
    pub fn all_states(&self) -> Vec<StateRef> {
        self.states.borrow().values().filter(|it| it.is_alive()).cloned().collect()
    }

    /// How many live.
    pub fn len(&self) -> usize {
        self.states.borrow().values().filter(|it| it.is_alive()).count()
    }

    /// Whether none lives.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Forgets all; returns those that lived.
    pub fn clear(&self) -> Vec<StateRef> {
        let all = self.all_states();
        self.states.borrow_mut().clear();
        all
    }
}
