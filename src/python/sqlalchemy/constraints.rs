//! ForeignKey, constraints and Index: the functions behind their classes in `sql/schema.py`.

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use super::super::coerce::{Role, column_from_py, expr_from_py, expr_to_py, from_from_py, from_to_py};
    use super::super::schema::native::fill;
    use super::super::schema::{Item, constraint_to_py, foreign_key_to_py, item_of, new_foreign_key};
    use crate::python::exc::{self, IntoPy};
    use crate::python::value::{text_of, value_from_py};
    use crate::sql::expr::Expr;
    use crate::sql::schema::{Constraint, ConstraintKind, Exclude, ForeignKeyOptions, ForeignKeyTarget, Index};
    use crate::sql::schema_ops;
    use crate::sql::selectable::From;
    use crate::sql::value::{HostSlot, Value};
    use rustpython_vm::{
        AsObject, PyObjectRef, PyPayload, PyResult, VirtualMachine,
        builtins::{PyDictRef, PyList, PyTuple},
    };
    use std::cell::RefCell;
    use std::rc::Rc;

    /// `ForeignKey.__init__`: target, (name, onupdate, ondelete, deferrable, initially, use_alter, match, link_to_name)
    #[pyfunction]
    fn foreign_key_init(
        object: PyObjectRef,
        target: PyObjectRef,
        options: Vec<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let target = fk_target(&target, vm)?;
        let fk = new_foreign_key(target, fk_options(&options, vm)?);
        fill(&object, Item::ForeignKey(fk), vm)
    }

    fn fk_target(target: &PyObjectRef, vm: &VirtualMachine) -> PyResult<ForeignKeyTarget> {
        if let Some(names) = target.downcast_ref::<PyTuple>()
            && let [schema, table, column] = names.as_slice()
        {
            return Ok(ForeignKeyTarget::Names {
                schema: text_of(schema),
                table: text_of(table).unwrap_or_default(),
                column: text_of(column),
            });
        }
        let column = column_from_py(target, vm)?.ok_or_else(|| exc::argument(vm, "a Column is expected"))?;
        Ok(ForeignKeyTarget::Column(column))
    }

    fn fk_options(options: &[PyObjectRef], vm: &VirtualMachine) -> PyResult<ForeignKeyOptions> {
        let [name, onupdate, ondelete, deferrable, initially, use_alter, match_, link_to_name] = options else {
            return Err(vm.new_type_error("a foreign key has eight options"));
        };
        let flag =
            |it: &PyObjectRef| -> Option<bool> { if vm.is_none(it) { None } else { it.clone().try_to_bool(vm).ok() } };
        Ok(ForeignKeyOptions {
            name: text_of(name),
            onupdate: text_of(onupdate),
            ondelete: text_of(ondelete),
            deferrable: flag(deferrable),
            initially: text_of(initially),
            use_alter: flag(use_alter).unwrap_or(false),
            match_: text_of(match_),
            link_to_name: flag(link_to_name).unwrap_or(false),
        })
    }

    /// The column a foreign key names; raises what the reference raises when it is not there.
    #[pyfunction]
    fn foreign_key_column(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let Some(Item::ForeignKey(fk)) = item_of(&object) else { return Ok(vm.ctx.none()) };
        let column = schema_ops::referred_column(&fk).py(vm)?;
        expr_to_py(&Expr::column(&column), vm)
    }
    #[pyfunction]
    fn foreign_key_attr(object: PyObjectRef, name: String, vm: &VirtualMachine) -> PyResult {
        let Some(Item::ForeignKey(fk)) = item_of(&object) else { return Ok(vm.ctx.none()) };
        let text = |it: &Option<Rc<str>>| -> PyObjectRef {
            it.as_ref().map_or_else(|| vm.ctx.none(), |it| vm.ctx.new_str(&**it).into())
        };
        Ok(match &*name {
            "target_tokens" => {
                let (schema, table, column) = schema_ops::target_tokens(&fk);
                let table = Some(table).filter(|it| !it.is_empty());
                vm.ctx.new_tuple(vec![text(&schema), text(&table), text(&column)]).into()
            }
            "target_column" => match &fk.target {
                ForeignKeyTarget::Column(column) => expr_to_py(&Expr::column(column), vm)?,
                ForeignKeyTarget::Names { .. } => vm.ctx.none(),
            },
            "link_to_name" => vm.ctx.new_bool(fk.options.link_to_name).into(),
            "parent" => match fk.parent.borrow().upgrade() {
                Some(column) => expr_to_py(&Expr::column(&column), vm)?,
                None => vm.ctx.none(),
            },
            "constraint" => match fk.constraint.borrow().upgrade() {
                Some(constraint) => constraint_to_py(&constraint, vm)?,
                None => vm.ctx.none(),
            },
            "name" => text(&fk.options.name),
            "ondelete" => text(&fk.options.ondelete),
            "onupdate" => text(&fk.options.onupdate),
            "initially" => text(&fk.options.initially),
            "match" => text(&fk.options.match_),
            "deferrable" => fk.options.deferrable.map_or_else(|| vm.ctx.none(), |it| vm.ctx.new_bool(it).into()),
            "use_alter" => vm.ctx.new_bool(fk.options.use_alter).into(),
            _ => return Err(vm.new_attribute_error(name)),
        })
    }

    /// A name; one that a convention made is a `conv`.
    fn name_to_py(name: &Option<Rc<str>>, is_made_up: bool, vm: &VirtualMachine) -> PyResult {
        match name {
            Some(name) if is_made_up => super::super::registry::class_of("sqlalchemy.sql.elements:conv", vm)?
                .call((vm.ctx.new_str(&**name),), vm),
            Some(name) => Ok(vm.ctx.new_str(&**name).into()),
            None => Ok(vm.ctx.none()),
        }
    }

    /// `Constraint.__init__`: kind, name, columns (objects), extra: for a check its text, for a foreign key
    /// its keys and options, for unique (deferrable, initially).
    #[pyfunction]
    fn constraint_init(
        object: PyObjectRef,
        kind: String,
        name: PyObjectRef,
        columns: Vec<PyObjectRef>,
        extra: Vec<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let mut refs = Vec::new();
        for column in &columns {
            if let Some(column) = column_from_py(column, vm)? {
                refs.push(column);
            }
        }
        let kind = match &*kind {
            "primary_key" => ConstraintKind::PrimaryKey,
            "unique" => ConstraintKind::Unique,
            "check" => {
                let sqltext = match extra.first() {
                    Some(sqltext) => expr_from_py(sqltext, Role::DdlExpression, vm)?,
                    None => Expr::text(""),
                };
                if refs.is_empty() {
                    columns_in(&sqltext, &mut refs);
                }
                ConstraintKind::Check { sqltext }
            }
            "exclude" => {
                let [using, where_, ops] = &extra[..] else {
                    return Err(vm.new_type_error("EXCLUDE takes three things"));
                };
                let ops = match value_from_py(ops, vm).items() {
                    Some(items) => {
                        items.as_chunks().0.iter().map(|[a, b]| (a.display().into(), b.display().into())).collect()
                    }
                    None => Vec::new(),
                };
                ConstraintKind::Exclude(Box::new(Exclude {
                    using: text_of(using).unwrap_or_default(),
                    elements: RefCell::default(),
                    ops,
                    where_: match vm.is_none(where_) {
                        true => None,
                        false => Some(expr_from_py(where_, Role::DdlExpression, vm)?),
                    },
                }))
            }
            _ => {
                let targets = match extra.first() {
                    Some(it) => super::super::coerce::IterItems::get_iter_items(&**it, vm)?,
                    None => Vec::new(),
                };
                let options = fk_options(&extra[1..], vm)?;
                let elements = targets
                    .iter()
                    .filter_map(|it| match item_of(it) {
                        Some(Item::ForeignKey(key)) => Some(key),
                        _ => None,
                    })
                    .collect();
                ConstraintKind::ForeignKey { elements: RefCell::new(elements), options }
            }
        };
        let is_final = name.class().name().to_string() == "conv";
        // The second thing that a check is given: whether it belongs to the type of its column.
        let is_of_type = matches!(kind, ConstraintKind::Check { .. })
            && extra.get(1).is_some_and(|it| it.clone().try_to_bool(vm).unwrap_or(false));
        let constraint = Constraint::new(kind, text_of(&name), refs, is_of_type);
        constraint.name_is_final.set(is_final);
        if let ConstraintKind::ForeignKey { elements, .. } = &constraint.kind {
            for key in elements.borrow().iter() {
                *key.constraint.borrow_mut() = Rc::downgrade(&constraint);
            }
        }
        fill(&object, Item::Constraint(constraint), vm)
    }

    /// `deferrable=`, `initially=` and arguments named for a dialect.
    #[pyfunction]
    fn constraint_options(
        object: PyObjectRef,
        deferrable: PyObjectRef,
        initially: PyObjectRef,
        dialect_kwargs: PyDictRef,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let Some(Item::Constraint(constraint)) = item_of(&object) else { return Ok(()) };
        *constraint.options.borrow_mut() = crate::sql::schema::ConstraintOptions {
            deferrable: if vm.is_none(&deferrable) { None } else { Some(deferrable.try_to_bool(vm)?) },
            initially: text_of(&initially),
            dialect: super::super::engine::native::options_from_dict(&dialect_kwargs, vm),
        };
        Ok(())
    }

    /// The elements of `ExcludeConstraint`, each with its operator.
    #[pyfunction]
    fn exclude_elements(
        object: PyObjectRef,
        elements: Vec<PyObjectRef>,
        operators: Vec<String>,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let Some(Item::Constraint(constraint)) = item_of(&object) else { return Ok(()) };
        let ConstraintKind::Exclude(exclude) = &constraint.kind else { return Ok(()) };
        let mut found = Vec::new();
        for (element, operator) in elements.iter().zip(operators) {
            found.push((expr_from_py(element, Role::DdlExpression, vm)?, operator.into()));
        }
        *exclude.elements.borrow_mut() = found;
        Ok(())
    }

    /// `ddl_if()`: `callable` answers whether the constraint is written for the dialect of a name.
    #[pyfunction]
    fn constraint_condition(object: PyObjectRef, callable: PyObjectRef) {
        if let Some(Item::Constraint(constraint)) = item_of(&object) {
            let condition = super::super::schema_callbacks::PyCondition { callable };
            *constraint.condition.borrow_mut() = Some(Rc::new(condition));
        }
    }

    fn columns_in(expr: &Expr, out: &mut Vec<crate::sql::schema::ColumnRef>) {
        for column in crate::sql::traverse::columns_in(expr) {
            if !out.iter().any(|it| it.id == column.id) {
                out.push(column);
            }
        }
    }

    /// Tells a constraint its columns, or an index its expressions, when the table is known.
    #[pyfunction]
    fn constraint_set_columns(object: PyObjectRef, columns: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
        match item_of(&object) {
            Some(Item::Constraint(constraint)) => {
                let found = columns.iter().map(|it| column_from_py(it, vm)).collect::<PyResult<Vec<_>>>()?;
                *constraint.columns.borrow_mut() = found.into_iter().flatten().collect();
            }
            Some(Item::Index(index)) => {
                *index.expressions.borrow_mut() =
                    columns.iter().map(|it| expr_from_py(it, Role::DdlExpression, vm)).collect::<PyResult<_>>()?;
            }
            _ => {}
        }
        Ok(())
    }
    #[pyfunction]
    fn constraint_attr(object: PyObjectRef, name: String, vm: &VirtualMachine) -> PyResult {
        let missing = || vm.new_attribute_error(name.clone());
        let columns_list = |columns: &[crate::sql::schema::ColumnRef]| -> PyResult {
            let pairs: Vec<(Rc<str>, Expr)> = columns.iter().map(|it| (it.key(), Expr::column(it))).collect();
            Ok(super::super::selectables::ColumnCollection {
                source: super::super::selectables::native::Source::List(pairs),
            }
            .into_pyobject(vm))
        };
        Ok(match (item_of(&object), &*name) {
            (Some(Item::Constraint(it)), "name") => name_to_py(&it.name.borrow(), it.name_is_final.get(), vm)?,
            (Some(Item::Constraint(it)), "columns") => columns_list(&it.columns.borrow())?,
            (Some(Item::Constraint(it)), "table") => match it.table.borrow().upgrade() {
                Some(table) => from_to_py(&From::Table(table), vm)?,
                None => vm.ctx.none(),
            },
            (Some(Item::Constraint(it)), "sqltext") => match &it.kind {
                ConstraintKind::Check { sqltext } => expr_to_py(sqltext, vm)?,
                _ => return Err(missing()),
            },
            (Some(Item::Constraint(it)), "elements") => match &it.kind {
                ConstraintKind::ForeignKey { elements, .. } => {
                    let elements = elements.borrow().clone();
                    let items = elements.iter().map(|it| foreign_key_to_py(it, vm)).collect::<PyResult<Vec<_>>>()?;
                    vm.ctx.new_list(items).into()
                }
                _ => return Err(missing()),
            },
            (Some(Item::Constraint(it)), option @ ("ondelete" | "onupdate" | "initially" | "match")) => {
                match &it.kind {
                    ConstraintKind::ForeignKey { options, .. } => {
                        let text = match option {
                            "ondelete" => &options.ondelete,
                            "onupdate" => &options.onupdate,
                            "initially" => &options.initially,
                            _ => &options.match_,
                        };
                        text.as_ref().map_or_else(|| vm.ctx.none(), |it| vm.ctx.new_str(&**it).into())
                    }
                    _ => return Err(missing()),
                }
            }
            (Some(Item::Index(it)), "name") => name_to_py(&it.name.borrow(), it.name_is_final.get(), vm)?,
            (Some(Item::Index(it)), "unique") => vm.ctx.new_bool(it.unique).into(),
            (Some(Item::Index(it)), "columns") => columns_list(&it.columns())?,
            (Some(Item::Index(it)), "expressions") => {
                let expressions = it.expressions.borrow().clone();
                let items = expressions.iter().map(|it| expr_to_py(it, vm)).collect::<PyResult<Vec<_>>>()?;
                vm.ctx.new_list(items).into()
            }
            (Some(Item::Index(it)), "table") => match it.table.borrow().upgrade() {
                Some(table) => from_to_py(&From::Table(table), vm)?,
                None => vm.ctx.none(),
            },
            _ => return Err(missing()),
        })
    }
    #[pyfunction]
    fn constraint_set_name(object: PyObjectRef, name: PyObjectRef) {
        match item_of(&object) {
            Some(Item::Constraint(it)) => {
                it.name_is_final.set(name.class().name().to_string() == "conv");
                *it.name.borrow_mut() = text_of(&name);
            }
            Some(Item::Index(it)) => {
                it.name_is_final.set(name.class().name().to_string() == "conv");
                *it.name.borrow_mut() = text_of(&name);
            }
            _ => {}
        }
    }
    /// `Index.__init__`: name, unique, dialect options.
    #[pyfunction]
    fn index_init(
        object: PyObjectRef,
        name: PyObjectRef,
        unique: bool,
        options: PyDictRef,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let index = Rc::new(Index {
            name_is_final: std::cell::Cell::new(name.class().name().to_string() == "conv"),
            name: RefCell::new(text_of(&name)),
            expressions: RefCell::default(),
            unique,
            table: RefCell::default(),
            wheres: RefCell::default(),
            options: RefCell::default(),
            host: HostSlot::default(),
        });
        for (key, value) in &options {
            let Some(key) = text_of(&key) else { continue };
            set_index_option(&index, key, &value, vm)?;
        }
        fill(&object, Item::Index(index), vm)
    }

    fn set_index_option(index: &Index, key: Rc<str>, value: &PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        if !key.ends_with("_where") {
            index.options.borrow_mut().insert(key, plain(value, vm));
        } else if vm.is_none(value) {
            index.wheres.borrow_mut().shift_remove(&key);
        } else {
            index.wheres.borrow_mut().insert(key, expr_from_py(value, Role::DdlExpression, vm)?);
        }
        Ok(())
    }

    fn plain(value: &PyObjectRef, vm: &VirtualMachine) -> Value {
        match value.downcast_ref::<PyList>() {
            Some(list) => Value::List(list.borrow_vec().iter().map(|it| value_from_py(it, vm)).collect()),
            None => value_from_py(value, vm),
        }
    }

    /// An argument named for a dialect that is written after construction; None is that of nobody.
    #[pyfunction]
    fn set_dialect_option(object: PyObjectRef, name: String, value: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let name: Rc<str> = name.into();
        match item_of(&object) {
            Some(Item::Constraint(it)) => drop(it.options.borrow_mut().dialect.insert(name, plain(&value, vm))),
            Some(Item::Index(it)) => set_index_option(&it, name, &value, vm)?,
            Some(_) => {}
            None => {
                if let Ok(Some(From::Table(table))) = from_from_py(&object, vm) {
                    table.options.borrow_mut().insert(name, plain(&value, vm));
                } else if let Ok(Some(column)) = column_from_py(&object, vm)
                    && let Some(schema) = &column.schema
                {
                    schema.options.borrow_mut().insert(name, plain(&value, vm));
                }
            }
        }
        Ok(())
    }
    /// `postgresql_where=` and its kin of an index.
    #[pyfunction]
    fn index_where(object: PyObjectRef, key: String, vm: &VirtualMachine) -> PyResult {
        let Some(Item::Index(index)) = item_of(&object) else { return Ok(vm.ctx.none()) };
        let found = index.wheres.borrow().get(&*key).cloned();
        found.map_or_else(|| Ok(vm.ctx.none()), |it| expr_to_py(&it, vm))
    }
}
