//! The statements of a run by shape with how SQLite finds their rows. Pure; `panels/plan.rs` draws it.

use super::run::Run;
use crate::protocol::{PlanStep, StatementKind};
use std::collections::BTreeMap;

/// Statements of one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The index of the first one.
    pub first: usize,
    /// Its number.
    pub number: u32,
    /// What they do.
    pub kind: StatementKind,
    /// How many there are.
    pub count: u32,
    /// Rows that they returned or touched.
    pub rows: u64,
    /// Time in SQLite.
    pub micros: u64,
}

/// Shapes that SQLite plans, those that took longest first; `until` is the moment.
pub fn shapes(run: &Run, until: Option<usize>) -> Vec<Shape> {
    let mut shapes: BTreeMap<u32, Shape> = BTreeMap::new();
    let end = until.map_or(run.statements.len(), |it| (it + 1).min(run.statements.len()));
    for (index, it) in run.statements[..end].iter().enumerate() {
        let statement = &it.statement;
        let is_planned =
            matches!(statement.kind, StatementKind::Select | StatementKind::Update | StatementKind::Delete);
        if !is_planned || statement.error.is_some() {
            continue;
        }
        let shape = shapes.entry(it.shape).or_insert_with(|| Shape {
            first: index,
            number: statement.number,
            kind: statement.kind,
            count: 0,
            rows: 0,
            micros: 0,
        });
        shape.count += 1;
        shape.rows += statement.row_count.unwrap_or(0);
        shape.micros += statement.elapsed_micros;
    }
    let mut shapes: Vec<_> = shapes.into_values().collect();
    shapes.sort_by_key(|it| (std::cmp::Reverse(it.micros), it.first));
    shapes
}

/// A step of a plan with its depth in the tree and what is to be said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Steps above it.
    pub depth: usize,
    /// The first word, such as `SCAN`.
    pub verb: String,
    /// The rest.
    pub rest: String,
    /// In plain words.
    pub note: &'static str,
    /// It costs more with every row of the table.
    pub is_warning: bool,
}

/// The tree of a plan, in order. `selects_all`: the statement has no condition, so reading its first table is no
/// fault.
pub fn tree(plan: &[PlanStep], selects_all: bool) -> Vec<Node> {
    let first_scan = plan.iter().position(|it| it.detail.starts_with("SCAN"));
    let mut depths: BTreeMap<i64, usize> = BTreeMap::new();
    plan.iter()
        .enumerate()
        .map(|(at, step)| {
            let depth = depths.get(&step.parent).map_or(0, |it| it + 1);
            depths.insert(step.id, depth);
            let (verb, rest) = step.detail.split_once(' ').unwrap_or((&step.detail, ""));
            let (note, is_warning) = meaning(&step.detail, selects_all && first_scan == Some(at));
            Node { depth, verb: verb.to_owned(), rest: rest.to_owned(), note, is_warning }
        })
        .collect()
}

/// Whether a statement has no condition that an index could serve.
pub fn selects_all(sql: &str) -> bool {
    !sql.to_ascii_uppercase().contains("WHERE")
}

fn meaning(detail: &str, selects_all: bool) -> (&'static str, bool) {
    let has = |words: &str| detail.contains(words);
    match detail {
        _ if has("AUTOMATIC") => ("Makes an index for this one statement, every time, and throws it away.", true),
        _ if detail.starts_with("SCAN CONSTANT") => ("A row of values, no table.", false),
        _ if detail.starts_with("SCAN (") || has("SCAN SUBQUERY") => ("Reads all that the inner SELECT gave.", false),
        _ if detail.starts_with("SCAN") && has("INDEX") => ("Reads a whole index, in its order.", false),
        _ if detail.starts_with("SCAN") && selects_all => {
            ("Reads the whole table, which is what was asked for.", false)
        }
        _ if detail.starts_with("SCAN") => ("Reads the whole table, row by row.", true),
        _ if has("USING INTEGER PRIMARY KEY") => ("Goes straight to the row by its key.", false),
        _ if has("COVERING INDEX") => ("Finds everything in the index, without the table.", false),
        _ if detail.starts_with("SEARCH") => ("Finds the rows through an index.", false),
        _ if has("TEMP B-TREE FOR ORDER BY") => ("Sorts the rows: no index has this order.", true),
        _ if has("TEMP B-TREE FOR GROUP BY") => ("Sorts the rows to group them: no index has this order.", true),
        _ if has("TEMP B-TREE FOR DISTINCT") => ("Keeps all rows to leave out repeated ones.", true),
        _ if has("TEMP B-TREE") => ("Sorts in memory.", true),
        _ if detail.starts_with("CORRELATED") => ("Runs once for each row outside.", false),
        _ if detail.starts_with("MATERIALIZE") => ("Built once, then read.", false),
        _ if detail.starts_with("CO-ROUTINE") => ("Made row by row as it is read.", false),
        _ => ("", false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(id: i64, parent: i64, detail: &str) -> PlanStep {
        PlanStep { id, parent, detail: detail.to_owned() }
    }

    #[test]
    fn steps_stand_under_the_step_they_belong_to() {
        let plan = [step(3, 0, "MATERIALIZE x"), step(6, 3, "SCAN book"), step(9, 0, "SEARCH a USING INDEX i (b=?)")];
        let depths: Vec<_> = tree(&plan, false).iter().map(|it| (it.depth, it.verb.clone(), it.is_warning)).collect();
        let expected = [(0, "MATERIALIZE", false), (1, "SCAN", true), (0, "SEARCH", false)];
        assert_eq!(depths, expected.map(|(depth, verb, is_warning)| (depth, verb.to_owned(), is_warning)));
    }

    #[test]
    fn reading_a_table_that_was_asked_for_is_no_fault() {
        assert!(selects_all("SELECT author.id \nFROM author"));
        assert!(!selects_all("SELECT author.id FROM author WHERE author.name = ?"));
        assert!(!tree(&[step(1, 0, "SCAN author")], true)[0].is_warning);
        assert!(tree(&[step(1, 0, "USE TEMP B-TREE FOR ORDER BY")], true)[0].is_warning);
    }
}
