//! Building expressions: coercion of operands, grouping, result types.
//!
//! Mirrors `sql/default_comparator.py`, `sql/coercions.py` and the constructors of `sql/elements.py`.

mod boolean;
mod construct;
mod elements;
mod function;
mod group;
mod joins;
mod typing;

pub use boolean::{and_, and_all, false_, not_, null, or_, true_};
pub use construct::{
    LikeOptions, all_, any_, array, asc, between, bitwise_not, collate, concat, contains, desc, distinct, endswith,
    getitem, getslice, icontains, iendswith, ilike, in_, index_by, is_distinct_from, istartswith, json_getitem, like,
    like_op, match_, mysql_match, neg, not_between, not_ilike, not_in, not_like, nulls_first, nulls_last, op, operate,
    pow, regexp_match, regexp_replace, reverse_operate, slice, startswith,
};
pub use elements::{
    bind, bind_for, bindparam, case, cast, exists, extract, filter, label, literal, literal_column, order_by_element,
    over, scalar_subquery, text_order_element, tuple_, type_coerce, within_group,
};
pub use function::{func_, func_with};
pub use group::{is_implicitly_boolean, order_by_label_element, self_group};
pub use joins::{base_foreign_keys, can_join, join, join_condition, join_condition_with};
pub use typing::{adapt_expression, coerce_compared_value, type_of_value};

pub use super::error::SqlError as BuildError;

use super::expr::{Expr, Query};
use super::selectable::From;
use super::value::Value;

/// The other side of an operator, as the program gave it.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Operand {
    Expr(Expr),
    Value(Value),
    Query(Query),
    From(From),
    /// A list with expressions in it, for IN.
    List(Vec<Operand>),
}

impl std::convert::From<Expr> for Operand {
    fn from(expr: Expr) -> Self {
        Self::Expr(expr)
    }
}
impl std::convert::From<&Expr> for Operand {
    fn from(expr: &Expr) -> Self {
        Self::Expr(expr.clone())
    }
}
impl std::convert::From<Value> for Operand {
    fn from(value: Value) -> Self {
        Self::Value(value)
    }
}
impl std::convert::From<Query> for Operand {
    fn from(query: Query) -> Self {
        Self::Query(query)
    }
}

/// The criteria of a WHERE clause, constants folded and each grouped for AND.
pub(in crate::sql) fn where_clauses(items: &[Expr]) -> Vec<Expr> {
    boolean::process(&super::operators::Op::And, items)
}

/// `a || b || c` of operands that need no typing: for LIKE patterns.
pub(in crate::sql) fn concat_raw(items: &[&Expr]) -> Expr {
    use super::expr::Modifiers;
    use super::operators::Op;
    let mut items = items.iter();
    let Some(first) = items.next() else { return null() };
    items.fold((*first).clone(), |left, right| {
        construct::binary(&left, right, Op::Concat, super::types::string_type(), Modifiers::default())
    })
}

/// `lower(expr)`, as the case-insensitive operators write it.
pub(in crate::sql) fn lowered(expr: &Expr) -> Expr {
    use super::expr::{ExprKind, Function};
    Expr::new(
        ExprKind::Function(Function {
            name: "lower".into(),
            packages: Vec::new(),
            args: vec![expr.clone()],
            is_ansi: false,
            order_by: Vec::new(),
            quote: false,
            operands: None,
        }),
        expr.ty().clone(),
    )
}

/// `from.description`
pub fn from_description(from: &From) -> String {
    joins::description(from)
}

/// `cte.union(*queries)` of a recursive CTE: a new CTE of the same name over both.
pub fn cte_union(
    cte: &std::rc::Rc<super::selectable::Alias>,
    keyword: super::select::CompoundKeyword,
    queries: Vec<Query>,
) -> std::rc::Rc<super::selectable::Alias> {
    use super::selectable::{Alias, AliasElement};
    let mut selects = match &cte.element {
        AliasElement::Query(query) => vec![query.clone()],
        _ => Vec::new(),
    };
    selects.extend(queries);
    let compound = super::select::Compound {
        keyword,
        selects,
        group_by: Vec::new(),
        order_by: Vec::new(),
        limit: None,
        offset: None,
        fetch: None,
        for_update: None,
        label_style: super::select::LabelStyle::default(),
        execution_options: indexmap::IndexMap::new(),
        independent_ctes: Vec::new(),
        params: indexmap::IndexMap::new(),
        restates: Some(cte.id),
        options: Vec::new(),
        nested: None,
    };
    let element = AliasElement::Query(Query::Compound(std::rc::Rc::new(compound)));
    Alias::named(element, cte.kind.clone(), cte.name.clone())
}
