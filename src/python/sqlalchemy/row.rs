//! `Row` and `RowMapping`: one row of a result, as a tuple and as a mapping.

pub(crate) use native::{Row, RowMapping};

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use super::super::coerce::{IterItems, Role, clause_element, expr_from_py};
    use super::super::elements::Element;
    use super::super::orm::entity_from_py;
    use super::super::result::Keys;
    use crate::python::exc;
    use crate::python::value::{repr_of, text_of};
    use rustpython_vm::{
        AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, atomic_func,
        builtins::{PyGenericAlias, PyInt, PyStr, PyTuple, PyType, PyTypeRef},
        class::PyClassImpl,
        common::hash::PyHash,
        function::{Either, FuncArgs, OptionalArg, PyComparisonValue, PySetterValue},
        protocol::{PyMappingMethods, PySequenceMethods},
        types::{
            AsMapping, AsSequence, Comparable, Constructor, GetAttr, Hashable, Iterable, PyComparisonOp, Representable,
            SetAttr,
        },
    };
    use std::rc::Rc;
    use std::sync::LazyLock;

    /// One row of a result.
    #[pyclass(name = "Row", module = false, no_attr)]
    #[derive(Debug, PyPayload)]
    pub(crate) struct Row {
        pub(crate) keys: Rc<Keys>,
        pub(crate) cells: Box<[PyObjectRef]>,
    }

    impl Constructor for Row {
        type Args = FuncArgs;
        fn slot_new(_cls: PyTypeRef, _args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            Err(vm.new_type_error("rows come from results"))
        }
        fn py_new(_cls: &Py<PyType>, _args: Self::Args, vm: &VirtualMachine) -> PyResult<Self> {
            Err(vm.new_type_error("rows come from results"))
        }
    }

    impl Row {
        pub(crate) fn as_tuple(&self, vm: &VirtualMachine) -> PyRef<PyTuple> {
            vm.ctx.new_tuple(self.cells.to_vec())
        }
        fn by_name(&self, name: &str, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
            match self.keys.find(name) {
                Some(Some(place)) => Ok(self.cells.get(place).cloned()),
                Some(None) => Err(ambiguous(name, vm)),
                None => Ok(None),
            }
        }
    }

    fn no_attribute(keys: &Keys, name: &str, vm: &VirtualMachine) -> rustpython_vm::builtins::PyBaseExceptionRef {
        if keys.is_orm {
            return vm.new_attribute_error(name.to_owned());
        }
        vm.new_attribute_error(format!("Could not locate column in row for column '{name}'"))
    }

    fn ambiguous(name: &str, vm: &VirtualMachine) -> rustpython_vm::builtins::PyBaseExceptionRef {
        exc::invalid_request(vm, format!("Ambiguous column name '{name}' in result set column descriptions"))
    }

    #[pyclass(
        with(Constructor, GetAttr, AsMapping, AsSequence, Iterable, Comparable, Hashable, Representable, SetAttr),
        flags(BASETYPE, HEAPTYPE)
    )]
    impl Row {
        #[pyclassmethod]
        fn __class_getitem__(cls: PyTypeRef, types: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyGenericAlias> {
            PyGenericAlias::from_args(cls, types, vm)
        }
        #[pymethod]
        fn _tuple(zelf: PyRef<Self>) -> PyRef<Self> {
            zelf
        }
        #[pymethod]
        fn tuple(zelf: PyRef<Self>) -> PyRef<Self> {
            zelf
        }
        #[pymethod]
        fn _asdict(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            named_cells(&zelf.keys, &zelf.cells, vm)
        }
        #[pymethod]
        fn count(zelf: &Py<Self>, value: PyObjectRef, vm: &VirtualMachine) -> PyResult<usize> {
            let mut count = 0;
            for cell in &zelf.cells {
                count += usize::from(vm.bool_eq(cell, &value)?);
            }
            Ok(count)
        }
        #[pymethod]
        fn index(zelf: &Py<Self>, value: PyObjectRef, vm: &VirtualMachine) -> PyResult<usize> {
            for (place, cell) in zelf.cells.iter().enumerate() {
                if vm.bool_eq(cell, &value)? {
                    return Ok(place);
                }
            }
            Err(vm.new_value_error(""))
        }
        #[pymethod]
        fn __reduce__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            let made = super::super::registry::class_of("sqlalchemy.engine.row:_unpickled", vm)?;
            let names = zelf.keys.names.iter().map(|it| vm.ctx.new_str(&**it).into()).collect();
            let state = vec![vm.ctx.new_list(names).into(), zelf.as_tuple(vm).into()];
            Ok(vm.ctx.new_tuple(vec![made, vm.ctx.new_tuple(state).into()]).into())
        }
        fn item(zelf: &Py<Self>, key: &PyObject, vm: &VirtualMachine) -> PyResult {
            if key.downcast_ref::<PyInt>().is_some() && !key.class().is(vm.ctx.types.bool_type)
                || key.class().is(vm.ctx.types.slice_type)
            {
                return zelf.as_tuple(vm).as_object().get_item(key, vm);
            }
            zelf.as_tuple(vm).as_object().get_item(key, vm)
        }
    }

    impl SetAttr for Row {
        fn setattro(_zelf: &Py<Self>, _name: &Py<PyStr>, value: PySetterValue, vm: &VirtualMachine) -> PyResult<()> {
            Err(vm.new_attribute_error(match value {
                PySetterValue::Assign(_) => "can't set attribute",
                PySetterValue::Delete => "can't delete attribute",
            }))
        }
    }

    impl GetAttr for RowMapping {
        fn getattro(zelf: &Py<Self>, name: &Py<PyStr>, vm: &VirtualMachine) -> PyResult {
            if let Some(found) = zelf.as_object().generic_getattr_opt(name, None, vm)? {
                return Ok(found);
            }
            let place = zelf.place(name.as_object(), vm)?;
            place
                .and_then(|it| zelf.cells.get(it).cloned())
                .ok_or_else(|| no_attribute(&zelf.keys, &name.to_string_lossy(), vm))
        }
    }

    impl GetAttr for Row {
        fn getattro(zelf: &Py<Self>, name: &Py<PyStr>, vm: &VirtualMachine) -> PyResult {
            let text = name.to_string_lossy();
            if !text.starts_with('_') {
                if let Some(found) = zelf.by_name(&text, vm)? {
                    return Ok(found);
                }
            } else {
                match &*text {
                    "_mapping" => {
                        return Ok(RowMapping { keys: zelf.keys.clone(), cells: zelf.cells.clone() }.into_pyobject(vm));
                    }
                    "_fields" => {
                        let names = zelf.keys.named().map(|it| vm.ctx.new_str(&**it).into()).collect();
                        return Ok(vm.ctx.new_tuple(names).into());
                    }
                    "_t" => return Ok(zelf.to_owned().into()),
                    _ => {}
                }
                if let Some(Some(place)) = zelf.keys.find(&text) {
                    return Ok(zelf.cells[place].clone());
                }
            }
            if &*text == "t" {
                return Ok(zelf.to_owned().into());
            }
            match zelf.as_object().generic_getattr_opt(name, None, vm)? {
                Some(found) => Ok(found),
                None => Err(no_attribute(&zelf.keys, &text, vm)),
            }
        }
    }
    impl AsMapping for Row {
        fn as_mapping() -> &'static PyMappingMethods {
            static AS_MAPPING: LazyLock<PyMappingMethods> = LazyLock::new(|| PyMappingMethods {
                length: atomic_func!(|it, _vm| Ok(Row::mapping_downcast(it).cells.len())),
                subscript: atomic_func!(|it, key, vm| Row::item(Row::mapping_downcast(it), key, vm)),
                ..PyMappingMethods::NOT_IMPLEMENTED
            });
            &AS_MAPPING
        }
    }
    impl AsSequence for Row {
        fn as_sequence() -> &'static PySequenceMethods {
            static AS_SEQUENCE: LazyLock<PySequenceMethods> = LazyLock::new(|| PySequenceMethods {
                length: atomic_func!(|it, _vm| Ok(Row::sequence_downcast(it).cells.len())),
                item: atomic_func!(|it, index, vm| {
                    let row = Row::sequence_downcast(it);
                    let len = row.cells.len() as isize;
                    let index = if index < 0 { index + len } else { index };
                    usize::try_from(index)
                        .ok()
                        .and_then(|it| row.cells.get(it).cloned())
                        .ok_or_else(|| vm.new_index_error("tuple index out of range"))
                }),
                contains: atomic_func!(|it, value, vm| {
                    for cell in &Row::sequence_downcast(it).cells {
                        if vm.bool_eq(cell, value)? {
                            return Ok(true);
                        }
                    }
                    Ok(false)
                }),
                ..PySequenceMethods::NOT_IMPLEMENTED
            });
            &AS_SEQUENCE
        }
    }
    impl Iterable for Row {
        fn iter(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
            Ok(zelf.as_tuple(vm).as_object().get_iter(vm)?.into())
        }
    }
    impl Comparable for Row {
        fn slot_richcompare(
            zelf: &PyObject,
            other: &PyObject,
            op: PyComparisonOp,
            vm: &VirtualMachine,
        ) -> PyResult<Either<PyObjectRef, PyComparisonValue>> {
            let Some(zelf) = zelf.downcast_ref::<Row>() else {
                return Ok(Either::B(PyComparisonValue::NotImplemented));
            };
            let other: PyObjectRef = match other.downcast_ref::<Row>() {
                Some(other) => other.as_tuple(vm).into(),
                None => other.to_owned(),
            };
            let own: PyObjectRef = zelf.as_tuple(vm).into();
            Ok(Either::A(own.rich_compare(other, op, vm)?))
        }
        fn cmp(
            _zelf: &Py<Self>,
            _other: &PyObject,
            _op: PyComparisonOp,
            _vm: &VirtualMachine,
        ) -> PyResult<PyComparisonValue> {
            Ok(PyComparisonValue::NotImplemented)
        }
    }
    impl Hashable for Row {
        fn hash(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyHash> {
            zelf.as_tuple(vm).as_object().hash(vm)
        }
    }
    impl Representable for Row {
        fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
            let mut parts = Vec::with_capacity(zelf.cells.len());
            for cell in &zelf.cells {
                let repr = cell.repr(vm)?;
                parts.push(crate::engine::reprs::shortened(&repr.to_string_lossy()));
            }
            let tail = if zelf.cells.len() == 1 { "," } else { "" };
            Ok(format!("({}{tail})", parts.join(", ")))
        }
    }

    /// `row._mapping`
    #[pyclass(name = "RowMapping", module = false, no_attr)]
    #[derive(Debug, PyPayload)]
    pub(crate) struct RowMapping {
        pub(crate) keys: Rc<Keys>,
        pub(crate) cells: Box<[PyObjectRef]>,
    }

    impl RowMapping {
        fn place(&self, key: &PyObject, vm: &VirtualMachine) -> PyResult<Option<usize>> {
            place_of(&self.keys, key, vm)
        }
        fn as_dict(&self, vm: &VirtualMachine) -> PyResult {
            named_cells(&self.keys, &self.cells, vm)
        }
    }

    /// Names and cells as a dictionary.
    fn named_cells(keys: &Keys, cells: &[PyObjectRef], vm: &VirtualMachine) -> PyResult {
        let dict = vm.ctx.new_dict();
        for place in 0..keys.names.len() {
            let Some(name) = keys.name(place) else { continue };
            dict.set_item(&**name, cells[place_of_name(keys, name, place, vm)?].clone(), vm)?;
        }
        Ok(dict.into())
    }

    /// Where the cell is that a name asks for: of several of one name it need not be its own.
    fn place_of_name(keys: &Keys, name: &str, own: usize, vm: &VirtualMachine) -> PyResult<usize> {
        match keys.find(name) {
            Some(None) => Err(ambiguous(name, vm)),
            Some(Some(place)) => Ok(place),
            None => Ok(own),
        }
    }

    /// Where a column is, by name, expression or object.
    pub(crate) fn place_of(keys: &Keys, key: &PyObject, vm: &VirtualMachine) -> PyResult<Option<usize>> {
        if let Some(text) = text_of(key) {
            return match keys.find(&text) {
                Some(Some(place)) => Ok(Some(place)),
                Some(None) => Err(ambiguous(&text, vm)),
                None => Ok(None),
            };
        }
        if keys.entities.iter().any(Option::is_some)
            && let Some(entity) = entity_from_py(key, vm)?
        {
            return Ok(keys.entities.iter().position(|it| *it == Some(entity.tag())));
        }
        let element = match key.downcast_ref::<Element>() {
            Some(_) => Some(key.to_owned()),
            None => clause_element(key, vm)?,
        };
        let Some(element) = element else { return Ok(None) };
        if element.downcast_ref::<Element>().is_none() {
            return Ok(None);
        }
        if keys.unpickled {
            let text = "Row was unpickled; lookup by ColumnElement is unsupported";
            return Err(exc::error(vm, "NoSuchColumnError", text, None));
        }
        let expr = expr_from_py(&element, Role::Any, vm)?;
        if let Some(place) = keys.find_expr(&expr) {
            return Ok(Some(place));
        }
        // Rows of which nobody knows the expressions are asked by the column's name.
        if keys.targets.is_empty()
            && let Some(column) = expr.as_column()
        {
            return Ok(keys.find(&column.name()).flatten());
        }
        Ok(None)
    }

    pub(crate) fn no_such_column(
        keys: &Keys,
        key: &PyObject,
        vm: &VirtualMachine,
    ) -> rustpython_vm::builtins::PyBaseExceptionRef {
        if keys.is_orm {
            return vm.new_key_error(key.to_owned());
        }
        let shown = match text_of(key) {
            Some(text) => text.to_string(),
            None => crate::python::value::str_of(key, vm).unwrap_or_else(|_| repr_of(key, vm)),
        };
        exc::error(vm, "NoSuchColumnError", format!("Could not locate column in row for column '{shown}'"), None)
    }

    #[pyclass(with(AsMapping, AsSequence, Iterable, Comparable, Representable, GetAttr), flags(HEAPTYPE))]
    impl RowMapping {
        #[pymethod]
        fn keys(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            let names = zelf.keys.named().map(|it| vm.ctx.new_str(&**it).into()).collect();
            let class = super::super::registry::class_of("sqlalchemy.engine.result:RMKeyView", vm)?;
            let list: PyObjectRef = vm.ctx.new_list(names).into();
            class.call((list, zelf.to_owned()), vm)
        }
        #[pymethod]
        fn values(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            let class = super::super::registry::class_of("sqlalchemy.engine.row:ROMappingKeysValuesView", vm)?;
            class.call((zelf.to_owned(), vm.ctx.new_list(zelf.cells.to_vec())), vm)
        }
        #[pymethod]
        fn items(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            let class = super::super::registry::class_of("sqlalchemy.engine.row:ROMappingItemsView", vm)?;
            let mut items = Vec::with_capacity(zelf.cells.len());
            for place in 0..zelf.keys.names.len() {
                let Some(name) = zelf.keys.name(place) else { continue };
                let cell = zelf.cells[place_of_name(&zelf.keys, name, place, vm)?].clone();
                items.push(vm.ctx.new_tuple(vec![vm.ctx.new_str(&**name).into(), cell]).into());
            }
            class.call((zelf.to_owned(), vm.ctx.new_list(items)), vm)
        }
        #[pymethod]
        fn get(zelf: &Py<Self>, key: PyObjectRef, default: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
            Ok(match zelf.place(&key, vm)? {
                Some(place) => zelf.cells[place].clone(),
                None => default.unwrap_or_else(|| vm.ctx.none()),
            })
        }
    }
    impl AsMapping for RowMapping {
        fn as_mapping() -> &'static PyMappingMethods {
            static AS_MAPPING: LazyLock<PyMappingMethods> = LazyLock::new(|| PyMappingMethods {
                length: atomic_func!(|it, _vm| Ok(RowMapping::mapping_downcast(it).cells.len())),
                subscript: atomic_func!(|it, key, vm| {
                    let row = RowMapping::mapping_downcast(it);
                    match row.place(key, vm)? {
                        Some(place) => Ok(row.cells[place].clone()),
                        None => Err(no_such_column(&row.keys, key, vm)),
                    }
                }),
                ..PyMappingMethods::NOT_IMPLEMENTED
            });
            &AS_MAPPING
        }
    }
    impl AsSequence for RowMapping {
        fn as_sequence() -> &'static PySequenceMethods {
            static AS_SEQUENCE: LazyLock<PySequenceMethods> = LazyLock::new(|| PySequenceMethods {
                length: atomic_func!(|it, _vm| Ok(RowMapping::sequence_downcast(it).cells.len())),
                contains: atomic_func!(|it, key, vm| Ok(RowMapping::sequence_downcast(it).place(key, vm)?.is_some())),
                ..PySequenceMethods::NOT_IMPLEMENTED
            });
            &AS_SEQUENCE
        }
    }
    impl Iterable for RowMapping {
        fn iter(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
            let names = zelf.keys.named().map(|it| vm.ctx.new_str(&**it).into()).collect();
            let list: PyObjectRef = vm.ctx.new_list(names).into();
            Ok(list.get_iter(vm)?.into())
        }
    }
    impl Comparable for RowMapping {
        fn slot_richcompare(
            zelf: &PyObject,
            other: &PyObject,
            op: PyComparisonOp,
            vm: &VirtualMachine,
        ) -> PyResult<Either<PyObjectRef, PyComparisonValue>> {
            let Some(zelf) = zelf.downcast_ref::<RowMapping>() else {
                return Ok(Either::B(PyComparisonValue::NotImplemented));
            };
            if !matches!(op, PyComparisonOp::Eq | PyComparisonOp::Ne) {
                return Ok(Either::B(PyComparisonValue::NotImplemented));
            }
            let other = match other.downcast_ref::<RowMapping>() {
                Some(other) => other.as_dict(vm)?,
                None => other.to_owned(),
            };
            Ok(Either::A(zelf.as_dict(vm)?.rich_compare(other, op, vm)?))
        }
        fn cmp(
            _zelf: &Py<Self>,
            _other: &PyObject,
            _op: PyComparisonOp,
            _vm: &VirtualMachine,
        ) -> PyResult<PyComparisonValue> {
            Ok(PyComparisonValue::NotImplemented)
        }
    }
    impl Representable for RowMapping {
        fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
            Ok(repr_of(&*zelf.as_dict(vm)?, vm))
        }
    }
    /// `Row` and `RowMapping`. Of a heap type the module is an attribute, so that messages show its name alone.
    #[pyfunction]
    fn row_classes(vm: &VirtualMachine) -> Vec<PyObjectRef> {
        let classes = [Row::make_static_type(), RowMapping::make_static_type()];
        let name = |class: PyTypeRef| {
            class.set_str_attr("__module__", vm.ctx.new_str("sqlalchemy.engine.row"), &*vm.ctx);
            class.into()
        };
        classes.into_iter().map(name).collect()
    }
    /// A row of given names and values that was pickled.
    #[pyfunction]
    fn unpickled_row(names: Vec<String>, values: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let keys = Keys::unpickled(names.into_iter().map(Into::into).collect());
        let cells = values.get_iter_items(vm)?.into_boxed_slice();
        Ok(Row { keys, cells }.into_pyobject(vm))
    }
    /// A row of given names and values.
    #[pyfunction]
    fn make_row(names: Vec<String>, values: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let keys = Keys::new(names.into_iter().map(Into::into).collect(), Vec::new(), false);
        let cells = values.get_iter_items(vm)?.into_boxed_slice();
        Ok(Row { keys, cells }.into_pyobject(vm))
    }
}
