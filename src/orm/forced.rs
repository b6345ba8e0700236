//! One loading strategy forced on relationships, whatever the mapping and options say: to compare strategies.

use super::option_paths::LoadElement;
use super::relationships::{Lazy, Relationship};
use super::strategy_options::OptionAction;
use std::cell::RefCell;
use std::rc::Rc;

/// What is forced on the relationships that are declared from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forced {
    /// The strategy.
    pub lazy: Lazy,
    /// Only on this one, such as `Author.books`; else on all that are loaded by a strategy.
    pub only: Option<Rc<str>>,
}

thread_local! {
    static FORCED: RefCell<Option<Forced>> = const { RefCell::new(None) };
}

/// Forces a strategy, or none, from now on.
pub fn force(forced: Option<Forced>) {
    FORCED.set(forced);
}

/// Whether a strategy is forced.
pub fn is_forced() -> bool {
    FORCED.with_borrow(Option::is_some)
}

/// The strategy that is forced on a relationship declared as `declared`.
pub fn forced_on(class: &str, key: &str, declared: Lazy) -> Option<Lazy> {
    if matches!(declared, Lazy::NoLoad | Lazy::WriteOnly | Lazy::Dynamic) {
        return None;
    }
    FORCED.with_borrow(|it| {
        let forced = it.as_ref()?;
        let name = forced.only.as_deref().map(|it| it.split_once('.').unwrap_or(("", it)));
        name.is_none_or(|it| it == (class, key)).then_some(forced.lazy)
    })
}

impl Relationship {
    /// What an option says of its loading. `contains_eager()` says where the rows are, which stays true.
    pub fn lazy_of_option(&self, loadopt: Option<&LoadElement>) -> Option<Lazy> {
        let loadopt = loadopt?;
        if self.is_forced.get() && !matches!(loadopt.action, OptionAction::ContainsEager { .. }) {
            return None;
        }
        loadopt.lazy()
    }
}
