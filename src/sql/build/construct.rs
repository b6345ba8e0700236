//! Operators: what `a == b`, `a + b`, `a.in_(b)` and the rest build.

use super::elements::{bind_for, expression, scalar_subquery};
use super::group::self_group;
use super::typing::{adapt_expression, same_affinity};
use super::{BuildError, Operand, and_, false_, func_, null, or_, true_};
use crate::sql::expr::{Bind, Expr, ExprKind, Function, Modifiers};
use crate::sql::operators::Op;
use crate::sql::selectable::From;
use crate::sql::types::{Affinity, Type, TypeKind, TypeNode, boolean_type, integer_type, null_type};
use crate::sql::value::Value;
use std::rc::Rc;

/// `left op right`.
///
/// # Errors
/// Where the operator does not take such an operand.
pub fn operate(op: Op, left: &Expr, right: &Operand) -> Result<Expr, BuildError> {
    if is_collection_aggregate(left) {
        if !op.is_comparison() {
            return Err(BuildError::argument("Only comparison operators may be used with ANY/ALL"));
        }
        return boolean_compare(left, op.mirror(), right, true, None, Modifiers::default());
    }
    apply(op, left, right, false)
}

/// `left op right` where the expression is on the right: `1 + column`.
///
/// # Errors
/// As [`operate`].
pub fn reverse_operate(op: Op, left: &Operand, right: &Expr) -> Result<Expr, BuildError> {
    if is_collection_aggregate(right) && !op.is_comparison() {
        return Err(BuildError::argument("Only comparison operators may be used with ANY/ALL"));
    }
    apply(op, right, left, true)
}

fn apply(op: Op, expr: &Expr, other: &Operand, reverse: bool) -> Result<Expr, BuildError> {
    match op {
        Op::And => Ok(and_(&[expr.clone(), condition(other, &op, expr)?])),
        Op::Or => Ok(or_(&[expr.clone(), condition(other, &op, expr)?])),
        Op::In | Op::NotIn => in_impl(expr, op, other),
        Op::Is | Op::IsNot => {
            let negate = (!is_constant(other)).then_some(op.clone());
            boolean_compare(expr, op, other, reverse, None, Modifiers { negate, ..Modifiers::default() })
        }
        Op::Custom { is_comparison: true, .. } => binary_operate(expr, op, other, reverse, Some(boolean_type())),
        Op::Custom { .. } => binary_operate(expr, op, other, reverse, None),
        _ if op.is_comparison() => boolean_compare(expr, op, other, reverse, None, Modifiers::default()),
        _ => binary_operate(expr, op, other, reverse, None),
    }
}

fn condition(operand: &Operand, op: &Op, expr: &Expr) -> Result<Expr, BuildError> {
    Ok(match operand {
        Operand::Value(Value::Bool(true)) => true_(),
        Operand::Value(Value::Bool(false)) => false_(),
        Operand::Value(Value::Null) => null(),
        other => coerce(expr, op, other)?,
    })
}

fn is_constant(operand: &Operand) -> bool {
    match operand {
        Operand::Value(Value::Null | Value::Bool(_)) => true,
        Operand::Expr(expr) => matches!(expr.kind(), ExprKind::Null | ExprKind::True | ExprKind::False),
        _ => false,
    }
}

fn is_collection_aggregate(expr: &Expr) -> bool {
    matches!(expr.kind(), ExprKind::Unary { operator: Some(Op::Any | Op::All), .. })
}

/// The other operand as an expression: `BinaryElementRole`.
fn coerce(expr: &Expr, op: &Op, operand: &Operand) -> Result<Expr, BuildError> {
    let resolved = match operand {
        Operand::Expr(other) => other.clone(),
        Operand::Value(value) => return Ok(bind_for(expr, Some(op), value.clone())),
        Operand::Query(query) => scalar_subquery(query),
        Operand::From(from) => Expr::new(ExprKind::FromClause(from.clone()), null_type()),
        Operand::List(items) => {
            let clauses = items.iter().map(|it| coerce(expr, op, it)).collect::<Result<Vec<_>, _>>()?;
            comma_list(clauses)
        }
    };
    if resolved.ty().is_null() && !expr.ty().is_null() {
        return Ok(with_type(&resolved, expr.ty()));
    }
    Ok(resolved)
}

/// A parameter of unknown type takes the type of what it stands against.
fn with_type(expr: &Expr, ty: &Type) -> Expr {
    match expr.kind() {
        ExprKind::Bind(bind) => Expr::new(ExprKind::Bind(bind.clone()), ty.clone()),
        ExprKind::Grouping(inner) if matches!(inner.kind(), ExprKind::Bind(_)) => {
            Expr::new(ExprKind::Grouping(with_type(inner, ty)), ty.clone())
        }
        _ => expr.clone(),
    }
}

fn constant(operand: &Operand) -> Expr {
    match operand {
        Operand::Value(Value::Bool(true)) => true_(),
        Operand::Value(Value::Bool(false)) => false_(),
        Operand::Expr(expr) => expr.clone(),
        _ => null(),
    }
}

fn boolean_compare(
    expr: &Expr,
    op: Op,
    other: &Operand,
    reverse: bool,
    ty: Option<Type>,
    modifiers: Modifiers,
) -> Result<Expr, BuildError> {
    let ty = ty.unwrap_or_else(boolean_type);
    let other = if is_constant(other) {
        let value = constant(other);
        let is_null = matches!(value.kind(), ExprKind::Null);
        match op {
            Op::Eq | Op::Ne if !is_null => return Ok(binary(expr, &value, op, ty, modifiers)),
            Op::IsDistinctFrom | Op::IsNotDistinctFrom => return Ok(binary(expr, &value, op, ty, modifiers)),
            _ if is_collection_aggregate(expr) => value,
            Op::Eq | Op::Is => return Ok(binary(expr, &value, Op::Is, ty, Modifiers::default())),
            Op::Ne | Op::IsNot => return Ok(binary(expr, &value, Op::IsNot, ty, Modifiers::default())),
            _ => {
                return Err(BuildError::argument(
                    "Only '=', '!=', 'is_()', 'is_not()', 'is_distinct_from()', 'is_not_distinct_from()' \
                     operators can be used with None/True/False",
                ));
            }
        }
    } else {
        coerce(expr, &op, other)?
    };
    Ok(if reverse { binary(&other, expr, op, ty, modifiers) } else { binary(expr, &other, op, ty, modifiers) })
}

fn binary_operate(expr: &Expr, op: Op, other: &Operand, reverse: bool, ty: Option<Type>) -> Result<Expr, BuildError> {
    let mut other = coerce(expr, &op, other)?;
    // A path of JSONB given as text has the type of paths.
    if let (Op::Custom { text, .. }, ExprKind::Bind(bind)) = (&op, other.kind())
        && matches!(&**text, "@?" | "@@")
        && expr.ty().is_spelled("JSONB")
        && other.ty().affinity() == Affinity::String
    {
        other = Expr::new(ExprKind::Bind(bind.clone()), TypeNode::new(TypeKind::JsonPath));
    }
    let (left, right) = if reverse { (&other, expr) } else { (expr, &other) };
    let (op, ty) = match ty {
        Some(ty) => (op, ty),
        None => adapt_expression(&op, left.ty(), right.ty()),
    };
    Ok(binary(left, right, op, ty, Modifiers::default()))
}

/// `OperatorExpression._construct_for_op`: groups the operands; chains of one operator become flat.
pub(super) fn binary(left: &Expr, right: &Expr, op: Op, ty: Type, modifiers: Modifiers) -> Expr {
    if op.is_associative() {
        let flatten = |side: &Expr| -> Option<Vec<Expr>> {
            // Parentheses are looked through.
            let side = if let ExprKind::Grouping(inner) = side.kind() { inner } else { side };
            match side.kind() {
                ExprKind::Binary { op: inner, left, right, .. }
                    if *inner == op && same_affinity(ty.affinity(), side.ty().affinity()) =>
                {
                    Some(vec![left.clone(), right.clone()])
                }
                ExprKind::List { op: inner, clauses, .. }
                    if *inner == op && same_affinity(ty.affinity(), side.ty().affinity()) =>
                {
                    Some(clauses.clone())
                }
                _ => None,
            }
        };
        let (flat_left, flat_right) = (flatten(left), flatten(right));
        if flat_left.is_some() || flat_right.is_some() {
            let mut clauses = flat_left.unwrap_or_else(|| vec![left.clone()]);
            clauses.extend(flat_right.unwrap_or_else(|| vec![right.clone()]));
            let clauses = clauses.iter().map(|it| self_group(it, Some(&op))).collect();
            return Expr::new(ExprKind::List { op, clauses, group: true }, ty);
        }
    }
    raw_binary(left, right, op, ty, modifiers)
}

/// `BinaryExpression(...)`
fn raw_binary(left: &Expr, right: &Expr, op: Op, ty: Type, modifiers: Modifiers) -> Expr {
    let left = self_group(left, Some(&op));
    let right = self_group(right, Some(&op));
    Expr::new(ExprKind::Binary { op, left, right, modifiers }, ty)
}

fn comma_list(clauses: Vec<Expr>) -> Expr {
    let clauses = clauses.iter().map(|it| self_group(it, Some(&Op::Comma))).collect();
    Expr::new(ExprKind::List { op: Op::Comma, clauses, group: true }, null_type())
}

/// `mysql.match(*cols, against=...)`; `modes`: names of its modes, with commas.
pub fn mysql_match(cols: Vec<Expr>, against: &Expr, modes: &str) -> Expr {
    let cols = Expr::new(ExprKind::List { op: Op::Comma, clauses: cols, group: false }, null_type());
    let modifiers = Modifiers { flags: Some(format!("mysql:{modes}").into()), ..Modifiers::default() };
    Expr::new(ExprKind::Binary { op: Op::Match, left: cols, right: against.clone(), modifiers }, null_type())
}

/// `expr.in_(other)`
///
/// # Errors
/// For an operand that is no list, query or parameter.
pub fn in_(expr: &Expr, other: &Operand) -> Result<Expr, BuildError> {
    in_impl(expr, Op::In, other)
}

/// `expr.not_in(other)`
///
/// # Errors
/// As [`in_`].
pub fn not_in(expr: &Expr, other: &Operand) -> Result<Expr, BuildError> {
    in_impl(expr, Op::NotIn, other)
}

fn in_impl(expr: &Expr, op: Op, other: &Operand) -> Result<Expr, BuildError> {
    let right = match other {
        Operand::Value(Value::List(values)) => expanding_bind(expr, &op, values.clone()),
        Operand::Value(value) => {
            return Err(BuildError::argument(format!(
                "IN expression list, SELECT construct, or bound parameter object expected, got {}.",
                value.repr()
            )));
        }
        Operand::List(items) => {
            if items.iter().all(|it| matches!(it, Operand::Value(_))) {
                let values: Vec<Value> = items
                    .iter()
                    .map(|it| if let Operand::Value(value) = it { value.clone() } else { Value::Null })
                    .collect();
                expanding_bind(expr, &op, values.into())
            } else {
                let clauses = items
                    .iter()
                    .map(|it| match it {
                        Operand::Value(value) => Ok(bind_for(expr, Some(&op), value.clone())),
                        Operand::Expr(item) => Ok(item.clone()),
                        other => coerce(expr, &op, other),
                    })
                    .collect::<Result<Vec<_>, BuildError>>()?;
                self_group(&comma_list(clauses), Some(&op))
            }
        }
        Operand::Query(query) => scalar_subquery(query),
        Operand::Expr(other) => match other.kind() {
            ExprKind::Bind(bind) => {
                other.with_kind(ExprKind::Bind(Bind { expanding: true, is_in_comparison: true, ..bind.clone() }))
            }
            ExprKind::List { .. } | ExprKind::Text(_) => self_group(other, Some(&op)),
            _ => other.clone(),
        },
        Operand::From(From::Alias(values)) => Expr::new(ExprKind::ScalarValues(values.clone()), null_type()),
        Operand::From(from) => Expr::new(ExprKind::FromClause(from.clone()), null_type()),
    };
    boolean_compare(expr, op, &Operand::Expr(right), false, None, Modifiers::default())
}

fn expanding_bind(expr: &Expr, op: &Op, values: Rc<[Value]>) -> Expr {
    let first = values.first().cloned();
    let ty = match &first {
        Some(value) => super::coerce_compared_value(expr.ty(), Some(op), value),
        None => expr.ty().clone(),
    };
    let bind = bind_for(expr, None, Value::Null);
    let ExprKind::Bind(bind) = bind.kind() else { return bind };
    Expr::new(
        ExprKind::Bind(Bind {
            value: crate::sql::expr::BindValue::Value(Value::List(values)),
            expanding: true,
            is_in_comparison: true,
            is_row_count: false,
            unique: true,
            ..bind.clone()
        }),
        ty,
    )
}

/// Options of `like()` and its kin.
#[derive(Clone, Debug, Default)]
pub struct LikeOptions {
    /// `escape=`
    pub escape: Option<Rc<str>>,
    /// `autoescape=`
    pub autoescape: bool,
}

fn like_impl(op: Op, expr: &Expr, other: &Operand, options: &LikeOptions) -> Result<Expr, BuildError> {
    let mut escape = options.escape.clone();
    let mut other = other.clone();
    if options.autoescape {
        let mark = escape.clone().unwrap_or_else(|| "/".into());
        let Operand::Value(Value::Text(text)) = &other else {
            return Err(BuildError::Type("String value expected when autoescape=True".into()));
        };
        let mut text = text.to_string();
        if !matches!(&*mark, "%" | "_") {
            text = text.replace(&*mark, &format!("{mark}{mark}"));
        }
        text = text.replace('%', &format!("{mark}%")).replace('_', &format!("{mark}_"));
        other = Operand::Value(Value::text(text));
        escape = Some(mark);
    }
    // ANY and ALL stand to the right.
    let reverse = is_collection_aggregate(expr);
    boolean_compare(expr, op, &other, reverse, None, Modifiers { escape, ..Modifiers::default() })
}

/// LIKE and its kin by operator.
///
/// # Errors
/// For an operand that the operator does not take.
pub fn like_op(op: Op, expr: &Expr, other: &Operand, options: &LikeOptions) -> Result<Expr, BuildError> {
    like_impl(op, expr, other, options)
}

macro_rules! likes {
    ($($(#[$doc:meta])* $name:ident $op:ident;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// For an operand that the operator does not take.
        pub fn $name(expr: &Expr, other: &Operand, options: &LikeOptions) -> Result<Expr, BuildError> {
            like_impl(Op::$op, expr, other, options)
        }
    )*};
}
likes! {
    /// `LIKE`
    like Like;
    /// `NOT LIKE`
    not_like NotLike;
    /// `ILIKE`
    ilike ILike;
    /// `NOT ILIKE`
    not_ilike NotILike;
    /// `startswith()`
    startswith StartsWith;
    /// `endswith()`
    endswith EndsWith;
    /// `contains()`
    contains Contains;
    /// `istartswith()`
    istartswith IStartsWith;
    /// `iendswith()`
    iendswith IEndsWith;
    /// `icontains()`
    icontains IContains;
}

/// `expr.between(low, high)`
///
/// # Errors
/// For operands that are no expressions or values.
pub fn between(expr: &Expr, low: &Operand, high: &Operand, symmetric: bool) -> Result<Expr, BuildError> {
    between_impl(Op::Between, expr, low, high, symmetric)
}

/// The opposite of [`between`].
///
/// # Errors
/// As [`between`].
pub fn not_between(expr: &Expr, low: &Operand, high: &Operand) -> Result<Expr, BuildError> {
    between_impl(Op::NotBetween, expr, low, high, false)
}

fn between_impl(op: Op, expr: &Expr, low: &Operand, high: &Operand, symmetric: bool) -> Result<Expr, BuildError> {
    let clauses = vec![coerce(expr, &Op::Between, low)?, coerce(expr, &Op::Between, high)?];
    let list = Expr::new(ExprKind::List { op: Op::And, clauses, group: false }, null_type());
    Ok(raw_binary(expr, &list, op, null_type(), Modifiers { symmetric, ..Modifiers::default() }))
}

/// `IS DISTINCT FROM`, or its opposite with `distinct` false.
///
/// # Errors
/// As [`operate`].
pub fn is_distinct_from(expr: &Expr, other: &Operand, distinct: bool) -> Result<Expr, BuildError> {
    operate(if distinct { Op::IsDistinctFrom } else { Op::IsNotDistinctFrom }, expr, other)
}

/// `expr.concat(other)`: `||` whatever the types.
///
/// # Errors
/// As [`operate`].
pub fn concat(expr: &Expr, other: &Operand) -> Result<Expr, BuildError> {
    operate(Op::Concat, expr, other)
}

/// `expr.match(other)`; `regconfig` is PostgreSQL's.
///
/// # Errors
/// As [`operate`].
pub fn match_(expr: &Expr, other: &Operand, regconfig: Option<Rc<str>>) -> Result<Expr, BuildError> {
    boolean_compare(expr, Op::Match, other, false, None, Modifiers { flags: regconfig, ..Modifiers::default() })
}

/// `expr.regexp_match(pattern, flags)`
///
/// # Errors
/// As [`operate`].
pub fn regexp_match(expr: &Expr, pattern: &Operand, flags: Option<Rc<str>>) -> Result<Expr, BuildError> {
    let pattern = coerce(expr, &Op::RegexpMatch, pattern)?;
    Ok(raw_binary(expr, &pattern, Op::RegexpMatch, null_type(), Modifiers { flags, ..Modifiers::default() }))
}

/// `expr.regexp_replace(pattern, replacement, flags)`
///
/// # Errors
/// As [`operate`].
pub fn regexp_replace(
    expr: &Expr,
    pattern: &Operand,
    replacement: &Operand,
    flags: Option<Rc<str>>,
) -> Result<Expr, BuildError> {
    let clauses = vec![coerce(expr, &Op::RegexpReplace, pattern)?, coerce(expr, &Op::RegexpReplace, replacement)?];
    let list = Expr::new(ExprKind::List { op: Op::Comma, clauses, group: false }, null_type());
    Ok(raw_binary(expr, &list, Op::RegexpReplace, null_type(), Modifiers { flags, ..Modifiers::default() }))
}

/// `expr.op(text, ...)(other)`; `return_type` wins over what the operands give.
///
/// # Errors
/// As [`operate`].
pub fn op(op: Op, expr: &Expr, other: &Operand, return_type: Option<Type>) -> Result<Expr, BuildError> {
    let ty = match (&op, return_type) {
        (_, Some(ty)) => Some(ty),
        (Op::Custom { is_comparison: true, .. }, None) => Some(boolean_type()),
        _ => None,
    };
    binary_operate(expr, op, other, false, ty)
}

/// `expr[index]` of an array; the result has type `ty`.
///
/// # Errors
/// As [`operate`].
pub fn getitem(expr: &Expr, index: &Operand, ty: Type) -> Result<Expr, BuildError> {
    binary_operate(expr, Op::Getitem, index, false, Some(ty))
}

/// `expr[index]` by the operator that a type has for it; the result has type `ty`.
///
/// # Errors
/// As [`operate`].
pub fn index_by(expr: &Expr, op: Op, index: &Operand, ty: Type) -> Result<Expr, BuildError> {
    binary_operate(expr, op, index, false, Some(ty))
}

/// `expr[start:stop:step]` of an array.
pub fn getslice(expr: &Expr, bounds: [&Operand; 3]) -> Expr {
    let name = expr.as_column().map(|it| it.key());
    raw_binary(expr, &slice(bounds, name.as_deref()), Op::Getitem, expr.ty().clone(), Modifiers::default())
}

/// `start:stop:step`; parameters are integers, called `name` if that is given.
pub fn slice(bounds: [&Operand; 3], name: Option<&str>) -> Expr {
    let clauses = bounds.map(|it| expression(it, name, Some(&integer_type()))).to_vec();
    Expr::new(ExprKind::List { op: Op::Slice, clauses, group: false }, null_type())
}

/// `postgresql.array(...)`
pub fn array(items: Vec<Expr>, ty: Type) -> Expr {
    let args = items.iter().map(|it| self_group(it, Some(&Op::Comma))).collect();
    let packages = vec!["postgresql".into()];
    let function = Function {
        name: "ARRAY".into(),
        packages,
        args,
        is_ansi: false,
        order_by: Vec::new(),
        quote: false,
        operands: None,
    };
    Expr::new(ExprKind::Function(function), ty)
}

/// `json[index]`, with a path when `path`; `index` is a parameter of an index type.
pub fn json_getitem(expr: &Expr, index: &Expr, path: bool, ty: Type) -> Expr {
    let op = if path { Op::JsonPathGetitem } else { Op::JsonGetitem };
    raw_binary(expr, index, op, ty, Modifiers::default())
}

fn unary(op: Op, expr: &Expr, ty: Type) -> Expr {
    let element = self_group(expr, Some(&op));
    Expr::new(ExprKind::Unary { operator: Some(op), modifier: None, element }, ty)
}

fn modifier(op: Op, expr: &Expr) -> Expr {
    let element = self_group(expr, Some(&op));
    Expr::new(ExprKind::Unary { operator: None, modifier: Some(op), element }, null_type())
}

/// `-expr`
pub fn neg(expr: &Expr) -> Expr {
    unary(Op::Neg, expr, expr.ty().clone())
}
/// `~expr` on bits
pub fn bitwise_not(expr: &Expr) -> Expr {
    unary(Op::BitwiseNot, expr, expr.ty().clone())
}
/// `DISTINCT expr`
pub fn distinct(expr: &Expr) -> Expr {
    unary(Op::Distinct, expr, expr.ty().clone())
}
/// `ANY (expr)`
pub fn any_(expr: &Expr) -> Expr {
    unary(Op::Any, &self_group(expr, None), boolean_type())
}
/// `ALL (expr)`
pub fn all_(expr: &Expr) -> Expr {
    unary(Op::All, &self_group(expr, None), boolean_type())
}
/// `expr DESC`
pub fn desc(expr: &Expr) -> Expr {
    modifier(Op::Desc, expr)
}
/// `expr ASC`
pub fn asc(expr: &Expr) -> Expr {
    modifier(Op::Asc, expr)
}
/// `expr NULLS FIRST`
pub fn nulls_first(expr: &Expr) -> Expr {
    modifier(Op::NullsFirst, expr)
}
/// `expr NULLS LAST`
pub fn nulls_last(expr: &Expr) -> Expr {
    modifier(Op::NullsLast, expr)
}

/// `expr COLLATE name`
pub fn collate(expr: &Expr, name: &str) -> Expr {
    let clause = Expr::new(ExprKind::CollationClause(name.into()), null_type());
    let collation = Some(Rc::from(name));
    let ty = match expr.ty().kind {
        TypeKind::String { length, .. } => TypeNode::new(TypeKind::String { length, collation, is_unicode: false }),
        TypeKind::Text { length, .. } => TypeNode::new(TypeKind::Text { length, collation }),
        _ => expr.ty().clone(),
    };
    raw_binary(expr, &clause, Op::Collate, ty, Modifiers::default())
}

/// `expr ** other`
///
/// # Errors
/// As [`operate`].
pub fn pow(expr: &Expr, other: &Operand) -> Result<Expr, BuildError> {
    func_("pow", vec![Operand::Expr(expr.clone()), other.clone()])
}
