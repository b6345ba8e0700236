//! Functions of a program that the schema calls: defaults of columns, tokens of naming conventions.

use super::context::context_to_py;
use super::schema::{constraint_to_py, index_to_py};
use crate::engine::context::ExecutionContext;
use crate::python::exc::to_host;
use crate::python::value::{value_from_py, with_vm};
use crate::sql::ddl::Template;
use crate::sql::naming::{Named, NamingTokens};
use crate::sql::schema::{DdlCondition, DefaultCallable, TableRef};
use crate::sql::selectable::From;
use crate::sql::value::{HostError, Value};
use rustpython_vm::PyObjectRef;
use std::rc::Rc;

/// A Python function as a column default: called with an execution context.
#[derive(Debug)]
pub(crate) struct PyDefault {
    pub(crate) callable: PyObjectRef,
}

impl DefaultCallable for PyDefault {
    fn call(&self, context: &dyn std::any::Any) -> Result<Value, HostError> {
        with_vm(|vm| {
            let context = match context.downcast_ref::<Rc<ExecutionContext>>() {
                Some(context) => context_to_py(context, vm).map_err(to_host)?,
                None => vm.ctx.none(),
            };
            let result = self.callable.call((context,), vm).map_err(to_host)?;
            Ok(value_from_py(&result, vm))
        })
    }
}

/// The functions of a naming convention: called with the constraint or index and its table.
#[derive(Debug)]
pub(crate) struct PyTokens {
    pub(crate) convention: rustpython_vm::builtins::PyDictRef,
}

impl NamingTokens for PyTokens {
    fn token(&self, token: &str, named: &Named, table: &TableRef) -> Option<Result<String, HostError>> {
        with_vm(|vm| {
            let function = self.convention.get_item_opt(token, vm).ok().flatten()?;
            function.is_callable().then(|| {
                let named = match named {
                    Named::Constraint(it) => constraint_to_py(it, vm),
                    Named::Index(it) => index_to_py(it, vm),
                };
                let made = named.and_then(|it| {
                    let table = super::coerce::from_to_py(&From::Table(table.clone()), vm)?;
                    function.call((it, table), vm)
                });
                made.and_then(|it| crate::python::value::str_of(&it, vm)).map_err(to_host)
            })
        })
    }
}

/// The text of a `DDL` object, which its method `_fill` makes.
#[derive(Debug)]
pub(crate) struct PyTemplate {
    pub(crate) object: PyObjectRef,
}

impl Template for PyTemplate {
    fn fill(&self, table: Option<[&str; 3]>) -> Result<String, HostError> {
        with_vm(|vm| {
            let names: Vec<PyObjectRef> = table.into_iter().flatten().map(|it| vm.ctx.new_str(it).into()).collect();
            let filled = vm.call_method(&self.object, "_fill", names).map_err(to_host)?;
            crate::python::value::str_of(&filled, vm).map_err(to_host)
        })
    }
    fn host(&self) -> &dyn std::any::Any {
        &self.object
    }
}

/// `ddl_if()`: a function of the dialect's name.
#[derive(Debug)]
pub(crate) struct PyCondition {
    pub(crate) callable: PyObjectRef,
}

impl DdlCondition for PyCondition {
    fn holds(&self, dialect: &str) -> Result<bool, HostError> {
        with_vm(|vm| {
            let answer = self.callable.call((vm.ctx.new_str(dialect),), vm).map_err(to_host)?;
            answer.try_to_bool(vm).map_err(to_host)
        })
    }
}
