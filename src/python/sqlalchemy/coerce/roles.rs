//! Where an expression stands: what else than an expression is taken there, and how a refusal is worded.
//! Mirrors `sql/roles.py` and the classes of `sql/coercions.py`.

use crate::python::exc;
use crate::python::sqlalchemy::selectables::{ColumnCollection, FromObject};
use crate::python::sqlalchemy::statements::StatementObject;
use crate::python::value::{repr_of, text_of, value_from_py};
use crate::sql::build;
use crate::sql::expr::{Expr, Query};
use crate::sql::selectable::{AliasKind, From};
use crate::sql::value::Value;
use crate::util::pyrepr::str_repr;
use rustpython_vm::{
    AsObject, PyObject, PyResult, VirtualMachine,
    builtins::{PyBaseExceptionRef, PyBoundMethod, PyFloat, PyInt, PyList, PyType},
};

/// Where an expression stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Where,
    OnClause,
    ColumnsClause,
    /// `distinct(...)`, `over(...)`, `desc(...)`
    ByOf,
    OrderBy,
    GroupBy,
    /// An operand: a plain value becomes a bound parameter.
    Expression,
    /// An argument of a function, CASE, CAST and the like: a plain value becomes a bound parameter.
    Element,
    /// Whatever it is, FROM objects too: where no program's object comes in.
    Any,
    LimitOffset,
    StatementOption,
    From,
    JoinTarget,
    DmlTable,
    DmlSelect,
    DmlColumn,
    Compound,
    Literal,
    Cte,
    ReturnsRows,
    /// Columns of DDL: `Index("name", column)`
    DdlExpression,
}

const SCALAR_SUBQUERY: &str = "implicitly coercing SELECT object to scalar subquery; please use the .scalar_subquery() \
                               method to produce a scalar subquery.";

impl Role {
    fn name(self) -> &'static str {
        match self {
            Self::Where => "SQL expression for WHERE/HAVING role",
            Self::OnClause => "ON clause, typically a SQL expression or ORM relationship attribute",
            Self::ColumnsClause => "Column expression, FROM clause, or other columns clause element",
            Self::ByOf => "GROUP BY / OF / etc. expression",
            Self::OrderBy => "ORDER BY expression",
            Self::GroupBy => "GROUP BY expression",
            Self::Expression | Self::Any => "SQL expression element or literal value",
            Self::Element | Self::DdlExpression => "SQL expression element",
            Self::LimitOffset => "LIMIT / OFFSET expression",
            Self::StatementOption => "statement sub-expression element",
            Self::From => "FROM expression, such as a Table or alias() object",
            Self::JoinTarget => "Join target, typically a FROM expression, or ORM relationship attribute",
            Self::DmlTable => "subject table for an INSERT, UPDATE or DELETE",
            Self::DmlSelect => "SELECT statement or equivalent textual object",
            Self::DmlColumn => "SET/VALUES column expression or string key",
            Self::Compound => "SELECT construct for inclusion in a UNION or other set construct",
            Self::Literal => "Literal Python value",
            Self::Cte => "CTE object",
            Self::ReturnsRows => {
                "Row returning expression such as a SELECT, a FROM clause, or an INSERT/UPDATE/DELETE with RETURNING"
            }
        }
    }

    /// Whether a SELECT or subquery becomes a scalar subquery here.
    pub(super) fn coerces_queries(self) -> bool {
        matches!(
            self,
            Self::Where
                | Self::OnClause
                | Self::ByOf
                | Self::OrderBy
                | Self::GroupBy
                | Self::Expression
                | Self::Element
                | Self::Any
        )
    }

    /// Whether a collection of columns stands for a list of them.
    pub(super) fn takes_lists(self) -> bool {
        matches!(self, Self::OrderBy | Self::GroupBy | Self::ByOf | Self::ColumnsClause | Self::Any)
    }

    /// A query where a value is expected.
    pub(super) fn scalar_subquery(self, query: &Query, vm: &VirtualMachine) -> PyResult<Expr> {
        if self != Self::Any {
            exc::warn(vm, "SAWarning", SCALAR_SUBQUERY)?;
        }
        Ok(build::scalar_subquery(query))
    }

    /// An object that is no clause: `_literal_coercion`.
    pub(super) fn literal(self, object: &PyObject, vm: &VirtualMachine) -> PyResult<Expr> {
        if matches!(self, Self::Where | Self::OnClause | Self::OrderBy | Self::GroupBy | Self::ColumnsClause)
            && object.downcast_ref::<PyBoundMethod>().is_some()
        {
            let method = repr_of(object, vm);
            return Err(exc::argument(vm, format!("Method {method} may not be passed as a SQL expression")));
        }
        if let Some(text) = text_of(object)
            && !matches!(self, Self::LimitOffset | Self::OnClause)
        {
            return match self {
                Self::OrderBy | Self::GroupBy | Self::ByOf => Ok(build::text_order_element(&text)),
                Self::Expression | Self::Element | Self::Any => Ok(build::literal(Value::Text(text))),
                Self::ColumnsClause if &*text == "*" => Ok(build::literal_column("*", None)),
                Self::ColumnsClause => Err(textual_column(&text, vm)),
                Self::DdlExpression | Self::StatementOption => Ok(Expr::text(&text)),
                _ => Err(textual_expression(&text, vm)),
            };
        }
        match self {
            Self::Expression | Self::Element | Self::Any => {
                let value = self.value(object, vm)?;
                Ok(if value.is_null() { build::null() } else { build::literal(value) })
            }
            Self::LimitOffset if is_schema_item(object, vm)? => Err(self.refused(object, object, vm)),
            Self::LimitOffset => limit(object, vm),
            Self::OnClause => Err(self.refused(object, object, vm)),
            _ if vm.is_none(object) => Ok(build::null()),
            _ if object.is(&vm.ctx.true_value) => Ok(build::true_()),
            _ if object.is(&vm.ctx.false_value) => Ok(build::false_()),
            Self::ColumnsClause
                if object.downcast_ref::<PyInt>().is_some() || object.downcast_ref::<PyFloat>().is_some() =>
            {
                let value = value_from_py(&object.to_owned(), vm);
                Ok(build::literal_column(&value.repr(), Some(build::type_of_value(&value))))
            }
            _ => Err(self.refused(object, object, vm)),
        }
    }

    /// A plain value, which no part of a schema is.
    pub(crate) fn value(self, object: &PyObject, vm: &VirtualMachine) -> PyResult<Value> {
        let value = value_from_py(&object.to_owned(), vm);
        if matches!(value, Value::Host(_)) && is_mapped(object, vm)? {
            let role = if self == Self::Any { Self::Element } else { self };
            return Err(role.refused(object, object, vm));
        }
        if matches!(value, Value::Host(_)) && is_schema_item(object, vm)? {
            let role = if self == Self::Any { Self::Element } else { self };
            return Err(role.refused(object, object, vm));
        }
        Ok(value)
    }

    /// The error for an object that cannot stand here. `resolved`: what it gave when asked for its clause
    /// element.
    pub(crate) fn refused(self, object: &PyObject, resolved: &PyObject, vm: &VirtualMachine) -> PyBaseExceptionRef {
        let got = if resolved.is(object) {
            repr_of(object, vm)
        } else {
            format!("{} object resolved from {} object", repr_of(resolved, vm), repr_of(object, vm))
        };
        let mut message = format!("{} expected, got {got}.", self.name());
        let mut code = None;
        if let Some(advice) = self.advice(object, resolved, vm) {
            message = format!("{message} {advice}");
        } else if matches!(self, Self::ColumnsClause | Self::From | Self::DmlTable)
            && resolved.downcast_ref::<StatementObject>().is_some()
            && vm.get_attribute_opt(resolved, "subquery").ok().flatten().is_some()
        {
            let class = repr_of(resolved.class().as_object(), vm);
            message += &format!(" To create a FROM clause from a {class} object, use the .subquery() method.");
            code = Some("89ve");
        }
        exc::error(vm, "ArgumentError", message, code)
    }

    /// The same for a collection of columns, which stands for a list.
    pub(super) fn refused_list(self, object: &PyObject, vm: &VirtualMachine) -> PyBaseExceptionRef {
        let list = "<sqlalchemy.sql.elements.ClauseList object at 0x7f0000000000>";
        exc::argument(
            vm,
            format!("{} expected, got {list} object resolved from {} object.", self.name(), repr_of(object, vm)),
        )
    }

    fn advice(self, object: &PyObject, resolved: &PyObject, vm: &VirtualMachine) -> Option<String> {
        let from = resolved.downcast_ref::<FromObject>().and_then(|it| it.get(vm).ok());
        let kind = match &from {
            Some(From::Alias(alias)) => Some(&alias.kind),
            _ => None,
        };
        match self {
            Self::ColumnsClause => {
                let items = object.downcast_ref::<PyList>()?.borrow_vec().to_vec();
                let items: Vec<String> = items.iter().map(|it| repr_of(it, vm)).collect();
                Some(format!("Did you mean to say select({})?", items.join(", ")))
            }
            Self::Expression | Self::Element if matches!(kind, Some(AliasKind::Values)) => {
                Some("To create a column expression from a VALUES clause, use the .scalar_values() method.".to_owned())
            }
            Self::Expression | Self::Element if from.is_some() => Some(
                "To create a column expression from a FROM clause row as a whole, use the .table_valued() method."
                    .to_owned(),
            ),
            Self::Compound if matches!(kind, Some(AliasKind::Subquery)) => {
                Some("Use the plain select() object without calling .subquery() or .alias().".to_owned())
            }
            Self::Compound if from.is_some() || resolved.downcast_ref::<StatementObject>().is_some() => {
                Some("To SELECT from any FROM clause, use the .select() method.".to_owned())
            }
            _ => None,
        }
    }
}

/// Whether an object is an element of ours or stands for one, and so no plain value.
pub(crate) fn is_clause(object: &PyObject) -> bool {
    object.downcast_ref::<super::Element>().is_some()
        || object.downcast_ref::<StatementObject>().is_some()
        || object.downcast_ref::<FromObject>().is_some()
        || object.downcast_ref::<ColumnCollection>().is_some()
}

/// Whether an object is a part of a schema: a default, a constraint, a MetaData.
/// Refuses an instance of a mapped class where only a plain value can stand.
pub(crate) fn refuse_instance(object: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    if is_mapped(object, vm)? {
        let got = repr_of(object, vm);
        return Err(exc::argument(vm, format!("Object {got} is not legal as a SQL literal value")));
    }
    Ok(())
}

/// Whether an object is a mapped class, an alias of one, or an instance.
fn is_mapped(object: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
    if object.downcast_ref::<PyType>().is_some() {
        return Ok(vm.get_attribute_opt(object, "__mapper__")?.is_some());
    }
    match object.dict() {
        Some(dict) if dict.get_item_opt("_aliased_insp", vm)?.is_some() => Ok(true),
        Some(dict) => Ok(dict.get_item_opt("_sa_instance_state", vm)?.is_some()),
        None => Ok(false),
    }
}

pub(crate) fn is_schema_item(object: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
    let class = crate::python::sqlalchemy::registry::type_named("sqlalchemy.sql.constraints:SchemaItem", vm)?;
    Ok(object.class().fast_issubclass(&class))
}

fn limit(object: &PyObject, vm: &VirtualMachine) -> PyResult<Expr> {
    let index = match object.try_index(vm) {
        Ok(index) => index,
        Err(_) => vm
            .ctx
            .types
            .int_type
            .as_object()
            .call((object.to_owned(),), vm)?
            .downcast()
            .map_err(|_| Role::LimitOffset.refused(object, object, vm))?,
    };
    let value = index.try_to_primitive::<i64>(vm)?;
    Ok(Expr::row_count(value))
}

/// A text where an expression is expected: `_no_text_coercion`.
pub(crate) fn textual_expression(text: &str, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let text = shortened(text);
    exc::argument(vm, format!("Textual SQL expression {text} should be explicitly declared as text({text})"))
}

fn textual_column(text: &str, vm: &VirtualMachine) -> PyBaseExceptionRef {
    // `^\w\S*$`
    let mut chars = text.chars();
    let is_name = chars.next().is_some_and(|it| it.is_alphanumeric() || it == '_')
        && !text.trim_end_matches('\n').contains(char::is_whitespace);
    let function = if is_name { "column" } else { "literal_column" };
    let text = shortened(text);
    exc::argument(
        vm,
        format!(
            "Textual column expression {text} should be explicitly declared with text({text}), or use \
             {function}({text}) for more specificity"
        ),
    )
}

/// A text of the program in a message: its first 25 characters.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(25) {
        Some((end, _)) => str_repr(&format!("{}...", &text[..end])),
        None => str_repr(text),
    }
}
