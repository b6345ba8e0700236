//! Walking through expressions and statements, and copies of them with parts exchanged.

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use super::super::coerce::{Role, expr_from_py, expr_to_py, from_from_py, from_to_py};
    use super::super::custom::dml_to_py;
    use super::super::statements::native::stmt_of;
    use super::super::statements::{StatementObject, Stmt, query_to_py, select_item_to_py};
    use crate::python::value::{text_of, value_from_py};
    use crate::sql::build::type_of_value;
    use crate::sql::compile::Statement;
    use crate::sql::dml::{Assigned, AssignedKey, Dml};
    use crate::sql::expr::{BindValue, Expr, ExprKind, Function, Name, Query};
    use crate::sql::operators::Op;
    use crate::sql::select::{Distinct, JoinTarget, OnClause, PluginItem, SelectItem};
    use crate::sql::selectable::{AliasElement, From};
    use crate::sql::traverse;
    use crate::sql::types::null_type;
    use crate::sql::value::Value;
    use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine, builtins::PyDict, function::FuncArgs};
    use std::rc::Rc;

    /// `get_children()`: what is directly inside.
    #[pyfunction]
    fn children(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let found = match super::super::statements::statement_from_py(&object, vm)? {
            Some(Statement::Expr(expr)) => of_expr(&expr, vm)?,
            Some(statement) => of_statement(&statement, vm)?,
            None => match from_from_py(&object, vm)? {
                Some(from) => of_from(&from, vm)?,
                None => of_expr(&expr_from_py(&object, Role::Any, vm)?, vm)?,
            },
        };
        Ok(vm.ctx.new_list(found).into())
    }

    fn list(exprs: &[Expr], vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
        exprs.iter().map(|it| expr_to_py(it, vm)).collect()
    }

    fn of_expr(expr: &Expr, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
        Ok(match expr.kind() {
            ExprKind::Function(function) => {
                let mut found = vec![expr_to_py(&clause_expr(function), vm)?];
                found.extend(list(&function.order_by, vm)?);
                found
            }
            ExprKind::Over(over) => {
                let mut found = vec![expr_to_py(&over.element, vm)?];
                for exprs in [&over.partition_by, &over.order_by].into_iter().filter(|it| !it.is_empty()) {
                    found.push(expr_to_py(&clause_list(exprs), vm)?);
                }
                found
            }
            ExprKind::WithinGroup { function, order_by } => {
                vec![expr_to_py(function, vm)?, expr_to_py(&clause_list(order_by), vm)?]
            }
            ExprKind::FromClause(from) => of_from(from, vm)?,
            ExprKind::ScalarSelect(query) | ExprKind::Subquery(query) => vec![query_to_py(query, vm)?],
            ExprKind::ScalarValues(values) => vec![from_to_py(&From::Alias(values.clone()), vm)?],
            _ => traverse::children(expr).into_iter().map(|it| expr_to_py(it, vm)).collect::<PyResult<_>>()?,
        })
    }

    fn of_from(from: &From, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
        Ok(match from {
            From::Table(_) => Vec::new(),
            From::Lightweight(_) => {
                from.columns().iter().map(|it| expr_to_py(&Expr::column(it), vm)).collect::<PyResult<_>>()?
            }
            From::Join(join) => {
                let mut found = vec![from_to_py(&join.left, vm)?, from_to_py(&join.right, vm)?];
                found.extend(list(join.onclause.as_slice(), vm)?);
                found
            }
            From::Alias(alias) => match &alias.element {
                AliasElement::From(from) => vec![from_to_py(from, vm)?],
                AliasElement::Query(query) => vec![query_to_py(query, vm)?],
                AliasElement::Values(values) => list(&values.columns, vm)?,
                AliasElement::Expr(expr, _) => vec![expr_to_py(expr, vm)?],
                AliasElement::Dml(dml) => vec![dml_to_py(dml, vm)?],
            },
            From::Text(expr) => of_expr(expr, vm)?,
        })
    }

    fn of_items(items: &[SelectItem], vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
        let mut found = Vec::with_capacity(items.len());
        for item in items {
            match item {
                SelectItem::Plugin(item) => found.extend(of_entity(item, vm)?),
                _ => found.push(select_item_to_py(item, vm)?),
            }
        }
        Ok(found)
    }

    /// What an entity selects from.
    fn of_entity(item: &PluginItem, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        let from = super::super::plugin::hook().and_then(|hook| hook.entity_selectable(item));
        from.map(|it| from_to_py(&it, vm)).transpose()
    }

    fn of_statement(statement: &Statement, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
        let mut found = Vec::new();
        match statement {
            Statement::Select(select) => {
                found.extend(of_items(&select.columns, vm)?);
                for exprs in [&select.where_, &select.having, &select.order_by, &select.group_by] {
                    found.extend(list(exprs, vm)?);
                }
                for setup in &select.joins {
                    match &setup.target {
                        JoinTarget::From(from) => found.push(from_to_py(from, vm)?),
                        JoinTarget::Plugin(item) => found.extend(of_entity(item, vm)?),
                    }
                    if let Some(OnClause::Expr(expr)) = &setup.onclause {
                        found.push(expr_to_py(expr, vm)?);
                    }
                    if let Some(JoinTarget::From(from)) = &setup.left {
                        found.push(from_to_py(from, vm)?);
                    }
                }
                found.extend(list(select.limit.as_slice(), vm)?);
                found.extend(list(select.offset.as_slice(), vm)?);
                if let Distinct::On(exprs) = &select.distinct {
                    found.extend(list(exprs, vm)?);
                }
                for from in traverse::froms_of_select(select) {
                    found.push(from_to_py(&from, vm)?);
                }
                for item in &select.from_plugins {
                    found.extend(of_entity(item, vm)?);
                }
            }
            Statement::Compound(compound) => {
                for query in &compound.selects {
                    found.push(query_to_py(query, vm)?);
                }
                found.extend(list(compound.limit.as_slice(), vm)?);
                found.extend(list(compound.offset.as_slice(), vm)?);
                found.extend(list(&compound.order_by, vm)?);
                found.extend(list(&compound.group_by, vm)?);
            }
            Statement::Text(text) => {
                for (bind, (_, ty)) in text.binds.iter().zip(&text.bind_types) {
                    found.push(expr_to_py(&Expr::new(ExprKind::Bind(bind.clone()), ty.clone()), vm)?);
                }
            }
            Statement::Dml(dml) => {
                let (table, values, where_): (_, &[_], &[_]) = match &**dml {
                    Dml::Insert(it) => (&it.table, &it.values, &[]),
                    Dml::Update(it) => (&it.table, &it.values, &it.where_),
                    Dml::Delete(it) => (&it.table, &[], &it.where_),
                };
                found.push(from_to_py(&From::Table(table.clone()), vm)?);
                found.extend(list(where_, vm)?);
                for (key, value) in values {
                    match key {
                        AssignedKey::Column(column) => found.push(expr_to_py(&Expr::column(column), vm)?),
                        AssignedKey::Expr(expr) => found.push(expr_to_py(expr, vm)?),
                        AssignedKey::Name(_) => {}
                    }
                    match (value, key) {
                        (Assigned::Expr(expr), _) => found.push(expr_to_py(expr, vm)?),
                        (Assigned::Value(value), AssignedKey::Name(name)) => {
                            found.push(expr_to_py(&Expr::bind(Some(name), value.clone(), type_of_value(value)), vm)?);
                        }
                        (Assigned::Value(value), AssignedKey::Column(column)) => {
                            let bind = Expr::bind(Some(&column.key()), value.clone(), column.ty());
                            found.push(expr_to_py(&bind, vm)?);
                        }
                        (Assigned::Value(_), AssignedKey::Expr(_)) => {}
                    }
                }
                if let Dml::Insert(it) = &**dml
                    && let Some((_, query)) = &it.from_select
                {
                    found.push(query_to_py(query, vm)?);
                }
                found.extend(of_items(&dml.common().returning, vm)?);
            }
            Statement::Function(expr) | Statement::Expr(expr) => found = of_expr(expr, vm)?,
            Statement::From(from) => found = of_from(from, vm)?,
            Statement::Ddl(_) | Statement::Custom(_) => {}
        }
        Ok(found)
    }

    /// The arguments of a function, in parentheses.
    pub(crate) fn clause_expr(function: &Function) -> Expr {
        Expr::new(ExprKind::Grouping(clause_list(&function.args)), null_type())
    }

    fn clause_list(exprs: &[Expr]) -> Expr {
        Expr::new(ExprKind::List { op: Op::Comma, clauses: exprs.to_vec(), group: true }, null_type())
    }

    fn statement(object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Statement> {
        if object.downcast_ref::<super::super::selectables::FromObject>().is_some()
            && let Some(from) = from_from_py(object, vm)?
        {
            return Ok(Statement::From(from));
        }
        match super::super::statements::statement_from_py(object, vm)? {
            Some(statement) => Ok(statement),
            None => Ok(Statement::Expr(expr_from_py(object, Role::Any, vm)?)),
        }
    }

    /// `compare()`: whether both are built in the same way; None where nobody knows.
    #[pyfunction]
    fn compare(left: PyObjectRef, right: PyObjectRef, vm: &VirtualMachine) -> PyResult<Option<bool>> {
        Ok(crate::sql::compare::compare(&statement(&left, vm)?, &statement(&right, vm)?))
    }

    /// The cache key of a statement or element as a text, and its parameters; None for one that has none.
    #[pyfunction]
    fn cache_key(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        match crate::sql::cache_key::cache_key(&statement(&object, vm)?) {
            Some(key) => Ok(vm.ctx.new_str(format!("{:032x}", key.hash)).into()),
            None => Ok(vm.ctx.none()),
        }
    }

    /// `proxy_set`: the element and what it stands for, outermost first.
    #[pyfunction]
    fn proxies(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let found = list(&crate::sql::labels::proxies(&expr_from_py(&object, Role::Any, vm)?), vm)?;
        Ok(vm.ctx.new_list(found).into())
    }

    /// The FROM objects that an element brings into a select.
    #[pyfunction]
    fn from_objects(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let froms = traverse::froms_in(&expr_from_py(&object, Role::Any, vm)?);
        Ok(vm.ctx.new_list(froms.iter().map(|it| from_to_py(it, vm)).collect::<PyResult<_>>()?).into())
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
        let unique = args.shift().try_to_bool(vm)?;
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
            let value = given.iter().rev().find(|(key, _)| *key == name.text);
            if value.is_none() && !unique {
                return None;
            }
            let mut bind = bind.clone();
            if let Some((_, value)) = value {
                bind.value = BindValue::Value(value.clone());
                bind.required = false;
            }
            if unique {
                bind.key = Name::anon(name);
                bind.unique = true;
            }
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
            Stmt::Select(select) if !unique && !crate::orm::context::has_orm_items(&select) => {
                let mut select = (*select).clone();
                select.params.extend(given);
                StatementObject::like(&object, Stmt::Select(Rc::new(select)), vm)
            }
            Stmt::Compound(compound) if !unique && !stmt_of(&object, vm)?.has_plugin_items() => {
                let mut compound = (*compound).clone();
                compound.params.extend(given);
                StatementObject::like(&object, Stmt::Compound(Rc::new(compound)), vm)
            }
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
