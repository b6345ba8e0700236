//! `text()`: the functions behind `TextClause`.

use crate::sql::expr::{Bind, BindValue, Name, TextClause};
use crate::sql::value::Value;
use std::rc::Rc;

/// The clause with other values for its parameters; `None` when it has none of these.
pub(crate) fn with_values(text: &TextClause, given: &[(Rc<str>, Value)]) -> Option<Rc<TextClause>> {
    let names = text.param_names();
    let mut binds = text.binds.clone();
    let mut bind_types = text.bind_types.clone();
    let mut changed = false;
    for (name, value) in given.iter().filter(|it| names.contains(&it.0)) {
        if text.bind_of(name).is_some_and(|it| matches!(it.key, Name::Anon { .. })) {
            continue;
        }
        changed = true;
        let key = Name::Given(name.clone().into());
        let known = binds.iter().position(|it| it.key == key);
        let bind = Bind {
            key,
            value: BindValue::Value(value.clone()),
            expanding: known.is_some_and(|it| binds[it].expanding),
            is_in_comparison: false,
            is_row_count: false,
            unique: true,
            literal_execute: known.is_some_and(|it| binds[it].literal_execute),
            required: false,
        };
        // The value does not say the type.
        if !bind_types.iter().any(|it| it.0 == *name) {
            bind_types.push((name.clone(), crate::sql::types::null_type()));
        }
        match known {
            Some(place) => binds[place] = bind,
            None => binds.push(bind),
        }
    }
    changed.then(|| {
        let mut made = text.copy();
        made.binds = binds;
        made.bind_types = bind_types;
        Rc::new(made)
    })
}

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use super::super::coerce::{Role, column_from_py, expr_from_py};
    use super::super::statements::Stmt;
    use super::super::statements::native::{StatementObject, fill, stmt_of};
    use crate::python::exc;
    use crate::python::value::{SqlText, text_to_py, value_from_py};
    use crate::sql::build;
    use crate::sql::expr::{Bind, BindValue, ExprKind, Name, TextClause};
    use crate::sql::labels;
    use crate::sql::schema::ColumnNode;

    use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine, function::FuncArgs};
    use std::rc::Rc;

    #[pyfunction]
    fn text_init(object: PyObjectRef, text: SqlText, vm: &VirtualMachine) -> PyResult<()> {
        fill(&object, Stmt::Text(Rc::new(TextClause::new(&text.0))), vm)
    }
    #[pyfunction]
    fn text_of_clause(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        Ok(match stmt_of(&object, vm)? {
            Stmt::Text(text) | Stmt::TextualSelect(text) => text_to_py(&text.text, vm),
            _ => vm.ctx.empty_str.to_owned().into(),
        })
    }
    /// Whether `text().columns()` was given columns by position.
    #[pyfunction]
    fn text_is_positional(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<bool> {
        Ok(matches!(stmt_of(&object, vm)?, Stmt::TextualSelect(text) if text.positional_columns))
    }
    /// `text().bindparams(*binds, **values)`
    #[pyfunction]
    fn text_bindparams(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let object = args.shift();
        let (Stmt::Text(old) | Stmt::TextualSelect(old)) = stmt_of(&object, vm)? else {
            return Err(exc::argument(vm, "text() is expected"));
        };
        let known = old.param_names();
        let mut made = old.copy();
        let check = |name: &str| -> PyResult<()> {
            if known.iter().any(|it| &**it == name) {
                Ok(())
            } else {
                Err(exc::argument(vm, format!("This text() construct doesn't define a bound parameter named '{name}'")))
            }
        };
        let mut put = |bind: Bind, ty: crate::sql::types::Type, name: Rc<str>| {
            made.binds.retain(|it| it.key.base() != &*name);
            made.bind_types.retain(|(it, _)| *it != name);
            made.binds.push(bind);
            made.bind_types.push((name, ty));
        };
        for object in &args.args {
            let expr = expr_from_py(object, Role::Any, vm)?;
            let ExprKind::Bind(bind) = expr.kind() else {
                return Err(exc::argument(vm, "bindparam() objects are expected"));
            };
            let name: Rc<str> = bind.key.base().into();
            check(&name)?;
            put(bind.clone(), expr.ty().clone(), name);
        }
        for (key, object) in args.kwargs.iter() {
            let name: Rc<str> = key.to_string_lossy().into();
            check(&name)?;
            let value = value_from_py(object, vm);
            let known = old.bind_types.iter().find(|it| it.0 == name && !it.1.is_null());
            let ty = known.map_or_else(|| build::type_of_value(&value), |it| it.1.clone());
            let plain = || Bind {
                key: Name::Given(name.clone().into()),
                value: BindValue::Required,
                expanding: false,
                is_in_comparison: false,
                is_row_count: false,
                unique: true,
                literal_execute: false,
                required: false,
            };
            let known = old.bind_of(&name).cloned().unwrap_or_else(plain);
            let bind = Bind { value: BindValue::Value(value), required: false, ..known };
            put(bind, ty, name);
        }
        StatementObject::like(&object, Stmt::Text(Rc::new(made)), vm)
    }
    /// `text().columns(*columns)`: columns, whether by position.
    #[pyfunction]
    fn text_columns(object: PyObjectRef, columns: Vec<PyObjectRef>, positional: bool, vm: &VirtualMachine) -> PyResult {
        let Stmt::Text(old) = stmt_of(&object, vm)? else {
            return Err(exc::argument(vm, "text() is expected"));
        };
        let (mut refs, mut exprs) = (Vec::new(), Vec::new());
        for column in columns {
            if let Some(column) = column_from_py(&column, vm)? {
                refs.push(column);
                continue;
            }
            // A label or any other expression: what it is called, and the parameters in it.
            let expr = expr_from_py(&column, Role::Element, vm)?;
            let name = labels::non_anon_label(&expr).unwrap_or_else(|| labels::anon_name_label(&expr));
            let name = labels::AnonMap::default().apply(&name);
            refs.push(ColumnNode::new(&name, expr.ty().clone(), None));
            exprs.push(expr);
        }
        let mut made = old.copy();
        made.column_exprs = exprs;
        made.columns = refs;
        made.positional_columns = positional;
        StatementObject::make(Stmt::TextualSelect(Rc::new(made)), "sqlalchemy.sql.selectable:TextualSelect", vm)
    }
}
