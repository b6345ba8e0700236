//! Elements of a program's own classes, and built-in ones whose SQL it overrides: the Python side of
//! `sqlalchemy.ext.compiler`.

use super::coerce::{IterItems, expr_to_py, from_to_py};
use super::elements::Element;
use super::registry;
use super::statements::{StatementObject, Stmt};
use crate::python::exc::to_host;
use crate::python::value::{text_of, with_vm};
use crate::sql::compile::{CompileHook, Flags, Node, Running, Statement};
use crate::sql::ddl::DdlElement;
use crate::sql::expr::{Expr, ExprKind, Host};
use crate::sql::extension::KeyPart;
use crate::sql::types::{Type, null_type};
use crate::sql::value::HostError;
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine,
    builtins::{PyDict, PyType},
};
use std::rc::Rc;

/// Whether a class is one of the package's.
fn is_librarys(class: &Py<PyType>, vm: &VirtualMachine) -> bool {
    let module = class.as_object().get_attr("__module__", vm).ok().and_then(|it| text_of(&it));
    module.is_none_or(|it| it.starts_with("sqlalchemy.") || &*it == "_sqlalchemy")
}

/// Whether an object's class is the program's.
pub(super) fn is_own(object: &PyObject, vm: &VirtualMachine) -> bool {
    !is_librarys(object.class(), vm)
}

fn host_of(object: &PyObject, vm: &VirtualMachine) -> PyResult<Host> {
    let name = object.class().as_object().get_attr("__visit_name__", vm).ok().and_then(|it| text_of(&it));
    let asks = name.is_none_or(|it| &*it == "column_element");
    Ok(Host { object: Rc::new(object.to_owned()), asks })
}

/// The Python object behind a host.
pub(super) fn object_of(host: &Host) -> Option<&PyObjectRef> {
    host.object.downcast_ref::<PyObjectRef>()
}

/// An object that only the host can write.
pub(super) fn opaque(object: &PyObject) -> Host {
    Host { object: Rc::new(object.to_owned()), asks: true }
}

/// The expression of an element of the program's own class: `filled` where the class of the package that it
/// inherits from gave it one.
pub(super) fn expr_of(object: &PyObject, filled: Option<Expr>, vm: &VirtualMachine) -> PyResult<Expr> {
    let host = host_of(object, vm)?;
    if let Some(expr) = filled {
        return Ok(Expr::hosted(expr.kind().clone(), expr.ty().clone(), host));
    }
    let ty = match vm.get_attribute_opt(object, "type")? {
        Some(ty) if super::types::is_type(&ty) => super::types::type_from_py(&ty, vm)?,
        _ => null_type(),
    };
    Ok(Expr::hosted(ExprKind::Custom, ty, host))
}

/// The Python object of such an expression; a copy of it, where a part inside was exchanged.
pub(super) fn object_of_expr(expr: &Expr, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
    let Some(object) = expr.0.host.as_ref().and_then(|it| object_of(it)) else { return Ok(None) };
    let Some(element) = object.downcast_ref::<Element>() else { return Ok(None) };
    if element.is_hosted_by(expr) {
        return Ok(Some(object.clone()));
    }
    let made: PyObjectRef = Element::new(Expr::new(expr.kind().clone(), expr.ty().clone()))
        .into_ref_with_type(vm, object.class().to_owned())?
        .into();
    if let Some(native) = made.downcast_ref::<Element>() {
        native.own.set(true);
    }
    if let (Some(old), Some(new)) = (object.dict(), made.dict()) {
        for (key, value) in &old {
            new.set_item(&*key, value, vm)?;
        }
    }
    Ok(Some(made))
}

/// The statement of an object of the program's own class that compiles itself.
pub(super) fn statement_of(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Statement>> {
    let unfilled = match object.downcast_ref::<StatementObject>() {
        Some(statement) => statement.stmt.borrow().is_none(),
        None => {
            object.downcast_ref::<Element>().is_none()
                && object.downcast_ref::<super::selectables::FromObject>().is_none()
        }
    };
    let base = registry::type_named("sqlalchemy.sql.base:ClauseElement", vm)?;
    let writes = |vm: &VirtualMachine| object.class().has_attr(vm.ctx.intern_str("_written"));
    if !unfilled || !object.fast_isinstance(&base) || !(is_own(object, vm) || writes(vm)) {
        return Ok(None);
    }
    let host = Rc::new(opaque(object));
    let is_ddl = object.get_attr("_is_ddl", vm)?.try_to_bool(vm)?;
    Ok(Some(if is_ddl { Statement::Ddl(DdlElement::Custom(host)) } else { Statement::Custom(host) }))
}

/// INSERT, UPDATE or DELETE as a Python object.
pub(super) fn dml_to_py(dml: &Rc<crate::sql::dml::Dml>, vm: &VirtualMachine) -> PyResult {
    use crate::sql::dml::Dml;
    let class = match &**dml {
        Dml::Insert(_) => "Insert",
        Dml::Update(_) => "Update",
        Dml::Delete(_) => "Delete",
    };
    StatementObject::make(Stmt::Dml(dml.clone()), &format!("sqlalchemy.sql.dml:{class}"), vm)
}

fn statement_to_py(statement: &Statement, vm: &VirtualMachine) -> PyResult {
    let (stmt, class) = match statement {
        Statement::Select(it) => (Stmt::Select(it.clone()), "selectable:Select"),
        Statement::Compound(it) => (Stmt::Compound(it.clone()), "selectable:CompoundSelect"),
        Statement::Text(it) => (Stmt::Text(it.clone()), "elements:TextClause"),
        Statement::Dml(it) => return dml_to_py(it, vm),
        Statement::Expr(expr) | Statement::Function(expr) => return expr_to_py(expr, vm),
        Statement::From(from) => return from_to_py(from, vm),
        Statement::Ddl(element) => return ddl_to_py(element, vm),
        Statement::Custom(host) => return Ok(object_of(host).cloned().unwrap_or_else(|| vm.ctx.none())),
    };
    StatementObject::make(stmt, &format!("sqlalchemy.sql.{class}"), vm)
}

/// A DDL statement as an object of its class, with what it is about as its `element`.
fn ddl_to_py(ddl: &DdlElement, vm: &VirtualMachine) -> PyResult {
    use crate::sql::selectable::From;
    use DdlElement as D;
    let table = |it: &crate::sql::schema::TableRef| from_to_py(&From::Table(it.clone()), vm);
    let text = |it: &str| -> PyResult { Ok(vm.ctx.new_str(it).into()) };
    let column = |it: &crate::sql::schema::ColumnRef| expr_to_py(&Expr::column(it), vm);
    let (class, element, flag) = match ddl {
        D::Custom(host) => return Ok(object_of(host).cloned().unwrap_or_else(|| vm.ctx.none())),
        D::CreateTable { table: it, if_not_exists, .. } => ("CreateTable", table(it)?, *if_not_exists),
        D::DropTable { table: it, if_exists } => ("DropTable", table(it)?, *if_exists),
        D::CreateIndex { index, if_not_exists } => {
            ("CreateIndex", super::schema::index_to_py(index, vm)?, *if_not_exists)
        }
        D::DropIndex { index, if_exists } => ("DropIndex", super::schema::index_to_py(index, vm)?, *if_exists),
        D::AddConstraint(it) => ("AddConstraint", super::schema::constraint_to_py(it, vm)?, false),
        D::DropConstraint { constraint, if_exists, .. } => {
            ("DropConstraint", super::schema::constraint_to_py(constraint, vm)?, *if_exists)
        }
        D::CreateSchema { name, if_not_exists } => ("CreateSchema", text(name)?, *if_not_exists),
        D::DropSchema { name, if_exists, .. } => ("DropSchema", text(name)?, *if_exists),
        D::CreateColumn(it) => ("CreateColumn", column(it)?, false),
        D::SetTableComment(it) => ("SetTableComment", table(it)?, false),
        D::DropTableComment(it) => ("DropTableComment", table(it)?, false),
        D::SetColumnComment(it) => ("SetColumnComment", column(it)?, false),
        D::DropColumnComment(it) => ("DropColumnComment", column(it)?, false),
        D::CreateSequence { name, if_not_exists, .. } => ("CreateSequence", text(name)?, *if_not_exists),
        D::DropSequence { name, if_exists, .. } => ("DropSequence", text(name)?, *if_exists),
        D::CreateView { table: it, if_not_exists, .. } => ("CreateView", table(it)?, *if_not_exists),
        D::DropView { table: it, if_exists, .. } => ("DropView", table(it)?, *if_exists),
        D::CreateTableAs { table: it, if_not_exists, .. } => ("CreateTableAs", table(it)?, *if_not_exists),
        D::SetConstraintComment { constraint: it, .. } => {
            ("SetConstraintComment", super::schema::constraint_to_py(it, vm)?, false)
        }
        D::DropConstraintComment(it) => ("DropConstraintComment", super::schema::constraint_to_py(it, vm)?, false),
        D::Text(it) => ("DDL", text(it)?, false),
        D::Template { text, .. } => {
            return Ok(text.host().downcast_ref::<PyObjectRef>().cloned().unwrap_or_else(|| vm.ctx.none()));
        }
    };
    let made = StatementObject::make(Stmt::Ddl(ddl.clone()), &format!("sqlalchemy.sql.ddl:{class}"), vm)?;
    made.set_attr(if class == "DDL" { "statement" } else { "element" }, element, vm)?;
    let words = if class.starts_with("Create") { "if_not_exists" } else { "if_exists" };
    made.set_attr(words, vm.ctx.new_bool(flag), vm)?;
    Ok(made)
}

/// What `sqlalchemy.ext.compiler` does.
struct Hook;

impl CompileHook for Hook {
    fn dispatch(&self, node: &Node, running: &Rc<Running>, flags: &Flags) -> Result<Option<String>, HostError> {
        with_vm(|vm| native::dispatch(node, running, flags, vm).map_err(to_host))
    }
    fn cache_key(&self, host: &Host) -> Option<u64> {
        let object = object_of(host)?;
        with_vm(|vm| {
            if is_plain(object, vm) {
                return Some(object.class().get_id() as u64);
            }
            let asked = registry::class_of("sqlalchemy.ext.compiler:_is_cacheable", vm)
                .and_then(|it| it.call((object.class().to_owned(),), vm));
            let is_cacheable = asked.and_then(|it| it.try_to_bool(vm)).unwrap_or(false);
            is_cacheable.then(|| object.class().get_id() as u64)
        })
    }
    fn type_repr(&self, ty: &Type) -> String {
        with_vm(|vm| {
            let object = super::types::type_to_py(ty, vm).unwrap_or_else(|_| vm.ctx.none());
            crate::python::value::repr_of(&object, vm)
        })
    }
    fn key_parts(&self, host: &Host) -> Option<Vec<KeyPart>> {
        let object = object_of(host)?;
        with_vm(|vm| {
            if is_plain(object, vm) {
                return key_part(object, vm).map(|it| vec![it]);
            }
            let asked = registry::class_of("sqlalchemy.ext.compiler:_key_parts", vm)
                .and_then(|it| it.call((object.clone(),), vm))
                .ok()?;
            asked.get_iter_items(vm).ok()?.iter().map(|it| key_part(it, vm)).collect()
        })
    }
}

/// Whether an object is an expression or statement of the package's that needs no host.
fn is_plain(object: &PyObject, vm: &VirtualMachine) -> bool {
    let is_native = object.downcast_ref::<Element>().is_some() || object.downcast_ref::<StatementObject>().is_some();
    is_native && !is_own(object, vm)
}

fn key_part(part: &PyObjectRef, vm: &VirtualMachine) -> Option<KeyPart> {
    match text_of(part) {
        Some(text) => Some(KeyPart::Text(text)),
        None => super::coerce::expr_from_py(part, super::coerce::Role::Any, vm).ok().map(KeyPart::Expr),
    }
}

/// Lets the SQL layer ask for elements of the program's own; `overrides`: kinds of built-in ones, too.
pub(super) fn set_hook(overrides: Vec<Rc<str>>) {
    crate::sql::compile::set_compile_hook(Some(Rc::new(Hook)), overrides);
}

#[pymodule(sub, name = "_sqlalchemy")]
pub(crate) mod native {
    use super::super::coerce::{Role, clause_element, expr_from_py, from_from_py};
    use super::super::compile::native::plain;
    use super::*;
    use crate::python::exc::IntoPy;
    use crate::sql::compile::FLAGS;

    /// A running compilation, for functions that write elements.
    #[pyattr]
    #[pyclass(name = "RunningCompile", module = "_sqlalchemy")]
    #[derive(PyPayload)]
    pub(crate) struct RunningCompile {
        running: Rc<Running>,
    }

    impl std::fmt::Debug for RunningCompile {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("RunningCompile")
        }
    }

    impl RunningCompile {
        pub(crate) fn to_py(running: Rc<Running>, vm: &VirtualMachine) -> PyObjectRef {
            Self { running }.into_pyobject(vm)
        }
        pub(crate) fn binds(&self) -> indexmap::IndexMap<Rc<str>, crate::sql::compile::BindInfo> {
            self.running.binds()
        }
    }

    #[pyclass]
    impl RunningCompile {
        /// A part as it stands in finished SQL.
        #[pymethod]
        fn finished(zelf: &Py<Self>, text: String) -> String {
            zelf.running.finished(&text)
        }
        #[pygetset]
        fn dialect_name(zelf: &Py<Self>) -> Option<String> {
            let name = zelf.running.dialect.name;
            (name != "default").then(|| name.to_owned())
        }
        #[pymethod]
        fn default_text(zelf: &Py<Self>, column: PyObjectRef, vm: &VirtualMachine) -> PyResult<Option<String>> {
            column_default(zelf, &column, vm)
        }
        /// `process(object, kw, plain)`; `plain`: the object itself is not dispatched.
        #[pymethod]
        fn process(
            zelf: &Py<Self>,
            object: PyObjectRef,
            kw: PyObjectRef,
            plain: bool,
            vm: &VirtualMachine,
        ) -> PyResult {
            let mut flags = Flags::new();
            if let Some(dict) = kw.downcast_ref::<PyDict>() {
                for name in FLAGS {
                    if let Some(value) = dict.get_item_opt(*name, vm)? {
                        flags.push((name, value.try_to_bool(vm)?));
                    }
                }
            }
            let text = zelf.running.process(&node_of(object, vm)?, &flags, plain).py(vm)?;
            Ok(text.map_or_else(|| vm.ctx.none(), |it| vm.ctx.new_str(it).into()))
        }
    }

    /// The text of the server's default of a column.
    fn column_default(zelf: &RunningCompile, column: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Option<String>> {
        match super::super::coerce::column_from_py(column, vm)? {
            Some(column) => zelf.running.process(&Node::ColumnDefault(column), &Flags::new(), true).py(vm),
            None => Ok(None),
        }
    }

    fn node_of(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<Node> {
        if let Some(statement) = statement_of(&object, vm)? {
            return Ok(Node::Statement(statement));
        }
        if object.downcast_ref::<StatementObject>().is_some() {
            let object = plain(object, vm)?;
            let statement = super::super::statements::statement_from_py(&object, vm)?;
            return statement.map(Node::Statement).ok_or_else(|| vm.new_type_error("a statement is expected"));
        }
        if object.downcast_ref::<Element>().is_some() {
            return Ok(Node::Expr(expr_from_py(&object, Role::Any, vm)?));
        }
        if object.downcast_ref::<super::super::selectables::FromObject>().is_some()
            && let Some(from) = from_from_py(&object, vm)?
        {
            return Ok(Node::From(from));
        }
        if let Some(super::super::schema::Item::Constraint(constraint)) = super::super::schema::item_of(&object) {
            return Ok(Node::Constraint(constraint));
        }
        match clause_element(&object, vm)? {
            Some(inner) => node_of(inner, vm),
            None => Err(vm.new_attribute_error(format!(
                "'{}' object has no attribute '_compiler_dispatch'",
                object.class().name()
            ))),
        }
    }

    pub(super) fn dispatch(
        node: &Node,
        running: &Rc<Running>,
        flags: &Flags,
        vm: &VirtualMachine,
    ) -> PyResult<Option<String>> {
        let object = match node {
            Node::Expr(expr) => expr_to_py(expr, vm)?,
            Node::From(from) => from_to_py(from, vm)?,
            Node::Statement(statement) => statement_to_py(statement, vm)?,
            Node::Constraint(constraint) => super::super::schema::constraint_to_py(constraint, vm)?,
            Node::ColumnDefault(_) => return Ok(None),
        };
        let kw = vm.ctx.new_dict();
        for (name, value) in flags {
            kw.set_item(*name, vm.ctx.new_bool(*value).into(), vm)?;
        }
        let handle = RunningCompile::to_py(running.clone(), vm);
        let dispatch = registry::class_of("sqlalchemy.ext.compiler:_dispatch", vm)?;
        let text = dispatch.call((object, handle, kw), vm)?;
        if vm.is_none(&text) {
            return Ok(None);
        }
        match text_of(&text) {
            Some(text) => Ok(Some(text.to_string())),
            None => {
                Err(vm.new_type_error(format!("sequence item 0: expected str instance, {} found", text.class().name())))
            }
        }
    }

    /// Kinds of built-in elements, by their names for visitors, that `_dispatch` is asked for.
    #[pyfunction]
    fn compile_overrides(names: Vec<String>, vm: &VirtualMachine) {
        let _ = vm;
        set_hook(names.into_iter().map(Into::into).collect());
    }
}
