//! `unicode_names2` 1.3 by way of version 3.1.

/// The character with this Unicode name.
pub fn character(name: &str) -> Option<char> {
    names::character(name)
}
