//! What a SELECT of a class has to do with its subclasses: which of them load with it, from what, and by which
//! column a row's class is told. Mirrors the `_with_polymorphic_*`, `_single_table_*` and
//! `_polymorphic_*` members of `Mapper`.

use super::adapt::Adapter;
use super::errors::{OrmError, OrmResult};
use super::inheritance::WithPolymorphic;
use super::mapper::Mapper;
use super::properties::{ColumnProperty, Property, PropertyKind};
use crate::sql::build::{self, Operand};
use crate::sql::expr::{EntityTag, Expr, Query};
use crate::sql::quoted_name::QuotedName;
use crate::sql::schema::ColumnRef;
use crate::sql::select::{Correlate, LabelStyle, Select, SelectItem};
use crate::sql::selectable::{Alias, AliasElement, AliasKind, From, Join};
use crate::sql::value::Value;
use std::collections::HashSet;
use std::rc::{Rc, Weak};

/// Subclasses that load with the class by its own mapping.
pub(super) fn default_mappers(mapper: &Mapper) -> Vec<Rc<Mapper>> {
    let given = mapper.inheritance.with_polymorphic.borrow().clone();
    match given {
        Some(WithPolymorphic { mappers, selectable }) => {
            let mappers = mappers.map(|it| it.iter().filter_map(Weak::upgrade).collect::<Vec<_>>());
            mappers_from_spec(mapper, mappers.as_deref(), selectable.as_ref()).unwrap_or_default()
        }
        None => Vec::new(),
    }
}

/// The mappers that `spec` names, with what lies between; `None` is `"*"`.
///
/// # Errors
/// For a class that is not below the mapper's.
pub fn mappers_from_spec(
    mapper: &Mapper,
    spec: Option<&[Rc<Mapper>]>,
    selectable: Option<&From>,
) -> OrmResult<Vec<Rc<Mapper>>> {
    let mut mappers = mapper.self_and_descendants();
    if let Some(spec) = spec {
        let mut wanted = HashSet::new();
        for it in spec {
            if !it.is_a(mapper) {
                return Err(OrmError::invalid(format!("{} does not inherit from {}", it.repr(), mapper.repr())));
            }
            match selectable {
                None => wanted.extend(it.iterate_to_root().iter().map(|it| it.id)),
                Some(_) => {
                    wanted.insert(it.id);
                }
            }
        }
        mappers.retain(|it| wanted.contains(&it.id));
    }
    if let Some(selectable) = selectable {
        let mut tables = HashSet::new();
        tables_inside(selectable, &mut tables);
        mappers.retain(|it| tables.contains(&it.local_table.id()));
    }
    Ok(mappers)
}

/// Ids of all tables and aliases inside, in subqueries too.
fn tables_inside(from: &From, out: &mut HashSet<u32>) {
    out.insert(from.id());
    match from {
        From::Join(join) => {
            tables_inside(&join.left, out);
            tables_inside(&join.right, out);
        }
        From::Alias(alias) => match &alias.element {
            AliasElement::From(inner) => tables_inside(inner, out),
            AliasElement::Query(query) => tables_of_query(query, out),
            _ => {}
        },
        _ => {}
    }
}

fn tables_of_query(query: &Query, out: &mut HashSet<u32>) {
    match query {
        Query::Select(select) => {
            for from in crate::sql::traverse::froms_of_select(select) {
                tables_inside(&from, out);
            }
        }
        Query::Compound(compound) => compound.selects.iter().for_each(|it| tables_of_query(it, out)),
        Query::Text(_) => {}
    }
}

/// What a SELECT of the class selects from by its own mapping.
pub(super) fn default_selectable(mapper: &Mapper, mappers: &[Rc<Mapper>]) -> From {
    let given = mapper.inheritance.with_polymorphic.borrow().as_ref().and_then(|it| it.selectable.clone());
    given
        .unwrap_or_else(|| selectable_from_mappers(mapper, mappers, false).unwrap_or(mapper.persist_selectable.clone()))
}

/// The tables of the class, and around them those of the subclasses.
///
/// # Errors
/// For classes with tables of their own.
pub fn selectable_from_mappers(mapper: &Mapper, mappers: &[Rc<Mapper>], innerjoin: bool) -> OrmResult<From> {
    let mut from = mapper.persist_selectable.clone();
    for it in mappers {
        if it.id == mapper.id {
            continue;
        }
        if it.inheritance.concrete {
            return Err(OrmError::invalid(
                "'with_polymorphic()' requires 'selectable' argument when concrete-inheriting mappers are used.",
            ));
        }
        if !it.inheritance.single {
            from = build::join(&from, &it.local_table, it.inheritance.condition.clone(), !innerjoin, false)?;
        }
    }
    Ok(from)
}

/// Attributes that a SELECT of the class and of `mappers` asks for.
pub fn properties(mapper: &Mapper, mappers: &[Rc<Mapper>]) -> Vec<Rc<Property>> {
    if mappers.is_empty() {
        return mapper.props.borrow().values().cloned().collect();
    }
    let own = mapper.inheritance.polymorphic_on.borrow().as_ref().and_then(Expr::column_id);
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    let all = std::iter::once(mapper.rc()).chain(mappers.iter().cloned());
    for it in all {
        for prop in it.props.borrow().values() {
            if !seen.insert(prop.id) {
                continue;
            }
            let first = prop.as_column().and_then(|it| it.columns.first().map(|it| it.id));
            if prop.is_discriminator.get() && (own.is_none() || own != first) {
                continue;
            }
            found.push(prop.clone());
        }
    }
    found
}

/// `type IN ('a', 'b')`: rows of the class and those below, where they share a table with others.
pub fn single_table_criterion(mapper: &Mapper, entity: EntityTag) -> Option<Expr> {
    let own = &mapper.inheritance;
    if !own.single || mapper.inherits().is_none() {
        return None;
    }
    let on = own.polymorphic_on.borrow().clone()?;
    let on = match on.as_column() {
        Some(column) => Expr::entity_column(column, entity, None),
        None => on,
    };
    let identities: Vec<Value> = mapper
        .self_and_descendants()
        .iter()
        .filter(|it| !it.inheritance.polymorphic_abstract)
        .map(|it| it.inheritance.polymorphic_identity.clone().unwrap_or(Value::Null))
        .collect();
    build::in_(&on, &Operand::Value(Value::List(identities.into()))).ok()
}

impl Mapper {
    /// `_has_aliased_polymorphic_fromclause`
    fn has_aliased_selectable(&self) -> bool {
        matches!(
            self.inheritance.with_polymorphic.borrow().as_ref().and_then(|it| it.selectable.as_ref()),
            Some(From::Alias(_))
        )
    }

    /// `_should_select_with_poly_adapter`: what the program says of the class's columns is to be put in terms of
    /// a selectable of its own.
    pub fn selects_with_adapter(&self) -> bool {
        if self.inherits().is_none() && self.inheritance.with_polymorphic.borrow().is_none() {
            return self.inheritance.requires_row_aliasing.get();
        }
        let base = self.base_mapper();
        self.has_aliased_selectable()
            || self.inheritance.requires_row_aliasing.get()
            || base.has_aliased_selectable()
            || base.inheritance.requires_row_aliasing.get()
    }

    /// Whether the mapping names subclasses that load with the class.
    pub fn has_with_polymorphic(&self) -> bool {
        self.inheritance.with_polymorphic.borrow().is_some()
    }

    /// An adapter to a selectable, by which columns of the hierarchy that are equal find each other.
    pub fn adapter_to(&self, selectable: &From) -> Adapter {
        Adapter::to(selectable).with_equivalents(&self.derived().equivalents)
    }

    /// `_configure_polymorphic_setter`: `given` is what the program said; a name is looked up before.
    /// Gives the attribute it made, if it had to.
    ///
    /// # Errors
    /// For what is not a column or expression of the mapping.
    pub fn configure_polymorphic_on(&self, given: Option<GivenDiscriminator>) -> OrmResult<Option<Rc<Property>>> {
        let own = &self.inheritance;
        let mut made = None;
        let mut sets = true;
        let prop = match given {
            None => {
                for mapper in self.iterate_to_root().iter().skip(1) {
                    let Some(on) = mapper.inheritance.polymorphic_on.borrow().clone() else { continue };
                    let here = if self.persist_selectable.id() == mapper.persist_selectable.id() {
                        Some(on)
                    } else {
                        on.as_column()
                            .and_then(|it| self.persist_selectable.corresponding_column(it))
                            .map(|it| Expr::column(&it))
                    };
                    if here.is_some() {
                        own.polymorphic_key.borrow_mut().clone_from(&mapper.inheritance.polymorphic_key.borrow());
                    }
                    *own.polymorphic_on.borrow_mut() = here;
                    self.forget_derived();
                    return Ok(None);
                }
                if own.polymorphic_abstract {
                    return Err(OrmError::invalid(
                        "The Mapper.polymorphic_abstract parameter may only be used on a mapper hierarchy which \
                         includes the Mapper.polymorphic_on parameter at the base of the hierarchy.",
                    ));
                }
                return Ok(None);
            }
            Some(GivenDiscriminator::Name(name)) => self.property(&name).ok_or_else(|| {
                OrmError::Argument(format!(
                    "Can't determine polymorphic_on value '{name}' - no attribute is mapped to this name."
                ))
            })?,
            Some(GivenDiscriminator::Expr(expr)) => {
                let known = expr.as_column().and_then(|it| self.property_of_column(it));
                if let Some(known) = known {
                    known
                } else {
                    let here = expr.as_column().and_then(|it| self.persist_selectable.corresponding_column(it));
                    sets = here.is_some();
                    let (key, property) = if let Some(column) = here {
                        (column.key(), ColumnProperty::of(vec![column]))
                    } else if let Some(column) = expr.as_column() {
                        self.check_discriminator(column)?;
                        (column.key(), ColumnProperty::of(vec![column.clone()]))
                    } else {
                        let label = build::label(&expr, Some("_sa_polymorphic_on".into()));
                        (
                            "_sa_polymorphic_on".into(),
                            ColumnProperty { expression: Some(label), ..ColumnProperty::of(Vec::new()) },
                        )
                    };
                    let prop = self.add_property(&key, PropertyKind::Column(property));
                    prop.is_discriminator.set(true);
                    made = Some(prop.clone());
                    prop
                }
            }
        };
        let Some(column_property) = prop.as_column() else {
            return Err(OrmError::Argument(
                "Only direct column-mapped property or SQL expression can be passed for polymorphic_on".to_owned(),
            ));
        };
        *own.polymorphic_on.borrow_mut() = Some(column_property.expr());
        *own.polymorphic_key.borrow_mut() = sets.then(|| prop.key.clone());
        self.forget_hierarchy();
        Ok(made)
    }

    fn check_discriminator(&self, column: &ColumnRef) -> OrmResult<()> {
        let given = self.inheritance.with_polymorphic.borrow().as_ref().and_then(|it| it.selectable.clone());
        if column.schema.is_some() && given.is_none_or(|it| it.corresponding_column(column).is_none()) {
            return Err(OrmError::invalid(format!(
                "Could not map polymorphic_on column '{}' to the mapped table - polymorphic loads will not function \
                 properly",
                column.name()
            )));
        }
        Ok(())
    }

    /// `_acceptable_polymorphic_identities`: those of the class and of subclasses in the same tables.
    pub fn accepts_identity(&self, value: &Value) -> bool {
        let own = self.inheritance.polymorphic_identity.clone().unwrap_or(Value::Null);
        own == *value
            || self
                .inheriting_mappers()
                .iter()
                .any(|it| it.persist_selectable.id() == self.persist_selectable.id() && it.accepts_identity(value))
    }
}

/// What a program passed for `polymorphic_on`.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum GivenDiscriminator {
    Name(Rc<str>),
    Expr(Expr),
}

/// `_anonymous_fromclause(name, flat)`: an alias of what a class selects from. `flat` gives each table of a join
/// an alias of its own.
pub fn alias_of(from: &From, name: Option<&QuotedName>, flat: bool) -> From {
    match from {
        From::Join(join) if flat => flat_join(join, name),
        From::Join(_) => {
            let select = Select {
                columns: from.columns().iter().map(|it| SelectItem::Expr(Expr::column(it))).collect(),
                from_: vec![from.clone()],
                label_style: LabelStyle::TablenamePlusCol,
                correlate: Correlate::Only(Vec::new()),
                ..Select::default()
            };
            let query = AliasElement::Query(Query::Select(Rc::new(select)));
            From::Alias(Alias::new(query, AliasKind::Subquery, name.cloned(), "anon"))
        }
        From::Alias(alias) if name.is_none() && is_anonymous(alias) => {
            From::Alias(Alias::new(AliasElement::From(from.clone()), AliasKind::Alias, None, "anon"))
        }
        _ => match super::join_condition::anonymous(from) {
            From::Alias(alias) if name.is_some() => {
                From::Alias(Alias::new(alias.element.clone(), alias.kind.clone(), name.cloned(), "anon"))
            }
            other => other,
        },
    }
}

/// A CTE, or an alias of a table whose name is made up: it gives no name to its own alias.
fn is_anonymous(alias: &Alias) -> bool {
    matches!(alias.kind, AliasKind::Cte { .. })
        || matches!(alias.name, crate::sql::expr::Name::Anon { .. }) && matches!(alias.element, AliasElement::From(_))
}

fn flat_join(join: &Join, name: Option<&QuotedName>) -> From {
    let side = |from: &From| match from {
        From::Table(table) => {
            let name = name.map(|it| format!("{it}_{}", table.name).into());
            alias_of(from, name.as_ref(), true)
        }
        _ => alias_of(from, name, true),
    };
    let (left, right) = (side(&join.left), side(&join.right));
    let adapter = Adapter::to(&left).chain(&Adapter::to(&right));
    let onclause = join.onclause.as_ref().map(|it| adapter.adapt(it));
    From::Join(Join::new(left, right, onclause, join.is_outer, join.full))
}

/// Whether the two have a table in common: `selectables_overlap`.
pub fn overlap(left: &From, right: &From) -> bool {
    let mut mine = HashSet::new();
    surface(left, &mut mine);
    let mut theirs = HashSet::new();
    surface(right, &mut theirs);
    mine.iter().any(|it| theirs.contains(it))
}

/// `surface_selectables_only`: what a FROM object shows: tables, aliases, not what is inside them.
fn surface(from: &From, out: &mut HashSet<u32>) {
    match from {
        From::Join(join) => {
            surface(&join.left, out);
            surface(&join.right, out);
        }
        other => {
            out.insert(other.id());
        }
    }
}
