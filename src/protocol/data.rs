//! What was in the databases, and when: one list of row changes from which every moment follows.

use serde::{Deserialize, Serialize};

/// A point of the run: twice the number of a statement is its end, one more is what came between it and the
/// next one (a COMMIT, a ROLLBACK).
pub type Step = u32;

/// All that a run's databases held.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DataHistory {
    /// The databases, in the order of opening.
    pub databases: Vec<String>,
    /// Tables, in the order of their creation; a changed table is another one.
    pub tables: Vec<TableHistory>,
    /// Changes of rows, in order.
    pub changes: Vec<RowChange>,
    /// There was too much of it; the later changes are missing.
    pub is_cut: bool,
}

/// A table from its creation to its end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableHistory {
    /// Index of its database.
    pub database: u32,
    /// As in the schema.
    pub name: String,
    /// When it was there first.
    pub from: Step,
    /// When it was no longer there.
    pub until: Option<Step>,
    /// In order.
    pub columns: Vec<DataColumn>,
    /// Its CREATE TABLE, and its indexes after it.
    pub sql: Vec<String>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataColumn {
    /// Its name.
    pub name: String,
    /// Its type, as declared.
    pub type_name: String,
    /// It is part of the primary key.
    pub is_key: bool,
}

/// A row was added, changed or removed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RowChange {
    /// When.
    pub step: Step,
    /// Index of the table.
    pub table: u32,
    /// Which row: the rowid, or the key as text.
    pub row: DataCell,
    /// All its cells afterwards; `None` when it was removed.
    pub cells: Option<Vec<DataCell>>,
}

/// A value in a database.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[allow(missing_docs)]
pub enum DataCell {
    Null,
    Integer(i64),
    Real(f64),
    Text(String),
    /// Bytes: how many, and the first of them in hexadecimal digits.
    Blob {
        size_bytes: u64,
        start: String,
    },
}
