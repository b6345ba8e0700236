//! Talking to a database: the driver's trait, connections, transactions, results, the pool.

pub mod driver;
pub mod error;

pub use error::EngineError;
