//! `SchemaObject`, the native base of MetaData, ForeignKey, constraints and indexes; how columns and
//! tables are put together.

use super::coerce::expr_to_py;
use crate::python::exc;
use crate::sql::expr::Expr;
use crate::sql::schema::{
    Autoincrement, ColumnRef, Constraint, ConstraintKind, ForeignKey, ForeignKeyOptions, ForeignKeyTarget, Index,
    MetaData, SchemaColumn, Table, TableRef,
};
use crate::sql::selectable::{AliasKind, From};
use crate::sql::value::HostSlot;
use rustpython_vm::{PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

pub(crate) use native::SchemaObject;

/// What a schema object holds.
#[derive(Clone, Debug)]
pub(crate) enum Item {
    MetaData(Rc<MetaData>),
    ForeignKey(Rc<ForeignKey>),
    Constraint(Rc<Constraint>),
    Index(Rc<Index>),
}

/// Looks a schema object up.
pub(crate) fn item_of(object: &PyObject) -> Option<Item> {
    object.downcast_ref::<SchemaObject>().and_then(|it| it.item.borrow().clone())
}

/// The metadata behind a Python `MetaData`.
pub(crate) fn metadata_of(object: &PyObject, vm: &VirtualMachine) -> PyResult<Rc<MetaData>> {
    match item_of(object) {
        Some(Item::MetaData(metadata)) => Ok(metadata),
        _ => Err(exc::argument(vm, "a MetaData object is expected")),
    }
}

/// The table behind a Python `Table`, through what can be inserted into.
pub(crate) fn table_for_dml(from: &From) -> Option<TableRef> {
    let (name, schema) = match from {
        From::Table(table) => return Some(table.clone()),
        From::Lightweight(light) => (light.name.clone(), light.schema.clone()),
        From::Alias(alias) if matches!(alias.kind, AliasKind::Alias | AliasKind::Cte { .. }) => {
            (crate::sql::build::from_description(from).into(), None)
        }
        From::Join(_) => (crate::sql::build::from_description(from).into(), None),
        _ => return None,
    };
    // A join is assigned to by the names of its first table.
    let named = match from {
        From::Join(_) => from.leftmost_tables().swap_remove(0),
        _ => from.clone(),
    };
    let columns = named.columns().iter().map(|it| (it.key(), it.clone())).collect();
    Some(Rc::new(Table {
        id: from.id(),
        name,
        quote: None,
        schema,
        quote_schema: None,
        metadata: Weak::new(),
        columns: RefCell::new(columns),
        constraints: RefCell::default(),
        indexes: RefCell::default(),
        comment: RefCell::default(),
        prefixes: RefCell::default(),
        options: RefCell::default(),
        implicit_returning: Cell::new(false),
        dependencies: RefCell::default(),
        host: HostSlot::default(),
    }))
}

fn slot_object(slot: &HostSlot, class: &str, item: Item, vm: &VirtualMachine) -> PyResult {
    if let Some(held) = slot.get()
        && let Some(object) = held.downcast_ref::<PyObjectRef>()
    {
        return Ok(object.clone());
    }
    let class = super::registry::type_named(&format!("sqlalchemy.sql.schema:{class}"), vm)?;
    let object: PyObjectRef = SchemaObject { item: RefCell::new(Some(item)) }.into_ref_with_type(vm, class)?.into();
    slot.set(Rc::new(object.clone()));
    Ok(object)
}

/// The Python object of a foreign key.
pub(crate) fn foreign_key_to_py(fk: &Rc<ForeignKey>, vm: &VirtualMachine) -> PyResult {
    slot_object(&fk.host, "ForeignKey", Item::ForeignKey(fk.clone()), vm)
}

/// The Python object of a constraint.
pub(crate) fn constraint_to_py(constraint: &Rc<Constraint>, vm: &VirtualMachine) -> PyResult {
    let class = match constraint.kind {
        ConstraintKind::PrimaryKey => "PrimaryKeyConstraint",
        ConstraintKind::Unique => "UniqueConstraint",
        ConstraintKind::Check { .. } => "CheckConstraint",
        ConstraintKind::ForeignKey { .. } => "ForeignKeyConstraint",
        ConstraintKind::Exclude(_) => "Constraint",
    };
    slot_object(&constraint.host, class, Item::Constraint(constraint.clone()), vm)
}

/// The Python object of an index.
pub(crate) fn index_to_py(index: &Rc<Index>, vm: &VirtualMachine) -> PyResult {
    slot_object(&index.host, "Index", Item::Index(index.clone()), vm)
}

/// The primary key constraint of a table.
pub(crate) fn primary_key_of(table: &TableRef) -> Rc<Constraint> {
    let found = table.constraints.borrow().iter().find(|it| matches!(it.kind, ConstraintKind::PrimaryKey)).cloned();
    found.unwrap_or_else(|| Constraint::new(ConstraintKind::PrimaryKey, None, Vec::new(), true))
}

/// What Python code may ask of a column of a table, beyond what every element has.
pub(crate) fn column_attribute(expr: &Expr, name: &str, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
    let Some(column) = expr.as_column() else { return Ok(None) };
    let flag = |it: bool| -> PyObjectRef { vm.ctx.new_bool(it).into() };
    let optional_flag = |it: Option<bool>| it.map_or_else(|| vm.ctx.none(), flag);
    let Some(schema) = &column.schema else {
        return Ok(match name {
            "primary_key" => Some(flag(is_pk(column))),
            "nullable" => match column.base.as_ref().map(|it| column_attribute(it, name, vm)) {
                Some(found) => found?.or_else(|| Some(vm.ctx.none())),
                None => None,
            },
            "foreign_keys" => match column.base.as_ref().map(|it| column_attribute(it, name, vm)) {
                Some(found) => found?,
                None => Some(vm.ctx.empty_frozenset.clone().into()),
            },
            "default" | "server_default" | "onupdate" if column.base.is_some() => Some(vm.ctx.none()),
            _ => None,
        });
    };
    Ok(Some(match name {
        "primary_key" => flag(schema.primary_key.get()),
        "nullable" => flag(schema.nullable.get()),
        "index" => optional_flag(schema.index.get()),
        "unique" => optional_flag(schema.unique.get()),
        "system" => flag(schema.system.get()),
        "quote" => optional_flag(column.quote),
        "comment" => schema.comment.borrow().as_ref().map_or_else(|| vm.ctx.none(), |it| vm.ctx.new_str(&**it).into()),
        "autoincrement" => match schema.autoincrement.get() {
            Autoincrement::Auto => vm.ctx.new_str("auto").into(),
            Autoincrement::True => flag(true),
            Autoincrement::False => flag(false),
            Autoincrement::IgnoreFk => vm.ctx.new_str("ignore_fk").into(),
        },
        "foreign_keys" => {
            let items =
                column.foreign_keys().iter().map(|it| foreign_key_to_py(it, vm)).collect::<PyResult<Vec<_>>>()?;
            let set = vm.ctx.types.set_type.to_owned();
            let list: PyObjectRef = vm.ctx.new_list(items).into();
            PyObjectRef::from(set).call((list,), vm)?
        }
        "default" | "onupdate" | "server_default" | "server_onupdate" | "computed" | "identity" | "constraints"
        | "info" | "doc" | "dialect_options" | "dialect_kwargs" => return Ok(None),
        _ => return Ok(None),
    }))
}

/// What Python code may ask of a table, beyond its name.
pub(crate) fn table_attribute(from: &From, name: &str, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
    let From::Table(table) = from else {
        return Ok(match name {
            "primary_key" => {
                let mut keys: Vec<_> = from.columns().into_iter().filter(is_pk).collect();
                if let From::Join(join) = from {
                    keys = crate::sql::reduce::primary_key_of_join(join, keys);
                }
                let keys = keys.iter().map(|it| expr_to_py(&Expr::column(it), vm)).collect::<PyResult<_>>()?;
                Some(vm.ctx.new_list(keys).into())
            }
            "foreign_keys" => {
                let mut items = Vec::new();
                for column in from.columns() {
                    let schema = column.schema.is_some();
                    let owner = if schema {
                        Some(column.clone())
                    } else {
                        column.base.as_ref().and_then(|it| it.as_column().cloned())
                    };
                    for fk in owner.iter().flat_map(|it| it.foreign_keys()) {
                        items.push(foreign_key_to_py(&fk, vm)?);
                    }
                }
                let list: PyObjectRef = vm.ctx.new_list(items).into();
                Some(PyObjectRef::from(vm.ctx.types.set_type.to_owned()).call((list,), vm)?)
            }
            _ => None,
        });
    };
    let set = |items: Vec<PyObjectRef>| -> PyResult {
        let list: PyObjectRef = vm.ctx.new_list(items).into();
        PyObjectRef::from(vm.ctx.types.set_type.to_owned()).call((list,), vm)
    };
    Ok(Some(match name {
        "primary_key" => constraint_to_py(&primary_key_of(table), vm)?,
        "comment" => table.comment.borrow().as_ref().map_or_else(|| vm.ctx.none(), |it| vm.ctx.new_str(&**it).into()),
        "implicit_returning" => vm.ctx.new_bool(table.implicit_returning.get()).into(),
        "quote" => table.quote.map_or_else(|| vm.ctx.none(), |it| vm.ctx.new_bool(it).into()),
        "foreign_keys" => {
            let columns = table.columns.borrow().values().cloned().collect::<Vec<_>>();
            let mut items = Vec::new();
            for column in columns {
                for fk in column.foreign_keys() {
                    items.push(foreign_key_to_py(&fk, vm)?);
                }
            }
            set(items)?
        }
        "constraints" | "_constraint_list" => {
            let constraints = table.constraints.borrow().clone();
            let items = constraints.iter().map(|it| constraint_to_py(it, vm)).collect::<PyResult<Vec<_>>>()?;
            if name == "constraints" { set(items)? } else { vm.ctx.new_list(items).into() }
        }
        "foreign_key_constraints" => {
            let constraints = table.constraints.borrow().clone();
            let items = constraints
                .iter()
                .filter(|it| matches!(it.kind, ConstraintKind::ForeignKey { .. }))
                .map(|it| constraint_to_py(it, vm))
                .collect::<PyResult<Vec<_>>>()?;
            set(items)?
        }
        "indexes" => {
            let indexes = table.indexes.borrow().clone();
            let items = indexes.iter().map(|it| index_to_py(it, vm)).collect::<PyResult<Vec<_>>>()?;
            set(items)?
        }
        "autoincrement_column" | "_autoincrement_column" => {
            match crate::python::exc::IntoPy::py(table.try_autoincrement_column(), vm)? {
                Some(column) => expr_to_py(&Expr::column(&column), vm)?,
                None => vm.ctx.none(),
            }
        }
        _ => return Ok(None),
    }))
}

fn is_pk(column: &ColumnRef) -> bool {
    column.is_primary_key() || column.base.as_ref().and_then(|it| it.as_column()).is_some_and(is_pk)
}

/// A copy of a column without its table: for mixins, `to_metadata` and the like.
pub(crate) fn copy_column(column: &ColumnRef) -> ColumnRef {
    let schema = column.schema.as_ref().map(|old| SchemaColumn {
        nullable: Cell::new(old.nullable.get()),
        nullable_set: Cell::new(old.nullable_set.get()),
        primary_key: Cell::new(old.primary_key.get()),
        autoincrement: Cell::new(old.autoincrement.get()),
        default: RefCell::new(old.default.borrow().clone()),
        onupdate: RefCell::new(old.onupdate.borrow().clone()),
        server_default: RefCell::new(old.server_default.borrow().clone()),
        server_onupdate: Cell::new(old.server_onupdate.get()),
        computed: RefCell::new(old.computed.borrow().clone()),
        identity: RefCell::new(old.identity.borrow().clone()),
        foreign_keys: RefCell::default(),
        index: Cell::new(old.index.get()),
        unique: Cell::new(old.unique.get()),
        comment: RefCell::new(old.comment.borrow().clone()),
        system: Cell::new(old.system.get()),
        insert_sentinel: Cell::new(old.insert_sentinel.get()),
        is_omitted: Cell::new(old.is_omitted.get()),
        options: old.options.clone(),
        checks: RefCell::new(old.checks.borrow().clone()),
    });
    let made = column_with_quote(&column.name(), column.ty(), schema, column.quote);
    *made.key.borrow_mut() = column.key();
    if let Some(schema) = &made.schema {
        for fk in column.foreign_keys() {
            let implicit = fk.constraint.borrow().upgrade().is_none_or(|it| it.columns.borrow().len() <= 1);
            if !implicit {
                continue;
            }
            let copy = new_foreign_key(fk.target.clone(), fk.options.clone());
            *copy.parent.borrow_mut() = Rc::downgrade(&made);
            schema.foreign_keys.borrow_mut().push(copy);
        }
    }
    made
}

/// A column with forced quoting.
pub(crate) fn column_with_quote(
    name: &str,
    ty: crate::sql::types::Type,
    schema: Option<SchemaColumn>,
    quote: Option<bool>,
) -> ColumnRef {
    let mut column = crate::sql::schema::ColumnNode::new(name, ty, schema);
    if let Some(node) = Rc::get_mut(&mut column) {
        node.quote = quote;
    }
    column
}

pub(crate) fn new_foreign_key(target: ForeignKeyTarget, options: ForeignKeyOptions) -> Rc<ForeignKey> {
    Rc::new(ForeignKey {
        target,
        parent: RefCell::default(),
        constraint: RefCell::default(),
        options,
        host: HostSlot::default(),
    })
}

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use super::super::coerce::hold_column;
    use super::super::coerce::{Role, column_from_py, expect_from, expr_from_py, from_to_py};
    use super::super::elements::Element;
    use super::super::engine::native::options_from_dict;
    use super::super::environment;
    use super::super::schema_callbacks::{PyDefault, PyTokens};
    use super::super::selectables::FromObject;
    use super::super::types::type_from_py;
    use super::{Item, column_with_quote, item_of, metadata_of};
    use crate::python::exc;
    use crate::python::exc::IntoPy;
    use crate::python::value::{SqlText, repr_of, text_of, value_from_py};
    use crate::sql::expr::{Expr, ExprKind};
    use crate::sql::schema::{Autoincrement, ColumnDefault, Computed, Identity, MetaData, SchemaColumn, ServerDefault};
    use crate::sql::schema_ops;
    use crate::sql::selectable::From;

    use rustpython_vm::{
        AsObject, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine, builtins::PyDictRef, types::Constructor,
    };
    use std::cell::RefCell;
    use std::rc::Rc;

    /// Base of MetaData, ForeignKey, constraints and Index.
    #[pyattr]
    #[pyclass(name = "SchemaObject", module = "_sqlalchemy")]
    #[derive(Debug, PyPayload, Default)]
    pub(crate) struct SchemaObject {
        pub(crate) item: RefCell<Option<Item>>,
    }

    new_empty!(SchemaObject);

    #[pyclass(with(Constructor), flags(BASETYPE, HAS_WEAKREF))]
    impl SchemaObject {}

    pub(crate) fn fill(object: &PyObjectRef, item: Item, vm: &VirtualMachine) -> PyResult<()> {
        let native =
            object.downcast_ref::<SchemaObject>().ok_or_else(|| vm.new_type_error("a schema object is expected"))?;
        let keep: Rc<dyn std::any::Any> = Rc::new(object.clone());
        match &item {
            Item::MetaData(_) => {}
            Item::ForeignKey(it) => it.host.set(keep),
            Item::Constraint(it) => it.host.set(keep),
            Item::Index(it) => it.host.set(keep),
        }
        *native.item.borrow_mut() = Some(item);
        Ok(())
    }

    #[pyfunction]
    fn metadata_init(
        object: PyObjectRef,
        schema: Option<String>,
        quote_schema: Option<bool>,
        convention: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let metadata = Rc::new(MetaData::default());
        *metadata.schema.borrow_mut() = schema.map(Into::into);
        metadata.quote_schema.set(quote_schema);
        if let Ok(dict) = PyDictRef::try_from_object_ref(&convention) {
            let mut templates = indexmap::IndexMap::new();
            for (key, value) in &dict {
                if let (Some(key), Some(value)) = (text_of(&key), text_of(&value)) {
                    templates.insert(key, value);
                }
            }
            *metadata.naming_convention.borrow_mut() = Some(templates);
            *metadata.naming_tokens.borrow_mut() = Some(Rc::new(PyTokens { convention: dict }));
        }
        environment::keep_metadata(Rc::downgrade(&metadata));
        fill(&object, Item::MetaData(metadata), vm)
    }

    trait TryDict: Sized {
        fn try_from_object_ref(object: &PyObjectRef) -> Result<Self, ()>;
    }
    impl TryDict for PyDictRef {
        fn try_from_object_ref(object: &PyObjectRef) -> Result<Self, ()> {
            object.clone().downcast::<rustpython_vm::builtins::PyDict>().map_err(|_| ())
        }
    }

    /// Key and table of each table.
    #[pyfunction]
    fn metadata_tables(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let metadata = metadata_of(&object, vm)?;
        let dict = vm.ctx.new_dict();
        let tables: Vec<_> = metadata.tables.borrow().iter().map(|(k, v)| (k.clone(), v.clone())).collect();
        for (key, table) in tables {
            dict.set_item(&*key, from_to_py(&From::Table(table), vm)?, vm)?;
        }
        Ok(dict.into())
    }
    #[pyfunction]
    fn metadata_remove(object: PyObjectRef, key: Option<String>, vm: &VirtualMachine) -> PyResult<()> {
        let metadata = metadata_of(&object, vm)?;
        match key {
            Some(key) => {
                metadata.tables.borrow_mut().shift_remove(&*key);
            }
            None => metadata.tables.borrow_mut().clear(),
        }
        Ok(())
    }
    /// Tables in the order of their dependencies.
    #[pyfunction]
    fn sorted_tables(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let metadata = metadata_of(&object, vm)?;
        let mut tables: Vec<_> = metadata.tables.borrow().values().cloned().collect();
        tables.sort_by_key(|it| it.key());
        let (sorted, warning) = crate::sql::sort::sort_tables(&tables).py(vm)?;
        if let Some(warning) = warning {
            exc::warn(vm, "SAWarning", &warning)?;
        }
        let items = sorted.iter().map(|it| from_to_py(&From::Table(it.clone()), vm)).collect::<PyResult<Vec<_>>>()?;
        Ok(vm.ctx.new_list(items).into())
    }

    /// `Table.__init__`: name, metadata, schema, quote. Columns and constraints follow one by one.
    #[pyfunction]
    fn table_init(
        object: PyObjectRef,
        name: SqlText,
        metadata: PyObjectRef,
        schema: Option<String>,
        quote: Option<bool>,
        quote_schema: Option<bool>,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let metadata = metadata_of(&metadata, vm)?;
        let schema = schema.map(Rc::from);
        let table = schema_ops::new_table(&metadata, &name.0, schema, quote, quote_schema).py(vm)?;
        table.host.set(Rc::new(object.clone()));
        if let Some(native) = object.downcast_ref::<FromObject>() {
            *native.from.borrow_mut() = Some(From::Table(table));
        }
        Ok(())
    }

    fn table_of(object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<crate::sql::schema::TableRef> {
        match expect_from(object, vm)? {
            From::Table(table) => Ok(table),
            _ => Err(exc::argument(vm, "a Table is expected")),
        }
    }

    #[pyfunction]
    fn table_set(object: PyObjectRef, name: String, value: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let table = table_of(&object, vm)?;
        match &*name {
            "comment" => *table.comment.borrow_mut() = text_of(&value),
            "implicit_returning" => table.implicit_returning.set(value.try_to_bool(vm)?),
            "prefixes" => {
                let items = super::super::coerce::IterItems::get_iter_items(&*value, vm)?;
                *table.prefixes.borrow_mut() = items.iter().filter_map(|it| text_of(it)).collect();
            }
            option => {
                table.options.borrow_mut().insert(option.into(), value_from_py(&value, vm));
            }
        }
        Ok(())
    }

    /// `Table.add_is_dependent_on()`
    #[pyfunction]
    fn table_depends_on(object: PyObjectRef, other: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let other = Rc::downgrade(&table_of(&other, vm)?);
        table_of(&object, vm)?.dependencies.borrow_mut().push(other);
        Ok(())
    }

    /// Adds the primary key that the database has.
    #[pyfunction]
    fn table_set_primary_key(
        object: PyObjectRef,
        columns: Vec<PyObjectRef>,
        name: Option<String>,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let table = table_of(&object, vm)?;
        for column in &columns {
            if let Some(column) = column_from_py(column, vm)? {
                if let Some(schema) = &column.schema {
                    schema.primary_key.set(true);
                }
                schema_ops::add_to_primary_key(&table, &column);
            }
        }
        if let Some(name) = name {
            *super::primary_key_of(&table).name.borrow_mut() = Some(name.into());
        }
        Ok(())
    }

    /// Takes a column out.
    #[pyfunction]
    fn table_remove_column(object: PyObjectRef, column: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let table = table_of(&object, vm)?;
        if let Some(column) = column_from_py(&column, vm)? {
            crate::sql::schema_ops::drop_column(&table, &column);
        }
        Ok(())
    }

    /// Appends a column.
    #[pyfunction]
    fn table_append_column(
        object: PyObjectRef,
        column: PyObjectRef,
        index: Option<isize>,
        replace: bool,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let table = table_of(&object, vm)?;
        let Some(found) = column_from_py(&column, vm)? else {
            return Err(exc::argument(
                vm,
                format!(
                    "'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got {}",
                    repr_of(&column, vm)
                ),
            ));
        };
        if let Some(warning) = schema_ops::append_column(&table, &found, index, replace).py(vm)? {
            exc::warn(vm, "SAWarning", &warning)?;
        }
        schema_ops::apply_naming(&table).py(vm)?;
        Ok(())
    }

    /// Appends a constraint or index; its column names are looked up in the table.
    #[pyfunction]
    fn table_append_constraint(object: PyObjectRef, item: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let table = table_of(&object, vm)?;
        match item_of(&item) {
            Some(Item::Constraint(constraint)) => {
                let known = table.constraints.borrow().iter().any(|it| Rc::ptr_eq(it, &constraint));
                if !known && let Some(warning) = schema_ops::append_constraint(&table, &constraint).py(vm)? {
                    exc::warn(vm, "SAWarning", &warning)?;
                }
            }
            Some(Item::Index(index)) => {
                let known = table.indexes.borrow().iter().any(|it| Rc::ptr_eq(it, &index));
                if !known {
                    schema_ops::append_index(&table, &index);
                }
            }
            _ => {
                return Err(exc::argument(
                    vm,
                    format!(
                        "'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got {}",
                        repr_of(&item, vm)
                    ),
                ));
            }
        }
        schema_ops::resolve_types(&table);
        schema_ops::apply_naming(&table).py(vm)
    }

    /// `Column.__init__`: name, key, type, quote, and a dictionary of the rest.
    #[pyfunction]
    fn column_init(
        object: PyObjectRef,
        name: Option<SqlText>,
        key: Option<SqlText>,
        ty: PyObjectRef,
        quote: Option<bool>,
        options: PyDictRef,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let ty = type_from_py(&ty, vm)?;
        let schema = SchemaColumn::default();
        let name: Rc<str> = name.map_or_else(|| "".into(), |it| it.0);
        for (option, value) in &options {
            let option = text_of(&option).unwrap_or_default();
            let flag = || value.clone().try_to_bool(vm);
            let optional =
                || -> PyResult<Option<bool>> { if vm.is_none(&value) { Ok(None) } else { flag().map(Some) } };
            match &*option {
                "nullable" => {
                    schema.nullable.set(flag()?);
                    schema.nullable_set.set(true);
                }
                "nullable_default" => schema.nullable.set(flag()?),
                "primary_key" => schema.primary_key.set(flag()?),
                "autoincrement" => schema.autoincrement.set(match text_of(&value).as_deref() {
                    Some("ignore_fk") => Autoincrement::IgnoreFk,
                    Some("auto") => Autoincrement::Auto,
                    // Kept by the column object; as good as none.
                    Some(_) => Autoincrement::False,
                    None => {
                        if flag()? {
                            Autoincrement::True
                        } else {
                            Autoincrement::False
                        }
                    }
                }),
                "default" => *schema.default.borrow_mut() = default_from_py(&value, vm)?,
                "onupdate" => *schema.onupdate.borrow_mut() = default_from_py(&value, vm)?,
                "server_default" => *schema.server_default.borrow_mut() = server_default_from_py(&value, vm)?,
                "server_onupdate" => schema.server_onupdate.set(!vm.is_none(&value)),
                "index" => schema.index.set(optional()?),
                "unique" => schema.unique.set(optional()?),
                "comment" => *schema.comment.borrow_mut() = text_of(&value),
                "system" => schema.system.set(flag()?),
                "insert_sentinel" => schema.insert_sentinel.set(flag()?),
                "omitted" => schema.is_omitted.set(flag()?),
                "computed" => {
                    let parts = super::super::coerce::IterItems::get_iter_items(&*value, vm)?;
                    if let [sqltext, persisted] = &parts[..] {
                        let sqltext = expr_from_py(sqltext, Role::DdlExpression, vm)?;
                        let persisted =
                            if vm.is_none(persisted) { None } else { Some(persisted.clone().try_to_bool(vm)?) };
                        *schema.computed.borrow_mut() = Some(Computed { sqltext, persisted });
                        *schema.server_default.borrow_mut() = Some(ServerDefault::Fetched);
                        schema.server_onupdate.set(true);
                    }
                }
                "identity" => {
                    let parts = super::super::coerce::IterItems::get_iter_items(&*value, vm)?;
                    let flag = |it: &PyObjectRef| -> PyResult<Option<bool>> {
                        if vm.is_none(it) { Ok(None) } else { it.clone().try_to_bool(vm).map(Some) }
                    };
                    if let [always, options, on_null, order] = &parts[..] {
                        *schema.identity.borrow_mut() = Some(Identity {
                            always: flag(always)?,
                            on_null: flag(on_null)?.unwrap_or(false),
                            order: flag(order)?,
                            options: text_of(options).unwrap_or_default(),
                        });
                    }
                }
                "dialect_kwargs" => {
                    if let Ok(dict) = value.clone().downcast::<rustpython_vm::builtins::PyDict>() {
                        *schema.options.borrow_mut() = options_from_dict(&dict, vm);
                    }
                }
                other => return Err(vm.new_type_error(format!("unknown column option '{other}'"))),
            }
        }
        let column = column_with_quote(&name, ty, Some(schema), quote);
        if let Some(key) = key {
            *column.key.borrow_mut() = key.0;
        }
        if let Some(native) = object.downcast_ref::<Element>() {
            *native.expr.borrow_mut() = Some(Expr::column(&column));
        }
        hold_column(&column, &object);
        Ok(())
    }

    /// A default that is executed by itself.
    pub(crate) fn executable_default(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Rc<ColumnDefault>>> {
        if vm.get_attribute_opt(object, "is_sequence")?.is_none() {
            return Ok(None);
        }
        default_from_py(&object.get_attr("_native", vm)?, vm)
    }

    fn default_from_py(value: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Option<Rc<ColumnDefault>>> {
        if vm.is_none(value) {
            return Ok(None);
        }
        // ("scalar", value) | ("callable", function) | ("clause", expression) | ("sequence", (next value, whether it is optional))
        let parts = super::super::coerce::IterItems::get_iter_items(&**value, vm)?;
        let [kind, value] = &parts[..] else { return Ok(None) };
        Ok(Some(Rc::new(match &*text_of(kind).unwrap_or_default() {
            "callable" => ColumnDefault::Callable(Rc::new(PyDefault { callable: value.clone() })),
            "sentinel" => ColumnDefault::Sentinel,
            "clause" => ColumnDefault::Clause(expr_from_py(value, Role::Any, vm)?),
            "sequence" => {
                let parts = super::super::coerce::IterItems::get_iter_items(&**value, vm)?;
                let [next, is_optional] = &parts[..] else { return Ok(None) };
                ColumnDefault::Sequence {
                    next: expr_from_py(next, Role::Any, vm)?,
                    is_optional: is_optional.clone().try_to_bool(vm)?,
                }
            }
            _ => ColumnDefault::Scalar(value_from_py(value, vm)),
        })))
    }

    fn server_default_from_py(value: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Option<ServerDefault>> {
        if vm.is_none(value) {
            return Ok(None);
        }
        if value.is(&vm.ctx.true_value) {
            return Ok(Some(ServerDefault::Fetched));
        }
        if let Some(text) = text_of(value) {
            return Ok(Some(ServerDefault::Text(text)));
        }
        Ok(Some(ServerDefault::Clause(expr_from_py(value, Role::Any, vm)?)))
    }

    /// Gives a column its name and key, or another type.
    #[pyfunction]
    fn column_set(object: PyObjectRef, name: String, value: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let Some(column) = column_from_py(&object, vm)? else { return Ok(()) };
        match &*name {
            "name" => *column.name.borrow_mut() = text_of(&value).unwrap_or_default(),
            "key" => *column.key.borrow_mut() = text_of(&value).unwrap_or_default(),
            "type" => {
                let ty = type_from_py(&value, vm)?;
                *column.ty.borrow_mut() = ty;
                if let Some(native) = object.downcast_ref::<Element>() {
                    *native.expr.borrow_mut() = Some(Expr::column(&column));
                }
            }
            other => {
                let Some(schema) = &column.schema else { return Ok(()) };
                let flag = value.clone().try_to_bool(vm).unwrap_or(false);
                match other {
                    "nullable" => {
                        schema.nullable.set(flag);
                        schema.nullable_set.set(true);
                    }
                    "primary_key" => schema.primary_key.set(flag),
                    "comment" => *schema.comment.borrow_mut() = text_of(&value),
                    "index" => schema.index.set(Some(flag)),
                    "unique" => schema.unique.set(Some(flag)),
                    "server_default" => *schema.server_default.borrow_mut() = server_default_from_py(&value, vm)?,
                    "default" => *schema.default.borrow_mut() = default_from_py(&value, vm)?,
                    _ => {}
                }
            }
        }
        Ok(())
    }
    /// A CHECK constraint written at the column; its table is known.
    #[pyfunction]
    fn column_add_check(
        object: PyObjectRef,
        check: PyObjectRef,
        table: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let (Some(column), Some(Item::Constraint(check))) = (column_from_py(&object, vm)?, item_of(&check)) else {
            return Err(exc::argument(vm, "a Column and a CheckConstraint are expected"));
        };
        let table = table_of(&table, vm)?;
        *check.table.borrow_mut() = Rc::downgrade(&table);
        schema_ops::apply_naming_to(&check, &table).py(vm)?;
        if let Some(schema) = &column.schema
            && !schema.checks.borrow().iter().any(|it| Rc::ptr_eq(it, &check))
        {
            schema.checks.borrow_mut().push(check);
        }
        Ok(())
    }
    #[pyfunction]
    fn column_add_foreign_key(object: PyObjectRef, fk: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let (Some(column), Some(Item::ForeignKey(fk))) = (column_from_py(&object, vm)?, item_of(&fk)) else {
            return Err(exc::argument(vm, "a Column and a ForeignKey are expected"));
        };
        if fk.parent.borrow().upgrade().is_some() {
            return Err(exc::invalid_request(vm, "This ForeignKey already has a parent !"));
        }
        *fk.parent.borrow_mut() = Rc::downgrade(&column);
        if let Some(schema) = &column.schema {
            schema.foreign_keys.borrow_mut().push(fk);
        }
        Ok(())
    }
    /// Fills `target` with a copy of `source` that belongs to no table.
    #[pyfunction]
    fn column_copy(target: PyObjectRef, source: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let Some(column) = column_from_py(&source, vm)? else { return Err(exc::argument(vm, "a Column is expected")) };
        let made = super::copy_column(&column);
        if let Some(native) = target.downcast_ref::<Element>() {
            *native.expr.borrow_mut() = Some(Expr::column(&made));
        }
        hold_column(&made, &target);
        Ok(())
    }

    /// Whether an element is a text fragment.
    #[pyfunction]
    fn is_text_element(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<bool> {
        Ok(matches!(expr_from_py(&object, Role::DdlExpression, vm)?.kind(), ExprKind::Text(_)))
    }
}
