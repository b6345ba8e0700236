//! Building mappers from what Python declares, and describing them to Python.

use super::classes;
use super::inheriting;
use super::instance::raise;
use super::native::{Attribute, PyMapper};
use crate::orm::configure;
use crate::orm::entity::Entity;
use crate::orm::forced::forced_on;
use crate::orm::mapper::Mapper;
use crate::orm::properties::{ColumnProperty, Property, PropertyKind};
use crate::orm::relationships::{Cascade, Declared, Direction, Lazy, PassiveDeletes, Relationship};
use crate::python::exc;
use crate::python::sqlalchemy::coerce::{
    Role, clause_element, column_from_py, expect_from, expr_from_py, expr_to_py, from_from_py,
};
use crate::python::sqlalchemy::registry;
use crate::python::sqlalchemy::statements::StatementObject;
use crate::python::value::text_of;
use crate::sql::expr::{Expr, ExprKind};
use crate::sql::schema::ColumnRef;
use crate::sql::selectable::From;
use crate::sql::value::HostSlot;
use rustpython_vm::{
    AsObject, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine,
    builtins::{PyDictRef, PyTypeRef},
    function::FuncArgs,
};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

/// `set(items)`
pub(crate) fn new_set(items: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
    vm.ctx.types.set_type.as_object().call((vm.ctx.new_list(items),), vm)
}

fn expect_column(object: &PyObject, vm: &VirtualMachine) -> PyResult<ColumnRef> {
    column_from_py(object, vm)?.ok_or_else(|| exc::argument(vm, "a Column was expected"))
}

/// `Mapper(cls, table, primary_key, **options)`; a table of None is that of the base, a key of None the table's.
pub(crate) fn new_mapper(cls: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let [class, table_object, primary_key] = &args.args[..] else {
        return Err(vm.new_type_error("Mapper() takes a class, a table and its primary key"));
    };
    let text = |name: &'static str| -> PyResult<String> {
        Ok(text_of(&*class.get_attr(name, vm)?).map(|it| it.to_string()).unwrap_or_default())
    };
    let kwarg = |name: &str| args.kwargs.get(name).filter(|it| !vm.is_none(it)).cloned();
    let flag = |name: &str, unset: bool| kwarg(name).map_or(Ok(unset), |it| it.try_to_bool(vm));
    let base = kwarg("inherits").and_then(|it| it.downcast::<PyMapper>().ok());
    let concrete = flag("concrete", false)?;
    let single = vm.is_none(table_object);
    let (table_object, local) = match &base {
        Some(base) if single => (base.table.clone(), base.mapper.local_table.clone()),
        _ => (table_object.clone(), from_to_map(table_object, vm)?),
    };
    let mut inheritance = inheriting::declared(&args, vm)?;
    inheritance.concrete = concrete;
    inheritance.single = single && base.is_some();
    let mut persist = local.clone();
    if let Some(base) = &base {
        let base = &base.mapper;
        *inheritance.inherits.borrow_mut() = Some(base.clone());
        if single {
            persist = base.persist_selectable.clone();
        } else if !concrete && local.id() != base.local_table.id() {
            let (joined, condition) = crate::orm::inheritance::join_to_base(base, &local, inheritance.condition.take())
                .map_err(|it| raise(it, vm))?;
            inheritance.equated_pairs = crate::orm::inheritance::equated_pairs(&condition);
            inheritance.condition = Some(condition);
            persist = joined;
        }
    }
    let keys = if !vm.is_none(primary_key) {
        let keys: Vec<PyObjectRef> = primary_key.get_iter(vm)?.iter::<PyObjectRef>(vm)?.collect::<PyResult<_>>()?;
        keys.iter().map(|it| expect_column(it, vm)).collect::<PyResult<Vec<_>>>()?
    } else if let (Some(base), false) = (&base, concrete) {
        base.mapper.primary_key.clone()
    } else {
        inheriting::primary_key(&local)
    };
    if keys.is_empty() {
        let table = match &local {
            From::Table(table) => table.name.to_string(),
            other => crate::sql::build::from_description(other),
        };
        return Err(exc::argument(
            vm,
            format!(
                "Mapper Mapper[{}({table})] could not assemble any primary key columns for mapped table '{table}'",
                text("__name__")?
            ),
        ));
    }
    let mut version_id_col = kwarg("version_id_col").map(|it| expect_column(&it, vm)).transpose()?;
    let mut batch = flag("batch", true)?;
    let has_own_version = version_id_col.is_some();
    if let Some(base) = &base {
        if let (Some(own), Some(inherited)) = (&version_id_col, &base.mapper.version_id_col)
            && own.id != inherited.id
        {
            let text = format!(
                "Inheriting version_id_col '{}' does not match inherited version_id_col '{}' and will not automatically \
                 populate the inherited versioning column. version_id_col should only be specified on the base-most mapper \
                 that includes versioning.",
                own.name(),
                inherited.name()
            );
            exc::warn(vm, "SAWarning", &text)?;
        }
        version_id_col = version_id_col.or_else(|| base.mapper.version_id_col.clone());
        batch = base.mapper.batch;
    }
    let eager_defaults = match kwarg("eager_defaults") {
        Some(it) if text_of(&it).is_some() => None,
        Some(it) => Some(it.try_to_bool(vm)?),
        None => None,
    };
    let generator = match kwarg("version_id_generator") {
        Some(it) => Some(Rc::new(it) as Rc<dyn std::any::Any>),
        None if has_own_version => None,
        None => base.as_ref().and_then(|it| it.mapper.version_id_generator.get()),
    };
    let version_is_given =
        generator.as_ref().and_then(|it| it.downcast_ref::<PyObjectRef>()).is_some_and(|it| it.is(&vm.ctx.false_value));
    let (mut passive_updates, mut passive_deletes) = (flag("passive_updates", true)?, flag("passive_deletes", false)?);
    if let Some(base) = &base {
        (passive_updates, passive_deletes) = (base.mapper.passive_updates, base.mapper.passive_deletes);
    }
    let confirm_deleted_rows = flag("confirm_deleted_rows", true)?;
    let legacy_is_orphan = flag("legacy_is_orphan", false)?;
    let allow_partial_pks = flag("allow_partial_pks", true)?;
    let always_refresh = flag("always_refresh", false)?;
    let class_repr = format!("<class '{}.{}'>", text("__module__")?, text("__qualname__")?);
    let mapper = Mapper::build(&text("__name__")?, &text("__module__")?, local, keys, |it| {
        it.class_repr = class_repr.into();
        it.version_is_given = version_is_given;
        it.version_id_col = version_id_col;
        it.eager_defaults = eager_defaults;
        it.passive_updates = passive_updates;
        it.passive_deletes = passive_deletes;
        it.confirm_deleted_rows = confirm_deleted_rows;
        it.batch = batch;
        it.legacy_is_orphan = legacy_is_orphan;
        it.allow_partial_pks = allow_partial_pks;
        it.always_refresh = always_refresh;
        it.tables = crate::orm::inheritance::find_tables(&persist);
        it.persist_selectable = persist;
        it.inheritance = inheritance;
    });
    mapper.class.set(Rc::new(class.clone()));
    if let Some(generator) = generator {
        mapper.version_id_generator.set(generator);
    }
    inheriting::warn_all(mapper.enter_hierarchy(), vm)?;
    let object: PyObjectRef = PyMapper {
        mapper,
        table: table_object,
        registry: args.kwargs.get("registry").cloned().unwrap_or_else(|| vm.ctx.none()),
        declared: RefCell::default(),
        has_properties: Cell::new(false),
    }
    .into_ref_with_type(vm, cls)?
    .into();
    classes::add(object.clone());
    Ok(object)
}

fn from_to_map(object: &PyObject, vm: &VirtualMachine) -> PyResult<From> {
    match from_from_py(object, vm)? {
        Some(from @ (From::Table(_) | From::Alias(_) | From::Join(_))) => Ok(from),
        _ => Err(vm.new_not_implemented_error(
            "mapping a class to something else than a Table is not part of the playground yet",
        )),
    }
}

/// Puts the descriptor of an attribute on the class.
pub(crate) fn install(mapper: &Rc<Mapper>, prop: &Rc<Property>, vm: &VirtualMachine) -> PyResult<()> {
    for child in mapper.inheriting_mappers() {
        if child.property(&prop.key).is_some_and(|it| Rc::ptr_eq(&it, prop)) {
            install(&child, prop, vm)?;
        }
    }
    let attribute = Attribute {
        entity: Entity::Mapper(mapper.clone()),
        prop: prop.clone(),
        of_type: None,
        extra_criteria: Vec::new(),
    };
    let class = registry::type_named("sqlalchemy.orm.attributes:InstrumentedAttribute", vm)?;
    let object: PyObjectRef = attribute.into_ref_with_type(vm, class)?.into();
    prop.host.set(Rc::new(object.clone()));
    set_class_attribute(mapper, &prop.key, object, vm)
}

/// Puts something on a class past what its metaclass says.
pub(crate) fn set_class_attribute(
    mapper: &Mapper,
    key: &str,
    object: PyObjectRef,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let owner = classes::class_of_mapper(mapper, vm)?;
    let plain = vm.ctx.types.type_type.as_object().get_attr("__setattr__", vm)?;
    plain.call((owner, vm.ctx.new_str(key), object), vm).map(drop)
}

fn flag(args: &FuncArgs, name: &str, vm: &VirtualMachine) -> PyResult<bool> {
    args.kwargs.get(name).map_or(Ok(false), |it| it.clone().try_to_bool(vm))
}

fn column_property(
    args: &FuncArgs,
    columns: Vec<ColumnRef>,
    expression: Option<Expr>,
    vm: &VirtualMachine,
) -> PyResult<ColumnProperty> {
    Ok(ColumnProperty {
        columns,
        expression,
        deferred: Cell::new(flag(args, "deferred", vm)?),
        group: args.kwargs.get("group").and_then(|it| text_of(it)),
        raise_load: flag(args, "raiseload", vm)?,
        is_query_expression: flag(args, "query_expression", vm)?,
        expire_on_flush: Cell::new(!flag(args, "stays_in_flush", vm)?),
        active_history: Cell::new(flag(args, "active_history", vm)?),
    })
}

/// `add_column(key, columns, deferred=, group=, raiseload=, active_history=)`
pub(crate) fn add_column(zelf: &PyMapper, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    let key = text_of(&args.args[0]).unwrap_or_default();
    let columns: Vec<PyObjectRef> = args.args[1].get_iter(vm)?.iter::<PyObjectRef>(vm)?.collect::<PyResult<_>>()?;
    let columns = columns.iter().map(|it| expect_column(it, vm)).collect::<PyResult<Vec<_>>>()?;
    let is_local = columns.iter().any(|it| zelf.mapper.local_table.columns().iter().any(|own| own.id == it.id));
    let property = column_property(&args, columns, None, vm)?;
    if is_local && !zelf.has_properties.get() {
        zelf.mapper.explicit.borrow_mut().insert(key, property);
        return Ok(());
    }
    let prop = zelf.mapper.add_property(&key, PropertyKind::Column(property));
    install(&zelf.mapper, &prop, vm)
}

/// `add_expression(key, expression, deferred=, group=, raiseload=)`
pub(crate) fn add_expression(zelf: &PyMapper, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    let key = text_of(&args.args[0]).unwrap_or_default();
    // Of a SELECT one warns.
    let is_statement = args.args[1].downcast_ref::<StatementObject>().is_some();
    let role = if is_statement { Role::Expression } else { Role::Any };
    let expr = expr_from_py(&args.args[1], role, vm)?;
    // A label of its own: ORDER BY names it where the statement selects it.
    let expr = match expr.kind() {
        ExprKind::Label { .. } => expr,
        _ => crate::sql::build::label(&expr, None),
    };
    let property = column_property(&args, Vec::new(), Some(expr), vm)?;
    let prop = zelf.mapper.add_property(&key, PropertyKind::Column(property));
    install(&zelf.mapper, &prop, vm)
}

/// `add_synonym(key, name, descriptor)`
pub(crate) fn add_synonym(
    zelf: &PyMapper,
    key: String,
    name: String,
    descriptor: PyObjectRef,
    vm: &VirtualMachine,
) -> PyResult<()> {
    zelf.mapper.add_property(&key, PropertyKind::Synonym { name: name.as_str().into() });
    let class = registry::class_of("sqlalchemy.orm.attributes:SynonymDescriptor", vm)?;
    let object = class.call((key.clone(), name, descriptor), vm)?;
    set_class_attribute(&zelf.mapper, &key, object, vm)
}

fn lazy_from_py(object: &PyObject, vm: &VirtualMachine) -> PyResult<Lazy> {
    if vm.is_none(object) {
        return Ok(Lazy::NoLoad);
    }
    if object.is(&vm.ctx.true_value) {
        return Ok(Lazy::Select);
    }
    if object.is(&vm.ctx.false_value) {
        return Ok(Lazy::Joined);
    }
    let text = text_of(object).unwrap_or_default();
    Ok(match &*text {
        "select" => Lazy::Select,
        "joined" => Lazy::Joined,
        "selectin" => Lazy::Selectin,
        "subquery" => Lazy::Subquery,
        "immediate" => Lazy::Immediate,
        "raise" => Lazy::Raise,
        "raise_on_sql" => Lazy::RaiseOnSql,
        "noload" => Lazy::NoLoad,
        "write_only" => Lazy::WriteOnly,
        "dynamic" => Lazy::Dynamic,
        _ => return Err(exc::argument(vm, format!("no such loader strategy: lazy='{text}'"))),
    })
}

/// `add_relationship(key, RelationshipProperty)`
pub(crate) fn add_relationship(
    zelf: &PyMapper,
    key: String,
    declared: PyObjectRef,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let options = declared.get_attr("options", vm)?;
    let lazy = lazy_from_py(&*options.get_item("lazy", vm)?, vm)?;
    let factory = registry::class_of("sqlalchemy.orm.collections:factory_for", vm)?;
    let collection_class = options.get_item("collection_class", vm)?;
    let slot = HostSlot::default();
    if !vm.is_none(&collection_class) {
        slot.set(Rc::new(factory.call((collection_class,), vm)?));
    }
    let forced = forced_on(&zelf.mapper.class_name, &key, lazy);
    let relationship = Relationship {
        argument: HostSlot::default(),
        aliased: RefCell::default(),
        lazy: Cell::new(forced.unwrap_or(lazy)),
        is_forced: Cell::new(forced.is_some()),
        collection_class: slot,
        declared: OnceCell::new(),
        joins: OnceCell::new(),
        reverse: RefCell::default(),
    };
    let prop = zelf.mapper.add_property(&key, PropertyKind::Relationship(Box::new(relationship)));
    zelf.declared.borrow_mut().push((key, declared));
    install(&zelf.mapper, &prop, vm)
}

fn relationship_prop(zelf: &PyMapper, key: &str, vm: &VirtualMachine) -> PyResult<Rc<Property>> {
    zelf.mapper
        .property(key)
        .filter(|it| it.as_relationship().is_some())
        .ok_or_else(|| vm.new_key_error(vm.ctx.new_str(key).into()))
}

/// Whether the names of a relationship were looked up.
pub(crate) fn is_declared(zelf: &PyMapper, key: &str) -> bool {
    zelf.mapper.property(key).is_some_and(|it| it.as_relationship().is_some_and(|it| it.declared.get().is_some()))
}

/// Sets what was looked up of a relationship.
pub(crate) fn declare(
    zelf: &PyMapper,
    key: &str,
    target: &Rc<Mapper>,
    values: &PyDictRef,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let prop = relationship_prop(zelf, key, vm)?;
    let relationship = prop.as_relationship().expect("checked");
    let get = |name: &'static str| -> PyResult<Option<PyObjectRef>> {
        Ok(values.get_item_opt(name, vm)?.filter(|it| !vm.is_none(it)))
    };
    let flag = |name: &'static str| -> PyResult<bool> { get(name)?.map_or(Ok(false), |it| it.try_to_bool(vm)) };
    let items = |name: &'static str| -> PyResult<Vec<PyObjectRef>> {
        match get(name)? {
            Some(it) => it.get_iter(vm)?.iter::<PyObjectRef>(vm)?.collect(),
            None => Ok(Vec::new()),
        }
    };
    let expr = |name: &'static str| get(name)?.map(|it| plain_expr(&it, vm)).transpose();
    let columns = |name: &'static str| -> PyResult<Vec<ColumnRef>> {
        items(name)?.iter().map(|it| expect_column(it, vm)).collect()
    };
    let cascade = match get("cascade")? {
        None => None,
        Some(words) => {
            let words: Vec<PyObjectRef> = words.get_iter(vm)?.iter::<PyObjectRef>(vm)?.collect::<PyResult<_>>()?;
            let has = |word: &str| words.iter().any(|it| text_of(it).as_deref() == Some(word));
            Some(Cascade {
                save_update: has("save-update"),
                merge: has("merge"),
                refresh_expire: has("refresh-expire"),
                expunge: has("expunge"),
                delete: has("delete"),
                delete_orphan: has("delete-orphan"),
            })
        }
    };
    let passive_deletes = match get("passive_deletes")? {
        Some(it) if text_of(&it).as_deref() == Some("all") => PassiveDeletes::All,
        Some(it) if it.clone().try_to_bool(vm)? => PassiveDeletes::Yes,
        _ => PassiveDeletes::No,
    };
    let declared = Declared {
        secondary: get("secondary")?.map(|it| expect_from(&it, vm)).transpose()?,
        primaryjoin: expr("primaryjoin")?,
        secondaryjoin: expr("secondaryjoin")?,
        foreign_keys: columns("foreign_keys")?,
        remote_side: columns("remote_side")?,
        order_by: items("order_by")?.iter().map(|it| plain_expr(it, vm)).collect::<PyResult<_>>()?,
        uselist: get("uselist")?.map(|it| it.try_to_bool(vm)).transpose()?,
        back_populates: get("back_populates")?.and_then(|it| text_of(&it)),
        viewonly: flag("viewonly")?,
        sync_backref: None,
        single_parent: flag("single_parent")?,
        post_update: flag("post_update")?,
        passive_deletes,
        passive_updates: flag("passive_updates")?,
        innerjoin: flag("innerjoin")?,
        join_depth: get("join_depth")?.and_then(|it| it.try_into_value::<u32>(vm).ok()),
        active_history: flag("active_history")?,
        omit_join: get("omit_join")?.map(|it| it.try_to_bool(vm)).transpose()?,
        distinct_target_key: get("distinct_target_key")?.map(|it| it.try_to_bool(vm)).transpose()?,
        any_subtype: flag("any_subtype")?,
        load_on_pending: flag("load_on_pending")?,
        cascade_backrefs: false,
        cascade,
    };
    relationship.argument.set(Rc::new(target.clone()));
    if let Some(alias) = get("aliased")?
        && let Some(Entity::Aliased(alias)) = super::aliased_entity(&alias, vm)?
    {
        *relationship.aliased.borrow_mut() = Rc::downgrade(&alias);
    }
    let _ = relationship.declared.set(declared);
    Ok(())
}

/// An expression without the entity it was reached through.
fn plain_expr(object: &PyObject, vm: &VirtualMachine) -> PyResult<Expr> {
    let expr = expr_from_py(object, Role::OrderBy, vm)?;
    Ok(crate::orm::entity::without_tags(&expr))
}

/// Works out the joins of a relationship.
pub(crate) fn configure(zelf: &PyMapper, key: &str, vm: &VirtualMachine) -> PyResult<()> {
    let prop = relationship_prop(zelf, key, vm)?;
    let target = prop
        .as_relationship()
        .and_then(|it| it.argument.get())
        .and_then(|it| it.downcast_ref::<Rc<Mapper>>().cloned())
        .ok_or_else(|| vm.new_runtime_error("a relationship is configured after it was declared"))?;
    let host = super::session::host();
    configure::configure(&prop, &target, &|text| host.warn(text)).map_err(|it| raise(it, vm))
}

/// Links a relationship with its `back_populates`.
pub(crate) fn link(zelf: &PyMapper, key: &str, vm: &VirtualMachine) -> PyResult<()> {
    let prop = relationship_prop(zelf, key, vm)?;
    configure::link_back_populates(&prop).map_err(|it| raise(it, vm))
}

/// `[(key, kind)]`
pub(crate) fn props_to_py(zelf: &PyMapper, vm: &VirtualMachine) -> PyObjectRef {
    let props = zelf.mapper.props.borrow();
    let pairs = props.values().map(|prop| {
        let kind = match &prop.kind {
            PropertyKind::Column(it) if it.expression.is_some() => "expression",
            PropertyKind::Column(_) => "column",
            PropertyKind::Relationship(_) => "relationship",
            PropertyKind::Synonym { .. } => "synonym",
            PropertyKind::ConcreteInherited => "concrete",
        };
        vm.ctx.new_tuple(vec![vm.ctx.new_str(&*prop.key).into(), vm.ctx.new_str(kind).into()]).into()
    });
    vm.ctx.new_list(pairs.collect()).into()
}

/// Columns as a tuple.
pub(crate) fn columns_to_py(columns: &[ColumnRef], vm: &VirtualMachine) -> PyResult {
    let columns = columns.iter().map(|it| expr_to_py(&Expr::column(it), vm)).collect::<PyResult<Vec<_>>>()?;
    Ok(vm.ctx.new_tuple(columns).into())
}

/// What `inspect(Model).relationships.x` and `.column_attrs.x` tell.
pub(crate) fn describe(zelf: &PyMapper, key: &str, vm: &VirtualMachine) -> PyResult {
    classes::configure_mapper(&zelf.mapper, vm)?;
    let dict = vm.ctx.new_dict();
    let Some(prop) = zelf.mapper.property(key) else {
        return Err(vm.new_key_error(vm.ctx.new_str(key).into()));
    };
    match &prop.kind {
        PropertyKind::Column(it) => {
            dict.set_item("columns", columns_to_py(&it.columns, vm)?, vm)?;
            dict.set_item("expression", expr_to_py(&it.expr(), vm)?, vm)?;
            dict.set_item("deferred", vm.ctx.new_bool(it.deferred.get()).into(), vm)?;
            let group = it.group.as_ref().map(|it| vm.ctx.new_str(&**it).into());
            dict.set_item("group", vm.unwrap_or_none(group), vm)?;
            dict.set_item("raiseload", vm.ctx.new_bool(it.raise_load).into(), vm)?;
            dict.set_item("active_history", vm.ctx.new_bool(it.active_history.get()).into(), vm)?;
        }
        PropertyKind::Relationship(it) => {
            let joins = it.joins();
            let direction = match joins.direction {
                Direction::OneToMany => "ONETOMANY",
                Direction::ManyToOne => "MANYTOONE",
                Direction::ManyToMany => "MANYTOMANY",
            };
            dict.set_item("direction", vm.ctx.new_str(direction).into(), vm)?;
            dict.set_item("uselist", vm.ctx.new_bool(joins.uselist).into(), vm)?;
            let target = vm.unwrap_or_none(classes::object_of_mapper(&it.target()));
            dict.set_item("mapper", target, vm)?;
            dict.set_item("entity", super::attribute::entity_to_py(&it.entity(), vm)?, vm)?;
            dict.set_item("primaryjoin", expr_to_py(&joins.primaryjoin, vm)?, vm)?;
            let secondaryjoin = joins.secondaryjoin.as_ref().map(|it| expr_to_py(it, vm)).transpose()?;
            dict.set_item("secondaryjoin", vm.unwrap_or_none(secondaryjoin), vm)?;
            let secondary = joins.secondary.as_ref().map(|it| crate::python::sqlalchemy::coerce::from_to_py(it, vm));
            dict.set_item("secondary", vm.unwrap_or_none(secondary.transpose()?), vm)?;
            dict.set_item(
                "back_populates",
                vm.unwrap_or_none(it.declared().back_populates.as_ref().map(|it| vm.ctx.new_str(&**it).into())),
                vm,
            )?;
            dict.set_item("viewonly", vm.ctx.new_bool(it.declared().viewonly).into(), vm)?;
            for (name, pairs) in [
                ("local_remote_pairs", &joins.local_remote_pairs),
                ("synchronize_pairs", &joins.synchronize_pairs),
                ("secondary_synchronize_pairs", &joins.secondary_synchronize_pairs),
            ] {
                dict.set_item(name, pairs_to_py(pairs, vm)?, vm)?;
            }
            let local = &joins.local_columns;
            dict.set_item("local_columns", columns_to_py(local, vm)?, vm)?;
            dict.set_item("remote_columns", columns_to_py(&joins.remote_columns, vm)?, vm)?;
            let reverse = it.reverse.borrow();
            let reverse = reverse.iter().filter_map(std::rc::Weak::upgrade).map(|it| vm.ctx.new_str(&*it.key).into());
            dict.set_item("reverse", vm.ctx.new_list(reverse.collect()).into(), vm)?;
        }
        PropertyKind::Synonym { name } => dict.set_item("name", vm.ctx.new_str(&**name).into(), vm)?,
        PropertyKind::ConcreteInherited => {}
    }
    dict.set_item("parent", vm.unwrap_or_none(classes::object_of_mapper(&prop.parent())), vm)?;
    Ok(dict.into())
}

fn pairs_to_py(pairs: &[(ColumnRef, ColumnRef)], vm: &VirtualMachine) -> PyResult {
    let pairs = pairs.iter().map(|(left, right)| {
        let pair = vec![expr_to_py(&Expr::column(left), vm)?, expr_to_py(&Expr::column(right), vm)?];
        Ok(vm.ctx.new_tuple(pair).into())
    });
    Ok(vm.ctx.new_list(pairs.collect::<PyResult<_>>()?).into())
}

/// The key of the attribute that holds a column.
pub(crate) fn key_for_column(mapper: &Mapper, column: &PyObject, vm: &VirtualMachine) -> PyResult {
    let column = match clause_element(column, vm)? {
        Some(inner) => expect_column(&inner, vm)?,
        None => expect_column(column, vm)?,
    };
    match mapper.property_of_column(&column) {
        Some(prop) => Ok(vm.ctx.new_str(&*prop.key).into()),
        None => Err(vm.new_key_error(vm.ctx.new_str(&*column.name()).into())),
    }
}

/// Whether an operation travels along a relationship.
pub(crate) fn cascades(zelf: &PyMapper, key: &str, kind: &str) -> bool {
    let prop = zelf.mapper.property(key);
    let Some(cascade) = prop.as_ref().and_then(|it| it.as_relationship()).map(|it| it.joins().cascade) else {
        return false;
    };
    match kind {
        "save-update" => cascade.save_update,
        "merge" => cascade.merge,
        "delete" => cascade.delete,
        "delete-orphan" => cascade.delete_orphan,
        "expunge" => cascade.expunge,
        "refresh-expire" => cascade.refresh_expire,
        _ => false,
    }
}

/// Gives a column that has none its name, and its type.
pub(crate) fn name_column(object: &PyObject, name: &PyObject, ty: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let column = expect_column(object, vm)?;
    if let Some(name) = text_of(name)
        && column.name().is_empty()
    {
        *column.name.borrow_mut() = name.clone();
        if column.key().is_empty() {
            *column.key.borrow_mut() = name;
        }
    }
    if !vm.is_none(ty) {
        *column.ty.borrow_mut() = crate::python::sqlalchemy::types::type_from_py(ty, vm)?;
    }
    Ok(())
}
