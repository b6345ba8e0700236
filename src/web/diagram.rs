//! The layout of diagrams: `static/diagram`, loaded when it is first needed.

use super::boot;
use wasm_bindgen::{JsCast, JsValue, prelude::*};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    type Module;

    #[wasm_bindgen(method, catch)]
    fn layout(this: &Module, json: &str) -> Result<String, JsValue>;
}

/// Where the boxes and lines of a graph go. Both are JSON, see `static/diagram/diagram.js`.
///
/// # Errors
/// A sentence for the reader.
pub async fn layout(graph: &str) -> Result<String, String> {
    let module = JsFuture::from(boot::load("diagram")).await.map_err(|error| message(&error))?;
    module.unchecked_ref::<Module>().layout(graph).map_err(|error| message(&error))
}

pub(super) fn message(error: &JsValue) -> String {
    error.dyn_ref::<js_sys::Error>().map_or_else(|| format!("{error:?}"), |it| String::from(it.message()))
}
