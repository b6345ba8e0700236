//! `run`: one program from a file.

use orm_playground::{
    engine::native::NativeDriver,
    protocol::Event,
    python::host::{SourceFile, TextStream},
    worker::{
        record::{Recorder, pretty},
        runner::{Files, Observer, RunTime, Runner},
        trace::{Trace, outcome_from_result},
    },
};
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    rc::Rc,
    sync::OnceLock,
    time::{Instant, SystemTime, UNIX_EPOCH},
};

/// The default round trip of one database call.
pub(crate) const LATENCY_MICROS: u64 = 1_000;

pub(crate) fn run(arguments: &[&str]) -> Result<u8, String> {
    let mut file = None;
    let (mut is_json, mut is_events, mut is_real_clock, mut latency_micros) = (false, false, false, LATENCY_MICROS);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match *argument {
            "--json" => is_json = true,
            "--events" => is_events = true,
            "--real-clock" => is_real_clock = true,
            "--serve-urls" => orm_playground::python::sqlalchemy::serve_urls(true),
            "--latency-micros" => {
                let number = rest.next().and_then(|it| it.parse().ok());
                latency_micros = number.ok_or("--latency-micros needs a number")?;
            }
            name if file.is_none() && !name.starts_with("--") => file = Some(PathBuf::from(name)),
            other => return Err(format!("run: unexpected {other}")),
        }
    }
    let path = file.ok_or("run: which file?")?;
    let main = source_file(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let runner = Runner::new().map_err(|failure| failure.traceback)?;
    runner.set_driver(Rc::new(NativeDriver::default()));
    runner.clock().use_real_time(is_real_clock);
    let files: Rc<dyn Files> = Rc::new(Siblings { folder: path.parent().map(PathBuf::from).unwrap_or_default() });
    let time = RunTime { start_unix_micros: unix_micros(), latency_micros };
    if is_json {
        let recorder = Rc::new(Recorder::default());
        let result = runner.run(main, files, time, recorder.clone());
        println!("{}", pretty(&recorder.take(&result)));
        return Ok(exit_status(result.map_err(drop).unwrap_or(1)));
    }
    if is_events {
        let trace = Rc::new(Trace::start(1, &main.name, &runner, real_micros, Box::new(print_events)));
        let result = runner.run(main, files, time, trace.clone());
        let status = exit_status(*result.as_ref().unwrap_or(&1));
        trace.finish(outcome_from_result(result));
        return Ok(status);
    }
    match runner.run(main, files, time, Rc::new(Terminal)) {
        Ok(status) => Ok(exit_status(status)),
        Err(failure) => {
            eprint!("{}", failure.traceback);
            Ok(1)
        }
    }
}

/// A line of JSON for each event, as the page gets them.
fn print_events(events: Vec<Event>) {
    let mut lines = String::new();
    for event in events {
        lines.push_str(&serde_json::to_string(&event).unwrap_or_default());
        lines.push('\n');
    }
    // A closed pipe is no reason to stop the program.
    let _ = std::io::stdout().write_all(lines.as_bytes());
}

/// Microseconds of a steady clock.
fn real_micros() -> u64 {
    static START: OnceLock<Instant> = OnceLock::new();
    u64::try_from(START.get_or_init(Instant::now).elapsed().as_micros()).unwrap_or(u64::MAX)
}

fn exit_status(status: i32) -> u8 {
    // As a process does: the low byte.
    (status & 0xff) as u8
}

fn source_file(path: &Path) -> std::io::Result<SourceFile> {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |it| it.to_string_lossy().into_owned());
    Ok(SourceFile { name, text: fs::read_to_string(path)?, is_package: false })
}

pub(crate) fn unix_micros() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |it| u64::try_from(it.as_micros()).unwrap_or(u64::MAX))
}

/// The files beside the program: they can be imported by name.
pub(crate) struct Siblings {
    pub(crate) folder: PathBuf,
}

impl Files for Siblings {
    fn module_source(&self, name: &str) -> Option<SourceFile> {
        let path = name.replace('.', "/");
        let plain = format!("{path}.py");
        if let Ok(text) = fs::read_to_string(self.folder.join(&plain)) {
            return Some(SourceFile { name: plain, text, is_package: false });
        }
        let package = format!("{path}/__init__.py");
        let text = fs::read_to_string(self.folder.join(&package)).ok()?;
        Some(SourceFile { name: package, text, is_package: true })
    }
}

/// Prints what the program prints.
pub(crate) struct Terminal;

impl Observer for Terminal {
    fn printed(&self, stream: TextStream, text: &str, _line: Option<u32>) {
        // A closed pipe (`| head`) is not the program's error.
        let _ = match stream {
            TextStream::Stdout => std::io::stdout().write_all(text.as_bytes()).and_then(|()| std::io::stdout().flush()),
            TextStream::Stderr => std::io::stderr().write_all(text.as_bytes()),
        };
    }

    fn slept(&self, _micros: u64, _line: Option<u32>) {}

    fn happened(&self, _event: &orm_playground::engine::events::EngineEvent) {}
}
