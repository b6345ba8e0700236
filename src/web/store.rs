//! Programs kept by name in the browser: `static/store` over IndexedDB, loaded when it is first needed.

use super::{boot, diagram::message};
use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::*};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    type Module;

    #[wasm_bindgen(method)]
    fn list(this: &Module) -> Promise;

    #[wasm_bindgen(method)]
    fn read(this: &Module, id: &str) -> Promise;

    #[wasm_bindgen(method)]
    fn write(this: &Module, id: &str, text: &str) -> Promise;

    #[wasm_bindgen(method)]
    fn remove(this: &Module, id: &str) -> Promise;

    #[wasm_bindgen(method, js_name = exportAll)]
    fn export_all(this: &Module) -> Promise;

    #[wasm_bindgen(method, js_name = importAll)]
    fn import_all(this: &Module, text: &str) -> Promise;

    #[wasm_bindgen(method)]
    fn announce(this: &Module, id: &JsValue, on_other: &JsValue);
}

/// A kept program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its name in the store.
    pub id: String,
    /// As the reader named it.
    pub title: String,
}

async fn module() -> Result<Module, String> {
    JsFuture::from(boot::load("store")).await.map(JsCast::unchecked_into).map_err(|error| message(&error))
}

async fn done(promise: Promise) -> Result<JsValue, String> {
    JsFuture::from(promise).await.map_err(|error| message(&error))
}

/// All kept programs, by title.
///
/// # Errors
/// A sentence for the reader, as for all that follow.
pub async fn list() -> Result<Vec<Kept>, String> {
    let list = done(module().await?.list()).await?;
    let text = |it: &JsValue, name: &str| Reflect::get(it, &JsValue::from_str(name)).ok()?.as_string();
    let kept = |it: JsValue| Some(Kept { id: text(&it, "id")?, title: text(&it, "title")? });
    Ok(list.unchecked_into::<Array>().iter().filter_map(kept).collect())
}

/// The text of a program; `None` when there is none.
///
/// # Errors
/// As [`list`].
pub async fn read(id: &str) -> Result<Option<String>, String> {
    Ok(done(module().await?.read(id)).await?.as_string())
}

/// Keeps a text.
///
/// # Errors
/// As [`list`].
pub async fn write(id: &str, text: &str) -> Result<(), String> {
    done(module().await?.write(id, text)).await.map(drop)
}

/// Forgets a program.
///
/// # Errors
/// As [`list`].
pub async fn remove(id: &str) -> Result<(), String> {
    done(module().await?.remove(id)).await.map(drop)
}

/// All programs as one text.
///
/// # Errors
/// As [`list`].
pub async fn export_all() -> Result<String, String> {
    Ok(done(module().await?.export_all()).await?.as_string().unwrap_or_default())
}

/// Takes in what [`export_all`] gave; says how many programs are new.
///
/// # Errors
/// As [`list`].
pub async fn import_all(text: &str) -> Result<u32, String> {
    let count = done(module().await?.import_all(text)).await?.as_f64().unwrap_or(0.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of programs")]
    Ok(count as u32)
}

/// Tells other tabs which program is open here; `on_other` is called when it is open in another one.
pub async fn announce(id: Option<&str>, on_other: impl Fn() + 'static) {
    let Ok(module) = module().await else { return };
    let id = id.map_or(JsValue::NULL, JsValue::from_str);
    let closure: Closure<dyn Fn()> = Closure::new(on_other);
    module.announce(&id, closure.as_ref());
    // It lives as long as the page.
    closure.forget();
}
