//! What a query selects, entry by entry: mapped entities, columns, bundles. Mirrors `_QueryEntity` and its
//! subclasses of `orm/context.py`.

use super::entity::{self, Entity};
use super::errors::{OrmError, OrmResult};
use super::plugin::OrmItem;
use crate::sql::error::SqlError;
use crate::sql::expr::{Expr, ExprKind};
use crate::sql::labels::{self, Identity, identity};
use crate::sql::select::{LabelStyle, Select, SelectItem};
use std::any::Any;
use std::collections::HashMap;
use std::rc::Rc;

/// One entry of a query.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum QueryEntity {
    Mapper {
        entity: Entity,
        label: Rc<str>,
    },
    Column {
        expr: Expr,
        /// The entity that the column or expression belongs to.
        entity: Option<Entity>,
        label: Rc<str>,
        /// Its place in the row.
        index: usize,
    },
    Bundle {
        name: Rc<str>,
        parts: Vec<QueryEntity>,
        /// The host's object that makes one value of the parts.
        maker: Rc<dyn Any>,
    },
}

impl QueryEntity {
    /// An entry that is about to be replaced.
    pub fn placeholder() -> Self {
        Self::Bundle { name: "".into(), parts: Vec::new(), maker: Rc::new(()) }
    }

    /// The entity, if this is a mapped one.
    pub fn mapper_entity(&self) -> Option<&Entity> {
        match self {
            Self::Mapper { entity, .. } => Some(entity),
            _ => None,
        }
    }

    /// Under what key a row carries it; empty: none.
    pub fn label(&self) -> Rc<str> {
        match self {
            Self::Mapper { label, .. } | Self::Column { label, .. } => label.clone(),
            Self::Bundle { name, .. } => name.clone(),
        }
    }

    /// Calls `f` with every entity named here.
    pub fn each_entity(&self, f: &mut dyn FnMut(Entity)) {
        match self {
            Self::Mapper { entity, .. } => f(entity.clone()),
            Self::Column { entity, .. } => entity.iter().for_each(|it| f(it.clone())),
            Self::Bundle { parts, .. } => parts.iter().for_each(|it| it.each_entity(f)),
        }
    }

    /// Calls `f` with every column: expression, entity, and where to put its place in the row.
    pub fn each_column(&mut self, f: &mut dyn FnMut(&Expr, Option<&Entity>, &mut usize)) {
        match self {
            Self::Mapper { .. } => {}
            Self::Column { expr, entity, index, .. } => f(expr, entity.as_ref(), index),
            Self::Bundle { parts, .. } => parts.iter_mut().for_each(|it| it.each_column(f)),
        }
    }
}

/// The entries of a select. `legacy`: names as `Query` gives them.
///
/// # Errors
/// For an item that cannot be selected.
pub fn collect(select: &Select, legacy: bool) -> OrmResult<Vec<QueryEntity>> {
    collect_items(select, &select.columns, legacy)
}

/// Whether an item is `*`: what a row has is known when it is there.
pub fn is_star(item: &SelectItem) -> bool {
    let SelectItem::Expr(expr) = item else { return false };
    match expr.kind() {
        ExprKind::Text(text) => &*text.text == "*",
        _ => expr.as_column().is_some_and(|it| it.is_literal && &*it.name() == "*"),
    }
}

/// Refuses `*` beside other items.
///
/// # Errors
/// `CompileError`.
pub fn check_star(items: &[SelectItem]) -> OrmResult<()> {
    if items.len() > 1 && items.iter().any(is_star) {
        let text = "Can't generate ORM query that includes multiple expressions at the same time as '*'; query for '*' \
                    alone if present";
        return Err(SqlError::compile(text).into());
    }
    Ok(())
}

/// The same of columns that were a SELECT's.
pub fn collect_items(select: &Select, items: &[SelectItem], legacy: bool) -> OrmResult<Vec<QueryEntity>> {
    let mut names = Names { style: select.label_style, legacy, ..Names::default() };
    let mut out = Vec::with_capacity(items.len());
    for item in items {
        add(item, &mut names, false, &mut out)?;
    }
    Ok(out)
}

fn add(item: &SelectItem, names: &mut Names, in_bundle: bool, out: &mut Vec<QueryEntity>) -> OrmResult<()> {
    match item {
        SelectItem::Expr(expr) => out.push(column(expr, names, in_bundle)),
        SelectItem::From(from) => {
            out.extend(from.columns().iter().map(|it| column(&Expr::column(it), names, in_bundle)));
        }
        SelectItem::Plugin(plugin) => match OrmItem::unwrap(plugin) {
            Some(OrmItem::Entity(entity)) => {
                out.push(QueryEntity::Mapper { entity: entity.clone(), label: entity.row_label() });
            }
            Some(OrmItem::Bundle(name, items, maker)) => {
                let mut parts = Vec::with_capacity(items.len());
                for item in items {
                    add(item, names, true, &mut parts)?;
                }
                out.push(QueryEntity::Bundle { name: name.clone(), parts, maker: maker.clone() });
            }
            _ => {
                return Err(OrmError::Argument(
                    "Column expression, FROM clause, or other columns clause element expected.".to_owned(),
                ));
            }
        },
    }
    Ok(())
}

fn column(expr: &Expr, names: &mut Names, in_bundle: bool) -> QueryEntity {
    let label = if in_bundle { labels::proxy_key(expr).unwrap_or_else(|| "".into()) } else { names.label(expr) };
    QueryEntity::Column { expr: expr.clone(), entity: entity_of(expr), label, index: 0 }
}

/// The entity an expression was reached through, or that of the first column inside it.
fn entity_of(expr: &Expr) -> Option<Entity> {
    if let Some(tag) = expr.0.entity {
        return entity::by_tag(tag);
    }
    super::adapt::find_columns(expr).iter().find_map(|it| it.0.entity.and_then(entity::by_tag))
}

/// Keys of a row, each once.
#[derive(Default)]
struct Names {
    style: LabelStyle,
    legacy: bool,
    seen: HashMap<Rc<str>, ()>,
    numbers: HashMap<(Rc<str>, Identity), u32>,
    counters: HashMap<Rc<str>, u32>,
}

impl Names {
    fn label(&mut self, expr: &Expr) -> Rc<str> {
        if matches!(expr.kind(), ExprKind::Text(_)) {
            return "".into();
        }
        if self.legacy {
            return match expr.kind() {
                ExprKind::Function(_) => "".into(),
                _ => labels::proxy_key(expr).unwrap_or_else(|| "".into()),
            };
        }
        let name = match self.style {
            LabelStyle::TablenamePlusCol => labels::tq_label(expr).and_then(|it| it.plain().map(|it| it.text.clone())),
            _ => labels::proxy_key(expr),
        };
        let name = name.unwrap_or_else(|| "_no_label".into());
        if self.style == LabelStyle::None || self.seen.insert(name.clone(), ()).is_none() {
            return name;
        }
        let number = *self.numbers.entry((name.clone(), identity(expr))).or_insert_with(|| {
            let counter = self.counters.entry(name.clone()).or_insert(0);
            *counter += 1;
            *counter
        });
        format!("{name}_{number}").into()
    }
}
