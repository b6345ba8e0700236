//! SQL text compared with what SQLAlchemy 2.1.9 writes: `expected.json` is made by `expected.py`.

mod cache_key;
mod cases;
mod ddl;
mod fixture;
mod more;

use orm_playground::sql::compile::{CompileOptions, Dialect, Statement, StatementKind, compile};
use orm_playground::sql::schema::ColumnRef;
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
            let mut text = format!("{}\n-- {}", compiled.sql, params.join(" "));
            let is_dml = matches!(compiled.kind, StatementKind::Dml(_));
            if dialect.name == "sqlite" && (is_dml || !compiled.result_columns.is_empty()) {
                let names: Vec<&str> =
                    compiled.result_columns.iter().map(|it| it.keyname.as_deref().unwrap_or("None")).collect();
                let keys = |it: &[ColumnRef]| it.iter().map(|it| it.key().to_string()).collect::<Vec<_>>().join(",");
                let dml = &compiled.dml;
                let facts = [&dml.insert_prefetch, &dml.update_prefetch, &dml.postfetch, &dml.implicit_returning];
                let mut facts: Vec<String> = facts.iter().map(|it| keys(it)).collect();
                for (_, name) in &dml.multi_prefetch {
                    facts[0] += &format!(",{name}");
                }
                let lastrowid = if dml.postfetch_lastrowid { "True" } else { "False" };
                text += &format!("\n-- columns {} | {} {lastrowid}", names.join(" "), facts.join(" "));
            }
            text
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
