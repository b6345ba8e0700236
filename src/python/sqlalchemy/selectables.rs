//! `FromObject`, the native base of tables, aliases, subqueries, CTEs and joins; column collections.

use crate::sql::selectable::From;
use rustpython_vm::{PyResult, VirtualMachine};

pub(crate) use native::{ColumnCollection, FromObject};

impl FromObject {
    /// Its FROM object.
    pub(crate) fn get(&self, vm: &VirtualMachine) -> PyResult<From> {
        self.from.borrow().clone().ok_or_else(|| {
            vm.new_not_implemented_error("FROM objects of a program's own classes are not part of the playground")
        })
    }
    pub(crate) fn new(from: From) -> Self {
        Self { from: std::cell::RefCell::new(Some(from)), ..Self::default() }
    }
}

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use super::super::coerce::{
        Role, column_from_py, expect_from, expr_from_py, expr_to_py, from_from_py, from_to_py, operand_from_py,
        query_from_py,
    };
    use super::super::types::type_from_py;
    use crate::python::exc::{self, IntoPy};
    use crate::python::value::{repr_of, text_of};
    use crate::sql::build;
    use crate::sql::expr::{Expr, ExprKind, Name, Query};
    use crate::sql::quoted_name::QuotedName;
    use crate::sql::schema::{ColumnNode, ColumnRef};
    use crate::sql::select::Affix;
    use crate::sql::selectable::{Alias, AliasElement, AliasKind, From, TableValued, Values};
    use rustpython_vm::{
        AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, atomic_func,
        builtins::{PyBaseExceptionRef, PyInt, PySlice, PyStr, PyStrRef, PyTuple},
        function::PySetterValue,
        protocol::{PyMappingMethods, PySequenceMethods},
        types::{AsMapping, AsSequence, Constructor, GetAttr, Iterable, Representable, SetAttr},
    };
    use std::cell::RefCell;
    use std::rc::Rc;
    use std::sync::LazyLock;

    /// Base of everything that stands in FROM.
    #[pyattr]
    #[pyclass(name = "FromObject", module = "_sqlalchemy")]
    #[derive(Debug, PyPayload, Default)]
    pub(crate) struct FromObject {
        pub(crate) from: RefCell<Option<From>>,
        /// Its `c`, once somebody asked for it.
        pub(super) columns: RefCell<Option<PyObjectRef>>,
    }

    new_empty!(FromObject);

    #[pyclass(with(Constructor), flags(BASETYPE, HAS_WEAKREF))]
    impl FromObject {
        #[pymethod]
        fn _take(zelf: &Py<Self>, other: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            let from = expect_from(&other, vm)?;
            *zelf.from.borrow_mut() = Some(from);
            Ok(())
        }
    }

    /// `table.c`: columns by key.
    #[pyattr]
    #[pyclass(name = "ReadOnlyColumnCollection", module = "sqlalchemy.sql.base")]
    #[derive(Debug, PyPayload)]
    pub(crate) struct ColumnCollection {
        pub(crate) source: Source,
    }

    /// Where the columns come from.
    #[derive(Debug)]
    pub(crate) enum Source {
        From(From),
        List(Vec<(Rc<str>, Expr)>),
        Query(Query),
    }

    impl ColumnCollection {
        /// Its columns.
        pub(crate) fn exprs(&self) -> Vec<Expr> {
            self.pairs().into_iter().map(|(_, it)| it).collect()
        }
        fn pairs(&self) -> Vec<(Rc<str>, Expr)> {
            match &self.source {
                Source::From(From::Join(join)) => {
                    let mut out = Vec::new();
                    for side in [&join.left, &join.right] {
                        join_pairs(side, &mut out);
                    }
                    out
                }
                Source::From(from) => from.columns().iter().map(|it| (it.key(), Expr::column(it))).collect(),
                Source::List(pairs) => pairs.clone(),
                Source::Query(query) => {
                    query.exported_columns().into_iter().map(|(_, key, expr)| (key, expr)).collect()
                }
            }
        }
        pub(crate) fn find(&self, key: &str) -> Option<Expr> {
            if let Source::From(From::Table(table)) = &self.source {
                return table.column(key).map(|it| Expr::column(&it));
            }
            self.pairs().into_iter().find(|(name, _)| &**name == key).map(|(_, expr)| expr)
        }
        fn item(&self, key: &PyObject, vm: &VirtualMachine) -> PyResult {
            if let Some(text) = text_of(key) {
                return match self.find(&text) {
                    Some(expr) => expr_to_py(&expr, vm),
                    None => Err(vm.new_key_error(key.to_owned())),
                };
            }
            let pairs = self.pairs();
            if let Some(index) = key.downcast_ref::<PyInt>() {
                let index = index.try_to_primitive::<i64>(vm)?;
                return match usize::try_from(index).ok().and_then(|it| pairs.get(it)) {
                    Some((_, expr)) => expr_to_py(expr, vm),
                    None => Err(vm.new_index_error(repr_of(key, vm))),
                };
            }
            let picked = if let Some(tuple) = key.downcast_ref::<PyTuple>() {
                let mut picked = Vec::new();
                for part in tuple.iter() {
                    let found = match text_of(part) {
                        Some(text) => pairs
                            .iter()
                            .find(|(name, _)| *name == text)
                            .cloned()
                            .ok_or_else(|| vm.new_key_error(part.clone()))?,
                        None => {
                            let index = part.clone().try_into_value::<usize>(vm)?;
                            pairs.get(index).cloned().ok_or_else(|| vm.new_index_error(repr_of(part, vm)))?
                        }
                    };
                    picked.push(found);
                }
                picked
            } else if key.downcast_ref::<PySlice>().is_none() {
                return Err(vm.new_key_error(key.to_owned()));
            } else {
                let list =
                    vm.ctx.new_list(pairs.iter().map(|(_, it)| expr_to_py(it, vm)).collect::<PyResult<Vec<_>>>()?);
                let part = list.as_object().get_item(key, vm)?;
                let part = super::super::coerce::IterItems::get_iter_items(&*part, vm)?;
                let mut picked = Vec::new();
                for column in part {
                    let expr = expr_from_py(&column, Role::Any, vm)?;
                    let key = expr.as_column().map(|it| it.key()).unwrap_or_default();
                    picked.push((key, expr));
                }
                picked
            };
            Ok(ColumnCollection { source: Source::List(picked) }.into_pyobject(vm))
        }
    }

    fn join_pairs(from: &From, out: &mut Vec<(Rc<str>, Expr)>) {
        if let From::Join(join) = from {
            join_pairs(&join.left, out);
            join_pairs(&join.right, out);
            return;
        }
        for column in from.columns() {
            let expr = Expr::column(&column);
            let name = crate::sql::labels::tablename_plus_key(&expr).unwrap_or_else(|| column.key());
            out.push((name, expr));
        }
    }

    fn immutable(vm: &VirtualMachine) -> PyBaseExceptionRef {
        vm.new_type_error("ReadOnlyColumnCollection object is immutable and/or readonly")
    }

    #[pyclass(with(GetAttr, SetAttr, AsMapping, AsSequence, Iterable, Representable))]
    impl ColumnCollection {
        #[pymethod]
        fn compare(zelf: &Py<Self>, other: PyObjectRef, vm: &VirtualMachine) -> PyResult<bool> {
            let Some(other) = other.downcast_ref::<Self>() else {
                return Err(vm.new_type_error("a ColumnCollection is expected"));
            };
            let ids = |it: &Self| it.exprs().iter().map(Expr::column_id).collect::<Vec<_>>();
            Ok(ids(zelf) == ids(other))
        }
        #[pymethod]
        fn keys(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            vm.ctx.new_list(zelf.pairs().into_iter().map(|(it, _)| vm.ctx.new_str(&*it).into()).collect()).into()
        }
        #[pymethod]
        fn values(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            let items = zelf.pairs().iter().map(|(_, it)| expr_to_py(it, vm)).collect::<PyResult<Vec<_>>>()?;
            Ok(vm.ctx.new_list(items).into())
        }
        #[pymethod]
        fn items(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            let mut items = Vec::new();
            for (key, expr) in zelf.pairs() {
                let pair = vec![vm.ctx.new_str(&*key).into(), expr_to_py(&expr, vm)?];
                items.push(vm.ctx.new_tuple(pair).into());
            }
            Ok(vm.ctx.new_list(items).into())
        }
        #[pymethod]
        fn get(
            zelf: &Py<Self>,
            key: PyObjectRef,
            default: rustpython_vm::function::OptionalArg<PyObjectRef>,
            vm: &VirtualMachine,
        ) -> PyResult {
            match text_of(&key).and_then(|it| zelf.find(&it)) {
                Some(expr) => expr_to_py(&expr, vm),
                None => Ok(default.unwrap_or_else(|| vm.ctx.none())),
            }
        }
        #[pymethod]
        fn contains_column(zelf: &Py<Self>, column: PyObjectRef, vm: &VirtualMachine) -> PyResult<bool> {
            if text_of(&column).is_some() {
                return Err(exc::argument(
                    vm,
                    "contains_column cannot be used with string arguments. Use ``col_name in table.c`` instead.",
                ));
            }
            let Some(column) = column_from_py(&column, vm)? else { return Ok(false) };
            Ok(zelf.pairs().iter().any(|(_, it)| it.column_id() == Some(column.id)))
        }
        #[pymethod]
        fn corresponding_column(
            zelf: &Py<Self>,
            column: PyObjectRef,
            require_embedded: rustpython_vm::function::OptionalArg<bool>,
            vm: &VirtualMachine,
        ) -> PyResult {
            let Some(column) = column_from_py(&column, vm)? else { return Ok(vm.ctx.none()) };
            let wanted = Expr::column(&column);
            let found = zelf.pairs().into_iter().map(|it| it.1).find(|it| {
                it.as_column().is_some_and(|it| it.proxies(column.id))
                    && (!require_embedded.unwrap_or(false) || stands_for_all(it, &wanted))
            });
            found.map_or_else(|| Ok(vm.ctx.none()), |it| expr_to_py(&it, vm))
        }
        #[pyslot]
        fn slot_str(zelf: &PyObject, vm: &VirtualMachine) -> PyResult<PyStrRef> {
            let mut parts = Vec::new();
            for (_, expr) in zelf.downcast_ref::<Self>().map(|it| it.pairs()).unwrap_or_default() {
                parts.push(expr_to_py(&expr, vm)?.str(vm)?.to_string());
            }
            Ok(vm.ctx.new_str(format!("ReadOnlyColumnCollection({})", parts.join(", "))))
        }
        fn has(zelf: &Py<Self>, key: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
            match text_of(key) {
                Some(text) => Ok(zelf.find(&text).is_some()),
                None => Err(exc::argument(vm, "__contains__ requires a string argument")),
            }
        }
    }

    impl GetAttr for ColumnCollection {
        fn getattro(zelf: &Py<Self>, name: &Py<PyStr>, vm: &VirtualMachine) -> PyResult {
            let text = name.to_string_lossy();
            if !text.starts_with("__")
                && let Some(expr) = zelf.find(&text)
                && !matches!(&*text, "keys" | "values" | "items" | "get")
            {
                return expr_to_py(&expr, vm);
            }
            zelf.as_object()
                .generic_getattr_opt(name, None, vm)?
                .ok_or_else(|| vm.new_attribute_error(text.to_string()))
        }
    }
    impl SetAttr for ColumnCollection {
        fn setattro(_: &Py<Self>, _: &Py<PyStr>, _: PySetterValue, vm: &VirtualMachine) -> PyResult<()> {
            Err(immutable(vm))
        }
    }
    impl AsMapping for ColumnCollection {
        fn as_mapping() -> &'static PyMappingMethods {
            static AS_MAPPING: LazyLock<PyMappingMethods> = LazyLock::new(|| PyMappingMethods {
                length: atomic_func!(|it, _vm| Ok(ColumnCollection::mapping_downcast(it).pairs().len())),
                subscript: atomic_func!(|it, key, vm| ColumnCollection::mapping_downcast(it).item(key, vm)),
                ass_subscript: atomic_func!(|_it, _key, _value, vm| Err(immutable(vm))),
            });
            &AS_MAPPING
        }
    }
    impl AsSequence for ColumnCollection {
        fn as_sequence() -> &'static PySequenceMethods {
            static AS_SEQUENCE: LazyLock<PySequenceMethods> = LazyLock::new(|| PySequenceMethods {
                length: atomic_func!(|it, _vm| Ok(ColumnCollection::sequence_downcast(it).pairs().len())),
                contains: atomic_func!(|it, key, vm| ColumnCollection::has(
                    ColumnCollection::sequence_downcast(it),
                    key,
                    vm
                )),
                ..PySequenceMethods::NOT_IMPLEMENTED
            });
            &AS_SEQUENCE
        }
    }
    impl Iterable for ColumnCollection {
        fn iter(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
            Ok(Self::values(&zelf, vm)?.get_iter(vm)?.into())
        }
    }
    impl Representable for ColumnCollection {
        fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
            let address = std::ptr::from_ref(zelf) as usize;
            Ok(format!("<sqlalchemy.sql.base.ReadOnlyColumnCollection object at 0x{address:x}>"))
        }
    }

    /// A collection of given expressions, by key.
    #[pyfunction]
    fn collection(pairs: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        let mut out = Vec::new();
        for pair in pairs {
            let (key, object) = crate::python::value::pair_of(&pair, vm)?;
            let key = crate::python::value::text_of(&key).unwrap_or_default();
            out.push((key, expr_from_py(&object, Role::Any, vm)?));
        }
        Ok(ColumnCollection { source: Source::List(out) }.into_pyobject(vm))
    }
    /// The columns of a FROM object or query.
    #[pyfunction]
    fn columns_of(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        if let Some(query) = query_from_py(&object, vm)? {
            return Ok(ColumnCollection { source: Source::Query(query) }.into_pyobject(vm));
        }
        if let Some(dml) = super::super::statements::dml_from_py(&object, vm)? {
            let pairs = dml.exported_columns().into_iter().map(|(_, key, expr)| (key, expr)).collect();
            return Ok(ColumnCollection { source: Source::List(pairs) }.into_pyobject(vm));
        }
        if let Some(known) = object.downcast_ref::<FromObject>().and_then(|it| it.columns.borrow().clone()) {
            return Ok(known);
        }
        let from = expect_from(&object, vm)?;
        crate::sql::labels::check_labels(&from).py(vm)?;
        let made = ColumnCollection { source: Source::From(from) }.into_pyobject(vm);
        if let Some(native) = object.downcast_ref::<FromObject>() {
            *native.columns.borrow_mut() = Some(made.clone());
        }
        Ok(made)
    }
    /// `from.alias(name)`, `.lateral()`: kind is `alias` or `lateral`.
    #[pyfunction]
    fn alias(object: PyObjectRef, name: Option<QuotedName>, kind: String, vm: &VirtualMachine) -> PyResult {
        let kind = if kind == "lateral" { AliasKind::Lateral } else { AliasKind::Alias };
        alias_as(&object, name, kind, vm)
    }
    /// `from.tablesample(...)`: a function, and a seed or None.
    #[pyfunction]
    fn tablesample(
        object: PyObjectRef,
        name: Option<QuotedName>,
        sampling: PyObjectRef,
        seed: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult {
        let sampling = expr_from_py(&sampling, Role::Element, vm)?;
        let seed = if vm.is_none(&seed) { None } else { Some(expr_from_py(&seed, Role::Element, vm)?) };
        alias_as(&object, name, AliasKind::TableSample { sampling, seed }, vm)
    }
    /// `_ensure_disambiguated_names`: a subquery's columns have names of their own.
    fn disambiguated(query: Query) -> Query {
        use crate::sql::select::LabelStyle;
        match query {
            Query::Select(select) if select.label_style == LabelStyle::None => {
                let mut select = (*select).clone();
                select.label_style = LabelStyle::DisambiguateOnly;
                Query::Select(Rc::new(select))
            }
            Query::Compound(compound) if !compound.selects.is_empty() => {
                let first = compound.selects[0].clone();
                let made = disambiguated(first);
                let mut compound = compound;
                if !matches!((&made, &compound.selects[0]), (Query::Select(a), Query::Select(b)) if Rc::ptr_eq(a, b)) {
                    Rc::make_mut(&mut compound).selects[0] = made;
                }
                Query::Compound(compound)
            }
            other => other,
        }
    }
    fn alias_as(object: &PyObjectRef, name: Option<QuotedName>, kind: AliasKind, vm: &VirtualMachine) -> PyResult {
        if let Some(query) = query_from_py(object, vm)? {
            let kind = if matches!(kind, AliasKind::Lateral) { kind } else { AliasKind::Subquery };
            let query = if matches!(kind, AliasKind::Subquery) { disambiguated(query) } else { query };
            let alias = Alias::new(AliasElement::Query(query), kind, name, "anon");
            return from_to_py(&From::Alias(alias), vm);
        }
        let from = expect_from(object, vm)?;
        let base = match &from {
            From::Table(table) => table.name.to_string(),
            From::Lightweight(table) => table.name.to_string(),
            From::Alias(alias) => match &alias.name {
                Name::Given(name) => name.to_string(),
                Name::Anon { .. } => "anon".to_owned(),
            },
            _ => "anon".to_owned(),
        };
        let alias = Alias::new(AliasElement::From(from), kind, name, &base);
        from_to_py(&From::Alias(alias), vm)
    }
    /// `select.cte(...)`: name, recursive, nesting, materialized (None, True, False).
    #[pyfunction]
    fn cte(
        object: PyObjectRef,
        name: Option<QuotedName>,
        recursive: bool,
        nesting: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        let kind = AliasKind::Cte { recursive, nesting, prefixes: Vec::new(), suffixes: Vec::new() };
        let mut base = "anon".to_owned();
        let element = match query_from_py(&object, vm)? {
            Some(query) => AliasElement::Query(query),
            None => match super::super::statements::dml_from_py(&object, vm)? {
                Some(dml) => AliasElement::Dml(dml),
                None => {
                    let Some(from) = from_from_py(&object, vm)? else {
                        return Err(Role::ReturnsRows.refused(&object, &object, vm));
                    };
                    if let From::Alias(alias) = &from
                        && !matches!(alias.kind, AliasKind::Cte { .. })
                        && let Name::Given(name) = &alias.name
                    {
                        base = name.to_string();
                    }
                    AliasElement::From(from)
                }
            },
        };
        let alias = Alias::new(element, kind, name, &base);
        from_to_py(&From::Alias(alias), vm)
    }
    /// Whether a CTE is recursive, and whether it is nested.
    #[pyfunction]
    fn cte_flags(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<(bool, bool)> {
        Ok(match expect_from(&object, vm)? {
            From::Alias(alias) => match alias.kind {
                AliasKind::Cte { recursive, nesting, .. } => (recursive, nesting),
                _ => (false, false),
            },
            _ => (false, false),
        })
    }
    /// `cte.prefix_with()` and `cte.suffix_with()`
    pub(crate) fn cte_affix(alias: &Alias, affixes: Vec<Affix>, suffix: bool, vm: &VirtualMachine) -> PyResult {
        let mut kind = alias.kind.clone();
        match &mut kind {
            AliasKind::Cte { suffixes, .. } if suffix => suffixes.extend(affixes),
            AliasKind::Cte { prefixes, .. } => prefixes.extend(affixes),
            _ => return Err(exc::argument(vm, "a CTE is expected")),
        }
        from_to_py(&From::Alias(Alias::named(alias.element.clone(), kind, alias.name.clone())), vm)
    }
    /// `cte.union(other)` of a recursive CTE: the same name and number of columns, a longer query.
    #[pyfunction]
    fn restate_cte(object: PyObjectRef, query: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let (From::Alias(old), Some(query)) = (expect_from(&object, vm)?, query_from_py(&query, vm)?) else {
            return Err(exc::argument(vm, "a CTE and a query are expected"));
        };
        let query = match query {
            Query::Compound(compound) => {
                let mut made = (*compound).clone();
                made.restates = Some(old.id);
                Query::Compound(Rc::new(made))
            }
            other => other,
        };
        let alias = Alias::named(AliasElement::Query(query), old.kind.clone(), old.name.clone());
        from_to_py(&From::Alias(alias), vm)
    }
    /// The query inside an alias or CTE.
    #[pyfunction]
    fn alias_element(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let From::Alias(alias) = expect_from(&object, vm)? else { return Ok(vm.ctx.none()) };
        match &alias.element {
            AliasElement::From(from) => from_to_py(from, vm),
            AliasElement::Query(query) => super::super::statements::query_to_py(query, vm),
            AliasElement::Expr(expr, _) => expr_to_py(expr, vm),
            AliasElement::Values(_) | AliasElement::Dml(_) => Ok(vm.ctx.none()),
        }
    }
    /// A FROM object, or what a mapped class selects from.
    fn side_of_join(object: &PyObject, vm: &VirtualMachine) -> PyResult<From> {
        if let Some(hook) = super::super::plugin::hook()
            && let Some(entity) = hook.as_entity(object, vm)?
            && let Some(from) = hook.entity_selectable(&entity)
        {
            return Ok(from);
        }
        expect_from(object, vm)
    }
    #[pyfunction]
    fn join(
        left: PyObjectRef,
        right: PyObjectRef,
        onclause: PyObjectRef,
        outer: bool,
        full: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        let (left, right) = (side_of_join(&left, vm)?, side_of_join(&right, vm)?);
        if vm.is_none(&onclause)
            && let From::Text(text) = &right
            && matches!(text.kind(), ExprKind::Text(_))
        {
            return Err(vm.new_attribute_error("'TextClause' object has no attribute 'foreign_keys'"));
        }
        let onclause = if vm.is_none(&onclause) { None } else { Some(expr_from_py(&onclause, Role::OnClause, vm)?) };
        let join = build::join(&left, &right, onclause, outer, full).py(vm)?;
        from_to_py(&join, vm)
    }
    /// A table-valued function or VALUES: the expression, its columns (name, type), kind, name.
    #[pyfunction]
    fn table_valued(
        element: PyObjectRef,
        columns: Vec<PyObjectRef>,
        name: Option<QuotedName>,
        with_ordinality: bool,
        joins_implicitly: bool,
        is_plain: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        let expr = expr_from_py(&element, Role::Any, vm)?;
        let mut refs: Vec<ColumnRef> = Vec::new();
        for column in columns {
            let column = match column_from_py(&column, vm)? {
                Some(column) => column,
                None => {
                    let name = text_of(&column).unwrap_or_default();
                    ColumnNode::new(&name, crate::sql::types::null_type(), None)
                }
            };
            refs.push(column);
        }
        let kind = AliasKind::TableValued(TableValued {
            with_ordinality,
            is_plain,
            joins_implicitly,
            ..TableValued::default()
        });
        let alias = Alias::new(AliasElement::Expr(expr, refs), kind, name, "anon");
        from_to_py(&From::Alias(alias), vm)
    }
    /// The only column of a table-valued function, `func.x().column_valued()`: its name is the alias.
    #[pyfunction]
    fn alias_column(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let from = expect_from(&object, vm)?;
        let ty = match &from {
            From::Alias(alias) => match &alias.element {
                AliasElement::Expr(function, _) => function.ty().clone(),
                _ => crate::sql::types::null_type(),
            },
            _ => crate::sql::types::null_type(),
        };
        let expr = Expr::new(ExprKind::FromClause(from), ty);
        super::super::elements::Element::make(expr, "sqlalchemy.sql.elements:TableValuedColumn", vm)
    }
    /// `alias.render_derived()`: the columns are named behind the alias.
    #[pyfunction]
    fn render_derived(
        object: PyObjectRef,
        name: Option<QuotedName>,
        with_types: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        let From::Alias(alias) = expect_from(&object, vm)? else {
            return Err(exc::argument(vm, "an alias is expected"));
        };
        let how = match alias.kind {
            AliasKind::TableValued(how) => how,
            _ => TableValued::default(),
        };
        let kind = AliasKind::TableValued(TableValued { is_derived: true, with_types, is_lateral: false, ..how });
        from_to_py(&From::Alias(Alias::new(alias.element.clone(), kind, name, "anon")), vm)
    }
    /// Another alias of the same table-valued function.
    #[pyfunction]
    fn table_valued_alias(
        object: PyObjectRef,
        name: Option<QuotedName>,
        is_lateral: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        let From::Alias(alias) = expect_from(&object, vm)? else {
            return Err(exc::argument(vm, "an alias is expected"));
        };
        let how = match alias.kind {
            AliasKind::TableValued(how) => how,
            _ => TableValued::default(),
        };
        let kind = AliasKind::TableValued(TableValued { is_lateral, ..how });
        from_to_py(&From::Alias(Alias::new(alias.element.clone(), kind, name, "anon")), vm)
    }
    /// `insert.excluded`, `insert.inserted`: the table's columns under that name.
    #[pyfunction]
    fn columns_under(object: PyObjectRef, name: String, vm: &VirtualMachine) -> PyResult {
        let Some(dml) = super::super::statements::dml_from_py(&object, vm)? else {
            return Err(exc::argument(vm, "INSERT is expected"));
        };
        let crate::sql::dml::Dml::Insert(insert) = &*dml else {
            return Err(exc::argument(vm, "INSERT is expected"));
        };
        let alias = Alias::named(
            AliasElement::From(From::Table(insert.table.clone())),
            AliasKind::Alias,
            Name::Given(name.into()),
        );
        Ok(ColumnCollection { source: Source::From(From::Alias(alias)) }.into_pyobject(vm))
    }
    /// What a FROM object says of itself.
    #[pyfunction]
    fn from_attr(object: PyObjectRef, name: String, vm: &VirtualMachine) -> PyResult {
        let Some(from) = from_from_py(&object, vm)? else {
            return Err(vm.new_attribute_error(name));
        };
        let text = |it: &str| -> PyObjectRef { vm.ctx.new_str(it).into() };
        let missing = || {
            let class = object.class().name().to_string();
            vm.new_attribute_error(format!("'{class}' object has no attribute '{name}'"))
        };
        Ok(match (&*name, &from) {
            ("recursive" | "nesting", From::Alias(alias)) => match &alias.kind {
                AliasKind::Cte { recursive, nesting, .. } => {
                    vm.ctx.new_bool(if name == "recursive" { *recursive } else { *nesting }).into()
                }
                _ => return Err(missing()),
            },
            ("sampling", From::Alias(alias)) => match &alias.kind {
                AliasKind::TableSample { sampling, .. } => expr_to_py(sampling, vm)?,
                _ => return Err(missing()),
            },
            ("description", From::Alias(_)) => text(&build::from_description(&from)),
            ("name" | "fullname" | "key", From::Alias(alias)) => match &alias.name {
                Name::Given(name) => super::super::element_attributes::quoted_to_py(name, name.quote, vm)?,
                made_up @ Name::Anon { .. } => text(&made_up.template()),
            },
            ("name" | "description", From::Table(table)) => {
                super::super::element_attributes::quoted_to_py(&table.name, table.quote, vm)?
            }
            ("fullname" | "key", From::Table(table)) => text(&table.key()),
            ("fullname" | "key", From::Lightweight(table)) => match &table.schema {
                Some(schema) => text(&format!("{schema}.{}", table.name)),
                None => text(&table.name),
            },
            ("name" | "description", From::Lightweight(table)) => text(&table.name),
            ("schema", From::Lightweight(table)) => table.schema.as_ref().map_or_else(|| vm.ctx.none(), |it| text(it)),
            ("schema", From::Table(table)) => match &table.schema {
                Some(schema) => super::super::element_attributes::quoted_to_py(schema, table.quote_schema, vm)?,
                None => vm.ctx.none(),
            },
            ("left", From::Join(join)) => from_to_py(&join.left, vm)?,
            ("right", From::Join(join)) => from_to_py(&join.right, vm)?,
            ("onclause", From::Join(join)) => match &join.onclause {
                Some(expr) => expr_to_py(expr, vm)?,
                None => vm.ctx.none(),
            },
            ("isouter", From::Join(join)) => vm.ctx.new_bool(join.is_outer).into(),
            ("full", From::Join(join)) => vm.ctx.new_bool(join.full).into(),
            _ => match super::super::schema::table_attribute(&from, &name, vm)? {
                Some(found) => found,
                None => return Err(missing()),
            },
        })
    }
    /// The number of a FROM object: the same for the same one.
    #[pyfunction]
    fn from_id(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<u32> {
        Ok(expect_from(&object, vm)?.id())
    }
    /// Whether all that `wanted` stands for is among what `column` does.
    fn stands_for_all(column: &Expr, wanted: &Expr) -> bool {
        use crate::sql::labels::{identity, proxies};
        let own = proxies(column);
        proxies(wanted).iter().all(|it| own.iter().any(|other| identity(it) == identity(other)))
    }
    /// `from.corresponding_column(column)`. `embedded`: the column that is found must stand for all that `column`
    /// stands for.
    #[pyfunction]
    fn corresponding_column(object: PyObjectRef, column: PyObjectRef, embedded: bool, vm: &VirtualMachine) -> PyResult {
        use crate::sql::labels::shares_lineage;
        let from = expect_from(&object, vm)?;
        let Some(column) = column_from_py(&column, vm)? else { return Ok(vm.ctx.none()) };
        let wanted = Expr::column(&column);
        let same = || from.columns().into_iter().find(|it| shares_lineage(&Expr::column(it), &wanted));
        let found = from.corresponding_column(&column).or_else(same);
        match found.filter(|it| !embedded || stands_for_all(&Expr::column(it), &wanted)) {
            Some(found) => expr_to_py(&Expr::column(&found), vm),
            None => Ok(vm.ctx.none()),
        }
    }
    /// `values.scalar_values()`, of the type given.
    #[pyfunction]
    fn scalar_values(object: PyObjectRef, ty: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let From::Alias(values) = expect_from(&object, vm)? else {
            return Err(exc::argument(vm, "VALUES are expected"));
        };
        expr_to_py(&Expr::new(ExprKind::ScalarValues(values), type_from_py(&ty, vm)?), vm)
    }
    /// `values(*columns)` with rows. `is_named`: without a name one is made up; `copied`: the VALUES that it is a copy
    /// of.
    #[pyfunction]
    #[allow(clippy::too_many_arguments)]
    fn values(
        columns: Vec<PyObjectRef>,
        rows: Vec<Vec<PyObjectRef>>,
        name: Option<QuotedName>,
        flags: Vec<bool>,
        copied: PyObjectRef,
        ctes: Vec<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult {
        let [is_named, literal_binds, lateral] = flags[..] else {
            return Err(vm.new_type_error("three flags are expected"));
        };
        let independent_ctes = super::super::statement_options::native::ctes_from(&ctes, vm)?;
        let columns = columns.iter().map(|it| expr_from_py(it, Role::Element, vm)).collect::<PyResult<Vec<Expr>>>()?;
        let rows = rows.iter().map(|it| values_row(it, &columns, vm)).collect::<PyResult<_>>()?;
        let copied = match from_from_py(&copied, vm)? {
            Some(From::Alias(alias)) => Some(alias),
            _ => None,
        };
        let element =
            AliasElement::Values(Rc::new(Values { rows, columns, literal_binds, lateral, copied, independent_ctes }));
        // VALUES without a name have none in FROM either.
        let base = if is_named { "anon" } else { "" };
        from_to_py(&From::Alias(Alias::new(element, AliasKind::Values, name, base)), vm)
    }

    fn values_row(row: &[PyObjectRef], columns: &[Expr], vm: &VirtualMachine) -> PyResult<Expr> {
        let mut cells = Vec::new();
        for (index, cell) in row.iter().enumerate() {
            cells.push(match operand_from_py(cell, Role::Element, vm)? {
                build::Operand::Value(value) if value.is_null() => build::null(),
                build::Operand::Value(value) => {
                    let ty = columns.get(index).map(|it| it.ty().clone()).filter(|it| !it.is_null());
                    let ty = ty.unwrap_or_else(|| build::type_of_value(&value));
                    Expr::bind(None, value, ty)
                }
                _ => expr_from_py(cell, Role::Element, vm)?,
            });
        }
        Ok(build::tuple_(cells))
    }
}
