//! Tests of where things stand on the timeline.

use super::layout::{Scale, layout};
use crate::protocol::{Event, Statement, StatementKind, TransactionChange};
use crate::ui::run::Run;

fn statement(number: u32, sql: &str, line: u32, virtual_micros: u64) -> Event {
    Event::StatementExecuted(Statement {
        number,
        kind: StatementKind::Select,
        sql: sql.to_owned(),
        parameters: Vec::new(),
        parameter_set_count: 0,
        row_count: None,
        elapsed_micros: 0,
        virtual_micros,
        line: Some(line),
        cause: Vec::new(),
        transaction: Some(1),
        error: None,
    })
}

fn change(change: TransactionChange, virtual_micros: u64) -> Event {
    Event::TransactionChanged { transaction: 1, change, line: Some(9), virtual_micros, elapsed_micros: 0 }
}

/// One SELECT, 100 alike, one more, a commit: a millisecond each.
fn run() -> Run {
    let mut run = Run::new(1, 1_000);
    run.apply(change(TransactionChange::Began, 0));
    run.apply(statement(1, "SELECT 1", 3, 1_000));
    for number in 2..=101 {
        run.apply(statement(number, "SELECT book", 4, u64::from(number) * 1_000));
    }
    run.apply(statement(102, "SELECT 2", 7, 102_000));
    run.apply(change(TransactionChange::Committed, 103_000));
    run
}

#[test]
fn repeats_are_one_bar_and_take_little_width() {
    let made = layout(&run(), Scale::Compressed, 1_000);
    assert_eq!(made.bars.len(), 2);
    assert_eq!(made.groups[0].0.label, "× 100");
    let single = made.places[0].1 - made.places[0].0;
    assert!(made.groups[0].0.width < 20.0 * single, "{:?}", made.groups);
}

#[test]
fn places_ascend_and_fill_the_width() {
    for scale in [Scale::Compressed, Scale::TrueTime] {
        let made = layout(&run(), scale, 1_000);
        assert!(made.places.windows(2).all(|it| it[0].1 <= it[1].0 + 1e-9));
        assert!((made.transactions[0].0.left + made.transactions[0].0.width - 100.0).abs() < 1e-6);
    }
}

#[test]
fn true_time_is_linear() {
    let made = layout(&run(), Scale::TrueTime, 1_000);
    let width = |at: usize| made.places[at].1 - made.places[at].0;
    assert!((width(0) - width(50)).abs() < 0.01, "{} {}", width(0), width(50));
}

#[test]
fn a_place_has_the_statement_that_is_drawn_there() {
    let made = layout(&run(), Scale::Compressed, 1_000);
    for at in [0, 1, 50, 101] {
        let middle = f64::midpoint(made.places[at].0, made.places[at].1);
        assert_eq!(made.nearest(middle), Some(at));
    }
    assert_eq!(made.nearest(-3.0), Some(0));
    assert_eq!(made.nearest(200.0), Some(101));
}

#[test]
fn transactions_and_lines_have_words() {
    let made = layout(&run(), Scale::Compressed, 1_000);
    assert_eq!(made.transactions[0].0.label, "1, COMMIT");
    assert!(made.transactions[0].1);
    assert_eq!(made.blocks[0].label, "lines 3–9");
    assert_eq!(made.ticks.last().unwrap().1, "103 ms");
}
