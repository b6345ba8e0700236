//! What `static/boot.js` has started before the page: the first worker and the editor's bundle.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use web_sys::Worker;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ormPlayground, js_name = takeFirstWorker)]
    pub(super) fn take_first_worker() -> StartedWorker;

    #[wasm_bindgen(js_namespace = ormPlayground, js_name = startWorker, catch)]
    pub(super) fn start_worker() -> Result<StartedWorker, JsValue>;

    /// Resolves to the editor's module, or to null when it could not be loaded.
    #[wasm_bindgen(js_namespace = ormPlayground)]
    pub(super) fn editor() -> Promise;

    /// Resolves to the module `share`, `diagram` or `store`, or fails with a sentence.
    #[wasm_bindgen(js_namespace = ormPlayground)]
    pub(super) fn load(name: &str) -> Promise;

    /// A worker and what it said until someone listened.
    pub(super) type StartedWorker;

    #[wasm_bindgen(method, getter)]
    pub(super) fn worker(this: &StartedWorker) -> Worker;

    #[wasm_bindgen(method, getter)]
    pub(super) fn early(this: &StartedWorker) -> js_sys::Array;
}
