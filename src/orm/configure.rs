//! Works a relationship's joins, direction and column pairs out of its tables and what was declared.
//! Mirrors `JoinCondition` of `orm/relationships.py`. Run once a mapper's neighbours are all known.

use super::errors::{OrmError, OrmResult};
use super::mapper::Mapper;
use super::polymorphic;
use super::properties::Property;
use super::relationships::{Cascade, Declared, Direction, Joins};
use crate::sql::SqlError;
use crate::sql::build;
use crate::sql::expr::{Expr, ExprKind};
use crate::sql::operators::Op;
use crate::sql::schema::{ColumnNode, ColumnRef, ForeignKey, ForeignKeyTarget, Table};
use crate::sql::selectable::From;
use std::rc::Rc;

/// Fills in `joins` of a relationship whose `declared` is set.
///
/// # Errors
/// [`OrmError::NoForeignKeys`], [`OrmError::AmbiguousForeignKeys`] or [`OrmError::Argument`] in the
/// reference's words when the tables don't tell how they join.
pub fn configure(prop: &Rc<Property>, target: &Rc<Mapper>) -> OrmResult<()> {
    let relationship = prop.as_relationship().expect("only relationships are configured");
    if relationship.joins.get().is_some() {
        return Ok(());
    }
    let declared = relationship.declared();
    let parent = prop.parent();
    let joins = JoinCondition { prop, parent: &parent, target, declared }.work_out()?;
    check_cascade(prop, &joins, declared)?;
    if joins.cascade.delete_orphan {
        target.delete_orphans.borrow_mut().push(Rc::downgrade(prop));
    }
    if joins.direction == Direction::ManyToOne && !declared.viewonly {
        target.key_switch_watchers.borrow_mut().push(Rc::downgrade(prop));
    }
    let _ = relationship.joins.set(joins);
    Ok(())
}

/// Links `back_populates` both ways.
///
/// # Errors
/// [`OrmError::InvalidRequest`] / [`OrmError::Argument`] when the other side is missing or points the
/// same way.
pub fn link_back_populates(prop: &Rc<Property>) -> OrmResult<()> {
    let relationship = prop.as_relationship().expect("only relationships are linked");
    let Some(other_key) = &relationship.declared().back_populates else { return Ok(()) };
    let target = relationship.target();
    let parent = prop.parent();
    let Some(other) = target.property(other_key) else {
        return Err(OrmError::invalid(format!(
            "Mapper '{}' has no property '{other_key}'.  If this property was indicated from other mappers \
             or configure events, ensure registry.configure() has been called.",
            target.describe()
        )));
    };
    let Some(other_relationship) = other.as_relationship() else {
        return Err(OrmError::invalid(format!(
            "back_populates on relationship '{}' refers to attribute '{}' that is not a relationship.  The \
             back_populates parameter should refer to the name of a relationship on the target class.",
            prop.qualified_name(),
            other.qualified_name()
        )));
    };
    let (Some(other_joins), joins) = (other_relationship.joins.get(), relationship.joins()) else { return Ok(()) };
    if !other_relationship.target().is_a(&parent) && !parent.is_a(&other_relationship.target()) {
        return Err(OrmError::Argument(format!(
            "reverse_property '{}' on relationship {} references relationship {}, which does not reference \
             mapper {}",
            other_key,
            prop.qualified_name(),
            other.qualified_name(),
            parent.describe()
        )));
    }
    if other_joins.direction == joins.direction && joins.direction != Direction::ManyToMany {
        return Err(OrmError::Argument(format!(
            "{} and back-reference {} are both of the same direction {}.  Did you mean to set remote_side on \
             the many-to-one side ?",
            prop.qualified_name(),
            other.qualified_name(),
            direction_repr(joins.direction)
        )));
    }
    add_reverse(relationship, &other);
    add_reverse(other_relationship, prop);
    Ok(())
}

fn add_reverse(relationship: &super::relationships::Relationship, other: &Rc<Property>) {
    let mut reverse = relationship.reverse.borrow_mut();
    if !reverse.iter().any(|it| it.upgrade().is_some_and(|it| it.id == other.id)) {
        reverse.push(Rc::downgrade(other));
    }
}

fn direction_repr(direction: Direction) -> &'static str {
    match direction {
        Direction::OneToMany => "<RelationshipDirection.ONETOMANY: 1>",
        Direction::ManyToOne => "<RelationshipDirection.MANYTOONE: 2>",
        Direction::ManyToMany => "<RelationshipDirection.MANYTOMANY: 3>",
    }
}

fn check_cascade(prop: &Property, joins: &Joins, declared: &Declared) -> OrmResult<()> {
    if joins.cascade.delete_orphan
        && !declared.single_parent
        && matches!(joins.direction, Direction::ManyToMany | Direction::ManyToOne)
    {
        let (kind, rel) = if joins.direction == Direction::ManyToOne {
            ("many-to-one", prop.qualified_name())
        } else {
            ("many-to-many", prop.qualified_name())
        };
        return Err(OrmError::Argument(format!(
            "For {kind} relationship {rel}, delete-orphan cascade is normally configured only on the \"one\" \
             side of a one-to-many relationship, and not on the \"many\" side of a many-to-one or many-to-many \
             relationship.  To force this relationship to allow a particular \"{target}\" object to be \
             referenced by only a single \"{parent}\" object at a time via the {rel} relationship, which would \
             allow delete-orphan cascade to take place in this direction, set the single_parent=True flag.",
            target = joins.target.upgrade().map(|it| it.class_name.to_string()).unwrap_or_default(),
            parent = prop.parent().class_name,
        )));
    }
    Ok(())
}

struct JoinCondition<'a> {
    prop: &'a Rc<Property>,
    parent: &'a Rc<Mapper>,
    target: &'a Rc<Mapper>,
    declared: &'a Declared,
}

impl JoinCondition<'_> {
    fn work_out(&self) -> OrmResult<Joins> {
        let declared = self.declared;
        let secondary = declared.secondary.clone();
        let (primaryjoin, secondaryjoin) = match &secondary {
            Some(secondary) => {
                let secondaryjoin = match &declared.secondaryjoin {
                    Some(given) => given.clone(),
                    None => self.join_of(self.target, secondary, true)?,
                };
                let primaryjoin = match &declared.primaryjoin {
                    Some(given) => given.clone(),
                    None => self.join_of(self.parent, secondary, true)?,
                };
                (primaryjoin, Some(secondaryjoin))
            }
            None => match &declared.primaryjoin {
                Some(given) => (given.clone(), None),
                None => (self.join_of(self.parent, &self.target.persist_selectable, false)?, None),
            },
        };
        let primary_pairs = equated_columns(&primaryjoin);
        let secondary_pairs = secondaryjoin.as_ref().map(equated_columns).unwrap_or_default();
        let remote_rule = self.remote_rule(&primary_pairs);
        let is_remote = |column: &ColumnRef, other: &ColumnRef| -> bool {
            if let Some(secondary) = &secondary {
                return has(secondary, column);
            }
            match remote_rule {
                RemoteRule::Given => declared.remote_side.iter().any(|it| it.id == column.id),
                RemoteRule::Foreign => self.is_foreign(column, other),
                RemoteRule::Overlap => {
                    has(&self.target.persist_selectable, column) && has(&self.parent.persist_selectable, other)
                }
                RemoteRule::Distinct => {
                    has(&self.target.persist_selectable, column)
                        && (!has(&self.parent.local_table, column) || has(&self.target.local_table, column))
                }
            }
        };
        let direction = self.direction(secondary.as_ref(), &primaryjoin, &primary_pairs, &is_remote)?;
        let mut local_remote_pairs = Vec::new();
        let mut synchronize_pairs = Vec::new();
        let mut secondary_synchronize_pairs = Vec::new();
        let mut remote_columns: Vec<ColumnRef> = Vec::new();
        let both = primary_pairs.iter().map(|it| (it, false)).chain(secondary_pairs.iter().map(|it| (it, true)));
        for ((left, right), of_secondary) in both {
            let (left_foreign, right_foreign) = (self.is_foreign(left, right), self.is_foreign(right, left));
            let (left_remote, right_remote) = (is_remote(left, right), is_remote(right, left));
            for (column, remote) in [(left, left_remote), (right, right_remote)] {
                if remote && !remote_columns.iter().any(|it| it.id == column.id) {
                    remote_columns.push(column.clone());
                }
            }
            if right_remote && !left_remote {
                local_remote_pairs.push((left.clone(), right.clone()));
            } else if left_remote && !right_remote {
                local_remote_pairs.push((right.clone(), left.clone()));
            }
            let pairs = if of_secondary { &mut secondary_synchronize_pairs } else { &mut synchronize_pairs };
            if right_foreign {
                pairs.push((left.clone(), right.clone()));
            } else if left_foreign {
                pairs.push((right.clone(), left.clone()));
            }
        }
        if synchronize_pairs.is_empty() && !declared.viewonly {
            return Err(self.no_foreign_columns(&primaryjoin, "primary"));
        }
        let uselist = declared.uselist.unwrap_or(direction != Direction::ManyToOne);
        let use_get = !uselist && direction != Direction::ManyToMany && self.is_get(&primaryjoin, &local_remote_pairs);
        let cascade = match declared.cascade {
            Some(cascade) => cascade,
            None if declared.viewonly => Cascade { save_update: false, merge: false, ..Cascade::default() },
            None => Cascade::default(),
        };
        Ok(Joins {
            target: Rc::downgrade(self.target),
            direction,
            uselist,
            cascade,
            secondary,
            primaryjoin,
            secondaryjoin,
            local_remote_pairs,
            synchronize_pairs,
            secondary_synchronize_pairs,
            remote_columns,
            use_get,
            is_self_referential: self.target.common_parent(self.parent),
        })
    }

    /// Which columns are those of the target, where the program does not mark them.
    fn remote_rule(&self, pairs: &[(ColumnRef, ColumnRef)]) -> RemoteRule {
        if !self.declared.remote_side.is_empty() {
            return RemoteRule::Given;
        }
        let (parent, target) = (&self.parent.persist_selectable, &self.target.persist_selectable);
        let in_both = |column: &ColumnRef| {
            column.table.borrow().as_ref().is_some_and(|it| parent.is_derived_from(it) && target.is_derived_from(it))
        };
        if pairs.iter().any(|(left, right)| in_both(left) && in_both(right)) {
            RemoteRule::Foreign
        } else if polymorphic::overlap(parent, target) {
            RemoteRule::Overlap
        } else {
            RemoteRule::Distinct
        }
    }

    /// Whether `column` holds a reference to `other`.
    fn is_foreign(&self, column: &ColumnRef, other: &ColumnRef) -> bool {
        if !self.declared.foreign_keys.is_empty() {
            return self.declared.foreign_keys.iter().any(|it| it.id == column.id);
        }
        let refers = |from: &ColumnRef, to| from.foreign_keys().iter().any(|fk| references(fk, to));
        // Without foreign keys it is the columns of `secondary` that refer to others.
        refers(column, other)
            || !refers(other, column)
                && self.declared.secondary.as_ref().is_some_and(|it| has(it, column) && !has(it, other))
    }

    fn direction(
        &self,
        secondary: Option<&From>,
        join: &Expr,
        pairs: &[(ColumnRef, ColumnRef)],
        is_remote: &dyn Fn(&ColumnRef, &ColumnRef) -> bool,
    ) -> OrmResult<Direction> {
        if secondary.is_some() {
            return Ok(Direction::ManyToMany);
        }
        // Each foreign column, and whether it is remote.
        let foreign: Vec<(&ColumnRef, bool)> = pairs
            .iter()
            .flat_map(|(left, right)| [(left, right), (right, left)])
            .filter(|(column, other)| self.is_foreign(column, other))
            .map(|(column, other)| (column, is_remote(column, other)))
            .collect();
        let on_target = foreign.iter().any(|it| has(&self.target.persist_selectable, it.0));
        let on_parent = foreign.iter().any(|it| has(&self.parent.persist_selectable, it.0));
        match (on_target, on_parent) {
            (true, false) => Ok(Direction::OneToMany),
            (false, true) => Ok(Direction::ManyToOne),
            (true, true) => match (foreign.iter().any(|it| it.1), foreign.iter().any(|it| !it.1)) {
                (true, false) => Ok(Direction::OneToMany),
                (false, true) => Ok(Direction::ManyToOne),
                _ => Err(OrmError::Argument(format!(
                    "Can't determine relationship direction for relationship '{}' - foreign key columns within the \
                     join condition are present in both the parent and the child's mapped tables.  Ensure that only \
                     those columns referring to a parent column are marked as foreign, either via the foreign() \
                     annotation or via the foreign_keys argument.",
                    self.prop.qualified_name()
                ))),
            },
            (false, false) if foreign.is_empty() => Err(self.no_foreign_columns(join, "primary")),
            (false, false) => Err(OrmError::Argument(format!(
                "Can't determine relationship direction for relationship '{}' - foreign key columns are present in \
                 neither the parent nor the child's mapped tables",
                self.prop.qualified_name()
            ))),
        }
    }

    fn no_foreign_columns(&self, join: &Expr, kind: &str) -> OrmError {
        OrmError::Argument(format!(
            "Could not locate any relevant foreign key columns for {kind} join condition '{}' on relationship {}.  \
             Ensure that referencing columns are associated with a ForeignKey or ForeignKeyConstraint, or are \
             annotated in the join condition with the foreign() annotation.",
            expr_text(join),
            self.prop.qualified_name()
        ))
    }

    /// Whether the join is exactly "the target's primary key equals a local column".
    fn is_get(&self, primaryjoin: &Expr, local_remote: &[(ColumnRef, ColumnRef)]) -> bool {
        let key = &self.target.primary_key;
        equality_count(primaryjoin) == Some(key.len())
            && local_remote.len() == key.len()
            && key.iter().all(|it| local_remote.iter().any(|(_, remote)| self.target.is_equivalent(remote, it)))
    }

    /// The join of a class's tables with others by their foreign keys; its own table is asked first.
    fn join_of(&self, mapper: &Mapper, right: &From, is_secondary: bool) -> OrmResult<Expr> {
        let consider = (!self.declared.foreign_keys.is_empty()).then_some(&self.declared.foreign_keys[..]);
        let found = build::join_condition_with(&mapper.persist_selectable, right, Some(&mapper.local_table), consider);
        let name = self.prop.qualified_name();
        found.map_err(|error| match error {
            SqlError::NoForeignKeys(_) if is_secondary => OrmError::NoForeignKeys(format!(
                "Could not determine join condition between parent/child tables on relationship {name} - there are no \
                 foreign keys linking these tables via secondary table '{}'.  Ensure that referencing columns are \
                 associated with a ForeignKey or ForeignKeyConstraint, or specify 'primaryjoin' and 'secondaryjoin' \
                 expressions.",
                build::from_description(right)
            )),
            SqlError::NoForeignKeys(_) => OrmError::NoForeignKeys(format!(
                "Could not determine join condition between parent/child tables on relationship {name} - there are no \
                 foreign keys linking these tables.  Ensure that referencing columns are associated with a ForeignKey \
                 or ForeignKeyConstraint, or specify a 'primaryjoin' expression."
            )),
            SqlError::AmbiguousForeignKeys(_) if is_secondary => OrmError::AmbiguousForeignKeys(format!(
                "Could not determine join condition between parent/child tables on relationship {name} - there are \
                 multiple foreign key paths linking the tables via secondary table '{}'.  Specify the 'foreign_keys' \
                 argument, providing a list of those columns which should be counted as containing a foreign key \
                 reference from the secondary table to each of the parent and child tables.",
                build::from_description(right)
            )),
            SqlError::AmbiguousForeignKeys(_) => OrmError::AmbiguousForeignKeys(format!(
                "Could not determine join condition between parent/child tables on relationship {name} - there are \
                 multiple foreign key paths linking the tables.  Specify the 'foreign_keys' argument, providing a \
                 list of those columns which should be counted as containing a foreign key reference to the parent \
                 table."
            )),
            other => other.into(),
        })
    }
}

/// How the target's columns in a join are told.
#[derive(Clone, Copy)]
enum RemoteRule {
    /// `remote_side=`
    Given,
    /// Both sides are of one table: the referring column is remote.
    Foreign,
    /// The classes share some table.
    Overlap,
    Distinct,
}

/// Whether a FROM object has the column itself.
fn has(from: &From, column: &ColumnRef) -> bool {
    match (from, &*column.table.borrow()) {
        (From::Table(table), Some(owner)) => table.id == owner.id(),
        (From::Join(join), _) => has(&join.left, column) || has(&join.right, column),
        (_, _) => from.columns().iter().any(|it| it.id == column.id),
    }
}

/// The column of `table` that a foreign key refers to.
pub fn referent(fk: &ForeignKey, table: &Table) -> Option<ColumnRef> {
    match &fk.target {
        ForeignKeyTarget::Column(column) => {
            let owner = column.owner_table()?;
            (owner.id == table.id).then(|| column.clone())
        }
        ForeignKeyTarget::Text(text) => match text.rsplit_once('.') {
            Some((name, column)) => (name == &*table.key()).then(|| table.column(column)).flatten(),
            None => {
                let parent = fk.parent.borrow().upgrade()?;
                (**text == *table.key()).then(|| table.column(&parent.key())).flatten()
            }
        },
    }
}

fn references(fk: &ForeignKey, column: &ColumnNode) -> bool {
    column.owner_table().and_then(|table| referent(fk, &table)).is_some_and(|it| it.id == column.id)
}

/// Every `column = column` in a join condition.
pub fn equated_columns(expr: &Expr) -> Vec<(ColumnRef, ColumnRef)> {
    match expr.kind() {
        ExprKind::Binary { op: Op::Eq, left, right, .. } => match (bare_column(left), bare_column(right)) {
            (Some(left), Some(right)) => vec![(left, right)],
            _ => Vec::new(),
        },
        ExprKind::List { clauses, .. } => clauses.iter().flat_map(equated_columns).collect(),
        ExprKind::Grouping(inner) => equated_columns(inner),
        _ => Vec::new(),
    }
}

fn bare_column(expr: &Expr) -> Option<ColumnRef> {
    match expr.kind() {
        ExprKind::Column(column) => Some(column.clone()),
        ExprKind::Grouping(inner) => bare_column(inner),
        _ => None,
    }
}

/// How many equalities an AND of nothing else has.
fn equality_count(expr: &Expr) -> Option<usize> {
    match expr.kind() {
        ExprKind::Binary { op: Op::Eq, .. } => Some(1),
        ExprKind::List { op: Op::And, clauses, .. } => clauses.iter().map(equality_count).sum(),
        ExprKind::Grouping(inner) => equality_count(inner),
        _ => None,
    }
}

/// An expression as messages show it.
pub(super) fn expr_text(expr: &Expr) -> String {
    use crate::sql::compile::{CompileOptions, Dialect, Statement, compile};
    compile(&Statement::Expr(expr.clone()), &Dialect::default_(), &CompileOptions::default())
        .map_or_else(|error| error.to_string(), |it| it.sql.to_string())
}
