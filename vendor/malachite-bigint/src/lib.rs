//! `malachite-bigint` by way of `num-bigint`, whose interface it copies.

pub use num_bigint::*;
