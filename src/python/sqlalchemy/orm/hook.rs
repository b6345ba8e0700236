//! What Core asks of the ORM: entities and attributes in statements, options, and their execution.

use super::attribute::entity_from_py;
use super::classes;

use super::native::Attribute;
use super::options;
use crate::engine::ParameterSets;
use crate::orm::entity::{self, Entity};
use crate::orm::entity_criteria;
use crate::orm::option_paths::entity_str;
use crate::orm::plugin::OrmItem;
use crate::orm::query_entity;
use crate::python::sqlalchemy::plugin::OrmHook;
use crate::python::sqlalchemy::statements::{StatementObject, Stmt};
use crate::python::value::{text_of, value_from_py};
use crate::sql::dml::Dml;
use crate::sql::expr::{EntityTag, Expr, ExprKind};
use crate::sql::operators::Op;
use crate::sql::select::{Compound, JoinTarget, OnClause, PluginItem, Select, SelectItem};
use crate::sql::selectable::From;
use crate::sql::value::Value;
use indexmap::IndexMap;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine, builtins::PyDict};
use std::rc::Rc;

/// The ORM's answers.
#[derive(Debug, Default)]
pub(crate) struct Hook;

fn relationship(object: &PyObject) -> Option<PluginItem> {
    let attribute = object.downcast_ref::<Attribute>()?;
    attribute.prop.as_relationship()?;
    Some(OrmItem::Relationship(attribute.relationship()).wrap())
}

fn entity_item(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<PluginItem>> {
    Ok(entity_from_py(object, vm)?.map(|it| OrmItem::Entity(it).wrap()))
}

/// A `Bundle` or a composite attribute; `told` is its name and its parts.
fn bundle(object: &PyObject, told: &PyObject, vm: &VirtualMachine) -> PyResult<SelectItem> {
    let told: Vec<PyObjectRef> = told.get_iter(vm)?.iter::<PyObjectRef>(vm)?.collect::<PyResult<_>>()?;
    let [name, parts @ ..] = &told[..] else { return Err(vm.new_type_error("a bundle has a name")) };
    let parts = parts.iter().map(|it| crate::python::sqlalchemy::coerce::select_item_from_py(it, vm));
    let item =
        OrmItem::Bundle(text_of(name).unwrap_or_default(), parts.collect::<PyResult<_>>()?, Rc::new(object.to_owned()));
    Ok(SelectItem::Plugin(item.wrap()))
}

/// The class of an entity, or what `aliased()` gave.
pub(crate) fn namespace(entity: &Entity, vm: &VirtualMachine) -> PyResult {
    let class = classes::class_of_mapper(entity.mapper(), vm)?;
    let Entity::Aliased(_) = entity else { return Ok(class.into()) };
    let aliased = super::super::registry::class_of("sqlalchemy.orm.util:AliasedClass", vm)?;
    aliased.call((super::native_aliased(entity.clone(), vm), class), vm)
}

impl OrmHook for Hook {
    fn as_select_item(&self, object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<SelectItem>> {
        if let Some(attribute) = object.downcast_ref::<Attribute>() {
            let item = relationship(object);
            // Columns are there as soon as their class is: mappings are written in terms of them.
            if item.is_some() {
                classes::configure_mapper(attribute.entity.mapper(), vm)?;
            }
            return Ok(item.and_then(|it| match OrmItem::unwrap(&it)? {
                OrmItem::Relationship(attr) => {
                    let join = crate::orm::relationship_criteria::join_expr(attr);
                    Some(SelectItem::Expr(crate::sql::build::label(&join, Some(attr.prop.key.clone().into()))))
                }
                _ => None,
            }));
        }
        if let Some(item) = entity_item(object, vm)? {
            return Ok(Some(SelectItem::Plugin(item)));
        }
        match vm.get_attribute_opt(object, vm.ctx.intern_str("_sa_bundle"))? {
            Some(parts) => bundle(object, &parts, vm).map(Some),
            None => Ok(None),
        }
    }

    fn as_join_target(&self, object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<JoinTarget>> {
        if let Some(item) = relationship(object) {
            return Ok(Some(JoinTarget::Plugin(item)));
        }
        if let Some(attribute) = object.downcast_ref::<Attribute>() {
            if attribute.prop.as_column().is_some() {
                let (class, key) = (&attribute.entity.mapper().class_name, &attribute.prop.key);
                let text = format!("Join target {class}.{key} does not refer to a mapped entity");
                return Err(crate::python::exc::argument(vm, text));
            }
            return Ok(None);
        }
        Ok(entity_item(object, vm)?.map(JoinTarget::Plugin))
    }

    fn as_onclause(&self, object: &PyObject, _vm: &VirtualMachine) -> PyResult<Option<OnClause>> {
        Ok(relationship(object).map(OnClause::Plugin))
    }

    fn as_entity(&self, object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<PluginItem>> {
        if object.downcast_ref::<Attribute>().is_some() {
            return Ok(None);
        }
        entity_item(object, vm)
    }

    fn entity_selectable(&self, item: &PluginItem) -> Option<From> {
        entity_of(item).map(|it| it.selectable())
    }

    fn entity_from(&self, item: &PluginItem, _vm: &VirtualMachine) -> PyResult<Option<From>> {
        Ok(match OrmItem::unwrap(item) {
            Some(OrmItem::Entity(Entity::Aliased(alias))) => Some(alias.selectable.clone()),
            Some(OrmItem::Entity(entity)) => Some(entity.mapper().local_table.clone()),
            _ => None,
        })
    }

    fn as_option(&self, object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<PluginItem>> {
        options::from_py(object, vm)
    }

    fn aliased_entity(&self, tag: EntityTag) -> Option<PluginItem> {
        let entity = entity::by_tag(tag).filter(Entity::is_aliased)?;
        Some(OrmItem::Entity(entity).wrap())
    }

    fn entity_of(&self, expr: &Expr) -> Option<PluginItem> {
        let entity = entity::first_tag(expr).and_then(entity::by_tag)?;
        Some(OrmItem::Entity(entity).wrap())
    }

    fn describe(&self, item: &PluginItem) -> Option<String> {
        Some(match entity_of(item)? {
            Entity::Mapper(mapper) => mapper.describe(),
            entity => entity_str(&entity),
        })
    }

    fn entity_namespace(&self, item: &PluginItem, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        let of_bundle = || match OrmItem::unwrap(item)? {
            OrmItem::Bundle(_, items, _) => items.iter().find_map(|it| match it {
                SelectItem::Plugin(item) => entity_of(item),
                SelectItem::Expr(expr) => entity::first_tag(expr).and_then(entity::by_tag),
                SelectItem::From(_) => None,
            }),
            _ => None,
        };
        entity_of(item).or_else(of_bundle).map(|it| namespace(&it, vm)).transpose()
    }

    fn plain_statement(&self, statement: &PyObject, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        let Some(object) = statement.downcast_ref::<StatementObject>() else { return Ok(None) };
        match object.get(vm)? {
            Stmt::Select(select) => {
                configure_select(&select, vm)?;
                let (core, warnings) = crate::orm::context::core_select_and_warnings(&select, false, false)
                    .map_err(|it| super::instance::raise(it, vm))?;
                for warning in &warnings {
                    crate::python::exc::warn(vm, "SAWarning", warning)?;
                }
                StatementObject::like(statement, Stmt::Select(Rc::new(core)), vm).map(Some)
            }
            Stmt::Dml(dml) => {
                let nested = entity_criteria::nested(&dml.common().options);
                let returns = dml.common().returning.iter().any(|it| matches!(it, SelectItem::Plugin(_)));
                let made = add_criteria(&dml, vm)?;
                if nested.is_none() && !returns && made.is_none() {
                    return Ok(None);
                }
                let mut made = made.unwrap_or_else(|| (*dml).clone());
                if returns {
                    made = plain_dml(&made);
                }
                made.common_mut().nested = nested;
                StatementObject::like(statement, Stmt::Dml(Rc::new(made)), vm).map(Some)
            }
            Stmt::Compound(compound) => match entity_criteria::nested(&compound.options) {
                None => Ok(None),
                nested => {
                    let made = Compound { nested, ..(*compound).clone() };
                    StatementObject::like(statement, Stmt::Compound(Rc::new(made)), vm).map(Some)
                }
            },
            _ => Ok(None),
        }
    }

    fn item_to_py(&self, item: &PluginItem, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        Ok(match OrmItem::unwrap(item) {
            Some(OrmItem::Entity(Entity::Mapper(mapper))) => Some(classes::class_of_mapper(mapper, vm)?.into()),
            Some(OrmItem::Entity(entity)) => Some(super::native_aliased(entity.clone(), vm)),
            Some(OrmItem::Bundle(_, _, host)) => host.downcast_ref::<PyObjectRef>().cloned(),
            _ => None,
        })
    }
}

/// Whether a statement has to go through the loader: a SELECT of entities or of their attributes.
pub(crate) fn has_entities(statement: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
    let Some(object) = statement.downcast_ref::<StatementObject>() else { return Ok(false) };
    Ok(match object.get(vm)? {
        // What a row of `*` has only the database knows.
        Stmt::Select(select) if matches!(&select.columns[..], [it] if query_entity::is_star(it)) => false,
        Stmt::Select(select) => is_orm(&select),
        _ => false,
    })
}

/// Whether something inside a statement was made of entities.
pub(crate) fn is_over_entities(statement: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
    let Some(object) = statement.downcast_ref::<StatementObject>() else { return Ok(false) };
    Ok(match object.get(vm)? {
        Stmt::Select(select) => {
            // An EXISTS among the columns does not count.
            let is_exists = |it: &SelectItem| {
                matches!(it, SelectItem::Expr(it)
                    if matches!(it.kind(), ExprKind::Unary { operator: Some(Op::Exists), .. }))
            };
            let mut select = (*select).clone();
            select.columns.retain(|it| !is_exists(it));
            entity_criteria::is_over_entities(&select)
        }
        Stmt::Compound(compound) => entity_criteria::is_made_of_entities(&crate::sql::expr::Query::Compound(compound)),
        _ => false,
    })
}

/// An UPDATE or DELETE with the criteria that its options and its class set for its entity; not `adds`: to do without.
pub(crate) fn with_criteria(statement: &PyObject, adds: bool, vm: &VirtualMachine) -> PyResult {
    if let Some(object) = statement.downcast_ref::<StatementObject>()
        && let Stmt::Dml(dml) = object.get(vm)?
        && let Some(mut made) = add_criteria(&dml, vm)?
    {
        if !adds {
            made = (*dml).clone();
            made.common_mut().has_entity_criteria = true;
        }
        return StatementObject::like(statement, Stmt::Dml(Rc::new(made)), vm);
    }
    Ok(statement.to_owned())
}

fn add_criteria(dml: &Dml, vm: &VirtualMachine) -> PyResult<Option<Dml>> {
    let Some(entity) = dml.common().entity.as_ref().and_then(entity_of) else { return Ok(None) };
    let mut made = dml.clone();
    let where_ = match &mut made {
        Dml::Update(it) if !it.common.has_entity_criteria => &mut it.where_,
        Dml::Delete(it) if !it.common.has_entity_criteria => &mut it.where_,
        _ => return Ok(None),
    };
    let criteria = entity_criteria::of_options(&dml.common().options, &entity);
    where_.extend(criteria.map_err(|it| super::instance::raise(it, vm))?);
    where_.extend(entity.mapper().derived().single_table_criterion.clone());
    made.common_mut().has_entity_criteria = true;
    Ok(Some(made))
}

fn is_orm(select: &Select) -> bool {
    let tagged = |it: &Expr| crate::orm::entity::first_tag(it).is_some_and(|tag| entity::by_tag(tag).is_some());
    !select.from_plugins.is_empty()
        || select.columns.iter().any(|it| match it {
            SelectItem::Plugin(_) => true,
            SelectItem::Expr(expr) => tagged(expr),
            SelectItem::From(_) => false,
        })
        || select.where_.iter().any(tagged)
        || select.joins.iter().any(|it| matches!(it.target, JoinTarget::Plugin(_)))
        || select.replaced.iter().any(|it| matches!(it, SelectItem::Plugin(_)))
}

/// The SELECT of a Python statement.
/// Configures the mappers that a SELECT names.
///
/// # Errors
/// Those of the configuration.
pub(crate) fn configure_select(select: &Select, vm: &VirtualMachine) -> PyResult<()> {
    if !classes::is_waiting() {
        return Ok(());
    }
    configure_items(&select.columns, vm)?;
    configure_items(&select.replaced, vm)?;
    let targets = select.joins.iter().flat_map(|it| [Some(&it.target), it.left.as_ref()]).flatten();
    let joined = targets.filter_map(|it| if let JoinTarget::Plugin(item) = it { Some(item) } else { None });
    for item in select.from_plugins.iter().chain(joined) {
        configure_item(item, vm)?;
    }
    Ok(())
}

fn configure_items(items: &[SelectItem], vm: &VirtualMachine) -> PyResult<()> {
    for item in items {
        match item {
            SelectItem::Plugin(item) => configure_item(item, vm)?,
            SelectItem::Expr(expr) => {
                if let Some(entity) = entity::first_tag(expr).and_then(entity::by_tag) {
                    classes::configure_mapper(entity.mapper(), vm)?;
                }
            }
            SelectItem::From(_) => {}
        }
    }
    Ok(())
}

fn configure_item(item: &PluginItem, vm: &VirtualMachine) -> PyResult<()> {
    match OrmItem::unwrap(item) {
        Some(OrmItem::Entity(entity)) => classes::configure_mapper(entity.mapper(), vm),
        Some(OrmItem::Relationship(attr)) => classes::configure_mapper(attr.entity.mapper(), vm),
        Some(OrmItem::Bundle(_, items, _)) => configure_items(items, vm),
        _ => Ok(()),
    }
}

pub(crate) fn statement_of(statement: &PyObject, vm: &VirtualMachine) -> PyResult<Rc<Select>> {
    let object =
        statement.downcast_ref::<StatementObject>().ok_or_else(|| vm.new_type_error("a SELECT was expected"))?;
    match object.get(vm)? {
        Stmt::Select(select) => Ok(select),
        _ => Err(vm.new_not_implemented_error("only SELECT statements load entities so far")),
    }
}

/// The mapper of the first entity that a SELECT names, in its columns, its FROM list or its joins; or None.
pub(crate) fn plugin_subject(statement: &PyObject, vm: &VirtualMachine) -> PyResult {
    let Some(object) = statement.downcast_ref::<StatementObject>() else { return Ok(vm.ctx.none()) };
    let Stmt::Select(select) = object.get(vm)? else { return Ok(vm.ctx.none()) };
    fn of_item(item: &SelectItem) -> Option<Entity> {
        match item {
            SelectItem::Plugin(item) => match OrmItem::unwrap(item)? {
                OrmItem::Bundle(_, items, _) => items.iter().find_map(of_item),
                _ => entity_of(item),
            },
            SelectItem::Expr(expr) => entity::first_tag(expr).and_then(entity::by_tag),
            SelectItem::From(_) => None,
        }
    }
    let found = select.columns.iter().find_map(of_item).or_else(|| select.from_plugins.iter().find_map(entity_of));
    let joined = || {
        select.joins.iter().find_map(|it| match &it.target {
            JoinTarget::Plugin(item) => entity_of(item),
            JoinTarget::From(_) => None,
        })
    };
    Ok(vm.unwrap_or_none(found.or_else(joined).and_then(|it| classes::object_of_mapper(it.mapper()))))
}

/// The loader options of a SELECT as a list, but for what stands for its entities.
pub(crate) fn options_of(statement: &PyObject, vm: &VirtualMachine) -> PyResult {
    let select = statement_of(statement, vm)?;
    let found = select.options.iter().filter_map(|it| match OrmItem::unwrap(it) {
        Some(OrmItem::Option(option)) if option.base_alias.is_none() => {
            Some(super::native::OptionBase { option: option.clone() }.into_pyobject(vm))
        }
        _ => None,
    });
    Ok(vm.ctx.new_list(found.collect()).into())
}

/// The entity that an INSERT, UPDATE or DELETE was made from, as its mapper; None for Core's own.
pub(crate) fn dml_entity(statement: &PyObject, vm: &VirtualMachine) -> PyResult {
    let Some(dml) = crate::python::sqlalchemy::statements::dml_from_py(statement, vm)? else {
        return Ok(vm.ctx.none());
    };
    let item = dml.common().entity.as_ref().and_then(OrmItem::unwrap);
    Ok(match item {
        Some(OrmItem::Entity(entity)) => vm.unwrap_or_none(classes::object_of_mapper(entity.mapper())),
        _ => vm.ctx.none(),
    })
}

/// Parameters of an execution as the engine takes them.
pub(crate) fn parameters_of(object: &PyObject, vm: &VirtualMachine) -> PyResult<ParameterSets> {
    if vm.is_none(object) {
        return Ok(ParameterSets::None);
    }
    let row = |object: &PyObject| -> PyResult<IndexMap<Rc<str>, Value>> {
        let Some(dict) = object.downcast_ref::<PyDict>() else {
            return Err(crate::python::exc::argument(vm, "List argument must consist only of dictionaries"));
        };
        Ok(dict
            .items_vec()
            .into_iter()
            .filter_map(|(key, value)| Some((text_of(&key)?, value_from_py(&value, vm))))
            .collect())
    };
    if object.downcast_ref::<PyDict>().is_some() {
        return Ok(ParameterSets::One(row(object)?));
    }
    let items: Vec<PyObjectRef> = object.as_object().get_iter(vm)?.iter::<PyObjectRef>(vm)?.collect::<PyResult<_>>()?;
    Ok(ParameterSets::Many(items.iter().map(|it| row(it)).collect::<PyResult<_>>()?))
}

/// The execution options of a statement, as a dictionary.
pub(crate) fn statement_options(statement: &PyObject, vm: &VirtualMachine) -> PyResult {
    let dict = vm.ctx.new_dict();
    if let Some(object) = statement.downcast_ref::<StatementObject>()
        && let Stmt::Select(select) = object.get(vm)?
    {
        for (key, value) in &select.execution_options {
            dict.set_item(&**key, crate::python::value::value_to_py(value, vm), vm)?;
        }
    }
    Ok(dict.into())
}

/// Whether an INSERT, UPDATE or DELETE has a RETURNING clause.
pub(crate) fn has_returning(statement: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
    let Some(dml) = crate::python::sqlalchemy::statements::dml_from_py(statement, vm)? else { return Ok(false) };
    Ok(!dml.common().returning.is_empty())
}

/// The statement with the entities of its RETURNING spelled out.
pub(crate) fn plain_dml(dml: &crate::sql::dml::Dml) -> crate::sql::dml::Dml {
    let mut plain = dml.clone();
    plain.common_mut().returning = plain_returning(&dml.common().returning);
    plain
}

/// RETURNING with entities spelled out as their columns.
pub(crate) fn plain_returning(items: &[SelectItem]) -> Vec<SelectItem> {
    let mut plain = Vec::new();
    for item in items {
        match item {
            SelectItem::Plugin(plugin) => {
                if let Some(OrmItem::Bundle(_, items, _)) = OrmItem::unwrap(plugin) {
                    plain.extend(plain_returning(items));
                } else if let Some(OrmItem::Entity(entity)) = OrmItem::unwrap(plugin) {
                    let props = entity.mapper().derived();
                    let loaded = props.column_props.iter().filter(|it| !crate::orm::loading::refresh::is_deferred(it));
                    for prop in loaded {
                        let columns = prop.as_column().map(|it| &it.columns[..]).unwrap_or_default();
                        plain.extend(columns.iter().map(|it| SelectItem::Expr(Expr::column(it))));
                    }
                }
            }
            other => plain.push(other.clone()),
        }
    }
    plain
}

/// `(WHERE criteria, has LIMIT or OFFSET)`
pub(crate) fn statement_parts(statement: &PyObject, vm: &VirtualMachine) -> PyResult {
    let list = |criteria: &[Expr]| -> PyResult {
        let items = criteria.iter().map(|it| crate::python::sqlalchemy::coerce::expr_to_py(it, vm));
        Ok(vm.ctx.new_list(items.collect::<PyResult<_>>()?).into())
    };
    let (criteria, is_limited) = match statement.downcast_ref::<StatementObject>().map(|it| it.get(vm)).transpose()? {
        Some(Stmt::Select(select)) => (list(&select.where_)?, select.limit.is_some() || select.offset.is_some()),
        Some(Stmt::Dml(dml)) => match &*dml {
            crate::sql::dml::Dml::Update(it) => (list(&it.where_)?, false),
            crate::sql::dml::Dml::Delete(it) => (list(&it.where_)?, false),
            crate::sql::dml::Dml::Insert(_) => (list(&[])?, false),
        },
        _ => (list(&[])?, false),
    };
    Ok(vm.ctx.new_tuple(vec![criteria, vm.ctx.new_bool(is_limited).into()]).into())
}

/// The column behind an attribute that a joined subclass has of its base.
fn base_column(common: &crate::sql::dml::DmlCommon, name: &str) -> Option<crate::sql::schema::ColumnRef> {
    let Some(OrmItem::Entity(entity)) = common.entity.as_ref().and_then(OrmItem::unwrap) else { return None };
    let prop = entity.mapper().property(name)?;
    prop.as_column()?.columns.first().cloned()
}

/// An INSERT or UPDATE of an entity with its attributes' columns in place of their names.
pub(crate) fn with_columns(statement: &PyObject, vm: &VirtualMachine) -> PyResult {
    use crate::sql::dml::{Assigned, AssignedKey, Dml};
    let Some(dml) = crate::python::sqlalchemy::statements::dml_from_py(statement, vm)? else {
        return Ok(statement.to_owned());
    };
    let Some(OrmItem::Entity(entity)) = dml.common().entity.as_ref().and_then(OrmItem::unwrap) else {
        return Ok(statement.to_owned());
    };
    let table = match &*dml {
        Dml::Insert(it) => it.table.clone(),
        Dml::Update(it) => it.table.clone(),
        Dml::Delete(_) => return Ok(statement.to_owned()),
    };
    let column = |name: &str| {
        let prop = entity.mapper().resolved_property(name)?;
        let columns = &prop.as_column()?.columns;
        columns.iter().find(|it| it.owner_table().is_some_and(|it| it.id == table.id)).cloned()
    };
    // A relationship stands for its expression, as everywhere in SQL.
    let primary_join = |name: &str| {
        let prop = entity.mapper().property(name)?;
        Some(prop.as_relationship()?.joins().primaryjoin.clone())
    };
    let resolve = |values: &mut Vec<(AssignedKey, Assigned)>| {
        for (key, _) in values {
            let AssignedKey::Name(name) = key else { continue };
            if let Some(column) = column(name) {
                if column.key() != *name {
                    *key = AssignedKey::Column(column);
                }
            } else if let Some(join) = primary_join(name) {
                *key = AssignedKey::Expr(join);
            }
        }
    };
    let mut new = (*dml).clone();
    match &mut new {
        Dml::Insert(it) => {
            resolve(&mut it.values);
            it.multi_values.iter_mut().for_each(resolve);
            if let Some((names, _)) = &mut it.from_select {
                for name in names {
                    if let Some(column) = column(name) {
                        *name = column.key();
                    }
                }
            }
        }
        Dml::Update(it) => resolve(&mut it.values),
        Dml::Delete(_) => {}
    }
    StatementObject::like(statement, Stmt::Dml(Rc::new(new)), vm)
}

/// `[(column, value)]` that an INSERT or UPDATE assigns; a name that is no attribute's is one.
pub(crate) fn assigned_values(statement: &PyObject, vm: &VirtualMachine) -> PyResult {
    use crate::sql::dml::{Assigned, AssignedKey, Dml};
    let Some(dml) = crate::python::sqlalchemy::statements::dml_from_py(statement, vm)? else {
        return Ok(vm.ctx.new_list(Vec::new()).into());
    };
    let values = match &*dml {
        Dml::Insert(insert) => &insert.values,
        Dml::Update(update) => &update.values,
        Dml::Delete(_) => return Ok(vm.ctx.new_list(Vec::new()).into()),
    };
    let mut pairs = Vec::new();
    for (key, value) in values {
        let column = match key {
            AssignedKey::Column(column) => Some(column.clone()),
            AssignedKey::Name(name) => base_column(dml.common(), name),
            AssignedKey::Expr(_) => continue,
        };
        let column = match (column, key) {
            (Some(column), _) => crate::python::sqlalchemy::coerce::expr_to_py(&Expr::column(&column), vm)?,
            (None, AssignedKey::Name(name)) => vm.ctx.new_str(&**name).into(),
            (None, _) => continue,
        };
        let value = match value {
            Assigned::Value(value) => crate::python::value::value_to_py(value, vm),
            Assigned::Expr(expr) => crate::python::sqlalchemy::coerce::expr_to_py(expr, vm)?,
        };
        pairs.push(vm.ctx.new_tuple(vec![column, value]).into());
    }
    Ok(vm.ctx.new_list(pairs).into())
}

/// The entity that an item selects from or joins to.
fn entity_of(item: &PluginItem) -> Option<Entity> {
    match OrmItem::unwrap(item)? {
        OrmItem::Entity(entity) => Some(entity.clone()),
        OrmItem::Relationship(attr) => match (&attr.of_type, attr.prop.as_relationship()) {
            (Some(entity), _) => Some(entity.clone()),
            (None, Some(relationship)) => Some(relationship.entity()),
            _ => None,
        },
        OrmItem::Bundle(..) | OrmItem::Option(_) => None,
    }
}
