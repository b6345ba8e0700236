//! Tables and rows at moments.

use super::*;
use crate::protocol::{DataColumn, RowChange};

fn history() -> DataHistory {
    let column = |name: &str| DataColumn { name: name.to_owned(), type_name: "TEXT".to_owned(), is_key: false };
    let change = |step, row, cells: Option<[&str; 2]>| RowChange {
        step,
        table: 0,
        row: DataCell::Integer(row),
        cells: cells.map(|it| it.map(|it| DataCell::Text(it.to_owned())).to_vec()),
    };
    DataHistory {
        databases: vec![":memory:".to_owned()],
        tables: vec![TableHistory {
            database: 0,
            name: "t".to_owned(),
            from: 2,
            until: Some(12),
            columns: vec![column("a"), column("b")],
            sql: Vec::new(),
        }],
        changes: vec![
            change(4, 1, Some(["x", "y"])),
            change(4, 2, Some(["p", "q"])),
            change(6, 1, Some(["x", "z"])),
            change(8, 2, None),
            change(9, 2, Some(["p", "q"])),
            change(10, 3, Some(["n", "n"])),
        ],
        is_cut: false,
    }
}

fn shown(stretch: Stretch) -> Vec<String> {
    let row = |it: RowAt| {
        let cells: Vec<_> = it.cells.iter().map(cell_text).collect();
        format!("{:?} {} {}", it.state, cell_text(&it.key), cells.join(","))
    };
    rows_at(&history(), 0, stretch).into_iter().map(row).collect()
}

#[test]
fn rows_are_those_of_the_moment_and_changed_ones_come_first() {
    assert_eq!(shown(Stretch { since: 5, until: 6 }), ["Changed 1 x,z", "Same 2 p,q"]);
    assert_eq!(shown(Stretch { since: 7, until: 8 }), ["Removed 2 p,q", "Same 1 x,z"]);
    assert_eq!(shown(Stretch { since: 0, until: 4 }), ["Added 1 x,y", "Added 2 p,q"]);
}

#[test]
fn what_a_rollback_brings_back_is_the_same_row() {
    assert_eq!(shown(Stretch { since: 6, until: 10 }), ["Added 3 n,n", "Same 1 x,z", "Same 2 p,q"]);
}

#[test]
fn tables_are_counted_and_end() {
    let counts = tables_at(&history(), Stretch { since: 6, until: 10 });
    assert_eq!(counts, [TableAt { index: 0, rows: 3, added: 1, changed: 0, removed: 0 }]);
    assert!(tables_at(&history(), Stretch { since: 0, until: 1 }).is_empty());
    assert!(tables_at(&history(), Stretch { since: 0, until: 12 }).is_empty());
}

#[test]
fn settings_of_a_cell_leave_out_changes_of_others() {
    let steps = |column| {
        settings(&history(), 0, &DataCell::Integer(1), column, Step::MAX).iter().map(|it| it.step).collect::<Vec<_>>()
    };
    assert_eq!(steps(0), [4]);
    assert_eq!(steps(1), [6, 4]);
}
