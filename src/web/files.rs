//! Files of the site itself, such as the examples.

use gloo::net::http::Request;
use wasm_bindgen::JsCast;
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

/// Hands a file to the reader, as a download.
pub fn save(name: &str, bytes: &[u8]) {
    let parts = js_sys::Array::new();
    parts.push(&js_sys::Uint8Array::from(bytes));
    let Ok(blob) = web_sys::Blob::new_with_u8_array_sequence(&parts) else { return };
    let Ok(address) = web_sys::Url::create_object_url_with_blob(&blob) else { return };
    let link = web_sys::window().and_then(|it| it.document()).and_then(|it| it.create_element("a").ok());
    if let Some(link) = link.and_then(|it| it.dyn_into::<web_sys::HtmlAnchorElement>().ok()) {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // Revoking fails only for what was never made.
    drop(web_sys::Url::revoke_object_url(&address));
}

/// The bytes of a file that the reader chose.
///
/// # Errors
/// A sentence for the reader.
pub async fn read(file: &web_sys::File) -> Result<Vec<u8>, String> {
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| format!("{} could not be read", file.name()))?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Puts text on the clipboard; says whether the browser let us.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}
