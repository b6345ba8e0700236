//! `table()`: a FROM object of which only the name and some columns are known.

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use super::super::coerce::{column_from_py, expect_from};
    use super::super::selectables::FromObject;
    use crate::python::exc;
    use crate::python::value::text_of;
    use crate::sql::schema::next_id;
    use crate::sql::selectable::{From, Lightweight};
    use crate::sql::value::HostSlot;
    use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};
    use std::cell::RefCell;
    use std::rc::Rc;

    /// `table("name", *columns)`
    #[pyfunction]
    fn lightweight(
        object: PyObjectRef,
        name: PyObjectRef,
        schema: Option<String>,
        columns: Vec<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let table = Rc::new(Lightweight {
            id: next_id(),
            name: text_of(&name).unwrap_or_default(),
            quote: super::super::elements::native::quote_of(&name, vm)?,
            schema: schema.map(Into::into),
            columns: RefCell::default(),
            host: HostSlot::default(),
        });
        for column in columns {
            add_to_lightweight(&table, &column, None, vm)?;
        }
        table.host.set(Rc::new(object.downgrade(None, vm)?));
        if let Some(native) = object.downcast_ref::<FromObject>() {
            *native.from.borrow_mut() = Some(From::Lightweight(table));
        }
        Ok(())
    }
    fn add_to_lightweight(
        table: &Rc<Lightweight>,
        object: &PyObjectRef,
        index: Option<usize>,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let Some(column) = column_from_py(object, vm)? else {
            // As the reference finds it out: by the attribute that is missing.
            object.get_attr("table", vm)?;
            return Err(exc::argument(vm, "column() objects are expected"));
        };
        let owner = column.table.borrow().clone();
        if let Some(owner) = owner.filter(|it| it.id() != table.id) {
            let owner = crate::sql::build::from_description(&owner);
            let text = format!("column object '{}' already assigned to table '{owner}'", column.key());
            return Err(exc::argument(vm, text));
        }
        *column.table.borrow_mut() = Some(From::Lightweight(table.clone()));
        let mut known = table.columns.borrow_mut();
        match known.iter().position(|it| it.key() == column.key()) {
            Some(place) => known[place] = column,
            None => {
                let place = index.map_or(known.len(), |it| it.min(known.len()));
                known.insert(place, column);
            }
        }
        Ok(())
    }
    /// `TableClause.append_column()`, `insert_column()`
    #[pyfunction]
    fn lightweight_add(
        object: PyObjectRef,
        column: PyObjectRef,
        index: Option<usize>,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        match expect_from(&object, vm)? {
            From::Lightweight(table) => add_to_lightweight(&table, &column, index, vm),
            _ => Err(exc::argument(vm, "a table() is expected")),
        }
    }
}
