//! `_sqlalchemy_orm`: the native classes and functions under `sqlalchemy.orm`.

pub(crate) use module::{AliasedInsp, Attribute, OptionBase, PyInstanceState, PyMapper, SessionBase, TransactionBase};

/// Its definition, for the interpreter.
pub(crate) use module::module_def;

#[rustpython_vm::pymodule(name = "_sqlalchemy_orm")]
mod module {
    use super::super::attribute;
    use super::super::classes;
    use super::super::collections;
    use super::super::instance::{self, expect_object, expect_state, raise};
    use super::super::mapper as mapping;
    use super::super::session;
    use crate::orm::entity::Entity;
    use crate::orm::mapper::Mapper;
    use crate::orm::plugin::RelationshipAttr;
    use crate::orm::properties::Property;
    use crate::orm::session::Session;
    use crate::orm::session_transaction::SessionTransaction;
    use crate::orm::state::{Lifecycle, StateRef};
    use crate::python::value::{text_of, value_to_py};
    use crate::sql::expr::Expr;
    use rustpython_vm::{
        AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
        builtins::{PyDictRef, PyType, PyTypeRef},
        function::{FuncArgs, PySetterValue},
        types::{Constructor, GetDescriptor, Representable},
    };
    use std::cell::RefCell;
    use std::rc::Rc;

    /// The state of an instance, as Python sees it.
    #[pyattr]
    #[pyclass(name = "InstanceState", module = "sqlalchemy.orm.state")]
    #[derive(Debug, PyPayload)]
    pub(crate) struct PyInstanceState {
        pub(crate) state: StateRef,
    }

    #[pyclass(flags(HAS_WEAKREF))]
    impl PyInstanceState {
        fn is(&self, lifecycle: Lifecycle) -> bool {
            self.state.lifecycle() == lifecycle
        }
        #[pygetset]
        fn transient(&self) -> bool {
            self.is(Lifecycle::Transient)
        }
        #[pygetset]
        fn pending(&self) -> bool {
            self.is(Lifecycle::Pending)
        }
        #[pygetset]
        fn persistent(&self) -> bool {
            self.is(Lifecycle::Persistent)
        }
        #[pygetset]
        fn deleted(&self) -> bool {
            self.is(Lifecycle::Deleted)
        }
        #[pygetset]
        fn was_deleted(&self) -> bool {
            self.state.deleted.get()
        }
        #[pygetset]
        fn detached(&self) -> bool {
            self.is(Lifecycle::Detached)
        }
        #[pygetset]
        fn modified(&self) -> bool {
            self.state.modified.get()
        }
        #[pygetset]
        fn expired(&self) -> bool {
            self.state.expired.get()
        }
        #[pygetset]
        fn has_identity(&self) -> bool {
            self.state.has_identity()
        }
        #[pygetset]
        fn object(&self, vm: &VirtualMachine) -> PyObjectRef {
            vm.unwrap_or_none(instance::instance_of(&self.state))
        }
        #[pymethod]
        fn obj(&self, vm: &VirtualMachine) -> PyObjectRef {
            self.object(vm)
        }
        #[pygetset]
        fn dict(&self, vm: &VirtualMachine) -> PyResult<PyDictRef> {
            match instance::instance_of(&self.state) {
                Some(it) => instance::dict_of(&it, vm),
                None => Ok(vm.ctx.new_dict()),
            }
        }
        #[pygetset]
        fn mapper(&self, vm: &VirtualMachine) -> PyObjectRef {
            vm.unwrap_or_none(classes::object_of_mapper(&self.state.mapper))
        }
        #[pygetset]
        fn class_(&self, vm: &VirtualMachine) -> PyResult<PyTypeRef> {
            classes::class_of_mapper(&self.state.mapper, vm)
        }
        #[pygetset]
        fn identity(&self, vm: &VirtualMachine) -> PyObjectRef {
            match self.state.key() {
                Some(key) => vm.ctx.new_tuple(key.values.iter().map(|it| value_to_py(it, vm)).collect()).into(),
                None => vm.ctx.none(),
            }
        }
        #[pygetset]
        fn identity_key(&self, vm: &VirtualMachine) -> PyResult {
            match self.state.key() {
                Some(key) => session::identity_key_to_py(&self.state.mapper, &key, vm),
                None => Ok(vm.ctx.none()),
            }
        }
        #[pygetset]
        fn key(&self, vm: &VirtualMachine) -> PyResult {
            self.identity_key(vm)
        }
        #[pygetset]
        fn session(&self, vm: &VirtualMachine) -> PyObjectRef {
            vm.unwrap_or_none(self.state.session().and_then(|it| session::object_of(&it)))
        }
        #[pygetset]
        fn unloaded(&self, vm: &VirtualMachine) -> PyResult {
            let keys = attribute::unloaded(&self.state).into_iter().map(|it| vm.ctx.new_str(&*it).into());
            mapping::new_set(keys.collect(), vm)
        }
        #[pygetset]
        fn expired_attributes(&self, vm: &VirtualMachine) -> PyResult {
            let mut keys: Vec<Rc<str>> = self.state.expired_attributes.borrow().iter().cloned().collect();
            keys.sort();
            mapping::new_set(keys.into_iter().map(|it| vm.ctx.new_str(&*it).into()).collect(), vm)
        }
        /// `(added, unchanged, deleted)` of an attribute.
        #[pymethod]
        fn _history(&self, key: String, vm: &VirtualMachine) -> PyResult {
            attribute::history(&self.state, &key, vm)
        }
        #[pymethod]
        fn _committed_keys(&self, vm: &VirtualMachine) -> PyObjectRef {
            let keys = self.state.committed.borrow();
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
    }

    impl PyMapper {
        /// The Python object of a mapper.
        pub(crate) fn object_for(mapper: &Mapper, _vm: &VirtualMachine) -> Option<PyObjectRef> {
            classes::object_of_mapper(mapper)
        }
        /// Lets go of what would keep the run's objects alive.
        pub(crate) fn clear(&self) {
            self.declared.borrow_mut().clear();
            self.mapper.class.clear();
            let props = std::mem::take(&mut *self.mapper.props.borrow_mut());
            self.mapper.column_to_property.borrow_mut().clear();
            for prop in props.values() {
                prop.host.clear();
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
        fn __str__(&self) -> String {
            self.mapper.describe()
        }
        #[pygetset]
        fn class_(&self, vm: &VirtualMachine) -> PyResult<PyTypeRef> {
            classes::class_of_mapper(&self.mapper, vm)
        }
        #[pygetset]
        fn entity(&self, vm: &VirtualMachine) -> PyResult<PyTypeRef> {
            self.class_(vm)
        }
        #[pygetset]
        fn local_table(&self) -> PyObjectRef {
            self.table.clone()
        }
        #[pygetset]
        fn persist_selectable(&self) -> PyObjectRef {
            self.table.clone()
        }
        #[pygetset]
        fn selectable(&self) -> PyObjectRef {
            self.table.clone()
        }
        #[pygetset]
        fn registry(&self) -> PyObjectRef {
            self.registry.clone()
        }
        #[pygetset]
        fn mapper(zelf: PyRef<Self>) -> PyRef<Self> {
            zelf
        }
        #[pygetset]
        fn primary_key(&self, vm: &VirtualMachine) -> PyResult {
            mapping::columns_to_py(&self.mapper.primary_key, vm)
        }
        #[pygetset]
        fn configured(&self) -> bool {
            self.mapper.configured.get()
        }
        #[pymethod]
        fn add_column(&self, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
            mapping::add_column(self, args, vm)
        }
        #[pymethod]
        fn add_expression(&self, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
            mapping::add_expression(self, args, vm)
        }
        #[pymethod]
        fn add_relationship(&self, key: String, declared: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            mapping::add_relationship(self, key, declared, vm)
        }
        #[pymethod]
        fn add_synonym(&self, key: String, name: String, vm: &VirtualMachine) -> PyResult<()> {
            mapping::add_synonym(self, key, name, vm)
        }
        #[pymethod]
        fn _declared_relationships(&self, vm: &VirtualMachine) -> PyObjectRef {
            let pairs = self.declared.borrow();
            let pairs = pairs.iter().map(|(key, declared)| {
                vm.ctx.new_tuple(vec![vm.ctx.new_str(&**key).into(), declared.clone()]).into()
            });
            vm.ctx.new_list(pairs.collect()).into()
        }
        #[pymethod]
        fn _is_declared(&self, key: String) -> bool {
            mapping::is_declared(self, &key)
        }
        #[pymethod]
        fn _declare(&self, key: String, target: PyRef<PyMapper>, values: PyDictRef, vm: &VirtualMachine) -> PyResult<()> {
            mapping::declare(self, &key, &target.mapper, &values, vm)
        }
        #[pymethod]
        fn _configure(&self, key: String, vm: &VirtualMachine) -> PyResult<()> {
            mapping::configure(self, &key, vm)
        }
        #[pymethod]
        fn _link(&self, key: String, vm: &VirtualMachine) -> PyResult<()> {
            mapping::link(self, &key, vm)
        }
        #[pymethod]
        fn _set_configured(&self) {
            self.mapper.configured.set(true);
        }
        #[pymethod]
        fn _has_property(&self, key: String) -> bool {
            self.mapper.property(&key).is_some()
        }
        #[pymethod]
        fn _dispose(&self) {
            self.clear();
        }
        /// `[(key, kind)]` of the attributes, in order; kinds are column, expression, relationship, synonym.
        #[pymethod]
        fn _props(&self, vm: &VirtualMachine) -> PyResult {
            classes::configure_if_needed(vm)?;
            Ok(mapping::props_to_py(self, vm))
        }
        /// What is known of one attribute, as a dictionary.
        #[pymethod]
        fn _describe(&self, key: String, vm: &VirtualMachine) -> PyResult {
            mapping::describe(self, &key, vm)
        }
        /// The key of the attribute that holds a column.
        #[pymethod]
        fn _key_for_column(&self, column: PyObjectRef, vm: &VirtualMachine) -> PyResult {
            mapping::key_for_column(&self.mapper, &column, vm)
        }
        #[pymethod]
        fn identity_key_from_instance(&self, instance: PyObjectRef, vm: &VirtualMachine) -> PyResult {
            session::identity_key_of_instance(&instance, vm)
        }
        #[pymethod]
        fn primary_key_from_instance(&self, instance: PyObjectRef, vm: &VirtualMachine) -> PyResult {
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
        fn __set_name__(&self, _args: FuncArgs) {}
        #[pymethod]
        fn __clause_element__(&self, vm: &VirtualMachine) -> PyResult {
            attribute::clause_element(self, vm)
        }
        #[pygetset]
        fn key(&self) -> String {
            self.prop.key.to_string()
        }
        #[pygetset]
        fn name(&self) -> String {
            self.prop.key.to_string()
        }
        #[pygetset]
        fn _is_relationship(&self) -> bool {
            self.prop.as_relationship().is_some()
        }
        #[pygetset]
        fn parent(&self, vm: &VirtualMachine) -> PyResult {
            attribute::entity_to_py(&self.entity, vm)
        }
        #[pygetset]
        fn class_(&self, vm: &VirtualMachine) -> PyResult<PyTypeRef> {
            classes::class_of_mapper(self.entity.mapper(), vm)
        }
        #[pymethod]
        fn __str__(&self) -> String {
            format!("{}.{}", self.entity.row_key(), self.prop.key)
        }
        /// A relationship comparison by name: `any`, `has`, `contains`, `eq`, `ne`, `of_type`, `and`, ...
        #[pymethod]
        fn _relationship_operator(&self, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            let name = text_of(&args.shift()).unwrap_or_default();
            attribute::relationship_operator(self, &name, args, vm)
        }
    }

    /// The native half of `Session`.
    #[pyattr]
    #[pyclass(name = "SessionBase", module = "_sqlalchemy_orm")]
    #[derive(Debug, Default, PyPayload)]
    pub(crate) struct SessionBase {
        pub(crate) session: RefCell<Option<Rc<Session>>>,
        /// The bind as the program gave it.
        pub(crate) bind: RefCell<Option<PyObjectRef>>,
    }

    impl SessionBase {
        /// The session.
        ///
        /// # Errors
        /// When `__init__` was not called.
        pub(crate) fn get(&self, vm: &VirtualMachine) -> PyResult<Rc<Session>> {
            self.session
                .borrow()
                .clone()
                .ok_or_else(|| vm.new_attribute_error("this Session was not initialised"))
        }
    }

    impl Constructor for SessionBase {
        type Args = FuncArgs;
        fn slot_new(cls: PyTypeRef, _args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            Self::default().into_ref_with_type(vm, cls).map(Into::into)
        }
        fn py_new(_cls: &Py<PyType>, _args: Self::Args, _vm: &VirtualMachine) -> PyResult<Self> {
            Ok(Self::default())
        }
    }

    #[pyclass(with(Constructor), flags(BASETYPE, HAS_DICT, HAS_WEAKREF))]
    impl SessionBase {
        #[pymethod]
        fn _open(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
            session::open(&zelf, args, vm)
        }
        #[pymethod]
        fn add(&self, instance: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            let object = expect_object(&instance, vm)?;
            self.get(vm)?.add(&object).map_err(|it| raise(it, vm))
        }
        #[pymethod]
        fn delete(&self, instance: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            let object = expect_object(&instance, vm)?;
            self.get(vm)?.delete(&object).map_err(|it| raise(it, vm))
        }
        #[pymethod]
        fn expunge(&self, instance: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            let state = expect_state(&instance, vm)?;
            self.get(vm)?.expunge(&state).map_err(|it| raise(it, vm))
        }
        #[pymethod]
        fn expunge_all(&self, vm: &VirtualMachine) -> PyResult<()> {
            self.get(vm)?.expunge_all();
            Ok(())
        }
        #[pymethod]
        fn _expire(&self, instance: PyObjectRef, names: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            session::expire(&self.get(vm)?, &instance, &names, vm)
        }
        #[pymethod]
        fn expire_all(&self, vm: &VirtualMachine) -> PyResult<()> {
            self.get(vm)?.expire_all();
            Ok(())
        }
        #[pymethod]
        fn _refresh(&self, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
            session::refresh(&self.get(vm)?, &args, vm)
        }
        #[pymethod]
        fn _flush(&self, instances: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            session::flush(&self.get(vm)?, &instances, vm)
        }
        #[pymethod]
        fn _autoflush(&self, vm: &VirtualMachine) -> PyResult<()> {
            self.get(vm)?.autoflush_now().map_err(|it| raise(it, vm))
        }
        #[pymethod]
        fn commit(&self, vm: &VirtualMachine) -> PyResult<()> {
            self.get(vm)?.commit().map_err(|it| raise(it, vm))
        }
        #[pymethod]
        fn rollback(&self, vm: &VirtualMachine) -> PyResult<()> {
            self.get(vm)?.rollback().map_err(|it| raise(it, vm))
        }
        #[pymethod]
        fn _close(&self, vm: &VirtualMachine) -> PyResult<()> {
            self.get(vm)?.close().map_err(|it| raise(it, vm))
        }
        #[pymethod]
        fn _begin(&self, nested: bool, vm: &VirtualMachine) -> PyResult {
            let session = self.get(vm)?;
            let transaction = if nested { session.begin_nested() } else { session.begin() };
            session::transaction_to_py(&session, transaction.map_err(|it| raise(it, vm))?, vm)
        }
        #[pymethod]
        fn _transaction(&self, nested_only: bool, vm: &VirtualMachine) -> PyResult {
            let session = self.get(vm)?;
            session::current_transaction_to_py(&session, nested_only, vm)
        }
        #[pymethod]
        fn in_transaction(&self, vm: &VirtualMachine) -> PyResult<bool> {
            Ok(self.get(vm)?.in_transaction())
        }
        #[pymethod]
        fn in_nested_transaction(&self, vm: &VirtualMachine) -> PyResult<bool> {
            Ok(self.get(vm)?.in_nested_transaction())
        }
        #[pygetset]
        fn is_active(&self, vm: &VirtualMachine) -> PyResult<bool> {
            Ok(self.get(vm)?.is_active())
        }
        #[pymethod]
        fn _connection(&self, vm: &VirtualMachine) -> PyResult {
            session::connection(&self.get(vm)?, vm)
        }
        #[pymethod]
        fn _is_clean(&self, vm: &VirtualMachine) -> PyResult<bool> {
            Ok(self.get(vm)?.is_clean())
        }
        /// Instances by sort: `new`, `dirty`, `deleted`, `all`.
        #[pymethod]
        fn _instances(&self, which: String, vm: &VirtualMachine) -> PyResult {
            Ok(session::instances(&self.get(vm)?, &which, vm))
        }
        #[pymethod]
        fn __contains__(&self, instance: PyObjectRef, vm: &VirtualMachine) -> PyResult<bool> {
            let state = expect_state(&instance, vm)?;
            Ok(self.get(vm)?.contains_state(&state))
        }
        /// `(keys, rows, needs_unique)` of a SELECT with entities in it.
        #[pymethod]
        fn _load(&self, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            session::load(&self.get(vm)?, &args, vm)
        }
        /// The instance of an identity, or None.
        #[pymethod]
        fn _get(&self, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            session::get(&self.get(vm)?, &args, vm)
        }
        /// The instance of a key in the identity map, or None.
        #[pymethod]
        fn _lookup(&self, mapper: PyRef<PyMapper>, values: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
            session::lookup(&self.get(vm)?, &mapper.mapper, &values, vm)
        }
        #[pymethod]
        fn _flag(&self, name: String, value: PyObjectRef, vm: &VirtualMachine) -> PyResult {
            session::flag(&self.get(vm)?, &name, &value, vm)
        }
    }

    /// The native half of `SessionTransaction`.
    #[pyattr]
    #[pyclass(name = "TransactionBase", module = "_sqlalchemy_orm")]
    #[derive(Debug, PyPayload)]
    pub(crate) struct TransactionBase {
        pub(crate) session: Rc<Session>,
        pub(crate) transaction: Rc<SessionTransaction>,
    }

    #[pyclass(flags(BASETYPE, HAS_DICT, HAS_WEAKREF))]
    impl TransactionBase {
        #[pymethod]
        fn commit(&self, vm: &VirtualMachine) -> PyResult<()> {
            self.session.commit_transaction(&self.transaction).map_err(|it| raise(it, vm))
        }
        #[pymethod]
        fn rollback(&self, vm: &VirtualMachine) -> PyResult<()> {
            self.session.rollback_transaction(&self.transaction).map_err(|it| raise(it, vm))
        }
        #[pymethod]
        fn close(&self, vm: &VirtualMachine) -> PyResult<()> {
            self.session.close_one(&self.transaction).map_err(|it| raise(it, vm))
        }
        #[pygetset]
        fn is_active(&self) -> bool {
            self.transaction.is_active()
        }
        #[pygetset]
        fn nested(&self) -> bool {
            self.transaction.nested
        }
        #[pygetset]
        fn session(&self, vm: &VirtualMachine) -> PyObjectRef {
            vm.unwrap_or_none(session::object_of(&self.session))
        }
        #[pygetset]
        fn _is_open(&self) -> bool {
            self.transaction.is_open()
        }
    }

    #[pyfunction]
    fn request_configure(mapper: PyObjectRef) {
        classes::request_configure(mapper);
    }
    #[pyfunction]
    fn take_unconfigured() -> Vec<PyObjectRef> {
        classes::take_waiting()
    }
    #[pyfunction]
    fn put_back_unconfigured(mappers: Vec<PyObjectRef>) {
        for mapper in mappers {
            classes::request_configure(mapper);
        }
    }
    #[pyfunction]
    fn configure_if_needed(vm: &VirtualMachine) -> PyResult<()> {
        classes::configure_if_needed(vm)
    }
    #[pyfunction]
    fn all_mappers() -> Vec<PyObjectRef> {
        classes::all()
    }
    /// The mapper of a class, or None.
    #[pyfunction]
    fn mapper_of(class: PyObjectRef, vm: &VirtualMachine) -> PyObjectRef {
        vm.unwrap_or_none(classes::mapper_object_of_class(&class, vm))
    }
    /// The state of an instance, or None for what is not mapped.
    #[pyfunction]
    fn state_of(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        if instance::state_of(&object, vm)?.is_none() {
            return Ok(vm.ctx.none());
        }
        instance::dict_of(&object, vm)?.get_item("_sa_instance_state", vm)
    }
    #[pyfunction]
    fn collection_appended(
        collection: PyObjectRef,
        item: PyObjectRef,
        was: Vec<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        collections::appended(&collection, &item, was, vm)
    }
    #[pyfunction]
    fn collection_removed(
        collection: PyObjectRef,
        item: PyObjectRef,
        was: Vec<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        collections::removed(&collection, &item, was, vm)
    }
    #[pyfunction]
    fn key_for_column(instance: PyObjectRef, column: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let state = expect_state(&instance, vm)?;
        mapping::key_for_column(&state.mapper, &column, vm)
    }
    /// `__init__` of declarative classes: keywords become attributes.
    #[pyfunction]
    fn declarative_constructor(args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        attribute::construct(args, vm)
    }
    #[pyfunction]
    fn set_committed_value(instance: PyObjectRef, key: String, value: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        attribute::set_committed(&instance, &key, value, vm)
    }
    #[pyfunction]
    fn flag_modified(instance: PyObjectRef, key: String, vm: &VirtualMachine) -> PyResult<()> {
        attribute::flag_modified(&instance, &key, vm)
    }
    #[pyfunction]
    fn make_transient(instance: PyObjectRef, to_detached: bool, vm: &VirtualMachine) -> PyResult<()> {
        session::make_transient(&instance, to_detached, vm)
    }
    #[pyfunction]
    fn object_session(instance: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let state = expect_state(&instance, vm)?;
        Ok(vm.unwrap_or_none(state.session().and_then(|it| session::object_of(&it))))
    }
    /// `aliased(class, alias, name, flat)`
    #[pyfunction]
    fn aliased(entity: PyObjectRef, alias: PyObjectRef, name: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        attribute::aliased(&entity, &alias, &name, vm)
    }
    /// The attribute of an aliased entity.
    #[pyfunction]
    fn aliased_attribute(entity: PyObjectRef, key: String, vm: &VirtualMachine) -> PyResult {
        attribute::aliased_attribute(&entity, &key, vm)
    }
    /// An aliased entity; `AliasedClass` holds it.
    #[pyattr]
    #[pyclass(name = "AliasedInsp", module = "sqlalchemy.orm.util")]
    #[derive(Debug, PyPayload)]
    pub(crate) struct AliasedInsp {
        pub(crate) entity: Entity,
    }
    #[pyclass(flags(HAS_WEAKREF))]
    impl AliasedInsp {
        #[pygetset]
        fn mapper(&self, vm: &VirtualMachine) -> PyObjectRef {
            vm.unwrap_or_none(classes::object_of_mapper(self.entity.mapper()))
        }
        #[pygetset]
        fn selectable(&self, vm: &VirtualMachine) -> PyResult {
            super::super::super::coerce::from_to_py(&self.entity.selectable(), vm)
        }
        #[pygetset]
        fn name(&self) -> String {
            self.entity.row_key().to_string()
        }
    }
    /// A loader option from its steps; see `strategy_options.py`.
    #[pyfunction]
    fn loader_option(root: PyObjectRef, steps: Vec<PyObjectRef>, branches: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        super::super::options::build(&root, &steps, &branches, vm)
    }
    /// `with_loader_criteria(entity, expression)`
    #[pyfunction]
    fn loader_criteria(entity: PyObjectRef, criteria: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        super::super::options::criteria(&entity, &criteria, vm)
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
