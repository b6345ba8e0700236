//! SELECT and set operations.

use super::{CompileError, Compiler, DialectKind, Kw, Node, ResultColumn, StackEntry, Statement};
use crate::sql::expr::{Expr, ExprKind, Query};
use crate::sql::extension::ExtensionPoint;
use crate::sql::labels::{
    ColumnPlusNames, LabelText, anon_name_label, check_labels, columns_plus_names, flat_columns, name_of,
    non_anon_label, proxy_key, shares_lineage, tq_label,
};
use crate::sql::operators::Op;
use crate::sql::quoted_name::QuotedName;
use crate::sql::select::{Affix, Compound, CompoundKeyword, Distinct, ForUpdate, Select, SelectItem};
use crate::sql::selectable::From;
use crate::sql::traverse::from_in_from;
use crate::sql::types::integer_type;
use crate::sql::value::Value;
use indexmap::IndexMap;
use std::rc::Rc;

/// Where ORDER BY looks up labels.
pub(super) struct LabelSource {
    columns: Vec<Expr>,
    froms: Vec<From>,
    is_compound: bool,
}

impl LabelSource {
    /// Columns of the columns clause by label.
    fn only_columns(&self) -> IndexMap<LabelText, Expr> {
        let mut map = IndexMap::new();
        for expr in &self.columns {
            let key = if self.is_compound { None } else { tq_label(expr) };
            let key = key.or_else(|| match expr.kind() {
                ExprKind::Column(column) => Some(LabelText::Plain(column.key().into())),
                _ => name_of(expr).filter(|_| matches!(expr.kind(), ExprKind::Label { .. })),
            });
            if let Some(key) = key {
                map.insert(key, expr.clone());
            }
        }
        map
    }

    fn only_froms(&self) -> IndexMap<LabelText, Expr> {
        let mut map = IndexMap::new();
        for from in &self.froms {
            for column in from.columns() {
                map.insert(LabelText::Plain(column.key().into()), Expr::column(&column));
            }
        }
        map
    }
}

impl Compiler {
    /// Whether a label is one that the current select list shows.
    pub(super) fn resolves_label(
        &mut self,
        name: &LabelText,
        label: &Expr,
        columns: bool,
    ) -> Result<bool, CompileError> {
        let Some(entry) = self.stack.last() else { return Ok(false) };
        let Some(source) = &entry.labels else {
            return Err(CompileError::compile("Can't resolve label reference for ORDER BY / GROUP BY / DISTINCT etc."));
        };
        let map = if columns && !source.is_compound { source.only_froms() } else { source.only_columns() };
        Ok(map.get(name).is_some_and(|it| shares_lineage(label, it)))
    }

    /// The column that a string in ORDER BY or GROUP BY names.
    pub(super) fn resolve_text_label(&mut self, name: &Rc<str>, columns: bool) -> Result<Option<Expr>, CompileError> {
        let Some(source) = self.stack.last().and_then(|it| it.labels.as_ref()) else { return Ok(None) };
        let key = LabelText::Plain(name.clone().into());
        if columns && !source.is_compound {
            return Ok(source.only_froms().get(&key).cloned());
        }
        Ok(source.only_columns().get(&key).cloned().or_else(|| source.only_froms().get(&key).cloned()))
    }

    pub(super) fn select(&mut self, select: &Rc<Select>, kw: &Kw<'_>) -> Result<String, CompileError> {
        if let Some(text) = self.custom("select", || Node::Statement(Statement::Select(select.clone())), kw)? {
            return Ok(text);
        }
        let outer = self.nested.clone();
        if select.nested.is_some() {
            self.nested.clone_from(&select.nested);
        }
        let made_of = self.nested.clone().filter(|_| select.entities.is_some());
        let in_place = made_of.as_ref().and_then(|it| it.0.in_place_of(select, &self.correlated(select, kw)));
        let error = made_of.as_ref().and_then(|it| it.0.take_error());
        let text = match error {
            Some(error) => Err(CompileError::Host(error)),
            None => self.select_text(in_place.as_ref().unwrap_or(select), kw),
        };
        if let Some(made_of) = made_of {
            made_of.0.left();
        }
        self.nested = outer;
        text
    }

    /// Ids of the FROM objects of the statements around that a SELECT need not have itself.
    fn correlated(&self, select: &Select, kw: &Kw<'_>) -> Vec<u32> {
        let around = match self.stack.last() {
            Some(entry) if !kw.asfrom || kw.lateral => entry.correlate.clone(),
            _ => Vec::new(),
        };
        let among = |froms: &[From], id: &u32| froms.iter().any(|it| it.id() == *id);
        match &select.correlate {
            crate::sql::select::Correlate::Auto => around,
            crate::sql::select::Correlate::Only(froms) => around.into_iter().filter(|it| among(froms, it)).collect(),
            crate::sql::select::Correlate::Except(froms) => around.into_iter().filter(|it| !among(froms, it)).collect(),
        }
    }

    fn select_text(&mut self, select: &Rc<Select>, kw: &Kw<'_>) -> Result<String, CompileError> {
        self.collect(&select.params);
        let mut kw = Kw { within_columns: false, within_label: false, render_label: None, ..*kw };
        let (asfrom, lateral, compound_index, insert_into) = (kw.asfrom, kw.lateral, kw.compound_index, kw.insert_into);
        (kw.asfrom, kw.lateral, kw.compound_index, kw.insert_into) = (false, false, None, false);
        let toplevel = self.stack.is_empty();
        select.mark.set_through();
        let (froms, ambiguous) = self.select_froms(select)?;
        let saved_names = std::mem::replace(&mut self.ambiguous_names, ambiguous);
        let is_fetched = toplevel || self.stack.last().is_some_and(|it| it.need_result_map_for_compound);
        let populate = is_fetched && compound_index.is_none_or(|it| it == 0);
        for item in &select.columns {
            if let SelectItem::From(from) = item {
                check_labels(from)?;
            }
        }
        let flat = flat_columns(&select.columns);
        self.check_compound_width(compound_index, flat.len())?;
        let display = self.display_froms(select, &froms, asfrom, lateral)?;
        let mut own = Vec::new();
        for from in &display {
            let mut all = Vec::new();
            from_in_from(from, &mut all);
            own.extend(all.iter().map(From::id));
        }
        let mut correlate = self.stack.last().map(|it| it.correlate.clone()).unwrap_or_default();
        correlate.extend(&own);
        self.stack.push(StackEntry {
            correlate,
            asfrom: own,
            labels: Some(LabelSource { columns: flat.clone(), froms: froms.clone(), is_compound: false }),
            ..StackEntry::default()
        });

        let mut text = "SELECT ".to_owned();
        if let Some(extension) = self.extensions(&select.extensions, ExtensionPoint::PostSelect, &kw)? {
            text = format!("{text}{extension} ");
        }
        if self.dialect.kind == DialectKind::Oracle {
            text += &self.oracle_hints(select)?;
        }
        self.independent_ctes(&select.independent_ctes, &select.nested_ctes, &kw)?;
        text += &self.prefixes(&select.prefixes, &kw)?;
        text += &self.distinct(&select.distinct, &kw)?;
        if let Some(extension) = self.extensions(&select.extensions, ExtensionPoint::PreColumns, &kw)? {
            text = format!("{text}{extension} ");
        }
        let mut columns = Vec::with_capacity(flat.len());
        for column in columns_plus_names(&flat, select.label_style, true) {
            let kw = Kw { include_table: true, ..kw };
            let around = if is_fetched { self.column_expression(&column.expr)? } else { None };
            let column = match around {
                Some(around) => self.expression_column(&column, &around, populate, &kw)?,
                None => self.select_column(&column, populate, asfrom, &kw)?,
            };
            columns.push(column);
        }
        text += &columns.join(", ");
        if columns.is_empty() {
            text.truncate(text.trim_end().len());
        }
        let own_hints = self.hints_of(select);
        let outer_hints = std::mem::replace(&mut self.from_hints, own_hints);
        let outer_linter = self.linter.take();
        self.linter = self.options.linting.then(super::froms::FromLinter::default);
        if !display.is_empty() {
            text += " \nFROM ";
            for (index, from) in display.iter().enumerate() {
                if index > 0 {
                    text += ", ";
                }
                text += &self.from(from, &Kw { asfrom: true, ..kw })?;
            }
        } else if self.dialect.kind == DialectKind::Oracle
            || (self.dialect.kind == DialectKind::Mysql && !select.where_.is_empty())
        {
            text += " FROM DUAL";
        }
        self.from_hints = outer_hints;
        if !select.where_.is_empty() {
            let criteria = self.criteria(&select.where_, &kw)?;
            if !criteria.is_empty() {
                text += " \nWHERE ";
                text += &criteria;
            }
        }
        self.end_lint(outer_linter, toplevel);
        text += &self.group_by(&select.group_by, &kw)?;
        if !select.having.is_empty() {
            let criteria = self.criteria(&select.having, &kw)?;
            if !criteria.is_empty() {
                text += " \nHAVING ";
                text += &criteria;
            }
        }
        if let Some(extension) = self.extensions(&select.extensions, ExtensionPoint::PostCriteria, &kw)? {
            text = format!("{text} \n{extension}");
        }
        text += &self.order_by(&select.order_by, &kw)?;
        text += &self.row_limit(select.limit.as_ref(), select.offset.as_ref(), select.fetch.as_ref(), &kw)?;
        if let Some(lock) = &select.for_update {
            text += &self.for_update(lock, &kw)?;
        }
        if let Some(extension) = self.extensions(&select.extensions, ExtensionPoint::PostBody, &kw)? {
            text = format!("{text} {extension}");
        }
        for (from, dialect, hint) in &select.hints {
            if from.is_none() && (&**dialect == "*" || &**dialect == self.dialect.name) {
                text = format!("{text} {hint}");
            }
        }
        let embedded = compound_index.is_some() || insert_into;
        if !embedded || toplevel {
            let nesting = if toplevel { None } else { Some(self.stack.len()) };
            text = self.with_ctes(text, nesting, false);
        }
        let suffixes = self.prefixes(&select.suffixes, &kw)?;
        if !suffixes.is_empty() {
            text = format!("{text} {suffixes}");
        }
        self.stack.pop();
        self.ambiguous_names = saved_names;
        Ok(text)
    }

    /// Keeps the linter of the outermost statement; others warn at once.
    fn end_lint(&mut self, outer: Option<super::froms::FromLinter>, toplevel: bool) {
        let inner = self.linter.take();
        if toplevel {
            self.linter = inner;
            return;
        }
        if let Some(warning) = inner.and_then(|it| it.warning("SELECT")) {
            self.warn("SAWarning", warning);
        }
        self.linter = outer;
    }

    /// All parts of a set operation must be equally wide.
    fn check_compound_width(&mut self, index: Option<usize>, count: usize) -> Result<(), CompileError> {
        let Some(entry) = self.stack.last_mut() else { return Ok(()) };
        match (index, entry.first_columns) {
            (Some(0), _) => entry.first_columns = Some(count),
            (Some(index), Some(first)) if first != count => {
                return Err(CompileError::compile(format!(
                    "All selectables passed to CompoundSelect must have identical numbers of columns; select #1 has \
                     {first} columns, select #{} has {count}",
                    index + 1
                )));
            }
            _ => {}
        }
        Ok(())
    }

    /// What `with_hint()` says of FROM objects in this dialect.
    fn hints_of(&self, select: &Select) -> Vec<(u32, Rc<str>)> {
        let own = |dialect: &str| dialect == "*" || dialect == self.dialect.name;
        let hints = select.hints.iter().filter(|it| own(&it.1));
        hints.filter_map(|(from, _, text)| from.as_ref().map(|it| (it.id(), text.clone()))).collect()
    }

    fn distinct(&mut self, distinct: &Distinct, kw: &Kw<'_>) -> Result<String, CompileError> {
        Ok(match distinct {
            Distinct::No => String::new(),
            Distinct::Yes => "DISTINCT ".to_owned(),
            Distinct::On(items) if self.dialect.kind == DialectKind::Postgresql => {
                format!("DISTINCT ON ({}) ", self.joined(items, ", ", kw)?)
            }
            Distinct::On(_) if self.dialect.is_stringify => "DISTINCT ".to_owned(),
            Distinct::On(_) => {
                self.warn(
                    "SADeprecationWarning",
                    "DISTINCT ON is currently supported only by the PostgreSQL dialect.  Use of DISTINCT ON for other \
                     backends is currently silently ignored, however this usage is deprecated, and will raise \
                     CompileError in a future release for all backends that do not support this syntax."
                        .to_owned(),
                );
                "DISTINCT ".to_owned()
            }
        })
    }

    /// Prefixes or suffixes for this dialect, each with a space behind it.
    pub(super) fn prefixes(&mut self, affixes: &[Affix], kw: &Kw<'_>) -> Result<String, CompileError> {
        let mut text = String::new();
        for it in affixes.iter().filter(|it| matches!(&*it.dialect, "*") || *it.dialect == *self.dialect.name) {
            text = format!("{text}{} ", self.expr(&it.expr, kw)?);
        }
        Ok(text)
    }

    /// One column of a columns or RETURNING clause, with its label, and its entry in the result.
    pub(super) fn select_column(
        &mut self,
        column: &ColumnPlusNames,
        populate: bool,
        asfrom: bool,
        kw: &Kw<'_>,
    ) -> Result<String, CompileError> {
        let expr = &column.expr;
        let kw = Kw { within_columns: true, within_label: false, ..*kw };
        let label = match expr.kind() {
            ExprKind::Label { name, .. } => {
                let text = self.expr(expr, &kw)?;
                if populate {
                    let label = self.given_or_label_text('c', &LabelText::of_name(name)).text;
                    self.add_result(Some(label.clone()), label.clone(), column, vec![label])?;
                }
                return Ok(text);
            }
            _ if column.required.is_some() => column.required.clone(),
            ExprKind::Column(it) => {
                let labelled = asfrom && !it.is_literal && it.table.borrow().is_some();
                labelled.then(|| column.fallback.clone()).flatten()
            }
            ExprKind::Text(_) | ExprKind::List { op: Op::Comma, .. } => None,
            ExprKind::Unary { operator, element, .. } => {
                let truth = matches!(operator, Some(Op::IsTrue | Op::IsFalse)) && !self.dialect.supports_native_boolean;
                let labelled = truth || wraps_unnamed(element) || asfrom;
                labelled.then(|| column.fallback.clone().unwrap_or_else(|| anon_name_label(expr)))
            }
            ExprKind::FromClause(_) => None,
            _ if non_anon_label(expr).is_some() => None,
            _ => Some(column.fallback.clone().unwrap_or_else(|| anon_name_label(expr))),
        };
        let Some(label) = label else {
            let text = self.expr(expr, &Kw { within_label: false, ..kw })?;
            if populate {
                self.add_plain_result(column)?;
            }
            return Ok(text);
        };
        let quoted = self.label_text('c', &label);
        let label = quoted.text.clone();
        let text = self.expr(expr, &Kw { within_label: true, ..kw })?;
        if populate {
            let mut names = vec![label.clone()];
            names.extend(proxy_key(expr));
            if column.required.is_some()
                && let Some(LabelText::Plain(qualified)) = tq_label(expr)
            {
                names.push(qualified.text);
            }
            self.add_result(Some(label.clone()), label.clone(), column, names)?;
        }
        Ok(format!("{text} AS {}", self.quote_name(&quoted)))
    }

    /// What the type of a column that is fetched puts around it: its `column_expression()`.
    pub(super) fn column_expression(&self, expr: &Expr) -> Result<Option<Expr>, CompileError> {
        let Some(processor) = &expr.ty().processor else { return Ok(None) };
        processor.column_expression(expr, self.dialect.name).map_err(CompileError::Host)
    }

    /// A column inside what its type puts around it, under its own name.
    pub(super) fn expression_column(
        &mut self,
        column: &ColumnPlusNames,
        around: &Expr,
        populate: bool,
        kw: &Kw<'_>,
    ) -> Result<String, CompileError> {
        let expr = &column.expr;
        let label = match expr.kind() {
            ExprKind::Label { name, .. } => LabelText::of_name(name),
            _ => column.required.clone().or_else(|| column.fallback.clone()).unwrap_or_else(|| anon_name_label(expr)),
        };
        let quoted = self.given_or_label_text('c', &label);
        let label = quoted.text.clone();
        let text = self.expr(around, &Kw { within_columns: true, within_label: true, ..*kw })?;
        if populate {
            let mut names = vec![label.clone()];
            names.extend(proxy_key(expr));
            names.dedup();
            self.add_result(Some(label.clone()), label.clone(), column, names)?;
            if let (ExprKind::Label { element, .. }, Some(last)) = (expr.kind(), self.result_columns.last_mut()) {
                last.targets.push(element.clone());
            }
        }
        Ok(format!("{text} AS {}", self.quote_name(&quoted)))
    }

    pub(super) fn add_result(
        &mut self,
        keyname: Option<Rc<str>>,
        name: Rc<str>,
        column: &ColumnPlusNames,
        names: Vec<Rc<str>>,
    ) -> Result<(), CompileError> {
        if matches!(column.expr.ty().kind, crate::sql::types::TypeKind::Tuple(_)) {
            return Err(CompileError::compile(
                "Most backends don't support SELECTing from a tuple() object.  If this is an ORM query, consider using \
                 the Bundle object.",
            ));
        }
        let (targets, names) = if column.repeated {
            (Vec::new(), keyname.iter().cloned().collect())
        } else {
            (vec![column.expr.clone()], names)
        };
        self.result_columns.push(ResultColumn { keyname, name, targets, names, ty: column.expr.ty().clone() });
        Ok(())
    }

    /// The result entry of a column that renders without a label.
    fn add_plain_result(&mut self, column: &ColumnPlusNames) -> Result<(), CompileError> {
        let mut expr = &column.expr;
        loop {
            match expr.kind() {
                ExprKind::Grouping(inner) => expr = inner,
                ExprKind::Unary { element, .. } => expr = element,
                ExprKind::List { op: Op::Comma, clauses, .. } if !clauses.is_empty() => expr = &clauses[0],
                _ => break,
            }
        }
        match expr.kind() {
            ExprKind::Column(it) => {
                let name = self.column_text(it)?.text;
                if &*name == "*" {
                    self.ordered_columns = false;
                    self.ad_hoc_textual = true;
                }
                let mut names = vec![name.clone(), it.key()];
                names.extend(tq_label(expr).map(|label| self.anon.apply(&label)));
                names.dedup();
                self.add_result(Some(name.clone()), name, column, names)?;
                if !expr.is(&column.expr)
                    && !column.repeated
                    && let Some(last) = self.result_columns.last_mut()
                {
                    last.targets.push(expr.clone());
                }
            }
            ExprKind::Text(_) => {
                self.ordered_columns = false;
                self.ad_hoc_textual = true;
                self.add_result(None, "".into(), column, Vec::new())?;
            }
            _ => {
                let name = name_of(expr).unwrap_or_else(|| anon_name_label(expr));
                let name = self.given_or_label_text('c', &name).text;
                self.add_result(Some(name.clone()), name.clone(), column, vec![name])?;
            }
        }
        Ok(())
    }

    fn group_by(&mut self, items: &[Expr], kw: &Kw<'_>) -> Result<String, CompileError> {
        // A SELECT stands there as it is.
        if let [item] = items
            && let ExprKind::Subquery(query) = item.kind()
        {
            return Ok(format!(" GROUP BY {}", self.query(query, kw)?));
        }
        let text = self.joined(items, ", ", kw)?;
        Ok(if text.is_empty() { text } else { format!(" GROUP BY {text}") })
    }

    fn order_by(&mut self, items: &[Expr], kw: &Kw<'_>) -> Result<String, CompileError> {
        let text = self.joined(items, ", ", kw)?;
        Ok(if text.is_empty() { text } else { format!(" ORDER BY {text}") })
    }

    /// The number behind OFFSET and FETCH; Oracle gets a plain one written out.
    fn row_count(&mut self, count: &Expr, kw: &Kw<'_>) -> Result<String, CompileError> {
        let is_plain = matches!(count.kind(), ExprKind::Bind(bind) if bind.is_row_count);
        let literal_execute = kw.literal_execute || (is_plain && self.dialect.kind == DialectKind::Oracle);
        self.expr(count, &Kw { literal_execute, ..*kw })
    }

    fn row_limit(
        &mut self,
        limit: Option<&Expr>,
        offset: Option<&Expr>,
        fetch: Option<&(Expr, crate::sql::select::FetchOptions)>,
        kw: &Kw<'_>,
    ) -> Result<String, CompileError> {
        let mut text = String::new();
        let oracle = self.dialect.kind == DialectKind::Oracle;
        let as_fetch = limit.filter(|_| oracle).map(|it| (it.clone(), crate::sql::select::FetchOptions::default()));
        let fetch = fetch.or(as_fetch.as_ref());
        if let Some((count, options)) = fetch {
            if let Some(offset) = offset {
                let offset = self.row_count(offset, kw)?;
                text += &if self.dialect.kind == DialectKind::Postgresql {
                    format!("\n OFFSET ({offset}) ROWS")
                } else {
                    format!("\n OFFSET {offset} ROWS")
                };
            }
            let count = self.row_count(count, kw)?;
            let count = if self.dialect.kind == DialectKind::Postgresql { format!("({count})") } else { count };
            text += &format!(
                "\n FETCH {}FIRST {count}{} ROWS {}",
                if oracle && options.approximate { "APPROX " } else { "" },
                if options.percent { " PERCENT" } else { "" },
                if options.with_ties { "WITH TIES" } else { "ONLY" }
            );
            return Ok(text);
        }
        if limit.is_none() && offset.is_none() {
            return Ok(text);
        }
        if let Some(offset) = offset.filter(|_| oracle) {
            return Ok(format!("\n OFFSET {} ROWS", self.row_count(offset, kw)?));
        }
        if self.dialect.kind == DialectKind::Mysql {
            return Ok(match (limit, offset) {
                (limit, Some(offset)) => {
                    // MySQL puts the offset first.
                    let offset = self.expr(offset, kw)?;
                    let limit_text = match limit {
                        Some(limit) => Some(self.expr(limit, kw)?),
                        None => None,
                    };
                    format!(" \n LIMIT {offset}, {}", limit_text.unwrap_or_else(|| "18446744073709551615".to_owned()))
                }
                (Some(limit), None) => format!(" \n LIMIT {}", self.expr(limit, kw)?),
                (None, None) => String::new(),
            });
        }
        let pg = self.dialect.kind == DialectKind::Postgresql;
        if let Some(limit) = limit {
            text += if pg { " \n LIMIT " } else { "\n LIMIT " };
            text += &self.expr(limit, kw)?;
        }
        match offset {
            Some(offset) => {
                if limit.is_none() {
                    text += &match self.dialect.kind {
                        DialectKind::Sqlite => {
                            // As the reference: without the wish for written out values.
                            let plain = Kw::default();
                            format!("\n LIMIT {}", self.local_bind(Value::Int(-1), integer_type(), &plain)?)
                        }
                        DialectKind::Postgresql => "\n LIMIT ALL".to_owned(),
                        _ => "\n LIMIT -1".to_owned(),
                    };
                }
                text += " OFFSET ";
                text += &self.expr(offset, kw)?;
            }
            None if self.dialect.kind == DialectKind::Sqlite => {
                text += " OFFSET ";
                text += &self.local_bind(Value::Int(0), integer_type(), kw)?;
            }
            None => {}
        }
        Ok(text)
    }

    fn for_update(&mut self, lock: &ForUpdate, kw: &Kw<'_>) -> Result<String, CompileError> {
        let kind = self.dialect.kind;
        if kind == DialectKind::Sqlite || (kind == DialectKind::Oracle && self.stack.len() > 1) {
            return Ok(String::new());
        }
        if kind == DialectKind::Default {
            return Ok(" FOR UPDATE".to_owned());
        }
        let mut text = match (kind, lock.read, lock.key_share) {
            (DialectKind::Mysql, true, _) => " LOCK IN SHARE MODE",
            (_, true, true) => " FOR KEY SHARE",
            (_, true, false) => " FOR SHARE",
            (DialectKind::Postgresql, false, true) => " FOR NO KEY UPDATE",
            _ => " FOR UPDATE",
        }
        .to_owned();
        if kind == DialectKind::Oracle {
            " FOR UPDATE".clone_into(&mut text);
            if !lock.of.is_empty() {
                text += &format!(" OF {}", self.oracle_lock(&lock.of, kw)?);
            }
        }
        // MySQL's OF depends on the server's version, which nobody knows here.
        if !lock.of.is_empty() && kind == DialectKind::Postgresql {
            let mut tables: Vec<String> = Vec::new();
            for item in &lock.of {
                let froms = crate::sql::traverse::froms_in(item);
                if froms.is_empty() {
                    tables.push(self.expr(item, kw)?);
                }
                for from in froms {
                    let name = match &from {
                        From::Alias(alias) => self.alias_name(&alias.name),
                        other => crate::sql::build::from_description(other).into(),
                    };
                    let name = self.quote_name(&name);
                    if !tables.contains(&name) {
                        tables.push(name);
                    }
                }
            }
            text += &format!(" OF {}", tables.join(", "));
        }
        if lock.nowait {
            text += " NOWAIT";
        }
        if lock.skip_locked {
            text += " SKIP LOCKED";
        }
        Ok(text)
    }

    fn compound_keyword(&self, keyword: CompoundKeyword) -> &'static str {
        match (self.dialect.kind, keyword) {
            (DialectKind::Oracle, CompoundKeyword::Except) => "MINUS",
            _ => keyword.as_sql(),
        }
    }

    pub(super) fn compound(&mut self, compound: &Rc<Compound>, kw: &Kw<'_>) -> Result<String, CompileError> {
        let node = || Node::Statement(Statement::Compound(compound.clone()));
        if let Some(text) = self.custom("compound_select", node, kw)? {
            return Ok(text);
        }
        let outer = self.nested.clone();
        if compound.nested.is_some() {
            self.nested.clone_from(&compound.nested);
        }
        let text = self.compound_text(compound, kw);
        self.nested = outer;
        text
    }

    fn compound_text(&mut self, compound: &Rc<Compound>, kw: &Kw<'_>) -> Result<String, CompileError> {
        self.collect(&compound.params);
        let kw = Kw { within_columns: false, within_label: false, render_label: None, ..*kw };
        let toplevel = self.stack.is_empty();
        let outer = self.stack.last();
        let need_result_map = toplevel
            || (kw.compound_index.is_none_or(|it| it == 0) && outer.is_some_and(|it| it.need_result_map_for_compound));
        let (correlate, asfrom) = outer.map(|it| (it.correlate.clone(), it.asfrom.clone())).unwrap_or_default();
        let columns: Vec<Expr> = Query::Compound(compound.clone())
            .exported()
            .into_iter()
            .map(|it| {
                // What ORDER BY may name: the columns by the names that the first select gives them.
                let label = match &it.label {
                    None => crate::sql::expr::Name::Given(QuotedName::new(it.name.clone(), it.quote)),
                    Some(_) => return it.expr,
                };
                Expr::new(ExprKind::Label { name: label, element: it.expr.clone() }, it.expr.ty().clone())
            })
            .collect();
        self.stack.push(StackEntry {
            correlate,
            asfrom,
            labels: Some(LabelSource { columns, froms: Vec::new(), is_compound: true }),
            need_result_map_for_compound: need_result_map,
            first_columns: None,
        });
        self.independent_ctes(&compound.independent_ctes, &[], &kw)?;
        let mut parts = Vec::with_capacity(compound.selects.len());
        if let [Query::Text(_), rest @ ..] = &compound.selects[..]
            && rest.iter().any(|it| matches!(it, Query::Select(_)))
        {
            // The reference looks for a number that only a SELECT leaves behind.
            return Err(CompileError::Key("select_0".to_owned()));
        }
        for (index, query) in compound.selects.iter().enumerate() {
            let inner = Kw { compound_index: Some(index), ..kw };
            let text = self.query(query, &inner)?;
            parts.push(if needs_grouping(query) { format!("({text})") } else { text });
        }
        let mut text = parts.join(&format!(" {} ", self.compound_keyword(compound.keyword)));
        let kw = Kw { include_table: false, asfrom: false, compound_index: None, lateral: false, ..kw };
        text += &self.group_by(&compound.group_by, &kw)?;
        text += &self.order_by(&compound.order_by, &kw)?;
        text += &self.row_limit(compound.limit.as_ref(), compound.offset.as_ref(), compound.fetch.as_ref(), &kw)?;
        let nesting = if toplevel { None } else { Some(self.stack.len()) };
        text = self.with_ctes(text, nesting, true);
        self.stack.pop();
        Ok(text)
    }
}

/// `self_group` of a select inside a set operation.
fn needs_grouping(query: &Query) -> bool {
    match query {
        Query::Select(select) => {
            select.limit.is_some() || select.offset.is_some() || select.fetch.is_some() || !select.order_by.is_empty()
        }
        Query::Compound(_) => true,
        Query::Text(_) => false,
    }
}

/// Whether a unary expression has no column right inside.
fn wraps_unnamed(element: &Expr) -> bool {
    match element.kind() {
        ExprKind::Grouping(inner) => wraps_unnamed(inner),
        ExprKind::Column(_) | ExprKind::Label { .. } => non_anon_label(element).is_none(),
        ExprKind::FromClause(_) => false,
        _ => true,
    }
}
