//! `Element`, the native base of every column expression, and the functions behind its Python methods.

use super::coerce::{Role, expr_from_py, in_operand_from_py, operand_from_py};
use super::registry;
use super::types::type_from_py;
use crate::python::exc::{self, IntoPy};
use crate::python::value::text_of;
use crate::sql::build::{self, LikeOptions, Operand};
use crate::sql::expr::{Expr, ExprKind, Frame, FrameBound};
use crate::sql::operators::Op;
use crate::sql::types::{Type, TypeKind};
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine, function::FuncArgs};

pub(crate) use native::Element;

impl Element {
    /// Its expression.
    pub(crate) fn of(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<Expr> {
        let this = &**zelf;
        let filled = this.expr.borrow().clone();
        let expr = match filled {
            Some(expr) if !this.own.get() => expr,
            filled => return this.own_expr(filled, zelf.as_object(), vm),
        };
        // A column with a foreign key may have been given its type since.
        if expr.ty().is_null()
            && expr.0.entity.is_none()
            && let Some(column) = expr.as_column()
            && !column.ty.borrow().is_null()
        {
            let fresh = Expr::column(column);
            *this.expr.borrow_mut() = Some(fresh.clone());
            return Ok(fresh);
        }
        Ok(expr)
    }
    pub(crate) fn new(expr: Expr) -> Self {
        Self { expr: std::cell::RefCell::new(Some(expr)), ..Self::default() }
    }
    /// The expression of an element of a class of the program's own; the same one while it is in use.
    fn own_expr(&self, filled: Option<Expr>, object: &PyObject, vm: &VirtualMachine) -> PyResult<Expr> {
        if let Some(node) = self.hosted.borrow().upgrade() {
            return Ok(Expr(node));
        }
        if filled.is_none() && !super::custom::is_own(object, vm) {
            return Err(exc::invalid_request(vm, "This expression was not initialised"));
        }
        let expr = super::custom::expr_of(object, filled, vm)?;
        *self.hosted.borrow_mut() = std::rc::Rc::downgrade(&expr.0);
        Ok(expr)
    }
    /// Whether an expression is this one's.
    pub(crate) fn is_hosted_by(&self, expr: &Expr) -> bool {
        self.hosted.borrow().upgrade().is_some_and(|it| std::rc::Rc::ptr_eq(&it, &expr.0))
    }
    /// An object of the class `module:name`.
    pub(crate) fn make(expr: Expr, class: &str, vm: &VirtualMachine) -> PyResult {
        let class = registry::type_named(class, vm)?;
        Ok(Self::new(expr).into_ref_with_type(vm, class)?.into())
    }
}

/// Applies the operator or method `name` to an expression: what every column-like Python object calls.
///
/// # Errors
/// `ArgumentError` and the like, as the reference words them; `NotImplementedError` for no such operator.
pub(crate) fn operate_py(name: &str, left: &Expr, args: &FuncArgs, vm: &VirtualMachine) -> PyResult<Expr> {
    super::operators::check_class(name, left.ty(), vm)?;
    let arg = |index: usize| -> PyResult<&PyObjectRef> {
        args.args
            .get(index)
            .ok_or_else(|| vm.new_type_error(format!("{name}() missing a required positional argument")))
    };
    let other_at = |index: usize| -> PyResult<Operand> {
        let object = arg(index)?;
        let is_row = matches!(left.kind(), crate::sql::expr::ExprKind::Tuple(_))
            && (object.downcast_ref::<rustpython_vm::builtins::PyTuple>().is_some()
                || object.downcast_ref::<rustpython_vm::builtins::PyList>().is_some());
        if is_row && let Some(items) = crate::python::value::sequence_items(object, vm)? {
            return Ok(Operand::Value(crate::sql::value::Value::List(items.into())));
        }
        let operand = operand_from_py(object, Role::Expression, vm)?;
        let is_row = matches!(left.kind(), crate::sql::expr::ExprKind::Tuple(_));
        if is_row
            && let Operand::Value(value @ (crate::sql::value::Value::Int(_) | crate::sql::value::Value::Float(_))) =
                &operand
        {
            let class = if matches!(value, crate::sql::value::Value::Int(_)) { "int" } else { "float" };
            return Err(vm.new_type_error(format!("'{class}' object is not iterable")));
        }
        Ok(operand)
    };
    let other = || other_at(0);
    let binary = |op: Op| -> PyResult<Expr> { build::operate(op, left, &other()?).py(vm) };
    let reverse = |op: Op| -> PyResult<Expr> { build::reverse_operate(op, &other()?, left).py(vm) };
    let text_kwarg = |key: &str| args.kwargs.get(key).and_then(|it| text_of(it));
    let like = || LikeOptions {
        escape: text_kwarg("escape").or_else(|| args.args.get(1).and_then(|it| text_of(it))),
        autoescape: args.kwargs.get("autoescape").is_some_and(|it| it.clone().try_to_bool(vm).unwrap_or(false)),
    };
    let flags = |index: usize| text_kwarg("flags").or_else(|| args.args.get(index).and_then(|it| text_of(it)));
    match name {
        "eq" => binary(Op::Eq),
        "ne" => binary(Op::Ne),
        "lt" => binary(Op::Lt),
        "le" => binary(Op::Le),
        "gt" => binary(Op::Gt),
        "ge" => binary(Op::Ge),
        "add" => binary(Op::Add),
        "sub" => binary(Op::Sub),
        "mul" => binary(Op::Mul),
        "truediv" => binary(Op::TrueDiv),
        "floordiv" => binary(Op::FloorDiv),
        "mod" => binary(Op::Mod),
        "and" => Ok(build::and_(&[left.clone(), expr_from_py(arg(0)?, Role::Where, vm)?])),
        "or" => Ok(build::or_(&[left.clone(), expr_from_py(arg(0)?, Role::Where, vm)?])),
        "radd" => reverse(Op::Add),
        "rsub" => reverse(Op::Sub),
        "rmul" => reverse(Op::Mul),
        "rtruediv" => reverse(Op::TrueDiv),
        "rfloordiv" => reverse(Op::FloorDiv),
        "rmod" => reverse(Op::Mod),
        "bitwise_and" => binary(Op::BitwiseAnd),
        "bitwise_or" => binary(Op::BitwiseOr),
        "bitwise_xor" => binary(Op::BitwiseXor),
        "bitwise_lshift" => binary(Op::BitwiseLshift),
        "bitwise_rshift" => binary(Op::BitwiseRshift),
        "bitwise_not" => Ok(build::bitwise_not(left)),
        "inv" => Ok(build::not_(left)),
        "neg" => Ok(build::neg(left)),
        "like" => build::like_op(Op::Like, left, &other()?, &like()).py(vm),
        "not_like" => build::like_op(Op::NotLike, left, &other()?, &like()).py(vm),
        "ilike" => build::like_op(Op::ILike, left, &other()?, &like()).py(vm),
        "not_ilike" => build::like_op(Op::NotILike, left, &other()?, &like()).py(vm),
        "startswith" => build::like_op(Op::StartsWith, left, &other()?, &like()).py(vm),
        "endswith" => build::like_op(Op::EndsWith, left, &other()?, &like()).py(vm),
        "contains" => build::like_op(Op::Contains, left, &other()?, &like()).py(vm),
        "istartswith" => build::like_op(Op::IStartsWith, left, &other()?, &like()).py(vm),
        "iendswith" => build::like_op(Op::IEndsWith, left, &other()?, &like()).py(vm),
        "icontains" => build::like_op(Op::IContains, left, &other()?, &like()).py(vm),
        "in" | "not_in" => {
            let operand = in_operand_from_py(arg(0)?, vm)?;
            if matches!(left.kind(), ExprKind::Tuple(_))
                && let Operand::Value(crate::sql::value::Value::List(rows)) = &operand
            {
                use crate::sql::value::Value;
                for row in rows.iter() {
                    let class = match row {
                        Value::Int(_) => "int",
                        Value::Float(_) => "float",
                        Value::Bool(_) => "bool",
                        Value::Null => "NoneType",
                        _ => continue,
                    };
                    return Err(vm.new_type_error(format!("'{class}' object is not iterable")));
                }
            }
            if name == "in" { build::in_(left, &operand).py(vm) } else { build::not_in(left, &operand).py(vm) }
        }
        "is" => binary(Op::Is),
        "is_not" => binary(Op::IsNot),
        "is_distinct_from" => binary(Op::IsDistinctFrom),
        "is_not_distinct_from" => binary(Op::IsNotDistinctFrom),
        "between" => {
            let high = other_at(1)?;
            let symmetric = args.kwargs.get("symmetric").is_some_and(|it| it.clone().try_to_bool(vm).unwrap_or(false));
            build::between(left, &other()?, &high, symmetric).py(vm)
        }
        "concat" => build::concat(left, &other()?).py(vm),
        "rconcat" => reverse(Op::Concat),
        "match" => {
            let made = build::match_(left, &other()?, text_kwarg("postgresql_regconfig")).py(vm)?;
            let class = registry::class_of("sqlalchemy.sql.sqltypes:MatchType", vm)?;
            Ok(made.with_type(type_from_py(&class, vm)?))
        }
        "regexp_match" => build::regexp_match(left, &other()?, flags(1)).py(vm),
        "regexp_replace" => {
            let replacement = operand_from_py(arg(1)?, Role::Expression, vm)?;
            build::regexp_replace(left, &other()?, &replacement, flags(2)).py(vm)
        }
        "desc" => Ok(build::desc(left)),
        "asc" => Ok(build::asc(left)),
        "nulls_first" => Ok(build::nulls_first(left)),
        "nulls_last" => Ok(build::nulls_last(left)),
        "distinct" => Ok(build::distinct(left)),
        "any" => Ok(build::any_(left)),
        "all" => Ok(build::all_(left)),
        "collate" => {
            if text_of(arg(0)?).is_none() {
                let class = arg(0)?.class().name().to_string();
                return Err(vm.new_attribute_error(format!("'{class}' object has no attribute 'replace'")));
            }
            let made = build::collate(left, &text_of(arg(0)?).unwrap_or_default());
            collated_type(left.ty(), arg(0)?, vm).map(|ty| ty.map_or(made.clone(), |ty| made.with_type(ty)))
        }
        "label" => {
            let name = match args.args.first() {
                Some(name) => super::coerce::name_from_py(name, vm)?,
                None => None,
            };
            Ok(build::label(left, name))
        }
        "cast" => Ok(build::cast(&left.into(), type_from_py(arg(0)?, vm)?)),
        "op" => custom(left, args, false, vm),
        "rop" => custom(left, args, true, vm),
        "getitem" => getitem(left, arg(0)?, vm),
        "pow" => build::func_("pow", vec![left.into(), other()?]).py(vm),
        "rpow" => build::func_("pow", vec![other()?, left.into()]).py(vm),
        _ => {
            let name =
                name.strip_prefix('r').filter(|it| matches!(*it, "matmul" | "lshift" | "rshift")).unwrap_or(name);
            Err(vm.new_not_implemented_error(format!("Operator '{name}' is not supported on this expression")))
        }
    }
}

/// The type of `expr.collate(...)` where it is not `String` or `Text` itself: `Unicode` stays `Unicode`.
fn collated_type(ty: &Type, collation: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Option<Type>> {
    if !matches!(ty.kind, TypeKind::String { .. } | TypeKind::Text { .. }) {
        return Ok(None);
    }
    let object = super::types::type_to_py(ty, vm)?;
    if !matches!(&*object.class().name(), "Unicode" | "UnicodeText") {
        return Ok(None);
    }
    let length = object.get_attr("length", vm)?;
    let class: PyObjectRef = object.class().to_owned().into();
    type_from_py(&*class.call((length, collation.clone()), vm)?, vm).map(Some)
}

/// `expr.op("~", ...)(other)`: arguments are other, text, precedence, is_comparison, return_type, eager.
fn custom(left: &Expr, args: &FuncArgs, reverse: bool, vm: &VirtualMachine) -> PyResult<Expr> {
    let [other, text, precedence, is_comparison, return_type, rest @ ..] = &args.args[..] else {
        return Err(vm.new_type_error("op() needs its options"));
    };
    let flag = |index: usize| rest.get(index).map_or(Ok(false), |it| it.clone().try_to_bool(vm));
    let text = text_of(text).unwrap_or_default();
    if let Some(class) = rest.get(2) {
        let class = class.clone().try_into_value(vm)?;
        super::operators::check_bits(class, || format!("custom operator '{text}'"), left.ty(), vm)?;
    }
    let op = Op::Custom {
        text,
        precedence: precedence.clone().try_into_value::<i16>(vm)?,
        is_comparison: is_comparison.clone().try_to_bool(vm)?,
        eager_grouping: flag(0)?,
        natural_self_precedent: flag(1)?,
    };
    let return_type = if vm.is_none(return_type) { None } else { Some(type_from_py(return_type, vm)?) };
    let other = operand_from_py(other, Role::Expression, vm)?;
    if reverse {
        return build::reverse_operate(op, &other, left).py(vm);
    }
    build::op(op, left, &other, return_type).py(vm)
}

/// `expr[index]` of a JSON value, or of whatever the type allows.
fn getitem(left: &Expr, index: &PyObject, vm: &VirtualMachine) -> PyResult<Expr> {
    use crate::sql::types::{Affinity, TypeKind, TypeNode};
    use crate::sql::value::Value;
    if left.ty().affinity() != Affinity::Json {
        return Err(vm.new_not_implemented_error("Operator 'getitem' is not supported on this expression"));
    }
    if let Operand::Expr(index) = operand_from_py(index, Role::Expression, vm)? {
        return Ok(build::json_getitem(left, &index, false, left.ty().clone()));
    }
    let value = crate::python::value::value_from_py(&index.to_owned(), vm);
    let path = index.downcast_ref::<rustpython_vm::builtins::PyList>().is_some()
        || index.downcast_ref::<rustpython_vm::builtins::PyTuple>().is_some();
    let is_int = matches!(value, Value::Int(_));
    let ty = TypeNode::new(if path { TypeKind::JsonPath } else { TypeKind::JsonIndex { is_int } });
    let named = build::bind_for(left, None, value);
    let ExprKind::Bind(bind) = named.kind() else {
        return Err(vm.new_type_error("a JSON key, index or path is expected"));
    };
    let bind = Expr::new(ExprKind::Bind(bind.clone()), ty);
    Ok(build::json_getitem(left, &bind, path, left.ty().clone()))
}

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use super::super::coerce::{
        Role, expr_from_py, expr_to_py, exprs_from_py, from_to_py, is_clause, operand_from_py, query_from_py,
    };
    use super::super::types::{is_type, type_from_py, type_to_py};
    use super::operate_py;
    use crate::python::exc::{self, IntoPy};
    use crate::python::value::{SqlText, text_of, value_from_py, value_to_py, with_vm};
    use crate::sql::build;
    use crate::sql::expr::{Bind, BindValue, Expr, ExprKind, Name};
    use crate::sql::schema::ColumnNode;
    use crate::sql::types::null_type;
    use crate::sql::value::Value;
    use rustpython_vm::{
        AsObject, Py, PyObjectRef, PyPayload, PyResult, VirtualMachine, function::FuncArgs, types::Constructor,
    };
    use std::cell::RefCell;
    use std::rc::Rc;

    /// Base of every column expression.
    #[pyattr]
    #[pyclass(name = "Element", module = "_sqlalchemy")]
    #[derive(Debug, PyPayload, Default)]
    pub(crate) struct Element {
        pub(crate) expr: RefCell<Option<Expr>>,
        /// Its class is the program's own.
        pub(crate) own: std::cell::Cell<bool>,
        /// The node that has this object as its host.
        pub(crate) hosted: RefCell<std::rc::Weak<crate::sql::expr::ExprNode>>,
    }

    new_empty!(Element);

    #[pyclass(with(Constructor), flags(BASETYPE, HAS_WEAKREF))]
    impl Element {
        /// Takes over the expression of another element.
        #[pymethod]
        fn _take(zelf: &Py<Self>, other: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            let expr = expr_from_py(&other, Role::Any, vm)?;
            *zelf.expr.borrow_mut() = Some(expr);
            zelf.own.set(super::super::custom::is_own(zelf.as_object(), vm));
            Ok(())
        }
    }

    /// `operate(name, expr, *args, **kw)`
    #[pyfunction]
    fn operate(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let name = text_of(&args.shift()).unwrap_or_default();
        let left = args.shift();
        let left = expr_from_py(&left, Role::Any, vm)?;
        if let Some(turned) = super::super::operators::turned_comparison(&name, &left, &args, vm)? {
            return expr_to_py(&turned, vm);
        }
        expr_to_py(&operate_py(&name, &left, &args, vm)?, vm)
    }

    /// `function.as_comparison(left_index, right_index)`
    #[pyfunction]
    fn function_as_comparison(object: PyObjectRef, left: usize, right: usize, vm: &VirtualMachine) -> PyResult {
        let expr = expr_from_py(&object, Role::Element, vm)?;
        let ExprKind::Function(function) = expr.kind() else {
            return Err(vm.new_type_error("a function was expected"));
        };
        let operands = Some((left.saturating_sub(1), right.saturating_sub(1)));
        let function = crate::sql::expr::Function { operands, ..function.clone() };
        let function = Expr::new(ExprKind::Function(function), expr.ty().clone());
        expr_to_py(&Expr::new(ExprKind::TypeCoerce(function), crate::sql::types::boolean_type()), vm)
    }
    /// The two arguments that such a function compares.
    #[pyfunction]
    fn function_operands(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let expr = expr_from_py(&object, Role::Element, vm)?;
        let inner = if let ExprKind::TypeCoerce(inner) = expr.kind() { inner } else { &expr };
        let Some((left, right)) = inner.as_comparison() else {
            return Err(vm.new_index_error("list index out of range"));
        };
        Ok(vm.ctx.new_tuple(vec![expr_to_py(left, vm)?, expr_to_py(right, vm)?]).into())
    }

    #[pyfunction]
    fn and_(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        expr_to_py(&build::and_(&exprs_from_py(&args.args, Role::Where, vm)?), vm)
    }
    #[pyfunction]
    fn or_(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        expr_to_py(&build::or_(&exprs_from_py(&args.args, Role::Where, vm)?), vm)
    }
    #[pyfunction]
    fn not_(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let expr = expr_from_py(&object, Role::Element, vm)?;
        if matches!(expr.kind(), ExprKind::Text(_)) {
            return Err(vm.new_exception_empty(vm.ctx.exceptions.assertion_error.to_owned()));
        }
        super::super::operators::check_class("inv", expr.ty(), vm)?;
        expr_to_py(&build::not_(&expr), vm)
    }
    /// `UnaryExpression(element, operator, modifier, type_)`
    #[pyfunction]
    fn unary(
        element: PyObjectRef,
        operator: PyObjectRef,
        modifier: PyObjectRef,
        ty: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult {
        let operator = super::super::operators::operator_from_py(&operator, vm)?;
        let modifier = super::super::operators::operator_from_py(&modifier, vm)?;
        let element = expr_from_py(&element, Role::Element, vm)?;
        let element = build::self_group(&element, operator.as_ref().or(modifier.as_ref()));
        expr_to_py(&Expr::new(ExprKind::Unary { operator, modifier, element }, type_from_py(&ty, vm)?), vm)
    }
    /// `element.self_group(against)`; `against` is the name of an operator.
    #[pyfunction]
    fn self_group(object: PyObjectRef, against: Option<String>, vm: &VirtualMachine) -> PyResult {
        let expr = expr_from_py(&object, Role::Any, vm)?;
        let against = against.and_then(|it| super::super::operators::named(&it));
        let grouped = build::self_group(&expr, against.as_ref());
        if grouped.is(&expr) { Ok(object) } else { expr_to_py(&grouped, vm) }
    }
    /// An expression in parentheses.
    #[pyfunction]
    fn grouping(element: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let expr = expr_from_py(&element, Role::Any, vm)?;
        let ty = expr.ty().clone();
        expr_to_py(&Expr::new(ExprKind::Grouping(expr), ty), vm)
    }
    #[pyfunction]
    fn constant(name: String, vm: &VirtualMachine) -> PyResult {
        let expr = match &*name {
            "true" => build::true_(),
            "false" => build::false_(),
            _ => build::null(),
        };
        expr_to_py(&expr, vm)
    }
    /// Any object as an element: `literal(value)`, or `literal(value, type)`.
    #[pyfunction]
    fn literal(value: PyObjectRef, ty: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        if is_clause(&value) || crate::python::sqlalchemy::coerce::is_schema_item(&value, vm)? {
            return Err(Role::Literal.refused(&value, &value, vm));
        }
        crate::python::sqlalchemy::coerce::refuse_instance(&value, vm)?;
        if vm.is_none(&ty) {
            return expr_to_py(&build::literal(value_from_py(&value, vm)), vm);
        }
        let ty = type_from_py(&ty, vm)?;
        expr_to_py(&Expr::bind(None, value_from_py(&value, vm), ty), vm)
    }
    /// An object as an element, strings as bound values.
    #[pyfunction]
    fn as_element(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        expr_to_py(&expr_from_py(&object, Role::Element, vm)?, vm)
    }
    /// An object as an element of an ordering: strings name columns.
    #[pyfunction]
    fn as_column_element(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        expr_to_py(&expr_from_py(&object, Role::ByOf, vm)?, vm)
    }
    #[pyfunction]
    fn literal_column(text: SqlText, ty: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let ty = if vm.is_none(&ty) { None } else { Some(type_from_py(&ty, vm)?) };
        expr_to_py(&build::literal_column(&text.0, ty), vm)
    }
    /// The `quote` of a `quoted_name`.
    pub(crate) fn quote_of(name: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Option<bool>> {
        match vm.get_attribute_opt(name, "quote")? {
            Some(quote) if !vm.is_none(&quote) => quote.try_to_bool(vm).map(Some),
            _ => Ok(None),
        }
    }
    /// `column("name", type)`
    #[pyfunction]
    fn plain_column(name: PyObjectRef, ty: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let ty = type_from_py(&ty, vm)?;
        let Some(text) = text_of(&name) else {
            return Err(vm.new_attribute_error(format!("'{}' object has no attribute 'lower'", name.class().name())));
        };
        let column = ColumnNode::named(&text, quote_of(&name, vm)?, ty, None);
        expr_to_py(&Expr::column(&column), vm)
    }
    /// `column(..., _selectable=from)`
    #[pyfunction]
    fn set_column_table(column: PyObjectRef, from: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let expr = expr_from_py(&column, Role::Any, vm)?;
        if let Some(column) = expr.as_column() {
            *column.table.borrow_mut() = Some(super::super::coerce::expect_from(&from, vm)?);
        }
        Ok(())
    }
    /// `bindparam(...)`: key, value (or `...` for none), type, unique, required, expanding, literal_execute, callable
    #[pyfunction]
    fn bindparam(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let [key, value, ty, unique, required, expanding, literal_execute, callable] = &args.args[..] else {
            return Err(vm.new_type_error("bindparam() takes 8 arguments"));
        };
        let flag = |it: &PyObjectRef| it.clone().try_to_bool(vm);
        let no_value = value.is(&vm.ctx.ellipsis);
        let expanding = flag(expanding)?;
        let known = if no_value { Value::Null } else { value_from_py(value, vm) };
        let known = match (expanding, crate::python::value::sequence_items(value, vm)) {
            (true, Ok(Some(items))) if !no_value => Value::List(items.into()),
            _ => known,
        };
        let ty = if vm.is_none(ty) {
            match &known {
                Value::List(items) => items.first().map_or_else(null_type, build::type_of_value),
                other => build::type_of_value(other),
            }
        } else {
            type_from_py(ty, vm)?
        };
        let name = text_of(key);
        let bind = Bind {
            key: match (&name, flag(unique)?) {
                (None, _) => Name::anon("param"),
                (Some(name), true) => Name::anon(name),
                (Some(name), false) => Name::Given(name.clone().into()),
            },
            value: if !vm.is_none(callable) {
                let callable = callable.clone();
                BindValue::Callable(Rc::new(move || {
                    with_vm(|vm| callable.call((), vm).map(|it| value_from_py(&it, vm)).map_err(exc::to_host))
                }))
            } else if no_value {
                if flag(required)? { BindValue::Required } else { BindValue::Value(Value::Null) }
            } else {
                BindValue::Value(known)
            },
            expanding,
            is_in_comparison: false,
            is_row_count: false,
            unique: flag(unique)?,
            literal_execute: flag(literal_execute)?,
            required: flag(required)?,
        };
        expr_to_py(&Expr::new(ExprKind::Bind(bind), ty), vm)
    }
    #[pyfunction]
    fn cast(object: PyObjectRef, ty: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        expr_to_py(&build::cast(&operand_from_py(&object, Role::Element, vm)?, type_from_py(&ty, vm)?), vm)
    }
    #[pyfunction]
    fn try_cast(object: PyObjectRef, ty: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let ty = type_from_py(&ty, vm)?;
        let made = build::cast(&operand_from_py(&object, Role::Element, vm)?, ty.clone());
        let ExprKind::Cast { element, .. } = made.kind() else { return expr_to_py(&made, vm) };
        expr_to_py(&Expr::new(ExprKind::Cast { element: element.clone(), try_cast: true }, ty), vm)
    }
    #[pyfunction]
    fn type_coerce(object: PyObjectRef, ty: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        expr_to_py(&build::type_coerce(&operand_from_py(&object, Role::Element, vm)?, type_from_py(&ty, vm)?), vm)
    }
    #[pyfunction]
    fn from_dml_column(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let column = expr_from_py(&object, Role::Any, vm)?;
        let ty = column.ty().clone();
        expr_to_py(&Expr::new(ExprKind::DmlTargetCopy(column), ty), vm)
    }
    /// `case(whens, value, else)`: a list of pairs, or a dict's items with `value`; `...` for no else.
    #[pyfunction]
    fn case(whens: Vec<PyObjectRef>, value: PyObjectRef, else_: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let value = if vm.is_none(&value) { None } else { Some(operand_from_py(&value, Role::Element, vm)?) };
        let mut pairs = Vec::new();
        for pair in whens {
            let (condition, result) = crate::python::value::pair_of(&pair, vm)?;
            let condition = operand_from_py(&condition, Role::Element, vm)?;
            pairs.push((condition, operand_from_py(&result, Role::Element, vm)?));
        }
        let else_ = if else_.is(&vm.ctx.ellipsis) { None } else { Some(operand_from_py(&else_, Role::Element, vm)?) };
        expr_to_py(&build::case(&pairs, value.as_ref(), else_.as_ref()), vm)
    }
    /// `mysql.match()`: columns, what is looked for, names of its modes.
    #[pyfunction]
    fn mysql_match(cols: Vec<PyObjectRef>, against: PyObjectRef, modes: String, vm: &VirtualMachine) -> PyResult {
        let cols = exprs_from_py(&cols, Role::Element, vm)?;
        expr_to_py(&build::mysql_match(cols, &expr_from_py(&against, Role::Element, vm)?, &modes), vm)
    }
    #[pyfunction]
    fn extract(field: String, object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        expr_to_py(&build::extract(&field, &expr_from_py(&object, Role::Element, vm)?), vm)
    }
    #[pyfunction]
    fn tuple_(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        expr_to_py(&build::tuple_(exprs_from_py(&args.args, Role::Element, vm)?), vm)
    }
    /// The query inside EXISTS or a scalar subquery.
    #[pyfunction]
    fn query_of(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let mut expr = expr_from_py(&object, Role::Any, vm)?;
        loop {
            let next = match expr.kind() {
                ExprKind::ScalarSelect(query) | ExprKind::Subquery(query) => {
                    return super::super::statements::query_to_py(query, vm);
                }
                ExprKind::Unary { element, .. } | ExprKind::Grouping(element) => element.clone(),
                _ => return Err(exc::argument(vm, "an expression with a SELECT inside is expected")),
            };
            expr = next;
        }
    }
    #[pyfunction]
    fn exists(query: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let query = query_from_py(&query, vm)?;
        expr_to_py(&build::exists(query.as_ref()), vm)
    }
    #[pyfunction]
    fn scalar_subquery(query: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        match query_from_py(&query, vm)? {
            Some(query) => expr_to_py(&build::scalar_subquery(&query), vm),
            None => Err(exc::argument(vm, "a SELECT is expected")),
        }
    }
    /// `text SEPARATOR`: whether an object is a type or type class.
    #[pyfunction]
    fn is_sql_type(object: PyObjectRef) -> bool {
        is_type(&object)
    }
    /// An attribute of an element by name; raises AttributeError for what it has not.
    #[pyfunction]
    fn element_attr(object: PyObjectRef, name: String, vm: &VirtualMachine) -> PyResult {
        super::super::element_attributes::attribute(&object, &name, vm)
    }
    /// Whether two elements stand for the same one.
    #[pyfunction]
    fn shares_lineage(a: PyObjectRef, b: PyObjectRef, vm: &VirtualMachine) -> PyResult<bool> {
        Ok(crate::sql::labels::shares_lineage(&expr_from_py(&a, Role::Any, vm)?, &expr_from_py(&b, Role::Any, vm)?))
    }
    /// A number that is the same for the same column.
    #[pyfunction]
    fn element_hash(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<i64> {
        let expr = expr_from_py(&object, Role::Any, vm)?;
        Ok(match expr.column_id() {
            Some(id) => (i64::from(id.owner) << 20) + i64::from(id.index),
            None => Rc::as_ptr(&expr.0) as usize as i64,
        })
    }
    /// The truth of `a == b` and `a != b` in Python's `if`; `None` where there is none.
    #[pyfunction]
    fn truth(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<Option<bool>> {
        use crate::sql::operators::Op;
        let expr = expr_from_py(&object, Role::Any, vm)?;
        Ok(match expr.kind() {
            ExprKind::Binary { op: op @ (Op::Eq | Op::Ne), left, right, .. } => {
                let same = match (left.column_id(), right.column_id()) {
                    (Some(a), Some(b)) => a == b,
                    _ => left.is(right),
                };
                Some(same == (*op == Op::Eq))
            }
            _ => None,
        })
    }
    #[pyfunction]
    fn element_type(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let expr = expr_from_py(&object, Role::Any, vm)?;
        type_to_py(expr.ty(), vm)
    }
    /// The value a bind parameter has now.
    /// `bindparam().render_literal_execute()`
    #[pyfunction]
    fn bind_executed_literally(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let expr = expr_from_py(&object, Role::Any, vm)?;
        let ExprKind::Bind(bind) = expr.kind() else { return Ok(object) };
        let bind = Bind { literal_execute: true, ..bind.clone() };
        expr_to_py(&Expr::new(ExprKind::Bind(bind), expr.ty().clone()), vm)
    }
    #[pyfunction]
    pub(crate) fn bind_value(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let expr = expr_from_py(&object, Role::Any, vm)?;
        let ExprKind::Bind(bind) = expr.kind() else { return Ok(vm.ctx.none()) };
        Ok(match &bind.value {
            BindValue::Value(value) => value_to_py(value, vm),
            BindValue::Callable(call) => value_to_py(&call().py(vm)?, vm),
            BindValue::Required => vm.ctx.none(),
        })
    }
    #[pyfunction]
    fn element_table(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let expr = expr_from_py(&object, Role::Any, vm)?;
        let table = expr.as_column().and_then(|it| it.table.borrow().clone());
        table.map_or_else(|| Ok(vm.ctx.none()), |it| from_to_py(&it, vm))
    }
}

/// A frame: unit, then type and value of both ends, then what is excluded.
pub(super) fn frame_from_py(object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Option<Frame>> {
    if vm.is_none(object) {
        return Ok(None);
    }
    let items = super::coerce::IterItems::get_iter_items(&**object, vm)?;
    let [unit, lower, lower_value, upper, upper_value, exclude] = &items[..] else {
        return Err(vm.new_type_error("a frame has six parts"));
    };
    let unit = match &*text_of(unit).unwrap_or_default() {
        "range" => "RANGE",
        "groups" => "GROUPS",
        _ => "ROWS",
    };
    let bound = |kind: &PyObjectRef, value: &PyObjectRef| -> PyResult<FrameBound> {
        Ok(match kind.clone().try_into_value::<u8>(vm)? {
            0 => FrameBound::Unbounded,
            1 => FrameBound::CurrentRow,
            2 => FrameBound::Preceding(expr_from_py(value, Role::Any, vm)?),
            _ => FrameBound::Following(expr_from_py(value, Role::Any, vm)?),
        })
    };
    let (lower, upper) = (bound(lower, lower_value)?, bound(upper, upper_value)?);
    Ok(Some(Frame { unit, lower, upper, exclude: text_of(exclude) }))
}
