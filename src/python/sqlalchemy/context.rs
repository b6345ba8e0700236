//! `ExecutionContext` for Python: what listeners, default functions and results ask about an execution.

use super::registry;
use crate::engine::context::ExecutionContext;
use rustpython_vm::{PyObjectRef, PyPayload, PyResult, VirtualMachine};
use std::rc::Rc;

/// The Python object of a context: the same one while the statement runs.
pub(crate) fn context_to_py(context: &Rc<ExecutionContext>, vm: &VirtualMachine) -> PyResult {
    if let Some(object) = context.host.get().and_then(|it| it.downcast_ref::<PyObjectRef>().cloned()) {
        return Ok(object);
    }
    let object = new_context(context, vm)?;
    context.host.set(Rc::new(object.clone()));
    Ok(object)
}

/// A new Python object of a context.
pub(crate) fn new_context(context: &Rc<ExecutionContext>, vm: &VirtualMachine) -> PyResult {
    let class = registry::type_named("sqlalchemy.dialects.sqlite.base:SQLiteExecutionContext", vm)?;
    Ok(native::ContextObject { context: context.clone() }.into_ref_with_type(vm, class)?.into())
}

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use super::super::engine::connection_to_py;
    use super::super::engine::native::options_to_py;
    use crate::engine::cache::CacheStats;
    use crate::engine::context::ExecutionContext;
    use crate::engine::events::SentParameters;
    use crate::engine::execute::Parameters;
    use crate::python::value::{parameters_to_py, value_to_py};
    use crate::sql::compile::DmlKind;
    use rustpython_vm::{Py, PyObjectRef, PyPayload, PyResult, VirtualMachine};
    use std::rc::Rc;

    /// Base of `DefaultExecutionContext`.
    #[pyattr]
    #[pyclass(name = "ContextObject", module = "_sqlalchemy")]
    #[derive(Debug, PyPayload)]
    pub(crate) struct ContextObject {
        pub(crate) context: Rc<ExecutionContext>,
    }

    pub(crate) fn dict_of(parameters: &Parameters, vm: &VirtualMachine) -> PyResult {
        let dict = vm.ctx.new_dict();
        for (key, value) in parameters {
            dict.set_item(&**key, value_to_py(value, vm), vm)?;
        }
        Ok(dict.into())
    }

    #[pyclass(flags(BASETYPE, HAS_DICT, HAS_WEAKREF))]
    impl ContextObject {
        #[pygetset]
        fn root_connection(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            connection_to_py(&zelf.context.connection, vm)
        }
        #[pymethod]
        fn _compiled(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            let Some(compiled) = &zelf.context.compiled else { return Ok(vm.ctx.none()) };
            let name = if zelf.context.is_ddl() { "SQLiteDDLCompiler" } else { "SQLiteCompiler" };
            super::super::compile::native::compiled_to_py(
                compiled.clone(),
                &format!("sqlalchemy.dialects.sqlite.base:{name}"),
                vm,
            )
        }
        #[pygetset]
        fn compiled_parameters(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            let sets = zelf.context.all_parameters();
            let sets = sets.iter().map(|it| dict_of(it, vm)).collect::<PyResult<Vec<_>>>()?;
            Ok(vm.ctx.new_list(sets).into())
        }
        #[pygetset]
        fn statement(zelf: &Py<Self>) -> String {
            zelf.context.statement.borrow().to_string()
        }
        #[pygetset]
        fn parameters(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            match &**zelf.context.parameters.borrow() {
                many @ SentParameters::Many(_) => parameters_to_py(many, vm),
                one => vm.ctx.new_list(vec![parameters_to_py(one, vm)]).into(),
            }
        }
        #[pymethod]
        fn _options(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            options_to_py(&zelf.context.options, vm)
        }
        /// `insert`, `update`, `delete`, `ddl`, `text` (raw SQL) or `select`.
        #[pygetset]
        fn _kind(zelf: &Py<Self>) -> &'static str {
            match zelf.context.dml_kind() {
                Some(DmlKind::Insert) => "insert",
                Some(DmlKind::Update) => "update",
                Some(DmlKind::Delete) => "delete",
                None if zelf.context.is_ddl() => "ddl",
                None if zelf.context.compiled.is_none() => "text",
                None => "select",
            }
        }
        #[pygetset]
        fn executemany(zelf: &Py<Self>) -> bool {
            zelf.context.is_many
        }
        /// The name of a member of `CacheStats`.
        #[pygetset]
        fn _cache_hit(zelf: &Py<Self>) -> &'static str {
            match zelf.context.stats {
                Some(CacheStats::Hit) => "CACHE_HIT",
                Some(CacheStats::Miss) => "CACHE_MISS",
                Some(CacheStats::Disabled) => "CACHING_DISABLED",
                Some(CacheStats::NoKey) if zelf.context.is_ddl() => "NO_DIALECT_SUPPORT",
                _ => "NO_CACHE_KEY",
            }
        }
        /// Names of the columns, `rowcount` and `lastrowid`; None before the statement was sent.
        #[pymethod]
        fn _outcome(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            let outcome = zelf.context.outcome.borrow();
            let Some(outcome) = &*outcome else { return vm.ctx.none() };
            let names = outcome.columns.iter().map(|it| vm.ctx.new_str(&**it).into()).collect();
            vm.ctx
                .new_tuple(vec![
                    vm.ctx.new_list(names).into(),
                    vm.ctx.new_int(outcome.row_count).into(),
                    vm.ctx.new_int(outcome.last_insert_rowid).into(),
                ])
                .into()
        }
        #[pygetset]
        fn current_parameters(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            match &*zelf.context.current_default.borrow() {
                Some((set, ..)) => dict_of(&zelf.context.parameters_of(*set), vm),
                None => Ok(vm.ctx.none()),
            }
        }
        #[pygetset]
        fn current_column(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            match &*zelf.context.current_default.borrow() {
                Some((_, column, _)) => super::super::coerce::expr_to_py(&crate::sql::expr::Expr::column(column), vm),
                None => Ok(vm.ctx.none()),
            }
        }
        /// The bind that the default is for, and the binds of further rows of VALUES.
        #[pymethod]
        fn _default_binds(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            let current = zelf.context.current_default.borrow();
            let (Some((_, _, name)), Some(compiled)) = (&*current, &zelf.context.compiled) else {
                return vm.ctx.none();
            };
            let rows = compiled.dml.multi_prefetch.iter().map(|(_, it)| vm.ctx.new_str(&**it).into()).collect();
            vm.ctx.new_tuple(vec![vm.ctx.new_str(&**name).into(), vm.ctx.new_list(rows).into()]).into()
        }
    }
}
