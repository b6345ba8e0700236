//! What statements have beside their clauses: correlation, prefixes and hints, locks, label styles, loader and
//! execution options, added CTEs.

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use super::super::coerce::{Role, expect_from, expr_from_py, from_from_py, is_clause};
    use super::super::dml::native::common_mut;
    use super::super::plugin;
    use super::super::selectables::FromObject;
    use super::super::statements::native::{changed, is_reset, stmt_of};
    use super::super::statements::{StatementObject, Stmt};
    use crate::python::exc;
    use crate::python::value::{repr_of, value_from_py, value_to_py};
    use crate::sql::expr::{Expr, ExprKind};
    use crate::sql::select::{Correlate, ForUpdate, LabelStyle, PluginItem};
    use crate::sql::selectable::{Alias, AliasKind, From};
    use crate::sql::value::Value;
    use indexmap::IndexMap;
    use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine, function::FuncArgs};
    use std::rc::Rc;

    /// `correlate(*froms)`, `correlate_except(*froms)`
    #[pyfunction]
    fn select_correlate(object: PyObjectRef, froms: Vec<PyObjectRef>, except: bool, vm: &VirtualMachine) -> PyResult {
        let reset = is_reset(&froms, vm) || froms.first().is_some_and(|it| it.is(&vm.ctx.false_value));
        let mut found = Vec::new();
        if reset && froms.len() > 1 {
            return Err(exc::argument(
                vm,
                format!(
                    "additional FROM objects not accepted when passing None/False to correlate{}()",
                    if except { "_except" } else { "" }
                ),
            ));
        }
        if !reset {
            for from in &froms {
                found.push(match (plugin::hook(), from_from_py(from, vm)?) {
                    (_, Some(from)) => from,
                    (Some(hook), None) => match hook.as_entity(from, vm)? {
                        Some(item) => match hook.entity_from(&item, vm)? {
                            Some(from) => from,
                            None => expect_from(from, vm)?,
                        },
                        None => expect_from(from, vm)?,
                    },
                    (None, None) => expect_from(from, vm)?,
                });
            }
        }
        changed(&object, vm, |select| {
            select.correlate = match (&select.correlate, except) {
                (Correlate::Only(old), false) if !reset => Correlate::Only(old.iter().cloned().chain(found).collect()),
                (Correlate::Except(old), true) if !reset => {
                    Correlate::Except(old.iter().cloned().chain(found).collect())
                }
                (_, false) => Correlate::Only(found),
                (_, true) => Correlate::Except(found),
            };
            Ok(())
        })
    }
    #[pyfunction]
    fn select_affix(
        object: PyObjectRef,
        texts: Vec<PyObjectRef>,
        suffix: bool,
        dialect: String,
        vm: &VirtualMachine,
    ) -> PyResult {
        let dialect: Rc<str> = dialect.into();
        let mut exprs = Vec::new();
        for text in &texts {
            let expr = expr_from_py(text, Role::StatementOption, vm)?;
            exprs.push(crate::sql::select::Affix { expr, dialect: dialect.clone() });
        }
        if object.downcast_ref::<StatementObject>().is_none()
            && let From::Alias(alias) = expect_from(&object, vm)?
        {
            return super::super::selectables::native::cte_affix(&alias, exprs, suffix, vm);
        }
        if let Stmt::Dml(dml) = stmt_of(&object, vm)? {
            let mut dml = (*dml).clone();
            common_mut(&mut dml).prefixes.extend(exprs);
            return StatementObject::like(&object, Stmt::Dml(Rc::new(dml)), vm);
        }
        changed(&object, vm, |select| {
            if suffix {
                select.suffixes.extend(exprs)
            } else {
                select.prefixes.extend(exprs)
            }
            Ok(())
        })
    }
    #[pyfunction]
    fn select_hint(
        object: PyObjectRef,
        from: PyObjectRef,
        text: String,
        dialect: String,
        vm: &VirtualMachine,
    ) -> PyResult {
        let from = match entity_from(&from, vm)? {
            _ if vm.is_none(&from) => None,
            Some(from) => Some(from),
            None => Some(expect_from(&from, vm)?),
        };
        changed(&object, vm, |select| {
            select.hints.push((from, dialect.into(), text.into()));
            Ok(())
        })
    }
    fn entity_from(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<From>> {
        let Some(hook) = plugin::hook() else { return Ok(None) };
        hook.as_entity(object, vm)?.map_or(Ok(None), |item| hook.entity_from(&item, vm))
    }
    /// What `with_for_update(of=)` names: columns, tables or entities.
    fn lock_target(object: &PyObject, vm: &VirtualMachine) -> PyResult<Expr> {
        let entity = entity_from(object, vm)?;
        let from = match entity {
            Some(from) => Some(from),
            None if object.downcast_ref::<StatementObject>().is_some() => None,
            None => from_from_py(object, vm)?,
        };
        match from {
            Some(from) => Ok(Expr::new(ExprKind::FromClause(from), crate::sql::types::null_type())),
            None => expr_from_py(object, Role::ColumnsClause, vm),
        }
    }
    /// nowait, read, skip_locked, key_share, of
    #[pyfunction]
    fn select_for_update(object: PyObjectRef, flags: Vec<bool>, of: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        let of = of.iter().map(|it| lock_target(it, vm)).collect::<PyResult<Vec<_>>>()?;
        changed(&object, vm, |select| {
            let flag = |it: usize| flags.get(it).copied().unwrap_or(false);
            let (nowait, read, skip_locked, key_share) = (flag(0), flag(1), flag(2), flag(3));
            select.for_update = Some(ForUpdate { nowait, read, skip_locked, key_share, of });
            Ok(())
        })
    }
    #[pyfunction]
    fn select_reduce_columns(object: PyObjectRef, only_synonyms: bool, vm: &VirtualMachine) -> PyResult {
        changed(&object, vm, |select| {
            *select = crate::sql::reduce::reduce_columns(select, only_synonyms);
            Ok(())
        })
    }
    #[pyfunction]
    fn select_label_style(object: PyObjectRef, style: i32, vm: &VirtualMachine) -> PyResult {
        changed(&object, vm, |select| {
            select.label_style = match style {
                0 => LabelStyle::None,
                1 => LabelStyle::TablenamePlusCol,
                _ => LabelStyle::DisambiguateOnly,
            };
            Ok(())
        })
    }
    #[pyfunction]
    fn get_label_style(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<i32> {
        let style = match stmt_of(&object, vm)? {
            Stmt::Select(select) => select.label_style,
            Stmt::Compound(compound) => compound.label_style,
            _ => LabelStyle::default(),
        };
        Ok(match style {
            LabelStyle::None => 0,
            LabelStyle::TablenamePlusCol => 1,
            LabelStyle::DisambiguateOnly => 2,
        })
    }
    #[pyfunction]
    fn select_options(object: PyObjectRef, options: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        let mut items: Vec<PluginItem> = Vec::new();
        for option in &options {
            let item = match plugin::hook() {
                Some(hook) => hook.as_option(option, vm)?,
                None => None,
            };
            items.push(item.ok_or_else(|| {
                exc::argument(vm, format!("ExecutionOption Core or ORM object expected, got {}.", repr_of(option, vm)))
            })?);
        }
        if let Stmt::Dml(dml) = stmt_of(&object, vm)? {
            let mut dml = (*dml).clone();
            common_mut(&mut dml).options.extend(items);
            return StatementObject::like(&object, Stmt::Dml(Rc::new(dml)), vm);
        }
        // Of a text they are nobody's.
        if let stmt @ Stmt::Text(_) = stmt_of(&object, vm)? {
            return StatementObject::like(&object, stmt, vm);
        }
        changed(&object, vm, |select| {
            select.options.extend(items);
            Ok(())
        })
    }
    /// What `add_cte()` takes.
    pub(crate) fn ctes_from(ctes: &[PyObjectRef], vm: &VirtualMachine) -> PyResult<Vec<Rc<Alias>>> {
        let mut aliases = Vec::new();
        for cte in ctes {
            let from = cte.downcast_ref::<FromObject>().map(|it| it.get(vm)).transpose()?;
            match from {
                Some(From::Alias(alias)) if matches!(alias.kind, AliasKind::Cte { .. }) => aliases.push(alias),
                _ if is_clause(cte) => return Err(Role::Cte.refused(cte, cte, vm)),
                _ => return Err(vm.new_exception_empty(vm.ctx.exceptions.not_implemented_error.to_owned())),
            }
        }
        Ok(aliases)
    }
    #[pyfunction]
    fn add_cte(object: PyObjectRef, ctes: Vec<PyObjectRef>, nest_here: bool, vm: &VirtualMachine) -> PyResult {
        let aliases = ctes_from(&ctes, vm)?;
        let stmt = stmt_of(&object, vm)?;
        if let Stmt::TextualSelect(text) = &stmt {
            if nest_here {
                return Err(vm.new_not_implemented_error("add_cte(nest_here=) of a text is not part of the playground"));
            }
            let mut text = text.copy();
            text.independent_ctes.extend(aliases);
            return StatementObject::like(&object, Stmt::TextualSelect(Rc::new(text)), vm);
        }
        if let Stmt::Dml(dml) = stmt {
            let mut dml = (*dml).clone();
            let common = common_mut(&mut dml);
            if nest_here {
                common.nested_ctes.extend(aliases.iter().map(|it| it.id));
            }
            common.independent_ctes.extend(aliases);
            return StatementObject::like(&object, Stmt::Dml(Rc::new(dml)), vm);
        }
        changed(&object, vm, |select| {
            if nest_here {
                select.nested_ctes.extend(aliases.iter().map(|it| it.id));
            }
            select.independent_ctes.extend(aliases);
            Ok(())
        })
    }
    /// `execution_options(**kw)` of a statement.
    #[pyfunction]
    fn statement_options(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let object = args.shift();
        if super::super::custom::statement_of(&object, vm)?.is_some() {
            let class = object.class().name().to_string();
            return Err(vm.new_attribute_error(format!("'{class}' object has no attribute '_generate'")));
        }
        let options: Vec<(Rc<str>, Value)> =
            args.kwargs.iter().map(|(key, value)| (key.to_string_lossy().into(), value_from_py(value, vm))).collect();
        match stmt_of(&object, vm)? {
            Stmt::Dml(dml) => {
                let mut dml = (*dml).clone();
                common_mut(&mut dml).execution_options.extend(options);
                StatementObject::like(&object, Stmt::Dml(Rc::new(dml)), vm)
            }
            Stmt::Select(_) | Stmt::Compound(_) => changed(&object, vm, |select| {
                select.execution_options.extend(options);
                Ok(())
            }),
            Stmt::Text(text) | Stmt::TextualSelect(text) => {
                let mut made = text.copy();
                made.execution_options.extend(options);
                let made = Rc::new(made);
                let is_select = matches!(stmt_of(&object, vm)?, Stmt::TextualSelect(_));
                let stmt = if is_select { Stmt::TextualSelect(made) } else { Stmt::Text(made) };
                StatementObject::like(&object, stmt, vm)
            }
            _ => Ok(object),
        }
    }
    #[pyfunction]
    fn get_statement_options(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let empty = IndexMap::new();
        // A function or an object of a program's own runs as a statement and has no options.
        if object.downcast_ref::<StatementObject>().is_none_or(|it| it.stmt.borrow().is_none()) {
            return Ok(vm.ctx.new_dict().into());
        }
        let stmt = stmt_of(&object, vm)?;
        let options = match &stmt {
            Stmt::Select(select) => &select.execution_options,
            Stmt::Compound(compound) => &compound.execution_options,
            Stmt::Dml(dml) => &dml.common().execution_options,
            Stmt::Text(text) | Stmt::TextualSelect(text) => &text.execution_options,
            _ => &empty,
        };
        let dict = vm.ctx.new_dict();
        for (key, value) in options {
            dict.set_item(&**key, value_to_py(value, vm), vm)?;
        }
        Ok(dict.into())
    }
}
