//! `contains_eager`: the statement joins by itself, and its columns fill the attribute. Mirrors the
//! "user defined" half of `_JoinedLoader`.

use super::Setup;
use crate::orm::adapt::Adapter;
use crate::orm::context::CompileState;
use crate::orm::entity::{self, Entity};
use crate::orm::join_condition::relationship_of;
use crate::orm::path::Path;
use crate::orm::strategy_options::OptionAction;

/// `None`: the option is no `contains_eager`. `Some(None)`: the target's own columns are meant.
#[allow(clippy::option_option)]
pub(super) fn adapter(state: &CompileState, setup: &Setup<'_>, path: &Path) -> Option<Option<Adapter>> {
    let loadopt = setup.loadopt?;
    let OptionAction::ContainsEager { alias, .. } = &loadopt.action else { return None };
    let named = alias.and_then(entity::by_tag).or_else(|| loadopt.of_type.clone());
    let entity = named.or_else(|| state.paths.of_type(path).cloned());
    Some(match entity {
        Some(Entity::Aliased(alias)) => Some(alias.adapter().clone()),
        Some(Entity::Mapper(mapper)) => state.polymorphic_adapters.of(mapper.id).cloned(),
        None => state.polymorphic_adapters.of(relationship_of(setup.prop).target().id).cloned(),
    })
}
