//! Where in a query's tree of entities something is: `Author -> books -> Book -> reviews`.
//! Mirrors `orm/path_registry.py`.

use super::properties::PropertyId;
use crate::sql::expr::EntityTag;
use std::rc::Rc;

/// One step: the entity, and the relationship or column attribute taken from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub struct Step {
    pub entity: EntityTag,
    pub property: PropertyId,
}

/// Steps from the root entity of the query. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Path(pub Rc<[Step]>);

impl Path {
    /// This path and one step more.
    pub fn join(&self, entity: EntityTag, property: PropertyId) -> Self {
        let mut steps = self.0.to_vec();
        steps.push(Step { entity, property });
        Self(steps.into())
    }
    /// Number of steps.
    pub fn len(&self) -> usize {
        self.0.len()
    }
    /// Whether this is the root.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
