//! Constructors of elements: parameters, CASE, CAST, labels, subqueries, windows.

use super::construct::binary;
use super::group::{order_by_label_element, self_group};
use super::{BuildError, Operand, coerce_compared_value, null, type_of_value};
use crate::sql::expr::{Bind, BindValue, Expr, ExprKind, Frame, Modifiers, Name, Over, Query};
use crate::sql::operators::Op;
use crate::sql::quoted_name::QuotedName;
use crate::sql::schema::{ColumnId, ColumnNode, next_id};
use crate::sql::select::{Compound, LabelStyle, Select, SelectItem};
use crate::sql::types::{Type, TypeKind, TypeNode, boolean_type, integer_type, null_type};
use crate::sql::value::{HostSlot, Value};
use std::cell::RefCell;
use std::rc::Rc;

/// A parameter without a name of its own, typed by its value.
pub fn literal(value: Value) -> Expr {
    let ty = type_of_value(&value);
    Expr::bind(None, value, ty)
}

/// An anonymous parameter with a base name and type.
pub fn bind(name: Option<&str>, value: Value, ty: Option<Type>) -> Expr {
    let ty = ty.unwrap_or_else(|| type_of_value(&value));
    Expr::bind(name, value, ty)
}

/// The parameter for a value that stands against `expr` (`op`: as what): `_bind_param`.
pub fn bind_for(expr: &Expr, op: Option<&Op>, value: Value) -> Expr {
    // A text is a row of its characters.
    let value = match (expr.kind(), value) {
        (ExprKind::Tuple(_), Value::Text(text)) => {
            Value::List(text.chars().map(|it| Value::text(it.to_string())).collect())
        }
        (_, value) => value,
    };
    if let (ExprKind::Tuple(items), Value::List(values)) = (expr.kind(), &value) {
        let clauses: Vec<Expr> = items
            .iter()
            .zip(values.iter())
            .map(|(it, value)| {
                let ty = coerce_compared_value(it.ty(), op, value);
                Expr::bind(None, value.clone(), ty)
            })
            .collect();
        return tuple_(clauses);
    }
    let compared = match expr.kind() {
        // ANY and ALL stand for one item of what is inside.
        ExprKind::Unary { operator: Some(Op::Any | Op::All), element, .. } => element.ty(),
        _ => expr.ty(),
    };
    let ty = coerce_compared_value(compared, op, &value);
    match expr.kind() {
        // A column that no table has named has no key.
        ExprKind::Column(column) => Expr::bind(Some(&*column.key()).filter(|it| !it.is_empty()), value, ty),
        ExprKind::Function(function) if function.is_array_literal() || !function.order_by.is_empty() => {
            Expr::bind(None, value, ty)
        }
        ExprKind::FromClause(crate::sql::selectable::From::Alias(alias)) => match &alias.name {
            Name::Given(name) => Expr::bind(Some(name), value, ty),
            Name::Anon { .. } => Expr::bind(None, value, ty),
        },
        // MySQL's `inserted.x` counts as the column.
        ExprKind::Function(crate::sql::expr::Function { name, args, packages, .. })
            if &**name == "VALUES" && packages.is_empty() && args.len() == 1 =>
        {
            let key = args[0].as_column().map(|it| it.key());
            Expr::bind(key.as_deref(), value, ty)
        }
        // A function element of a program's own is no `Function`.
        ExprKind::Function(function) if expr.0.host.as_ref().is_none_or(|it| !it.asks) => {
            Expr::bind(Some(&function.name), value, ty)
        }
        _ => Expr::bind(None, value, ty),
    }
}

/// A value or expression where an expression is asked for; `None` becomes NULL.
pub(super) fn expression(operand: &Operand, name: Option<&str>, ty: Option<&Type>) -> Expr {
    match operand {
        Operand::Expr(expr) => expr.clone(),
        Operand::Value(Value::Null) => null(),
        Operand::Value(value) => bind(name, value.clone(), ty.cloned()),
        Operand::Query(query) => scalar_subquery(query),
        Operand::From(from) => Expr::new(ExprKind::FromClause(from.clone()), null_type()),
        Operand::List(items) => tuple_(items.iter().map(|it| expression(it, name, None)).collect()),
    }
}

/// `literal_column(text, type)`: SQL text that acts like a column.
pub fn literal_column(text: &str, ty: Option<Type>) -> Expr {
    let column = Rc::new(ColumnNode {
        id: ColumnId { owner: next_id(), index: 0 },
        name: RefCell::new(text.into()),
        key: RefCell::new(text.into()),
        quote: None,
        ty: RefCell::new(ty.unwrap_or_else(null_type)),
        table: RefCell::new(None),
        is_literal: true,
        base: None,
        label: None,
        schema: None,
        host: HostSlot::default(),
    });
    Expr::column(&column)
}

/// `expr.label(name)`; `None` makes a name up.
pub fn label(expr: &Expr, name: Option<QuotedName>) -> Expr {
    let mut element = expr;
    while let ExprKind::Label { element: inner, .. } = element.kind() {
        element = inner;
    }
    let name = match name.filter(|it| !it.is_empty()) {
        Some(name) => Name::Given(name),
        None => {
            let base = crate::sql::labels::name_of(element).and_then(|it| it.plain().cloned());
            Name::anon(base.as_deref().map_or("anon", |it| it))
        }
    };
    Expr::new(ExprKind::Label { name, element: self_group(element, Some(&Op::As)) }, expr.ty().clone())
}

/// `CAST(expr AS type)`
pub fn cast(operand: &Operand, ty: Type) -> Expr {
    let element = expression(operand, None, Some(&ty));
    Expr::new(ExprKind::Cast { element, try_cast: false }, ty)
}

/// `type_coerce(expr, type)`
pub fn type_coerce(operand: &Operand, ty: Type) -> Expr {
    let element = expression(operand, None, Some(&ty));
    let element = match element.kind() {
        ExprKind::Bind(bind) => Expr::new(ExprKind::Bind(bind.clone()), ty.clone()),
        _ => element,
    };
    Expr::new(ExprKind::TypeCoerce(element), ty)
}

/// `case(*whens, value=, else_=)`
pub fn case(whens: &[(Operand, Operand)], value: Option<&Operand>, else_: Option<&Operand>) -> Expr {
    let whens: Vec<(Expr, Expr)> = whens
        .iter()
        .map(|(condition, result)| {
            (self_group(&expression(condition, None, None), None), expression(result, None, None))
        })
        .collect();
    let value = value.map(|it| expression(it, None, None));
    let else_ = else_.map(|it| expression(it, None, None));
    let ty = whens
        .iter()
        .rev()
        .map(|(_, result)| result.ty())
        .find(|it| !it.is_null())
        .cloned()
        .or_else(|| else_.as_ref().map(|it| it.ty().clone()))
        .unwrap_or_else(null_type);
    Expr::new(ExprKind::Case { value, whens, else_ }, ty)
}

/// `extract(field, expr)`
pub fn extract(field: &str, expr: &Expr) -> Expr {
    Expr::new(ExprKind::Extract { field: field.into(), element: expr.clone() }, integer_type())
}

/// `tuple_(...)`
pub fn tuple_(items: Vec<Expr>) -> Expr {
    let types: Rc<[Type]> = items.iter().map(|it| it.ty().clone()).collect();
    let items = items.iter().map(|it| self_group(it, Some(&Op::Comma))).collect();
    Expr::new(ExprKind::Tuple(items), TypeNode::new(TypeKind::Tuple(types)))
}

/// A query as a value; its type is that of its first column.
pub fn scalar_subquery(query: &Query) -> Expr {
    let ty = first_type(query);
    Expr::new(ExprKind::ScalarSelect(unlabelled(query)), ty)
}

/// The query without labels that only tell columns apart; of a set operation its first part.
fn unlabelled(query: &Query) -> Query {
    match query {
        Query::Select(select) if select.label_style != LabelStyle::None => {
            Query::Select(Rc::new(Select { label_style: LabelStyle::None, ..(**select).clone() }))
        }
        Query::Compound(compound) if compound.label_style != LabelStyle::None => {
            let mut compound = Compound { label_style: LabelStyle::None, ..(**compound).clone() };
            if let Some(first) = compound.selects.first_mut() {
                *first = unlabelled(first);
            }
            Query::Compound(Rc::new(compound))
        }
        other => other.clone(),
    }
}

fn first_type(query: &Query) -> Type {
    match query {
        Query::Select(select) => match select.columns.first() {
            Some(SelectItem::Expr(expr)) => expr.ty().clone(),
            Some(SelectItem::From(from)) => from.columns().first().map_or_else(null_type, |it| it.ty()),
            _ => null_type(),
        },
        Query::Compound(compound) => compound.selects.first().map_or_else(null_type, first_type),
        Query::Text(text) => text.columns.first().map_or_else(null_type, |it| it.ty()),
    }
}

/// `EXISTS (query)`; `None` is `exists()` with `*`.
pub fn exists(query: Option<&Query>) -> Expr {
    let element = match query {
        Some(query) => scalar_subquery(query),
        None => scalar_subquery(&Query::Select(Rc::new(Select {
            columns: vec![SelectItem::Expr(literal_column("*", None))],
            ..Select::default()
        }))),
    };
    Expr::new(ExprKind::Unary { operator: Some(Op::Exists), modifier: None, element }, boolean_type())
}

/// `expr.over(...)`
///
/// # Errors
/// When `exclude` comes without a frame.
pub fn over(
    expr: &Expr,
    partition_by: Vec<Expr>,
    order_by: Vec<Expr>,
    frame: Option<Frame>,
) -> Result<Expr, BuildError> {
    let group = |items: Vec<Expr>| items.iter().map(|it| self_group(it, Some(&Op::Comma))).collect();
    Ok(Expr::new(
        ExprKind::Over(Over {
            element: expr.clone(),
            partition_by: group(partition_by),
            order_by: group(order_by),
            frame,
        }),
        expr.ty().clone(),
    ))
}

/// `function.filter(*criteria)`
pub fn filter(function: &Expr, criteria: &[Expr]) -> Expr {
    let (function, mut criterion) = match function.kind() {
        ExprKind::FunctionFilter { function, criterion } => (function.clone(), Some(criterion.clone())),
        _ => (function.clone(), None),
    };
    for item in criteria {
        criterion = Some(match criterion {
            Some(seen) => super::and_(&[seen, item.clone()]),
            None => item.clone(),
        });
    }
    let Some(criterion) = criterion else { return function };
    let ty = function.ty().clone();
    Expr::new(ExprKind::FunctionFilter { function, criterion }, ty)
}

/// `function.within_group(*order_by)`
pub fn within_group(function: &Expr, order_by: Vec<Expr>) -> Expr {
    let ordered = match function.kind() {
        ExprKind::Function(it) => matches!(&*it.name, "mode" | "percentile_cont" | "percentile_disc"),
        _ => false,
    };
    let ty = match order_by.first() {
        // Of the least wrapped one: `unwrap_order_by` puts what it has unwrapped behind the others.
        Some(_) if ordered => order_by
            .iter()
            .map(|it| unwrapped(it, 0))
            .min_by_key(|it| it.0)
            .map_or_else(null_type, |(_, element)| element.ty().clone()),
        _ => function.ty().clone(),
    };
    Expr::new(ExprKind::WithinGroup { function: function.clone(), order_by }, ty)
}

/// What is inside of `desc()`, `nulls_last()` and their like, and how many of them there are.
fn unwrapped(expr: &Expr, depth: usize) -> (usize, &Expr) {
    match expr.kind() {
        ExprKind::Unary { element, .. } => unwrapped(element, depth + 1),
        _ => (depth, expr),
    }
}

/// An expression given to `order_by()`: one over a label refers to the label.
pub fn order_by_element(expr: &Expr) -> Expr {
    if order_by_label_element(expr).is_some() {
        Expr::new(ExprKind::LabelReference(expr.clone()), null_type())
    } else {
        expr.clone()
    }
}

/// A string given to `order_by()` or `group_by()`.
pub fn text_order_element(name: &str) -> Expr {
    Expr::new(ExprKind::TextualLabelReference(name.into()), null_type())
}

/// `bindparam(name, ...)`
pub fn bindparam(name: &str, value: BindValue, ty: Type) -> Expr {
    let required = matches!(value, BindValue::Required);
    Expr::new(
        ExprKind::Bind(Bind {
            key: Name::Given(name.into()),
            value,
            expanding: false,
            is_in_comparison: false,
            is_row_count: false,
            unique: true,
            literal_execute: false,
            required,
        }),
        ty,
    )
}

/// `a = b` for join conditions.
pub(super) fn equals(left: &Expr, right: &Expr) -> Expr {
    binary(left, right, Op::Eq, boolean_type(), Modifiers::default())
}
