//! Python objects as expressions, FROM objects and statements, and back. Mirrors `sql/coercions.py`.

use super::elements::Element;
use super::plugin;
use super::registry;
use super::selectables::FromObject;
use super::statements::{StatementObject, Stmt};
use crate::python::exc;
use crate::python::value::{repr_of, sequence_items, text_of, value_from_py};
use crate::sql::build::{self, Operand};
use crate::sql::expr::{Expr, ExprKind, Query};
use crate::sql::operators::Op;
use crate::sql::schema::ColumnRef;
use crate::sql::select::SelectItem;
use crate::sql::selectable::{Alias, AliasElement, AliasKind, From};
use crate::sql::value::Value;
use rustpython_vm::{
    AsObject, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine,
    builtins::{PyBaseExceptionRef, PyBytes, PyFrozenSet, PyList, PySet, PyStr, PyTuple},
};
use std::rc::Rc;

/// Where an expression stands; decides what strings mean and how a refusal is worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub(crate) enum Role {
    Where,
    OnClause,
    ColumnsClause,
    OrderBy,
    GroupBy,
    /// A plain value becomes a bound parameter.
    Expression,
    LimitOffset,
    /// Columns of DDL: `Index("name", column)`
    DdlExpression,
}

impl Role {
    fn name(self) -> &'static str {
        match self {
            Self::Where => "SQL expression for WHERE/HAVING role",
            Self::OnClause => "ON clause, typically a SQL expression or ORM relationship attribute",
            Self::ColumnsClause => "Column expression, FROM clause, or other columns clause element",
            Self::OrderBy => "ORDER BY expression",
            Self::GroupBy => "GROUP BY expression",
            Self::Expression => "SQL expression element or literal value",
            Self::LimitOffset => "LIMIT / OFFSET expression",
            Self::DdlExpression => "SQL expression element",
        }
    }
}

/// The expression of a Python object.
///
/// # Errors
/// `ArgumentError` as the reference words it.
pub(crate) fn expr_from_py(object: &PyObject, role: Role, vm: &VirtualMachine) -> PyResult<Expr> {
    if let Some(element) = object.downcast_ref::<Element>() {
        return element.get(vm);
    }
    if let Some(statement) = object.downcast_ref::<StatementObject>() {
        match statement.get(vm)? {
            Stmt::Text(text) => return Ok(Expr::new(ExprKind::Text(text), crate::sql::types::null_type())),
            other => {
                if let Some(query) = other.inner_query(vm)? {
                    return Ok(build::scalar_subquery(&query));
                }
            }
        }
        return Err(refused(object, role, vm));
    }
    if let Some(from) = object.downcast_ref::<FromObject>() {
        if role == Role::Expression {
            let from = from.get(vm)?;
            return Ok(Expr::new(ExprKind::FromClause(from), crate::sql::types::null_type()));
        }
        return Err(refused(object, role, vm));
    }
    if let Some(inner) = clause_element(object, vm)? {
        return expr_from_py(&inner, role, vm);
    }
    if role != Role::LimitOffset
        && let Some(text) = text_of(object)
    {
        return match role {
            Role::OrderBy | Role::GroupBy => Ok(build::text_order_element(&text)),
            Role::Expression => Ok(build::literal(Value::Text(text))),
            Role::ColumnsClause => Err(exc::argument(
                vm,
                format!(
                    "Textual column expression {0} should be explicitly declared with text({0}), or use \
                     column({0}) for more specificity",
                    repr_of(object, vm)
                ),
            )),
            Role::DdlExpression => Ok(Expr::text(&text)),
            _ => Err(exc::argument(
                vm,
                format!("Textual SQL expression {0} should be explicitly declared as text({0})", shortened(&text)),
            )),
        };
    }
    match role {
        Role::Where | Role::OnClause => {
            if vm.is_none(object) {
                return Ok(build::null());
            }
            if object.is(&vm.ctx.true_value) {
                return Ok(build::true_());
            }
            if object.is(&vm.ctx.false_value) {
                return Ok(build::false_());
            }
            Err(refused(object, role, vm))
        }
        Role::Expression => {
            let value = value_from_py(&object.to_owned(), vm);
            if value.is_null() {
                return Ok(build::null());
            }
            Ok(build::literal(value))
        }
        Role::LimitOffset => {
            let index = match object.try_index(vm) {
                Ok(index) => index,
                Err(_) => vm
                    .ctx
                    .types
                    .int_type
                    .as_object()
                    .call((object.to_owned(),), vm)?
                    .downcast()
                    .map_err(|_| refused_plain(object, role, vm))?,
            };
            let value = index.try_to_primitive::<i64>(vm)?;
            Ok(Expr::bind(Some("param"), Value::Int(value), crate::sql::types::integer_type()))
        }
        _ => Err(refused(object, role, vm)),
    }
}

fn refused_plain(object: &PyObject, role: Role, vm: &VirtualMachine) -> PyBaseExceptionRef {
    exc::argument(vm, format!("{} expected, got {}.", role.name(), repr_of(object, vm)))
}

fn refused(object: &PyObject, role: Role, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let mut message = format!("{} expected, got {}.", role.name(), repr_of(object, vm));
    if role == Role::ColumnsClause
        && (object.downcast_ref::<PyList>().is_some() || object.downcast_ref::<PyTuple>().is_some())
    {
        let repr = repr_of(object, vm);
        let inner = repr.get(1..repr.len().saturating_sub(1)).unwrap_or_default();
        message.push_str(&format!(" Did you mean to say select({inner})?"));
    }
    exc::argument(vm, message)
}

/// What `__clause_element__()` gives, if the object has it.
pub(crate) fn clause_element(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
    if object.downcast_ref::<PyStr>().is_some() || vm.is_none(object) {
        return Ok(None);
    }
    match vm.get_attribute_opt(object, "__clause_element__")? {
        Some(method) => Ok(Some(method.call((), vm)?)),
        None => Ok(None),
    }
}

/// The other side of an operator.
pub(crate) fn operand_from_py(object: &PyObject, vm: &VirtualMachine) -> PyResult<Operand> {
    if let Some(element) = object.downcast_ref::<Element>() {
        return Ok(Operand::Expr(element.get(vm)?));
    }
    if let Some(statement) = object.downcast_ref::<StatementObject>() {
        let stmt = statement.get(vm)?;
        if let Stmt::Text(text) = &stmt {
            return Ok(Operand::Expr(Expr::new(ExprKind::Text(text.clone()), crate::sql::types::null_type())));
        }
        return match stmt.inner_query(vm)? {
            Some(query) => Ok(Operand::Query(query)),
            None => Err(refused(object, Role::Expression, vm)),
        };
    }
    if let Some(from) = object.downcast_ref::<FromObject>() {
        return Ok(Operand::From(from.get(vm)?));
    }
    if let Some(inner) = clause_element(object, vm)? {
        return operand_from_py(&inner, vm);
    }
    Ok(Operand::Value(value_from_py(&object.to_owned(), vm)))
}

/// The right side of IN.
pub(crate) fn in_operand_from_py(object: &PyObject, vm: &VirtualMachine) -> PyResult<Operand> {
    let is_sequence = object.downcast_ref::<PyList>().is_some()
        || object.downcast_ref::<PyTuple>().is_some()
        || object.downcast_ref::<PySet>().is_some()
        || object.downcast_ref::<PyFrozenSet>().is_some();
    if !is_sequence {
        if let Some(from) = object.downcast_ref::<FromObject>() {
            let from = from.get(vm)?;
            if matches!(&from, From::Alias(it) if matches!(it.kind, AliasKind::Values)) {
                return Ok(Operand::From(from));
            }
            return in_select(SelectItem::From(from), &object.class().name(), vm);
        }
        let operand = operand_from_py(object, vm)?;
        if let Operand::Expr(expr) = &operand {
            return match expr.kind() {
                ExprKind::Function(_) => in_select(SelectItem::Expr(expr.clone()), "Function", vm),
                ExprKind::Bind(_)
                | ExprKind::List { .. }
                | ExprKind::Text(_)
                | ExprKind::Grouping(_)
                | ExprKind::ScalarSelect(_)
                | ExprKind::Subquery(_)
                | ExprKind::Tuple(_) => Ok(operand),
                _ => Err(in_refused(object, vm)),
            };
        }
        if let Operand::Value(_) = &operand {
            if object.downcast_ref::<PyStr>().is_some() || object.downcast_ref::<PyBytes>().is_some() {
                return Err(in_refused(object, vm));
            }
            return match sequence_items(&object.to_owned(), vm)? {
                Some(items) => Ok(Operand::Value(Value::List(items.into()))),
                None => Err(in_refused(object, vm)),
            };
        }
        return Ok(operand);
    }
    let items: Vec<PyObjectRef> = object.get_iter_items(vm)?;
    let mut operands = Vec::with_capacity(items.len());
    let mut plain = true;
    for item in &items {
        let is_tuple = item.downcast_ref::<PyTuple>().is_some() || item.downcast_ref::<PyList>().is_some();
        let operand = if is_tuple {
            Operand::Value(Value::List(sequence_items(item, vm)?.unwrap_or_default().into()))
        } else {
            operand_from_py(item, vm)?
        };
        let is_refused = match &operand {
            Operand::Expr(expr) => matches!(expr.kind(), ExprKind::Text(_)),
            Operand::Query(_) | Operand::From(_) => true,
            _ => false,
        };
        if is_refused {
            return Err(in_refused(object, vm));
        }
        plain &= matches!(operand, Operand::Value(_));
        operands.push(operand);
    }
    if plain {
        let values = operands.into_iter().map(|it| match it {
            Operand::Value(value) => value,
            _ => Value::Null,
        });
        return Ok(Operand::Value(Value::List(values.collect())));
    }
    Ok(Operand::List(operands))
}

/// `SELECT` around what stands to the right of IN, with the reference's warning.
fn in_select(item: SelectItem, class: &str, vm: &VirtualMachine) -> PyResult<Operand> {
    exc::warn(
        vm,
        "SAWarning",
        &format!(
            "Coercing {class} object into a select() for use in IN(); please pass a select() construct explicitly"
        ),
    )?;
    let select = crate::sql::select::Select { columns: vec![item], ..crate::sql::select::Select::default() };
    Ok(Operand::Query(Query::Select(Rc::new(select))))
}

fn in_refused(object: &PyObject, vm: &VirtualMachine) -> PyBaseExceptionRef {
    exc::argument(
        vm,
        format!(
            "IN expression list, SELECT construct, or bound parameter object expected, got {}.",
            repr_of(object, vm)
        ),
    )
}

/// Items of an iterable.
pub(crate) trait IterItems {
    /// All items.
    fn get_iter_items(&self, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>>;
}
impl IterItems for PyObject {
    fn get_iter_items(&self, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
        self.get_iter(vm)?.iter::<PyObjectRef>(vm)?.collect()
    }
}

/// The FROM object of a Python object, if it is one. A SELECT is refused by name.
pub(crate) fn from_from_py(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<From>> {
    if let Some(from) = object.downcast_ref::<FromObject>() {
        return Ok(Some(from.get(vm)?));
    }
    if let Some(statement) = object.downcast_ref::<StatementObject>() {
        if let Stmt::Text(text) = statement.get(vm)? {
            return Ok(Some(From::Text(Expr::new(ExprKind::Text(text), crate::sql::types::null_type()))));
        }
        return Ok(None);
    }
    if let Some(element) = object.downcast_ref::<Element>() {
        let expr = element.get(vm)?;
        return Ok(match expr.kind() {
            ExprKind::FromClause(from) if !from.is_column_valued() => Some(from.clone()),
            ExprKind::Function(_) | ExprKind::ScalarSelect(_) => {
                let name = "anon";
                let alias = Alias::new(
                    AliasElement::Expr(expr.clone(), Vec::new()),
                    AliasKind::TableValued(crate::sql::selectable::TableValued::default()),
                    None,
                    name,
                );
                Some(From::Alias(alias))
            }
            _ => None,
        });
    }
    if let Some(inner) = clause_element(object, vm)? {
        return from_from_py(&inner, vm);
    }
    Ok(None)
}

/// The FROM object of a Python object.
///
/// # Errors
/// `ArgumentError`.
pub(crate) fn expect_from(object: &PyObject, vm: &VirtualMachine) -> PyResult<From> {
    match from_from_py(object, vm)? {
        Some(from) => Ok(from),
        None => {
            let mut message =
                format!("FROM expression, such as a Table or alias() object expected, got {}.", repr_of(object, vm));
            if object.downcast_ref::<StatementObject>().is_some() {
                message.push_str(
                    " To create a FROM clause from a <class 'sqlalchemy.sql.selectable.Select'> object, use the \
                     .subquery() method.",
                );
            }
            Err(exc::argument(vm, message))
        }
    }
}

/// An entry of a columns clause.
pub(crate) fn select_item_from_py(object: &PyObject, vm: &VirtualMachine) -> PyResult<SelectItem> {
    if let Some(element) = object.downcast_ref::<Element>() {
        return Ok(SelectItem::Expr(element.get(vm)?));
    }
    if let Some(from) = object.downcast_ref::<FromObject>() {
        return Ok(SelectItem::From(from.get(vm)?));
    }
    if let Some(hook) = plugin::hook()
        && let Some(item) = hook.as_select_item(object, vm)?
    {
        return Ok(item);
    }
    if object.downcast_ref::<StatementObject>().is_none()
        && let Some(inner) = clause_element(object, vm)?
    {
        return select_item_from_py(&inner, vm);
    }
    if matches!(value_from_py(&object.to_owned(), vm), Value::Int(_) | Value::Float(_) | Value::Bool(_) | Value::Null) {
        if vm.is_none(object) {
            return Ok(SelectItem::Expr(build::null()));
        }
        if object.is(&vm.ctx.true_value) {
            return Ok(SelectItem::Expr(build::true_()));
        }
        if object.is(&vm.ctx.false_value) {
            return Ok(SelectItem::Expr(build::false_()));
        }
        let value = value_from_py(&object.to_owned(), vm);
        return Ok(SelectItem::Expr(build::literal_column(&value.repr(), Some(build::type_of_value(&value)))));
    }
    Ok(SelectItem::Expr(expr_from_py(object, Role::ColumnsClause, vm)?))
}

/// The column of an expression object.
pub(crate) fn column_from_py(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<ColumnRef>> {
    if let Some(element) = object.downcast_ref::<Element>() {
        return Ok(element.get(vm)?.as_column().cloned());
    }
    if let Some(inner) = clause_element(object, vm)? {
        return column_from_py(&inner, vm);
    }
    Ok(None)
}

/// A query (SELECT, UNION, `text().columns()`) of a Python object.
pub(crate) fn query_from_py(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Query>> {
    match object.downcast_ref::<StatementObject>() {
        Some(statement) => statement.get(vm)?.inner_query(vm),
        None => match object.downcast_ref::<Element>() {
            Some(element) => Ok(match element.get(vm)?.kind() {
                ExprKind::ScalarSelect(query) | ExprKind::Subquery(query) => Some(query.clone()),
                _ => None,
            }),
            None => Ok(None),
        },
    }
}

/// The Python object for an expression: of the right class; the same one each time for a column.
pub(crate) fn expr_to_py(expr: &Expr, vm: &VirtualMachine) -> PyResult {
    let class = match expr.kind() {
        ExprKind::Column(column) => {
            if expr.0.entity.is_none()
                && let Some(held) = column.host.get()
                && let Some(object) = held.downcast_ref::<PyObjectRef>()
            {
                return Ok(object.clone());
            }
            let name = if stands_for_schema_column(column) {
                "sqlalchemy.sql.schema:Column"
            } else {
                "sqlalchemy.sql.elements:ColumnClause"
            };
            let object = Element::make(expr.clone(), name, vm)?;
            if expr.0.entity.is_none() {
                hold_column(column, &object);
            }
            return Ok(object);
        }
        ExprKind::Text(text) => {
            return StatementObject::make(Stmt::Text(text.clone()), "sqlalchemy.sql.elements:TextClause", vm);
        }
        ExprKind::FromClause(from) if !from.is_column_valued() => return from_to_py(from, vm),
        ExprKind::FromClause(_) => "TableValuedColumn",
        ExprKind::Bind(_) => "BindParameter",
        ExprKind::Null => "Null",
        ExprKind::True => "True_",
        ExprKind::False => "False_",
        ExprKind::Binary { .. } => "BinaryExpression",
        ExprKind::Unary { operator: Some(Op::Exists), .. } => "Exists",
        ExprKind::Unary { operator: Some(Op::Any | Op::All), .. } => "CollectionAggregate",
        ExprKind::Unary { .. } => "UnaryExpression",
        ExprKind::List { op: Op::And | Op::Or, .. } => "BooleanClauseList",
        ExprKind::List { .. } => "ExpressionClauseList",
        ExprKind::Grouping(_) => "Grouping",
        ExprKind::Label { .. } => "Label",
        ExprKind::LabelReference(_) | ExprKind::TextualLabelReference(_) => "UnaryExpression",
        ExprKind::Function(_) => "Function",
        ExprKind::FunctionFilter { .. } => "FunctionFilter",
        ExprKind::Over(_) => "Over",
        ExprKind::WithinGroup { .. } => "WithinGroup",
        ExprKind::Case { .. } => "Case",
        ExprKind::Cast { try_cast: true, .. } => "TryCast",
        ExprKind::Cast { .. } => "Cast",
        ExprKind::TypeCoerce(_) => "TypeCoerce",
        ExprKind::Extract { .. } => "Extract",
        ExprKind::Tuple(_) => "Tuple",
        ExprKind::ScalarSelect(_) | ExprKind::Subquery(_) => "ScalarSelect",
        ExprKind::CollationClause(_) => "CollationClause",
        #[allow(unreachable_patterns)]
        _ => "ColumnElement",
    };
    Element::make(expr.clone(), &format!("sqlalchemy.sql.elements:{class}"), vm)
}

/// Whether it is a column of a table, or stands for one: which class it is decides whose `==` Python asks.
fn stands_for_schema_column(column: &ColumnRef) -> bool {
    fn inside(expr: &Expr) -> bool {
        match expr.kind() {
            ExprKind::Column(column) => stands_for_schema_column(column),
            ExprKind::Label { element, .. } | ExprKind::Grouping(element) => inside(element),
            _ => false,
        }
    }
    column.schema.is_some() || column.base.as_ref().is_some_and(inside)
}

/// Lets a column know its Python object.
pub(crate) fn hold_column(column: &ColumnRef, object: &PyObjectRef) {
    column.host.set(Rc::new(object.clone()));
    super::environment::keep(Rc::downgrade(column));
}

/// The Python object for a FROM object; the same one each time for a table.
pub(crate) fn from_to_py(from: &From, vm: &VirtualMachine) -> PyResult {
    let slot = match from {
        From::Table(it) => Some(&it.host),
        From::Lightweight(it) => Some(&it.host),
        _ => None,
    };
    if let Some(slot) = slot
        && let Some(held) = slot.get()
        && let Some(object) = held.downcast_ref::<PyObjectRef>()
    {
        return Ok(object.clone());
    }
    // The same object while somebody holds it.
    if let From::Alias(alias) = from
        && let Some(object) = super::pool::held(&alias.host)
    {
        return Ok(object);
    }
    let class = match from {
        From::Table(_) => "sqlalchemy.sql.schema:Table",
        From::Lightweight(_) => "sqlalchemy.sql.selectable:TableClause",
        From::Join(_) => "sqlalchemy.sql.selectable:Join",
        From::Text(expr) => return expr_to_py(expr, vm),
        From::Alias(alias) => match &alias.kind {
            AliasKind::Alias => "sqlalchemy.sql.selectable:Alias",
            AliasKind::Subquery => "sqlalchemy.sql.selectable:Subquery",
            AliasKind::Lateral => "sqlalchemy.sql.selectable:Lateral",
            AliasKind::TableSample { .. } => "sqlalchemy.sql.selectable:TableSample",
            AliasKind::TableValued(_) => "sqlalchemy.sql.selectable:TableValuedAlias",
            AliasKind::Values => "sqlalchemy.sql.selectable:Values",
            AliasKind::Cte { .. } => "sqlalchemy.sql.selectable:CTE",
        },
    };
    let class = registry::type_named(class, vm)?;
    let object: PyObjectRef = FromObject::new(from.clone()).into_ref_with_type(vm, class)?.into();
    if let From::Alias(alias) = from {
        alias.host.set(Rc::new(object.downgrade(None, vm)?));
    }
    Ok(object)
}

/// Arguments of `group_by()`: a table or an entity stands for all of its columns.
pub(crate) fn group_by_from_py(objects: &[PyObjectRef], vm: &VirtualMachine) -> PyResult<Vec<Expr>> {
    let mut found = Vec::with_capacity(objects.len());
    for object in objects {
        let from = match (object.downcast_ref::<FromObject>(), plugin::hook()) {
            (Some(from), _) => Some(from.get(vm)?),
            (None, Some(hook)) => match hook.as_entity(object, vm)? {
                Some(item) => hook.entity_from(&item, vm)?,
                None => None,
            },
            (None, None) => None,
        };
        match from {
            Some(from) => found.extend(from.columns().iter().map(Expr::column)),
            None => found.push(expr_from_py(object, Role::GroupBy, vm)?),
        }
    }
    Ok(found)
}

/// Several expressions.
pub(crate) fn exprs_from_py(objects: &[PyObjectRef], role: Role, vm: &VirtualMachine) -> PyResult<Vec<Expr>> {
    objects.iter().map(|it| expr_from_py(it, role, vm)).collect()
}

/// A text of the program in a message: its first 25 characters.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(25) {
        Some((end, _)) => crate::util::pyrepr::str_repr(&format!("{}...", &text[..end])),
        None => crate::util::pyrepr::str_repr(text),
    }
}
