//! Operators by the names of `sqlalchemy.sql.operators`.

use super::coerce::expr_to_py;
use super::elements::{Element, operate_py};
use super::registry;
use crate::python::exc;
use crate::python::value::{repr_of, text_of};
use crate::sql::expr::Expr;
use crate::sql::operators::Op;
use crate::sql::types::{Affinity, Type};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};
use std::rc::Rc;

/// The functions of `sqlalchemy.sql.operators` that stand for an operator.
const NAMES: &[(&str, Op)] = &[
    ("eq", Op::Eq),
    ("ne", Op::Ne),
    ("lt", Op::Lt),
    ("le", Op::Le),
    ("gt", Op::Gt),
    ("ge", Op::Ge),
    ("add", Op::Add),
    ("sub", Op::Sub),
    ("mul", Op::Mul),
    ("truediv", Op::TrueDiv),
    ("floordiv", Op::FloorDiv),
    ("mod", Op::Mod),
    ("and_", Op::And),
    ("or_", Op::Or),
    ("in_op", Op::In),
    ("not_in_op", Op::NotIn),
    ("is_", Op::Is),
    ("is_not", Op::IsNot),
    ("is_distinct_from", Op::IsDistinctFrom),
    ("is_not_distinct_from", Op::IsNotDistinctFrom),
    ("like_op", Op::Like),
    ("not_like_op", Op::NotLike),
    ("ilike_op", Op::ILike),
    ("not_ilike_op", Op::NotILike),
    ("between_op", Op::Between),
    ("not_between_op", Op::NotBetween),
    ("concat_op", Op::Concat),
    ("desc_op", Op::Desc),
    ("asc_op", Op::Asc),
    ("nulls_first_op", Op::NullsFirst),
    ("nulls_last_op", Op::NullsLast),
    ("startswith_op", Op::StartsWith),
    ("not_startswith_op", Op::NotStartsWith),
    ("endswith_op", Op::EndsWith),
    ("not_endswith_op", Op::NotEndsWith),
    ("contains_op", Op::Contains),
    ("not_contains_op", Op::NotContains),
    ("istartswith_op", Op::IStartsWith),
    ("not_istartswith_op", Op::NotIStartsWith),
    ("iendswith_op", Op::IEndsWith),
    ("not_iendswith_op", Op::NotIEndsWith),
    ("icontains_op", Op::IContains),
    ("not_icontains_op", Op::NotIContains),
    ("match_op", Op::Match),
    ("not_match_op", Op::NotMatch),
    ("regexp_match_op", Op::RegexpMatch),
    ("not_regexp_match_op", Op::NotRegexpMatch),
    ("regexp_replace_op", Op::RegexpReplace),
    ("collate", Op::Collate),
    ("comma_op", Op::Comma),
    ("inv", Op::Inv),
    ("neg", Op::Neg),
    ("exists", Op::Exists),
    ("distinct_op", Op::Distinct),
    ("any_op", Op::Any),
    ("all_op", Op::All),
    ("as_", Op::As),
    ("bitwise_and_op", Op::BitwiseAnd),
    ("bitwise_or_op", Op::BitwiseOr),
    ("bitwise_xor_op", Op::BitwiseXor),
    ("bitwise_not_op", Op::BitwiseNot),
    ("bitwise_lshift_op", Op::BitwiseLshift),
    ("bitwise_rshift_op", Op::BitwiseRshift),
    ("json_getitem_op", Op::JsonGetitem),
    ("json_path_getitem_op", Op::JsonPathGetitem),
    ("getitem", Op::Getitem),
    ("is_true", Op::IsTrue),
    ("is_false", Op::IsFalse),
    ("from_", Op::FromAs),
    ("filter_op", Op::Filter),
    ("_asbool", Op::AsBool),
];

/// The Python object for an operator.
pub(crate) fn operator_to_py(op: &Op, vm: &VirtualMachine) -> PyResult {
    if let Op::Custom { text, precedence, is_comparison, eager_grouping, natural_self_precedent } = op {
        let class = registry::class_of("sqlalchemy.sql.operators:_custom", vm)?;
        let args = vec![
            vm.ctx.new_str(&**text).into(),
            vm.ctx.new_int(*precedence).into(),
            vm.ctx.new_bool(*is_comparison).into(),
            vm.ctx.new_bool(*natural_self_precedent).into(),
            vm.ctx.new_bool(*eager_grouping).into(),
        ];
        return class.call(args, vm);
    }
    match NAMES.iter().find(|it| it.1 == *op) {
        Some((name, _)) => registry::class_of(&format!("sqlalchemy.sql.operators:{name}"), vm),
        None => Ok(vm.ctx.none()),
    }
}

/// The operator that a Python object is: a function of `sqlalchemy.sql.operators` or a `custom_op`.
pub(crate) fn operator_from_py(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Op>> {
    if vm.is_none(object) {
        return Ok(None);
    }
    let text = |name: &str| -> PyResult<Option<Rc<str>>> {
        Ok(vm.get_attribute_opt(object, vm.ctx.intern_str(name))?.and_then(|it| text_of(&it)))
    };
    let flag = |name: &str| object.get_attr(vm.ctx.intern_str(name), vm)?.try_to_bool(vm);
    Ok(match text("opstring")? {
        Some(text) => Some(Op::Custom {
            text,
            precedence: object.get_attr("precedence", vm)?.try_into_value(vm)?,
            is_comparison: flag("is_comparison")?,
            eager_grouping: flag("eager_grouping")?,
            natural_self_precedent: flag("natural_self_precedent")?,
        }),
        None => text("__name__")?.and_then(|it| named(&it)),
    })
}

/// The operator of a name.
pub(crate) fn named(name: &str) -> Option<Op> {
    NAMES.iter().find(|it| it.0 == name).map(|it| it.1.clone())
}

/// Classes of operators, as bits: `OperatorClass`.
mod class {
    pub(crate) const UNSPECIFIED: u16 = 1;
    pub(crate) const BASE: u16 = 1 << 1;
    pub(crate) const BOOLEAN_ALGEBRA: u16 = 1 << 2;
    pub(crate) const EQUALITY: u16 = 1 << 3;
    pub(crate) const ORDERING: u16 = 1 << 4;
    pub(crate) const INDEXABLE: u16 = 1 << 5;
    pub(crate) const CONTAINS: u16 = 1 << 6;
    pub(crate) const CONCATENABLE: u16 = 1 << 7;
    pub(crate) const STRING_MATCH: u16 = 1 << 8;
    pub(crate) const MATH: u16 = 1 << 9;
    pub(crate) const BITWISE: u16 = 1 << 10;
    pub(crate) const DATE_ARITHMETIC: u16 = 1 << 11;
    pub(crate) const JSON_GETITEM: u16 = 1 << 12;
}

/// The operators of a type that nobody has made an object of.
fn classes_of(ty: &Type) -> u16 {
    use class as c;
    const COMPARISON: u16 = c::BASE | c::EQUALITY | c::ORDERING;
    match ty.affinity() {
        Affinity::Null => u16::MAX,
        Affinity::String | Affinity::Enum => {
            COMPARISON | c::STRING_MATCH | c::CONTAINS | c::CONCATENABLE | c::INDEXABLE
        }
        Affinity::Integer | Affinity::Numeric | Affinity::Float => COMPARISON | c::MATH | c::BITWISE,
        Affinity::Boolean => COMPARISON | c::BOOLEAN_ALGEBRA,
        Affinity::Date | Affinity::Time | Affinity::DateTime | Affinity::Interval => COMPARISON | c::DATE_ARITHMETIC,
        Affinity::Binary | Affinity::Tuple | Affinity::Array => {
            COMPARISON | c::CONTAINS | c::CONCATENABLE | c::INDEXABLE
        }
        Affinity::Json => COMPARISON | c::INDEXABLE | c::JSON_GETITEM,
        Affinity::Uuid => COMPARISON,
    }
}

/// Class and name of the operator behind a method; `None` for what is never refused.
fn operator_class(method: &str) -> Option<(u16, &str)> {
    use class as c;
    Some(match method {
        "is" => (c::BASE, "is_"),
        "is_not" | "is_distinct_from" | "is_not_distinct_from" => (c::BASE, method),
        "eq" | "ne" => (c::EQUALITY, method),
        "in" => (c::EQUALITY, "in_op"),
        "not_in" => (c::EQUALITY, "not_in_op"),
        "any" => (c::EQUALITY, "any_op"),
        "all" => (c::EQUALITY, "all_op"),
        "distinct" => (c::EQUALITY, "distinct_op"),
        "lt" | "le" | "gt" | "ge" => (c::ORDERING, method),
        "between" => (c::ORDERING, "between_op"),
        "desc" => (c::ORDERING, "desc_op"),
        "asc" => (c::ORDERING, "asc_op"),
        "nulls_first" => (c::ORDERING, "nulls_first_op"),
        "nulls_last" => (c::ORDERING, "nulls_last_op"),
        "and" => (c::BOOLEAN_ALGEBRA, "and_"),
        "or" => (c::BOOLEAN_ALGEBRA, "or_"),
        "inv" => (c::BOOLEAN_ALGEBRA | c::BITWISE, "inv"),
        "add" | "radd" => (c::CONCATENABLE | c::MATH | c::BITWISE | c::DATE_ARITHMETIC, "add"),
        "concat" | "rconcat" => (c::CONCATENABLE | c::BITWISE, "concat_op"),
        "getitem" => (c::INDEXABLE, "getitem"),
        "contains" => (c::CONTAINS, "contains_op"),
        "icontains" => (c::CONTAINS, "icontains_op"),
        "like" => (c::STRING_MATCH, "like_op"),
        "not_like" => (c::STRING_MATCH, "not_like_op"),
        "ilike" => (c::STRING_MATCH, "ilike_op"),
        "not_ilike" => (c::STRING_MATCH, "not_ilike_op"),
        "startswith" => (c::STRING_MATCH, "startswith_op"),
        "istartswith" => (c::STRING_MATCH, "istartswith_op"),
        "endswith" => (c::STRING_MATCH, "endswith_op"),
        "iendswith" => (c::STRING_MATCH, "iendswith_op"),
        "collate" => (c::STRING_MATCH, "collate"),
        "match" => (c::STRING_MATCH, "match_op"),
        "regexp_match" => (c::STRING_MATCH, "regexp_match_op"),
        "regexp_replace" => (c::STRING_MATCH, "regexp_replace_op"),
        "lshift" | "rlshift" => (c::BITWISE, "lshift"),
        "rshift" | "rrshift" => (c::BITWISE, "rshift"),
        "bitwise_and" => (c::BITWISE, "bitwise_and_op"),
        "bitwise_or" => (c::BITWISE, "bitwise_or_op"),
        "bitwise_xor" => (c::BITWISE, "bitwise_xor_op"),
        "bitwise_not" => (c::BITWISE, "bitwise_not_op"),
        "bitwise_lshift" => (c::BITWISE, "bitwise_lshift_op"),
        "bitwise_rshift" => (c::BITWISE, "bitwise_rshift_op"),
        "matmul" | "rmatmul" => (c::MATH, "matmul"),
        "pow" | "rpow" => (c::MATH, "pow"),
        "neg" => (c::MATH, "neg"),
        "mul" | "rmul" => (c::MATH, "mul"),
        "truediv" | "rtruediv" => (c::MATH, "truediv"),
        "floordiv" | "rfloordiv" => (c::MATH, "floordiv"),
        "mod" | "rmod" => (c::MATH, "mod"),
        "sub" | "rsub" => (c::MATH | c::DATE_ARITHMETIC, "sub"),
        _ => return None,
    })
}

/// Warns when a type does not have the operator behind a method.
pub(crate) fn check_class(method: &str, ty: &Type, vm: &VirtualMachine) -> PyResult<()> {
    match operator_class(method) {
        Some((class, name)) => check_bits(class, || format!("operator '{name}'"), ty, vm),
        None => Ok(()),
    }
}

/// Warns when a type has no operators of these classes.
pub(crate) fn check_bits(
    class: u16,
    description: impl FnOnce() -> String,
    ty: &Type,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let host = ty.host.get().and_then(|it| it.downcast_ref::<PyObjectRef>().cloned());
    let classes: u16 = match &host {
        Some(object) => object.get_attr("operator_classes", vm)?.get_attr("_value_", vm)?.try_into_value(vm)?,
        None => classes_of(ty),
    };
    if classes & class != 0 {
        return Ok(());
    }
    let object = host.map_or_else(|| super::types::type_to_py(ty, vm), Ok)?;
    let shown = repr_of(object.class().as_object(), vm);
    let text = if classes == class::UNSPECIFIED {
        format!(
            "Type object {shown} does not refer to an OperatorClass in its operator_classes attribute. This attribute \
             will be required in a future release."
        )
    } else {
        format!(
            "Type object {shown} does not include {} in its operator classes.  Using built-in operators (not including \
             custom or overridden operators) outside of a type's stated operator classes is deprecated and will raise \
             InvalidRequestError in a future release",
            description()
        )
    };
    exc::warn(vm, "SADeprecationWarning", &text)
}

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use super::named;

    /// What is true of an operator, by the name of the question.
    #[pyfunction]
    fn operator_is(name: String, question: String) -> bool {
        let Some(op) = named(&name) else { return false };
        match &*question {
            "comparison" => op.is_comparison(),
            "commutative" => op.is_commutative(),
            "associative" => op.is_associative(),
            "boolean" => op.is_boolean(),
            "ordering" => op.is_order_by_modifier(),
            _ => op.is_natural_self_precedent(),
        }
    }

    /// Whether an expression of one operator inside one of another is put in parentheses.
    #[pyfunction]
    fn operator_is_precedent(name: String, against: String) -> bool {
        match (named(&name), named(&against)) {
            (Some(op), Some(against)) => op.is_precedent(&against),
            _ => false,
        }
    }
}

/// A plain column compared with one that a relationship's join marks: the latter is of a more special class,
/// so that it is asked first.
pub(crate) fn turned_comparison(
    name: &str,
    left: &Expr,
    args: &FuncArgs,
    vm: &VirtualMachine,
) -> PyResult<Option<Expr>> {
    let turned = match name {
        "eq" | "ne" => name,
        "lt" => "gt",
        "gt" => "lt",
        "le" => "ge",
        "ge" => "le",
        _ => return Ok(None),
    };
    let Some(other) = args.args.first().and_then(|it| it.downcast_ref::<Element>()) else { return Ok(None) };
    let other = Element::of(other, vm)?;
    if left.is_annotated() || left.as_column().is_none() || !other.is_annotated() || other.as_column().is_none() {
        return Ok(None);
    }
    let args = FuncArgs::from(vec![expr_to_py(left, vm)?]);
    operate_py(turned, &other, &args, vm).map(Some)
}
