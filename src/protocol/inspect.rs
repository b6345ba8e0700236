//! Questions about a finished run that its events do not answer: they are put to copies of its databases.

use super::DataCell;
use serde::{Deserialize, Serialize};

/// What the page wants to know.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// All that the databases held: [`super::DataHistory`].
    Data,
    /// A statement's plan, result and text with values: [`StatementFacts`].
    Statement {
        /// Its number.
        number: u32,
    },
    /// An index that would make a statement faster: [`Advice`], a list.
    Advice {
        /// Its number.
        number: u32,
    },
    /// The databases as files.
    Download {
        /// As they were after this statement; `None` for the end.
        number: Option<u32>,
        /// In this form.
        format: DownloadFormat,
    },
}

/// A form of a database.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DownloadFormat {
    /// SQLite's own.
    Sqlite,
    /// Statements that make it.
    Sql,
    /// One table, values separated by commas.
    Csv {
        /// Of this database.
        database: String,
        /// Its name.
        table: String,
    },
}

/// The answer to a [`Question`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// What the question says, as JSON: large answers cross as one text.
    Facts {
        /// The text.
        json: String,
    },
    /// Files to keep.
    Files {
        /// Each with its name.
        files: Vec<(String, Vec<u8>)>,
    },
    /// It cannot be known.
    Unknown {
        /// Why: one sentence for the reader.
        message: String,
    },
}

/// More about a statement.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StatementFacts {
    /// Its text with the values of the parameters in it; of the first set, where there are many.
    pub literal: String,
    /// How SQLite finds the rows, in the order of EXPLAIN QUERY PLAN.
    pub plan: Vec<PlanStep>,
    /// Why there is no plan.
    pub plan_error: Option<String>,
    /// What it returned, if it reads.
    pub result: Option<ResultPreview>,
}

/// A line of EXPLAIN QUERY PLAN.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanStep {
    /// Its number.
    pub id: i64,
    /// The line that it belongs to; 0 for none.
    pub parent: i64,
    /// As SQLite says it.
    pub detail: String,
}

/// The first rows of a result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ResultPreview {
    /// Names of its columns.
    pub columns: Vec<String>,
    /// The first rows.
    pub rows: Vec<Vec<DataCell>>,
    /// All rows.
    pub row_count: u64,
}

/// An index, tried on a copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// The statement that makes it.
    pub sql: String,
    /// The table that it is on.
    pub table: String,
    /// Its columns.
    pub columns: Vec<String>,
    /// The plan without it.
    pub before: Vec<PlanStep>,
    /// The plan with it.
    pub after: Vec<PlanStep>,
    /// Real time of the statement without it, nanoseconds.
    pub before_nanos: u64,
    /// The same with it.
    pub after_nanos: u64,
    /// Rows of the table.
    pub table_rows: u64,
}
