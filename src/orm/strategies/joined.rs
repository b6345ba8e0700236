//! Eager loading by a JOIN in the same statement. Mirrors `_JoinedLoader`.

use super::contains_eager;
use super::{LoaderStrategy, Setup};
use crate::orm::context::{Collection, CompileState, MapperSetup};
use crate::orm::eager_join::PendingEagerJoin;
use crate::orm::entity::{self, AliasedEntity, Entity};
use crate::orm::errors::{OrmError, OrmResult};
use crate::orm::events::{AttributeChange, OrmEvent};
use crate::orm::join_condition::relationship_of;
use crate::orm::loading::instance::{InstanceProcessor, Populate, Populators, RowSetup, Target};
use crate::orm::mapper::Mapper;
use crate::orm::path::{EntityPath, Path};
use crate::orm::properties::Property;
use crate::sql::value::Value;
use std::rc::Rc;

/// Joins the related table and reads both from one row.
pub(super) struct JoinedLoader;

impl LoaderStrategy for JoinedLoader {
    fn setup_query(&self, state: &mut CompileState, setup: &Setup<'_>) -> OrmResult<()> {
        if !state.options.enable_eagerloads {
            return Ok(());
        }
        let prop = setup.prop;
        let relationship = relationship_of(prop);
        let target = relationship.target();
        let path = setup.at.path.prop(prop.id);
        let target_path = EntityPath { steps: path.clone(), entity: relationship.entity().tag() };
        let user_defined = contains_eager::adapter(state, setup, &path);
        if relationship.uselist() && (user_defined.is_some() || !state.options.without_joins) {
            state.multi_row_eager_loaders = true;
        }
        let with_polymorphic = state.paths.of_type(&path).map(Entity::with_polymorphic_mappers);
        if let Some(adapter) = user_defined {
            return state.setup_mapper(
                &target,
                &MapperSetup {
                    entity_index: setup.at.entity_index,
                    path: &target_path,
                    adapter: adapter.as_ref(),
                    collection: Collection::Primary,
                    only_load_props: None,
                    parent_mapper: Some(target.clone()),
                    chained_from_outerjoin: setup.at.chained_from_outerjoin,
                    present_only: false,
                    with_polymorphic: with_polymorphic.as_deref(),
                    discriminator: None,
                },
            );
        }
        if state.options.without_joins {
            return Ok(());
        }
        if !state.paths.has_own(&path) {
            match relationship.declared().join_depth {
                Some(depth) if depth > 0 => {
                    if path.len() > depth as usize {
                        return Ok(());
                    }
                }
                _ if contains_mapper(&path, &target) => return Ok(()),
                _ => {}
            }
        }
        let alias = match state.paths.of_type(&path) {
            Some(Entity::Aliased(alias)) => {
                if target.primary_key.iter().any(|it| alias.adapter().column(it).id == it.id) {
                    return Err(OrmError::invalid(
                        "Detected unaliased columns when generating joined load.  Make sure to use aliased=True or \
                         flat=True when using joined loading with with_polymorphic().",
                    ));
                }
                alias.clone()
            }
            _ => AliasedEntity::for_loader(&relationship.entity()),
        };
        let adapter = alias.adapter().clone();
        let innerjoin = setup.loadopt.and_then(|it| it.innerjoin()).unwrap_or(relationship.declared().innerjoin);
        let chained_from_outerjoin = setup.at.chained_from_outerjoin || !innerjoin;
        let parent = setup.at.adapter.and_then(|it| it.selectable().map(|selectable| (it.clone(), selectable)));
        state.pending_eager_joins.push(PendingEagerJoin {
            entity_index: setup.at.entity_index,
            prop: prop.clone(),
            path,
            parent,
            parent_mapper: setup.at.parent_mapper.clone(),
            target: alias,
            innerjoin,
            chained_from_outerjoin,
            extra_criteria: setup.loadopt.map(|it| it.extra_criteria.clone()).unwrap_or_default(),
        });
        state.eager_adding_joins = true;
        state.setup_mapper(
            &target,
            &MapperSetup {
                entity_index: setup.at.entity_index,
                path: &target_path,
                adapter: Some(&adapter),
                collection: Collection::Secondary,
                only_load_props: None,
                parent_mapper: Some(target.clone()),
                chained_from_outerjoin,
                present_only: false,
                with_polymorphic: with_polymorphic.as_deref(),
                discriminator: None,
            },
        )
    }

    fn create_row_processor(&self, row: &RowSetup<'_>, populators: &mut Populators) -> OrmResult<()> {
        let plan = &row.context.plan;
        if !plan.options.enable_eagerloads {
            return Ok(());
        }
        super::expect_population(row.prop)?;
        let relationship = relationship_of(row.prop);
        if relationship.uselist() {
            row.context.requires_uniquing.set(true);
        }
        let target = relationship.target();
        let path = row.path.through(row.prop.id, relationship.entity().tag());
        let complete = plan.setups.get(&path).is_some_and(|it| it.primary_key.iter().all(Option::is_some));
        if !complete {
            // The row has no such entity: the attribute is loaded when it is read.
            return super::lazy::LazyLoader.create_row_processor(row, populators);
        }
        let processor = InstanceProcessor::new(row.context, &target, &path, None)?;
        if relationship.uselist() {
            populators.push_eager(row.prop, Box::new(JoinedCollection { processor }), row.context);
        } else {
            populators.push_eager(row.prop, Box::new(JoinedScalar { processor }), row.context);
        }
        Ok(())
    }
}

/// Whether a mapper is among the entities a path passes.
pub(super) fn contains_mapper(path: &Path, mapper: &Rc<Mapper>) -> bool {
    path.0.iter().any(|step| entity::by_tag(step.entity).is_some_and(|it| it.mapper().is_a(mapper)))
}

struct JoinedCollection {
    processor: InstanceProcessor,
}

impl JoinedCollection {
    fn add(&self, target: &Target<'_>, row: &[Value], fresh: bool) -> OrmResult<()> {
        let context = target.context;
        let key = (target.object.state.id, target.prop.id);
        // The collection is there before its members are made, which may lead back here.
        context.start_collection(key, target, fresh);
        if let Some(object) = self.processor.instance(context, row)? {
            context.add_member(key, object);
        }
        Ok(())
    }
}

impl Populate for JoinedCollection {
    fn new_row(&self, target: &Target<'_>, row: &[Value]) -> OrmResult<()> {
        self.add(target, row, true)
    }
    fn existing_row(&self, target: &Target<'_>, row: &[Value]) -> OrmResult<()> {
        self.add(target, row, false)
    }
    fn eager_row(&self, target: &Target<'_>, row: &[Value]) -> OrmResult<()> {
        self.processor.instance(target.context, row).map(drop)
    }
}

struct JoinedScalar {
    processor: InstanceProcessor,
}

impl Populate for JoinedScalar {
    fn new_row(&self, target: &Target<'_>, row: &[Value]) -> OrmResult<()> {
        let object = self.processor.instance(target.context, row)?;
        let host = &target.context.session.host;
        host.set_object(&target.object.state, target.prop, object.as_ref());
        host.tell(&OrmEvent::Attribute(&target.object.state, target.prop, AttributeChange::Loaded));
        Ok(())
    }

    fn existing_row(&self, target: &Target<'_>, row: &[Value]) -> OrmResult<()> {
        let object = self.processor.instance(target.context, row)?;
        let host = &target.context.session.host;
        match host.get_object(&target.object.state, target.prop) {
            Some(known) => {
                if known != object {
                    host.warn(&multiple_rows("eagerly", target.prop))?;
                }
            }
            None => host.set_object(&target.object.state, target.prop, object.as_ref()),
        }
        Ok(())
    }

    fn eager_row(&self, target: &Target<'_>, row: &[Value]) -> OrmResult<()> {
        self.processor.instance(target.context, row).map(drop)
    }
}

/// The warning about several rows for a scalar attribute.
pub(super) fn multiple_rows(how: &str, prop: &Property) -> String {
    format!("Multiple rows returned with uselist=False for {how}-loaded attribute '{}' ", prop.qualified_name())
}
