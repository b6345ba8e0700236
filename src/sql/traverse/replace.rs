//! Replacement: a copy of an expression or statement with some parts exchanged. Only what changes is
//! copied.

use crate::sql::expr::{Expr, ExprKind, Function, Over, Query};
use crate::sql::select::{
    Compound, Correlate, Distinct, ForUpdate, JoinSetup, JoinTarget, OnClause, Select, SelectItem,
};
use crate::sql::selectable::{Alias, AliasElement, From, Join};
use std::collections::HashMap;
use std::rc::Rc;

/// What to put in place of an expression; `None` keeps it and looks inside.
type Replacement<'r> = dyn FnMut(&Expr) -> Option<Expr> + 'r;

/// The expression with parts exchanged. Goes into subqueries.
pub fn replace(expr: &Expr, with: &mut Replacement<'_>) -> Expr {
    Replacer { with, aliases: HashMap::new() }.expr(expr).unwrap_or_else(|| expr.clone())
}

/// The same in a whole select.
pub fn replace_in_select(select: &Rc<Select>, with: &mut Replacement<'_>) -> Rc<Select> {
    Replacer { with, aliases: HashMap::new() }.select(select).unwrap_or_else(|| select.clone())
}

/// The same in any query.
pub fn replace_in_query(query: &Query, with: &mut Replacement<'_>) -> Query {
    Replacer { with, aliases: HashMap::new() }.query(query).unwrap_or_else(|| query.clone())
}

/// The same in a FROM object: ON clauses of joins, subqueries.
pub fn replace_in_from(from: &From, with: &mut Replacement<'_>) -> From {
    Replacer { with, aliases: HashMap::new() }.from(from).unwrap_or_else(|| from.clone())
}

/// `ClauseAdapter(selectable).traverse(expr)`: columns become the corresponding columns of `target`.
pub fn adapt_to(expr: &Expr, target: &From) -> Expr {
    adapt_to_with(expr, target, &mut |_| true)
}

/// The same for columns that `include` lets through.
pub fn adapt_to_with(expr: &Expr, target: &From, include: &mut dyn FnMut(&Expr) -> bool) -> Expr {
    replace(expr, &mut |it| {
        let column = it.as_column()?;
        if !include(it) {
            return None;
        }
        let found = target.corresponding_column(column)?;
        Some(if found.id == column.id { it.clone() } else { Expr::entity_or_column(it, &found) })
    })
}

struct Replacer<'a, 'r> {
    with: &'a mut Replacement<'r>,
    /// Aliases already rewritten, so that all references get the same new one.
    aliases: HashMap<u32, Option<Rc<Alias>>>,
}

impl Replacer<'_, '_> {
    fn list(&mut self, items: &[Expr]) -> Option<Vec<Expr>> {
        let mut out: Option<Vec<Expr>> = None;
        for (index, item) in items.iter().enumerate() {
            if let Some(new) = self.expr(item) {
                out.get_or_insert_with(|| items.to_vec())[index] = new;
            }
        }
        out
    }

    fn optional(&mut self, item: &Option<Expr>) -> Option<Option<Expr>> {
        item.as_ref().and_then(|it| self.expr(it)).map(Some)
    }

    /// The new expression, or `None` when nothing changed.
    #[allow(clippy::too_many_lines)]
    fn expr(&mut self, expr: &Expr) -> Option<Expr> {
        if let Some(new) = (self.with)(expr) {
            return if new.is(expr) { None } else { Some(new) };
        }
        let kind = match expr.kind() {
            ExprKind::Column(column) => {
                // A column of a subquery that was rewritten follows it.
                let Some(From::Alias(alias)) = column.table.borrow().clone() else { return None };
                let new = self.aliases.get(&alias.id)?.clone()?;
                let index = column.id.index as usize;
                let found = new.columns().get(index)?.clone();
                return Some(Expr::entity_or_column(expr, &found));
            }
            ExprKind::Bind(_)
            | ExprKind::Null
            | ExprKind::True
            | ExprKind::False
            | ExprKind::Text(_)
            | ExprKind::TextualLabelReference(_)
            | ExprKind::CollationClause(_)
            | ExprKind::ScalarValues(_)
            | ExprKind::Custom => return None,
            ExprKind::FromClause(from) => ExprKind::FromClause(self.from(from)?),
            ExprKind::Binary { op, left, right, modifiers } => {
                let (new_left, new_right) = (self.expr(left), self.expr(right));
                if new_left.is_none() && new_right.is_none() {
                    return None;
                }
                ExprKind::Binary {
                    op: op.clone(),
                    left: new_left.unwrap_or_else(|| left.clone()),
                    right: new_right.unwrap_or_else(|| right.clone()),
                    modifiers: modifiers.clone(),
                }
            }
            ExprKind::Unary { operator, modifier, element } => {
                ExprKind::Unary { operator: operator.clone(), modifier: modifier.clone(), element: self.expr(element)? }
            }
            ExprKind::List { op, clauses, group } => {
                ExprKind::List { op: op.clone(), clauses: self.list(clauses)?, group: *group }
            }
            ExprKind::Grouping(inner) => ExprKind::Grouping(self.expr(inner)?),
            ExprKind::Label { name, element } => ExprKind::Label { name: name.clone(), element: self.expr(element)? },
            ExprKind::LabelReference(inner) => ExprKind::LabelReference(self.expr(inner)?),
            ExprKind::Function(function) => {
                let (args, order_by) = (self.list(&function.args), self.list(&function.order_by));
                if args.is_none() && order_by.is_none() {
                    return None;
                }
                ExprKind::Function(Function {
                    args: args.unwrap_or_else(|| function.args.clone()),
                    order_by: order_by.unwrap_or_else(|| function.order_by.clone()),
                    ..function.clone()
                })
            }
            ExprKind::FunctionFilter { function, criterion } => {
                let (new_function, new_criterion) = (self.expr(function), self.expr(criterion));
                if new_function.is_none() && new_criterion.is_none() {
                    return None;
                }
                ExprKind::FunctionFilter {
                    function: new_function.unwrap_or_else(|| function.clone()),
                    criterion: new_criterion.unwrap_or_else(|| criterion.clone()),
                }
            }
            ExprKind::Over(over) => {
                let element = self.expr(&over.element);
                let (partition_by, order_by) = (self.list(&over.partition_by), self.list(&over.order_by));
                if element.is_none() && partition_by.is_none() && order_by.is_none() {
                    return None;
                }
                ExprKind::Over(Over {
                    element: element.unwrap_or_else(|| over.element.clone()),
                    partition_by: partition_by.unwrap_or_else(|| over.partition_by.clone()),
                    order_by: order_by.unwrap_or_else(|| over.order_by.clone()),
                    frame: over.frame.clone(),
                })
            }
            ExprKind::WithinGroup { function, order_by } => {
                let (new_function, new_order) = (self.expr(function), self.list(order_by));
                if new_function.is_none() && new_order.is_none() {
                    return None;
                }
                ExprKind::WithinGroup {
                    function: new_function.unwrap_or_else(|| function.clone()),
                    order_by: new_order.unwrap_or_else(|| order_by.clone()),
                }
            }
            ExprKind::Case { value, whens, else_ } => {
                let (new_value, new_else) = (self.optional(value), self.optional(else_));
                let flat: Vec<Expr> = whens.iter().flat_map(|(a, b)| [a.clone(), b.clone()]).collect();
                let new_flat = self.list(&flat);
                if new_value.is_none() && new_else.is_none() && new_flat.is_none() {
                    return None;
                }
                let flat = new_flat.unwrap_or(flat);
                ExprKind::Case {
                    value: new_value.unwrap_or_else(|| value.clone()),
                    whens: flat.as_chunks::<2>().0.iter().map(|[a, b]| (a.clone(), b.clone())).collect(),
                    else_: new_else.unwrap_or_else(|| else_.clone()),
                }
            }
            ExprKind::Cast { element, try_cast } => {
                ExprKind::Cast { element: self.expr(element)?, try_cast: *try_cast }
            }
            ExprKind::TypeCoerce(inner) => ExprKind::TypeCoerce(self.expr(inner)?),
            ExprKind::DmlTargetCopy(inner) => ExprKind::DmlTargetCopy(self.expr(inner)?),
            ExprKind::Extract { field, element } => {
                ExprKind::Extract { field: field.clone(), element: self.expr(element)? }
            }
            ExprKind::Tuple(items) => ExprKind::Tuple(self.list(items)?),
            ExprKind::ScalarSelect(query) => ExprKind::ScalarSelect(self.query(query)?),
            ExprKind::Subquery(query) => ExprKind::Subquery(self.query(query)?),
        };
        Some(expr.with_kind(kind))
    }

    fn query(&mut self, query: &Query) -> Option<Query> {
        match query {
            Query::Select(select) => self.select(select).map(Query::Select),
            Query::Compound(compound) => {
                let selects: Vec<Option<Query>> = compound.selects.iter().map(|it| self.query(it)).collect();
                let (order_by, group_by) = (self.list(&compound.order_by), self.list(&compound.group_by));
                if selects.iter().all(Option::is_none) && order_by.is_none() && group_by.is_none() {
                    return None;
                }
                let mut new = Compound::clone(compound);
                for (slot, select) in new.selects.iter_mut().zip(selects) {
                    if let Some(select) = select {
                        *slot = select;
                    }
                }
                if let Some(order_by) = order_by {
                    new.order_by = order_by;
                }
                if let Some(group_by) = group_by {
                    new.group_by = group_by;
                }
                Some(Query::Compound(Rc::new(new)))
            }
            Query::Text(_) => None,
        }
    }

    fn select(&mut self, select: &Rc<Select>) -> Option<Rc<Select>> {
        let mut new: Option<Select> = None;
        macro_rules! set {
            ($field:ident, $value:expr) => {
                if let Some(value) = $value {
                    new.get_or_insert_with(|| Select::clone(select)).$field = value;
                }
            };
        }
        // FROM objects first: columns of rewritten subqueries follow them.
        set!(from_, self.froms(&select.from_));
        for item in &select.columns {
            if let SelectItem::Expr(expr) = item {
                self.enter_froms(expr);
            }
        }
        for expr in &select.where_ {
            self.enter_froms(expr);
        }
        set!(joins, self.joins(&select.joins));
        set!(columns, self.items(&select.columns));
        set!(where_, self.list(&select.where_));
        set!(group_by, self.list(&select.group_by));
        set!(having, self.list(&select.having));
        set!(order_by, self.list(&select.order_by));
        set!(limit, self.optional(&select.limit));
        set!(offset, self.optional(&select.offset));
        if let Distinct::On(items) = &select.distinct {
            set!(distinct, self.list(items).map(Distinct::On));
        }
        if let Some(lock) = &select.for_update {
            set!(for_update, self.list(&lock.of).map(|of| Some(ForUpdate { of, ..lock.clone() })));
        }
        match &select.correlate {
            Correlate::Only(froms) => set!(correlate, self.froms(froms).map(Correlate::Only)),
            Correlate::Except(froms) => set!(correlate, self.froms(froms).map(Correlate::Except)),
            Correlate::Auto => {}
        }
        new.map(Rc::new)
    }

    /// Rewrites the subqueries that an expression's columns come from.
    fn enter_froms(&mut self, expr: &Expr) {
        for from in super::froms_in(expr) {
            self.from(&from);
        }
    }

    fn items(&mut self, items: &[SelectItem]) -> Option<Vec<SelectItem>> {
        let mut out: Option<Vec<SelectItem>> = None;
        for (index, item) in items.iter().enumerate() {
            let new = match item {
                SelectItem::Expr(expr) => self.expr(expr).map(SelectItem::Expr),
                SelectItem::From(from) => self.item_from(from),
                SelectItem::Plugin(_) => None,
            };
            if let Some(new) = new {
                out.get_or_insert_with(|| items.to_vec())[index] = new;
            }
        }
        out
    }

    fn item_from(&mut self, from: &From) -> Option<SelectItem> {
        self.from(from).map(SelectItem::From)
    }

    fn froms(&mut self, froms: &[From]) -> Option<Vec<From>> {
        let mut out: Option<Vec<From>> = None;
        for (index, from) in froms.iter().enumerate() {
            if let Some(new) = self.from(from) {
                out.get_or_insert_with(|| froms.to_vec())[index] = new;
            }
        }
        out
    }

    fn joins(&mut self, joins: &[JoinSetup]) -> Option<Vec<JoinSetup>> {
        let mut changed = false;
        let new = joins
            .iter()
            .map(|setup| {
                let mut new = setup.clone();
                if let JoinTarget::From(from) = &setup.target
                    && let Some(from) = self.from(from)
                {
                    new.target = JoinTarget::From(from);
                    changed = true;
                }
                if let Some(OnClause::Expr(expr)) = &setup.onclause
                    && let Some(expr) = self.expr(expr)
                {
                    new.onclause = Some(OnClause::Expr(expr));
                    changed = true;
                }
                if let Some(JoinTarget::From(from)) = &setup.left
                    && let Some(from) = self.from(from)
                {
                    new.left = Some(JoinTarget::From(from));
                    changed = true;
                }
                if let Some(columns) = setup.columns.as_ref().and_then(|it| self.items(it)) {
                    new.columns = Some(columns.into());
                    changed = true;
                }
                new
            })
            .collect();
        changed.then_some(new)
    }

    fn from(&mut self, from: &From) -> Option<From> {
        // A FROM object may itself be replaced, through an expression that stands for it.
        let stand_in = Expr::new(ExprKind::FromClause(from.clone()), crate::sql::types::null_type());
        if let Some(new) = (self.with)(&stand_in)
            && let ExprKind::FromClause(new) = new.kind()
        {
            return if new.id() == from.id() { None } else { Some(new.clone()) };
        }
        match from {
            From::Table(_) | From::Lightweight(_) | From::Text(_) => None,
            From::Join(join) => {
                let (left, right) = (self.from(&join.left), self.from(&join.right));
                let onclause = self.optional(&join.onclause);
                if left.is_none() && right.is_none() && onclause.is_none() {
                    return None;
                }
                Some(From::Join(Join::new(
                    left.unwrap_or_else(|| join.left.clone()),
                    right.unwrap_or_else(|| join.right.clone()),
                    onclause.unwrap_or_else(|| join.onclause.clone()),
                    join.is_outer,
                    join.full,
                )))
            }
            From::Alias(alias) => self.alias(alias).map(From::Alias),
        }
    }

    fn alias(&mut self, alias: &Rc<Alias>) -> Option<Rc<Alias>> {
        if let Some(seen) = self.aliases.get(&alias.id) {
            return seen.clone();
        }
        self.aliases.insert(alias.id, None);
        let element = match &alias.element {
            AliasElement::Query(query) => self.query(query).map(AliasElement::Query),
            AliasElement::From(inner) => self.from(inner).map(AliasElement::From),
            AliasElement::Expr(expr, columns) => self.expr(expr).map(|it| AliasElement::Expr(it, columns.clone())),
            _ => None,
        };
        let new = element.map(|element| Alias::named(element, alias.kind.clone(), alias.name.clone()));
        self.aliases.insert(alias.id, new.clone());
        new
    }
}
