//! Light or dark: the system decides until the reader does.

use super::storage;

const NAME: &str = "theme";

/// What the reader chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Shows the page in a theme by its name, without keeping it.
pub fn show(name: &str) {
    let root = web_sys::window().and_then(|it| it.document()).and_then(|it| it.document_element());
    if let Some(root) = root {
        // Setting an attribute of a valid name cannot fail.
        drop(root.set_attribute("data-theme", name));
    }
}

impl Theme {
    /// All, in the order of the menu, with their words.
    pub const ALL: [(Self, &'static str); 3] = [(Self::System, "System"), (Self::Light, "Light"), (Self::Dark, "Dark")];

    /// The choice kept on this device.
    pub fn kept() -> Self {
        match storage::read(NAME).as_deref() {
            Some("light") => Self::Light,
            Some("dark") => Self::Dark,
            _ => Self::System,
        }
    }

    /// Shows the page in this theme and keeps the choice.
    pub fn choose(self) {
        let name = match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        };
        let Some(root) = web_sys::window().and_then(|it| it.document()).and_then(|it| it.document_element()) else {
            return;
        };
        // Setting an attribute of a valid name cannot fail.
        match name {
            Some(name) => {
                drop(root.set_attribute("data-theme", name));
                storage::write(NAME, name);
            }
            None => {
                drop(root.remove_attribute("data-theme"));
                storage::remove(NAME);
            }
        }
    }
}
