//! Rows and results: `Row`, `RowMapping`, and `ResultObject`, the native base of the result classes in
//! `engine/result.py`. Cells become Python objects only when a row is fetched.

use super::types::type_to_py;
use crate::engine::driver::DbValue;
use crate::engine::execute::RowLog;
use crate::engine::process::ResultProcessor;
use crate::orm::loading::{Column, OrmRows};
use crate::python::value::{db_to_py, repr_of, value_to_py};
use crate::sql::expr::{EntityTag, Expr};
use crate::sql::types::{Type, TypeKind};
use rustpython_vm::{AsObject, PyObjectRef, PyPayload, PyResult, VirtualMachine};
use std::cell::{Cell, RefCell};
use std::collections::{HashMap, VecDeque};
use std::rc::Rc;

pub(crate) use native::ResultObject;

use super::row::Row;
pub(crate) use super::row::RowMapping;

/// The columns of a result.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keys {
    /// Names, in order.
    pub(crate) names: Vec<Rc<str>>,
    /// Place by name; `None` where the name is ambiguous.
    index: HashMap<Rc<str>, Option<usize>>,
    /// The expressions each column can be asked for by.
    pub(crate) targets: Vec<Vec<Expr>>,
    /// The entity that each column can be asked for by.
    pub(crate) entities: Vec<Option<EntityTag>>,
    /// How `unique()` tells the columns' values apart, where it is not by equality.
    pub(crate) uniques: Vec<Option<Uniquing>>,
    /// The loader made the rows: entries without a name are not shown, and `unique()` excludes `yield_per`.
    pub(crate) is_orm: bool,
    /// Of rows that were pickled: nobody knows the expressions any more.
    pub(crate) unpickled: bool,
}

impl Keys {
    /// Columns by name; `last_wins`: of two with one name the last is found, else neither.
    pub(crate) fn new(names: Vec<Rc<str>>, targets: Vec<Vec<Expr>>, last_wins: bool) -> Rc<Self> {
        let mut index: HashMap<Rc<str>, Option<usize>> = HashMap::with_capacity(names.len());
        for (place, name) in names.iter().enumerate() {
            index
                .entry(name.clone())
                .and_modify(|it| *it = if last_wins { Some(place) } else { None })
                .or_insert(Some(place));
        }
        Rc::new(Self { names, index, targets, ..Self::default() })
    }

    /// Those of rows that the loader makes.
    pub(crate) fn of_entries(rows: &OrmRows, legacy: bool, vm: &VirtualMachine) -> PyResult<Rc<Self>> {
        let mut targets = Vec::with_capacity(rows.columns.len());
        let mut entities = Vec::with_capacity(rows.columns.len());
        let mut uniques = Vec::with_capacity(rows.columns.len());
        for column in &rows.columns {
            let (target, entity, unique) = match column {
                Column::Entity(tag) => (None, Some(*tag), None),
                Column::Value(expr) => (Some(expr.clone()), None, Uniquing::of(expr.ty(), legacy, vm)?),
                Column::Bundle => (None, None, None),
            };
            targets.push(Vec::from_iter(target));
            entities.push(entity);
            uniques.push(unique);
        }
        let made = Rc::unwrap_or_clone(Self::new(rows.keys.clone(), targets, true));
        Ok(Rc::new(Self { entities, uniques, is_orm: true, ..made }))
    }

    /// The name of a column, if it has one.
    pub(crate) fn name(&self, place: usize) -> Option<&Rc<str>> {
        self.names.get(place).filter(|it| !(self.is_orm && it.is_empty()))
    }

    /// The names that there are.
    pub(crate) fn named(&self) -> impl Iterator<Item = &Rc<str>> {
        (0..self.names.len()).filter_map(|it| self.name(it))
    }

    /// Those of some of the columns.
    fn picked(&self, places: &[usize]) -> Rc<Self> {
        fn pick<T: Clone + Default>(all: &[T], places: &[usize]) -> Vec<T> {
            places.iter().map(|it| all.get(*it).cloned().unwrap_or_default()).collect()
        }
        let names = places.iter().map(|it| self.names[*it].clone()).collect();
        let made = Rc::unwrap_or_clone(Self::new(names, pick(&self.targets, places), self.is_orm));
        Rc::new(Self {
            entities: pick(&self.entities, places),
            uniques: pick(&self.uniques, places),
            is_orm: self.is_orm,
            ..made
        })
    }

    /// Those of a row that was pickled.
    pub(crate) fn unpickled(names: Vec<Rc<str>>) -> Rc<Self> {
        let mut made = Self::new(names, Vec::new(), false);
        if let Some(keys) = Rc::get_mut(&mut made) {
            keys.unpickled = true;
        }
        made
    }

    /// The same, where columns can be asked for by further names.
    pub(crate) fn with_aliases(names: Vec<Rc<str>>, targets: Vec<Vec<Expr>>, aliases: &[Vec<Rc<str>>]) -> Rc<Self> {
        let mut made = Self::new(names, targets, false);
        if let Some(keys) = Rc::get_mut(&mut made) {
            for (place, aliases) in aliases.iter().enumerate() {
                for alias in aliases {
                    keys.index.entry(alias.clone()).or_insert(Some(place));
                }
            }
        }
        made
    }

    /// The place of a name: none, ambiguous, or found.
    pub(crate) fn find(&self, name: &str) -> Option<Option<usize>> {
        self.index.get(name).copied()
    }

    pub(crate) fn find_expr(&self, expr: &Expr) -> Option<usize> {
        let by_node = self.targets.iter().position(|list| list.iter().any(|it| it.is(expr)));
        by_node.or_else(|| {
            let column = expr.as_column()?;
            self.targets.iter().position(|list| list.iter().any(|it| it.column_id() == Some(column.id)))
        })
    }
}

/// How values are told apart whose equality does not serve. Mirrors the filters of `loading.instances()`.
#[derive(Clone, Debug)]
pub(crate) enum Uniquing {
    /// Each object is another one.
    ByIdentity,
    /// They cannot be hashed, or nobody knows whether they can: this type's.
    Refused(PyObjectRef, bool),
    /// By identity once one could not be hashed.
    Tried(Rc<Cell<bool>>),
}

impl Uniquing {
    fn of(ty: &Type, legacy: bool, vm: &VirtualMachine) -> PyResult<Option<Self>> {
        let is_unknown = ty.is_null();
        let is_plain = ty.processor.is_none()
            && ty.host.get().is_none()
            && matches!(ty.kind, TypeKind::Integer | TypeKind::String { .. } | TypeKind::Boolean { .. });
        if is_plain
            || !is_unknown && {
                let object = type_to_py(ty, vm)?;
                object.get_attr("hashable", vm)?.try_to_bool(vm)?
            }
        {
            return Ok(None);
        }
        Ok(Some(match (legacy, is_unknown) {
            (true, true) => Self::Tried(Rc::default()),
            (true, false) => Self::ByIdentity,
            (false, _) => Self::Refused(type_to_py(ty, vm)?, is_unknown),
        }))
    }

    /// What tells a value from others.
    pub(crate) fn key(&self, value: &PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let identity = || Ok(vm.ctx.new_int(value.get_id()).into());
        match self {
            Self::ByIdentity => identity(),
            Self::Tried(failed) => {
                if !failed.get() && value.hash(vm).is_ok() {
                    return Ok(value.clone());
                }
                failed.set(true);
                identity()
            }
            Self::Refused(_, true) if value.hash(vm).is_ok() => Ok(value.clone()),
            Self::Refused(ty, is_uncertain) => {
                let what = if *is_uncertain { "the values returned appear to be" } else { "this datatype produces" };
                let ty = repr_of(ty, vm);
                Err(crate::python::exc::invalid_request(
                    vm,
                    format!(
                        "Can't apply uniqueness to row tuple containing value of type {ty}; {what} non-hashable values"
                    ),
                ))
            }
        }
    }
}

/// Where rows come from.
#[derive(Debug)]
pub(crate) enum Source {
    /// Cells of the database.
    Cells { cells: Vec<DbValue>, width: usize, next: usize, processors: Vec<ResultProcessor>, log: Option<RowLog> },
    /// Rows that are there already.
    Rows(VecDeque<Box<[PyObjectRef]>>),
    /// A Python iterator of tuples.
    Iterator(PyObjectRef),
}

/// A result and its views (`scalars()`, `mappings()`) share this.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) keys: RefCell<Rc<Keys>>,
    pub(crate) source: RefCell<Source>,
    /// Rows that were handed out while others are left.
    passed: RefCell<Vec<Box<[PyObjectRef]>>>,
    pub(crate) soft_closed: Cell<bool>,
    pub(crate) hard_closed: Cell<bool>,
    /// Whether there can be rows at all.
    pub(crate) returns_rows: Cell<bool>,
    /// Rows of single entities: no Row around them.
    pub(crate) requires_unique: Cell<bool>,
    pub(crate) yield_per: Cell<Option<usize>>,
    /// Called once when the rows are all fetched.
    pub(crate) on_soft_close: RefCell<Option<PyObjectRef>>,
}

impl Shared {
    pub(crate) fn new(keys: Rc<Keys>, source: Source, returns_rows: bool) -> Rc<Self> {
        Rc::new(Self {
            keys: RefCell::new(keys),
            source: RefCell::new(source),
            passed: RefCell::default(),
            soft_closed: Cell::new(!returns_rows),
            hard_closed: Cell::new(false),
            returns_rows: Cell::new(returns_rows),
            requires_unique: Cell::new(false),
            yield_per: Cell::new(None),
            on_soft_close: RefCell::new(None),
        })
    }

    /// The next row's cells.
    fn next(&self, vm: &VirtualMachine) -> PyResult<Option<Box<[PyObjectRef]>>> {
        if self.soft_closed.get() {
            return Ok(None);
        }
        let mut source = self.source.borrow_mut();
        match &mut *source {
            Source::Rows(rows) => {
                let row = rows.pop_front();
                match &row {
                    // Whoever iterates still finds the instances of earlier rows in the session.
                    Some(row) => self.passed.borrow_mut().push(row.clone()),
                    None => self.passed.borrow_mut().clear(),
                }
                Ok(row)
            }
            Source::Iterator(iter) => {
                let iter = iter.clone();
                drop(source);
                let iter = iter.get_iter(vm)?;
                match iter.next(vm)? {
                    rustpython_vm::protocol::PyIterReturn::Return(row) => {
                        let cells = super::coerce::IterItems::get_iter_items(&*row, vm)?;
                        Ok(Some(cells.into_boxed_slice()))
                    }
                    rustpython_vm::protocol::PyIterReturn::StopIteration(_) => Ok(None),
                }
            }
            Source::Cells { cells, width, next, processors, log } => {
                let start = *next;
                if *width == 0 || start >= cells.len() {
                    return Ok(None);
                }
                *next += *width;
                let row: Vec<DbValue> = cells[start..start + *width].to_vec();
                let log = log.clone();
                let processors = std::mem::take(processors);
                drop(source);
                let made = convert_row(&row, &processors, vm);
                if let Source::Cells { processors: slot, .. } = &mut *self.source.borrow_mut() {
                    *slot = processors;
                }
                let made = made?;
                if let Some(log) = log {
                    log.row(made.iter().map(|it| repr_of(it, vm)));
                }
                Ok(Some(made))
            }
        }
    }

    pub(crate) fn soft_close(&self, vm: &VirtualMachine) -> PyResult<()> {
        if !self.soft_closed.replace(true) {
            *self.source.borrow_mut() = Source::Rows(VecDeque::new());
            let passed = self.passed.take();
            drop(passed);
            let callback = self.on_soft_close.borrow_mut().take();
            if let Some(callback) = callback {
                callback.call((), vm)?;
            }
        }
        Ok(())
    }
}

/// Cells as Python objects.
pub(crate) fn convert_row(
    row: &[DbValue],
    processors: &[ResultProcessor],
    vm: &VirtualMachine,
) -> PyResult<Box<[PyObjectRef]>> {
    use crate::python::exc::IntoPy;
    let mut out = Vec::with_capacity(row.len());
    for (index, cell) in row.iter().enumerate() {
        out.push(match processors.get(index) {
            None | Some(ResultProcessor::Plain) => db_to_py(cell, vm),
            Some(processor) => value_to_py(&processor.apply(cell).py(vm)?, vm),
        });
    }
    Ok(out.into_boxed_slice())
}

/// What a result gives for each row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum View {
    /// A `Row`, of all columns or of some.
    Rows(Option<Vec<usize>>),
    /// One column's value.
    Scalars(usize),
    /// A `RowMapping`.
    Mappings(Option<Vec<usize>>),
    /// A plain tuple
    Tuples,
}

/// A result object over shared rows.
pub(crate) fn make(shared: Rc<Shared>, class: &str, vm: &VirtualMachine) -> PyResult {
    let class = super::registry::type_named(class, vm)?;
    Ok(ResultObject::new(shared, View::Rows(None)).into_ref_with_type(vm, class)?.into())
}

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use super::super::coerce::IterItems;
    use super::super::row::native::{no_such_column, place_of};
    use super::{Keys, Row, RowMapping, Shared, Source, View};
    use crate::python::exc;
    use rustpython_vm::{
        AsObject, Py, PyObjectRef, PyPayload, PyResult, VirtualMachine,
        builtins::{PyInt, PyTuple, PyType, PyTypeRef},
        function::FuncArgs,
        protocol::PyIterReturn,
        types::{Constructor, IterNext, Iterable, SelfIter},
    };
    use std::cell::RefCell;
    use std::rc::Rc;

    /// Base of the result classes.
    #[pyattr]
    #[pyclass(name = "ResultObject", module = "_sqlalchemy")]
    #[derive(Debug, PyPayload)]
    pub(crate) struct ResultObject {
        pub(crate) shared: RefCell<Option<Rc<Shared>>>,
        pub(crate) view: RefCell<View>,
        unique: RefCell<Option<(PyObjectRef, Option<PyObjectRef>)>>,
    }

    impl ResultObject {
        pub(crate) fn new(shared: Rc<Shared>, view: View) -> Self {
            Self { shared: RefCell::new(Some(shared)), view: RefCell::new(view), unique: RefCell::new(None) }
        }
        pub(crate) fn rows(&self, vm: &VirtualMachine) -> PyResult<Rc<Shared>> {
            self.shared.borrow().clone().ok_or_else(|| exc::invalid_request(vm, "This result was not initialised"))
        }

        /// The next item of this view, duplicates left out; `None` at the end.
        fn next_item(&self, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
            let shared = self.rows(vm)?;
            loop {
                let Some(cells) = shared.next(vm)? else {
                    shared.soft_close(vm)?;
                    return Ok(None);
                };
                let keys = shared.keys.borrow().clone();
                let item = self.item(&keys, cells, vm)?;
                let unique = self.unique.borrow().clone();
                let Some((seen, strategy)) = unique else { return Ok(Some(item)) };
                let key = match &strategy {
                    Some(strategy) => {
                        let shown = match item.downcast_ref::<RowMapping>() {
                            Some(it) => Row { keys: it.keys.clone(), cells: it.cells.clone() }.into_pyobject(vm),
                            None => item.clone(),
                        };
                        strategy.call((shown,), vm)?
                    }
                    None => {
                        let mapping = item.downcast_ref::<RowMapping>().map(|it| &it.cells);
                        match mapping.or_else(|| item.downcast_ref::<Row>().map(|it| &it.cells)) {
                            Some(cells) => {
                                let own = match (item.downcast_ref::<RowMapping>(), item.downcast_ref::<Row>()) {
                                    (Some(it), _) => &it.keys,
                                    (_, Some(it)) => &it.keys,
                                    _ => &keys,
                                };
                                let key = |(place, it)| unique_key(own, place, it, vm);
                                vm.ctx.new_tuple(cells.iter().enumerate().map(key).collect::<PyResult<_>>()?).into()
                            }
                            None => {
                                let place = match &*self.view.borrow() {
                                    View::Scalars(place) => *place,
                                    _ => usize::MAX,
                                };
                                unique_key(&keys, place, &item, vm)?
                            }
                        }
                    }
                };
                if vm._contains(&seen, &key)? {
                    continue;
                }
                vm.call_method(&seen, "add", (key,))?;
                return Ok(Some(item));
            }
        }

        fn item(&self, keys: &Rc<Keys>, cells: Box<[PyObjectRef]>, vm: &VirtualMachine) -> PyResult {
            // Sentinel columns at the end are not shown.
            let cells = if cells.len() > keys.names.len() { cells[..keys.names.len()].into() } else { cells };
            let pick = |places: &Option<Vec<usize>>, cells: Box<[PyObjectRef]>| -> Box<[PyObjectRef]> {
                match places {
                    Some(places) => places.iter().map(|it| cells[*it].clone()).collect(),
                    None => cells,
                }
            };
            Ok(match &*self.view.borrow() {
                View::Rows(None) => Row { keys: keys.clone(), cells }.into_pyobject(vm),
                View::Rows(places) => {
                    Row { keys: self.picked_keys(keys, places), cells: pick(places, cells) }.into_pyobject(vm)
                }
                View::Scalars(place) => cells.get(*place).cloned().unwrap_or_else(|| vm.ctx.none()),
                View::Mappings(places) => {
                    RowMapping { keys: self.picked_keys(keys, places), cells: pick(places, cells) }.into_pyobject(vm)
                }
                View::Tuples => vm.ctx.new_tuple(cells.to_vec()).into(),
            })
        }

        fn picked_keys(&self, keys: &Rc<Keys>, places: &Option<Vec<usize>>) -> Rc<Keys> {
            match places {
                None => keys.clone(),
                Some(places) => keys.picked(places),
            }
        }

        fn check_open(&self, vm: &VirtualMachine) -> PyResult<Rc<Shared>> {
            let shared = self.rows(vm)?;
            if !shared.returns_rows.get() {
                return Err(exc::error(
                    vm,
                    "ResourceClosedError",
                    "This result object does not return rows. It has been closed automatically.",
                    None,
                ));
            }
            if shared.hard_closed.get() {
                return Err(exc::error(vm, "ResourceClosedError", "This result object is closed.", None));
            }
            Ok(shared)
        }

        fn check_unique(&self, vm: &VirtualMachine) -> PyResult<()> {
            let shared = self.rows(vm)?;
            // Instances come in batches, and may stand where those of the last batch stood.
            if shared.keys.borrow().is_orm && shared.yield_per.get().is_some() && self.unique.borrow().is_some() {
                return Err(exc::invalid_request(
                    vm,
                    "Can't use the ORM yield_per feature in conjunction with unique()",
                ));
            }
            if shared.requires_unique.get() && self.unique.borrow().is_none() {
                if crate::orm::forced::is_forced() {
                    // The program does not ask for joins; the comparison does, and calls unique() for it.
                    let seen = PyObjectRef::from(vm.ctx.types.set_type.to_owned()).call((), vm)?;
                    *self.unique.borrow_mut() = Some((seen, None));
                    return Ok(());
                }
                return Err(exc::invalid_request(
                    vm,
                    "The unique() method must be invoked on this Result, as it contains results that include joined \
                     eager loads against collections",
                ));
            }
            Ok(())
        }
    }

    /// What tells items apart: an instance is itself, whatever its class says of equality.
    fn unique_key(keys: &Keys, place: usize, item: &PyObjectRef, vm: &VirtualMachine) -> PyResult {
        if let Some(Some(unique)) = keys.uniques.get(place) {
            return unique.key(item, vm);
        }
        let types = &vm.ctx.types;
        let is_plain =
            [types.int_type, types.str_type, types.float_type, types.none_type].iter().any(|it| item.class().is(*it));
        let is_instance = !is_plain && vm.get_attribute_opt(item, "_sa_instance_state")?.is_some();
        Ok(if is_instance { vm.ctx.new_int(item.get_id()).into() } else { item.clone() })
    }

    impl Constructor for ResultObject {
        type Args = FuncArgs;
        fn slot_new(cls: PyTypeRef, _args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            Self { shared: RefCell::new(None), view: RefCell::new(View::Rows(None)), unique: RefCell::new(None) }
                .into_ref_with_type(vm, cls)
                .map(Into::into)
        }
        fn py_new(_cls: &Py<PyType>, _args: Self::Args, vm: &VirtualMachine) -> PyResult<Self> {
            Err(vm.new_type_error("use slot_new"))
        }
    }

    #[pyclass(with(Constructor, IterNext, Iterable), flags(BASETYPE, HAS_WEAKREF))]
    impl ResultObject {
        /// `count` items, or all for None.
        #[pymethod]
        fn _fetch(
            zelf: &Py<Self>,
            count: Option<usize>,
            is_first: rustpython_vm::function::OptionalArg<bool>,
            vm: &VirtualMachine,
        ) -> PyResult {
            // The first row is the same, joined collections or not.
            if !is_first.unwrap_or(false) {
                zelf.check_unique(vm)?;
            }
            zelf.check_open(vm)?;
            let mut items = Vec::new();
            while count.is_none_or(|it| items.len() < it) {
                match zelf.next_item(vm)? {
                    Some(item) => items.push(item),
                    None => break,
                }
            }
            Ok(vm.ctx.new_list(items).into())
        }
        /// All remaining rows of the underlying result count as fetched.
        #[pymethod]
        fn _soft_close(zelf: &Py<Self>, hard: bool, vm: &VirtualMachine) -> PyResult<()> {
            let shared = zelf.rows(vm)?;
            if hard {
                shared.hard_closed.set(true);
            }
            shared.soft_close(vm)
        }
        #[pymethod]
        fn _state(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<(bool, bool, bool)> {
            let shared = zelf.rows(vm)?;
            Ok((shared.soft_closed.get(), shared.hard_closed.get(), shared.returns_rows.get()))
        }
        #[pymethod]
        fn _names(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            let shared = zelf.rows(vm)?;
            if !shared.returns_rows.get() {
                return Err(exc::error(
                    vm,
                    "ResourceClosedError",
                    "This result object does not return rows. It has been closed automatically.",
                    None,
                ));
            }
            let keys = shared.keys.borrow().clone();
            let name = |place: usize| -> PyObjectRef {
                keys.name(place).map_or_else(|| vm.ctx.none(), |it| vm.ctx.new_str(&**it).into())
            };
            let names = match &*zelf.view.borrow() {
                View::Rows(Some(places)) | View::Mappings(Some(places)) => places.iter().map(|it| name(*it)).collect(),
                _ => (0..keys.names.len()).map(name).collect(),
            };
            Ok(vm.ctx.new_list(names).into())
        }
        /// Fills `target` with another view of the same rows.
        #[pymethod]
        fn _share(
            zelf: &Py<Self>,
            target: PyObjectRef,
            kind: String,
            places: Option<Vec<PyObjectRef>>,
            vm: &VirtualMachine,
        ) -> PyResult {
            let shared = zelf.rows(vm)?;
            let Some(native) = target.downcast_ref::<ResultObject>() else {
                return Err(vm.new_type_error("a result object is expected"));
            };
            let own = match &*zelf.view.borrow() {
                View::Rows(places) | View::Mappings(places) => places.clone(),
                _ => None,
            };
            let keys = shared.keys.borrow().clone();
            let found = match &places {
                None => None,
                Some(wanted) => {
                    let mut found = Vec::new();
                    for key in wanted {
                        let place = if let Some(number) = key.downcast_ref::<PyInt>() {
                            let number = number.try_to_primitive::<i64>(vm)?;
                            let len = own.as_ref().map_or(keys.names.len(), Vec::len);
                            let number = if number < 0 { number + len as i64 } else { number };
                            let number = usize::try_from(number).ok().filter(|it| *it < len);
                            let Some(number) = number else {
                                return Err(vm.new_index_error("list index out of range"));
                            };
                            own.as_ref().map_or(number, |it| it[number])
                        } else {
                            match place_of(&keys, key, vm)? {
                                Some(place) if own.as_ref().is_none_or(|it| it.contains(&place)) => place,
                                _ => return Err(no_such_column(&keys, key, vm)),
                            }
                        };
                        found.push(place);
                    }
                    Some(found)
                }
            };
            let found = found.or(own);
            *native.view.borrow_mut() = match &*kind {
                "scalars" => View::Scalars(found.and_then(|it| it.first().copied()).unwrap_or(0)),
                "mappings" => View::Mappings(found),
                "tuples" => View::Tuples,
                _ => View::Rows(found),
            };
            *native.shared.borrow_mut() = Some(shared);
            let unique = zelf.unique.borrow().clone();
            *native.unique.borrow_mut() = unique;
            Ok(target)
        }
        #[pymethod]
        fn _set_unique(zelf: &Py<Self>, strategy: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            let seen = PyObjectRef::from(vm.ctx.types.set_type.to_owned()).call((), vm)?;
            let strategy = if vm.is_none(&strategy) { None } else { Some(strategy) };
            *zelf.unique.borrow_mut() = Some((seen, strategy));
            Ok(())
        }
        #[pymethod]
        fn _has_unique(zelf: &Py<Self>) -> bool {
            zelf.unique.borrow().is_some()
        }
        #[pymethod]
        fn _set_yield_per(zelf: &Py<Self>, count: Option<usize>, vm: &VirtualMachine) -> PyResult<()> {
            zelf.rows(vm)?.yield_per.set(count);
            Ok(())
        }
        #[pymethod]
        fn _get_yield_per(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<Option<usize>> {
            Ok(zelf.rows(vm)?.yield_per.get())
        }
        /// Makes it a result over Python rows.
        #[pymethod]
        fn _init_rows(zelf: &Py<Self>, names: PyObjectRef, rows: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            let keys = keys_from_py(&names, vm)?;
            let iter: PyObjectRef = rows.get_iter(vm)?.into();
            *zelf.shared.borrow_mut() = Some(Shared::new(keys, Source::Iterator(iter), true));
            Ok(())
        }
        /// The rows left, as tuples, and the place of a key: for `freeze()`.
        #[pymethod]
        fn _raw_all(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            zelf.check_unique(vm)?;
            let shared = zelf.check_open(vm)?;
            let mut rows = Vec::new();
            while let Some(cells) = shared.next(vm)? {
                rows.push(vm.ctx.new_tuple(cells.to_vec()).into());
            }
            shared.soft_close(vm)?;
            Ok(vm.ctx.new_list(rows).into())
        }
    }

    impl SelfIter for ResultObject {}
    impl IterNext for ResultObject {
        fn next(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
            zelf.check_open(vm)?;
            zelf.check_unique(vm)?;
            Ok(match zelf.next_item(vm)? {
                Some(item) => PyIterReturn::Return(item),
                None => PyIterReturn::StopIteration(None),
            })
        }
    }

    /// The columns of rows that the loader makes, on their way to the result.
    #[pyattr]
    #[pyclass(name = "ResultKeys", module = "_sqlalchemy")]
    #[derive(Debug, PyPayload)]
    pub(crate) struct ResultKeys {
        pub(crate) keys: Rc<Keys>,
    }

    #[pyclass]
    impl ResultKeys {}

    /// Columns by their names, None where one has none.
    fn keys_from_py(names: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Rc<Keys>> {
        if let Some(made) = names.downcast_ref::<ResultKeys>() {
            return Ok(made.keys.clone());
        }
        let names = names.get_iter_items(vm)?;
        let is_orm = names.iter().any(|it| vm.is_none(it));
        let text = |it: &PyObjectRef| -> PyResult<Rc<str>> {
            Ok(if vm.is_none(it) { "".into() } else { (*it.str(vm)?.to_string_lossy()).into() })
        };
        let made = Keys::new(names.iter().map(text).collect::<PyResult<_>>()?, Vec::new(), is_orm);
        Ok(if is_orm { Rc::new(Keys { is_orm, ..Rc::unwrap_or_clone(made) }) } else { made })
    }

    /// Fills a result with Python tuples.
    #[pyfunction]
    fn init_rows_result(
        object: PyObjectRef,
        names: PyObjectRef,
        rows: PyObjectRef,
        needs_unique: bool,
        closed: bool,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let Some(native) = object.downcast_ref::<ResultObject>() else {
            return Err(vm.new_type_error("a result object is expected"));
        };
        let keys = keys_from_py(&names, vm)?;
        let source = match rows.downcast_ref::<rustpython_vm::builtins::PyList>() {
            Some(list) => {
                let mut out = std::collections::VecDeque::new();
                for row in list.borrow_vec().iter() {
                    out.push_back(match row.downcast_ref::<PyTuple>() {
                        Some(tuple) => tuple.iter().cloned().collect(),
                        None => row.get_iter_items(vm)?.into_boxed_slice(),
                    });
                }
                Source::Rows(out)
            }
            None => Source::Iterator(rows.get_iter(vm)?.into()),
        };
        let shared = Shared::new(keys, source, !closed);
        shared.requires_unique.set(needs_unique);
        *native.shared.borrow_mut() = Some(shared);
        Ok(())
    }
}
