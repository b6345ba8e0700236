//! Functions with what stands around them, arrays, and lists of ORDER BY.

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use super::super::coerce::{Role, expr_from_py, expr_to_py, exprs_from_py, operand_from_py};
    use super::super::elements::frame_from_py;
    use super::super::elements::native::quote_of;
    use super::super::types::type_from_py;
    use crate::python::exc::{self, IntoPy};
    use crate::python::value::text_of;
    use crate::sql::build;
    use crate::sql::expr::{Expr, ExprKind};
    use crate::sql::operators::Op;
    use crate::sql::schema::ColumnNode;
    use crate::sql::types::null_type;
    use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};
    use std::rc::Rc;

    /// `func.a.b.name(*args)`: packages, name, arguments, type.
    #[pyfunction]
    fn function(
        packages: Vec<String>,
        name: PyObjectRef,
        args: Vec<PyObjectRef>,
        ty: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult {
        let packages: Vec<Rc<str>> = packages.into_iter().map(Into::into).collect();
        let args = args.iter().map(|it| operand_from_py(it, Role::Element, vm)).collect::<PyResult<Vec<_>>>()?;
        let ty = if vm.is_none(&ty) { None } else { Some(type_from_py(&ty, vm)?) };
        let made = build::func_with(&packages, &text_of(&name).unwrap_or_default(), args, ty).py(vm)?;
        if quote_of(&name, vm)? == Some(true)
            && let ExprKind::Function(function) = made.kind()
        {
            let quoted = crate::sql::expr::Function { quote: true, ..function.clone() };
            return expr_to_py(&made.with_kind(ExprKind::Function(quoted)), vm);
        }
        expr_to_py(&made, vm)
    }
    /// `function.scalar_table_valued(name, type_)`
    #[pyfunction]
    fn function_member(function: PyObjectRef, name: String, ty: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let left = Expr::new(ExprKind::Grouping(expr_from_py(&function, Role::Any, vm)?), null_type());
        let ty = type_from_py(&ty, vm)?;
        let right = Expr::column(&ColumnNode::new(&name, ty.clone(), None));
        let op = Op::Member;
        let kind = ExprKind::Binary { op, left, right, modifiers: crate::sql::expr::Modifiers::default() };
        expr_to_py(&Expr::new(kind, ty), vm)
    }
    #[pyfunction]
    fn within_group(function: PyObjectRef, order_by: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        let function = expr_from_py(&function, Role::Any, vm)?;
        expr_to_py(&build::within_group(&function, exprs_from_py(&order_by, Role::ByOf, vm)?), vm)
    }
    #[pyfunction]
    fn function_filter(function: PyObjectRef, criteria: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        let function = expr_from_py(&function, Role::Any, vm)?;
        expr_to_py(&build::filter(&function, &exprs_from_py(&criteria, Role::Where, vm)?), vm)
    }
    /// `over(element, partition_by, order_by, frame)`; frame is None or (kind, start, end).
    #[pyfunction]
    fn over(
        element: PyObjectRef,
        partition_by: Vec<PyObjectRef>,
        order_by: Vec<PyObjectRef>,
        frame: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult {
        let element = expr_from_py(&element, Role::Any, vm)?;
        let partition_by = exprs_from_py(&partition_by, Role::ByOf, vm)?;
        let order_by = exprs_from_py(&order_by, Role::ByOf, vm)?;
        let frame = frame_from_py(&frame, vm)?;
        expr_to_py(&build::over(&element, partition_by, order_by, frame).py(vm)?, vm)
    }
    /// `array[index]`, of the type given.
    #[pyfunction]
    fn array_item(object: PyObjectRef, index: PyObjectRef, ty: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let expr = expr_from_py(&object, Role::Any, vm)?;
        let index = operand_from_py(&index, Role::Expression, vm)?;
        expr_to_py(&build::getitem(&expr, &index, type_from_py(&ty, vm)?).py(vm)?, vm)
    }
    /// `value[index]` by an operator, of the type given.
    #[pyfunction]
    fn indexed(
        object: PyObjectRef,
        op: PyObjectRef,
        index: PyObjectRef,
        ty: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult {
        let expr = expr_from_py(&object, Role::Any, vm)?;
        let Some(op) = super::super::operators::operator_from_py(&op, vm)? else {
            return Err(vm.new_type_error("an operator is expected"));
        };
        if matches!(op, crate::sql::operators::Op::Getitem) {
            super::super::operators::check_class("getitem", expr.ty(), vm)?;
        }
        let index = operand_from_py(&index, Role::Expression, vm)?;
        expr_to_py(&build::index_by(&expr, op, &index, type_from_py(&ty, vm)?).py(vm)?, vm)
    }
    /// `postgresql.aggregate_order_by(target, *order_by)`
    #[pyfunction]
    fn ordered_argument(target: PyObjectRef, order_by: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        let target = expr_from_py(&target, Role::Element, vm)?;
        let orders = exprs_from_py(&order_by, Role::OrderBy, vm)?;
        let ty = target.ty().clone();
        let list = Expr::new(ExprKind::List { op: Op::Comma, clauses: orders, group: false }, null_type());
        let clauses = vec![target, list];
        expr_to_py(&Expr::new(ExprKind::List { op: Op::OrderedBy, clauses, group: false }, ty), vm)
    }
    /// `array[start:stop:step]`; without an array `start:stop:step`.
    #[pyfunction]
    fn array_slice(
        object: PyObjectRef,
        start: PyObjectRef,
        stop: PyObjectRef,
        step: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult {
        let bound = |it: &PyObjectRef| operand_from_py(it, Role::Element, vm);
        let (start, stop, step) = (bound(&start)?, bound(&stop)?, bound(&step)?);
        let bounds = [&start, &stop, &step];
        let made = match vm.is_none(&object) {
            true => build::slice(bounds, None),
            false => build::getslice(&expr_from_py(&object, Role::Any, vm)?, bounds),
        };
        expr_to_py(&made, vm)
    }
    /// Elements between commas, as ORDER BY has them.
    #[pyfunction]
    fn order_by_list(items: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        let clauses = exprs_from_py(&items, Role::ByOf, vm)?;
        expr_to_py(&Expr::new(ExprKind::List { op: Op::Comma, clauses, group: false }, null_type()), vm)
    }
    /// `postgresql.array(items)`, of the type given.
    #[pyfunction]
    fn array_literal(items: Vec<PyObjectRef>, ty: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        expr_to_py(&build::array(exprs_from_py(&items, Role::Any, vm)?, type_from_py(&ty, vm)?), vm)
    }
    /// `column["key"].as_integer()` and its kin.
    #[pyfunction]
    fn json_cast(object: PyObjectRef, kind: String, ty: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let expr = expr_from_py(&object, Role::Any, vm)?;
        if expr.ty().affinity() != crate::sql::types::Affinity::Json {
            return Err(vm.new_attribute_error(format!(
                "Neither '{}' object nor 'Comparator' object has an attribute 'as_{kind}'",
                object.class().name()
            )));
        }
        let ExprKind::Binary { op: op @ (Op::JsonGetitem | Op::JsonPathGetitem), left, right, modifiers } = expr.kind()
        else {
            return Err(exc::invalid_request(
                vm,
                format!(
                    "The JSON cast operator JSON.as_{kind}() only works with a JSON index expression e.g. \
                     col['q'].as_{kind}()"
                ),
            ));
        };
        let ty = type_from_py(&ty, vm)?;
        let kind =
            ExprKind::Binary { op: op.clone(), left: left.clone(), right: right.clone(), modifiers: modifiers.clone() };
        expr_to_py(&Expr::new(kind, ty), vm)
    }
    /// `function.aggregate_order_by(...)`
    #[pyfunction]
    fn function_order_by(function: PyObjectRef, order_by: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        let expr = expr_from_py(&function, Role::Any, vm)?;
        let ExprKind::Function(function) = expr.kind() else {
            return Err(exc::argument(vm, "a function is expected"));
        };
        let mut function = function.clone();
        function.order_by = exprs_from_py(&order_by, Role::ByOf, vm)?;
        expr_to_py(&expr.with_kind(ExprKind::Function(function)), vm)
    }
}
