//! SQL text compared with what SQLAlchemy 2.1.9 writes: `expected.json` is made by `expected.py`.

mod cache_key;
mod cases;
mod ddl;
mod fixture;

use orm_playground::sql::compile::{CompileOptions, Dialect, Statement, compile};
use std::collections::BTreeMap;

/// Text or error of a statement, with the parameters' names and values.
fn rendered(statement: &Statement, dialect: &Dialect, keys: Option<&[&str]>, many: bool) -> String {
    let options = CompileOptions {
        column_keys: keys.map(|it| it.iter().map(|key| (*key).into()).collect()),
        for_executemany: many,
        ..CompileOptions::default()
    };
    match compile(statement, dialect, &options) {
        Err(error) => format!("{}: {error}", error.class_name()),
        Ok(compiled) => {
            let params: Vec<String> = if dialect.is_positional() {
                compiled.positions.iter().map(ToString::to_string).collect()
            } else {
                compiled.binds.keys().map(ToString::to_string).collect()
            };
            format!("{}\n-- {}", compiled.sql, params.join(" "))
        }
    }
}

#[test]
fn statements_render_as_the_reference_writes_them() {
    let expected: BTreeMap<String, BTreeMap<String, String>> =
        serde_json::from_str(include_str!("expected.json")).expect("expected.json is valid");
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (name, statement, keys, many) in cases::all() {
        let Some(texts) = expected.get(name) else {
            wrong.push(format!("== {name}: not in expected.json"));
            continue;
        };
        for (dialect, text) in texts {
            let dialect = match &**dialect {
                "sqlite" => Dialect::sqlite(),
                "postgresql" => Dialect::postgresql(),
                "mysql" => Dialect::mysql(),
                _ => Dialect::default_(),
            };
            seen += 1;
            let ours = rendered(&statement, &dialect, keys, many);
            if ours != *text {
                wrong.push(format!("== {name} ({})\n{ours}\n-- expected\n{text}", dialect.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {seen} differ\n{}", wrong.len(), wrong.join("\n"));
}
