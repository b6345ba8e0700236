//! Syntax extensions of statements: the native side of `HasSyntaxExtensions`.

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use super::super::coerce::{Role, expr_from_py, expr_to_py};
    use super::super::custom;
    use super::super::statements::native::{fill, stmt_of};
    use super::super::statements::{StatementObject, Stmt};
    use crate::sql::extension::{ExtensionPoint, Extensions};
    use crate::sql::select::Distinct;
    use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};
    use std::rc::Rc;

    fn point_of(name: &str, vm: &VirtualMachine) -> PyResult<ExtensionPoint> {
        ExtensionPoint::named(name).ok_or_else(|| vm.new_value_error(name.to_owned()))
    }

    fn extensions(stmt: &Stmt) -> Option<&Extensions> {
        match stmt {
            Stmt::Select(it) => Some(&it.extensions),
            Stmt::Dml(it) => Some(&it.common().extensions),
            _ => None,
        }
    }

    /// The element that stands for an object in a role of `sqlalchemy.sql.roles`.
    #[pyfunction]
    fn coerce(object: PyObjectRef, role: String, vm: &VirtualMachine) -> PyResult {
        let role = match &*role {
            "WhereHavingRole" => Role::Where,
            "OnClauseRole" => Role::OnClause,
            "ColumnsClauseRole" => Role::ColumnsClause,
            "ByOfRole" => Role::ByOf,
            "OrderByRole" => Role::OrderBy,
            "GroupByRole" => Role::GroupBy,
            "BinaryElementRole" => Role::Expression,
            "ExpressionElementRole" => Role::Element,
            "LimitOffsetRole" => Role::LimitOffset,
            "StatementOptionRole" => Role::StatementOption,
            _ => {
                let text = format!("coercions.expect() of {role} is not part of the playground");
                return Err(vm.new_not_implemented_error(text));
            }
        };
        expr_to_py(&expr_from_py(&object, role, vm)?, vm)
    }

    /// Marks a SELECT as distinct, in place.
    #[pyfunction]
    fn set_distinct(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let mut stmt = stmt_of(&object, vm)?;
        if let Stmt::Select(it) = &mut stmt {
            Rc::make_mut(it).distinct = Distinct::Yes;
        }
        fill(&object, stmt, vm)
    }

    /// A copy of a statement, to be changed in place.
    #[pyfunction]
    fn statement_copy(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        StatementObject::like(&object, stmt_of(&object, vm)?, vm)
    }

    /// What stands at a point.
    #[pyfunction]
    fn extensions_at(object: PyObjectRef, point: String, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
        let (point, stmt) = (point_of(&point, vm)?, stmt_of(&object, vm)?);
        let all = extensions(&stmt).into_iter().flatten().filter(|it| it.0 == point);
        Ok(all.filter_map(|it| custom::object_of(&it.1).cloned()).collect())
    }

    /// Sets what stands at a point, in place.
    #[pyfunction]
    fn set_extensions(
        object: PyObjectRef,
        point: String,
        elements: Vec<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let point = point_of(&point, vm)?;
        let mut stmt = stmt_of(&object, vm)?;
        let extensions = match &mut stmt {
            Stmt::Select(it) => &mut Rc::make_mut(it).extensions,
            Stmt::Dml(it) => &mut Rc::make_mut(it).common_mut().extensions,
            _ => return Err(vm.new_type_error("this statement has no points for extensions")),
        };
        extensions.retain(|it| it.0 != point);
        extensions.extend(elements.iter().map(|it| (point, Rc::new(custom::opaque(it)))));
        fill(&object, stmt, vm)
    }
}
