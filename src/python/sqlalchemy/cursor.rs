//! Results of statements that were sent: from the engine's cells to a Python result object.

use super::coerce::expr_to_py;
use super::result::{Keys, Shared, Source};
use crate::engine::execute::CursorResult;
use crate::engine::process::ResultProcessor;
use crate::python::exc;
use crate::python::value::repr_of;
use crate::sql::compile::{ResultColumn, StatementKind};
use rustpython_vm::{PyPayload, PyResult, VirtualMachine};
use std::rc::Rc;

/// A cursor's result as a Python result object of the class `module:name`.
pub(crate) fn result_to_py(result: CursorResult, class: &str, vm: &VirtualMachine) -> PyResult {
    let mut result = result;
    let returns_rows = result.returns_rows;
    let hidden = result.compiled().map_or(0, |it| it.dml.sentinel_columns);
    let width = result.state.columns.len();
    let mut processors = Vec::new();
    let keys = if returns_rows {
        let mut names = result.state.columns.clone();
        let mut targets = vec![Vec::new(); names.len()];
        let mut last_wins = true;
        let mut aliases: Vec<Vec<Rc<str>>> = Vec::new();
        if let Some(compiled) = result.context.compiled.clone()
            && !compiled.result_columns.is_empty()
        {
            let columns = &compiled.result_columns;
            let engine = &result.context.connection.engine;
            let is_text = compiled.kind == StatementKind::Text;
            let loose = compiled.loose_column_name_matching;
            if loose || !is_text && columns.len() != names.len() {
                // Text with typed columns, or `*` among the columns: by name.
                processors = vec![ResultProcessor::Plain; names.len()];
                for (place, name) in names.iter().enumerate() {
                    let found = columns.iter().find(|it| it.keyname.as_deref() == Some(name));
                    let found = found.or_else(|| columns.iter().find(|it| loose && it.names.contains(name)));
                    if let Some(column) = found {
                        targets[place] = column.targets.clone();
                        processors[place] = engine.result_processor(&column.ty);
                    }
                }
            } else {
                // In order; text may tell of more columns than there are, or of fewer.
                if is_text {
                    check_told(columns, names.len(), vm)?;
                }
                for (name, column) in names.iter_mut().zip(columns) {
                    // Of typed text, columns are found by their objects and named by the database.
                    if !column.name.is_empty() && !is_text {
                        *name = column.name.clone();
                    }
                }
                let told = &columns[..columns.len().min(names.len())];
                aliases = told.iter().map(|it| it.names.clone()).collect();
                targets = told.iter().map(|it| it.targets.clone()).collect();
                targets.resize_with(names.len(), Vec::new);
                processors = told.iter().map(|it| engine.result_processor(&it.ty)).collect();
                processors.resize_with(names.len(), || ResultProcessor::Plain);
                last_wins = false;
            }
        }
        if hidden > 0 && hidden < names.len() {
            names.truncate(names.len() - hidden);
            targets.truncate(names.len());
        }
        if processors.iter().all(|it| matches!(it, ResultProcessor::Plain)) {
            processors.clear();
        }
        aliases.truncate(names.len());
        if last_wins { Keys::new(names, targets, true) } else { Keys::with_aliases(names, targets, &aliases) }
    } else {
        Rc::new(Keys::default())
    };
    let cells = std::mem::take(&mut result.state.cells);
    let shared = Shared::new(
        keys,
        Source::Cells { cells, width, next: 0, processors, log: result.row_log.take() },
        returns_rows,
    );
    let object = super::result::make(shared, class, vm)?;
    let info = native::CursorInfo { result }.into_pyobject(vm);
    object.set_attr("_cursor_info", info, vm)?;
    Ok(object)
}

/// Text may not tell of one column twice, and is warned of columns that are not `found`.
fn check_told(columns: &[ResultColumn], found: usize, vm: &VirtualMachine) -> PyResult<()> {
    let told = columns.len();
    if told > found {
        let text =
            format!("Number of columns in textual SQL ({told}) is smaller than number of columns requested ({found})");
        exc::warn(vm, "SAWarning", &text)?;
    }
    for (place, column) in columns.iter().enumerate() {
        let Some(target) = column.targets.first() else { continue };
        let id = target.column_id();
        if id.is_some() && columns[..place].iter().any(|it| it.targets.first().and_then(|it| it.column_id()) == id) {
            let shown = repr_of(&*expr_to_py(target, vm)?, vm);
            let text = format!("Duplicate column expression requested in textual SQL: {shown}");
            return Err(exc::invalid_request(vm, text));
        }
    }
    Ok(())
}

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use crate::engine::execute::CursorResult;
    use crate::python::value::value_to_py;
    use crate::sql::compile::DmlKind;
    use rustpython_vm::{Py, PyObjectRef, PyPayload, PyResult, VirtualMachine};

    /// What a cursor result says beyond its rows.
    #[pyattr]
    #[pyclass(name = "CursorInfo", module = "_sqlalchemy")]
    #[derive(Debug, PyPayload)]
    pub(crate) struct CursorInfo {
        pub(crate) result: CursorResult,
    }
    #[pyclass]
    impl CursorInfo {
        #[pygetset]
        fn rowcount(zelf: &Py<Self>) -> i64 {
            zelf.result.state.row_count
        }
        #[pygetset]
        fn lastrowid(zelf: &Py<Self>) -> i64 {
            zelf.result.state.last_insert_rowid
        }
        #[pygetset]
        fn is_compiled(zelf: &Py<Self>) -> bool {
            zelf.result.compiled().is_some()
        }
        #[pygetset]
        fn kind(zelf: &Py<Self>) -> &'static str {
            match zelf.result.context.dml_kind() {
                Some(DmlKind::Insert) => "insert",
                Some(DmlKind::Update) => "update",
                Some(DmlKind::Delete) => "delete",
                None => "",
            }
        }
        #[pygetset]
        fn has_returning(zelf: &Py<Self>) -> bool {
            zelf.result.compiled().is_some_and(|it| it.dml.has_returning)
        }
        #[pygetset]
        fn context(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            let found = zelf.result.context_host.as_ref().and_then(|it| it.downcast_ref::<PyObjectRef>().cloned());
            match found {
                Some(object) => Ok(object),
                None => super::super::context::new_context(&zelf.result.context, vm),
            }
        }
        #[pygetset]
        fn is_executemany(zelf: &Py<Self>) -> bool {
            zelf.result.context.is_many
        }
        #[pymethod]
        fn column_names(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            vm.ctx.new_list(zelf.result.state.columns.iter().map(|it| vm.ctx.new_str(&**it).into()).collect()).into()
        }
        /// Names and rows of the primary keys.
        #[pymethod]
        fn primary_keys(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            let names = zelf.result.primary_key_names.iter().map(|it| vm.ctx.new_str(&**it).into()).collect();
            let rows = zelf
                .result
                .inserted_primary_key_rows
                .iter()
                .map(|row| vm.ctx.new_tuple(row.iter().map(|it| value_to_py(it, vm)).collect()).into())
                .collect();
            vm.ctx.new_tuple(vec![vm.ctx.new_list(names).into(), vm.ctx.new_list(rows).into()]).into()
        }
        #[pymethod]
        fn parameters(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            let mut sets = Vec::new();
            for set in &zelf.result.context.all_parameters() {
                let dict = vm.ctx.new_dict();
                for (key, value) in set {
                    dict.set_item(&**key, value_to_py(value, vm), vm)?;
                }
                sets.push(dict.into());
            }
            Ok(vm.ctx.new_list(sets).into())
        }
        /// `postfetch`, `insert_prefetch`, `update_prefetch` columns.
        #[pymethod]
        fn columns(zelf: &Py<Self>, which: String, vm: &VirtualMachine) -> PyResult {
            let Some(compiled) = zelf.result.compiled() else { return Ok(vm.ctx.none()) };
            let columns = match &*which {
                "postfetch" => compiled.dml.postfetch.clone(),
                "update_prefetch" => compiled.dml.update_prefetch.clone(),
                _ => compiled.dml.insert_prefetch.clone(),
            };
            let items = columns
                .iter()
                .map(|it| super::super::coerce::expr_to_py(&crate::sql::expr::Expr::column(it), vm))
                .collect::<PyResult<Vec<_>>>()?;
            Ok(vm.ctx.new_list(items).into())
        }
        /// Names and rows of the columns that RETURNING was added for.
        #[pymethod]
        fn returned_defaults(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            let Some((columns, rows)) = &zelf.result.returned_defaults else { return Ok(vm.ctx.none()) };
            let names = columns.iter().map(|it| vm.ctx.new_str(&*it.key()).into()).collect();
            let engine = &zelf.result.context.connection.engine;
            let processors: Vec<_> = columns.iter().map(|it| engine.result_processor(&it.ty())).collect();
            let mut out = Vec::new();
            for row in rows {
                let cells = super::super::result::convert_row(row, &processors, vm)?;
                out.push(vm.ctx.new_tuple(cells.to_vec()).into());
            }
            Ok(vm.ctx.new_tuple(vec![vm.ctx.new_list(names).into(), vm.ctx.new_list(out).into()]).into())
        }
    }
}
