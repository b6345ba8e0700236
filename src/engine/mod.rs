//! Talking to a database: the driver's trait, connections, transactions, results, the pool.

pub mod announce;
pub mod cache;
pub mod clock;
pub mod connection;
pub mod context;
pub mod dbapi;
pub mod defaults;
pub mod driver;
pub mod error;
pub mod events;
pub mod execute;
pub mod hooks;
mod insertmanyvalues;
pub mod isolation;
pub mod journal;
#[cfg(not(target_arch = "wasm32"))]
pub mod native;
#[cfg(not(target_arch = "wasm32"))]
mod native_files;
pub mod pool;
pub mod process;
pub(crate) mod pysqlite;
pub mod reprs;
pub mod transaction;

pub use crate::sql::value::Value;
pub use connection::{Connection, Engine, Options};
pub use error::EngineError;
pub use execute::{CursorResult, ParameterSets, execute};
