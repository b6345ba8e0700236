//! CREATE INDEX, with the options of each database.

use super::*;
use crate::sql::expr::{ExprKind, Name};

impl Ddl<'_> {
    pub(super) fn create_index(&mut self, index: &Rc<Index>, if_not_exists: bool) -> Result<String, CompileError> {
        let Some(table) = index.table.borrow().upgrade() else {
            return Err(CompileError::compile(format!(
                "Index '{}' is not associated with any table.",
                index.name.borrow().as_deref().unwrap_or("None")
            )));
        };
        let unique = if index.unique { "UNIQUE " } else { "" };
        let exists = if if_not_exists && self.dialect.kind != DialectKind::Oracle { "IF NOT EXISTS " } else { "" };
        let sqlite = self.dialect.kind == DialectKind::Sqlite;
        let oracle = self.dialect.kind == DialectKind::Oracle;
        let own = IndexOptions::of(index, self.dialect);
        let mut parts = Vec::new();
        for expr in index.expressions.borrow().iter() {
            let part = self.index_part(expr)?;
            parts.push(format!("{part}{}{}", operator_class(expr, &own.ops), own.length(expr, &part)?));
        }
        let mut text = format!(
            "CREATE {unique}{}INDEX {}{exists}{} ON {} {}({}){}",
            own.before_index,
            own.before_name,
            self.index_name(index, sqlite || oracle)?,
            self.table(&table, !sqlite)?,
            own.using,
            parts.join(", "),
            own.after_columns
        );
        if let Some(where_) = index.wheres.borrow().get(&*format!("{}_where", self.dialect.name)) {
            text = format!("{text} WHERE {}", self.sql(where_)?);
        }
        Ok(text)
    }

    pub(super) fn drop_index(&self, index: &Rc<Index>, exists: &str) -> Result<String, CompileError> {
        if index.name.borrow().is_none() {
            return Err(CompileError::compile("DROP INDEX requires that the index have a name"));
        }
        if self.dialect.kind == DialectKind::Mysql {
            let table = index.table.borrow().upgrade();
            let table = table.map(|it| self.table(&it, true)).transpose()?.unwrap_or_default();
            return Ok(format!("\nDROP INDEX {exists}{} ON {table}", self.index_name(index, false)?));
        }
        let own = IndexOptions::of(index, self.dialect);
        Ok(format!("\nDROP INDEX {}{exists}{}", own.before_name, self.index_name(index, true)?))
    }

    pub(super) fn index_part(&self, expr: &Expr) -> Result<String, CompileError> {
        let text = self.sql(expr)?;
        let plain = matches!(
            expr.kind(),
            ExprKind::Column(_)
                | ExprKind::Text(_)
                | ExprKind::Function(_)
                | ExprKind::Unary { operator: None, .. }
                | ExprKind::Grouping(_)
        );
        let grouped = match (self.dialect.kind, expr.kind()) {
            (DialectKind::Postgresql, _) => !plain,
            (
                DialectKind::Mysql,
                ExprKind::Function(_)
                | ExprKind::Binary { .. }
                | ExprKind::Unary { modifier: Some(Op::NullsFirst | Op::NullsLast), .. },
            ) => true,
            _ => false,
        };
        Ok(if grouped { format!("({text})") } else { text })
    }

    pub(super) fn index_name(&self, index: &Rc<Index>, include_schema: bool) -> Result<String, CompileError> {
        let table = index.table.borrow().upgrade();
        let Some(name) = index.name.borrow().clone() else {
            return Err(CompileError::compile("CREATE INDEX requires that the index have a name"));
        };
        let limit = self.dialect.max_schema_name_length();
        let name = self.dialect.quote(&naming::fit(&name, index.name_is_final.get(), limit)?, None);
        let compiler = Compiler::new(self.dialect, self.options);
        let schema = match &table {
            Some(table) => compiler.effective_schema(table.schema.as_ref(), table.quote_schema)?,
            None => None,
        };
        Ok(match schema {
            Some(schema) if include_schema => format!("{schema}.{name}"),
            _ => name,
        })
    }
}

/// The arguments of an index that are the dialect's own, ready to be placed.
#[derive(Default)]
struct IndexOptions {
    before_index: String,
    before_name: &'static str,
    using: String,
    ops: Vec<(Rc<str>, Rc<str>)>,
    lengths: Option<Value>,
    after_columns: String,
}

impl IndexOptions {
    fn of(index: &Index, dialect: &Dialect) -> Self {
        let options = index.options.borrow();
        let option = |name: &str| options.get(&*format!("{}_{name}", dialect.name)).filter(|it| !it.is_null());
        let text = |name: &str| option(name).map(Value::display).filter(|it| !it.is_empty());
        match dialect.kind {
            DialectKind::Postgresql => {
                let mut after_columns =
                    option("include").and_then(Value::items).map(|it| include_clause(&it, dialect)).unwrap_or_default();
                after_columns += match option("nulls_not_distinct") {
                    Some(Value::Bool(true)) => " NULLS NOT DISTINCT",
                    Some(Value::Bool(false)) => " NULLS DISTINCT",
                    _ => "",
                };
                if let Some(with) = option("with").map(with_options).filter(|it| !it.is_empty()) {
                    after_columns = format!("{after_columns} WITH ({with})");
                }
                if let Some(tablespace) = text("tablespace") {
                    after_columns = format!("{after_columns} TABLESPACE {}", dialect.quote(&tablespace, None));
                }
                let is_concurrent = matches!(option("concurrently"), Some(Value::Bool(true)));
                Self {
                    before_name: if is_concurrent { "CONCURRENTLY " } else { "" },
                    using: text("using").map(|it| format!("USING {} ", it.to_lowercase())).unwrap_or_default(),
                    ops: option("ops").map(text_pairs).unwrap_or_default(),
                    after_columns,
                    ..Self::default()
                }
            }
            DialectKind::Mysql => {
                let parser = text("with_parser").map(|it| format!(" WITH PARSER {it}")).unwrap_or_default();
                let using = text("using").map(|it| format!(" USING {}", dialect.quote(&it, None))).unwrap_or_default();
                Self {
                    before_index: text("prefix").map(|it| format!("{it} ")).unwrap_or_default(),
                    lengths: option("length").cloned(),
                    after_columns: parser + &using,
                    ..Self::default()
                }
            }
            DialectKind::Oracle => {
                let is_on =
                    |name: &str| option(name).is_some_and(|it| !matches!(it, Value::Bool(false) | Value::Int(0)));
                let after_columns = match option("compress") {
                    None | Some(Value::Bool(false)) => String::new(),
                    Some(Value::Bool(true)) => " COMPRESS".to_owned(),
                    Some(columns) => format!(" COMPRESS {}", columns.display()),
                };
                Self {
                    before_index: if is_on("bitmap") { "BITMAP ".to_owned() } else { String::new() },
                    after_columns,
                    ..Self::default()
                }
            }
            _ => Self::default(),
        }
    }

    /// How much of a column goes into an index of MySQL: `(10)`, the same for all of them or by their names.
    fn length(&self, expr: &Expr, text: &str) -> Result<String, CompileError> {
        let length = match &self.lengths {
            None => None,
            Some(Value::List(by_name)) => {
                let name = name_of(expr)?;
                let of = |wanted: &str| {
                    by_name.as_chunks().0.iter().find(|[key, _]| key.display() == wanted).map(|[_, value]| value)
                };
                of(&name).or_else(|| of(text))
            }
            Some(all) => Some(all),
        };
        length.map_or(Ok(String::new()), |it| Ok(format!("({})", decimal(it)?)))
    }
}

/// `expr.name`
fn name_of(expr: &Expr) -> Result<Rc<str>, CompileError> {
    let class = match expr.kind() {
        ExprKind::Column(column) => return Ok(column.name()),
        ExprKind::Function(function) => return Ok(function.name.clone()),
        ExprKind::Label { name: Name::Given(name), .. } => return Ok(name.text.clone()),
        ExprKind::Grouping(inner) => return name_of(inner),
        ExprKind::Text(_) => {
            return Err(CompileError::Attribute("'TextClause' object has no attribute 'name'".to_owned()));
        }
        ExprKind::Unary { .. } => "UnaryExpression",
        ExprKind::Cast { .. } => "Cast",
        ExprKind::Case { .. } => "Case",
        ExprKind::List { .. } => "ExpressionClauseList",
        _ => "BinaryExpression",
    };
    Err(CompileError::Attribute(format!("Neither '{class}' object nor 'Comparator' object has an attribute 'name'")))
}

/// `"%d" % value`
fn decimal(value: &Value) -> Result<String, CompileError> {
    let kind = match value {
        Value::Int(it) => return Ok(it.to_string()),
        Value::Bool(it) => return Ok(u8::from(*it).to_string()),
        #[expect(clippy::cast_possible_truncation, reason = "Python's %d leaves the fraction out")]
        Value::Float(it) => return Ok((*it as i64).to_string()),
        Value::Text(_) => "str",
        Value::Null => "NoneType",
        _ => "list",
    };
    Err(CompileError::Type(format!("%d format: a real number is required, not {kind}")))
}

/// Mappings come as a list of keys and values in turn.
fn text_pairs(value: &Value) -> Vec<(Rc<str>, Rc<str>)> {
    let items = value.items().unwrap_or_default();
    items.as_chunks().0.iter().map(|[key, value]| (key.display().into(), value.display().into())).collect()
}

/// The class of operators given for a column, with a space before it.
pub(super) fn operator_class(expr: &Expr, ops: &[(Rc<str>, Rc<str>)]) -> String {
    let key = match expr.kind() {
        ExprKind::Column(column) => column.key(),
        ExprKind::Label { name: Name::Given(name), .. } => name.text.clone(),
        _ => return String::new(),
    };
    ops.iter().find(|it| it.0 == key).map(|it| format!(" {}", it.1)).unwrap_or_default()
}

/// ` INCLUDE (a, b)`
pub(super) fn include_clause(names: &[Value], dialect: &Dialect) -> String {
    if names.is_empty() {
        return String::new();
    }
    let names: Vec<String> = names.iter().map(|it| dialect.quote(&it.display(), None)).collect();
    format!(" INCLUDE ({})", names.join(", "))
}

/// Parameters of storage: `fillfactor = 50, autovacuum_enabled = false`
pub(super) fn with_options(value: &Value) -> String {
    let items = value.items().unwrap_or_default();
    let texts = items.as_chunks().0.iter().map(|[key, value]| match value {
        Value::Null => key.display(),
        Value::Bool(it) => format!("{} = {it}", key.display()),
        other => format!("{} = {}", key.display(), other.display()),
    });
    texts.collect::<Vec<_>>().join(", ")
}
