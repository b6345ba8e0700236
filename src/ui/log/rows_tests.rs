//! Tests of the log's rows, written as a drawing of the list.

use super::*;
use crate::protocol::{Event, Statement};

/// `select 78 a` = a SELECT of line 78 with text `a`; `begin`, `commit`.
fn run(script: &[&str]) -> Run {
    let mut run = Run::new(1, 1_000);
    let mut transaction = 0;
    let mut is_open = false;
    for (at, step) in script.iter().enumerate() {
        let words: Vec<_> = step.split(' ').collect();
        let change = |change| Event::TransactionChanged {
            transaction,
            change,
            line: Some(1),
            virtual_micros: 0,
            elapsed_micros: 0,
        };
        let event = match words[0] {
            "begin" => {
                transaction += 1;
                is_open = true;
                Event::TransactionChanged {
                    transaction,
                    change: TransactionChange::Began,
                    line: None,
                    virtual_micros: 0,
                    elapsed_micros: 0,
                }
            }
            "commit" => {
                is_open = false;
                change(TransactionChange::Committed)
            }
            kind => Event::StatementExecuted(Statement {
                number: u32::try_from(at).expect("a short script"),
                kind: if kind == "select" { StatementKind::Select } else { StatementKind::Insert },
                sql: words[2].to_owned(),
                parameters: vec![format!("({at},)")],
                parameter_set_count: 1,
                row_count: None,
                elapsed_micros: 0,
                virtual_micros: 0,
                line: words[1].parse().ok(),
                cause: Vec::new(),
                transaction: is_open.then_some(transaction),
                error: None,
            }),
        };
        run.apply(event);
    }
    run
}

fn drawn(run: &Run, view: &View) -> Vec<String> {
    let draw = |it: &Row| match *it {
        Row::Section { transaction, statement_count, is_committed, is_closed, is_continued, .. } => format!(
            "{}{} {statement_count}{}{}",
            transaction.map_or("outside".to_owned(), |it| format!("transaction {it}")),
            if is_continued { " continued:" } else { ":" },
            if is_committed == Some(true) { " COMMIT" } else { "" },
            if is_closed { " closed" } else { "" },
        ),
        Row::Statement { index, is_member, .. } => {
            format!("{}{}", if is_member { "  - " } else { "- " }, run.statements[index].statement.sql)
        }
        Row::Repeat { first, last, .. } => format!("- x{} {}", last - first + 1, run.statements[first].statement.sql),
        Row::Change { is_last, .. } => if is_last { "end" } else { "change" }.to_owned(),
        Row::Detail { .. } => "detail".to_owned(),
    };
    rows(run, view).iter().map(draw).collect()
}

const SCRIPT: [&str; 9] =
    ["insert 1 z", "begin", "insert 2 a", "select 3 b", "select 3 b", "select 3 b", "commit", "begin", "select 3 b"];

#[test]
fn sections_are_transactions_and_repeats_are_folded() {
    let drawing = drawn(&run(&SCRIPT), &View::default());
    let wanted = ["outside: 1", "- z", "transaction 1: 4 COMMIT", "- a", "- x3 b", "end", "transaction 2: 1", "- b"];
    assert_eq!(drawing, wanted);
}

#[test]
fn opened_repeat_lists_its_members() {
    let view = View { opened_repeats: [2].into(), opened_statements: [3].into(), ..View::default() };
    let drawing = drawn(&run(&SCRIPT), &view);
    assert_eq!(drawing[3..9], ["- a", "- x3 b", "  - b", "  - b", "detail", "  - b"]);
}

#[test]
fn plain_list_has_every_statement() {
    let view = View { groups_repeats: false, ..View::default() };
    assert_eq!(drawn(&run(&SCRIPT), &view).iter().filter(|it| it.starts_with("- ")).count(), 6);
}

#[test]
fn filters_leave_out_sections_without_hits() {
    let run = run(&SCRIPT);
    let inserts = View { hidden_kinds: [StatementKind::Select].into(), ..View::default() };
    assert_eq!(drawn(&run, &inserts), ["outside: 1", "- z", "transaction 1: 4 COMMIT", "- a", "end"]);
    let line = View { line: Some(1), ..View::default() };
    assert_eq!(drawn(&run, &line), ["outside: 1", "- z"]);
    let words = View { words: "(4,)".to_owned(), ..View::default() };
    assert_eq!(drawn(&run, &words), ["transaction 1: 4 COMMIT", "- b", "end"]);
    let plain = View { hides_transactions: true, ..View::default() };
    assert_eq!(drawn(&run, &plain), ["- z", "- a", "- x3 b", "- b"]);
}

#[test]
fn closed_section_keeps_its_head() {
    let view = View { closed_sections: [1].into(), ..View::default() };
    assert_eq!(drawn(&run(&SCRIPT), &view)[2..4], ["transaction 1: 4 COMMIT closed", "transaction 2: 1"]);
}
