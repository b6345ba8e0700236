//! Column specifications of CREATE TABLE.

use super::constraints::on_conflict;
use super::*;
use crate::sql::compile::types;
use crate::sql::types::TypePlace;

impl Ddl<'_> {
    /// `sqlite_autoincrement=True` writes the key at the column.
    pub(super) fn is_sqlite_autoincrement(&self, table: &Table, column: &ColumnRef) -> bool {
        self.dialect.kind == DialectKind::Sqlite
            && Self::is_on(table, "sqlite_autoincrement")
            && table.primary_key().len() == 1
            && column.is_primary_key()
            && column.ty().affinity() == Affinity::Integer
            && column.foreign_keys().is_empty()
    }

    /// A column with its CHECK constraints.
    pub(super) fn create_column(&mut self, table: &TableRef, column: &ColumnRef) -> Result<String, CompileError> {
        let mut text = self.column_specification(table, column)?;
        let checks = column.schema.as_ref().map(|it| it.checks.borrow().clone()).unwrap_or_default();
        for check in &checks {
            if let Some(check) = self.constraint(check)? {
                text = format!("{text} {check}");
            }
        }
        Ok(text)
    }

    pub(super) fn column_specification(
        &mut self,
        table: &TableRef,
        column: &ColumnRef,
    ) -> Result<String, CompileError> {
        let Some(schema) = &column.schema else { return Ok(String::new()) };
        let kind = self.dialect.kind;
        let ty = column.ty();
        let autoincrement = table.autoincrement_column().is_some_and(|it| it.id == column.id);
        let default = self.default_text(column)?;
        let mut type_text = types::type_text_at(&ty, TypePlace::Column(column), self.dialect)?;
        if kind == DialectKind::Postgresql
            && autoincrement
            && schema.identity.borrow().is_none()
            && schema.default.borrow().is_none()
            && default.is_none()
        {
            type_text = match type_text.as_str() {
                "BIGINT" => "BIGSERIAL",
                "SMALLINT" => "SMALLSERIAL",
                _ => "SERIAL",
            }
            .to_owned();
        }
        let mut text = format!("{} {type_text}", self.column(column));
        let nullable = schema.nullable.get();
        let computed = schema.computed.borrow().clone();
        let identity = schema.identity.borrow().clone();
        let computed_text = match &computed {
            Some(computed) if kind == DialectKind::Oracle && computed.persisted == Some(true) => {
                return Err(CompileError::compile(
                    "Oracle Database computed columns do not support 'stored' persistence; set the 'persisted' flag to \
                     None or False for Oracle Database support.",
                ));
            }
            Some(computed) => Some(format!(
                "GENERATED ALWAYS AS ({}){}",
                self.sql(&computed.sqltext)?,
                match computed.persisted {
                    Some(true) => " STORED",
                    Some(false) => " VIRTUAL",
                    None => "",
                }
            )),
            None => None,
        };
        match kind {
            DialectKind::Sqlite => {
                if let Some(default) = default {
                    let bare = default.trim_start();
                    let wrapped = bare.starts_with(['\'', '"', '(']);
                    let complex = default.chars().any(|c| !(c.is_alphanumeric() || c == '_'));
                    text += &if !wrapped && complex {
                        format!(" DEFAULT ({default})")
                    } else {
                        format!(" DEFAULT {default}")
                    };
                }
                if !nullable {
                    text += " NOT NULL";
                    text += &on_conflict(column_option(column, "sqlite_on_conflict_not_null"));
                }
                if column.is_primary_key() {
                    if schema.autoincrement.get() == crate::sql::schema::Autoincrement::True
                        && table.primary_key().len() != 1
                    {
                        return Err(CompileError::compile(
                            "SQLite does not support autoincrement for composite primary keys",
                        ));
                    }
                    if self.is_sqlite_autoincrement(table, column) {
                        let conflict = on_conflict(column_option(column, "sqlite_on_conflict_primary_key"));
                        text = format!("{text} PRIMARY KEY{conflict} AUTOINCREMENT");
                    }
                }
                if let Some(computed) = computed_text {
                    text = format!("{text} {computed}");
                }
            }
            DialectKind::Mysql => {
                if let Some(computed) = computed_text {
                    text = format!("{text} {computed}");
                }
                if !nullable {
                    text += " NOT NULL";
                } else if type_text.starts_with("TIMESTAMP") {
                    text += " NULL";
                }
                if let Some(comment) = &*schema.comment.borrow() {
                    text += &format!(" COMMENT {}", quoted(comment, self.dialect));
                }
                if autoincrement && schema.server_default.borrow().is_none() {
                    text += " AUTO_INCREMENT";
                } else if let Some(default) = default {
                    text += &if is_mysql_expression(&default) {
                        format!(" DEFAULT ({default})")
                    } else {
                        format!(" DEFAULT {default}")
                    };
                }
            }
            _ => {
                if let Some(default) = default {
                    text = format!("{text} DEFAULT {default}");
                }
                if let Some(computed) = computed_text {
                    text = format!("{text} {computed}");
                }
                let identity = identity.filter(|_| self.dialect.supports_identity_columns);
                if let Some(identity) = &identity {
                    let oracle = kind == DialectKind::Oracle;
                    let when = match identity.always {
                        Some(true) => "ALWAYS",
                        None if oracle => "",
                        _ => "BY DEFAULT",
                    };
                    let on_null = if oracle && identity.on_null { " ON NULL" } else { "" };
                    text = format!("{text} GENERATED {when}{on_null} AS IDENTITY");
                    let options = self.sequence_options(&identity.options, identity.order);
                    if !options.is_empty() {
                        text = format!("{text} ({options})");
                    }
                }
                if !nullable && identity.is_none() {
                    text += " NOT NULL";
                } else if nullable && identity.is_some() && kind == DialectKind::Postgresql {
                    text += " NULL";
                }
            }
        }
        Ok(text)
    }

    pub(super) fn default_text(&self, column: &ColumnRef) -> Result<Option<String>, CompileError> {
        let Some(schema) = &column.schema else { return Ok(None) };
        Ok(match &*schema.server_default.borrow() {
            Some(ServerDefault::Text(text)) => Some(quoted(text, self.dialect)),
            Some(ServerDefault::Clause(clause)) => Some(self.sql(clause)?),
            Some(ServerDefault::Fetched) | None => None,
        })
    }
}

pub(super) fn column_option(column: &ColumnRef, name: &str) -> Option<Value> {
    column.schema.as_ref()?.options.borrow().get(name).filter(|it| !it.is_null()).cloned()
}

/// MySQL wants parentheses around what is more than a word, a string or a current time.
fn is_mysql_expression(default: &str) -> bool {
    let upper = default.to_uppercase();
    let updates = upper.match_indices("UPDATE").any(|(at, _)| {
        upper[..at].trim_end_matches(' ').len() < at && upper[..at].trim_end_matches(' ').ends_with("ON")
    });
    let is_now = ["NOW(", "CURRENT_TIMESTAMP("].iter().filter_map(|it| upper.strip_prefix(it)).any(|it| {
        it.split_once(')').is_some_and(|(digits, _)| !digits.is_empty() && digits.bytes().all(|c| c.is_ascii_digit()))
    });
    !default.trim_start().starts_with(['\'', '"', '('])
        && !updates
        && !is_now
        && default.lines().next().is_some_and(|it| it.chars().any(|c| !(c.is_alphanumeric() || c == '_')))
}
