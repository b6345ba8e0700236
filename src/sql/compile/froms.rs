//! FROM: which objects a select lists, how joins are put together, how each is written.

use super::{CompileError, Compiler, Kw, Node};
use crate::sql::build;
use crate::sql::expr::Expr;
use crate::sql::labels::{AnonKey, LabelText, flat_columns};
use crate::sql::select::{Correlate, JoinSetup, JoinTarget, OnClause, Select, SelectItem};
use crate::sql::selectable::{Alias, AliasElement, AliasKind, From, Join, TableValued};
use crate::sql::traverse::{columns_in, from_in_from, froms_in};
use std::collections::HashMap;
use std::rc::Rc;

impl Compiler {
    /// FROM objects of a select with its joins set up, and the names of tables that need an alias.
    #[allow(clippy::type_complexity)]
    pub(super) fn select_froms(
        &mut self,
        select: &Rc<Select>,
    ) -> Result<(Vec<From>, HashMap<Rc<str>, AnonKey>), CompileError> {
        let from_clauses = set_up_joins(select)?;
        let mut all = from_clauses;
        for item in &select.columns {
            // A FROM object without columns is one too.
            match item {
                SelectItem::From(from) => all.push(from.clone()),
                SelectItem::Expr(expr) => all.extend(froms_in(expr)),
                SelectItem::Plugin(_) => {}
            }
        }
        for expr in &select.where_ {
            all.extend(froms_in(expr));
        }
        let mut froms: Vec<From> = Vec::with_capacity(all.len());
        for from in all {
            if let From::Alias(alias) = &from
                && let AliasElement::Query(crate::sql::expr::Query::Select(inner)) = &alias.element
                && Rc::ptr_eq(inner, select)
            {
                return Err(CompileError::invalid_request("select() construct refers to itself as a FROM"));
            }
            if !froms.iter().any(|it| it.id() == from.id()) {
                froms.push(from);
            }
        }
        let mut hidden = Vec::new();
        for from in &froms {
            if let From::Join(join) = from {
                from_in_from(&join.left, &mut hidden);
                from_in_from(&join.right, &mut hidden);
            }
        }
        if !hidden.is_empty() {
            froms.retain(|it| !hidden.iter().any(|other| other.id() == it.id()));
        }
        let mut ambiguous = HashMap::new();
        for from in &froms {
            let mut all = Vec::new();
            from_in_from(from, &mut all);
            for item in all {
                let (name, schema) = match &item {
                    From::Table(table) => (&table.name, &table.schema),
                    From::Lightweight(table) => (&table.name, &table.schema),
                    _ => continue,
                };
                if schema.is_some() {
                    ambiguous.entry(name.clone()).or_insert_with(|| AnonKey::of_id(item.id()));
                }
            }
        }
        Ok((froms, ambiguous))
    }

    /// What is left of the FROM list after correlation.
    pub(super) fn display_froms(
        &mut self,
        select: &Select,
        froms: &[From],
        asfrom: bool,
        lateral: bool,
    ) -> Result<Vec<From>, CompileError> {
        let (correlate, own) =
            self.stack.last().map(|it| (it.correlate.as_slice(), it.asfrom.as_slice())).unwrap_or_default();
        let (explicit, implicit): (Vec<u32>, &[u32]) = if asfrom && !lateral {
            (correlate.iter().filter(|it| !own.contains(it)).copied().collect(), &[])
        } else {
            (correlate.to_vec(), own)
        };
        let keep = |remove: &dyn Fn(&From) -> bool| froms.iter().filter(|it| !remove(it)).cloned().collect();
        Ok(match &select.correlate {
            Correlate::Only(to) => keep(&|it| explicit.contains(&it.id()) && to.iter().any(|f| f.id() == it.id())),
            Correlate::Except(to) => keep(&|it| explicit.contains(&it.id()) && !to.iter().any(|f| f.id() == it.id())),
            Correlate::Auto if !implicit.is_empty() && froms.len() > 1 => {
                let left: Vec<From> = keep(&|it| implicit.contains(&it.id()));
                if left.is_empty() {
                    return Err(CompileError::invalid_request(
                        "Select statement '<sqlalchemy.sql.selectable.Select object at 0x7f0000000000>' returned no FROM clauses due to \
                         auto-correlation; specify correlate(<tables>) to control correlation manually.",
                    ));
                }
                left
            }
            Correlate::Auto => froms.to_vec(),
        })
    }

    /// A FROM object as it stands in FROM.
    pub(super) fn from(&mut self, from: &From, kw: &Kw<'_>) -> Result<String, CompileError> {
        let text = match self.custom(super::custom::from_visit_name(from), || Node::From(from.clone()), kw)? {
            Some(text) => text,
            None => self.unhinted(from, kw)?,
        };
        if !kw.asfrom {
            return Ok(text);
        }
        match self.from_hints.iter().find(|it| it.0 == from.id()).map(|it| it.1.clone()) {
            Some(hint) => self.with_hint(text, from, &hint),
            None => Ok(text),
        }
    }

    /// The text of a FROM object with its hint behind, as the dialect has it.
    pub(super) fn with_hint(&self, text: String, from: &From, hint: &str) -> Result<String, CompileError> {
        use super::DialectKind as D;
        let hint = hint.replace("%(name)s", &build::from_description(from));
        Ok(match self.dialect.kind {
            D::Default if self.dialect.is_plain() => text,
            D::Default => format!("{text} [{hint}]"),
            D::Mysql => format!("{text} {hint}"),
            D::Postgresql if hint == "ONLY" => format!("ONLY {text}"),
            D::Postgresql => {
                let hint = crate::util::pyrepr::str_repr(&hint);
                return Err(CompileError::compile(format!("Unrecognized hint: {hint}")));
            }
            D::Sqlite | D::Oracle => text,
        })
    }

    fn unhinted(&mut self, from: &From, kw: &Kw<'_>) -> Result<String, CompileError> {
        match from {
            From::Table(table) => {
                if let Some(linter) = &mut self.linter {
                    linter.add(from.id(), table.key());
                }
                let schema = if kw.use_schema {
                    self.effective_schema(table.schema.as_ref(), table.quote_schema)?
                } else {
                    None
                };
                let name = self.dialect.quote(&table.name, table.quote);
                Ok(match schema {
                    Some(schema) => format!("{schema}.{name}"),
                    // Its own schema is only translated away.
                    None if kw.use_schema && table.schema.is_some() => name,
                    None => self.ambiguous_alias(name, &table.name, from.id(), kw),
                })
            }
            From::Lightweight(table) => {
                if let Some(linter) = &mut self.linter {
                    linter.add(from.id(), table.name.clone());
                }
                let name = self.dialect.quote(&table.name, table.quote);
                Ok(match &table.schema {
                    Some(schema) if kw.use_schema => format!("{}.{name}", self.quote(schema)),
                    _ => self.ambiguous_alias(name, &table.name, from.id(), kw),
                })
            }
            From::Text(expr) => {
                let text = self.expr(expr, &Kw { asfrom: false, ..*kw })?;
                let is_oracle = self.dialect.kind == super::DialectKind::Oracle;
                Ok(if is_oracle && kw.asfrom { self.table_function(expr, text) } else { text })
            }
            From::Join(join) => self.join(join, kw),
            From::Alias(alias) => self.alias(alias, kw),
        }
    }

    /// A FROM object by itself, as `str()` shows it: without its alias.
    pub(super) fn lone_from(&mut self, from: &From, kw: &Kw<'_>) -> Result<String, CompileError> {
        match from {
            From::Alias(alias) => match &alias.kind {
                AliasKind::Cte { .. } => Ok(self.cte(alias, kw)?.unwrap_or_default()),
                AliasKind::Lateral
                    if matches!(alias.element, AliasElement::From(From::Table(_) | From::Lightweight(_))) =>
                {
                    Ok("LATERAL ".to_owned())
                }
                AliasKind::Lateral
                    if matches!(alias.element, AliasElement::Expr(..) | AliasElement::From(From::Text(_))) =>
                {
                    Ok(format!("LATERAL {}", self.alias_element(alias, kw)?))
                }
                AliasKind::Lateral => Ok(format!("LATERAL ({})", self.alias_element(alias, kw)?)),
                AliasKind::TableValued(TableValued { is_lateral: true, .. }) => {
                    Ok(format!("LATERAL {}", self.alias_element(alias, kw)?))
                }
                AliasKind::TableSample { .. } => self.from(from, &Kw { asfrom: true, ..*kw }),
                AliasKind::Alias
                    if matches!(alias.element, AliasElement::From(From::Table(_) | From::Lightweight(_))) =>
                {
                    Ok(String::new())
                }
                _ => match &alias.element {
                    AliasElement::From(inner @ From::Join(_)) if matches!(alias.kind, AliasKind::Alias) => {
                        self.lone_from(inner, kw)
                    }
                    _ => self.from(from, &Kw { asfrom: false, ..*kw }),
                },
            },
            From::Join(_) => self.from(from, &Kw { asfrom: true, ..*kw }),
            From::Table(_) | From::Lightweight(_) => Ok(String::new()),
            _ => {
                let expr = crate::sql::expr::Expr::new(
                    crate::sql::expr::ExprKind::FromClause(from.clone()),
                    crate::sql::types::null_type(),
                );
                self.expr(&expr, kw)
            }
        }
    }

    /// A table without a schema that shares its name with one that has a schema gets an alias.
    fn ambiguous_alias(&mut self, text: String, name: &Rc<str>, id: u32, kw: &Kw<'_>) -> String {
        if kw.enclosing_alias_of == Some(id) {
            return text;
        }
        match self.ambiguous_names.get(name).copied() {
            Some(key) => {
                let alias = self.label_text('a', &LabelText::Anon(key, name.clone()));
                self.dialect.as_alias(&text, &self.quote_name(&alias))
            }
            None => text,
        }
    }

    fn join(&mut self, join: &Join, kw: &Kw<'_>) -> Result<String, CompileError> {
        if let Some(linter) = &mut self.linter {
            linter.add_join(&join.left, &join.right);
        }
        let word = match (join.full, join.is_outer) {
            (true, _) => " FULL OUTER JOIN ",
            (false, true) => " LEFT OUTER JOIN ",
            (false, false) if self.dialect.kind == super::DialectKind::Mysql => " INNER JOIN ",
            (false, false) => " JOIN ",
        };
        let left = self.from(&join.left, kw)?;
        let mut right = self.from(&join.right, kw)?;
        if matches!(join.right, From::Join(_)) {
            right = format!("({right})");
        }
        let onclause = match &join.onclause {
            Some(onclause) => onclause.clone(),
            None => build::join_condition(&join.left, &join.right)?,
        };
        let onclause = self.expr(&onclause, &Kw { asfrom: false, ..*kw })?;
        Ok(format!("{left}{word}{right} ON {onclause}"))
    }

    fn alias(&mut self, alias: &Rc<Alias>, kw: &Kw<'_>) -> Result<String, CompileError> {
        match &alias.kind {
            AliasKind::Cte { .. } => return Ok(self.cte(alias, kw)?.unwrap_or_default()),
            AliasKind::Values => return self.values(alias, kw),
            _ => {}
        }
        // Of an alias of an alias only the outermost name is written.
        if kw.enclosing_alias_of == Some(alias.id) {
            let inner = match &alias.element {
                AliasElement::From(inner) => Some(inner.id()),
                _ => None,
            };
            let text = self.alias_element(alias, &Kw { enclosing_alias_of: inner, ..*kw })?;
            let text = if matches!(alias.element, AliasElement::Query(_)) { format!("({text})") } else { text };
            return Ok(if matches!(alias.kind, AliasKind::Lateral) { format!("LATERAL {text}") } else { text });
        }
        let lateral = matches!(alias.kind, AliasKind::Lateral) || kw.lateral;
        let enclosing = match &alias.element {
            AliasElement::From(inner) => Some(inner.id()),
            _ => None,
        };
        let inner_kw = Kw { lateral, enclosing_alias_of: enclosing, ..*kw };
        if !kw.asfrom {
            return self.alias_element(alias, &inner_kw);
        }
        let name = self.alias_name(&alias.name);
        let is_joined = matches!(alias.kind, AliasKind::TableValued(TableValued { joins_implicitly: true, .. }));
        if let Some(linter) = self.linter.as_mut().filter(|_| !is_joined) {
            linter.add(alias.id, name.text.clone());
        }
        // A subquery's own FROM objects are linted by themselves.
        let mut text = self.alias_element(alias, &Kw { asfrom: true, ..inner_kw })?;
        if matches!(alias.element, AliasElement::Query(_)) {
            text = format!("({text})");
        }
        text = self.dialect.as_alias(&text, &self.quote_name(&name));
        if let AliasKind::TableValued(TableValued { is_derived: true, with_types, .. }) = &alias.kind
            && let AliasElement::Expr(_, columns) = &alias.element
        {
            let mut parts = Vec::new();
            for column in columns {
                let mut part = self.dialect.quote(&column.name(), column.quote);
                if *with_types {
                    part = format!("{part} {}", super::types::type_text(&column.ty(), &self.dialect)?);
                }
                parts.push(part);
            }
            text = format!("{text}({})", parts.join(", "));
        }
        if let AliasKind::TableSample { sampling, seed } = &alias.kind {
            let plain = Kw { asfrom: false, enclosing_alias_of: None, ..*kw };
            text = format!("{text} TABLESAMPLE {}", self.expr(sampling, &plain)?);
            if let Some(seed) = seed {
                text = format!("{text} REPEATABLE ({})", self.expr(seed, &plain)?);
            }
        }
        if matches!(alias.kind, AliasKind::Lateral | AliasKind::TableValued(TableValued { is_lateral: true, .. })) {
            text = format!("LATERAL {text}");
        }
        Ok(text)
    }

    pub(super) fn alias_element(&mut self, alias: &Rc<Alias>, kw: &Kw<'_>) -> Result<String, CompileError> {
        match &alias.element {
            AliasElement::From(inner) => {
                let text = self.aliased_from(inner, kw)?;
                Ok(if matches!(inner, From::Join(_)) { format!("({text})") } else { text })
            }
            AliasElement::Query(query) => {
                let linter = self.linter.take();
                let text = self.query(query, kw);
                self.linter = linter;
                text
            }
            AliasElement::Expr(expr, _) => {
                let mut text = self.expr(expr, &Kw { asfrom: false, ..*kw })?;
                if let AliasKind::TableValued(TableValued { with_ordinality: true, .. }) = alias.kind {
                    text += " WITH ORDINALITY";
                }
                let is_oracle = self.dialect.kind == super::DialectKind::Oracle;
                Ok(if is_oracle && kw.asfrom { self.table_function(expr, text) } else { text })
            }
            AliasElement::Values(_) => self.values(alias, kw),
            AliasElement::Dml(dml) => self.dml(dml, Some(alias.id), kw),
        }
    }

    /// What an alias renames takes no part in linting.
    fn aliased_from(&mut self, inner: &From, kw: &Kw<'_>) -> Result<String, CompileError> {
        let linter = self.linter.take();
        let text = self.from(inner, kw);
        self.linter = linter;
        text
    }

    pub(super) fn values(&mut self, alias: &Rc<Alias>, kw: &Kw<'_>) -> Result<String, CompileError> {
        let AliasElement::Values(values) = &alias.element else { return Ok(String::new()) };
        self.independent_ctes(&values.independent_ctes, &[], kw)?;
        let plain = Kw { asfrom: false, literal_binds: values.literal_binds || kw.literal_binds, ..*kw };
        let text = format!("VALUES {}", self.joined(&values.rows, ", ", &plain)?);
        if !kw.asfrom || kw.visiting_cte == Some(alias.id) {
            if kw.visiting_cte.is_some() && values.lateral {
                return Err(CompileError::compile("Can't use a LATERAL VALUES expression inside of a CTE"));
            }
            return Ok(text);
        }
        if alias.is_unnamed_values() {
            if let Some(linter) = &mut self.linter {
                linter.add(alias.id, "(unnamed VALUES element)".into());
            }
            return Ok(format!("({text})"));
        }
        let name = self.alias_name(&alias.name);
        if let Some(linter) = &mut self.linter {
            linter.add(alias.id, name.text.clone());
        }
        let mut columns = Vec::with_capacity(values.columns.len());
        for column in &values.columns {
            columns.push(match column.as_column() {
                Some(column) => self.dialect.quote(&column.name(), column.quote),
                None => self.expr(column, &plain)?,
            });
        }
        let word = if values.lateral { "LATERAL " } else { "" };
        let text = self.dialect.as_alias(&format!("{word}({text})"), &self.quote_name(&name));
        Ok(format!("{text} ({})", columns.join(", ")))
    }

    /// The schema before a table's name, quoted, with `schema_translate_map`.
    pub(super) fn effective_schema(
        &self,
        schema: Option<&Rc<str>>,
        quote: Option<bool>,
    ) -> Result<Option<String>, CompileError> {
        let mut schema = schema.cloned();
        let is_mapped = self.options.schema_places.is_some() || self.options.schema_translate_map.is_some();
        if let Some(name) = schema.as_ref().filter(|it| is_mapped && it.contains(['[', ']'])) {
            return Err(CompileError::compile(format!(
                "Square bracket characters ([]) not supported in schema translate name '{name}'"
            )));
        }
        match (self.options.schema_places, &schema) {
            (Some(_), Some(name)) => return Ok(Some(format!("__[SCHEMA_{name}]"))),
            (Some(true), None) => return Ok(Some("__[SCHEMA__none]".to_owned())),
            _ => {}
        }
        if let Some(map) = &self.options.schema_translate_map
            && let Some(to) = map.get(&schema)
        {
            schema.clone_from(to);
        }
        Ok(schema.map(|it| self.dialect.quote(&it, quote)))
    }
}

/// FROM objects after `select_from()` and `join()`.
fn set_up_joins(select: &Select) -> Result<Vec<From>, CompileError> {
    let mut froms = select.from_.clone();
    for setup in &select.joins {
        let JoinSetup { target: JoinTarget::From(right), onclause, left, is_outer, full, columns } = setup else {
            return Err(CompileError::invalid_request("An ORM entity is left in a join of a Core select"));
        };
        let mut onclause = match onclause {
            Some(OnClause::Expr(expr)) => Some(expr.clone()),
            _ => None,
        };
        let (left, place) = match left {
            None => {
                let columns = columns.as_deref().unwrap_or(&select.columns);
                implicit_left(columns, &select.where_, &froms, right, onclause.as_ref())?
            }
            Some(JoinTarget::From(left)) => {
                let place = explicit_left(&froms, left)?;
                if place.is_some() && onclause.is_none() {
                    onclause = Some(build::join_condition(left, right)?);
                }
                (left.clone(), place)
            }
            Some(JoinTarget::Plugin(_)) => {
                return Err(CompileError::invalid_request("An ORM entity is left in a join of a Core select"));
            }
        };
        match place {
            Some(place) => {
                froms[place] = build::join(&froms[place], right, onclause, *is_outer, *full)?;
            }
            None => froms.push(build::join(&left, right, onclause, *is_outer, *full)?),
        }
    }
    Ok(froms)
}

fn implicit_left(
    columns: &[SelectItem],
    where_: &[Expr],
    froms: &[From],
    right: &From,
    onclause: Option<&Expr>,
) -> Result<(From, Option<usize>), CompileError> {
    let candidates: Vec<From> = if froms.is_empty() {
        let mut all: Vec<From> = Vec::new();
        for expr in flat_columns(columns).iter().chain(where_) {
            for from in froms_in(expr) {
                if !all.iter().any(|it| it.id() == from.id()) {
                    all.push(from);
                }
            }
        }
        // A whole FROM object may be selected without any column.
        for item in columns {
            if let SelectItem::From(from) = item
                && !all.iter().any(|it| it.id() == from.id())
            {
                all.push(from.clone());
            }
        }
        all
    } else {
        froms.to_vec()
    };
    let found = left_to_join_from(&candidates, right, onclause)?;
    match found[..] {
        [one] => Ok((candidates[one].clone(), (!froms.is_empty()).then_some(one))),
        [] => Err(CompileError::CannotJoin(right.clone())),
        _ => Err(CompileError::invalid_request(
            "Can't determine which FROM clause to join from, there are multiple FROMS which can join to this entity. \
             Please use the .select_from() method to establish an explicit left side, as well as providing an explicit \
             ON clause if not present already to help resolve the ambiguity.",
        )),
    }
}

/// `find_left_clause_to_join_from`
fn left_to_join_from(candidates: &[From], right: &From, onclause: Option<&Expr>) -> Result<Vec<usize>, CompileError> {
    let mut selectables = Vec::new();
    from_in_from(right, &mut selectables);
    let mut found = Vec::new();
    for (index, candidate) in candidates.iter().enumerate() {
        for selectable in &selectables {
            if selectable.id() == candidate.id() {
                continue;
            }
            let matches = match onclause {
                Some(onclause) if candidates.len() > 1 => {
                    let mut columns = candidate.columns();
                    columns.extend(selectable.columns());
                    columns_in(onclause).iter().all(|it| columns.iter().any(|c| c.id == it.id))
                }
                Some(_) => true,
                None => build::can_join(candidate, selectable)?,
            };
            if matches {
                found.push(index);
                break;
            }
        }
    }
    if found.len() > 1 {
        let mut hidden = Vec::new();
        for from in candidates {
            if let From::Join(join) = from {
                from_in_from(&join.left, &mut hidden);
                from_in_from(&join.right, &mut hidden);
            }
        }
        found.retain(|it| !hidden.iter().any(|h| h.id() == candidates[*it].id()));
    }
    if found.is_empty() && onclause.is_some() {
        return Ok((0..candidates.len()).collect());
    }
    Ok(found)
}

fn explicit_left(froms: &[From], left: &From) -> Result<Option<usize>, CompileError> {
    let mut selectables = Vec::new();
    from_in_from(left, &mut selectables);
    let found: Vec<usize> = froms
        .iter()
        .enumerate()
        .filter(|(_, from)| selectables.iter().any(|it| from.is_derived_from(it)))
        .map(|(index, _)| index)
        .collect();
    let exact: Vec<usize> = found
        .iter()
        .copied()
        .filter(|it| {
            let mut all = Vec::new();
            from_in_from(&froms[*it], &mut all);
            all.iter().any(|a| selectables.iter().any(|b| a.id() == b.id()))
        })
        .collect();
    let found = if found.len() > 1 && !exact.is_empty() { exact } else { found };
    match found[..] {
        [] => Ok(None),
        [one] => Ok(Some(one)),
        _ => Err(CompileError::invalid_request(
            "Can't identify which entity in which to assign the left side of this join.   Please use a more specific \
             ON clause.",
        )),
    }
}

/// Finds FROM objects that nothing joins: a cartesian product.
#[derive(Debug, Default)]
pub(super) struct FromLinter {
    froms: Vec<(u32, Rc<str>)>,
    edges: Vec<(u32, u32)>,
}

impl FromLinter {
    pub(super) fn add(&mut self, id: u32, name: Rc<str>) {
        if !self.froms.iter().any(|it| it.0 == id) {
            self.froms.push((id, name));
        }
    }

    fn add_join(&mut self, left: &From, right: &From) {
        let (mut a, mut b) = (Vec::new(), Vec::new());
        from_in_from(left, &mut a);
        from_in_from(right, &mut b);
        self.product(&a, &b);
    }

    pub(super) fn add_comparison(&mut self, left: &Expr, right: &Expr) {
        self.product(&froms_in(left), &froms_in(right));
    }

    fn product(&mut self, a: &[From], b: &[From]) {
        for x in a {
            for y in b {
                self.edges.push((x.id(), y.id()));
            }
        }
    }

    /// The warning, if some FROM object stands alone.
    pub(super) fn warning(&self, statement: &str) -> Option<String> {
        let (start, _) = *self.froms.first().map(|it| (&it.0, &it.1)).as_ref()?;
        let mut seen = vec![*start];
        let mut todo = vec![*start];
        while let Some(node) = todo.pop() {
            for (a, b) in &self.edges {
                let other = match (*a == node, *b == node) {
                    (true, _) => *b,
                    (_, true) => *a,
                    _ => continue,
                };
                if !seen.contains(&other) {
                    seen.push(other);
                    todo.push(other);
                }
            }
        }
        let rest: Vec<String> =
            self.froms.iter().filter(|it| !seen.contains(&it.0)).map(|it| format!("\"{}\"", it.1)).collect();
        if rest.is_empty() {
            return None;
        }
        Some(format!(
            "{statement} statement has a cartesian product between FROM element(s) {} and FROM element \"{}\".  Apply \
             join condition(s) between each element to resolve.",
            rest.join(", "),
            self.froms[0].1
        ))
    }
}
