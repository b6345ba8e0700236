//! `filter_by()`: finding the column that a keyword names.

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use super::super::coerce::{Role, expr_to_py, operand_from_py};
    use super::super::plugin;
    use super::super::statements::Stmt;
    use super::super::statements::native::{select_where, stmt_of};
    use crate::python::exc::{self, IntoPy};
    use crate::sql::build;
    use crate::sql::dml::Dml;
    use crate::sql::expr::{Expr, Name};
    use crate::sql::select::{JoinTarget, PluginItem, SelectItem};
    use crate::sql::selectable::From;
    use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine, function::FuncArgs};

    /// `filter_by(**kw)`: searches every FROM, ORM entities first.
    #[pyfunction]
    fn filter_by(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let object = args.shift();
        let stmt = stmt_of(&object, vm)?;
        let mut criteria: Vec<PyObjectRef> = Vec::new();
        for (key, value) in args.kwargs.iter() {
            let name = key.to_string_lossy();
            if let Some(criterion) = relationship_criterion(&stmt, &name, value, vm)? {
                criteria.push(expr_to_py(&criterion, vm)?);
                continue;
            }
            let left = filter_column(&stmt, &name, vm)?;
            let operand = operand_from_py(value, Role::Expression, vm)?;
            let made = build::operate(crate::sql::operators::Op::Eq, &left, &operand).py(vm)?;
            criteria.push(expr_to_py(&made, vm)?);
        }
        select_where(object, criteria, false, vm)
    }

    /// Entities of a SELECT in the order in which they are searched.
    fn entities(select: &crate::sql::select::Select) -> Vec<PluginItem> {
        let mut items: Vec<PluginItem> = Vec::new();
        for item in &select.columns {
            match item {
                SelectItem::Plugin(item) => items.push(item.clone()),
                SelectItem::Expr(expr) => items.extend(plugin::hook().and_then(|it| it.entity_of(expr))),
                SelectItem::From(_) => {}
            }
        }
        items.extend(select.from_plugins.iter().cloned());
        for join in &select.joins {
            if let JoinTarget::Plugin(item) = &join.target {
                items.push(item.clone());
            }
        }
        items
    }

    fn relationship_criterion(
        stmt: &Stmt,
        name: &str,
        value: &PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<Option<Expr>> {
        let (Stmt::Select(select), Some(hook)) = (stmt, plugin::hook()) else { return Ok(None) };
        for item in entities(select) {
            if let Some(criterion) = hook.relationship_equals(&item, name, value, vm)? {
                return Ok(Some(criterion));
            }
        }
        Ok(None)
    }

    fn filter_column(stmt: &Stmt, name: &str, vm: &VirtualMachine) -> PyResult<Expr> {
        let mut found: Vec<(String, Expr)> = Vec::new();
        let mut searched: Vec<String> = Vec::new();
        let mut entity_labels: Vec<String> = Vec::new();
        let mut seen: Vec<u32> = Vec::new();
        if let (Stmt::Select(select), Some(hook)) = (stmt, plugin::hook()) {
            // The tables of entities are searched with these.
            for item in entities(select) {
                if let Some(from) = hook.entity_from(&item, vm)? {
                    seen.extend(flat_from(&from).iter().map(From::id));
                }
            }
        }
        let mut look = |from: &From, found: &mut Vec<(String, Expr)>| {
            if seen.contains(&from.id()) {
                return;
            }
            seen.push(from.id());
            let label = describe_from(from);
            if let Some(column) = from.columns().into_iter().find(|it| &*it.key() == name) {
                found.push((label.clone(), Expr::column(&column)));
            }
            searched.push(label);
        };
        match stmt {
            Stmt::Select(select) => {
                if let Some(hook) = plugin::hook() {
                    for item in entities(select) {
                        let label = hook.describe(&item).unwrap_or_default();
                        if entity_labels.contains(&label) {
                            continue;
                        }
                        entity_labels.push(label.clone());
                        if let Some(expr) = hook.entity_attribute(&item, name, vm)?
                            && !found.iter().any(|(_, it)| it.is(&expr))
                        {
                            found.push((label, expr));
                        }
                    }
                }
                for from in crate::sql::traverse::froms_of_select(select) {
                    for part in flat_from(&from) {
                        look(&part, &mut found);
                    }
                }
                for join in &select.joins {
                    for target in [Some(&join.target), join.left.as_ref()].into_iter().flatten() {
                        if let JoinTarget::From(from) = target {
                            for part in flat_from(from) {
                                look(&part, &mut found);
                            }
                        }
                    }
                }
            }
            Stmt::Dml(dml) => {
                if let (Some(hook), Some(entity)) = (plugin::hook(), &dml.common().entity)
                    && let Some(expr) = hook.entity_attribute(entity, name, vm)?
                {
                    return Ok(expr);
                }
                let table = match &**dml {
                    Dml::Insert(it) => &it.table,
                    Dml::Update(it) => &it.table,
                    Dml::Delete(it) => &it.table,
                };
                look(&From::Table(table.clone()), &mut found);
            }
            _ => {}
        }
        match found.len() {
            1 => Ok(found.remove(0).1),
            0 => {
                entity_labels.extend(searched);
                let count = entity_labels.len();
                entity_labels.truncate(3);
                let more = if count > 3 { format!(", ... ({count} total)") } else { String::new() };
                Err(exc::invalid_request(
                    vm,
                    format!(
                        "None of the FROM clause entities have a property \"{name}\". Searched entities: {}{more}",
                        entity_labels.join(", ")
                    ),
                ))
            }
            _ => {
                let names: Vec<String> = found.into_iter().map(|(it, _)| it).collect();
                Err(exc::error(
                    vm,
                    "AmbiguousColumnError",
                    format!(
                        "Attribute name \"{name}\" is ambiguous; it exists in multiple FROM clause entities ({}). Use \
                         filter() with explicit column references instead of filter_by().",
                        names.join(", ")
                    ),
                    None,
                ))
            }
        }
    }

    fn flat_from(from: &From) -> Vec<From> {
        match from {
            From::Join(join) => {
                let mut out = flat_from(&join.left);
                out.extend(flat_from(&join.right));
                out
            }
            other => vec![other.clone()],
        }
    }

    fn describe_from(from: &From) -> String {
        match from {
            From::Table(table) => table.key().to_string(),
            From::Lightweight(table) => table.name.to_string(),
            From::Alias(alias) => match &alias.name {
                Name::Given(name) => name.to_string(),
                Name::Anon { base, .. } => format!("{base}_1"),
            },
            _ => "Join".to_owned(),
        }
    }
}
