//! Why statements ran, in the few words that the log's filter offers.

use crate::protocol::{CauseKind, Statement, StatementKind};

/// What decided that a statement was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The program asked for it.
    Program,
    /// A relationship of one instance was read.
    LazyLoad,
    /// A loader loaded ahead.
    EagerLoad,
    /// An instance was read again.
    Refresh,
    /// A query flushed first.
    Autoflush,
    /// The unit of work was sent.
    Flush,
    /// Tables were made or dropped.
    Schema,
}

impl Reason {
    /// In the order in which the filter offers them.
    pub const ALL: [Self; 7] =
        [Self::Program, Self::LazyLoad, Self::EagerLoad, Self::Refresh, Self::Autoflush, Self::Flush, Self::Schema];

    /// The innermost cause that decides; what a flush has to load is the flush's.
    pub fn of(statement: &Statement) -> Self {
        let has = |kind| statement.cause.iter().any(|it| it.kind == kind);
        match statement.cause.last().map(|it| it.kind) {
            _ if has(CauseKind::Autoflush) => Self::Autoflush,
            _ if has(CauseKind::Flush) => Self::Flush,
            Some(CauseKind::LazyLoad) => Self::LazyLoad,
            Some(CauseKind::EagerLoad) => Self::EagerLoad,
            Some(CauseKind::Refresh) => Self::Refresh,
            _ if statement.kind == StatementKind::Ddl => Self::Schema,
            _ => Self::Program,
        }
    }

    /// As the filter shows it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Program => "program",
            Self::LazyLoad => "lazy load",
            Self::EagerLoad => "eager load",
            Self::Refresh => "refresh",
            Self::Autoflush => "autoflush",
            Self::Flush => "flush",
            Self::Schema => "schema",
        }
    }
}
