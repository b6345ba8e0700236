//! What a query can name: a mapper, or an alias of one. Mirrors `inspect(entity)` of `orm/util.py`.

use super::mapper::Mapper;
use super::properties::Property;
use crate::sql::expr::{EntityTag, Expr};
use crate::sql::schema::{ColumnRef, next_id};
use crate::sql::selectable::{Alias, AliasElement, AliasKind, From};
use crate::sql::value::HostSlot;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::{Rc, Weak};

/// A mapper or an alias of one.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Entity {
    Mapper(Rc<Mapper>),
    Aliased(Rc<AliasedEntity>),
}

/// `aliased(Author)`
#[derive(Debug)]
#[allow(missing_docs)]
pub struct AliasedEntity {
    pub tag: EntityTag,
    pub mapper: Rc<Mapper>,
    /// What it selects from: an alias of the table, or any selectable that has the mapper's columns.
    pub selectable: From,
    /// The name given, if any; it labels the entity in rows.
    pub name: Option<Rc<str>>,
    pub host: HostSlot,
}

thread_local! {
    static BY_TAG: RefCell<HashMap<EntityTag, WeakEntity>> = RefCell::default();
}

#[derive(Clone)]
enum WeakEntity {
    Mapper(Weak<Mapper>),
    Aliased(Weak<AliasedEntity>),
}

/// Makes an entity known by its tag.
pub fn register(entity: &Entity) {
    let weak = match entity {
        Entity::Mapper(it) => WeakEntity::Mapper(Rc::downgrade(it)),
        Entity::Aliased(it) => WeakEntity::Aliased(Rc::downgrade(it)),
    };
    BY_TAG.with(|it| it.borrow_mut().insert(entity.tag(), weak));
}

/// Finds an entity by its tag.
pub fn by_tag(tag: EntityTag) -> Option<Entity> {
    BY_TAG.with(|it| match it.borrow().get(&tag)? {
        WeakEntity::Mapper(weak) => weak.upgrade().map(Entity::Mapper),
        WeakEntity::Aliased(weak) => weak.upgrade().map(Entity::Aliased),
    })
}

/// Forgets all tags, before a run.
pub fn reset() {
    BY_TAG.with(|it| it.borrow_mut().clear());
}

/// The same expression without the entities its columns were reached through.
pub fn without_tags(expr: &Expr) -> Expr {
    struct Plain;
    impl super::adapt::Replace for Plain {
        fn expr(&self, expr: &Expr) -> Option<Expr> {
            let column = expr.as_column()?;
            expr.0.entity.is_some().then(|| Expr::column(column))
        }
    }
    super::adapt::replace(expr, &Plain)
}

/// The entity that some column of the expression was reached through.
pub fn first_tag(expr: &Expr) -> Option<EntityTag> {
    expr.0.entity.or_else(|| super::adapt::find_columns(expr).iter().find_map(|it| it.0.entity))
}

impl AliasedEntity {
    /// `aliased(mapper, name=...)`: an alias of its table.
    pub fn new(mapper: &Rc<Mapper>, name: Option<&str>) -> Rc<Self> {
        let alias = Alias::new(
            AliasElement::From(From::Table(mapper.table.clone())),
            AliasKind::Alias,
            name,
            &mapper.table.name,
        );
        Self::over(mapper, From::Alias(alias), name)
    }

    /// `aliased(mapper, selectable)`: columns are found by what they stand for.
    pub fn over(mapper: &Rc<Mapper>, selectable: From, name: Option<&str>) -> Rc<Self> {
        let entity = Rc::new(Self {
            tag: EntityTag(next_id()),
            mapper: mapper.clone(),
            selectable,
            name: name.map(Into::into),
            host: HostSlot::default(),
        });
        register(&Entity::Aliased(entity.clone()));
        entity
    }
}

impl Drop for AliasedEntity {
    fn drop(&mut self) {
        BY_TAG.with(|it| {
            if let Ok(mut tags) = it.try_borrow_mut() {
                tags.remove(&self.tag);
            }
        });
    }
}

impl Entity {
    /// Its tag.
    pub fn tag(&self) -> EntityTag {
        match self {
            Self::Mapper(it) => it.tag,
            Self::Aliased(it) => it.tag,
        }
    }
    /// Its mapper.
    pub fn mapper(&self) -> &Rc<Mapper> {
        match self {
            Self::Mapper(it) => it,
            Self::Aliased(it) => &it.mapper,
        }
    }
    /// What it selects from.
    pub fn selectable(&self) -> From {
        match self {
            Self::Mapper(it) => From::Table(it.table.clone()),
            Self::Aliased(it) => it.selectable.clone(),
        }
    }
    /// Whether it is an alias.
    pub fn is_aliased(&self) -> bool {
        matches!(self, Self::Aliased(_))
    }
    /// The key under which a row carries it: the class's name, or the alias's.
    pub fn row_key(&self) -> Rc<str> {
        match self {
            Self::Aliased(it) => it.name.clone().unwrap_or_else(|| it.mapper.class_name.clone()),
            Self::Mapper(it) => it.class_name.clone(),
        }
    }
    /// A column of the mapper's table, here.
    pub fn adapt_column(&self, column: &ColumnRef) -> ColumnRef {
        match self {
            Self::Mapper(_) => column.clone(),
            Self::Aliased(it) => it.selectable.corresponding_column(column).unwrap_or_else(|| column.clone()),
        }
    }
    /// The expression behind a column attribute, here, annotated with this entity.
    pub fn attribute_expr(&self, prop: &Property) -> Option<Expr> {
        let column_property = prop.as_column()?;
        Some(match column_property.columns.first() {
            Some(column) => Expr::entity_column(&self.adapt_column(column), self.tag(), Some(prop.key.clone())),
            None => column_property.expr(),
        })
    }
}
