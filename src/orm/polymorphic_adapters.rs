//! Classes of a statement that a selectable of their own stands for: a UNION of concrete tables, a subquery that
//! the mapping names, an alias that a join made. Mirrors `_polymorphic_adapters` of `orm/context.py`.

use super::adapt::{self, Adapter, Replace};
use super::mapper::{Mapper, MapperId};
use crate::sql::expr::Expr;
use crate::sql::select::{Distinct, Select};
use std::rc::Rc;

/// The adapters of one statement.
#[derive(Debug, Default)]
pub struct PolymorphicAdapters {
    mappers: Vec<(MapperId, Adapter)>,
    tables: Vec<(u32, Rc<Mapper>, Adapter)>,
    /// A selectable that stands for all entities of the statement.
    base: Option<Adapter>,
}

impl PolymorphicAdapters {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.mappers.is_empty() && self.base.is_none()
    }

    /// That of a mapper.
    pub fn of(&self, mapper: MapperId) -> Option<&Adapter> {
        self.mappers.iter().rev().find(|it| it.0 == mapper).map(|it| &it.1).or(self.base.as_ref())
    }

    /// The selectable stands for all entities.
    pub fn set_base(&mut self, selectable: &crate::sql::selectable::From) {
        self.base = Some(Adapter::to(selectable));
    }

    /// Whether one stands for all entities.
    pub fn has_base(&self) -> bool {
        self.base.is_some()
    }

    /// The class is selected from its own selectable.
    pub fn add_selectable(&mut self, mapper: &Rc<Mapper>) {
        if self.tables.iter().any(|it| it.0 == mapper.persist_selectable.id()) {
            return;
        }
        let selectable = mapper.selectable();
        for it in mapper.iterate_to_root() {
            self.add(&it, &it.adapter_to(&selectable));
        }
    }

    /// `_mapper_loads_polymorphically_with`
    pub fn add(&mut self, mapper: &Rc<Mapper>, adapter: &Adapter) {
        let mut loaded = mapper.derived().with_polymorphic_mappers.clone();
        if loaded.is_empty() {
            loaded.push(mapper.clone());
        }
        for it in loaded {
            self.mappers.push((it.id, adapter.clone()));
            for it in it.iterate_to_root() {
                self.tables.push((it.local_table.id(), mapper.clone(), adapter.clone()));
            }
        }
    }

    /// The expression with columns of those classes adapted.
    pub fn adapt(&self, expr: &Expr) -> Expr {
        if self.is_empty() { expr.clone() } else { adapt::replace(expr, self) }
    }

    /// The clauses of a select with columns of those classes adapted.
    pub fn adapted_clauses(&self, select: &Select) -> Select {
        let mut new = select.clone();
        for clauses in [&mut new.where_, &mut new.group_by, &mut new.having, &mut new.order_by] {
            *clauses = adapt::replace_all(clauses, self);
        }
        if let Distinct::On(clauses) = &mut new.distinct {
            *clauses = adapt::replace_all(clauses, self);
        }
        new
    }
}

impl Replace for PolymorphicAdapters {
    fn expr(&self, expr: &Expr) -> Option<Expr> {
        let from_base = || self.base.as_ref().and_then(|it| it.expr(expr));
        let Some(column) = expr.as_column() else { return from_base() };
        if let Some(tag) = expr.0.entity
            && let Some((_, adapter)) = self.mappers.iter().rev().find(|it| it.0.0 == tag.0)
        {
            return Some(adapter.adapt(expr));
        }
        let table = column.table.borrow().as_ref().map(crate::sql::selectable::From::id);
        let Some((_, owner, adapter)) = self.tables.iter().rev().find(|it| Some(it.0) == table) else {
            return from_base();
        };
        // The table may be that of a class beside the adapted one, as of siblings in one table.
        let other = expr.0.entity.and_then(super::entity::by_tag);
        let related = other.is_none_or(|it| it.mapper().is_a(owner) || owner.is_a(it.mapper()));
        Some(if related { adapter.adapt(expr) } else { expr.clone() })
    }
}
