//! Syntax extensions: elements of the host's that stand at fixed points of a statement. Mirrors `HasSyntaxExtensions`
//! of `sql/base.py`.

use super::expr::{Expr, Host};
use std::rc::Rc;

/// Where in a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExtensionPoint {
    /// Behind the word SELECT.
    PostSelect,
    /// Before the columns of a SELECT.
    PreColumns,
    /// Behind HAVING of a SELECT, behind WHERE of an UPDATE or DELETE.
    PostCriteria,
    /// Behind FOR UPDATE of a SELECT.
    PostBody,
    /// Behind VALUES of an INSERT.
    PostValues,
}

impl ExtensionPoint {
    /// The point of a name.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "post_select" => Self::PostSelect,
            "pre_columns" => Self::PreColumns,
            "post_criteria" => Self::PostCriteria,
            "post_body" => Self::PostBody,
            "post_values" => Self::PostValues,
            _ => return None,
        })
    }
}

/// The extensions of a statement, in the order in which those of one point are written.
pub type Extensions = Vec<(ExtensionPoint, Rc<Host>)>;

/// What tells an object of the host's apart from others of its class in a cache key.
pub enum KeyPart {
    /// Walked like any other expression.
    Expr(Expr),
    /// Anything else.
    Text(Rc<str>),
}
