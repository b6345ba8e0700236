//! `console`: statements one by one in one lasting scope, for people and (with `--json`) for programs.

use crate::run::{LATENCY_MICROS, Siblings, Terminal, unix_micros};
use orm_playground::{
    engine::native::NativeDriver,
    worker::{
        record::{Recorder, error_json},
        runner::{Observer, RunTime, Runner},
    },
};
use rustyline::{DefaultEditor, error::ReadlineError};
use serde_json::{Value, json};
use std::{
    io::{BufRead, Write},
    path::PathBuf,
    rc::Rc,
};

pub(crate) fn console(arguments: &[&str]) -> Result<u8, String> {
    let is_json = match arguments {
        [] => false,
        ["--json"] => true,
        [other, ..] => return Err(format!("console: unexpected {other}")),
    };
    let runner = Runner::new().map_err(|failure| failure.traceback)?;
    runner.set_driver(Rc::new(NativeDriver::default()));
    if is_json { lines(&runner) } else { interactive(&runner) }
}

fn session<'a>(
    runner: &'a Runner,
    observer: Rc<dyn Observer>,
) -> Result<orm_playground::python::interpreter::Console<'a>, String> {
    let files = Rc::new(Siblings { folder: PathBuf::new() });
    let time = RunTime { start_unix_micros: unix_micros(), latency_micros: LATENCY_MICROS };
    runner.console(files, time, observer).map_err(|failure| failure.traceback)
}

fn lines(runner: &Runner) -> Result<u8, String> {
    let recorder = Rc::new(Recorder::default());
    let console = session(runner, recorder.clone())?;
    let mut out = std::io::stdout();
    for line in std::io::stdin().lock().lines() {
        let line = line.map_err(|error| error.to_string())?;
        if line.trim().is_empty() {
            continue;
        }
        let request: Value = serde_json::from_str(&line).map_err(|error| format!("not JSON: {error}"))?;
        let source = request["source"].as_str().ok_or("a line needs \"source\"")?;
        let failure = console.run(source).err();
        let mut stdout = recorder.take_stdout();
        if let Some(failure) = &failure {
            stdout.push_str(&failure.traceback);
        }
        let answer = json!({ "stdout": stdout, "error": error_json(failure.as_ref()) });
        writeln!(out, "{answer}").and_then(|()| out.flush()).map_err(|error| error.to_string())?;
    }
    Ok(0)
}

fn interactive(runner: &Runner) -> Result<u8, String> {
    let console = session(runner, Rc::new(Terminal))?;
    for (name, version) in runner.versions() {
        print!("{name} {version}  ");
    }
    println!("(Ctrl-D ends)");
    let mut editor = DefaultEditor::new().map_err(|error| error.to_string())?;
    let mut source = String::new();
    loop {
        match editor.readline(if source.is_empty() { ">>> " } else { "... " }) {
            Ok(line) => {
                source.push_str(&line);
                source.push('\n');
                // An empty line ends a block, as in Python's own console.
                if !line.trim().is_empty() && console.is_incomplete(&source) {
                    continue;
                }
                if !source.trim().is_empty() {
                    let _ = editor.add_history_entry(source.trim_end());
                    if let Err(failure) = console.run(&source) {
                        if failure.class == "builtins.SystemExit" {
                            return Ok(0);
                        }
                        eprint!("{}", failure.traceback);
                    }
                }
                source.clear();
            }
            Err(ReadlineError::Interrupted) => {
                println!("KeyboardInterrupt");
                source.clear();
            }
            Err(ReadlineError::Eof) => return Ok(0),
            Err(error) => return Err(error.to_string()),
        }
    }
}
