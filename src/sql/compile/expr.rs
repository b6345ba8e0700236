//! Expressions: columns, labels, functions, CASE, CAST, windows.

use super::dialect::has_illegal_characters;
use super::{CompileError, Compiler, Dialect, DialectKind, Kw, oracle};
use crate::sql::build::{is_implicitly_boolean, order_by_label_element};
use crate::sql::expr::{Expr, ExprKind, Frame, FrameBound, Function, Name, Over, Query};
use crate::sql::labels::{LabelText, column_name};
use crate::sql::operators::Op;
use crate::sql::quoted_name::QuotedName;
use crate::sql::schema::ColumnRef;
use crate::sql::selectable::{AliasKind, From};
use std::rc::Rc;

impl Compiler {
    /// An expression as SQL.
    pub(super) fn expr(&mut self, expr: &Expr, kw: &Kw<'_>) -> Result<String, CompileError> {
        if (self.overrides.is_some() || expr.0.host.is_some() || self.plain)
            && let Some(text) = self.custom_expr(expr, kw)?
        {
            return Ok(text);
        }
        Ok(match expr.kind() {
            ExprKind::Column(column) => self.column(column, kw)?,
            ExprKind::FromClause(from) => self.object_as_expr(from, kw)?,
            ExprKind::Bind(bind) => return self.bind(bind, expr.ty(), kw),
            ExprKind::Null => "NULL".to_owned(),
            ExprKind::True => if self.dialect.has_boolean_words() { "true" } else { "1" }.to_owned(),
            ExprKind::False => if self.dialect.has_boolean_words() { "false" } else { "0" }.to_owned(),
            ExprKind::Text(text) => self.text_clause(text, kw)?,
            ExprKind::Binary { op, left, right, modifiers } => {
                return self.binary(expr, op, left, right, modifiers, kw);
            }
            ExprKind::Unary { operator, modifier, element } => {
                return self.unary(operator.as_ref(), modifier.as_ref(), element, kw);
            }
            ExprKind::List { op: Op::Concat, clauses, .. } if self.dialect.kind == DialectKind::Mysql => {
                format!("concat({})", self.joined(clauses, ", ", kw)?)
            }
            ExprKind::List { op: Op::Slice, clauses, .. } => match self.dialect.kind {
                DialectKind::Postgresql => self.joined(&clauses[..2], ":", kw)?,
                _ => return Err(self.unsupported_element("<class 'sqlalchemy.sql.elements.Slice'>")),
            },
            ExprKind::List { op: Op::OrderedBy, clauses, .. } => {
                let kw = Kw { in_operator: true, ..*kw };
                let class = "sqlalchemy.dialects.postgresql.ext.aggregate_order_by";
                self.own_of(Dialect::postgresql(), class, |it| it.joined(clauses, " ORDER BY ", &kw))?
            }
            ExprKind::List { op, clauses, .. } => {
                let separator = op.sql().unwrap_or(" ");
                let kw = Kw { in_operator: *op != Op::Comma || kw.in_operator, ..*kw };
                self.joined(clauses, separator, &kw)?
            }
            ExprKind::Grouping(inner) => format!("({})", self.expr(inner, kw)?),
            ExprKind::Label { name, element } => return self.label(expr, name, element, kw),
            ExprKind::LabelReference(inner) => return self.label_reference(inner, kw),
            ExprKind::TextualLabelReference(name) => return self.textual_label_reference(name, kw),
            ExprKind::Function(function) if function.is_array_literal() => self.array(function, expr, kw)?,
            ExprKind::Function(function) => self.function(function, kw)?,
            ExprKind::FunctionFilter { function, criterion } => {
                format!("{} FILTER (WHERE {})", self.expr(function, kw)?, self.expr(criterion, kw)?)
            }
            ExprKind::Over(over) => self.over(over, kw)?,
            ExprKind::WithinGroup { function, order_by } => {
                format!("{} WITHIN GROUP (ORDER BY {})", self.expr(function, kw)?, self.joined(order_by, ", ", kw)?)
            }
            ExprKind::Case { value, whens, else_ } => {
                let mut out = "CASE ".to_owned();
                if let Some(value) = value {
                    out += &self.expr(value, kw)?;
                    out.push(' ');
                }
                for (condition, result) in whens {
                    out += &format!("WHEN {} THEN {} ", self.expr(condition, kw)?, self.expr(result, kw)?);
                }
                if let Some(else_) = else_ {
                    out += &format!("ELSE {} ", self.expr(else_, kw)?);
                }
                out + "END"
            }
            ExprKind::Cast { element, try_cast } => self.cast(element, expr, *try_cast, kw)?,
            ExprKind::TypeCoerce(inner) => self.expr(inner, kw)?,
            ExprKind::DmlTargetCopy(column) => self.target_copy(column)?,
            ExprKind::Extract { field, element } => self.extract(field, element, kw)?,
            ExprKind::Tuple(items) => format!("({})", self.joined(items, ", ", kw)?),
            ExprKind::ScalarSelect(query) | ExprKind::Subquery(query) => {
                let inner = Kw { within_columns: false, within_label: false, render_label: None, ..*kw };
                let inner = Kw { asfrom: false, compound_index: None, ..inner };
                format!("({})", self.query(query, &inner)?)
            }
            ExprKind::CollationClause(name) => self.collation(name),
            ExprKind::ScalarValues(values) => {
                format!("({})", self.from(&From::Alias(values.clone()), &Kw { asfrom: false, ..*kw })?)
            }
            ExprKind::Custom => return Err(CompileError::compile("nobody compiles this element")),
        })
    }

    /// Expressions with something between; empty ones are left out.
    pub(super) fn joined(&mut self, items: &[Expr], separator: &str, kw: &Kw<'_>) -> Result<String, CompileError> {
        let mut out = String::new();
        for item in items {
            let text = self.expr(item, kw)?;
            if text.is_empty() {
                continue;
            }
            if !out.is_empty() {
                out.push_str(separator);
            }
            out.push_str(&text);
        }
        Ok(out)
    }

    /// Criteria joined by AND, constants folded.
    pub(super) fn criteria(&mut self, items: &[Expr], kw: &Kw<'_>) -> Result<String, CompileError> {
        let items = crate::sql::build::where_clauses(items);
        self.joined(&items, " AND ", kw)
    }

    pub(super) fn query(&mut self, query: &Query, kw: &Kw<'_>) -> Result<String, CompileError> {
        match query {
            Query::Select(select) => self.select(select, kw),
            Query::Compound(compound) => self.compound(compound, kw),
            Query::Text(text) => self.text_statement(text, kw),
        }
    }

    /// The name of a column as rendered, without its table.
    pub(super) fn column_text(&mut self, column: &ColumnRef) -> Result<QuotedName, CompileError> {
        let label = column_name(column);
        if let LabelText::Plain(name) = &label
            && name.is_empty()
            && column.schema.is_some()
        {
            if self.dialect.is_stringify {
                return Ok("<name unknown>".into());
            }
            return Err(CompileError::compile("Cannot compile Column object until its 'name' is assigned."));
        }
        Ok(self.given_or_label_text('c', &label))
    }

    pub(super) fn column(&mut self, column: &ColumnRef, kw: &Kw<'_>) -> Result<String, CompileError> {
        if column.is_literal {
            let name = column.name();
            let text = if self.dialect.doubles_percents() { name.replace('%', "%%") } else { name.to_string() };
            return self.with_table(column, text, kw);
        }
        let name = self.column_text(column)?;
        let quoted = self.quote_name(&name);
        self.with_table(column, quoted, kw)
    }

    fn with_table(&mut self, column: &ColumnRef, name: String, kw: &Kw<'_>) -> Result<String, CompileError> {
        if !kw.include_table {
            return Ok(name);
        }
        let table = column.table.borrow().clone();
        Ok(match &table {
            Some(From::Table(table)) => {
                let schema = self.effective_schema(table.schema.as_ref(), table.quote_schema)?;
                match schema {
                    Some(schema) => format!("{schema}.{}.{name}", self.dialect.quote(&table.name, table.quote)),
                    None if table.schema.is_some() => {
                        format!("{}.{name}", self.dialect.quote(&table.name, table.quote))
                    }
                    None => format!("{}.{name}", self.plain_table_name(&table.name, table.quote)),
                }
            }
            Some(From::Lightweight(table)) => match &table.schema {
                Some(schema) => {
                    format!("{}.{}.{name}", self.quote(schema), self.dialect.quote(&table.name, table.quote))
                }
                None => format!("{}.{name}", self.plain_table_name(&table.name, table.quote)),
            },
            Some(From::Alias(alias)) => {
                if matches!(alias.kind, AliasKind::Values) && alias.is_unnamed_values() {
                    return Ok(name);
                }
                let alias_name = self.alias_name(&alias.name);
                format!("{}.{name}", self.quote_name(&alias_name))
            }
            _ => name,
        })
    }

    /// A table's name before a column, when no schema stands before it.
    fn plain_table_name(&mut self, name: &Rc<str>, quote: Option<bool>) -> String {
        if let Some(key) = self.ambiguous_names.get(name).copied() {
            let text = self.label_text('a', &LabelText::Anon(key, name.clone()));
            return self.quote_name(&text);
        }
        self.dialect.quote(name, quote)
    }

    pub(super) fn alias_name(&mut self, name: &Name) -> QuotedName {
        self.given_or_label_text('a', &LabelText::of_name(name))
    }

    fn collation(&self, name: &str) -> String {
        // The name is quoted where it is case sensitive; dotted ones are schema and name.
        self.quote(name)
    }

    fn label(&mut self, expr: &Expr, name: &Name, element: &Expr, kw: &Kw<'_>) -> Result<String, CompileError> {
        if kw.within_columns && !kw.within_label {
            // The label takes its number before what is inside does.
            let name = self.given_or_label_text('c', &LabelText::of_name(name));
            let text =
                self.expr(element, &Kw { within_columns: true, within_label: true, render_label: None, ..*kw })?;
            return Ok(format!("{text} AS {}", self.quote_name(&name)));
        }
        if kw.render_label.is_some_and(|it| it.is(expr)) {
            let name = self.given_or_label_text('c', &LabelText::of_name(name));
            return Ok(self.quote_name(&name));
        }
        self.expr(element, &Kw { within_columns: false, ..*kw })
    }

    fn label_reference(&mut self, inner: &Expr, kw: &Kw<'_>) -> Result<String, CompileError> {
        let mut kw = *kw;
        let label = order_by_label_element(inner);
        if let Some(label) = label
            && let ExprKind::Label { name, .. } = label.kind()
            && self.resolves_label(&LabelText::of_name(name), label, kw.within_columns)?
        {
            kw.render_label = Some(label);
        }
        self.expr(inner, &kw)
    }

    fn textual_label_reference(&mut self, name: &Rc<str>, kw: &Kw<'_>) -> Result<String, CompileError> {
        if self.stack.is_empty() {
            return Ok(name.to_string());
        }
        match self.resolve_text_label(name, kw.within_columns)? {
            Some(column) => {
                let kw = Kw { render_label: Some(&column), ..*kw };
                self.expr(&column, &kw)
            }
            None => Err(CompileError::compile(format!(
                "Can't resolve label reference for ORDER BY / GROUP BY / DISTINCT etc. Textual SQL expression {0} \
                 should be explicitly declared as text({0})",
                crate::util::pyrepr::str_repr(name)
            ))),
        }
    }

    pub(super) fn function(&mut self, function: &Function, kw: &Kw<'_>) -> Result<String, CompileError> {
        let kw = Kw { within_aggregate: true, ..*kw };
        let lower = function.name.to_lowercase();
        if let Some(text) = self.special_function(&lower, function, &kw)? {
            return Ok(text);
        }
        let args = self.function_args(function, &kw)?;
        let known = function.packages.is_empty().then(|| known_spelling(&function.name)).flatten();
        let mut text = String::new();
        for package in &function.packages {
            let quoted = if has_illegal_characters(package) { self.quote(package) } else { package.to_string() };
            text = text + &quoted + ".";
        }
        match known {
            Some(name) => {
                text += name;
                if !function.is_ansi {
                    text += &args;
                }
            }
            None => {
                let name = &function.name;
                text += &if function.quote {
                    self.dialect.quote(name, Some(true))
                } else if has_illegal_characters(name) {
                    self.quote(name)
                } else {
                    name.to_string()
                };
                text += &args;
            }
        }
        Ok(text)
    }

    fn function_args(&mut self, function: &Function, kw: &Kw<'_>) -> Result<String, CompileError> {
        let oracle = self.dialect.kind == DialectKind::Oracle;
        if oracle && function.args.is_empty() && oracle::stands_without_arguments(&function.name) {
            return Ok(String::new());
        }
        let mut args = if self.is_overridden("clauselist") {
            let clauses = function.args.clone();
            let list = ExprKind::List { op: Op::Comma, clauses, group: false };
            self.expr(&Expr::new(list, crate::sql::types::null_type()), kw)?
        } else {
            self.joined(&function.args, ", ", kw)?
        };
        if !function.order_by.is_empty() {
            let order_by = self.joined(&function.order_by, ", ", kw)?;
            if oracle {
                return Ok(format!("({args}) WITHIN GROUP (ORDER BY {order_by})"));
            }
            args = format!("{args} ORDER BY {order_by}");
        }
        Ok(format!("({args})"))
    }

    /// Functions that a dialect spells in its own way.
    fn special_function(
        &mut self,
        name: &str,
        function: &Function,
        kw: &Kw<'_>,
    ) -> Result<Option<String>, CompileError> {
        Ok(match (self.dialect.kind, name) {
            (DialectKind::Sqlite | DialectKind::Oracle, "now") => Some("CURRENT_TIMESTAMP".to_owned()),
            (DialectKind::Sqlite, "localtimestamp") => Some("DATETIME(CURRENT_TIMESTAMP, 'localtime')".to_owned()),
            // The reference forgets here, and for PostgreSQL's power, that values were to be written out.
            (DialectKind::Sqlite, "char_length") => {
                Some(format!("length{}", self.function_args(function, &Kw::default())?))
            }
            (DialectKind::Postgresql, "pow") => Some(format!("power{}", self.function_args(function, &Kw::default())?)),
            (DialectKind::Oracle, "pow") => Some(format!("POWER{}", self.function_args(function, &Kw::default())?)),
            (DialectKind::Oracle, "char_length") => Some(format!("LENGTH{}", self.function_args(function, kw)?)),
            (DialectKind::Mysql, "rollup") => Some(format!("{} WITH ROLLUP", self.joined(&function.args, ", ", kw)?)),
            (DialectKind::Mysql, "random") => Some(format!("rand{}", self.function_args(function, kw)?)),
            (kind, "next_value") => {
                // The name of a sequence, and its schema where there is one.
                let names: Vec<String> = function
                    .args
                    .iter()
                    .filter_map(|it| match it.kind() {
                        ExprKind::Text(name) => Some(self.quote(&name.text)),
                        _ => None,
                    })
                    .rev()
                    .collect();
                let name = names.join(".");
                Some(match kind {
                    DialectKind::Postgresql => format!("nextval('{name}')"),
                    DialectKind::Mysql => format!("nextval({name})"),
                    DialectKind::Oracle => format!("{name}.nextval"),
                    DialectKind::Default if self.dialect.is_stringify => format!("<next sequence value: {name}>"),
                    _ => {
                        return Err(CompileError::NotImplemented(format!(
                            "Dialect '{}' does not support sequence increments.",
                            self.dialect.name
                        )));
                    }
                })
            }
            (DialectKind::Mysql, "sysdate") => Some("SYSDATE()".to_owned()),
            (DialectKind::Default, "aggregate_strings") if self.dialect.is_plain() => {
                let name = &self.dialect.name;
                return Err(CompileError::compile(format!(
                    "{name} dialect does not support the aggregate_strings function"
                )));
            }
            (kind, "aggregate_strings") => {
                let [value, delimiter] = &function.args[..] else { return Ok(None) };
                let value = self.expr(value, kw)?;
                let delimiter = self.expr(delimiter, &Kw { literal_execute: true, ..*kw })?;
                let order_by = if function.order_by.is_empty() {
                    String::new()
                } else {
                    format!(" ORDER BY {}", self.joined(&function.order_by, ", ", kw)?)
                };
                Some(match kind {
                    DialectKind::Oracle if function.order_by.is_empty() => format!("LISTAGG({value}, {delimiter})"),
                    DialectKind::Oracle => {
                        format!("LISTAGG({value}, {delimiter}) WITHIN GROUP ({})", order_by.trim_start())
                    }
                    DialectKind::Sqlite => format!("group_concat({value}, {delimiter}{order_by})"),
                    DialectKind::Postgresql => format!("string_agg({value}, {delimiter}{order_by})"),
                    DialectKind::Mysql => format!("group_concat({value}{order_by} SEPARATOR {delimiter})"),
                    DialectKind::Default => format!("aggregate_strings({value}, {delimiter}{order_by})"),
                })
            }
            _ => None,
        })
    }

    /// `ARRAY[a, b]`
    fn array(&mut self, function: &Function, expr: &Expr, kw: &Kw<'_>) -> Result<String, CompileError> {
        self.own_of(Dialect::postgresql(), "sqlalchemy.dialects.postgresql.array.array", |it| {
            let text = format!("ARRAY[{}]", it.joined(&function.args, ", ", kw)?);
            let ty = super::types::bind_cast(expr.ty(), &it.dialect).filter(|it| !it.starts_with("NULL"));
            Ok(match ty.filter(|_| function.args.is_empty()) {
                Some(ty) => format!("{text}::{ty}"),
                None => text,
            })
        })
    }

    /// What only one dialect can write: an element of this class.
    pub(super) fn own_of(
        &mut self,
        dialect: Dialect,
        class: &str,
        write: impl FnOnce(&mut Self) -> Result<String, CompileError>,
    ) -> Result<String, CompileError> {
        if self.dialect.kind != dialect.kind && !self.dialect.is_stringify {
            return Err(self.unsupported(class));
        }
        self.shown_as_in(dialect, write)
    }

    /// Where `str()` has no words of its own, it shows those of another dialect, with the parameters as there.
    pub(super) fn shown_as_in(
        &mut self,
        dialect: Dialect,
        write: impl FnOnce(&mut Self) -> Result<String, CompileError>,
    ) -> Result<String, CompileError> {
        if !self.dialect.is_stringify {
            return write(self);
        }
        let outer = std::mem::replace(&mut self.dialect, dialect);
        let text = write(self).map(|it| self.rendered(&it));
        self.dialect = outer;
        text
    }

    fn over(&mut self, over: &Over, kw: &Kw<'_>) -> Result<String, CompileError> {
        let element = self.expr(&over.element, kw)?;
        // Its parameters are numbered before those of the other parts.
        let frame = over.frame.as_ref().map(|it| self.frame(it, kw)).transpose()?;
        let mut parts = Vec::new();
        if !over.partition_by.is_empty() {
            parts.push(format!("PARTITION BY {}", self.joined(&over.partition_by, ", ", kw)?));
        }
        if !over.order_by.is_empty() {
            parts.push(format!("ORDER BY {}", self.joined(&over.order_by, ", ", kw)?));
        }
        parts.extend(frame);
        Ok(format!("{element} OVER ({})", parts.join(" ")))
    }

    fn frame(&mut self, frame: &Frame, kw: &Kw<'_>) -> Result<String, CompileError> {
        let mut bound = |bound: &FrameBound, unbounded: &str| -> Result<String, CompileError> {
            Ok(match bound {
                FrameBound::Unbounded => unbounded.to_owned(),
                FrameBound::CurrentRow => "CURRENT ROW".to_owned(),
                FrameBound::Preceding(value) => format!("{} PRECEDING", self.expr(value, kw)?),
                FrameBound::Following(value) => format!("{} FOLLOWING", self.expr(value, kw)?),
            })
        };
        let lower = bound(&frame.lower, "UNBOUNDED PRECEDING")?;
        let upper = bound(&frame.upper, "UNBOUNDED FOLLOWING")?;
        let mut text = format!("{} BETWEEN {lower} AND {upper}", frame.unit);
        if let Some(exclude) = &frame.exclude {
            if !matches!(&*exclude.to_uppercase(), "CURRENT ROW" | "GROUP" | "TIES" | "NO OTHERS") {
                return Err(CompileError::compile(format!(
                    "Unexpected SQL phrase: {} (matching against '^(?:CURRENT ROW|GROUP|TIES|NO OTHERS)$')",
                    crate::util::pyrepr::str_repr(exclude)
                )));
            }
            text = format!("{text} EXCLUDE {exclude}");
        }
        Ok(text)
    }

    fn cast(&mut self, element: &Expr, expr: &Expr, try_cast: bool, kw: &Kw<'_>) -> Result<String, CompileError> {
        if try_cast && self.dialect.kind != DialectKind::Default {
            return Err(self.unsupported("sqlalchemy.sql.elements.TryCast"));
        }
        let ty = super::types::cast_type(expr.ty(), &self.dialect)?;
        let Some(ty) = ty else {
            // MySQL has no CAST to some types.
            self.warn(
                "SAWarning",
                format!(
                    "Datatype {} does not support CAST on MySQL/MariaDb; the CAST will be skipped.",
                    super::types::type_text(expr.ty(), &self.dialect)?
                ),
            );
            let grouped = crate::sql::build::self_group(element, None);
            return self.expr(&grouped, kw);
        };
        let text = self.expr(element, kw)?;
        let word = if try_cast { "TRY_CAST" } else { "CAST" };
        if self.dialect.kind == DialectKind::Oracle {
            return Ok(format!("{word}({text} AS {})", super::types::oracle_cast_type(expr.ty(), ty)));
        }
        // MySQL has the collation with the type.
        Ok(match ty.find(" COLLATE ").filter(|_| self.dialect.kind != DialectKind::Mysql) {
            Some(at) => format!("{word}({text} AS {}){}", &ty[..at], &ty[at..]),
            None => format!("{word}({text} AS {ty})"),
        })
    }

    /// The dialect's compiler has no way to write an element of this class.
    pub(super) fn unsupported(&self, class: &str) -> CompileError {
        self.unsupported_element(&format!("<class '{class}'>"))
    }

    /// The same for an element that is shown like this.
    pub(super) fn unsupported_element(&self, shown: &str) -> CompileError {
        let compiler = match self.dialect.kind {
            DialectKind::Default if !self.dialect.is_stringify => "sqlalchemy.sql.compiler.SQLCompiler",
            DialectKind::Default => "sqlalchemy.sql.compiler.StrSQLCompiler",
            DialectKind::Sqlite => "sqlalchemy.dialects.sqlite.base.SQLiteCompiler",
            DialectKind::Postgresql => "sqlalchemy.dialects.postgresql.psycopg.PGCompiler_psycopg",
            DialectKind::Mysql => "sqlalchemy.dialects.mysql.mysqldb.MySQLCompiler_mysqldb",
            DialectKind::Oracle => "sqlalchemy.dialects.oracle.cx_oracle.OracleCompiler_cx_oracle",
        };
        CompileError::UnsupportedCompilation(format!(
            "Compiler <{compiler} object at 0x7f0000000000> can't render element of type {shown}"
        ))
    }

    fn extract(&mut self, field: &str, element: &Expr, kw: &Kw<'_>) -> Result<String, CompileError> {
        let text = self.expr(element, kw)?;
        let field = match (self.dialect.kind, field) {
            (DialectKind::Mysql, "milliseconds") => "millisecond",
            _ => field,
        };
        if self.dialect.kind != DialectKind::Sqlite {
            return Ok(format!("EXTRACT({field} FROM {text})"));
        }
        let format = match field {
            "month" => "%m",
            "day" => "%d",
            "year" => "%Y",
            "second" => "%S",
            "hour" => "%H",
            "doy" => "%j",
            "minute" => "%M",
            "epoch" => "%s",
            "dow" => "%w",
            "week" => "%W",
            "quarter" | "milliseconds" | "microseconds" | "timezone_hour" | "timezone_minute" => field,
            _ => return Err(CompileError::compile(format!("{field} is not a valid extract argument."))),
        };
        Ok(format!("CAST(STRFTIME('{format}', {text}) AS INTEGER)"))
    }

    /// A FROM object where an expression stands: a table-valued column shows the alias's name.
    fn object_as_expr(&mut self, from: &From, kw: &Kw<'_>) -> Result<String, CompileError> {
        match from {
            From::Alias(alias) if !matches!(alias.kind, AliasKind::Values) => {
                let name = self.alias_name(&alias.name);
                let name = self.quote_name(&name);
                Ok(self.row_value(name))
            }
            From::Table(table) => Ok(self.row_value(self.dialect.quote(&table.name, table.quote))),
            From::Lightweight(table) => Ok(self.row_value(self.dialect.quote(&table.name, table.quote))),
            other => self.from(other, &Kw { asfrom: false, ..*kw }),
        }
    }

    /// A FROM object that stands for its rows, by name.
    fn row_value(&self, name: String) -> String {
        if self.dialect.kind == DialectKind::Oracle { name + ".COLUMN_VALUE" } else { name }
    }

    /// `IS TRUE` and `IS FALSE` of a value used as a condition.
    pub(super) fn as_boolean(&mut self, element: &Expr, truth: bool, kw: &Kw<'_>) -> Result<String, CompileError> {
        let text = self.expr(element, kw)?;
        let native = is_implicitly_boolean(element) || self.dialect.supports_native_boolean;
        Ok(match (native, truth) {
            (true, true) => text,
            (true, false) => format!("NOT {text}"),
            (false, true) => format!("{text} = 1"),
            (false, false) => format!("{text} = 0"),
        })
    }
}

/// Functions that have a spelling of their own in every dialect.
fn known_spelling(name: &str) -> Option<&'static str> {
    Some(match name {
        "coalesce" => "coalesce",
        "current_date" => "CURRENT_DATE",
        "current_time" => "CURRENT_TIME",
        "current_timestamp" => "CURRENT_TIMESTAMP",
        "current_user" => "CURRENT_USER",
        "localtime" => "LOCALTIME",
        "localtimestamp" => "LOCALTIMESTAMP",
        "random" => "random",
        "sysdate" => "sysdate",
        "session_user" => "SESSION_USER",
        "user" => "USER",
        "cube" => "CUBE",
        "rollup" => "ROLLUP",
        "grouping_sets" => "GROUPING SETS",
        _ => return None,
    })
}
