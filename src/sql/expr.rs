//! The expression tree. Immutable and shared; identity of columns is [`ColumnId`].
//!
//! Mirrors `sqlalchemy/sql/elements.py`. Built by `sql::build` (operators, coercion, grouping), spelled by
//! `sql::compile`.

use super::operators::Op;
use super::quoted_name::QuotedName;
use super::schema::{ColumnId, ColumnRef, TableRef, next_id};
use super::select::{Compound, Select};
use super::selectable::From;
use super::types::{Type, boolean_type, null_type};
use super::value::Value;
use std::cell::OnceCell;
use std::fmt::Debug;
use std::rc::Rc;

/// A shared expression.
#[derive(Clone, Debug)]
pub struct Expr(pub Rc<ExprNode>);

/// One node.
#[derive(Debug)]
pub struct ExprNode {
    /// What it is.
    pub kind: ExprKind,
    /// The type of its value.
    pub ty: Type,
    /// The ORM entity it was reached through (`User.name`), for the ORM's compile step.
    pub entity: Option<EntityTag>,
    /// The ORM attribute's key, where it was reached through one.
    pub proxy_key: Option<Rc<str>>,
    /// What the join of a relationship says of it.
    pub marks: Marks,
    /// What stands for its negation, where that is not the opposite of the same comparison.
    pub negation: OnceCell<Expr>,
    /// The object of a class of the program's own, which may write it.
    pub host: Option<Rc<Host>>,
}

/// On which side of a relationship's join an element stands, and whether it holds the reference. For the ORM.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Marks {
    pub foreign: bool,
    pub remote: bool,
    pub local: bool,
}

/// An object of the host that is an element of a statement.
pub struct Host {
    /// The object.
    pub object: Rc<dyn std::any::Any>,
    /// Only the host can write it.
    pub asks: bool,
}

impl Debug for Host {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Host")
    }
}

/// A number by which the ORM knows a mapper or an aliased entity again. Opaque here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityTag(pub u32);

/// A name that is given, or made up when the statement is compiled (`anon_1`, `count_1`).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Name {
    /// As written.
    Given(QuotedName),
    /// `base_N`, N counted per base in one statement; the same `id` gets the same name.
    Anon {
        /// Identity.
        id: u32,
        /// What stands before the number.
        base: Rc<str>,
    },
}

impl Name {
    /// As the reference shows it where no statement gave it a number: with what looks like an address in memory.
    pub fn template(&self) -> String {
        match self {
            Self::Given(name) => name.to_string(),
            Self::Anon { id, base } => format!("%({} {base})s", 0x7f00_0000_0000 + u64::from(*id) * 16),
        }
    }
    /// The name, or what the made-up one is made of.
    pub fn base(&self) -> &str {
        match self {
            Self::Given(name) => name,
            Self::Anon { base, .. } => base,
        }
    }
    /// A new made-up name.
    pub fn anon(base: &str) -> Self {
        // `_anonymous_label.safe_construct`
        let is_unsafe = |c: char| matches!(c, '%' | '(' | ')' | ' ' | '$');
        if !base.contains(is_unsafe) {
            return Self::Anon { id: next_id(), base: base.into() };
        }
        let words: Vec<_> = base.split(is_unsafe).filter(|it| !it.is_empty()).collect();
        Self::Anon { id: next_id(), base: words.join("_").trim_matches('_').into() }
    }
}

/// The kinds of expression.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum ExprKind {
    Column(ColumnRef),
    /// A whole FROM object used as an expression, such as `func.count(table)` or a table-valued function.
    FromClause(From),
    Bind(Bind),
    Null,
    True,
    False,
    /// `text()` inside an expression, or a textual fragment.
    Text(Rc<TextClause>),
    Binary {
        op: Op,
        left: Expr,
        right: Expr,
        modifiers: Modifiers,
    },
    /// `operator` in front (`NOT x`, `-x`, `EXISTS x`, `DISTINCT x`) or `modifier` behind (`x DESC`).
    Unary {
        operator: Option<Op>,
        modifier: Option<Op>,
        element: Expr,
    },
    /// `a AND b AND c`, `a + b + c`: a flat chain of one operator.
    List {
        op: Op,
        clauses: Vec<Expr>,
        group: bool,
    },
    Grouping(Expr),
    Label {
        name: Name,
        element: Expr,
    },
    /// The label of a select list referred to again, in ORDER BY or GROUP BY.
    LabelReference(Expr),
    /// A string in ORDER BY or GROUP BY that should name a selected column.
    TextualLabelReference(Rc<str>),
    Function(Function),
    FunctionFilter {
        function: Expr,
        criterion: Expr,
    },
    Over(Over),
    WithinGroup {
        function: Expr,
        order_by: Vec<Expr>,
    },
    Case {
        value: Option<Expr>,
        whens: Vec<(Expr, Expr)>,
        else_: Option<Expr>,
    },
    Cast {
        element: Expr,
        try_cast: bool,
    },
    TypeCoerce(Expr),
    /// `from_dml_column()`: what the statement writes to this column.
    DmlTargetCopy(Expr),
    Extract {
        field: Rc<str>,
        element: Expr,
    },
    Tuple(Vec<Expr>),
    /// A SELECT as a value; always in parentheses.
    ScalarSelect(Query),
    /// A SELECT on the right of IN or inside EXISTS.
    Subquery(Query),
    CollationClause(Rc<str>),
    /// VALUES as a value; always in parentheses.
    ScalarValues(Rc<super::selectable::Alias>),
    /// What its host alone knows how to write.
    Custom,
}

/// A statement that returns rows, inside another.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Query {
    Select(Rc<Select>),
    Compound(Rc<Compound>),
    Text(Rc<TextClause>),
}

/// Extra data of a binary expression.
#[derive(Clone, Debug, Default)]
pub struct Modifiers {
    /// `escape=` of LIKE and its kin.
    pub escape: Option<Rc<str>>,
    /// `flags=` of `regexp_match`.
    pub flags: Option<Rc<str>>,
    /// `autoescape=`: the value is escaped when it is bound.
    pub autoescape: bool,
    /// `between(symmetric=True)`
    pub symmetric: bool,
    /// The operator of the opposite, kept where negation differs from [`Op::negation`].
    pub negate: Option<Op>,
}

/// `bindparam()`
#[derive(Clone, Debug)]
pub struct Bind {
    /// The name; anonymous ones become `name_1`.
    pub key: Name,
    /// The value, if it is known.
    pub value: BindValue,
    /// `IN` list: one placeholder per value when executed.
    pub expanding: bool,
    /// The expanding value stands for rows: `(?, ?), (?, ?)`.
    pub is_in_comparison: bool,
    /// A plain number of `limit()`, `offset()` or `fetch()`.
    pub is_row_count: bool,
    /// Its name is made up for this statement only; INSERT and UPDATE may call it after their column.
    pub unique: bool,
    /// Rendered into the SQL text when executed.
    pub literal_execute: bool,
    /// A value must be given when executed.
    pub required: bool,
}

impl Bind {
    /// A parameter of a name of its own, whose value must come with the execution.
    pub fn to_be_given(name: Rc<str>) -> Self {
        Self {
            key: Name::Given(name.into()),
            value: BindValue::Required,
            expanding: false,
            is_in_comparison: false,
            is_row_count: false,
            unique: true,
            literal_execute: false,
            required: true,
        }
    }
}

/// The value of a bound parameter.
#[derive(Clone)]
pub enum BindValue {
    /// None given: it must come with the execution.
    Required,
    /// Known.
    Value(Value),
    /// Asked of the host when the statement is executed.
    Callable(Rc<dyn Fn() -> Result<Value, super::value::HostError>>),
}

impl Debug for BindValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Required => f.write_str("Required"),
            Self::Value(value) => value.fmt(f),
            Self::Callable(_) => f.write_str("Callable"),
        }
    }
}

/// `func.name(...)`
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Function {
    pub name: Rc<str>,
    /// `func.package.name`
    pub packages: Vec<Rc<str>>,
    pub args: Vec<Expr>,
    /// Written without parentheses, such as `CURRENT_TIMESTAMP`.
    pub is_ansi: bool,
    /// `.aggregate_order_by`
    pub order_by: Vec<Expr>,
    /// Its name is a `quoted_name`.
    pub quote: bool,
    /// `as_comparison()`: the places of the two arguments that it compares.
    pub operands: Option<(usize, usize)>,
}

impl Function {
    /// `postgresql.array(...)`, written with square brackets.
    pub fn is_array_literal(&self) -> bool {
        &*self.name == "ARRAY" && matches!(&self.packages[..], [package] if &**package == "postgresql")
    }
}

/// `OVER (...)`
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Over {
    pub element: Expr,
    pub partition_by: Vec<Expr>,
    pub order_by: Vec<Expr>,
    pub frame: Option<Frame>,
}

/// A window frame.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Frame {
    pub unit: &'static str,
    pub lower: FrameBound,
    pub upper: FrameBound,
    pub exclude: Option<Rc<str>>,
}

/// One end of a window frame.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum FrameBound {
    Unbounded,
    CurrentRow,
    Preceding(Expr),
    Following(Expr),
}

/// `text()`
#[derive(Debug)]
pub struct TextClause {
    /// Its number.
    pub id: u32,
    /// SQL with `:name` where a parameter stands and `\:` for a colon.
    pub text: Rc<str>,
    /// Parameters that were given values or types, by name.
    pub binds: Vec<Bind>,
    /// Types of those binds by name.
    pub bind_types: Vec<(Rc<str>, Type)>,
    /// `.columns(...)`: result columns with types.
    pub columns: Vec<ColumnRef>,
    /// Expressions among what `.columns()` was given, whose parameters are the statement's.
    pub column_exprs: Vec<Expr>,
    /// The columns were given by position.
    pub positional_columns: bool,
    /// `.execution_options(...)`
    pub execution_options: indexmap::IndexMap<Rc<str>, Value>,
    /// `.add_cte()` of what `.columns()` gave.
    pub independent_ctes: Vec<Rc<super::selectable::Alias>>,
}

impl TextClause {
    /// With nothing but its text.
    pub fn new(text: &str) -> Self {
        Self {
            id: next_id(),
            text: text.into(),
            binds: Vec::new(),
            bind_types: Vec::new(),
            columns: Vec::new(),
            column_exprs: Vec::new(),
            positional_columns: false,
            execution_options: indexmap::IndexMap::new(),
            independent_ctes: Vec::new(),
        }
    }
    /// The parameter that stands for a name in the text, if one was given.
    pub fn bind_of(&self, name: &str) -> Option<&Bind> {
        self.binds.iter().find(|it| it.key.base() == name)
    }
    /// A new one of the same content.
    pub fn copy(&self) -> Self {
        Self {
            id: next_id(),
            text: self.text.clone(),
            binds: self.binds.clone(),
            bind_types: self.bind_types.clone(),
            columns: self.columns.clone(),
            column_exprs: self.column_exprs.clone(),
            positional_columns: self.positional_columns,
            execution_options: self.execution_options.clone(),
            independent_ctes: self.independent_ctes.clone(),
        }
    }
}

impl Expr {
    /// A node without ORM annotations.
    pub fn new(kind: ExprKind, ty: Type) -> Self {
        Self(Rc::new(ExprNode {
            kind,
            ty,
            entity: None,
            proxy_key: None,
            marks: Marks::default(),
            negation: OnceCell::new(),
            host: None,
        }))
    }
    /// Its kind.
    pub fn kind(&self) -> &ExprKind {
        &self.0.kind
    }
    /// Its type.
    pub fn ty(&self) -> &Type {
        &self.0.ty
    }
    /// A column as an expression.
    pub fn column(column: &ColumnRef) -> Self {
        Self::new(ExprKind::Column(column.clone()), column.ty())
    }
    /// A column reached through an ORM entity.
    pub fn entity_column(column: &ColumnRef, entity: EntityTag, proxy_key: Option<Rc<str>>) -> Self {
        Self(Rc::new(ExprNode {
            kind: ExprKind::Column(column.clone()),
            ty: column.ty(),
            entity: Some(entity),
            proxy_key,
            marks: Marks::default(),
            negation: OnceCell::new(),
            host: None,
        }))
    }
    /// The same expression with something else inside.
    pub fn with_kind(&self, kind: ExprKind) -> Self {
        Self(Rc::new(ExprNode {
            kind,
            ty: self.0.ty.clone(),
            entity: self.0.entity,
            proxy_key: self.0.proxy_key.clone(),
            marks: self.0.marks,
            negation: OnceCell::new(),
            host: self.0.host.clone(),
        }))
    }
    /// The same expression with these marks.
    #[must_use]
    pub fn with_marks(&self, marks: Marks) -> Self {
        Self(Rc::new(ExprNode {
            kind: self.0.kind.clone(),
            ty: self.0.ty.clone(),
            entity: self.0.entity,
            proxy_key: self.0.proxy_key.clone(),
            marks,
            negation: OnceCell::new(),
            host: self.0.host.clone(),
        }))
    }
    /// Whether it is a function that is read as a comparison.
    pub fn is_function_as_comparison(&self) -> bool {
        matches!(self.kind(), ExprKind::Function(function) if function.operands.is_some())
    }
    /// The arguments that a function compares, where it is read so.
    pub fn as_comparison(&self) -> Option<(&Expr, &Expr)> {
        let ExprKind::Function(function) = self.kind() else { return None };
        let (left, right) = function.operands?;
        Some((function.args.get(left)?, function.args.get(right)?))
    }
    /// Whether the ORM has said something of it: how it was reached, or where it stands in a join.
    pub fn is_annotated(&self) -> bool {
        self.0.entity.is_some() || self.0.marks != Marks::default()
    }
    /// A new node of the same kind and type that is an object of the host's.
    pub fn hosted(kind: ExprKind, ty: Type, host: Host) -> Self {
        let host = Some(Rc::new(host));
        Self(Rc::new(ExprNode {
            kind,
            ty,
            entity: None,
            proxy_key: None,
            marks: Marks::default(),
            negation: OnceCell::new(),
            host,
        }))
    }
    /// Gives the expression something of its own for its negation.
    #[must_use]
    pub fn with_negation(self, negation: Expr) -> Self {
        // The first one counts.
        let _ = self.0.negation.set(negation);
        self
    }
    /// The same expression of another type.
    pub fn with_type(&self, ty: Type) -> Self {
        match self.kind() {
            ExprKind::Binary { op, left, right, modifiers } => {
                let (op, left, right, modifiers) = (op.clone(), left.clone(), right.clone(), modifiers.clone());
                Self::new(ExprKind::Binary { op, left, right, modifiers }, ty)
            }
            _ => self.clone(),
        }
    }
    /// `column` with the ORM annotations of `like`.
    pub fn entity_or_column(like: &Expr, column: &ColumnRef) -> Self {
        Self(Rc::new(ExprNode {
            kind: ExprKind::Column(column.clone()),
            ty: column.ty(),
            entity: like.0.entity,
            proxy_key: like.0.proxy_key.clone(),
            marks: Marks::default(),
            negation: OnceCell::new(),
            host: None,
        }))
    }
    /// An unnamed bound value: `param_1`, or `name_1` when `name` is given.
    pub fn bind(name: Option<&str>, value: Value, ty: Type) -> Self {
        Self::new(
            ExprKind::Bind(Bind {
                key: Name::anon(name.unwrap_or("param")),
                value: BindValue::Value(value),
                expanding: false,
                is_in_comparison: false,
                is_row_count: false,
                unique: true,
                literal_execute: false,
                required: false,
            }),
            ty,
        )
    }
    /// The number of `limit()`, `offset()` or `fetch()`.
    pub fn row_count(count: i64) -> Self {
        let bind = Bind {
            key: Name::anon("param"),
            value: BindValue::Value(Value::Int(count)),
            expanding: false,
            is_in_comparison: false,
            is_row_count: true,
            unique: true,
            literal_execute: false,
            required: false,
        };
        Self::new(ExprKind::Bind(bind), super::types::integer_type())
    }
    /// SQL text as an expression.
    pub fn text(text: &str) -> Self {
        Self::new(ExprKind::Text(Rc::new(TextClause::new(text))), null_type())
    }
    /// A comparison; no coercion, no grouping (see `sql::build`).
    pub fn binary(op: Op, left: Expr, right: Expr) -> Self {
        let ty = if op.is_comparison() { boolean_type() } else { left.ty().clone() };
        Self::new(ExprKind::Binary { op, left, right, modifiers: Modifiers::default() }, ty)
    }
    /// The column, if this is one (through labels it is not).
    pub fn as_column(&self) -> Option<&ColumnRef> {
        match self.kind() {
            ExprKind::Column(column) => Some(column),
            _ => None,
        }
    }
    /// Identity of the column, if this is one.
    pub fn column_id(&self) -> Option<ColumnId> {
        self.as_column().map(|it| it.id)
    }
    /// Whether both are the same node.
    pub fn is(&self, other: &Expr) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
    /// The table of a column expression.
    pub fn table(&self) -> Option<TableRef> {
        self.as_column().and_then(|it| it.owner_table())
    }
}
