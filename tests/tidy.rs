//! Repository rules as tests: layering, file size, module docs, wasm exports, code map, foreign addresses.
//!
//! Reads text, not types: re-exports and macros can fool it, so keep `pub use` inside a layer.

#![allow(clippy::unwrap_used, reason = "a test may fail by panicking")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// layer -> the crate modules it may name, besides itself. An edge added here is added to ARCHITECTURE.md
/// too, in a commit of its own, with the reason.
const LAYERS: &[(&str, &[&str])] = &[
    ("util", &[]),
    ("protocol", &[]),
    ("web", &["protocol"]),
    ("sql", &["util"]),
    ("engine", &["sql", "util"]),
    ("sqljs", &["engine", "sql", "util"]),
    ("orm", &["engine", "sql", "util"]),
    ("migrate", &["engine", "sql", "util"]),
    ("python", &["orm", "migrate", "engine", "sql", "util"]),
    ("worker", &["python", "orm", "migrate", "engine", "sql", "sqljs", "protocol", "web", "util"]),
    ("ui", &["protocol", "web", "util"]),
];
/// Third-party crate, or the beginning of several names -> the only layers that may name it.
const RESERVED: &[(&str, &[&str])] = &[
    ("leptos", &["ui", "bin"]),
    ("rustpython_*", &["python", "worker"]),
    ("rusqlite", &["engine"]),
    ("rustyline", &["bin"]),
    ("js_sys", &["sqljs", "web", "bin"]),
    ("web_sys", &["web", "ui", "bin"]),
    ("wasm_bindgen", &["sqljs", "web", "ui", "bin"]),
    ("wasm_bindgen_futures", &["web", "ui", "bin"]),
    ("serde_wasm_bindgen", &["web", "bin"]),
    ("gloo", &["web", "ui", "bin"]),
    ("serde", &["protocol", "ui", "worker"]),
];
/// Layers that know no clock, no randomness, no thread: what they do is the same on every machine.
const PURE: &[&str] = &["util", "sql", "engine", "orm", "migrate"];
const IMPURE: &[&str] = &["Instant::now", "SystemTime::now", "std::thread", " rand::", " getrandom::"];

const MAX_LINES: usize = 800;
/// Files over the budget today. This list may only shrink.
const OVER_BUDGET: &[&str] = &[];

/// Hosts that may stand in what the page ships: they are named (documentation, XML), never called.
const NAMED_HOSTS: &[&str] = &["docs.sqlalchemy.org", "sqlalche.me", "www.w3.org", "localhost", "127.0.0.1"];

/// Folders that are made, not written.
const GENERATED: &[&str] = &["node_modules", "test-results", "static/vendor"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The text files under `dir` with one of these endings.
fn files(dir: &str, endings: &[&str]) -> BTreeMap<PathBuf, String> {
    fn walk(dir: &Path, endings: &[&str], out: &mut BTreeMap<PathBuf, String>) {
        for entry in fs::read_dir(dir).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                if !GENERATED.iter().any(|it| path.ends_with(it)) {
                    walk(&path, endings, out);
                }
            } else if path.extension().is_some_and(|it| endings.iter().any(|ending| it == *ending)) {
                let text = fs::read_to_string(&path).unwrap();
                out.insert(path.strip_prefix(root()).unwrap().to_owned(), text);
            }
        }
    }
    let mut out = BTreeMap::new();
    walk(&root().join(dir), endings, &mut out);
    out
}

fn sources() -> BTreeMap<PathBuf, String> {
    files("src", &["rs"])
}

/// The layer of `src/<layer>/...` or `src/<layer>.rs`.
fn layer_of(path: &Path) -> String {
    let first = path.strip_prefix("src").unwrap().components().next().unwrap();
    first.as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned()
}

/// Where a file's own tests begin: `#[cfg(test)]` or `#[cfg(all(test, ...))]` at the margin.
fn is_test_tail(line: &str) -> bool {
    line.starts_with("#[cfg(test)]") || line.starts_with("#[cfg(all(test")
}

/// Code lines with their numbers: comments and the tests at the end dropped.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .take_while(|(_, line)| !is_test_tail(line))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .map(|(number, line)| (number + 1, line))
}

fn identifier(text: &str) -> &str {
    text.split(|it: char| !(it.is_alphanumeric() || it == '_')).next().unwrap_or("")
}

/// Every `name` in `prefix::name` and `prefix::{a, b::c}` on this line.
fn heads<'a>(line: &'a str, prefix: &str) -> Vec<&'a str> {
    line.match_indices(prefix)
        .flat_map(|(at, _)| {
            let rest = &line[at + prefix.len()..];
            match rest.strip_prefix('{') {
                Some(list) => list.split(',').map(|it| identifier(it.trim())).filter(|it| !it.is_empty()).collect(),
                None => vec![identifier(rest)],
            }
        })
        .collect()
}

/// Whether the line names a crate: `krate::...`, `extern crate krate`, or a name that begins so for `krate_*`.
fn names_crate(line: &str, krate: &str) -> bool {
    let (stem, is_prefix) = krate.strip_suffix('*').map_or((krate, false), |stem| (stem, true));
    line.match_indices(stem).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let is_start = before.is_none_or(|it| !(it.is_alphanumeric() || it == '_' || it == '"'));
        let after = &line[at + stem.len()..];
        let after = if is_prefix { &after[identifier(after).len()..] } else { after };
        is_start && (after.starts_with("::") || line[..at].ends_with("extern crate "))
    })
}

fn report(errors: &[String]) {
    assert!(errors.is_empty(), "\n{}", errors.join("\n"));
}

#[test]
fn layers_point_downwards() {
    let mut errors = Vec::new();
    for (path, text) in sources() {
        let layer = layer_of(&path);
        let path = path.display();
        if layer == "lib" || layer == "bin" {
            continue;
        }
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == layer) else {
            errors.push(format!("{path}: unknown layer `{layer}`"));
            continue;
        };
        for (number, line) in code(&text) {
            for head in heads(line, "crate::") {
                let is_layer = LAYERS.iter().any(|(name, _)| *name == head);
                if is_layer && head != layer && !allowed.contains(&head) {
                    errors.push(format!("{path}:{number}: `{layer}` may not import `{head}`"));
                }
            }
        }
    }
    report(&errors);
}

#[test]
fn crates_stay_in_their_layers() {
    let mut errors = Vec::new();
    for (path, text) in sources() {
        let layer = layer_of(&path);
        let path = path.display();
        // The crate root carries `#[macro_use] extern crate` lines for the layers.
        if layer == "lib" {
            continue;
        }
        for (number, line) in code(&text) {
            for (krate, layers) in RESERVED {
                if names_crate(line, krate) && !layers.contains(&layer.as_str()) {
                    errors.push(format!("{path}:{number}: only {layers:?} may name `{krate}`"));
                }
            }
            for word in IMPURE {
                if PURE.contains(&layer.as_str()) && line.contains(word) {
                    errors.push(format!("{path}:{number}: `{layer}` knows no clock, randomness or thread: `{word}`"));
                }
            }
        }
    }
    report(&errors);
}

#[test]
fn files_are_small_and_documented() {
    let mut errors = Vec::new();
    let rust = [sources(), files("tests/it", &["rs"])].into_iter().flatten();
    let others =
        [files("src", &["py"]), files("static", &["css", "js", "ts"]), files("e2e", &["js"]), files("tools", &["mjs"])];
    for (path, text) in rust.chain(others.into_iter().flatten()) {
        let name = path.display().to_string();
        let documented = match path.extension().and_then(|it| it.to_str()) {
            Some("rs") => text.starts_with("//!"),
            Some("css") => text.starts_with("/*"),
            Some("js" | "ts" | "mjs") => text.starts_with("//") || text.starts_with("/*"),
            _ => text.is_empty() || text.starts_with("\"\"\"") || text.starts_with("r\"\"\"") || text.starts_with('#'),
        };
        if !documented {
            errors.push(format!("{name}: its first line does not say what it is"));
        }
        let lines = text.lines().take_while(|it| !is_test_tail(it)).count();
        let is_excused = OVER_BUDGET.contains(&name.as_str());
        if (lines > MAX_LINES) != is_excused {
            errors.push(format!("{name}: {lines} lines, budget {MAX_LINES}, excused: {is_excused}"));
        }
    }
    report(&errors);
}

#[test]
fn wasm_exports_live_in_bins() {
    let mut errors = Vec::new();
    for (path, text) in sources() {
        if layer_of(&path) == "bin" {
            continue;
        }
        let lines: Vec<_> = code(&text).collect();
        for (index, (number, line)) in lines.iter().enumerate() {
            let is_margin = line.starts_with("#[wasm_bindgen");
            if !is_margin {
                continue;
            }
            let item =
                lines[index + 1..].iter().find(|(_, it)| !it.trim_start().starts_with("#[")).map_or("", |(_, it)| it);
            if !item.contains("extern \"C\"") {
                errors.push(format!("{}:{number}: move this export to src/bin", path.display()));
            }
        }
    }
    report(&errors);
}

#[test]
fn architecture_names_every_layer() {
    let map = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let errors: Vec<_> = sources()
        .keys()
        .map(|it| layer_of(it))
        .filter(|it| it != "lib" && !map.contains(&format!("`src/{it}`")))
        .map(|it| format!("ARCHITECTURE.md has no heading for `src/{it}`"))
        .collect();
    report(&errors);
}

#[test]
fn the_page_names_no_foreign_host() {
    let mut errors = Vec::new();
    let shipped = [sources(), files("src", &["py"]), files("static", &["css", "js", "ts", "html", "svg", "py"])];
    let page = fs::read_to_string(root().join("index.html")).map(|it| (PathBuf::from("index.html"), it));
    for (path, text) in shipped.into_iter().flatten().chain(page) {
        for (index, line) in text.lines().enumerate() {
            for scheme in ["https://", "http://"] {
                for (at, _) in line.match_indices(scheme) {
                    let rest = &line[at + scheme.len()..];
                    let host = rest
                        .split(|it: char| !(it.is_ascii_alphanumeric() || it == '.' || it == '-'))
                        .next()
                        .unwrap_or("");
                    let is_example = host.ends_with("example.com") || host.ends_with("example.org");
                    if !host.is_empty() && !is_example && !NAMED_HOSTS.contains(&host) {
                        errors.push(format!("{}:{}: names the host `{host}`", path.display(), index + 1));
                    }
                }
            }
        }
    }
    report(&errors);
}

#[test]
fn dependencies_have_a_reason() {
    let design = fs::read_to_string(root().join("DESIGN.md")).unwrap();
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let packages = fs::read_to_string(root().join("package.json")).unwrap();
    let mut errors = Vec::new();
    let mut is_dependencies = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            is_dependencies = line.contains("dependencies");
        } else if is_dependencies && line.contains(" = ") && !line.starts_with([' ', '#']) {
            errors.push(line.split(" = ").next().unwrap().trim_matches('"').to_owned());
        }
    }
    let mut is_dependencies = false;
    for line in packages.lines() {
        if line.contains('{') {
            is_dependencies = line.to_lowercase().contains("dependencies\"");
        } else if is_dependencies && line.contains(':') {
            errors.push(line.trim().split('"').nth(1).unwrap_or("").to_owned());
        }
    }
    errors.retain(|it| !design.contains(&format!("`{it}`")));
    report(&errors.iter().map(|it| format!("DESIGN.md gives no reason for the dependency `{it}`")).collect::<Vec<_>>());
}
