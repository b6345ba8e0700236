//! Loading related rows by joining them to the original query as a subquery. Mirrors `_SubqueryLoader`.

use super::immediate;
use super::lazy::criteria_options;
use super::{Loaded, LoaderStrategy};
use crate::orm::adapt::Adapter;
use crate::orm::context::{self, CompileOptions};
use crate::orm::eager_join::attribute;
use crate::orm::entity::{self, AliasedEntity, Entity};
use crate::orm::errors::OrmResult;
use crate::orm::events;
use crate::orm::join_condition::{relationship_of, subquery};
use crate::orm::loading::commit::set_committed_value;
use crate::orm::loading::instance::{Populate, Populators, QueryContext, RowSetup, Target};
use crate::orm::loading::{self, Cell, Key, LoadOptions, key_of};
use crate::orm::path::{Path, Step};
use crate::orm::plugin::OrmItem;
use crate::orm::properties::Property;
use crate::orm::state::Object;
use crate::sql::expr::{Expr, Query};
use crate::sql::select::{Correlate, Distinct, JoinSetup, JoinTarget, LabelStyle, Select, SelectItem};
use crate::sql::selectable::From;
use crate::sql::value::Value;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// Loads a relationship for all parents of a query with one more query around the first.
pub(super) struct SubqueryLoader;

/// The query that a chain of subquery loads began with, and the path since.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct SubqueryOrigin {
    pub select: Rc<Select>,
    pub path: Path,
}

impl LoaderStrategy for SubqueryLoader {
    fn create_row_processor(&self, row: &RowSetup<'_>, populators: &mut Populators) -> OrmResult<()> {
        let context = row.context;
        if context.load.refresh_state.is_some() {
            return immediate::ImmediateLoader.create_row_processor(row, populators);
        }
        let planned = immediate::plan(row)?;
        if !planned.runs
            || !context.plan.options.enable_eagerloads
            || context.is_from_statement()
            || !immediate::entity_has_attribute(row)
        {
            return Ok(());
        }
        super::expect_population(row.prop)?;
        context.requires_buffering.set(true);
        let columns = relationship_of(row.prop).joins().local_columns.clone();
        let Some(places) = columns.iter().map(|it| row.index_of_column(it)).collect::<Option<Vec<_>>>() else {
            return Ok(());
        };
        let (select, load) = build(row, planned.load)?;
        let related = Related {
            prop: row.prop.clone(),
            by_option: row.loadopt.is_some(),
            places,
            select: Rc::new(select),
            load,
            found: RefCell::new(None),
        };
        populators.push_eager(row.prop, Box::new(related), context);
        Ok(())
    }
}

/// The second query: target, then the parent's columns, from the first query joined along the path.
fn build(row: &RowSetup<'_>, load: LoadOptions) -> OrmResult<(Select, LoadOptions)> {
    let context = row.context;
    let prop = row.prop;
    let relationship = relationship_of(prop);
    let path = row.path.prop(prop.id);
    let target = match context.plan.paths.of_type(&path) {
        Some(entity) => entity.clone(),
        None => relationship.entity(),
    };
    // The path from the root of the first query on.
    let origin = context.load.subquery.as_deref();
    let subq_path = context.plan.options.current_path.concat(&path);
    let (original, rewritten) = match origin {
        Some(origin) => (origin.select.clone(), origin.path.concat(&path)),
        None => (context.select().clone(), path.clone()),
    };
    let lead = rewritten.0[0];
    let left = left_alias(&original, lead)?;
    // Entities between the first and the last are joined as aliases of their own.
    let steps = &rewritten.0;
    let mut entities = vec![left.clone()];
    for (index, step) in steps.iter().enumerate().skip(1) {
        let entity = entity::by_tag(step.entity).unwrap_or_else(|| Entity::Mapper(prop.parent()));
        entities.push(match entity {
            Entity::Aliased(_) => entity,
            // What the relationship before leads to may be more specific.
            Entity::Mapper(mapper) => {
                let before = property(&steps[index - 1]).map(|it| relationship_of(&it).target());
                let mapper = before.filter(|it| it.is_a(&mapper)).unwrap_or(mapper);
                Entity::Aliased(AliasedEntity::new(&mapper, None))
            }
        });
    }
    let parent = entities.last().cloned().unwrap_or(left);
    entities.push(target.clone());
    let mut select = Select {
        columns: vec![SelectItem::Plugin(OrmItem::Entity(target.clone()).wrap())],
        label_style: LabelStyle::TablenamePlusCol,
        ..Select::default()
    };
    let adapter = match &parent {
        Entity::Aliased(alias) => alias.adapter().clone(),
        Entity::Mapper(_) => Adapter::default(),
    };
    for column in relationship.joins().local_columns.clone() {
        let key = prop.parent().property_of_column(&column).map(|it| it.key.clone());
        select.columns.push(SelectItem::Expr(Expr::entity_column(&adapter.column(&column), parent.tag(), key)));
    }
    for (index, step) in steps.iter().enumerate() {
        let Some(step_prop) = property(step) else { continue };
        let attr = attribute(entities[index].clone(), &step_prop, entities[index + 1].clone());
        select.joins.push(JoinSetup {
            target: JoinTarget::Plugin(OrmItem::Relationship(attr).wrap()),
            onclause: None,
            left: None,
            columns: None,
            is_outer: false,
            full: false,
        });
    }
    select.options.clone_from(&context.select().options);
    if let Some(loadopt) = row.loadopt {
        select.options.extend(criteria_options(&target, &loadopt.extra_criteria));
    }
    let load = LoadOptions {
        populate_existing: context.load.populate_existing,
        legacy_query: true,
        compile: CompileOptions {
            current_path: subq_path,
            outermost_order_by: relationship.declared().order_by.clone(),
            enable_entity_criteria: false,
            ..CompileOptions::default()
        },
        subquery: Some(Rc::new(SubqueryOrigin { select: original, path: rewritten })),
        // Sent while rows are read: a load of its own, with its own second statements.
        top: None,
        ..load
    };
    Ok((select, load))
}

fn property(step: &Step) -> Option<Rc<Property>> {
    let mapper = entity::by_tag(step.entity)?.mapper().clone();
    let props = mapper.props.borrow();
    props.values().find(|it| it.id == step.property).cloned()
}

/// The first query, reduced to the columns that its first relationship joins by, as an alias of its entity.
fn left_alias(original: &Rc<Select>, lead: Step) -> OrmResult<Entity> {
    let Some((entity, prop)) = entity::by_tag(lead.entity).zip(property(&lead)) else {
        return Err(crate::orm::errors::OrmError::invalid("The entity of a subquery load is gone"));
    };
    let mapper = entity.mapper().clone();
    let relationship = relationship_of(&prop);
    let mut select = (**original).clone();
    if select.from_.is_empty() && select.from_plugins.is_empty() {
        for entry in crate::orm::query_entity::collect(original, false)? {
            entry.each_entity(&mut |it| {
                let tag = it.tag();
                let known = select
                    .from_plugins
                    .iter()
                    .any(|item| matches!(OrmItem::unwrap(item), Some(OrmItem::Entity(known)) if known.tag() == tag));
                if !known {
                    select.from_plugins.push(OrmItem::Entity(it).wrap());
                }
            });
        }
    }
    let columns = relationship.joins().local_columns.clone();
    select.columns = columns
        .iter()
        .map(|it| {
            let key = mapper.property_of_column(it).map(|prop| prop.key.clone());
            SelectItem::Expr(Expr::entity_column(&entity.adapt_column(it), entity.tag(), key))
        })
        .collect();
    let covers_key = columns
        .iter()
        .filter_map(|it| it.owner_table())
        .all(|table| table.primary_key().iter().all(|key| columns.iter().any(|it| it.id == key.id)));
    if relationship.declared().distinct_target_key.unwrap_or(!covers_key) {
        select.distinct = Distinct::Yes;
    }
    if select.limit.is_none() && select.offset.is_none() && select.fetch.is_none() {
        select.order_by.clear();
    } else if matches!(select.distinct, Distinct::Yes) {
        let extra: Vec<Expr> = select.order_by.iter().flat_map(context::order_by_columns).collect();
        for expr in extra {
            let known = select.columns.iter().any(|it| {
                matches!(it, SelectItem::Expr(known)
                    if crate::sql::labels::identity(known) == crate::sql::labels::identity(&expr))
            });
            if !known {
                select.columns.push(SelectItem::Expr(expr));
            }
        }
    }
    select.correlate = Correlate::Only(Vec::new());
    select.label_style = LabelStyle::TablenamePlusCol;
    let inner = context::core_select(&select, true, false)?;
    let alias = subquery(Query::Select(Rc::new(inner)), "anon");
    Ok(Entity::Aliased(AliasedEntity::over(&mapper, From::Alias(alias), None, false)))
}

/// The related rows, loaded when the first parent asks for them.
struct Related {
    prop: Rc<Property>,
    /// An option asks for it, not the mapping.
    by_option: bool,
    places: Vec<usize>,
    select: Rc<Select>,
    load: LoadOptions,
    found: RefCell<Option<HashMap<Key, Vec<Object>>>>,
}

impl Related {
    fn ensure(&self, context: &QueryContext) -> OrmResult<()> {
        if self.found.borrow().is_some() {
            return Ok(());
        }
        let cause = events::eager(&context.session, "subquery", &self.prop, self.by_option);
        let rows = loading::run(&context.session, &self.select, context.params.as_ref(), self.load.clone())?.all()?;
        drop(cause);
        let mut found: HashMap<Key, Vec<Object>> = HashMap::new();
        let mut seen = HashSet::new();
        for row in rows {
            let mut cells = row.into_iter();
            let Some(Cell::Entity(Some(object))) = cells.next() else { continue };
            let values = cells.map(|it| if let Cell::Value(value) = it { value } else { Value::Null }).collect();
            let key = key_of(values);
            if seen.insert((object.state.id, key.clone())) {
                found.entry(key).or_default().push(object);
            }
        }
        *self.found.borrow_mut() = Some(found);
        Ok(())
    }

    fn set(&self, target: &Target<'_>, row: &[Value]) -> OrmResult<()> {
        self.ensure(target.context)?;
        let key = key_of(self.places.iter().map(|it| row[*it].clone()).collect());
        let members = self.found.borrow().as_ref().and_then(|it| it.get(&key).cloned()).unwrap_or_default();
        let loaded = if relationship_of(&self.prop).uselist() {
            Loaded::Collection(members)
        } else {
            if members.len() > 1 {
                target.context.session.host.warn(&super::joined::multiple_rows("eagerly", &self.prop))?;
            }
            Loaded::Scalar(members.into_iter().next())
        };
        set_committed_value(&target.object.state, &self.prop, loaded)
    }
}

impl Populate for Related {
    fn new_row(&self, target: &Target<'_>, row: &[Value]) -> OrmResult<()> {
        self.set(target, row)
    }
    fn existing_row(&self, target: &Target<'_>, row: &[Value]) -> OrmResult<()> {
        if target.context.session.host.has(&target.object.state, &self.prop) {
            return Ok(());
        }
        self.set(target, row)
    }
    fn eager_row(&self, target: &Target<'_>, _row: &[Value]) -> OrmResult<()> {
        self.ensure(target.context)
    }
}
