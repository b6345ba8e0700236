//! Loader options: `selectinload(Author.books)` and its kin. Mirrors `orm/strategy_options.py`.

use super::entity::Entity;
use super::mapper::Mapper;
use super::plugin::RelationshipAttr;
use super::properties::Property;
use super::relationships::Lazy;
use crate::sql::expr::{EntityTag, Expr};
use crate::sql::selectable::From;
use crate::sql::value::HostError;
use std::fmt::Debug;
use std::rc::Rc;

/// One element of an option's chain.
#[derive(Clone, Debug)]
pub struct OptionStep {
    /// What it is about.
    pub target: OptionTarget,
    /// What to do there.
    pub action: OptionAction,
}

/// What an option's step is about.
#[derive(Clone, Debug)]
pub enum OptionTarget {
    /// A relationship attribute.
    Relationship(RelationshipAttr),
    /// A column attribute of an entity.
    Column(EntityTag, Rc<Property>),
    /// `"*"`, of the entity named or of any.
    Wildcard(Option<EntityTag>),
    /// Subclasses.
    Classes(Vec<Entity>),
}

/// What an option asks for.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum OptionAction {
    /// `defaultload`: nothing here, only further steps.
    Default,
    /// A strategy; `innerjoin` for joined, `chunk_size` and `recursion_depth` for selectin and immediate.
    Load {
        lazy: Lazy,
        innerjoin: Option<bool>,
        recursion_depth: Option<i32>,
        chunk_size: Option<u32>,
    },
    /// `is_chain`: it only leads to the attribute named last, and gives way to any other option.
    ContainsEager {
        alias: Option<EntityTag>,
        is_chain: bool,
    },
    Defer {
        raise_load: bool,
    },
    Undefer,
    /// `load_only`: everything else of the entity is deferred.
    LoadOnly {
        raise_load: bool,
    },
    /// `selectin_polymorphic`
    SelectinPolymorphic,
    /// `undefer_group`: deferred columns of this group.
    UndeferGroup(Rc<str>),
    /// `with_expression`: what a `query_expression()` attribute takes from this statement.
    WithExpression(GivenExpression),
}

/// An expression of an option; it equals itself only.
#[derive(Clone)]
pub struct GivenExpression(pub Expr);

impl PartialEq for GivenExpression {
    fn eq(&self, other: &Self) -> bool {
        self.0.is(&other.0)
    }
}

impl Debug for GivenExpression {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("expression")
    }
}

/// Criteria that the host works out for each entity: `with_loader_criteria(Mixin, lambda cls: ...)`.
pub trait CriteriaOf: Debug {
    /// The criteria for an entity, in terms of its mapper; `None` when it is not concerned.
    ///
    /// # Errors
    /// The host's exception.
    fn criteria(&self, mapper: &Rc<Mapper>) -> Result<Option<Expr>, HostError>;
    /// Whether they were given for this very mapper.
    fn names(&self, mapper: &Rc<Mapper>) -> bool;
}

/// A chain such as `selectinload(Author.books).joinedload(Book.reviews)`, and branches of it by `.options()`.
#[derive(Clone, Debug, Default)]
pub struct LoaderOption {
    /// `Load(Author)`: the root entity, if it was named.
    pub root: Option<EntityTag>,
    /// The steps, outermost first.
    pub steps: Vec<OptionStep>,
    /// `.options(...)`: further chains below the last step.
    pub branches: Vec<LoaderOption>,
    /// `with_loader_criteria(entity, criteria)`, not a path option.
    pub criteria: Option<(EntityTag, Expr)>,
    /// The same for all mappers that the host says.
    pub criteria_of: Option<Rc<dyn CriteriaOf>>,
    /// `with_loader_criteria(include_aliases=True)`
    pub include_aliases: bool,
    /// `with_loader_criteria(propagate_to_loaders=False)`
    pub statement_only: bool,
    /// Why it cannot be applied: said when a statement is compiled with it. A text and no exception, which would hold
    /// the statement that holds the option.
    pub refused: Option<Rc<str>>,
    /// What all entities of the statement are selected from, in place of their tables: `Query.union()`.
    pub base_alias: Option<From>,
    /// Nothing of the statement is loaded eagerly: `Query.enable_eagerloads(False)`.
    pub disables_eagerloads: bool,
}

impl LoaderOption {
    /// Why it cannot be applied, or one of its branches.
    pub fn refusal(&self) -> Option<&Rc<str>> {
        self.refused.as_ref().or_else(|| self.branches.iter().find_map(Self::refusal))
    }
}
