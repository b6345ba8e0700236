//! Names of selected columns: which label a column gets, and how clashes are resolved.

use super::expr::{Expr, ExprKind, Name};
use super::select::{LabelStyle, Select, SelectItem};
use super::selectable::From;
use std::collections::HashMap;
use std::rc::Rc;

/// The expressions of the columns clause, FROM objects spelled out. ORM items must be gone by now.
pub fn flat_columns(items: &[SelectItem]) -> Vec<Expr> {
    let mut out = Vec::new();
    for item in items {
        match item {
            SelectItem::Expr(expr) => out.push(expr.clone()),
            SelectItem::From(from) => out.extend(from.columns().iter().map(Expr::column)),
            SelectItem::Plugin(_) => {}
        }
    }
    out
}

/// The name by which an expression is known outside, if it has one of its own.
pub fn own_name(expr: &Expr) -> Option<Rc<str>> {
    match expr.kind() {
        ExprKind::Column(column) => Some(column.name()),
        ExprKind::Label { name: Name::Given(name), .. } => Some(name.clone()),
        ExprKind::Grouping(inner) | ExprKind::TypeCoerce(inner) => own_name(inner),
        ExprKind::Cast { element, .. } => own_name(element),
        ExprKind::Function(function) => Some(function.name.clone()),
        _ => None,
    }
}

/// `table_column` of a column, as `LABEL_STYLE_TABLENAME_PLUS_COL` writes it.
pub fn tablename_plus_col(expr: &Expr) -> Option<Rc<str>> {
    let ExprKind::Column(column) = expr.kind() else { return None };
    let table = match &*column.table.borrow() {
        Some(From::Table(table)) => match &table.schema {
            Some(schema) => format!("{}_{}", schema.replace('.', "_"), table.name),
            None => table.name.to_string(),
        },
        Some(From::Lightweight(table)) => table.name.to_string(),
        Some(From::Alias(alias)) => match &alias.name {
            Name::Given(name) => name.to_string(),
            Name::Anon { .. } => return None,
        },
        _ => return None,
    };
    Some(format!("{table}_{}", column.name()).into())
}

/// Name, key and expression of each column of a subquery over `select`.
pub fn exported_columns(select: &Select) -> Vec<(Rc<str>, Rc<str>, Expr)> {
    let flat = flat_columns(&select.columns);
    if select.label_style == LabelStyle::TablenamePlusCol {
        return flat
            .into_iter()
            .map(|expr| {
                let name = tablename_plus_col(&expr).or_else(|| own_name(&expr)).unwrap_or_else(|| "anon_1".into());
                (name.clone(), name, expr)
            })
            .collect();
    }
    exported(flat)
}

/// The same for a RETURNING list.
pub fn exported_items(items: &[SelectItem]) -> Vec<(Rc<str>, Rc<str>, Expr)> {
    exported(flat_columns(items))
}

fn exported(flat: Vec<Expr>) -> Vec<(Rc<str>, Rc<str>, Expr)> {
    let mut seen: HashMap<Rc<str>, u32> = HashMap::new();
    let mut anonymous = 0;
    flat.into_iter()
        .map(|expr| {
            let base = own_name(&expr);
            let name: Rc<str> = match base {
                Some(name) => {
                    let count = seen.entry(name.clone()).or_insert(0);
                    *count += 1;
                    if *count == 1 { name } else { format!("{name}_{}", *count - 1).into() }
                }
                None => {
                    anonymous += 1;
                    format!("anon_{anonymous}").into()
                }
            };
            let key = expr.as_column().map_or_else(|| name.clone(), |it| it.key());
            let key = if expr.as_column().is_some_and(|it| it.name() == name) { key } else { name.clone() };
            (name, key, expr)
        })
        .collect()
}
