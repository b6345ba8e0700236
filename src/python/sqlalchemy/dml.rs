//! INSERT, UPDATE and DELETE: the functions behind the methods of `sql/dml.py`.

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use super::super::coerce::{
        IterItems, Role, clause_element, column_from_py, expect_from, expr_from_py, from_from_py, from_refused,
        is_clause, operand_from_py, query_from_py,
    };
    use super::super::plugin;
    use super::super::selectables::FromObject;
    use super::super::statements::Stmt;
    use super::super::statements::native::{StatementObject, fill, stmt_of};
    use crate::python::exc;
    use crate::python::value::text_of;
    use crate::sql::build;
    use crate::sql::compile::DialectKind;
    use crate::sql::dml::{Assigned, AssignedKey, Delete, Dml, DmlCommon, Insert, OnConflict, Update, Upsert};
    use crate::sql::expr::{Expr, Query};
    use crate::sql::schema::TableRef;
    use crate::sql::select::{PluginItem, Select, SelectItem};
    use crate::sql::selectable::{AliasElement, AliasKind, From};
    use crate::sql::types::null_type;
    use rustpython_vm::{
        PyObject, PyObjectRef, PyResult, VirtualMachine,
        builtins::{PyDict, PyList, PyStr, PyTuple},
        function::FuncArgs,
    };
    use std::rc::Rc;

    /// The parts that all three have.
    pub(crate) fn common_mut(dml: &mut Dml) -> &mut DmlCommon {
        match dml {
            Dml::Insert(it) => &mut it.common,
            Dml::Update(it) => &mut it.common,
            Dml::Delete(it) => &mut it.common,
        }
    }

    /// What an INSERT, UPDATE or DELETE is of: the entity if it is one, the FROM object, the table.
    fn subject_table(target: &PyObject, vm: &VirtualMachine) -> PyResult<(Option<PluginItem>, From, TableRef)> {
        let (mut entity, mut from) = (None, None);
        if let Some(hook) = plugin::hook()
            && let Some(item) = hook.as_entity(target, vm)?
        {
            from = hook.entity_from(&item, vm)?;
            entity = Some(item);
        }
        let from = match from {
            Some(from) => from,
            None => from_from_py(target, vm)?.ok_or_else(|| from_refused(target, Role::DmlTable, vm))?,
        };
        let table =
            super::super::schema::table_for_dml(&from).ok_or_else(|| from_refused(target, Role::DmlTable, vm))?;
        Ok((entity, from, table))
    }

    #[pyfunction]
    fn dml_init(object: PyObjectRef, kind: String, target: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let (entity, from, table) = subject_table(&target, vm)?;
        let mut common = DmlCommon { entity, ..DmlCommon::default() };
        if matches!(from, From::Alias(_) | From::Join(_)) {
            common.target = Some(from);
        }
        let dml = match &*kind {
            "insert" => Dml::Insert(Insert {
                of: match text_of(&*object.get_attr("stringify_dialect", vm)?).as_deref() {
                    Some("sqlite") => DialectKind::Sqlite,
                    Some("postgresql") => DialectKind::Postgresql,
                    Some("mysql") => DialectKind::Mysql,
                    _ => DialectKind::Default,
                },
                table,
                values: Vec::new(),
                multi_values: Vec::new(),
                from_select: None,
                include_defaults: true,
                inline: false,
                on_conflict: Vec::new(),
                common,
            }),
            "update" => Dml::Update(Update { table, values: Vec::new(), ordered: false, where_: Vec::new(), common }),
            _ => Dml::Delete(Delete { table, where_: Vec::new(), common }),
        };
        fill(&object, Stmt::Dml(Rc::new(dml)), vm)
    }

    fn assigned_key(object: &PyObject, vm: &VirtualMachine) -> PyResult<AssignedKey> {
        if let Some(name) = text_of(object) {
            return Ok(AssignedKey::Name(name));
        }
        let is_text = object.downcast_ref::<StatementObject>().is_some();
        let is_from = object.downcast_ref::<super::super::selectables::FromObject>().is_some();
        if is_text || is_from || !is_clause(object) && clause_element(object, vm)?.is_none() {
            return Err(Role::DmlColumn.refused(object, object, vm));
        }
        let expr = expr_from_py(object, Role::Any, vm)?;
        Ok(match expr.as_column() {
            Some(column) => AssignedKey::Column(column.clone()),
            None => AssignedKey::Expr(expr),
        })
    }

    fn assigned(object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Assigned> {
        use build::Operand;
        Ok(match operand_from_py(object, Role::Element, vm)? {
            Operand::Value(value) => Assigned::Value(value),
            Operand::Expr(expr) => Assigned::Expr(expr),
            _ => return Err(Role::Element.refused(object, object, vm)),
        })
    }

    fn pairs_from(
        object: &PyObject,
        table: &crate::sql::schema::Table,
        vm: &VirtualMachine,
    ) -> PyResult<Vec<(AssignedKey, Assigned)>> {
        if let Some(dict) = object.downcast_ref::<PyDict>() {
            let mut out = Vec::new();
            for (key, value) in dict {
                out.push((assigned_key(&key, vm)?, assigned(&value, vm)?));
            }
            return Ok(out);
        }
        let is_sequence = object.downcast_ref::<PyList>().is_some()
            || object.downcast_ref::<PyTuple>().is_some()
            || object.downcast_ref::<PyStr>().is_some();
        if !is_sequence {
            // As the reference finds it out: by the method that is missing.
            let items = object.get_attr("items", vm)?.call((), vm)?;
            let mut out = Vec::new();
            for pair in items.get_iter_items(vm)? {
                let (key, value) = crate::python::value::pair_of(&pair, vm)?;
                out.push((assigned_key(&key, vm)?, assigned(&value, vm)?));
            }
            return Ok(out);
        }
        let columns = table.columns.borrow();
        let mut out = Vec::new();
        for (value, column) in object.get_iter_items(vm)?.iter().zip(columns.values()) {
            out.push((AssignedKey::Column(column.clone()), assigned(value, vm)?));
        }
        Ok(out)
    }

    /// `.values(*args, **kw)`
    #[pyfunction]
    fn dml_values(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let object = args.shift();
        let Stmt::Dml(dml) = stmt_of(&object, vm)? else { return Err(vm.new_type_error("DML is expected")) };
        let mut dml = (*dml).clone();
        let is_insert = matches!(dml, Dml::Insert(_));
        if let Dml::Insert(it) = &dml
            && it.from_select.is_some()
        {
            return Err(exc::invalid_request(vm, "This construct already inserts from a SELECT"));
        }
        let mut kwargs: Vec<(AssignedKey, Assigned)> = Vec::new();
        for (key, value) in args.kwargs.iter() {
            kwargs.push((AssignedKey::Name(key.to_string_lossy().into()), assigned(value, vm)?));
        }
        let mut multi: Option<Vec<Vec<(AssignedKey, Assigned)>>> = None;
        let mut single: Vec<(AssignedKey, Assigned)> = Vec::new();
        let (table, has_single, has_multi) = match &dml {
            Dml::Insert(it) => (it.table.clone(), !it.values.is_empty(), !it.multi_values.is_empty()),
            Dml::Update(it) => (it.table.clone(), !it.values.is_empty() && it.ordered, false),
            Dml::Delete(_) => return Err(vm.new_type_error("DELETE has no values")),
        };
        if let Some(arg) = args.args.first() {
            if args.args.len() > 1 {
                return Err(exc::argument(
                    vm,
                    "Only a single dictionary/tuple or list of dictionaries/tuples is accepted positionally.",
                ));
            }
            if !kwargs.is_empty() {
                return Err(exc::argument(vm, "Can't pass positional and kwargs to values() simultaneously"));
            }
            let first = arg.downcast_ref::<PyList>().and_then(|it| it.borrow_vec().first().cloned());
            let is_rows = arg.downcast_ref::<PyList>().is_some()
                && first.as_ref().is_some_and(|it| {
                    it.downcast_ref::<PyDict>().is_some()
                        || it.downcast_ref::<PyTuple>().is_some()
                        || it.downcast_ref::<PyList>().is_some()
                });
            if is_rows {
                if !is_insert {
                    return Err(exc::invalid_request(vm, "UPDATE construct does not support multiple parameter sets."));
                }
                let mut rows = Vec::new();
                let are_dicts = first.is_some_and(|it| it.downcast_ref::<PyDict>().is_some());
                for row in arg.get_iter_items(vm)? {
                    if are_dicts && row.downcast_ref::<PyDict>().is_none() {
                        row.get_attr("items", vm)?;
                    }
                    rows.push(pairs_from(&row, &table, vm)?);
                }
                multi = Some(rows);
            } else {
                single = pairs_from(arg, &table, vm)?;
            }
        }
        dml.common_mut().values_given = true;
        single.extend(kwargs);
        if let Dml::Update(it) = &mut dml
            && it.ordered
            && has_single
        {
            return Err(exc::invalid_request(vm, "This statement already has ordered values present"));
        }
        if multi.is_some() && has_single {
            return Err(exc::invalid_request(
                vm,
                "Can't mix single and multiple VALUES formats in one INSERT statement; one style appends to a list while the other replaces values, so the intent is ambiguous.",
            ));
        }
        if multi.is_none() && has_multi {
            return Err(exc::invalid_request(
                vm,
                "Can't mix single and multiple VALUES formats in one INSERT statement; one style appends to a list while the other replaces values, so the intent is ambiguous.",
            ));
        }
        let merge = |target: &mut Vec<(AssignedKey, Assigned)>, new: Vec<(AssignedKey, Assigned)>| {
            for (key, value) in new {
                match target.iter_mut().find(|(it, _)| same_key(it, &key)) {
                    Some(slot) => slot.1 = value,
                    None => target.push((key, value)),
                }
            }
        };
        match &mut dml {
            Dml::Insert(it) => match multi {
                Some(rows) => it.multi_values.extend(rows),
                None => merge(&mut it.values, single),
            },
            Dml::Update(it) => merge(&mut it.values, single),
            Dml::Delete(_) => {}
        }
        StatementObject::like(&object, Stmt::Dml(Rc::new(dml)), vm)
    }

    fn same_key(a: &AssignedKey, b: &AssignedKey) -> bool {
        match (a, b) {
            (AssignedKey::Name(a), AssignedKey::Name(b)) => a == b,
            (AssignedKey::Column(a), AssignedKey::Column(b)) => a.id == b.id,
            _ => false,
        }
    }

    #[pyfunction]
    fn ordered_values(object: PyObjectRef, pairs: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        let Stmt::Dml(dml) = stmt_of(&object, vm)? else { return Err(vm.new_type_error("DML is expected")) };
        let mut dml = (*dml).clone();
        if let Dml::Update(it) = &mut dml {
            if !it.values.is_empty() {
                let what = if it.ordered { "ordered values" } else { "values" };
                return Err(exc::argument(vm, format!("This statement already has {what} present")));
            }
            it.ordered = true;
            it.common.values_given = true;
            for (index, pair) in pairs.iter().enumerate() {
                let found = pair.length(vm).unwrap_or(2);
                if found != 2 {
                    return Err(vm.new_value_error(format!(
                        "dictionary update sequence element #{index} has length {found}; 2 is required"
                    )));
                }
                let (key, value) = crate::python::value::pair_of(pair, vm)?;
                it.values.push((assigned_key(&key, vm)?, assigned(&value, vm)?));
            }
        }
        StatementObject::like(&object, Stmt::Dml(Rc::new(dml)), vm)
    }
    /// `returning(*items)`: items, sort_by_parameter_order.
    #[pyfunction]
    fn returning(object: PyObjectRef, items: Vec<PyObjectRef>, sort: bool, vm: &VirtualMachine) -> PyResult {
        let items = super::super::statements::native::select_items(&items, vm)?;
        let Stmt::Dml(dml) = stmt_of(&object, vm)? else { return Err(vm.new_type_error("DML is expected")) };
        if dml.common().return_defaults {
            return Err(exc::invalid_request(vm, "return_defaults() is already configured on this statement"));
        }
        if sort && !matches!(&*dml, Dml::Insert(_)) {
            return Err(exc::argument(
                vm,
                "The 'sort_by_parameter_order' argument to returning() only applies to INSERT statements",
            ));
        }
        let mut dml = (*dml).clone();
        let common = common_mut(&mut dml);
        common.returning.extend(items);
        common.sort_by_parameter_order |= sort;
        StatementObject::like(&object, Stmt::Dml(Rc::new(dml)), vm)
    }
    #[pyfunction]
    fn return_defaults(
        object: PyObjectRef,
        columns: Vec<PyObjectRef>,
        supplemental: Vec<PyObjectRef>,
        sort: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        let Stmt::Dml(dml) = stmt_of(&object, vm)? else { return Err(vm.new_type_error("DML is expected")) };
        if sort && !matches!(&*dml, Dml::Insert(_)) {
            return Err(exc::argument(
                vm,
                "The 'sort_by_parameter_order' argument to return_defaults() only applies to INSERT statements",
            ));
        }
        let mut dml = (*dml).clone();
        let common = common_mut(&mut dml);
        common.return_defaults = true;
        common.sort_by_parameter_order |= sort;
        for column in &columns {
            if let Some(column) = column_from_py(column, vm)? {
                common.return_defaults_columns.push(column);
            }
        }
        for column in &supplemental {
            match column_from_py(column, vm)? {
                Some(column) => common.supplemental_returning.push(column),
                None => common.supplemental_expressions.push(expr_from_py(column, Role::ColumnsClause, vm)?),
            }
        }
        StatementObject::like(&object, Stmt::Dml(Rc::new(dml)), vm)
    }
    /// What `from_select()` takes: a query, or a FROM object that is selected from as a whole.
    fn selected(object: &PyObject, vm: &VirtualMachine) -> PyResult<Query> {
        if let Some(from) = object.downcast_ref::<FromObject>() {
            let from = from.get(vm)?;
            if let From::Alias(alias) = &from
                && let (AliasKind::Alias, AliasElement::Query(query)) = (&alias.kind, &alias.element)
            {
                return Ok(query.clone());
            }
            return Ok(Query::Select(Rc::new(Select { columns: vec![SelectItem::From(from)], ..Select::default() })));
        }
        let element = &super::super::statements::native::query_element(&object.to_owned(), vm)?;
        match query_from_py(element, vm)? {
            Some(query) if element.downcast_ref::<StatementObject>().is_some() => Ok(query),
            _ => Err(Role::DmlSelect.refused(object, element, vm)),
        }
    }
    #[pyfunction]
    fn from_select(
        object: PyObjectRef,
        names: Vec<PyObjectRef>,
        query: PyObjectRef,
        include_defaults: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        let Stmt::Dml(dml) = stmt_of(&object, vm)? else { return Err(vm.new_type_error("INSERT is expected")) };
        let mut dml = (*dml).clone();
        let query = selected(&query, vm)?;
        let mut keys: Vec<Rc<str>> = Vec::new();
        for name in &names {
            keys.push(match text_of(name) {
                Some(name) => name,
                None => match column_from_py(name, vm)? {
                    Some(column) => column.key(),
                    None => return Err(Role::DmlColumn.refused(name, name, vm)),
                },
            });
        }
        if let Dml::Insert(it) = &mut dml {
            if !it.values.is_empty() || !it.multi_values.is_empty() {
                return Err(exc::invalid_request(vm, "This construct already inserts value expressions"));
            }
            if let Some(unknown) = keys.iter().find(|key| it.table.column(key).is_none()) {
                return Err(vm.new_key_error(vm.ctx.new_str(&**unknown).into()));
            }
            it.from_select = Some((keys, query));
            it.include_defaults = include_defaults;
            it.inline = true;
        }
        StatementObject::like(&object, Stmt::Dml(Rc::new(dml)), vm)
    }
    /// `delete.using(*froms)`
    #[pyfunction]
    fn dml_using(object: PyObjectRef, froms: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        let froms = froms.iter().map(|it| expect_from(it, vm)).collect::<PyResult<Vec<_>>>()?;
        changed_common(&object, |common| common.using.extend(froms), vm)
    }
    /// `with_hint(text, from, dialect)`
    #[pyfunction]
    fn dml_hint(
        object: PyObjectRef,
        text: String,
        from: PyObjectRef,
        dialect: String,
        vm: &VirtualMachine,
    ) -> PyResult {
        let Stmt::Dml(dml) = stmt_of(&object, vm)? else { return Err(vm.new_type_error("DML is expected")) };
        let own = match &*dml {
            Dml::Insert(it) => it.table.id,
            Dml::Update(it) => it.table.id,
            Dml::Delete(it) => it.table.id,
        };
        let id = if vm.is_none(&from) { own } else { subject_table(&from, vm)?.1.id() };
        changed_common(&object, |common| common.hints.insert(0, (id, dialect.into(), text.into())), vm)
    }
    /// `with_dialect_options(mysql_limit=)`
    #[pyfunction]
    fn dml_mysql_limit(object: PyObjectRef, limit: Option<i64>, vm: &VirtualMachine) -> PyResult {
        changed_common(&object, |common| common.mysql_limit = limit, vm)
    }
    fn changed_common(object: &PyObject, change: impl FnOnce(&mut DmlCommon), vm: &VirtualMachine) -> PyResult {
        let Stmt::Dml(dml) = stmt_of(object, vm)? else { return Err(vm.new_type_error("DML is expected")) };
        let mut dml = (*dml).clone();
        change(dml.common_mut());
        StatementObject::like(object, Stmt::Dml(Rc::new(dml)), vm)
    }
    #[pyfunction]
    fn dml_inline(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let Stmt::Dml(dml) = stmt_of(&object, vm)? else { return Err(vm.new_type_error("INSERT is expected")) };
        let mut dml = (*dml).clone();
        if let Dml::Insert(it) = &mut dml {
            it.inline = true;
        }
        StatementObject::like(&object, Stmt::Dml(Rc::new(dml)), vm)
    }
    /// ON CONFLICT: index elements, constraint, index_where, set (None: DO NOTHING), where
    #[pyfunction]
    #[allow(clippy::too_many_arguments)]
    fn on_conflict(
        object: PyObjectRef,
        flavor: String,
        index_elements: PyObjectRef,
        constraint: PyObjectRef,
        index_where: PyObjectRef,
        set: PyObjectRef,
        where_: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult {
        let Stmt::Dml(dml) = stmt_of(&object, vm)? else { return Err(vm.new_type_error("INSERT is expected")) };
        let mut dml = (*dml).clone();
        let Dml::Insert(insert) = &mut dml else { return Err(vm.new_type_error("INSERT is expected")) };
        let mut elements = Vec::new();
        if !vm.is_none(&index_elements) {
            for element in index_elements.get_iter_items(vm)? {
                elements.push(match text_of(&element) {
                    Some(name) => Expr::column(&crate::sql::schema::ColumnNode::new(&name, null_type(), None)),
                    None => expr_from_py(&element, Role::Any, vm)?,
                });
            }
        }
        let optional = |it: &PyObjectRef| -> PyResult<Option<Expr>> {
            if vm.is_none(it) { Ok(None) } else { expr_from_py(it, Role::Where, vm).map(Some) }
        };
        let set = if vm.is_none(&set) { None } else { Some(pairs_from(&set, &insert.table.clone(), vm)?) };
        let flavor = match &*flavor {
            "sqlite" => Upsert::Sqlite,
            "postgresql" => Upsert::Postgresql,
            name => Upsert::Mysql { ordered: name == "mysql_ordered" },
        };
        let refused = match (flavor, insert.on_conflict.last()) {
            (_, None) => None,
            (Upsert::Sqlite, Some(last)) => last.index_elements.is_empty().then_some(
                "an ON CONFLICT clause that omits a conflict target; such a clause must be the last ON CONFLICT clause in \
                 the statement",
            ),
            (Upsert::Postgresql, Some(_)) => Some("an ON CONFLICT clause established"),
            (Upsert::Mysql { .. }, Some(_)) => Some("an ON DUPLICATE KEY clause present"),
        };
        if let Some(refused) = refused {
            return Err(exc::invalid_request(vm, format!("This Insert construct already has {refused}")));
        }
        insert.on_conflict.push(OnConflict {
            flavor,
            index_elements: elements,
            constraint: text_of(&constraint),
            index_where: optional(&index_where)?,
            set,
            where_: optional(&where_)?,
        });
        StatementObject::like(&object, Stmt::Dml(Rc::new(dml)), vm)
    }
}
