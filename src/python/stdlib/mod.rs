//! Native modules of our own under the standard library: the program's streams, its files, its time.

mod errno;
mod hashes;
pub(super) mod playground;
pub(super) mod virtual_time;

use rustpython_vm::{Context, builtins::PyModuleDef};

/// The native modules every interpreter has.
pub(super) fn module_defs(ctx: &Context) -> Vec<&'static PyModuleDef> {
    let mut defs = rustpython_stdlib::module_defs(ctx);
    defs.push(errno::module_def(ctx));
    defs.push(hashes::module_def(ctx));
    defs.push(playground::module_def(ctx));
    defs.push(virtual_time::module_def(ctx));
    defs
}
