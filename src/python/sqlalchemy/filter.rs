//! `filter_by()`: finding the attribute that a keyword names.

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use super::super::coerce::{expr_to_py, from_to_py};
    use super::super::plugin;
    use super::super::selectables::native::{ColumnCollection, Source};
    use super::super::statements::Stmt;
    use super::super::statements::native::{select_where, stmt_of};
    use crate::python::exc;
    use crate::sql::dml::Dml;
    use crate::sql::select::{JoinTarget, PluginItem, Select, SelectItem};
    use crate::sql::selectable::From;
    use crate::sql::traverse::froms_in;
    use rustpython_vm::types::PyComparisonOp;
    use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine, function::FuncArgs};

    /// `filter_by(**kw)`: searches every FROM, ORM entities first.
    #[pyfunction]
    fn filter_by(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let object = args.shift();
        let places = places(&stmt_of(&object, vm)?, vm)?;
        let mut criteria: Vec<PyObjectRef> = Vec::new();
        for (key, value) in args.kwargs.iter() {
            let attribute = attribute(&places, &key.to_string_lossy(), vm)?;
            criteria.push(attribute.rich_compare(value.clone(), PyComparisonOp::Eq, vm)?);
        }
        select_where(object, criteria, false, vm)
    }

    /// `Query.filter_by(**kw)`: looks at one place only, the last join unless it was reset, else where the
    /// SELECT begins.
    #[pyfunction]
    fn query_filter_by(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let object = args.shift();
        let is_joined = args.shift().try_to_bool(vm)?;
        let selects_from = args.shift().try_to_bool(vm)?;
        let Stmt::Select(select) = stmt_of(&object, vm)? else { return Ok(object) };
        let (place, shown) = filter_by_zero(&select, is_joined, selects_from, vm)?;
        let mut criteria: Vec<PyObjectRef> = Vec::new();
        for (key, value) in args.kwargs.iter() {
            let key = key.to_string_lossy();
            let Some(attribute) = place.as_ref().map(|it| it.get(&key, vm)).transpose()?.flatten() else {
                let message = format!("Entity namespace for \"{shown}\" has no property \"{key}\"");
                return Err(exc::invalid_request(vm, message));
            };
            criteria.push(attribute.rich_compare(value.clone(), PyComparisonOp::Eq, vm)?);
        }
        select_where(object, criteria, false, vm)
    }

    /// The one place of a legacy Query, and how messages show it.
    fn filter_by_zero(
        select: &Select,
        is_joined: bool,
        selects_from: bool,
        vm: &VirtualMachine,
    ) -> PyResult<(Option<Place>, String)> {
        let of_from = |from: &From| -> PyResult<(Option<Place>, String)> {
            let shown = match from {
                From::Table(_) | From::Lightweight(_) => Place::From(from.clone()).describe(vm)?,
                other => from_to_py(other, vm)?.str(vm)?.to_string(),
            };
            Ok((Some(Place::From(from.clone())), shown))
        };
        let of_item = |item: &PluginItem, is_joined: bool| -> PyResult<(Option<Place>, String)> {
            let hook = plugin::hook().expect("there are items of the ORM");
            let described = hook.describe(item).unwrap_or_default();
            let shown = match hook.entity_from(item, vm)? {
                Some(from @ From::Table(_)) if !is_joined => Place::From(from).describe(vm)?,
                _ => described.clone(),
            };
            Ok((hook.entity_namespace(item, vm)?.map(|it| Place::Entity(it, described)), shown))
        };
        if let Some(join) = select.joins.last().filter(|_| is_joined) {
            return match &join.target {
                JoinTarget::Plugin(item) => of_item(item, true),
                JoinTarget::From(from) => of_from(from),
            };
        }
        if let Some(item) = select.from_plugins.first().filter(|_| selects_from) {
            return of_item(item, false);
        }
        if let Some(from) = select.from_.first().filter(|_| selects_from) {
            return of_from(from);
        }
        match select.columns.first() {
            None => Err(vm.new_index_error("list index out of range")),
            Some(SelectItem::Plugin(item)) => of_item(item, false),
            Some(SelectItem::From(from)) => of_from(from),
            Some(SelectItem::Expr(expr)) => {
                let shown = expr_to_py(expr, vm)?.str(vm)?.to_string();
                let entity = plugin::hook().and_then(|it| it.entity_of(expr));
                if let Some(item) = entity {
                    return Ok((of_item(&item, false)?.0, shown));
                }
                Ok((froms_in(expr).first().map(|it| Place::From(it.clone())), shown))
            }
        }
    }

    /// Where attributes are looked for.
    enum Place {
        /// The class of an entity or what `aliased()` gave, and how messages show it.
        Entity(PyObjectRef, String),
        From(From),
    }

    impl Place {
        fn get(&self, name: &str, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
            match self {
                Self::Entity(namespace, _) => vm.get_attribute_opt(namespace, vm.ctx.intern_str(name)),
                Self::From(from) => {
                    let columns = ColumnCollection { source: Source::From(from.clone()) };
                    columns.find(name).map(|it| expr_to_py(&it, vm)).transpose()
                }
            }
        }
        fn describe(&self, vm: &VirtualMachine) -> PyResult<String> {
            Ok(match self {
                Self::Entity(_, shown) => shown.clone(),
                Self::From(from) => from_to_py(from, vm)?.str(vm)?.to_string(),
            })
        }
    }

    /// Entities of a SELECT in the order in which they are searched, and whether messages show them as such: of those
    /// in expressions and of what is joined they show the table.
    fn entities(select: &Select) -> Vec<(PluginItem, bool)> {
        let mut items = Vec::new();
        for item in &select.columns {
            match item {
                SelectItem::Plugin(item) => items.push((item.clone(), true)),
                SelectItem::Expr(expr) => {
                    let entity = plugin::hook().and_then(|it| it.entity_of(expr));
                    items.extend(entity.map(|it| (it, expr.as_column().is_some())));
                }
                SelectItem::From(_) => {}
            }
        }
        items.extend(select.from_plugins.iter().map(|it| (it.clone(), true)));
        for join in &select.joins {
            if let JoinTarget::Plugin(item) = &join.target {
                items.push((item.clone(), false));
            }
        }
        items
    }

    /// FROM objects that a statement names, besides entities.
    fn froms(stmt: &Stmt) -> Vec<From> {
        let mut found = Vec::new();
        match stmt {
            Stmt::Select(select) => {
                for item in &select.columns {
                    match item {
                        SelectItem::Expr(expr) => found.extend(froms_in(expr)),
                        SelectItem::From(from) => found.extend(with_parts(from)),
                        SelectItem::Plugin(_) => {}
                    }
                }
                found.extend(select.from_.iter().cloned());
                for join in &select.joins {
                    if let JoinTarget::From(from) = &join.target {
                        found.push(from.clone());
                    }
                }
            }
            Stmt::Dml(dml) => {
                let (table, criteria) = match &**dml {
                    Dml::Insert(it) => (&it.table, &[][..]),
                    Dml::Update(it) => (&it.table, &it.where_[..]),
                    Dml::Delete(it) => (&it.table, &it.where_[..]),
                };
                found.push(From::Table(table.clone()));
                found.extend(criteria.iter().flat_map(froms_in));
            }
            _ => {}
        }
        found
    }

    /// A join's sides before the join itself.
    fn with_parts(from: &From) -> Vec<From> {
        let mut found = match from {
            From::Join(join) => [with_parts(&join.left), with_parts(&join.right)].concat(),
            _ => Vec::new(),
        };
        found.push(from.clone());
        found
    }

    fn places(stmt: &Stmt, vm: &VirtualMachine) -> PyResult<Vec<Place>> {
        let mut places = Vec::new();
        let mut seen: Vec<u32> = Vec::new();
        if let Some(hook) = plugin::hook() {
            let items = match stmt {
                Stmt::Select(select) => entities(select),
                Stmt::Dml(dml) => dml.common().entity.iter().map(|it| (it.clone(), false)).collect(),
                _ => Vec::new(),
            };
            for (item, is_shown) in items {
                // The tables of an entity are searched with it.
                let own = hook.entity_from(&item, vm)?;
                let Some(namespace) = hook.entity_namespace(&item, vm)? else { continue };
                if own.as_ref().is_some_and(|it| seen.contains(&it.id())) {
                    continue;
                }
                seen.extend(own.iter().flat_map(with_parts).map(|it| it.id()));
                let shown = match own.filter(|_| !is_shown) {
                    Some(from) => Place::From(from).describe(vm)?,
                    None => hook.describe(&item).unwrap_or_default(),
                };
                places.push(Place::Entity(namespace, shown));
            }
        }
        for from in froms(stmt) {
            if !seen.contains(&from.id()) {
                seen.push(from.id());
                places.push(Place::From(from));
            }
        }
        Ok(places)
    }

    fn attribute(places: &[Place], name: &str, vm: &VirtualMachine) -> PyResult {
        let mut found = None;
        for place in places {
            let Some(attribute) = place.get(name, vm)? else { continue };
            if found.is_some() {
                return Err(exc::error(
                    vm,
                    "AmbiguousColumnError",
                    format!(
                        "Attribute name \"{name}\" is ambiguous; it exists in multiple FROM clause entities ({}). Use \
                         filter() with explicit column references instead of filter_by().",
                        searched(places, vm)?
                    ),
                    None,
                ));
            }
            found = Some(attribute);
        }
        match found {
            Some(attribute) => Ok(attribute),
            None => Err(exc::invalid_request(
                vm,
                format!(
                    "None of the FROM clause entities have a property \"{name}\". Searched entities: {}",
                    searched(places, vm)?
                ),
            )),
        }
    }

    fn searched(places: &[Place], vm: &VirtualMachine) -> PyResult<String> {
        let shown = places.iter().take(3).map(|it| it.describe(vm)).collect::<PyResult<Vec<_>>>()?.join(", ");
        let more = if places.len() > 3 { format!(", ... ({} total)", places.len()) } else { String::new() };
        Ok(shown + &more)
    }
}
