//! Joins that eager loading adds to a statement: attached outside, or spliced into the right place. Mirrors
//! `_create_eager_join` and `_splice_nested_inner_join` of `orm/strategies.py`.

use super::adapt::Adapter;
use super::context::CompileState;
use super::entity::{AliasedEntity, Entity};
use super::errors::{OrmError, OrmResult};
use super::join::{self, matching};
use super::join_condition::{self, JoinRequest, create_joins};
use super::mapper::Mapper;
use super::path::Path;
use super::properties::Property;
use crate::sql::build;
use crate::sql::expr::{EntityTag, Expr, ExprKind};
use crate::sql::selectable::{From, Join};
use std::rc::Rc;

/// A FROM object with eager joins around it.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum EagerFrom {
    Base(From),
    Join(Box<EagerJoin>),
}

/// One eager join, with what is needed to find the place for the next.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct EagerJoin {
    pub left: EagerFrom,
    pub right: EagerFrom,
    pub onclause: Expr,
    pub is_outer: bool,
    /// The mapper that the left side stands for.
    pub left_memo: Option<Rc<Mapper>>,
    pub right_memo: Option<RightMemo>,
    /// A plain join inside, of a secondary table; nothing is spliced into it.
    pub is_plain: bool,
}

/// How the right side of a join got there.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct RightMemo {
    /// Up to and with the relationship; empty for a root.
    pub path: Path,
    pub mapper: Rc<Mapper>,
}

impl EagerFrom {
    fn join(join: EagerJoin) -> Self {
        Self::Join(Box::new(join))
    }

    /// As Core has it.
    pub fn to_from(&self) -> From {
        match self {
            Self::Base(from) => from.clone(),
            Self::Join(join) => From::Join(Join::new(
                join.left.to_from(),
                join.right.to_from(),
                Some(join.onclause.clone()),
                join.is_outer,
                false,
            )),
        }
    }

    /// `splice_joins`: the same joins around a subquery in place of the innermost left side.
    pub fn splice(&self, inner: &From, adapter: &Adapter) -> From {
        match self {
            Self::Base(_) => inner.clone(),
            Self::Join(join) => From::Join(Join::new(
                join.left.splice(inner, adapter),
                join.right.to_from(),
                Some(adapter.adapt(&join.onclause)),
                join.is_outer,
                false,
            )),
        }
    }
}

/// An eager join that is made once all entities are set up.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct PendingEagerJoin {
    pub entity_index: usize,
    pub prop: Rc<Property>,
    /// With the relationship as its last step.
    pub path: Path,
    /// Adapter of the parent, if it is an alias, and that alias's selectable.
    pub parent: Option<(Adapter, From)>,
    pub parent_mapper: Option<Rc<Mapper>>,
    pub target: Rc<AliasedEntity>,
    pub innerjoin: bool,
    pub chained_from_outerjoin: bool,
    pub extra_criteria: Vec<Expr>,
}

struct Targets {
    onclause: Expr,
    /// Secondary joined to the target, for an outer join; the bare target otherwise.
    right: EagerFrom,
    /// Secondary to be joined to the left first, for an inner join.
    secondary: Option<(From, Expr)>,
    adapter: Option<Adapter>,
}

impl PendingEagerJoin {
    /// Makes the join and puts it into the statement.
    ///
    /// # Errors
    /// When it is not clear which FROM it belongs to.
    pub fn create(self, state: &mut CompileState) -> OrmResult<()> {
        let selectable = match state.entities[self.entity_index].mapper_entity() {
            Some(entity) => entity.selectable(),
            None => self.prop.parent().selectable(),
        };
        // FROM objects of the statement and entities without one share the key space of `eager_joins`.
        let mut key = usize::MAX - self.entity_index;
        let mut base = selectable.clone();
        if !state.eager_joins.contains_key(&key) && !state.should_nest() && !state.from_clauses.is_empty() {
            match matching(&state.from_clauses, &selectable)[..] {
                [] if state.polymorphic_adapters.has_base() => {
                    key = 0;
                    base = state.from_clauses[0].clone();
                }
                [] => {}
                [index] => {
                    key = index;
                    base = state.from_clauses[index].clone();
                }
                _ => {
                    return Err(OrmError::invalid(
                        "Can't identify which query entity in which to joined eager load from.   Please use an exact \
                         match when specifying the join path.",
                    ));
                }
            }
        }
        let wrapped = state.eager_joins.get(&key).cloned().unwrap_or(EagerFrom::Base(base));
        let mut extra = self.extra_criteria.clone();
        // The eager join's own alias stands for the mapper here, whether or not aliases are included.
        let adapter = self.target.adapter().clone();
        extra.extend(adapter.adapt_all(&state.paths.criteria_for_eager_join(&self.target.mapper)?));
        let outside = !self.chained_from_outerjoin || !self.innerjoin;
        let is_join = match &wrapped {
            EagerFrom::Join(_) => true,
            EagerFrom::Base(from) => matches!(from, From::Join(_)),
        };
        let outer = !self.innerjoin || (self.chained_from_outerjoin && is_join);
        let targets = self.targets(&wrapped, outer && outside, &extra)?;
        let adapter = targets.adapter.clone();
        let target = join_condition::relationship_of(&self.prop).target();
        let memo = RightMemo { path: self.path.clone(), mapper: target };
        let joined = if outside {
            attach(wrapped, targets, outer, Some(self.prop.parent()), memo)
        } else {
            let want = self.path.0.last().map(|it| it.entity);
            let splice = Splice { path: &self.path, want: want.and_then(mapper_of), targets: &targets, memo: &memo };
            splice.place(&wrapped, None, true, None).ok_or_else(|| {
                OrmError::invalid("Can't find the place of an inner joined eager load in the statement")
            })?
        };
        state.eager_joins.insert(key, joined);
        if self.parent_mapper.is_none() {
            self.undefer_join_columns(state);
        }
        let order_by = &join_condition::relationship_of(&self.prop).declared().order_by;
        if let (false, Some(adapter)) = (order_by.is_empty(), adapter) {
            state.eager_order_by.extend(adapter.adapt_all(order_by));
        }
        Ok(())
    }

    fn targets(&self, wrapped: &EagerFrom, outer: bool, extra: &[Expr]) -> OrmResult<Targets> {
        let relationship = join_condition::relationship_of(&self.prop);
        let left = wrapped.to_from();
        let own = match &self.parent {
            Some((_, selectable)) => selectable.clone(),
            None => self.parent_entity_selectable(),
        };
        let source = if join_condition::contains(&left, own.id()) { own } else { left };
        let dest = self.target.selectable.clone();
        let targets = create_joins(
            &self.prop,
            relationship,
            JoinRequest {
                source: Some(source),
                dest: Some(dest.clone()),
                of_type: Some(Entity::Aliased(self.target.clone())),
                alias_secondary: true,
                extra_criteria: extra,
            },
        );
        let right = EagerFrom::Base(dest);
        Ok(match (targets.secondary, targets.secondaryjoin) {
            (Some(secondary), Some(secondaryjoin)) if outer => Targets {
                onclause: grouped(&targets.primaryjoin),
                right: EagerFrom::join(EagerJoin {
                    left: EagerFrom::Base(secondary),
                    right,
                    onclause: grouped(&secondaryjoin),
                    is_outer: false,
                    left_memo: None,
                    right_memo: None,
                    is_plain: true,
                }),
                secondary: None,
                adapter: targets.target_adapter,
            },
            (Some(secondary), Some(secondaryjoin)) => Targets {
                onclause: grouped(&secondaryjoin),
                right,
                secondary: Some((secondary, grouped(&targets.primaryjoin))),
                adapter: targets.target_adapter,
            },
            _ => Targets {
                onclause: grouped(&targets.primaryjoin),
                right,
                secondary: None,
                adapter: targets.target_adapter,
            },
        })
    }

    /// What the parent's class selects from.
    fn parent_entity_selectable(&self) -> From {
        self.prop.parent().selectable()
    }

    /// Columns that the join needs must be selected even where they are deferred, so that a subquery has them.
    fn undefer_join_columns(&self, state: &mut CompileState) {
        let relationship = join_condition::relationship_of(&self.prop);
        let parent = self.prop.parent();
        for expr in super::adapt::find_columns(&relationship.joins().primaryjoin) {
            let Some(column) = expr.as_column() else { continue };
            if column.owner_table().is_some_and(|it| parent.persists_in(&it)) {
                let column = match &self.parent {
                    Some((adapter, _)) => adapter.column(column),
                    None => column.clone(),
                };
                state.append_column(&Expr::column(&column), super::context::Collection::Primary);
            }
        }
    }
}

fn mapper_of(tag: EntityTag) -> Option<Rc<Mapper>> {
    super::entity::by_tag(tag).map(|it| it.mapper().clone())
}

fn grouped(expr: &Expr) -> Expr {
    match expr.kind() {
        ExprKind::Grouping(_) => expr.clone(),
        _ => build::self_group(expr, Some(&crate::sql::operators::Op::AsBool)),
    }
}

fn attach(left: EagerFrom, targets: Targets, outer: bool, parent: Option<Rc<Mapper>>, memo: RightMemo) -> EagerFrom {
    let left = match targets.secondary {
        Some((secondary, onclause)) => EagerFrom::join(EagerJoin {
            left,
            right: EagerFrom::Base(secondary),
            onclause,
            is_outer: false,
            left_memo: None,
            right_memo: None,
            is_plain: true,
        }),
        None => left,
    };
    EagerFrom::join(EagerJoin {
        left,
        right: targets.right,
        onclause: targets.onclause,
        is_outer: outer,
        left_memo: parent,
        right_memo: Some(memo),
        is_plain: false,
    })
}

/// Finds the join that an inner join belongs beside, so that it stays inside an outer join's right side.
struct Splice<'a> {
    path: &'a Path,
    want: Option<Rc<Mapper>>,
    targets: &'a Targets,
    memo: &'a RightMemo,
}

impl Splice<'_> {
    fn place(
        &self,
        at: &EagerFrom,
        inside: Option<&Rc<Mapper>>,
        is_top: bool,
        found_path: Option<&RightMemo>,
    ) -> Option<EagerFrom> {
        if let EagerFrom::Join(join) = at
            && !join.is_plain
        {
            return self.place_in_join(join);
        }
        if is_top {
            return None;
        }
        let (want, inside) = (self.want.as_ref()?, inside?);
        if !want.is_a(inside) {
            return None;
        }
        if let Some(existing) = found_path
            && let (Some((last, lead)), Some((own_last, own_lead))) =
                (existing.path.0.split_last(), self.path.0.split_last())
            && (lead != own_lead || last.entity != own_last.entity)
        {
            return None;
        }
        let targets = Targets {
            onclause: self.targets.onclause.clone(),
            right: self.targets.right.clone(),
            secondary: self.targets.secondary.clone(),
            adapter: None,
        };
        Some(attach(at.clone(), targets, false, Some(inside.clone()), self.memo.clone()))
    }

    fn place_in_join(&self, join: &EagerJoin) -> Option<EagerFrom> {
        let right_mapper = join.right_memo.as_ref().map(|it| &it.mapper);
        if let Some(EagerFrom::Join(target)) = self.place(&join.right, right_mapper, false, None) {
            if !join.is_outer && !target.is_outer && matches!(join.right, EagerFrom::Base(_)) {
                return Some(into_center(join, *target));
            }
            return Some(EagerFrom::join(EagerJoin {
                right: EagerFrom::Join(target),
                right_memo: None,
                ..join.clone()
            }));
        }
        let target = self.place(&join.left, join.left_memo.as_ref(), false, join.right_memo.as_ref())?;
        Some(EagerFrom::join(EagerJoin { left: target, left_memo: None, ..join.clone() }))
    }
}

/// `a JOIN (b JOIN c)` as `a JOIN b JOIN c`.
fn into_center(join: &EagerJoin, target: EagerJoin) -> EagerFrom {
    let memo = target.left_memo.clone().map(|mapper| RightMemo { path: Path::default(), mapper });
    let left = EagerFrom::join(EagerJoin {
        left: join.left.clone(),
        right: target.left,
        onclause: join.onclause.clone(),
        is_outer: join.is_outer,
        left_memo: join.left_memo.clone(),
        right_memo: memo,
        is_plain: false,
    });
    EagerFrom::join(EagerJoin { left, left_memo: None, ..target })
}

/// The relationship attribute of an entity, as a join target of a loader.
pub(super) fn attribute(entity: Entity, prop: &Rc<Property>, of_type: Entity) -> super::plugin::RelationshipAttr {
    join::attr(entity, prop, Some(of_type))
}
