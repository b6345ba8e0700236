//! Elements that the host writes itself: classes of a program's own, and classes whose SQL it overrides
//! (`@compiles`).
//!
//! The host gets the running compilation as [`Running`], through which it has parts compiled.

use super::{BindInfo, CompileError, CompileOptions, Compiler, Dialect, Kw, Statement};
use crate::sql::ddl::DdlElement;
use crate::sql::expr::{Expr, ExprKind, Host};
use crate::sql::extension::{ExtensionPoint, Extensions, KeyPart};
use crate::sql::operators::Op;
use crate::sql::schema::{ColumnRef, Constraint};
use crate::sql::selectable::{AliasKind, From};
use crate::sql::types::Type;
use crate::sql::value::HostError;
use indexmap::IndexMap;
use std::cell::RefCell;
use std::rc::Rc;

/// Whatever is compiled by itself.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Node {
    Expr(Expr),
    From(From),
    Statement(Statement),
    Constraint(Rc<Constraint>),
    /// The server's default of a column.
    ColumnDefault(ColumnRef),
}

/// What stands in the keyword arguments of the host's functions, by name; those that are as usual left out.
pub type Flags = Vec<(&'static str, bool)>;

/// The host.
pub trait CompileHook {
    /// The SQL of a node; `None` leaves it out.
    ///
    /// # Errors
    /// Whatever the host raises.
    fn dispatch(&self, node: &Node, running: &Rc<Running>, flags: &Flags) -> Result<Option<String>, HostError>;
    /// What tells the class of an object apart in a cache key; `None` when statements with it are not cached.
    fn cache_key(&self, host: &Host) -> Option<u64>;
    /// What tells it apart from others of its class; `None` when its class does not say.
    fn key_parts(&self, host: &Host) -> Option<Vec<KeyPart>>;
    /// A type as messages show it that no dialect can write.
    fn type_repr(&self, ty: &Type) -> String;
}

thread_local! {
    static HOOK: RefCell<Option<Rc<dyn CompileHook>>> = const { RefCell::new(None) };
    /// Kinds of node that the host wants to be asked for, by the reference's names for visitors.
    static OVERRIDES: RefCell<Option<Rc<[Rc<str>]>>> = const { RefCell::new(None) };
}

/// Sets the host and the kinds of node that it overrides.
pub fn set_compile_hook(hook: Option<Rc<dyn CompileHook>>, overrides: Vec<Rc<str>>) {
    HOOK.set(hook);
    OVERRIDES.set((!overrides.is_empty()).then(|| overrides.into()));
}

/// Does something while the host is not asked; `None` when it overrides built-in elements.
pub fn without_host<R>(work: impl FnOnce() -> R) -> Option<R> {
    if OVERRIDES.with_borrow(Option::is_some) {
        return None;
    }
    let host = HOOK.take();
    let done = work();
    HOOK.set(host);
    Some(done)
}

/// The host.
pub fn compile_hook() -> Option<Rc<dyn CompileHook>> {
    HOOK.with_borrow(Clone::clone)
}

pub(super) fn overrides() -> Option<Rc<[Rc<str>]>> {
    OVERRIDES.with_borrow(Clone::clone)
}

/// A compilation in the hands of the host.
pub struct Running {
    compiler: RefCell<Option<Compiler>>,
    /// The label that is written as its name only.
    render_label: Option<Expr>,
    /// Its dialect.
    pub dialect: Dialect,
}

impl Running {
    /// A compilation that goes on after a statement.
    ///
    /// # Errors
    /// As when it is compiled.
    pub fn after(statement: &Statement, dialect: &Dialect, options: &CompileOptions) -> Result<Rc<Self>, CompileError> {
        let mut compiler = Compiler::new(dialect, options);
        compiler.statement(statement)?;
        let compiler = RefCell::new(Some(compiler));
        Ok(Rc::new(Self { compiler, render_label: None, dialect: dialect.clone() }))
    }

    /// A part as it stands in finished SQL.
    pub fn finished(&self, text: &str) -> String {
        self.compiler.borrow().as_ref().map_or_else(String::new, |it| it.rendered(text))
    }

    /// The parameters so far.
    pub fn binds(&self) -> IndexMap<Rc<str>, BindInfo> {
        self.compiler.borrow().as_ref().map(|it| it.binds.clone()).unwrap_or_default()
    }

    /// Compiles a part. `plain`: the host is not asked for the node itself.
    ///
    /// # Errors
    /// As for whole statements; and when the compilation is over.
    pub fn process(&self, node: &Node, flags: &Flags, plain: bool) -> Result<Option<String>, CompileError> {
        let taken = self.compiler.borrow_mut().take();
        let mut compiler = taken.ok_or_else(|| CompileError::invalid_request("This compilation is over"))?;
        // What the host cannot pass on stays as it was where the node itself is written.
        let render_label = self.render_label.as_ref().filter(|_| plain);
        let text = compiler.node(node, &Kw { render_label, ..Kw::of_flags(flags) }, plain);
        compiler.plain = false;
        *self.compiler.borrow_mut() = Some(compiler);
        text
    }
}

macro_rules! flags {
    ($($name:literal $field:ident)*) => {
        impl Kw<'_> {
            fn flags(&self) -> Flags {
                let usual = Kw::default();
                let mut out = Flags::new();
                $(if self.$field != usual.$field { out.push(($name, self.$field)); })*
                out
            }
            fn of_flags(flags: &Flags) -> Kw<'static> {
                let mut kw = Kw::default();
                for (name, value) in flags {
                    match *name {
                        $($name => kw.$field = *value,)*
                        _ => {}
                    }
                }
                kw
            }
        }
        /// The names of all flags.
        pub const FLAGS: &[&str] = &[$($name),*];
    };
}

flags! {
    "within_columns_clause" within_columns
    "within_label_clause" within_label
    "literal_binds" literal_binds
    "literal_execute" literal_execute
    "include_table" include_table
    "use_schema" use_schema
    "asfrom" asfrom
    "lateral" lateral
    "within_aggregate_function" within_aggregate
    "in_operator_expression" in_operator
    "insert_into" insert_into
    "skip_bind_expression" skip_bind_expression
}

impl Compiler {
    fn node(&mut self, node: &Node, kw: &Kw<'_>, plain: bool) -> Result<Option<String>, CompileError> {
        self.plain = plain;
        Ok(Some(match node {
            Node::Expr(expr) => match expr.kind() {
                ExprKind::FromClause(from) if !from.is_column_valued() => self.from(from, kw)?,
                _ => self.expr(expr, kw)?,
            },
            Node::From(From::Table(_) | From::Lightweight(_)) if !kw.asfrom => String::new(),
            Node::From(from) => self.from(from, kw)?,
            Node::Constraint(constraint) => return self.ddl_constraint(constraint),
            Node::ColumnDefault(column) => return self.column_default(column),
            Node::Statement(statement) => match statement {
                Statement::Select(select) => self.select(select, kw)?,
                Statement::Compound(compound) => self.compound(compound, kw)?,
                Statement::Text(text) => self.text_statement(text, kw)?,
                Statement::Dml(dml) => self.dml(dml, None, kw)?,
                Statement::Expr(expr) | Statement::Function(expr) => self.expr(expr, kw)?,
                Statement::From(from) => self.from(from, kw)?,
                Statement::Ddl(DdlElement::CreateColumn(column)) => return self.create_column(column),
                Statement::Ddl(element) => self.ddl(element)?,
                Statement::Custom(_) => self.dispatch(node, kw)?.unwrap_or_default(),
            },
        }))
    }

    /// Has the host write a node.
    pub(super) fn dispatch(&mut self, node: &Node, kw: &Kw<'_>) -> Result<Option<String>, CompileError> {
        let hook = compile_hook().ok_or_else(|| CompileError::compile("nobody compiles this element"))?;
        let empty = Self::new(&self.dialect, &self.options);
        let dialect = self.dialect.clone();
        let compiler = RefCell::new(Some(std::mem::replace(self, empty)));
        let running = Rc::new(Running { compiler, render_label: kw.render_label.cloned(), dialect });
        let text = hook.dispatch(node, &running, &kw.flags());
        if let Some(compiler) = running.compiler.borrow_mut().take() {
            *self = compiler;
        }
        text.map_err(CompileError::Host)
    }

    /// What stands at a point of a statement, if anything does.
    pub(super) fn extensions(
        &mut self,
        extensions: &Extensions,
        point: ExtensionPoint,
        kw: &Kw<'_>,
    ) -> Result<Option<String>, CompileError> {
        let mut parts = Vec::new();
        for (_, host) in extensions.iter().filter(|it| it.0 == point) {
            let node = Node::Statement(Statement::Custom(host.clone()));
            parts.extend(self.dispatch(&node, kw)?);
        }
        Ok((!parts.is_empty()).then(|| parts.join(" ")))
    }

    /// Whether the host is to be asked for nodes of a kind; not once it handed this one back.
    pub(super) fn is_overridden(&mut self, kind: &str) -> bool {
        !std::mem::take(&mut self.plain) && self.overrides.as_ref().is_some_and(|it| it.iter().any(|it| **it == *kind))
    }

    /// The host's text of an expression that it writes itself.
    pub(super) fn custom_expr(&mut self, expr: &Expr, kw: &Kw<'_>) -> Result<Option<String>, CompileError> {
        let asks = expr.0.host.as_ref().is_some_and(|it| it.asks);
        let plain = self.plain;
        if !self.is_overridden(visit_name(expr)) && (plain || !asks) {
            return Ok(None);
        }
        self.dispatch(&Node::Expr(expr.clone()), kw).map(|it| Some(it.unwrap_or_default()))
    }

    /// The same for a statement or a FROM object.
    pub(super) fn custom(
        &mut self,
        kind: &str,
        node: impl FnOnce() -> Node,
        kw: &Kw<'_>,
    ) -> Result<Option<String>, CompileError> {
        if !self.is_overridden(kind) {
            return Ok(None);
        }
        self.dispatch(&node(), kw).map(|it| Some(it.unwrap_or_default()))
    }
}

/// The name of an expression's class for visitors.
fn visit_name(expr: &Expr) -> &'static str {
    match expr.kind() {
        ExprKind::Column(_) => "column",
        ExprKind::FromClause(_) => "table_valued_column",
        ExprKind::Bind(_) => "bindparam",
        ExprKind::Null => "null",
        ExprKind::True => "true",
        ExprKind::False => "false",
        ExprKind::Text(_) => "textclause",
        ExprKind::Binary { .. } => "binary",
        ExprKind::Unary { .. } => "unary",
        ExprKind::LabelReference(_) => "label_reference",
        ExprKind::TextualLabelReference(_) => "textual_label_reference",
        ExprKind::List { op: Op::Comma, .. } => "clauselist",
        ExprKind::List { .. } => "expression_clauselist",
        ExprKind::Grouping(_) | ExprKind::ScalarSelect(_) | ExprKind::Subquery(_) => "grouping",
        ExprKind::Label { .. } => "label",
        ExprKind::Function(_) => "function",
        ExprKind::FunctionFilter { .. } => "funcfilter",
        ExprKind::Over(_) => "over",
        ExprKind::WithinGroup { .. } => "withingroup",
        ExprKind::Case { .. } => "case",
        ExprKind::Cast { try_cast: true, .. } => "try_cast",
        ExprKind::Cast { .. } => "cast",
        ExprKind::TypeCoerce(_) => "type_coerce",
        ExprKind::DmlTargetCopy(_) => "dmltargetcopy",
        ExprKind::Extract { .. } => "extract",
        ExprKind::Tuple(_) => "tuple",
        ExprKind::ScalarValues(_) => "scalar_values",
        ExprKind::CollationClause(_) => "collation",
        ExprKind::Custom => "column_element",
    }
}

/// The name of a FROM object's class for visitors.
pub(super) fn from_visit_name(from: &From) -> &'static str {
    match from {
        From::Table(_) | From::Lightweight(_) => "table",
        From::Join(_) => "join",
        From::Text(_) => "textclause",
        From::Alias(alias) => match alias.kind {
            AliasKind::Alias => "alias",
            AliasKind::Subquery => "subquery",
            AliasKind::Lateral => "lateral",
            AliasKind::TableSample { .. } => "tablesample",
            AliasKind::TableValued(_) => "table_valued_alias",
            AliasKind::Values => "values",
            AliasKind::Cte { .. } => "cte",
        },
    }
}

/// The name of a DDL statement's class for visitors.
pub(super) fn ddl_visit_name(element: &DdlElement) -> &'static str {
    use DdlElement as D;
    match element {
        D::CreateTable { .. } => "create_table",
        D::DropTable { .. } => "drop_table",
        D::CreateIndex { .. } => "create_index",
        D::DropIndex { .. } => "drop_index",
        D::AddConstraint(_) => "add_constraint",
        D::DropConstraint { .. } => "drop_constraint",
        D::CreateSchema { .. } => "create_schema",
        D::DropSchema { .. } => "drop_schema",
        D::SetTableComment(_) => "set_table_comment",
        D::DropTableComment(_) => "drop_table_comment",
        D::SetColumnComment(_) => "set_column_comment",
        D::DropColumnComment(_) => "drop_column_comment",
        D::CreateSequence { .. } => "create_sequence",
        D::DropSequence { .. } => "drop_sequence",
        D::CreateView { .. } => "create_view",
        D::DropView { .. } => "drop_view",
        D::CreateTableAs { .. } => "create_table_as",
        D::SetConstraintComment { .. } => "set_constraint_comment",
        D::DropConstraintComment(_) => "drop_constraint_comment",
        D::Text(_) | D::Template { .. } => "ddl",
        D::CreateColumn(_) | D::Custom(_) => "",
    }
}
