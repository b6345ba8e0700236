//! Columns that are selected with their entity. Mirrors `_ColumnLoader`.

use super::{LoaderStrategy, Setup};
use crate::orm::context::{CompileState, Memo};
use crate::orm::errors::OrmResult;
use crate::orm::loading::instance::{Populators, RowSetup};
use crate::sql::expr::Expr;

/// Selects the column.
pub(super) struct ColumnLoader;

impl LoaderStrategy for ColumnLoader {
    fn setup_query(&self, state: &mut CompileState, setup: &Setup<'_>) -> OrmResult<()> {
        let Some(column_property) = setup.prop.as_column() else { return Ok(()) };
        let mut first = None;
        if let Some(expression) = column_property.expression.as_ref() {
            let expr = setup.at.adapter.map_or_else(|| expression.clone(), |it| it.adapt(expression));
            first = Some(state.append_column(&expr, setup.at.collection));
        }
        for column in &column_property.columns {
            let column = match setup.at.adapter {
                Some(adapter) if setup.at.present_only => match adapter.lookup(column) {
                    Some(column) => column,
                    None => return Ok(()),
                },
                Some(adapter) => adapter.column(column),
                None => column.clone(),
            };
            let slot = state.append_column(&Expr::column(&column), setup.at.collection);
            first.get_or_insert(slot);
        }
        if let (Some(slot), Some(entity)) = (first, state.setups.get_mut(setup.at.path)) {
            entity.add_column(setup.prop, Memo::Column(slot));
        }
        Ok(())
    }

    fn create_row_processor(&self, row: &RowSetup<'_>, populators: &mut Populators) -> OrmResult<()> {
        // The statement was set up without this attribute: look for its columns among the row's.
        let Some(column_property) = row.prop.as_column() else { return Ok(()) };
        match column_property.columns.iter().find_map(|it| row.index_of_column(it)) {
            Some(index) => populators.quick.push((row.prop.clone(), index)),
            None => populators.expire.push((row.prop.clone(), true)),
        }
        Ok(())
    }
}
