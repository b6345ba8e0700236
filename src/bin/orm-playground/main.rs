//! The command-line program: runs programs, a console and the conformance suite natively.
//!
//! The same engine as in the browser, over rusqlite. See `USAGE`.

#[cfg(not(target_arch = "wasm32"))]
mod conformance;
#[cfg(not(target_arch = "wasm32"))]
mod console;
#[cfg(not(target_arch = "wasm32"))]
mod measure;
#[cfg(not(target_arch = "wasm32"))]
mod run;

/// Loading makes and drops many small objects.
#[cfg(not(target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[cfg(not(target_arch = "wasm32"))]
const USAGE: &str = "\
orm-playground: runs SQLAlchemy programs on the playground's own engine

  orm-playground run FILE.py [--json | --events] [--real-clock] [--latency-micros N] [--serve-urls]
      Runs a program. --json prints one object with stdout, statements and error. --serve-urls
      serves URLs of servers, such as postgresql://, from the embedded database.
  orm-playground console [--json]
      An interactive console. --json reads {\"source\": ...} lines and answers one line each.
  orm-playground conformance DIR [--only AREA] [--show CASE]
      Runs every recorded program below DIR and compares.
  orm-playground measure
      Prints how long compiling a statement takes, in seconds.
";

/// Python functions that call each other through Rust need native stack.
#[cfg(not(target_arch = "wasm32"))]
const STACK_BYTES: usize = 256 * 1024 * 1024;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use std::process::ExitCode;
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let thread = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(move || command(&arguments));
    match thread.map(std::thread::JoinHandle::join) {
        Ok(Ok(Ok(status))) => ExitCode::from(status),
        Ok(Ok(Err(message))) => {
            eprintln!("orm-playground: {message}");
            ExitCode::from(2)
        }
        // The panic has been printed.
        Ok(Err(_)) => ExitCode::from(101),
        Err(error) => {
            eprintln!("orm-playground: no thread to run in: {error}");
            ExitCode::from(2)
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn command(arguments: &[String]) -> Result<u8, String> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.split_first() {
        Some((&"run", rest)) => run::run(rest),
        Some((&"console", rest)) => console::console(rest),
        Some((&"conformance", rest)) => conformance::conformance(rest),
        Some((&"measure", rest)) => measure::measure(rest),
        Some((&("help" | "--help" | "-h"), _)) | None => {
            print!("{USAGE}");
            Ok(0)
        }
        Some((other, _)) => Err(format!("no such command: {other}\n\n{USAGE}")),
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}
