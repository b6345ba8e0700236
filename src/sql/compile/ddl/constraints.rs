//! Constraints of CREATE TABLE and ALTER TABLE.

use super::columns::column_option;
use super::*;
use crate::sql::schema::Exclude;

impl Ddl<'_> {
    /// The constraints of CREATE TABLE: the primary key, then the others in the order in which they were made.
    pub(super) fn table_constraints(
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
            let condition = constraint.condition.borrow().clone();
            if let Some(condition) = condition
                && !condition.holds(self.dialect.name).map_err(CompileError::Host)?
            {
                continue;
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
            Affinity::Enum => crate::sql::compile::types::is_native_enum(&it.ty(), self.dialect),
            _ => false,
        })
    }

    pub(super) fn constraint_table(&self, constraint: &Constraint) -> Result<TableRef, CompileError> {
        constraint.table.borrow().upgrade().ok_or_else(|| {
            CompileError::invalid_request(
                "This constraint is not bound to a table.  Did you mean to call table.append_constraint(constraint) ?",
            )
        })
    }

    /// The constraint's name, by the naming convention if it has none of its own.
    pub(super) fn constraint_name(&self, constraint: &Rc<Constraint>) -> Result<Option<String>, CompileError> {
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
        let limit = self.dialect.max_schema_name_length();
        Ok(Some(self.dialect.quote(&naming::fit(&name, is_made_up, limit)?, None)))
    }

    pub(super) fn plain_constraint(&mut self, constraint: &Rc<Constraint>) -> Result<Option<String>, CompileError> {
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
                text = format!("{text}PRIMARY KEY ({}){}", self.columns(&columns), self.include(constraint));
                text += &self.constraint_end(constraint, Some("sqlite_on_conflict_primary_key"))?;
                if let Some(using) = self.option(constraint, DialectKind::Mysql, "mysql_using") {
                    text = format!("{text} USING {}", self.dialect.quote(&using.display(), None));
                }
            }
            ConstraintKind::Unique => {
                if columns.is_empty() {
                    return Ok(None);
                }
                let distinct = match self.option(constraint, DialectKind::Postgresql, "postgresql_nulls_not_distinct") {
                    Some(Value::Bool(true)) => "NULLS NOT DISTINCT ",
                    Some(Value::Bool(false)) => "NULLS DISTINCT ",
                    _ => "",
                };
                text = format!("{text}UNIQUE {distinct}({}){}", self.columns(&columns), self.include(constraint));
                text += &self.constraint_end(constraint, Some("sqlite_on_conflict_unique"))?;
            }
            ConstraintKind::Check { sqltext } => {
                text = format!("{text}CHECK ({})", self.sql(sqltext)?);
                text += &self.constraint_end(constraint, None)?;
                text += self.validity(constraint);
            }
            ConstraintKind::Exclude(exclude) => {
                if self.dialect.kind != DialectKind::Postgresql {
                    return Err(self.unsupported("dialects.postgresql.ext.ExcludeConstraint"));
                }
                text += &self.exclude(exclude)?;
                text += &self.constraint_end(constraint, None)?;
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
                if self.dialect.kind == DialectKind::Mysql && options.match_.is_some() {
                    return Err(CompileError::compile(
                        "MySQL ignores the 'MATCH' keyword while at the same time causes ON UPDATE/ON DELETE clauses to \
                         be ignored.",
                    ));
                }
                let use_schema = self.dialect.kind != DialectKind::Sqlite;
                let parents: Vec<ColumnRef> = elements.iter().filter_map(|it| it.parent.borrow().upgrade()).collect();
                text = format!(
                    "{text}FOREIGN KEY({}) REFERENCES {} ({})",
                    self.columns(&parents),
                    self.table(&remote, use_schema)?,
                    self.columns(&targets)
                );
                text += &foreign_key_options(options, self.dialect)?;
                text += self.validity(constraint);
            }
        }
        Ok(Some(text))
    }

    fn option(&self, constraint: &Constraint, dialect: DialectKind, name: &str) -> Option<Value> {
        let options = constraint.options.borrow();
        (self.dialect.kind == dialect).then(|| options.dialect.get(name).filter(|it| !it.is_null()).cloned()).flatten()
    }

    /// `postgresql_include`
    fn include(&self, constraint: &Constraint) -> String {
        let names = self.option(constraint, DialectKind::Postgresql, "postgresql_include").and_then(|it| it.items());
        names.map(|it| indexes::include_clause(&it, self.dialect)).unwrap_or_default()
    }

    /// `postgresql_not_valid`
    fn validity(&self, constraint: &Constraint) -> &'static str {
        match self.option(constraint, DialectKind::Postgresql, "postgresql_not_valid") {
            Some(Value::Bool(true)) => " NOT VALID",
            _ => "",
        }
    }

    fn exclude(&self, exclude: &Exclude) -> Result<String, CompileError> {
        let mut elements = Vec::new();
        for (expr, operator) in exclude.elements.borrow().iter() {
            elements.push(format!(
                "{}{} WITH {operator}",
                self.sql(expr)?,
                indexes::operator_class(expr, &exclude.ops)
            ));
        }
        let mut text = format!("EXCLUDE USING {} ({})", exclude.using.to_lowercase(), elements.join(", "));
        if let Some(where_) = &exclude.where_ {
            let mut compiler = Compiler::new(self.dialect, self.options);
            let condition = compiler.expr(where_, &Kw { literal_binds: true, ..Kw::default() })?;
            text = format!("{text} WHERE ({condition})");
        }
        Ok(text)
    }

    pub(super) fn drop_constraint(
        &self,
        constraint: &Rc<Constraint>,
        shown: &str,
        exists: &str,
        cascade: bool,
    ) -> Result<String, CompileError> {
        let table = self.constraint_table(constraint)?;
        let table = self.table(&table, true)?;
        let name = self.constraint_name(constraint)?;
        if self.dialect.kind == DialectKind::Mysql {
            let what = match &constraint.kind {
                ConstraintKind::PrimaryKey => return Ok(format!("ALTER TABLE {table} DROP PRIMARY KEY ")),
                ConstraintKind::ForeignKey { .. } => "FOREIGN KEY ",
                ConstraintKind::Unique => "INDEX ",
                ConstraintKind::Check { .. } => "CHECK ",
                ConstraintKind::Exclude(_) => "",
            };
            return Ok(format!("ALTER TABLE {table} DROP {what}{}", name.as_deref().unwrap_or("None")));
        }
        let Some(name) = name else {
            return Err(CompileError::compile(format!(
                "Can't emit DROP CONSTRAINT for constraint {shown}; it has no name"
            )));
        };
        let cascade = if cascade { " CASCADE" } else { "" };
        Ok(format!("ALTER TABLE {table} DROP CONSTRAINT {exists}{name}{cascade}"))
    }

    pub(super) fn constraint_comment(
        &self,
        constraint: &Rc<Constraint>,
        comment: Option<&str>,
        class: &str,
    ) -> Result<String, CompileError> {
        if self.dialect.kind != DialectKind::Postgresql {
            return Err(self.unsupported(&format!("sql.ddl.{class}")));
        }
        let table = self.constraint_table(constraint)?;
        let table = self.table(&table, true)?;
        let name = self.constraint_name(constraint)?.unwrap_or_else(|| "None".to_owned());
        Ok(format!("COMMENT ON CONSTRAINT {name} ON {table} IS {}", self.comment_literal(comment)))
    }

    /// What stands behind a constraint. `of_column`: the option of its only column that counts as its own.
    fn constraint_end(&self, constraint: &Constraint, of_column: Option<&str>) -> Result<String, CompileError> {
        let options = constraint.options.borrow();
        let mut text = deferrability(options.deferrable, options.initially.as_deref())?;
        if self.dialect.kind == DialectKind::Sqlite {
            let own = options.dialect.get("sqlite_on_conflict").filter(|it| !it.is_null()).cloned();
            let conflict = own.or_else(|| match (&constraint.columns.borrow()[..], of_column) {
                ([column], Some(name)) => column_option(column, name),
                _ => None,
            });
            text += &on_conflict(conflict);
        }
        Ok(text)
    }
}

pub(super) fn on_conflict(resolution: Option<Value>) -> String {
    match resolution {
        Some(Value::Text(text)) => format!(" ON CONFLICT {text}"),
        _ => String::new(),
    }
}

/// Words that stand in DDL as they are given; nothing but words.
fn phrase(text: &str) -> Result<&str, CompileError> {
    let words = text.strip_suffix('\n').unwrap_or(text);
    let of_words = |it: char| it == '_' || it.is_alphanumeric() || it.is_whitespace();
    if words.is_empty() || words.trim() != words || !words.chars().all(of_words) {
        return Err(CompileError::compile(format!(
            "Unexpected SQL phrase: {} (matching against '^\\\\w+(?:\\\\s+\\\\w+)*$')",
            crate::util::pyrepr::str_repr(text)
        )));
    }
    Ok(text)
}

fn deferrability(deferrable: Option<bool>, initially: Option<&str>) -> Result<String, CompileError> {
    let mut text = match deferrable {
        Some(true) => " DEFERRABLE",
        Some(false) => " NOT DEFERRABLE",
        None => "",
    }
    .to_owned();
    if let Some(initially) = initially {
        text = format!("{text} INITIALLY {}", phrase(initially)?);
    }
    Ok(text)
}

fn foreign_key_options(options: &ForeignKeyOptions, dialect: &Dialect) -> Result<String, CompileError> {
    let mut text = String::new();
    if let Some(it) = &options.match_ {
        text += &format!(" MATCH {}", phrase(it)?);
    }
    if let Some(it) = &options.ondelete {
        text += &format!(" ON DELETE {}", phrase(it)?);
    }
    // Oracle has none, and is warned of it.
    if let Some(it) = options.onupdate.as_ref().filter(|_| dialect.kind != DialectKind::Oracle) {
        text += &format!(" ON UPDATE {}", phrase(it)?);
    }
    Ok(text + &deferrability(options.deferrable, options.initially.as_deref())?)
}
