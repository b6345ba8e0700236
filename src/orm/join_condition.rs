//! The join of a relationship between given FROM objects, and its "lazy" form with values in place of one
//! side. Mirrors `JoinCondition.join_targets`, `.create_lazy_clause` and `RelationshipProperty._create_joins`
//! of `orm/relationships.py`. Called by joins, eager loading, lazy loading and comparisons.

use super::adapt::{Adapter, Exclude};
use super::entity::{self, Entity};
use super::mapper::Mapper;
use super::polymorphic;
use super::properties::Property;
use super::relationships::{Joins, Relationship};
use crate::sql::build;
use crate::sql::expr::{Expr, ExprKind, Modifiers, Query};
use crate::sql::operators::Op;
use crate::sql::schema::ColumnRef;
use crate::sql::selectable::{Alias, AliasElement, AliasKind, From};
use std::cell::RefCell;
use std::rc::Rc;

/// The joins between two FROM objects.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct JoinTargets {
    pub primaryjoin: Expr,
    pub secondaryjoin: Option<Expr>,
    pub secondary: Option<From>,
    pub dest: From,
    /// Takes columns of the target (and the secondary table) to what was joined.
    pub target_adapter: Option<Adapter>,
}

/// Between which FROM objects a relationship is joined.
#[derive(Debug, Default)]
#[allow(missing_docs)]
pub struct JoinRequest<'a> {
    /// `None`: the parent's table.
    pub source: Option<From>,
    /// `None`: the target's table, or an alias of it when the relationship is self-referential.
    pub dest: Option<From>,
    pub of_type: Option<Entity>,
    pub alias_secondary: bool,
    pub extra_criteria: &'a [Expr],
}

/// An anonymous alias, as `_anonymous_fromclause()` makes it.
pub fn anonymous(from: &From) -> From {
    let (kind, base) = match from {
        From::Table(table) => (AliasKind::Alias, table.name.to_string()),
        From::Lightweight(table) => (AliasKind::Alias, table.name.to_string()),
        From::Alias(alias) => match &alias.name {
            crate::sql::expr::Name::Given(name) => (AliasKind::Alias, name.to_string()),
            crate::sql::expr::Name::Anon { base, .. } => (AliasKind::Alias, base.to_string()),
        },
        From::Join(_) | From::Text(_) => (AliasKind::Alias, "anon".to_owned()),
    };
    From::Alias(Alias::new(AliasElement::From(from.clone()), kind, None, &base))
}

fn is_subquery(from: &From) -> bool {
    matches!(from, From::Alias(alias) if matches!(alias.element, AliasElement::Query(_)))
}

/// `RelationshipProperty._create_joins`
pub fn create_joins(prop: &Property, relationship: &Relationship, request: JoinRequest<'_>) -> JoinTargets {
    let joins = relationship.joins();
    let parent = prop.parent();
    let target = relationship.target();
    let (target_from, entity_from) = (target.selectable(), relationship.entity().selectable());
    let mut aliased = request.alias_secondary && joins.secondary.is_some();
    let mut dest = request.dest;
    let dest_mapper = match &request.of_type {
        Some(of_type) => {
            if dest.is_none() {
                dest = Some(of_type.selectable());
                aliased = true;
            }
            of_type.mapper().clone()
        }
        None => target.clone(),
    };
    let dest = match dest {
        Some(dest) => {
            aliased |= dest.id() != target_from.id() || target.has_with_polymorphic();
            dest
        }
        None if joins.is_self_referential && request.source.is_none() => {
            aliased = true;
            polymorphic::alias_of(&entity_from, None, false)
        }
        None => {
            aliased |= target.has_with_polymorphic();
            entity_from
        }
    };
    if let Some(source) = &request.source {
        aliased |= source.id() != parent.selectable().id() || is_subquery(source);
    }
    let mut extra: Vec<Expr> = dest_mapper.derived().single_table_criterion.iter().cloned().collect();
    extra.extend_from_slice(request.extra_criteria);
    join_targets(prop, joins, &target, request.source.as_ref(), &dest, aliased, &extra)
}

fn join_targets(
    prop: &Property,
    joins: &Joins,
    target: &Rc<Mapper>,
    source: Option<&From>,
    dest: &From,
    aliased: bool,
    extra: &[Expr],
) -> JoinTargets {
    let dest = dest.clone();
    if !aliased {
        let (primaryjoin, secondaryjoin) = match &joins.secondaryjoin {
            Some(join) => (joins.primaryjoin.clone(), Some(with_extra(join, extra))),
            None => (with_extra(&joins.primaryjoin, extra), None),
        };
        let secondary = joins.secondary.clone();
        return JoinTargets { primaryjoin, secondaryjoin, secondary, dest, target_adapter: None };
    }
    let parent = prop.parent();
    let foreign = foreign_to(parent.clone(), target.clone(), joins.secondary.clone());
    let exclude_local: Exclude = Rc::new(|_, expr| expr.0.marks.local);
    let exclude_remote: Exclude = Rc::new(|_, expr| expr.0.marks.remote);
    if let (Some(secondary), Some(secondaryjoin)) = (&joins.secondary, &joins.secondaryjoin) {
        let secondary = polymorphic::alias_of(secondary, None, true);
        let primary = Adapter::default().then(&secondary, Some(exclude_local));
        let second = target.adapter_to(&dest).chain(&primary);
        let primary = match source {
            Some(source) => primary.chain(&parent.adapter_to(source)),
            None => primary,
        };
        return JoinTargets {
            primaryjoin: primary.adapt(&joins.primaryjoin),
            secondaryjoin: Some(with_extra(&second.adapt(secondaryjoin), &second.adapt_all(extra))),
            secondary: Some(secondary),
            dest,
            target_adapter: Some(second.without_exclusions()),
        };
    }
    let adapter = Adapter::default().then(&dest, Some(exclude_local)).with_equivalents(&target.derived().equivalents);
    let adapter = match source {
        Some(source) => adapter.chain(
            &Adapter::default().then(source, Some(exclude_remote)).with_equivalents(&parent.derived().equivalents),
        ),
        None => adapter,
    };
    let criteria = if extra.is_empty() {
        Vec::new()
    } else {
        let adapter = Adapter::default().then(&dest, Some(foreign.clone()));
        let adapter = match source {
            Some(source) => adapter.then(source, Some(foreign)),
            None => adapter,
        };
        adapter.adapt_all(extra)
    };
    JoinTargets {
        primaryjoin: with_extra(&adapter.adapt(&joins.primaryjoin), &criteria),
        secondaryjoin: None,
        secondary: None,
        target_adapter: Some(target.adapter_to(&dest)),
        dest,
    }
}

/// `a AND b AND c`
fn with_extra(join: &Expr, extra: &[Expr]) -> Expr {
    if extra.is_empty() {
        return join.clone();
    }
    let mut clauses = vec![join.clone()];
    clauses.extend_from_slice(extra);
    build::and_(&clauses)
}

/// Columns of extra criteria that belong neither to the parent nor to the target stay as they are.
fn foreign_to(parent: Rc<Mapper>, target: Rc<Mapper>, secondary: Option<From>) -> Exclude {
    Rc::new(move |column, expr| {
        if secondary.as_ref().is_some_and(|it| it.columns().iter().any(|it| it.proxies(column.id))) {
            return false;
        }
        match expr.0.entity.and_then(entity::by_tag) {
            Some(entity) => !entity.mapper().is_a(&parent) && !entity.mapper().is_a(&target),
            None => true,
        }
    })
}

/// A join condition with parameters in place of one side: `? = book.author_id`.
#[derive(Clone, Debug)]
pub struct LazyClause {
    /// The condition; a parameter stands where `columns` names its column.
    pub criterion: Expr,
    /// The columns whose values the parameters take, each with the placeholder node in `criterion`.
    pub columns: Vec<(ColumnRef, Expr)>,
}

impl LazyClause {
    /// `create_lazy_clause`. `reverse`: from the target back to the parent.
    pub fn new(relationship: &Relationship, reverse: bool) -> Self {
        let joins = relationship.joins();
        let has_secondary = joins.secondaryjoin.is_some();
        let found: RefCell<Vec<(ColumnRef, Expr)>> = RefCell::default();
        let to_bind = |expr: &Expr| -> Option<Expr> {
            let column = expr.as_column()?;
            let wanted = if !reverse {
                expr.0.marks.local
            } else if has_secondary {
                joins.local_remote_pairs.iter().any(|it| it.0.id == column.id)
            } else {
                expr.0.marks.remote
            };
            if !wanted {
                return None;
            }
            let mut found = found.borrow_mut();
            if let Some((_, bind)) = found.iter().find(|it| it.0.id == column.id) {
                return Some(bind.clone());
            }
            let bind = Expr::bind(None, crate::sql::value::Value::Null, column.ty());
            found.push((column.clone(), bind.clone()));
            Some(bind)
        };
        let mut criterion = joins.primaryjoin.clone();
        if !has_secondary || !reverse {
            criterion = super::adapt::replace(&criterion, &to_bind);
        }
        if let Some(secondaryjoin) = &joins.secondaryjoin {
            let secondaryjoin =
                if reverse { super::adapt::replace(secondaryjoin, &to_bind) } else { secondaryjoin.clone() };
            criterion = build::and_(&[criterion, secondaryjoin]);
        }
        Self { criterion, columns: found.into_inner() }
    }

    /// The condition with other parameters in place of its own.
    pub fn with_binds(&self, bind: impl Fn(&ColumnRef, &Expr) -> Expr) -> Expr {
        let places: Vec<(Expr, Expr)> =
            self.columns.iter().map(|(column, old)| (old.clone(), bind(column, old))).collect();
        super::adapt::replace(&self.criterion, &|expr: &Expr| {
            places.iter().find(|it| it.0.is(expr)).map(|it| it.1.clone())
        })
    }

    /// `adapt_criterion_to_null`: operations with the parameters become IS NULL, whichever they are.
    pub fn against_null(&self) -> Expr {
        let is_bind = |expr: &Expr| self.columns.iter().any(|it| it.1.is(expr));
        super::adapt::replace(&self.criterion, &|expr: &Expr| {
            let ExprKind::Binary { left, right, modifiers, .. } = expr.kind() else { return None };
            let column = if is_bind(left) {
                right
            } else if is_bind(right) {
                left
            } else {
                return None;
            };
            Some(expr.with_kind(against_null(column, modifiers, Op::Is, Op::IsNot)))
        })
    }
}

/// `x = ?` with a parameter that is NULL as `x IS NULL`.
pub fn null_comparison(expr: &Expr, is_null: &dyn Fn(&Expr) -> bool) -> Option<Expr> {
    let ExprKind::Binary { op, left, right, modifiers } = expr.kind() else { return None };
    let column = if is_null(left) {
        right
    } else if is_null(right) {
        left
    } else {
        return None;
    };
    let (op, negate) = match op {
        Op::Eq => (Op::Is, Op::IsNot),
        Op::Ne => (Op::IsNot, Op::Is),
        _ => return None,
    };
    Some(expr.with_kind(against_null(column, modifiers, op, negate)))
}

fn against_null(column: &Expr, modifiers: &Modifiers, op: Op, negate: Op) -> ExprKind {
    let modifiers = Modifiers { negate: Some(negate), ..modifiers.clone() };
    ExprKind::Binary { op, left: column.clone(), right: build::null(), modifiers }
}

/// The relationship of a property that is known to be one.
pub fn relationship_of(prop: &Property) -> &Relationship {
    prop.as_relationship().expect("only called for relationships")
}

/// Whether a FROM object contains another, looking into joins: `clause_is_present`.
pub fn contains(from: &From, id: u32) -> bool {
    from.contained_ids().contains(&id)
}

/// A select as the content of an alias.
pub fn subquery(query: Query, base: &str) -> Rc<Alias> {
    Alias::new(AliasElement::Query(query), AliasKind::Subquery, None, base)
}
