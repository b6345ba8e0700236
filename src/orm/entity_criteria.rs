//! Criteria that a statement gets for its entities: those of `with_loader_criteria()`, and the classes of rows
//! that share a table. Mirrors `_adjust_for_extra_criteria` of `orm/context.py`.

use super::context::CompileState;
use super::entity::Entity;
use super::errors::{OrmError, OrmResult};
use super::option_paths::OptionPaths;
use super::plugin::OrmItem;
use super::polymorphic;
use crate::sql::build;
use crate::sql::expr::{EntityTag, Expr, ExprKind, Query};
use crate::sql::select::{JoinTarget, Nested, NestedSelects, PluginItem, Select, SelectItem};
use crate::sql::selectable::{AliasElement, From, Join};
use crate::sql::value::HostError;
use std::any::Any;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

impl CompileState {
    /// Adds the criteria that options set for entities of this statement.
    pub(super) fn add_entity_criteria(&mut self) -> OrmResult<()> {
        if !self.paths.has_criteria() || self.options.for_refresh || !self.options.enable_entity_criteria {
            return Ok(());
        }
        let (entities, named) = self.criteria_entities.clone();
        for entity in entities.into_iter().chain(named) {
            if !self.join_entities.contains(&entity.tag()) {
                let criteria = self.paths.criteria_for(&entity)?;
                let criteria: Vec<Expr> = criteria.iter().map(|it| self.adapted_to_entities(it)).collect();
                self.where_.extend(criteria);
            }
        }
        Ok(())
    }

    /// The entities that criteria may be about: those selected and selected from, and those that only the statement's
    /// own criteria name.
    pub(super) fn find_criteria_entities(&self) -> (Vec<Entity>, Vec<Entity>) {
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
        self.from_clauses
            .iter()
            .filter_map(|it| self.entity_of_from(it).and_then(super::entity::by_tag))
            .for_each(&mut add);
        let mut named: Vec<Entity> = Vec::new();
        // As the reference looks through them: from the right.
        for column in self.select.where_.iter().flat_map(|it| super::adapt::find_columns(it).into_iter().rev()) {
            if let Some(entity) = column.0.entity.and_then(super::entity::by_tag)
                && !entities.iter().chain(&named).any(|it| it.tag() == entity.tag())
            {
                named.push(entity);
            }
        }
        (entities, named)
    }

    /// Rows of a class that shares its table are told by their discriminator.
    pub(super) fn add_single_table_criteria(&mut self) {
        if self.polymorphic_adapters.has_base() || !self.options.enable_entity_criteria {
            return;
        }
        let (entities, named) = self.criteria_entities.clone();
        let mut done: Vec<EntityTag> = Vec::new();
        for entity in entities.into_iter().chain(named) {
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
            self.single_table_criteria += 1;
        }
    }

    /// The entities of the statement, for those that put it inside another one.
    pub(super) fn made_of(&self) -> Rc<dyn Any> {
        let (entities, named) = self.criteria_entities.clone();
        let len = self.statement.where_.len();
        let at = (len - self.single_table_criteria, len);
        Rc::new(MadeOf { entities, named, joined: self.join_entities.clone(), at })
    }
}

/// What a SELECT inside another one was made of.
struct MadeOf {
    entities: Vec<Entity>,
    /// Those that only its criteria name.
    named: Vec<Entity>,
    /// Those that stand on the right of a join.
    joined: Vec<EntityTag>,
    /// The place for criteria among the first ones of its own: those that tell classes of one table stand behind.
    at: (usize, usize),
}

/// The entities of a SELECT that is not compiled from one of entities.
pub(super) fn made_of<const N: usize>(entities: [Entity; N], at: (usize, usize)) -> Rc<dyn Any> {
    Rc::new(MadeOf { entities: entities.into(), named: Vec::new(), joined: Vec::new(), at })
}

/// Gives the criteria of options to the SELECTs inside of a statement.
pub fn nested(options: &[PluginItem]) -> Option<Nested> {
    let paths = OptionPaths::only_criteria(options);
    if !paths.has_criteria() {
        return None;
    }
    let mut parts: HashMap<usize, HashSet<usize>> = HashMap::new();
    for (number, criteria) in paths.plain_criteria() {
        selects_of_expr(criteria, parts.entry(number).or_default());
    }
    Some(Nested(Rc::new(NestedCriteria {
        paths,
        parts: RefCell::new(parts),
        around: RefCell::default(),
        known: RefCell::default(),
        failed: RefCell::default(),
    })))
}

/// The criteria that options of an UPDATE or DELETE set for its entity.
///
/// # Errors
/// The host's exception.
pub fn of_options(options: &[PluginItem], entity: &Entity) -> OrmResult<Vec<Expr>> {
    OptionPaths::only_criteria(options).criteria_for(entity)
}

/// A SELECT, the entities that are those of a statement around, and the options that do not apply.
type Place = (usize, Vec<EntityTag>, Vec<usize>);

struct NestedCriteria {
    paths: OptionPaths,
    /// The SELECTs that criteria consist of, by the number of their option: it does not apply inside of them.
    parts: RefCell<HashMap<usize, HashSet<usize>>>,
    /// The SELECTs that are being looked at, from the outermost.
    around: RefCell<Vec<usize>>,
    /// By place, which the statement that they belong to keeps.
    known: RefCell<HashMap<Place, Option<Rc<Select>>>>,
    failed: RefCell<Option<HostError>>,
}

impl NestedSelects for NestedCriteria {
    fn in_place_of(&self, select: &Select, enclosing: &[u32]) -> Option<Rc<Select>> {
        let made_of = select.entities.as_ref();
        self.around.borrow_mut().push(made_of.map_or(0, address));
        let made_of = made_of?.downcast_ref::<MadeOf>()?;
        let is_around = |it: &&Entity| enclosing.contains(&it.selectable().id());
        let around: Vec<EntityTag> = made_of.named.iter().filter(is_around).map(Entity::tag).collect();
        let place = (std::ptr::from_ref(select).addr(), around, self.excluded());
        if let Some(known) = self.known.borrow().get(&place) {
            return known.clone();
        }
        let made = self.with_criteria(select, made_of, &place.1, &place.2).unwrap_or_else(|error| {
            if let OrmError::Host(error) = error {
                *self.failed.borrow_mut() = Some(error);
            }
            None
        });
        self.known.borrow_mut().insert(place, made.clone());
        made
    }
    fn left(&self) {
        self.around.borrow_mut().pop();
    }
    fn take_error(&self) -> Option<HostError> {
        self.failed.borrow_mut().take()
    }
}

impl NestedCriteria {
    /// The options whose criteria the SELECT in question is a part of.
    fn excluded(&self) -> Vec<usize> {
        let around = self.around.borrow();
        let parts = self.parts.borrow();
        let mut found: Vec<usize> =
            parts.iter().filter(|it| around.iter().any(|select| it.1.contains(select))).map(|it| *it.0).collect();
        found.sort_unstable();
        found
    }

    fn criteria_for(&self, entity: &Entity, excluded: &[usize]) -> OrmResult<Vec<Expr>> {
        let mut found = self.paths.numbered_criteria_for(entity)?;
        found.retain(|it| !excluded.contains(&it.0));
        let mut parts = self.parts.borrow_mut();
        Ok(found
            .into_iter()
            .map(|(number, criteria)| {
                selects_of_expr(&criteria, parts.entry(number).or_default());
                criteria
            })
            .collect())
    }

    fn with_criteria(
        &self,
        select: &Select,
        made_of: &MadeOf,
        around: &[EntityTag],
        excluded: &[usize],
    ) -> OrmResult<Option<Rc<Select>>> {
        let mut made = select.clone();
        for tag in &made_of.joined {
            let Some(entity) = super::entity::by_tag(*tag) else { continue };
            let criteria = self.criteria_for(&entity, excluded)?;
            if !criteria.is_empty() {
                let right = entity.selectable().id();
                for from in &mut made.from_ {
                    if let Some(joined) = with_onclause(from, right, &criteria) {
                        *from = joined;
                    }
                }
            }
        }
        let mut criteria: Vec<Expr> = Vec::new();
        let named = made_of.named.iter().filter(|it| !around.contains(&it.tag()));
        for entity in made_of.entities.iter().chain(named) {
            if !made_of.joined.contains(&entity.tag()) {
                criteria.extend(self.criteria_for(entity, excluded)?);
            }
        }
        let (at, len) = made_of.at;
        let at = if made.where_.len() == len { at } else { made.where_.len() };
        made.where_.splice(at..at, criteria);
        Ok(Some(Rc::new(made)))
    }
}

/// By what a SELECT of entities is told from others, also when it is adapted.
fn address(made_of: &Rc<dyn Any>) -> usize {
    Rc::as_ptr(made_of).addr()
}

/// The SELECTs of entities inside an expression, at every level.
fn selects_of_expr(expr: &Expr, found: &mut HashSet<usize>) {
    let mut queries: Vec<Query> = Vec::new();
    super::adapt::visit(expr, &mut |it| match it.kind() {
        ExprKind::ScalarSelect(query) | ExprKind::Subquery(query) => queries.push(query.clone()),
        ExprKind::Column(column) => {
            if let Some(From::Alias(alias)) = &*column.table.borrow()
                && let AliasElement::Query(query) = &alias.element
            {
                queries.push(query.clone());
            }
        }
        _ => {}
    });
    queries.iter().for_each(|it| selects_of_query(it, found));
}

fn selects_of_query(query: &Query, found: &mut HashSet<usize>) {
    match query {
        Query::Select(select) => {
            // One without entities has no address: it is looked through each time.
            if select.entities.as_ref().is_none_or(|it| found.insert(address(it))) {
                let columns = select.columns.iter().filter_map(|it| match it {
                    SelectItem::Expr(expr) => Some(expr),
                    _ => None,
                });
                columns.chain(&select.where_).for_each(|it| selects_of_expr(it, found));
                select.from_.iter().for_each(|it| selects_of_from(it, found));
            }
        }
        Query::Compound(compound) => compound.selects.iter().for_each(|it| selects_of_query(it, found)),
        Query::Text(_) => {}
    }
}

fn selects_of_from(from: &From, found: &mut HashSet<usize>) {
    match from {
        From::Alias(alias) => match &alias.element {
            AliasElement::Query(query) => selects_of_query(query, found),
            AliasElement::From(inner) => selects_of_from(inner, found),
            _ => {}
        },
        From::Join(join) => {
            selects_of_from(&join.left, found);
            selects_of_from(&join.right, found);
            join.onclause.iter().for_each(|it| selects_of_expr(it, found));
        }
        _ => {}
    }
}

/// A join whose right side is `right` with more in its ON clause.
fn with_onclause(from: &From, right: u32, criteria: &[Expr]) -> Option<From> {
    let From::Join(join) = from else { return None };
    let again = |left: &From, right: &From, onclause: Option<Expr>| {
        Some(From::Join(Join::new(left.clone(), right.clone(), onclause, join.is_outer, join.full)))
    };
    if join.right.id() == right {
        let all: Vec<Expr> = join.onclause.iter().chain(criteria).cloned().collect();
        return again(&join.left, &join.right, Some(build::and_(&all)));
    }
    if let Some(left) = with_onclause(&join.left, right, criteria) {
        return again(&left, &join.right, join.onclause.clone());
    }
    let inner = with_onclause(&join.right, right, criteria)?;
    again(&join.left, &inner, join.onclause.clone())
}

/// Whether a SELECT has something inside that was made of entities.
pub fn is_over_entities(select: &Select) -> bool {
    let items = select.columns.iter().any(|it| match it {
        SelectItem::Expr(expr) => expr_is(expr),
        SelectItem::From(from) => from_is(from),
        SelectItem::Plugin(_) => true,
    });
    items
        || select.from_.iter().any(from_is)
        || select.where_.iter().any(expr_is)
        || select.joins.iter().any(|it| matches!(&it.target, JoinTarget::From(from) if from_is(from)))
}

/// Whether a query or a part of it was made of entities.
pub fn is_made_of_entities(query: &Query) -> bool {
    match query {
        Query::Select(select) => select.entities.is_some() || is_over_entities(select),
        Query::Compound(compound) => compound.selects.iter().any(is_made_of_entities),
        Query::Text(_) => false,
    }
}

fn from_is(from: &From) -> bool {
    match from {
        From::Alias(alias) => match &alias.element {
            AliasElement::Query(query) => is_made_of_entities(query),
            AliasElement::From(inner) => from_is(inner),
            _ => false,
        },
        From::Join(join) => from_is(&join.left) || from_is(&join.right),
        _ => false,
    }
}

fn expr_is(expr: &Expr) -> bool {
    let mut found = false;
    super::adapt::visit(expr, &mut |it| {
        found |= match it.kind() {
            ExprKind::ScalarSelect(query) | ExprKind::Subquery(query) => is_made_of_entities(query),
            ExprKind::Column(column) => column.table.borrow().as_ref().is_some_and(from_is),
            _ => false,
        };
    });
    found
}
