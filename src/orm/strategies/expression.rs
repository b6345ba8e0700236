//! Attributes that take an expression of the statement: `query_expression()` with `with_expression()`. Mirrors
//! `_ExpressionColumnLoader`.

use super::{LoaderStrategy, Setup};
use crate::orm::context::{CompileState, Memo};
use crate::orm::errors::OrmResult;
use crate::orm::loading::instance::{Populators, RowSetup};
use crate::sql::expr::{Expr, ExprKind};

/// Selects what the option gives, or the mapping's default.
pub(super) struct ExpressionLoader;

fn is_null(expr: &Expr) -> bool {
    match expr.kind() {
        ExprKind::Null => true,
        ExprKind::Label { element, .. } | ExprKind::Grouping(element) => is_null(element),
        _ => false,
    }
}

impl LoaderStrategy for ExpressionLoader {
    fn setup_query(&self, state: &mut CompileState, setup: &Setup<'_>) -> OrmResult<()> {
        let given = setup.loadopt.and_then(|it| it.extra_criteria.first());
        let default = setup.prop.as_column().and_then(|it| it.expression.as_ref()).filter(|it| !is_null(it));
        let Some(expr) = given.or(default) else { return Ok(()) };
        let expr = setup.at.adapter.map_or_else(|| expr.clone(), |it| it.adapt(expr));
        let expr = state.adapted_to_entities(&expr);
        let slot = state.append_column(&expr, setup.at.collection);
        if let Some(entity) = state.setups.get_mut(setup.at.path) {
            entity.add_column(setup.prop, Memo::Column(slot));
        }
        Ok(())
    }

    fn create_row_processor(&self, _row: &RowSetup<'_>, _populators: &mut Populators) -> OrmResult<()> {
        Ok(())
    }
}
