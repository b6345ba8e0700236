//! Where a mapper stands among those of its base classes and subclasses: joined tables, shared tables, tables
//! of its own. Mirrors `Mapper._configure_inheritance`, `._configure_properties` and `._sorted_tables`.

use super::errors::{OrmError, OrmResult};
use super::mapper::{Mapper, MapperId};
use super::properties::{ColumnProperty, Property, PropertyKind};
use crate::sql::build;
use crate::sql::error::SqlError;
use crate::sql::expr::ExprKind;
use crate::sql::expr::{Expr, Query};
use crate::sql::operators::Op;
use crate::sql::schema::{ColumnId, ColumnRef, TableRef};
use crate::sql::selectable::{AliasElement, From};
use crate::sql::value::Value;
use crate::util::topological;
use indexmap::IndexMap;
use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::rc::{Rc, Weak};

/// `polymorphic_load=`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum PolymorphicLoad {
    #[default]
    No,
    Inline,
    Selectin,
}

/// `with_polymorphic=` of a mapper.
#[derive(Clone, Debug)]
pub struct WithPolymorphic {
    /// The classes; `None` is `"*"`.
    pub mappers: Option<Vec<Weak<Mapper>>>,
    /// What to select from, if the program said.
    pub selectable: Option<From>,
}

/// Identities and their mappers; one map for a whole hierarchy.
pub type PolymorphicMap = Rc<RefCell<Vec<(Value, Weak<Mapper>)>>>;

/// A mapper's place in its hierarchy.
#[derive(Debug, Default)]
#[allow(missing_docs)]
pub struct Inheritance {
    pub inherits: RefCell<Option<Rc<Mapper>>>,
    pub inheriting: RefCell<Vec<Weak<Mapper>>>,
    /// A table of its own that repeats the columns of its base.
    pub concrete: bool,
    /// No table of its own.
    pub single: bool,
    /// How its table joins that of its base.
    pub condition: Option<Expr>,
    /// Columns of the base's table, and the columns of this one that take their values.
    pub equated_pairs: Vec<(ColumnRef, ColumnRef)>,
    /// The column or expression that tells the class of a row.
    pub polymorphic_on: RefCell<Option<Expr>>,
    /// The attribute that new instances get the identity in.
    pub polymorphic_key: RefCell<Option<Rc<str>>>,
    pub polymorphic_identity: Option<Value>,
    pub polymorphic_abstract: bool,
    pub polymorphic_load: PolymorphicLoad,
    pub map: RefCell<PolymorphicMap>,
    pub with_polymorphic: RefCell<Option<WithPolymorphic>>,
    /// Tables of their own stand in for each other in a row.
    pub requires_row_aliasing: Cell<bool>,
}

/// The tables in a FROM object, level by level; those in aliases are not seen.
pub fn find_tables(from: &From) -> Vec<TableRef> {
    let mut level = vec![from.clone()];
    let mut tables = Vec::new();
    while !level.is_empty() {
        let mut next = Vec::new();
        for from in level {
            match from {
                From::Table(table) => tables.push(table),
                From::Join(join) => next.extend([join.left.clone(), join.right.clone()]),
                _ => {}
            }
        }
        level = next;
    }
    tables
}

/// How a joined subclass's table joins that of its base; `given`: `inherit_condition=`.
///
/// # Errors
/// [`OrmError::NoForeignKeys`] and [`OrmError::AmbiguousForeignKeys`].
pub fn join_to_base(base: &Mapper, local: &From, given: Option<Expr>) -> OrmResult<(From, Expr)> {
    let condition = match given {
        Some(given) => given,
        None => build::join_condition(&base.local_table, local).map_err(|error| {
            let tables = || (build::from_description(&base.local_table), build::from_description(local));
            match error {
                SqlError::NoForeignKeys(_) => {
                    let (base, local) = tables();
                    OrmError::NoForeignKeys(format!(
                        "Can't determine the inherit condition between inherited table '{base}' and inheriting table \
                         '{local}'; tables have no foreign key relationships established.  Please ensure the \
                         inheriting table has a foreign key relationship to the inherited table, or provide an 'on \
                         clause' using the 'inherit_condition' mapper argument."
                    ))
                }
                SqlError::AmbiguousForeignKeys(_) => {
                    let (base, local) = tables();
                    OrmError::AmbiguousForeignKeys(format!(
                        "Can't determine the inherit condition between inherited table '{base}' and inheriting table \
                         '{local}'; tables have more than one foreign key relationship established.  Please specify \
                         the 'on clause' using the 'inherit_condition' mapper argument."
                    ))
                }
                other => other.into(),
            }
        })?,
    };
    let joined = build::join(&base.persist_selectable, local, Some(condition.clone()), false, false)?;
    Ok((joined, condition))
}

/// `criterion_as_pairs`: referenced column and referring column of every equality.
pub fn equated_pairs(condition: &Expr) -> Vec<(ColumnRef, ColumnRef)> {
    let refers = |from: &ColumnRef, to: &ColumnRef| {
        from.foreign_keys().iter().any(|fk| {
            to.owner_table().and_then(|it| super::configure::referent(fk, &it)).is_some_and(|it| it.id == to.id)
        })
    };
    equated_columns(condition)
        .into_iter()
        .filter_map(|(left, right)| {
            if refers(&right, &left) {
                Some((left, right))
            } else if refers(&left, &right) {
                Some((right, left))
            } else {
                None
            }
        })
        .collect()
}

/// Columns that the inherit conditions of the hierarchy make equal.
pub(super) fn equivalent_columns(mapper: &Mapper) -> Vec<(ColumnId, ColumnRef)> {
    let mut pairs = Vec::new();
    if mapper.inherits().is_none() && mapper.inheritance.inheriting.borrow().is_empty() {
        return pairs;
    }
    for it in mapper.base_mapper().self_and_descendants() {
        if let Some(condition) = &it.inheritance.condition {
            for (left, right) in equated_columns(condition) {
                pairs.push((left.id, right.clone()));
                pairs.push((right.id, left));
            }
        }
    }
    pairs
}

impl Mapper {
    /// The mapper of the base class.
    pub fn inherits(&self) -> Option<Rc<Mapper>> {
        self.inheritance.inherits.borrow().clone()
    }

    /// Mappers of direct subclasses, in the order of mapping.
    pub fn inheriting_mappers(&self) -> Vec<Rc<Mapper>> {
        self.inheritance.inheriting.borrow().iter().filter_map(Weak::upgrade).collect()
    }

    /// The base of its hierarchy.
    pub fn base_mapper(&self) -> Rc<Mapper> {
        match self.inherits() {
            Some(base) => base.base_mapper(),
            None => self.rc(),
        }
    }

    /// Whether this mapper is `other` or below it.
    pub fn is_a(&self, other: &Mapper) -> bool {
        self.id == other.id || self.inheritance.inherits.borrow().as_ref().is_some_and(|it| it.is_a(other))
    }

    /// Whether both are of one hierarchy.
    pub fn common_parent(&self, other: &Mapper) -> bool {
        self.id == other.id || self.base_mapper().id == other.base_mapper().id
    }

    /// Whether both columns are one, or made equal by inheritance.
    pub fn is_equivalent(&self, left: &ColumnRef, right: &ColumnRef) -> bool {
        left.id == right.id || self.derived().equivalents.iter().any(|it| it.0 == left.id && it.1.id == right.id)
    }

    /// Itself, its base, and so on to the root.
    pub fn iterate_to_root(&self) -> Vec<Rc<Mapper>> {
        let mut all = vec![self.rc()];
        while let Some(base) = all.last().and_then(|it| it.inherits()) {
            all.push(base);
        }
        all
    }

    /// Itself and everything below it, level by level.
    pub fn self_and_descendants(&self) -> Vec<Rc<Mapper>> {
        let mut all = vec![self.rc()];
        let mut next = 0;
        while next < all.len() {
            let children = all[next].inheriting_mappers();
            all.extend(children);
            next += 1;
        }
        all
    }

    /// Whose identity keys its instances share.
    pub fn identity_mapper(&self) -> MapperId {
        self.identity_root().id
    }

    /// The mapper of those identity keys: its base's, unless it has a table of its own or no identity.
    pub fn identity_root(&self) -> Rc<Mapper> {
        match self.inherits() {
            Some(base) if self.inheritance.polymorphic_identity.is_some() && !self.inheritance.concrete => {
                base.identity_root()
            }
            _ => self.rc(),
        }
    }

    /// The mapper of a polymorphic identity.
    pub fn mapper_of_identity(&self, identity: &Value) -> Option<Rc<Mapper>> {
        let map = self.inheritance.map.borrow().clone();
        let map = map.borrow();
        map.iter().find(|it| it.0 == *identity).and_then(|it| it.1.upgrade())
    }

    /// Whether a row's class is to be looked up.
    pub fn has_polymorphic_map(&self) -> bool {
        !self.inheritance.map.borrow().borrow().is_empty()
    }

    /// Joins the hierarchy of its base; warnings are returned.
    pub fn enter_hierarchy(&self) -> Vec<String> {
        let mut warnings = Vec::new();
        let own = &self.inheritance;
        if let Some(base) = self.inherits() {
            *own.map.borrow_mut() = base.inheritance.map.borrow().clone();
            base.inheritance.inheriting.borrow_mut().push(Rc::downgrade(&self.rc()));
            let root_on = base.base_mapper().inheritance.polymorphic_on.borrow().clone();
            if let (None, false, Some(on)) = (&own.polymorphic_identity, own.polymorphic_abstract, root_on) {
                let on = on.as_column().map_or_else(|| on_text(&on), column_text);
                warnings.push(format!(
                    "{} does not indicate a 'polymorphic_identity', yet is part of an inheritance hierarchy that has a \
                     'polymorphic_on' column of '{on}'. If this is an intermediary class that should not be \
                     instantiated, the class may either be left unmapped, or may include the 'polymorphic_abstract=True' \
                     parameter in its Mapper arguments. To leave the class unmapped when using Declarative, set the \
                     '__abstract__ = True' attribute on the class.",
                    self.describe()
                ));
            }
            if own.concrete {
                for mapper in base.iterate_to_root() {
                    if mapper.inheritance.polymorphic_on.borrow().is_some() {
                        mapper.inheritance.requires_row_aliasing.set(true);
                    }
                }
            }
            if own.polymorphic_load == PolymorphicLoad::Inline {
                base.add_with_polymorphic_subclass(&self.rc());
            }
        }
        if let Some(identity) = &own.polymorphic_identity {
            let map = own.map.borrow().clone();
            let mut map = map.borrow_mut();
            match map.iter_mut().find(|it| it.0 == *identity) {
                Some(known) => {
                    let old = known.1.upgrade().map(|it| it.repr()).unwrap_or_default();
                    let identity = identity.repr();
                    warnings.push(format!(
                        "Reassigning polymorphic association for identity {identity} from {old} to {new}: Check for \
                         duplicate use of {identity} as value for polymorphic_identity.",
                        new = self.repr()
                    ));
                    known.1 = Rc::downgrade(&self.rc());
                }
                None => map.push((identity.clone(), Rc::downgrade(&self.rc()))),
            }
        }
        self.forget_hierarchy();
        warnings
    }

    /// What was worked out for any mapper of the hierarchy is out of date.
    pub fn forget_hierarchy(&self) {
        for mapper in self.base_mapper().self_and_descendants() {
            mapper.forget_derived();
        }
    }

    fn add_with_polymorphic_subclass(&self, mapper: &Rc<Mapper>) {
        let mut current = self.inheritance.with_polymorphic.borrow_mut();
        let known = current.get_or_insert_with(|| WithPolymorphic { mappers: Some(Vec::new()), selectable: None });
        if let Some(mappers) = &mut known.mappers {
            mappers.push(Rc::downgrade(mapper));
        }
    }

    /// `_set_concrete_base`: a base that is mapped after its subclasses.
    pub fn set_concrete_base(&self, base: &Rc<Mapper>) {
        {
            let theirs = base.inheritance.map.borrow().clone();
            let own = self.inheritance.map.borrow().clone();
            theirs.borrow_mut().extend(own.borrow().iter().cloned());
            for mapper in self.self_and_descendants() {
                *mapper.inheritance.map.borrow_mut() = theirs.clone();
            }
        }
        *self.inheritance.inherits.borrow_mut() = Some(base.clone());
        for mapper in self.iterate_to_root() {
            if mapper.inheritance.polymorphic_on.borrow().is_some() {
                mapper.inheritance.requires_row_aliasing.set(true);
            }
        }
        base.inheritance.inheriting.borrow_mut().push(Rc::downgrade(&self.rc()));
        self.forget_hierarchy();
    }

    /// Steps 2 and 3 of `_configure_properties`: attributes of the base, then those of the table's columns.
    /// `is_excluded`: names the class does not take over. Gives the attributes that are new to the class, and
    /// warnings.
    ///
    /// # Errors
    /// For columns of one name that are not the same.
    pub fn configure_properties(
        &self,
        is_excluded: &dyn Fn(&str, Option<&ColumnRef>) -> bool,
        implements: &dyn Fn(&str, &Property) -> bool,
    ) -> OrmResult<Vec<String>> {
        let mut warnings = Vec::new();
        let mut explicit = std::mem::take(&mut *self.explicit.borrow_mut());
        let mut by_column: IndexMap<ColumnId, Rc<str>> = IndexMap::new();
        for (key, property) in &explicit {
            by_column.extend(property.columns.iter().map(|it| (it.id, key.clone())));
        }
        let inherited: Vec<Rc<Property>> =
            self.inherits().map(|it| it.props.borrow().values().cloned().collect()).unwrap_or_default();
        for prop in &inherited {
            if is_excluded(&prop.key, None) {
                continue;
            }
            if let Some(incoming) = explicit.get_mut(&prop.key) {
                self.reconcile(prop, incoming, None)?;
            } else if self.property(&prop.key).is_none() {
                self.adapt_inherited(prop, implements);
            }
        }
        for column in self.persist_selectable.columns() {
            if let Some(key) = by_column.get(&column.id) {
                if let Some(property) = explicit.shift_remove(key) {
                    self.add_property(key, PropertyKind::Column(property));
                }
                continue;
            }
            if self.column_to_property.borrow().contains_key(&column.id) {
                continue;
            }
            let mut key = column.key();
            if is_excluded(&key, Some(&column)) {
                continue;
            }
            for mapper in self.iterate_to_root() {
                if let Some(prop) = mapper.property_of_column(&column) {
                    key = prop.key.clone();
                }
            }
            let mut property = ColumnProperty::of(vec![column.clone()]);
            match self.property(&key) {
                Some(existing) if existing.as_column().is_some() => {
                    let is_inherited = existing.id.mapper != self.id;
                    self.reconcile(&existing, &mut property, is_inherited.then_some(&mut warnings))?;
                }
                Some(existing) if !matches!(existing.kind, PropertyKind::ConcreteInherited) => {
                    return Err(OrmError::Argument(format!(
                        "WARNING: when configuring property '{key}' on {}, column '{key}' conflicts with property '{}'. \
                         To resolve this, map the column to the class under a different name in the 'properties' \
                         dictionary.  Or, to remove all awareness of the column entirely (i.e. prevent its inclusion \
                         in the table's metadata), use the 'exclude_properties' argument.",
                        self.describe(),
                        existing.key
                    )));
                }
                _ => {}
            }
            self.add_property(&key, PropertyKind::Column(property));
        }
        Ok(warnings)
    }

    /// `_adapt_inherited_property`
    fn adapt_inherited(&self, prop: &Rc<Property>, implements: &dyn Fn(&str, &Property) -> bool) {
        if !self.inheritance.concrete {
            self.put_property(prop);
        } else if implements(&prop.key, prop) {
            self.add_property(&prop.key, PropertyKind::ConcreteInherited);
        }
    }

    /// `_reconcile_prop_with_incoming_columns`: the columns of a base's attribute behind those of this class.
    fn reconcile(
        &self,
        existing: &Property,
        incoming: &mut ColumnProperty,
        warn_only: Option<&mut Vec<String>>,
    ) -> OrmResult<()> {
        let Some(old) = existing.as_column() else { return Ok(()) };
        if self.inheritance.concrete {
            return Ok(());
        }
        let (Some(old_column), Some(new_column)) = (old.columns.first(), incoming.columns.first().cloned()) else {
            return Ok(());
        };
        if incoming.columns.iter().any(|it| it.id == old_column.id) {
            return Ok(());
        }
        let equated = self.inheritance.equated_pairs.iter().any(|(left, right)| {
            (left.id == old_column.id && right.id == new_column.id)
                || (right.id == old_column.id && left.id == new_column.id)
        });
        let is_version = |it: &ColumnRef| self.version_id_col.as_ref().is_some_and(|version| version.id == it.id);
        if !equated && !new_column.proxies(old_column.id) && !is_version(old_column) && !is_version(&new_column) {
            let text = format!(
                "Implicitly combining column {} with column {} under attribute '{}'.  Please configure one or more \
                 attributes for these same-named columns explicitly.",
                old.columns.last().map(column_text).unwrap_or_default(),
                column_text(&new_column),
                existing.key
            );
            match warn_only {
                Some(warnings) => warnings.push(text),
                None => return Err(OrmError::invalid(text)),
            }
        }
        let mut columns = vec![new_column];
        columns.extend(old.columns.iter().cloned());
        *incoming = ColumnProperty { columns, deferred: Cell::new(old.deferred.get()), ..old.copy() };
        Ok(())
    }

    /// Columns of a table that the mapper's attributes hold.
    pub fn columns_of(&self, table: &TableRef) -> Vec<(ColumnRef, Rc<Property>)> {
        let known = self.column_to_property.borrow();
        table.columns.borrow().values().filter_map(|it| Some((it.clone(), known.get(&it.id)?.clone()))).collect()
    }

    /// Primary key columns of a table, when the mapper maps all of them.
    pub fn primary_key_of(&self, table: &TableRef) -> Vec<ColumnRef> {
        let given = self.local_table.id() == table.id
            && self.primary_key.iter().all(|it| it.owner_table().is_some_and(|it| it.id == table.id));
        let keys = if given { self.primary_key.clone() } else { table.primary_key() };
        let known = self.column_to_property.borrow();
        if keys.iter().all(|it| known.contains_key(&it.id)) { keys } else { Vec::new() }
    }

    /// Whether rows of a table belong to the mapper's instances.
    pub fn persists_in(&self, table: &TableRef) -> bool {
        self.tables.iter().any(|it| it.id == table.id)
    }

    /// `_sorted_tables`: the tables of the hierarchy in the order of their rows' dependencies, each with the
    /// mapper that brings it.
    pub fn sorted_tables(&self) -> Vec<(TableRef, Rc<Mapper>)> {
        let mut found: Vec<(TableRef, Rc<Mapper>)> = Vec::new();
        for mapper in self.base_mapper().self_and_descendants() {
            for table in &mapper.tables {
                if !found.iter().any(|it| it.0.id == table.id) {
                    found.push((table.clone(), mapper.clone()));
                }
            }
        }
        if found.len() < 2 {
            return found;
        }
        // The base of concrete classes has the tables of its union, in that order.
        if let From::Alias(alias) = &self.base_mapper().persist_selectable
            && let AliasElement::Query(Query::Compound(union)) = &alias.element
        {
            let of = |part: &Query, table: &TableRef| match part {
                Query::Select(select) => crate::sql::traverse::froms_of_select(select)
                    .iter()
                    .any(|it| it.is_derived_from(&From::Table(table.clone()))),
                _ => false,
            };
            found.sort_by_key(|(table, _)| union.selects.iter().position(|part| of(part, table)).unwrap_or(usize::MAX));
        }
        let mut edges: Vec<(u32, u32)> = Vec::new();
        for (table, mapper) in &found {
            if let Some(base) = mapper.inherits() {
                edges.extend(base.tables.iter().filter(|it| it.id != table.id).map(|it| (it.id, table.id)));
            }
            for column in table.columns.borrow().values() {
                for fk in column.foreign_keys() {
                    let Ok(referred) = crate::sql::schema_ops::referred_column(&fk) else { continue };
                    let Some(other) = referred.owner_table().filter(|it| it.id != table.id) else { continue };
                    let Some((_, their)) = found.iter().find(|it| it.0.id == other.id) else { continue };
                    if !is_beside_inheritance(column, &referred, mapper, their) {
                        edges.push((other.id, table.id));
                    }
                }
            }
        }
        let ids: Vec<u32> = found.iter().map(|it| it.0.id).collect();
        let sorted = topological::sort(&edges, &ids).unwrap_or(ids);
        sorted.iter().filter_map(|id| found.iter().find(|it| it.0.id == *id).cloned()).collect()
    }

    /// `_table_to_equated`: columns to copy from a table's row to those of the tables below it.
    pub fn equated_from(&self, table: &TableRef) -> Vec<(ColumnRef, ColumnRef)> {
        let columns: HashSet<ColumnId> = table.columns.borrow().values().map(|it| it.id).collect();
        self.iterate_to_root()
            .iter()
            .filter(|it| it.inheritance.equated_pairs.iter().any(|it| columns.contains(&it.0.id)))
            .flat_map(|it| it.inheritance.equated_pairs.clone())
            .collect()
    }
}

/// A foreign key between two tables of a hierarchy that is not the one by which they inherit.
fn is_beside_inheritance(column: &ColumnRef, referred: &ColumnRef, parent: &Rc<Mapper>, dep: &Rc<Mapper>) -> bool {
    if parent.id == dep.id {
        return false;
    }
    let Some(condition) = &dep.inheritance.condition else { return false };
    let mut columns: HashSet<ColumnId> =
        super::adapt::find_columns(condition).iter().filter_map(Expr::column_id).collect();
    match &parent.inheritance.condition {
        Some(own) => {
            columns.extend(super::adapt::find_columns(own).iter().filter_map(Expr::column_id));
            !columns.contains(&column.id) && !columns.contains(&referred.id)
        }
        None => !columns.contains(&column.id),
    }
}

/// `employee.id`
pub(super) fn column_text(column: &ColumnRef) -> String {
    match &*column.table.borrow() {
        Some(from) => format!("{}.{}", build::from_description(from), column.name()),
        None => column.name().to_string(),
    }
}

fn on_text(expr: &Expr) -> String {
    super::configure::expr_text(expr)
}

/// Every `column = column` in a join condition.
fn equated_columns(expr: &Expr) -> Vec<(ColumnRef, ColumnRef)> {
    match expr.kind() {
        ExprKind::Binary { op: Op::Eq, left, right, .. } => match (bare_column(left), bare_column(right)) {
            (Some(left), Some(right)) => vec![(left, right)],
            _ => Vec::new(),
        },
        ExprKind::List { clauses, .. } => clauses.iter().flat_map(equated_columns).collect(),
        ExprKind::Grouping(inner) => equated_columns(inner),
        _ => Vec::new(),
    }
}

fn bare_column(expr: &Expr) -> Option<ColumnRef> {
    match expr.kind() {
        ExprKind::Column(column) => Some(column.clone()),
        ExprKind::Grouping(inner) => bare_column(inner),
        _ => None,
    }
}
