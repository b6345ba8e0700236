//! Typed helpers over the browser for the page: the worker's port, storage, frames, the theme.
//!
//! Knows the protocol, nothing of panels.

pub mod boot;
pub mod diagram;
pub mod editor;
pub mod files;
pub mod frames;
pub mod observe;
pub mod offline;
pub mod share;
pub mod storage;
pub mod store;
pub mod theme;
pub mod worker_port;
