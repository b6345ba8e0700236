//! Walking a statement for its cache key.

use super::hash::hash_of;
use crate::sql::compile::{SlotKey, Statement};
use crate::sql::expr::{BindValue, Expr, ExprKind, FrameBound, Host, Marks, Name, Query, TextClause};
use crate::sql::extension::{Extensions, KeyPart};
use crate::sql::schema::ColumnNode;
use crate::sql::select::{
    Affix, Compound, Correlate, Distinct, ForUpdate, JoinTarget, Nested, OnClause, PluginItem, Select, SelectItem,
};
use crate::sql::selectable::{Alias, AliasElement, AliasKind, From};
use crate::sql::types::{Type, TypeCacheKey, TypeKind};
use crate::sql::value::Value;
use indexmap::IndexMap;
use std::rc::Rc;

/// Collects a cache key.
#[derive(Debug)]
pub struct KeyWalker {
    a: u64,
    b: u64,
    /// Numbers of elements already met; later they count as the n-th.
    seen: Vec<u64>,
    pub(super) values: Vec<(SlotKey, BindValue)>,
    params: IndexMap<Rc<str>, Value>,
    nested: Option<Nested>,
    /// Whether everything so far can be cached.
    pub(super) cacheable: bool,
}

/// Kinds of element, told apart in the key.
#[derive(Clone, Copy)]
#[repr(u64)]
pub(super) enum Tag {
    Column = 1,
    Bind,
    Seen,
    Alias,
    Join,
    Table,
    Lightweight,
    Select,
    Compound,
    Text,
    Name,
    None,
    List,
    Dml,
    Plugin,
}

impl KeyWalker {
    pub(super) fn new() -> Self {
        Self {
            a: 0x9e37_79b9_7f4a_7c15,
            b: 0xc2b2_ae3d_27d4_eb4f,
            seen: Vec::new(),
            values: Vec::new(),
            params: IndexMap::new(),
            nested: None,
            cacheable: true,
        }
    }

    pub(super) fn run(&mut self, statement: &Statement) -> bool {
        match statement {
            Statement::Select(select) => self.select(select),
            Statement::Compound(compound) => self.compound(compound),
            Statement::Text(text) => self.text(text),
            Statement::Dml(dml) => self.dml(dml),
            Statement::Expr(expr) | Statement::Function(expr) => self.expr(expr),
            Statement::From(from) => self.from(from),
            Statement::Custom(host) => self.hosted(host),
            Statement::Ddl(_) => self.cacheable = false,
        }
        self.cacheable
    }

    pub(super) fn finish(&self) -> u128 {
        let mix = |mut x: u64| {
            x ^= x >> 32;
            x = x.wrapping_mul(0xd6e8_feb8_6659_fd93);
            x ^ (x >> 32)
        };
        (u128::from(mix(self.a)) << 64) | u128::from(mix(self.b))
    }

    pub(super) fn take_params(&mut self) -> IndexMap<Rc<str>, Value> {
        std::mem::take(&mut self.params)
    }

    /// The first statement that names a parameter says its value.
    fn collect(&mut self, params: &IndexMap<Rc<str>, Value>) {
        for (name, value) in params {
            self.params.entry(name.clone()).or_insert_with(|| value.clone());
        }
    }

    pub(super) fn take_values(self) -> Vec<(SlotKey, BindValue)> {
        self.values
    }

    /// Adds a number.
    #[inline]
    pub fn mix(&mut self, value: u64) {
        self.a = (self.a ^ value).wrapping_mul(0xff51_afd7_ed55_8ccd).rotate_left(29);
        self.b = (self.b.rotate_left(23) ^ value).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    }

    #[inline]
    pub(super) fn tag(&mut self, tag: Tag) {
        self.mix(tag as u64);
    }

    /// Adds a text.
    pub fn mix_str(&mut self, text: &str) {
        self.mix(text.len() as u64);
        for chunk in text.as_bytes().chunks(8) {
            let mut bytes = [0; 8];
            bytes[..chunk.len()].copy_from_slice(chunk);
            self.mix(u64::from_le_bytes(bytes));
        }
    }

    /// Whether an element was met before; if so its place is added.
    fn met(&mut self, kind: u64, id: u32) -> bool {
        let key = (kind << 32) | u64::from(id);
        match self.seen.iter().position(|it| *it == key) {
            Some(place) => {
                self.tag(Tag::Seen);
                self.mix(place as u64);
                true
            }
            None => {
                self.seen.push(key);
                false
            }
        }
    }

    fn name(&mut self, name: &Name) {
        match name {
            Name::Given(name) => self.mix_str(name),
            Name::Anon { id, base } => {
                self.tag(Tag::Name);
                if !self.met(1, *id) {
                    self.mix_str(base);
                }
            }
        }
    }

    /// Adds a type. `strict`: one that forbids caching makes the statement uncacheable.
    pub fn ty(&mut self, ty: &Type, strict: bool) {
        if let Some(processor) = &ty.processor {
            match processor.cache_key() {
                TypeCacheKey::Instance => self.mix(Rc::as_ptr(ty).cast::<()>() as u64),
                TypeCacheKey::Same(number) => self.mix(number),
                TypeCacheKey::Never if strict => self.cacheable = false,
                TypeCacheKey::Never => self.mix(Rc::as_ptr(ty).cast::<()>() as u64),
            }
        }
        let number = |it: Option<u32>| it.map_or(u64::MAX, u64::from);
        let kind: u64 = match &ty.kind {
            TypeKind::Null => 1,
            TypeKind::Integer => 2,
            TypeKind::SmallInteger => 3,
            TypeKind::BigInteger => 4,
            TypeKind::Boolean { .. } => 5,
            TypeKind::Numeric { precision, scale, as_decimal } => {
                self.mix(number(*precision));
                self.mix(number(*scale));
                6 + (u64::from(*as_decimal) << 8)
            }
            TypeKind::Float { precision, as_decimal } => {
                self.mix(number(*precision));
                7 + (u64::from(*as_decimal) << 8)
            }
            TypeKind::Double { as_decimal } => 8 + (u64::from(*as_decimal) << 8),
            TypeKind::String { length, collation, .. } | TypeKind::Text { length, collation } => {
                self.mix(number(*length));
                if let Some(collation) = collation {
                    self.mix_str(collation);
                }
                match ty.kind {
                    TypeKind::String { is_unicode, .. } => 9 + (u64::from(is_unicode) << 8),
                    _ => 10,
                }
            }
            TypeKind::Date => 11,
            TypeKind::Time { timezone } => 12 + (u64::from(*timezone) << 8),
            TypeKind::DateTime { timezone } => 13 + (u64::from(*timezone) << 8),
            TypeKind::Interval => 14,
            TypeKind::LargeBinary { length } => {
                self.mix(number(*length));
                15
            }
            TypeKind::Enum { values, .. } => {
                for value in values.iter() {
                    self.mix_str(value);
                }
                16
            }
            TypeKind::Json => 17,
            TypeKind::JsonIndex { is_int } => 22 + (u64::from(*is_int) << 8),
            TypeKind::JsonPath => 23,
            TypeKind::Uuid { native, as_uuid } => 18 + (u64::from(*native) << 8) + (u64::from(*as_uuid) << 9),
            TypeKind::Tuple(types) => {
                for ty in types.iter() {
                    self.ty(ty, strict);
                }
                19
            }
            TypeKind::Unsupported(_) | TypeKind::Refused(_) => 24,
            TypeKind::Verbatim { ddl, .. } => {
                self.mix_str(ddl);
                20
            }
        };
        self.mix(kind);
    }

    pub(super) fn list(&mut self, items: &[Expr]) {
        self.tag(Tag::List);
        self.mix(items.len() as u64);
        for item in items {
            self.expr(item);
        }
    }

    pub(super) fn affixes(&mut self, affixes: &[Affix]) {
        for it in affixes {
            self.mix(hash_of(&it.dialect));
            self.list(std::slice::from_ref(&it.expr));
        }
    }

    pub(super) fn optional(&mut self, item: Option<&Expr>) {
        match item {
            Some(item) => self.expr(item),
            None => self.tag(Tag::None),
        }
    }

    pub(super) fn column(&mut self, column: &ColumnNode) {
        self.tag(Tag::Column);
        match &*column.table.borrow() {
            Some(From::Table(_)) => {
                self.mix((u64::from(column.id.owner) << 32) | u64::from(column.id.index));
                let ty = column.ty.borrow();
                if let Some(processor) = &ty.processor
                    && processor.cache_key() == TypeCacheKey::Never
                {
                    self.cacheable = false;
                }
            }
            Some(from @ (From::Alias(_) | From::Lightweight(_))) => {
                self.mix(u64::from(column.id.index));
                self.mix_str(&column.name.borrow());
                self.from(from);
            }
            _ => {
                if !self.met(2, column.id.owner) {
                    self.mix(u64::from(column.is_literal));
                    self.mix_str(&column.name.borrow());
                    self.ty(&column.ty(), true);
                }
            }
        }
    }

    /// Adds an expression.
    #[allow(clippy::too_many_lines)]
    pub fn expr(&mut self, expr: &Expr) {
        if let Some(key) = &expr.0.proxy_key {
            self.mix_str(key);
        }
        if let Some(host) = &expr.0.host {
            self.host(host);
        }
        let Marks { foreign, remote, local } = expr.0.marks;
        if foreign || remote || local {
            self.mix(u64::from(foreign) | u64::from(remote) << 1 | u64::from(local) << 2 | 1 << 3);
        }
        let kind = std::mem::discriminant(expr.kind());
        // The discriminant's own hash is a number that is the same in every run of one program.
        self.mix(hash_of(&kind));
        match expr.kind() {
            ExprKind::Column(column) => self.column(column),
            ExprKind::FromClause(from) => self.from(from),
            ExprKind::Bind(bind) => {
                self.tag(Tag::Bind);
                self.ty(expr.ty(), false);
                self.mix(u64::from(bind.literal_execute) | (u64::from(bind.expanding) << 1));
                let slot = match &bind.key {
                    Name::Given(name) => SlotKey::Given(name.text.clone()),
                    Name::Anon { id, .. } => SlotKey::Anon(*id),
                };
                self.name(&bind.key);
                // Of several parameters of one name the last one's value is sent.
                match self.values.iter_mut().find(|it| it.0 == slot) {
                    Some(known) => known.1 = bind.value.clone(),
                    None => self.values.push((slot, bind.value.clone())),
                }
            }
            ExprKind::Null | ExprKind::True | ExprKind::False => {}
            ExprKind::Text(text) => self.text(text),
            ExprKind::Binary { op, left, right, modifiers } => {
                self.mix(hash_of(op));
                self.expr(left);
                self.expr(right);
                self.ty(expr.ty(), true);
                self.mix(u64::from(modifiers.symmetric));
                for part in [&modifiers.escape, &modifiers.flags].into_iter().flatten() {
                    self.mix_str(part);
                }
            }
            ExprKind::Unary { operator, modifier, element } => {
                self.mix(hash_of(&(operator, modifier)));
                self.expr(element);
            }
            ExprKind::List { op, clauses, group } => {
                self.mix(hash_of(op) ^ u64::from(*group));
                self.list(clauses);
            }
            ExprKind::Grouping(inner) | ExprKind::LabelReference(inner) | ExprKind::DmlTargetCopy(inner) => {
                self.expr(inner)
            }
            ExprKind::TypeCoerce(inner) => {
                self.ty(expr.ty(), true);
                self.expr(inner);
            }
            ExprKind::Label { name, element } => {
                self.name(name);
                self.expr(element);
            }
            ExprKind::TextualLabelReference(name) | ExprKind::CollationClause(name) => self.mix_str(name),
            ExprKind::Function(function) => {
                self.mix_str(&function.name);
                for package in &function.packages {
                    self.mix_str(package);
                }
                self.ty(expr.ty(), true);
                self.list(&function.args);
                self.list(&function.order_by);
            }
            ExprKind::FunctionFilter { function, criterion } => {
                self.expr(function);
                self.expr(criterion);
            }
            ExprKind::Over(over) => {
                self.expr(&over.element);
                self.list(&over.partition_by);
                self.list(&over.order_by);
                if let Some(frame) = &over.frame {
                    self.mix_str(frame.unit);
                    for bound in [&frame.lower, &frame.upper] {
                        self.mix(hash_of(&std::mem::discriminant(bound)));
                        if let FrameBound::Preceding(value) | FrameBound::Following(value) = bound {
                            self.expr(value);
                        }
                    }
                    if let Some(exclude) = &frame.exclude {
                        self.mix_str(exclude);
                    }
                }
            }
            ExprKind::WithinGroup { function, order_by } => {
                self.expr(function);
                self.list(order_by);
            }
            ExprKind::Case { value, whens, else_ } => {
                self.optional(value.as_ref());
                self.mix(whens.len() as u64);
                for (condition, result) in whens {
                    self.expr(condition);
                    self.expr(result);
                }
                self.optional(else_.as_ref());
            }
            ExprKind::Cast { element, try_cast } => {
                self.mix(u64::from(*try_cast));
                self.ty(expr.ty(), true);
                self.expr(element);
            }
            ExprKind::Extract { field, element } => {
                self.mix_str(field);
                self.expr(element);
            }
            ExprKind::Tuple(items) => self.list(items),
            // VALUES are never cached.
            ExprKind::ScalarValues(_) => self.cacheable = false,
            ExprKind::Custom => match &expr.0.host {
                Some(host) => self.key_parts(host),
                None => self.cacheable = false,
            },
            ExprKind::ScalarSelect(query) | ExprKind::Subquery(query) => self.query(query),
        }
    }

    /// An object of a class of the program's own.
    fn host(&mut self, host: &Host) {
        match crate::sql::compile::compile_hook().and_then(|it| it.cache_key(host)) {
            Some(key) => self.mix(key),
            None => self.cacheable = false,
        }
    }

    /// What an object holds that only the host can write.
    fn key_parts(&mut self, host: &Host) {
        let Some(parts) = crate::sql::compile::compile_hook().and_then(|it| it.key_parts(host)) else {
            self.cacheable = false;
            return;
        };
        for part in parts {
            match part {
                KeyPart::Expr(expr) => self.expr(&expr),
                KeyPart::Text(text) => self.mix_str(&text),
            }
        }
    }

    fn hosted(&mut self, host: &Host) {
        self.host(host);
        self.key_parts(host);
    }

    pub(super) fn extensions(&mut self, extensions: &Extensions) {
        self.mix(extensions.len() as u64);
        for (point, host) in extensions {
            self.mix(*point as u64);
            self.hosted(host);
        }
    }

    fn text(&mut self, text: &TextClause) {
        self.tag(Tag::Text);
        self.mix_str(&text.text);
        self.mix(u64::from(text.positional_columns));
        self.ctes(&text.independent_ctes, &[]);
        for (bind, ty) in crate::sql::compile::text_binds(text) {
            self.ty(&ty, false);
            self.mix(u64::from(bind.expanding) | (u64::from(bind.literal_execute) << 1));
            let slot = match &bind.key {
                Name::Given(name) => SlotKey::Given(name.text.clone()),
                Name::Anon { id, .. } => SlotKey::Anon(*id),
            };
            self.name(&bind.key);
            if !self.values.iter().any(|it| it.0 == slot) {
                self.values.push((slot, bind.value.clone()));
            }
        }
        self.list(&text.column_exprs);
        for column in &text.columns {
            self.mix_str(&column.name.borrow());
            self.column(column);
        }
    }

    /// Adds a FROM object.
    pub fn from(&mut self, from: &From) {
        match from {
            From::Table(table) => {
                self.tag(Tag::Table);
                self.mix(u64::from(table.id));
            }
            From::Lightweight(table) => {
                self.tag(Tag::Lightweight);
                if !self.met(3, table.id) {
                    self.mix_str(&table.name);
                    if let Some(schema) = &table.schema {
                        self.mix_str(schema);
                    }
                    for column in table.columns.borrow().iter() {
                        self.mix_str(&column.name.borrow());
                        self.ty(&column.ty(), true);
                    }
                }
            }
            From::Text(expr) => self.expr(expr),
            From::Join(join) => {
                self.tag(Tag::Join);
                self.mix(u64::from(join.is_outer) | (u64::from(join.full) << 1));
                self.from(&join.left);
                self.from(&join.right);
                self.optional(join.onclause.as_ref());
            }
            From::Alias(alias) => self.alias(alias),
        }
    }

    fn alias(&mut self, alias: &Rc<Alias>) {
        self.tag(Tag::Alias);
        if self.met(4, alias.id) {
            return;
        }
        self.mix(hash_of(&std::mem::discriminant(&alias.kind)));
        match &alias.kind {
            AliasKind::TableSample { sampling, seed } => {
                self.expr(sampling);
                self.optional(seed.as_ref());
            }
            AliasKind::TableValued(how) => {
                // As the reference's: how it is linted is not part of the statement.
                self.mix(hash_of(&(how.with_ordinality, how.is_derived, how.with_types, how.is_lateral)));
            }
            AliasKind::Cte { recursive, nesting, prefixes, suffixes } => {
                self.mix(hash_of(&(recursive, nesting)));
                self.affixes(prefixes);
                self.affixes(suffixes);
            }
            _ => {}
        }
        self.name(&alias.name);
        match &alias.element {
            AliasElement::From(inner) => self.from(inner),
            AliasElement::Query(query) => self.query(query),
            // VALUES are never cached.
            AliasElement::Values(_) => self.cacheable = false,
            AliasElement::Expr(expr, columns) => {
                self.expr(expr);
                for column in columns {
                    self.mix_str(&column.name.borrow());
                    self.ty(&column.ty(), true);
                }
            }
            AliasElement::Dml(dml) => self.dml(dml),
        }
    }

    /// Adds a query.
    pub fn query(&mut self, query: &Query) {
        match query {
            Query::Select(select) => self.select(select),
            Query::Compound(compound) => self.compound(compound),
            Query::Text(text) => self.text(text),
        }
    }

    pub(super) fn plugin(&mut self, item: &PluginItem) {
        self.tag(Tag::Plugin);
        if !item.0.add_to_cache_key(self) {
            self.cacheable = false;
        }
    }

    pub(super) fn items(&mut self, items: &[SelectItem]) {
        self.mix(items.len() as u64);
        for item in items {
            match item {
                SelectItem::Expr(expr) => self.expr(expr),
                SelectItem::From(from) => self.from(from),
                SelectItem::Plugin(item) => self.plugin(item),
            }
        }
    }

    fn froms(&mut self, froms: &[From]) {
        self.mix(froms.len() as u64);
        for from in froms {
            self.from(from);
        }
    }

    fn target(&mut self, target: &JoinTarget) {
        match target {
            JoinTarget::From(from) => self.from(from),
            JoinTarget::Plugin(item) => self.plugin(item),
        }
    }

    fn for_update(&mut self, lock: Option<&ForUpdate>) {
        match lock {
            None => self.tag(Tag::None),
            Some(lock) => {
                self.mix(hash_of(&(lock.nowait, lock.read, lock.skip_locked, lock.key_share)));
                self.list(&lock.of);
            }
        }
    }

    /// What `add_cte()` gave. `nested`: ids of those with `nest_here`.
    pub(super) fn ctes(&mut self, ctes: &[Rc<Alias>], nested: &[u32]) {
        for cte in ctes {
            self.mix(u64::from(nested.contains(&cte.id)));
            self.alias(cte);
        }
    }

    /// Adds a SELECT.
    pub fn select(&mut self, select: &Select) {
        let outer = self.enter(select.nested.as_ref());
        let made_of = self.nested.clone().filter(|_| select.entities.is_some());
        match made_of.as_ref().and_then(|it| it.0.in_place_of(select, &[])) {
            Some(other) => self.parts_of_select(&other),
            None => self.parts_of_select(select),
        }
        if let Some(made_of) = made_of {
            made_of.0.left();
        }
        self.leave(outer);
    }

    fn parts_of_select(&mut self, select: &Select) {
        self.tag(Tag::Select);
        self.collect(&select.params);
        self.items(&select.columns);
        self.froms(&select.from_);
        for item in &select.from_plugins {
            self.plugin(item);
        }
        self.list(&select.where_);
        self.mix(select.joins.len() as u64);
        for setup in &select.joins {
            self.mix(u64::from(setup.is_outer) | (u64::from(setup.full) << 1));
            self.target(&setup.target);
            match &setup.onclause {
                Some(OnClause::Expr(expr)) => self.expr(expr),
                Some(OnClause::Plugin(item)) => self.plugin(item),
                None => self.tag(Tag::None),
            }
            match &setup.left {
                Some(left) => self.target(left),
                None => self.tag(Tag::None),
            }
            if let Some(columns) = &setup.columns {
                self.items(columns);
            }
        }
        self.list(&select.group_by);
        self.list(&select.having);
        self.list(&select.order_by);
        match &select.distinct {
            Distinct::No => self.mix(0),
            Distinct::Yes => self.mix(1),
            Distinct::On(items) => self.list(items),
        }
        self.optional(select.limit.as_ref());
        self.optional(select.offset.as_ref());
        match &select.fetch {
            Some((count, options)) => {
                self.mix(u64::from(options.with_ties) | (u64::from(options.percent) << 1));
                self.expr(count);
            }
            None => self.tag(Tag::None),
        }
        self.for_update(select.for_update.as_ref());
        match &select.correlate {
            Correlate::Auto => self.mix(0),
            Correlate::Only(froms) => {
                self.mix(1);
                self.froms(froms);
            }
            Correlate::Except(froms) => {
                self.mix(2);
                self.froms(froms);
            }
        }
        self.mix(hash_of(&select.label_style));
        self.affixes(&select.prefixes);
        self.affixes(&select.suffixes);
        self.ctes(&select.independent_ctes, &select.nested_ctes);
        self.items(&select.replaced);
        for item in &select.options {
            self.plugin(item);
        }
        self.extensions(&select.extensions);
        for (from, dialect, hint) in &select.hints {
            self.mix(from.as_ref().map_or(0, |it| u64::from(it.id())));
            self.mix_str(dialect);
            self.mix_str(hint);
        }
    }

    /// Goes by what the ORM does inside; gives what was in force before.
    pub(super) fn enter(&mut self, nested: Option<&Nested>) -> Option<Nested> {
        let outer = self.nested.clone();
        if let Some(nested) = nested {
            self.nested = Some(nested.clone());
        }
        outer
    }

    pub(super) fn leave(&mut self, outer: Option<Nested>) {
        self.nested = outer;
    }

    fn compound(&mut self, compound: &Compound) {
        let outer = self.enter(compound.nested.as_ref());
        self.parts_of_compound(compound);
        self.leave(outer);
    }

    fn parts_of_compound(&mut self, compound: &Compound) {
        self.tag(Tag::Compound);
        for item in &compound.options {
            self.plugin(item);
        }
        self.collect(&compound.params);
        self.mix(hash_of(&(compound.keyword, compound.label_style)));
        if let Some(id) = compound.restates {
            self.met(4, id);
        }
        self.mix(compound.selects.len() as u64);
        for query in &compound.selects {
            self.query(query);
        }
        self.list(&compound.group_by);
        self.list(&compound.order_by);
        self.optional(compound.limit.as_ref());
        self.optional(compound.offset.as_ref());
        if let Some((count, options)) = &compound.fetch {
            self.mix(hash_of(&(options.with_ties, options.percent)));
            self.expr(count);
        }
        self.for_update(compound.for_update.as_ref());
        self.ctes(&compound.independent_ctes, &[]);
    }
}
