//! Where in a query's tree of entities something is: `Author -> books -> Book -> reviews`.
//! Mirrors `orm/path_registry.py`.

use super::entity::{self, Entity};
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

/// The way to an entity of a query: the steps, and the entity at their end. The path of a root entity has
/// no steps. After the root every entity is a mapper, also where an alias is loaded ("natural path").
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub struct EntityPath {
    pub steps: Path,
    pub entity: EntityTag,
}

impl EntityPath {
    /// The path of a root entity.
    pub fn root(entity: EntityTag) -> Self {
        Self { steps: Path::default(), entity }
    }
    /// The path of an attribute of the entity. An attribute of a base class or of a subclass stands under the
    /// mapper that declared it, so that it is one path from wherever it is reached.
    pub fn prop(&self, property: PropertyId) -> Path {
        let own = EntityTag(property.mapper.0);
        if own == self.entity {
            return self.steps.join(self.entity, property);
        }
        let entity = match entity::by_tag(self.entity) {
            Some(Entity::Aliased(alias)) if !alias.uses_mapper_path => {
                alias.part(property.mapper).map_or(self.entity, |it| it.tag)
            }
            _ => own,
        };
        self.steps.join(entity, property)
    }
    /// The path of the entity that the attribute leads to.
    pub fn through(&self, property: PropertyId, target: EntityTag) -> Self {
        Self { steps: self.prop(property), entity: target }
    }
    /// Number of steps to it.
    pub fn depth(&self) -> usize {
        self.steps.len()
    }
}

impl Path {
    /// `self` followed by a path that starts where it ends.
    pub fn concat(&self, rest: &Path) -> Self {
        if self.is_empty() {
            return rest.clone();
        }
        let mut steps = self.0.to_vec();
        steps.extend_from_slice(&rest.0);
        Self(steps.into())
    }
    /// What is left of this path after `lead`, if it starts with it.
    pub fn strip(&self, lead: &Path) -> Option<Self> {
        self.0.strip_prefix(&*lead.0).map(|rest| Self(rest.into()))
    }
}
