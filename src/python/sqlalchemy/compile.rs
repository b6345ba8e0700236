//! `str(statement)`, `statement.compile()`, DDL elements, `create_all` and its like.

use crate::python::value::text_of;
use crate::sql::compile::{Dialect, ParamStyle};
use rustpython_vm::builtins::PyDict;
use rustpython_vm::{Py, PyObjectRef, PyResult, VirtualMachine};

/// A dialect by the name that a program gives.
pub(crate) fn dialect_by_name(name: Option<&str>) -> Dialect {
    match name {
        Some("sqlite") => Dialect::sqlite(),
        Some("postgresql") => Dialect::postgresql(),
        Some("mysql" | "mariadb") => Dialect::mysql(),
        Some("oracle") => Dialect::oracle(),
        _ => Dialect::default_(),
    }
}

/// What a dialect was told by the program; unknown names are no business of it.
///
/// # Errors
/// `KeyError` for a style of parameters that there is not.
pub(crate) fn apply_settings(dialect: &mut Dialect, settings: &Py<PyDict>, vm: &VirtualMachine) -> PyResult<()> {
    let get = |key: &str| -> PyResult<Option<PyObjectRef>> {
        Ok(settings.get_item_opt(key, vm)?.filter(|it| !vm.is_none(it)))
    };
    let count = |key: &str| -> PyResult<Option<usize>> {
        let number = get(key)?.map(|it| it.try_into_value::<i64>(vm)).transpose()?;
        Ok(number.and_then(|it| usize::try_from(it).ok()).filter(|it| *it > 0))
    };
    if let Some(style) = get("paramstyle")? {
        let found = text_of(&style).and_then(|it| ParamStyle::by_name(&it));
        dialect.paramstyle = found.ok_or_else(|| vm.new_key_error(style))?;
    }
    dialect.label_length = count("label_length")?;
    if let Some(length) = count("max_identifier_length")? {
        dialect.max_identifier_length = length;
    }
    if let Some(stringify) = get("is_stringify")?
        && !stringify.try_to_bool(vm)?
    {
        *dialect = Dialect { paramstyle: dialect.paramstyle, ..Dialect::plain() };
    }
    for (key, value) in settings {
        if let Some(key) = text_of(&key)
            && let Some(flag) = dialect.flag(&key)
        {
            *flag = value.try_to_bool(vm)?;
        }
    }
    Ok(())
}

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use super::super::coerce::{Role, column_from_py, expect_from, expr_from_py, from_to_py, query_from_py};
    use super::super::custom::native::RunningCompile;
    use super::super::plugin;
    use super::super::schema::{Item, item_of, metadata_of};
    use super::super::statements::{StatementObject, Stmt, statement_from_py};
    use super::super::types::type_to_py;
    use super::dialect_by_name;
    use crate::python::exc::{self, IntoPy};
    use crate::python::value::{item_to_py, text_of, text_to_py, value_from_py, value_to_py};
    use crate::sql::compile::{CompileOptions, Compiled, Dialect, Running, Statement, compile};
    use crate::sql::ddl::DdlElement;
    use crate::sql::schema::{ConstraintKind, TableRef};
    use crate::sql::selectable::From;
    use indexmap::IndexMap;
    use rustpython_vm::function::OptionalArg;
    use rustpython_vm::{
        AsObject, FromArgs, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
        builtins::{PyDict, PyTuple},
    };
    use std::cell::RefCell;
    use std::rc::Rc;

    /// The outcome of `statement.compile()`.
    #[pyattr]
    #[pyclass(name = "CompiledObject", module = "_sqlalchemy")]
    #[derive(Debug, PyPayload)]
    pub(crate) struct CompiledObject {
        compiled: RefCell<Rc<Compiled>>,
    }

    impl CompiledObject {
        fn get(&self) -> Rc<Compiled> {
            self.compiled.borrow().clone()
        }
    }

    #[pyclass(flags(BASETYPE))]
    impl CompiledObject {
        #[pymethod]
        fn text(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            text_to_py(&zelf.get().sql, vm)
        }
        #[pymethod]
        fn params(zelf: &Py<Self>, given: PyObjectRef, check: bool, vm: &VirtualMachine) -> PyResult {
            let given = parameters(&given, vm)?;
            let compiled = zelf.get();
            if let Some(state) = &compiled.rendered {
                if given.is_some_and(|it| !it.is_empty()) {
                    return Err(exc::invalid_request(vm, RENDERED));
                }
                return named_values(&compiled, &state.parameters, false, vm);
            }
            let values = if check {
                compiled.construct_params(given.as_ref()).py(vm)?
            } else {
                let mut values = compiled.params();
                for (key, value) in given.into_iter().flatten() {
                    values.insert(key, value);
                }
                values
            };
            named_values(&compiled, &values, true, vm)
        }
        /// SQL, parameters, names by position, and the names that each list became.
        #[pymethod]
        fn expanded_state(zelf: &Py<Self>, given: PyObjectRef, vm: &VirtualMachine) -> PyResult {
            let compiled = zelf.get();
            let values: Vec<_> =
                compiled.construct_params(parameters(&given, vm)?.as_ref()).py(vm)?.into_values().collect();
            // As the reference, which looks for the name before it was escaped.
            let renamed = |(name, bind): &(&Rc<str>, &crate::sql::compile::BindInfo)| {
                (bind.expanding || bind.literal_execute) && compiled.sent_name(name) != ***name
            };
            if let Some((name, _)) = compiled.binds.iter().find(renamed) {
                return Err(vm.new_key_error(vm.ctx.new_str(&**name).into()));
            }
            let state = compiled.expanded_state(&values).py(vm)?;
            let names = |it: &[Rc<str>]| -> PyObjectRef {
                vm.ctx.new_list(it.iter().map(|it| vm.ctx.new_str(&**it).into()).collect()).into()
            };
            let expansion = vm.ctx.new_dict();
            for (name, became) in &state.expansion {
                expansion.set_item(&**name, names(became), vm)?;
            }
            let positions = state.positions.as_deref().map_or_else(|| vm.ctx.none(), names);
            let parts = vec![
                text_to_py(&state.sql, vm),
                named_values(&compiled, &state.parameters, true, vm)?,
                positions,
                expansion.into(),
            ];
            Ok(vm.ctx.new_tuple(parts).into())
        }
        #[pymethod]
        fn positiontup(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            if !zelf.get().is_positional() {
                return vm.ctx.none();
            }
            if let Some(positions) = zelf.get().rendered.as_ref().and_then(|it| it.positions.as_ref()) {
                return vm.ctx.new_list(positions.iter().map(|it| vm.ctx.new_str(&**it).into()).collect()).into();
            }
            vm.ctx.new_list(zelf.get().positions.iter().map(|it| vm.ctx.new_str(&**it).into()).collect()).into()
        }
        /// What the driver gets names as, where that is something else.
        #[pymethod]
        fn escaped_names(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            let (compiled, dict) = (zelf.get(), vm.ctx.new_dict());
            for name in compiled.binds.keys() {
                let sent = compiled.sent_name(name);
                if sent != **name {
                    dict.set_item(&**name, vm.ctx.new_str(&*sent).into(), vm)?;
                }
            }
            Ok(dict.into())
        }
        /// Takes up the parameters of parts that were compiled afterwards.
        #[pymethod]
        fn take_binds(zelf: &Py<Self>, running: PyRef<RunningCompile>) {
            let further = zelf.get().with_binds(running.binds());
            *zelf.compiled.borrow_mut() = Rc::new(further);
        }
        #[pymethod]
        fn bind_types(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            let dict = vm.ctx.new_dict();
            for (key, bind) in &zelf.get().binds {
                dict.set_item(&**key, type_to_py(&bind.ty, vm)?, vm)?;
            }
            Ok(dict.into())
        }
        /// Keys of parameters whose names were made up, by name.
        #[pymethod]
        fn made_up_keys(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            let dict = vm.ctx.new_dict();
            for (name, bind) in &zelf.get().binds {
                if let Some(crate::sql::compile::SlotKey::Anon(id)) = &bind.slot {
                    let base = name.rsplit_once('_').map_or(&**name, |it| it.0);
                    let key = crate::sql::expr::Name::Anon { id: *id, base: base.into() }.template();
                    dict.set_item(&**name, vm.ctx.new_str(key).into(), vm)?;
                }
            }
            Ok(dict.into())
        }
        #[pymethod]
        fn result_names(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            vm.ctx
                .new_list(zelf.get().result_columns.iter().map(|it| vm.ctx.new_str(&*it.name).into()).collect())
                .into()
        }
    }

    const RENDERED: &str = "can't construct new parameters when render_postcompile is used; the statement is \
                            hard-linked to the original parameters.  Use construct_expanded_state to generate a new \
                            statement and parameters.";

    /// Values by name. `sent`: by the names that drivers take.
    fn named_values(
        compiled: &Compiled,
        values: &IndexMap<Rc<str>, crate::sql::value::Value>,
        sent: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        let dict = vm.ctx.new_dict();
        for (key, value) in values {
            let is_list = compiled.binds.get(key).is_some_and(|it| it.expanding);
            let value = if is_list { value_to_py(value, vm) } else { item_to_py(value, vm) };
            let name = if sent { compiled.sent_name(key) } else { key.to_string() };
            dict.set_item(&*name, value, vm)?;
        }
        Ok(dict.into())
    }

    fn parameters(
        given: &PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<Option<IndexMap<Rc<str>, crate::sql::value::Value>>> {
        let Some(dict) = given.downcast_ref::<PyDict>() else { return Ok(None) };
        let mut out = IndexMap::new();
        for (key, value) in dict {
            if let Some(key) = text_of(&key) {
                out.insert(key, crate::python::value::value_from_py(&value, vm));
            }
        }
        let _ = vm;
        Ok(Some(out))
    }

    /// What is to be compiled, and how.
    struct Request {
        statement: Statement,
        dialect: Dialect,
        options: CompileOptions,
    }

    /// What `compile()` of a statement is given.
    #[derive(FromArgs)]
    struct Arguments {
        #[pyarg(any)]
        object: PyObjectRef,
        #[pyarg(any)]
        dialect: Option<String>,
        #[pyarg(any)]
        literal_binds: bool,
        #[pyarg(any)]
        render_postcompile: bool,
        #[pyarg(any)]
        column_keys: Option<Vec<String>>,
        /// `schema_translate_map`; its keys alone, to leave places for the schemas.
        #[pyarg(any)]
        schemas: PyObjectRef,
        /// What the dialect was told.
        #[pyarg(any)]
        settings: PyObjectRef,
    }

    fn request(arguments: Arguments, vm: &VirtualMachine) -> PyResult<Request> {
        let object = plain(arguments.object, vm)?;
        let statement = match statement_from_py(&object, vm)? {
            Some(statement) => statement,
            None => match super::super::coerce::from_from_py(&object, vm)? {
                Some(from) => Statement::From(from),
                None => Statement::Expr(expr_from_py(&object, Role::Any, vm)?),
            },
        };
        let mut dialect = dialect_by_name(arguments.dialect.as_deref());
        if let Some(settings) = arguments.settings.downcast_ref::<PyDict>() {
            super::apply_settings(&mut dialect, settings, vm)?;
        }
        let schemas = &arguments.schemas;
        let schema_places = schemas.downcast_ref::<PyTuple>().map(|it| it.iter().any(|it| vm.is_none(it)));
        let schema_translate_map = schemas.downcast_ref::<PyDict>().map(|dict| {
            dict.into_iter().map(|(key, value)| (text_of(&key), text_of(&value))).collect::<IndexMap<_, _>>()
        });
        let options = CompileOptions {
            literal_binds: arguments.literal_binds,
            render_postcompile: arguments.render_postcompile,
            column_keys: arguments.column_keys.map(|it| it.into_iter().map(Into::into).collect()),
            schema_translate_map,
            schema_places,
            ..CompileOptions::default()
        };
        Ok(Request { statement, dialect, options })
    }

    /// Compiles a statement.
    #[pyfunction]
    fn compile_statement(arguments: Arguments, vm: &VirtualMachine) -> PyResult {
        let Request { statement, dialect, options } = request(arguments, vm)?;
        let compiled = compile(&statement, &dialect, &options).py(vm)?;
        for warning in compiled.take_warnings() {
            exc::warn(vm, warning.category, &warning.text)?;
        }
        compiled_to_py(Rc::new(compiled), "sqlalchemy.sql.compiler:SQLCompiler", vm)
    }

    /// The compilation of a statement, to go on with.
    #[pyfunction]
    fn compile_further(arguments: Arguments, vm: &VirtualMachine) -> PyResult {
        let Request { statement, dialect, options } = request(arguments, vm)?;
        Ok(RunningCompile::to_py(Running::after(&statement, &dialect, &options).py(vm)?, vm))
    }

    /// A compiled statement as an object of the class `module:name`.
    pub(crate) fn compiled_to_py(compiled: Rc<Compiled>, class: &str, vm: &VirtualMachine) -> PyResult {
        let class = super::super::registry::type_named(class, vm)?;
        Ok(CompiledObject { compiled: RefCell::new(compiled) }.into_ref_with_type(vm, class)?.into())
    }

    /// A statement without ORM items.
    pub(crate) fn plain(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        if let Some(statement) = object.downcast_ref::<StatementObject>()
            && statement.has_plugin_items()
            && let Some(hook) = plugin::hook()
            && let Some(plain) = hook.plain_statement(&object, vm)?
        {
            return Ok(plain);
        }
        Ok(object)
    }

    /// Fills a DDL element: kind, target object, flags.
    #[pyfunction]
    fn ddl_init(
        object: PyObjectRef,
        kind: String,
        target: PyObjectRef,
        flag: bool,
        extra: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let table = || -> PyResult<TableRef> {
            match expect_from(&target, vm)? {
                From::Table(table) => Ok(table),
                _ => Err(exc::argument(vm, "a Table is expected")),
            }
        };
        let index = || match item_of(&target) {
            Some(Item::Index(index)) => Ok(index),
            _ => Err(vm.new_attribute_error(format!("'{}' object has no attribute 'table'", target.class().name()))),
        };
        let name = || {
            let no_text = || format!("'{}' object has no attribute 'replace'", target.class().name());
            text_of(&target).ok_or_else(|| vm.new_attribute_error(no_text()))
        };
        let other = |key: &str| -> Option<PyObjectRef> {
            extra.downcast_ref::<PyDict>().and_then(|it| it.get_item_opt(key, vm).ok().flatten())
        };
        let more = |key: &str| other(key).is_some_and(|it| it.try_to_bool(vm).unwrap_or(false));
        let constraint = || match item_of(&target) {
            Some(Item::Constraint(constraint)) => {
                if more("isolate_from_table") {
                    constraint.is_apart.set(true);
                }
                Ok(constraint)
            }
            _ => Err(exc::argument(vm, "a constraint is expected")),
        };
        let column = || column_from_py(&target, vm)?.ok_or_else(|| exc::argument(vm, "a Column is expected"));
        let query = || -> PyResult<crate::sql::expr::Query> {
            let object = other("query").unwrap_or_else(|| vm.ctx.none());
            query_from_py(&object, vm)?.ok_or_else(|| exc::argument(vm, "a SELECT is expected"))
        };
        let element = match &*kind {
            "create_table" => {
                let foreign_keys = match other("foreign_keys").filter(|it| !vm.is_none(it)) {
                    None => None,
                    Some(list) => {
                        let mut out = Vec::new();
                        for item in super::super::coerce::IterItems::get_iter_items(&*list, vm)? {
                            if let Some(Item::Constraint(constraint)) = item_of(&item) {
                                out.push(constraint);
                            }
                        }
                        Some(out)
                    }
                };
                DdlElement::CreateTable { table: table()?, if_not_exists: flag, foreign_keys }
            }
            "drop_table" => DdlElement::DropTable { table: table()?, if_exists: flag },
            "create_index" => DdlElement::CreateIndex { index: index()?, if_not_exists: flag },
            "drop_index" => DdlElement::DropIndex { index: index()?, if_exists: flag },
            "add_constraint" => DdlElement::AddConstraint(constraint()?),
            "drop_constraint" => DdlElement::DropConstraint {
                constraint: constraint()?,
                shown: other("shown").and_then(|it| text_of(&it)).unwrap_or_default(),
                if_exists: flag,
                cascade: more("cascade"),
            },
            "create_schema" => DdlElement::CreateSchema { name: name()?, if_not_exists: flag },
            "drop_schema" => DdlElement::DropSchema { name: name()?, cascade: more("cascade"), if_exists: flag },
            "create_view" => DdlElement::CreateView {
                table: table()?,
                query: query()?,
                with: other("with").filter(|it| !vm.is_none(it)).map(|it| value_from_py(&it, vm)),
                or_replace: more("or_replace"),
                temporary: more("temporary"),
                materialized: more("materialized"),
                if_not_exists: flag,
            },
            "drop_view" => {
                DdlElement::DropView { table: table()?, materialized: more("materialized"), if_exists: flag }
            }
            "create_table_as" => DdlElement::CreateTableAs {
                table: table()?,
                query: query()?,
                temporary: more("temporary"),
                if_not_exists: flag,
            },
            "set_table_comment" => DdlElement::SetTableComment(table()?),
            "drop_table_comment" => DdlElement::DropTableComment(table()?),
            "create_column" => DdlElement::CreateColumn(column()?),
            "set_constraint_comment" => DdlElement::SetConstraintComment {
                constraint: constraint()?,
                comment: other("comment").and_then(|it| text_of(&it)),
            },
            "drop_constraint_comment" => DdlElement::DropConstraintComment(constraint()?),
            "template" => DdlElement::Template {
                text: Rc::new(super::super::schema_callbacks::PyTemplate { object: object.clone() }),
                table: match super::super::coerce::from_from_py(&target, vm)? {
                    Some(From::Table(table)) => Some(table),
                    _ => None,
                },
            },
            "create_sequence" => DdlElement::CreateSequence {
                order: match other("order").filter(|it| !vm.is_none(it)) {
                    Some(order) => Some(order.try_to_bool(vm)?),
                    None => None,
                },
                name: name()?,
                schema: other("schema").and_then(|it| text_of(&it)),
                data_type: match other("data_type").filter(|it| !vm.is_none(it)) {
                    Some(ty) => Some(super::super::types::type_from_py(&ty, vm)?),
                    None => None,
                },
                if_not_exists: flag,
                options: other("options").and_then(|it| text_of(&it)).unwrap_or_default(),
            },
            "set_column_comment" => DdlElement::SetColumnComment(column()?),
            "drop_column_comment" => DdlElement::DropColumnComment(column()?),
            "drop_sequence" => DdlElement::DropSequence {
                name: name()?,
                schema: other("schema").and_then(|it| text_of(&it)),
                if_exists: flag,
            },
            _ => DdlElement::Text(name()?),
        };
        let native =
            object.downcast_ref::<StatementObject>().ok_or_else(|| vm.new_type_error("a DDL element is expected"))?;
        *native.stmt.borrow_mut() = Some(Stmt::Ddl(element));
        Ok(())
    }

    /// Tables of a metadata in order of creation: `[(table, [foreign keys])]` and the constraints that must be
    /// added afterwards. `only`: these tables. `mode`: create, drop or drop_alter. `skip`: a function of a foreign
    /// key that answers whether it shall not count, or with the mode filter, of a constraint. `extra`: tables in pairs, the first before the second.
    #[pyfunction]
    fn sort_for_ddl(
        metadata: PyObjectRef,
        only: Option<Vec<PyObjectRef>>,
        mode: String,
        skip: OptionalArg<PyObjectRef>,
        extra: OptionalArg<Vec<PyObjectRef>>,
        vm: &VirtualMachine,
    ) -> PyResult {
        let metadata = metadata_of(&metadata, vm)?;
        let tables: Vec<TableRef> = match only {
            None => metadata.tables.borrow().values().cloned().collect(),
            Some(list) => {
                let mut tables = Vec::new();
                for table in &list {
                    if let From::Table(table) = expect_from(table, vm)? {
                        tables.push(table);
                    }
                }
                tables
            }
        };
        let skip = skip.into_option().filter(|it| !vm.is_none(it));
        let failed = std::cell::RefCell::new(None);
        let is_skipped = |constraint: &Rc<crate::sql::schema::Constraint>, skip: &PyObjectRef| -> PyResult<bool> {
            let ConstraintKind::ForeignKey { elements, .. } = &constraint.kind else { return Ok(false) };
            for key in elements.borrow().iter() {
                let key = super::super::schema::foreign_key_to_py(key, vm)?;
                if skip.call((key,), vm)?.try_to_bool(vm)? {
                    return Ok(true);
                }
            }
            Ok(false)
        };
        let filter = |constraint: &Rc<crate::sql::schema::Constraint>| -> Option<bool> {
            if let Some(skip) = &skip {
                let answer = match &*mode {
                    "filter" => super::super::schema::constraint_to_py(constraint, vm)
                        .and_then(|it| skip.call((it,), vm))
                        .and_then(|it| if vm.is_none(&it) { Ok(None) } else { it.try_to_bool(vm).map(Some) }),
                    _ => is_skipped(constraint, skip).map(|it| it.then_some(true)),
                };
                return match answer {
                    Ok(answer) => answer,
                    Err(error) => {
                        failed.borrow_mut().get_or_insert(error);
                        None
                    }
                };
            }
            match &*mode {
                // Without ALTER no constraint can be dropped by itself, and with it none without a name.
                "drop" => Some(false),
                "drop_alter" if constraint.name.borrow().is_none() => Some(false),
                _ => None,
            }
        };
        let mut before = Vec::new();
        for [first, second] in extra.into_option().unwrap_or_default().as_chunks().0 {
            if let (From::Table(first), From::Table(second)) = (expect_from(first, vm)?, expect_from(second, vm)?) {
                before.push((first, second));
            }
        }
        let sorted = crate::sql::sort::sort_tables_and_constraints(&tables, Some(&filter), &before).py(vm)?;
        if let Some(error) = failed.into_inner() {
            return Err(error);
        }
        let mut out = Vec::new();
        for (table, keys) in &sorted.tables {
            let mut constraints = Vec::new();
            for key in keys {
                if matches!(key.kind, ConstraintKind::ForeignKey { .. }) {
                    constraints.push(super::super::schema::constraint_to_py(key, vm)?);
                }
            }
            let pair = vec![from_to_py(&From::Table(table.clone()), vm)?, vm.ctx.new_list(constraints).into()];
            out.push(vm.ctx.new_tuple(pair).into());
        }
        let mut remaining = Vec::new();
        for constraint in &sorted.remaining {
            remaining.push(super::super::schema::constraint_to_py(constraint, vm)?);
        }
        let warning = sorted.warning.map_or_else(|| vm.ctx.none(), |it| vm.ctx.new_str(it).into());
        Ok(vm.ctx.new_tuple(vec![vm.ctx.new_list(out).into(), vm.ctx.new_list(remaining).into(), warning]).into())
    }

    /// The indexes of a table, in order of definition.
    #[pyfunction]
    fn table_indexes(table: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let From::Table(table) = expect_from(&table, vm)? else { return Err(exc::argument(vm, "a Table is expected")) };
        let indexes = table.indexes.borrow().clone();
        let items = indexes.iter().map(|it| super::super::schema::index_to_py(it, vm)).collect::<PyResult<Vec<_>>>()?;
        Ok(vm.ctx.new_list(items).into())
    }
    /// Whether `drop_all` can order these tables: a cycle of foreign keys without names cannot be cut.
    #[pyfunction]
    fn check_drop_order(metadata: PyObjectRef, tables: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
        let _ = metadata_of(&metadata, vm)?;
        let mut refs = Vec::new();
        for table in &tables {
            if let From::Table(table) = expect_from(table, vm)? {
                refs.push(table);
            }
        }
        crate::sql::sort::sort_tables_and_constraints(&refs, None, &[]).py(vm).map(|_| ())
    }
    /// A name as the dialect quotes it.
    #[pyfunction]
    fn quote_name(name: String, dialect: Option<String>, force: Option<bool>) -> String {
        dialect_by_name(dialect.as_deref()).quote(&name, force)
    }
    /// Whether a name needs quotes.
    #[pyfunction]
    fn requires_quotes(name: String, dialect: Option<String>) -> bool {
        dialect_by_name(dialect.as_deref()).requires_quotes(&name)
    }
    /// The reserved words of a dialect.
    #[pyfunction]
    fn reserved_words(dialect: Option<String>, vm: &VirtualMachine) -> PyObjectRef {
        let words = crate::sql::compile::reserved_words(dialect_by_name(dialect.as_deref()).kind);
        vm.ctx.new_list(words.into_iter().map(|it| vm.ctx.new_str(it).into()).collect()).into()
    }
    /// The same column object, if the element is one.
    #[pyfunction]
    fn is_column(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<bool> {
        Ok(column_from_py(&object, vm)?.is_some())
    }
    /// `repr` of parameters as error texts show them.
    #[pyfunction]
    fn repr_params(params: PyObjectRef, many: Option<bool>, vm: &VirtualMachine) -> PyResult<String> {
        let Some(_) = many else {
            return Ok(crate::engine::reprs::shortened(&crate::python::value::repr_of(&params, vm)));
        };
        if text_of(&params).is_some() {
            return Ok(crate::engine::reprs::shortened(&crate::python::value::repr_of(&params, vm)));
        }
        let sent = crate::python::value::parameters_from_py(&params, vm)?;
        let is_list = params.class().is(vm.ctx.types.list_type);
        if is_list && !matches!(sent, crate::engine::events::SentParameters::Many(_)) {
            let shown = crate::engine::reprs::parameters_repr(&sent);
            let inner = shown.trim_start_matches('(').trim_end_matches(')').trim_end_matches(',');
            return Ok(format!("[{inner}]"));
        }
        Ok(crate::engine::reprs::parameters_repr(&sent))
    }
}
