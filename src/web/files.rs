//! Files of the site itself, such as the examples.

use gloo::net::http::Request;
use wasm_bindgen_futures::JsFuture;

/// The text of a file beside the page.
///
/// # Errors
/// A sentence for the reader.
pub async fn fetch_text(path: &str) -> Result<String, String> {
    let unreachable = |_| format!("{path} could not be loaded; is there a network?");
    let response = Request::get(path).send().await.map_err(unreachable)?;
    if !response.ok() {
        return Err(format!("{path} is not on this server ({})", response.status()));
    }
    response.text().await.map_err(unreachable)
}

/// A number that the build wrote into the page's head: `<meta name="..." content="...">`.
pub fn number_in_head(name: &str) -> Option<u64> {
    let document = web_sys::window()?.document()?;
    let meta = document.query_selector(&format!("meta[name='{name}']")).ok()??;
    meta.get_attribute("content")?.parse().ok()
}

/// Puts text on the clipboard; says whether the browser let us.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}
