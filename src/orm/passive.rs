//! What reading an attribute may do: load, send SQL, raise. Mirrors `PassiveFlag` of `orm/base.py`.

/// A set of permissions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PassiveFlag(u16);

#[allow(missing_docs)]
impl PassiveFlag {
    pub const NO_CHANGE: Self = Self(0);
    pub const CALLABLES_OK: Self = Self(1);
    pub const SQL_OK: Self = Self(2);
    pub const RELATED_OBJECT_OK: Self = Self(4);
    pub const INIT_OK: Self = Self(8);
    pub const NON_PERSISTENT_OK: Self = Self(16);
    pub const LOAD_AGAINST_COMMITTED: Self = Self(32);
    pub const NO_AUTOFLUSH: Self = Self(64);
    pub const NO_RAISE: Self = Self(128);
    pub const DEFERRED_HISTORY_LOAD: Self = Self(256);
    /// Everything is allowed.
    pub const OFF: Self = Self(1 | 2 | 4 | 8 | 16);
    pub const RETURN_NO_VALUE: Self = Self(1 | 2 | 4 | 16);
    pub const NO_INITIALIZE: Self = Self(2 | 4 | 16);
    pub const NO_FETCH: Self = Self(1 | 4 | 8 | 16);
    pub const NO_FETCH_RELATED: Self = Self(1 | 2 | 8 | 16);
    pub const ONLY_PERSISTENT: Self = Self(1 | 2 | 4 | 8);
    pub const MERGE: Self = Self(1 | 2 | 4 | 8 | 16 | 128);

    /// Whether all of `other` is allowed.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
    /// With `other` allowed too.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
    /// With `other` no longer allowed.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}
