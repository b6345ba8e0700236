//! The Python modules that `build.rs` compiled to bytecode: our packages and the chosen part of the
//! standard library.

use rustpython_vm::frozen::{FrozenLib, FrozenModule};

const BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/frozen.bin"));

/// Name and code of every frozen module.
pub(super) fn modules() -> impl Iterator<Item = (&'static str, FrozenModule)> {
    FrozenLib::<[u8]>::from_ref(BYTES).decode()
}
