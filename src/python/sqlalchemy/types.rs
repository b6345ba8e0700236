//! `TypeObject`: the native base of every SQL type class, and the processing of values by type.
//!
//! A type's Python object says what it is through `_native()`; the conversions of dates are here, the
//! others are methods (`_bind_value`, `_result_value`) of the classes in `sql/sqltypes.py`.

use super::registry;
use crate::python::exc::{self, to_host};
use crate::python::value::{PyHost, text_of, value_from_py, value_to_py, with_vm};
use crate::sql::error::SqlError;
use crate::sql::expr::Expr;
use crate::sql::operators::Op;
use crate::sql::types::{
    Affinity, Compared, Type, TypeCacheKey, TypeKind, TypeNode, TypePlace, TypeProcessor, null_type,
};
use crate::sql::value::HostSlot;
use crate::sql::value::{HostError, Value};
use rustpython_vm::{
    AsObject, PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine, builtins::PyTuple, builtins::PyType,
};
use std::rc::Rc;

pub(crate) use native::TypeObject;

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use crate::sql::types::Type;
    use rustpython_vm::{Py, PyObjectRef, PyPayload, PyResult, VirtualMachine, types::Constructor};
    use std::cell::RefCell;

    /// Base of the SQL type classes.
    #[pyattr]
    #[pyclass(name = "TypeObject", module = "_sqlalchemy")]
    #[derive(Debug, PyPayload, Default)]
    pub(crate) struct TypeObject {
        pub(crate) node: RefCell<Option<Type>>,
    }

    new_empty!(TypeObject);

    #[pyclass(with(Constructor), flags(BASETYPE, HAS_WEAKREF))]
    impl TypeObject {
        #[pymethod]
        fn _reset(zelf: &Py<Self>) {
            *zelf.node.borrow_mut() = None;
        }
    }

    /// DDL of a type in a dialect.
    #[pyfunction]
    fn type_ddl(ty: PyObjectRef, dialect: Option<String>, vm: &VirtualMachine) -> PyResult<String> {
        super::ddl_text(&ty, dialect.as_deref(), vm)
    }

    /// A function that processes a value for the database as a type does it.
    #[pyfunction]
    fn type_bind(ty: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
        processor_function(&ty, false, vm)
    }
    /// The same for a value from the database.
    #[pyfunction]
    fn type_result(ty: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
        processor_function(&ty, true, vm)
    }
    fn processor_function(ty: &PyObjectRef, result: bool, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
        let ty = super::type_from_py(ty, vm)?;
        let name = if result { "process_result" } else { "process_bind" };
        let function = vm.new_function(name, move |value: PyObjectRef, vm: &VirtualMachine| -> PyResult {
            super::process(&ty, &value, result, vm)
        });
        Ok(function.into())
    }

    /// The object of the type of a plain value.
    #[pyfunction]
    fn type_of_value(value: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
        let value = crate::python::value::value_from_py(&value, vm);
        super::type_to_py(&crate::sql::build::type_of_value(&value), vm)
    }
}

/// DDL of a type.
pub(crate) fn ddl_text(ty: &PyObjectRef, dialect: Option<&str>, vm: &VirtualMachine) -> PyResult<String> {
    let ty = type_from_py(ty, vm)?;
    use crate::python::exc::IntoPy;
    let dialect = super::compile::dialect_by_name(dialect);
    crate::sql::compile::type_ddl(&ty, &dialect).py(vm)
}

/// A type object, a type class or None as a type.
pub(crate) fn type_from_py(object: &PyObject, vm: &VirtualMachine) -> PyResult<Type> {
    if vm.is_none(object) {
        return Ok(null_type());
    }
    if let Some(native) = object.downcast_ref::<TypeObject>() {
        if let Some(node) = &*native.node.borrow() {
            return Ok(node.clone());
        }
        let node = build(object.to_owned(), vm)?;
        *native.node.borrow_mut() = Some(node.clone());
        return Ok(node);
    }
    if let Some(class) = object.downcast_ref::<PyType>()
        && class.fast_issubclass(<TypeObject as rustpython_vm::class::StaticType>::static_type())
    {
        let instance = object.call((), vm)?;
        return type_from_py(&instance, vm);
    }
    Err(exc::argument(vm, format!("Object {} is not legal as a SQL type", crate::python::value::repr_of(object, vm))))
}

/// Whether an object is a type or a type class.
pub(crate) fn is_type(object: &PyObject) -> bool {
    object.downcast_ref::<TypeObject>().is_some()
        || object
            .downcast_ref::<PyType>()
            .is_some_and(|it| it.fast_issubclass(<TypeObject as rustpython_vm::class::StaticType>::static_type()))
}

/// The Python object for a type; the same one each time.
pub(crate) fn type_to_py(ty: &Type, vm: &VirtualMachine) -> PyResult {
    if let Some(held) = ty.host.get()
        && let Some(object) = held.downcast_ref::<PyObjectRef>()
    {
        return Ok(object.clone());
    }
    if let Some(processor) = &ty.processor
        && let Some(object) = processor.host_object()
        && let Some(object) = object.downcast_ref::<PyObjectRef>()
    {
        return Ok(object.clone());
    }
    let object = make_object(ty, vm)?;
    if let Some(native) = object.downcast_ref::<TypeObject>() {
        *native.node.borrow_mut() = Some(ty.clone());
    }
    Ok(object)
}

fn make_object(ty: &Type, vm: &VirtualMachine) -> PyResult {
    let class = |name: &str| registry::class_of(&format!("sqlalchemy.sql.sqltypes:{name}"), vm);
    let opt = |it: Option<u32>| -> PyObjectRef { it.map_or_else(|| vm.ctx.none(), |it| vm.ctx.new_int(it).into()) };
    let flag = |it: bool| -> PyObjectRef { vm.ctx.new_bool(it).into() };
    let text =
        |it: Option<&Rc<str>>| -> PyObjectRef { it.map_or_else(|| vm.ctx.none(), |it| vm.ctx.new_str(&**it).into()) };
    let object = |name: &str, args: Vec<PyObjectRef>| class(name)?.call(args, vm);
    match &ty.kind {
        TypeKind::Null => object("NullType", vec![]),
        TypeKind::Integer => object("Integer", vec![]),
        TypeKind::SmallInteger => object("SmallInteger", vec![]),
        TypeKind::BigInteger => object("BigInteger", vec![]),
        TypeKind::Boolean { .. } => object("Boolean", vec![]),
        TypeKind::Numeric { precision, scale, as_decimal } => {
            object("Numeric", vec![opt(*precision), opt(*scale), vm.ctx.none(), flag(*as_decimal)])
        }
        TypeKind::Float { precision, as_decimal } => object("Float", vec![opt(*precision), flag(*as_decimal)]),
        TypeKind::Double { as_decimal } => object("Double", vec![vm.ctx.none(), flag(*as_decimal)]),
        TypeKind::String { length, collation, is_unicode } => {
            object(if *is_unicode { "Unicode" } else { "String" }, vec![opt(*length), text(collation.as_ref())])
        }
        TypeKind::Text { length, collation } => object("Text", vec![opt(*length), text(collation.as_ref())]),
        TypeKind::Date => object("Date", vec![]),
        TypeKind::Time { timezone } => object("Time", vec![flag(*timezone)]),
        TypeKind::DateTime { timezone } => object("DateTime", vec![flag(*timezone)]),
        TypeKind::Interval => object("Interval", vec![]),
        TypeKind::LargeBinary { length } => object("LargeBinary", vec![opt(*length)]),
        TypeKind::Enum { values, .. } => object("Enum", values.iter().map(|it| vm.ctx.new_str(&**it).into()).collect()),
        TypeKind::Json => object("JSON", vec![]),
        TypeKind::JsonIndex { .. } | TypeKind::JsonPath => object("NullType", vec![]),
        TypeKind::Uuid { .. } => object("Uuid", vec![]),
        TypeKind::Tuple(types) => {
            let types = types.iter().map(|it| type_to_py(it, vm)).collect::<PyResult<Vec<_>>>()?;
            object("TupleType", types)
        }
        TypeKind::Verbatim { .. } | TypeKind::Unsupported(_) | TypeKind::Refused(_) => object("NullType", vec![]),
    }
}

/// Builds the type from what the object says of itself.
fn build(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<Type> {
    let described = vm.call_method(&object, "_native", ())?;
    let described: PyRef<PyTuple> =
        described.downcast().map_err(|_| vm.new_type_error("_native() must return a tuple"))?;
    let item = |index: usize| described.get(index).cloned().unwrap_or_else(|| vm.ctx.none());
    let number = |index: usize| -> Option<u32> { item(index).try_into_value::<u32>(vm).ok() };
    let text = |index: usize| text_of(&item(index));
    let flag = |index: usize| item(index).try_to_bool(vm).unwrap_or(false);
    let name = text(0).unwrap_or_default();
    let kind = match &*name {
        "integer" => TypeKind::Integer,
        "small_integer" => TypeKind::SmallInteger,
        "big_integer" => TypeKind::BigInteger,
        "boolean" => TypeKind::Boolean { create_constraint: flag(1), name: text(2) },
        "numeric" => TypeKind::Numeric { precision: number(1), scale: number(2), as_decimal: flag(3) },
        "float" => TypeKind::Float { precision: number(1), as_decimal: flag(2) },
        "double" => TypeKind::Double { as_decimal: flag(1) },
        "string" => TypeKind::String { length: number(1), collation: text(2), is_unicode: false },
        "text" => TypeKind::Text { length: number(1), collation: text(2) },
        "date" => TypeKind::Date,
        "time" => TypeKind::Time { timezone: flag(1) },
        "datetime" => TypeKind::DateTime { timezone: flag(1) },
        "interval" => TypeKind::Interval,
        "large_binary" => TypeKind::LargeBinary { length: number(1) },
        "enum" => {
            let values: Vec<Rc<str>> = item(1)
                .get_iter(vm)?
                .iter::<PyObjectRef>(vm)?
                .map(|it| Ok(text_of(&*it?).unwrap_or_default()))
                .collect::<PyResult<_>>()?;
            TypeKind::Enum { values: values.into(), length: number(2), create_constraint: flag(3), name: text(4) }
        }
        "json" => TypeKind::Json,
        "uuid" => TypeKind::Uuid { native: flag(1), as_uuid: flag(2) },
        "tuple" => {
            let types = item(1)
                .get_iter(vm)?
                .iter::<PyObjectRef>(vm)?
                .map(|it| type_from_py(&*it?, vm))
                .collect::<PyResult<Vec<_>>>()?;
            TypeKind::Tuple(types.into())
        }
        "verbatim" => {
            TypeKind::Verbatim { ddl: text(1).unwrap_or_default(), affinity: affinity(&text(2).unwrap_or_default()) }
        }
        "unsupported" => TypeKind::Unsupported(text(1).unwrap_or_default()),
        "refused" => TypeKind::Refused(match item(1).downcast::<rustpython_vm::builtins::PyBaseException>() {
            Ok(error) => SqlError::Host(crate::python::exc::to_host(error)),
            Err(_) => SqlError::Compile(text(1).map(|it| it.to_string()).unwrap_or_default()),
        }),
        // A TypeDecorator: the DDL of what it decorates, the values by the decorator.
        "like" => type_from_py(&item(1), vm)?.kind.clone(),
        _ => TypeKind::Null,
    };
    let processor = processor_of(&object, &kind, vm)?;
    let node = match processor {
        Some(processor) => TypeNode::with_processor(kind, processor),
        None => TypeNode::new(kind),
    };
    if let Ok(variants) = object.get_attr("_variants", vm)
        && let Some(variants) = variants.downcast_ref::<rustpython_vm::builtins::PyDict>()
    {
        for (name, variant) in variants {
            let variant = type_from_py(&variant, vm)?;
            node.variants.borrow_mut().push((text_of(&name).unwrap_or_default(), variant));
        }
    }
    node.host.set(Rc::new(object));
    Ok(node)
}

fn affinity(name: &str) -> Affinity {
    match name {
        "integer" => Affinity::Integer,
        "numeric" => Affinity::Numeric,
        "float" => Affinity::Float,
        "string" => Affinity::String,
        "boolean" => Affinity::Boolean,
        "date" => Affinity::Date,
        "time" => Affinity::Time,
        "datetime" => Affinity::DateTime,
        "interval" => Affinity::Interval,
        "binary" => Affinity::Binary,
        "enum" => Affinity::Enum,
        "json" => Affinity::Json,
        "uuid" => Affinity::Uuid,
        "tuple" => Affinity::Tuple,
        "array" => Affinity::Array,
        _ => Affinity::Null,
    }
}

/// The types whose values are converted here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Builtin {
    Date,
    Time,
    DateTime,
    None,
}

/// The Python side of a type.
#[derive(Debug)]
struct PyProcessor {
    builtin: Builtin,
    object: Option<PyObjectRef>,
    bind: Option<PyObjectRef>,
    result: Option<PyObjectRef>,
    literal: Option<PyObjectRef>,
    /// The type of what is compared with it: this type too (`Some(false)`), or what its method says.
    compared: Option<bool>,
    evaluates_none: bool,
    /// It has SQL around parameters; around columns.
    around: (bool, bool),
    key: TypeCacheKey,
}

impl PyProcessor {
    /// SQL that the type's method puts around an expression.
    fn around(
        &self,
        has: &'static str,
        method: &'static str,
        expr: &Expr,
        dialect: &str,
    ) -> Result<Option<Expr>, HostError> {
        let Some(object) = &self.object else { return Ok(None) };
        with_vm(|vm| {
            let dialect =
                registry::class_of("sqlalchemy.dialects:_by_name", vm)?.call((vm.ctx.new_str(dialect),), vm)?;
            let object = vm.call_method(object, "dialect_impl", (dialect,))?;
            if !object.get_attr(has, vm)?.try_to_bool(vm)? {
                return Ok(None);
            }
            let expr = super::coerce::expr_to_py(expr, vm)?;
            let made = vm.call_method(&object, method, (expr,))?;
            if vm.is_none(&made) {
                return Ok(None);
            }
            super::coerce::expr_from_py(&made, super::coerce::Role::Expression, vm).map(Some)
        })
        .map_err(to_host)
    }
}

fn processor_of(object: &PyObjectRef, kind: &TypeKind, vm: &VirtualMachine) -> PyResult<Option<Rc<dyn TypeProcessor>>> {
    let method = |name: &'static str| -> PyResult<Option<PyObjectRef>> {
        Ok(vm.get_attribute_opt(object, name)?.filter(|it| !vm.is_none(it)))
    };
    let bind = method("_bind_value")?;
    let result = method("_result_value")?;
    let literal = method("_literal_value")?;
    let user = method("_is_user_type")?.is_some_and(|it| it.try_to_bool(vm).unwrap_or(false));
    let builtin = match kind {
        _ if bind.is_some() || user => Builtin::None,
        TypeKind::Date => Builtin::Date,
        TypeKind::Time { .. } => Builtin::Time,
        TypeKind::DateTime { .. } => Builtin::DateTime,
        TypeKind::Verbatim { affinity: Affinity::Date, .. } => Builtin::Date,
        TypeKind::Verbatim { affinity: Affinity::Time, .. } => Builtin::Time,
        TypeKind::Verbatim { affinity: Affinity::DateTime, .. } => Builtin::DateTime,
        _ => Builtin::None,
    };
    let has = |name: &'static str| -> PyResult<bool> {
        Ok(method(name)?.is_some_and(|it| it.try_to_bool(vm).unwrap_or(false)))
    };
    let around = (has("_has_bind_expression")?, has("_has_column_expression")?);
    let user = user || around.0 || around.1;
    let asks = has("_asks_compared")?;
    let compared = (user || asks).then_some(asks);
    let evaluates_none = has("should_evaluate_none")?;
    if !evaluates_none
        && !asks
        && builtin == Builtin::None
        && bind.is_none()
        && result.is_none()
        && literal.is_none()
        && !user
    {
        return Ok(None);
    }
    let key = if user {
        match method("_cache_key_number")? {
            Some(number) => match number.try_into_value::<i64>(vm) {
                Ok(number) if number >= 0 => TypeCacheKey::Same(number.unsigned_abs()),
                _ => TypeCacheKey::Never,
            },
            None => TypeCacheKey::Instance,
        }
    } else if matches!(kind, TypeKind::Enum { .. }) {
        TypeCacheKey::Instance
    } else {
        TypeCacheKey::Same(0)
    };
    Ok(Some(Rc::new(PyProcessor {
        builtin,
        object: Some(object.clone()),
        bind,
        result,
        literal,
        compared,
        evaluates_none,
        around,
        key,
    })))
}

impl TypeProcessor for PyProcessor {
    fn for_engine(&self, engine: &HostSlot) -> Option<Rc<dyn TypeProcessor>> {
        let object = self.object.clone()?;
        let engine = super::pool::held(engine)?;
        with_vm(|vm| {
            let dialect = engine.get_attr("dialect", vm).ok()?;
            let some = |it: PyResult| it.ok().filter(|it| !vm.is_none(it));
            let bind = some(vm.call_method(&object, "bind_processor", (dialect.clone(),)));
            let result = some(vm.call_method(&object, "result_processor", (dialect, vm.ctx.none())));
            Some(Rc::new(Self {
                bind: self.bind.as_ref().and(bind),
                result: self.result.as_ref().and(result),
                literal: self.literal.clone(),
                compared: self.compared,
                builtin: self.builtin,
                evaluates_none: self.evaluates_none,
                around: self.around,
                key: self.key,
                object: Some(object),
            }) as Rc<dyn TypeProcessor>)
        })
    }
    fn bind(&self, value: &Value) -> Result<Value, HostError> {
        if let Some(bind) = &self.bind {
            return with_vm(|vm| {
                let result = bind.call((value_to_py(value, vm),), vm).map_err(to_host)?;
                Ok(value_from_py(&result, vm))
            });
        }
        if value.is_null() || self.builtin == Builtin::None {
            return Ok(value.clone());
        }
        with_vm(|vm| bind_builtin(self.builtin, value, vm).map_err(to_host))
    }
    fn result(&self, value: Value) -> Result<Value, HostError> {
        if let Some(result) = &self.result {
            return with_vm(|vm| {
                let object = result.call((value_to_py(&value, vm),), vm).map_err(to_host)?;
                Ok(value_from_py(&object, vm))
            });
        }
        if value.is_null() || self.builtin == Builtin::None {
            return Ok(value);
        }
        with_vm(|vm| result_builtin(self.builtin, &value, vm).map_err(to_host))
    }
    fn literal(&self, value: &Value, dialect: &str) -> Result<Option<String>, HostError> {
        // What was asked of the type beforehand is SQLite's.
        if let (true, false, Some(object)) = (self.is_own(), dialect == "sqlite", &self.object) {
            let found = with_vm(|vm| {
                let dialect =
                    registry::class_of("sqlalchemy.dialects:_by_name", vm)?.call((vm.ctx.new_str(dialect),), vm)?;
                let literal = vm.call_method(object, "literal_processor", (dialect,))?;
                if vm.is_none(&literal) {
                    return Ok(None);
                }
                let text = literal.call((value_to_py(value, vm),), vm)?;
                Ok(text_of(&text).map(|it| it.to_string()))
            });
            return found.map_err(to_host);
        }
        if let Some(literal) = &self.literal {
            return with_vm(|vm| {
                let result = literal.call((value_to_py(value, vm),), vm).map_err(to_host)?;
                Ok(text_of(&result).map(|it| it.to_string()))
            });
        }
        if self.builtin == Builtin::None || value.is_null() {
            return Ok(None);
        }
        with_vm(|vm| match bind_builtin(self.builtin, value, vm).map_err(to_host)? {
            Value::Text(text) => Ok(Some(format!("'{text}'"))),
            _ => Ok(None),
        })
    }
    fn evaluates_none(&self) -> bool {
        self.evaluates_none
    }
    fn bind_expression(&self, bind: &Expr, dialect: &str) -> Result<Option<Expr>, HostError> {
        if !self.around.0 {
            return Ok(None);
        }
        self.around("_has_bind_expression", "bind_expression", bind, dialect)
    }
    fn column_expression(&self, column: &Expr, dialect: &str) -> Result<Option<Expr>, HostError> {
        if !self.around.1 {
            return Ok(None);
        }
        self.around("_has_column_expression", "column_expression", column, dialect)
    }
    fn spec(&self, place: TypePlace<'_>) -> Result<Option<String>, HostError> {
        let Some(object) = self.object.as_ref().filter(|_| self.is_own()) else { return Ok(None) };
        let found = with_vm(|vm| {
            let Some(spec) = vm.get_attribute_opt(object, "_spec")? else { return Ok(None) };
            let text = match place {
                TypePlace::Column(column) => spec.call((super::coerce::expr_to_py(&Expr::column(column), vm)?,), vm),
                TypePlace::Cast => {
                    let class = super::registry::class_of("sqlalchemy.sql.elements:TypeClause", vm)?;
                    spec.call((class.call((object.clone(),), vm)?,), vm)
                }
                TypePlace::Alone => spec.call((), vm),
            }?;
            Ok(text_of(&text).map(|it| it.to_string()))
        });
        found.map_err(to_host)
    }
    fn is_own(&self) -> bool {
        self.compared.is_some()
    }
    fn compared(&self, op: Option<&Op>, value: &Value) -> Compared {
        match (self.compared, &self.object) {
            (None, _) => Compared::ByAffinity,
            (Some(true), Some(object)) => with_vm(|vm| {
                let found = || -> PyResult<Type> {
                    let op = op.map_or_else(|| Ok(vm.ctx.none()), |it| super::operators::operator_to_py(it, vm))?;
                    type_from_py(&*vm.call_method(object, "coerce_compared_value", (op, value_to_py(value, vm)))?, vm)
                };
                // An exception in there has nowhere to go: the value keeps the expression's type.
                found().map_or(Compared::Same, Compared::As)
            }),
            _ => Compared::Same,
        }
    }
    fn cache_key(&self) -> TypeCacheKey {
        if let (TypeCacheKey::Never, Some(object)) = (self.key, &self.object) {
            // A filter that makes it an error has no one to tell here.
            let _ = with_vm(|vm| vm.call_method(object, "_warn_no_cache_key", ()));
        }
        self.key
    }
    fn binds(&self) -> bool {
        self.builtin != Builtin::None || self.bind.is_some()
    }
    fn has_result(&self) -> bool {
        self.builtin != Builtin::None || self.result.is_some()
    }
    fn host_object(&self) -> Option<&dyn std::any::Any> {
        self.object.as_ref().map(|it| it as &dyn std::any::Any)
    }
}

/// The processor of a type that the core made without one (such as that of `func.now()`).
pub(crate) fn default_processor(kind: &TypeKind) -> Option<Rc<dyn TypeProcessor>> {
    let builtin = match kind {
        TypeKind::Date => Builtin::Date,
        TypeKind::Time { .. } => Builtin::Time,
        TypeKind::DateTime { .. } => Builtin::DateTime,
        TypeKind::Numeric { .. }
        | TypeKind::Float { as_decimal: true, .. }
        | TypeKind::Double { as_decimal: true }
        | TypeKind::Interval
        | TypeKind::Enum { .. }
        | TypeKind::Json
        | TypeKind::LargeBinary { .. }
        | TypeKind::Uuid { .. } => {
            return with_vm(|vm| {
                let ty = TypeNode::new(kind.clone());
                let object = make_object(&ty, vm).ok()?;
                processor_of(&object, kind, vm).ok().flatten()
            });
        }
        _ => return None,
    };
    Some(Rc::new(PyProcessor {
        builtin,
        object: None,
        bind: None,
        result: None,
        literal: None,
        compared: None,
        evaluates_none: false,
        around: (false, false),
        key: TypeCacheKey::Same(0),
    }))
}

fn parts(object: &PyObject, names: &[&'static str], vm: &VirtualMachine) -> PyResult<Vec<i64>> {
    names.iter().map(|name| object.get_attr(*name, vm)?.try_into_value::<i64>(vm)).collect()
}

fn is_kind(object: &PyObject, class: &'static str, vm: &VirtualMachine) -> PyResult<bool> {
    let class = registry::class_of(&format!("datetime:{class}"), vm)?;
    object.is_instance(&class, vm)
}

fn bind_builtin(builtin: Builtin, value: &Value, vm: &VirtualMachine) -> PyResult<Value> {
    let refuse = |text: &str| Err(vm.new_type_error(text.to_owned()));
    let object = match value {
        Value::Host(host) => host.as_any().downcast_ref::<PyHost>().map(|it| it.0.clone()),
        _ => None,
    };
    let date = |it: &PyObject| parts(it, &["year", "month", "day"], vm);
    let time = |it: &PyObject| parts(it, &["hour", "minute", "second", "microsecond"], vm);
    let text = |it: String| Ok(Value::Text(it.into()));
    match builtin {
        Builtin::Date => match object {
            Some(it) if is_kind(&it, "date", vm)? => {
                let d = date(&it)?;
                text(format!("{:04}-{:02}-{:02}", d[0], d[1], d[2]))
            }
            _ => refuse("SQLite Date type only accepts Python date objects as input."),
        },
        Builtin::DateTime => match object {
            Some(it) if is_kind(&it, "datetime", vm)? => {
                let (d, t) = (date(&it)?, time(&it)?);
                text(format!("{:04}-{:02}-{:02} {:02}:{:02}:{:02}.{:06}", d[0], d[1], d[2], t[0], t[1], t[2], t[3]))
            }
            Some(it) if is_kind(&it, "date", vm)? => {
                let d = date(&it)?;
                text(format!("{:04}-{:02}-{:02} 00:00:00.000000", d[0], d[1], d[2]))
            }
            _ => refuse("SQLite DateTime type only accepts Python datetime and date objects as input."),
        },
        Builtin::Time => match object {
            Some(it) if is_kind(&it, "time", vm)? => {
                let t = time(&it)?;
                text(format!("{:02}:{:02}:{:02}.{:06}", t[0], t[1], t[2], t[3]))
            }
            _ => refuse("SQLite Time type only accepts Python time objects as input."),
        },
        Builtin::None => Ok(value.clone()),
    }
}

fn result_builtin(builtin: Builtin, value: &Value, vm: &VirtualMachine) -> PyResult<Value> {
    let class = match builtin {
        Builtin::Date => "datetime:date",
        Builtin::Time => "datetime:time",
        Builtin::DateTime => "datetime:datetime",
        Builtin::None => return Ok(value.clone()),
    };
    let class = registry::class_of(class, vm)?;
    if let Value::Text(text) = value
        && let Some(numbers) = plain_parts(builtin, text)
    {
        let args: Vec<PyObjectRef> = numbers.into_iter().map(|it| vm.ctx.new_int(it).into()).collect();
        return Ok(Value::Host(Rc::new(PyHost(class.call(args, vm)?))));
    }
    let made = vm.call_method(&class, "fromisoformat", (value_to_py(value, vm),))?;
    Ok(Value::Host(Rc::new(PyHost(made))))
}

/// The numbers of the usual spelling; anything else is left to Python.
fn plain_parts(builtin: Builtin, text: &str) -> Option<Vec<u32>> {
    let bytes = text.as_bytes();
    let number = |from: usize, len: usize| -> Option<u32> {
        let part = bytes.get(from..from + len)?;
        part.iter().try_fold(0_u32, |sum, it| it.is_ascii_digit().then(|| sum * 10 + u32::from(it - b'0')))
    };
    let sign = |at: usize, wanted: u8| bytes.get(at) == Some(&wanted);
    let date = || -> Option<Vec<u32>> {
        (sign(4, b'-') && sign(7, b'-')).then_some(())?;
        Some(vec![number(0, 4)?, number(5, 2)?, number(8, 2)?])
    };
    let time = |from: usize| -> Option<Vec<u32>> {
        (sign(from + 2, b':') && sign(from + 5, b':')).then_some(())?;
        let mut out = vec![number(from, 2)?, number(from + 3, 2)?, number(from + 6, 2)?];
        if bytes.len() > from + 8 {
            (sign(from + 8, b'.') && bytes.len() == from + 15).then_some(())?;
            out.push(number(from + 9, 6)?);
        }
        Some(out)
    };
    match builtin {
        Builtin::Date if bytes.len() == 10 => date(),
        Builtin::Time => time(0),
        Builtin::DateTime if bytes.len() >= 19 && (sign(10, b' ') || sign(10, b'T')) => {
            let mut out = date()?;
            out.extend(time(11)?);
            Some(out)
        }
        _ => None,
    }
}

/// The type of a Python object that is no plain value: a date, a Decimal, an enum member ...
pub(crate) fn type_of_object(object: &PyObjectRef, vm: &VirtualMachine) -> Option<Type> {
    let made = |name: &str| -> Option<Type> {
        let class = registry::class_of(&format!("sqlalchemy.sql.sqltypes:{name}"), vm).ok()?;
        type_from_py(&class, vm).ok()
    };
    let class = object.class();
    let name = class.name().to_string();
    match &*name {
        "datetime" => {
            let zone = object.get_attr("tzinfo", vm).ok().filter(|it| !vm.is_none(it));
            if zone.is_none() {
                return made("DateTime");
            }
            let class = registry::class_of("sqlalchemy.sql.sqltypes:DateTime", vm).ok()?;
            return type_from_py(&*class.call((vm.ctx.new_bool(true),), vm).ok()?, vm).ok();
        }
        // One that is too large to be held as a plain value.
        "int" => return made("BigInteger"),
        "date" => return made("Date"),
        "time" => return made("Time"),
        "timedelta" => return made("Interval"),
        "Decimal" => return made("Numeric"),
        "UUID" => return made("Uuid"),
        "memoryview" | "bytearray" => return made("LargeBinary"),
        "dict" | "list" | "tuple" | "set" | "frozenset" => return None,
        _ => {}
    }
    let resolve = registry::class_of("sqlalchemy.sql.sqltypes:_resolve_object_type", vm).ok()?;
    let found = resolve.call((object.clone(),), vm).ok()?;
    if vm.is_none(&found) { None } else { type_from_py(&found, vm).ok() }
}

/// `type_bind(type)`, `type_result(type)`: a value processed as the type does it.
fn process(ty: &Type, value: &PyObjectRef, result: bool, vm: &VirtualMachine) -> PyResult {
    use crate::python::exc::IntoPy;
    let value = value_from_py(value, vm);
    let made = if result {
        match crate::engine::process::result_processor(ty) {
            crate::engine::process::ResultProcessor::Plain => value,
            crate::engine::process::ResultProcessor::Boolean => match value {
                Value::Int(it) => Value::Bool(it != 0),
                other => other,
            },
            crate::engine::process::ResultProcessor::Host(processor) => processor.result(value).py(vm)?,
        }
    } else {
        crate::engine::process::bind_processor(ty).apply(value).py(vm)?
    };
    Ok(value_to_py(&made, vm))
}
