//! What the ORM puts into statements: entities, relationship attributes, bundles, options. The statement
//! carries them as opaque [`PluginItem`]s.

use super::entity::Entity;
use super::properties::Property;
use super::strategy_options::LoaderOption;
use crate::sql::cache_key::KeyWalker;
use crate::sql::expr::Expr;
use crate::sql::select::{Plugin, PluginItem};
use std::any::Any;
use std::rc::Rc;

/// One thing of the ORM in a statement.
#[derive(Clone, Debug)]
pub enum OrmItem {
    /// `select(Author)`, `join(Author)`, `select_from(Author)`
    Entity(Entity),
    /// A relationship attribute: `join(Author.books)`, with `.of_type()` and `.and_()`.
    Relationship(RelationshipAttr),
    /// `Bundle("name", ...)`, and the host's object that makes one value of its parts.
    Bundle(Rc<str>, Vec<crate::sql::select::SelectItem>, Rc<dyn Any>),
    /// A loader option.
    Option(Rc<LoaderOption>),
}

/// A relationship attribute of an entity.
#[derive(Clone, Debug)]
pub struct RelationshipAttr {
    /// The entity it was taken from.
    pub entity: Entity,
    /// The relationship.
    pub prop: Rc<Property>,
    /// `.of_type(entity)`
    pub of_type: Option<Entity>,
    /// `.and_(criteria)`
    pub extra_criteria: Vec<Expr>,
}

impl OrmItem {
    /// As a statement carries it.
    pub fn wrap(self) -> PluginItem {
        PluginItem(Rc::new(self))
    }
    /// From what a statement carries.
    pub fn unwrap(item: &PluginItem) -> Option<&OrmItem> {
        let any: &dyn Any = &*item.0;
        any.downcast_ref()
    }
}

impl Plugin for OrmItem {
    fn add_to_cache_key(&self, key: &mut KeyWalker) -> bool {
        match self {
            Self::Entity(entity) => add_entity(entity, key),
            Self::Relationship(it) => {
                add_entity(&it.entity, key);
                key.mix_str(&it.prop.key);
                if let Some(of_type) = &it.of_type {
                    add_entity(of_type, key);
                }
                for criteria in &it.extra_criteria {
                    key.expr(criteria);
                }
                true
            }
            // What they do to a statement is not known here.
            Self::Bundle(..) | Self::Option(_) => false,
        }
    }
}

fn add_entity(entity: &Entity, key: &mut KeyWalker) -> bool {
    key.mix(entity.mapper().id.0.into());
    if let Entity::Aliased(alias) = entity {
        key.from(&alias.selectable);
    }
    true
}
