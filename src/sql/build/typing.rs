//! Types of values and of operators' results: `sqltypes._resolve_value_to_type`, `_adapt_expression`.

use crate::sql::operators::Op;
use crate::sql::types::{
    Affinity, Compared, Type, TypeKind, TypeNode, binary_type, boolean_type, double_type, integer_type, null_type,
    string_type,
};
use crate::sql::value::Value;

/// The type of a plain value.
pub fn type_of_value(value: &Value) -> Type {
    match value {
        Value::Null | Value::List(_) => null_type(),
        Value::Bool(_) => boolean_type(),
        // `value.bit_length() >= 32`
        Value::Int(it) if it.unsigned_abs() >= 1 << 31 => TypeNode::new(TypeKind::BigInteger),
        Value::Int(_) => integer_type(),
        Value::Float(_) => double_type(),
        Value::Text(it) if !it.is_ascii() => {
            TypeNode::new(TypeKind::String { length: None, collation: None, is_unicode: true })
        }
        Value::Text(_) => string_type(),
        Value::Bytes(_) => binary_type(),
        Value::Host(object) => object.sql_type().unwrap_or_else(null_type),
    }
}

/// The type of a value that is compared with something of type `ty`.
pub fn coerce_compared_value(ty: &Type, op: Option<&Op>, value: &Value) -> Type {
    match ty.processor.as_ref().map_or(Compared::ByAffinity, |it| it.compared(op, value)) {
        Compared::ByAffinity => {}
        Compared::Same => return ty.clone(),
        Compared::As(other) => return other,
    }
    if let TypeKind::Tuple(types) = &ty.kind
        && let Some(values) = value.items()
    {
        let types = types.iter().zip(values.iter()).map(|(ty, it)| coerce_compared_value(ty, op, it)).collect();
        return TypeNode::new(TypeKind::Tuple(types));
    }
    let affinity = ty.affinity();
    if matches!(value, Value::Text(_)) && matches!(affinity, Affinity::Binary | Affinity::Uuid) {
        return ty.clone();
    }
    let own = type_of_value(value);
    if own.is_null() || same_affinity(own.affinity(), affinity) { ty.clone() } else { own }
}

/// Whether two affinities are one class in `_type_affinity`.
pub(super) fn same_affinity(a: Affinity, b: Affinity) -> bool {
    // An enum is a string to the operators.
    let class = |it| if it == Affinity::Enum { Affinity::String } else { it };
    class(a) == class(b)
}

fn is_concatenable(ty: &Type) -> bool {
    matches!(ty.affinity(), Affinity::String | Affinity::Enum | Affinity::Array)
        || ty.is_spelled("JSONB")
        || ty.is_spelled("HSTORE")
}

/// Operator and type of `left op right`.
pub fn adapt_expression(op: &Op, left: &Type, right: &Type) -> (Op, Type) {
    let (a, b) = (left.affinity(), right.affinity());
    if a == Affinity::Null && !is_concatenable(left) {
        if b == Affinity::Null || !op.is_commutative() {
            return (op.clone(), left.clone());
        }
        return adapt_expression(op, right, left);
    }
    if is_concatenable(left) {
        if *op == Op::Add && (is_concatenable(right) || b == Affinity::Null) {
            let ty = match &left.kind {
                TypeKind::Enum { values, length, .. } => {
                    let longest = values.iter().map(|it| it.chars().count()).max().unwrap_or(0);
                    let length = length.or_else(|| u32::try_from(longest).ok());
                    TypeNode::new(TypeKind::String { length, collation: None, is_unicode: false })
                }
                _ if a == Affinity::Enum => string_type(),
                _ => left.clone(),
            };
            return (Op::Concat, ty);
        }
        return (op.clone(), left.clone());
    }
    if keeps_class(a, op, b) {
        // The reference says "the left one's class": that of the right where both are the plain one.
        let is_plain = matches!(left.kind, TypeKind::Integer | TypeKind::Numeric { .. } | TypeKind::Float { .. });
        return (op.clone(), if is_plain && a == b { right.clone() } else { left.clone() });
    }
    let ty = match lookup(a, op, b) {
        None => left.clone(),
        Some(found) if found == b => right.clone(),
        Some(found) if found == a => left.clone(),
        Some(found) => plain(found),
    };
    (op.clone(), ty)
}

/// Entries of `_expression_adaptations` that say `self.__class__`, for numbers.
fn keeps_class(left: Affinity, op: &Op, right: Affinity) -> bool {
    use Affinity as A;
    match left {
        A::Integer => right == A::Integer && matches!(op, Op::Add | Op::Mul | Op::Sub | Op::FloorDiv),
        A::Numeric | A::Float => {
            matches!(right, A::Integer | A::Numeric | A::Float)
                && matches!(op, Op::Add | Op::Mul | Op::Sub | Op::TrueDiv)
        }
        _ => false,
    }
}

/// `_expression_adaptations`
fn lookup(left: Affinity, op: &Op, right: Affinity) -> Option<Affinity> {
    use Affinity as A;
    Some(match (left, op, right) {
        (A::Integer, Op::Add, A::Date) => A::Date,
        (A::Integer, Op::Mul, A::Interval) => A::Interval,
        (A::Integer, Op::TrueDiv, A::Integer) => A::Numeric,
        (A::Integer, Op::Add | Op::Mul | Op::Sub | Op::TrueDiv | Op::FloorDiv, A::Numeric) => A::Numeric,
        (A::Integer, Op::Add | Op::Mul | Op::Sub | Op::TrueDiv, A::Float) => A::Float,
        (A::Numeric | A::Float, Op::Mul, A::Interval) => A::Interval,
        (A::Date, Op::Add, A::Interval | A::Time) | (A::Date, Op::Sub, A::Interval) => A::DateTime,
        (A::Date, Op::Sub, A::Date) => A::Integer,
        (A::Date, Op::Sub, A::DateTime) => A::Interval,
        (A::DateTime, Op::Sub, A::DateTime) => A::Interval,
        (A::Time, Op::Add, A::Date) => A::DateTime,
        (A::Time, Op::Sub, A::Time) => A::Interval,
        (A::Interval, Op::Add, A::Date | A::DateTime) => A::DateTime,
        (A::Interval, Op::Add, A::Time) => A::Time,
        _ => return None,
    })
}

fn plain(affinity: Affinity) -> Type {
    match affinity {
        Affinity::Integer => integer_type(),
        Affinity::Numeric => TypeNode::new(TypeKind::Numeric { precision: None, scale: None, as_decimal: true }),
        Affinity::Float => crate::sql::types::float_type(),
        Affinity::DateTime => TypeNode::new(TypeKind::DateTime { timezone: false }),
        Affinity::Date => TypeNode::new(TypeKind::Date),
        Affinity::Time => TypeNode::new(TypeKind::Time { timezone: false }),
        Affinity::Interval => TypeNode::new(TypeKind::Interval),
        _ => null_type(),
    }
}
