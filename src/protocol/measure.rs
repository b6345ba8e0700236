//! What one run of a program took, for the comparison of loading strategies.

use super::Outcome;
use serde::{Deserialize, Serialize};

/// A strategy that is forced on relationships.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Loading {
    Select,
    Joined,
    Selectin,
    Subquery,
    Immediate,
    Raise,
}

/// What a run took.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// How it ended.
    pub outcome: Outcome,
    /// Statements.
    pub statements: u64,
    /// SELECT statements.
    pub selects: u64,
    /// Round trips: connecting, statements, COMMIT and ROLLBACK.
    pub round_trips: u64,
    /// Rows received.
    pub rows: u64,
    /// Values in them.
    pub cells: u64,
    /// Bytes of the values.
    pub bytes: u64,
    /// Rows that brought an instance which the same result had brought already.
    pub duplicate_rows: u64,
    /// Instances made of rows.
    pub loaded_objects: u64,
    /// Virtual time.
    pub virtual_micros: u64,
    /// Virtual time that the program slept.
    pub slept_micros: u64,
    /// Real time.
    pub elapsed_micros: u64,
    /// What it printed.
    pub output: String,
    /// The texts of its first SELECT statements that were not sent before, with how often each was sent.
    pub shapes: Vec<(String, u64)>,
}
