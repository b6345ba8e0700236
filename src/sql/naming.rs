//! Naming conventions: names of constraints and indexes by template. Mirrors `sql/naming.py`.

use super::error::SqlError;
use super::expr::ExprKind;
use super::labels::{LabelText, column_tq_label};
use super::schema::{ColumnRef, Constraint, ConstraintKind, Index, MetaData, Table};
use super::schema_ops::{referred_column, target_tokens};
use std::rc::Rc;

/// The name of a constraint by the convention; `None` where none applies or the name is final already.
///
/// # Errors
/// A template that asks for a name that is not there.
pub fn constraint_name(
    constraint: &Constraint,
    table: &Table,
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
    };
    if kind == "pk" && constraint.columns.borrow().is_empty() {
        return Ok(None);
    }
    let own = constraint.name.borrow().clone();
    let Some(template) = convention(metadata, kind) else { return Ok(None) };
    if own.is_some() && !template.contains("constraint_name") {
        return Ok(None);
    }
    let columns = match &constraint.kind {
        ConstraintKind::ForeignKey { elements, .. } => {
            elements.borrow().iter().filter_map(|it| it.parent.borrow().upgrade()).collect()
        }
        _ => constraint.columns.borrow().clone(),
    };
    Names { table, columns, constraint: Some(constraint), own }.fill(&template).map(Some)
}

/// The name of an index by the convention; the default one is `ix_table_column`.
///
/// # Errors
/// As [`constraint_name`].
pub fn index_name(index: &Index, table: &Table, metadata: &MetaData) -> Result<Option<Rc<str>>, SqlError> {
    let own = index.name.borrow().clone();
    let template: Rc<str> = convention(metadata, "ix").unwrap_or_else(|| "ix_%(column_0_label)s".into());
    if own.is_some() && !template.contains("constraint_name") {
        return Ok(None);
    }
    let columns = index
        .expressions
        .borrow()
        .iter()
        .flat_map(|it| match it.kind() {
            ExprKind::Column(column) => vec![column.clone()],
            _ => super::traverse::columns_in(it),
        })
        .collect();
    Names { table, columns, constraint: None, own }.fill(&template).map(Some)
}

fn convention(metadata: &MetaData, kind: &str) -> Option<Rc<str>> {
    let found = metadata.naming_convention.borrow().get(kind).cloned();
    match (found, kind) {
        (None, "ix") => Some("ix_%(column_0_label)s".into()),
        (found, _) => found,
    }
}

struct Names<'a> {
    table: &'a Table,
    columns: Vec<ColumnRef>,
    constraint: Option<&'a Constraint>,
    own: Option<Rc<str>>,
}

impl Names<'_> {
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
        let unknown = || SqlError::argument(format!("'{token}'"));
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
        match &self.constraint?.kind {
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
                match column_tq_label(column, LabelText::Plain(column.name())) {
                    Some(_) => format!("{schema}{}_{}", self.table.name, column.name()),
                    None => column.name().to_string(),
                }
            }
            _ => column.name().to_string(),
        })
    }
}
