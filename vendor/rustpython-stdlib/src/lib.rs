//! The modules of RustPython's native standard library that programs in the playground need.
//! Every other file here is upstream's, unchanged; this one chooses.
#![allow(unfulfilled_lint_expectations, clippy::all, clippy::pedantic, clippy::module_inception, unexpected_cfgs, unused_imports, dead_code)]

#[macro_use]
extern crate rustpython_derive;
extern crate alloc;

#[macro_use]
pub(crate) mod macros;

mod _datetime;
mod _heapq;
mod _opcode;
mod _queue;
#[path = "_tokenize.rs"]
mod _tokenize;
mod binascii;
mod bisect;
mod cmath;
mod contextvars;
mod csv;
mod json;
mod math;
mod pystruct;
mod random;
mod statistics;
mod suggestions;

use rustpython_common as common;
use rustpython_vm as vm;

use crate::vm::{Context, builtins};

/// The modules, to be added to an interpreter before it starts.
pub fn module_defs(ctx: &Context) -> Vec<&'static builtins::PyModuleDef> {
    vec![
        _datetime::module_def(ctx),
        _heapq::module_def(ctx),
        _opcode::module_def(ctx),
        _queue::module_def(ctx),
        _tokenize::module_def(ctx),
        binascii::module_def(ctx),
        bisect::module_def(ctx),
        cmath::module_def(ctx),
        contextvars::module_def(ctx),
        csv::module_def(ctx),
        json::module_def(ctx),
        math::module_def(ctx),
        pystruct::module_def(ctx),
        random::module_def(ctx),
        statistics::module_def(ctx),
        suggestions::module_def(ctx),
    ]
}
