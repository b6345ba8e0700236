//! Loading for many parents at once with `SELECT ... WHERE key IN (...)`. Mirrors `_SelectInLoader`.

use super::immediate;
use super::lazy::{criteria_options, equated};
use super::{Loaded, LoaderStrategy};
use crate::orm::configure::equalities;
use crate::orm::context::CompileOptions;
use crate::orm::entity::{AliasedEntity, Entity};
use crate::orm::errors::{OrmError, OrmResult};
use crate::orm::events;
use crate::orm::join_condition::relationship_of;
use crate::orm::loading::commit::set_committed_value;
use crate::orm::loading::instance::{Populators, QueryContext, RowSetup};
use crate::orm::loading::post_load::{PostKey, PostLoader, States};
use crate::orm::loading::{self, Cell, Key, LoadOptions, key_of, refresh};
use crate::orm::option_paths::LoadElement;
use crate::orm::passive::PassiveFlag;
use crate::orm::path::EntityPath;
use crate::orm::plugin::OrmItem;
use crate::orm::properties::Property;
use crate::orm::relationships::{Direction, Relationship};
use crate::orm::state::Object;
use crate::sql::build;
use crate::sql::expr::{Bind, BindValue, Expr, ExprKind, Name};
use crate::sql::operators::Op;
use crate::sql::schema::ColumnRef;
use crate::sql::select::{JoinSetup, JoinTarget, LabelStyle, OnClause, Select, SelectItem};
use crate::sql::value::Value;
use indexmap::IndexMap;
use std::collections::HashMap;
use std::rc::Rc;

/// Parents a statement, unless the option says otherwise.
const CHUNK_LEN: usize = 500;

/// Loads a relationship for many parents with one SELECT a chunk.
pub(super) struct SelectInLoader;

impl LoaderStrategy for SelectInLoader {
    fn create_row_processor(&self, row: &RowSetup<'_>, populators: &mut Populators) -> OrmResult<()> {
        if row.context.load.refresh_state.is_some() {
            return immediate::ImmediateLoader.create_row_processor(row, populators);
        }
        let planned = immediate::plan(row)?;
        if !planned.runs || !row.context.plan.options.enable_eagerloads || !immediate::entity_has_attribute(row) {
            return Ok(());
        }
        super::expect_population(row.prop)?;
        let path = row.path.prop(row.prop.id);
        let of_type = row.context.plan.paths.of_type(&path).cloned();
        row.context.post_loads().add(
            &planned.path,
            PostKey::Property(row.prop.id),
            &row.prop.parent(),
            row.context,
            Rc::new(SelectinLoad {
                prop: row.prop.clone(),
                entity: of_type.unwrap_or_else(|| relationship_of(row.prop).entity()),
                loadopt: row.loadopt.cloned(),
                recursion_depth: planned.recursion_depth,
                load: planned.load,
            }),
        );
        Ok(())
    }
}

/// The loading of one relationship for the parents of one result.
#[derive(Debug)]
pub(in crate::orm) struct SelectinLoad {
    prop: Rc<Property>,
    entity: Entity,
    loadopt: Option<Rc<LoadElement>>,
    recursion_depth: Option<i32>,
    load: LoadOptions,
}

/// A statement that waits for its keys.
struct Statement {
    /// The columns that are compared with them, first in the row.
    columns: Vec<Expr>,
    select: Select,
    load: LoadOptions,
    chunk_len: usize,
}

/// How the statement finds the related rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// Many-to-one: by the target's own key, taken from the parents' foreign keys.
    Child,
    /// One-to-many: by the foreign key on the target's side, without the parent.
    ForeignKey,
    /// Many-to-many: from the secondary table, without the parent.
    Secondary,
    /// With the parent joined.
    Join,
}

fn form(prop: &Property, relationship: &Relationship) -> Form {
    let joins = relationship.joins();
    let omit = relationship.declared().omit_join;
    match joins.direction {
        Direction::ManyToOne if omit.unwrap_or(joins.use_get) => Form::Child,
        Direction::ManyToMany if omit.unwrap_or_else(|| secondary_suffices(prop, relationship)) => Form::Secondary,
        Direction::OneToMany if omit.unwrap_or_else(|| foreign_key_suffices(prop, relationship)) => Form::ForeignKey,
        _ => Form::Join,
    }
}

/// The primary join is nothing but the parent's whole primary key against columns of the other side.
fn is_primary_key_join(prop: &Property, relationship: &Relationship) -> bool {
    let joins = relationship.joins();
    let parent = prop.parent();
    let mut clauses = Vec::new();
    if !equalities(&joins.primaryjoin, &mut clauses) {
        return false;
    }
    clauses.len() == parent.primary_key.len()
        && parent.primary_key.iter().all(|key| {
            clauses.iter().filter_map(|(a, b)| a.as_column().zip(b.as_column())).any(|(a, b)| {
                let other = if parent.is_equivalent(a, key) {
                    b
                } else if parent.is_equivalent(b, key) {
                    a
                } else {
                    return false;
                };
                joins.remote_columns.iter().any(|it| it.id == other.id)
            })
        })
}

fn secondary_suffices(prop: &Property, relationship: &Relationship) -> bool {
    !relationship.joins().is_self_referential && is_primary_key_join(prop, relationship)
}

fn foreign_key_suffices(prop: &Property, relationship: &Relationship) -> bool {
    is_primary_key_join(prop, relationship)
}

/// Parents by the key that finds their related rows.
type ByKey = IndexMap<Key, Vec<(Object, bool)>>;

impl PostLoader for SelectinLoad {
    fn load(&self, context: &Rc<QueryContext>, path: &EntityPath, states: &States) -> OrmResult<()> {
        if states.load_keys.as_ref().is_some_and(|it| !it.contains(&self.prop.key)) {
            return Ok(());
        }
        let relationship = relationship_of(&self.prop);
        let mut form = form(&self.prop, relationship);
        let mut by_key = ByKey::new();
        let mut without_key = Vec::new();
        if form == Form::Child && !self.group_by_child(relationship, states, &mut by_key, &mut without_key)? {
            form = Form::Join;
        }
        let chunk_len = self.chunk_len()?;
        let (columns, select) = self.select(context, relationship, form);
        let load = self.load_options(context, form, path);
        let statement = Statement { columns, select, load, chunk_len };
        let _cause = events::eager(&context.session, "selectin", &self.prop, self.loadopt.is_some());
        if form == Form::Child {
            self.load_by_child(context, &statement, &by_key)?;
            for (object, overwrite) in &without_key {
                self.set(context, object, *overwrite, Vec::new())?;
            }
            return Ok(());
        }
        self.load_by_parent(context, &statement, states)
    }
}

impl SelectinLoad {
    fn chunk_len(&self) -> OrmResult<usize> {
        match self.loadopt.as_ref().and_then(|it| it.chunk_size()) {
            None => Ok(CHUNK_LEN),
            Some(0) => Err(OrmError::Argument(
                "'chunksize=0' is not an appropriate input, please use a positive non-zero integer.".to_owned(),
            )),
            Some(len) => Ok(len as usize),
        }
    }

    /// Sorts the parents by their foreign keys; `false` when some parent's is not loaded.
    fn group_by_child(
        &self,
        relationship: &Relationship,
        states: &States,
        by_key: &mut ByKey,
        without_key: &mut Vec<(Object, bool)>,
    ) -> OrmResult<bool> {
        let target = relationship.target();
        let locals: Vec<ColumnRef> = target.primary_key.iter().filter_map(|it| equated(relationship, it)).collect();
        for (object, overwrite) in states.iter() {
            let mut values = Vec::with_capacity(locals.len());
            for column in &locals {
                match refresh::column_value(&object.state, column, PassiveFlag::NO_FETCH)? {
                    refresh::Read::Value(value) => values.push(value),
                    refresh::Read::NeverSet => values.push(Value::Null),
                    refresh::Read::NoResult => return Ok(false),
                }
            }
            if values.iter().any(Value::is_null) {
                without_key.push((object.clone(), overwrite));
            } else {
                by_key.entry(key_of(values)).or_default().push((object.clone(), overwrite));
            }
        }
        Ok(true)
    }

    /// The statement without its keys, and the columns that are compared with them.
    fn select(&self, context: &QueryContext, relationship: &Relationship, form: Form) -> (Vec<Expr>, Select) {
        let joins = relationship.joins();
        let parent = self.prop.parent();
        let adapter = match &self.entity {
            Entity::Aliased(alias) => Some(alias.adapter().clone()),
            Entity::Mapper(_) => None,
        };
        let entity_item = OrmItem::Entity(self.entity.clone()).wrap();
        let mut select = Select { label_style: LabelStyle::None, ..Select::default() };
        let plain = |column: &ColumnRef| Expr::column(column);
        let columns: Vec<Expr> = match form {
            Form::Child => relationship.target().primary_key.iter().map(plain).collect(),
            Form::ForeignKey | Form::Secondary => {
                let remote = |key: &ColumnRef| {
                    let pairs = &joins.local_remote_pairs;
                    pairs.iter().find(|it| parent.is_equivalent(&it.0, key)).map(|it| plain(&it.1))
                };
                parent.primary_key.iter().filter_map(remote).collect()
            }
            Form::Join => {
                let alias = AliasedEntity::new(&parent, None);
                let columns = parent
                    .primary_key
                    .iter()
                    .map(|it| Expr::entity_column(&alias_column(&alias, it), alias.tag, None))
                    .collect();
                let alias = Entity::Aliased(alias);
                select.from_plugins.push(OrmItem::Entity(alias.clone()).wrap());
                let attr = crate::orm::eager_join::attribute(alias, &self.prop, self.entity.clone());
                select.joins.push(join(JoinTarget::Plugin(OrmItem::Relationship(attr).wrap()), None));
                columns
            }
        };
        let columns = match (&adapter, form) {
            (Some(adapter), Form::Child | Form::ForeignKey) => adapter.adapt_all(&columns),
            _ => columns,
        };
        match form {
            Form::Secondary => {
                if let (Some(secondary), Some(secondaryjoin)) = (&joins.secondary, &joins.secondaryjoin) {
                    let on = adapter.as_ref().map_or_else(|| secondaryjoin.clone(), |it| it.adapt(secondaryjoin));
                    select.from_.push(secondary.clone());
                    select.joins.push(join(JoinTarget::Plugin(entity_item.clone()), Some(OnClause::Expr(on))));
                }
            }
            Form::Child | Form::ForeignKey => select.from_plugins.push(entity_item.clone()),
            Form::Join => {}
        }
        select.columns = columns.iter().cloned().map(SelectItem::Expr).collect();
        select.columns.push(SelectItem::Plugin(entity_item));
        select.options.clone_from(&context.select().options);
        if let Some(loadopt) = &self.loadopt {
            select.options.extend(criteria_options(&self.entity, &loadopt.extra_criteria));
        }
        let order_by = &relationship.declared().order_by;
        if form != Form::Join {
            select.order_by = crate::orm::context::adapted(order_by, adapter.as_ref());
        }
        (columns, select)
    }

    fn load_options(&self, context: &QueryContext, form: Form, path: &EntityPath) -> LoadOptions {
        let mut current_path = path.prop(self.prop.id);
        if self.recursion_depth.is_some() {
            current_path = immediate::truncate_recursive(path, &self.prop).prop(self.prop.id);
        }
        let order_by = &relationship_of(&self.prop).declared().order_by;
        LoadOptions {
            populate_existing: context.load.populate_existing,
            compile: CompileOptions {
                current_path,
                outermost_order_by: if form == Form::Join { order_by.clone() } else { Vec::new() },
                ..CompileOptions::default()
            },
            ..self.load.clone()
        }
    }

    /// Runs the statement for some keys; rows are the key and the related object.
    fn run(
        &self,
        context: &Rc<QueryContext>,
        statement: &Statement,
        keys: Vec<Value>,
    ) -> OrmResult<Vec<(Key, Option<Object>)>> {
        let mut select = statement.select.clone();
        select.where_.push(in_keys(&statement.columns, keys));
        let count = statement.columns.len();
        let mut rows = loading::run(&context.session, &Rc::new(select), None, statement.load.clone())?;
        let unique = rows.needs_unique;
        let rows = rows.all()?;
        let mut seen = std::collections::HashSet::new();
        let mut out = Vec::with_capacity(rows.len());
        for row in rows {
            let mut cells = row.into_iter();
            let mut key = Vec::with_capacity(count);
            for cell in cells.by_ref().take(count) {
                key.push(if let Cell::Value(value) = cell { value } else { Value::Null });
            }
            let object = if let Some(Cell::Entity(object)) = cells.next() { object } else { None };
            let key = key_of(key);
            if !unique || seen.insert((key.clone(), object.as_ref().map(|it| it.state.id))) {
                out.push((key, object));
            }
        }
        Ok(out)
    }

    fn load_by_child(&self, context: &Rc<QueryContext>, statement: &Statement, by_key: &ByKey) -> OrmResult<()> {
        let keys: Vec<&Key> = by_key.keys().collect();
        for chunk in keys.chunks(statement.chunk_len) {
            let values = chunk.iter().map(|it| in_value(it)).collect();
            let found: HashMap<Key, Option<Object>> = self.run(context, statement, values)?.into_iter().collect();
            for key in chunk {
                let object = found.get(*key).cloned().flatten();
                for (parent, overwrite) in &by_key[*key] {
                    self.set(context, parent, *overwrite, object.clone().into_iter().collect())?;
                }
            }
        }
        Ok(())
    }

    fn load_by_parent(&self, context: &Rc<QueryContext>, statement: &Statement, states: &States) -> OrmResult<()> {
        let with_key = |(object, overwrite): (&Object, bool)| {
            object.state.key().map(|key| (object.clone(), overwrite, key_of(key.values.to_vec())))
        };
        let all: Vec<(Object, bool, Key)> = states.iter().filter_map(with_key).collect();
        for chunk in all.chunks(statement.chunk_len) {
            let values = chunk.iter().map(|it| in_value(&it.2)).collect();
            let mut found: HashMap<Key, Vec<Object>> = HashMap::new();
            for (key, object) in self.run(context, statement, values)? {
                if let Some(object) = object {
                    found.entry(key).or_default().push(object);
                }
            }
            for (object, overwrite, key) in chunk {
                self.set(context, object, *overwrite, found.get(key).cloned().unwrap_or_default())?;
            }
        }
        Ok(())
    }

    fn set(&self, context: &QueryContext, parent: &Object, overwrite: bool, members: Vec<Object>) -> OrmResult<()> {
        let host = &context.session.host;
        if !overwrite && host.has(&parent.state, &self.prop) {
            return Ok(());
        }
        let loaded = if relationship_of(&self.prop).uselist() {
            Loaded::Collection(members)
        } else {
            if members.len() > 1 {
                host.warn(&super::joined::multiple_rows("eagerly", &self.prop))?;
            }
            Loaded::Scalar(members.into_iter().next())
        };
        set_committed_value(&parent.state, &self.prop, loaded)
    }
}

fn alias_column(alias: &AliasedEntity, column: &ColumnRef) -> ColumnRef {
    alias.adapter().column(column)
}

fn join(target: JoinTarget, onclause: Option<OnClause>) -> JoinSetup {
    JoinSetup { target, onclause, left: None, columns: None, is_outer: false, full: false }
}

fn in_value(key: &Key) -> Value {
    match &key.values[..] {
        [one] => one.clone(),
        _ => Value::List(key.values.clone()),
    }
}

/// `column IN (...)`, or `(a, b) IN (VALUES (...))` for several.
pub(in crate::orm) fn in_keys(columns: &[Expr], keys: Vec<Value>) -> Expr {
    let left = match columns {
        [one] => one.clone(),
        _ => build::tuple_(columns.to_vec()),
    };
    let bind = Expr::new(
        ExprKind::Bind(Bind {
            key: Name::Given("primary_keys".into()),
            value: BindValue::Value(Value::List(keys.into())),
            expanding: true,
            is_in_comparison: true,
            is_row_count: false,
            unique: true,
            literal_execute: false,
            required: false,
        }),
        left.ty().clone(),
    );
    Expr::binary(Op::In, left, bind)
}
