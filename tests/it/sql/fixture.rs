//! Tables and short names for building statements in tests.

use orm_playground::sql::build::{self, Operand};
use orm_playground::sql::compile::{DialectKind, Statement};
use orm_playground::sql::dml::{Assigned, AssignedKey, Delete, Dml, DmlCommon, Insert, Update};
use orm_playground::sql::expr::{Expr, ExprKind, Query, TextClause};
use orm_playground::sql::operators::Op;
use orm_playground::sql::schema::{
    ColumnDefault, ColumnNode, ColumnRef, ForeignKey, ForeignKeyOptions, ForeignKeyTarget, MetaData, SchemaColumn,
    ServerDefault, TableRef,
};
use orm_playground::sql::schema_ops;
use orm_playground::sql::select::{JoinSetup, JoinTarget, OnClause, Select, SelectItem};
use orm_playground::sql::selectable::{Alias, AliasElement, AliasKind, From};
use orm_playground::sql::types::{
    Type, TypeKind, TypeNode, boolean_type, float_type, integer_type, null_type, string_type,
};
use orm_playground::sql::value::{HostSlot, Value};
use std::cell::RefCell;
use std::rc::Rc;

pub(crate) struct Tables {
    #[allow(dead_code)]
    pub(crate) metadata: Rc<MetaData>,
    pub(crate) user: TableRef,
    pub(crate) address: TableRef,
    pub(crate) order: TableRef,
    pub(crate) stamped: TableRef,
}

pub(crate) fn string(length: Option<u32>) -> Type {
    TypeNode::new(TypeKind::String { length, collation: None, is_unicode: false })
}

pub(crate) fn numeric() -> Type {
    TypeNode::new(TypeKind::Numeric { precision: Some(10), scale: Some(2), as_decimal: true })
}

/// A column of a table; `key` for a primary key, `target` for a foreign key.
pub(crate) fn add(table: &TableRef, name: &str, ty: Type, setup: impl FnOnce(&SchemaColumn)) -> ColumnRef {
    let schema = SchemaColumn::default();
    setup(&schema);
    if schema.primary_key.get() {
        schema.nullable.set(false);
    }
    let column = ColumnNode::new(name, ty, Some(schema));
    schema_ops::append_column(table, &column, None, false).expect("the column fits");
    column
}

pub(crate) fn key(schema: &SchemaColumn) {
    schema.primary_key.set(true);
}

pub(crate) fn refers(target: &str) -> impl FnOnce(&SchemaColumn) + use<> {
    let target: Rc<str> = target.into();
    move |schema| {
        schema.foreign_keys.borrow_mut().push(Rc::new(ForeignKey {
            target: ForeignKeyTarget::from(&*target),
            parent: RefCell::default(),
            constraint: RefCell::default(),
            options: ForeignKeyOptions::default(),
            host: HostSlot::default(),
        }));
    }
}

impl Tables {
    pub(crate) fn new() -> Self {
        let metadata = Rc::new(MetaData::default());
        let table = |name: &str| schema_ops::new_table(&metadata, name, None, None, None).expect("the name is free");
        let user = table("user_account");
        add(&user, "id", integer_type(), key);
        add(&user, "name", string(Some(30)), |it| it.nullable.set(false));
        add(&user, "fullname", string(None), |_| {});
        add(&user, "age", integer_type(), |_| {});
        add(&user, "active", boolean_type(), |_| {});
        add(&user, "score", float_type(), |_| {});
        add(&user, "balance", numeric(), |_| {});
        let address = table("address");
        add(&address, "id", integer_type(), key);
        add(&address, "email", string(None), |it| it.nullable.set(false));
        add(&address, "user_id", null_type(), refers("user_account.id"));
        let order = table("order");
        add(&order, "ID", integer_type(), key);
        add(&order, "select", string(None), |_| {});
        add(&order, "user_id", null_type(), refers("user_account.id"));
        let stamped = table("stamped");
        add(&stamped, "id", integer_type(), key);
        add(&stamped, "a", integer_type(), |it| {
            *it.default.borrow_mut() = Some(Rc::new(ColumnDefault::Scalar(Value::Int(5))));
        });
        add(&stamped, "b", string(None), |it| *it.server_default.borrow_mut() = Some(ServerDefault::Text("x".into())));
        add(&stamped, "c", integer_type(), |it| {
            *it.onupdate.borrow_mut() = Some(Rc::new(ColumnDefault::Scalar(Value::Int(7))));
        });
        add(&stamped, "d", integer_type(), |it| {
            let clause = f("length", [v("abc")]);
            *it.default.borrow_mut() = Some(Rc::new(ColumnDefault::Clause(clause)));
        });
        Self { metadata, user, address, order, stamped }
    }
}

/// A column of a table as an expression.
pub(crate) fn col(table: &TableRef, name: &str) -> Expr {
    Expr::column(&table.column(name).expect("the column exists"))
}

/// A column of an alias as an expression.
pub(crate) fn acol(alias: &Rc<Alias>, key: &str) -> Expr {
    let column = alias.columns().into_iter().find(|it| it.key() == key.into());
    Expr::column(&column.expect("the column exists"))
}

pub(crate) trait IntoOperand {
    fn operand(self) -> Operand;
}
impl IntoOperand for Operand {
    fn operand(self) -> Operand {
        self
    }
}
impl IntoOperand for Expr {
    fn operand(self) -> Operand {
        Operand::Expr(self)
    }
}
impl IntoOperand for &Expr {
    fn operand(self) -> Operand {
        Operand::Expr(self.clone())
    }
}
impl IntoOperand for i64 {
    fn operand(self) -> Operand {
        Operand::Value(Value::Int(self))
    }
}
impl IntoOperand for bool {
    fn operand(self) -> Operand {
        Operand::Value(Value::Bool(self))
    }
}
impl IntoOperand for &str {
    fn operand(self) -> Operand {
        Operand::Value(Value::text(self))
    }
}
impl IntoOperand for Value {
    fn operand(self) -> Operand {
        Operand::Value(self)
    }
}
impl IntoOperand for Query {
    fn operand(self) -> Operand {
        Operand::Query(self)
    }
}

pub(crate) fn v(value: impl IntoOperand) -> Operand {
    value.operand()
}

pub(crate) fn ints(values: &[i64]) -> Operand {
    Operand::Value(Value::List(values.iter().map(|it| Value::Int(*it)).collect()))
}

pub(crate) fn o(op: Op, left: &Expr, right: impl IntoOperand) -> Expr {
    build::operate(op, left, &right.operand()).expect("the operator fits")
}

pub(crate) fn eq(left: &Expr, right: impl IntoOperand) -> Expr {
    o(Op::Eq, left, right)
}

pub(crate) fn gt(left: &Expr, right: impl IntoOperand) -> Expr {
    o(Op::Gt, left, right)
}

pub(crate) fn f<const N: usize>(name: &str, args: [Operand; N]) -> Expr {
    build::func_(name, args.into()).expect("the function fits")
}

/// A select under construction.
#[derive(Clone, Default)]
pub(crate) struct S(pub(crate) Select);

pub(crate) fn sel<const N: usize>(items: [Expr; N]) -> S {
    S(Select { columns: items.into_iter().map(SelectItem::Expr).collect(), ..Select::default() })
}

pub(crate) fn sel_from(from: &From) -> S {
    S(Select { columns: vec![SelectItem::From(from.clone())], ..Select::default() })
}

pub(crate) fn table(it: &TableRef) -> From {
    From::Table(it.clone())
}

impl S {
    pub(crate) fn w(mut self, expr: Expr) -> Self {
        self.0.where_.push(expr);
        self
    }
    pub(crate) fn order<const N: usize>(mut self, items: [Expr; N]) -> Self {
        self.0.order_by.extend(items.iter().map(build::order_by_element));
        self
    }
    pub(crate) fn group<const N: usize>(mut self, items: [Expr; N]) -> Self {
        self.0.group_by.extend(items);
        self
    }
    pub(crate) fn limit(mut self, n: i64) -> Self {
        self.0.limit = Some(Expr::bind(None, Value::Int(n), integer_type()));
        self
    }
    pub(crate) fn offset(mut self, n: i64) -> Self {
        self.0.offset = Some(Expr::bind(None, Value::Int(n), integer_type()));
        self
    }
    pub(crate) fn from(mut self, from: From) -> Self {
        self.0.from_.push(from);
        self
    }
    pub(crate) fn with(mut self, change: impl FnOnce(&mut Select)) -> Self {
        change(&mut self.0);
        self
    }
    pub(crate) fn join_full(
        mut self,
        left: Option<From>,
        right: &From,
        on: Option<Expr>,
        outer: bool,
        full: bool,
    ) -> Self {
        self.0.joins.push(JoinSetup {
            target: JoinTarget::From(right.clone()),
            onclause: on.map(OnClause::Expr),
            left: left.map(JoinTarget::From),
            is_outer: outer,
            full,
            columns: None,
        });
        self
    }
    pub(crate) fn join(self, right: &From, on: Option<Expr>) -> Self {
        self.join_full(None, right, on, false, false)
    }
    pub(crate) fn q(self) -> Query {
        Query::Select(Rc::new(self.0))
    }
    pub(crate) fn st(self) -> Statement {
        Statement::Select(Rc::new(self.0))
    }
    pub(crate) fn scalar(self) -> Expr {
        build::scalar_subquery(&self.q())
    }
    pub(crate) fn alias(self, kind: AliasKind, name: Option<&str>) -> Rc<Alias> {
        Alias::new(AliasElement::Query(self.q()), kind, name.map(Into::into), "anon")
    }
    pub(crate) fn subquery(self, name: Option<&str>) -> Rc<Alias> {
        self.alias(AliasKind::Subquery, name)
    }
    pub(crate) fn cte(self, name: Option<&str>, recursive: bool) -> Rc<Alias> {
        self.alias(AliasKind::Cte { recursive, nesting: false, prefixes: Vec::new(), suffixes: Vec::new() }, name)
    }
}

pub(crate) fn alias_of(from: &From, name: Option<&str>) -> Rc<Alias> {
    let base = match from {
        From::Table(table) => table.name.clone(),
        From::Alias(alias) => match &alias.name {
            orm_playground::sql::expr::Name::Given(name) => name.text.clone(),
            orm_playground::sql::expr::Name::Anon { base, .. } => base.clone(),
        },
        _ => "anon".into(),
    };
    let kind = match from {
        From::Alias(alias) => alias.kind.clone(),
        _ => AliasKind::Alias,
    };
    Alias::new(AliasElement::From(from.clone()), kind, name.map(Into::into), &base)
}

pub(crate) fn text(sql: &str, columns: Vec<ColumnRef>) -> Rc<TextClause> {
    let expr = Expr::text(sql);
    let ExprKind::Text(clause) = expr.kind() else { unreachable!("it is a text") };
    let mut made = clause.copy();
    made.columns = columns;
    made.positional_columns = true;
    Rc::new(made)
}

/// Values of INSERT or UPDATE by name.
pub(crate) fn assign(values: Vec<(&str, Operand)>) -> Vec<(AssignedKey, Assigned)> {
    values
        .into_iter()
        .map(|(name, value)| {
            let value = match value {
                Operand::Value(value) => Assigned::Value(value),
                Operand::Expr(expr) => Assigned::Expr(expr),
                Operand::Query(query) => Assigned::Expr(build::scalar_subquery(&query)),
                _ => panic!("not a value"),
            };
            (AssignedKey::Name(name.into()), value)
        })
        .collect()
}

pub(crate) fn insert(table: &TableRef) -> Insert {
    Insert {
        of: DialectKind::Default,
        table: table.clone(),
        values: Vec::new(),
        multi_values: Vec::new(),
        from_select: None,
        include_defaults: true,
        inline: false,
        on_conflict: Vec::new(),
        common: DmlCommon::default(),
    }
}

pub(crate) fn values(table: &TableRef, values: Vec<(&str, Operand)>) -> Insert {
    Insert { values: assign(values), ..insert(table) }
}

pub(crate) fn update(table: &TableRef, values: Vec<(&str, Operand)>, where_: Vec<Expr>) -> Update {
    Update { table: table.clone(), values: assign(values), ordered: false, where_, common: DmlCommon::default() }
}

pub(crate) fn delete(table: &TableRef, where_: Vec<Expr>) -> Delete {
    Delete { table: table.clone(), where_, common: DmlCommon::default() }
}

pub(crate) fn returning(items: Vec<Expr>) -> DmlCommon {
    DmlCommon { returning: items.into_iter().map(SelectItem::Expr).collect(), ..DmlCommon::default() }
}

pub(crate) fn ins(it: Insert) -> Statement {
    Statement::Dml(Rc::new(Dml::Insert(it)))
}
pub(crate) fn upd(it: Update) -> Statement {
    Statement::Dml(Rc::new(Dml::Update(it)))
}
pub(crate) fn del(it: Delete) -> Statement {
    Statement::Dml(Rc::new(Dml::Delete(it)))
}

pub(crate) fn plain(name: &str) -> ColumnRef {
    ColumnNode::new(name, string_type(), None)
}
