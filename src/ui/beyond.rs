//! What a log of limited length keeps of a run's other statements: the newest and the slowest. Pure.

use crate::protocol::Statement;
use std::{collections::VecDeque, sync::Arc};

const NEWEST: usize = 50;
const SLOWEST: usize = 20;

/// The newest and the slowest statements.
#[derive(Clone, Debug, Default)]
pub struct Beyond {
    newest: VecDeque<Arc<Statement>>,
    slowest: Vec<Arc<Statement>>,
}

impl Beyond {
    /// Takes one statement of the run.
    pub fn take(&mut self, statement: &Arc<Statement>) {
        if self.newest.len() == NEWEST {
            self.newest.pop_front();
        }
        self.newest.push_back(Arc::clone(statement));
        let micros = statement.elapsed_micros;
        if self.slowest.len() < SLOWEST || self.slowest.last().is_some_and(|it| it.elapsed_micros < micros) {
            // Behind those that took as long: the earlier one stays in front.
            let at = self.slowest.partition_point(|it| it.elapsed_micros >= micros);
            self.slowest.insert(at, Arc::clone(statement));
            self.slowest.truncate(SLOWEST);
        }
    }

    /// Newest first.
    pub fn newest(&self) -> impl Iterator<Item = &Arc<Statement>> {
        self.newest.iter().rev()
    }

    /// Slowest first.
    pub fn slowest(&self) -> impl Iterator<Item = &Arc<Statement>> {
        self.slowest.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::StatementKind;

    #[test]
    fn newest_and_slowest_stay() {
        let mut beyond = Beyond::default();
        for number in 1..=1_000 {
            let statement = Statement {
                number,
                kind: StatementKind::Select,
                sql: String::new(),
                spelling: None,
                parameters: Vec::new(),
                parameter_set_count: 0,
                row_count: None,
                elapsed_micros: u64::from(number % 300),
                virtual_micros: 0,
                line: None,
                cause: Vec::new(),
                transaction: None,
                error: None,
            };
            beyond.take(&Arc::new(statement));
        }
        let newest: Vec<u32> = beyond.newest().map(|it| it.number).collect();
        assert_eq!((newest.len(), newest[0], newest[49]), (50, 1_000, 951));
        let slowest: Vec<u32> = beyond.slowest().map(|it| it.number).take(4).collect();
        assert_eq!(slowest, [299, 599, 899, 298]);
        assert_eq!(beyond.slowest().count(), 20);
    }
}
