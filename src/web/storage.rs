//! Text kept on this device (`localStorage`), all names under one prefix.

use web_sys::Storage;

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn full_name(name: &str) -> String {
    format!("orm-playground.{name}")
}

/// The text under this name, if there is one and the browser lets us read it.
pub fn read(name: &str) -> Option<String> {
    storage()?.get_item(&full_name(name)).ok()?
}

/// Keeps a text; says whether it was kept (private windows and full disks refuse).
pub fn write(name: &str, text: &str) -> bool {
    storage().is_some_and(|it| it.set_item(&full_name(name), text).is_ok())
}

/// Forgets the text under this name.
pub fn remove(name: &str) {
    if let Some(storage) = storage() {
        // A browser that refuses to forget refuses to keep as well.
        drop(storage.remove_item(&full_name(name)));
    }
}
