//! The one integration binary: layers through their public faces, natively.

mod orm_host;
mod orm_loading;
mod sql;
