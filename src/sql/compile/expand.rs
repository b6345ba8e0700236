//! The last steps: marks become placeholders, and IN lists are written out when a statement runs.

use super::binds::{MARK, MARK_END};
use super::compiled::{Compiled, ExpandedState, StatementKind};
use super::{CompileError, Compiler, Dialect, DialectKind, DmlKind, ParamStyle, Statement};
use crate::sql::types::{Type, TypeKind};
use crate::sql::value::Value;
use indexmap::IndexMap;
use std::collections::HashSet;
use std::fmt::Write as _;
use std::rc::Rc;

/// A part of the text.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    Text(Rc<str>),
    Bind(usize),
}

/// Name, value and type of parameters.
pub type Params = Vec<(Rc<str>, Value, Type)>;

/// A statement with its IN lists written out.
#[derive(Clone, Debug)]
pub struct Expanded {
    /// The text as the driver gets it.
    pub sql: Rc<str>,
    /// Name, value and type of each parameter: by position for a positional dialect, else each once.
    pub params: Params,
}

thread_local! {
    static PENDING: std::cell::RefCell<Vec<super::Warning>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// The warnings of the last compilation, for whom its outcome does not reach.
pub fn pending_warnings() -> Vec<super::Warning> {
    PENDING.take()
}

impl Compiler {
    /// Puts the outcome together.
    /// A text with its parameters as the dialect writes them.
    pub(super) fn rendered(&self, text: &str) -> String {
        render(&split(text), &self.binds, &self.dialect)
    }

    pub(super) fn finish(self, text: String, statement: &Statement) -> Result<Compiled, CompileError> {
        let pieces = split(&text);
        let numeric = self.dialect.paramstyle.is_numeric();
        let mut sql = String::with_capacity(text.len() + 16);
        let mut position_indexes = Vec::new();
        let mut has_postcompile = false;
        for piece in &pieces {
            match piece {
                Piece::Text(text) => sql.push_str(text),
                Piece::Bind(index) => {
                    let Some((name, bind)) = self.binds.get_index(*index) else { continue };
                    if !numeric || !position_indexes.contains(index) {
                        position_indexes.push(*index);
                    }
                    if bind.expanding || bind.literal_execute {
                        has_postcompile = true;
                        postcompile(&mut sql, &self.dialect, name, bind);
                    } else {
                        placeholder(&mut sql, &self.dialect, name, &bind.ty, number_of(&self.binds, *index));
                    }
                }
            }
        }
        if numeric {
            position_indexes.sort_unstable();
        }
        let positions =
            position_indexes.iter().filter_map(|it| self.binds.get_index(*it).map(|(name, _)| name.clone())).collect();
        let kind = match (self.facts.kind, statement) {
            (Some(kind), _) => StatementKind::Dml(kind),
            (None, Statement::Text(_)) => StatementKind::Text,
            (None, Statement::Expr(_)) => StatementKind::Expr,
            _ => StatementKind::Select,
        };
        let mut dml = self.facts.dml;
        if let Some(imv) = &mut dml.insertmanyvalues {
            imv.single_values_expr = render(&split(&imv.single_values_expr), &self.binds, &self.dialect).into();
        }
        let mut warnings = self.warnings;
        let cartesian = self.linter.and_then(|it| {
            it.warning(match kind {
                StatementKind::Dml(DmlKind::Update) => "UPDATE",
                StatementKind::Dml(DmlKind::Delete) => "DELETE",
                _ => "SELECT",
            })
        });
        if let Some(text) = cartesian {
            warnings.push(super::Warning { category: "SAWarning", text: text.into() });
        }
        PENDING.set(warnings.clone());
        let mut compiled = Compiled {
            sql: sql.into(),
            positions,
            position_indexes,
            binds: self.binds,
            result_columns: self.result_columns,
            ordered_columns: self.ordered_columns,
            textual_ordered_columns: self.textual_ordered_columns,
            loose_column_name_matching: self.loose_column_name_matching,
            ad_hoc_textual: self.ad_hoc_textual,
            kind,
            dml,
            has_postcompile,
            cache_key: std::cell::RefCell::default(),
            params: self.params,
            warnings,
            warned: std::cell::Cell::new(false),
            pieces,
            dialect: self.dialect.clone(),
            slots: std::cell::RefCell::default(),
            rendered: None,
        };
        if self.options.render_postcompile && has_postcompile {
            let values = compiled.construct_values(None, None, None)?;
            let state = compiled.expanded_state(&values)?;
            compiled.sql = state.sql.clone();
            compiled.rendered = Some(Rc::new(state));
        }
        Ok(compiled)
    }
}

/// The mark of a parameter that is written out when the statement runs.
fn postcompile(out: &mut String, dialect: &Dialect, name: &str, bind: &super::BindInfo) {
    let _ = write!(out, "__[POSTCOMPILE_{}{}]", dialect.bind_name(name, true), template(bind));
}

/// What the type of an IN list's items puts around each of them.
fn template(bind: &super::BindInfo) -> String {
    match &bind.around {
        Some((before, after)) => format!("~~{before}~~REPL~~{after}~~"),
        None => String::new(),
    }
}

fn render(pieces: &[Piece], binds: &IndexMap<Rc<str>, super::BindInfo>, dialect: &Dialect) -> String {
    let mut sql = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => sql.push_str(text),
            Piece::Bind(index) => {
                if let Some((name, bind)) = binds.get_index(*index) {
                    if bind.expanding || bind.literal_execute {
                        postcompile(&mut sql, dialect, name, bind);
                    } else {
                        placeholder(&mut sql, dialect, name, &bind.ty, number_of(binds, *index));
                    }
                }
            }
        }
    }
    sql
}

/// The number of a parameter: those that are written out are not counted.
fn number_of(binds: &IndexMap<Rc<str>, super::BindInfo>, index: usize) -> usize {
    1 + binds.values().take(index).filter(|it| !it.expanding && !it.literal_execute).count()
}

fn split(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(MARK) {
        if start > 0 {
            pieces.push(Piece::Text(rest[..start].into()));
        }
        let Some(len) = rest[start..].find(MARK_END) else { break };
        if let Ok(index) = rest[start + 1..start + len].parse() {
            pieces.push(Piece::Bind(index));
        }
        rest = &rest[start + len + 1..];
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.into()));
    }
    pieces
}

/// A placeholder of the dialect.
fn placeholder(out: &mut String, dialect: &Dialect, name: &str, ty: &Type, number: usize) {
    match dialect.paramstyle {
        ParamStyle::Qmark => out.push('?'),
        ParamStyle::Numeric | ParamStyle::NumericDollar => {
            let sign = if dialect.paramstyle == ParamStyle::Numeric { ':' } else { '$' };
            let _ = write!(out, "{sign}{number}");
        }
        ParamStyle::Format => out.push_str("%s"),
        ParamStyle::Named => {
            let _ = write!(out, ":{}", dialect.bind_name(name, false));
        }
        ParamStyle::Pyformat => {
            let _ = write!(out, "%({})s", dialect.bind_name(name, false));
        }
    }
    if dialect.kind == DialectKind::Postgresql
        && let Some(cast) = super::types::bind_cast(ty, dialect)
    {
        let _ = write!(out, "::{cast}");
    }
}

impl Compiled {
    /// The text and parameters as the driver gets them; IN lists written out.
    ///
    /// `values`: in the order of `binds`, as [`Compiled::construct_values`] gives them.
    ///
    /// # Errors
    /// `CompileError` for a value that cannot be written as a literal.
    pub fn expand(&self, values: &[Value]) -> Result<Expanded, CompileError> {
        self.expand_parts(values).map(|it| it.0)
    }

    /// The same with what each list became.
    ///
    /// # Errors
    /// As above.
    pub fn expanded_state(&self, values: &[Value]) -> Result<ExpandedState, CompileError> {
        let (expanded, mut done) = self.expand_parts(values)?;
        let is_plain = |it: &super::BindInfo| !it.expanding && !it.literal_execute;
        let plain = self.binds.iter().zip(values).filter(|((_, bind), _)| is_plain(bind));
        let mut parameters: IndexMap<Rc<str>, Value> =
            plain.map(|((name, _), it)| (name.clone(), it.clone())).collect();
        let positions = self.is_positional().then(|| expanded.params.iter().map(|it| it.0.clone()).collect());
        let indexes: Vec<usize> =
            if self.is_positional() { self.position_indexes.clone() } else { (0..self.binds.len()).collect() };
        let mut expansion = Vec::new();
        for index in indexes {
            let Some((_, more)) = done.get_mut(index).and_then(Option::take) else { continue };
            let Some((name, bind)) = self.binds.get_index(index).filter(|it| !it.1.literal_execute) else { continue };
            debug_assert!(bind.expanding, "only lists and literals are written out late");
            expansion.push((name.clone(), more.iter().map(|it| it.0.clone()).collect()));
            parameters.extend(more.into_iter().map(|(name, value, _)| (name, value)));
        }
        Ok(ExpandedState { sql: expanded.sql, parameters, positions, expansion })
    }

    fn expand_parts(&self, values: &[Value]) -> Result<(Expanded, Vec<Option<(String, Params)>>), CompileError> {
        let positional = self.dialect.is_positional();
        let mut params: Params = Vec::with_capacity(self.position_indexes.len());
        let simple = |index: usize| -> Option<(Rc<str>, Value, Type)> {
            let (name, bind) = self.binds.get_index(index)?;
            Some((name.clone(), values.get(index).cloned().unwrap_or(Value::Null), bind.ty.clone()))
        };
        if !self.has_postcompile {
            if positional {
                params.extend(self.position_indexes.iter().filter_map(|it| simple(*it)));
            } else {
                params.extend((0..self.binds.len()).filter_map(simple));
            }
            return Ok((Expanded { sql: self.sql.clone(), params }, Vec::new()));
        }
        let sent = self.binds.keys().map(|it| self.dialect.bind_name(it, false).into());
        let mut taken: HashSet<Rc<str>> = self.binds.keys().cloned().chain(sent).collect();
        let mut done: Vec<Option<(String, Params)>> = vec![None; self.binds.len()];
        let mut sql = String::new();
        // Parameters with names or numbers stand once each, those of lists behind the others.
        let in_turn = positional && !self.dialect.paramstyle.is_numeric();
        let mut next = number_of(&self.binds, self.binds.len());
        let mut late = Params::new();
        if !in_turn {
            let is_plain = |(_, (_, it)): &(usize, (&Rc<str>, &super::BindInfo))| !it.expanding && !it.literal_execute;
            params.extend(self.binds.iter().enumerate().filter(is_plain).filter_map(|(index, _)| simple(index)));
        }
        for piece in &self.pieces {
            let index = match piece {
                Piece::Text(text) => {
                    sql.push_str(text);
                    continue;
                }
                Piece::Bind(index) => *index,
            };
            let Some((name, bind)) = self.binds.get_index(index) else { continue };
            if !bind.expanding && !bind.literal_execute {
                placeholder(&mut sql, &self.dialect, name, &bind.ty, number_of(&self.binds, index));
                if in_turn {
                    params.extend(simple(index));
                }
                continue;
            }
            let is_new = done[index].is_none();
            if is_new {
                let value = values.get(index).unwrap_or(&Value::Null);
                done[index] = Some(self.expand_one(name, bind, value, &mut taken, &mut next)?);
                if let Some((_, more)) = done[index].as_ref().filter(|_| !in_turn) {
                    late.extend(more.iter().cloned());
                }
            }
            if let Some((text, more)) = &done[index] {
                match &bind.around {
                    Some((before, after)) => {
                        let items: Vec<_> = text.split(", ").map(|it| format!("{before}{it}{after}")).collect();
                        sql.push_str(&items.join(", "));
                    }
                    None => sql.push_str(text),
                }
                if in_turn {
                    params.extend(more.iter().cloned());
                }
            }
        }
        params.extend(late);
        Ok((Expanded { sql: sql.into(), params }, done))
    }

    fn expand_one(
        &self,
        name: &Rc<str>,
        bind: &super::BindInfo,
        value: &Value,
        taken: &mut HashSet<Rc<str>>,
        next: &mut usize,
    ) -> Result<(String, Params), CompileError> {
        let dialect = &self.dialect;
        if !bind.expanding {
            return Ok((super::literal::literal_text(value, &bind.ty, dialect)?, Vec::new()));
        }
        let items: &Rc<[Value]> = &value.items().unwrap_or_default().into();
        if bind.literal_execute {
            return Ok((super::literal::expanding_literal(items, bind, dialect)?, Vec::new()));
        }
        if items.is_empty() {
            return Ok((empty_set(&bind.ty, bind.negated, dialect), Vec::new()));
        }
        let mut unique = |key: String| -> Rc<str> {
            let mut unique: Rc<str> = key.as_str().into();
            let mut counter = 0;
            while taken.contains(&unique) {
                counter += 1;
                unique = format!("{key}__{counter}").into();
            }
            taken.insert(unique.clone());
            unique
        };
        let name = dialect.bind_name(name, true);
        let mut params = Vec::new();
        let mut text = String::new();
        if are_rows(items, &bind.ty) {
            if dialect.tuple_in_values {
                text.push_str("VALUES ");
            }
            for (i, row) in items.iter().enumerate() {
                let cells = row.items().unwrap_or_default();
                text.push_str(if i == 0 { "(" } else { ", (" });
                for (j, cell) in cells.iter().enumerate() {
                    if j > 0 {
                        text.push_str(", ");
                    }
                    let ty = match &bind.ty.kind {
                        TypeKind::Tuple(types) => types.get(j).cloned(),
                        _ => None,
                    };
                    let ty = ty.unwrap_or_else(|| crate::sql::build::type_of_value(cell));
                    let key = unique(format!("{name}_{}_{}", i + 1, j + 1));
                    // The reference knows no type where it writes the tuple.
                    placeholder(&mut text, dialect, &key, &crate::sql::types::null_type(), *next);
                    *next += 1;
                    params.push((key, cell.clone(), ty));
                }
                text.push(')');
            }
        } else {
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    text.push_str(", ");
                }
                let key = unique(format!("{name}_{}", i + 1));
                placeholder(&mut text, dialect, &key, &bind.ty, *next);
                *next += 1;
                params.push((key, item.clone(), bind.ty.clone()));
            }
        }
        Ok((text, params))
    }
}

/// What stands in the parentheses of an IN without values.
pub(super) fn empty_set(ty: &Type, negated: bool, dialect: &Dialect) -> String {
    let width = if let TypeKind::Tuple(types) = &ty.kind { types.len().max(1) } else { 1 };
    match dialect.kind {
        DialectKind::Sqlite => {
            let ones = vec!["1"; width].join(", ");
            format!("SELECT {ones} FROM (SELECT {ones}) WHERE 1!=1")
        }
        _ => {
            let nulls = if width > 1 { format!("({}))", vec!["NULL"; width].join(", ")) } else { "NULL)".to_owned() };
            if negated { format!("{nulls} OR (1 = 1") } else { format!("{nulls} AND (1 != 1") }
        }
    }
}

/// Whether the values of an IN are rows, by the type of what stands on the left.
pub(super) fn are_rows(items: &[Value], ty: &Type) -> bool {
    match &ty.kind {
        TypeKind::Tuple(_) => true,
        TypeKind::Null => items.first().is_some_and(|it| it.items().is_some()),
        _ => false,
    }
}
