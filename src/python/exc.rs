//! Rust errors as Python exceptions, and Python exceptions carried through the core.

use super::value::{parameters_to_py, text_to_py};
use crate::engine::error::{DbapiError, EngineError, FailedStatement};
use crate::sql::error::SqlError;
use crate::sql::value::HostError;
use rustpython_vm::common::wtf8::{CodePoint, Wtf8Buf};
use rustpython_vm::{
    AsObject, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyBaseException, PyBaseExceptionRef},
    function::{FuncArgs, KwArgs},
};
use std::rc::Rc;

/// A Python exception on its way through the core.
pub(crate) fn to_host(error: PyBaseExceptionRef) -> HostError {
    HostError(Rc::new(error))
}

/// The Python exception that was carried.
pub(crate) fn from_host(error: &HostError, vm: &VirtualMachine) -> PyBaseExceptionRef {
    error
        .0
        .downcast_ref::<PyBaseExceptionRef>()
        .cloned()
        .unwrap_or_else(|| vm.new_runtime_error("an error of the host was lost"))
}

/// An exception of `sqlalchemy.exc`, or of Python's own where the name is not there.
pub(crate) fn error(
    vm: &VirtualMachine,
    class: &str,
    message: impl Into<String>,
    code: Option<&str>,
) -> PyBaseExceptionRef {
    let message: PyObjectRef = vm.ctx.new_str(message.into()).into();
    let mut args = vec![message];
    if matches!(class, "NoReferencedTableError") {
        args.push(vm.ctx.new_str("").into());
    }
    build(vm, class, args, code).unwrap_or_else(|it| it)
}

fn build(vm: &VirtualMachine, class: &str, args: Vec<PyObjectRef>, code: Option<&str>) -> PyResult<PyBaseExceptionRef> {
    let module = vm.import("sqlalchemy.exc", 0).and_then(|_| submodule(vm, "sqlalchemy.exc"))?;
    let class_object = match vm.get_attribute_opt(&module, vm.ctx.intern_str(class))? {
        Some(it) => it,
        None => vm.import("builtins", 0)?.get_attr(vm.ctx.intern_str(class), vm)?,
    };
    let mut kwargs = KwArgs::default();
    if let Some(code) = code {
        kwargs.insert("code".into(), vm.ctx.new_str(code).into());
    }
    as_exception(class_object.call_with_args(FuncArgs { args, kwargs }, vm)?, vm)
}

fn set_cause(exception: &PyBaseExceptionRef, cause: PyBaseExceptionRef, vm: &VirtualMachine) -> PyResult<()> {
    exception.as_object().set_attr("__cause__", cause.clone(), vm)?;
    exception.as_object().set_attr("__context__", cause, vm)
}

/// A module that was imported already, by its dotted name.
pub(crate) fn submodule(vm: &VirtualMachine, name: &str) -> PyResult {
    vm.sys_module.get_attr("modules", vm)?.get_item(name, vm)
}

fn as_exception(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyBaseExceptionRef> {
    object.downcast::<PyBaseException>().map_err(|_| vm.new_type_error("exceptions must derive from BaseException"))
}

/// `InvalidRequestError`
pub(crate) fn invalid_request(vm: &VirtualMachine, message: impl Into<String>) -> PyBaseExceptionRef {
    error(vm, "InvalidRequestError", message, None)
}

/// `ArgumentError`
pub(crate) fn argument(vm: &VirtualMachine, message: impl Into<String>) -> PyBaseExceptionRef {
    error(vm, "ArgumentError", message, None)
}

/// An error of the SQL layer.
pub(crate) fn from_sql(error_: &SqlError, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let text = |it: &str| -> PyObjectRef { vm.ctx.new_str(it).into() };
    let built = match error_ {
        SqlError::Host(host) => return from_host(host, vm),
        SqlError::NotImplemented(message) => return vm.new_not_implemented_error(message.clone()),
        SqlError::CannotJoin(from) => {
            let shown = super::sqlalchemy::coerce::from_to_py(from, vm).map(|it| super::value::repr_of(&it, vm));
            let shown = shown.unwrap_or_else(|_| crate::sql::build::from_description(from));
            return error(vm, "InvalidRequestError", crate::sql::error::cannot_join(&shown), None);
        }
        SqlError::Type(message) => return vm.new_type_error(message.clone()),
        SqlError::NoReferencedTable { message, table } => {
            build(vm, "NoReferencedTableError", vec![text(message), text(table)], None)
        }
        SqlError::NoReferencedColumn { message, table, column } => {
            build(vm, "NoReferencedColumnError", vec![text(message), text(table), text(column)], None)
        }
        SqlError::UnsupportedCompilation(message) => build(vm, "_unsupported_compilation", vec![text(message)], None),
        other => Ok(error(vm, other.class_name(), other.to_string(), other.code())),
    };
    built.unwrap_or_else(|it| it)
}

/// `sqlite3`'s own exception.
pub(crate) fn from_dbapi(error: &DbapiError, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let made = || -> PyResult<PyBaseExceptionRef> {
        if error.class == DbapiError::OVERFLOW {
            return Ok(vm.new_overflow_error(error.message.to_string()));
        }
        if error.class == DbapiError::UNENCODABLE {
            // Encoding it again says what is wrong with it.
            let points =
                error.message.split(' ').filter_map(|it| CodePoint::from_u32(u32::from_str_radix(it, 16).ok()?));
            let text = vm.ctx.new_str(points.collect::<Wtf8Buf>());
            return Ok(match vm.call_method(text.as_object(), "encode", ()) {
                Err(unencodable) => unencodable,
                Ok(_) => vm.new_value_error("surrogates not allowed"),
            });
        }
        let module = vm.import("sqlite3", 0)?;
        let class = module.get_attr(vm.ctx.intern_str(error.class), vm)?;
        let object = class.call((vm.ctx.new_str(&*error.message),), vm)?;
        if error.sqlite_code != 0 {
            object.set_attr("sqlite_errorcode", vm.ctx.new_int(error.sqlite_code), vm)?;
            object.set_attr("sqlite_errorname", vm.ctx.new_str(code_name(error.sqlite_code)), vm)?;
        }
        as_exception(object, vm)
    };
    made().unwrap_or_else(|it| it)
}

fn code_name(code: i32) -> &'static str {
    match code {
        1 => "SQLITE_ERROR",
        5 => "SQLITE_BUSY",
        6 => "SQLITE_LOCKED",
        8 => "SQLITE_READONLY",
        14 => "SQLITE_CANTOPEN",
        19 => "SQLITE_CONSTRAINT",
        20 => "SQLITE_MISMATCH",
        21 => "SQLITE_MISUSE",
        275 => "SQLITE_CONSTRAINT_CHECK",
        787 => "SQLITE_CONSTRAINT_FOREIGNKEY",
        1299 => "SQLITE_CONSTRAINT_NOTNULL",
        1555 => "SQLITE_CONSTRAINT_PRIMARYKEY",
        1811 => "SQLITE_CONSTRAINT_TRIGGER",
        2067 => "SQLITE_CONSTRAINT_UNIQUE",
        2579 => "SQLITE_CONSTRAINT_ROWID",
        _ => "SQLITE_ERROR",
    }
}

/// An error of the engine.
pub(crate) fn from_engine(error_: &EngineError, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let made = || -> PyResult<PyBaseExceptionRef> {
        match error_ {
            EngineError::Host(host) => Ok(from_host(host, vm)),
            EngineError::Sql(error) => Ok(from_sql(error, vm)),
            EngineError::Driver(orig) => Ok(from_dbapi(orig, vm)),
            EngineError::Dbapi { orig, .. }
                if [DbapiError::OVERFLOW, DbapiError::UNENCODABLE].contains(&orig.class) =>
            {
                Ok(from_dbapi(orig, vm))
            }
            EngineError::Dbapi { orig, failed } => {
                let orig_object = from_dbapi(orig, vm);
                let module = {
                    vm.import("sqlalchemy.exc", 0)?;
                    submodule(vm, "sqlalchemy.exc")?
                };
                let class = module.get_attr(vm.ctx.intern_str(orig.class), vm)?;
                let (statement, params) = shown(failed, vm);
                let mut kwargs = KwArgs::default();
                kwargs.insert("hide_parameters".into(), vm.ctx.new_bool(failed.hide_parameters).into());
                kwargs.insert("ismulti".into(), vm.ctx.new_bool(failed.many).into());
                kwargs.insert("connection_invalidated".into(), vm.ctx.new_bool(failed.connection_invalidated).into());
                let args = vec![statement, params, orig_object.clone().into()];
                let exception = as_exception(class.call_with_args(FuncArgs { args, kwargs }, vm)?, vm)?;
                set_cause(&exception, orig_object, vm)?;
                Ok(exception)
            }
            EngineError::Statement { orig, failed } => statement_error(from_engine(orig, vm), failed, vm),
            EngineError::Core { class, message, code, failed: Some(failed) } => {
                let (statement, params) = shown(failed, vm);
                let mut kwargs = KwArgs::default();
                if let Some(code) = code {
                    kwargs.insert("code".into(), vm.ctx.new_str(*code).into());
                }
                kwargs.insert("ismulti".into(), vm.ctx.new_bool(failed.many).into());
                let none = vm.ctx.none();
                let args = vec![vm.ctx.new_str(message.clone()).into(), statement, params, none];
                let module = {
                    vm.import("sqlalchemy.exc", 0)?;
                    submodule(vm, "sqlalchemy.exc")?
                };
                let class = module.get_attr(vm.ctx.intern_str(*class), vm)?;
                as_exception(class.call_with_args(FuncArgs { args, kwargs }, vm)?, vm)
            }
            EngineError::Core { class, message, code, failed: None } => Ok(error(vm, class, message.clone(), *code)),
        }
    };
    made().unwrap_or_else(|it| it)
}

/// `StatementError` around an exception that was raised while parameters were processed.
fn statement_error(
    orig: PyBaseExceptionRef,
    failed: &FailedStatement,
    vm: &VirtualMachine,
) -> PyResult<PyBaseExceptionRef> {
    vm.import("sqlalchemy.exc", 0)?;
    let module = submodule(vm, "sqlalchemy.exc")?;
    let (statement, params) = shown(failed, vm);
    let made = module.get_attr("_wrap_statement_error", vm)?.call(
        (orig.clone(), statement, params, vm.ctx.new_bool(failed.hide_parameters), vm.ctx.new_bool(failed.many)),
        vm,
    )?;
    let exception = as_exception(made, vm)?;
    if !exception.is(&orig) {
        set_cause(&exception, orig, vm)?;
    }
    Ok(exception)
}

pub(crate) fn shown(failed: &FailedStatement, vm: &VirtualMachine) -> (PyObjectRef, PyObjectRef) {
    let statement = failed.statement.as_ref().map_or_else(|| vm.ctx.none(), |it| text_to_py(it, vm));
    let params = failed.parameters.as_ref().map_or_else(|| vm.ctx.none(), |it| parameters_to_py(it, vm));
    (statement, params)
}

/// Makes `?` work on results of the core.
pub(crate) trait IntoPy<T> {
    /// The error as a Python exception.
    fn py(self, vm: &VirtualMachine) -> PyResult<T>;
}

impl<T> IntoPy<T> for Result<T, EngineError> {
    fn py(self, vm: &VirtualMachine) -> PyResult<T> {
        self.map_err(|it| from_engine(&it, vm))
    }
}
impl<T> IntoPy<T> for Result<T, SqlError> {
    fn py(self, vm: &VirtualMachine) -> PyResult<T> {
        self.map_err(|it| from_sql(&it, vm))
    }
}
impl<T> IntoPy<T> for Result<T, DbapiError> {
    fn py(self, vm: &VirtualMachine) -> PyResult<T> {
        self.map_err(|it| from_dbapi(&it, vm))
    }
}
impl<T> IntoPy<T> for Result<T, HostError> {
    fn py(self, vm: &VirtualMachine) -> PyResult<T> {
        self.map_err(|it| from_host(&it, vm))
    }
}

/// `ObjectNotExecutableError`
pub(crate) fn not_executable(vm: &VirtualMachine, object: &PyObjectRef) -> PyBaseExceptionRef {
    build(vm, "ObjectNotExecutableError", vec![object.clone()], None).unwrap_or_else(|it| it)
}

/// Gives a Python warning of a class of `sqlalchemy.exc`.
pub(crate) fn warn(vm: &VirtualMachine, category: &str, text: &str) -> PyResult<()> {
    let category = super::sqlalchemy::registry::class_of(&format!("sqlalchemy.exc:{category}"), vm)?;
    let warn = super::sqlalchemy::registry::class_of("warnings:warn", vm)?;
    warn.call((vm.ctx.new_str(text), category, 3), vm)?;
    Ok(())
}
