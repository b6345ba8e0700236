//! An ORM select made into one of Core: entities spelled out as columns, joins along relationships, eager
//! joins, LIMIT around collections. Mirrors `_ORMSelectCompileState` of `orm/context.py`.
//!
//! Called by `loading` for statements that are executed, and by whoever embeds or prints an ORM select.

use super::adapt::{Adapter, replace_all};
use super::eager_join::{EagerFrom, PendingEagerJoin};
use super::entity::Entity;
use super::errors::{OrmError, OrmResult};
use super::mapper::Mapper;
use super::option_paths::{OptionPaths, OptionScope};
use super::path::{EntityPath, Path};
use super::plugin::OrmItem;
use super::polymorphic_adapters::PolymorphicAdapters;
use super::properties::{Property, PropertyId, PropertyKind};
use super::query_entity::QueryEntity;
use super::strategies::{self, Setup};
use super::strategy_options::LoaderOption;
use crate::sql::expr::{EntityTag, Expr, ExprKind, Query};
use crate::sql::labels::{Identity, identity};
use crate::sql::operators::Op;
use crate::sql::schema::ColumnRef;
use crate::sql::select::{Distinct, LabelStyle, Select, SelectItem};
use crate::sql::selectable::{AliasElement, AliasKind, From};
use indexmap::IndexMap;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// How a select is to be compiled.
#[derive(Clone, Debug)]
#[allow(missing_docs, clippy::struct_excessive_bools)]
pub struct CompileOptions {
    /// Where the statement stands, when a loader emits it.
    pub current_path: Path,
    pub enable_eagerloads: bool,
    /// It is inside another statement.
    pub for_subquery: bool,
    /// Its rows come from another statement: nothing can be joined.
    pub without_joins: bool,
    /// It came from a legacy `Query`: `table_column` labels, unless the program chose others.
    pub legacy: bool,
    /// It refreshes one instance.
    pub for_refresh: bool,
    /// WHERE gets the criteria of its entities; those inside have them already otherwise.
    pub enable_entity_criteria: bool,
    /// Only these attributes are loaded.
    pub only_load_props: Option<Rc<HashSet<Rc<str>>>>,
    /// Relationship whose lazy load this is: the way back is not loaded eagerly.
    pub lazyload_reverse: Option<Rc<Property>>,
    /// ORDER BY of a relationship, against what the last join joined.
    pub outermost_order_by: Vec<Expr>,
    /// The statement loads what a subclass adds: at the root only these attributes.
    pub subclass_props: Option<Rc<HashSet<PropertyId>>>,
}

impl CompileOptions {
    /// Whether an attribute of the root is none of this statement's business.
    pub fn is_left_alone(&self, prop: &Property, path: &EntityPath) -> bool {
        path.steps.is_empty() && self.subclass_props.as_ref().is_some_and(|it| !it.contains(&prop.id))
    }
}

impl Default for CompileOptions {
    fn default() -> Self {
        Self {
            current_path: Path::default(),
            enable_eagerloads: true,
            for_subquery: false,
            without_joins: false,
            legacy: false,
            for_refresh: false,
            enable_entity_criteria: true,
            only_load_props: None,
            lazyload_reverse: None,
            outermost_order_by: Vec::new(),
            subclass_props: None,
        }
    }
}

/// Where a column is found in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Among the statement's own columns.
    Primary(usize),
    /// Among those of eager joins, which come after.
    Secondary(usize),
}

/// Which of the two lists a column joins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Collection {
    Primary,
    Secondary,
}

/// What a column attribute gets from the row.
#[derive(Clone, Debug)]
pub enum Memo {
    /// This column.
    Column(Slot),
    /// Nothing: it is deferred by its mapping.
    Deferred,
    /// Nothing: an option deferred it, with or without permission to load it later.
    DeferForState {
        /// Reading it raises.
        raise: bool,
    },
}

/// One entity at one place of the statement, set up.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct EntitySetup {
    pub mapper: Rc<Mapper>,
    /// Its column attributes, those of subclasses that load with it included.
    pub columns: IndexMap<PropertyId, (Rc<Property>, Memo)>,
    /// Where its primary key is; `None` for a column that the row does not have.
    pub primary_key: Vec<Option<Slot>>,
    pub version: Option<Slot>,
    /// Takes the mapper's columns to those of the statement.
    pub adapter: Option<Adapter>,
    /// Where the class of a row is told.
    pub discriminator: Option<Slot>,
}

impl EntitySetup {
    /// Remembers where an attribute is.
    pub fn add_column(&mut self, prop: &Rc<Property>, memo: Memo) {
        self.columns.insert(prop.id, (prop.clone(), memo));
    }
}

/// A select under compilation, and afterwards the plan by which its rows are read.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct CompileState {
    /// The select as the program wrote it.
    pub select: Rc<Select>,
    pub options: CompileOptions,
    pub paths: OptionPaths,
    pub entities: Vec<QueryEntity>,
    pub setups: HashMap<EntityPath, EntitySetup>,
    /// Joined eager loads of collections: rows repeat.
    pub multi_row_eager_loaders: bool,
    /// The Core select.
    pub statement: Select,
    /// Number of columns before those of eager joins.
    pub secondary_offset: usize,
    pub(super) primary: Vec<Expr>,
    pub(super) secondary: Vec<Expr>,
    pub(super) slots: HashMap<Identity, Slot>,
    pub(super) from_clauses: Vec<From>,
    pub(super) fallback_froms: Vec<From>,
    /// Adapter to what the last join to the first FROM joined.
    pub(super) target_adapter: Option<Adapter>,
    pub(super) eager_joins: IndexMap<usize, EagerFrom>,
    pub(super) pending_eager_joins: Vec<PendingEagerJoin>,
    pub(super) eager_order_by: Vec<Expr>,
    pub(super) eager_adding_joins: bool,
    pub(super) joined_edges: Vec<(EntityTag, EntityTag, PropertyId)>,
    pub(super) join_entities: Vec<EntityTag>,
    /// Adapters of classes that a selectable of their own stands for in this statement.
    pub(super) polymorphic_adapters: PolymorphicAdapters,
    /// The clauses of the select in terms of those.
    adapted: Option<Rc<Select>>,
    /// To be issued once the statement is known to be compiled.
    pub warnings: Vec<String>,
    pub(super) where_: Vec<Expr>,
    /// How many of those, at the end, tell the classes of one table.
    pub(super) single_table_criteria: usize,
    /// The entities that criteria may be about, and those that only the statement's own criteria name.
    pub(super) criteria_entities: (Vec<Entity>, Vec<Entity>),
}

/// Compiles an ORM select.
///
/// # Errors
/// As the reference: options, joins and entities that do not fit.
pub fn compile(select: &Rc<Select>, options: CompileOptions) -> OrmResult<CompileState> {
    let mut state = CompileState::start(select, options)?;
    state.generate()?;
    Ok(state)
}

/// The Core form of an ORM select that is embedded in another statement or printed.
/// `for_subquery`: it is inside another: eager loading does not apply there.
///
/// # Errors
/// As [`compile`].
pub fn core_select(select: &Select, for_subquery: bool, legacy: bool) -> OrmResult<Select> {
    core_select_and_warnings(select, for_subquery, legacy).map(|it| it.0)
}

/// The same, with what the program is to be warned of.
///
/// # Errors
/// As [`compile`].
pub fn core_select_and_warnings(select: &Select, for_subquery: bool, legacy: bool) -> OrmResult<(Select, Vec<String>)> {
    if !has_orm_items(select) {
        return Ok((select.clone(), Vec::new()));
    }
    if !for_subquery {
        select.mark.set();
    }
    let options =
        CompileOptions { for_subquery, enable_eagerloads: !for_subquery, legacy, ..CompileOptions::default() };
    let state = compile(&Rc::new(select.clone()), options)?;
    let entities = for_subquery.then(|| state.made_of());
    let mut statement = state.statement;
    statement.mark.set_core();
    if for_subquery {
        statement.mark.set_origin(&select.mark);
        statement.entities = entities;
    }
    Ok((statement, state.warnings))
}

/// The Core form of a query, part by part for set operations.
///
/// # Errors
/// As [`compile`].
pub fn core_query(query: &Query, for_subquery: bool) -> OrmResult<Query> {
    Ok(match query {
        Query::Select(select) => Query::Select(Rc::new(core_select(select, for_subquery, false)?)),
        Query::Compound(compound) => {
            let mut compound = (**compound).clone();
            for part in &mut compound.selects {
                *part = core_query(part, true)?;
            }
            Query::Compound(Rc::new(compound))
        }
        Query::Text(text) => Query::Text(text.clone()),
    })
}

/// Whether one of its loader options is such.
fn has_option(select: &Select, is_such: impl Fn(&LoaderOption) -> bool) -> bool {
    select.options.iter().any(|it| matches!(OrmItem::unwrap(it), Some(OrmItem::Option(it)) if is_such(it)))
}

/// Whether a select has anything of the ORM in it that Core cannot spell.
pub fn has_orm_items(select: &Select) -> bool {
    use super::entity::first_tag;
    use crate::sql::select::{JoinTarget, OnClause};
    if select.mark.is_core() {
        return false;
    }
    !select.from_plugins.is_empty()
        || select.columns.iter().any(|it| match it {
            SelectItem::Plugin(_) => true,
            SelectItem::Expr(expr) => first_tag(expr).is_some(),
            SelectItem::From(_) => false,
        })
        || select.where_.iter().any(|it| first_tag(it).is_some())
        || select.joins.iter().any(|it| {
            matches!(it.target, JoinTarget::Plugin(_))
                || matches!(it.onclause, Some(OnClause::Plugin(_)))
                || matches!(it.left, Some(JoinTarget::Plugin(_)))
                || it.columns.iter().flat_map(|it| it.iter()).any(|it| matches!(it, SelectItem::Plugin(_)))
        })
        || has_option(select, |it| it.base_alias.is_some())
        || !select.options.is_empty() && super::entity_criteria::is_over_entities(select)
}

impl CompileState {
    fn start(select: &Rc<Select>, mut options: CompileOptions) -> OrmResult<Self> {
        options.enable_eagerloads &= !has_option(select, |it| it.disables_eagerloads);
        let label_style = if options.legacy && select.label_style == LabelStyle::DisambiguateOnly {
            if options.for_subquery { LabelStyle::DisambiguateOnly } else { LabelStyle::TablenamePlusCol }
        } else {
            select.label_style
        };
        super::query_entity::check_star(&select.columns)?;
        let entities = super::query_entity::collect(select, options.legacy)?;
        let replaced = super::query_entity::collect_items(select, &select.replaced, options.legacy)?;
        let lead: Vec<Entity> = entities.iter().chain(&replaced).filter_map(|it| it.mapper_entity().cloned()).collect();
        let scope = OptionScope {
            entities: &lead,
            current_path: &options.current_path,
            is_refresh: options.for_refresh,
            subclass_props: options.subclass_props.as_ref(),
        };
        let paths = if options.for_subquery {
            OptionPaths::only_criteria(&select.options)
        } else {
            OptionPaths::new(&select.options, &scope)?
        };
        if let Some(prop) = &options.lazyload_reverse {
            override_reverse(&paths, prop);
        }
        let mut from_clauses: Vec<From> = Vec::new();
        for item in &select.from_plugins {
            if let Some(OrmItem::Entity(entity)) = OrmItem::unwrap(item) {
                push_from(&mut from_clauses, entity.selectable());
            }
        }
        for from in &select.from_ {
            push_from(&mut from_clauses, from.clone());
        }
        Ok(Self {
            select: select.clone(),
            paths,
            entities,
            setups: HashMap::new(),
            multi_row_eager_loaders: false,
            statement: Select { label_style, ..Select::default() },
            secondary_offset: 0,
            primary: Vec::new(),
            secondary: Vec::new(),
            slots: HashMap::new(),
            from_clauses,
            fallback_froms: Vec::new(),
            target_adapter: None,
            eager_joins: IndexMap::new(),
            pending_eager_joins: Vec::new(),
            eager_order_by: options.outermost_order_by.clone(),
            eager_adding_joins: false,
            joined_edges: Vec::new(),
            join_entities: Vec::new(),
            single_table_criteria: 0,
            criteria_entities: <_>::default(),
            polymorphic_adapters: PolymorphicAdapters::default(),
            adapted: None,
            warnings: Vec::new(),
            where_: Vec::new(),
            options,
        })
    }

    fn generate(&mut self) -> OrmResult<()> {
        let select = self.select.clone();
        if self.options.current_path.is_empty() {
            let base = select.options.iter().find_map(|it| match OrmItem::unwrap(it) {
                Some(OrmItem::Option(option)) => option.base_alias.clone(),
                _ => None,
            });
            if let Some(base) = base {
                self.polymorphic_adapters.set_base(&base);
            }
        }
        let adapters = &mut self.polymorphic_adapters;
        for entity in &self.entities {
            entity.each_entity(&mut |entity| {
                if let Entity::Mapper(mapper) = &entity
                    && mapper.selects_with_adapter()
                {
                    adapters.add_selectable(mapper);
                }
            });
        }
        self.join_all(&select.joins)?;
        if self.polymorphic_adapters.is_empty() {
            self.where_.clone_from(&select.where_);
        } else {
            let adapted = self.polymorphic_adapters.adapted_clauses(&select);
            self.where_.clone_from(&adapted.where_);
            self.adapted = Some(Rc::new(adapted));
        }
        if let (false, Some(adapter)) = (self.eager_order_by.is_empty(), &self.target_adapter) {
            self.eager_order_by = adapter.adapt_all(&self.eager_order_by);
        }
        for index in 0..self.entities.len() {
            self.setup_entity(index)?;
        }
        for pending in std::mem::take(&mut self.pending_eager_joins) {
            pending.create(self)?;
        }
        self.criteria_entities = self.find_criteria_entities();
        self.add_entity_criteria()?;
        self.add_single_table_criteria();
        if self.primary.is_empty() {
            return Err(OrmError::invalid("Query contains no columns with which to SELECT from."));
        }
        if self.from_clauses.is_empty() {
            self.from_clauses = std::mem::take(&mut self.fallback_froms);
        }
        self.statement = if self.should_nest() { self.compound_statement() } else { self.simple_statement() };
        if self.paths.has_criteria() && !self.options.for_refresh && !self.options.for_subquery {
            self.statement.nested = super::entity_criteria::nested(&self.select.options);
        }
        Ok(())
    }

    fn setup_entity(&mut self, index: usize) -> OrmResult<()> {
        match self.entities[index].clone() {
            QueryEntity::Mapper { entity, .. } => {
                let adapter = match &entity {
                    Entity::Aliased(alias) => Some(alias.adapter().clone()),
                    Entity::Mapper(mapper) => self.polymorphic_adapters.of(mapper.id).cloned(),
                };
                let only_load_props = if self.entities[..index].iter().any(|it| it.mapper_entity().is_some()) {
                    None
                } else {
                    self.options.only_load_props.clone()
                };
                let path = EntityPath::root(entity.tag());
                let with_polymorphic = entity.with_polymorphic_mappers();
                self.setup_mapper(
                    &entity.mapper().clone(),
                    &MapperSetup {
                        entity_index: index,
                        path: &path,
                        adapter: adapter.as_ref(),
                        collection: Collection::Primary,
                        only_load_props: only_load_props.as_deref(),
                        parent_mapper: None,
                        chained_from_outerjoin: false,
                        present_only: entity.is_aliased(),
                        with_polymorphic: Some(&with_polymorphic),
                        discriminator: match &entity {
                            Entity::Aliased(alias) => alias.polymorphic_on.as_ref(),
                            Entity::Mapper(_) => None,
                        },
                    },
                )?;
                let selectable = entity.selectable();
                push_from(&mut self.fallback_froms, selectable);
            }
            QueryEntity::Column { .. } | QueryEntity::Bundle { .. } => {
                let mut entity = std::mem::replace(&mut self.entities[index], QueryEntity::placeholder());
                entity.each_column(&mut |expr, entity, slot| {
                    let expr = &self.polymorphic_adapters.adapt(expr);
                    if let Some(entity) = entity
                        && expr_uses(expr, &entity.selectable())
                    {
                        push_from(&mut self.fallback_froms, entity.selectable());
                    }
                    let place = Slot::Primary(self.primary.len());
                    self.slots.entry(identity(expr)).or_insert(place);
                    *slot = self.primary.len();
                    self.primary.push(expr.clone());
                });
                self.entities[index] = entity;
            }
        }
        Ok(())
    }

    /// `_setup_entity_query`: asks the strategy of every attribute what it needs of the statement.
    pub(super) fn setup_mapper(&mut self, mapper: &Rc<Mapper>, at: &MapperSetup<'_>) -> OrmResult<()> {
        let setup = EntitySetup {
            mapper: mapper.clone(),
            columns: IndexMap::new(),
            primary_key: Vec::new(),
            version: None,
            adapter: at.adapter.cloned(),
            discriminator: None,
        };
        self.setups.insert(at.path.clone(), setup);
        let derived = mapper.derived();
        let given =
            at.with_polymorphic.filter(|it| !it.is_empty()).map(|it| super::polymorphic::properties(mapper, it));
        for prop in given.as_ref().unwrap_or(&derived.polymorphic_props) {
            if matches!(prop.kind, PropertyKind::Synonym { .. } | PropertyKind::ConcreteInherited)
                || at.only_load_props.is_some_and(|it| !it.contains(&prop.key))
                || self.options.is_left_alone(prop, at.path)
            {
                continue;
            }
            let loadopt = self.paths.find(at.path, prop);
            strategies::for_prop(prop, loadopt.as_deref())
                .setup_query(self, &Setup { prop, loadopt: loadopt.as_ref(), at })?;
        }
        let primary_key = mapper.primary_key.iter().map(|it| self.slot_of(at.adapter, it)).collect();
        let version = mapper.version_id_col.as_ref().and_then(|it| self.slot_of(at.adapter, it));
        let discriminator = match at.discriminator {
            Some(given) => {
                let expr = at.adapter.map_or_else(|| given.clone(), |it| it.adapt(given));
                Some(self.append_column(&expr, at.collection))
            }
            None => {
                mapper.inheritance.polymorphic_on.borrow().as_ref().and_then(|on| self.slot_of_expr(at.adapter, on))
            }
        };
        if let Some(setup) = self.setups.get_mut(at.path) {
            setup.primary_key = primary_key;
            setup.version = version;
            setup.discriminator = discriminator;
        }
        Ok(())
    }

    /// Where a mapper's column is in the row.
    pub fn slot_of(&self, adapter: Option<&Adapter>, column: &ColumnRef) -> Option<Slot> {
        let column = adapter.map_or_else(|| column.clone(), |it| it.column(column));
        self.slots.get(&Identity::Column(column.id)).copied()
    }

    fn slot_of_expr(&self, adapter: Option<&Adapter>, expr: &Expr) -> Option<Slot> {
        match expr.as_column() {
            Some(column) => self.slot_of(adapter, column),
            None => {
                let expr = adapter.map_or_else(|| expr.clone(), |it| it.adapt(expr));
                self.slots.get(&identity(&expr)).copied()
            }
        }
    }

    /// A clause in terms of the selectables that stand for classes here.
    pub(super) fn adapted_to_entities(&self, expr: &Expr) -> Expr {
        self.polymorphic_adapters.adapt(expr)
    }

    /// Appends a column unless it is there already; says where it is.
    pub(super) fn append_column(&mut self, expr: &Expr, collection: Collection) -> Slot {
        if let Some(slot) = self.slots.get(&identity(expr)) {
            return *slot;
        }
        let slot = match collection {
            Collection::Primary => {
                self.primary.push(expr.clone());
                Slot::Primary(self.primary.len() - 1)
            }
            Collection::Secondary => {
                self.secondary.push(expr.clone());
                Slot::Secondary(self.secondary.len() - 1)
            }
        };
        self.slots.insert(identity(expr), slot);
        slot
    }

    /// The statement's own columns.
    pub fn primary_columns(&self) -> &[Expr] {
        &self.primary
    }

    /// Place of a slot in the row.
    pub fn index_of(&self, slot: Slot) -> usize {
        match slot {
            Slot::Primary(index) => index,
            Slot::Secondary(index) => self.secondary_offset + index,
        }
    }

    /// Whether LIMIT, DISTINCT or GROUP BY must apply before eager joins multiply the rows.
    pub(super) fn should_nest(&self) -> bool {
        let select = &self.select;
        self.eager_adding_joins
            && ((select.limit.is_some() && self.multi_row_eager_loaders)
                || (select.offset.is_some() && self.multi_row_eager_loaders)
                || !matches!(select.distinct, Distinct::No)
                || !select.group_by.is_empty())
    }

    fn base_statement(&self, columns: Vec<Expr>, froms: Vec<From>) -> Select {
        let select = self.adapted.as_deref().unwrap_or(&*self.select);
        Select {
            columns: columns.into_iter().map(SelectItem::Expr).collect(),
            from_: froms,
            from_plugins: Vec::new(),
            where_: self.where_.clone(),
            joins: Vec::new(),
            options: Vec::new(),
            label_style: self.statement.label_style,
            ..select.clone()
        }
    }

    fn simple_statement(&mut self) -> Select {
        self.secondary_offset = self.primary.len();
        let mut columns = self.primary.clone();
        columns.extend(self.secondary.iter().cloned());
        let eager: Vec<From> = self.eager_joins.values().map(EagerFrom::to_from).collect();
        let mut froms = self.from_clauses.clone();
        froms.retain(|it| !eager.iter().any(|join| join.contained_ids().contains(&it.id())));
        froms.extend(eager);
        let mut statement = self.base_statement(columns, froms);
        statement.order_by.extend(self.eager_order_by.iter().cloned());
        statement
    }

    /// The select as a subquery, with the eager joins around it.
    fn compound_statement(&mut self) -> Select {
        let clauses = self.adapted.clone().unwrap_or_else(|| self.select.clone());
        let order_by: Vec<Expr> = clauses.order_by.iter().map(without_label_reference).collect();
        let mut inner_columns = self.primary.clone();
        for expr in order_by.iter().flat_map(order_by_columns) {
            let known = self.slots.contains_key(&identity(&expr))
                || inner_columns.iter().any(|it| identity(it) == identity(&expr));
            if !known {
                inner_columns.push(expr);
            }
        }
        self.secondary_offset = inner_columns.len();
        let inner = self.base_statement(inner_columns, self.from_clauses.clone());
        let for_update = inner.for_update.clone().filter(|it| it.of.is_empty());
        let execution_options = inner.execution_options.clone();
        let alias = crate::sql::selectable::Alias::new(
            AliasElement::Query(Query::Select(Rc::new(inner))),
            AliasKind::Subquery,
            None,
            "anon",
        );
        let inner = From::Alias(alias);
        let adapter = Adapter::to(&inner);
        let mut columns: Vec<Expr> = inner.columns().iter().map(Expr::column).collect();
        columns.extend(self.secondary.iter().cloned());
        let mut from = inner;
        for join in self.eager_joins.values() {
            from = join.splice(&from, &adapter);
        }
        let mut order_by = adapter.adapt_all(&order_by);
        order_by.extend(self.eager_order_by.iter().cloned());
        Select {
            columns: columns.into_iter().map(SelectItem::Expr).collect(),
            from_: vec![from],
            order_by,
            label_style: self.statement.label_style,
            for_update,
            execution_options,
            ..Select::default()
        }
    }
}

/// Where and how a mapper is set up.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct MapperSetup<'a> {
    pub entity_index: usize,
    pub path: &'a EntityPath,
    pub adapter: Option<&'a Adapter>,
    pub collection: Collection,
    pub only_load_props: Option<&'a HashSet<Rc<str>>>,
    /// The mapper whose eager join leads here; `None` for an entity of the statement itself.
    pub parent_mapper: Option<Rc<Mapper>>,
    pub chained_from_outerjoin: bool,
    /// Leave out columns that the alias's selectable does not have.
    pub present_only: bool,
    /// Subclasses that load with it; `None` is the mapping's.
    pub with_polymorphic: Option<&'a [Rc<Mapper>]>,
    /// What tells the class of a row, where it is not the mapper's column.
    pub discriminator: Option<&'a Expr>,
}

/// A lazy load from parent to child does not load the child's parent eagerly.
fn override_reverse(paths: &OptionPaths, prop: &Rc<Property>) {
    use super::relationships::{Direction, Lazy};
    let Some(relationship) = prop.as_relationship() else { return };
    for reverse in relationship.reverse.borrow().iter().filter_map(std::rc::Weak::upgrade) {
        let Some(back) = reverse.as_relationship() else { continue };
        let lazy = matches!(back.lazy.get(), Lazy::Select | Lazy::Raise | Lazy::RaiseOnSql);
        if back.joins().direction == Direction::ManyToOne && back.joins().use_get && !lazy {
            paths.override_with_lazy(EntityPath::root(reverse.parent().tag).prop(reverse.id));
        }
    }
}

/// Appends a FROM object unless it is there.
pub(super) fn push_from(froms: &mut Vec<From>, from: From) {
    if !froms.iter().any(|it| it.id() == from.id()) {
        froms.push(from);
    }
}

/// Whether the expression has a column of the FROM object outside of nested selects.
fn expr_uses(expr: &Expr, from: &From) -> bool {
    let ids = from.contained_ids();
    super::adapt::find_columns(expr).iter().any(|it| {
        it.as_column().is_some_and(|column| column.table.borrow().as_ref().is_some_and(|it| ids.contains(&it.id())))
    })
}

fn without_label_reference(expr: &Expr) -> Expr {
    match expr.kind() {
        ExprKind::LabelReference(inner) => inner.clone(),
        _ => expr.clone(),
    }
}

/// `unwrap_order_by`: the columns and expressions that an ORDER BY element sorts by.
pub(super) fn order_by_columns(expr: &Expr) -> Vec<Expr> {
    match expr.kind() {
        ExprKind::Unary {
            operator: None,
            modifier: Some(Op::Asc | Op::Desc | Op::NullsFirst | Op::NullsLast),
            element,
        } => order_by_columns(element),
        ExprKind::Unary { operator: Some(Op::Asc | Op::Desc | Op::NullsFirst | Op::NullsLast), element, .. }
        | ExprKind::Grouping(element)
        | ExprKind::LabelReference(element)
        | ExprKind::Label { element, .. } => order_by_columns(element),
        ExprKind::TextualLabelReference(_) | ExprKind::Text(_) => Vec::new(),
        ExprKind::List { op: Op::Comma, clauses, .. } => clauses.iter().flat_map(order_by_columns).collect(),
        _ => vec![expr.clone()],
    }
}

/// Expressions in terms of an alias.
pub(super) fn adapted(exprs: &[Expr], adapter: Option<&Adapter>) -> Vec<Expr> {
    adapter.map_or_else(|| exprs.to_vec(), |it| replace_all(exprs, it))
}
