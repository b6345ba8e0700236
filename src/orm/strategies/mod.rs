//! Loader strategies: how an attribute gets its value. One file each, behind [`LoaderStrategy`]. Mirrors
//! `orm/strategies.py` and `LoaderStrategy` of `orm/interfaces.py`.
//!
//! `context` asks a strategy what it needs of the statement, `loading` how it fills the attribute from rows,
//! and a program's reading of an unloaded attribute comes in through [`load_attribute`].

mod column;
mod contains_eager;
mod deferred;
mod expression;
mod immediate;
mod joined;
mod lazy;
mod no_load;
mod reading;
mod selectin;
mod subquery;

use super::context::{CompileState, MapperSetup};
use super::errors::{OrmError, OrmResult};
use super::loading::instance::{Populators, RowSetup};
use super::option_paths::LoadElement;
use super::passive::PassiveFlag;
use super::properties::{Property, PropertyKind};
use super::relationships::Lazy;
use super::state::{Object, StateRef};
use super::strategy_options::OptionAction;
use std::rc::Rc;

pub(super) use deferred::defer_for_state;
pub use reading::{Passive, current_collection, current_object, load_column, load_original, load_related};
pub(super) use selectin::in_keys;
pub use subquery::SubqueryOrigin;

/// An attribute at one place of a statement under compilation.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Setup<'a> {
    pub prop: &'a Rc<Property>,
    pub loadopt: Option<&'a Rc<LoadElement>>,
    pub at: &'a MapperSetup<'a>,
}

/// How an attribute gets its value.
pub trait LoaderStrategy {
    /// Adds what it needs to the statement.
    ///
    /// # Errors
    /// Where the strategy cannot apply.
    fn setup_query(&self, _state: &mut CompileState, _setup: &Setup<'_>) -> OrmResult<()> {
        Ok(())
    }

    /// Says how the attribute is filled from rows.
    ///
    /// # Errors
    /// Where the strategy cannot apply.
    fn create_row_processor(&self, row: &RowSetup<'_>, populators: &mut Populators) -> OrmResult<()>;
}

/// The strategy of an attribute, given what options say of it.
pub fn for_prop(prop: &Property, loadopt: Option<&LoadElement>) -> &'static dyn LoaderStrategy {
    match &prop.kind {
        PropertyKind::Column(it) if it.is_query_expression || loadopt.is_some_and(is_expression) => {
            &expression::ExpressionLoader
        }
        PropertyKind::Column(_) if deferred::is_deferred(prop, loadopt) => &deferred::DeferredLoader,
        PropertyKind::Column(_) => &column::ColumnLoader,
        PropertyKind::Relationship(relationship) => {
            for_lazy(relationship.lazy_of_option(loadopt).unwrap_or_else(|| relationship.lazy.get()))
        }
        PropertyKind::Synonym { .. } | PropertyKind::ConcreteInherited => &no_load::DoNothing,
    }
}

fn is_expression(loadopt: &LoadElement) -> bool {
    matches!(loadopt.action, OptionAction::WithExpression(_))
}

/// Refuses to load eagerly what is never loaded as a whole.
fn expect_population(prop: &Property) -> OrmResult<()> {
    if prop.as_relationship().is_some_and(|it| matches!(it.lazy.get(), Lazy::WriteOnly | Lazy::Dynamic)) {
        return Err(OrmError::invalid(format!(
            "'{}' does not support object population - eager loading cannot be applied.",
            prop.qualified_name()
        )));
    }
    Ok(())
}

/// The strategy of a relationship.
pub fn for_lazy(lazy: Lazy) -> &'static dyn LoaderStrategy {
    match lazy {
        // What is never loaded as a whole is a collection that happens not to be loaded.
        Lazy::Select | Lazy::Raise | Lazy::RaiseOnSql | Lazy::WriteOnly | Lazy::Dynamic => &lazy::LazyLoader,
        Lazy::Joined => &joined::JoinedLoader,
        Lazy::Selectin => &selectin::SelectInLoader,
        Lazy::Subquery => &subquery::SubqueryLoader,
        Lazy::Immediate => &immediate::ImmediateLoader,
        Lazy::NoLoad => &no_load::NoLoader,
    }
}

/// A loader of one instance's own, set by an option of the query that loaded it.
#[derive(Clone, Debug)]
pub enum InstanceLoader {
    /// The column is deferred for this instance; reading it loads it, or raises.
    Deferred {
        /// Reading raises.
        raise: bool,
    },
    /// The relationship is lazy for this instance, in this way.
    Lazy(Rc<LoadElement>),
}

/// What loading an attribute gave.
#[derive(Clone, Debug)]
pub enum Loaded {
    /// Nothing, because it was not allowed to load.
    NoResult,
    /// Nothing, because there is no value: a new object's attribute.
    Empty,
    /// The value is in place already.
    WasSet,
    /// The object of a scalar relationship.
    Scalar(Option<Object>),
    /// The members of a collection.
    Collection(Vec<Object>),
}

/// Loads an attribute that a program reads and that is not there: a relationship, or a deferred column.
///
/// The value is returned, not set; see [`super::loading::commit::set_committed_value`]. A column's value is
/// set and [`Loaded::WasSet`] returned.
///
/// # Errors
/// `DetachedInstanceError` without a session; `InvalidRequestError` where loading is to raise; what the
/// statement raises.
pub fn load_attribute(state: &StateRef, prop: &Rc<Property>, passive: PassiveFlag) -> OrmResult<Loaded> {
    let own = state.callables.borrow().get(&prop.key).cloned();
    match (&prop.kind, own) {
        (PropertyKind::Column(_), Some(InstanceLoader::Deferred { raise })) => {
            deferred::load_for_state(state, prop, raise, passive)
        }
        (PropertyKind::Column(column), _) => {
            if !column.is_query_expression && (column.deferred.get() || column.expression.is_some()) {
                deferred::load_for_state(state, prop, column.raise_load, passive)
            } else {
                Ok(Loaded::Empty)
            }
        }
        (PropertyKind::Relationship(relationship), Some(InstanceLoader::Lazy(element))) => {
            let lazy = relationship.lazy_of_option(Some(&element)).unwrap_or_else(|| relationship.lazy.get());
            lazy::load_for_state(
                state,
                prop,
                passive,
                &lazy::LazyRequest { lazy, loadopt: Some(&element), ..lazy::LazyRequest::default() },
            )
        }
        (PropertyKind::Relationship(relationship), _) => {
            let lazy = match relationship.lazy.get() {
                it @ (Lazy::Raise | Lazy::RaiseOnSql) => it,
                Lazy::NoLoad => return Ok(Loaded::Empty),
                _ => Lazy::Select,
            };
            lazy::load_for_state(state, prop, passive, &lazy::LazyRequest { lazy, ..lazy::LazyRequest::default() })
        }
        (PropertyKind::Synonym { name }, _) => match state.mapper.property(name) {
            Some(prop) => load_attribute(state, &prop, passive),
            None => Ok(Loaded::Empty),
        },
        (PropertyKind::ConcreteInherited, _) => Ok(Loaded::Empty),
    }
}
