//! `.join()` of ORM selects: to entities, along relationships, to tables. Mirrors `_join` and its kin of
//! `orm/context.py`, and `_ORMJoin` of `orm/util.py`.

use super::adapt::Adapter;
use super::context::CompileState;
use super::entity::{AliasedEntity, Entity};
use super::errors::{OrmError, OrmResult};
use super::join_condition::{self, JoinRequest, create_joins};
use super::option_paths::entity_str;
use super::plugin::{OrmItem, RelationshipAttr};
use super::polymorphic;
use super::properties::Property;
use super::query_entity::QueryEntity;
use crate::sql::build;
use crate::sql::expr::{EntityTag, Expr};
use crate::sql::schema::ColumnId;
use crate::sql::select::{JoinSetup, JoinTarget, OnClause, PluginItem};
use crate::sql::selectable::From;
use std::collections::HashSet;
use std::rc::Rc;

/// One side of a join.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Side {
    Entity(Entity),
    From(From),
}

impl Side {
    /// What it selects from.
    pub fn selectable(&self) -> From {
        match self {
            Self::Entity(entity) => entity.selectable(),
            Self::From(from) => from.clone(),
        }
    }
    fn entity(&self) -> Option<&Entity> {
        match self {
            Self::Entity(entity) => Some(entity),
            Self::From(_) => None,
        }
    }
    fn is(&self, other: &Side) -> bool {
        match (self, other) {
            (Self::Entity(a), Self::Entity(b)) => a.tag() == b.tag(),
            (Self::From(a), Self::From(b)) => a.id() == b.id(),
            _ => false,
        }
    }
    fn describe(&self) -> String {
        match self {
            Self::Entity(Entity::Mapper(mapper)) => mapper_str(mapper),
            Self::Entity(entity) => entity_str(entity),
            Self::From(From::Table(table)) => table.key().to_string(),
            Self::From(from) => format!("{}", from.id()),
        }
    }
}

/// `Mapper[Author(author)]`
pub fn mapper_str(mapper: &super::mapper::Mapper) -> String {
    mapper.describe()
}

/// What a join is made on.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum On {
    /// By foreign keys.
    Nothing,
    Expr(Expr),
    /// A relationship, from the entity it was taken from.
    Attr(RelationshipAttr),
}

/// A join along or not along a relationship.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct OrmJoin {
    pub from: From,
    /// Takes columns of the target to what was joined.
    pub target_adapter: Option<Adapter>,
}

/// `_ORMJoin(left, right, onclause)`
///
/// # Errors
/// When foreign keys do not give a condition.
pub fn orm_join(
    (left, entity): (From, Option<EntityTag>),
    right: &Side,
    on: &On,
    outer: bool,
    full: bool,
    extra: &[Expr],
) -> OrmResult<OrmJoin> {
    let entity = if let From::Join(join) = &left { join.entity } else { entity };
    let mut right_from = right.selectable();
    let (left, onclause, target_adapter) = match on {
        On::Attr(attr) => {
            let (prop, relationship) = (&attr.prop, join_condition::relationship_of(&attr.prop));
            let on_selectable = attr.entity.selectable();
            let source = if join_condition::contains(&left, on_selectable.id()) { on_selectable } else { left.clone() };
            let mut criteria = extra.to_vec();
            criteria.extend(attr.extra_criteria.iter().cloned());
            let targets = create_joins(
                prop,
                relationship,
                JoinRequest {
                    source: Some(source),
                    dest: Some(right_from.clone()),
                    of_type: right.entity().cloned(),
                    alias_secondary: true,
                    extra_criteria: &criteria,
                },
            );
            match (targets.secondary, targets.secondaryjoin) {
                (Some(secondary), Some(secondaryjoin)) if outer => {
                    right_from = build::join(&secondary, &right_from, Some(secondaryjoin), false, false)?;
                    (left, targets.primaryjoin, targets.target_adapter)
                }
                (Some(secondary), Some(secondaryjoin)) => {
                    let left = build::join(&left, &secondary, Some(targets.primaryjoin), outer, false)?;
                    (left, secondaryjoin, targets.target_adapter)
                }
                _ => (left, targets.primaryjoin, targets.target_adapter),
            }
        }
        On::Expr(expr) => {
            let onclause = and_extra(expr, &with_single_table_criterion(right, extra));
            (left, onclause, None)
        }
        On::Nothing => {
            let subset = if let From::Join(join) = &left { Some(&join.right) } else { None };
            let onclause = build::join_condition_with(&left, &right_from, subset, None)?;
            let onclause = and_extra(&onclause, &with_single_table_criterion(right, extra));
            (left, onclause, None)
        }
    };
    let mut from = build::join(&left, &right_from, Some(onclause), outer, full)?;
    if let From::Join(join) = &mut from
        && let Some(join) = Rc::get_mut(join)
    {
        join.entity = entity;
    }
    Ok(OrmJoin { from, target_adapter })
}

/// A join that names no relationship to a class that shares its table: only rows of the class.
fn with_single_table_criterion(right: &Side, extra: &[Expr]) -> Vec<Expr> {
    let criterion = right.entity().and_then(|entity| {
        let criterion = entity.mapper().derived().single_table_criterion.clone()?;
        Some(entity.adapter().map_or_else(|| criterion.clone(), |it| it.adapt(&criterion)))
    });
    criterion.into_iter().chain(extra.iter().cloned()).collect()
}

fn and_extra(expr: &Expr, extra: &[Expr]) -> Expr {
    if extra.is_empty() {
        return expr.clone();
    }
    let mut clauses = vec![expr.clone()];
    clauses.extend_from_slice(extra);
    build::and_(&clauses)
}

fn unplug(item: &PluginItem) -> OrmResult<&OrmItem> {
    OrmItem::unwrap(item)
        .filter(|it| matches!(it, OrmItem::Entity(_) | OrmItem::Relationship(_)))
        .ok_or_else(|| OrmError::Argument("Expected mapped entity or selectable/table as join target".to_owned()))
}

fn side_of(target: &JoinTarget) -> OrmResult<Side> {
    Ok(match target {
        JoinTarget::From(from) => Side::From(from.clone()),
        JoinTarget::Plugin(item) => match unplug(item)? {
            OrmItem::Entity(entity) => Side::Entity(entity.clone()),
            OrmItem::Relationship(attr) => Side::Entity(attr.entity.clone()),
            _ => {
                return Err(OrmError::Argument("Expected mapped entity or selectable/table as join target".to_owned()));
            }
        },
    })
}

impl CompileState {
    /// Makes the joins, one after the other.
    pub(super) fn join_all(&mut self, joins: &[JoinSetup]) -> OrmResult<()> {
        for join in joins {
            let Some(columns) = &join.columns else {
                self.join_one(join)?;
                continue;
            };
            let select = self.select.clone();
            let written_for = super::query_entity::collect_items(&select, columns, self.options.legacy)?;
            let own = std::mem::replace(&mut self.entities, written_for);
            let joined = self.join_one(join);
            self.entities = own;
            joined?;
        }
        Ok(())
    }

    fn join_one(&mut self, join: &JoinSetup) -> OrmResult<()> {
        let mut attr: Option<RelationshipAttr> = None;
        let mut right: Option<Side> = None;
        match &join.target {
            JoinTarget::Plugin(item) if matches!(unplug(item)?, OrmItem::Relationship(_)) => {
                if join.onclause.is_some() {
                    return Err(OrmError::invalid(
                        "No 'on clause' argument may be passed when joining to a relationship path as a target",
                    ));
                }
                if let OrmItem::Relationship(it) = unplug(item)? {
                    attr = Some(it.clone());
                }
            }
            target => right = Some(side_of(target)?),
        }
        let mut on = On::Nothing;
        match &join.onclause {
            Some(OnClause::Expr(expr)) => on = On::Expr(expr.clone()),
            Some(OnClause::Plugin(item)) => {
                if let OrmItem::Relationship(it) = unplug(item)? {
                    attr = Some(it.clone());
                }
            }
            None => {}
        }
        let mut left = join.left.as_ref().map(side_of).transpose()?;
        if let Some(attr) = &attr {
            let target = match (&right, &attr.of_type) {
                (Some(right), _) => right.clone(),
                (None, Some(of_type)) => Side::Entity(of_type.clone()),
                (None, None) => Side::Entity(join_condition::relationship_of(&attr.prop).entity()),
            };
            if let Side::Entity(entity) = &target
                && self.joined_edges.contains(&(attr.entity.tag(), entity.tag(), attr.prop.id))
            {
                return Ok(());
            }
            let own = Side::Entity(attr.entity.clone());
            if let Some(explicit) = &left
                && !explicit.is(&own)
                && explicit.selectable().id() != own.selectable().id()
            {
                return Err(OrmError::invalid(format!(
                    "explicit from clause {} does not match left side of relationship attribute {}.{}",
                    explicit.describe(),
                    entity_str(&attr.entity),
                    attr.prop.key
                )));
            }
            left = Some(own);
            right = Some(target);
            on = On::Attr(attr.clone());
        }
        let Some(right) = right else { return Ok(()) };
        self.join_left_to_right(left, right, on, join.is_outer, join.full)
    }

    fn join_left_to_right(
        &mut self,
        explicit: Option<Side>,
        right: Side,
        mut on: On,
        outer: bool,
        full: bool,
    ) -> OrmResult<()> {
        let (left, replace) = match &explicit {
            Some(left) => (left.clone(), self.place_of(left)?),
            None => self.implicit_left(&right, &on)?,
        };
        if left.is(&right) {
            return Err(OrmError::invalid(format!(
                "Can't construct a join from {} to {}, they are the same entity",
                left.describe(),
                right.describe()
            )));
        }
        let right = self.checked_right(&left, right, &on)?;
        let right = self.aliased_if_overlapping(&left, right);
        if let On::Expr(expr) = &on {
            on = On::Expr(self.adapted_to_entities(expr));
        }
        let extra = right.entity().map(|it| self.paths.criteria_for(it)).transpose()?.unwrap_or_default();
        if let Some(index) = replace {
            if let (Some(explicit), On::Nothing) = (&explicit, &on) {
                on = On::Expr(build::join_condition_with(&explicit.selectable(), &right.selectable(), None, None)?);
            }
            let from = self.from_clauses[index].clone();
            let entity = self.entity_of_from(&from);
            let join = orm_join((from, entity), &right, &on, outer, full, &extra)?;
            self.from_clauses[index] = join.from;
            if index == 0 {
                self.target_adapter = join.target_adapter;
            }
        } else {
            let entity = left.entity().map(Entity::tag);
            let join = orm_join((self.left_of_new_join(&explicit, &left), entity), &right, &on, outer, full, &extra)?;
            self.from_clauses.push(join.from);
            if self.from_clauses.len() == 1 {
                self.target_adapter = join.target_adapter;
            }
        }
        Ok(())
    }

    /// The entity that the statement selects from by this FROM.
    pub(super) fn entity_of_from(&self, from: &From) -> Option<EntityTag> {
        if let From::Join(join) = from
            && join.entity.is_some()
        {
            return join.entity;
        }
        self.select.from_plugins.iter().find_map(|it| match OrmItem::unwrap(it) {
            Some(OrmItem::Entity(entity)) if entity.selectable().id() == from.id() => Some(entity.tag()),
            _ => None,
        })
    }

    /// What a join that adds a FROM starts with: the selected entity of the same hierarchy, where there is one.
    fn left_of_new_join(&self, explicit: &Option<Side>, left: &Side) -> From {
        let selected = explicit.as_ref().and_then(Side::entity).and_then(|named| {
            self.entities.iter().find_map(|it| match it {
                QueryEntity::Mapper { entity, .. } if entity.corresponds_to(named) => Some(entity.selectable()),
                _ => None,
            })
        });
        selected.unwrap_or_else(|| left.selectable())
    }

    /// Which FROM an explicit left side is in.
    fn place_of(&self, left: &Side) -> OrmResult<Option<usize>> {
        let found = matching(&self.from_clauses, &left.selectable());
        match found[..] {
            // What stands for all entities is the left side of each.
            [] if self.polymorphic_adapters.has_base() && !self.from_clauses.is_empty() => Ok(Some(0)),
            [] => Ok(None),
            [one] => Ok(Some(one)),
            _ => Err(OrmError::invalid(
                "Can't identify which entity in which to assign the left side of this join.   Please use a more \
                 specific ON clause.",
            )),
        }
    }

    /// Finds the left side among the FROM objects, or among the entities when there are none.
    fn implicit_left(&self, right: &Side, on: &On) -> OrmResult<(Side, Option<usize>)> {
        let to = right.selectable();
        let ambiguous = || {
            OrmError::invalid(
                "Can't determine which FROM clause to join from, there are multiple FROMS which can join to this \
                 entity. Please use the .select_from() method to establish an explicit left side, as well as \
                 providing an explicit ON clause if not present already to help resolve the ambiguity.",
            )
        };
        let unknown = || {
            OrmError::invalid(format!(
                "Don't know how to join to {}. Please use the .select_from() method to establish an explicit left \
                 side, as well as providing an explicit ON clause if not present already to help resolve the \
                 ambiguity.",
                match right {
                    Side::Entity(Entity::Mapper(mapper)) =>
                        format!("<Mapper at 0x{:x}; {}>", mapper.id.0, mapper.class_name),
                    other => other.describe(),
                }
            ))
        };
        if !self.from_clauses.is_empty() {
            let found = joinable(&self.from_clauses, &to, on)?;
            return match found[..] {
                [one] => Ok((Side::From(self.from_clauses[one].clone()), Some(one))),
                [] => Err(unknown()),
                _ => Err(ambiguous()),
            };
        }
        let mut sides: Vec<Side> = Vec::new();
        let mut add = |side: Side| {
            if !side.is(right) && !sides.iter().any(|it| it.selectable().id() == side.selectable().id()) {
                sides.push(side);
            }
        };
        for entry in &self.entities {
            match entry {
                QueryEntity::Mapper { entity, .. } | QueryEntity::Column { entity: Some(entity), .. } => {
                    add(Side::Entity(entity.clone()));
                }
                QueryEntity::Column { expr, .. } => {
                    if let Some(from) = super::adapt::find_columns(expr)
                        .first()
                        .and_then(|it| it.as_column().and_then(|it| it.table.borrow().clone()))
                    {
                        add(Side::From(from));
                    }
                }
                QueryEntity::Bundle { .. } => entry.each_entity(&mut |it| add(Side::Entity(it))),
            }
        }
        if self.entities.is_empty() {
            return Err(OrmError::invalid(
                "No entities to join from; please use select_from() to establish the left entity/selectable of this \
                 join",
            ));
        }
        let froms: Vec<From> = sides.iter().map(Side::selectable).collect();
        let found = joinable(&froms, &to, on)?;
        match found[..] {
            [one] => Ok((sides[one].clone(), None)),
            [] => Err(unknown()),
            _ => Err(ambiguous()),
        }
    }

    /// A joined class some of whose tables stand in FROM already is joined under an alias, with a warning.
    fn aliased_if_overlapping(&mut self, left: &Side, right: Side) -> Side {
        let Side::Entity(Entity::Mapper(mapper)) = &right else { return right };
        if !mapper.has_with_polymorphic() && !matches!(mapper.persist_selectable, From::Join(_)) {
            return right;
        }
        let (from, to) = (left.selectable(), right.selectable());
        let froms = if self.from_clauses.is_empty() { vec![from.clone()] } else { self.from_clauses.clone() };
        if !froms.iter().any(|it| polymorphic::overlap(&from, it) && polymorphic::overlap(it, &to)) {
            return right;
        }
        self.warnings.push(format!(
            "An alias is being generated automatically against joined entity {} due to overlapping tables.  This is a \
             legacy pattern which may be deprecated in a later release.  Use the aliased(<entity>, flat=True) construct \
             explicitly, see the linked example. (Background on this warning at: https://sqlalche.me/e/21/xaj2)",
            mapper.describe()
        ));
        let alias = AliasedEntity::flat(mapper, None, true);
        self.polymorphic_adapters.add(mapper, alias.adapter());
        let alias = Entity::Aliased(alias);
        self.join_entities.push(alias.tag());
        Side::Entity(alias)
    }

    /// Checks the right side, and makes a plain selectable into an alias of the relationship's target.
    fn checked_right(&mut self, left: &Side, right: Side, on: &On) -> OrmResult<Side> {
        let On::Attr(attr) = on else {
            if let Side::Entity(entity) = &right {
                self.join_entities.push(entity.tag());
            }
            return Ok(right);
        };
        let target = join_condition::relationship_of(&attr.prop).target();
        let right = match right {
            Side::Entity(entity) => {
                if entity.mapper().base_mapper().id != target.base_mapper().id {
                    return Err(OrmError::invalid(format!(
                        "Join target {} does not correspond to the right side of join condition {}",
                        Side::Entity(entity).describe(),
                        format_args!("{}.{}", entity_str(&attr.entity), attr.prop.key)
                    )));
                }
                self.join_entities.push(entity.tag());
                Side::Entity(entity)
            }
            Side::From(from) => {
                let table = target.persist_selectable.clone();
                let derived = from.is_derived_from(&table)
                    || target.primary_key.iter().all(|it| from.corresponding_column(it).is_some());
                if !derived {
                    return Err(OrmError::invalid(format!(
                        "Selectable '{}' is not derived from '{}'",
                        Side::From(from).describe(),
                        Side::From(table).describe()
                    )));
                }
                if from.id() == table.id() {
                    Side::From(from)
                } else {
                    Side::Entity(Entity::Aliased(AliasedEntity::over(&target, from, None, false)))
                }
            }
        };
        if let (Side::Entity(left), Side::Entity(right)) = (left, &right) {
            self.joined_edges.push((left.tag(), right.tag(), attr.prop.id));
        }
        Ok(right)
    }
}

/// `find_left_clause_that_matches_given`: the FROM objects that were made from `wanted` or from a part of it.
pub(super) fn matching(froms: &[From], wanted: &From) -> Vec<usize> {
    let parts = surface(wanted);
    let made_from = |it: &From| parts.iter().any(|part| it.is_derived_from(part));
    let found: Vec<usize> = froms.iter().enumerate().filter(|it| made_from(it.1)).map(|it| it.0).collect();
    if found.len() > 1 {
        let ids = wanted.contained_ids();
        let contains = |it: &usize| froms[*it].contained_ids().iter().any(|id| ids.contains(id));
        let exact: Vec<usize> = found.iter().copied().filter(contains).collect();
        if !exact.is_empty() {
            return exact;
        }
    }
    found
}

/// A FROM object and, of a join, its sides.
fn surface(from: &From) -> Vec<&From> {
    let mut found = vec![from];
    if let From::Join(join) = from {
        found.extend(surface(&join.left));
        found.extend(surface(&join.right));
    }
    found
}

/// `find_left_clause_to_join_from`
fn joinable(froms: &[From], to: &From, on: &On) -> OrmResult<Vec<usize>> {
    let onclause_columns: Option<HashSet<ColumnId>> = match on {
        On::Expr(expr) if froms.len() > 1 => {
            Some(super::adapt::find_columns(expr).iter().filter_map(Expr::column_id).collect())
        }
        _ => None,
    };
    let mut found = Vec::new();
    for (index, from) in froms.iter().enumerate() {
        if from.id() == to.id() {
            continue;
        }
        let fits = match (&onclause_columns, on) {
            (Some(columns), _) if !columns.is_empty() => {
                let mut known: HashSet<ColumnId> = from.columns().iter().map(|it| it.id).collect();
                known.extend(to.columns().iter().map(|it| it.id));
                columns.iter().all(|it| known.contains(it))
            }
            (_, On::Nothing) => build::can_join(from, to)?,
            _ => true,
        };
        if fits {
            found.push(index);
        }
    }
    if found.len() > 1 {
        found.retain(|index| {
            let id = froms[*index].id();
            !froms.iter().enumerate().any(|(other, it)| other != *index && it.contained_ids().contains(&id))
        });
    }
    if found.is_empty() && !matches!(on, On::Nothing) {
        return Ok((0..froms.len()).collect());
    }
    Ok(found)
}

/// A relationship attribute of an entity, for joins that a loader makes.
pub(super) fn attr(entity: Entity, prop: &Rc<Property>, of_type: Option<Entity>) -> RelationshipAttr {
    RelationshipAttr { entity, prop: prop.clone(), of_type, extra_criteria: Vec::new() }
}
