//! `noload`: the attribute is empty and stays so; and attributes that no query fills. Mirrors `_NoLoader` and
//! `_DoNothingLoader`.

use super::LoaderStrategy;
use crate::orm::errors::OrmResult;
use crate::orm::loading::instance::{Populate, Populators, RowSetup, Target};
use crate::sql::value::Value;

/// Sets an empty collection, or nothing.
pub(super) struct NoLoader;

/// Fills nothing.
pub(super) struct DoNothing;

struct SetEmpty;

impl LoaderStrategy for NoLoader {
    fn create_row_processor(&self, row: &RowSetup<'_>, populators: &mut Populators) -> OrmResult<()> {
        populators.push(row.prop, SetEmpty);
        Ok(())
    }
}

impl LoaderStrategy for DoNothing {
    fn create_row_processor(&self, _row: &RowSetup<'_>, _populators: &mut Populators) -> OrmResult<()> {
        Ok(())
    }
}

impl Populate for SetEmpty {
    fn new_row(&self, target: &Target<'_>, _row: &[Value]) -> OrmResult<()> {
        let host = &target.context.session.host;
        if target.prop.as_relationship().is_some_and(super::super::relationships::Relationship::uselist) {
            host.set_collection(&target.object.state, target.prop, &[])
        } else {
            host.set_object(&target.object.state, target.prop, None);
            Ok(())
        }
    }
}
