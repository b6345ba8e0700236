//! What is inside an expression.

use crate::sql::expr::{Expr, ExprKind};
use crate::sql::labels::flat_columns;
use crate::sql::schema::ColumnRef;
use crate::sql::select::Select;
use crate::sql::selectable::From;

/// The expressions directly inside; not those of subqueries.
pub fn children(expr: &Expr) -> Vec<&Expr> {
    match expr.kind() {
        ExprKind::Column(_)
        | ExprKind::FromClause(_)
        | ExprKind::Bind(_)
        | ExprKind::Null
        | ExprKind::True
        | ExprKind::False
        | ExprKind::Text(_)
        | ExprKind::TextualLabelReference(_)
        | ExprKind::ScalarSelect(_)
        | ExprKind::ScalarValues(_)
        | ExprKind::Subquery(_)
        | ExprKind::CollationClause(_)
        | ExprKind::Custom => Vec::new(),
        ExprKind::Binary { left, right, .. } => vec![left, right],
        ExprKind::Unary { element, .. }
        | ExprKind::Label { element, .. }
        | ExprKind::Cast { element, .. }
        | ExprKind::Extract { element, .. }
        | ExprKind::Grouping(element)
        | ExprKind::LabelReference(element)
        | ExprKind::TypeCoerce(element)
        | ExprKind::DmlTargetCopy(element) => vec![element],
        ExprKind::List { clauses, .. } | ExprKind::Tuple(clauses) => clauses.iter().collect(),
        ExprKind::Function(function) => function.args.iter().chain(&function.order_by).collect(),
        ExprKind::FunctionFilter { function, criterion } => vec![function, criterion],
        ExprKind::Over(over) => {
            std::iter::once(&over.element).chain(&over.partition_by).chain(&over.order_by).collect()
        }
        ExprKind::WithinGroup { function, order_by } => std::iter::once(function).chain(order_by).collect(),
        ExprKind::Case { value, whens, else_ } => {
            value.iter().chain(whens.iter().flat_map(|(condition, result)| [condition, result])).chain(else_).collect()
        }
    }
}

/// Whether `test` holds for the expression or anything inside, subqueries left out.
pub fn any_expr(expr: &Expr, test: &mut dyn FnMut(&Expr) -> bool) -> bool {
    test(expr) || children(expr).into_iter().any(|it| any_expr(it, test))
}

/// Every column inside, in order of occurrence, each once; subqueries are not entered.
pub fn columns_in(expr: &Expr) -> Vec<ColumnRef> {
    let mut out: Vec<ColumnRef> = Vec::new();
    any_expr(expr, &mut |it| {
        if let Some(column) = it.as_column()
            && !out.iter().any(|seen| seen.id == column.id)
        {
            out.push(column.clone());
        }
        false
    });
    out
}

/// `_from_objects`: the FROM objects that an expression brings into a select, in order, with repeats.
pub fn froms_in(expr: &Expr) -> Vec<From> {
    let mut out = Vec::new();
    collect_froms(expr, &mut out);
    out
}

fn collect_froms(expr: &Expr, out: &mut Vec<From>) {
    match expr.kind() {
        ExprKind::Column(column) => out.extend(column.table.borrow().clone()),
        ExprKind::FromClause(from) => out.push(from.clone()),
        ExprKind::LabelReference(_) => {}
        _ => {
            for child in children(expr) {
                collect_froms(child, out);
            }
        }
    }
}

/// A FROM object and, for a join, everything in it: `_from_objects`.
pub fn from_in_from(from: &From, out: &mut Vec<From>) {
    out.push(from.clone());
    if let From::Join(join) = from {
        from_in_from(&join.left, out);
        from_in_from(&join.right, out);
    }
}

/// The FROM objects that are no joins, left to right.
pub fn surface_froms(from: &From) -> Vec<From> {
    match from {
        From::Join(join) => {
            let mut out = surface_froms(&join.left);
            out.extend(surface_froms(&join.right));
            out
        }
        other => vec![other.clone()],
    }
}

/// FROM objects of a select's own columns and criteria, before joins are set up; repeats left out.
pub fn froms_of_select(select: &Select) -> Vec<From> {
    let mut all = select.from_.clone();
    for expr in flat_columns(&select.columns).iter().chain(&select.where_) {
        collect_froms(expr, &mut all);
    }
    let mut out: Vec<From> = Vec::new();
    for from in all {
        if !out.iter().any(|it| it.id() == from.id()) {
            out.push(from);
        }
    }
    out
}

/// Whether an aggregate function of SQL is inside.
pub fn has_aggregate(expr: &Expr) -> bool {
    any_expr(expr, &mut |it| match it.kind() {
        ExprKind::Function(function) => matches!(
            &*function.name.to_lowercase(),
            "count"
                | "sum"
                | "avg"
                | "min"
                | "max"
                | "total"
                | "group_concat"
                | "aggregate_strings"
                | "array_agg"
                | "string_agg"
        ),
        _ => false,
    })
}
