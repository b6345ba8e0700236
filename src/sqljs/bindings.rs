//! SQLite's C functions as sql.js exports them, and its memory. Pointers are numbers.

use js_sys::{Function, Reflect, Uint8Array, WebAssembly};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue, prelude::*};

#[wasm_bindgen]
extern "C" {
    /// What the loader hands over.
    pub(super) type Loaded;
    #[wasm_bindgen(method, getter)]
    fn module(this: &Loaded) -> Module;
    #[wasm_bindgen(method, getter)]
    fn memory(this: &Loaded) -> JsValue;

    /// sql.js's own class of databases; here only for its access to files.
    pub(super) type Database;
    #[wasm_bindgen(method, getter)]
    pub(super) fn filename(this: &Database) -> String;
    #[wasm_bindgen(method, setter)]
    pub(super) fn set_filename(this: &Database, name: &str);
    /// Its handle, as SQLite's C functions take it.
    #[wasm_bindgen(method, getter)]
    pub(super) fn db(this: &Database) -> u32;
    #[wasm_bindgen(method, setter)]
    pub(super) fn set_db(this: &Database, handle: u32);
    #[wasm_bindgen(method, catch)]
    pub(super) fn export(this: &Database) -> Result<Uint8Array, JsValue>;
    #[wasm_bindgen(method)]
    pub(super) fn close(this: &Database);

    /// The object that `initSqlJs()` resolves to.
    pub(super) type Module;
    #[wasm_bindgen(method, js_name = _malloc)]
    fn malloc(this: &Module, size: u32) -> u32;
    #[wasm_bindgen(method, js_name = _free)]
    fn free(this: &Module, pointer: u32);
    #[wasm_bindgen(method, js_name = addFunction)]
    pub(super) fn add_function(this: &Module, function: &Function, signature: &str) -> u32;
    #[wasm_bindgen(method, js_name = removeFunction)]
    pub(super) fn remove_function(this: &Module, pointer: u32);

    #[wasm_bindgen(method, js_name = _sqlite3_open)]
    pub(super) fn open(this: &Module, file: u32, db_out: u32) -> i32;
    #[wasm_bindgen(method, js_name = _sqlite3_close_v2)]
    pub(super) fn close(this: &Module, db: u32) -> i32;
    #[wasm_bindgen(method, js_name = _sqlite3_errmsg)]
    pub(super) fn errmsg(this: &Module, db: u32) -> u32;
    #[wasm_bindgen(method, js_name = _sqlite3_changes)]
    pub(super) fn changes(this: &Module, db: u32) -> i32;
    #[wasm_bindgen(method, js_name = _sqlite3_prepare_v2)]
    pub(super) fn prepare(this: &Module, db: u32, sql: u32, len: i32, stmt_out: u32, tail_out: u32) -> i32;
    #[wasm_bindgen(method, js_name = _sqlite3_step)]
    pub(super) fn step(this: &Module, stmt: u32) -> i32;
    #[wasm_bindgen(method, js_name = _sqlite3_reset)]
    pub(super) fn reset(this: &Module, stmt: u32) -> i32;
    #[wasm_bindgen(method, js_name = _sqlite3_clear_bindings)]
    pub(super) fn clear_bindings(this: &Module, stmt: u32) -> i32;
    #[wasm_bindgen(method, js_name = _sqlite3_finalize)]
    pub(super) fn finalize(this: &Module, stmt: u32) -> i32;

    #[wasm_bindgen(method, js_name = _sqlite3_bind_int)]
    pub(super) fn bind_int(this: &Module, stmt: u32, index: i32, value: i32) -> i32;
    #[wasm_bindgen(method, js_name = _sqlite3_bind_double)]
    pub(super) fn bind_double(this: &Module, stmt: u32, index: i32, value: f64) -> i32;
    #[wasm_bindgen(method, js_name = _sqlite3_bind_text)]
    pub(super) fn bind_text(this: &Module, stmt: u32, index: i32, text: u32, len: i32, destructor: i32) -> i32;
    #[wasm_bindgen(method, js_name = _sqlite3_bind_blob)]
    pub(super) fn bind_blob(this: &Module, stmt: u32, index: i32, bytes: u32, len: i32, destructor: i32) -> i32;

    #[wasm_bindgen(method, js_name = _sqlite3_column_count)]
    pub(super) fn column_count(this: &Module, stmt: u32) -> i32;
    #[wasm_bindgen(method, js_name = _sqlite3_column_name)]
    pub(super) fn column_name(this: &Module, stmt: u32, index: i32) -> u32;
    #[wasm_bindgen(method, js_name = _sqlite3_column_type)]
    pub(super) fn column_type(this: &Module, stmt: u32, index: i32) -> i32;
    #[wasm_bindgen(method, js_name = _sqlite3_column_double)]
    pub(super) fn column_double(this: &Module, stmt: u32, index: i32) -> f64;
    #[wasm_bindgen(method, js_name = _sqlite3_column_text)]
    pub(super) fn column_text(this: &Module, stmt: u32, index: i32) -> u32;
    #[wasm_bindgen(method, js_name = _sqlite3_column_blob)]
    pub(super) fn column_blob(this: &Module, stmt: u32, index: i32) -> u32;
    #[wasm_bindgen(method, js_name = _sqlite3_column_bytes)]
    pub(super) fn column_bytes(this: &Module, stmt: u32, index: i32) -> u32;

    #[wasm_bindgen(method, js_name = _sqlite3_create_function_v2)]
    pub(super) fn create_function(
        this: &Module,
        db: u32,
        name: u32,
        arity: i32,
        flags: i32,
        app: u32,
        function: u32,
        step: u32,
        last: u32,
        destroy: u32,
    ) -> i32;
    #[wasm_bindgen(method, js_name = _sqlite3_value_type)]
    pub(super) fn value_type(this: &Module, value: u32) -> i32;
    #[wasm_bindgen(method, js_name = _sqlite3_value_double)]
    pub(super) fn value_double(this: &Module, value: u32) -> f64;
    #[wasm_bindgen(method, js_name = _sqlite3_value_text)]
    pub(super) fn value_text(this: &Module, value: u32) -> u32;
    #[wasm_bindgen(method, js_name = _sqlite3_value_blob)]
    pub(super) fn value_blob(this: &Module, value: u32) -> u32;
    #[wasm_bindgen(method, js_name = _sqlite3_value_bytes)]
    pub(super) fn value_bytes(this: &Module, value: u32) -> u32;
    #[wasm_bindgen(method, js_name = _sqlite3_result_null)]
    pub(super) fn result_null(this: &Module, context: u32);
    #[wasm_bindgen(method, js_name = _sqlite3_result_int64)]
    pub(super) fn result_int64(this: &Module, context: u32, value: i64);
    #[wasm_bindgen(method, js_name = _sqlite3_result_double)]
    pub(super) fn result_double(this: &Module, context: u32, value: f64);
    #[wasm_bindgen(method, js_name = _sqlite3_result_text)]
    pub(super) fn result_text(this: &Module, context: u32, text: u32, len: i32, destructor: i32);
    #[wasm_bindgen(method, js_name = _sqlite3_result_blob)]
    pub(super) fn result_blob(this: &Module, context: u32, bytes: u32, len: i32, destructor: i32);
    #[wasm_bindgen(method, js_name = _sqlite3_result_error)]
    pub(super) fn result_error(this: &Module, context: u32, text: u32, len: i32);
}

/// SQLite copies the bytes before the call returns.
pub(super) const TRANSIENT: i32 = -1;

/// The functions of one sql.js with its memory.
pub(super) struct Sqlite {
    pub(super) module: Module,
    memory: WebAssembly::Memory,
    /// A view of the whole memory; a new one is needed when the memory has grown.
    view: RefCell<Uint8Array>,
}

/// Bytes in SQLite's memory, freed when dropped.
pub(super) struct Allocation<'a> {
    sqlite: &'a Sqlite,
    pub(super) pointer: u32,
}

impl Drop for Allocation<'_> {
    fn drop(&mut self) {
        self.sqlite.module.free(self.pointer);
    }
}

impl Sqlite {
    pub(super) fn new(loaded: Loaded) -> Result<Self, String> {
        let module = loaded.module();
        for name in ["_malloc", "_free", "_sqlite3_open", "_sqlite3_step", "_sqlite3_result_int64", "addFunction"] {
            let is_there = Reflect::get(&module, &JsValue::from_str(name)).is_ok_and(|it| it.is_function());
            if !is_there {
                return Err(format!(
                    "this sql.js has no {name}: it is another version than the driver was written for"
                ));
            }
        }
        let memory: WebAssembly::Memory = loaded.memory().dyn_into().map_err(|_| "sql.js has no memory".to_owned())?;
        let view = RefCell::new(Uint8Array::new(&memory.buffer()));
        Ok(Self { module, memory, view })
    }

    /// A database of sql.js's own class, empty or with the bytes of a file.
    pub(super) fn database(&self, bytes: Option<Uint8Array>) -> Option<Database> {
        let class = Reflect::get(&self.module, &JsValue::from_str("Database")).ok()?;
        let args = js_sys::Array::new();
        if let Some(bytes) = bytes {
            args.push(&bytes);
        }
        Reflect::construct(class.dyn_ref::<Function>()?, &args).ok().map(JsCast::unchecked_into)
    }

    /// Opens a file by SQLite's own function.
    pub(super) fn open_handle(&self, file: &str) -> Option<u32> {
        let name = self.put_c_text(file);
        let out = self.allocate(4);
        let code = self.module.open(name.pointer, out.pointer);
        let handle = self.read_u32(out.pointer);
        (code == 0).then_some(handle)
    }

    fn with_view<R>(&self, action: impl FnOnce(&Uint8Array) -> R) -> R {
        let mut view = self.view.borrow_mut();
        if view.length() == 0 {
            // The memory has grown, which empties all views of it.
            *view = Uint8Array::new(&self.memory.buffer());
        }
        action(&view)
    }

    /// Copies bytes out of SQLite's memory.
    pub(super) fn bytes(&self, pointer: u32, len: u32) -> Vec<u8> {
        if len == 0 {
            return Vec::new();
        }
        self.with_view(|view| view.subarray(pointer, pointer + len).to_vec())
    }

    /// Copies text out of SQLite's memory.
    pub(super) fn text(&self, pointer: u32, len: u32) -> String {
        String::from_utf8(self.bytes(pointer, len))
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
    }

    /// Copies text that ends with a zero byte.
    pub(super) fn c_text(&self, pointer: u32) -> String {
        if pointer == 0 {
            return String::new();
        }
        let end = self.with_view(|view| view.index_of(0, pointer.cast_signed()));
        self.text(pointer, end.cast_unsigned().saturating_sub(pointer))
    }

    pub(super) fn read_u32(&self, pointer: u32) -> u32 {
        let bytes = self.bytes(pointer, 4);
        bytes.try_into().map_or(0, u32::from_le_bytes)
    }

    /// Room for `size` bytes in SQLite's memory.
    pub(super) fn allocate(&self, size: u32) -> Allocation<'_> {
        Allocation { sqlite: self, pointer: self.module.malloc(size.max(1)) }
    }

    /// Copies bytes into SQLite's memory.
    pub(super) fn put(&self, bytes: &[u8]) -> Allocation<'_> {
        let len = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        let allocation = self.allocate(len);
        if len > 0 {
            let pointer = allocation.pointer;
            self.with_view(|view| view.subarray(pointer, pointer + len).copy_from(bytes));
        }
        allocation
    }

    /// Copies text into SQLite's memory, with a zero byte at its end.
    pub(super) fn put_c_text(&self, text: &str) -> Allocation<'_> {
        let mut bytes = Vec::with_capacity(text.len() + 1);
        bytes.extend_from_slice(text.as_bytes());
        bytes.push(0);
        self.put(&bytes)
    }
}
