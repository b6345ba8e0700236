//! `Session` for Python: arguments in, instances and rows out.

use super::attribute::entity_from_py;
use super::classes;
use super::host::PythonHost;
use super::instance::{dict_of, expect_object, expect_state, instance_of, object_to_py, raise};
use super::native::{RowParts, SessionBase, TransactionBase};
use crate::engine::events::CauseKind;
use crate::orm::attributes;
use crate::orm::entity::Entity;
use crate::orm::errors::OrmError;
use crate::orm::host::Host;
use crate::orm::identity::IdentityKey;
use crate::orm::loading::{self, Cell, LoadOptions};
use crate::orm::mapper::Mapper;
use crate::orm::plugin::OrmItem;
use crate::orm::session::{JoinTransactionMode, Session};
use crate::orm::session_transaction::SessionTransaction;
use crate::python::exc;
use crate::python::sqlalchemy::registry;
use crate::python::sqlalchemy::result::{Keys, native::ResultKeys};
use crate::python::value::{text_of, value_from_py, value_to_py};
use crate::sql::compile::Statement;
use crate::sql::dml::{Delete, Dml, Insert, Update};
use crate::sql::expr::Expr;
use crate::sql::select::{ForUpdate, SelectItem};
use crate::sql::value::Value;
use rustpython_vm::{
    AsObject, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, builtins::PyWeak, function::FuncArgs,
};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

thread_local! {
    static HOST: Rc<PythonHost> = Rc::new(PythonHost);
    /// Python's sessions by number.
    static SESSIONS: RefCell<HashMap<u64, PyRef<PyWeak>>> = RefCell::default();
}

/// The one host.
pub(crate) fn host() -> Rc<dyn Host> {
    HOST.with(|it| it.clone() as Rc<dyn Host>)
}

/// Forgets all sessions, between runs.
pub(crate) fn reset() {
    let old = SESSIONS.take();
    drop(old);
}

/// The Python object of a session, while it lives.
pub(crate) fn object_of(session: &Session) -> Option<PyObjectRef> {
    SESSIONS.with_borrow(|it| it.get(&session.number).and_then(|it| it.upgrade()))
}

/// `_open(autoflush, expire_on_commit, autobegin, join_transaction_mode)`
pub(crate) fn open(zelf: &PyRef<SessionBase>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    let [autoflush, expire_on_commit, autobegin, mode] = &args.args[..] else {
        return Err(vm.new_type_error("_open() takes four arguments"));
    };
    let session = Session::new(host(), None);
    session.autoflush.set(autoflush.clone().try_to_bool(vm)?);
    session.expire_on_commit.set(expire_on_commit.clone().try_to_bool(vm)?);
    session.autobegin.set(autobegin.clone().try_to_bool(vm)?);
    session.join_transaction_mode.set(match text_of(mode).as_deref() {
        Some("conditional_savepoint") | None => JoinTransactionMode::ConditionalSavepoint,
        Some("rollback_only") => JoinTransactionMode::RollbackOnly,
        Some("control_fully") => JoinTransactionMode::ControlFully,
        Some("create_savepoint") => JoinTransactionMode::CreateSavepoint,
        Some(other) => {
            return Err(exc::argument(vm, format!("invalid selection for join_transaction_mode: \"{other}\"")));
        }
    });
    let flush = |class: &PyObject| class.get_attr("flush", vm);
    let base = crate::python::sqlalchemy::registry::class_of("sqlalchemy.orm.session:Session", vm)?;
    session.has_own_flush.set(!flush(zelf.class().as_object())?.is(&flush(&base)?));
    let weak = zelf.as_object().downgrade(None, vm)?;
    SESSIONS.with_borrow_mut(|it| it.insert(session.number, weak));
    *zelf.session.borrow_mut() = Some(session);
    Ok(())
}

/// `(class, (1,), None)`
pub(crate) fn identity_key_to_py(mapper: &Mapper, key: &IdentityKey, vm: &VirtualMachine) -> PyResult {
    let base = mapper.identity_root();
    let class: PyObjectRef = classes::class_of_mapper(&base, vm)?.into();
    let values = key.values.iter().map(|it| value_to_py(it, vm)).collect();
    Ok(vm.ctx.new_tuple(vec![class, vm.ctx.new_tuple(values).into(), vm.ctx.none()]).into())
}

/// The key that an instance has, or would have.
pub(crate) fn identity_key_of_instance(instance: &PyObject, vm: &VirtualMachine) -> PyResult {
    let state = expect_state(instance, vm)?;
    let key = state.mapper.identity_key(primary_key_values(&state));
    identity_key_to_py(&state.mapper, &key, vm)
}

/// The primary key values of an instance.
pub(crate) fn primary_key_of_instance(instance: &PyObject, vm: &VirtualMachine) -> PyResult {
    let state = expect_state(instance, vm)?;
    let values = primary_key_values(&state).iter().map(|it| value_to_py(it, vm)).collect();
    Ok(vm.ctx.new_tuple(values).into())
}

fn primary_key_values(state: &crate::orm::state::StateRef) -> Vec<Value> {
    let host = host();
    let props = &state.mapper.derived().primary_key_props;
    props.iter().map(|it| host.get(state, it).unwrap_or(Value::Null)).collect()
}

fn names(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Vec<Rc<str>>>> {
    if vm.is_none(object) {
        return Ok(None);
    }
    let items: Vec<PyObjectRef> = object.get_iter(vm)?.iter::<PyObjectRef>(vm)?.collect::<PyResult<_>>()?;
    let mut found = Vec::new();
    for item in items {
        match text_of(&item) {
            Some(name) => found.push(name),
            None => found.extend(text_of(&*item.get_attr("key", vm)?)),
        }
    }
    Ok(Some(found))
}

/// `session.expire(instance, names)`
pub(crate) fn expire(
    session: &Rc<Session>,
    instance: &PyObjectRef,
    keys: &PyObject,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let state = expect_state(instance, vm)?;
    session.expire(&state, names(keys, vm)?.as_deref()).map_err(|it| raise(it, vm))
}

/// `with_for_update=`: True, or a dictionary of its options.
fn for_update(given: &PyObject, vm: &VirtualMachine) -> PyResult<Option<ForUpdate>> {
    use rustpython_vm::builtins::PyDict;
    let Some(dict) = given.downcast_ref::<PyDict>() else {
        return Ok(given.to_owned().try_to_bool(vm)?.then(ForUpdate::default));
    };
    let flag = |name: &'static str| -> PyResult<bool> {
        dict.get_item_opt(name, vm)?.map_or(Ok(false), |it| it.try_to_bool(vm))
    };
    Ok(Some(ForUpdate {
        nowait: flag("nowait")?,
        read: flag("read")?,
        skip_locked: flag("skip_locked")?,
        key_share: flag("key_share")?,
        of: Vec::new(),
    }))
}

/// `session.refresh(instance, names, with_for_update)`
pub(crate) fn refresh(session: &Rc<Session>, args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    let object = expect_object(&args.args[0], vm)?;
    let keys = names(&args.args[1], vm)?;
    let state = &object.state;
    session.expire(state, keys.as_deref()).map_err(|it| raise(it, vm))?;
    session.autoflush_now().map_err(|it| raise(it, vm))?;
    let _cause = session.because(CauseKind::Call, || "session.refresh()");
    let select = crate::sql::select::Select {
        columns: vec![crate::sql::select::SelectItem::Plugin(
            OrmItem::Entity(Entity::Mapper(state.mapper.clone())).wrap(),
        )],
        options: state.load_options.borrow().clone(),
        ..crate::sql::select::Select::default()
    };
    let mut options = LoadOptions {
        populate_existing: true,
        refresh_state: Some(object.clone()),
        is_user_refresh: true,
        autoflush: false,
        ..LoadOptions::default()
    };
    options.compile.only_load_props = keys.map(|it| Rc::new(it.into_iter().collect()));
    options.for_update = for_update(&args.args[2], vm)?;
    let Some(key) = state.key() else { return Ok(()) };
    let found =
        loading::load_by_key(session, &state.mapper, select, &key.values, options).map_err(|it| raise(it, vm))?;
    if found.is_none() {
        return Err(exc::invalid_request(vm, format!("Could not refresh instance '{}'", state.describe())));
    }
    Ok(())
}

/// `session.flush(instances)`
pub(crate) fn flush(session: &Rc<Session>, instances: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let only = if vm.is_none(instances) {
        None
    } else {
        let items: Vec<PyObjectRef> = instances.get_iter(vm)?.iter::<PyObjectRef>(vm)?.collect::<PyResult<_>>()?;
        Some(items.iter().map(|it| expect_state(it, vm).map(|it| it.id)).collect::<PyResult<_>>()?)
    };
    session.flush(only.as_ref()).map_err(|it| raise(it, vm))
}

/// The object for a transaction; the same each time.
pub(crate) fn transaction_to_py(
    session: &Rc<Session>,
    transaction: Rc<SessionTransaction>,
    vm: &VirtualMachine,
) -> PyResult {
    let known = transaction.host.get().and_then(|it| it.downcast_ref::<PyRef<PyWeak>>().and_then(|it| it.upgrade()));
    if let Some(known) = known {
        return Ok(known);
    }
    let class = registry::type_named("sqlalchemy.orm.session:SessionTransaction", vm)?;
    let made = TransactionBase { session: session.clone(), transaction: transaction.clone() };
    let made: PyObjectRef = made.into_ref_with_type(vm, class)?.into();
    transaction.host.set(Rc::new(made.downgrade(None, vm)?));
    Ok(made)
}

/// `session.get_transaction()` and `get_nested_transaction()`
pub(crate) fn current_transaction_to_py(session: &Rc<Session>, nested_only: bool, vm: &VirtualMachine) -> PyResult {
    let mut current = session.current_transaction();
    if nested_only {
        current = current.filter(|it| it.nested);
    } else {
        while let Some(parent) = current.as_ref().and_then(|it| it.parent.clone()) {
            current = Some(parent);
        }
    }
    match current {
        Some(it) => transaction_to_py(session, it, vm),
        None => Ok(vm.ctx.none()),
    }
}

/// Instances by sort.
pub(crate) fn instances(session: &Rc<Session>, which: &str, vm: &VirtualMachine) -> PyObjectRef {
    let states = match which {
        "new" => session.new.borrow().values().cloned().collect(),
        "deleted" => session.deleted.borrow().values().cloned().collect(),
        "dirty" => session.dirty_states(),
        _ => session.identity_map.all_states(),
    };
    vm.ctx.new_list(states.iter().filter_map(|it| instance_of(it)).collect()).into()
}

/// One cell of a row.
fn cell_to_py(cell: Cell, vm: &VirtualMachine) -> PyResult {
    match cell {
        Cell::Entity(None) => Ok(vm.ctx.none()),
        Cell::Entity(Some(object)) => Ok(object_to_py(&object)),
        Cell::Value(value) => Ok(value_to_py(&value, vm)),
        Cell::Bundle(cells, maker) => {
            let cells = cells.into_iter().map(|it| cell_to_py(it, vm)).collect::<PyResult<Vec<_>>>()?;
            let cells: PyObjectRef = vm.ctx.new_tuple(cells).into();
            match maker.downcast_ref::<PyObjectRef>() {
                Some(maker) => vm.call_method(maker, "_make_value", (cells,)),
                None => Ok(cells),
            }
        }
    }
}

/// `_load(statement, params, options)`: `(keys, rows, needs_unique)`; rows are tuples.
pub(crate) fn load(session: &Rc<Session>, args: &FuncArgs, vm: &VirtualMachine) -> PyResult {
    let [statement, params, options] = &args.args[..] else {
        return Err(vm.new_type_error("_load() takes a statement, parameters and options"));
    };
    let statement = crate::python::sqlalchemy::orm::statement_of(statement, vm)?;
    super::hook::configure_select(&statement, vm)?;
    let params = crate::python::sqlalchemy::orm::parameters_of(params, vm)?;
    let load_options = load_options(options, vm)?;
    let rows = loading::execute_select(session, &statement, &params, &load_options).map_err(|it| raise(it, vm))?;
    rows_to_py(rows, vm)
}

/// `_load_from_statement(select, statement, params, options)`
pub(crate) fn load_from_statement(session: &Rc<Session>, args: &FuncArgs, vm: &VirtualMachine) -> PyResult {
    let [select, statement, params, options] = &args.args[..] else {
        return Err(vm.new_type_error("_load_from_statement() takes four arguments"));
    };
    let select = crate::python::sqlalchemy::orm::statement_of(select, vm)?;
    super::hook::configure_select(&select, vm)?;
    let inner = match crate::python::sqlalchemy::statements::statement_from_py(statement, vm)? {
        Some(Statement::Select(inner)) => {
            let core = crate::orm::context::core_select(&inner, false, false).map_err(|it| raise(it, vm))?;
            Statement::Select(Rc::new(core))
        }
        Some(Statement::Dml(dml)) => Statement::Dml(Rc::new(super::hook::plain_dml(&dml))),
        // Its own execution options are nobody's here.
        Some(Statement::Text(text)) if !text.execution_options.is_empty() => {
            let mut text = text.copy();
            text.execution_options.clear();
            Statement::Text(Rc::new(text))
        }
        Some(other) => other,
        None => return Err(exc::argument(vm, "from_statement() expects a statement")),
    };
    let params = crate::python::sqlalchemy::orm::parameters_of(params, vm)?;
    let load = load_options(options, vm)?;
    let rows = loading::execute_from_statement(session, &select.columns, &select.options, &inner, &params, load)
        .map_err(|it| raise(it, vm))?;
    rows_to_py(rows, vm)
}

/// `_load_dml(statement, params, options, synchronize=None)`: `(keys, rows, needs_unique)`. `synchronize(primary keys,
/// parameters)` is called before the rows are read, the first where the options say `keyed`.
pub(crate) fn load_dml(session: &Rc<Session>, args: &FuncArgs, vm: &VirtualMachine) -> PyResult {
    let [statement, params, options, synchronize @ ..] = &args.args[..] else {
        return Err(vm.new_type_error("_load_dml() takes three or four arguments"));
    };
    let Some(dml) = crate::python::sqlalchemy::statements::dml_from_py(statement, vm)? else {
        return Err(vm.new_type_error("INSERT, UPDATE or DELETE was expected"));
    };
    let items = dml.common().returning.clone();
    let mut plain = super::hook::plain_dml(&dml);
    let says =
        |name| options.downcast_ref::<rustpython_vm::builtins::PyDict>().is_some_and(|it| it.contains_key(name, vm));
    if says("bulk") || says("keyed") {
        returning_beside_key(&mut plain, &items, vm)?;
    }
    let params = crate::python::sqlalchemy::orm::parameters_of(params, vm)?;
    let mut load = load_options(options, vm)?;
    load.populate_existing |= !matches!(*dml, Dml::Insert(_));
    let own = &dml.common().options;
    let statement = Statement::Dml(Rc::new(plain));
    let mut rows =
        loading::execute_from_statement(session, &items, own, &statement, &params, load).map_err(|it| raise(it, vm))?;
    if let (Some(synchronize), Some(outcome)) = (synchronize.first(), rows.outcome.take()) {
        let key = |key: &Vec<Value>| vm.ctx.new_tuple(key.iter().map(|it| value_to_py(it, vm)).collect()).into();
        let keys = vm.ctx.new_list(outcome.keys.iter().map(key).collect());
        let sent = vm.ctx.new_dict();
        for (key, value) in outcome.context.all_parameters().first().into_iter().flatten() {
            sent.set_item(&**key, value_to_py(value, vm), vm)?;
        }
        synchronize.call((keys, sent), vm)?;
    }
    rows_to_py(rows, vm)
}

/// What a flush or a synchronisation needs: the key of each row, and then what the program asked for.
fn returning_beside_key(dml: &mut Dml, items: &[SelectItem], vm: &VirtualMachine) -> PyResult<()> {
    let columns = loading::from_statement::returned_columns(items).map_err(|it| raise(it, vm))?;
    let (Dml::Insert(Insert { table, common, .. })
    | Dml::Update(Update { table, common, .. })
    | Dml::Delete(Delete { table, common, .. })) = dml;
    common.returning.clear();
    common.return_defaults = true;
    common.return_defaults_columns = table.primary_key();
    for expr in columns {
        match expr.as_column() {
            Some(column) => common.supplemental_returning.push(column.clone()),
            None => common.supplemental_expressions.push(expr),
        }
    }
    Ok(())
}

/// The columns that RETURNING of entities reads.
pub(crate) fn returned_columns(statement: &PyObject, vm: &VirtualMachine) -> PyResult {
    let columns =
        loading::from_statement::returned_columns(&returning_of(statement, vm)?).map_err(|it| raise(it, vm))?;
    let plain = |it: &Expr| it.as_column().map_or_else(|| it.clone(), Expr::column);
    let columns = columns.iter().map(|it| super::super::coerce::expr_to_py(&plain(it), vm));
    Ok(vm.ctx.new_list(columns.collect::<PyResult<_>>()?).into())
}

/// Whether an INSERT says what to do on conflicts.
pub(crate) fn has_upsert(statement: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
    let dml = crate::python::sqlalchemy::statements::dml_from_py(statement, vm)?;
    Ok(matches!(dml.as_deref(), Some(Dml::Insert(insert)) if !insert.on_conflict.is_empty()))
}

/// `_load_returned(statement, rows, options)`: rows of [`returned_columns`] that several statements gave.
pub(crate) fn load_returned(session: &Rc<Session>, args: &FuncArgs, vm: &VirtualMachine) -> PyResult {
    let [statement, rows, options] = &args.args[..] else {
        return Err(vm.new_type_error("_load_returned() takes three arguments"));
    };
    let mut values = Vec::new();
    for row in rows.get_iter(vm)?.iter::<PyObjectRef>(vm)? {
        for value in row?.get_iter(vm)?.iter::<PyObjectRef>(vm)? {
            values.push(value_from_py(&value?, vm));
        }
    }
    let items = returning_of(statement, vm)?;
    let rows = loading::from_statement::rows_of_values(session, &items, values, load_options(options, vm)?)
        .map_err(|it| raise(it, vm))?;
    rows_to_py(rows, vm)
}

fn returning_of(statement: &PyObject, vm: &VirtualMachine) -> PyResult<Vec<SelectItem>> {
    let dml = crate::python::sqlalchemy::statements::dml_from_py(statement, vm)?;
    Ok(dml.map(|it| it.common().returning.clone()).unwrap_or_default())
}

/// `(keys, rows, needs_unique)`
/// With `yield_per` the rows are a `RowParts`, which reads them part by part.
fn rows_to_py(mut rows: loading::OrmRows, vm: &VirtualMachine) -> PyResult {
    let keys = ResultKeys { keys: Keys::of_entries(&rows, rows.legacy_query(), vm)? }.into_pyobject(vm);
    let needs_unique = vm.ctx.new_bool(rows.needs_unique).into();
    let made: PyObjectRef = match rows.yield_per {
        Some(size) => RowParts { rows: RefCell::new(rows), size }.into_pyobject(vm),
        None => {
            let all = rows.all().map_err(|it| raise(it, vm))?;
            rows_list(all, vm)?
        }
    };
    Ok(vm.ctx.new_tuple(vec![keys, made, needs_unique]).into())
}

/// Rows as a list of tuples.
fn rows_list(rows: Vec<Vec<Cell>>, vm: &VirtualMachine) -> PyResult {
    let mut made = Vec::with_capacity(rows.len());
    for row in rows {
        let cells = row.into_iter().map(|it| cell_to_py(it, vm)).collect::<PyResult<Vec<_>>>()?;
        made.push(vm.ctx.new_tuple(cells).into());
    }
    Ok(vm.ctx.new_list(made).into())
}

/// The next part of a result, or None.
pub(crate) fn next_part(parts: &RowParts, vm: &VirtualMachine) -> PyResult {
    let part = parts.rows.borrow_mut().part(parts.size).map_err(|it| raise(it, vm))?;
    part.map_or_else(|| Ok(vm.ctx.none()), |it| rows_list(it, vm))
}

fn bind_arguments(given: &PyObject, vm: &VirtualMachine) -> Option<Rc<dyn std::any::Any>> {
    (!vm.is_none(given)).then(|| Rc::new(given.to_owned()) as Rc<dyn std::any::Any>)
}

fn load_options(options: &PyObject, vm: &VirtualMachine) -> PyResult<LoadOptions> {
    let mut made = LoadOptions { is_announced: true, ..LoadOptions::default() };
    let Some(dict) = options.downcast_ref::<rustpython_vm::builtins::PyDict>() else { return Ok(made) };
    let flag = |name: &'static str| -> PyResult<Option<bool>> {
        dict.get_item_opt(name, vm)?.map(|it| it.try_to_bool(vm)).transpose()
    };
    if let Some(it) = flag("populate_existing")? {
        made.populate_existing = it;
    }
    if let Some(it) = flag("autoflush")? {
        made.autoflush = it;
    }
    if let Some(count) = dict.get_item_opt("yield_per", vm)? {
        made.yield_per = count.try_into_value::<usize>(vm).ok().filter(|it| *it > 0);
    }
    if let Some(it) = flag("legacy_query")? {
        made.legacy_query = it;
    }
    if let Some(given) = dict.get_item_opt("execution_options", vm)? {
        made.execution_options = execution_options(&given, vm)?;
    }
    made.bind_arguments = dict.get_item_opt("bind_arguments", vm)?.and_then(|it| bind_arguments(&it, vm));
    Ok(made)
}

/// Execution options out of a dictionary.
fn execution_options(given: &PyObject, vm: &VirtualMachine) -> PyResult<crate::engine::Options> {
    if vm.is_none(given) {
        return Ok(crate::engine::Options::default());
    }
    let dict: rustpython_vm::builtins::PyDictRef = vm
        .ctx
        .types
        .dict_type
        .as_object()
        .call((given.to_owned(),), vm)?
        .downcast()
        .map_err(|_| vm.new_type_error("execution options are a dictionary"))?;
    Ok(crate::python::sqlalchemy::engine::native::options_from_dict(&dict, vm))
}

/// `_get(entity, values, populate_existing, options, with_for_update, bind_arguments, execution_options)`
pub(crate) fn get(session: &Rc<Session>, args: &FuncArgs, vm: &VirtualMachine) -> PyResult {
    let [entity, values, populate_existing, options, with_for_update, bound, execution] = &args.args[..] else {
        return Err(vm.new_type_error("_get() takes seven arguments"));
    };
    let Some(entity) = entity_from_py(entity, vm)? else {
        return Err(exc::argument(
            vm,
            format!("Expected mapped class or mapper, got: {}", crate::python::value::repr_of(entity, vm)),
        ));
    };
    let values: Vec<PyObjectRef> = values.get_iter(vm)?.iter::<PyObjectRef>(vm)?.collect::<PyResult<_>>()?;
    let values: Vec<Value> = values.iter().map(|it| value_from_py(it, vm)).collect();
    let made = LoadOptions {
        populate_existing: populate_existing.clone().try_to_bool(vm)?,
        extra_options: super::options::items_from_py(options, vm)?,
        for_update: for_update(with_for_update, vm)?,
        bind_arguments: bind_arguments(bound, vm),
        execution_options: execution_options(execution, vm)?,
        ..LoadOptions::default()
    };
    let _cause = session.because(CauseKind::Call, || "session.get()");
    if !made.populate_existing && made.for_update.is_none() {
        match loading::from_identity_map(session, entity.mapper(), &values, crate::orm::passive::PassiveFlag::OFF)
            .map_err(|it| raise(it, vm))?
        {
            loading::Found::Object(object) => return Ok(object_to_py(&object)),
            loading::Found::Mismatch => return Ok(vm.ctx.none()),
            loading::Found::NoResult | loading::Found::Nothing => {}
        }
    }
    let found = loading::load_on_pk_identity(session, entity.mapper(), &values, made).map_err(|it| raise(it, vm))?;
    Ok(found.map_or_else(|| vm.ctx.none(), |it| object_to_py(&it)))
}

/// The instance of a key in the identity map.
pub(crate) fn lookup(
    session: &Rc<Session>,
    mapper: &Rc<Mapper>,
    values: &[PyObjectRef],
    vm: &VirtualMachine,
) -> PyResult {
    let key = mapper.identity_key(values.iter().map(|it| value_from_py(it, vm)).collect());
    let found = session.get_loaded(&key);
    Ok(found.map_or_else(|| vm.ctx.none(), |it| object_to_py(&it)))
}

/// Reads a switch of the session; sets it first unless `value` is None.
pub(crate) fn flag(session: &Rc<Session>, name: &str, value: &PyObject, vm: &VirtualMachine) -> PyResult {
    let cell = match name {
        "autoflush" => &session.autoflush,
        "expire_on_commit" => &session.expire_on_commit,
        "closed" => &session.closed,
        "autobegin" => &session.autobegin,
        "flushing" => &session.flushing,
        "prepares" => &session.prepares,
        _ => return Err(vm.new_attribute_error(name.to_owned())),
    };
    if !vm.is_none(value) {
        cell.set(value.to_owned().try_to_bool(vm)?);
    }
    Ok(vm.ctx.new_bool(cell.get()).into())
}

/// `make_transient` and `make_transient_to_detached`
pub(crate) fn make_transient(instance: &PyObjectRef, to_detached: bool, vm: &VirtualMachine) -> PyResult<()> {
    let state = expect_state(instance, vm)?;
    let host = host();
    if to_detached {
        if state.session().is_some() || state.has_identity() {
            return Err(exc::invalid_request(vm, "Given object must be transient"));
        }
        let key = state.mapper.identity_key(primary_key_values(&state));
        *state.key.borrow_mut() = Some(key);
        state.deleted.set(false);
        attributes::commit_all(&*host, &state);
        let dict = dict_of(instance, vm)?;
        let missing: Vec<Rc<str>> = state
            .mapper
            .derived()
            .column_props
            .iter()
            .filter(|it| !dict.contains_key(&*it.key, vm))
            .map(|it| it.key.clone())
            .collect();
        return attributes::expire_attributes(&*host, &state, &missing).map_err(|it| raise(it, vm));
    }
    if let Some(session) = state.session() {
        session.expunge(&state).map_err(|it| raise(it, vm))?;
    }
    state.expired_attributes.change(|it| it.clear());
    state.expired.set(false);
    *state.key.borrow_mut() = None;
    state.deleted.set(false);
    Ok(())
}

/// `str(exception)` of an error.
pub(crate) fn error_text(error: &OrmError, vm: &VirtualMachine) -> String {
    match error {
        OrmError::Host(host) => {
            let error = exc::from_host(host, vm);
            crate::python::value::str_of(error.as_object(), vm).unwrap_or_default()
        }
        OrmError::Engine(engine) => {
            let error = exc::from_engine(engine, vm);
            crate::python::value::str_of(error.as_object(), vm).unwrap_or_default()
        }
        other => other.to_string(),
    }
}

/// Adds the sentence on autoflush to an exception of SQLAlchemy.
pub(crate) fn note_autoflush(error: OrmError, vm: &VirtualMachine) -> OrmError {
    let exception = raise(error, vm);
    let text = "raised as a result of Query-invoked autoflush; consider using a session.no_autoflush block if this \
                flush is occurring prematurely";
    let object = exception.as_object();
    if matches!(object.to_owned().has_attr("add_detail", vm), Ok(true)) {
        let _ = vm.call_method(object, "add_detail", (text.to_owned(),));
    }
    super::instance::carried(exception)
}
