//! Lazy loads that run at once, after the rows are read. Mirrors `_ImmediateLoader` and what the strategies
//! of a second SELECT share, `_PostLoader`.

use super::lazy::{self, LazyRequest};
use super::{Loaded, LoaderStrategy};
use crate::engine::events::CauseKind;
use crate::orm::errors::{OrmError, OrmResult};
use crate::orm::join_condition::relationship_of;
use crate::orm::loading::LoadOptions;
use crate::orm::loading::commit::set_committed_value;
use crate::orm::loading::instance::{Populators, QueryContext, RowSetup};
use crate::orm::loading::post_load::{PostKey, PostLoader, States};
use crate::orm::option_paths::LoadElement;
use crate::orm::passive::PassiveFlag;
use crate::orm::path::EntityPath;
use crate::orm::plugin::OrmItem;
use crate::orm::properties::Property;
use crate::orm::strategy_options::{LoaderOption, OptionStep, OptionTarget};
use crate::sql::select::PluginItem;
use std::rc::Rc;

/// Reads the attribute of every loaded instance.
pub(super) struct ImmediateLoader;

/// A second statement that is to be sent.
#[derive(Debug)]
pub(super) struct Planned {
    /// The entity's path, from the first statement on.
    pub(super) path: EntityPath,
    pub(super) runs: bool,
    /// For statements sent from here.
    pub(super) load: LoadOptions,
    pub(super) recursion_depth: Option<i32>,
}

/// `_setup_for_recursion`: whether the loader runs at this depth, and what it hands on.
pub(super) fn plan(row: &RowSetup<'_>) -> OrmResult<Planned> {
    let relationship = relationship_of(row.prop);
    let context = row.context;
    let path = context.effective_path(row.path);
    let mut load = context.nested_load_options();
    let mut recursion_depth = row.loadopt.and_then(|it| it.recursion_depth());
    if let Some(depth) = &mut recursion_depth {
        if !relationship.joins().is_self_referential {
            return Err(OrmError::invalid(format!(
                "recursion_depth option on relationship {} not valid for non-self-referential relationship",
                row.prop.qualified_name()
            )));
        }
        let unlimited = *depth == -1;
        if !unlimited {
            *depth = context.load.recursion.get(&row.prop.id).copied().unwrap_or(*depth);
            if *depth < 0 {
                return Ok(Planned { path, runs: false, load, recursion_depth });
            }
            load.recursion.insert(row.prop.id, *depth - 1);
        }
    }
    let mut runs = !context.post_loads().has(&path, &PostKey::Property(row.prop.id));
    if runs && !context.plan.paths.has_own(&row.path.prop(row.prop.id)) {
        let whole = path.prop(row.prop.id);
        match relationship.declared().join_depth {
            Some(depth) if depth > 0 => runs = whole.len() <= depth as usize,
            _ => runs = !super::joined::contains_mapper(&whole, &relationship.target()),
        }
    }
    Ok(Planned { path, runs, load, recursion_depth })
}

/// `_entity_isa`: whether the entity here loads instances that have the attribute, by itself and not with a
/// second statement for a subclass.
pub(super) fn entity_has_attribute(row: &RowSetup<'_>) -> bool {
    let Some(entity) = crate::orm::entity::by_tag(row.path.entity) else { return true };
    let parent = row.prop.parent();
    entity.mapper().is_a(&parent)
        || entity.with_polymorphic_mappers().iter().any(|it| it.id == parent.id)
        || (!row.path.steps.is_empty() && parent.is_a(entity.mapper()))
}

impl LoaderStrategy for ImmediateLoader {
    fn create_row_processor(&self, row: &RowSetup<'_>, _populators: &mut Populators) -> OrmResult<()> {
        if !row.context.plan.options.enable_eagerloads {
            return Ok(());
        }
        let planned = plan(row)?;
        let passive = if planned.runs { PassiveFlag::OFF } else { PassiveFlag::NO_FETCH_RELATED };
        row.context.post_loads().add(
            &planned.path,
            PostKey::Property(row.prop.id),
            &row.prop.parent(),
            row.context,
            Rc::new(ImmediateLoad {
                prop: row.prop.clone(),
                loadopt: row.loadopt.cloned(),
                passive: passive.with(PassiveFlag::NO_RAISE),
                recursion_depth: planned.recursion_depth,
                load: planned.load,
            }),
        );
        Ok(())
    }
}

/// The reading of one attribute, after the rows.
#[derive(Debug)]
pub(in crate::orm) struct ImmediateLoad {
    prop: Rc<Property>,
    loadopt: Option<Rc<LoadElement>>,
    passive: PassiveFlag,
    recursion_depth: Option<i32>,
    load: LoadOptions,
}

impl PostLoader for ImmediateLoad {
    fn load(&self, context: &Rc<QueryContext>, path: &EntityPath, states: &States) -> OrmResult<()> {
        let (path, extra) = match (self.recursion_depth, &self.loadopt) {
            (Some(depth), Some(loadopt)) if depth != 0 => {
                (truncate_recursive(path, &self.prop), vec![recursive_option(&self.prop, loadopt)])
            }
            _ => (path.clone(), Vec::new()),
        };
        for (object, overwrite) in states.iter() {
            let state = &object.state;
            if !overwrite && context.session.host.has(state, &self.prop) {
                continue;
            }
            let loaded = lazy::load_for_state(
                state,
                &self.prop,
                self.passive,
                &LazyRequest {
                    extra_options: &extra,
                    parent_path: Some(&path),
                    load: Some(&self.load),
                    cause: CauseKind::EagerLoad,
                    ..LazyRequest::default()
                },
            )?;
            if super::expect_population(&self.prop).is_err() {
                let text = "Dynamic attributes don't support collection population.";
                return Err(OrmError::NotImplemented(text.to_owned()));
            }
            if !matches!(loaded, Loaded::WasSet | Loaded::NoResult) {
                set_committed_value(state, &self.prop, loaded)?;
            }
        }
        Ok(())
    }
}

/// `_truncate_recursive`: a path that went round the same relationship counts it once.
pub(super) fn truncate_recursive(path: &EntityPath, prop: &Property) -> EntityPath {
    let steps = &path.steps.0;
    match steps.iter().position(|it| it.property == prop.id) {
        Some(first) => EntityPath { steps: crate::orm::path::Path(steps[..first].into()), entity: steps[first].entity },
        None => path.clone(),
    }
}

fn recursive_option(prop: &Rc<Property>, loadopt: &LoadElement) -> PluginItem {
    let attr = super::super::plugin::RelationshipAttr {
        entity: super::super::entity::Entity::Mapper(prop.parent()),
        prop: prop.clone(),
        of_type: None,
        extra_criteria: loadopt.extra_criteria.clone(),
    };
    let step = OptionStep { target: OptionTarget::Relationship(attr), action: loadopt.action.clone() };
    OrmItem::Option(Rc::new(LoaderOption { steps: vec![step], ..LoaderOption::default() })).wrap()
}
