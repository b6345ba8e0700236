//! Compiles the Python modules that ship inside the program to bytecode.
//!
//! Three sources, the first that has a module wins: every `.py` under `src/python` (our own packages,
//! module path = file path), those under `src/python/stdlib_py` (our own standard-library modules), and
//! the modules named in `src/python/stdlib.txt` (taken from the crate `rustpython-pylib`).
//! The result is one frozen library, `$OUT_DIR/frozen.bin`, which `src/python/frozen.rs` includes.

use rustpython_compiler::{CompileOpts, Mode, compile};
use rustpython_compiler_core::{
    bytecode::{CodeObject, ConstantData},
    frozen::{FrozenCodeObject, FrozenLib, FrozenModule},
    marshal::serialize_code,
};
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
    let own_library = own.join("stdlib_py");
    for path in python_files(&own) {
        let root = if path.starts_with(&own_library) { &own_library } else { &own };
        freeze(root, &path, &mut modules);
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

/// Changes to modules of rustpython-pylib: the module, what it has, what it gets.
///
/// urllib.parse imports ipaddress, twice its own size, for hosts in brackets only; the interpreter leaves out the
/// beginning of what it says about abstract classes.
const PATCHES: [(&str, &str, &str); 3] = [
    ("urllib.parse", "import ipaddress\n", ""),
    ("urllib.parse", "ipaddress.", "__import__('ipaddress')."),
    (
        "abc",
        "        def register(",
        "        def __call__(cls, *args, **kwargs):
            try:
                return super().__call__(*args, **kwargs)
            except TypeError as error:
                if str(error).startswith(f'class {cls.__name__} without an implementation'):
                    raise TypeError(f\"Can't instantiate abstract {error}\") from None
                raise

        def register(",
    ),
];

fn freeze(root: &Path, path: &Path, modules: &mut Modules) {
    let relative = path.strip_prefix(root).expect("walked from the root").with_extension("");
    let mut parts: Vec<_> = relative.iter().map(|it| it.to_string_lossy().into_owned()).collect();
    let package = parts.last().is_some_and(|it| it == "__init__");
    if package {
        parts.pop();
    }
    let source = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let name = parts.join(".");
    let source = PATCHES.iter().filter(|it| it.0 == name).fold(source, |source, (_, from, to)| {
        assert!(source.contains(from), "{name} has no `{from}`: see PATCHES");
        source.replace(from, to)
    });
    let origin = format!("<frozen {name}>");
    // Tracebacks leave these frames out, so columns would only be weight; so are docstrings.
    let options = CompileOpts { optimize: 2, debug_ranges: false, ..CompileOpts::default() };
    let code = compile(&source, Mode::Exec, &origin, options).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let code = if env::var("PROFILE").is_ok_and(|it| it == "release") { without_lines(code) } else { code };
    let mut bytes = Vec::new();
    serialize_code(&mut bytes, &code);
    modules.insert(parts.join("."), FrozenModule { code: FrozenCodeObject { bytes: stored_lz4(&bytes) }, package });
}

/// Leaves the table of lines out, so that every instruction has the line of its function: no traceback
/// shows frozen modules, and the tables are a fifth of their size.
fn without_lines(mut code: CodeObject<ConstantData>) -> CodeObject<ConstantData> {
    code.linetable = Box::default();
    let constants: Vec<ConstantData> = code
        .constants
        .iter()
        .map(|constant| match constant {
            ConstantData::Code { code } => ConstantData::Code { code: Box::new(without_lines((**code).clone())) },
            other => other.clone(),
        })
        .collect();
    code.constants = constants.into_iter().collect();
    code
}

/// The LZ4 block that RustPython expects, without compression: one run of literals behind the size.
/// Brotli then sees the bytecode itself and makes the download smaller, and decoding is a copy.
fn stored_lz4(data: &[u8]) -> Vec<u8> {
    let len = u32::try_from(data.len()).expect("a module's code is below 4 GiB");
    let mut block = len.to_le_bytes().to_vec();
    if data.len() < 15 {
        block.push((data.len() as u8) << 4);
    } else {
        block.push(0xf0);
        let mut rest = data.len() - 15;
        while rest >= 255 {
            block.push(255);
            rest -= 255;
        }
        block.push(rest as u8);
    }
    block.extend_from_slice(data);
    block
}
