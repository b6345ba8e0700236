//! What a statement's text does not say by itself: its parameters, and how it reads for other databases.

use serde::{Deserialize, Serialize};

/// One parameter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parameter {
    /// SQLAlchemy's name for it, such as `author_id_1`.
    pub name: String,
    /// Its type as the database spells it; empty when it has none.
    pub type_name: String,
}

/// A database that is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum OtherDatabase {
    Postgresql,
    Mysql,
}

/// A statement as another database would get it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spelling {
    /// Which.
    pub database: OtherDatabase,
    /// The text, or why there is none.
    pub text: String,
    /// It cannot be written for this database.
    pub is_error: bool,
}
