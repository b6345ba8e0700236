//! The classes of `_sqlalchemy_orm` that stand for a session, its transactions and its rows.

#[rustpython_vm::pymodule(sub, name = "_sqlalchemy_orm")]
pub(crate) mod native {
    use super::super::binds;
    use super::super::instance::{expect_object, expect_state, raise};
    use super::super::native::PyMapper;
    use super::super::session;
    use crate::orm::session::Session;
    use crate::orm::session_transaction::SessionTransaction;
    use crate::python::sqlalchemy::engine::connection_to_py;
    use rustpython_vm::{
        Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, builtins::PyFrozenSet, function::FuncArgs,
        function::OptionalArg, types::Constructor,
    };
    use std::cell::RefCell;
    use std::rc::Rc;

    /// Arguments of `Session.add`; `add_all` warns itself.
    #[derive(FromArgs)]
    struct AddArgs {
        #[pyarg(any)]
        instance: PyObjectRef,
        #[pyarg(named, name = "_warn", default = true)]
        warns: bool,
    }

    /// The native half of `Session`.
    #[pyattr]
    #[pyclass(name = "SessionBase", module = "_sqlalchemy_orm")]
    #[derive(Debug, Default, PyPayload)]
    pub(crate) struct SessionBase {
        pub(crate) session: RefCell<Option<Rc<Session>>>,
    }

    impl SessionBase {
        /// The session.
        ///
        /// # Errors
        /// When `__init__` was not called.
        pub(crate) fn get(&self, vm: &VirtualMachine) -> PyResult<Rc<Session>> {
            self.session.borrow().clone().ok_or_else(|| vm.new_attribute_error("this Session was not initialised"))
        }
    }

    new_empty!(SessionBase);

    #[pyclass(with(Constructor), flags(BASETYPE, HAS_DICT, HAS_WEAKREF))]
    impl SessionBase {
        #[pymethod]
        fn _open(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
            session::open(&zelf, args, vm)
        }
        #[pymethod]
        fn add(zelf: &Py<Self>, args: AddArgs, vm: &VirtualMachine) -> PyResult<()> {
            if args.warns {
                Self::_warn_in_flush(zelf, "Session.add()".to_owned(), vm)?;
            }
            let object = expect_object(&args.instance, vm)?;
            zelf.get(vm)?.add(&object).map_err(|it| raise(it, vm))
        }
        #[pymethod]
        fn _warn_in_flush(zelf: &Py<Self>, operation: String, vm: &VirtualMachine) -> PyResult<()> {
            zelf.get(vm)?.warn_in_flush(&operation).map_err(|it| raise(it, vm))
        }
        #[pymethod]
        fn delete(zelf: &Py<Self>, instance: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            let object = expect_object(&instance, vm)?;
            zelf.get(vm)?.delete(&object).map_err(|it| raise(it, vm))
        }
        #[pymethod]
        fn expunge(zelf: &Py<Self>, instance: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            let state = expect_state(&instance, vm)?;
            zelf.get(vm)?.expunge(&state).map_err(|it| raise(it, vm))
        }
        #[pymethod]
        fn expunge_all(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            zelf.get(vm)?.expunge_all();
            Ok(())
        }
        #[pymethod]
        fn _expire(zelf: &Py<Self>, instance: PyObjectRef, names: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            session::expire(&zelf.get(vm)?, &instance, &names, vm)
        }
        #[pymethod]
        fn expire_all(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            zelf.get(vm)?.expire_all().map_err(|it| raise(it, vm))
        }
        #[pymethod]
        fn _refresh(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
            session::refresh(&zelf.get(vm)?, &args, vm)
        }
        #[pymethod]
        fn _flush(zelf: &Py<Self>, instances: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            session::flush(&zelf.get(vm)?, &instances, vm)
        }
        #[pymethod]
        fn _autoflush(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            zelf.get(vm)?.autoflush_now().map_err(|it| raise(it, vm))
        }
        #[pymethod]
        fn commit(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            zelf.get(vm)?.commit().map_err(|it| raise(it, vm))
        }
        #[pymethod]
        fn rollback(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            zelf.get(vm)?.rollback().map_err(|it| raise(it, vm))
        }
        #[pymethod]
        fn _close(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            zelf.get(vm)?.close().map_err(|it| raise(it, vm))
        }
        #[pymethod]
        fn _begin(zelf: &Py<Self>, nested: bool, vm: &VirtualMachine) -> PyResult {
            let session = zelf.get(vm)?;
            let transaction = if nested { session.begin_nested() } else { session.begin() };
            session::transaction_to_py(&session, transaction.map_err(|it| raise(it, vm))?, vm)
        }
        #[pymethod]
        fn _transaction(zelf: &Py<Self>, nested_only: bool, vm: &VirtualMachine) -> PyResult {
            let session = zelf.get(vm)?;
            session::current_transaction_to_py(&session, nested_only, vm)
        }
        #[pymethod]
        fn in_transaction(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
            Ok(zelf.get(vm)?.in_transaction())
        }
        #[pymethod]
        fn in_nested_transaction(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
            Ok(zelf.get(vm)?.in_nested_transaction())
        }
        #[pygetset]
        fn is_active(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
            Ok(zelf.get(vm)?.is_active())
        }
        #[pymethod]
        fn _set_bind(zelf: &Py<Self>, bind: PyObjectRef, routes: bool, vm: &VirtualMachine) -> PyResult<()> {
            binds::set_bind(&*zelf.get(vm)?, &bind, routes, vm)
        }
        #[pygetset]
        fn _routes(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
            Ok(zelf.get(vm)?.routes.get())
        }
        #[pymethod]
        fn _connection_for_bind(
            zelf: &Py<Self>,
            bind: PyObjectRef,
            options: OptionalArg<PyObjectRef>,
            vm: &VirtualMachine,
        ) -> PyResult {
            binds::connection(&*zelf.get(vm)?, &bind, &options.unwrap_or_none(vm), vm)
        }
        /// The connection for the rows that a flush writes, else the session's one.
        #[pymethod]
        fn _connection(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            binds::of_flush(&*zelf.get(vm)?, vm)
        }
        #[pymethod]
        fn _invalidate(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            zelf.get(vm)?.invalidate().map_err(|it| raise(it, vm))
        }
        #[pymethod]
        fn _is_clean(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
            Ok(zelf.get(vm)?.is_clean())
        }
        /// Instances by sort: `new`, `dirty`, `deleted`, `all`.
        #[pymethod]
        fn _instances(zelf: &Py<Self>, which: String, vm: &VirtualMachine) -> PyResult {
            Ok(session::instances(&zelf.get(vm)?, &which, vm))
        }
        #[pymethod]
        fn _contains(zelf: &Py<Self>, instance: PyObjectRef, vm: &VirtualMachine) -> PyResult<bool> {
            let state = expect_state(&instance, vm)?;
            Ok(zelf.get(vm)?.contains_state(&state))
        }
        /// `(keys, rows, needs_unique)` of a SELECT with entities in it.
        #[pymethod]
        fn _load(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            session::load(&zelf.get(vm)?, &args, vm)
        }
        /// `(keys, rows, needs_unique)` of `select(...).from_statement(...)`.
        #[pymethod]
        fn _load_from_statement(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            session::load_from_statement(&zelf.get(vm)?, &args, vm)
        }
        /// `(keys, rows, needs_unique)` of an INSERT, UPDATE or DELETE that returns entities.
        #[pymethod]
        fn _load_dml(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            session::load_dml(&zelf.get(vm)?, &args, vm)
        }
        /// The columns that RETURNING of entities reads.
        #[pymethod]
        fn _returned_columns(_zelf: &Py<Self>, statement: PyObjectRef, vm: &VirtualMachine) -> PyResult {
            session::returned_columns(&statement, vm)
        }
        /// `(keys, rows, needs_unique)` of what an INSERT into several tables returned.
        #[pymethod]
        fn _load_returned(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            session::load_returned(&zelf.get(vm)?, &args, vm)
        }
        /// An instance whose row is gone leaves the session as deleted.
        #[pymethod]
        fn _forget_deleted(zelf: &Py<Self>, instance: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            let state = expect_state(&instance, vm)?;
            zelf.get(vm)?.forget_deleted(&state).map_err(|it| raise(it, vm))
        }
        /// Relationships of an instance that is not in the database are loaded.
        #[pymethod]
        fn _enable_relationship_loading(zelf: &Py<Self>, instance: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            let state = expect_state(&instance, vm)?;
            zelf.get(vm)?.enable_relationship_loading(&state).map_err(|it| raise(it, vm))
        }
        /// The instance of an identity, or None.
        #[pymethod]
        fn _get(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            session::get(&zelf.get(vm)?, &args, vm)
        }
        /// The instance of a key in the identity map, or None.
        #[pymethod]
        fn _lookup(
            zelf: &Py<Self>,
            mapper: PyRef<PyMapper>,
            values: Vec<PyObjectRef>,
            vm: &VirtualMachine,
        ) -> PyResult {
            session::lookup(&zelf.get(vm)?, &mapper.mapper, &values, vm)
        }
        #[pymethod]
        fn _flag(zelf: &Py<Self>, name: String, value: PyObjectRef, vm: &VirtualMachine) -> PyResult {
            session::flag(&zelf.get(vm)?, &name, &value, vm)
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
        fn commit(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            zelf.session.commit_transaction(&zelf.transaction).map_err(|it| raise(it, vm))
        }
        #[pymethod]
        fn rollback(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            if !zelf.transaction.is_open() {
                zelf.transaction.check_usable().map_err(|it| raise(it, vm))?;
            }
            zelf.session.rollback_transaction(&zelf.transaction).map_err(|it| raise(it, vm))
        }
        #[pymethod]
        fn _enter(zelf: &Py<Self>) {
            zelf.session.enter_transaction(&zelf.transaction);
        }
        #[pymethod]
        fn _leave(zelf: &Py<Self>) {
            zelf.session.leave_transaction(&zelf.transaction);
        }
        #[pymethod]
        fn close(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            zelf.session.close_one(&zelf.transaction).map_err(|it| raise(it, vm))
        }
        #[pygetset]
        fn is_active(zelf: &Py<Self>) -> bool {
            zelf.transaction.is_active()
        }
        #[pygetset]
        fn nested(zelf: &Py<Self>) -> bool {
            zelf.transaction.nested
        }
        #[pygetset]
        fn connections(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            let found = zelf.transaction.connections();
            let found = found.iter().map(|it| connection_to_py(it, vm)).collect::<PyResult<Vec<_>>>()?;
            Ok(PyFrozenSet::from_iter(vm, found)?.into_pyobject(vm))
        }
        #[pymethod]
        fn _connection_for_bind(
            zelf: &Py<Self>,
            bind: PyObjectRef,
            options: OptionalArg<PyObjectRef>,
            vm: &VirtualMachine,
        ) -> PyResult {
            binds::connection_in(&zelf.session, &zelf.transaction, &bind, &options.unwrap_or_none(vm), vm)
        }
        #[pymethod]
        fn _bound(zelf: &Py<Self>, bind: PyObjectRef, vm: &VirtualMachine) -> PyResult {
            binds::bound(&zelf.transaction, &bind, vm)
        }
        #[pygetset]
        fn session(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            vm.unwrap_or_none(session::object_of(&zelf.session))
        }
        #[pygetset]
        fn _parent(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            match &zelf.transaction.parent {
                Some(it) => session::transaction_to_py(&zelf.session, it.clone(), vm),
                None => Ok(vm.ctx.none()),
            }
        }
        #[pygetset]
        fn _is_open(zelf: &Py<Self>) -> bool {
            zelf.transaction.is_open()
        }
    }

    /// Rows of a statement with `yield_per`, read part by part.
    #[pyattr]
    #[pyclass(name = "RowParts", module = "_sqlalchemy_orm")]
    #[derive(Debug, PyPayload)]
    pub(crate) struct RowParts {
        pub(crate) rows: RefCell<crate::orm::loading::OrmRows>,
        pub(crate) size: usize,
    }

    #[pyclass]
    impl RowParts {
        #[pymethod]
        fn next_part(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            session::next_part(zelf, vm)
        }
    }
}
