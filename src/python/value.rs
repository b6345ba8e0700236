//! Python objects as values of the core, and back.

use crate::engine::driver::DbValue;
use crate::engine::events::SentParameters;
use crate::sql::types::Type;
use crate::sql::value::{HostObject, Value};
use crate::util::surrogates;
use rustpython_vm::{
    AsObject, PyObject, PyObjectRef, PyResult, TryFromObject, VirtualMachine,
    builtins::{PyBytes, PyDict, PyFloat, PyInt, PyList, PyStr, PyTuple},
    common::wtf8::{CodePoint, Wtf8Buf},
    types::PyComparisonOp,
};
use std::any::Any;
use std::rc::Rc;

/// A Python object that the core passes along.
#[derive(Debug)]
pub(crate) struct PyHost(pub(crate) PyObjectRef);

/// Does something with the running virtual machine.
pub(crate) fn with_vm<R>(call: impl FnOnce(&VirtualMachine) -> R) -> R {
    rustpython_vm::vm::thread::with_current_vm(call)
}

impl HostObject for PyHost {
    fn repr(&self) -> String {
        with_vm(|vm| repr_of(&self.0, vm))
    }
    fn display(&self) -> String {
        with_vm(|vm| str_of(&self.0, vm)).unwrap_or_else(|_| self.repr())
    }
    fn equals(&self, other: &dyn HostObject) -> bool {
        let Some(other) = other.as_any().downcast_ref::<PyHost>() else { return false };
        if self.0.is(&other.0) {
            return true;
        }
        // What a program's own `__eq__` answers is taken by its word: only True is.
        with_vm(|vm| {
            let answer = self.0.clone().rich_compare(other.0.clone(), PyComparisonOp::Eq, vm);
            answer.is_ok_and(|it| it.is(&vm.ctx.true_value))
        })
    }
    fn sql_type(&self) -> Option<Type> {
        with_vm(|vm| super::sqlalchemy::types::type_of_object(&self.0, vm))
    }
    fn items(&self) -> Option<Vec<Value>> {
        with_vm(|vm| sequence_items(&self.0, vm).ok().flatten())
    }
    fn pairs(&self) -> Option<Vec<(Value, Value)>> {
        with_vm(|vm| {
            let dict = self.0.downcast_ref::<PyDict>()?;
            Some(dict.into_iter().map(|(k, v)| (value_from_py(&k, vm), value_from_py(&v, vm))).collect())
        })
    }
    fn hash(&self) -> Result<(), String> {
        with_vm(|vm| match self.0.hash(vm) {
            Ok(_) => Ok(()),
            Err(error) => Err(str_of(error.as_object(), vm).unwrap_or_default()),
        })
    }
    fn plain(&self) -> Option<Value> {
        if let Some(text) = self.0.downcast_ref::<PyStr>() {
            return text.to_str().map(|it| Value::Text(it.into()));
        }
        if let Some(number) = self.0.downcast_ref::<PyInt>() {
            return with_vm(|vm| number.try_to_primitive::<i64>(vm).ok().map(Value::Int));
        }
        if let Some(number) = self.0.downcast_ref::<PyFloat>() {
            return Some(Value::Float(number.to_f64()));
        }
        if self.0.class().name().to_string() == "memoryview" {
            return match adapt_for_sqlite(self) {
                Ok(DbValue::Blob(bytes)) => Some(Value::Bytes(bytes)),
                _ => None,
            };
        }
        None
    }
    fn odd_text(&self) -> Option<Rc<str>> {
        let odd = self.0.downcast_ref::<PyStr>().is_some_and(|it| it.to_str().is_none());
        if odd { text_of(&self.0) } else { None }
    }
    fn identity(&self) -> usize {
        self.0.get_id()
    }
    fn has_key(&self, key: &str) -> bool {
        with_vm(|vm| self.0.downcast_ref::<PyDict>().is_some_and(|it| it.contains_key(key, vm)))
    }
    fn add_key(&self, key: &str) {
        with_vm(|vm| {
            if let Some(dict) = self.0.downcast_ref::<PyDict>() {
                let _ = dict.set_item(key, vm.ctx.none(), vm);
            }
        });
    }
    fn seconds(&self) -> Option<f64> {
        with_vm(|vm| vm.call_method(&self.0, "total_seconds", ()).ok()?.try_float(vm).ok().map(|it| it.to_f64()))
    }
    fn is_list(&self) -> bool {
        self.0.downcast_ref::<PyList>().is_some() || self.0.downcast_ref::<PyTuple>().is_some()
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// `repr(object)`, whatever happens.
pub(crate) fn repr_of(object: &PyObject, vm: &VirtualMachine) -> String {
    object.repr(vm).map_or_else(|_| "<unprintable object>".to_owned(), |it| it.to_string_lossy().into_owned())
}

/// `str(object)`
pub(crate) fn str_of(object: &PyObject, vm: &VirtualMachine) -> PyResult<String> {
    Ok(object.str(vm)?.to_string_lossy().into_owned())
}

/// The text of a Python `str`, or `None` for another object.
pub(crate) fn text_of(object: &PyObject) -> Option<Rc<str>> {
    let text = object.downcast_ref::<PyStr>()?;
    match text.to_str() {
        Some(plain) => Some(plain.into()),
        None => {
            let codes = text.as_wtf8().code_points();
            let kept = |it: CodePoint| it.to_char().unwrap_or_else(|| surrogates::stand_in(it.to_u32()));
            Some(codes.map(kept).collect::<String>().into())
        }
    }
}

/// A text for Python, with the surrogates that [`text_of`] kept.
pub(crate) fn text_to_py(text: &str, vm: &VirtualMachine) -> PyObjectRef {
    if !surrogates::any_in(text) {
        return vm.ctx.new_str(text).into();
    }
    let codes = text.chars().filter_map(|it| CodePoint::from_u32(surrogates::code_point(it)));
    vm.ctx.new_str(codes.collect::<Wtf8Buf>()).into()
}

/// SQL that a program gives, whatever is in it.
pub(crate) struct SqlText(pub(crate) Rc<str>);

impl TryFromObject for SqlText {
    fn try_from_object(vm: &VirtualMachine, object: PyObjectRef) -> PyResult<Self> {
        match text_of(&object) {
            Some(text) => Ok(Self(text)),
            None => Err(vm.new_type_error(format!("Expected type 'str' but '{}' found", object.class().name()))),
        }
    }
}

/// A Python object as a value. Lists, tuples and subclasses of the plain types stay Python objects.
pub(crate) fn value_from_py(object: &PyObjectRef, vm: &VirtualMachine) -> Value {
    if vm.is_none(object) {
        return Value::Null;
    }
    let class = object.class();
    if class.is(vm.ctx.types.int_type) {
        if let Some(it) = object.downcast_ref::<PyInt>()
            && let Ok(value) = it.try_to_primitive::<i64>(vm)
        {
            return Value::Int(value);
        }
    } else if class.is(vm.ctx.types.str_type) {
        if let Some(text) = object.downcast_ref::<PyStr>().and_then(|it| it.to_str()) {
            return Value::Text(text.into());
        }
    } else if class.is(vm.ctx.types.bool_type) {
        return Value::Bool(object.is(&vm.ctx.true_value));
    } else if class.is(vm.ctx.types.float_type) {
        if let Some(it) = object.downcast_ref::<PyFloat>() {
            return Value::Float(it.to_f64());
        }
    } else if class.is(vm.ctx.types.bytes_type)
        && let Some(it) = object.downcast_ref::<PyBytes>()
    {
        return Value::Bytes(it.as_bytes().into());
    }
    Value::Host(Rc::new(PyHost(object.clone())))
}

/// The items of a list, tuple, set, range or other iterable that is not text, as values.
pub(crate) fn sequence_items(object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Option<Vec<Value>>> {
    if object.downcast_ref::<PyStr>().is_some() || object.downcast_ref::<PyBytes>().is_some() {
        return Ok(None);
    }
    let Ok(iter) = object.get_iter(vm) else { return Ok(None) };
    let mut items = Vec::new();
    for item in iter.iter::<PyObjectRef>(vm)? {
        let item = item?;
        if item.downcast_ref::<PyTuple>().is_some()
            && let Some(inner) = sequence_items(&item, vm)?
        {
            items.push(Value::List(inner.into()));
            continue;
        }
        items.push(value_from_py(&item, vm));
    }
    Ok(Some(items))
}

/// The two items of a pair.
///
/// # Errors
/// `TypeError` or `ValueError` when it has not two.
pub(crate) fn pair_of(object: &PyObject, vm: &VirtualMachine) -> PyResult<(PyObjectRef, PyObjectRef)> {
    let items: Vec<PyObjectRef> = object.get_iter(vm)?.iter::<PyObjectRef>(vm)?.collect::<PyResult<_>>()?;
    match <[PyObjectRef; 2]>::try_from(items) {
        Ok([first, second]) => Ok((first, second)),
        Err(_) => Err(vm.new_value_error("a pair was expected")),
    }
}

/// One of the values of IN: a row among them is a tuple, as is what is a row in it.
pub(crate) fn item_to_py(value: &Value, vm: &VirtualMachine) -> PyObjectRef {
    match value {
        Value::List(cells) => vm.ctx.new_tuple(cells.iter().map(|it| item_to_py(it, vm)).collect()).into(),
        other => value_to_py(other, vm),
    }
}

/// A value as a Python object.
pub(crate) fn value_to_py(value: &Value, vm: &VirtualMachine) -> PyObjectRef {
    match value {
        Value::Null => vm.ctx.none(),
        Value::Bool(it) => vm.ctx.new_bool(*it).into(),
        Value::Int(it) => vm.ctx.new_int(*it).into(),
        Value::Float(it) => vm.ctx.new_float(*it).into(),
        Value::Text(it) => vm.ctx.new_str(&**it).into(),
        Value::Bytes(it) => vm.ctx.new_bytes(it.to_vec()).into(),
        Value::List(items) => vm.ctx.new_list(items.iter().map(|it| item_to_py(it, vm)).collect()).into(),
        Value::Host(it) => host_to_py(&**it, vm),
    }
}

fn host_to_py(object: &dyn HostObject, vm: &VirtualMachine) -> PyObjectRef {
    object.as_any().downcast_ref::<PyHost>().map_or_else(|| vm.ctx.none(), |it| it.0.clone())
}

/// A database value as a Python object.
pub(crate) fn db_to_py(value: &DbValue, vm: &VirtualMachine) -> PyObjectRef {
    match value {
        DbValue::Null => vm.ctx.none(),
        DbValue::Integer(it) => vm.ctx.new_int(*it).into(),
        DbValue::Real(it) => vm.ctx.new_float(*it).into(),
        DbValue::Text(it) => vm.ctx.new_str(&**it).into(),
        DbValue::Blob(it) => vm.ctx.new_bytes(it.to_vec()).into(),
    }
}

/// Sent parameters as the DBAPI would see them: a tuple, a dict, a list of those.
pub(crate) fn parameters_to_py(parameters: &SentParameters, vm: &VirtualMachine) -> PyObjectRef {
    match parameters {
        SentParameters::Positional(values) => {
            vm.ctx.new_tuple(values.iter().map(|it| value_to_py(it, vm)).collect()).into()
        }
        SentParameters::Named(pairs) => {
            let dict = vm.ctx.new_dict();
            for (name, value) in pairs {
                let _ = dict.set_item(&**name, value_to_py(value, vm), vm);
            }
            dict.into()
        }
        SentParameters::Many(sets) => vm.ctx.new_list(sets.iter().map(|it| parameters_to_py(it, vm)).collect()).into(),
    }
}

/// Parameters as a program gives them to the DBAPI.
pub(crate) fn parameters_from_py(object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<SentParameters> {
    if vm.is_none(object) {
        return Ok(SentParameters::empty());
    }
    if let Some(dict) = object.downcast_ref::<PyDict>() {
        let mut pairs = Vec::new();
        for (key, value) in dict {
            let name = text_of(&key).ok_or_else(|| vm.new_type_error("parameter names must be str"))?;
            pairs.push((name, value_from_py(&value, vm)));
        }
        return Ok(SentParameters::Named(pairs));
    }
    let items: Vec<PyObjectRef> = object.get_iter(vm)?.iter::<PyObjectRef>(vm)?.collect::<PyResult<_>>()?;
    if object.downcast_ref::<PyList>().is_some()
        && items.first().is_some_and(|it| {
            it.downcast_ref::<PyTuple>().is_some()
                || it.downcast_ref::<PyDict>().is_some()
                || it.downcast_ref::<PyList>().is_some()
        })
    {
        let sets = items.iter().map(|it| parameters_from_py(it, vm)).collect::<PyResult<Vec<_>>>()?;
        return Ok(SentParameters::Many(sets));
    }
    Ok(SentParameters::Positional(items.iter().map(|it| value_from_py(it, vm)).collect()))
}

/// A Python object as SQLite stores it, as `sqlite3`'s adapters do; `Err` is the type's name, or `str:` and the code
/// points of a text that has no UTF-8.
pub(crate) fn adapt_for_sqlite(object: &dyn HostObject) -> Result<DbValue, String> {
    let Some(PyHost(object)) = object.as_any().downcast_ref::<PyHost>() else {
        return Err("object".to_owned());
    };
    with_vm(|vm| {
        if let Some(it) = object.downcast_ref::<PyStr>() {
            let code_points = || it.as_wtf8().code_points().map(|it| format!("{:x}", it.to_u32())).collect::<Vec<_>>();
            let unencodable = || format!("str:{}", code_points().join(" "));
            return it.to_str().map(|it| DbValue::Text(it.into())).ok_or_else(unencodable);
        }
        if let Some(it) = object.downcast_ref::<PyInt>() {
            return it.try_to_primitive::<i64>(vm).map(DbValue::Integer).map_err(|_| "int".to_owned());
        }
        if let Some(it) = object.downcast_ref::<PyFloat>() {
            return Ok(DbValue::Real(it.to_f64()));
        }
        let name = object.class().name().to_string();
        let text = |method: &str, args: Option<&str>| -> Option<DbValue> {
            let result = match args {
                Some(arg) => vm.call_method(object, method, (vm.ctx.new_str(arg),)),
                None => vm.call_method(object, method, ()),
            };
            Some(DbValue::Text(text_of(&*result.ok()?)?))
        };
        match &*name {
            "datetime" => text("isoformat", Some(" ")).ok_or(name),
            "date" => text("isoformat", None).ok_or(name),
            "bytearray" | "memoryview" => {
                let bytes = vm.ctx.types.bytes_type.as_object().call((object.clone(),), vm);
                match bytes.ok().and_then(|it| it.downcast::<PyBytes>().ok()) {
                    Some(bytes) => Ok(DbValue::Blob(bytes.as_bytes().into())),
                    None => Err(name),
                }
            }
            // Classes of C carry their module.
            "Decimal" => Err("decimal.Decimal".to_owned()),
            "time" | "timedelta" => Err(format!("datetime.{name}")),
            _ => Err(name),
        }
    })
}
