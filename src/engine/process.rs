//! Values on their way to the database and back, by type. What the host must do is done by the type's
//! processor, or by a default one that the host registered for the kind.

use super::connection::Engine;
use super::driver::DbValue;
use super::error::EngineError;
use crate::sql::types::{Type, TypeKind, TypeProcessor, json_path_text};
use crate::sql::value::Value;
use std::cell::RefCell;
use std::rc::Rc;

/// Makes the processor of a type that has none of its own.
pub type DefaultProcessors = fn(&TypeKind) -> Option<Rc<dyn TypeProcessor>>;

thread_local! {
    static DEFAULTS: RefCell<Option<DefaultProcessors>> = const { RefCell::new(None) };
}

/// Sets where default processors come from.
pub fn set_default_processors(defaults: Option<DefaultProcessors>) {
    DEFAULTS.set(defaults);
}

fn default_processor(kind: &TypeKind) -> Option<Rc<dyn TypeProcessor>> {
    DEFAULTS.with_borrow(|it| *it).and_then(|it| it(kind))
}

/// What is done to a value that is bound.
pub enum BindProcessor {
    /// Nothing.
    Plain,
    /// `True` becomes 1.
    Boolean,
    /// Numbers become floats.
    Float,
    /// A key or path of JSON becomes the text that SQLite's functions take.
    JsonPath,
    /// The host does it.
    Host(Rc<dyn TypeProcessor>),
}

/// What is done to a cell of a result.
#[derive(Clone)]
pub enum ResultProcessor {
    /// Nothing.
    Plain,
    /// 1 becomes `True`.
    Boolean,
    /// The host does it.
    Host(Rc<dyn TypeProcessor>),
}

impl std::fmt::Debug for ResultProcessor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ResultProcessor")
    }
}

impl Engine {
    /// The bind processor of a type for this engine.
    pub fn bind_processor(&self, ty: &Type) -> BindProcessor {
        match bind_processor(ty) {
            BindProcessor::Host(processor) if self.own_processors => {
                BindProcessor::Host(processor.for_engine(&self.host).unwrap_or(processor))
            }
            other => other,
        }
    }
    /// The result processor of a type for this engine.
    pub fn result_processor(&self, ty: &Type) -> ResultProcessor {
        match result_processor(ty) {
            ResultProcessor::Host(processor) if self.own_processors => {
                ResultProcessor::Host(processor.for_engine(&self.host).unwrap_or(processor))
            }
            other => other,
        }
    }
}

/// The bind processor of a type.
pub fn bind_processor(ty: &Type) -> BindProcessor {
    if let Some(processor) = &ty.processor {
        return if processor.binds() { BindProcessor::Host(processor.clone()) } else { BindProcessor::Plain };
    }
    match &ty.kind {
        TypeKind::Boolean { .. } => BindProcessor::Boolean,
        TypeKind::JsonIndex { .. } | TypeKind::JsonPath => BindProcessor::JsonPath,
        TypeKind::Numeric { .. } | TypeKind::Float { .. } | TypeKind::Double { .. } => BindProcessor::Float,
        TypeKind::Date
        | TypeKind::Time { .. }
        | TypeKind::DateTime { .. }
        | TypeKind::Interval
        | TypeKind::Enum { .. }
        | TypeKind::Json
        | TypeKind::Uuid { .. }
        | TypeKind::LargeBinary { .. } => match default_processor(&ty.kind) {
            Some(processor) => BindProcessor::Host(processor),
            None => BindProcessor::Plain,
        },
        _ => BindProcessor::Plain,
    }
}

/// The result processor of a type.
pub fn result_processor(ty: &Type) -> ResultProcessor {
    if let Some(processor) = &ty.processor {
        return if processor.has_result() { ResultProcessor::Host(processor.clone()) } else { ResultProcessor::Plain };
    }
    match &ty.kind {
        TypeKind::Boolean { .. } => ResultProcessor::Boolean,
        TypeKind::Numeric { as_decimal: true, .. }
        | TypeKind::Float { as_decimal: true, .. }
        | TypeKind::Double { as_decimal: true }
        | TypeKind::Date
        | TypeKind::Time { .. }
        | TypeKind::DateTime { .. }
        | TypeKind::Interval
        | TypeKind::Enum { .. }
        | TypeKind::Json
        | TypeKind::Uuid { .. } => match default_processor(&ty.kind) {
            Some(processor) => ResultProcessor::Host(processor),
            None => ResultProcessor::Plain,
        },
        _ => ResultProcessor::Plain,
    }
}

impl BindProcessor {
    /// The value as it is sent.
    ///
    /// # Errors
    /// The host's exception; `TypeError` or `ValueError` for what is no boolean.
    #[allow(clippy::cast_precision_loss)]
    pub fn apply(&self, value: Value) -> Result<Value, EngineError> {
        match self {
            Self::Plain => Ok(value),
            Self::Host(processor) => processor.bind(&value).map_err(EngineError::Host),
            Self::JsonPath => Ok(Value::text(json_path_text(&value))),
            Self::Boolean => match value {
                Value::Bool(it) => Ok(Value::Int(i64::from(it))),
                Value::Null | Value::Int(0 | 1) => Ok(value),
                Value::Float(it) if it == 0.0 || it == 1.0 => Ok(Value::Int(it as i64)),
                Value::Int(_) => Err(EngineError::core(
                    "ValueError",
                    format!("Value {} is not None, True, or False", value.repr()),
                    None,
                )),
                // It is looked up first, which asks for its hash.
                Value::Host(host) if let Err(text) = host.hash() => Err(EngineError::core("TypeError", text, None)),
                _ => Err(EngineError::core("TypeError", format!("Not a boolean value: {}", value.repr()), None)),
            },
            Self::Float => match value {
                Value::Int(it) => Ok(Value::Float(it as f64)),
                Value::Bool(it) => Ok(Value::Float(f64::from(u8::from(it)))),
                Value::Text(text) => match text.trim().parse::<f64>() {
                    Ok(it) => Ok(Value::Float(it)),
                    Err(_) => Err(EngineError::core(
                        "ValueError",
                        format!("could not convert string to float: {}", Value::Text(text).repr()),
                        None,
                    )),
                },
                Value::Host(_) => {
                    let kind = TypeKind::Numeric { precision: None, scale: None, as_decimal: true };
                    match default_processor(&kind) {
                        Some(processor) => processor.bind(&value).map_err(EngineError::Host),
                        None => Ok(value),
                    }
                }
                other => Ok(other),
            },
        }
    }
}

/// A cell as a plain value.
pub fn value_of(cell: &DbValue) -> Value {
    match cell {
        DbValue::Null => Value::Null,
        DbValue::Integer(it) => Value::Int(*it),
        DbValue::Real(it) => Value::Float(*it),
        DbValue::Text(it) => Value::Text(it.clone()),
        DbValue::Blob(it) => Value::Bytes(it.clone()),
    }
}

impl ResultProcessor {
    /// A cell as the program sees it.
    ///
    /// # Errors
    /// The host's exception.
    pub fn apply(&self, cell: &DbValue) -> Result<Value, EngineError> {
        match self {
            Self::Plain => Ok(value_of(cell)),
            Self::Boolean => Ok(match cell {
                DbValue::Null => Value::Null,
                DbValue::Integer(it) => Value::Bool(*it != 0),
                DbValue::Real(it) => Value::Bool(*it != 0.0),
                DbValue::Text(it) => Value::Bool(!it.is_empty()),
                DbValue::Blob(it) => Value::Bool(!it.is_empty()),
            }),
            Self::Host(processor) => processor.result(value_of(cell)).map_err(EngineError::Host),
        }
    }
}
