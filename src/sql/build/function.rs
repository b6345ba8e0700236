//! `func.name(...)`: the functions whose result type is known. Mirrors `sql/functions.py`.

use super::elements::{expression, literal_column};
use super::{BuildError, Operand, self_group};
use crate::sql::expr::{Expr, ExprKind, Function};
use crate::sql::operators::Op;
use crate::sql::types::{Type, TypeKind, TypeNode, integer_type, null_type, string_type};
use std::rc::Rc;

enum Returns {
    Type(Type),
    /// The first typed argument.
    Args,
    /// An array of the first argument.
    Nothing,
}

fn known(name: &str) -> Option<Returns> {
    let datetime = || TypeNode::new(TypeKind::DateTime { timezone: false });
    let numeric = || TypeNode::new(TypeKind::Numeric { precision: None, scale: None, as_decimal: true });
    Some(match name {
        "coalesce" | "max" | "min" | "sum" | "pow" => Returns::Args,
        "count" | "char_length" | "rank" | "dense_rank" | "next_value" => Returns::Type(integer_type()),
        "concat" | "aggregate_strings" | "current_user" | "session_user" | "user" => Returns::Type(string_type()),
        "now" | "current_timestamp" | "localtime" | "localtimestamp" | "sysdate" => Returns::Type(datetime()),
        "current_date" => Returns::Type(TypeNode::new(TypeKind::Date)),
        "current_time" => Returns::Type(TypeNode::new(TypeKind::Time { timezone: false })),
        "percent_rank" | "cume_dist" => Returns::Type(numeric()),
        "random" | "cube" | "rollup" | "grouping_sets" | "mode" | "percentile_cont" | "percentile_disc"
        | "array_agg" => Returns::Nothing,
        _ => return None,
    })
}

/// `func.name(*args)`
///
/// # Errors
/// For a wrong number of arguments.
pub fn func_(name: &str, args: Vec<Operand>) -> Result<Expr, BuildError> {
    func_with(&[], name, args, None)
}

/// `func.package.name(*args, type_=...)`
///
/// # Errors
/// For a wrong number of arguments.
pub fn func_with(packages: &[Rc<str>], name: &str, args: Vec<Operand>, ty: Option<Type>) -> Result<Expr, BuildError> {
    let lower = name.to_lowercase();
    let known = if packages.is_empty() { known(&lower) } else { None };
    let name = if known.is_some() { &lower } else { name };
    let mut args: Vec<Expr> =
        args.iter().map(|it| self_group(&expression(it, Some(name), None), Some(&Op::Comma))).collect();
    if known.is_some() && name == "count" && args.is_empty() {
        args.push(literal_column("*", None));
    }
    let result = match (ty, &known) {
        (Some(ty), _) => ty,
        (None, Some(Returns::Type(ty))) => ty.clone(),
        (None, Some(Returns::Args)) => {
            args.iter().map(Expr::ty).find(|it| !it.is_null()).cloned().unwrap_or_else(null_type)
        }
        (None, _) => null_type(),
    };
    let is_ansi = known.is_some()
        && args.is_empty()
        && matches!(
            name,
            "current_date"
                | "current_time"
                | "current_timestamp"
                | "current_user"
                | "localtime"
                | "localtimestamp"
                | "session_user"
                | "sysdate"
                | "user"
        );
    Ok(Expr::new(
        ExprKind::Function(Function {
            name: name.into(),
            packages: packages.to_vec(),
            args,
            is_ansi,
            order_by: Vec::new(),
            quote: false,
            operands: None,
        }),
        result,
    ))
}
