//! What the ORM puts into statements: entities, relationship attributes, bundles, options. The statement
//! carries them as opaque [`PluginItem`]s.

use super::entity::Entity;
use super::properties::Property;
use super::strategy_options::LoaderOption;
use crate::sql::expr::Expr;
use crate::sql::select::PluginItem;
use std::rc::Rc;

/// One thing of the ORM in a statement.
#[derive(Clone, Debug)]
pub enum OrmItem {
    /// `select(Author)`, `join(Author)`, `select_from(Author)`
    Entity(Entity),
    /// A relationship attribute: `join(Author.books)`, with `.of_type()` and `.and_()`.
    Relationship(RelationshipAttr),
    /// `Bundle("name", ...)`
    Bundle(Rc<str>, Vec<crate::sql::select::SelectItem>),
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
        item.0.downcast_ref()
    }
}
