//! Values on their way between a program and the database.

use crate::util::pyrepr;
use std::any::Any;
use std::fmt::Debug;
use std::rc::Rc;

/// A value of the host language that the core passes along without looking inside: a Decimal, a date,
/// an enum member, anything of the user's.
pub trait HostObject: Debug {
    /// What the host prints for it in messages.
    fn repr(&self) -> String;
    /// The host's `str`.
    fn display(&self) -> String {
        self.repr()
    }
    /// The host's `==`; an error of the host counts as unequal.
    fn equals(&self, other: &dyn HostObject) -> bool;
    /// The items of a list, tuple or other iterable, for an expanding parameter.
    fn items(&self) -> Option<Vec<Value>> {
        None
    }
    /// Keys and values of a dictionary.
    fn pairs(&self) -> Option<Vec<(Value, Value)>> {
        None
    }
    /// The plain value of an instance of a subclass of text, numbers or bytes.
    fn plain(&self) -> Option<Value> {
        None
    }
    /// A text that Rust cannot hold, with what stands for its lone surrogates.
    fn odd_text(&self) -> Option<Rc<str>> {
        None
    }
    /// Which object it is.
    fn identity(&self) -> usize {
        0
    }
    /// The host's `hash`; its error, as text.
    ///
    /// # Errors
    /// What the host says of an object that has none.
    fn hash(&self) -> Result<(), String> {
        Ok(())
    }
    /// Whether a dictionary has a key.
    fn has_key(&self, _key: &str) -> bool {
        false
    }
    /// Gives a dictionary a key that stands for something kept elsewhere.
    fn add_key(&self, _key: &str) {}
    /// The length in seconds of a time span.
    fn seconds(&self) -> Option<f64> {
        None
    }
    /// Whether it is a list or a tuple.
    fn is_list(&self) -> bool {
        false
    }
    /// The SQL type that a value like this has when nothing else says so; `None` for no known one.
    fn sql_type(&self) -> Option<super::types::Type> {
        None
    }
    /// For the host to find its own type again.
    fn as_any(&self) -> &dyn Any;
}

/// A value of the program, before it is processed for the database or after it came from there.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Value {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(Rc<str>),
    Bytes(Rc<[u8]>),
    /// Several values for an expanding parameter (`IN`), or a tuple among them.
    List(Rc<[Value]>),
    Host(Rc<dyn HostObject>),
}

impl Value {
    /// Text as a value.
    pub fn text(text: impl Into<Rc<str>>) -> Self {
        Self::Text(text.into())
    }

    /// Whether this is NULL / None.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The items of a list or of the host's.
    pub fn items(&self) -> Option<Vec<Value>> {
        match self {
            Self::List(items) => Some(items.to_vec()),
            Self::Host(object) => object.items(),
            _ => None,
        }
    }

    /// Python's `str`.
    pub fn display(&self) -> String {
        match self {
            Self::Text(text) => text.to_string(),
            Self::Host(object) => object.display(),
            other => other.repr(),
        }
    }

    /// Python's `repr`, for log lines and messages.
    pub fn repr(&self) -> String {
        match self {
            Self::Null => "None".to_owned(),
            Self::Bool(true) => "True".to_owned(),
            Self::Bool(false) => "False".to_owned(),
            Self::Int(value) => value.to_string(),
            Self::Float(value) => pyrepr::float_repr(*value),
            Self::Text(value) => pyrepr::str_repr(value),
            Self::Bytes(value) => pyrepr::bytes_repr(value),
            Self::List(values) => {
                let inner: Vec<_> = values.iter().map(Value::repr).collect();
                if let [one] = &inner[..] { format!("({one},)") } else { format!("({})", inner.join(", ")) }
            }
            Self::Host(value) => value.repr(),
        }
    }
}

/// Python's `==` on these values: numbers compare across kinds.
impl PartialEq for Value {
    #[allow(clippy::float_cmp, clippy::cast_precision_loss)]
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Text(a), Self::Text(b)) => a == b,
            (Self::Bytes(a), Self::Bytes(b)) => a == b,
            (Self::List(a), Self::List(b)) => a == b,
            (Self::Host(a), Self::Host(b)) => a.equals(&**b),
            (Self::Int(a), Self::Int(b)) => a == b,
            (Self::Bool(a), Self::Bool(b)) => a == b,
            (Self::Float(a), Self::Float(b)) => a == b,
            (Self::Int(a), Self::Float(b)) | (Self::Float(b), Self::Int(a)) => *a as f64 == *b,
            (Self::Bool(a), Self::Int(b)) | (Self::Int(b), Self::Bool(a)) => i64::from(*a) == *b,
            _ => false,
        }
    }
}

/// An exception of the host language that passes through the core unchanged.
#[derive(Clone)]
pub struct HostError(pub Rc<dyn Any>);

impl Debug for HostError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("HostError")
    }
}

/// A place for the host's own object that stands for a core object, so that it is the same each time.
#[derive(Default)]
pub struct HostSlot(std::cell::RefCell<Option<Rc<dyn Any>>>);

impl HostSlot {
    /// What was put there.
    pub fn get(&self) -> Option<Rc<dyn Any>> {
        self.0.borrow().clone()
    }
    /// Puts the host's object there.
    pub fn set(&self, object: Rc<dyn Any>) {
        *self.0.borrow_mut() = Some(object);
    }
    /// Empties it, to break a cycle.
    pub fn clear(&self) {
        *self.0.borrow_mut() = None;
    }
}

impl Debug for HostSlot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("HostSlot")
    }
}
