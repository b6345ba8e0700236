//! Talking to a database: the driver's trait, connections, transactions, results, the pool.

pub mod clock;
pub mod driver;
pub mod error;
#[cfg(not(target_arch = "wasm32"))]
pub mod native;
pub(crate) mod pysqlite;

pub use error::EngineError;
