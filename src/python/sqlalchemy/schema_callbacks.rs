//! Functions of a program that the schema calls: defaults of columns, tokens of naming conventions.

use super::context::context_to_py;
use super::schema::{constraint_to_py, index_to_py};
use crate::engine::context::ExecutionContext;
use crate::python::exc::to_host;
use crate::python::value::{value_from_py, with_vm};
use crate::sql::naming::{Named, NamingTokens};
use crate::sql::schema::{DefaultCallable, TableRef};
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
