//! The mapped classes of a run as the page's diagram needs them.

use crate::{
    orm::{
        mapper::Mapper,
        properties::PropertyKind,
        relationships::{self, Lazy, Relationship},
    },
    protocol::{ColumnModel, Direction, Model, Models, RelationshipModel, TableModel},
    sql::{
        compile::{Dialect, type_ddl},
        schema::{ColumnNode, ConstraintKind, ForeignKeyTarget, TableRef},
        selectable::From,
    },
};
use std::rc::Rc;

/// All that are configured, in the order of mapping.
pub fn models(mappers: &[Rc<Mapper>]) -> Models {
    let models: Vec<_> = mappers.iter().filter(|it| it.configured.get()).map(model).collect();
    let mut tables: Vec<TableRef> = Vec::new();
    for mapper in mappers.iter().filter(|it| it.configured.get()) {
        for metadata in mapper.tables.iter().filter_map(|it| it.metadata.upgrade()) {
            for table in metadata.tables.borrow().values() {
                let is_mapped = mappers.iter().any(|it| it.tables.iter().any(|it| Rc::ptr_eq(it, table)));
                if !is_mapped && !tables.iter().any(|it| Rc::ptr_eq(it, table)) {
                    tables.push(Rc::clone(table));
                }
            }
        }
    }
    Models { models, tables: tables.iter().map(table_model).collect() }
}

fn model(mapper: &Rc<Mapper>) -> Model {
    let base = mapper.inheritance.inherits.borrow().as_ref().map(|it| it.class_name.to_string());
    let has_table = !mapper.inheritance.single;
    let mut columns = Vec::new();
    let mut relationships = Vec::new();
    for prop in mapper.props.borrow().values().filter(|it| !it.is_hidden.get()) {
        match &prop.kind {
            PropertyKind::Column(column) if column.expression.is_none() => {
                // What a base class declared stands there, but for the key of a table of its own.
                let own = column.columns.iter().find(|it| belongs_to(it, &mapper.local_table));
                let is_inherited =
                    base.is_some() && !Rc::ptr_eq(&prop.parent(), mapper) && !mapper.inheritance.concrete;
                if let Some(column) = own.filter(|it| {
                    !is_inherited || it.schema.as_ref().is_some_and(|it| it.primary_key.get() && has_table)
                }) {
                    columns.push(column_model(&prop.key, column));
                }
            }
            PropertyKind::Relationship(it) if Rc::ptr_eq(&prop.parent(), mapper) && it.joins.get().is_some() => {
                relationships.push(relationship_model(&prop.key, it));
            }
            _ => {}
        }
    }
    let table = crate::orm::inheritance::find_tables(&mapper.local_table);
    let indexes = table.first().map(|it| {
        it.indexes.borrow().iter().map(|it| it.name.borrow().as_deref().unwrap_or("index").to_owned()).collect()
    });
    Model {
        name: mapper.class_name.to_string(),
        base,
        identity: mapper.inheritance.polymorphic_identity.as_ref().map(crate::sql::value::Value::repr),
        table: table.first().map_or_else(|| "a SELECT".to_owned(), |it| it.key().to_string()),
        has_table,
        columns,
        relationships,
        indexes: indexes.filter(|_| has_table).unwrap_or_default(),
    }
}

fn belongs_to(column: &ColumnNode, table: &From) -> bool {
    column.table.borrow().as_ref().is_none_or(|it| it.id() == table.id())
        || crate::orm::inheritance::find_tables(table)
            .iter()
            .any(|table| column.table.borrow().as_ref().is_some_and(|it| it.id() == From::Table(Rc::clone(table)).id()))
}

fn table_model(table: &TableRef) -> TableModel {
    let columns = table.columns.borrow();
    TableModel {
        name: table.key().to_string(),
        columns: columns.iter().map(|(key, it)| column_model(key, it)).collect(),
    }
}

fn column_model(key: &str, column: &Rc<ColumnNode>) -> ColumnModel {
    let name = column.name.borrow();
    let type_name = type_ddl(&column.ty.borrow(), &Dialect::sqlite()).unwrap_or_default();
    let schema = column.schema.as_deref();
    let target = schema.and_then(|it| it.foreign_keys.borrow().first().map(|it| target_name(&it.target, &name)));
    let table = column.table.borrow();
    let table = match table.as_ref() {
        Some(From::Table(table)) => Some(table),
        _ => None,
    };
    let is_alone = |columns: &[Rc<ColumnNode>]| columns.len() == 1 && Rc::ptr_eq(&columns[0], column);
    let is_unique = table.is_some_and(|it| {
        it.constraints
            .borrow()
            .iter()
            .any(|it| matches!(it.kind, ConstraintKind::Unique) && is_alone(&it.columns.borrow()))
            || it.indexes.borrow().iter().any(|it| it.unique && is_alone(&it.columns()))
    });
    let is_indexed = table.is_some_and(|it| {
        it.indexes.borrow().iter().any(|it| it.columns().first().is_some_and(|it| Rc::ptr_eq(it, column)))
    });
    ColumnModel {
        name: key.to_owned(),
        column: (&**name != key).then(|| name.to_string()),
        type_name,
        is_primary_key: schema.is_some_and(|it| it.primary_key.get()),
        references: target,
        is_nullable: schema.is_some_and(|it| it.nullable.get()),
        is_unique,
        is_indexed,
    }
}

fn target_name(target: &ForeignKeyTarget, own: &str) -> String {
    match target {
        ForeignKeyTarget::Names { schema, table, column } => {
            let schema = schema.as_ref().map(|it| format!("{it}.")).unwrap_or_default();
            format!("{schema}{table}.{}", column.as_deref().unwrap_or(own))
        }
        ForeignKeyTarget::Column(column) => {
            let table = column.table.borrow();
            let table = match table.as_ref() {
                Some(From::Table(table)) => format!("{}.", table.key()),
                _ => String::new(),
            };
            format!("{table}{}", column.name.borrow())
        }
    }
}

fn relationship_model(key: &str, relationship: &Relationship) -> RelationshipModel {
    let joins = relationship.joins();
    let reverse = relationship.reverse.borrow();
    RelationshipModel {
        name: key.to_owned(),
        target: relationship.target().class_name.to_string(),
        direction: match joins.direction {
            relationships::Direction::OneToMany => Direction::OneToMany,
            relationships::Direction::ManyToOne => Direction::ManyToOne,
            relationships::Direction::ManyToMany => Direction::ManyToMany,
        },
        is_collection: joins.uselist,
        lazy: match relationship.lazy.get() {
            Lazy::Select => "select",
            Lazy::Joined => "joined",
            Lazy::Selectin => "selectin",
            Lazy::Subquery => "subquery",
            Lazy::Immediate => "immediate",
            Lazy::Raise => "raise",
            Lazy::RaiseOnSql => "raise_on_sql",
            Lazy::NoLoad => "noload",
            Lazy::WriteOnly => "write_only",
            Lazy::Dynamic => "dynamic",
        }
        .to_owned(),
        secondary: joins.secondary.as_ref().and_then(|it| match it {
            From::Table(table) => Some(table.key().to_string()),
            _ => None,
        }),
        back: reverse.first().and_then(std::rc::Weak::upgrade).map(|it| it.key.to_string()),
        is_view_only: relationship.declared().viewonly,
    }
}
