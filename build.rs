//! Compiles the Python modules that ship inside the program to bytecode.
//!
//! Two sources: every `.py` under `src/python` (our own packages, module path = file path) and the
//! standard-library modules named in `src/python/stdlib.txt` (taken from the crate `rustpython-pylib`).
//! The result is one frozen library, `$OUT_DIR/frozen.bin`, which `src/python/frozen.rs` includes.

use rustpython_compiler::{CompileOpts, Mode, compile};
use rustpython_compiler_core::frozen::{FrozenCodeObject, FrozenLib, FrozenModule};
use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
};

type Modules = BTreeMap<String, FrozenModule<Vec<u8>>>;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=src/python");
    let mut modules = Modules::new();
    let own = PathBuf::from("src/python");
    for path in python_files(&own) {
        freeze(&own, &path, &mut modules);
    }
    let library = PathBuf::from(rustpython_pylib::LIB_PATH);
    let wanted = fs::read_to_string("src/python/stdlib.txt").unwrap_or_default();
    for name in wanted.lines().map(str::trim).filter(|it| !it.is_empty() && !it.starts_with('#')) {
        let base = library.join(name.replace('.', "/"));
        let paths = [base.with_extension("py"), base.join("__init__.py")];
        let path = paths
            .iter()
            .find(|it| it.is_file())
            .unwrap_or_else(|| panic!("src/python/stdlib.txt names `{name}`, which is no module of rustpython-pylib"));
        if !modules.contains_key(name) {
            freeze(&library, path, &mut modules);
        }
    }
    let frozen = FrozenLib::encode(modules.iter().map(|(name, module)| {
        (
            name.as_str(),
            FrozenModule { code: FrozenCodeObject { bytes: &module.code.bytes[..] }, package: module.package },
        )
    }));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("frozen.bin");
    fs::write(out, &frozen.bytes).expect("OUT_DIR can be written");
}

fn python_files(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).expect("src/python can be read").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(python_files(&path));
        } else if path.extension().is_some_and(|it| it == "py") {
            found.push(path);
        }
    }
    found
}

fn freeze(root: &Path, path: &Path, modules: &mut Modules) {
    let relative = path.strip_prefix(root).expect("walked from the root").with_extension("");
    let mut parts: Vec<_> = relative.iter().map(|it| it.to_string_lossy().into_owned()).collect();
    let package = parts.last().is_some_and(|it| it == "__init__");
    if package {
        parts.pop();
    }
    let source = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let origin = format!("<frozen {}>", parts.join("."));
    let code = compile(&source, Mode::Exec, &origin, CompileOpts::default())
        .unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    modules.insert(parts.join("."), FrozenModule { code: FrozenCodeObject::encode(&code), package });
}
