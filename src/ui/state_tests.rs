//! Tests of the fold: events in, what the panels show out.

use super::*;
use crate::protocol::{Statement, StatementKind, Stream, SyntaxMark, TransactionChange};
use crate::ui::run::{KEPT_OUTPUT_LINES, TransactionFacts};

fn statement(number: u32, line: u32, sql: &str) -> Event {
    Event::StatementExecuted(Statement {
        number,
        kind: StatementKind::Select,
        sql: sql.to_owned(),
        parameters: Vec::new(),
        parameter_set_count: 0,
        row_count: Some(1),
        elapsed_micros: 10,
        virtual_micros: u64::from(number) * 1_000,
        line: Some(line),
        cause: Vec::new(),
        transaction: Some(1),
        error: None,
    })
}

fn changed(change: TransactionChange, line: u32, virtual_micros: u64) -> Event {
    Event::TransactionChanged { transaction: 1, change, line: Some(line), virtual_micros, elapsed_micros: 0 }
}

fn printed(text: &str, line: u32) -> Event {
    Event::Printed { stream: Stream::Stdout, text: text.to_owned(), line: Some(line) }
}

fn finished(outcome: Outcome, virtual_micros: u64) -> Event {
    Event::RunFinished { outcome, virtual_micros, elapsed_micros: 5_000 }
}

fn failure(syntax: Option<SyntaxMark>) -> Failure {
    Failure {
        class: "builtins.ValueError".to_owned(),
        message: "no".to_owned(),
        traceback: String::new(),
        frames: Vec::new(),
        syntax,
    }
}

fn running(events: Vec<Event>) -> State {
    let mut state = State::default();
    state.apply(Event::Ready { versions: Vec::new() });
    state.request_run();
    state.begin_run(1, 1_000);
    events.into_iter().for_each(|it| state.apply(it));
    state
}

fn shown(state: &State) -> &Run {
    state.run.as_ref().expect("a run was begun")
}

#[test]
fn run_waits_for_the_interpreter() {
    let mut state = State::default();
    state.request_run();
    assert_eq!(state.phase, Phase::Queued);
    let mut state = State::default();
    state.apply(Event::Ready { versions: Vec::new() });
    state.request_run();
    assert_eq!(state.phase, Phase::Running);
}

#[test]
fn loading_text_names_the_part_and_its_percentage() {
    let mut state = State::default();
    let progress =
        |loaded_bytes| Event::LoadProgressed { part: LoadPart::Interpreter, loaded_bytes, total_bytes: 1_000 };
    state.apply(progress(620));
    assert_eq!(state.loading_text().as_deref(), Some("interpreter 62 %"));
    state.apply(progress(1_000));
    assert_eq!(state.loading_text().as_deref(), Some("starting Python"));
    state.apply(Event::Ready { versions: Vec::new() });
    assert_eq!(state.loading_text(), None);
}

#[test]
fn loading_uses_known_sizes_where_the_server_is_silent() {
    let mut state = State::new(vec![(LoadPart::Interpreter, 200)]);
    let progress = |part| Event::LoadProgressed { part, loaded_bytes: 50, total_bytes: 0 };
    state.apply(progress(LoadPart::Interpreter));
    assert_eq!(state.loading_text().as_deref(), Some("interpreter 25 %"));
    let mut state = State::default();
    state.apply(progress(LoadPart::Database));
    assert_eq!(state.loading_text().as_deref(), Some("SQLite 0.0 MB"));
}

#[test]
fn lines_and_transactions_count_their_statements() {
    let state = running(vec![
        changed(TransactionChange::Began, 3, 0),
        statement(1, 3, "SELECT 1"),
        statement(2, 4, "SELECT 2"),
        statement(3, 4, "SELECT 2"),
        changed(TransactionChange::Committed, 5, 4_000),
    ]);
    let run = shown(&state);
    assert_eq!(run.lines[&4].statement_count, 2);
    assert!(run.lines[&5].ends_transaction);
    let facts = TransactionFacts { statement_count: 3, began_line: Some(3), is_committed: Some(true) };
    assert_eq!(run.transactions[&1], facts);
    assert_eq!(run.statements.iter().map(|it| it.shape).collect::<Vec<_>>(), [0, 1, 1]);
    assert_eq!(run.entries.len(), 5);
}

#[test]
fn virtual_times_follow_the_chosen_latency() {
    let state = running(vec![
        statement(1, 1, "SELECT 1"),
        Event::Slept { virtual_micros: 500_000, line: None },
        Event::RunFinished { outcome: Outcome::Finished, virtual_micros: 504_000, elapsed_micros: 1 },
    ]);
    let run = shown(&state);
    assert_eq!(run.virtual_micros_at(1_000), 504_000);
    assert_eq!(run.virtual_micros_at(20_000), 580_000);
    assert_eq!(run.round_trips(), 4);
    assert_eq!(run.statements[0].moment.at_latency(20_000), 20_000);
}

#[test]
fn output_joins_pieces_of_a_line() {
    let state = running(vec![
        statement(1, 1, "SELECT 1"),
        printed("a ", 2),
        printed("b\nc\n", 2),
        Event::Printed { stream: Stream::Stderr, text: "warn".to_owned(), line: None },
        printed("d", 3),
    ]);
    let output = &shown(&state).output;
    let lines: Vec<_> = output.lines.iter().map(|it| (it.text.as_str(), it.line, it.statements_before)).collect();
    assert_eq!(lines, [("a b", Some(2), 1), ("c", Some(2), 0), ("warn", None, 0), ("d", Some(3), 0)]);
}

#[test]
fn output_and_log_are_bounded() {
    let many = (0..KEPT_OUTPUT_LINES + 5).map(|_| printed("x\n", 1)).collect();
    let state = running(many);
    assert_eq!(shown(&state).output.lines.len(), KEPT_OUTPUT_LINES);
    assert_eq!(shown(&state).output.dropped_count, 5);
}

#[test]
fn syntax_error_keeps_the_run_before() {
    let mut state = running(vec![statement(1, 1, "SELECT 1"), finished(Outcome::Finished, 1_000)]);
    state.request_run();
    state.begin_run(2, 1_000);
    let mark = SyntaxMark { file: "main.py".to_owned(), line: 7, column: 3 };
    state.apply(finished(Outcome::Failed(failure(Some(mark))), 0));
    assert_eq!(shown(&state).id, 1);
    assert!(state.syntax_error.is_some());
    assert_eq!(state.phase, Phase::Idle);
}

#[test]
fn stop_keeps_the_log_and_loads_a_new_worker() {
    let mut state = running(vec![statement(1, 78, "SELECT 1")]);
    state.stop();
    assert_eq!(shown(&state).ended, Some(Ended::Stopped));
    assert_eq!(shown(&state).last_line, Some(78));
    assert_eq!(state.phase, Phase::Idle);
    assert!(matches!(state.worker, WorkerState::Loading { .. }));
    state.apply(statement(2, 78, "SELECT 1"));
    assert_eq!(shown(&state).statement_count, 1, "nothing is added to a run that ended");
}

#[test]
fn panic_asks_for_a_new_worker_once() {
    let mut state = running(vec![finished(Outcome::Panicked { message: "x".to_owned() }, 0)]);
    assert!(state.needs_new_worker());
    state.worker_replaced();
    assert!(!state.needs_new_worker());
    state.apply(Event::Ready { versions: Vec::new() });
    assert!(!state.needs_new_worker(), "the new worker is not to blame");
}
