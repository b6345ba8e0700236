//! Names of selected columns: which label a column gets, and how clashes are resolved.
//!
//! Mirrors `_generate_columns_plus_names` of `sql/selectable.py` and the label attributes of
//! `sql/elements.py`. A made-up name (`anon_1`, `id_1`) is a [`LabelText`] until a statement is compiled.

use super::error::SqlError;
use super::expr::{Expr, ExprKind, Name, Query};
use super::operators::Op;
use super::quoted_name::QuotedName;
use super::schema::{ColumnId, ColumnNode, ColumnRef};
use super::select::{LabelStyle, SelectItem};
use super::selectable::{Alias, AliasElement, From};
use std::collections::HashMap;
use std::rc::Rc;

/// A name that may have made-up parts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum LabelText {
    /// As it is.
    Plain(QuotedName),
    /// `base_N`, N counted per base in one statement.
    Anon(AnonKey, Rc<str>),
    /// One after the other.
    Join(Rc<[LabelText]>),
}

/// What a made-up name stands for: the same key gets the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AnonKey(Identity, u32);

/// Identity of an expression: columns by their own, everything else by its node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Identity {
    Id(u32),
    Column(ColumnId),
    Node(usize),
}

impl AnonKey {
    /// For a [`Name::Anon`].
    pub fn of_id(id: u32) -> Self {
        Self(Identity::Id(id), 0)
    }
    /// For an expression; `place` tells repeated ones apart and is 0 otherwise.
    pub fn of_expr(expr: &Expr, place: u32) -> Self {
        Self(identity(expr), place)
    }
}

/// Identity of an expression.
pub fn identity(expr: &Expr) -> Identity {
    match expr.kind() {
        ExprKind::Column(column) => Identity::Column(column.id),
        ExprKind::Label { name: Name::Anon { id, .. }, .. } => Identity::Id(*id),
        _ => Identity::Node(Rc::as_ptr(&expr.0).cast::<()>() as usize),
    }
}

/// `proxy_set`: the expression and what it stands for, outermost first. A column of a set operation stands for that
/// of each of its SELECTs.
pub fn proxies(expr: &Expr) -> Vec<Expr> {
    let mut out = vec![expr.clone()];
    let mut others = Vec::new();
    let mut place = 0;
    while let Some(it) = out.get(place) {
        let inner = match it.kind() {
            ExprKind::Label { element, .. } | ExprKind::Grouping(element) => Some(element.clone()),
            ExprKind::Column(column) => {
                others.extend(columns_of_union(column));
                column.base.clone()
            }
            _ => None,
        };
        place += 1;
        match inner {
            Some(inner) => out.push(inner),
            None if place == out.len() => out.append(&mut others),
            None => {}
        }
    }
    out
}

/// What a column of a set operation stands for in its second and later SELECTs.
fn columns_of_union(column: &ColumnNode) -> Vec<Expr> {
    let Some(From::Alias(alias)) = &*column.table.borrow() else { return Vec::new() };
    let AliasElement::Query(Query::Compound(compound)) = &alias.element else { return Vec::new() };
    let later = compound.selects.iter().skip(1);
    later.filter_map(|it| it.exported().into_iter().nth(column.id.index as usize)).map(|it| it.expr).collect()
}

/// Whether two expressions stand for the same one.
pub fn shares_lineage(a: &Expr, b: &Expr) -> bool {
    let right = proxies(b);
    proxies(a).iter().any(|it| right.iter().any(|other| identity(it) == identity(other)))
}

impl LabelText {
    /// The text, if no part is made up.
    pub fn plain(&self) -> Option<&QuotedName> {
        match self {
            Self::Plain(text) => Some(text),
            _ => None,
        }
    }

    /// Of a given or made-up name.
    pub fn of_name(name: &Name) -> Self {
        match name {
            Name::Given(name) => Self::Plain(name.clone()),
            Name::Anon { id, base } => Self::Anon(AnonKey::of_id(*id), base.clone()),
        }
    }

    /// `_anon_label`: a made-up name for `key` after `seed`.
    fn anon(key: AnonKey, seed: Option<LabelText>) -> Self {
        match seed {
            None => Self::Anon(key, "anon".into()),
            Some(Self::Plain(base)) => Self::Anon(key, escape(&base)),
            Some(seed) => Self::Join([seed, Self::Anon(key, "".into())].into()),
        }
    }
}

/// What interferes with format strings is replaced, as `_anonymous_label_escape` does.
pub fn escape(base: &Rc<str>) -> Rc<str> {
    let special = |c: char| matches!(c, '%' | '(' | ')' | ' ' | '$');
    if base.contains(special) { squeeze(base, special).into() } else { base.clone() }
}

/// The base of a bound parameter's made-up name, as `_bind_key_escape` does.
pub fn escape_bind(base: &Rc<str>) -> Rc<str> {
    let special = |c: char| matches!(c, '%' | '(' | ')' | ' ' | '$' | '.' | '[' | ']' | ':');
    if base.contains(special) || base.starts_with('_') || base.ends_with('_') {
        squeeze(base, special).trim_matches('_').into()
    } else {
        base.clone()
    }
}

fn squeeze(text: &str, special: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut inside = false;
    for c in text.chars() {
        if special(c) {
            if !inside {
                out.push('_');
            }
            inside = true;
        } else {
            inside = false;
            out.push(c);
        }
    }
    out
}

/// The numbers given to made-up names while one statement is compiled.
#[derive(Debug, Default)]
pub struct AnonMap {
    names: HashMap<(AnonKey, Rc<str>), Rc<str>>,
    counters: HashMap<Rc<str>, u32>,
}

impl AnonMap {
    /// The text of a name, numbering what has no number yet.
    pub fn apply(&mut self, label: &LabelText) -> Rc<str> {
        match label {
            LabelText::Plain(text) => text.text.clone(),
            LabelText::Anon(key, base) => {
                if let Some(name) = self.names.get(&(*key, base.clone())) {
                    return name.clone();
                }
                let counter = self.counters.entry(base.clone()).or_insert(0);
                *counter += 1;
                let name: Rc<str> = format!("{base}_{counter}").into();
                self.names.insert((*key, base.clone()), name.clone());
                name
            }
            LabelText::Join(parts) => parts.iter().map(|it| self.apply(it).to_string()).collect::<String>().into(),
        }
    }
}

/// The expressions of the columns clause, FROM objects spelled out. ORM items must be gone by now.
pub fn flat_columns(items: &[SelectItem]) -> Vec<Expr> {
    let mut out = Vec::with_capacity(items.len());
    for item in items {
        match item {
            SelectItem::Expr(expr) => out.push(expr.clone()),
            SelectItem::From(From::Alias(alias)) if matches!(alias.element, AliasElement::Values(_)) => {
                out.extend(values_columns(alias));
            }
            SelectItem::From(from) => {
                let is_shown = |it: &&ColumnRef| it.schema.as_ref().is_none_or(|it| !it.is_omitted.get());
                out.extend(from.columns().iter().filter(is_shown).map(Expr::column));
            }
            SelectItem::Plugin(_) => {}
        }
    }
    out
}

/// The columns of VALUES; what they were given instead stands for itself.
fn values_columns(alias: &Rc<Alias>) -> Vec<Expr> {
    let AliasElement::Values(values) = &alias.element else { return Vec::new() };
    let mut columns = alias.columns().into_iter();
    let column = |it: &Expr| match it.as_column() {
        Some(_) => columns.next().as_ref().map(Expr::column),
        None => Some(it.clone()),
    };
    values.columns.iter().filter_map(column).collect()
}

/// The column's name, made up or not.
pub fn column_name(column: &ColumnNode) -> LabelText {
    column.label.clone().unwrap_or_else(|| LabelText::Plain(QuotedName::new(column.name(), column.quote)))
}

/// `.name` of an expression.
pub fn name_of(expr: &Expr) -> Option<LabelText> {
    match expr.kind() {
        ExprKind::Column(column) => Some(column_name(column)),
        ExprKind::Label { name, .. } => Some(LabelText::of_name(name)),
        // An element of a program's own need not have a name.
        ExprKind::Function(function) if function.name.is_empty() => None,
        ExprKind::Function(function) if !function.is_array_literal() => {
            Some(LabelText::Plain(function.name.clone().into()))
        }
        ExprKind::Grouping(inner) => name_of(inner),
        ExprKind::Binary { op: Op::Member, right, .. } => name_of(right),
        ExprKind::FromClause(From::Alias(alias)) => Some(LabelText::of_name(&alias.name)),
        _ => None,
    }
}

/// `_non_anon_label`
pub fn non_anon_label(expr: &Expr) -> Option<LabelText> {
    match expr.kind() {
        ExprKind::Function(_) => None,
        _ => name_of(expr),
    }
}

/// What a CAST and its kin wrap.
fn wrapped(expr: &Expr) -> Option<&Expr> {
    match expr.kind() {
        ExprKind::TypeCoerce(element) if element.is_function_as_comparison() => None,
        ExprKind::Cast { element, .. } | ExprKind::TypeCoerce(element) => Some(element),
        ExprKind::WithinGroup { function, .. } => Some(function),
        ExprKind::Unary { operator: Some(Op::IsTrue | Op::IsFalse), element, .. } => Some(element),
        _ => None,
    }
}

/// `_anon_name_label`
pub fn anon_name_label(expr: &Expr) -> LabelText {
    if let Some(inner) = wrapped(expr)
        && !matches!(inner.kind(), ExprKind::Text(_))
    {
        return non_anon_label(inner).unwrap_or_else(|| anon_name_label(inner));
    }
    LabelText::anon(AnonKey::of_expr(expr, 0), name_of(expr))
}

/// `_tq_label`: `table_column`.
pub fn tq_label(expr: &Expr) -> Option<LabelText> {
    match expr.kind() {
        ExprKind::Column(column) => column_tq_label(column, column_name(column)),
        ExprKind::Grouping(inner) => Some(tq_label(inner).unwrap_or_else(|| anon_name_label(expr))),
        ExprKind::Label { .. } | ExprKind::FromClause(_) => name_of(expr),
        _ => wrapped(expr).and_then(tq_label),
    }
}

/// `_gen_tq_label` of a column for `name`.
pub fn column_tq_label(column: &ColumnNode, name: LabelText) -> Option<LabelText> {
    if column.is_literal {
        return None;
    }
    let table = column.table.borrow();
    let (schema, table_name) = match &*table {
        Some(From::Table(table)) => {
            (table.schema.clone(), LabelText::Plain(QuotedName::new(table.name.clone(), table.quote)))
        }
        Some(From::Lightweight(table)) => {
            (table.schema.clone(), LabelText::Plain(QuotedName::new(table.name.clone(), table.quote)))
        }
        Some(From::Alias(alias)) => (None, LabelText::of_name(&alias.name)),
        _ => return Some(name),
    };
    let prefix = schema.map(|it| it.replace('.', "_") + "_").unwrap_or_default();
    let (LabelText::Plain(table_name), LabelText::Plain(plain)) = (&table_name, &name) else {
        return Some(LabelText::Join(
            [LabelText::Plain(QuotedName::from(prefix)), table_name, LabelText::Plain(QuotedName::from("_")), name]
                .into(),
        ));
    };
    let quote = plain.quote.or(table_name.quote);
    let label = format!("{prefix}{}_{}", table_name.text, plain.text);
    let taken = |label: &str| match &*table {
        Some(From::Table(table)) => table.columns.borrow().contains_key(label),
        Some(from @ From::Lightweight(_)) => from.columns().iter().any(|it| &**it.key.borrow() == label),
        _ => false,
    };
    let mut unique = label.clone();
    let mut counter = 1;
    while taken(&unique) {
        unique = format!("{label}_{counter}");
        counter += 1;
    }
    Some(LabelText::Plain(QuotedName::new(unique, quote)))
}

/// `_proxy_key`
pub fn proxy_key(expr: &Expr) -> Option<Rc<str>> {
    if let Some(key) = &expr.0.proxy_key {
        return Some(key.clone());
    }
    match expr.kind() {
        ExprKind::Column(column) => match &column.label {
            Some(_) => None,
            None => Some(column.key()),
        },
        ExprKind::Bind(bind) => match &bind.key {
            Name::Given(name) => Some(name.text.clone()),
            Name::Anon { .. } => None,
        },
        ExprKind::Function(function) if !function.is_array_literal() => {
            Some(function.name.clone()).filter(|it| !it.is_empty())
        }
        _ => match wrapped(expr) {
            Some(inner) if !matches!(inner.kind(), ExprKind::Text(_)) => proxy_key(inner),
            _ => non_anon_label(expr).and_then(|it| it.plain().map(|it| it.text.clone())),
        },
    }
}

/// One entry of a columns clause with the names it may be labelled by: `_ColumnsPlusNames`.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct ColumnPlusNames {
    /// A label that must be rendered.
    pub required: Option<LabelText>,
    /// A label for expressions that need one.
    pub fallback: Option<LabelText>,
    pub expr: Expr,
    /// The same column stands before it.
    pub repeated: bool,
}

/// `_generate_columns_plus_names`
///
/// `anon_for_dupe_key`: a column that occurs again gets a label of its own (in a columns clause), or not
/// (in a subquery's columns).
pub fn columns_plus_names(columns: &[Expr], style: LabelStyle, anon_for_dupe_key: bool) -> Vec<ColumnPlusNames> {
    let qualified = style == LabelStyle::TablenamePlusCol;
    let mut names: HashMap<LabelText, Identity> = HashMap::with_capacity(columns.len());
    let mut dedupe = 0;
    let mut out = Vec::with_capacity(columns.len());
    for expr in columns {
        let mut repeated = false;
        let (mut required, mut fallback, mut effective) = (None, None, None);
        let renders_label = match expr.kind() {
            ExprKind::Column(column) => column.table.borrow().is_some(),
            ExprKind::Text(_) | ExprKind::List { op: Op::Comma, .. } => false,
            _ => true,
        };
        if !renders_label {
        } else if style == LabelStyle::None {
            fallback = Some(non_anon_label(expr).unwrap_or_else(|| anon_name_label(expr)));
        } else {
            effective = if qualified { tq_label(expr) } else { non_anon_label(expr) };
            fallback.clone_from(&effective);
            if qualified {
                required.clone_from(&effective);
            }
            if effective.is_none() {
                match (name_of(expr), &expr.0.proxy_key) {
                    (None, Some(key)) => {
                        let label = LabelText::Plain(key.clone().into());
                        (required, effective, fallback) = (Some(label.clone()), Some(label.clone()), Some(label));
                    }
                    _ => {
                        let anon = anon_name_label(expr);
                        repeated = names.insert(anon.clone(), identity(expr)).is_some();
                        required = None;
                        fallback = Some(if repeated { dedupe_label(expr, qualified, &mut dedupe) } else { anon });
                    }
                }
            }
        }
        if let Some(name) = effective {
            match names.get(&name) {
                None => {
                    names.insert(name, identity(expr));
                }
                Some(seen) if *seen != identity(expr) => {
                    let mut label = if qualified {
                        LabelText::anon(AnonKey::of_expr(expr, 0), tq_label(expr))
                    } else {
                        anon_name_label(expr)
                    };
                    if anon_for_dupe_key && names.contains_key(&label) {
                        label = dedupe_label(expr, qualified, &mut dedupe);
                        repeated = true;
                    } else {
                        names.insert(label.clone(), identity(expr));
                    }
                    (required, fallback) = (Some(label.clone()), Some(label));
                }
                Some(_) if anon_for_dupe_key => {
                    let label = dedupe_label(expr, qualified, &mut dedupe);
                    (required, fallback) = (Some(label.clone()), Some(label));
                    repeated = true;
                }
                Some(_) => {}
            }
        }
        out.push(ColumnPlusNames { required, fallback, expr: expr.clone(), repeated });
    }
    out
}

/// `_dedupe_anon_label_idx`: a label with two underscores for a column that occurs again.
fn dedupe_label(expr: &Expr, qualified: bool, counter: &mut u32) -> LabelText {
    *counter += 1;
    if let Some(inner) = wrapped(expr)
        && !qualified
        && let Some(name) = non_anon_label(inner)
    {
        return LabelText::anon(AnonKey::of_expr(expr, 0), Some(underscore(name)));
    }
    let name = if qualified { None } else { name_of(expr) };
    let seed = name.or_else(|| tq_label(expr)).unwrap_or_else(|| LabelText::Plain("anon".into()));
    LabelText::anon(AnonKey::of_expr(expr, *counter), Some(underscore(seed)))
}

fn underscore(label: LabelText) -> LabelText {
    match label {
        LabelText::Plain(text) => LabelText::Plain(format!("{}_", text.text).into()),
        other => LabelText::Join([other, LabelText::Plain(QuotedName::from("_"))].into()),
    }
}

/// A column as a subquery shows it.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Exported {
    /// Its name; for a made-up one, what it would be in a statement of its own.
    pub name: Rc<str>,
    /// Forced quoting of the name on or off.
    pub quote: Option<bool>,
    pub key: Rc<str>,
    pub expr: Expr,
    /// How its name is made up, if it is.
    pub label: Option<LabelText>,
}

impl Exported {
    /// A column under its own name.
    pub fn column(column: &ColumnRef) -> Self {
        Self {
            name: column.name(),
            quote: column.quote,
            key: column.key(),
            expr: Expr::column(column),
            label: column.label.clone(),
        }
    }
}

/// The columns of a subquery over a columns clause.
pub fn exported(items: &[SelectItem], style: LabelStyle) -> Vec<Exported> {
    let flat = flat_columns(items);
    let mut map = AnonMap::default();
    let mut keys: HashMap<Rc<str>, ()> = HashMap::new();
    let mut key_map = AnonMap::default();
    columns_plus_names(&flat, style, false)
        .into_iter()
        .filter(|it| !matches!(it.expr.kind(), ExprKind::Text(_)))
        .map(|ColumnPlusNames { required, expr, .. }| {
            let is_column = matches!(expr.kind(), ExprKind::Column(_));
            let label = match required {
                Some(label) => label,
                None if matches!(
                    expr.kind(),
                    ExprKind::Column(_) | ExprKind::Label { .. } | ExprKind::FromClause(_)
                ) =>
                {
                    name_of(&expr).unwrap_or_else(|| anon_name_label(&expr))
                }
                None => anon_name_label(&expr),
            };
            let name = map.apply(&label);
            let own_key = if style == LabelStyle::TablenamePlusCol {
                tq_key_label(&expr).and_then(|it| it.plain().map(|it| it.text.clone()))
            } else {
                proxy_key(&expr)
            };
            let key: Rc<str> = match own_key {
                None if is_column => name.clone(),
                None => match keys.insert("_no_label".into(), ()) {
                    None if matches!(expr.kind(), ExprKind::Label { .. }) => name.clone(),
                    None => "_no_label".into(),
                    Some(()) => {
                        let base = LabelText::Plain("_no_label".into());
                        key_map.apply(&LabelText::anon(AnonKey::of_expr(&expr, 0), Some(base)))
                    }
                },
                Some(key) => {
                    if keys.insert(key.clone(), ()).is_some() {
                        key_map.apply(&LabelText::anon(AnonKey::of_expr(&expr, 0), Some(LabelText::Plain(key.into()))))
                    } else {
                        key
                    }
                }
            };
            let quote = label.plain().and_then(|it| it.quote);
            let label = label.plain().is_none().then_some(label);
            Exported { name, quote, key, expr, label }
        })
        .collect()
}

/// Refuses the columns of a subquery where another one's name takes a label from one.
///
/// # Errors
/// `InvalidRequestError`.
pub fn check_labels(from: &From) -> Result<(), SqlError> {
    let From::Alias(alias) = from else { return Ok(()) };
    let AliasElement::Query(query) = &alias.element else { return Ok(()) };
    let renamed = query.exported().into_iter().find_map(|it| match it.expr.kind() {
        ExprKind::Label { name: Name::Given(name), .. } if name.text != it.name => Some(name.clone()),
        _ => None,
    });
    match renamed {
        Some(name) => Err(SqlError::invalid_request(format!(
            "Label name {name} is being renamed to an anonymous label due to disambiguation which is not supported right \
             now.  Please use unique names for explicit labels."
        ))),
        None => Ok(()),
    }
}

/// `_tq_key_label`
fn tq_key_label(expr: &Expr) -> Option<LabelText> {
    match expr.kind() {
        ExprKind::Column(column) => match proxy_key(expr) {
            Some(key) if key != column.name() => column_tq_label(column, LabelText::Plain(key.into())),
            _ => tq_label(expr),
        },
        ExprKind::Label { .. } => name_of(expr),
        _ => proxy_key(expr).map(|it| LabelText::Plain(it.into())),
    }
}

/// The same for a RETURNING list.
pub fn exported_items(items: &[SelectItem]) -> Vec<Exported> {
    exported(items, LabelStyle::DisambiguateOnly)
}

/// A function as the only column of an alias of it: the column's key is made up.
pub fn exported_function(function: &Expr) -> Vec<Exported> {
    let mut columns = exported_items(&[SelectItem::Expr(function.clone())]);
    for column in &mut columns {
        column.key = format!("%(0 {})s", column.key).into();
    }
    columns
}

/// The name by which an expression is known outside, if it has one of its own.
pub fn own_name(expr: &Expr) -> Option<Rc<str>> {
    proxy_key(expr)
}

/// `table_key` of a column, as a join's columns are known.
pub fn tablename_plus_key(expr: &Expr) -> Option<Rc<str>> {
    tq_key_label(expr).and_then(|it| it.plain().map(|it| it.text.clone()))
}

/// `table_column` of a column, as `LABEL_STYLE_TABLENAME_PLUS_COL` writes it.
pub fn tablename_plus_col(expr: &Expr) -> Option<Rc<str>> {
    tq_label(expr).and_then(|it| it.plain().map(|it| it.text.clone()))
}
