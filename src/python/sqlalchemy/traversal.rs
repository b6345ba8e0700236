//! Walking through expressions and statements, and copies of them with parts exchanged.

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use super::super::coerce::{Role, expr_from_py, expr_to_py};
    use super::super::statements::native::stmt_of;
    use super::super::statements::{StatementObject, Stmt};
    use crate::python::value::{text_of, value_from_py};
    use crate::sql::expr::{BindValue, Expr, ExprKind, Name, Query};
    use crate::sql::traverse;
    use crate::sql::value::Value;
    use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine, builtins::PyDict, function::FuncArgs};
    use std::rc::Rc;

    /// `get_children()` of an expression: what is directly inside.
    #[pyfunction]
    fn children(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        if object.downcast_ref::<StatementObject>().is_some() {
            return Err(vm.new_not_implemented_error("get_children() of statements is not part of the playground"));
        }
        let expr = expr_from_py(&object, Role::Any, vm)?;
        if matches!(
            expr.kind(),
            ExprKind::FromClause(_) | ExprKind::ScalarSelect(_) | ExprKind::ScalarValues(_) | ExprKind::Subquery(_)
        ) {
            return Err(vm.new_not_implemented_error("get_children() of subqueries is not part of the playground"));
        }
        let found: PyResult<Vec<_>> = traverse::children(&expr).into_iter().map(|it| expr_to_py(it, vm)).collect();
        Ok(vm.ctx.new_list(found?).into())
    }

    /// `replacement_traverse()`: `with(element)` gives what stands in its place, None to keep it and look inside.
    #[pyfunction]
    fn replace(object: PyObjectRef, with: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let mut raised = None;
        let made = replaced(
            object,
            &mut |expr| {
                if raised.is_some() {
                    return None;
                }
                let answer = expr_to_py(expr, vm)
                    .and_then(|it| with.call((it,), vm))
                    .and_then(|it| if vm.is_none(&it) { Ok(None) } else { expr_from_py(&it, Role::Any, vm).map(Some) });
                answer.unwrap_or_else(|error| {
                    raised = Some(error);
                    None
                })
            },
            vm,
        );
        raised.map_or(made, Err)
    }

    /// `statement.params(**values)`: the same with other values for its named parameters.
    #[pyfunction]
    fn statement_params(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let object = args.shift();
        let mut given: Vec<(Rc<str>, Value)> = Vec::new();
        for dict in args.args.iter().filter_map(|it| it.downcast_ref::<PyDict>()) {
            for (key, value) in dict {
                given.push((text_of(&key).unwrap_or_default(), value_from_py(&value, vm)));
            }
        }
        for (key, value) in args.kwargs.iter() {
            given.push((key.to_string_lossy().into(), value_from_py(value, vm)));
        }
        let mut with = |expr: &Expr| -> Option<Expr> {
            if let ExprKind::Text(text) = expr.kind() {
                return crate::python::sqlalchemy::textual::with_values(text, &given)
                    .map(|it| expr.with_kind(ExprKind::Text(it)));
            }
            let ExprKind::Bind(bind) = expr.kind() else { return None };
            let Name::Given(name) = &bind.key else { return None };
            let (_, value) = given.iter().rev().find(|(key, _)| key == name)?;
            let mut bind = bind.clone();
            bind.value = BindValue::Value(value.clone());
            bind.required = false;
            Some(expr.with_kind(ExprKind::Bind(bind)))
        };
        if object.downcast_ref::<StatementObject>().is_none() {
            let expr = expr_from_py(&object, Role::Any, vm)?;
            if matches!(expr.kind(), ExprKind::Column(_)) {
                return Err(vm.new_not_implemented_error("Immutable objects do not support copying"));
            }
            return expr_to_py(&traverse::replace(&expr, &mut with), vm);
        }
        match stmt_of(&object, vm)? {
            Stmt::Text(text) => match crate::python::sqlalchemy::textual::with_values(&text, &given) {
                Some(made) => StatementObject::like(&object, Stmt::Text(made), vm),
                None => Ok(object),
            },
            Stmt::Dml(_) => Err(vm.new_not_implemented_error(
                "params() is not supported for INSERT/UPDATE/DELETE statements. To set the values for an INSERT or UPDATE \
                 statement, use stmt.values(**parameters).",
            )),
            _ => replaced(object, &mut with, vm),
        }
    }

    /// A copy of an expression or query with parts exchanged.
    fn replaced(object: PyObjectRef, with: &mut dyn FnMut(&Expr) -> Option<Expr>, vm: &VirtualMachine) -> PyResult {
        if object.downcast_ref::<StatementObject>().is_none() {
            let expr = expr_from_py(&object, Role::Any, vm)?;
            return expr_to_py(&traverse::replace(&expr, with), vm);
        }
        let made = match stmt_of(&object, vm)? {
            Stmt::Select(select) => Stmt::Select(traverse::replace_in_select(&select, with)),
            Stmt::Compound(compound) => match traverse::replace_in_query(&Query::Compound(compound), with) {
                Query::Select(it) => Stmt::Select(it),
                Query::Compound(it) => Stmt::Compound(it),
                Query::Text(it) => Stmt::TextualSelect(it),
            },
            _ => return Err(vm.new_not_implemented_error("copies of this statement are not part of the playground")),
        };
        StatementObject::like(&object, made, vm)
    }
}
