//! `conformance`: runs every recorded program of a folder in a process of its own and compares.

use orm_playground::worker::conformance::{Difference, differences, known_failures};
use serde_json::Value;
use std::{
    collections::BTreeSet,
    fs,
    io::Read,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

/// How long one case may take.
const CASE_LIMIT: Duration = Duration::from_secs(60);

/// The file with the cases that are known to fail, in the folder itself or above it.
const KNOWN_FAILURES: &str = "known-failures.txt";

pub(crate) fn conformance(arguments: &[&str]) -> Result<u8, String> {
    let (mut folder, mut only, mut show) = (None, None, None);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match *argument {
            "--only" => only = Some(*rest.next().ok_or("--only needs an area, such as orm/loading")?),
            "--show" => show = Some(*rest.next().ok_or("--show needs a case, such as orm/loading/selectin")?),
            name if folder.is_none() && !name.starts_with("--") => folder = Some(PathBuf::from(name)),
            other => return Err(format!("conformance: unexpected {other}")),
        }
    }
    let folder = folder.ok_or("conformance: which folder?")?;
    let suite = Suite::open(&folder)?;
    let cases: Vec<&Case> = suite
        .cases
        .iter()
        .filter(|it| only.is_none_or(|area| it.is_in(area)))
        .filter(|it| show.is_none_or(|name| it.is_called(name)))
        .collect();
    if cases.is_empty() {
        return Err(format!("no recorded programs in {} that match", folder.display()));
    }
    let results = run_all(&cases)?;
    Ok(report(&suite, &cases, &results, show.is_some()))
}

struct Case {
    /// Path below the suite's root without ending, such as `orm/loading/selectin`.
    name: String,
    program: PathBuf,
}

impl Case {
    fn is_in(&self, area: &str) -> bool {
        let area = area.trim_matches('/');
        self.name.strip_prefix(area).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            || self.name.contains(&format!("/{area}/"))
    }

    fn is_called(&self, name: &str) -> bool {
        let name = name.strip_suffix(".py").unwrap_or(name);
        self.name == name || self.name.ends_with(&format!("/{name}"))
    }
}

struct Suite {
    cases: Vec<Case>,
    known: BTreeSet<String>,
}

impl Suite {
    /// The cases of a folder. Their names are relative to where the list of known failures is.
    fn open(folder: &Path) -> Result<Self, String> {
        let folder = folder.canonicalize().map_err(|error| format!("{}: {error}", folder.display()))?;
        let root = folder.ancestors().find(|it| it.join(KNOWN_FAILURES).is_file()).unwrap_or(&folder).to_owned();
        let known = fs::read_to_string(root.join(KNOWN_FAILURES)).unwrap_or_default();
        let mut cases = Vec::new();
        collect(&folder, &root, &mut cases).map_err(|error| error.to_string())?;
        cases.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Self { cases, known: known_failures(&known).into_iter().collect() })
    }
}

fn collect(folder: &Path, root: &Path, cases: &mut Vec<Case>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, root, cases)?;
        } else if path.extension().is_some_and(|it| it == "py") && path.with_extension("json").is_file() {
            let name = path.with_extension("");
            let name = name.strip_prefix(root).unwrap_or(&name).to_string_lossy().replace('\\', "/");
            cases.push(Case { name, program: path });
        }
    }
    Ok(())
}

/// What is wrong with a case; empty when it passes.
type Outcome = Vec<Difference>;

fn run_all(cases: &[&Case]) -> Result<Vec<Outcome>, String> {
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let next = AtomicUsize::new(0);
    let results: Vec<Mutex<Outcome>> = cases.iter().map(|_| Mutex::default()).collect();
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let index = cases.iter().position(|it| it.name == case.name).unwrap_or_default();
                    let outcome = run_case(&program, case);
                    *results[index].lock().unwrap_or_else(std::sync::PoisonError::into_inner) = outcome;
                }
            });
        }
    });
    Ok(results.into_iter().map(|it| it.into_inner().unwrap_or_default()).collect())
}

fn run_case(program: &Path, case: &Case) -> Outcome {
    compare(program, case).unwrap_or_else(|message| {
        vec![Difference { part: "run", diff: message.lines().map(|it| format!("+ {it}")).collect() }]
    })
}

fn compare(program: &Path, case: &Case) -> Result<Outcome, String> {
    let expected = fs::read_to_string(case.program.with_extension("json")).map_err(|error| error.to_string())?;
    let expected: Value = serde_json::from_str(&expected).map_err(|error| error.to_string())?;
    let found = record(program, &case.program)?;
    Ok(differences(&expected, &found))
}

/// The case's record, from a process of its own: a crash or an endless loop is that case's failure.
///
/// Its folder is its own too: the databases that it leaves there would change its next run.
fn record(program: &Path, case: &Path) -> Result<Value, String> {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("orm-playground-{}-{number}", std::process::id()));
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let found = record_in(&folder, program, case);
    fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    found
}

fn record_in(folder: &Path, program: &Path, case: &Path) -> Result<Value, String> {
    let mut child = Command::new(program)
        .current_dir(folder)
        .arg("run")
        .arg(case)
        .arg("--json")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| error.to_string())?;
    // Both pipes are emptied while we wait, or the program would stop at a full one.
    let stdout = reader(child.stdout.take());
    let stderr = reader(child.stderr.take());
    let started = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().map_err(|error| error.to_string())? {
            break status;
        }
        if started.elapsed() > CASE_LIMIT {
            child.kill().and_then(|()| child.wait()).map_err(|error| error.to_string())?;
            return Err(format!("no end after {} s", CASE_LIMIT.as_secs()));
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    let stdout = stdout.join().unwrap_or_default();
    let stderr = stderr.join().unwrap_or_default();
    serde_json::from_str(&stdout).map_err(|_| format!("the program broke ({status})\n{stderr}"))
}

fn reader(pipe: Option<impl Read + Send + 'static>) -> std::thread::JoinHandle<String> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            let _ = pipe.read_to_end(&mut bytes);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

/// Prints what differs. Returns the exit status: 0 when exactly the known failures fail.
fn report(suite: &Suite, cases: &[&Case], results: &[Outcome], is_shown: bool) -> u8 {
    let (mut passed, mut failed, mut surprises) = (0, 0, 0);
    for (case, outcome) in cases.iter().zip(results) {
        let is_known = suite.known.contains(&case.name);
        if outcome.is_empty() {
            passed += 1;
            if is_known {
                surprises += 1;
                println!("PASSES  {}: strike it out of {KNOWN_FAILURES}", case.name);
            }
        } else {
            failed += 1;
            let parts: Vec<&str> = outcome.iter().map(|it| it.part).collect();
            if !is_known {
                surprises += 1;
            }
            if !is_known || is_shown {
                println!("{}  {}: {}", if is_known { "known " } else { "FAILED" }, case.name, parts.join(", "));
            }
        }
        if is_shown {
            for difference in outcome {
                println!("--- {} (- expected, + found)", difference.part);
                for line in &difference.diff {
                    println!("{line}");
                }
            }
        }
    }
    let known_failed = failed
        - cases.iter().zip(results).filter(|(case, it)| !it.is_empty() && !suite.known.contains(&case.name)).count();
    if known_failed > 0 {
        println!("{known_failed} of the failures are known ({KNOWN_FAILURES})");
    }
    println!("conformance: {passed} passed, {failed} failed");
    u8::from(surprises > 0)
}
