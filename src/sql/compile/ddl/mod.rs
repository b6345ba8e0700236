//! DDL: CREATE, DROP, constraints, column specifications.

mod columns;
mod constraints;
mod indexes;
mod table_options;

use super::literal::quoted;
use super::{
    CompileError, CompileOptions, Compiled, Compiler, Dialect, DialectKind, Kw, Node, Statement, StatementKind,
};
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
    let mut compiler = Compiler::new(dialect, options);
    let text = compiler.ddl(element)?;
    let mut compiled = compiler.finish(text, &Statement::Ddl(element.clone()))?;
    compiled.kind = StatementKind::Ddl;
    Ok(compiled)
}

struct Ddl<'a> {
    dialect: &'a Dialect,
    options: &'a CompileOptions,
}

impl Compiler {
    /// A DDL statement.
    pub(super) fn ddl(&mut self, element: &DdlElement) -> Result<String, CompileError> {
        let node = || Node::Statement(Statement::Ddl(element.clone()));
        match element {
            DdlElement::Custom(_) => return Ok(self.dispatch(&node(), &Kw::default())?.unwrap_or_default()),
            DdlElement::CreateColumn(column) => return Ok(self.create_column(column)?.unwrap_or_default()),
            _ => {}
        }
        if self.dialect.kind == DialectKind::Oracle {
            self.warn_of_oracle_updates(element);
        }
        match self.custom(super::custom::ddl_visit_name(element), node, &Kw::default())? {
            Some(text) => Ok(text),
            None => Ddl { dialect: &self.dialect, options: &self.options }.element(element),
        }
    }

    /// Oracle has no ON UPDATE.
    fn warn_of_oracle_updates(&mut self, element: &DdlElement) {
        let written = match element {
            DdlElement::CreateTable { foreign_keys: Some(keys), .. } => keys.clone(),
            DdlElement::CreateTable { table, .. } => table.constraints.borrow().clone(),
            DdlElement::AddConstraint(constraint) => vec![constraint.clone()],
            _ => Vec::new(),
        };
        let is_table = matches!(element, DdlElement::CreateTable { .. });
        for constraint in written {
            if let ConstraintKind::ForeignKey { options, .. } = &constraint.kind
                && options.onupdate.is_some()
                && !(is_table && options.use_alter)
            {
                self.warn(
                    "SAWarning",
                    "Oracle Database does not contain native UPDATE CASCADE functionality - onupdates will not be \
                     rendered for foreign keys.  Consider using deferrable=True, initially='deferred' or triggers."
                        .to_owned(),
                );
            }
        }
    }

    /// A constraint; `None` for one that needs no words.
    pub(super) fn ddl_constraint(&mut self, constraint: &Rc<Constraint>) -> Result<Option<String>, CompileError> {
        let kind = match constraint.kind {
            ConstraintKind::PrimaryKey => "primary_key_constraint",
            ConstraintKind::Unique => "unique_constraint",
            ConstraintKind::Check { .. } => "table_or_column_check_constraint",
            ConstraintKind::ForeignKey { .. } => "foreign_key_constraint",
            ConstraintKind::Exclude(_) => "exclude_constraint",
        };
        if self.is_overridden(kind) {
            return self.dispatch(&Node::Constraint(constraint.clone()), &Kw::default());
        }
        Ddl { dialect: &self.dialect, options: &self.options }.plain_constraint(constraint)
    }

    /// What stands behind DEFAULT.
    pub(super) fn column_default(&mut self, column: &ColumnRef) -> Result<Option<String>, CompileError> {
        Ddl { dialect: &self.dialect, options: &self.options }.default_text(column)
    }

    /// A column of CREATE TABLE with its CHECKs; `None` for one that is left out.
    pub(super) fn create_column(&mut self, column: &ColumnRef) -> Result<Option<String>, CompileError> {
        if self.is_overridden("create_column") {
            let element = DdlElement::CreateColumn(column.clone());
            return self.dispatch(&Node::Statement(Statement::Ddl(element)), &Kw::default());
        }
        let Some(table) = column.owner_table() else {
            return Err(CompileError::NotImplemented("CreateColumn of a column without a table".to_owned()));
        };
        if column.schema.as_ref().is_some_and(|it| it.system.get()) {
            return Ok(None);
        }
        Ddl { dialect: &self.dialect, options: &self.options }.create_column(&table, column).map(Some)
    }
}

impl Ddl<'_> {
    fn constraint(&self, constraint: &Rc<Constraint>) -> Result<Option<String>, CompileError> {
        Compiler::new(self.dialect, self.options).ddl_constraint(constraint)
    }

    /// An expression with its values written in and without table names.
    fn sql(&self, expr: &Expr) -> Result<String, CompileError> {
        let mut compiler = Compiler::new(self.dialect, self.options);
        compiler.expr(expr, &Kw { include_table: false, literal_binds: true, ..Kw::default() })
    }

    /// Text of the program.
    fn raw(&self, text: &str) -> String {
        if self.dialect.doubles_percents() { text.replace('%', "%%") } else { text.to_owned() }
    }

    fn qualified(&self, schema: Option<&Rc<str>>, name: &str) -> Result<String, CompileError> {
        let name = self.dialect.quote(name, None);
        let schema = Compiler::new(self.dialect, self.options).effective_schema(schema, None)?;
        Ok(schema.map_or_else(|| name.clone(), |it| format!("{it}.{name}")))
    }

    /// The error for what this dialect's compiler has no method for.
    fn unsupported(&self, class: &str) -> CompileError {
        let compiler = match self.dialect.kind {
            DialectKind::Sqlite => "dialects.sqlite.base.SQLiteDDLCompiler",
            DialectKind::Postgresql => "dialects.postgresql.base.PGDDLCompiler",
            DialectKind::Mysql => "dialects.mysql.base.MySQLDDLCompiler",
            DialectKind::Oracle => "dialects.oracle.base.OracleDDLCompiler",
            DialectKind::Default => "sql.compiler.DDLCompiler",
        };
        CompileError::UnsupportedCompilation(format!(
            "Compiler <sqlalchemy.{compiler} object at 0x7f0000000000> can't render element of type <class \
             'sqlalchemy.{class}'>"
        ))
    }

    fn table(&self, table: &Table, use_schema: bool) -> Result<String, CompileError> {
        let name = self.dialect.quote(&table.name, table.quote);
        let compiler = Compiler::new(self.dialect, self.options);
        Ok(match compiler.effective_schema(table.schema.as_ref(), table.quote_schema)? {
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
            DdlElement::DropIndex { index, if_exists } => self.drop_index(index, exists(*if_exists))?,
            DdlElement::AddConstraint(constraint) => {
                let table = self.constraint_table(constraint)?;
                // What a dialect has no text for is written as Python writes it, in the reference too.
                let text = self.constraint(constraint)?.unwrap_or_else(|| "None".to_owned());
                format!("ALTER TABLE {} ADD {text}", self.table(&table, true)?)
            }
            DdlElement::DropConstraint { constraint, shown, if_exists, cascade } => {
                self.drop_constraint(constraint, shown, exists(*if_exists), *cascade)?
            }
            DdlElement::CreateSchema { name, if_not_exists } => {
                format!("CREATE SCHEMA {}{}", not_exists(*if_not_exists), self.dialect.quote(name, None))
            }
            DdlElement::DropSchema { name, cascade, if_exists } => {
                let cascade = if *cascade { " CASCADE" } else { "" };
                format!("DROP SCHEMA {}{}{cascade}", exists(*if_exists), self.dialect.quote(name, None))
            }
            DdlElement::CreateView { table, query, with, or_replace, temporary, materialized, if_not_exists } => {
                let what = if *materialized { "MATERIALIZED VIEW" } else { "VIEW" };
                let with = with.as_ref().filter(|_| self.dialect.kind == DialectKind::Postgresql);
                let with = with.map(|it| format!(" WITH ({})", indexes::with_options(it))).unwrap_or_default();
                let replace = if *or_replace { "OR REPLACE " } else { "" };
                let what = format!("{replace}{}{what}", temporary_word(*temporary));
                // It is an option of SQLite's.
                let not_exists = not_exists(*if_not_exists && self.dialect.kind == DialectKind::Sqlite);
                self.table_select(table, query, &what, not_exists, &with)?
            }
            DdlElement::CreateTableAs { table, query, temporary, if_not_exists } => {
                let what = format!("{}TABLE", temporary_word(*temporary));
                self.table_select(table, query, &what, not_exists(*if_not_exists), "")?
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
                    let nothing = if self.dialect.kind == DialectKind::Oracle { "''" } else { "NULL" };
                    format!("COMMENT ON TABLE {table} IS {nothing}")
                }
            }
            DdlElement::CreateColumn(_) | DdlElement::Custom(_) => String::new(),
            DdlElement::CreateSequence { name, schema, if_not_exists, options, order, data_type } => {
                let of_type = match data_type {
                    Some(ty) if self.dialect.kind == DialectKind::Postgresql => {
                        format!(" AS {}", super::types::type_text(ty, self.dialect)?)
                    }
                    _ => String::new(),
                };
                let options = self.sequence_options(options, *order);
                let name = self.qualified(schema.as_ref(), name)?;
                let space = if options.is_empty() { "" } else { " " };
                format!("CREATE SEQUENCE {}{name}{of_type}{space}{options}", not_exists(*if_not_exists))
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
                // Without the schema, as the reference writes it.
                let table = column.owner_table().map(|it| self.table(&it, false)).transpose()?;
                let table = table.map(|it| format!("{it}.")).unwrap_or_default();
                format!("COMMENT ON COLUMN {table}{} IS NULL", self.column(column))
            }
            DdlElement::SetConstraintComment { constraint, comment } => {
                self.constraint_comment(constraint, comment.as_deref(), "SetConstraintComment")?
            }
            DdlElement::DropConstraintComment(constraint) => {
                self.constraint_comment(constraint, None, "DropConstraintComment")?
            }
            DdlElement::DropSequence { name, schema, if_exists } => {
                format!("DROP SEQUENCE {}{}", exists(*if_exists), self.qualified(schema.as_ref(), name)?)
            }
            DdlElement::Text(text) => self.raw(text),
            DdlElement::Template { text, table } => {
                let names = match table {
                    Some(table) => {
                        let compiler = Compiler::new(self.dialect, self.options);
                        let schema = compiler.effective_schema(table.schema.as_ref(), table.quote_schema)?;
                        Some((self.table(table, false)?, schema.unwrap_or_default(), self.table(table, true)?))
                    }
                    None => None,
                };
                let names = names.as_ref().map(|(name, schema, full)| [&**name, &**schema, &**full]);
                self.raw(&text.fill(names).map_err(CompileError::Host)?)
            }
        })
    }

    /// How the numbers of a sequence or an identity go on.
    fn sequence_options(&self, options: &str, order: Option<bool>) -> String {
        if self.dialect.kind != DialectKind::Oracle {
            return options.to_owned();
        }
        let joined = ["MINVALUE", "MAXVALUE", "CYCLE"]
            .iter()
            .fold(options.to_owned(), |text, word| text.replace(&format!("NO {word}"), &format!("NO{word}")));
        let order = order.map_or("", |it| if it { " ORDER" } else { " NOORDER" });
        (joined + order).trim().to_owned()
    }

    fn table_select(
        &mut self,
        table: &TableRef,
        query: &Query,
        what: &str,
        not_exists: &str,
        with: &str,
    ) -> Result<String, CompileError> {
        let mut compiler = Compiler::new(self.dialect, self.options);
        let select = compiler.query(query, &Kw { literal_binds: true, ..Kw::default() })?;
        Ok(format!("CREATE {what} {not_exists}{}{with} AS {select}", self.table(table, true)?))
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
            let spec =
                Compiler::new(self.dialect, self.options).create_column(column).map_err(|error| match error {
                    CompileError::Compile(message) | CompileError::UnsupportedCompilation(message) => {
                        CompileError::Compile(format!(
                            "(in table '{}', column '{}'): {message}",
                            table.name,
                            column.name()
                        ))
                    }
                    other => other,
                })?;
            let Some(spec) = spec else { continue };
            text = format!("{text}{separator}\t{spec}");
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
}

fn temporary_word(is_temporary: bool) -> &'static str {
    if is_temporary { "TEMPORARY " } else { "" }
}
