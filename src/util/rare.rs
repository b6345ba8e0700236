//! A value that most of its owners never have: a pointer until somebody puts something in.

use std::cell::{OnceCell, Ref, RefCell, RefMut};
use std::ops::Deref;

/// A `RefCell<T>` that is made when it is written to. Reading one that was never written to gives the default.
#[derive(Clone, Debug)]
pub struct Rare<T>(OnceCell<Box<RefCell<T>>>);

impl<T> Default for Rare<T> {
    fn default() -> Self {
        Self(OnceCell::new())
    }
}

impl<T: Default> Rare<T> {
    /// The value, or its default.
    pub fn borrow(&self) -> RareRef<'_, T> {
        self.0.get().map_or_else(|| RareRef::Default(T::default()), |it| RareRef::Held(it.borrow()))
    }

    /// The value, to be written to.
    pub fn borrow_mut(&self) -> RefMut<'_, T> {
        self.0.get_or_init(Box::default).borrow_mut()
    }

    /// Changes the value if there is one: what takes away has nothing to do otherwise.
    pub fn change<R: Default>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        self.0.get().map_or_else(R::default, |it| change(&mut it.borrow_mut()))
    }
}

/// What [`Rare::borrow`] gives.
#[derive(Debug)]
pub enum RareRef<'a, T> {
    /// A value that was written.
    Held(Ref<'a, T>),
    /// Nothing was.
    Default(T),
}

impl<T> Deref for RareRef<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        match self {
            Self::Held(it) => it,
            Self::Default(it) => it,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_made_until_something_is_written() {
        let rare = Rare::<Vec<i32>>::default();
        assert!(rare.borrow().is_empty());
        assert_eq!(rare.change(Vec::pop), None);
        assert!(rare.0.get().is_none());
        rare.borrow_mut().push(3);
        assert_eq!(*rare.borrow(), [3]);
        assert_eq!(rare.change(Vec::pop), Some(3));
    }
}
