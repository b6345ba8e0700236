//! What only Oracle writes in its own way: operators that are functions there, JSON, RETURNING INTO, hints.

use super::{BindInfo, CompileError, Compiler, Kw};
use crate::sql::expr::{BindValue, Expr, ExprKind, Modifiers};
use crate::sql::labels::{anon_name_label, columns_plus_names, flat_columns, name_of};
use crate::sql::operators::Op;
use crate::sql::select::{LabelStyle, Select, SelectItem};
use crate::sql::selectable::From;
use crate::sql::types::{Affinity, Type, TypeKind};
use std::rc::Rc;

/// Functions that have no parentheses when they have no arguments.
pub(super) fn stands_without_arguments(name: &str) -> bool {
    let names = ["UID", "CURRENT_DATE", "SYSDATE", "USER", "CURRENT_TIME", "CURRENT_TIMESTAMP"];
    names.iter().any(|it| it.eq_ignore_ascii_case(name))
}

/// The error for an operator that Oracle has not.
pub(super) fn cannot(operator: &str) -> CompileError {
    CompileError::compile(format!("Cannot compile {operator} in oracle"))
}

impl Compiler {
    /// An operator that is a function in Oracle; `None` for the others.
    pub(super) fn oracle_binary(
        &mut self,
        op: &Op,
        left: &Expr,
        right: &Expr,
        modifiers: &Modifiers,
        kw: &Kw<'_>,
    ) -> Result<Option<String>, CompileError> {
        // The reference forgets in some of them that values were to be written out.
        let plain = Kw::default();
        let function = match op {
            Op::Mod => "mod",
            Op::BitwiseAnd => "BITAND",
            Op::BitwiseOr => "BITOR",
            Op::BitwiseXor => "BITXOR",
            Op::BitwiseLshift => return Err(cannot("bitwise_lshift")),
            Op::BitwiseRshift => return Err(cannot("bitwise_rshift")),
            Op::Match | Op::NotMatch => {
                let not = if *op == Op::NotMatch { "NOT " } else { "" };
                return Ok(Some(format!(
                    "{not}CONTAINS ({}, {})",
                    self.expr(left, &plain)?,
                    self.expr(right, &plain)?
                )));
            }
            Op::IsDistinctFrom | Op::IsNotDistinctFrom => {
                let differ = u8::from(*op == Op::IsDistinctFrom);
                let (left, right) = (self.expr(left, &plain)?, self.expr(right, &plain)?);
                return Ok(Some(format!("DECODE({left}, {right}, 0, 1) = {differ}")));
            }
            Op::RegexpMatch | Op::NotRegexpMatch => {
                let not = if *op == Op::NotRegexpMatch { "NOT " } else { "" };
                let (left, right) = (self.expr(left, kw)?, self.expr(right, kw)?);
                let flags = modifiers.flags.as_ref().map(|it| super::literal::quoted(it, &self.dialect));
                let flags = flags.map(|it| format!(", {it}")).unwrap_or_default();
                return Ok(Some(format!("{not}REGEXP_LIKE({left}, {right}{flags})")));
            }
            _ => return Ok(None),
        };
        Ok(Some(format!("{function}({}, {})", self.expr(left, kw)?, self.expr(right, kw)?)))
    }

    /// An item of JSON as a value of a type.
    pub(super) fn oracle_json(
        &mut self,
        ty: &Type,
        left: &Expr,
        right: &Expr,
        kw: &Kw<'_>,
    ) -> Result<String, CompileError> {
        let left = self.expr(left, kw)?;
        let right = self.expr(right, &Kw { literal_binds: true, ..*kw })?;
        let returned = match (ty.affinity(), &ty.kind) {
            (Affinity::Boolean, _) => {
                let value = format!("JSON_VALUE({left}, {right})");
                return Ok(format!(
                    "CASE {value} WHEN 'true' THEN 1 WHEN 'false' THEN 0 ELSE CAST({value} AS NUMBER(1)) END"
                ));
            }
            (Affinity::Integer, _) => "INTEGER".to_owned(),
            (Affinity::Numeric, TypeKind::Numeric { precision, scale, .. }) => {
                let shown = |it: &Option<u32>| it.map_or_else(|| "None".to_owned(), |it| it.to_string());
                format!("NUMBER({}, {})", shown(precision), shown(scale))
            }
            (Affinity::Numeric | Affinity::Float, _) => "FLOAT".to_owned(),
            (Affinity::String, _) => "VARCHAR2(4000)".to_owned(),
            _ => return Ok(format!("JSON_QUERY({left}, {right})")),
        };
        Ok(format!("JSON_VALUE({left}, {right} RETURNING {returned} ERROR ON ERROR)"))
    }

    /// `RETURNING a, b INTO :ret_0, :ret_1`
    pub(super) fn returning_into(
        &mut self,
        items: &[SelectItem],
        toplevel: bool,
        kw: &Kw<'_>,
    ) -> Result<String, CompileError> {
        let flat = flat_columns(items);
        let (mut columns, mut binds) = (Vec::with_capacity(flat.len()), Vec::with_capacity(flat.len()));
        for (index, column) in columns_plus_names(&flat, LabelStyle::None, true).into_iter().enumerate() {
            let expr = column.expr.clone();
            if matches!(expr.kind(), ExprKind::Text(_)) {
                // As the reference, which asks a text for its name.
                return Err(CompileError::Attribute(
                    "'TextClause' object has no attribute '_anon_name_label'".to_owned(),
                ));
            }
            let name: Rc<str> = format!("ret_{index}").into();
            let info = BindInfo {
                value: BindValue::Value(crate::sql::value::Value::Null),
                ty: expr.ty().clone(),
                expanding: false,
                literal_execute: false,
                required: false,
                key: name.clone(),
                slot: None,
                unique: false,
                is_crud: false,
                negated: false,
                around: None,
            };
            binds.push(self.add_bind(name, info)?);
            let inner = Kw { within_columns: false, include_table: true, literal_binds: false, ..*kw };
            columns.push(self.expr(&expr, &inner)?);
            if toplevel {
                let name = name_of(&expr).unwrap_or_else(|| anon_name_label(&expr));
                let name = self.given_or_label_text('c', &name).text;
                self.add_result(Some(name.clone()), name.clone(), &column, vec![name])?;
            }
        }
        Ok(format!("RETURNING {} INTO {}", columns.join(", "), binds.join(", ")))
    }

    /// What `with_hint()` says, behind SELECT.
    pub(super) fn oracle_hints(&mut self, select: &Select) -> Result<String, CompileError> {
        let mut text = String::new();
        for (from, dialect, hint) in &select.hints {
            let Some(from) = from.as_ref().filter(|_| matches!(&**dialect, "*" | "oracle")) else { continue };
            let name = match from {
                From::Alias(alias) => {
                    let name = self.alias_name(&alias.name);
                    self.quote_name(&name)
                }
                other => {
                    let linter = self.linter.take();
                    let name = self.from(other, &Kw { asfrom: true, ..Kw::default() });
                    self.linter = linter;
                    name?
                }
            };
            text += &format!("/*+ {} */ ", hint.replace("%(name)s", &name));
        }
        Ok(text)
    }

    /// What FOR UPDATE locks.
    pub(super) fn oracle_lock(&mut self, of: &[Expr], kw: &Kw<'_>) -> Result<String, CompileError> {
        let mut parts = Vec::with_capacity(of.len());
        for item in of {
            parts.push(match item.kind() {
                ExprKind::FromClause(from) => self.lone_from(from, kw)?,
                _ => self.expr(item, kw)?,
            });
        }
        Ok(parts.join(", "))
    }

    /// A function where a table stands: `TABLE (f(x))`.
    pub(super) fn table_function(&self, expr: &Expr, text: String) -> String {
        match expr.kind() {
            ExprKind::Function(function) if !function.name.eq_ignore_ascii_case("table") => format!("TABLE ({text})"),
            _ => text,
        }
    }
}
