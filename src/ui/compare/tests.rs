//! Which variant is best, where lines cross, and the edit of a program.

use super::{
    edit::{changed_lines, declared_size, with_lazy, with_size},
    *,
};

fn variant(loading: Option<Loading>, round_trips: u64, cells: u64, elapsed_micros: u64) -> Variant {
    let measured = Measured {
        outcome: Outcome::Finished,
        statements: round_trips,
        selects: round_trips,
        round_trips,
        rows: cells,
        cells,
        bytes: cells,
        duplicate_rows: 0,
        loaded_objects: 0,
        virtual_micros: 0,
        slept_micros: 0,
        elapsed_micros,
        output: "1\n".to_owned(),
        shapes: Vec::new(),
    };
    Variant { loading, measured }
}

fn library() -> Vec<Variant> {
    vec![
        variant(None, 1_201, 27_600, 800_000),
        variant(Some(Loading::Joined), 1, 42_000, 74_000),
        variant(Some(Loading::Selectin), 4, 27_600, 64_000),
        variant(Some(Loading::Subquery), 2, 33_600, 105_000),
    ]
}

#[test]
fn the_recommended_one_receives_least_among_the_fast_ones() {
    let loading = |latency| recommended(&library(), latency).and_then(|it| it.loading);
    assert_eq!(loading(20_000), Some(Loading::Selectin));
    assert_eq!(loading(200_000), Some(Loading::Joined));
    assert_eq!(fastest(&library(), 20_000).and_then(|it| it.loading), Some(Loading::Joined));
}

#[test]
fn another_output_is_never_recommended() {
    let mut variants = library();
    variants[2].measured.output = "2\n".to_owned();
    assert_eq!(recommended(&variants, 20_000).and_then(|it| it.loading), Some(Loading::Subquery));
    assert_eq!(output_of(&variants[0].measured, &variants[2].measured), OutputIs::Different);
}

#[test]
fn crossings_are_named_in_order() {
    let found = crossings(&library(), 200_000);
    let expected = [Crossing { latency_micros: 3_333, below: Some(Loading::Selectin), above: Some(Loading::Joined) }];
    assert_eq!(found, expected);
}

const PROGRAM: &str = "\
class Author(Base):
    books: Mapped[list[\"Book\"]] = relationship(
        back_populates=\"author\", order_by=\"Book.id\")
    notes = relationship()

class Book(Base):
    author: Mapped[Author] = relationship(lazy=\"joined\", back_populates=\"books\")  # relationship(
    tags = relationship(\"Tag\", secondary=t,)

relationship(1)
AUTHORS = 1_200  # size of the table
";

#[test]
fn lazy_is_added_or_replaced_and_nothing_else_changes() {
    let edited = with_lazy(PROGRAM, "selectin", &[]);
    let after: Vec<_> = changed_lines(PROGRAM, &edited).into_iter().map(|it| (it.line, it.after)).collect();
    let expected = [
        (3, "        back_populates=\"author\", order_by=\"Book.id\", lazy=\"selectin\")"),
        (4, "    notes = relationship(lazy=\"selectin\")"),
        (7, "    author: Mapped[Author] = relationship(lazy=\"selectin\", back_populates=\"books\")  # relationship("),
        (8, "    tags = relationship(\"Tag\", secondary=t, lazy=\"selectin\")"),
    ];
    assert_eq!(after, expected.map(|(line, text)| (line, text.to_owned())));
}

#[test]
fn only_the_chosen_relationship_is_edited() {
    let edited = with_lazy(PROGRAM, "raise", &["Book.author".to_owned()]);
    let lines: Vec<_> = changed_lines(PROGRAM, &edited).into_iter().map(|it| it.line).collect();
    assert_eq!(lines, [7]);
}

#[test]
fn a_declared_size_can_be_another() {
    let size = declared_size(PROGRAM).expect("there is one");
    assert_eq!((size.name.as_str(), size.value), ("AUTHORS", 1_200));
    assert!(with_size(PROGRAM, &size, 10).contains("AUTHORS = 10  # size"));
}
