//! `_sqlalchemy_orm`: the native classes and functions under `sqlalchemy.orm`.

pub(crate) use super::native_session::native::{RowParts, SessionBase, TransactionBase};
pub(crate) use module::{AliasedInsp, Attribute, OptionBase, PyInstanceState, PyMapper};

use super::{functions, native_session};

/// Its definition, for the interpreter.
pub fn module_def(ctx: &rustpython_vm::Context) -> &'static rustpython_vm::builtins::PyModuleDef {
    module::module_def(ctx)
}

#[rustpython_vm::pymodule(name = "_sqlalchemy_orm", with(functions::native, native_session::native))]
mod module {
    use super::super::attribute;
    use super::super::classes;
    use super::super::inheriting;
    use super::super::instance::{self, object_to_py};
    use super::super::mapper as mapping;
    use super::super::session;
    use crate::orm::entity::Entity;
    use crate::orm::mapper::Mapper;
    use crate::orm::option_paths::entity_str;
    use crate::orm::plugin::RelationshipAttr;
    use crate::orm::properties::Property;
    use crate::orm::state::{Committed, Lifecycle, StateRef};
    use crate::python::sqlalchemy::registry;
    use crate::python::value::{text_of, value_to_py};
    use crate::sql::expr::Expr;
    use rustpython_vm::{
        AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
        builtins::{PyDictRef, PyType, PyTypeRef},
        function::{FuncArgs, PySetterValue},
        types::{Constructor, GetDescriptor, Representable},
    };
    use std::cell::{Cell, RefCell};
    use std::rc::Rc;

    /// The state of an instance, as Python sees it.
    #[pyattr]
    #[pyclass(name = "InstanceState", module = "sqlalchemy.orm.state")]
    #[derive(Debug, PyPayload)]
    pub(crate) struct PyInstanceState {
        pub(crate) state: StateRef,
    }

    impl Drop for PyInstanceState {
        fn drop(&mut self) {
            super::super::watch::freed(&self.state);
        }
    }

    #[pyclass(flags(HAS_WEAKREF))]
    impl PyInstanceState {
        fn has(&self, lifecycle: Lifecycle) -> bool {
            self.state.lifecycle() == lifecycle
        }
        #[pygetset]
        fn transient(zelf: &Py<Self>) -> bool {
            zelf.has(Lifecycle::Transient)
        }
        #[pygetset]
        fn pending(zelf: &Py<Self>) -> bool {
            zelf.has(Lifecycle::Pending)
        }
        #[pygetset]
        fn persistent(zelf: &Py<Self>) -> bool {
            zelf.has(Lifecycle::Persistent)
        }
        #[pygetset]
        fn deleted(zelf: &Py<Self>) -> bool {
            zelf.has(Lifecycle::Deleted)
        }
        #[pygetset]
        fn was_deleted(zelf: &Py<Self>) -> bool {
            zelf.state.deleted.get()
        }
        #[pygetset]
        fn detached(zelf: &Py<Self>) -> bool {
            zelf.has(Lifecycle::Detached)
        }
        #[pygetset]
        fn modified(zelf: &Py<Self>) -> bool {
            zelf.state.modified.get()
        }
        #[pygetset]
        fn expired(zelf: &Py<Self>) -> bool {
            zelf.state.expired.get()
        }
        #[pygetset]
        fn has_identity(zelf: &Py<Self>) -> bool {
            zelf.state.has_identity()
        }
        #[pygetset]
        fn object(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            vm.unwrap_or_none(instance::instance_of(&zelf.state))
        }
        #[pymethod]
        fn obj(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            Self::object(zelf, vm)
        }
        #[pygetset]
        fn dict(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyDictRef> {
            match instance::instance_of(&zelf.state) {
                Some(it) => instance::dict_of(&it, vm),
                None => Ok(vm.ctx.new_dict()),
            }
        }
        #[pygetset]
        fn mapper(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            vm.unwrap_or_none(classes::object_of_mapper(&zelf.state.mapper))
        }
        #[pygetset]
        fn class_(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyTypeRef> {
            classes::class_of_mapper(&zelf.state.mapper, vm)
        }
        #[pygetset]
        fn identity(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            match zelf.state.key() {
                Some(key) => vm.ctx.new_tuple(key.values.iter().map(|it| value_to_py(it, vm)).collect()).into(),
                None => vm.ctx.none(),
            }
        }
        #[pygetset]
        fn identity_key(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            match zelf.state.key() {
                Some(key) => session::identity_key_to_py(&zelf.state.mapper, &key, vm),
                None => Ok(vm.ctx.none()),
            }
        }
        #[pygetset]
        fn key(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            Self::identity_key(zelf, vm)
        }
        #[pygetset]
        fn session(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            vm.unwrap_or_none(zelf.state.session().and_then(|it| session::object_of(&it)))
        }
        #[pygetset]
        fn unloaded(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            let keys = attribute::unloaded(&zelf.state).into_iter().map(|it| vm.ctx.new_str(&*it).into());
            mapping::new_set(keys.collect(), vm)
        }
        #[pygetset]
        fn committed_state(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            let state = vm.ctx.new_dict();
            for (key, old) in &*zelf.state.committed.borrow() {
                let old = match old {
                    Committed::Value(value) => value_to_py(value, vm),
                    Committed::Object(object) => object.as_ref().map_or_else(|| vm.ctx.none(), object_to_py),
                    Committed::NoValue => registry::class_of("sqlalchemy.orm.base:NO_VALUE", vm)?,
                    Committed::NoResult => registry::class_of("sqlalchemy.orm.base:PASSIVE_NO_RESULT", vm)?,
                    Committed::Collection(members) => {
                        vm.ctx.new_list(members.iter().map(object_to_py).collect()).into()
                    }
                };
                state.set_item(&**key, old, vm)?;
            }
            Ok(state.into())
        }
        #[pygetset]
        fn expired_attributes(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            let mut keys: Vec<Rc<str>> = zelf.state.expired_attributes.borrow().iter().cloned().collect();
            keys.sort();
            mapping::new_set(keys.into_iter().map(|it| vm.ctx.new_str(&*it).into()).collect(), vm)
        }
        #[pygetset]
        fn attrs(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
            registry::class_of("sqlalchemy.orm.inspection:attribute_states", vm)?.call((zelf,), vm)
        }
        /// The number of the session.
        #[pygetset]
        fn session_id(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            match zelf.state.session().and_then(|it| session::object_of(&it)) {
                Some(it) => it.get_attr("hash_key", vm),
                None => Ok(vm.ctx.none()),
            }
        }
        #[pygetset]
        fn unmodified(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
            registry::class_of("sqlalchemy.orm.inspection:unmodified", vm)?.call((zelf,), vm)
        }
        #[pymethod]
        fn unmodified_intersection(zelf: PyRef<Self>, keys: PyObjectRef, vm: &VirtualMachine) -> PyResult {
            registry::class_of("sqlalchemy.orm.inspection:unmodified_intersection", vm)?.call((zelf, keys), vm)
        }
        /// `(added, unchanged, deleted)` of an attribute.
        #[pymethod]
        fn _history(zelf: &Py<Self>, key: String, vm: &VirtualMachine) -> PyResult {
            attribute::history(&zelf.state, &key, vm)
        }
        /// `<User at 0x...>`
        #[pymethod]
        fn _describe(zelf: &Py<Self>) -> String {
            zelf.state.describe()
        }
        #[pymethod]
        fn _committed_keys(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            let keys = zelf.state.committed.borrow();
            vm.ctx.new_list(keys.keys().map(|it| vm.ctx.new_str(&**it).into()).collect()).into()
        }
    }

    /// A mapper, as Python sees it.
    #[pyattr]
    #[pyclass(name = "Mapper", module = "sqlalchemy.orm.mapper")]
    #[derive(Debug, PyPayload)]
    pub(crate) struct PyMapper {
        pub(crate) mapper: Rc<Mapper>,
        pub(crate) table: PyObjectRef,
        pub(crate) registry: PyObjectRef,
        /// Relationships as written: key and `RelationshipProperty`.
        pub(crate) declared: RefCell<Vec<(String, PyObjectRef)>>,
        /// The attributes of base and table are in.
        pub(crate) has_properties: Cell<bool>,
    }

    impl PyMapper {
        /// Lets go of what would keep the run's objects alive.
        pub(crate) fn clear(&self) {
            self.declared.borrow_mut().clear();
            self.mapper.class.clear();
            self.mapper.version_id_generator.clear();
            let props = std::mem::take(&mut *self.mapper.props.borrow_mut());
            self.mapper.forget_derived();
            self.mapper.inheritance.inheriting.borrow_mut().clear();
            self.mapper.inheritance.inherits.borrow_mut().take();
            self.mapper.column_to_property.borrow_mut().clear();
            for prop in props.values() {
                prop.host.clear();
                prop.default_value.clear();
                if let Some(relationship) = prop.as_relationship() {
                    relationship.argument.clear();
                    relationship.collection_class.clear();
                }
            }
        }
    }

    impl Constructor for PyMapper {
        type Args = FuncArgs;
        fn slot_new(cls: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            mapping::new_mapper(cls, args, vm)
        }
        fn py_new(_cls: &Py<PyType>, _args: Self::Args, vm: &VirtualMachine) -> PyResult<Self> {
            Err(vm.new_type_error("use map_imperatively()"))
        }
    }

    impl Representable for PyMapper {
        fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
            Ok(format!("<Mapper at 0x{:x}; {}>", zelf.get_id(), zelf.mapper.class_name))
        }
    }

    #[pyclass(with(Constructor, Representable), flags(BASETYPE, HAS_WEAKREF))]
    impl PyMapper {
        #[pymethod]
        fn __str__(zelf: &Py<Self>) -> String {
            zelf.mapper.describe()
        }
        #[pygetset]
        fn class_(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyTypeRef> {
            classes::class_of_mapper(&zelf.mapper, vm)
        }
        #[pygetset]
        fn entity(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyTypeRef> {
            Self::class_(zelf, vm)
        }
        #[pygetset]
        fn local_table(zelf: &Py<Self>) -> PyObjectRef {
            zelf.table.clone()
        }
        #[pygetset]
        fn registry(zelf: &Py<Self>) -> PyObjectRef {
            zelf.registry.clone()
        }
        #[pygetset]
        fn mapper(zelf: PyRef<Self>) -> PyRef<Self> {
            zelf
        }
        #[pygetset]
        fn attrs(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
            registry::class_of("sqlalchemy.orm.inspection:attrs", vm)?.call((zelf,), vm)
        }
        #[pygetset]
        fn column_attrs(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
            registry::class_of("sqlalchemy.orm.inspection:column_attrs", vm)?.call((zelf,), vm)
        }
        #[pygetset]
        fn relationships(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
            registry::class_of("sqlalchemy.orm.inspection:relationships", vm)?.call((zelf,), vm)
        }
        #[pygetset]
        fn synonyms(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
            registry::class_of("sqlalchemy.orm.inspection:synonyms", vm)?.call((zelf,), vm)
        }
        #[pygetset]
        fn columns(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
            registry::class_of("sqlalchemy.orm.inspection:columns", vm)?.call((zelf,), vm)
        }
        #[pygetset]
        fn c(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
            registry::class_of("sqlalchemy.orm.inspection:columns", vm)?.call((zelf,), vm)
        }
        #[pygetset]
        fn all_orm_descriptors(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
            registry::class_of("sqlalchemy.orm.inspection:descriptors", vm)?.call((zelf,), vm)
        }
        #[pymethod]
        fn get_property(zelf: PyRef<Self>, key: String, vm: &VirtualMachine) -> PyResult {
            registry::class_of("sqlalchemy.orm.inspection:property_of", vm)?.call((zelf, key), vm)
        }
        #[pymethod]
        fn get_property_by_column(zelf: PyRef<Self>, column: PyObjectRef, vm: &VirtualMachine) -> PyResult {
            let key = mapping::key_for_column(&zelf.mapper, &column, vm)?;
            registry::class_of("sqlalchemy.orm.inspection:property_of", vm)?.call((zelf, key), vm)
        }
        #[pygetset]
        fn is_mapper(_zelf: &Py<Self>) -> bool {
            true
        }
        /// Its place in its hierarchy, by name; the public names are in `sqlalchemy.orm.mapper`.
        #[pymethod]
        fn _told(zelf: &Py<Self>, name: String, vm: &VirtualMachine) -> PyResult {
            inheriting::told(zelf, &name, vm)
        }
        #[pymethod]
        fn _finish_properties(
            zelf: &Py<Self>,
            excluded: PyObjectRef,
            implemented: PyObjectRef,
            vm: &VirtualMachine,
        ) -> PyResult<()> {
            inheriting::finish_properties(zelf, &excluded, &implemented, vm)
        }
        #[pymethod]
        fn _set_polymorphic_on(zelf: &Py<Self>, given: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            inheriting::set_polymorphic_on(zelf, &given, vm)
        }
        #[pymethod]
        fn _set_with_polymorphic(
            zelf: &Py<Self>,
            mappers: PyObjectRef,
            selectable: PyObjectRef,
            vm: &VirtualMachine,
        ) -> PyResult<()> {
            inheriting::set_with_polymorphic(zelf, &mappers, &selectable, vm)
        }
        /// What reading an attribute gives where nothing was set.
        #[pymethod]
        fn _set_default(zelf: &Py<Self>, key: String, value: PyObjectRef) {
            if let Some(prop) = zelf.mapper.property(&key) {
                prop.default_value.set(Rc::new(value));
            }
        }
        /// Changes of a column attribute load the old value first.
        #[pymethod]
        fn _set_active_history(zelf: &Py<Self>, key: String) {
            if let Some(prop) = zelf.mapper.property(&key)
                && let Some(column) = prop.as_column()
            {
                column.active_history.set(true);
            }
        }
        #[pymethod]
        fn _set_concrete_base(zelf: &Py<Self>, base: PyRef<PyMapper>) {
            zelf.mapper.set_concrete_base(&base.mapper);
        }
        #[pymethod]
        fn isa(zelf: &Py<Self>, other: PyRef<PyMapper>) -> bool {
            zelf.mapper.is_a(&other.mapper)
        }
        #[pymethod]
        fn common_parent(zelf: &Py<Self>, other: PyRef<PyMapper>) -> bool {
            zelf.mapper.common_parent(&other.mapper)
        }
        #[pygetset]
        fn primary_key(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            mapping::columns_to_py(&zelf.mapper.primary_key, vm)
        }
        #[pygetset]
        fn configured(zelf: &Py<Self>) -> bool {
            zelf.mapper.configured.get()
        }
        #[pymethod]
        fn add_column(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
            mapping::add_column(zelf, args, vm)
        }
        #[pymethod]
        fn add_expression(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
            mapping::add_expression(zelf, args, vm)
        }
        #[pymethod]
        fn add_relationship(zelf: &Py<Self>, key: String, declared: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            mapping::add_relationship(zelf, key, declared, vm)
        }
        #[pymethod]
        fn add_synonym(
            zelf: &Py<Self>,
            key: String,
            name: String,
            descriptor: PyObjectRef,
            vm: &VirtualMachine,
        ) -> PyResult<()> {
            mapping::add_synonym(zelf, key, name, descriptor, vm)
        }
        #[pymethod]
        fn _declared_relationships(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            let pairs = zelf.declared.borrow();
            let pairs = pairs
                .iter()
                .map(|(key, declared)| vm.ctx.new_tuple(vec![vm.ctx.new_str(&**key).into(), declared.clone()]).into());
            vm.ctx.new_list(pairs.collect()).into()
        }
        #[pymethod]
        fn _is_declared(zelf: &Py<Self>, key: String) -> bool {
            mapping::is_declared(zelf, &key)
        }
        #[pymethod]
        fn _declare(
            zelf: &Py<Self>,
            key: String,
            target: PyRef<PyMapper>,
            values: PyDictRef,
            vm: &VirtualMachine,
        ) -> PyResult<()> {
            mapping::declare(zelf, &key, &target.mapper, &values, vm)
        }
        #[pymethod]
        fn _configure(zelf: &Py<Self>, key: String, vm: &VirtualMachine) -> PyResult<()> {
            mapping::configure(zelf, &key, vm)
        }
        #[pymethod]
        fn _link(zelf: &Py<Self>, key: String, vm: &VirtualMachine) -> PyResult<()> {
            mapping::link(zelf, &key, vm)
        }
        #[pygetset]
        fn allow_partial_pks(zelf: &Py<Self>) -> bool {
            zelf.mapper.allow_partial_pks
        }
        /// Whether an operation travels along a relationship.
        #[pymethod]
        fn _cascades(zelf: &Py<Self>, key: String, kind: String, vm: &VirtualMachine) -> PyResult<bool> {
            classes::configure_mapper(&zelf.mapper, vm)?;
            Ok(mapping::cascades(zelf, &key, &kind))
        }
        #[pymethod]
        fn _set_configured(zelf: &Py<Self>) {
            zelf.mapper.configured.set(true);
        }
        #[pymethod]
        fn _has_property(zelf: &Py<Self>, key: String) -> bool {
            zelf.mapper.property(&key).is_some()
        }
        #[pymethod]
        fn _dispose(zelf: &Py<Self>) {
            zelf.clear();
        }
        /// `[(key, kind)]` of the attributes, in order; kinds are column, expression, relationship, synonym.
        #[pymethod]
        fn _props(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            classes::configure_mapper(&zelf.mapper, vm)?;
            Ok(mapping::props_to_py(zelf, vm))
        }
        /// The same, without working relationships out first.
        #[pymethod]
        fn _props_quietly(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            mapping::props_to_py(zelf, vm)
        }
        /// The columns of an attribute that has some.
        #[pymethod]
        fn _describe_quietly(zelf: &Py<Self>, key: String, vm: &VirtualMachine) -> PyResult {
            match zelf.mapper.property(&key).as_ref().and_then(|it| it.as_column()) {
                Some(it) => mapping::columns_to_py(&it.columns, vm),
                None => Ok(vm.ctx.none()),
            }
        }
        /// What an attribute is another name for.
        #[pymethod]
        fn _synonym_of(zelf: &Py<Self>, key: String) -> Option<String> {
            match &zelf.mapper.property(&key)?.kind {
                crate::orm::properties::PropertyKind::Synonym { name } => Some(name.to_string()),
                _ => None,
            }
        }
        #[pymethod]
        fn _maps_column(zelf: &Py<Self>, column: PyObjectRef, vm: &VirtualMachine) -> bool {
            mapping::key_for_column(&zelf.mapper, &column, vm).is_ok()
        }
        /// What is known of one attribute, as a dictionary.
        #[pymethod]
        fn _describe(zelf: &Py<Self>, key: String, vm: &VirtualMachine) -> PyResult {
            mapping::describe(zelf, &key, vm)
        }
        /// The key of the attribute that holds a column.
        #[pymethod]
        fn _key_for_column(zelf: &Py<Self>, column: PyObjectRef, vm: &VirtualMachine) -> PyResult {
            mapping::key_for_column(&zelf.mapper, &column, vm)
        }
        #[pymethod]
        fn identity_key_from_instance(_zelf: &Py<Self>, instance: PyObjectRef, vm: &VirtualMachine) -> PyResult {
            session::identity_key_of_instance(&instance, vm)
        }
        #[pymethod]
        fn primary_key_from_instance(_zelf: &Py<Self>, instance: PyObjectRef, vm: &VirtualMachine) -> PyResult {
            session::primary_key_of_instance(&instance, vm)
        }
    }

    /// An attribute of an entity: a descriptor on the class, an expression in queries.
    #[pyattr]
    #[pyclass(name = "Attribute", module = "_sqlalchemy_orm")]
    #[derive(Debug, PyPayload)]
    pub(crate) struct Attribute {
        pub(crate) entity: Entity,
        pub(crate) prop: Rc<Property>,
        /// `.of_type()`
        pub(crate) of_type: Option<Entity>,
        /// `.and_()`
        pub(crate) extra_criteria: Vec<Expr>,
    }

    impl Attribute {
        /// As a relationship attribute of a statement.
        pub(crate) fn relationship(&self) -> RelationshipAttr {
            RelationshipAttr {
                entity: self.entity.clone(),
                prop: self.prop.clone(),
                of_type: self.of_type.clone(),
                extra_criteria: self.extra_criteria.clone(),
            }
        }
    }

    impl GetDescriptor for Attribute {
        fn descr_get(
            zelf: &PyObject,
            obj: Option<&PyObject>,
            _cls: Option<&PyObject>,
            vm: &VirtualMachine,
        ) -> PyResult {
            match obj {
                Some(obj) if !vm.is_none(obj) => {
                    let attribute = zelf.downcast_ref::<Attribute>().expect("the slot belongs to this class");
                    attribute::get(obj, &attribute.prop, vm)
                }
                _ => Ok(zelf.to_owned()),
            }
        }
    }

    #[pyclass(with(GetDescriptor), flags(BASETYPE, HAS_DICT, HAS_WEAKREF))]
    impl Attribute {
        #[pyslot]
        fn descr_set(zelf: &PyObject, obj: PyObjectRef, value: PySetterValue, vm: &VirtualMachine) -> PyResult<()> {
            let attribute = zelf.downcast_ref::<Attribute>().expect("the slot belongs to this class");
            match value {
                PySetterValue::Assign(value) => attribute::set(&obj, &attribute.prop, value, vm),
                PySetterValue::Delete => attribute::delete(&obj, &attribute.prop, vm),
            }
        }
        #[pymethod]
        fn __set_name__(_zelf: &Py<Self>, _args: FuncArgs) {}
        #[pymethod]
        fn __clause_element__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            attribute::clause_element(zelf, vm)
        }
        #[pygetset]
        fn key(zelf: &Py<Self>) -> String {
            zelf.prop.key.to_string()
        }
        #[pygetset]
        fn _is_relationship(zelf: &Py<Self>) -> bool {
            zelf.prop.as_relationship().is_some()
        }
        #[pygetset]
        fn parent(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            attribute::entity_to_py(&zelf.entity, vm)
        }
        #[pygetset]
        fn class_(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyTypeRef> {
            classes::class_of_mapper(zelf.entity.mapper(), vm)
        }
        #[pymethod]
        fn __str__(zelf: &Py<Self>) -> String {
            format!("{}.{}", zelf.entity.row_key(), zelf.prop.key)
        }
        /// A relationship comparison by name: `any`, `has`, `contains`, `eq`, `ne`, `of_type`, `and`, ...
        #[pymethod]
        fn _relationship_operator(zelf: &Py<Self>, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            let name = text_of(&args.shift()).unwrap_or_default();
            attribute::relationship_operator(zelf, &name, args, vm)
        }
    }

    /// An aliased entity; `AliasedClass` holds it.
    #[pyattr]
    #[pyclass(name = "AliasedInsp", module = "sqlalchemy.orm.util")]
    #[derive(Debug, PyPayload)]
    pub(crate) struct AliasedInsp {
        pub(crate) entity: Entity,
    }
    #[pyclass(with(Representable), flags(HAS_WEAKREF))]
    impl AliasedInsp {
        #[pymethod]
        fn __str__(zelf: &Py<Self>) -> String {
            entity_str(&zelf.entity)
        }
        #[pygetset]
        fn mapper(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            vm.unwrap_or_none(classes::object_of_mapper(zelf.entity.mapper()))
        }
        #[pygetset]
        fn selectable(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            super::super::super::coerce::from_to_py(&zelf.entity.selectable(), vm)
        }
        #[pygetset]
        fn name(zelf: &Py<Self>) -> Option<String> {
            match &zelf.entity {
                Entity::Aliased(alias) => alias.name.as_ref().map(ToString::to_string),
                Entity::Mapper(_) => None,
            }
        }
        #[pygetset]
        fn class_(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyTypeRef> {
            classes::class_of_mapper(zelf.entity.mapper(), vm)
        }
        #[pygetset]
        fn is_aliased_class(_zelf: &Py<Self>) -> bool {
            true
        }
        /// What tells the entity from others.
        #[pygetset]
        fn _tag(zelf: &Py<Self>) -> u32 {
            zelf.entity.tag().0
        }
        #[pygetset]
        fn with_polymorphic_mappers(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            let mappers = match &zelf.entity {
                Entity::Aliased(alias) => alias.with_polymorphic.clone(),
                Entity::Mapper(_) => Vec::new(),
            };
            let objects = mappers.iter().map(|it| vm.unwrap_or_none(classes::object_of_mapper(it)));
            vm.ctx.new_list(objects.collect()).into()
        }
    }

    impl Representable for AliasedInsp {
        fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
            let class = &zelf.entity.mapper().class_name;
            let parts = match &zelf.entity {
                Entity::Aliased(alias) if !alias.with_polymorphic.is_empty() => {
                    alias.with_polymorphic.iter().map(|it| &*it.class_name).collect::<Vec<_>>().join(", ")
                }
                _ => class.to_string(),
            };
            Ok(format!("<AliasedInsp at 0x{:x}; {class}({parts})>", zelf.get_id()))
        }
    }

    /// A loader option as a statement carries it.
    #[pyattr]
    #[pyclass(name = "OptionBase", module = "_sqlalchemy_orm")]
    #[derive(Debug, PyPayload)]
    pub(crate) struct OptionBase {
        pub(crate) option: Rc<crate::orm::strategy_options::LoaderOption>,
    }
    #[pyclass(flags(HAS_WEAKREF))]
    impl OptionBase {}
}
