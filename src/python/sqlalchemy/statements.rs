//! `StatementObject`, the native base of SELECT, set operations, `text()` and DML.

use super::coerce::{expr_to_py, from_to_py};
use super::plugin;
use super::registry;
use crate::python::exc;
use crate::sql::compile::Statement;
use crate::sql::ddl::DdlElement;
use crate::sql::dml::Dml;
use crate::sql::expr::{Query, TextClause};
use crate::sql::select::{Compound, PluginItem, Select, SelectItem};
use rustpython_vm::{PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine};
use std::rc::Rc;

pub(crate) use native::StatementObject;

/// What a statement object holds.
#[derive(Clone, Debug)]
pub(crate) enum Stmt {
    Select(Rc<Select>),
    Compound(Rc<Compound>),
    Text(Rc<TextClause>),
    /// `text().columns()`
    TextualSelect(Rc<TextClause>),
    Dml(Rc<Dml>),
    Ddl(DdlElement),
}

impl Stmt {
    /// As a query, if it returns rows.
    pub(crate) fn query(&self) -> Option<Query> {
        match self {
            Self::Select(it) => Some(Query::Select(it.clone())),
            Self::Compound(it) => Some(Query::Compound(it.clone())),
            Self::TextualSelect(it) => Some(Query::Text(it.clone())),
            _ => None,
        }
    }
    /// As a query inside another statement: entities of the ORM spelled out as their columns.
    ///
    /// # Errors
    /// Those of the ORM's compile step.
    pub(crate) fn inner_query(&self, vm: &VirtualMachine) -> PyResult<Option<Query>> {
        let Some(query) = self.query() else { return Ok(None) };
        if !query_has_plugin_items(&query) {
            return Ok(Some(query));
        }
        // Attributes alone need no relationships: mappings are written in terms of such subqueries.
        configure_entities(&query, vm)?;
        let plain = crate::orm::context::core_query(&query, true).map_err(|it| super::orm::instance::raise(it, vm))?;
        Ok(Some(plain))
    }
    /// As something to compile.
    pub(crate) fn statement(&self) -> Statement {
        match self {
            Self::Select(it) => Statement::Select(it.clone()),
            Self::Compound(it) => Statement::Compound(it.clone()),
            Self::Text(it) | Self::TextualSelect(it) => Statement::Text(it.clone()),
            Self::Dml(it) => Statement::Dml(it.clone()),
            Self::Ddl(it) => Statement::Ddl(it.clone()),
        }
    }
    /// Whether ORM items are in it.
    pub(crate) fn has_plugin_items(&self) -> bool {
        match self {
            Self::Select(select) => crate::orm::context::has_orm_items(select),
            Self::Compound(compound) => {
                !compound.options.is_empty() || compound.selects.iter().any(query_has_plugin_items)
            }
            Self::Dml(dml) => {
                let common = dml.common();
                common.entity.is_some()
                    || !common.options.is_empty()
                    || common.returning.iter().any(|it| matches!(it, SelectItem::Plugin(_)))
            }
            _ => false,
        }
    }
}

/// Configures the mappers of entities; attributes alone need no relationships.
fn configure_entities(query: &Query, vm: &VirtualMachine) -> PyResult<()> {
    match query {
        Query::Select(select) => {
            let names_entities = !select.from_plugins.is_empty()
                || !select.options.is_empty()
                || !select.joins.is_empty()
                || select.columns.iter().any(|it| matches!(it, SelectItem::Plugin(_)));
            if names_entities { super::orm::hook::configure_select(select, vm) } else { Ok(()) }
        }
        Query::Compound(compound) => compound.selects.iter().try_for_each(|it| configure_entities(it, vm)),
        Query::Text(_) => Ok(()),
    }
}

fn query_has_plugin_items(query: &Query) -> bool {
    match query {
        Query::Select(select) => crate::orm::context::has_orm_items(select),
        Query::Compound(compound) => compound.selects.iter().any(query_has_plugin_items),
        Query::Text(_) => false,
    }
}

impl StatementObject {
    /// Its statement.
    pub(crate) fn get(&self, vm: &VirtualMachine) -> PyResult<Stmt> {
        self.stmt.borrow().clone().ok_or_else(|| exc::invalid_request(vm, "This statement was not initialised"))
    }
    /// Whether ORM items are in it.
    pub(crate) fn has_plugin_items(&self) -> bool {
        self.stmt.borrow().as_ref().is_some_and(Stmt::has_plugin_items)
    }
    pub(crate) fn new(stmt: Stmt) -> Self {
        Self { stmt: std::cell::RefCell::new(Some(stmt)) }
    }
    /// An object of the class `module:name`.
    pub(crate) fn make(stmt: Stmt, class: &str, vm: &VirtualMachine) -> PyResult {
        let class = registry::type_named(class, vm)?;
        Ok(Self::new(stmt).into_ref_with_type(vm, class)?.into())
    }
    /// Another object of the same class.
    pub(crate) fn like(object: &PyObject, stmt: Stmt, vm: &VirtualMachine) -> PyResult {
        Ok(Self::new(stmt).into_ref_with_type(vm, object.class().to_owned())?.into())
    }
}

/// The statement of a Python object that can be executed or compiled, if it is one.
pub(crate) fn statement_from_py(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Statement>> {
    use super::coerce::{Role, expr_from_py};
    if let Some(statement) = super::custom::statement_of(object, vm)? {
        return Ok(Some(statement));
    }
    if let Some(statement) = object.downcast_ref::<StatementObject>() {
        return Ok(Some(statement.get(vm)?.statement()));
    }
    if object.downcast_ref::<super::elements::Element>().is_some() {
        return Ok(Some(Statement::Expr(expr_from_py(object, Role::Expression, vm)?)));
    }
    Ok(None)
}

/// A query as a Python object.
pub(crate) fn query_to_py(query: &Query, vm: &VirtualMachine) -> PyResult {
    match query {
        Query::Select(it) => StatementObject::make(Stmt::Select(it.clone()), "sqlalchemy.sql.selectable:Select", vm),
        Query::Compound(it) => {
            StatementObject::make(Stmt::Compound(it.clone()), "sqlalchemy.sql.selectable:CompoundSelect", vm)
        }
        Query::Text(it) => {
            StatementObject::make(Stmt::TextualSelect(it.clone()), "sqlalchemy.sql.selectable:TextualSelect", vm)
        }
    }
}

/// The DML statement of a Python object.
pub(crate) fn dml_from_py(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Rc<Dml>>> {
    let Some(statement) = object.downcast_ref::<StatementObject>() else { return Ok(None) };
    Ok(match statement.get(vm)? {
        Stmt::Dml(dml) => Some(dml),
        _ => None,
    })
}

/// An entry of a columns clause as a Python object.
pub(crate) fn select_item_to_py(item: &SelectItem, vm: &VirtualMachine) -> PyResult {
    match item {
        SelectItem::Expr(expr) => expr_to_py(expr, vm),
        SelectItem::From(from) => from_to_py(from, vm),
        SelectItem::Plugin(item) => plugin_to_py(item, vm),
    }
}

fn plugin_to_py(item: &PluginItem, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
    match plugin::hook() {
        Some(hook) => Ok(hook.item_to_py(item, vm)?.unwrap_or_else(|| vm.ctx.none())),
        None => Ok(vm.ctx.none()),
    }
}

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use super::super::coerce::{
        IterItems, Role, clause_element, expect_from, expr_from_py, expr_to_py, exprs_from_py, from_from_py,
        from_refused, from_to_py, is_clause, query_from_py, select_item_from_py,
    };
    use super::super::plugin;
    use super::super::types::type_from_py;
    use super::{Stmt, query_to_py, select_item_to_py};
    use crate::python::exc::{self, IntoPy};
    use crate::python::value::repr_of;
    use crate::sql::build;
    use crate::sql::dml::Dml;
    use crate::sql::expr::{Expr, ExprKind, Query};
    use crate::sql::select::{
        Compound, CompoundKeyword, Distinct, FetchOptions, JoinSetup, JoinTarget, LabelStyle, OnClause, Select,
        SelectItem,
    };
    use crate::sql::selectable::From;
    use indexmap::IndexMap;
    use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine, types::Constructor};
    use std::cell::RefCell;
    use std::rc::Rc;

    /// Base of every statement.
    #[pyattr]
    #[pyclass(name = "StatementObject", module = "_sqlalchemy")]
    #[derive(Debug, PyPayload, Default)]
    pub(crate) struct StatementObject {
        pub(crate) stmt: RefCell<Option<Stmt>>,
    }

    new_empty!(StatementObject);

    #[pyclass(with(Constructor), flags(BASETYPE, HAS_WEAKREF))]
    impl StatementObject {}

    pub(crate) fn stmt_of(object: &PyObject, vm: &VirtualMachine) -> PyResult<Stmt> {
        object
            .downcast_ref::<StatementObject>()
            .ok_or_else(|| exc::argument(vm, format!("a statement is expected, got {}", repr_of(object, vm))))?
            .get(vm)
    }

    pub(crate) fn fill(object: &PyObject, stmt: Stmt, vm: &VirtualMachine) -> PyResult<()> {
        let native = object
            .downcast_ref::<StatementObject>()
            .ok_or_else(|| vm.new_type_error("a statement object is expected"))?;
        *native.stmt.borrow_mut() = Some(stmt);
        Ok(())
    }

    // select()

    #[pyfunction]
    fn select_init(object: PyObjectRef, items: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
        let columns = select_items(&items, vm)?;
        let mut select = Select { columns, ..Select::default() };
        keep_joins(&mut select);
        fill(&object, Stmt::Select(Rc::new(select)), vm)
    }

    /// Entries of a columns clause; a column collection stands for all its columns.
    /// What is selected; a collection of columns stands for each of them.
    pub(crate) fn select_items(items: &[PyObjectRef], vm: &VirtualMachine) -> PyResult<Vec<SelectItem>> {
        let mut out = Vec::with_capacity(items.len());
        for item in items {
            if item.downcast_ref::<super::super::selectables::ColumnCollection>().is_some() {
                for column in item.get_iter_items(vm)? {
                    out.push(select_item_from_py(&column, vm)?);
                }
            } else {
                out.push(select_item_from_py(item, vm)?);
            }
        }
        Ok(out)
    }

    /// A join among the selected items is a FROM object as a whole; aliased entities live as long as the statement.
    fn keep_joins(select: &mut Select) {
        if let Some(hook) = plugin::hook() {
            let tags = select.columns.iter().filter_map(|it| match it {
                SelectItem::Expr(expr) => match expr.kind() {
                    ExprKind::Label { element, .. } => element.0.entity,
                    _ => expr.0.entity,
                },
                _ => None,
            });
            let held: Vec<_> = tags.filter_map(|it| hook.aliased_entity(it)).collect();
            select.held.extend(held);
        }
        for item in &select.columns {
            if let SelectItem::From(from @ From::Join(_)) = item
                && !select.from_.iter().any(|it| it.id() == from.id())
            {
                select.from_.push(from.clone());
            }
        }
    }

    /// Changes a copy of a SELECT, or of what SELECT and set operations have in common.
    pub(crate) fn changed(
        object: &PyObject,
        vm: &VirtualMachine,
        change: impl FnOnce(&mut Select) -> PyResult<()>,
    ) -> PyResult {
        match stmt_of(object, vm)? {
            Stmt::Select(select) => {
                let mut select = (*select).clone();
                change(&mut select)?;
                super::StatementObject::like(object, Stmt::Select(Rc::new(select)), vm)
            }
            Stmt::Compound(compound) => {
                let mut parts = Select {
                    group_by: compound.group_by.clone(),
                    order_by: compound.order_by.clone(),
                    limit: compound.limit.clone(),
                    offset: compound.offset.clone(),
                    fetch: compound.fetch.clone(),
                    for_update: compound.for_update.clone(),
                    label_style: compound.label_style,
                    execution_options: compound.execution_options.clone(),
                    independent_ctes: compound.independent_ctes.clone(),
                    options: compound.options.clone(),
                    ..Select::default()
                };
                change(&mut parts)?;
                let made = Compound {
                    keyword: compound.keyword,
                    selects: compound.selects.clone(),
                    group_by: parts.group_by,
                    order_by: parts.order_by,
                    limit: parts.limit,
                    offset: parts.offset,
                    fetch: parts.fetch,
                    for_update: parts.for_update,
                    label_style: parts.label_style,
                    execution_options: parts.execution_options,
                    independent_ctes: parts.independent_ctes,
                    params: compound.params.clone(),
                    restates: compound.restates,
                    options: parts.options,
                    nested: compound.nested.clone(),
                };
                super::StatementObject::like(object, Stmt::Compound(Rc::new(made)), vm)
            }
            _ => Err(vm.new_type_error("a SELECT is expected")),
        }
    }

    #[pyfunction]
    pub(crate) fn select_where(
        object: PyObjectRef,
        criteria: Vec<PyObjectRef>,
        having: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        let criteria = exprs_from_py(&criteria, Role::Where, vm)?;
        match stmt_of(&object, vm)? {
            Stmt::Dml(dml) => {
                let mut dml = (*dml).clone();
                match &mut dml {
                    Dml::Update(it) => it.where_.extend(criteria),
                    Dml::Delete(it) => it.where_.extend(criteria),
                    Dml::Insert(_) => return Err(vm.new_type_error("INSERT has no WHERE")),
                }
                super::StatementObject::like(&object, Stmt::Dml(Rc::new(dml)), vm)
            }
            _ => changed(&object, vm, |select| {
                let target = if having { &mut select.having } else { &mut select.where_ };
                target.extend(criteria);
                Ok(())
            }),
        }
    }

    pub(crate) fn is_reset(items: &[PyObjectRef], vm: &VirtualMachine) -> bool {
        items.first().is_some_and(|it| vm.is_none(it))
    }

    #[pyfunction]
    fn select_order_by(object: PyObjectRef, items: Vec<PyObjectRef>, group: bool, vm: &VirtualMachine) -> PyResult {
        let reset = is_reset(&items, vm) && items.len() == 1;
        let exprs = match (reset, group) {
            (true, _) => Vec::new(),
            (false, true) => super::super::coerce::group_by_from_py(&items, vm)?,
            (false, false) => exprs_from_py(&items, Role::OrderBy, vm)?,
        };
        changed(&object, vm, |select| {
            let target = if group { &mut select.group_by } else { &mut select.order_by };
            if reset {
                target.clear();
            }
            if group {
                target.extend(exprs);
            } else {
                target.extend(exprs.iter().map(build::order_by_element));
            }
            Ok(())
        })
    }

    fn limit_expr(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Expr>> {
        if vm.is_none(object) {
            return Ok(None);
        }
        let expr = expr_from_py(object, Role::LimitOffset, vm)?;
        if matches!(expr.kind(), ExprKind::Text(_)) {
            let got = repr_of(object, vm);
            return Err(exc::argument(vm, format!("LIMIT / OFFSET expression expected, got {got}.")));
        }
        Ok(Some(expr))
    }

    /// What `limit()` takes, as an expression; `None` for none.
    #[pyfunction]
    fn limit_clause(value: PyObjectRef, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        limit_expr(&value, vm)?.map(|it| expr_to_py(&it, vm)).transpose()
    }

    #[pyfunction]
    fn select_limit(object: PyObjectRef, what: String, value: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let expr = limit_expr(&value, vm)?;
        changed(&object, vm, |select| {
            if what == "limit" {
                select.fetch = None;
                select.limit = expr;
            } else {
                select.offset = expr;
            }
            Ok(())
        })
    }
    #[pyfunction]
    fn select_fetch(
        object: PyObjectRef,
        count: PyObjectRef,
        with_ties: bool,
        percent: bool,
        approximate: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        let expr = limit_expr(&count, vm)?;
        changed(&object, vm, |select| {
            select.limit = None;
            select.fetch = expr.map(|it| (it, FetchOptions { with_ties, percent, approximate }));
            Ok(())
        })
    }
    #[pyfunction]
    fn select_distinct(object: PyObjectRef, on: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        let on = exprs_from_py(&on, Role::ByOf, vm)?;
        changed(&object, vm, |select| {
            select.distinct = match (&select.distinct, on.is_empty()) {
                (_, true) => Distinct::Yes,
                (Distinct::On(known), false) => Distinct::On(known.iter().cloned().chain(on).collect()),
                (_, false) => Distinct::On(on),
            };
            Ok(())
        })
    }
    #[pyfunction]
    fn select_columns(object: PyObjectRef, items: Vec<PyObjectRef>, replace: bool, vm: &VirtualMachine) -> PyResult {
        let items = select_items(&items, vm)?;
        changed(&object, vm, |select| {
            if replace {
                select.replace_columns();
            }
            select.columns.extend(items);
            keep_joins(select);
            Ok(())
        })
    }
    /// What columns alone select from.
    fn column_froms(object: &PyObject, columns: Vec<SelectItem>, vm: &VirtualMachine) -> PyResult<Vec<From>> {
        if columns.is_empty() {
            return Ok(Vec::new());
        }
        let only = Rc::new(Select { columns, ..Select::default() });
        let only = StatementObject::like(object, Stmt::Select(only), vm)?;
        Ok(match stmt_of(&only, vm)?.inner_query(vm)? {
            Some(Query::Select(plain)) => crate::sql::traverse::froms_of_select(&plain),
            _ => Vec::new(),
        })
    }
    #[pyfunction]
    fn select_maintain_froms(object: PyObjectRef, items: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        let items = select_items(&items, vm)?;
        let Stmt::Select(old) = stmt_of(&object, vm)? else { return Err(vm.new_type_error("a SELECT is expected")) };
        let is_entity = |it: &SelectItem| match it {
            SelectItem::Plugin(item) => plugin::hook().is_some_and(|hook| hook.entity_selectable(item).is_some()),
            _ => false,
        };
        let (entities, others): (Vec<_>, Vec<_>) = old.columns.iter().cloned().partition(is_entity);
        let froms = column_froms(&object, others, vm)?;
        changed(&object, vm, |select| {
            select.from_.extend(froms);
            select.from_plugins.extend(entities.into_iter().filter_map(|it| match it {
                SelectItem::Plugin(item) => Some(item),
                _ => None,
            }));
            select.replace_columns();
            select.columns = items;
            Ok(())
        })
    }
    #[pyfunction]
    fn select_from(object: PyObjectRef, items: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        let mut froms = Vec::new();
        let mut plugins = Vec::new();
        for item in &items {
            if let Some(hook) = plugin::hook()
                && let Some(entity) = hook.as_entity(item, vm)?
            {
                plugins.push(entity);
                continue;
            }
            froms.push(expect_from(item, vm)?);
        }
        changed(&object, vm, |select| {
            select.from_.extend(froms);
            select.from_plugins.extend(plugins);
            Ok(())
        })
    }

    fn join_target(object: &PyObject, vm: &VirtualMachine) -> PyResult<JoinTarget> {
        if let Some(hook) = plugin::hook()
            && let Some(target) = hook.as_join_target(object, vm)?
        {
            return Ok(target);
        }
        match from_from_py(object, vm)? {
            Some(from) => Ok(JoinTarget::From(from)),
            None => Err(from_refused(object, Role::JoinTarget, vm)),
        }
    }

    #[pyfunction]
    fn select_join(
        object: PyObjectRef,
        target: PyObjectRef,
        onclause: PyObjectRef,
        left: PyObjectRef,
        outer: bool,
        full: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        let target = join_target(&target, vm)?;
        let onclause = if vm.is_none(&onclause) {
            None
        } else {
            let from_hook = match plugin::hook() {
                Some(hook) => hook.as_onclause(&onclause, vm)?,
                None => None,
            };
            Some(match from_hook {
                Some(it) => it,
                None => OnClause::Expr(expr_from_py(&onclause, Role::OnClause, vm)?),
            })
        };
        let left = if vm.is_none(&left) { None } else { Some(join_target(&left, vm)?) };
        changed(&object, vm, |select| {
            select.joins.push(JoinSetup { target, onclause, left, columns: None, is_outer: outer, full });
            Ok(())
        })
    }
    /// The object, or the statement that a legacy `Query` stands for.
    pub(crate) fn query_element(object: &PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let is_own = is_clause(object) || object.downcast_ref::<rustpython_vm::builtins::PyType>().is_some();
        let element = if is_own { None } else { clause_element(object, vm)? };
        Ok(element.unwrap_or_else(|| object.clone()))
    }
    /// Union and its kin: keyword, queries.
    #[pyfunction]
    fn compound_init(
        object: PyObjectRef,
        keyword: String,
        selects: Vec<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let keyword = match &*keyword {
            "union" => CompoundKeyword::Union,
            "union_all" => CompoundKeyword::UnionAll,
            "except" => CompoundKeyword::Except,
            "except_all" => CompoundKeyword::ExceptAll,
            "intersect" => CompoundKeyword::Intersect,
            _ => CompoundKeyword::IntersectAll,
        };
        let mut queries = Vec::new();
        for select in &selects {
            let element = query_element(select, vm)?;
            match query_from_py(&element, vm)? {
                Some(query) => queries.push(query),
                None => return Err(Role::Compound.refused(select, &element, vm)),
            }
        }
        let made = Compound {
            keyword,
            selects: queries,
            group_by: Vec::new(),
            order_by: Vec::new(),
            limit: None,
            offset: None,
            fetch: None,
            for_update: None,
            label_style: LabelStyle::default(),
            execution_options: IndexMap::new(),
            independent_ctes: Vec::new(),
            params: indexmap::IndexMap::new(),
            restates: None,
            options: Vec::new(),
            nested: None,
        };
        fill(&object, Stmt::Compound(Rc::new(made)), vm)
    }
    fn froms_to_list(froms: &[From], vm: &VirtualMachine) -> PyResult {
        let items = froms.iter().map(|it| from_to_py(it, vm)).collect::<PyResult<Vec<_>>>()?;
        Ok(vm.ctx.new_list(items).into())
    }
    /// The expressions of a SELECT by a name of its parts.
    #[pyfunction]
    fn select_attr(object: PyObjectRef, name: String, vm: &VirtualMachine) -> PyResult {
        let stmt = stmt_of(&object, vm)?;
        let list = |exprs: &[Expr]| -> PyResult {
            let items = exprs.iter().map(|it| expr_to_py(it, vm)).collect::<PyResult<Vec<_>>>()?;
            Ok(vm.ctx.new_list(items).into())
        };
        match (&*name, &stmt) {
            ("whereclause", Stmt::Dml(dml)) => {
                let criteria = match &**dml {
                    Dml::Update(it) => &it.where_[..],
                    Dml::Delete(it) => &it.where_[..],
                    Dml::Insert(_) => &[],
                };
                build::and_all(criteria).map_or_else(|| Ok(vm.ctx.none()), |it| expr_to_py(&it, vm))
            }
            ("select", Stmt::Dml(dml)) => match &**dml {
                Dml::Insert(insert) => match &insert.from_select {
                    Some((_, query)) => query_to_py(query, vm),
                    None => Ok(vm.ctx.none()),
                },
                _ => Ok(vm.ctx.none()),
            },
            ("whereclause", Stmt::Select(select)) => match build::and_all(&select.where_) {
                Some(expr) => expr_to_py(&expr, vm),
                None => Ok(vm.ctx.none()),
            },
            ("columns_clause_items" | "inner_columns", Stmt::Select(select)) => {
                let items = select.columns.iter().map(|it| select_item_to_py(it, vm)).collect::<PyResult<Vec<_>>>()?;
                Ok(vm.ctx.new_list(items).into())
            }
            ("inner_flat", Stmt::Select(select)) => list(&crate::sql::labels::flat_columns(&select.columns)),
            ("froms", Stmt::Select(select)) => {
                let froms = crate::sql::traverse::froms_of_select(select);
                let items = froms.iter().map(|it| from_to_py(it, vm)).collect::<PyResult<Vec<_>>>()?;
                Ok(vm.ctx.new_list(items).into())
            }
            ("columns_clause_froms", Stmt::Select(select)) => {
                froms_to_list(&column_froms(&object, select.columns.clone(), vm)?, vm)
            }
            ("final_froms", Stmt::Select(select)) => {
                let plain = match stmt.inner_query(vm)? {
                    Some(Query::Select(plain)) => plain,
                    _ => select.clone(),
                };
                froms_to_list(&crate::sql::compile::final_froms(&plain).py(vm)?, vm)
            }
            ("for_update", Stmt::Select(_) | Stmt::Compound(_)) => {
                let lock = match &stmt {
                    Stmt::Select(select) => select.for_update.as_ref(),
                    Stmt::Compound(compound) => compound.for_update.as_ref(),
                    _ => None,
                };
                let Some(lock) = lock else { return Ok(vm.ctx.none()) };
                let mut parts: Vec<PyObjectRef> = [lock.nowait, lock.read, lock.skip_locked, lock.key_share]
                    .into_iter()
                    .map(|it| vm.ctx.new_bool(it).into())
                    .collect();
                parts.push(list(&lock.of)?);
                Ok(vm.ctx.new_tuple(parts).into())
            }
            ("keyword", Stmt::Compound(compound)) => Ok(vm.ctx.new_str(compound.keyword.as_sql()).into()),
            (part @ ("limit" | "offset" | "fetch"), Stmt::Compound(compound)) => {
                let found = match part {
                    "limit" => compound.limit.clone(),
                    "offset" => compound.offset.clone(),
                    _ => compound.fetch.as_ref().map(|it| it.0.clone()),
                };
                found.map_or_else(|| Ok(vm.ctx.none()), |it| expr_to_py(&it, vm))
            }
            ("distinct_on", Stmt::Select(select)) => match &select.distinct {
                Distinct::On(items) => list(items),
                _ => list(&[]),
            },
            ("order_by_clauses", Stmt::Select(select)) => list(&select.order_by),
            (part @ ("limit" | "offset" | "fetch"), Stmt::Select(select)) => {
                let found = match part {
                    "limit" => select.limit.clone(),
                    "offset" => select.offset.clone(),
                    _ => select.fetch.as_ref().map(|it| it.0.clone()),
                };
                found.map_or_else(|| Ok(vm.ctx.none()), |it| expr_to_py(&it, vm))
            }
            ("selects", Stmt::Compound(compound)) => {
                let items = compound.selects.iter().map(|it| query_to_py(it, vm)).collect::<PyResult<Vec<_>>>()?;
                Ok(vm.ctx.new_list(items).into())
            }
            ("table", Stmt::Dml(dml)) if dml.common().target.is_some() => match &dml.common().target {
                Some(from) => from_to_py(from, vm),
                None => Ok(vm.ctx.none()),
            },
            ("table", Stmt::Dml(dml)) => from_to_py(
                &From::Table(match &**dml {
                    Dml::Insert(it) => it.table.clone(),
                    Dml::Update(it) => it.table.clone(),
                    Dml::Delete(it) => it.table.clone(),
                }),
                vm,
            ),
            _ => Err(vm.new_attribute_error(format!("'{}' object has no attribute '{name}'", object.class().name()))),
        }
    }
    /// `conn.execute(func.now())`: an expression as `SELECT expr`.
    #[pyfunction]
    fn select_of(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let object = match clause_element(&object, vm)? {
            Some(inner) => inner,
            None => object,
        };
        let item = select_item_from_py(&object, vm)?;
        query_to_py(&Query::Select(Rc::new(Select { columns: vec![item], ..Select::default() })), vm)
    }
    #[pyfunction]
    fn cast_type_check(ty: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        type_from_py(&ty, vm).map(|_| ())
    }
    #[pyfunction]
    fn has_plugin_items(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<bool> {
        Ok(match object.downcast_ref::<StatementObject>() {
            Some(statement) => statement.get(vm)?.has_plugin_items(),
            None => false,
        })
    }
}
