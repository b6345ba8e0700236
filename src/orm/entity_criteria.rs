//! Criteria that a statement gets for its entities: those of `with_loader_criteria()`, and the classes of rows
//! that share a table. Mirrors `_adjust_for_extra_criteria` of `orm/context.py`.

use super::adapt::replace_all;
use super::context::CompileState;
use super::entity::Entity;
use super::errors::{OrmError, OrmResult};
use super::plugin::OrmItem;
use super::polymorphic;
use crate::sql::expr::{EntityTag, Expr, ExprKind, Query};
use std::cell::RefCell;
use std::rc::Rc;

impl CompileState {
    /// Adds the criteria that options set for entities of this statement.
    pub(super) fn add_entity_criteria(&mut self) -> OrmResult<()> {
        self.add_nested_criteria()?;
        if !self.paths.has_criteria() || self.options.for_refresh {
            return Ok(());
        }
        let mut entities: Vec<Entity> = Vec::new();
        let mut add = |entity: Entity| {
            if !entities.iter().any(|it| it.tag() == entity.tag()) {
                entities.push(entity);
            }
        };
        for entity in &self.entities {
            entity.each_entity(&mut add);
        }
        for item in &self.select.from_plugins {
            if let Some(OrmItem::Entity(entity)) = OrmItem::unwrap(item) {
                add(entity.clone());
            }
        }
        for criterion in &self.select.where_ {
            for column in super::adapt::find_columns(criterion) {
                if let Some(entity) = column.0.entity.and_then(super::entity::by_tag) {
                    add(entity);
                }
            }
        }
        for entity in entities {
            if !self.join_entities.contains(&entity.tag()) {
                let criteria = self.paths.criteria_for(&entity)?;
                let criteria: Vec<Expr> = criteria.iter().map(|it| self.adapted_to_entities(it)).collect();
                self.where_.extend(criteria);
            }
        }
        Ok(())
    }

    /// Rows of a class that shares its table are told by their discriminator.
    pub(super) fn add_single_table_criteria(&mut self) {
        if self.polymorphic_adapters.has_base() {
            return;
        }
        let mut entities: Vec<Entity> = Vec::new();
        let mut add = |entity: Entity| {
            if !entities.iter().any(|it| it.tag() == entity.tag()) {
                entities.push(entity);
            }
        };
        self.entities.iter().for_each(|it| it.each_entity(&mut add));
        for item in &self.select.from_plugins {
            if let Some(OrmItem::Entity(entity)) = OrmItem::unwrap(item) {
                add(entity.clone());
            }
        }
        // Entities that only the criteria name count too.
        for criterion in &self.select.where_ {
            for column in super::adapt::find_columns(criterion) {
                if let Some(entity) = column.0.entity.and_then(super::entity::by_tag) {
                    add(entity);
                }
            }
        }
        let mut done: Vec<EntityTag> = Vec::new();
        for entity in entities {
            if self.join_entities.contains(&entity.tag()) {
                continue;
            }
            // Of `with_polymorphic()` the whole hierarchy counts.
            let root = match &entity {
                Entity::Aliased(alias) => alias.base.borrow().upgrade().map_or(entity.clone(), Entity::Aliased),
                Entity::Mapper(_) => entity,
            };
            if done.contains(&root.tag()) {
                continue;
            }
            done.push(root.tag());
            let Some(criterion) = polymorphic::single_table_criterion(root.mapper(), root.tag()) else { continue };
            let criterion = root.adapter().map_or_else(|| criterion.clone(), |it| it.adapt(&criterion));
            let criterion = self.adapted_to_entities(&criterion);
            self.where_.push(criterion);
        }
    }

    /// The same inside EXISTS and subqueries of the criteria, for the entities that those select from.
    fn add_nested_criteria(&mut self) -> OrmResult<()> {
        let failed: RefCell<Option<OrmError>> = RefCell::new(None);
        let paths = &self.paths;
        let applies = paths.has_criteria() && !self.options.for_refresh;
        let add = |expr: &Expr| -> Option<Expr> {
            let (ExprKind::Subquery(Query::Select(select)) | ExprKind::ScalarSelect(Query::Select(select))) =
                expr.kind()
            else {
                return None;
            };
            if select.from_plugins.is_empty() || select.from_.is_empty() {
                return None;
            }
            // FROM is spelled out beside the entities, which are there for these criteria only.
            let mut nested = (**select).clone();
            for item in std::mem::take(&mut nested.from_plugins) {
                let Some(OrmItem::Entity(entity)) = OrmItem::unwrap(&item) else { return None };
                if applies {
                    match paths.criteria_for(entity) {
                        Ok(criteria) => nested.where_.extend(criteria),
                        Err(error) => *failed.borrow_mut() = Some(error),
                    }
                }
            }
            let query = Query::Select(Rc::new(nested));
            Some(expr.with_kind(match expr.kind() {
                ExprKind::Subquery(_) => ExprKind::Subquery(query),
                _ => ExprKind::ScalarSelect(query),
            }))
        };
        self.where_ = replace_all(&self.where_, &add);
        failed.into_inner().map_or(Ok(()), Err)
    }
}
