//! DDL: CREATE, DROP, constraints, column specifications.

use super::{CompileError, CompileOptions, Compiled, Compiler, Dialect, DialectKind, Kw, Statement, StatementKind};
use crate::sql::ddl::DdlElement;
use crate::sql::expr::{Expr, Query};
use crate::sql::naming;
use crate::sql::operators::Op;
use crate::sql::schema::{
    ColumnRef, Constraint, ConstraintKind, ForeignKeyOptions, Index, ServerDefault, Table, TableRef,
};
use crate::sql::schema_ops::referred_column;
use crate::sql::types::Affinity;
use crate::sql::value::Value;
use std::rc::Rc;

/// Compiles a DDL statement.
///
/// # Errors
/// `CompileError`.
pub fn compile_ddl(
    element: &DdlElement,
    dialect: &Dialect,
    options: &CompileOptions,
) -> Result<Compiled, CompileError> {
    let mut ddl = Ddl { dialect, options };
    let text = ddl.element(element)?;
    let compiler = Compiler::new(dialect, options);
    let mut compiled = compiler.finish(text, &Statement::Ddl(element.clone()))?;
    compiled.kind = StatementKind::Ddl;
    Ok(compiled)
}

struct Ddl<'a> {
    dialect: &'a Dialect,
    options: &'a CompileOptions,
}

impl Ddl<'_> {
    /// An expression with its values written in and without table names.
    fn sql(&self, expr: &Expr) -> Result<String, CompileError> {
        let mut compiler = Compiler::new(self.dialect, self.options);
        compiler.expr(expr, &Kw { include_table: false, literal_binds: true, ..Kw::default() })
    }

    fn table(&self, table: &Table, use_schema: bool) -> Result<String, CompileError> {
        let name = self.dialect.quote(&table.name, table.quote);
        let compiler = Compiler::new(self.dialect, self.options);
        Ok(match compiler.effective_schema(table.schema.as_ref(), true)? {
            Some(schema) if use_schema => format!("{schema}.{name}"),
            _ => name,
        })
    }

    fn column(&self, column: &ColumnRef) -> String {
        self.dialect.quote(&column.name(), column.quote)
    }

    fn columns(&self, columns: &[ColumnRef]) -> String {
        columns.iter().map(|it| self.column(it)).collect::<Vec<_>>().join(", ")
    }

    fn element(&mut self, element: &DdlElement) -> Result<String, CompileError> {
        let exists = |it: bool| if it { "IF EXISTS " } else { "" };
        let not_exists = |it: bool| if it { "IF NOT EXISTS " } else { "" };
        Ok(match element {
            DdlElement::CreateTable { table, if_not_exists, foreign_keys } => {
                self.create_table(table, *if_not_exists, foreign_keys.as_deref())?
            }
            DdlElement::DropTable { table, if_exists } => {
                format!("\nDROP TABLE {}{}", exists(*if_exists), self.table(table, true)?)
            }
            DdlElement::CreateIndex { index, if_not_exists } => self.create_index(index, *if_not_exists)?,
            DdlElement::DropIndex { index, if_exists } => {
                if index.name.borrow().is_none() {
                    return Err(CompileError::compile("DROP INDEX requires that the index have a name"));
                }
                let name = self.index_name(index, true)?;
                if self.dialect.kind == DialectKind::Mysql {
                    let table = index.table.borrow().upgrade();
                    let table = table.map(|it| self.table(&it, true)).transpose()?.unwrap_or_default();
                    format!("\nDROP INDEX {}{name} ON {table}", exists(*if_exists))
                } else {
                    let concurrently = if self.dialect.kind == DialectKind::Postgresql {
                        postgresql_options(index).before_name
                    } else {
                        ""
                    };
                    format!("\nDROP INDEX {concurrently}{}{name}", exists(*if_exists))
                }
            }
            DdlElement::AddConstraint(constraint) => {
                let table = self.constraint_table(constraint)?;
                let text = self.constraint(constraint)?.unwrap_or_default();
                format!("ALTER TABLE {} ADD {text}", self.table(&table, true)?)
            }
            DdlElement::DropConstraint { constraint, if_exists, cascade } => {
                let table = self.constraint_table(constraint)?;
                let Some(name) = self.constraint_name(constraint)? else {
                    return Err(CompileError::compile(format!(
                        "Can't emit DROP CONSTRAINT for constraint {}; it has no name",
                        constraint_repr(constraint)
                    )));
                };
                let cascade = if *cascade && self.dialect.kind != DialectKind::Mysql { " CASCADE" } else { "" };
                let word = match (self.dialect.kind, &constraint.kind) {
                    (DialectKind::Mysql, ConstraintKind::ForeignKey { .. }) => "FOREIGN KEY",
                    (DialectKind::Mysql, ConstraintKind::Unique) => "INDEX",
                    _ => "CONSTRAINT",
                };
                format!("ALTER TABLE {} DROP {word} {}{name}{cascade}", self.table(&table, true)?, exists(*if_exists))
            }
            DdlElement::CreateSchema { name, if_not_exists } => {
                format!("CREATE SCHEMA {}{}", not_exists(*if_not_exists), self.dialect.quote(name, None))
            }
            DdlElement::DropSchema { name, cascade, if_exists } => {
                let cascade = if *cascade { " CASCADE" } else { "" };
                format!("DROP SCHEMA {}{}{cascade}", exists(*if_exists), self.dialect.quote(name, None))
            }
            DdlElement::CreateView { table, query, or_replace, temporary, materialized, if_not_exists } => {
                let what = if *materialized { "MATERIALIZED VIEW" } else { "VIEW" };
                self.table_select(table, query, *or_replace, *temporary, what, *if_not_exists)?
            }
            DdlElement::CreateTableAs { table, query, temporary, if_not_exists } => {
                self.table_select(table, query, false, *temporary, "TABLE", *if_not_exists)?
            }
            DdlElement::DropView { table, materialized, if_exists } => {
                let what = if *materialized { "MATERIALIZED VIEW" } else { "VIEW" };
                format!("\nDROP {what} {}{}", exists(*if_exists), self.table(table, true)?)
            }
            DdlElement::SetTableComment(table) => {
                let text = self.comment_literal(table.comment.borrow().as_deref());
                let table = self.table(table, true)?;
                if self.dialect.kind == DialectKind::Mysql {
                    format!("ALTER TABLE {table} COMMENT {text}")
                } else {
                    format!("COMMENT ON TABLE {table} IS {text}")
                }
            }
            DdlElement::DropTableComment(table) => {
                let table = self.table(table, true)?;
                if self.dialect.kind == DialectKind::Mysql {
                    format!("ALTER TABLE {table} COMMENT ''")
                } else {
                    format!("COMMENT ON TABLE {table} IS NULL")
                }
            }
            DdlElement::CreateSequence { name, if_not_exists, options } => {
                let name = self.dialect.quote(name, None);
                let space = if options.is_empty() { "" } else { " " };
                format!("CREATE SEQUENCE {}{name}{space}{options}", not_exists(*if_not_exists))
            }
            DdlElement::SetColumnComment(column) => {
                let comment = column.schema.as_ref().and_then(|it| it.comment.borrow().clone());
                let text = self.comment_literal(comment.as_deref());
                match column.owner_table() {
                    Some(table) if self.dialect.kind == DialectKind::Mysql => {
                        let name = self.column(column);
                        let spec = self.column_specification(&table, column)?;
                        format!("ALTER TABLE {} CHANGE {name} {spec}", self.table(&table, true)?)
                    }
                    _ => format!("COMMENT ON COLUMN {} IS {text}", self.column_with_table(column)?),
                }
            }
            DdlElement::DropColumnComment(column) => {
                format!("COMMENT ON COLUMN {} IS NULL", self.column_with_table(column)?)
            }
            DdlElement::DropSequence { name, if_exists } => {
                format!("DROP SEQUENCE {}{}", exists(*if_exists), self.dialect.quote(name, None))
            }
            DdlElement::Text(text) => {
                if self.dialect.doubles_percents() {
                    text.replace('%', "%%")
                } else {
                    text.to_string()
                }
            }
        })
    }

    fn table_select(
        &mut self,
        table: &TableRef,
        query: &Query,
        or_replace: bool,
        temporary: bool,
        what: &str,
        if_not_exists: bool,
    ) -> Result<String, CompileError> {
        let mut compiler = Compiler::new(self.dialect, self.options);
        let select = compiler.query(query, &Kw { literal_binds: true, ..Kw::default() })?;
        let mut parts = vec!["CREATE"];
        if or_replace {
            parts.push("OR REPLACE");
        }
        if temporary {
            parts.push("TEMPORARY");
        }
        parts.push(what);
        if if_not_exists {
            parts.push("IF NOT EXISTS");
        }
        Ok(format!("{} {} AS {select}", parts.join(" "), self.table(table, true)?))
    }

    fn column_with_table(&self, column: &ColumnRef) -> Result<String, CompileError> {
        let table = column.owner_table().map(|it| self.table(&it, true)).transpose()?;
        Ok(table.map_or_else(|| self.column(column), |it| format!("{it}.{}", self.column(column))))
    }

    fn create_table(
        &mut self,
        table: &TableRef,
        if_not_exists: bool,
        foreign_keys: Option<&[Rc<Constraint>]>,
    ) -> Result<String, CompileError> {
        table.try_autoincrement_column()?;
        let mut text = "\nCREATE ".to_owned();
        for prefix in table.prefixes.borrow().iter() {
            text = format!("{text}{prefix} ");
        }
        text += "TABLE ";
        if if_not_exists {
            text += "IF NOT EXISTS ";
        }
        text = format!("{text}{} (", self.table(table, true)?);
        let mut separator = "\n";
        for column in table.columns.borrow().values() {
            if column.schema.as_ref().is_some_and(|it| it.system.get()) {
                continue;
            }
            let spec = self.column_specification(table, column).map_err(|error| match error {
                CompileError::Compile(message) => {
                    CompileError::Compile(format!("(in table '{}', column '{}'): {message}", table.name, column.name()))
                }
                other => other,
            })?;
            text = format!("{text}{separator}\t{spec}");
            let checks = column.schema.as_ref().map(|it| it.checks.borrow().clone()).unwrap_or_default();
            for check in &checks {
                if let Some(check) = self.constraint(check)? {
                    text = format!("{text} {check}");
                }
            }
            separator = ", \n";
        }
        let constraints = self.table_constraints(table, foreign_keys)?;
        if !constraints.is_empty() {
            text = format!("{text}{separator}\t{}", constraints.join(", \n\t"));
        }
        Ok(format!("{text}\n){}\n\n", self.post_create_table(table)))
    }

    fn comment_literal(&self, comment: Option<&str>) -> String {
        comment.map_or_else(|| "NULL".to_owned(), |it| super::literal::quoted(it, self.dialect))
    }

    fn option(table: &Table, name: &str) -> Option<Value> {
        table.options.borrow().get(name).cloned()
    }

    fn is_on(table: &Table, name: &str) -> bool {
        match Self::option(table, name) {
            Some(Value::Bool(it)) => it,
            Some(Value::Int(it)) => it != 0,
            _ => false,
        }
    }

    fn post_create_table(&self, table: &Table) -> String {
        let mut options = Vec::new();
        match self.dialect.kind {
            DialectKind::Sqlite => {
                if matches!(Self::option(table, "sqlite_with_rowid"), Some(Value::Bool(false))) {
                    options.push("WITHOUT ROWID".to_owned());
                }
                if Self::is_on(table, "sqlite_strict") {
                    options.push("STRICT".to_owned());
                }
            }
            DialectKind::Mysql => {
                for (name, value) in table.options.borrow().iter() {
                    let Some(name) = name.strip_prefix("mysql_") else { continue };
                    let name = name.to_uppercase();
                    let spaced =
                        ["DIRECTORY", "CHARACTER_SET", "CHARSET", "COLLATE"].iter().any(|it| name.ends_with(it));
                    let name = if spaced { name.replace('_', " ") } else { name };
                    let joiner = if matches!(&*name, "TABLESPACE" | "DEFAULT CHARACTER SET" | "CHARACTER SET") {
                        " "
                    } else {
                        "="
                    };
                    let quoted = matches!(&*name, "PASSWORD" | "CONNECTION" | "DATA DIRECTORY" | "INDEX DIRECTORY");
                    let value = value.display();
                    let value = if quoted { super::literal::quoted(&value, self.dialect) } else { value };
                    options.push(format!("{name}{joiner}{value}"));
                }
                if let Some(comment) = &*table.comment.borrow() {
                    options.push(format!("COMMENT={}", super::literal::quoted(comment, self.dialect)));
                }
                return options.join(" ");
            }
            _ => {}
        }
        if options.is_empty() { String::new() } else { format!("\n {}", options.join(",\n ")) }
    }

    /// `sqlite_autoincrement=True` writes the key at the column.
    fn is_sqlite_autoincrement(&self, table: &Table, column: &ColumnRef) -> bool {
        self.dialect.kind == DialectKind::Sqlite
            && Self::is_on(table, "sqlite_autoincrement")
            && table.primary_key().len() == 1
            && column.is_primary_key()
            && column.ty().affinity() == Affinity::Integer
            && column.foreign_keys().is_empty()
    }

    fn column_specification(&mut self, table: &TableRef, column: &ColumnRef) -> Result<String, CompileError> {
        let Some(schema) = &column.schema else { return Ok(String::new()) };
        let kind = self.dialect.kind;
        let ty = column.ty();
        let autoincrement = table.autoincrement_column().is_some_and(|it| it.id == column.id);
        let default = self.default_text(column)?;
        let mut type_text = match (super::types::type_text(&ty, self.dialect), ty.is_null()) {
            (Ok(text), _) => text,
            (Err(error), _) => return Err(error),
        };
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
                }
                if let Some(comment) = &*schema.comment.borrow() {
                    text += &format!(" COMMENT {}", super::literal::quoted(comment, self.dialect));
                }
                if autoincrement && schema.server_default.borrow().is_none() {
                    text += " AUTO_INCREMENT";
                } else if let Some(default) = default {
                    let wrapped = default.starts_with(['\'', '"', '(']) || !default.contains('(');
                    text += &if wrapped { format!(" DEFAULT {default}") } else { format!(" DEFAULT ({default})") };
                }
            }
            _ => {
                if let Some(default) = default {
                    text = format!("{text} DEFAULT {default}");
                }
                if let Some(computed) = computed_text {
                    text = format!("{text} {computed}");
                }
                if let Some(identity) = &identity {
                    text = format!(
                        "{text} GENERATED {} AS IDENTITY",
                        if identity.always { "ALWAYS" } else { "BY DEFAULT" }
                    );
                    if !identity.options.is_empty() {
                        text = format!("{text} ({})", identity.options);
                    }
                }
                if !nullable && identity.is_none() {
                    text += " NOT NULL";
                } else if nullable && identity.is_some() {
                    text += " NULL";
                }
            }
        }
        Ok(text)
    }

    fn default_text(&self, column: &ColumnRef) -> Result<Option<String>, CompileError> {
        let Some(schema) = &column.schema else { return Ok(None) };
        Ok(match &*schema.server_default.borrow() {
            Some(ServerDefault::Text(text)) => Some(super::literal::quoted(text, self.dialect)),
            Some(ServerDefault::Clause(clause)) => Some(self.sql(clause)?),
            Some(ServerDefault::Fetched) | None => None,
        })
    }

    /// The constraints of CREATE TABLE: the primary key, then the others in the order in which they were made.
    fn table_constraints(
        &mut self,
        table: &TableRef,
        foreign_keys: Option<&[Rc<Constraint>]>,
    ) -> Result<Vec<String>, CompileError> {
        let mut constraints = table.constraints.borrow().clone();
        constraints.sort_by_key(|it| (!matches!(it.kind, ConstraintKind::PrimaryKey), it.order));
        let mut texts = Vec::new();
        for constraint in constraints.iter().filter(|it| !it.is_apart.get()) {
            if let ConstraintKind::ForeignKey { options, .. } = &constraint.kind {
                if foreign_keys.is_some_and(|it| !it.iter().any(|f| Rc::ptr_eq(f, constraint))) {
                    continue;
                }
                if self.dialect.supports_alter && options.use_alter {
                    continue;
                }
            }
            if let ConstraintKind::Check { .. } = &constraint.kind
                && constraint.implicit
                && self.is_native(constraint)
            {
                continue;
            }
            if let Some(text) = self.constraint(constraint)?
                && !text.is_empty()
            {
                texts.push(text);
            }
        }
        Ok(texts)
    }

    /// A CHECK made for Boolean or Enum is left out where the database has the type.
    fn is_native(&self, constraint: &Constraint) -> bool {
        constraint.columns.borrow().first().is_some_and(|it| match it.ty().affinity() {
            Affinity::Boolean => self.dialect.supports_native_boolean,
            Affinity::Enum => self.dialect.supports_native_enum,
            _ => false,
        })
    }

    fn constraint_table(&self, constraint: &Constraint) -> Result<TableRef, CompileError> {
        constraint.table.borrow().upgrade().ok_or_else(|| {
            CompileError::invalid_request(
                "This constraint is not bound to a table.  Did you mean to call table.append_constraint(constraint) ?",
            )
        })
    }

    /// The constraint's name, by the naming convention if it has none of its own.
    fn constraint_name(&self, constraint: &Rc<Constraint>) -> Result<Option<String>, CompileError> {
        let own = constraint.name.borrow().clone();
        let table = constraint.table.borrow().upgrade();
        let by_convention = match &table {
            Some(table) => match table.metadata.upgrade() {
                Some(metadata) => naming::constraint_name(constraint, table, &metadata)?,
                None => None,
            },
            None => None,
        };
        let is_made_up = by_convention.is_some() || constraint.name_is_final.get();
        let Some(name) = by_convention.or(own) else { return Ok(None) };
        let limit = if self.dialect.kind == DialectKind::Mysql { 64 } else { self.dialect.max_identifier_length };
        Ok(Some(self.dialect.quote(&naming::fit(&name, is_made_up, limit)?, None)))
    }

    fn constraint(&mut self, constraint: &Rc<Constraint>) -> Result<Option<String>, CompileError> {
        let mut text = match self.constraint_name(constraint)? {
            Some(name) => format!("CONSTRAINT {name} "),
            None => String::new(),
        };
        let columns = constraint.columns.borrow().clone();
        match &constraint.kind {
            ConstraintKind::PrimaryKey => {
                if columns.is_empty() {
                    return Ok(None);
                }
                let table = self.constraint_table(constraint)?;
                if let [column] = &columns[..]
                    && self.is_sqlite_autoincrement(&table, column)
                {
                    return Ok(None);
                }
                let mut columns = columns;
                if constraint.implicit
                    && let Some(first) = table.autoincrement_column()
                {
                    columns.sort_by_key(|it| it.id != first.id);
                }
                text = format!("{text}PRIMARY KEY ({})", self.columns(&columns));
                text += &self.constraint_end(constraint, Some("sqlite_on_conflict_primary_key"));
            }
            ConstraintKind::Unique => {
                if columns.is_empty() {
                    return Ok(None);
                }
                text = format!("{text}UNIQUE ({})", self.columns(&columns));
                text += &self.constraint_end(constraint, Some("sqlite_on_conflict_unique"));
            }
            ConstraintKind::Check { sqltext } => {
                text = format!("{text}CHECK ({})", self.sql(sqltext)?);
                text += &self.constraint_end(constraint, None);
            }
            ConstraintKind::ForeignKey { elements, options } => {
                let elements = elements.borrow();
                let mut targets = Vec::new();
                for element in elements.iter() {
                    targets.push(referred_column(element)?);
                }
                let Some(remote) = targets.first().and_then(|it| it.owner_table()) else { return Ok(None) };
                let local = self.constraint_table(constraint)?;
                if self.dialect.kind == DialectKind::Sqlite && local.schema != remote.schema {
                    return Ok(None);
                }
                let use_schema = self.dialect.kind != DialectKind::Sqlite;
                let parents: Vec<ColumnRef> = elements.iter().filter_map(|it| it.parent.borrow().upgrade()).collect();
                text = format!(
                    "{text}FOREIGN KEY({}) REFERENCES {} ({})",
                    self.columns(&parents),
                    self.table(&remote, use_schema)?,
                    self.columns(&targets)
                );
                text += &foreign_key_options(options);
            }
        }
        Ok(Some(text))
    }

    /// What stands behind a constraint. `of_column`: the option of its only column that counts as its own.
    fn constraint_end(&self, constraint: &Constraint, of_column: Option<&str>) -> String {
        let options = constraint.options.borrow();
        let mut text = deferrability(options.deferrable, options.initially.as_deref());
        if self.dialect.kind == DialectKind::Sqlite {
            let own = options.dialect.get("sqlite_on_conflict").filter(|it| !it.is_null()).cloned();
            let conflict = own.or_else(|| match (&constraint.columns.borrow()[..], of_column) {
                ([column], Some(name)) => column_option(column, name),
                _ => None,
            });
            text += &on_conflict(conflict);
        }
        text
    }

    fn create_index(&mut self, index: &Rc<Index>, if_not_exists: bool) -> Result<String, CompileError> {
        let Some(table) = index.table.borrow().upgrade() else {
            return Err(CompileError::compile(format!(
                "Index '{}' is not associated with any table.",
                index.name.borrow().as_deref().unwrap_or("None")
            )));
        };
        let unique = if index.unique { "UNIQUE " } else { "" };
        let exists = if if_not_exists { "IF NOT EXISTS " } else { "" };
        let sqlite = self.dialect.kind == DialectKind::Sqlite;
        let own = if self.dialect.kind == DialectKind::Postgresql {
            postgresql_options(index)
        } else {
            IndexOptions::default()
        };
        let mut parts = Vec::new();
        for expr in index.expressions.borrow().iter() {
            let mut part = self.index_part(expr)?;
            if let crate::sql::expr::ExprKind::Column(column) = expr.kind()
                && let Some((_, class)) = own.ops.iter().find(|(key, _)| **key == *column.key())
            {
                part = format!("{part} {class}");
            }
            parts.push(part);
        }
        let mut text = format!(
            "CREATE {unique}INDEX {}{exists}{} ON {} {}({})",
            own.before_name,
            self.index_name(index, sqlite)?,
            self.table(&table, !sqlite)?,
            own.using,
            parts.join(", ")
        );
        if !own.include.is_empty() {
            let names: Vec<String> = own.include.iter().map(|it| self.dialect.quote(it, None)).collect();
            text = format!("{text} INCLUDE ({})", names.join(", "));
        }
        text += &own.after_columns;
        if let Some(tablespace) = &own.tablespace {
            text = format!("{text} TABLESPACE {}", self.dialect.quote(tablespace, None));
        }
        if let Some(where_) = index.wheres.borrow().get(&*format!("{}_where", self.dialect.name)) {
            text = format!("{text} WHERE {}", self.sql(where_)?);
        }
        Ok(text)
    }

    fn index_part(&self, expr: &Expr) -> Result<String, CompileError> {
        let text = self.sql(expr)?;
        let plain = matches!(
            expr.kind(),
            crate::sql::expr::ExprKind::Column(_)
                | crate::sql::expr::ExprKind::Text(_)
                | crate::sql::expr::ExprKind::Function(_)
                | crate::sql::expr::ExprKind::Unary { operator: None, .. }
                | crate::sql::expr::ExprKind::Grouping(_)
        );
        let grouped = match (self.dialect.kind, expr.kind()) {
            (DialectKind::Postgresql, _) => !plain,
            (
                DialectKind::Mysql,
                crate::sql::expr::ExprKind::Function(_)
                | crate::sql::expr::ExprKind::Binary { .. }
                | crate::sql::expr::ExprKind::Unary { modifier: Some(Op::NullsFirst | Op::NullsLast), .. },
            ) => true,
            _ => false,
        };
        Ok(if grouped { format!("({text})") } else { text })
    }

    fn index_name(&self, index: &Rc<Index>, include_schema: bool) -> Result<String, CompileError> {
        let table = index.table.borrow().upgrade();
        let Some(name) = index.name.borrow().clone() else {
            return Err(CompileError::compile("CREATE INDEX requires that the index have a name"));
        };
        let limit = if self.dialect.kind == DialectKind::Mysql { 64 } else { self.dialect.max_identifier_length };
        let name = self.dialect.quote(&naming::fit(&name, index.name_is_final.get(), limit)?, None);
        let schema = table.and_then(|it| it.schema.clone());
        let compiler = Compiler::new(self.dialect, self.options);
        Ok(match compiler.effective_schema(schema.as_ref(), true)? {
            Some(schema) if include_schema => format!("{schema}.{name}"),
            _ => name,
        })
    }
}

/// The `postgresql_...` arguments of an index, ready to be placed.
#[derive(Default)]
struct IndexOptions {
    before_name: &'static str,
    using: String,
    ops: Vec<(Rc<str>, Rc<str>)>,
    include: Vec<Rc<str>>,
    after_columns: String,
    tablespace: Option<Rc<str>>,
}

fn postgresql_options(index: &Index) -> IndexOptions {
    let options = index.options.borrow();
    let text = |name: &str| match options.get(name) {
        Some(Value::Text(text)) => Some(text.clone()),
        _ => None,
    };
    // Python hands over mappings as a list of keys and values in turn.
    let texts = |name: &str| match options.get(name) {
        Some(Value::List(items)) => items
            .iter()
            .filter_map(|it| match it {
                Value::Text(text) => Some(text.clone()),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    };
    let pairs = |name: &str| -> Vec<(Rc<str>, Rc<str>)> {
        texts(name).as_chunks().0.iter().map(|[key, value]| (key.clone(), value.clone())).collect()
    };
    let mut after_columns = match options.get("postgresql_nulls_not_distinct") {
        Some(Value::Bool(true)) => " NULLS NOT DISTINCT".to_owned(),
        Some(Value::Bool(false)) => " NULLS DISTINCT".to_owned(),
        _ => String::new(),
    };
    let with: Vec<String> = pairs("postgresql_with").iter().map(|(key, value)| format!("{key} = {value}")).collect();
    if !with.is_empty() {
        after_columns = format!("{after_columns} WITH ({})", with.join(", "));
    }
    IndexOptions {
        before_name: if options.get("postgresql_concurrently") == Some(&Value::Bool(true)) {
            "CONCURRENTLY "
        } else {
            ""
        },
        using: text("postgresql_using").map(|it| format!("USING {} ", it.to_lowercase())).unwrap_or_default(),
        ops: pairs("postgresql_ops"),
        include: texts("postgresql_include"),
        after_columns,
        tablespace: text("postgresql_tablespace"),
    }
}

fn column_option(column: &ColumnRef, name: &str) -> Option<Value> {
    column.schema.as_ref()?.options.borrow().get(name).filter(|it| !it.is_null()).cloned()
}

fn on_conflict(resolution: Option<Value>) -> String {
    match resolution {
        Some(Value::Text(text)) => format!(" ON CONFLICT {text}"),
        _ => String::new(),
    }
}

fn deferrability(deferrable: Option<bool>, initially: Option<&str>) -> String {
    let mut text = match deferrable {
        Some(true) => " DEFERRABLE",
        Some(false) => " NOT DEFERRABLE",
        None => "",
    }
    .to_owned();
    if let Some(initially) = initially {
        text = format!("{text} INITIALLY {initially}");
    }
    text
}

fn foreign_key_options(options: &ForeignKeyOptions) -> String {
    let mut text = String::new();
    if let Some(it) = &options.match_ {
        text += &format!(" MATCH {it}");
    }
    if let Some(it) = &options.ondelete {
        text += &format!(" ON DELETE {it}");
    }
    if let Some(it) = &options.onupdate {
        text += &format!(" ON UPDATE {it}");
    }
    text + &deferrability(options.deferrable, options.initially.as_deref())
}

fn constraint_repr(constraint: &Constraint) -> String {
    match &constraint.kind {
        ConstraintKind::PrimaryKey => "PrimaryKeyConstraint()",
        ConstraintKind::Unique => "UniqueConstraint()",
        ConstraintKind::Check { .. } => "CheckConstraint()",
        ConstraintKind::ForeignKey { .. } => "ForeignKeyConstraint()",
    }
    .to_owned()
}
