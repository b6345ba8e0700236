//! The one integration binary: whole programs and layers through their public items.

mod examples;
mod sql;
