//! The one integration binary: whole programs and layers through their public items.

mod examples;
mod orm_host;
mod orm_loading;
mod sql;
