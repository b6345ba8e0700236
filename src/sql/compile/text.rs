//! `text()`: parameters in it, and as a statement.

use super::{CompileError, Compiler, Kw, ResultColumn, StackEntry};
use crate::sql::expr::{Bind, BindValue, Expr, TextClause};
use crate::sql::labels::tablename_plus_col;
use crate::sql::types::{Type, null_type};
use std::rc::Rc;

/// A part of a text: SQL, or the name of a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::sql) enum TextPart {
    Sql(String),
    Param(Rc<str>),
}

/// Finds `:name`, but not `::`, `\:` or a colon behind a word.
pub(in crate::sql) fn parse_text(text: &str) -> Vec<TextPart> {
    let chars: Vec<char> = text.chars().collect();
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut parts = Vec::new();
    let mut sql = String::new();
    let mut i = 0;
    while i < chars.len() {
        let c = chars[i];
        if c == ':' {
            let before = if i == 0 { None } else { Some(chars[i - 1]) };
            let free = before.is_none_or(|b| b != ':' && b != '\\' && !is_word(b));
            let mut end = i + 1;
            while end < chars.len() && is_word(chars[end]) {
                end += 1;
            }
            if free && end > i + 1 && chars.get(end) != Some(&':') {
                if !sql.is_empty() {
                    parts.push(TextPart::Sql(std::mem::take(&mut sql)));
                }
                parts.push(TextPart::Param(chars[i + 1..end].iter().collect::<String>().into()));
                i = end;
                continue;
            }
        }
        // A backslash before a colon is dropped.
        if c == '\\' && chars.get(i + 1) == Some(&':') {
            let mut end = i + 2;
            while end < chars.len() && is_word(chars[end]) {
                end += 1;
            }
            if chars.get(end) != Some(&':') {
                sql.extend(&chars[i + 1..end]);
                i = end;
                continue;
            }
        }
        sql.push(c);
        i += 1;
    }
    if !sql.is_empty() {
        parts.push(TextPart::Sql(sql));
    }
    parts
}

impl TextClause {
    /// Names of the parameters in the text, each once.
    pub fn param_names(&self) -> Vec<Rc<str>> {
        let mut names: Vec<Rc<str>> = Vec::new();
        for part in parse_text(&self.text) {
            if let TextPart::Param(name) = part
                && !names.contains(&name)
            {
                names.push(name);
            }
        }
        names
    }
}

impl Compiler {
    /// `text()` in an expression.
    pub(super) fn text_clause(&mut self, text: &TextClause, kw: &Kw<'_>) -> Result<String, CompileError> {
        if self.stack.is_empty() {
            self.is_plain_text = true;
        }
        let mut out = String::with_capacity(text.text.len());
        for part in parse_text(&text.text) {
            match part {
                TextPart::Sql(sql) if self.dialect.doubles_percents() => out += &sql.replace('%', "%%"),
                TextPart::Sql(sql) => out += &sql,
                TextPart::Param(name) => {
                    let (bind, ty) = text_bind(text, &name);
                    out += &self.bind(&bind, &ty, kw)?;
                }
            }
        }
        Ok(out)
    }

    /// `text()` as a statement, or as a query inside another.
    pub(super) fn text_statement(&mut self, text: &Rc<TextClause>, kw: &Kw<'_>) -> Result<String, CompileError> {
        if text.columns.is_empty() && self.stack.is_empty() {
            return self.text_clause(text, kw);
        }
        let toplevel = self.stack.is_empty();
        let populate = toplevel
            || (kw.compound_index == Some(0) && self.stack.last().is_some_and(|it| it.need_result_map_for_compound));
        self.stack.push(StackEntry::default());
        if populate {
            self.ordered_columns = text.positional_columns;
            self.textual_ordered_columns = text.positional_columns;
            self.loose_column_name_matching = !text.positional_columns && !text.columns.is_empty();
            for column in &text.columns {
                let name = column.name();
                self.result_columns.push(ResultColumn {
                    keyname: Some(name.clone()),
                    name: name.clone(),
                    targets: vec![Expr::column(column)],
                    names: [Some(name), Some(column.key()), tablename_plus_col(&Expr::column(column))]
                        .into_iter()
                        .flatten()
                        .collect(),
                    ty: column.ty(),
                });
            }
        }
        self.independent_ctes(&text.independent_ctes, &[], kw)?;
        for expr in &text.column_exprs {
            self.expr(expr, kw)?;
        }
        let mut out = self.text_clause(text, kw)?;
        let nesting = if toplevel { None } else { Some(self.stack.len()) };
        out = self.with_ctes(out, nesting, false);
        self.stack.pop();
        Ok(out)
    }
}

/// A parameter of a text, with its type: one that `bindparams()` told of, or one that needs a value.
fn text_bind(text: &TextClause, name: &Rc<str>) -> (Bind, Type) {
    let bind = text.bind_of(name).cloned().unwrap_or_else(|| Bind::to_be_given(name.clone()));
    let ty = text.bind_types.iter().find(|it| it.0 == *name).map(|it| it.1.clone());
    let ty = ty.unwrap_or_else(|| match &bind.value {
        BindValue::Value(value) => crate::sql::build::type_of_value(value),
        _ => null_type(),
    });
    (bind, ty)
}

/// The parameters of a text, in the order in which they stand there.
pub(in crate::sql) fn text_binds(text: &TextClause) -> Vec<(Bind, Type)> {
    if !text.text.contains(':') {
        return Vec::new();
    }
    let parts = parse_text(&text.text).into_iter();
    parts.filter_map(|it| if let TextPart::Param(name) = it { Some(text_bind(text, &name)) } else { None }).collect()
}
