//! The page without a network: whether a newer version of it has been kept (`static/offline.js`).

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_namespace = ormPlayground, js_name = offline)]
    static OFFLINE: Offline;

    type Offline;

    #[wasm_bindgen(method, getter, js_name = hasUpdate)]
    fn has_update(this: &Offline) -> bool;

    #[wasm_bindgen(method)]
    fn apply(this: &Offline);
}

/// The event of the window that says that [`has_update`] may have changed.
pub const CHANGED: &str = "ormplayground-offline";

/// Whether a newer version waits.
pub fn has_update() -> bool {
    OFFLINE.with(Offline::has_update)
}

/// Starts the page again as the newer version.
pub fn apply() {
    OFFLINE.with(Offline::apply);
}
