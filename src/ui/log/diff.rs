//! What a run sent that the run before did not, by the text of the statements. Pure.

use crate::ui::run::Run;
use std::{collections::BTreeMap, sync::Arc};

/// How often a run sent each text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// Statements in all.
    pub count: u32,
    /// By text, with the place of the first one.
    texts: BTreeMap<Arc<str>, (usize, u32)>,
}

impl Sent {
    /// Of a run.
    pub fn of(run: &Run) -> Self {
        let mut texts: BTreeMap<Arc<str>, (usize, u32)> = BTreeMap::new();
        for (at, it) in run.statements.iter().enumerate() {
            match texts.get_mut(&*it.statement.sql) {
                Some((_, count)) => *count += 1,
                None => {
                    texts.insert(it.statement.sql.as_str().into(), (at, 1));
                }
            }
        }
        Self { count: run.statement_count, texts }
    }
}

/// A text that was sent more or less often than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The SQL.
    pub sql: Arc<str>,
    /// How often the run before sent it.
    pub before: u32,
    /// How often this one did.
    pub now: u32,
}

/// The changes, in the order in which this run, and then the one before, first sent the texts.
pub fn changes(before: &Sent, now: &Sent) -> Vec<Change> {
    let count = |sent: &Sent, sql: &Arc<str>| sent.texts.get(sql).map_or(0, |it| it.1);
    let mut places: BTreeMap<(bool, usize), Change> = BTreeMap::new();
    for (is_gone, sent) in [(false, now), (true, before)] {
        for (sql, (at, _)) in &sent.texts {
            if is_gone && now.texts.contains_key(sql) {
                continue;
            }
            let change = Change { sql: Arc::clone(sql), before: count(before, sql), now: count(now, sql) };
            if change.before != change.now {
                places.insert((is_gone, *at), change);
            }
        }
    }
    places.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(texts: &[(&str, u32)]) -> Sent {
        let texts: BTreeMap<Arc<str>, (usize, u32)> =
            texts.iter().enumerate().map(|(at, (sql, count))| ((*sql).into(), (at, *count))).collect();
        Sent { count: texts.values().map(|it| it.1).sum(), texts }
    }

    #[test]
    fn added_gone_and_changed_texts_are_told_in_order() {
        let before = sent(&[("SELECT a", 1), ("SELECT b", 1_200), ("COMMENT", 1)]);
        let now = sent(&[("SELECT a", 1), ("SELECT c", 3), ("SELECT b", 2)]);
        let told: Vec<_> =
            changes(&before, &now).into_iter().map(|it| (it.sql.to_string(), it.before, it.now)).collect();
        let expected = [("SELECT c", 0, 3), ("SELECT b", 1_200, 2), ("COMMENT", 1, 0)];
        assert_eq!(told, expected.map(|(sql, before, now)| (sql.to_owned(), before, now)));
    }
}
