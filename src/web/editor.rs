//! The code editor of `static/editor/editor.js`: CodeMirror behind typed calls.
//!
//! It exists only when the bundle arrived; `ui/editor.rs` falls back to a plain text area.

use super::boot;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsValue, prelude::*};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    type Module;

    #[wasm_bindgen(method, catch)]
    fn create(this: &Module, parent: &HtmlElement, hooks: &Object) -> Result<Handle, JsValue>;

    type Handle;

    #[wasm_bindgen(method)]
    fn open(this: &Handle, files: &Array);

    #[wasm_bindgen(method)]
    fn add(this: &Handle, name: &str);

    #[wasm_bindgen(method)]
    fn remove(this: &Handle, name: &str);

    #[wasm_bindgen(method)]
    fn show(this: &Handle, name: &str);

    #[wasm_bindgen(method)]
    fn texts(this: &Handle) -> Array;

    #[wasm_bindgen(method)]
    fn replace(this: &Handle, texts: &Array);

    #[wasm_bindgen(method, js_name = setCounts)]
    fn set_counts(this: &Handle, counts: &Array);

    #[wasm_bindgen(method, js_name = setLinked)]
    fn set_linked(this: &Handle, line: u32);

    #[wasm_bindgen(method, js_name = setNow)]
    fn set_now(this: &Handle, line: u32);

    #[wasm_bindgen(method, js_name = setError)]
    fn set_error(this: &Handle, line: u32, column: u32, message: &str);

    #[wasm_bindgen(method, js_name = goTo)]
    fn go_to(this: &Handle, line: u32, takes_focus: bool);

    #[wasm_bindgen(method)]
    fn reveal(this: &Handle, line: u32);

    #[wasm_bindgen(method)]
    fn insert(this: &Handle, text: &str);

    #[wasm_bindgen(method, js_name = setWrapping)]
    fn set_wrapping(this: &Handle, is_wrapping: bool);

    #[wasm_bindgen(method)]
    fn find(this: &Handle);

    #[wasm_bindgen(method)]
    fn focus(this: &Handle);
}

/// What the editor tells the page.
pub struct Hooks {
    /// The text cannot be edited.
    pub is_read_only: bool,
    /// The text was edited.
    pub changed: Box<dyn Fn()>,
    /// The cursor stands at this line and column, both from 1.
    pub moved: Box<dyn Fn(u32, u32)>,
    /// Ctrl+Enter.
    pub run: Box<dyn Fn()>,
    /// Ctrl+.
    pub stop: Box<dyn Fn()>,
    /// A line's pill was pressed.
    pub line_clicked: Box<dyn Fn(u32)>,
    /// The pointer is over this line; 0 when it left.
    pub line_hovered: Box<dyn Fn(u32)>,
}

/// A line's pill in the gutter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pill {
    /// The line, from 1.
    pub line: u32,
    /// Statements that it caused.
    pub statement_count: u32,
    /// Whether it ended a transaction.
    pub ends_transaction: bool,
    /// Whether the number is worth a warning.
    pub is_many: bool,
}

/// The code editor.
pub struct CodeEditor {
    handle: Handle,
    _closures: (Vec<Closure<dyn Fn()>>, Vec<Closure<dyn Fn(u32)>>, Closure<dyn Fn(u32, u32)>),
}

impl CodeEditor {
    /// Makes the editor in `parent`; `None` when its bundle could not be loaded.
    pub async fn create(parent: &HtmlElement, hooks: Hooks) -> Option<Self> {
        let module = JsFuture::from(boot::editor()).await.ok().filter(|it| !it.is_null())?;
        let changed: Closure<dyn Fn()> = Closure::wrap(hooks.changed);
        let run: Closure<dyn Fn()> = Closure::wrap(hooks.run);
        let stop: Closure<dyn Fn()> = Closure::wrap(hooks.stop);
        let line_clicked: Closure<dyn Fn(u32)> = Closure::wrap(hooks.line_clicked);
        let line_hovered: Closure<dyn Fn(u32)> = Closure::wrap(hooks.line_hovered);
        let moved: Closure<dyn Fn(u32, u32)> = Closure::wrap(hooks.moved);
        let object = Object::new();
        let named = [
            ("changed", changed.as_ref()),
            ("run", run.as_ref()),
            ("stop", stop.as_ref()),
            ("lineClicked", line_clicked.as_ref()),
            ("lineHovered", line_hovered.as_ref()),
            ("moved", moved.as_ref()),
        ];
        Reflect::set(&object, &JsValue::from_str("readOnly"), &hooks.is_read_only.into()).ok()?;
        for (name, closure) in named {
            Reflect::set(&object, &JsValue::from_str(name), closure).ok()?;
        }
        let handle = module.unchecked_ref::<Module>().create(parent, &object).ok()?;
        Some(Self { handle, _closures: (vec![changed, run, stop], vec![line_clicked, line_hovered], moved) })
    }

    /// Replaces all files and shows the first; undo starts anew.
    pub fn open(&self, files: &[(String, String)]) {
        let list = Array::new();
        for (name, text) in files {
            list.push(&Array::of(&[JsValue::from_str(name), JsValue::from_str(text)]));
        }
        self.handle.open(&list);
    }

    /// A new, empty file.
    pub fn add(&self, name: &str) {
        self.handle.add(name);
    }

    /// Forgets a file that is not shown.
    pub fn remove(&self, name: &str) {
        self.handle.remove(name);
    }

    /// Gives all files other texts, in steps that undo takes back.
    pub fn replace(&self, texts: &[String]) {
        self.handle.replace(&texts.iter().map(|it| JsValue::from_str(it)).collect());
    }

    /// Shows a file by its name.
    pub fn show(&self, name: &str) {
        self.handle.show(name);
    }

    /// The texts of all files, in the order in which they were opened.
    pub fn texts(&self) -> Vec<String> {
        self.handle.texts().iter().filter_map(|it| it.as_string()).collect()
    }

    /// Shows how many statements each line caused.
    pub fn set_pills(&self, pills: &[Pill]) {
        let list = Array::new();
        for it in pills {
            let values: [JsValue; 4] =
                [it.line.into(), it.statement_count.into(), it.ends_transaction.into(), it.is_many.into()];
            list.push(&Array::of(&values));
        }
        self.handle.set_counts(&list);
    }

    /// Tints the line that the log points at.
    pub fn set_linked(&self, line: Option<u32>) {
        self.handle.set_linked(line.unwrap_or(0));
    }

    /// Marks the line of the log's current row.
    pub fn set_now(&self, line: Option<u32>) {
        self.handle.set_now(line.unwrap_or(0));
    }

    /// Marks a line as wrong, with a message below it (empty for none); column 0 is unknown.
    pub fn set_error(&self, error: Option<(u32, u32, &str)>) {
        let (line, column, message) = error.unwrap_or((0, 0, ""));
        self.handle.set_error(line, column, message);
    }

    /// Puts the cursor at a line and scrolls it to the middle.
    pub fn go_to(&self, line: u32, takes_focus: bool) {
        self.handle.go_to(line, takes_focus);
    }

    /// Scrolls a line into sight, no further than needed.
    pub fn reveal(&self, line: u32) {
        self.handle.reveal(line);
    }

    /// Types text at the cursor.
    pub fn insert(&self, text: &str) {
        self.handle.insert(text);
    }

    /// Breaks long lines, for a narrow page.
    pub fn set_wrapping(&self, is_wrapping: bool) {
        self.handle.set_wrapping(is_wrapping);
    }

    /// Opens the search.
    pub fn find(&self) {
        self.handle.find();
    }

    /// Takes the keyboard.
    pub fn focus(&self) {
        self.handle.focus();
    }
}
