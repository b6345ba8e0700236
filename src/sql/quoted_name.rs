//! A name with a word on its quoting. Mirrors `quoted_name` of `sql/elements.py`.

use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::rc::Rc;

/// A name and whether it is quoted, whatever its letters say. Equal to another by its letters alone.
#[derive(Clone, Debug)]
pub struct QuotedName {
    /// Its letters.
    pub text: Rc<str>,
    /// Forced quoting on or off; `None` quotes as needed.
    pub quote: Option<bool>,
}

impl QuotedName {
    /// A name with a word on its quoting.
    pub fn new(text: impl Into<Rc<str>>, quote: Option<bool>) -> Self {
        Self { text: text.into(), quote }
    }
}

impl<T: Into<Rc<str>>> From<T> for QuotedName {
    fn from(text: T) -> Self {
        Self { text: text.into(), quote: None }
    }
}

impl Deref for QuotedName {
    type Target = Rc<str>;
    fn deref(&self) -> &Rc<str> {
        &self.text
    }
}

impl std::fmt::Display for QuotedName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

impl PartialEq for QuotedName {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for QuotedName {}

impl Hash for QuotedName {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}
