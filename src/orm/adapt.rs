//! Rewriting expressions: replacing columns by those of an alias or subquery. Mirrors `ClauseAdapter` and
//! `visitors.replacement_traverse` of `sql/util.py`, as far as the ORM needs them.

use crate::sql::expr::{Expr, ExprKind, ExprNode, Function, Over, Query};
use crate::sql::schema::{ColumnId, ColumnRef};
use crate::sql::select::{Compound, Correlate, Distinct, Select, SelectItem};
use crate::sql::selectable::{From, Join};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// Decides what takes the place of an expression or a FROM object.
pub trait Replace {
    /// What takes its place; `None` looks inside.
    fn expr(&self, expr: &Expr) -> Option<Expr>;
    /// What takes its place in a nested FROM or correlation list.
    fn from(&self, _from: &From) -> Option<From> {
        None
    }
}

impl<F: Fn(&Expr) -> Option<Expr>> Replace for F {
    fn expr(&self, expr: &Expr) -> Option<Expr> {
        self(expr)
    }
}

/// The expression with parts replaced; the very same node when nothing was.
pub fn replace(expr: &Expr, with: &dyn Replace) -> Expr {
    replaced(expr, with).unwrap_or_else(|| expr.clone())
}

/// All of them with parts replaced.
pub fn replace_all(exprs: &[Expr], with: &dyn Replace) -> Vec<Expr> {
    exprs.iter().map(|it| replace(it, with)).collect()
}

/// Calls `visit` with the expression and everything inside it, nested selects included.
pub fn visit(expr: &Expr, visit: &mut dyn FnMut(&Expr)) {
    let visit = std::cell::RefCell::new(visit);
    replaced(expr, &|it: &Expr| {
        (visit.borrow_mut())(it);
        None
    });
}

/// Column expressions inside, nested selects not included.
pub fn find_columns(expr: &Expr) -> Vec<Expr> {
    let found = std::cell::RefCell::new(Vec::new());
    replaced(expr, &|it: &Expr| {
        match it.kind() {
            ExprKind::Column(_) => found.borrow_mut().push(it.clone()),
            ExprKind::ScalarSelect(_) | ExprKind::Subquery(_) => return Some(it.clone()),
            _ => {}
        }
        None
    });
    found.into_inner()
}

#[allow(clippy::too_many_lines)]
fn replaced(expr: &Expr, with: &dyn Replace) -> Option<Expr> {
    if let Some(new) = with.expr(expr) {
        return (!new.is(expr)).then_some(new);
    }
    let one = |it: &Expr| replaced(it, with);
    let kind = match expr.kind() {
        ExprKind::Binary { op, left, right, modifiers } => {
            let (new_left, new_right) = (one(left), one(right));
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
            ExprKind::Unary { operator: operator.clone(), modifier: modifier.clone(), element: one(element)? }
        }
        ExprKind::List { op, clauses, group } => {
            ExprKind::List { op: op.clone(), clauses: list(clauses, with)?, group: *group }
        }
        ExprKind::Grouping(inner) => ExprKind::Grouping(one(inner)?),
        ExprKind::Label { name, element } => ExprKind::Label { name: name.clone(), element: one(element)? },
        ExprKind::LabelReference(inner) => ExprKind::LabelReference(one(inner)?),
        ExprKind::Function(function) => {
            let args = list(&function.args, with);
            let order_by = list(&function.order_by, with);
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
            let (new_function, new_criterion) = (one(function), one(criterion));
            if new_function.is_none() && new_criterion.is_none() {
                return None;
            }
            ExprKind::FunctionFilter {
                function: new_function.unwrap_or_else(|| function.clone()),
                criterion: new_criterion.unwrap_or_else(|| criterion.clone()),
            }
        }
        ExprKind::Over(over) => {
            let (element, partition_by, order_by) =
                (one(&over.element), list(&over.partition_by, with), list(&over.order_by, with));
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
            let (new_function, new_order) = (one(function), list(order_by, with));
            if new_function.is_none() && new_order.is_none() {
                return None;
            }
            ExprKind::WithinGroup {
                function: new_function.unwrap_or_else(|| function.clone()),
                order_by: new_order.unwrap_or_else(|| order_by.clone()),
            }
        }
        ExprKind::Case { value, whens, else_ } => {
            let mut changed = false;
            let mut go = |it: &Expr| {
                one(it).map_or_else(
                    || it.clone(),
                    |new| {
                        changed = true;
                        new
                    },
                )
            };
            let value = value.as_ref().map(&mut go);
            let whens = whens.iter().map(|(when, then)| (go(when), go(then))).collect();
            let else_ = else_.as_ref().map(&mut go);
            if !changed {
                return None;
            }
            ExprKind::Case { value, whens, else_ }
        }
        ExprKind::Cast { element, try_cast } => ExprKind::Cast { element: one(element)?, try_cast: *try_cast },
        ExprKind::TypeCoerce(inner) => ExprKind::TypeCoerce(one(inner)?),
        ExprKind::DmlTargetCopy(inner) => ExprKind::DmlTargetCopy(one(inner)?),
        ExprKind::Extract { field, element } => ExprKind::Extract { field: field.clone(), element: one(element)? },
        ExprKind::Tuple(items) => ExprKind::Tuple(list(items, with)?),
        ExprKind::ScalarSelect(query) => ExprKind::ScalarSelect(replaced_query(query, with)?),
        ExprKind::Subquery(query) => ExprKind::Subquery(replaced_query(query, with)?),
        _ => return None,
    };
    Some(expr.with_kind(kind))
}

fn list(items: &[Expr], with: &dyn Replace) -> Option<Vec<Expr>> {
    let mut out: Option<Vec<Expr>> = None;
    for (index, item) in items.iter().enumerate() {
        if let Some(new) = replaced(item, with) {
            out.get_or_insert_with(|| items.to_vec())[index] = new;
        }
    }
    out
}

fn replaced_query(query: &Query, with: &dyn Replace) -> Option<Query> {
    match query {
        Query::Select(select) => replaced_select(select, with).map(|it| Query::Select(Rc::new(it))),
        Query::Compound(compound) => {
            let selects: Vec<_> = compound.selects.iter().map(|it| replaced_query(it, with)).collect();
            if selects.iter().all(Option::is_none) {
                return None;
            }
            let selects =
                selects.into_iter().zip(&compound.selects).map(|(new, old)| new.unwrap_or_else(|| old.clone()));
            Some(Query::Compound(Rc::new(Compound { selects: selects.collect(), ..(**compound).clone() })))
        }
        Query::Text(_) => None,
    }
}

/// A nested select with parts replaced; `None` when nothing was.
pub fn replaced_select(select: &Select, with: &dyn Replace) -> Option<Select> {
    let mut new = select.clone();
    let mut changed = false;
    for item in &mut new.columns {
        if let SelectItem::Expr(expr) = item
            && let Some(replacement) = replaced(expr, with)
        {
            *expr = replacement;
            changed = true;
        }
    }
    for from in &mut new.from_ {
        if let Some(replacement) = replaced_from(from, with) {
            *from = replacement;
            changed = true;
        }
    }
    for exprs in [&mut new.where_, &mut new.group_by, &mut new.having, &mut new.order_by] {
        if let Some(replacement) = list(exprs, with) {
            *exprs = replacement;
            changed = true;
        }
    }
    if let Distinct::On(exprs) = &mut new.distinct
        && let Some(replacement) = list(exprs, with)
    {
        *exprs = replacement;
        changed = true;
    }
    for expr in [&mut new.limit, &mut new.offset].into_iter().flatten() {
        if let Some(replacement) = replaced(expr, with) {
            *expr = replacement;
            changed = true;
        }
    }
    // Correlation follows what was replaced, but does not count as a change of its own.
    if changed && let Correlate::Only(froms) | Correlate::Except(froms) = &mut new.correlate {
        for from in froms {
            if let Some(replacement) = with.from(from) {
                *from = replacement;
            }
        }
    }
    changed.then_some(new)
}

fn replaced_from(from: &From, with: &dyn Replace) -> Option<From> {
    if let Some(new) = with.from(from) {
        return (new.id() != from.id()).then_some(new);
    }
    let From::Join(join) = from else { return None };
    let (left, right) = (replaced_from(&join.left, with), replaced_from(&join.right, with));
    let onclause = join.onclause.as_ref().and_then(|it| replaced(it, with));
    if left.is_none() && right.is_none() && onclause.is_none() {
        return None;
    }
    Some(From::Join(Join::new(
        left.unwrap_or_else(|| join.left.clone()),
        right.unwrap_or_else(|| join.right.clone()),
        onclause.or_else(|| join.onclause.clone()),
        join.is_outer,
        join.full,
    )))
}

/// Replaces columns by the columns of selectables that stand for them. Several targets are asked in turn.
#[derive(Clone, Default)]
pub struct Adapter {
    targets: Vec<Target>,
    /// Labels that were adapted, with what they became: the same each time, so that ORDER BY finds the column.
    labels: Rc<RefCell<Vec<(Expr, Expr)>>>,
}

/// Whether a column expression is left alone by one target.
pub type Exclude = Rc<dyn Fn(&ColumnRef, &Expr) -> bool>;

#[derive(Clone)]
struct Target {
    selectable: From,
    columns: Rc<[ColumnRef]>,
    /// Places of columns by what they stand for, where that is a plain column.
    places: Rc<HashMap<ColumnId, usize>>,
    /// Places of columns that stand for an expression, by its node.
    nodes: Rc<HashMap<*const ExprNode, usize>>,
    exclude: Option<Exclude>,
    /// Names find columns, too.
    by_name: bool,
}

impl Target {
    fn find(&self, column: &ColumnRef) -> Option<&ColumnRef> {
        match self.places.get(&column.id) {
            Some(place) => Some(&self.columns[*place]),
            None if self.by_name => self.columns.iter().find(|it| it.key() == column.name()),
            None => None,
        }
    }
}

impl std::fmt::Debug for Adapter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.targets.iter().map(|it| it.selectable.id())).finish()
    }
}

/// What a label is given to.
fn unlabelled(expr: &Expr) -> &Expr {
    match expr.kind() {
        ExprKind::Label { element, .. } => element,
        _ => expr,
    }
}

/// Columns behind those of a UNION in its second and further parts, with their places.
fn for_each_part(selectable: &From, visit: &mut dyn FnMut(usize, &ColumnRef)) {
    let From::Alias(alias) = selectable else { return };
    let crate::sql::selectable::AliasElement::Query(Query::Compound(compound)) = &alias.element else { return };
    for part in &compound.selects {
        for (place, exported) in part.exported().into_iter().enumerate() {
            let mut at = unlabelled(&exported.expr).as_column().cloned();
            while let Some(column) = at {
                visit(place, &column);
                at = column.base.as_ref().and_then(|it| it.as_column().cloned());
            }
        }
    }
}

impl Adapter {
    /// Adapts to one selectable.
    pub fn to(selectable: &From) -> Self {
        Self::default().then(selectable, None)
    }

    /// With one more selectable that is asked after those before it.
    #[must_use]
    pub fn then(mut self, selectable: &From, exclude: Option<Exclude>) -> Self {
        self.labels = Rc::default();
        let columns: Rc<[ColumnRef]> = selectable.columns().into();
        let mut places = HashMap::with_capacity(columns.len() * 2);
        let mut nodes = HashMap::new();
        for_each_part(selectable, &mut |place, column| {
            places.entry(column.id).or_insert(place);
        });
        let mut labelled = Vec::new();
        for (place, column) in columns.iter().enumerate() {
            let mut at = Some(column.clone());
            while let Some(column) = at {
                places.entry(column.id).or_insert(place);
                at = match &column.base {
                    Some(base) if base.as_column().is_none() => {
                        nodes.entry(Rc::as_ptr(&base.0)).or_insert(place);
                        if unlabelled(base).as_column().is_some() {
                            labelled.push((place, unlabelled(base).clone()));
                        }
                        None
                    }
                    base => base.as_ref().and_then(|it| it.as_column().cloned()),
                };
            }
        }
        // A label stands for its column, too, where the column itself is not there.
        for (place, base) in labelled {
            let mut at = base.as_column().cloned();
            while let Some(column) = at {
                places.entry(column.id).or_insert(place);
                at = column.base.as_ref().and_then(|it| unlabelled(it).as_column().cloned());
            }
        }
        self.targets.push(Target {
            selectable: selectable.clone(),
            columns,
            places: places.into(),
            nodes: nodes.into(),
            exclude,
            by_name: false,
        });
        self
    }

    /// Columns that are equal to others find the places of those.
    #[must_use]
    pub fn with_equivalents(mut self, pairs: &[(ColumnId, ColumnRef)]) -> Self {
        if pairs.is_empty() {
            return self;
        }
        for target in &mut self.targets {
            let mut places = (*target.places).clone();
            loop {
                let known = places.len();
                for (column, equal) in pairs {
                    if let (None, Some(place)) = (places.get(column), places.get(&equal.id).copied()) {
                        places.insert(*column, place);
                    }
                }
                if places.len() == known {
                    break;
                }
            }
            target.places = places.into();
        }
        self
    }

    /// Columns that find nothing else find the column of their name.
    #[must_use]
    pub fn by_names(mut self) -> Self {
        for target in &mut self.targets {
            target.by_name = true;
        }
        self
    }

    /// With the targets of another after those of this one.
    #[must_use]
    pub fn chain(mut self, other: &Adapter) -> Self {
        self.targets.extend(other.targets.iter().cloned());
        self.labels = Rc::default();
        self
    }

    /// The selectable that is asked first.
    pub fn selectable(&self) -> Option<From> {
        self.targets.first().map(|it| it.selectable.clone())
    }

    /// The same without exclusions.
    #[must_use]
    pub fn without_exclusions(mut self) -> Self {
        for target in &mut self.targets {
            target.exclude = None;
        }
        self
    }

    /// The column that stands for `column`, or `column` itself.
    pub fn column(&self, column: &ColumnRef) -> ColumnRef {
        self.lookup(column).unwrap_or_else(|| column.clone())
    }

    /// The column that stands for `column`, if there is one.
    pub fn lookup(&self, column: &ColumnRef) -> Option<ColumnRef> {
        self.targets.iter().find_map(|it| it.find(column)).cloned()
    }

    /// The expression with its columns replaced.
    pub fn adapt(&self, expr: &Expr) -> Expr {
        replace(expr, self)
    }

    /// A label whose content changes has a name of its own, made up anew.
    fn label(&self, expr: &Expr) -> Option<Expr> {
        let ExprKind::Label { element, .. } = expr.kind() else { return None };
        if let Some((_, new)) = self.labels.borrow().iter().find(|it| it.0.is(expr)) {
            return Some(new.clone());
        }
        let element = replaced(element, self)?;
        let new = crate::sql::build::label(&element, None);
        self.labels.borrow_mut().push((expr.clone(), new.clone()));
        Some(new)
    }

    /// All of them adapted.
    pub fn adapt_all(&self, exprs: &[Expr]) -> Vec<Expr> {
        replace_all(exprs, self)
    }
}

impl Replace for Adapter {
    fn expr(&self, expr: &Expr) -> Option<Expr> {
        let Some(column) = expr.as_column() else {
            let known = self
                .targets
                .iter()
                .find_map(|it| it.nodes.get(&Rc::as_ptr(&expr.0)).map(|place| Expr::column(&it.columns[*place])));
            return known.or_else(|| self.label(expr));
        };
        for target in &self.targets {
            if target.exclude.as_ref().is_some_and(|it| it(column, expr)) {
                continue;
            }
            if let Some(new) = target.find(column) {
                return Some(if new.id == column.id {
                    expr.clone()
                } else {
                    expr.with_kind(ExprKind::Column(new.clone()))
                });
            }
        }
        None
    }

    fn from(&self, from: &From) -> Option<From> {
        let columns = match from {
            From::Table(table) => table.columns.borrow().values().next().cloned(),
            _ => None,
        }?;
        self.targets
            .iter()
            .find(|it| it.exclude.is_none() && it.places.contains_key(&columns.id))
            .map(|it| it.selectable.clone())
    }
}
