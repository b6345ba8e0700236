//! What a query can name: a mapper, or an alias of one. Mirrors `inspect(entity)` of `orm/util.py`.

use super::adapt::Adapter;
use super::mapper::{Mapper, MapperId};
use super::polymorphic;
use super::properties::Property;
use crate::sql::expr::{EntityTag, Expr};
use crate::sql::quoted_name::QuotedName;
use crate::sql::schema::{ColumnRef, next_id};
use crate::sql::selectable::{AliasElement, From};
use crate::sql::value::HostSlot;
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::{Rc, Weak};

/// A mapper or an alias of one.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Entity {
    Mapper(Rc<Mapper>),
    Aliased(Rc<AliasedEntity>),
}

/// `aliased(Author)`, `with_polymorphic(Author, ...)`
#[derive(Debug)]
#[allow(missing_docs)]
pub struct AliasedEntity {
    pub tag: EntityTag,
    pub mapper: Rc<Mapper>,
    /// What it selects from: an alias of the table, or any selectable that has the mapper's columns.
    pub selectable: From,
    /// The name given, if any; it labels the entity in rows.
    pub name: Option<Rc<str>>,
    /// Subclasses that it loads.
    pub with_polymorphic: Vec<Rc<Mapper>>,
    /// Those subclasses as entities of the same selectable.
    pub parts: RefCell<Vec<Rc<AliasedEntity>>>,
    /// The entity that it is a part of.
    pub base: RefCell<Weak<AliasedEntity>>,
    /// `with_polymorphic()` made it.
    pub is_with_polymorphic: bool,
    /// It stands for its mapper in paths: a loader made it.
    pub uses_mapper_path: bool,
    /// The column that tells the class of a row; `None` is the mapper's.
    pub polymorphic_on: Option<Expr>,
    /// Columns find those of the selectable by their names.
    pub adapt_on_names: bool,
    adapter: OnceCell<Adapter>,
    pub host: HostSlot,
}

/// How an aliased entity is made.
#[derive(Debug, Default)]
#[allow(missing_docs)]
pub struct AliasOptions<'a> {
    pub name: Option<&'a str>,
    pub with_polymorphic: Vec<Rc<Mapper>>,
    pub is_with_polymorphic: bool,
    pub uses_mapper_path: bool,
    pub polymorphic_on: Option<Expr>,
    pub adapt_on_names: bool,
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
            expr.0.entity.is_some().then(|| Expr::column(column).with_marks(expr.0.marks))
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
    pub fn new(mapper: &Rc<Mapper>, name: Option<&QuotedName>) -> Rc<Self> {
        Self::flat(mapper, name, false)
    }

    /// `aliased(mapper, name=..., flat=...)`
    pub fn flat(mapper: &Rc<Mapper>, name: Option<&QuotedName>, flat: bool) -> Rc<Self> {
        let selectable = polymorphic::alias_of(&mapper.selectable(), name, flat);
        Self::over(mapper, selectable, name.map(|it| &*it.text), false)
    }

    /// `aliased(entity, name=..., flat=...)`: of `with_polymorphic()` with the subclasses that it loads; of an alias
    /// of something else than the mapper's table an alias of that.
    pub fn of_entity(entity: &Entity, name: Option<&QuotedName>, flat: bool) -> Rc<Self> {
        let mapper = entity.mapper();
        let usual = mapper.selectable();
        let inner = match entity {
            Entity::Aliased(inner) => Some(inner),
            Entity::Mapper(_) => None,
        };
        let polymorphic = inner.filter(|it| it.is_with_polymorphic);
        let is_plain = |it: &From| matches!(it, From::Alias(alias) if matches!(&alias.element, AliasElement::From(it) if it.id() == usual.id()));
        let from = inner.map(|it| it.selectable.clone()).filter(|it| !is_plain(it)).unwrap_or(usual.clone());
        let with_polymorphic = polymorphic
            .map_or_else(|| mapper.derived().with_polymorphic_mappers.clone(), |it| it.with_polymorphic.clone());
        Self::make(
            mapper,
            polymorphic::alias_of(&from, name, flat),
            AliasOptions {
                name: name.map(|it| &*it.text),
                is_with_polymorphic: !with_polymorphic.is_empty(),
                with_polymorphic,
                polymorphic_on: polymorphic.and_then(|it| it.polymorphic_on.clone()),
                ..AliasOptions::default()
            },
        )
    }

    /// `aliased(mapper, selectable)`: columns are found by what they stand for.
    pub fn over(mapper: &Rc<Mapper>, selectable: From, name: Option<&str>, adapt_on_names: bool) -> Rc<Self> {
        let with_polymorphic = mapper.derived().with_polymorphic_mappers.clone();
        let options = AliasOptions { name, with_polymorphic, adapt_on_names, ..AliasOptions::default() };
        Self::make(mapper, selectable, options)
    }

    /// One that a loader makes: in paths it stands for its mapper.
    pub fn for_loader(entity: &Entity) -> Rc<Self> {
        let mapper = entity.mapper();
        let selectable = polymorphic::alias_of(&entity.selectable(), None, true);
        let with_polymorphic = mapper.derived().with_polymorphic_mappers.clone();
        Self::make(
            mapper,
            selectable,
            AliasOptions { with_polymorphic, uses_mapper_path: true, ..AliasOptions::default() },
        )
    }

    /// An aliased entity, and with it those of the subclasses that it loads.
    pub fn make(mapper: &Rc<Mapper>, selectable: From, options: AliasOptions<'_>) -> Rc<Self> {
        let entity = Rc::new(Self {
            tag: EntityTag(next_id()),
            mapper: mapper.clone(),
            selectable: selectable.clone(),
            name: options.name.map(Into::into),
            parts: RefCell::default(),
            base: RefCell::default(),
            is_with_polymorphic: options.is_with_polymorphic,
            uses_mapper_path: options.uses_mapper_path,
            polymorphic_on: options.polymorphic_on,
            adapt_on_names: options.adapt_on_names,
            adapter: OnceCell::new(),
            with_polymorphic: options.with_polymorphic,
            host: HostSlot::default(),
        });
        register(&Entity::Aliased(entity.clone()));
        if entity.is_with_polymorphic {
            let subclasses = entity.with_polymorphic.iter().filter(|it| it.id != mapper.id);
            for subclass in subclasses {
                let part = Self::make(
                    subclass,
                    selectable.clone(),
                    AliasOptions { uses_mapper_path: entity.uses_mapper_path, ..AliasOptions::default() },
                );
                *part.base.borrow_mut() = Rc::downgrade(&entity);
                entity.parts.borrow_mut().push(part);
            }
        }
        entity
    }

    /// Takes columns of the mapper to those of the selectable.
    pub fn adapter(&self) -> &Adapter {
        self.adapter.get_or_init(|| {
            let adapter = self.mapper.adapter_to(&self.selectable);
            if self.adapt_on_names { adapter.by_names() } else { adapter }
        })
    }

    /// The entity of `with_polymorphic()` that it is or is a part of.
    pub fn base_alias(&self) -> EntityTag {
        self.base.borrow().upgrade().map_or(self.tag, |it| it.tag)
    }

    /// The part that stands for a subclass.
    pub fn part(&self, mapper: MapperId) -> Option<Rc<AliasedEntity>> {
        self.parts.borrow().iter().find(|it| it.mapper.id == mapper).cloned()
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
            Self::Mapper(it) => it.selectable(),
            Self::Aliased(it) => it.selectable.clone(),
        }
    }
    /// Takes columns of the mapper here, where it is an alias.
    pub fn adapter(&self) -> Option<&Adapter> {
        match self {
            Self::Mapper(_) => None,
            Self::Aliased(it) => Some(it.adapter()),
        }
    }
    /// Subclasses that load with it.
    pub fn with_polymorphic_mappers(&self) -> Vec<Rc<Mapper>> {
        match self {
            Self::Mapper(it) => it.derived().with_polymorphic_mappers.clone(),
            Self::Aliased(it) => it.with_polymorphic.clone(),
        }
    }
    /// `_entity_corresponds_to`: whether what options say of `entity` is about this entity of a statement.
    pub fn corresponds_to(&self, entity: &Entity) -> bool {
        match (self, entity) {
            (Self::Aliased(given), Self::Aliased(entity)) => given.base_alias() == entity.base_alias(),
            (Self::Mapper(_), Self::Aliased(_)) => false,
            (Self::Aliased(given), Self::Mapper(mapper)) => {
                given.uses_mapper_path
                    && (given.mapper.id == mapper.id || given.with_polymorphic.iter().any(|it| it.id == mapper.id))
            }
            (Self::Mapper(given), Self::Mapper(mapper)) => mapper.common_parent(given),
        }
    }
    /// Whether it is an alias.
    pub fn is_aliased(&self) -> bool {
        matches!(self, Self::Aliased(_))
    }
    /// The key under which a row carries it: the class's name, or the alias's; empty: none.
    pub fn row_label(&self) -> Rc<str> {
        match self {
            Self::Aliased(it) => it.name.clone().unwrap_or_else(|| "".into()),
            Self::Mapper(it) => it.class_name.clone(),
        }
    }

    /// What messages call it: the class's name, or the alias's.
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
            Self::Aliased(it) => it.adapter().column(column),
        }
    }
    /// The expression behind a column attribute, here, annotated with this entity.
    pub fn attribute_expr(&self, prop: &Property) -> Option<Expr> {
        let column_property = prop.as_column()?;
        Some(match column_property.columns.first() {
            Some(column) => Expr::entity_column(&self.adapt_column(column), self.tag(), Some(prop.key.clone())),
            None => match self.adapter() {
                Some(adapter) => adapter.adapt(&column_property.expr()),
                None => column_property.expr(),
            },
        })
    }
}
