//! Loading what subclasses add with a second SELECT: `selectin_polymorphic()`, `polymorphic_load="selectin"`.
//! Mirrors `_load_subclass_via_in`, `Mapper._should_selectin_load` and `Mapper._subclass_load_via_in`.

use super::instance::QueryContext;
use super::post_load::{PostKey, PostLoader, States};
use super::{LoadOptions, run};
use crate::engine::events::CauseKind;
use crate::orm::context::CompileOptions;
use crate::orm::entity::Entity;
use crate::orm::errors::OrmResult;
use crate::orm::inheritance::PolymorphicLoad;
use crate::orm::mapper::Mapper;
use crate::orm::option_paths::part_about;
use crate::orm::path::EntityPath;
use crate::orm::plugin::OrmItem;
use crate::orm::properties::PropertyId;
use crate::orm::strategies::in_keys;
use crate::sql::expr::Expr;
use crate::sql::select::{LabelStyle, PluginItem, Select, SelectItem};
use crate::sql::value::Value;
use std::collections::HashSet;
use std::rc::Rc;

const CHUNK_LEN: usize = 500;

/// Asks for second statements for a class whose first row has come.
pub(super) fn request(context: &Rc<QueryContext>, mapper: &Rc<Mapper>, path: &EntityPath, from: &Rc<Mapper>) {
    let given = context.plan.paths.selectin_polymorphic(path);
    let Some(entity) = loaded_via(mapper, given, from) else { return };
    if entity.mapper().id == from.id {
        return;
    }
    let load_path = context.effective_path(path);
    let mut wanted = vec![entity.clone()];
    if let Entity::Mapper(mapper) = &entity {
        let between = mapper.iterate_to_root().into_iter().skip(1).take_while(|it| it.id != from.id);
        wanted.extend(between.map(Entity::Mapper));
    }
    for entity in wanted {
        let key = PostKey::Class(entity.tag());
        if context.post_loads().has(&load_path, &key) {
            continue;
        }
        let loader = SubclassLoad { entity: entity.clone(), from: from.clone(), by_option: !given.is_empty() };
        context.post_loads().add(&load_path, key, entity.mapper(), context, Rc::new(loader));
    }
}

/// `_should_selectin_load`
fn loaded_via(mapper: &Rc<Mapper>, given: &[Entity], from: &Rc<Mapper>) -> Option<Entity> {
    if given.is_empty() {
        return to_target(mapper, from)
            .into_iter()
            .find(|it| it.inheritance.polymorphic_load == PolymorphicLoad::Selectin)
            .map(Entity::Mapper);
    }
    let own = Entity::Mapper(from.clone());
    for entity in given.iter().chain(std::iter::once(&own)) {
        for it in to_target(mapper, entity.mapper()) {
            let named = given.iter().find(|given| given.mapper().id == it.id);
            if let Some(named) = named {
                return Some(named.clone());
            }
            if it.inheritance.polymorphic_load == PolymorphicLoad::Selectin {
                return Some(Entity::Mapper(it));
            }
        }
    }
    None
}

/// `_iterate_to_target_viawpoly`: from a class up to `target`, as long as the bases do not load it themselves.
fn to_target(mapper: &Rc<Mapper>, target: &Rc<Mapper>) -> Vec<Rc<Mapper>> {
    let mut found: Vec<Rc<Mapper>> = Vec::new();
    if !mapper.is_a(target) {
        return found;
    }
    for it in mapper.iterate_to_root() {
        let is_loaded_by_base = match found.last() {
            Some(prev) => it.derived().with_polymorphic_mappers.iter().any(|it| it.id == prev.id),
            None => true,
        };
        let ends = !is_loaded_by_base || it.id == target.id;
        found.push(it);
        if ends {
            break;
        }
    }
    found
}

/// `_would_selectin_load_only_from_given_mapper`
fn loads_only_from(mapper: &Rc<Mapper>, given: &Rc<Mapper>) -> bool {
    to_target(mapper, given)
        .iter()
        .find(|it| it.inheritance.polymorphic_load == PolymorphicLoad::Selectin)
        .is_some_and(|it| it.id == given.id)
}

/// The second statement of one subclass.
#[derive(Debug)]
struct SubclassLoad {
    entity: Entity,
    from: Rc<Mapper>,
    by_option: bool,
}

impl SubclassLoad {
    /// What the subclass adds, and the key: everything else was loaded with the base.
    fn props(&self) -> HashSet<PropertyId> {
        let mapper = self.entity.mapper();
        let mut classes = vec![mapper.clone()];
        let mut base = mapper.inherits();
        while let Some(it) = base.take() {
            if it.id == self.from.id || it.inheritance.polymorphic_load != PolymorphicLoad::Selectin {
                break;
            }
            base = it.inherits();
            classes.push(it);
        }
        let derived = mapper.derived();
        let mut kept: HashSet<PropertyId> = derived.primary_key_props.iter().map(|it| it.id).collect();
        let discriminator = mapper.inheritance.polymorphic_on.borrow().clone();
        kept.extend(
            discriminator
                .as_ref()
                .and_then(Expr::as_column)
                .and_then(|it| mapper.property_of_column(it))
                .map(|it| it.id),
        );
        let all = derived.column_props.iter().chain(&derived.relationships);
        kept.extend(all.filter(|it| classes.iter().any(|class| class.id == it.id.mapper)).map(|it| it.id));
        kept
    }
}

impl PostLoader for SubclassLoad {
    fn load(&self, context: &Rc<QueryContext>, path: &EntityPath, states: &States) -> OrmResult<()> {
        let mapper = self.entity.mapper();
        let keys: Vec<Value> = states
            .iter()
            .filter(|(object, _)| self.by_option || loads_only_from(&object.state.mapper, mapper))
            .filter_map(|(object, _)| object.state.key())
            .map(|key| match &key.values[..] {
                [one] => one.clone(),
                _ => Value::List(key.values.clone()),
            })
            .collect();
        if keys.is_empty() {
            return Ok(());
        }
        let mut columns: Vec<Expr> = mapper.primary_key.iter().map(Expr::column).collect();
        if let Some(adapter) = self.entity.adapter() {
            columns = adapter.adapt_all(&columns);
        }
        let props = Rc::new(self.props());
        let ours = |item: &PluginItem| match OrmItem::unwrap(item) {
            Some(OrmItem::Option(option)) if path.steps.is_empty() => {
                part_about(option, &self.entity).map(|it| OrmItem::Option(Rc::new(it)).wrap())
            }
            _ => Some(item.clone()),
        };
        let options: Vec<PluginItem> = context.select().options.iter().filter_map(ours).collect();
        let load = LoadOptions {
            populate_existing: context.load.populate_existing,
            compile: CompileOptions {
                current_path: path.steps.clone(),
                subclass_props: Some(props),
                ..CompileOptions::default()
            },
            ..LoadOptions::default()
        };
        let select = Select {
            columns: vec![SelectItem::Plugin(OrmItem::Entity(self.entity.clone()).wrap())],
            options,
            label_style: LabelStyle::TablenamePlusCol,
            ..Select::default()
        };
        let what = || format!("selectin_polymorphic: what {} adds", mapper.class_name);
        let _cause = context.session.because(CauseKind::EagerLoad, what);
        for chunk in keys.chunks(CHUNK_LEN) {
            let mut select = select.clone();
            select.where_.push(in_keys(&columns, chunk.to_vec()));
            run(&context.session, &Rc::new(select), None, load.clone())?.all()?;
        }
        Ok(())
    }
}
