//! Columns that are loaded when they are first read. Mirrors `_DeferredColumnLoader`.

use super::{InstanceLoader, Loaded, LoaderStrategy, Setup};
use crate::orm::context::{CompileState, Memo};
use crate::orm::errors::{OrmError, OrmResult};
use crate::orm::loading;
use crate::orm::loading::instance::{Populators, RowSetup};
use crate::orm::option_paths::LoadElement;
use crate::orm::passive::PassiveFlag;
use crate::orm::properties::Property;
use crate::orm::state::StateRef;
use crate::orm::strategy_options::OptionAction;
use crate::sql::expr::Expr;
use std::collections::HashSet;
use std::rc::Rc;

/// Leaves the column out.
pub(super) struct DeferredLoader;

/// Whether mapping and options together defer a column.
pub(super) fn is_deferred(prop: &Property, loadopt: Option<&LoadElement>) -> bool {
    let Some(column_property) = prop.as_column() else { return false };
    match loadopt.map(|it| &it.action) {
        Some(OptionAction::Defer { .. }) => true,
        Some(OptionAction::Undefer | OptionAction::LoadOnly { .. }) => false,
        _ => column_property.deferred.get(),
    }
}

impl LoaderStrategy for DeferredLoader {
    fn setup_query(&self, state: &mut CompileState, setup: &Setup<'_>) -> OrmResult<()> {
        let Some(column_property) = setup.prop.as_column() else { return Ok(()) };
        let mapper = setup.prop.parent();
        // The key and what tells the class are there in any case.
        let discriminator = mapper.inheritance.polymorphic_on.borrow().as_ref().and_then(Expr::column_id);
        let is_key = column_property
            .columns
            .iter()
            .any(|it| discriminator == Some(it.id) || mapper.primary_key.iter().any(|pk| pk.id == it.id));
        let shown = (state.options.for_subquery && column_property.expression.is_none())
            || (setup.loadopt.is_some() && is_key)
            || setup.at.only_load_props.is_some_and(|it| it.contains(&setup.prop.key));
        if shown {
            return super::column::ColumnLoader.setup_query(state, setup);
        }
        let memo = match setup.loadopt.map(|it| &it.action) {
            Some(OptionAction::Defer { raise_load }) => Memo::DeferForState { raise: *raise_load },
            _ if column_property.raise_load => Memo::DeferForState { raise: true },
            _ => Memo::Deferred,
        };
        if let Some(entity) = state.setups.get_mut(setup.at.path) {
            entity.add_column(setup.prop, memo);
        }
        Ok(())
    }

    fn create_row_processor(&self, row: &RowSetup<'_>, populators: &mut Populators) -> OrmResult<()> {
        if row.only_load_props.is_some_and(|it| it.contains(&row.prop.key)) {
            return super::column::ColumnLoader.create_row_processor(row, populators);
        }
        populators.expire.push((row.prop.clone(), false));
        Ok(())
    }
}

/// Marks a column as deferred for one instance.
pub(in crate::orm) fn defer_for_state(state: &StateRef, prop: &Property, raise: bool) {
    state.callables.borrow_mut().insert(prop.key.clone(), InstanceLoader::Deferred { raise });
}

/// Loads a deferred column, with others of its group.
pub(super) fn load_for_state(
    state: &StateRef,
    prop: &Rc<Property>,
    raise: bool,
    passive: PassiveFlag,
) -> OrmResult<Loaded> {
    if !state.has_identity() {
        return Ok(Loaded::Empty);
    }
    if !passive.has(PassiveFlag::SQL_OK) {
        return Ok(Loaded::NoResult);
    }
    let group = prop.as_column().and_then(|it| it.group.clone());
    let mut keys: HashSet<Rc<str>> = HashSet::new();
    match group {
        Some(group) => {
            for other in &state.mapper.derived().column_props {
                if other.as_column().is_some_and(|it| it.deferred.get() && it.group.as_ref() == Some(&group)) {
                    keys.insert(other.key.clone());
                }
            }
        }
        None => {
            keys.insert(prop.key.clone());
        }
    }
    keys.retain(|it| !state.committed.borrow().contains_key(it));
    let Some(session) = state.session() else {
        return Err(OrmError::DetachedInstance(format!(
            "Parent instance {} is not bound to a Session; deferred load operation of attribute '{}' cannot proceed",
            loading::detached_str(state),
            prop.key
        )));
    };
    if raise {
        return Err(OrmError::invalid(format!("'{}' is not available due to raiseload=True", prop.qualified_name())));
    }
    loading::load_scalar_attributes(&session, state, &keys, PassiveFlag::OFF)?;
    Ok(Loaded::WasSet)
}
