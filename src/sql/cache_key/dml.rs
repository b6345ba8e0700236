//! INSERT, UPDATE, DELETE in a cache key.

use super::hash::hash_of;
use super::walk::{KeyWalker, Tag};
use crate::sql::compile::SlotKey;
use crate::sql::dml::{Assigned, AssignedKey, Dml, DmlCommon};
use crate::sql::expr::BindValue;
use std::rc::Rc;

impl KeyWalker {
    fn common(&mut self, common: &DmlCommon) {
        self.items(&common.returning);
        self.affixes(&common.prefixes);
        for item in &common.options {
            self.plugin(item);
        }
        self.ctes(&common.independent_ctes, &common.nested_ctes);
        if let Some(entity) = &common.entity {
            self.plugin(entity);
        }
        self.extensions(&common.extensions);
        self.mix(common.mysql_limit.map_or(0, |it| it.unsigned_abs() + 1));
        for (from, dialect, hint) in &common.hints {
            self.mix(u64::from(*from));
            self.mix_str(dialect);
            self.mix_str(hint);
        }
        if let Some(target) = &common.target {
            self.from(target);
        }
        for from in &common.using {
            self.from(from);
        }
        self.mix(u64::from(common.sort_by_parameter_order) | (u64::from(common.return_defaults) << 1));
        for column in common.return_defaults_columns.iter().chain(&common.supplemental_returning) {
            self.column(column);
        }
        for expr in &common.supplemental_expressions {
            self.expr(expr);
        }
    }

    /// Assignments; plain values are collected under their place in the statement. `generated`: the column whose
    /// value the database makes when it is NULL.
    fn assignments(&mut self, values: &[(AssignedKey, Assigned)], generated: Option<&str>, address: usize, first: u32) {
        self.mix(values.len() as u64);
        for (place, (key, value)) in values.iter().enumerate() {
            match key {
                AssignedKey::Name(name) => self.mix_str(name),
                AssignedKey::Column(column) => self.column(column),
                AssignedKey::Expr(expr) => self.expr(expr),
            }
            match value {
                Assigned::Expr(expr) => {
                    self.mix(1);
                    self.expr(expr);
                }
                Assigned::Value(value) => {
                    let is_generated = generated.is_some_and(|it| match key {
                        AssignedKey::Name(name) => &**name == it,
                        AssignedKey::Column(column) => &*column.key() == it,
                        AssignedKey::Expr(_) => false,
                    });
                    // NULL there changes what is fetched afterwards.
                    self.mix(2 + u64::from(is_generated && value.is_null()));
                    let slot = SlotKey::Assigned(address, first + u32::try_from(place).unwrap_or(0));
                    self.values.push((slot, BindValue::Value(value.clone())));
                }
            }
        }
    }

    pub(super) fn dml(&mut self, dml: &Rc<Dml>) {
        let outer = self.enter(dml.common().nested.as_ref());
        self.parts_of_dml(dml);
        self.leave(outer);
    }

    fn parts_of_dml(&mut self, dml: &Rc<Dml>) {
        self.tag(Tag::Dml);
        let address = Rc::as_ptr(dml).cast::<()>() as usize;
        self.mix(hash_of(&std::mem::discriminant(&**dml)));
        match &**dml {
            Dml::Insert(insert) => {
                if !insert.multi_values.is_empty() {
                    self.cacheable = false;
                    return;
                }
                self.mix(u64::from(insert.table.id));
                self.mix(hash_of(&insert.of));
                let generated = insert.table.autoincrement_column().map(|it| it.key());
                self.assignments(&insert.values, generated.as_deref(), address, 0);
                if let Some((names, query)) = &insert.from_select {
                    for name in names {
                        self.mix_str(name);
                    }
                    self.query(query);
                }
                self.mix(u64::from(insert.include_defaults) | (u64::from(insert.inline) << 1));
                self.mix(insert.on_conflict.len() as u64);
                for (index, conflict) in insert.on_conflict.iter().enumerate() {
                    self.mix(u64::from(conflict.flavor == crate::sql::dml::Upsert::Mysql { ordered: true }));
                    self.list(&conflict.index_elements);
                    if let Some(name) = &conflict.constraint {
                        self.mix_str(name);
                    }
                    self.optional(conflict.index_where.as_ref());
                    if let Some(set) = &conflict.set {
                        self.assignments(set, None, address, super::conflict_place(index));
                    }
                    self.optional(conflict.where_.as_ref());
                }
            }
            Dml::Update(update) => {
                self.mix(u64::from(update.table.id) | (u64::from(update.ordered) << 32));
                self.assignments(&update.values, None, address, 0);
                self.list(&update.where_);
            }
            Dml::Delete(delete) => {
                self.mix(u64::from(delete.table.id));
                self.list(&delete.where_);
            }
        }
        self.common(dml.common());
    }
}
