//! Loader options laid out by the paths they are about, for one statement. Mirrors what
//! `process_compile_state` of `orm/strategy_options.py` writes into `compile_state.attributes`.

use super::entity::{self, AliasOptions, AliasedEntity, Entity};
use super::errors::{OrmError, OrmResult};
use super::mapper::Mapper;
use super::path::{EntityPath, Path, Step};
use super::plugin::OrmItem;
use super::polymorphic;
use super::properties::{Property, PropertyId};
use super::relationships::Lazy;
use super::strategy_options::{CriteriaOf, LoaderOption, OptionAction, OptionStep, OptionTarget};
use crate::sql::expr::{EntityTag, Expr};
use crate::sql::select::PluginItem;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// What one step of an option asks for at its path.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct LoadElement {
    pub action: OptionAction,
    /// `.and_()` of the attribute.
    pub extra_criteria: Vec<Expr>,
    /// `.of_type()` of the attribute.
    pub of_type: Option<Entity>,
    /// The path from the option's own root, with the attribute; before a lazy load cut its front off.
    pub path: Path,
    pub is_wildcard: bool,
}

impl LoadElement {
    /// The strategy it names, if it is one for a relationship.
    pub fn lazy(&self) -> Option<Lazy> {
        match &self.action {
            OptionAction::Load { lazy, .. } => Some(*lazy),
            OptionAction::ContainsEager { .. } => Some(Lazy::Joined),
            _ => None,
        }
    }
    /// `innerjoin=`
    pub fn innerjoin(&self) -> Option<bool> {
        match &self.action {
            OptionAction::Load { innerjoin, .. } => *innerjoin,
            _ => None,
        }
    }
    /// `recursion_depth=`
    pub fn recursion_depth(&self) -> Option<i32> {
        match &self.action {
            OptionAction::Load { recursion_depth, .. } => *recursion_depth,
            _ => None,
        }
    }
    /// `chunksize=`
    pub fn chunk_size(&self) -> Option<u32> {
        match &self.action {
            OptionAction::Load { chunk_size, .. } => *chunk_size,
            _ => None,
        }
    }
}

/// Relationships or columns, for wildcards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    Relationship,
    Column,
}

/// Criteria for an entity wherever it occurs in the statement.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct EntityCriteria {
    pub entity: Entity,
    pub criteria: Expr,
    pub include_aliases: bool,
}

/// The options of one statement by path.
#[derive(Debug, Default)]
pub struct OptionPaths {
    attributes: HashMap<Path, Rc<LoadElement>>,
    wildcards: HashMap<(EntityPath, Kind), Rc<LoadElement>>,
    defaults: HashMap<Kind, Rc<LoadElement>>,
    of_type: HashMap<Path, Entity>,
    /// `.of_type()` by the path from the option's own root.
    steps_of_type: HashMap<Path, Entity>,
    /// Attributes that the statement is about in any case: wildcards leave them alone.
    enabled: Option<Rc<HashSet<PropertyId>>>,
    /// A loader emits the statement: its root stands for a mapper in the paths of options.
    is_nested: bool,
    /// Groups of deferred columns that are loaded, by the entity's path; without one for all entities.
    groups: Vec<(Option<EntityPath>, Rc<str>)>,
    /// Subclasses that `selectin_polymorphic` names, by the entity's path.
    polymorphic: HashMap<EntityPath, Vec<Entity>>,
    criteria: Vec<EntityCriteria>,
    criteria_of: Vec<(Rc<dyn CriteriaOf>, bool)>,
    /// Paths of eager loads that are to leave an attribute alone; see `lazyload_reverse`.
    overrides: RefCell<HashMap<Path, Rc<LoadElement>>>,
}

/// For which statement options are laid out.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct OptionScope<'a> {
    /// Mapper entities of the statement.
    pub entities: &'a [Entity],
    /// Where the statement itself stands, when a loader emits it.
    pub current_path: &'a Path,
    pub is_refresh: bool,
    /// See [`super::context::CompileOptions::subclass_props`].
    pub subclass_props: Option<&'a Rc<HashSet<PropertyId>>>,
}

impl OptionPaths {
    /// Lays out the options of a statement.
    ///
    /// # Errors
    /// For an option that starts at an entity which the statement does not have.
    pub fn new(options: &[PluginItem], scope: &OptionScope<'_>) -> OrmResult<Self> {
        let mut paths = Self {
            is_nested: !scope.current_path.is_empty(),
            enabled: scope.subclass_props.cloned(),
            ..Self::default()
        };
        for item in options {
            if let Some(OrmItem::Option(option)) = OrmItem::unwrap(item) {
                paths.add(option, scope)?;
            }
        }
        Ok(paths)
    }

    /// What of the options reaches into subqueries: criteria for entities.
    pub fn only_criteria(options: &[PluginItem]) -> Self {
        let mut paths = Self::default();
        for item in options {
            if let Some(OrmItem::Option(option)) = OrmItem::unwrap(item) {
                paths.add_criteria(option);
            }
        }
        paths
    }

    fn add_criteria(&mut self, option: &LoaderOption) {
        if let Some(it) = &option.criteria_of {
            self.criteria_of.push((it.clone(), option.include_aliases));
        }
        if let Some((tag, criteria)) = &option.criteria
            && let Some(entity) = entity::by_tag(*tag)
        {
            let include_aliases = option.include_aliases;
            self.criteria.push(EntityCriteria { entity, criteria: criteria.clone(), include_aliases });
        }
    }

    fn add(&mut self, option: &LoaderOption, scope: &OptionScope<'_>) -> OrmResult<()> {
        if let Some(refused) = option.refusal() {
            return Err(OrmError::LoaderStrategy(refused.to_string()));
        }
        self.add_criteria(option);
        let Some(root) = root_of(option) else {
            // Wildcards of no entity, or branches that each name their own.
            for branch in &option.branches {
                self.add(branch, scope)?;
            }
            for step in &option.steps {
                if scope.is_refresh {
                    continue;
                }
                if let OptionAction::UndeferGroup(group) = &step.action {
                    if scope.current_path.is_empty() && scope.entities.len() != 1 {
                        return Err(several_entities(scope.entities));
                    }
                    self.groups.push((None, group.clone()));
                    continue;
                }
                self.defaults.insert(kind_of(&step.action), element(step, Path::default()));
            }
            return Ok(());
        };
        // What options say of a class is about the statement's entity of its hierarchy.
        let lead = entity::by_tag(root).and_then(|root| scope.entities.iter().find(|it| it.corresponds_to(&root)));
        let start = lead.filter(|_| scope.current_path.is_empty()).map_or(root, Entity::tag);
        self.add_chain(option, EntityPath::root(start), root, scope)
    }

    fn add_chain(
        &mut self,
        option: &LoaderOption,
        start: EntityPath,
        root: EntityTag,
        scope: &OptionScope<'_>,
    ) -> OrmResult<()> {
        let mut at = start;
        for step in &option.steps {
            let propagates = !matches!(step.action, OptionAction::ContainsEager { .. });
            let applies = propagates || (scope.current_path.is_empty() && !scope.is_refresh);
            match &step.target {
                OptionTarget::Relationship(attr) => {
                    let path = at.prop(attr.prop.id);
                    if applies {
                        let element = element(step, path.clone());
                        self.put(step, &path, &attr.prop, element, root, scope)?;
                    }
                    // The statement of a loader may begin with the alias that `of_type()` named.
                    let is_selected = |it: &&Entity| scope.entities.iter().any(|other| other.tag() == it.tag());
                    let alias = self.steps_of_type.get(&path).filter(|_| path == *scope.current_path);
                    let alias = alias.filter(|it| it.is_aliased()).filter(is_selected);
                    let target = alias.map(Entity::tag).or(attr.prop.as_relationship().map(|it| it.entity().tag()));
                    at = EntityPath { steps: path, entity: target.unwrap_or(at.entity) };
                }
                OptionTarget::Column(_, prop) => {
                    let path = at.prop(prop.id);
                    if applies {
                        let element = element(step, path.clone());
                        self.put(step, &path, prop, element, root, scope)?;
                        if let OptionAction::LoadOnly { raise_load } = step.action {
                            let defer = OptionStep {
                                target: OptionTarget::Wildcard(None),
                                action: OptionAction::Defer { raise_load },
                            };
                            self.put_wildcard(&defer, &at, scope);
                        }
                    }
                }
                OptionTarget::Wildcard(_) => self.put_wildcard(step, &at, scope),
                OptionTarget::Classes(classes) => {
                    if let Some(steps) = at.steps.strip(scope.current_path) {
                        let path = EntityPath { steps, entity: at.entity };
                        self.polymorphic.insert(path, classes.clone());
                    }
                }
            }
        }
        for branch in &option.branches {
            self.add_chain(branch, at.clone(), root, scope)?;
        }
        Ok(())
    }

    fn put(
        &mut self,
        step: &OptionStep,
        path: &Path,
        prop: &Rc<Property>,
        element: Rc<LoadElement>,
        root: EntityTag,
        scope: &OptionScope<'_>,
    ) -> OrmResult<()> {
        if element.recursion_depth().is_some_and(|it| it != 0)
            && let Some(target) = prop.as_relationship().map(|it| it.entity().tag())
        {
            // One level more is given at once; the loader renews it level by level.
            let again = EntityPath { steps: path.clone(), entity: target }.prop(prop.id);
            if let Some(again) = again.strip(scope.current_path).filter(|it| !it.is_empty()) {
                self.attributes.insert(again, element.clone());
            }
        }
        if let Some(of_type) = &element.of_type {
            self.steps_of_type.insert(path.clone(), of_type.clone());
        }
        let Some(effective) = path.strip(scope.current_path).filter(|it| !it.is_empty()) else { return Ok(()) };
        if let Some(of_type) = &element.of_type {
            let of_type = with_subclasses(of_type, self.of_type.get(&effective), prop)?;
            self.of_type.insert(effective.clone(), of_type);
        }
        if matches!(step.action, OptionAction::Default) {
            return Ok(());
        }
        if scope.current_path.is_empty()
            && !scope.is_refresh
            && !entity::by_tag(root).is_some_and(|root| scope.entities.iter().any(|it| it.corresponds_to(&root)))
        {
            return Err(no_match(root, step, prop, scope.entities));
        }
        let element = match self.attributes.get(&effective) {
            // A loader's own statement has what the program's statement was checked for.
            Some(existing) if scope.current_path.is_empty() => reconcile(existing, element)?,
            _ => element,
        };
        self.attributes.insert(effective, element);
        Ok(())
    }

    fn put_wildcard(&mut self, step: &OptionStep, at: &EntityPath, scope: &OptionScope<'_>) {
        let Some(steps) = at.steps.strip(scope.current_path) else { return };
        // Attributes of base classes stand under the classes that declared them.
        let mut entities: Vec<EntityTag> = match entity::by_tag(at.entity) {
            Some(Entity::Mapper(mapper)) => mapper.iterate_to_root().iter().map(|it| it.tag).collect(),
            Some(Entity::Aliased(alias)) => {
                std::iter::once(alias.tag).chain(alias.parts.borrow().iter().map(|it| it.tag)).collect()
            }
            None => vec![at.entity],
        };
        // After `.of_type()` the attributes of the subclasses, too.
        if let Some(of_type) = self.steps_of_type.get(&at.steps) {
            let mut mappers = of_type.mapper().iterate_to_root();
            if let Entity::Aliased(alias) = of_type {
                mappers.extend(alias.with_polymorphic.iter().cloned());
            }
            for mapper in mappers {
                if !entities.contains(&mapper.tag) {
                    entities.push(mapper.tag);
                }
            }
        }
        for entity in entities {
            let path = EntityPath { steps: steps.clone(), entity };
            if let OptionAction::UndeferGroup(group) = &step.action {
                self.groups.push((Some(path), group.clone()));
                continue;
            }
            self.wildcards.insert((path, kind_of(&step.action)), element(step, Path::default()));
        }
    }

    /// Asks for lazy loading of an attribute unless an option says otherwise: the way back of a lazy load.
    pub fn override_with_lazy(&self, path: Path) {
        let element = LoadElement {
            action: OptionAction::Load { lazy: Lazy::Select, innerjoin: None, recursion_depth: None, chunk_size: None },
            extra_criteria: Vec::new(),
            of_type: None,
            path: path.clone(),
            is_wildcard: false,
        };
        self.overrides.borrow_mut().insert(path, Rc::new(element));
    }

    /// The option that is about an attribute: its own, a wildcard's at the entity, or the statement's.
    pub fn find(&self, entity: &EntityPath, prop: &Property) -> Option<Rc<LoadElement>> {
        if self.is_empty() {
            return None;
        }
        let path = entity.prop(prop.id);
        if let Some(found) = self.overrides.borrow().get(&path) {
            return Some(found.clone());
        }
        if let Some(found) = self.attributes.get(&path) {
            return Some(found.clone());
        }
        if self.is_nested && entity.steps.is_empty() {
            let natural = Path::default().join(EntityTag(prop.id.mapper.0), prop.id);
            if let Some(found) = self.attributes.get(&natural) {
                return Some(found.clone());
            }
        }
        if entity.steps.is_empty() && self.enabled.as_ref().is_some_and(|it| it.contains(&prop.id)) {
            return None;
        }
        let kind = if prop.as_relationship().is_some() { Kind::Relationship } else { Kind::Column };
        let declared =
            EntityPath { steps: entity.steps.clone(), entity: path.0.last().map_or(entity.entity, |it| it.entity) };
        if let Some(group) = prop.as_column().and_then(|it| it.group.as_ref())
            && self.groups.iter().any(|(at, it)| it == group && at.as_ref().is_none_or(|at| *at == declared))
        {
            return Some(Rc::new(LoadElement {
                action: OptionAction::Undefer,
                extra_criteria: Vec::new(),
                of_type: None,
                path,
                is_wildcard: true,
            }));
        }
        self.wildcards.get(&(declared, kind)).or_else(|| self.defaults.get(&kind)).cloned()
    }

    /// Whether an option names this very attribute.
    pub fn has_own(&self, path: &Path) -> bool {
        self.attributes.contains_key(path) || self.overrides.borrow().contains_key(path)
    }

    /// `.of_type()` that an option gave for an attribute.
    pub fn of_type(&self, path: &Path) -> Option<&Entity> {
        self.of_type.get(path)
    }

    /// Subclasses of an entity that an option loads with a second SELECT each.
    pub fn selectin_polymorphic(&self, path: &EntityPath) -> &[Entity] {
        self.polymorphic.get(path).map(|it| &it[..]).unwrap_or_default()
    }

    /// Criteria for an entity, as expressions on it: those that name it, and those that include aliases.
    ///
    /// # Errors
    /// The host's exception.
    pub fn criteria_for(&self, entity: &Entity) -> OrmResult<Vec<Expr>> {
        Ok(self.criteria_where(entity, false)?.into_iter().map(|it| it.1).collect())
    }

    /// The same, each with the number of its option.
    ///
    /// # Errors
    /// The host's exception.
    pub fn numbered_criteria_for(&self, entity: &Entity) -> OrmResult<Vec<(usize, Expr)>> {
        self.criteria_where(entity, false)
    }

    /// The criteria that are given as expressions, with the numbers of their options.
    pub fn plain_criteria(&self) -> impl Iterator<Item = (usize, &Expr)> {
        self.criteria.iter().map(|it| &it.criteria).enumerate()
    }

    /// Criteria for a mapper that a joined eager load joins: those of its base classes, too.
    ///
    /// # Errors
    /// The host's exception.
    pub fn criteria_for_eager_join(&self, mapper: &Rc<Mapper>) -> OrmResult<Vec<Expr>> {
        let found = self.criteria_where(&Entity::Mapper(mapper.clone()), true)?;
        Ok(found.into_iter().map(|it| it.1).collect())
    }

    fn criteria_where(&self, entity: &Entity, all: bool) -> OrmResult<Vec<(usize, Expr)>> {
        let mut found = Vec::new();
        let adapter = entity.adapter();
        let adapted = |criteria: &Expr| adapter.map_or_else(|| criteria.clone(), |it| it.adapt(criteria));
        for (number, it) in self.criteria.iter().enumerate() {
            let is_below = !it.entity.is_aliased() && entity.mapper().is_a(it.entity.mapper());
            if it.entity.tag() == entity.tag() || ((all || it.include_aliases) && is_below) {
                found.push((number, adapted(&it.criteria)));
            }
        }
        for (number, (it, include_aliases)) in self.criteria_of.iter().enumerate() {
            let names = || !entity.is_aliased() && it.names(entity.mapper());
            if (all || *include_aliases || names())
                && let Some(criteria) = it.criteria(entity.mapper())?
            {
                found.push((self.criteria.len() + number, adapted(&criteria)));
            }
        }
        Ok(found)
    }

    /// Whether there are criteria for entities.
    pub fn has_criteria(&self) -> bool {
        !self.criteria.is_empty() || !self.criteria_of.is_empty()
    }

    fn is_empty(&self) -> bool {
        self.attributes.is_empty()
            && self.wildcards.is_empty()
            && self.defaults.is_empty()
            && self.polymorphic.is_empty()
            && self.groups.is_empty()
            && self.overrides.borrow().is_empty()
    }
}

/// Options that travel on with the instances a statement loads.
pub fn propagated(options: &[PluginItem]) -> Vec<PluginItem> {
    options
        .iter()
        .filter(|it| matches!(OrmItem::unwrap(it), Some(OrmItem::Option(it)) if propagates(it)))
        .cloned()
        .collect()
}

fn propagates(option: &LoaderOption) -> bool {
    if option.base_alias.is_some() || option.disables_eagerloads {
        return false;
    }
    if option.criteria.is_some() || option.criteria_of.is_some() {
        return !option.statement_only;
    }
    let bare_wildcard = root_of(option).is_none();
    (!bare_wildcard || !option.branches.is_empty())
        && (option.steps.iter().any(|it| !matches!(it.action, OptionAction::ContainsEager { .. }))
            || option.branches.iter().any(propagates))
}

fn root_of(option: &LoaderOption) -> Option<EntityTag> {
    option.root.or_else(|| match &option.steps.first()?.target {
        OptionTarget::Relationship(attr) => Some(attr.entity.tag()),
        OptionTarget::Column(tag, _) => Some(*tag),
        OptionTarget::Wildcard(tag) => *tag,
        OptionTarget::Classes(_) => None,
    })
}

/// What of an option is about an entity, or about none in particular.
pub fn part_about(option: &LoaderOption, entity: &Entity) -> Option<LoaderOption> {
    match root_of(option).and_then(entity::by_tag) {
        Some(root) => entity.corresponds_to(&root).then(|| option.clone()),
        None if option.branches.is_empty() => Some(option.clone()),
        None => {
            let branches: Vec<_> = option.branches.iter().filter_map(|it| part_about(it, entity)).collect();
            (!branches.is_empty()).then(|| LoaderOption { branches, ..option.clone() })
        }
    }
}

/// `.of_type()` in an option, as an entity that loads the subclass: together with what another option named.
fn with_subclasses(of_type: &Entity, known: Option<&Entity>, prop: &Property) -> OrmResult<Entity> {
    let made = match of_type {
        Entity::Mapper(mapper) => polymorphic_alias(&mapper.base_mapper(), std::slice::from_ref(mapper), false)?,
        aliased @ Entity::Aliased(_) => aliased.clone(),
    };
    let Some(known) = known else { return Ok(made) };
    if known.mapper().id != made.mapper().id {
        return Err(OrmError::invalid(format!(
            "Can't combine of_type() targets {} and {} along the relationship {} in the same query.  To load multiple \
             subclasses along a single relationship, use a single with_polymorphic() object that includes all of the \
             target classes.",
            entity_str(known),
            entity_str(&made),
            prop.qualified_name()
        )));
    }
    let (old, new) = (known.with_polymorphic_mappers(), made.with_polymorphic_mappers());
    if known.tag() == made.tag() || old.iter().all(|it| new.iter().any(|new| new.id == it.id)) && old.len() == new.len()
    {
        return Ok(made);
    }
    let all: Vec<Rc<Mapper>> = old.into_iter().chain(new).collect();
    polymorphic_alias(&made.mapper().clone(), &all, true)
}

/// `with_polymorphic(base, classes, aliased=True)` that stands for its mapper in paths.
fn polymorphic_alias(base: &Rc<Mapper>, classes: &[Rc<Mapper>], flat: bool) -> OrmResult<Entity> {
    let mappers = polymorphic::mappers_from_spec(base, Some(classes), None)?;
    let selectable = polymorphic::selectable_from_mappers(base, &mappers, false)?;
    let selectable = polymorphic::alias_of(&selectable, None, flat);
    let options = AliasOptions {
        with_polymorphic: mappers,
        is_with_polymorphic: true,
        uses_mapper_path: true,
        ..AliasOptions::default()
    };
    let alias = AliasedEntity::make(base, selectable, options);
    Ok(Entity::Aliased(alias))
}

fn kind_of(action: &OptionAction) -> Kind {
    match action {
        OptionAction::Defer { .. }
        | OptionAction::Undefer
        | OptionAction::LoadOnly { .. }
        | OptionAction::UndeferGroup(_)
        | OptionAction::WithExpression(_) => Kind::Column,
        _ => Kind::Relationship,
    }
}

fn element(step: &OptionStep, path: Path) -> Rc<LoadElement> {
    let (extra_criteria, of_type) = match (&step.target, &step.action) {
        (OptionTarget::Relationship(attr), _) => (attr.extra_criteria.clone(), attr.of_type.clone()),
        (_, OptionAction::WithExpression(it)) => (vec![it.0.clone()], None),
        _ => (Vec::new(), None),
    };
    let is_wildcard = matches!(step.target, OptionTarget::Wildcard(_));
    Rc::new(LoadElement { action: step.action.clone(), extra_criteria, of_type, path, is_wildcard })
}

/// Which of two options about one attribute counts. Mirrors `_LoadElement._reconcile`.
fn reconcile(existing: &Rc<LoadElement>, replacement: Rc<LoadElement>) -> OrmResult<Rc<LoadElement>> {
    let is_chain = |it: &LoadElement| matches!(it.action, OptionAction::ContainsEager { is_chain: true, .. });
    if is_chain(&replacement) {
        return Ok(existing.clone());
    }
    let is_same = match (&existing.action, &replacement.action) {
        // Columns that are to be loaded, whatever happens to the others.
        (
            OptionAction::Undefer | OptionAction::LoadOnly { .. },
            OptionAction::Undefer | OptionAction::LoadOnly { .. },
        )
        | (OptionAction::WithExpression(_), OptionAction::WithExpression(_)) => true,
        (one, other) => one == other,
    };
    if is_same || is_chain(existing) {
        return Ok(replacement);
    }
    Err(OrmError::invalid(format!(
        "Loader strategy replacement {} is in conflict with existing strategy {}",
        element_string(&replacement),
        element_string(existing)
    )))
}

/// `joinedload(Author.books -> Book.tags)`: an option with its whole path.
fn element_string(element: &LoadElement) -> String {
    let steps = &element.path.0;
    let of_type = |at: usize| match steps.get(at + 1) {
        Some(next) => entity::by_tag(next.entity),
        None => element.of_type.clone(),
    };
    let part = |(at, step): (usize, &Step)| {
        let owner = entity::by_tag(step.entity);
        let props = owner.as_ref().map(|it| it.mapper().props.borrow().clone()).unwrap_or_default();
        let prop = props.values().find(|it| it.id == step.property);
        let name = owner.as_ref().map(entity_str).unwrap_or_default();
        let key = prop.map(|it| it.key.to_string()).unwrap_or_default();
        match of_type(at).filter(Entity::is_aliased) {
            Some(alias) => format!("{name}.{key}.of_type({})", entity_str(&alias)),
            None => format!("{name}.{key}"),
        }
    };
    let parts: Vec<String> = steps.iter().enumerate().map(part).collect();
    format!("{}({})", action_name(&element.action), parts.join(" -> "))
}

/// The option as the program wrote its last step: `joinedload(Route.flights)`.
pub fn method_string(step: &OptionStep) -> String {
    let subject = match &step.target {
        OptionTarget::Relationship(attr) => format!("{}.{}", owner_str(Some(&attr.entity), &attr.prop), attr.prop.key),
        OptionTarget::Column(tag, prop) => {
            format!("{}.{}", owner_str(entity::by_tag(*tag).as_ref(), prop), prop.key)
        }
        OptionTarget::Wildcard(_) => "*".to_owned(),
        OptionTarget::Classes(classes) => classes.iter().map(entity_str).collect::<Vec<_>>().join(", "),
    };
    format!("{}({subject})", action_name(&step.action))
}

/// The function that makes such an option.
fn action_name(action: &OptionAction) -> &'static str {
    match action {
        OptionAction::Default => "defaultload",
        OptionAction::Load { lazy, .. } => match lazy {
            Lazy::Select | Lazy::WriteOnly | Lazy::Dynamic => "lazyload",
            Lazy::Joined => "joinedload",
            Lazy::Selectin => "selectinload",
            Lazy::Subquery => "subqueryload",
            Lazy::Immediate => "immediateload",
            Lazy::Raise | Lazy::RaiseOnSql => "raiseload",
            Lazy::NoLoad => "noload",
        },
        OptionAction::ContainsEager { .. } => "contains_eager",
        OptionAction::Defer { .. } => "defer",
        OptionAction::Undefer | OptionAction::LoadOnly { .. } => "undefer",
        OptionAction::SelectinPolymorphic => "selectin_polymorphic",
        OptionAction::UndeferGroup(_) => "undefer_group",
        OptionAction::WithExpression(_) => "with_expression",
    }
}

/// A user-facing name of whose attribute it is: the class that declared it, or an alias.
fn owner_str(entity: Option<&Entity>, prop: &Property) -> String {
    match entity {
        Some(entity @ Entity::Aliased(_)) => entity_str(entity),
        _ => prop.parent().class_name.to_string(),
    }
}

/// A user-facing name of an entity.
pub fn entity_str(entity: &Entity) -> String {
    match entity {
        Entity::Mapper(mapper) => mapper.class_name.to_string(),
        Entity::Aliased(alias) if alias.with_polymorphic.is_empty() => format!("aliased({})", alias.mapper.class_name),
        Entity::Aliased(alias) => {
            let others = alias.with_polymorphic.iter().filter(|it| it.id != alias.mapper.id);
            let names: Vec<&str> = others.map(|it| &*it.class_name).collect();
            format!("with_polymorphic({}, [{}])", alias.mapper.class_name, names.join(", "))
        }
    }
}

/// A wildcard that needs the one entity of its statement.
fn several_entities(entities: &[Entity]) -> OrmError {
    let names: Vec<String> = entities
        .iter()
        .map(|it| match it {
            Entity::Mapper(mapper) => mapper.describe(),
            alias => entity_str(alias),
        })
        .collect();
    let each: Vec<String> = names.iter().map(|it| format!("Load({it}).some_option('*')")).collect();
    OrmError::Argument(format!(
        "Can't apply wildcard ('*') or load_only() loader option to multiple entities {}. Specify loader options for \
         each entity individually, such as {}.",
        names.join(", "),
        each.join(", ")
    ))
}

fn no_match(root: EntityTag, step: &OptionStep, prop: &Rc<Property>, entities: &[Entity]) -> OrmError {
    let option = method_string(step);
    if entities.is_empty() {
        return OrmError::Argument(format!(
            "Query has only expression-based entities; attribute loader option {option} can't be applied here."
        ));
    }
    let mapped = owner_str(entity::by_tag(root).as_ref(), prop);
    let roots: Vec<String> = entities.iter().map(entity_str).collect();
    OrmError::Argument(format!(
        "Mapped class {mapped} referenced in option {option} does not apply to any of the root entities in this \
         query, e.g. {}. Please specify the full path from one of the root entities to the target attribute. ",
        roots.join(", ")
    ))
}

/// Checks that each step of a chain links to the one before it; called when a program builds the option.
///
/// # Errors
/// `ArgumentError`, as the reference words it.
pub fn check_links(option: &LoaderOption) -> OrmResult<()> {
    let mut last: Option<(Rc<Mapper>, Entity, Rc<Property>, bool)> = None;
    for step in &option.steps {
        let (entity, key) = match &step.target {
            OptionTarget::Relationship(attr) => (Some(attr.entity.clone()), attr.prop.key.clone()),
            OptionTarget::Column(tag, prop) => (entity::by_tag(*tag), prop.key.clone()),
            OptionTarget::Wildcard(_) | OptionTarget::Classes(_) => continue,
        };
        let Some(entity) = entity else { continue };
        if let Some((target, source, prop, of_type)) = &last {
            let linked = entity.mapper().common_parent(target) && (!entity.is_aliased() || *of_type);
            if !linked {
                let attribute = format!("{}.{key}", entity_str(&entity));
                return Err(OrmError::Argument(format!(
                    "ORM mapped entity or attribute \"{attribute}\" does not link from relationship \"{}.{}\".{}",
                    entity_str(source),
                    prop.key,
                    if entity.is_aliased() && entity.mapper().is_a(target) {
                        format!(
                            "  Did you mean to use \"{}.{}.of_type({})\"?",
                            entity_str(source),
                            prop.key,
                            entity_str(&entity)
                        )
                    } else {
                        String::new()
                    }
                )));
            }
        }
        if let OptionTarget::Relationship(attr) = &step.target
            && let Some(relationship) = attr.prop.as_relationship()
        {
            last = Some((relationship.target(), entity, attr.prop.clone(), attr.of_type.is_some()));
        }
    }
    Ok(())
}
