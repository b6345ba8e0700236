//! Every example program of the page does natively what the real SQLAlchemy was recorded to do.

use orm_playground::{
    engine::native::NativeDriver,
    protocol::File,
    python::host::SourceFile,
    worker::{
        conformance::differences,
        record::Recorder,
        runner::{RunTime, Runner},
    },
};
use serde_json::Value;
use std::{fs, path::Path, rc::Rc};

/// The title of each example, its name, and its files, the first of which is run.
fn examples() -> Vec<(String, String, Vec<File>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/examples");
    let index = fs::read_to_string(folder.join("index.json")).expect("the index is there");
    let index: Vec<Value> = serde_json::from_str(&index).expect("the index is JSON");
    let text = |it: &Value, key: &str| it[key].as_str().unwrap_or_default().to_owned();
    let example = |it: &Value| {
        let files = it["files"].as_array().expect("an example has files");
        let name = text(&files[0], "path").trim_end_matches(".py").replace('/', "_");
        let file = |it: &Value| File {
            name: text(it, "name"),
            text: fs::read_to_string(folder.join(text(it, "path"))).expect("the file is there"),
        };
        (text(it, "title"), name, files.iter().map(file).collect())
    };
    index.iter().map(example).collect()
}

#[test]
fn examples_do_what_sqlalchemy_does() {
    let mut wrong = Vec::new();
    for (title, name, files) in examples() {
        let expected = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("e2e/expected/{name}.json"));
        let expected = fs::read_to_string(expected).expect("e2e/expected/record.py has recorded it");
        let expected: Value = serde_json::from_str(&expected).expect("a record is JSON");
        let found = record(files);
        for it in differences(&expected, &found) {
            let lines: Vec<_> = it.diff.iter().take(20).map(String::as_str).collect();
            wrong.push(format!("{title}, {}:\n{}", it.part, lines.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

fn record(files: Vec<File>) -> Value {
    // The interpreter needs more stack than a test's thread has.
    let run = move || {
        let runner = Runner::new().expect("the interpreter starts");
        runner.set_driver(Rc::new(NativeDriver::default()));
        let main = SourceFile { name: files[0].name.clone(), text: files[0].text.clone(), is_package: false };
        let recorder = Rc::new(Recorder::default());
        let time = RunTime { start_unix_micros: 0, latency_micros: 1_000 };
        let result = runner.run(main, Rc::new(files), time, recorder.clone());
        recorder.take(&result)
    };
    let thread = std::thread::Builder::new().stack_size(256 << 20).spawn(run).expect("a thread starts");
    thread.join().expect("the run does not panic")
}
