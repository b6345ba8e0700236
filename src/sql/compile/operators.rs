//! Binary and unary operators.

use super::{CompileError, Compiler, DialectKind, Kw, oracle};
use crate::sql::build::{concat_raw, literal_column};
use crate::sql::expr::{BindValue, Expr, ExprKind, Modifiers};
use crate::sql::operators::Op;
use crate::sql::types::{Affinity, TypeKind, string_type};
use crate::sql::value::Value;

impl Compiler {
    pub(super) fn unary(
        &mut self,
        operator: Option<&Op>,
        modifier: Option<&Op>,
        element: &Expr,
        kw: &Kw<'_>,
    ) -> Result<String, CompileError> {
        if operator == Some(&Op::Distinct) && !kw.within_aggregate {
            self.warn(
                "SAWarning",
                "Column-expression-level unary distinct() should not be used outside of an aggregate function. For \
                 general 'SELECT DISTINCT' support use select().distinct()."
                    .to_owned(),
            );
        }
        match (operator, modifier) {
            (Some(Op::BitwiseNot), _) if self.dialect.kind == DialectKind::Oracle => Err(oracle::cannot("bitwise_not")),
            (Some(Op::IsTrue), _) => self.as_boolean(element, true, kw),
            (Some(Op::IsFalse), _) => self.as_boolean(element, false, kw),
            (Some(Op::Custom { text, .. }), _) => Ok(format!("{} {}", self.percents(text), self.expr(element, kw)?)),
            (Some(op), _) => Ok(format!("{}{}", op.sql().unwrap_or_default(), self.expr(element, kw)?)),
            (None, Some(Op::Custom { text, .. })) => Ok(format!("{} {}", self.expr(element, kw)?, self.percents(text))),
            (None, Some(Op::NullsFirst | Op::NullsLast)) if self.dialect.kind == DialectKind::Mysql => {
                let element = self.expr(element, kw)?;
                Ok(format!("{element}{}", modifier.and_then(Op::sql).unwrap_or_default()))
            }
            (None, Some(op)) => Ok(format!("{}{}", self.expr(element, kw)?, op.sql().unwrap_or_default())),
            (None, None) => Err(CompileError::compile("Unary expression has no operator or modifier")),
        }
    }

    fn percents(&self, text: &str) -> String {
        if self.dialect.doubles_percents() { text.replace('%', "%%") } else { text.to_owned() }
    }

    fn generic(
        &mut self,
        left: &Expr,
        op: &str,
        right: &Expr,
        eager: bool,
        kw: &Kw<'_>,
    ) -> Result<String, CompileError> {
        let inner = Kw { in_operator: true, ..*kw };
        let text = format!("{}{op}{}", self.expr(left, &inner)?, self.expr(right, &inner)?);
        Ok(if kw.in_operator && eager { format!("({text})") } else { text })
    }

    #[allow(clippy::too_many_lines)]
    pub(super) fn binary(
        &mut self,
        expr: &Expr,
        op: &Op,
        left: &Expr,
        right: &Expr,
        modifiers: &Modifiers,
        kw: &Kw<'_>,
    ) -> Result<String, CompileError> {
        let kind = self.dialect.kind;
        if let Some(linter) = &mut self.linter
            && op.is_comparison()
        {
            linter.add_comparison(left, right);
        }
        if kw.literal_binds && !matches!(op, Op::Is | Op::IsNot) {
            for side in [left, right] {
                if let ExprKind::Bind(bind) = side.kind()
                    && matches!(bind.value, BindValue::Required | BindValue::Value(Value::Null))
                {
                    let name = self.bind_name(&bind.key);
                    self.warn(
                        "SAWarning",
                        format!(
                            "Bound parameter '{name}' rendering literal NULL in a SQL expression; comparisons to NULL \
                             should not use operators outside of 'is' or 'is not' (this warning may be suppressed after \
                             10 occurrences)"
                        ),
                    );
                }
            }
        }
        if *op == Op::Match && kind != DialectKind::Mysql && is_mysql_match(modifiers) {
            return Err(self.unsupported("sqlalchemy.dialects.mysql.expression.match"));
        }
        let lowered = |it: &Expr| lower(it);
        if kind == DialectKind::Oracle
            && let Some(text) = self.oracle_binary(op, left, right, modifiers, kw)?
        {
            return Ok(text);
        }
        match op {
            Op::TrueDiv => {
                let (left_text, right_text) = (self.expr(left, kw)?, self.expr(right, kw)?);
                Ok(match kind {
                    DialectKind::Sqlite => format!("{left_text} / ({right_text} + 0.0)"),
                    _ if self.dialect.div_is_floordiv => {
                        let ty = match right.ty().affinity() {
                            Affinity::Numeric | Affinity::Float => {
                                super::types::cast_type(right.ty(), &self.dialect)?.unwrap_or_default()
                            }
                            _ => "NUMERIC".to_owned(),
                        };
                        format!("{left_text} / CAST({right_text} AS {ty})")
                    }
                    _ => format!("{left_text} / {right_text}"),
                })
            }
            Op::FloorDiv => {
                let text = format!("{} / {}", self.expr(left, kw)?, self.expr(right, kw)?);
                let integers = left.ty().affinity() == Affinity::Integer && right.ty().affinity() == Affinity::Integer;
                Ok(if self.dialect.div_is_floordiv && integers { text } else { format!("FLOOR({text})") })
            }
            Op::Mod => {
                let percent = if self.dialect.doubles_percents() { " %% " } else { " % " };
                Ok(format!("{}{percent}{}", self.expr(left, kw)?, self.expr(right, kw)?))
            }
            Op::NotIn => {
                let kw = Kw { is_negated_in: true, ..*kw };
                Ok(format!("({})", self.generic(left, " NOT IN ", right, false, &kw)?))
            }
            Op::In => self.generic(left, " IN ", right, false, &Kw { is_negated_in: false, ..*kw }),
            Op::Between | Op::NotBetween => {
                let not = if *op == Op::NotBetween { " NOT" } else { "" };
                let symmetric = if modifiers.symmetric { " SYMMETRIC" } else { "" };
                self.generic(left, &format!("{not} BETWEEN{symmetric} "), right, false, kw)
            }
            Op::Like | Op::NotLike => self.like(left, right, *op == Op::NotLike, modifiers, kw),
            Op::ILike | Op::NotILike => {
                let not = *op == Op::NotILike;
                if kind == DialectKind::Postgresql {
                    return self.matching("ILIKE", left, right, not, modifiers, kw);
                }
                self.like(&lowered(left), &lowered(right), not, modifiers, kw)
            }
            Op::StartsWith | Op::NotStartsWith => {
                let right = concat_raw(&[right, &percent()]);
                self.like(left, &right, *op == Op::NotStartsWith, modifiers, kw)
            }
            Op::EndsWith | Op::NotEndsWith => {
                let right = concat_raw(&[&percent(), right]);
                self.like(left, &right, *op == Op::NotEndsWith, modifiers, kw)
            }
            Op::Contains | Op::NotContains => {
                let right = concat_raw(&[&percent(), right, &percent()]);
                self.like(left, &right, *op == Op::NotContains, modifiers, kw)
            }
            Op::IStartsWith | Op::NotIStartsWith => {
                let right = concat_raw(&[&self.case_insensitive(right), &percent()]);
                self.ilike_lowered(left, &right, *op == Op::NotIStartsWith, modifiers, kw)
            }
            Op::IEndsWith | Op::NotIEndsWith => {
                let right = concat_raw(&[&percent(), &self.case_insensitive(right)]);
                self.ilike_lowered(left, &right, *op == Op::NotIEndsWith, modifiers, kw)
            }
            Op::IContains | Op::NotIContains => {
                let right = concat_raw(&[&percent(), &self.case_insensitive(right), &percent()]);
                self.ilike_lowered(left, &right, *op == Op::NotIContains, modifiers, kw)
            }
            Op::IsDistinctFrom | Op::IsNotDistinctFrom if kind == DialectKind::Sqlite => {
                let word = if *op == Op::IsDistinctFrom { "IS NOT" } else { "IS" };
                // The reference forgets here that values were to be written out.
                let plain = Kw::default();
                Ok(format!("{} {word} {}", self.expr(left, &plain)?, self.expr(right, &plain)?))
            }
            Op::IsDistinctFrom | Op::IsNotDistinctFrom if kind == DialectKind::Mysql => {
                let plain = Kw::default();
                let text = format!("{} <=> {}", self.expr(left, &plain)?, self.expr(right, &plain)?);
                Ok(if *op == Op::IsDistinctFrom { format!("NOT ({text})") } else { text })
            }
            Op::Concat if kind == DialectKind::Mysql => {
                Ok(format!("concat({}, {})", self.expr(left, kw)?, self.expr(right, kw)?))
            }
            Op::Match | Op::NotMatch if kind != DialectKind::Sqlite => self.full_text(op, left, right, modifiers, kw),
            Op::NotMatch => Ok(format!("NOT {}", self.generic(left, " MATCH ", right, false, kw)?)),
            Op::RegexpMatch | Op::NotRegexpMatch => self.regexp(op, left, right, modifiers, kw),
            Op::RegexpReplace => match kind {
                DialectKind::Default if !self.dialect.is_stringify => {
                    Err(CompileError::compile("default dialect does not support regular expression replacements"))
                }
                DialectKind::Default => {
                    Ok(format!("<regexp replace>({}, {})", self.expr(left, kw)?, self.expr(right, kw)?))
                }
                DialectKind::Postgresql | DialectKind::Mysql | DialectKind::Oracle => {
                    let flags = match &modifiers.flags {
                        Some(flags) => format!(", {}", super::literal::quoted(flags, &self.dialect)),
                        None => String::new(),
                    };
                    Ok(format!("REGEXP_REPLACE({}, {}{flags})", self.expr(left, kw)?, self.expr(right, kw)?))
                }
                DialectKind::Sqlite => {
                    Err(CompileError::compile("sqlite dialect does not support regular expression replacements"))
                }
            },
            Op::BitwiseXor if kind == DialectKind::Sqlite => {
                let or = self.generic(left, " | ", right, true, kw)?;
                let and = self.generic(left, " & ", right, true, kw)?;
                Ok(format!("({or} - {and})"))
            }
            Op::BitwiseXor if kind == DialectKind::Postgresql => self.generic(left, " # ", right, false, kw),
            Op::JsonGetitem | Op::JsonPathGetitem => self.json_getitem(expr, op, left, right, kw),
            Op::Getitem if kind != DialectKind::Postgresql && !self.dialect.is_stringify => {
                Err(self.unsupported_element("<built-in function getitem>"))
            }
            Op::Getitem => Ok(format!("{}[{}]", self.expr(left, kw)?, self.expr(right, kw)?)),
            Op::Custom { text, eager_grouping, .. } => {
                let text = format!(" {} ", self.percents(text));
                self.generic(left, &text, right, *eager_grouping, kw)
            }
            _ => match op.sql() {
                Some(text) => self.generic(left, text, right, false, kw),
                None => {
                    Err(CompileError::UnsupportedCompilation(format!("Compiler can't render element of type {op:?}")))
                }
            },
        }
    }

    fn like(
        &mut self,
        left: &Expr,
        right: &Expr,
        not: bool,
        modifiers: &Modifiers,
        kw: &Kw<'_>,
    ) -> Result<String, CompileError> {
        self.matching("LIKE", left, right, not, modifiers, kw)
    }

    /// `left LIKE right` and `left ILIKE right`.
    fn matching(
        &mut self,
        word: &str,
        left: &Expr,
        right: &Expr,
        not: bool,
        modifiers: &Modifiers,
        kw: &Kw<'_>,
    ) -> Result<String, CompileError> {
        let not = if not { "NOT " } else { "" };
        let text = format!("{} {not}{word} {}", self.expr(left, kw)?, self.expr(right, kw)?);
        self.with_escape(text, modifiers)
    }

    fn ilike_lowered(
        &mut self,
        left: &Expr,
        right: &Expr,
        not: bool,
        modifiers: &Modifiers,
        kw: &Kw<'_>,
    ) -> Result<String, CompileError> {
        if self.dialect.kind == DialectKind::Postgresql {
            return self.matching("ILIKE", left, right, not, modifiers, kw);
        }
        self.like(&lower(left), right, not, modifiers, kw)
    }

    /// An operand of the case-insensitive operators; PostgreSQL's ILIKE needs no `lower()`.
    fn case_insensitive(&self, expr: &Expr) -> Expr {
        if self.dialect.kind == DialectKind::Postgresql {
            // An element of its own, which a chain of `||` does not take apart.
            let grouped = crate::sql::build::self_group(expr, None);
            expr.with_kind(ExprKind::TypeCoerce(grouped))
        } else {
            lower(expr)
        }
    }

    fn with_escape(&self, text: String, modifiers: &Modifiers) -> Result<String, CompileError> {
        Ok(match &modifiers.escape {
            Some(escape) => {
                let value = Value::Text(escape.clone());
                format!("{text} ESCAPE {}", super::literal::literal_text(&value, &string_type(), &self.dialect)?)
            }
            None => text,
        })
    }

    fn full_text(
        &mut self,
        op: &Op,
        left: &Expr,
        right: &Expr,
        modifiers: &Modifiers,
        kw: &Kw<'_>,
    ) -> Result<String, CompileError> {
        let text = match self.dialect.kind {
            DialectKind::Postgresql => {
                let config = modifiers.flags.as_ref();
                let config = config.map_or(String::new(), |it| super::literal::quoted(it, &self.dialect) + ", ");
                format!("{} @@ plainto_tsquery({config}{})", self.expr(left, kw)?, self.expr(right, kw)?)
            }
            DialectKind::Mysql => {
                let modes = modifiers.flags.as_ref().and_then(|it| it.strip_prefix("mysql:"));
                let modes = mysql_match_modes(modes.unwrap_or("in_boolean_mode"))?;
                format!("MATCH ({}) AGAINST ({}{modes})", self.expr(left, kw)?, self.expr(right, kw)?)
            }
            _ => self.generic(left, " MATCH ", right, false, kw)?,
        };
        Ok(if *op == Op::NotMatch { format!("NOT {text}") } else { text })
    }

    fn regexp(
        &mut self,
        op: &Op,
        left: &Expr,
        right: &Expr,
        modifiers: &Modifiers,
        kw: &Kw<'_>,
    ) -> Result<String, CompileError> {
        let not = *op == Op::NotRegexpMatch;
        let word = match self.dialect.kind {
            DialectKind::Mysql if modifiers.flags.is_some() => {
                let flags = modifiers.flags.as_deref().unwrap_or_default();
                let flags = super::literal::quoted(flags, &self.dialect);
                let text = format!("REGEXP_LIKE({}, {}, {flags})", self.expr(left, kw)?, self.expr(right, kw)?);
                return Ok(if not { format!("NOT {text}") } else { text });
            }
            DialectKind::Postgresql if modifiers.flags.as_deref().is_some_and(|it| it != "i") => {
                let flags = modifiers.flags.as_deref().unwrap_or_default();
                let flags = super::literal::quoted(flags, &self.dialect);
                let word = if not { "!~" } else { "~" };
                let text =
                    format!("{} {word} CONCAT('(?', {flags}, ')', {})", self.expr(left, kw)?, self.expr(right, kw)?);
                return Ok(text);
            }
            DialectKind::Sqlite | DialectKind::Mysql => {
                if not {
                    " NOT REGEXP "
                } else {
                    " REGEXP "
                }
            }
            DialectKind::Default if !self.dialect.is_stringify => {
                return Err(CompileError::compile("default dialect does not support regular expressions"));
            }
            DialectKind::Default | DialectKind::Oracle => {
                if not {
                    " <not regexp> "
                } else {
                    " <regexp> "
                }
            }
            DialectKind::Postgresql => match (modifiers.flags.as_deref(), not) {
                (Some("i"), false) => " ~* ",
                (Some("i"), true) => " !~* ",
                (_, false) => " ~ ",
                (_, true) => " !~ ",
            },
        };
        self.generic(left, word, right, false, kw)
    }

    fn json_getitem(
        &mut self,
        expr: &Expr,
        op: &Op,
        left: &Expr,
        right: &Expr,
        kw: &Kw<'_>,
    ) -> Result<String, CompileError> {
        let is_json = expr.ty().affinity() == Affinity::Json;
        match self.dialect.kind {
            DialectKind::Sqlite => {
                let (left, right) = (self.expr(left, kw)?, self.expr(right, kw)?);
                if is_json {
                    return Ok(format!("JSON_QUOTE(JSON_EXTRACT({left}, {right}))"));
                }
                let ty = super::types::cast_type(expr.ty(), &self.dialect)?.unwrap_or_default();
                Ok(format!("CAST(JSON_EXTRACT({left}, {right}) AS {ty})"))
            }
            DialectKind::Postgresql => {
                let is_path = *op == Op::JsonPathGetitem;
                if is_json && !is_path && left.ty().is_spelled("JSONB") {
                    return Ok(format!("{}[{}]", self.expr(left, kw)?, self.expr(right, kw)?));
                }
                if is_json {
                    return self.generic(left, if is_path { " #> " } else { " -> " }, right, true, kw);
                }
                let text = self.generic(left, if is_path { " #>> " } else { " ->> " }, right, true, kw)?;
                let ty = super::types::cast_type(expr.ty(), &self.dialect)?.unwrap_or_default();
                Ok(format!("CAST({text} AS {ty})"))
            }
            DialectKind::Mysql => {
                let extract = format!("JSON_EXTRACT({}, {})", self.expr(left, kw)?, self.expr(right, kw)?);
                if is_json {
                    return Ok(extract);
                }
                // JSON's null is no NULL, which this must become.
                let value = match (expr.ty().affinity(), &expr.ty().kind) {
                    (Affinity::Boolean, _) => {
                        return Ok(format!("CASE {extract} WHEN 'null' THEN NULL WHEN true THEN true ELSE false END"));
                    }
                    (Affinity::Integer, _) => format!("CAST({extract} AS SIGNED INTEGER)"),
                    (_, TypeKind::Numeric { precision: Some(precision), scale: Some(scale), .. }) => {
                        format!("CAST({extract} AS DECIMAL({precision}, {scale}))")
                    }
                    (Affinity::Numeric | Affinity::Float, _) => format!("{extract}+0.0000000000000000000000"),
                    (Affinity::String, _) => format!("JSON_UNQUOTE({extract})"),
                    _ => extract.clone(),
                };
                Ok(format!("CASE {extract} WHEN 'null' THEN NULL ELSE {value} END"))
            }
            DialectKind::Oracle => self.oracle_json(expr.ty(), left, right, kw),
            DialectKind::Default => Ok(format!("{}[{}]", self.expr(left, kw)?, self.expr(right, kw)?)),
        }
    }
}

/// `'%'`
fn percent() -> Expr {
    literal_column("'%'", Some(string_type()))
}

/// `lower(expr)`
fn lower(expr: &Expr) -> Expr {
    crate::sql::build::lowered(expr)
}

/// The modes of `mysql.match()` as they are written.
/// `mysql.match()`, not the operator.
fn is_mysql_match(modifiers: &Modifiers) -> bool {
    modifiers.flags.as_ref().is_some_and(|it| it.starts_with("mysql:"))
}

fn mysql_match_modes(names: &str) -> Result<String, CompileError> {
    let has = |name: &str| names.split(',').any(|it| it == name);
    let modes = [
        ("in_boolean_mode", " IN BOOLEAN MODE"),
        ("in_natural_language_mode", " IN NATURAL LANGUAGE MODE"),
        ("with_query_expansion", " WITH QUERY EXPANSION"),
    ];
    let given: Vec<bool> = modes.iter().map(|it| has(it.0)).collect();
    if given[0] && (given[1] || given[2]) {
        let flags: Vec<String> = modes
            .iter()
            .zip(&given)
            .map(|((name, _), given)| format!("{name}={}", if *given { "True" } else { "False" }))
            .collect();
        return Err(CompileError::compile(format!("Invalid MySQL match flags: {}", flags.join(", "))));
    }
    Ok(modes.iter().zip(&given).filter(|(_, given)| **given).map(|(mode, _)| mode.1).collect())
}
