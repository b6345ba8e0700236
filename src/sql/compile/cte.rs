//! Common table expressions: WITH.

use super::{CompileError, Compiler, Kw};
use crate::sql::expr::Query;
use crate::sql::labels::{columns_plus_names, flat_columns};
use crate::sql::quoted_name::QuotedName;
use crate::sql::selectable::{Alias, AliasElement, AliasKind, From};
use std::rc::Rc;

/// CTEs met so far, in the order in which they will be written.
#[derive(Default)]
pub(super) struct Ctes {
    written: Vec<Cte>,
}

struct Cte {
    alias: Rc<Alias>,
    name: QuotedName,
    level: usize,
    text: Option<String>,
    recursive: bool,
    nesting: bool,
    /// `add_cte(nest_here=True)` says where it stands.
    nest_here: bool,
}

impl Compiler {
    /// A CTE: writes it for WITH when it is new; gives what stands in FROM.
    pub(super) fn cte(&mut self, alias: &Rc<Alias>, kw: &Kw<'_>) -> Result<Option<String>, CompileError> {
        let AliasKind::Cte { recursive, nesting, prefixes, suffixes } = &alias.kind else { return Ok(None) };
        let nest_here = kw.nest_cte;
        let nesting = *nesting || nest_here;
        let outer = Kw { nest_cte: false, ..*kw };
        let kw = &outer;
        let name = self.alias_name(&alias.name);
        if let Some(linter) = &mut self.linter
            && kw.asfrom
        {
            linter.add(alias.id, name.text.clone());
        }
        let level = if nesting { self.stack.len() } else { 1 };
        // A CTE and what restates it are one.
        let known = self.ctes.written.iter().position(|it| reference(&it.alias) == reference(alias));
        if let Some(at) = known
            && nest_here
        {
            let cte = &mut self.ctes.written[at];
            if cte.nest_here {
                return Err(CompileError::compile("CTE is stated as 'nest_here' in more than one location"));
            }
            (cte.level, cte.nesting, cte.nest_here) = (level, true, true);
        }
        let existing = known.or_else(|| self.ctes.written.iter().position(|it| it.name == name && it.level == level));
        let within_it = existing.is_some_and(|it| kw.visiting_cte == Some(self.ctes.written[it].alias.id));
        let mut is_new = true;
        if let Some(at) = existing {
            let seen = self.ctes.written[at].alias.clone();
            if seen.id == alias.id || same_cte(&seen, alias) {
                is_new = false;
            } else if restates(&seen, alias) {
                // The one written encloses the new one: it restates it.
                is_new = false;
            } else if restates(alias, &seen) {
                self.ctes.written.remove(at);
            } else {
                return Err(CompileError::compile(format!(
                    "Multiple, unrelated CTEs found with the same name: {}",
                    crate::util::pyrepr::str_repr(&name)
                )));
            }
        }
        let aliased = aliased_cte(alias);
        if is_new {
            self.ctes.written.push(Cte {
                alias: alias.clone(),
                name: name.clone(),
                level,
                text: None,
                recursive: *recursive,
                nesting,
                nest_here,
            });
        }
        // An alias of a CTE: the CTE itself is written, and shows as `cte AS alias`.
        if let Some(named) = aliased {
            if is_new {
                self.cte(named, &Kw { asfrom: false, visiting_cte: Some(alias.id), ..*kw })?;
            }
            let quoted = self.quote_name(&name);
            if !is_new && within_it {
                return Ok(kw.asfrom.then_some(quoted));
            }
            let named = self.alias_name(&named.name);
            return Ok(kw.asfrom.then(|| self.dialect.as_alias(&self.quote_name(&named), &quoted)));
        }
        if is_new {
            let mut text = self.quote_name(&name);
            let names_columns = *recursive || is_values(alias);
            if names_columns {
                let columns = self.cte_columns(alias)?;
                text = format!("{text}({})", columns.join(", "));
            }
            let inner_kw = Kw {
                asfrom: true,
                visiting_cte: Some(alias.id),
                within_columns: false,
                within_label: false,
                render_label: None,
                include_table: true,
                compound_index: None,
                ..*kw
            };
            if self.stack.is_empty() {
                // By itself it shows as what it stands for.
                return self.alias_element(alias, &outer).map(Some);
            }
            let linter = self.linter.take();
            let inner = self.cte_element(alias, &inner_kw);
            self.linter = linter;
            let inner = inner?;
            text = format!("{text} AS {}\n({inner})", self.prefixes(prefixes, kw)?);
            if !suffixes.is_empty() {
                text = format!("{text} {}", self.prefixes(suffixes, kw)?);
            }
            // A CTE that restates this one may have taken its place meanwhile; and what this one uses
            // stands before it.
            if let Some(at) = self.ctes.written.iter().position(|it| it.alias.id == alias.id) {
                let mut cte = self.ctes.written.remove(at);
                cte.text = Some(text);
                self.ctes.written.push(cte);
            }
        }
        Ok(kw.asfrom.then(|| self.quote_name(&name)))
    }

    /// What `add_cte()` gave a statement. `nested`: ids of those with `nest_here`.
    pub(super) fn independent_ctes(
        &mut self,
        ctes: &[Rc<Alias>],
        nested: &[u32],
        kw: &Kw<'_>,
    ) -> Result<(), CompileError> {
        for cte in ctes {
            self.cte(cte, &Kw { asfrom: false, nest_cte: nested.contains(&cte.id), ..*kw })?;
        }
        Ok(())
    }

    fn cte_element(&mut self, alias: &Rc<Alias>, kw: &Kw<'_>) -> Result<String, CompileError> {
        match &alias.element {
            AliasElement::Query(query) => self.query(query, kw),
            AliasElement::Dml(dml) => self.dml(dml, Some(alias.id), kw),
            AliasElement::From(from @ From::Alias(values)) => {
                self.from(from, &Kw { visiting_cte: Some(values.id), ..*kw })
            }
            AliasElement::From(from) => self.from(from, kw),
            AliasElement::Expr(expr, _) => self.expr(expr, &Kw { asfrom: false, ..*kw }),
            AliasElement::Values(_) => self.values(alias, &Kw { asfrom: false, ..*kw }),
        }
    }

    /// Names of a recursive CTE's columns.
    fn cte_columns(&mut self, alias: &Rc<Alias>) -> Result<Vec<String>, CompileError> {
        let mut query = match &alias.element {
            AliasElement::Query(query) => query.clone(),
            _ => return Ok(alias.columns().iter().map(|it| self.dialect.quote(&it.name(), it.quote)).collect()),
        };
        while let Query::Compound(compound) = &query {
            match compound.selects.first() {
                Some(first) => query = first.clone(),
                None => return Ok(Vec::new()),
            }
        }
        match &query {
            Query::Select(select) => {
                let flat = flat_columns(&select.columns);
                let columns = columns_plus_names(&flat, select.label_style, true);
                Ok(columns
                    .into_iter()
                    .filter(|it| !it.repeated)
                    .map(|it| {
                        let label = it.fallback.or_else(|| crate::sql::labels::name_of(&it.expr));
                        let name = label.map(|it| self.label_text('c', &it)).unwrap_or_else(|| "".into());
                        self.quote_name(&name)
                    })
                    .collect())
            }
            _ => Ok(alias.columns().iter().map(|it| self.dialect.quote(&it.name(), it.quote)).collect()),
        }
    }

    /// The text with WITH before it, if any CTE belongs there.
    ///
    /// `nesting`: depth of the statement, `None` at the top. `following`: CTEs nested in the parts of a set
    /// operation are written here too.
    pub(super) fn with_ctes(&mut self, text: String, nesting: Option<usize>, following: bool) -> String {
        let here = self.ctes_here(nesting, following);
        here.map_or(text.clone(), |with| with + &text)
    }

    /// `WITH a AS (...), ...\n `, or nothing.
    pub(super) fn ctes_here(&mut self, nesting: Option<usize>, following: bool) -> Option<String> {
        if self.ctes.written.is_empty() {
            return None;
        }
        let chosen: Vec<usize> = match nesting {
            Some(depth) if depth > 1 => self
                .ctes
                .written
                .iter()
                .enumerate()
                .filter(|(_, it)| it.nesting && (it.level == depth || (following && it.level == depth + 1)))
                .map(|(index, _)| index)
                .collect(),
            _ => (0..self.ctes.written.len()).collect(),
        };
        let chosen: Vec<usize> = chosen.into_iter().filter(|it| self.ctes.written[*it].text.is_some()).collect();
        if chosen.is_empty() {
            return None;
        }
        let recursive = chosen.iter().any(|it| self.ctes.written[*it].recursive);
        let texts: Vec<String> = chosen.iter().filter_map(|it| self.ctes.written[*it].text.clone()).collect();
        if nesting.is_some_and(|it| it > 1) {
            for index in chosen.into_iter().rev() {
                self.ctes.written.remove(index);
            }
        }
        let recursive = recursive && self.dialect.kind != super::DialectKind::Oracle;
        let word = if recursive { "WITH RECURSIVE" } else { "WITH" };
        Some(format!("{word} {}\n ", texts.join(", \n")))
    }
}

/// The number of a CTE, or of the one that it restates.
fn reference(alias: &Alias) -> u32 {
    alias.restated().unwrap_or(alias.id)
}

/// The CTE that this is an alias of, however often that was aliased again.
fn aliased_cte(alias: &Alias) -> Option<&Rc<Alias>> {
    match &alias.element {
        AliasElement::From(From::Alias(inner)) if matches!(inner.kind, AliasKind::Cte { .. }) => {
            Some(aliased_cte(inner).unwrap_or(inner))
        }
        _ => None,
    }
}

/// Whether `new` is the restatement of `old`: a recursive CTE after `union()`.
fn restates(new: &Alias, old: &Alias) -> bool {
    new.name == old.name && new.restated() == Some(old.id)
}

/// Two aliases over the very same query.
fn same_cte(a: &Alias, b: &Alias) -> bool {
    match (&a.element, &b.element) {
        (AliasElement::Query(Query::Select(x)), AliasElement::Query(Query::Select(y))) => Rc::ptr_eq(x, y),
        (AliasElement::Query(Query::Compound(x)), AliasElement::Query(Query::Compound(y))) => Rc::ptr_eq(x, y),
        _ => false,
    }
}

fn is_values(alias: &Alias) -> bool {
    match &alias.element {
        AliasElement::From(From::Alias(inner)) => matches!(inner.kind, AliasKind::Values),
        AliasElement::Expr(..) | AliasElement::Values(_) => true,
        _ => false,
    }
}
