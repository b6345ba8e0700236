//! Naming conventions: names of constraints and indexes by template. Mirrors `sql/naming.py`.

use super::error::SqlError;
use super::labels::{LabelText, column_tq_label};
use super::schema::{ColumnRef, Constraint, ConstraintKind, Index, MetaData, TableRef};
use super::schema_ops::{referred_column, target_tokens};
use super::value::HostError;
use md5::{Digest, Md5};
use std::fmt::Debug;
use std::rc::Rc;

/// The host's part in names: tokens that are functions.
pub trait NamingTokens: Debug {
    /// What the function of a token gives for a constraint or an index of a table; `None`: there is none.
    fn token(&self, token: &str, named: &Named, table: &TableRef) -> Option<Result<String, HostError>>;
}

/// What gets a name.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Named {
    Constraint(Rc<Constraint>),
    Index(Rc<Index>),
}

/// The name of a constraint by the convention; `None` where none applies or the name is final already.
///
/// # Errors
/// A template that asks for a name that is not there.
pub fn constraint_name(
    constraint: &Rc<Constraint>,
    table: &TableRef,
    metadata: &MetaData,
) -> Result<Option<Rc<str>>, SqlError> {
    if constraint.name_is_final.get() {
        return Ok(None);
    }
    let kind = match &constraint.kind {
        ConstraintKind::PrimaryKey => "pk",
        ConstraintKind::Unique => "uq",
        ConstraintKind::Check { .. } => "ck",
        ConstraintKind::ForeignKey { .. } => "fk",
        ConstraintKind::Exclude(_) => return Ok(None),
    };
    if kind == "pk" && constraint.columns.borrow().is_empty() {
        return Ok(None);
    }
    let own = constraint.name.borrow().clone();
    let columns = match &constraint.kind {
        ConstraintKind::ForeignKey { elements, .. } => {
            elements.borrow().iter().filter_map(|it| it.parent.borrow().upgrade()).collect()
        }
        _ => constraint.columns.borrow().clone(),
    };
    let named = Named::Constraint(constraint.clone());
    Names { table, metadata, columns, named, own }.make(kind)
}

/// The name of an index by the convention; the default one is `ix_table_column`.
///
/// # Errors
/// As [`constraint_name`].
pub fn index_name(index: &Rc<Index>, table: &TableRef, metadata: &MetaData) -> Result<Option<Rc<str>>, SqlError> {
    if index.name_is_final.get() {
        return Ok(None);
    }
    let own = index.name.borrow().clone();
    let columns = index.columns();
    Names { table, metadata, columns, named: Named::Index(index.clone()), own }.make("ix")
}

/// A name of at most `limit` characters: one that was made up is cut, with a part of its hash at the end.
///
/// # Errors
/// `IdentifierError` for one that the program gave.
pub fn fit(name: &str, is_made_up: bool, limit: usize) -> Result<String, SqlError> {
    let length = name.chars().count();
    if length <= limit {
        return Ok(name.to_owned());
    }
    if !is_made_up {
        return Err(SqlError::Identifier(format!("Identifier '{name}' exceeds maximum length of {limit} characters")));
    }
    let hash = Md5::digest(name.as_bytes());
    let start: String = name.chars().take(limit - 8).collect();
    Ok(format!("{start}_{:02x}{:02x}", hash[14], hash[15]))
}

struct Names<'a> {
    table: &'a TableRef,
    metadata: &'a MetaData,
    columns: Vec<ColumnRef>,
    named: Named,
    own: Option<Rc<str>>,
}

impl Names<'_> {
    fn make(&self, kind: &str) -> Result<Option<Rc<str>>, SqlError> {
        let template: Option<Rc<str>> = match &*self.metadata.naming_convention.borrow() {
            Some(convention) => convention.get(kind).cloned(),
            None => (kind == "ix").then(|| "ix_%(column_0_label)s".into()),
        };
        match template {
            Some(template) if self.own.is_none() || template.contains("constraint_name") => {
                self.fill(&template).map(Some)
            }
            _ => Ok(None),
        }
    }

    /// Fills `%(token)s` in.
    fn fill(&self, template: &str) -> Result<Rc<str>, SqlError> {
        let mut out = String::new();
        let mut rest = template;
        while let Some(start) = rest.find("%(") {
            out += &rest[..start];
            let Some(len) = rest[start..].find(")s") else { break };
            out += &self.token(&rest[start + 2..start + len])?;
            rest = &rest[start + len + 2..];
        }
        out += rest;
        Ok(out.into())
    }

    fn token(&self, token: &str) -> Result<String, SqlError> {
        let tokens = self.metadata.naming_tokens.borrow().clone();
        if let Some(made) = tokens.and_then(|it| it.token(token, &self.named, self.table)) {
            return made.map_err(SqlError::Host);
        }
        match token {
            "table_name" => return Ok(self.table.name.to_string()),
            "constraint_name" => {
                return self.own.as_ref().map(ToString::to_string).ok_or_else(|| {
                    SqlError::invalid_request(
                        "Naming convention including %(constraint_name)s token requires that constraint is explicitly \
                         named.",
                    )
                });
            }
            "referred_table_name" => {
                return Ok(self.foreign_key(0).map(|it| target_tokens(&it).1.to_string()).unwrap_or_default());
            }
            _ => {}
        }
        let (referred, rest) = match token.strip_prefix("referred_") {
            Some(rest) => (true, rest),
            None => (false, token),
        };
        let unknown = || SqlError::Key(token.to_owned());
        let rest = rest.strip_prefix("column_").ok_or_else(unknown)?;
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let index: usize = digits.parse().map_err(|_| unknown())?;
        let rest = &rest[digits.len()..];
        let (separator, attribute) = if let Some(attribute) = rest.strip_prefix("_N_") {
            (Some("_"), attribute)
        } else if let Some(attribute) = rest.strip_prefix("N_") {
            (Some(""), attribute)
        } else {
            (None, rest.strip_prefix('_').ok_or_else(unknown)?)
        };
        match separator {
            None => self.part(index, attribute, referred),
            Some(separator) => {
                let parts = (0..self.columns.len())
                    .map(|it| self.part(it, attribute, referred))
                    .collect::<Result<Vec<_>, _>>()?;
                Ok(parts.join(separator))
            }
        }
    }

    fn foreign_key(&self, index: usize) -> Option<Rc<super::schema::ForeignKey>> {
        let Named::Constraint(constraint) = &self.named else { return None };
        match &constraint.kind {
            ConstraintKind::ForeignKey { elements, .. } => elements.borrow().get(index).cloned(),
            _ => None,
        }
    }

    fn part(&self, index: usize, attribute: &str, referred: bool) -> Result<String, SqlError> {
        if referred {
            let Some(key) = self.foreign_key(index) else { return Ok(String::new()) };
            return Ok(referred_column(&key)?.name().to_string());
        }
        let Some(column) = self.columns.get(index) else { return Ok(String::new()) };
        Ok(match attribute {
            "key" => column.key().to_string(),
            "label" => {
                // The DDL label does not give way to other columns' names.
                let schema = self.table.schema.as_ref().map(|it| it.replace('.', "_") + "_").unwrap_or_default();
                match column_tq_label(column, LabelText::Plain(column.name().into())) {
                    Some(_) => format!("{schema}{}_{}", self.table.name, column.name()),
                    None => column.name().to_string(),
                }
            }
            _ => column.name().to_string(),
        })
    }
}
