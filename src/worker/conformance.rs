//! Comparing what a program did with what the real SQLAlchemy was recorded to do.
//!
//! Pure: records in, differences out. The command-line program runs the cases; the browser run in
//! `tools/` compares the same JSON by the same rules.

use super::normalise::normalise;
use serde_json::Value;
use std::fmt::Write;

/// A part of a record that differs, as lines of a diff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// `stdout`, `statements` or `error`.
    pub part: &'static str,
    /// Lines with `-` (expected), `+` (found) or two spaces (both) in front.
    pub diff: Vec<String>,
}

/// The differences between an expected and a found record; none when the case passes.
pub fn differences(expected: &Value, found: &Value) -> Vec<Difference> {
    let mut all = Vec::new();
    let (a, b) = (stdout_lines(expected), stdout_lines(found));
    if a != b {
        all.push(Difference { part: "stdout", diff: diff(&a, &b) });
    }
    if !equal(&expected["statements"], &found["statements"]) {
        all.push(Difference { part: "statements", diff: diff(&statement_lines(expected), &statement_lines(found)) });
    }
    if expected["error"] != found["error"] {
        all.push(Difference { part: "error", diff: diff(&error_lines(expected), &error_lines(found)) });
    }
    all
}

/// Equal as JSON values, where 1 and 1.0 are different and the order of keys does not count.
fn equal(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a.is_f64() == b.is_f64() && (a == b || a.as_f64() == b.as_f64()),
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| equal(a, b)),
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, value)| b.get(key).is_some_and(|it| equal(value, it)))
        }
        _ => a == b,
    }
}

fn stdout_lines(record: &Value) -> Vec<String> {
    normalise(record["stdout"].as_str().unwrap_or_default()).split('\n').map(str::to_owned).collect()
}

fn statement_lines(record: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    for it in record["statements"].as_array().into_iter().flatten() {
        if let Some(tx) = it["tx"].as_str() {
            lines.push(tx.to_owned());
            continue;
        }
        lines.extend(it["sql"].as_str().unwrap_or_default().split('\n').map(str::to_owned));
        let many = if it["many"] == Value::Bool(true) { "many " } else { "" };
        lines.push(format!("    {many}{}", it["params"]));
    }
    lines
}

fn error_lines(record: &Value) -> Vec<String> {
    let error = &record["error"];
    if error.is_null() {
        return vec!["no error".to_owned()];
    }
    let mut text = String::new();
    let _ = write!(
        text,
        "{}: {}",
        error["class"].as_str().unwrap_or_default(),
        error["message"].as_str().unwrap_or_default()
    );
    text.split('\n').map(str::to_owned).collect()
}

/// Lines around a change that are shown.
const CONTEXT: usize = 3;

/// Sizes up to which the exact longest common subsequence is looked for.
const EXACT_CELLS: usize = 4_000_000;

fn diff(a: &[String], b: &[String]) -> Vec<String> {
    let start = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let end = a[start..].iter().rev().zip(b[start..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (middle_a, middle_b) = (&a[start..a.len() - end], &b[start..b.len() - end]);
    let mut lines: Vec<String> = Vec::new();
    let before = start.saturating_sub(CONTEXT);
    if before > 0 {
        lines.push(format!("  ... {before} equal lines"));
    }
    lines.extend(a[before..start].iter().map(|it| format!("  {it}")));
    lines.extend(changed_lines(middle_a, middle_b));
    let rest = &a[a.len() - end..];
    lines.extend(rest.iter().take(CONTEXT).map(|it| format!("  {it}")));
    if rest.len() > CONTEXT {
        lines.push(format!("  ... {} equal lines", rest.len() - CONTEXT));
    }
    lines
}

fn changed_lines(a: &[String], b: &[String]) -> Vec<String> {
    if a.len() * b.len() > EXACT_CELLS {
        return a.iter().map(|it| format!("- {it}")).chain(b.iter().map(|it| format!("+ {it}"))).collect();
    }
    let width = b.len() + 1;
    let mut common = vec![0_u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            common[i * width + j] = if a[i] == b[j] {
                common[(i + 1) * width + j + 1] + 1
            } else {
                common[(i + 1) * width + j].max(common[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut lines = Vec::new();
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            lines.push(format!("  {}", a[i]));
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || (i < a.len() && common[(i + 1) * width + j] >= common[i * width + j + 1]) {
            lines.push(format!("- {}", a[i]));
            i += 1;
        } else {
            lines.push(format!("+ {}", b[j]));
            j += 1;
        }
    }
    lines
}

/// The cases that are known to fail: `area/case  reason` lines, `#` begins a comment.
pub fn known_failures(text: &str) -> Vec<String> {
    text.lines()
        .map(|line| line.split('#').next().unwrap_or_default())
        .filter_map(|line| line.split_whitespace().next())
        .map(|name| name.strip_suffix(".py").unwrap_or(name).to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn equal_records_have_no_differences() {
        let a = json!({"stdout": "[generated in 0.1s] ()\n", "statements": [{"tx": "BEGIN"}], "error": null});
        let b = json!({"stdout": "[generated in Ts] ()\n", "statements": [{"tx": "BEGIN"}], "error": null, "more": 1});
        assert_eq!(differences(&a, &b), []);
    }

    #[test]
    fn a_changed_statement_is_shown_between_its_neighbours() {
        let record = |sql: &str, params: serde_json::Value| {
            json!({"stdout": "", "error": null, "statements": [
                {"tx": "BEGIN"}, {"sql": sql, "params": params, "many": false}, {"tx": "COMMIT"}]})
        };
        let found = differences(&record("SELECT a\nFROM t", json!([1])), &record("SELECT b\nFROM t", json!([1.0])));
        assert_eq!(found.len(), 1);
        assert_eq!(
            found[0].diff,
            ["  BEGIN", "- SELECT a", "+ SELECT b", "  FROM t", "-     [1]", "+     [1.0]", "  COMMIT"]
        );
    }

    #[test]
    fn errors_differ_by_class_and_message() {
        let a = json!({"stdout": "", "statements": [], "error": {"class": "builtins.ValueError", "message": "x"}});
        let b = json!({"stdout": "", "statements": [], "error": null});
        assert_eq!(differences(&a, &b)[0].diff, ["- builtins.ValueError: x", "+ no error"]);
    }

    #[test]
    fn the_list_of_known_failures_has_comments_and_reasons() {
        assert_eq!(known_failures("# all\n\norm/a/b  later\ncore/c # x\n"), ["orm/a/b", "core/c"]);
    }
}
