//! Walking and rewriting expressions and statements: FROM objects in them, columns in them, replacement.
//!
//! Mirrors `sql/visitors.py` and `ClauseAdapter` of `sql/util.py`.

mod children;
mod replace;

pub use children::{
    any_expr, children, columns_in, from_in_from, froms_in, froms_of_select, has_aggregate, surface_froms,
};
pub use replace::{adapt_to, adapt_to_with, replace, replace_in_from, replace_in_query, replace_in_select};
