//! Links: `static/share`, loaded when it is first needed; and the address of the page.

use super::{boot, diagram::message};
use wasm_bindgen::{JsCast, JsValue, prelude::*};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    type Module;

    #[wasm_bindgen(method, catch)]
    fn pack(this: &Module, text: &str) -> Result<String, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn unpack(this: &Module, fragment: &str, limit_bytes: u32) -> Result<String, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn qr(this: &Module, text: &str) -> Result<Qr, JsValue>;

    type Qr;

    #[wasm_bindgen(method, getter)]
    fn size(this: &Qr) -> u32;

    #[wasm_bindgen(method, getter)]
    fn path(this: &Qr) -> String;
}

async fn module() -> Result<Module, String> {
    JsFuture::from(boot::load("share")).await.map(JsCast::unchecked_into).map_err(|error| message(&error))
}

/// A text as the fragment of a link, without `#`.
///
/// # Errors
/// A sentence for the reader.
pub async fn pack(text: &str) -> Result<String, String> {
    module().await?.pack(text).map_err(|error| message(&error))
}

/// The text in a fragment.
///
/// # Errors
/// A sentence for the reader: broken, too long, of a newer version.
pub async fn unpack(fragment: &str, limit_bytes: u32) -> Result<String, String> {
    module().await?.unpack(fragment, limit_bytes).map_err(|error| message(&error))
}

/// A QR code: its side in modules, and the dark ones as the path of an SVG.
///
/// # Errors
/// A sentence, when the text is too long for one.
pub async fn qr(text: &str) -> Result<(u32, String), String> {
    let code = module().await?.qr(text).map_err(|error| message(&error))?;
    Ok((code.size(), code.path()))
}

/// The fragment of the page's address, without `#`.
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|it| it.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// The page's address without query and fragment.
pub fn base() -> String {
    let address = web_sys::window().and_then(|it| it.location().href().ok()).unwrap_or_default();
    address.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// A parameter of the page's address.
pub fn parameter(name: &str) -> Option<String> {
    let query = web_sys::window()?.location().search().ok()?;
    let pairs = query.trim_start_matches('?').split('&').map(|it| it.split_once('=').unwrap_or((it, "")));
    pairs.into_iter().find(|it| it.0 == name).map(|it| it.1.to_owned())
}

/// Puts a fragment into the address without a step in the browser's history; empty takes it away.
pub fn set_fragment(fragment: &str) {
    let Some(window) = web_sys::window() else { return };
    let query = window.location().search().unwrap_or_default();
    let address = if fragment.is_empty() { format!("./{query}") } else { format!("{query}#{fragment}") };
    if let Ok(history) = window.history() {
        // Refused in a sandboxed frame, where nobody sees the address.
        drop(history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
    }
}
