//! What the ORM did with instances, and what a flush is about to send.

use super::StatementKind;
use serde::{Deserialize, Serialize};

/// What happened to instances since the last statement, transaction or flush: the first few hundred changes one by
/// one, in order, the rest as counts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ObjectChanges {
    /// One by one.
    pub changes: Vec<ObjectChange>,
    /// How often what else happened, in the order of the first of each.
    pub rest: Vec<ObjectCount>,
}

/// Something that happened to one instance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ObjectChange {
    /// Which.
    pub object: ObjectName,
    /// The session it is in, from 1.
    pub session: Option<u64>,
    /// The line of the main file that was running, where known.
    pub line: Option<u32>,
    /// What.
    pub what: ObjectEvent,
}

/// The same of many instances, uncounted which.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ObjectCount {
    /// Their class.
    pub class: String,
    /// What, without values.
    pub what: ObjectEvent,
    /// How often.
    pub count: u32,
}

/// Which instance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectName {
    /// Its number in the run.
    pub number: u64,
    /// Its class.
    pub class: String,
    /// Its primary key as Python shows it; `None` before it has one.
    pub key: Option<String>,
}

/// What happened to an instance.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ObjectEvent {
    /// The program made it.
    Made,
    /// It moved between states.
    Became {
        /// Where it was.
        from: ObjectState,
        /// Where it is.
        to: ObjectState,
    },
    /// It came with a row of the statement before.
    Loaded {
        /// Its column attributes as Python shows them.
        values: Vec<(String, String)>,
    },
    /// The identity map had it.
    Found {
        /// No SELECT was needed; otherwise a row of one stood for it.
        by_key: bool,
    },
    /// Expired or deferred attributes were read again.
    Refreshed {
        /// As in `Loaded`.
        values: Vec<(String, String)>,
    },
    /// Attributes were dropped, to be read again.
    Expired {
        /// Which; `None` is all.
        attributes: Option<Vec<String>>,
    },
    /// Something was done to one attribute.
    Attribute {
        /// Its name.
        attribute: String,
        /// What.
        change: AttributeChange,
        /// Its value afterwards, where it was set.
        value: Option<String>,
    },
    /// Nothing referred to it any more.
    Freed,
}

/// The states of an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum ObjectState {
    Transient,
    Pending,
    Persistent,
    Deleted,
    Detached,
}

/// What was done to an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum AttributeChange {
    Read,
    Set,
    Deleted,
    Loaded,
    Appended,
    Removed,
}

/// One kind of statement on one table, at its place in the order of a flush.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FlushStep {
    /// INSERT, UPDATE or DELETE.
    pub kind: StatementKind,
    /// The table, with its schema.
    pub table: String,
    /// The first instances whose rows they are; of rows of a `secondary` table the parents.
    pub objects: Vec<ObjectName>,
    /// How many there are.
    pub object_count: usize,
    /// The relationship, for a `secondary` table: `Book.tags`.
    pub relationship: Option<String>,
    /// Steps that have to be sent before, from 0, and the relationship that asks for it.
    pub after: Vec<(usize, Option<String>)>,
    /// How many statements it takes.
    pub statement_count: usize,
    /// Why it takes more than one.
    pub separate_because: Vec<SeparateReason>,
}

/// Why rows go in statements of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeparateReason {
    /// Their keys come from the database and are needed for each object.
    NewKeys,
    /// They do not have the same columns.
    Columns,
    /// A column is set to an SQL expression.
    Expression,
    /// The version of each row is checked.
    Version,
    /// The mapper has `batch=False`.
    Unbatched,
}
