//! What of an ORM select decides which compiled statement it shares, beyond the Core select made of it. In the
//! reference the cache key is that of the ORM select: two spellings of the same SQL have entries of their own.

use super::LoadOptions;
use crate::orm::entity::{self, Entity};
use crate::orm::option_paths::{entity_str, method_string};
use crate::orm::path::Path;
use crate::orm::plugin::OrmItem;
use crate::orm::strategy_options::LoaderOption;
use crate::sql::select::{JoinTarget, OnClause, Select, SelectItem};
use std::fmt::Write as _;

/// The select's ORM parts and settings as text; alike for selects of one structure.
pub(super) fn of(select: &Select, load: &LoadOptions) -> String {
    let mut token = String::from("orm");
    for item in &select.columns {
        match item {
            SelectItem::Plugin(item) => plugin(OrmItem::unwrap(item), &mut token),
            SelectItem::Expr(expr) => token.push_str(if expr.0.entity.is_some() { " a" } else { " c" }),
            SelectItem::From(_) => token.push_str(" f"),
        }
    }
    if !select.from_plugins.is_empty() {
        token.push_str(" from");
        select.from_plugins.iter().for_each(|it| plugin(OrmItem::unwrap(it), &mut token));
    }
    for join in &select.joins {
        token.push_str(" join");
        let side = |target: &JoinTarget, token: &mut String| match target {
            JoinTarget::Plugin(item) => plugin(OrmItem::unwrap(item), token),
            JoinTarget::From(_) => token.push_str(" f"),
        };
        side(&join.target, &mut token);
        match &join.onclause {
            Some(OnClause::Plugin(item)) => plugin(OrmItem::unwrap(item), &mut token),
            Some(OnClause::Expr(_)) => token.push_str(" on"),
            None => {}
        }
        if let Some(left) = &join.left {
            token.push_str(" left");
            side(left, &mut token);
        }
    }
    for item in &select.options {
        if let Some(OrmItem::Option(it)) = OrmItem::unwrap(item) {
            option(it, &mut token);
        }
    }
    path(&load.compile.current_path, &mut token);
    if load.compile.for_refresh {
        token.push_str(" refresh");
    }
    if let Some(props) = &load.compile.only_load_props {
        let mut keys: Vec<&str> = props.iter().map(|it| &**it).collect();
        keys.sort_unstable();
        let _ = write!(token, " only {}", keys.join(","));
    }
    if let Some(it) = load.for_update.as_ref().or(select.for_update.as_ref()) {
        let _ = write!(token, " for update {it:?}");
    }
    if load.legacy_query {
        token.push_str(" legacy");
    }
    if select.mark.key() {
        token.push_str(" compiled");
    }
    token
}

fn plugin(item: Option<&OrmItem>, token: &mut String) {
    let name = |entity: &Entity, token: &mut String| {
        let _ = write!(token, " {}", entity_str(entity));
    };
    match item {
        Some(OrmItem::Entity(it)) => name(it, token),
        Some(OrmItem::Relationship(it)) => {
            name(&it.entity, token);
            let _ = write!(token, ".{}", it.prop.key);
            if let Some(of_type) = &it.of_type {
                name(of_type, token);
            }
        }
        Some(OrmItem::Bundle(key, items, _)) => {
            let _ = write!(token, " bundle {key} {}", items.len());
        }
        Some(OrmItem::Option(_)) | None => {}
    }
}

fn path(path: &Path, token: &mut String) {
    for step in &*path.0 {
        let Some(entity) = entity::by_tag(step.entity) else { continue };
        let _ = write!(token, " /{} {}", entity_str(&entity), step.property.index);
    }
}

fn option(it: &LoaderOption, token: &mut String) {
    token.push('(');
    if let Some(root) = it.root.and_then(entity::by_tag) {
        let _ = write!(token, "of {};", entity_str(&root));
    }
    for step in &it.steps {
        let _ = write!(token, "{} {:?};", method_string(step), step.action);
    }
    for branch in &it.branches {
        option(branch, token);
    }
    if let Some((tag, _)) = &it.criteria {
        let _ = write!(token, "criteria {}", entity::by_tag(*tag).map(|it| entity_str(&it)).unwrap_or_default());
    }
    if it.criteria_of.is_some() {
        token.push_str("criteria of");
    }
    token.push(')');
}
