//! SQL functions written in Python, called back by SQLite.

use super::bindings::{Sqlite, TRANSIENT};
use crate::engine::driver::{DbValue, DriverError, SqlFunction};
use std::rc::Rc;
use wasm_bindgen::{JsCast, prelude::Closure};

/// SQLite's flags for a function.
const UTF8: i32 = 1;
const DETERMINISTIC: i32 = 0x800;

/// A function that SQLite may call while this lives.
pub(super) struct RegisteredFunction {
    sqlite: Rc<Sqlite>,
    pointer: u32,
    _closure: Closure<dyn FnMut(u32, i32, u32)>,
}

impl Drop for RegisteredFunction {
    fn drop(&mut self) {
        self.sqlite.module.remove_function(self.pointer);
    }
}

impl RegisteredFunction {
    pub(super) fn new(
        sqlite: &Rc<Sqlite>,
        db: u32,
        name: &str,
        arity: i32,
        deterministic: bool,
        function: SqlFunction,
    ) -> Result<Self, i32> {
        let called = Rc::clone(sqlite);
        let closure: Closure<dyn FnMut(u32, i32, u32)> = Closure::new(move |context, count: i32, values| {
            let arguments: Vec<DbValue> = (0..count.cast_unsigned())
                .map(|index| argument(&called, called.read_u32(values + 4 * index)))
                .collect();
            give_back(&called, context, function(&arguments));
        });
        let pointer = sqlite.module.add_function(closure.as_ref().unchecked_ref(), "viii");
        let registered = Self { sqlite: Rc::clone(sqlite), pointer, _closure: closure };
        let name = sqlite.put_c_text(name);
        let flags = if deterministic { UTF8 | DETERMINISTIC } else { UTF8 };
        match sqlite.module.create_function(db, name.pointer, arity, flags, 0, pointer, 0, 0, 0) {
            0 => Ok(registered),
            code => Err(code),
        }
    }
}

fn argument(sqlite: &Sqlite, value: u32) -> DbValue {
    let module = &sqlite.module;
    match module.value_type(value) {
        1 => integer(module.value_double(value), || {
            let text = module.value_text(value);
            sqlite.text(text, module.value_bytes(value))
        }),
        2 => DbValue::Real(module.value_double(value)),
        3 => {
            let text = module.value_text(value);
            DbValue::Text(sqlite.text(text, module.value_bytes(value)).into())
        }
        4 => {
            let bytes = module.value_blob(value);
            DbValue::Blob(sqlite.bytes(bytes, module.value_bytes(value)).into())
        }
        _ => DbValue::Null,
    }
}

/// An integer of which we see the nearest double: exact below 2^53, else read from its text.
pub(super) fn integer(double: f64, text: impl FnOnce() -> String) -> DbValue {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if double.abs() < EXACT {
        return DbValue::Integer(double as i64);
    }
    DbValue::Integer(text().parse().unwrap_or(double as i64))
}

fn give_back(sqlite: &Sqlite, context: u32, result: Result<DbValue, String>) {
    let module = &sqlite.module;
    let len = |len: usize| i32::try_from(len).unwrap_or(i32::MAX);
    match result {
        Ok(DbValue::Null) => module.result_null(context),
        Ok(DbValue::Integer(value)) => module.result_int64(context, value),
        Ok(DbValue::Real(value)) => module.result_double(context, value),
        Ok(DbValue::Text(text)) => {
            let bytes = sqlite.put(text.as_bytes());
            module.result_text(context, bytes.pointer, len(text.len()), TRANSIENT);
        }
        Ok(DbValue::Blob(blob)) => {
            let bytes = sqlite.put(&blob);
            module.result_blob(context, bytes.pointer, len(blob.len()), TRANSIENT);
        }
        Err(message) => {
            let bytes = sqlite.put(message.as_bytes());
            module.result_error(context, bytes.pointer, len(message.len()));
        }
    }
}

/// An error for a code without a better text.
pub(super) fn refused(code: i32) -> DriverError {
    DriverError { code, message: "Error creating function".to_owned() }
}
