//! The one integration binary: whole programs and layers through their public items.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod events;
mod examples;
mod inspect;
mod orm_host;
mod orm_loading;
mod sql;
mod watched;
