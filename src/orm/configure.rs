//! Works a relationship's joins, direction and column pairs out of its tables and what was declared.
//! Mirrors `JoinCondition` of `orm/relationships.py`. Run once a mapper's neighbours are all known.

use super::errors::{OrmError, OrmResult};
use super::join_annotations::{Annotated, Pairs, columns_with, has};
use super::mapper::Mapper;
use super::properties::Property;
use super::relationships::{Cascade, Declared, Direction, Joins};
use crate::sql::SqlError;
use crate::sql::build;
use crate::sql::expr::{Expr, ExprKind};
use crate::sql::operators::Op;
use crate::sql::schema::{ColumnNode, ColumnRef, ForeignKey, ForeignKeyTarget, Table};
use crate::sql::schema_ops::referred_column;
use crate::sql::selectable::From;
use std::rc::Rc;

/// Fills in `joins` of a relationship whose `declared` is set.
///
/// # Errors
/// [`OrmError::NoForeignKeys`], [`OrmError::AmbiguousForeignKeys`] or [`OrmError::Argument`] in the
/// reference's words when the tables don't tell how they join.
pub fn configure(prop: &Rc<Property>, target: &Rc<Mapper>, warn: &dyn Fn(&str) -> OrmResult<()>) -> OrmResult<()> {
    let relationship = prop.as_relationship().expect("only relationships are configured");
    if relationship.joins.get().is_some() {
        return Ok(());
    }
    let declared = relationship.declared();
    let parent = prop.parent();
    let (child, child_local) = match relationship.aliased.borrow().upgrade() {
        Some(alias) => (alias.selectable.clone(), alias.selectable.clone()),
        None => (target.persist_selectable.clone(), target.local_table.clone()),
    };
    let joins = JoinCondition { prop, parent: &parent, target, child, child_local, declared, warn }.work_out()?;
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
        return Err(OrmError::ArgumentCoded(
            format!(
                "For {kind} relationship {rel}, delete-orphan cascade is normally configured only on the \"one\" \
             side of a one-to-many relationship, and not on the \"many\" side of a many-to-one or many-to-many \
             relationship.  To force this relationship to allow a particular \"{target}\" object to be \
             referenced by only a single \"{parent}\" object at a time via the {rel} relationship, which would \
             allow delete-orphan cascade to take place in this direction, set the single_parent=True flag.",
                target = joins.target.upgrade().map(|it| it.class_name.to_string()).unwrap_or_default(),
                parent = prop.parent().class_name,
            ),
            "bbf0",
        ));
    }
    Ok(())
}

struct JoinCondition<'a> {
    prop: &'a Rc<Property>,
    parent: &'a Rc<Mapper>,
    target: &'a Rc<Mapper>,
    /// What it leads to: the tables of the target, or an alias.
    child: From,
    /// The part of it that is the target's own.
    child_local: From,
    declared: &'a Declared,
    warn: &'a dyn Fn(&str) -> OrmResult<()>,
}

impl JoinCondition<'_> {
    fn work_out(&self) -> OrmResult<Joins> {
        let declared = self.declared;
        let secondary = declared.secondary.clone();
        let (primaryjoin, secondaryjoin) = match &secondary {
            Some(secondary) => {
                let secondaryjoin = match &declared.secondaryjoin {
                    Some(given) => given.clone(),
                    None => self.join_of(&self.child, &self.child_local, secondary, true)?,
                };
                let primaryjoin = match &declared.primaryjoin {
                    Some(given) => given.clone(),
                    None => self.join_of(&self.parent.persist_selectable, &self.parent.local_table, secondary, true)?,
                };
                (primaryjoin, Some(secondaryjoin))
            }
            None => match &declared.primaryjoin {
                Some(given) => (given.clone(), None),
                None => {
                    let (parent, own) = (&self.parent.persist_selectable, &self.parent.local_table);
                    (self.join_of(parent, own, &self.child, false)?, None)
                }
            },
        };
        let mut join = Annotated {
            prop: self.prop,
            parent: self.parent,
            child: &self.child,
            child_local: &self.child_local,
            declared,
            primaryjoin,
            secondaryjoin,
            warn: self.warn,
        };
        join.annotate();
        let pairs = join.pairs();
        self.check_foreign_columns(&join.primaryjoin, "primary", &pairs.synchronize)?;
        if let Some(secondaryjoin) = &join.secondaryjoin {
            self.check_foreign_columns(secondaryjoin, "secondary", &pairs.secondary_synchronize)?;
        }
        let direction = self.direction(&join)?;
        self.check_remote_side(&join, &pairs.local_remote)?;
        let uselist = declared.uselist.unwrap_or(direction != Direction::ManyToOne);
        let is_alias = self.child.id() != self.target.persist_selectable.id();
        let use_get = !uselist && !is_alias && direction != Direction::ManyToMany && self.is_get(&join.primaryjoin);
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
            local_remote_pairs: pairs.local_remote,
            synchronize_pairs: pairs.synchronize,
            secondary_synchronize_pairs: pairs.secondary_synchronize,
            remote_columns: join.columns(|it| it.remote),
            local_columns: self.in_table_order(join.columns(|it| it.local)),
            primaryjoin: join.primaryjoin,
            secondaryjoin: join.secondaryjoin,
            use_get,
            is_self_referential: self.target.common_parent(self.parent),
        })
    }

    fn in_table_order(&self, mut columns: Vec<ColumnRef>) -> Vec<ColumnRef> {
        let all = self.parent.persist_selectable.columns();
        columns.sort_by_key(|it| all.iter().position(|known| known.id == it.id));
        columns
    }

    fn direction(&self, join: &Annotated<'_>) -> OrmResult<Direction> {
        if join.secondaryjoin.is_some() {
            return Ok(Direction::ManyToMany);
        }
        let foreign = join.columns(|it| it.foreign);
        let on_target = foreign.iter().any(|it| has(&self.child, it));
        let on_parent = foreign.iter().any(|it| has(&self.parent.persist_selectable, it));
        match (on_target, on_parent) {
            (true, false) => Ok(Direction::OneToMany),
            (false, true) => Ok(Direction::ManyToOne),
            (true, true) => {
                let mut one_to_many = columns_with(&join.primaryjoin, |it| it.foreign && it.remote);
                let mut many_to_one = columns_with(&join.primaryjoin, |it| it.foreign && !it.remote);
                if !one_to_many.is_empty() && !many_to_one.is_empty() {
                    // Columns that are equated with themselves tell nothing.
                    let (remote, local) = (join.columns(|it| it.remote), join.columns(|it| it.local));
                    let is_in = |columns: &[ColumnRef], column: &ColumnRef| columns.iter().any(|it| it.id == column.id);
                    one_to_many.retain(|it| !(is_in(&remote, it) && is_in(&local, it)));
                    many_to_one.retain(|it| !(is_in(&remote, it) && is_in(&local, it)));
                }
                match (one_to_many.is_empty(), many_to_one.is_empty()) {
                    (false, true) => Ok(Direction::OneToMany),
                    (true, false) => Ok(Direction::ManyToOne),
                    _ => Err(OrmError::Argument(format!(
                        "Can't determine relationship direction for relationship '{}' - foreign key columns within the \
                         join condition are present in both the parent and the child's mapped tables.  Ensure that only \
                         those columns referring to a parent column are marked as foreign, either via the foreign() \
                         annotation or via the foreign_keys argument.",
                        self.prop.qualified_name()
                    ))),
                }
            }
            (false, false) => Err(OrmError::Argument(format!(
                "Can't determine relationship direction for relationship '{}' - foreign key columns are present in \
                 neither the parent nor the child's mapped tables",
                self.prop.qualified_name()
            ))),
        }
    }

    fn check_foreign_columns(&self, join: &Expr, kind: &str, pairs: &Pairs) -> OrmResult<()> {
        let has_foreign = !columns_with(join, |it| it.foreign).is_empty();
        if if self.declared.viewonly { has_foreign } else { !pairs.is_empty() } {
            return Ok(());
        }
        let (join, name) = (expr_text(join), self.prop.qualified_name());
        let advice = "Ensure that referencing columns are associated with a ForeignKey or ForeignKeyConstraint, or are \
                      annotated in the join condition with the foreign() annotation.";
        Err(OrmError::Argument(if has_foreign {
            format!(
                "Could not locate any simple equality expressions involving locally mapped foreign key columns for \
                 {kind} join condition '{join}' on relationship {name}.  {advice} To allow comparison operators other \
                 than '==', the relationship can be marked as viewonly=True."
            )
        } else {
            format!(
                "Could not locate any relevant foreign key columns for {kind} join condition '{join}' on relationship \
                 {name}.  {advice}"
            )
        }))
    }

    fn check_remote_side(&self, join: &Annotated<'_>, local_remote: &Pairs) -> OrmResult<()> {
        if local_remote.is_empty() {
            return Err(OrmError::Argument(format!(
                "Relationship {} could not determine any unambiguous local/remote column pairs based on join condition \
                 and remote_side arguments.  Consider using the remote() annotation to accurately mark those elements \
                 of the join condition that are on the remote side of the relationship.",
                self.prop.qualified_name()
            )));
        }
        for (_, remote) in local_remote {
            if has(&self.parent.persist_selectable, remote) && !has(&self.child, remote) {
                (join.warn)(&format!(
                    "Expression {} is marked as 'remote', but these column(s) are local to the local side.  The remote() \
                     annotation is needed only for a self-referential relationship where both sides of the relationship \
                     refer to the same tables.",
                    expr_text(&Expr::column(remote))
                ))?;
            }
        }
        Ok(())
    }

    /// Whether the join is exactly "the target's primary key equals local columns".
    fn is_get(&self, primaryjoin: &Expr) -> bool {
        let key = &self.target.primary_key;
        let mut clauses = Vec::new();
        if !equalities(primaryjoin, &mut clauses) || clauses.len() != key.len() {
            return false;
        }
        let keys: Vec<&ColumnRef> = clauses
            .iter()
            .filter_map(|(left, right)| match (left.0.marks.local, right.0.marks.local) {
                (true, false) => right.as_column(),
                (false, true) => left.as_column(),
                _ => None,
            })
            .collect();
        keys.len() == key.len() && key.iter().all(|it| keys.iter().any(|other| self.target.is_equivalent(other, it)))
    }

    /// The join of a class's tables with others by their foreign keys; its own table is asked first.
    fn join_of(&self, left: &From, own: &From, right: &From, is_secondary: bool) -> OrmResult<Expr> {
        let consider = (!self.declared.foreign_keys.is_empty()).then_some(&self.declared.foreign_keys[..]);
        let found = build::join_condition_with(left, right, Some(own), consider);
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

/// The column of `table` that a foreign key refers to.
pub fn referent(fk: &ForeignKey, table: &Table) -> Option<ColumnRef> {
    match &fk.target {
        ForeignKeyTarget::Column(column) => {
            let owner = column.owner_table()?;
            (owner.id == table.id).then(|| column.clone())
        }
        ForeignKeyTarget::Names { table: name, .. } => {
            let found = (**name == *table.name).then(|| referred_column(fk).ok()).flatten()?;
            (found.owner_table()?.id == table.id).then_some(found)
        }
    }
}

pub(super) fn references(fk: &ForeignKey, column: &ColumnNode) -> bool {
    column.owner_table().and_then(|table| referent(fk, &table)).is_some_and(|it| it.id == column.id)
}

/// The equalities of columns that a condition consists of; `false` when there is anything else.
pub(super) fn equalities(expr: &Expr, out: &mut Vec<(Expr, Expr)>) -> bool {
    match expr.kind() {
        ExprKind::Binary { op: Op::Eq, left, right, .. } => {
            out.push((left.clone(), right.clone()));
            left.as_column().is_some() && right.as_column().is_some()
        }
        ExprKind::List { op: Op::And, clauses, .. } => clauses.iter().all(|it| equalities(it, out)),
        ExprKind::Grouping(inner) => equalities(inner, out),
        _ => false,
    }
}

/// An expression as messages show it.
pub(super) fn expr_text(expr: &Expr) -> String {
    use crate::sql::compile::{CompileOptions, Dialect, Statement, compile};
    compile(&Statement::Expr(expr.clone()), &Dialect::default_(), &CompileOptions::default())
        .map_or_else(|error| error.to_string(), |it| it.sql.to_string())
}
