//! The mapped classes of a run, for the diagram.

use serde::{Deserialize, Serialize};

/// All of them, in the order of mapping.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Models {
    /// Classes.
    pub models: Vec<Model>,
    /// Tables without a class of their own, such as association tables.
    pub tables: Vec<TableModel>,
}

/// A mapped class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Model {
    /// `Author`
    pub name: String,
    /// The class it inherits its mapping from.
    pub base: Option<String>,
    /// `polymorphic_identity`, as Python shows it.
    pub identity: Option<String>,
    /// Its table; that of the base for single-table inheritance.
    pub table: String,
    /// It has a table of its own.
    pub has_table: bool,
    /// Column attributes in order.
    pub columns: Vec<ColumnModel>,
    /// Relationships in order.
    pub relationships: Vec<RelationshipModel>,
    /// Indexes of its table.
    pub indexes: Vec<String>,
}

/// A table without a class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableModel {
    /// Its name.
    pub name: String,
    /// In order.
    pub columns: Vec<ColumnModel>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(clippy::struct_excessive_bools, reason = "a column is or is not each of these")]
pub struct ColumnModel {
    /// The attribute's name; the column's where there is no class.
    pub name: String,
    /// The column's name, if it is another one.
    pub column: Option<String>,
    /// As DDL writes it.
    pub type_name: String,
    /// Part of the primary key.
    pub is_primary_key: bool,
    /// What it refers to, such as `author.id`.
    pub references: Option<String>,
    /// NULL is allowed.
    pub is_nullable: bool,
    /// No two rows have the same value.
    pub is_unique: bool,
    /// It has an index.
    pub is_indexed: bool,
}

/// A relationship.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelationshipModel {
    /// Its attribute.
    pub name: String,
    /// The class it leads to.
    pub target: String,
    /// Which side holds the foreign key.
    pub direction: Direction,
    /// It is a collection.
    pub is_collection: bool,
    /// `lazy=`
    pub lazy: String,
    /// The association table.
    pub secondary: Option<String>,
    /// The attribute on the other side.
    pub back: Option<String>,
    /// `viewonly=True`
    pub is_view_only: bool,
}

/// Which side holds the foreign key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Direction {
    OneToMany,
    ManyToOne,
    ManyToMany,
}
