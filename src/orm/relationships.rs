//! Relationships: what was declared, and the joins worked out from it. Mirrors `orm/relationships.py`.
//!
//! `configure` runs once for all mappers of a registry; before that only [`Declared`] is known.

use super::entity::{AliasedEntity, Entity};
use super::mapper::Mapper;
use super::properties::Property;
use crate::sql::expr::Expr;
use crate::sql::schema::ColumnRef;
use crate::sql::selectable::From;
use crate::sql::value::HostSlot;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};

/// Which side holds the foreign key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Direction {
    OneToMany,
    ManyToOne,
    ManyToMany,
}

/// How a relationship is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Lazy {
    Select,
    Joined,
    Selectin,
    Subquery,
    Immediate,
    Raise,
    RaiseOnSql,
    NoLoad,
    WriteOnly,
    Dynamic,
}

/// `cascade=`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, clippy::struct_excessive_bools)]
pub struct Cascade {
    pub save_update: bool,
    pub merge: bool,
    pub refresh_expire: bool,
    pub expunge: bool,
    pub delete: bool,
    pub delete_orphan: bool,
}

impl Default for Cascade {
    fn default() -> Self {
        Self {
            save_update: true,
            merge: true,
            refresh_expire: false,
            expunge: false,
            delete: false,
            delete_orphan: false,
        }
    }
}

/// `passive_deletes=`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum PassiveDeletes {
    #[default]
    No,
    Yes,
    All,
}

/// What the program said, with names and callables already looked up by the host.
#[derive(Debug, Default)]
#[allow(missing_docs, clippy::struct_excessive_bools)]
pub struct Declared {
    pub secondary: Option<From>,
    pub primaryjoin: Option<Expr>,
    pub secondaryjoin: Option<Expr>,
    pub foreign_keys: Vec<ColumnRef>,
    pub remote_side: Vec<ColumnRef>,
    pub order_by: Vec<Expr>,
    pub uselist: Option<bool>,
    pub back_populates: Option<Rc<str>>,
    pub viewonly: bool,
    pub sync_backref: Option<bool>,
    pub single_parent: bool,
    pub post_update: bool,
    pub passive_deletes: PassiveDeletes,
    pub passive_updates: bool,
    pub innerjoin: bool,
    pub join_depth: Option<u32>,
    pub active_history: bool,
    pub omit_join: Option<bool>,
    pub distinct_target_key: Option<bool>,
    /// What is to be flushed may be of any subclass, whatever is loaded: `enable_typechecks=False`.
    pub any_subtype: bool,
    /// It is loaded for instances that are not in the database yet.
    pub load_on_pending: bool,
    pub cascade_backrefs: bool,
    /// `None`: the default, `save-update, merge`.
    pub cascade: Option<Cascade>,
}

/// A relationship.
#[derive(Debug)]
pub struct Relationship {
    /// The target as the host can look it up (a name, a class, a callable); asked once, at configuration.
    pub argument: HostSlot,
    /// The aliased class that it leads to, which the host holds; else it leads to the target's mapper.
    pub aliased: RefCell<Weak<AliasedEntity>>,
    /// How it is loaded by default.
    pub lazy: Cell<Lazy>,
    /// Options do not change that.
    pub is_forced: Cell<bool>,
    /// The collection class of the host, if the program chose one.
    pub collection_class: HostSlot,
    /// What the program said; set when configuration has looked the names up.
    pub declared: OnceCell<Declared>,
    /// The joins; set by configuration.
    pub joins: OnceCell<Joins>,
    /// Relationships of the target that mirror this one (`back_populates`).
    pub reverse: RefCell<Vec<Weak<Property>>>,
}

/// A relationship, worked out.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Joins {
    pub target: Weak<Mapper>,
    pub direction: Direction,
    pub uselist: bool,
    pub cascade: Cascade,
    pub secondary: Option<From>,
    pub primaryjoin: Expr,
    pub secondaryjoin: Option<Expr>,
    /// Columns of the parent (or its side of the secondary join) and what they equal remotely.
    pub local_remote_pairs: Vec<(ColumnRef, ColumnRef)>,
    /// Source and destination of values copied at flush: for one-to-many parent -> child, for many-to-one
    /// child's target -> parent, for many-to-many parent -> secondary.
    pub synchronize_pairs: Vec<(ColumnRef, ColumnRef)>,
    /// For many-to-many: target -> secondary.
    pub secondary_synchronize_pairs: Vec<(ColumnRef, ColumnRef)>,
    /// Columns on the remote side.
    pub remote_columns: Vec<ColumnRef>,
    /// Columns on the parent's side.
    pub local_columns: Vec<ColumnRef>,
    /// A many-to-one whose join is exactly the target's primary key, so that the identity map can answer.
    pub use_get: bool,
    /// Whether parent and target are of one hierarchy.
    pub is_self_referential: bool,
}

impl Relationship {
    /// The target's mapper.
    pub fn target(&self) -> Rc<Mapper> {
        self.joins().target.upgrade().expect("mappers of a registry live together")
    }
    /// The target as statements name it.
    pub fn entity(&self) -> Entity {
        let aliased = self.aliased.borrow().upgrade();
        aliased.map_or_else(|| Entity::Mapper(self.target()), Entity::Aliased)
    }
    /// The joins; configuration has run by the time anybody asks.
    pub fn joins(&self) -> &Joins {
        self.joins.get().expect("mappers are configured before they are used")
    }
    /// What the program said.
    pub fn declared(&self) -> &Declared {
        self.declared.get().expect("mappers are configured before they are used")
    }
    /// Whether it is a collection.
    pub fn uselist(&self) -> bool {
        self.joins().uselist
    }
    /// A scalar whose old object only a SELECT can tell: the flush sends it, not the change.
    pub fn defers_history(&self) -> bool {
        let joins = self.joins();
        !self.declared().active_history && (joins.direction != Direction::ManyToOne || !joins.use_get)
    }
}
