//! The statements of `expected.py`, built with our own constructors.

use super::fixture::*;
use orm_playground::sql::build::{self, LikeOptions, Operand};
use orm_playground::sql::compile::Statement;
use orm_playground::sql::dml::{Assigned, AssignedKey, OnConflict, Upsert};
use orm_playground::sql::expr::{BindValue, Expr, ExprKind, Frame, FrameBound, Name, Query};
use orm_playground::sql::operators::Op;
use orm_playground::sql::select::{
    Compound, CompoundKeyword, Correlate, Distinct, FetchOptions, ForUpdate, LabelStyle, SelectItem,
};
use orm_playground::sql::selectable::{Alias, AliasElement, AliasKind, From, Lightweight};
use orm_playground::sql::types::{boolean_type, integer_type, null_type, string_type};
use orm_playground::sql::value::{HostSlot, Value};
use std::cell::RefCell;
use std::rc::Rc;

pub(crate) type Case = (&'static str, Statement, Option<&'static [&'static str]>, bool);

pub(crate) fn all() -> Vec<Case> {
    let t = Tables::new();
    let mut out = Vec::new();
    expressions(&t, &mut out);
    functions(&t, &mut out);
    selects(&t, &mut out);
    joins(&t, &mut out);
    subqueries(&t, &mut out);
    queries(&t, &mut out);
    inserts(&t, &mut out);
    updates(&t, &mut out);
    // Dropping the metadata would part the columns from their tables.
    std::mem::forget(t);
    out
}

fn e(out: &mut Vec<Case>, name: &'static str, expr: Expr) {
    out.push((name, Statement::Expr(expr), None, false));
}
fn s(out: &mut Vec<Case>, name: &'static str, select: S) {
    out.push((name, select.st(), None, false));
}
fn d(out: &mut Vec<Case>, name: &'static str, statement: Statement) {
    out.push((name, statement, None, false));
}

fn list(items: Vec<Operand>) -> Operand {
    Operand::List(items)
}

fn custom(text: &str, is_comparison: bool) -> Op {
    Op::Custom { text: text.into(), precedence: 0, is_comparison, eager_grouping: false, natural_self_precedent: false }
}

#[allow(clippy::too_many_lines)]
fn expressions(t: &Tables, out: &mut Vec<Case>) {
    let u = |name: &str| col(&t.user, name);
    let (id, name, full, age, active, score) = (u("id"), u("name"), u("fullname"), u("age"), u("active"), u("score"));
    let like = LikeOptions::default();
    let none = Value::Null;
    let age1 = gt(&age, 1);
    e(out, "eq", eq(&name, "x"));
    e(out, "eq_none", eq(&name, none.clone()));
    e(out, "ne_none", o(Op::Ne, &name, none.clone()));
    e(out, "eq_true", eq(&active, true));
    e(out, "is_true", o(Op::Is, &active, true));
    e(out, "is_not", o(Op::IsNot, &name, none.clone()));
    e(out, "arith", o(Op::Sub, &o(Op::Mul, &o(Op::Add, &age, 1), 2), &id));
    e(out, "arith2", o(Op::Add, &o(Op::Add, &age, &id), 3));
    e(out, "arith3", build::reverse_operate(Op::Sub, &v(5), &age).unwrap());
    e(out, "truediv", o(Op::TrueDiv, &age, 2));
    e(out, "floordiv", o(Op::FloorDiv, &age, 2));
    e(out, "floordiv_float", o(Op::FloorDiv, &score, 2));
    e(out, "mod", o(Op::Mod, &age, 2));
    e(out, "neg", build::neg(&age));
    e(out, "neg_sum", build::neg(&o(Op::Add, &age, 1)));
    e(out, "concat", o(Op::Add, &o(Op::Add, &name, " "), &full));
    e(out, "concat_eq", eq(&o(Op::Add, &name, "x"), "y"));
    e(out, "and_or", build::and_(&[age1.clone(), build::or_(&[eq(&name, "a"), eq(&name, "b")])]));
    e(out, "or_and", build::or_(&[build::and_(&[age1.clone(), o(Op::Lt, &age, 9)]), eq(&name, "a")]));
    e(out, "and_flat", build::and_(&[age1.clone(), build::and_(&[o(Op::Lt, &age, 9), eq(&id, 1)])]));
    e(out, "and_true", build::and_(&[build::true_(), age1.clone()]));
    e(out, "and_false", build::and_(&[age1.clone(), build::false_()]));
    e(out, "or_true", build::or_(&[age1.clone(), build::true_()]));
    e(out, "and_one", build::and_(std::slice::from_ref(&age1)));
    e(out, "and_only_true", build::and_(&[build::true_()]));
    e(out, "not_eq", build::not_(&eq(&name, "x")));
    e(out, "not_and", build::not_(&build::and_(&[age1.clone(), eq(&id, 2)])));
    e(out, "not_or", build::not_(&build::or_(&[age1.clone(), eq(&id, 2)])));
    e(out, "not_like", build::not_(&build::like(&name, &v("x"), &like).unwrap()));
    e(out, "not_in", build::not_(&build::in_(&id, &ints(&[1, 2])).unwrap()));
    e(out, "not_between", build::not_(&build::between(&id, &v(1), &v(2), false).unwrap()));
    e(out, "not_bool", build::not_(&active));
    e(out, "not_not_bool", build::not_(&build::not_(&active)));
    e(out, "not_int", build::not_(&age));
    e(out, "not_arith", build::not_(&o(Op::Add, &age, 1)));
    e(out, "bool_and", build::and_(&[active.clone(), age1.clone()]));
    e(out, "bool_not_and", build::and_(&[build::not_(&active), age1.clone()]));
    let slash = LikeOptions { escape: Some("/".into()), autoescape: false };
    e(out, "like", build::like(&name, &v("x%"), &slash).unwrap());
    e(out, "ilike", build::ilike(&name, &v("x%"), &like).unwrap());
    e(out, "not_ilike", build::not_ilike(&name, &v("x%"), &like).unwrap());
    e(out, "startswith", build::startswith(&name, &v("x"), &like).unwrap());
    let auto = LikeOptions { escape: None, autoescape: true };
    e(out, "startswith_auto", build::startswith(&name, &v("x%_"), &auto).unwrap());
    e(out, "endswith", build::endswith(&name, &v("x"), &like).unwrap());
    e(out, "contains", build::contains(&name, &v("x"), &like).unwrap());
    e(out, "not_contains", build::not_(&build::contains(&name, &v("x"), &like).unwrap()));
    e(out, "icontains", build::icontains(&name, &v("x"), &like).unwrap());
    e(out, "istartswith", build::istartswith(&name, &v("x"), &like).unwrap());
    e(out, "iendswith", build::iendswith(&name, &v("x"), &like).unwrap());
    e(out, "contains_col", build::contains(&name, &v(&full), &like).unwrap());
    e(out, "in", build::in_(&id, &ints(&[1, 2, 3])).unwrap());
    e(out, "in_empty", build::in_(&id, &ints(&[])).unwrap());
    e(out, "in_expr", build::in_(&id, &list(vec![v(&age), v(2)])).unwrap());
    let user_ids = sel([col(&t.address, "user_id")]).q();
    e(out, "in_select", build::in_(&id, &v(user_ids.clone())).unwrap());
    e(out, "not_in_select", build::not_in(&id, &v(user_ids)).unwrap());
    let pair = |a: i64, b: &str| Value::List([Value::Int(a), Value::text(b)].into());
    let both = build::tuple_(vec![id.clone(), name.clone()]);
    e(out, "in_tuple", build::in_(&both, &v(Value::List([pair(1, "a"), pair(2, "b")].into()))).unwrap());
    e(out, "between", build::between(&age, &v(1), &v(&id), false).unwrap());
    e(out, "distinct_from", build::is_distinct_from(&age, &v(&id), true).unwrap());
    e(out, "not_distinct_from", build::is_distinct_from(&age, &v(none), false).unwrap());
    e(out, "bitwise", o(Op::BitwiseAnd, &age, 3));
    e(out, "bitxor", o(Op::BitwiseXor, &age, 3));
    e(out, "bitnot", build::bitwise_not(&age));
    e(out, "shift", o(Op::BitwiseLshift, &age, 2));
    e(out, "op", o(custom("->>", false), &name, "x"));
    e(out, "op_prec", eq(&o(custom("->>", false), &name, "x"), "y"));
    e(out, "bool_op", o(custom("~~", true), &name, "x"));
    e(out, "collate", build::collate(&name, "NOCASE"));
    e(out, "collate_lower", build::desc(&build::collate(&name, "nocase")));
    e(out, "desc", build::desc(&name));
    e(out, "nulls", build::nulls_last(&build::desc(&name)));
    e(out, "case", build::case(&[(v(&age1), v("a"))], None, Some(&v("b"))));
    e(out, "case_value", build::case(&[(v(1), v("a")), (v(2), v("b"))], Some(&v(&age)), Some(&v(&name))));
    e(out, "cast", build::cast(&v(&age), string_type()));
    e(out, "cast_len", build::cast(&v(&age), string(Some(10))));
    e(out, "cast_num", build::cast(&v(&name), numeric()));
    e(out, "cast_value", build::cast(&v("5"), integer_type()));
    e(out, "type_coerce", o(Op::Add, &build::type_coerce(&v(&age), string_type()), "x"));
    e(out, "extract", build::extract("year", &name));
    e(out, "exists", {
        let inner = sel([build::literal_column("*", None)]).w(eq(&id, col(&t.address, "user_id")));
        build::exists(Some(&inner.q()))
    });
    let ids = sel([col(&t.address, "id")]);
    e(out, "any", eq(&age, build::any_(&ids.clone().scalar())));
    e(out, "all", build::operate(Op::Lt, &build::all_(&ids.scalar()), &v(&age)).unwrap());
    e(out, "tuple_eq", eq(&both, pair(1, "a")));
    d(out, "text_bind", Statement::Text(text("x = :x AND y = '\\:z' AND t::int = :y", vec![])));
    e(out, "literal", o(Op::Add, &build::literal(Value::text("x")), &name));
    e(out, "pow", f("pow", [v(&age), v(2)]));
    e(out, "label_where", gt(&build::label(&o(Op::Add, &age, 1), Some("foo".into())), 3));
}

fn functions(t: &Tables, out: &mut Vec<Case>) {
    let u = |name: &str| col(&t.user, name);
    let (id, name, age) = (u("id"), u("name"), u("age"));
    e(out, "func", f("lower", [v(&name)]));
    e(out, "func_count", f("count", []));
    e(out, "func_COUNT", f("COUNT", [v(&id)]));
    e(out, "func_distinct", f("count", [v(build::distinct(&name))]));
    e(out, "func_count_distinct", f("count", [v(build::distinct(&name))]));
    e(out, "func_now", f("now", []));
    e(out, "func_current_timestamp", f("current_timestamp", []));
    e(out, "func_coalesce", f("coalesce", [v(&name), v("x"), v(Value::Null)]));
    e(out, "func_eq", eq(&f("length", [v(&name)]), 3));
    e(out, "func_pkg", build::func_with(&["pkg".into(), "sub".into()], "f", vec![v(1)], None).unwrap());
    e(out, "func_char_length", f("char_length", [v(&name)]));
    e(out, "func_random", f("random", []));
    e(out, "func_concat", f("concat", [v(&name), v("a")]));
    e(out, "func_sum_add", o(Op::Add, &f("sum", [v(&age)]), 1));
    e(out, "func_max_str", o(Op::Add, &f("max", [v(&name)]), "x"));
    e(out, "func_filter", build::filter(&f("count", [v(&id)]), &[gt(&age, 1), o(Op::Lt, &id, 3)]));
    let over = |expr: &Expr, partition: Vec<Expr>, order: Vec<Expr>, frame| {
        build::over(expr, partition, order, frame).unwrap()
    };
    e(out, "over", over(&f("row_number", []), vec![age.clone()], vec![build::desc(&name)], None));
    let frame = |unit, lower, upper| Some(Frame { unit, lower, upper, exclude: None });
    let sum = f("sum", [v(&age)]);
    e(
        out,
        "over_rows",
        over(
            &sum,
            vec![],
            vec![id.clone()],
            frame("ROWS", FrameBound::Preceding(build::literal(Value::Int(2))), FrameBound::CurrentRow),
        ),
    );
    e(
        out,
        "over_range",
        over(
            &sum,
            vec![],
            vec![id],
            frame("RANGE", FrameBound::Unbounded, FrameBound::Following(build::literal(Value::Int(1)))),
        ),
    );
    e(out, "within_group", build::within_group(&f("percentile_cont", [v(Value::Float(0.5))]), vec![build::desc(&age)]));
    e(out, "aggregate_strings", f("aggregate_strings", [v(&name), v(", ")]));
}

#[allow(clippy::too_many_lines)]
fn selects(t: &Tables, out: &mut Vec<Case>) {
    let u = |name: &str| col(&t.user, name);
    let a = |name: &str| col(&t.address, name);
    let (id, name, age, active) = (u("id"), u("name"), u("age"), u("active"));
    let user = table(&t.user);
    let linked = eq(&id, a("user_id"));
    let style = |it: S, style| it.with(|it| it.label_style = style);
    let next = |n: i64| o(Op::Add, &age, n);
    s(out, "select", sel_from(&user));
    s(out, "select_cols", sel([id.clone(), name.clone()]));
    s(out, "select_where", sel([id.clone()]).w(eq(&name, "x")).w(gt(&age, 3)));
    s(out, "select_where_true", sel([id.clone()]).w(build::true_()));
    s(out, "select_where_false", sel([id.clone()]).w(build::false_()));
    s(out, "select_where_bool", sel([id.clone()]).w(active.clone()));
    s(out, "select_where_not_bool", sel([id.clone()]).w(build::not_(&active)));
    s(out, "select_dup", sel([id.clone(), id.clone()]));
    s(out, "select_dup_name", sel([id.clone(), a("id")]).w(linked.clone()));
    s(out, "select_dup_name3", sel([id.clone(), a("id"), a("id"), id.clone()]).w(linked));
    let two = S(orm_playground::sql::select::Select {
        columns: vec![SelectItem::From(user.clone()), SelectItem::From(table(&t.address))],
        ..Default::default()
    });
    s(out, "select_tq", style(two, LabelStyle::TablenamePlusCol));
    let count_id = || f("count", [v(&id)]);
    s(out, "select_tq_dup", style(sel([id.clone(), id.clone(), count_id(), count_id()]), LabelStyle::TablenamePlusCol));
    s(out, "select_none", style(sel([id.clone(), a("id"), f("count", [])]), LabelStyle::None));
    s(out, "select_funcs", sel([count_id(), f("count", [v(a("id"))]), f("max", [v(&id)]), next(1), next(2)]));
    let fc = count_id();
    s(out, "select_func_dup", sel([fc.clone(), fc]));
    s(out, "select_label", sel([build::label(&next(1), Some("next".into())), build::label(&name, Some("n".into()))]));
    s(out, "select_cast", sel([build::cast(&v(&age), string_type()), build::cast(&v(next(1)), string_type())]));
    s(
        out,
        "select_literal",
        sel([
            build::literal(Value::Int(1)),
            build::literal(Value::text("x")),
            build::literal_column("1 + 1", None),
            Expr::text("foo"),
            build::null(),
            build::true_(),
        ]),
    );
    s(out, "select_star", sel([Expr::text("*")]).from(user.clone()));
    s(out, "select_bool_expr", sel([gt(&age, 3), build::not_(&active), o(Op::Is, &active, Value::Null)]));
    s(out, "select_unary", sel([build::neg(&age), build::neg(&next(1)), build::distinct(&name)]));
    let counted = || sel([f("count", [v(a("id"))])]).w(eq(&a("user_id"), &id)).scalar();
    s(out, "select_scalar", sel([name.clone(), counted()]));
    s(out, "select_scalar_label", sel([name.clone(), build::label(&counted(), Some("c".into()))]));
    s(out, "order_by", sel([id.clone()]).order([name.clone(), build::desc(&id)]));
    let label = || build::label(&next(1), Some("next".into()));
    s(out, "order_by_label", sel([label()]).order([label()]));
    let lab = label();
    let text = build::text_order_element;
    s(out, "order_by_label_obj", sel([lab.clone()]).order([build::desc(&lab)]));
    s(out, "order_by_str", sel([lab.clone()]).order([text("next")]));
    s(out, "order_by_str_desc", sel([lab.clone()]).order([build::desc(&text("next"))]));
    s(out, "order_by_str_col", sel([id.clone()]).order([text("name")]));
    s(out, "order_by_str_bad", sel([id.clone()]).order([text("nope")]));
    let count = || f("count", []);
    s(out, "group_by", sel([age.clone(), count()]).group([age.clone()]).with(|it| it.having.push(gt(&count(), 2))));
    let cnt = || build::label(&count(), Some("cnt".into()));
    s(out, "group_by_label", sel([lab.clone(), cnt()]).group([lab.clone()]).order([text("cnt")]));
    s(out, "group_by_str", sel([lab, cnt()]).group([text("next")]));
    s(out, "limit", sel([id.clone()]).limit(5));
    s(out, "limit_offset", sel([id.clone()]).limit(5).offset(10));
    s(out, "offset", sel([id.clone()]).offset(10));
    s(
        out,
        "fetch",
        sel([id.clone()]).with(|it| {
            let count = Expr::bind(None, Value::Int(5), integer_type());
            it.fetch = Some((count, FetchOptions { with_ties: true, ..FetchOptions::default() }));
        }),
    );
    s(out, "distinct", sel([name]).with(|it| it.distinct = Distinct::Yes));
    let lock = |lock: ForUpdate| sel([id.clone()]).with(|it| it.for_update = Some(lock));
    s(out, "for_update", lock(ForUpdate { nowait: true, ..ForUpdate::default() }));
    let of = vec![Expr::new(ExprKind::FromClause(user), null_type())];
    s(out, "for_update_read", lock(ForUpdate { read: true, skip_locked: true, of, ..ForUpdate::default() }));
    s(
        out,
        "prefix",
        sel([id.clone()]).with(|it| {
            it.prefixes.push(affix("HIGH"));
            it.suffixes.push(affix("END"));
        }),
    );
    s(out, "select_ignored_placeholder", sel([id]));
    out.pop();
}

fn joins(t: &Tables, out: &mut Vec<Case>) {
    let u = |name: &str| col(&t.user, name);
    let a = |name: &str| col(&t.address, name);
    let (id, name) = (u("id"), u("name"));
    let (user, address, order) = (table(&t.user), table(&t.address), table(&t.order));
    let linked = || eq(&id, a("user_id"));
    s(out, "join", sel([name.clone(), a("email")]).join(&address, None));
    s(out, "join_from", sel([name.clone(), a("email")]).join_full(Some(user.clone()), &address, None, false, false));
    let on = build::and_(&[linked(), o(Op::Ne, &a("email"), "x")]);
    s(out, "join_on", sel([name.clone()]).join(&address, Some(on)));
    s(out, "outerjoin", sel([name.clone()]).join_full(None, &address, None, true, false));
    s(out, "full_join", sel([name.clone()]).join_full(None, &address, None, false, true));
    s(out, "join_select_from", sel([a("email")]).from(user.clone()).join(&address, None));
    let joined = build::join(&user, &address, None, false, false).unwrap();
    s(out, "join_obj", sel([name.clone()]).from(joined));
    let order_on = eq(&id, col(&t.order, "user_id"));
    s(out, "join_three", sel([name.clone()]).join(&address, Some(linked())).join(&order, Some(order_on)));
    let inner = build::join(&address, &order, Some(eq(&a("id"), col(&t.order, "ID"))), false, false).unwrap();
    let nested = build::join(&user, &inner, Some(linked()), false, false).unwrap();
    s(out, "join_nested", sel([name.clone()]).from(nested));
    s(out, "quoted", sel_from(&order));
    s(out, "cartesian", sel([name, a("email")]));
}

#[allow(clippy::too_many_lines)]
fn subqueries(t: &Tables, out: &mut Vec<Case>) {
    let u = |name: &str| col(&t.user, name);
    let a = |name: &str| col(&t.address, name);
    let (id, name, age) = (u("id"), u("name"), u("age"));
    let (user, address) = (table(&t.user), table(&t.address));
    let exists = || build::exists(Some(&sel([a("id")]).w(eq(&a("user_id"), &id)).q()));
    s(out, "exists_select", sel([name.clone()]).w(exists()));
    s(out, "exists_and", sel([name.clone()]).w(exists()).w(gt(&id, 1)));
    s(out, "not_exists", sel([name.clone()]).w(build::not_(&exists())));
    let ua = alias_of(&user, None);
    let ux = alias_of(&user, Some("ux"));
    s(out, "alias", sel([acol(&ua, "id"), acol(&ua, "name")]).w(eq(&acol(&ua, "id"), 1)));
    s(out, "alias_two", sel([acol(&ua, "id"), acol(&alias_of(&user, None), "id")]));
    let ux_from = From::Alias(ux.clone());
    s(out, "alias_named", sel_from(&ux_from).join(&address, Some(eq(&acol(&ux, "id"), a("user_id")))));
    s(
        out,
        "alias_tq",
        sel([acol(&ua, "id"), acol(&ux, "id")]).with(|it| it.label_style = LabelStyle::TablenamePlusCol),
    );
    let sq = sel([id.clone(), build::label(&f("count", [v(a("id"))]), Some("cnt".into())), f("max", [v(&age)])])
        .join(&address, None)
        .group([id.clone()])
        .subquery(None);
    let sq_from = From::Alias(sq.clone());
    s(out, "subquery", sel_from(&sq_from));
    s(out, "subquery_cols", sel([acol(&sq, "id"), acol(&sq, "cnt"), acol(&sq, "max")]).w(gt(&acol(&sq, "cnt"), 1)));
    let sub = sel([id.clone(), name.clone()]).w(gt(&age, 5)).subquery(Some("sub"));
    s(out, "subquery_named", sel([acol(&sub, "name")]).w(eq(&acol(&sub, "id"), 3)));
    s(out, "subquery_join", sel([name.clone(), acol(&sq, "cnt")]).join(&sq_from, Some(eq(&id, acol(&sq, "id")))));
    let dup = sel([id.clone(), a("id"), o(Op::Add, &age, 1)]).subquery(None);
    s(out, "subquery_dup", sel_from(&From::Alias(dup.clone())));
    s(out, "subquery_dup_keys", sel([acol(&dup, "id"), acol(&dup, "id_1")]));
    let tq = S(orm_playground::sql::select::Select {
        columns: vec![SelectItem::From(user.clone()), SelectItem::From(address.clone())],
        label_style: LabelStyle::TablenamePlusCol,
        ..Default::default()
    })
    .subquery(None);
    s(out, "subquery_tq", sel([acol(&tq, "user_account_id"), acol(&tq, "address_id")]));
    let inner = sel([acol(&sub, "name")]).subquery(None);
    s(out, "subquery_sub", sel_from(&From::Alias(inner)));
    let lateral = sel([a("email")]).w(eq(&a("user_id"), &id)).alias(AliasKind::Lateral, Some("l"));
    let lateral_from = From::Alias(lateral.clone());
    s(out, "lateral", sel([name.clone(), acol(&lateral, "email")]).join(&lateral_from, Some(build::true_())));
    let correlated = |correlate: Correlate| {
        let inner = sel([a("user_id")]).w(eq(&a("user_id"), &id)).with(|it| it.correlate = correlate);
        sel([name.clone()]).w(eq(&id, inner.scalar()))
    };
    s(out, "correlate", correlated(Correlate::Only(vec![user.clone()])));
    s(out, "correlate_none", correlated(Correlate::Only(vec![])));
    s(out, "correlate_except", correlated(Correlate::Except(vec![address])));
    let cte = sel([id.clone(), name.clone()]).w(gt(&age, 3)).cte(Some("c"), false);
    let cte_from = From::Alias(cte.clone());
    s(out, "cte", sel([acol(&cte, "name")]).w(eq(&acol(&cte, "id"), 1)));
    s(out, "cte_anon", sel_from(&From::Alias(sel([id.clone()]).cte(None, false))));
    let c2 = alias_of(&cte_from, Some("c2"));
    let on = eq(&acol(&cte, "id"), acol(&c2, "id"));
    s(out, "cte_alias", sel([acol(&cte, "name"), acol(&c2, "name")]).join(&From::Alias(c2), Some(on)));
    let second = sel([acol(&cte, "id")]).w(gt(&acol(&cte, "id"), 5)).cte(Some("d"), false);
    s(out, "cte_two", sel_from(&From::Alias(second)));
    let tree = sel([id.clone(), build::label(&build::literal(Value::Int(0)), Some("lvl".into()))]).w(eq(&id, 1));
    let tree = tree.cte(Some("tree"), true);
    let part = sel([a("id"), o(Op::Add, &acol(&tree, "lvl"), 1)]).w(eq(&a("user_id"), acol(&tree, "id")));
    let whole = build::cte_union(&tree, CompoundKeyword::UnionAll, vec![part.q()]);
    s(out, "cte_recursive", sel_from(&From::Alias(whole)));
}

fn compound(keyword: CompoundKeyword, selects: Vec<Query>) -> Compound {
    Compound {
        keyword,
        selects,
        group_by: vec![],
        order_by: vec![],
        limit: None,
        offset: None,
        fetch: None,
        for_update: None,
        label_style: LabelStyle::DisambiguateOnly,
        execution_options: Default::default(),
        independent_ctes: vec![],
        params: Default::default(),
        restates: None,
        options: Vec::new(),
        nested: None,
    }
}

#[allow(clippy::too_many_lines)]
fn queries(t: &Tables, out: &mut Vec<Case>) {
    use CompoundKeyword::{Except, Union, UnionAll};
    let u = |name: &str| col(&t.user, name);
    let a = |name: &str| col(&t.address, name);
    let (id, name) = (u("id"), u("name"));
    let st = |it: Compound| Statement::Compound(Rc::new(it));
    let users = || sel([id.clone()]).q();
    let addresses = || sel([a("id")]).q();
    d(out, "union", st(compound(Union, vec![users(), addresses()])));
    let labelled = sel([build::label(&id, Some("x".into()))]).w(gt(&id, 1)).q();
    d(
        out,
        "union_all_order",
        st(Compound {
            order_by: vec![build::text_order_element("x")],
            limit: Some(Expr::bind(None, Value::Int(3), integer_type())),
            ..compound(UnionAll, vec![labelled, addresses()])
        }),
    );
    d(out, "union_limit", st(compound(Union, vec![sel([id.clone()]).limit(1).q(), addresses()])));
    let except = compound(Except, vec![addresses(), sel([u("age")]).q()]);
    d(out, "union_nested", st(compound(Union, vec![users(), Query::Compound(Rc::new(except))])));
    let both = || Query::Compound(Rc::new(compound(Union, vec![users(), addresses()])));
    let sub = Alias::new(AliasElement::Query(both()), AliasKind::Subquery, None, "anon");
    s(out, "union_sub", sel_from(&From::Alias(sub)));
    d(
        out,
        "union_order_col",
        st(Compound { order_by: vec![id.clone()], ..compound(Union, vec![users(), addresses()]) }),
    );
    d(out, "union_width", st(compound(Union, vec![users(), sel([a("id"), a("email")]).q()])));
    let union_in = compound(Union, vec![addresses(), sel([a("user_id")]).q()]);
    s(out, "union_in", sel([name.clone()]).w(build::in_(&id, &v(Query::Compound(Rc::new(union_in)))).unwrap()));
    let bind = build::bindparam("n", BindValue::Required, null_type());
    s(out, "bindparam", sel([id.clone()]).w(eq(&name, bind)));
    let ids = build::bindparam("ids", BindValue::Required, null_type());
    s(out, "bindparam_in", sel([id.clone()]).w(build::in_(&id, &v(ids)).unwrap()));
    let id_column = || orm_playground::sql::schema::ColumnNode::new("id", integer_type(), None);
    d(out, "text_select", Statement::Text(text("SELECT id FROM t WHERE x=:x", vec![id_column()])));
    let inner = Query::Text(text("SELECT id FROM t", vec![id_column()]));
    let inner = Alias::new(AliasElement::Query(inner), AliasKind::Subquery, Some("q".into()), "anon");
    s(out, "text_select_sub", sel([acol(&inner, "id")]));
    let plain_text = |it: &str| Expr::text(it);
    s(
        out,
        "text_from",
        sel([plain_text("a"), plain_text("b")]).from(From::Text(plain_text("t"))).w(plain_text("a > :x")),
    );
    let light = |name: &str, columns: &[&str]| {
        let it = Rc::new(Lightweight {
            id: orm_playground::sql::schema::next_id(),
            name: name.into(),
            quote: None,
            schema: None,
            columns: RefCell::new(
                columns.iter().map(|it| orm_playground::sql::schema::ColumnNode::new(it, null_type(), None)).collect(),
            ),
            host: HostSlot::default(),
        });
        for column in it.columns.borrow().iter() {
            *column.table.borrow_mut() = Some(From::Lightweight(it.clone()));
        }
        it
    };
    let lt = light("t", &["x", "y"]);
    let light_column = |index: usize| Expr::column(&lt.columns.borrow()[index]);
    s(out, "lightweight", sel([light_column(0)]).w(eq(&light_column(1), 3)));
    s(
        out,
        "column_alone",
        sel([Expr::column(&plain("x")), Expr::column(&plain("Y"))]).from(From::Lightweight(light("T", &[]))),
    );
    let valued = |name: Option<&str>| {
        let function = f("json_each", [v("[1]")]);
        let columns = ["key", "value"].map(|it| orm_playground::sql::schema::ColumnNode::new(it, null_type(), None));
        let kind = AliasKind::TableValued(orm_playground::sql::selectable::TableValued::default());
        Alias::new(AliasElement::Expr(function, columns.into()), kind, name.map(Into::into), "anon")
    };
    s(out, "table_valued", sel([acol(&valued(None), "value")]));
    let named = valued(Some("j"));
    s(out, "table_valued_name", sel([acol(&named, "value")]).w(eq(&acol(&named, "key"), 1)));
    let row = |a: i64, b: &str| build::tuple_(vec![build::literal(Value::Int(a)), build::literal(Value::text(b))]);
    let column = |name, ty| Expr::column(&orm_playground::sql::schema::ColumnNode::new(name, ty, None));
    let two = orm_playground::sql::selectable::Values {
        rows: vec![row(1, "x"), row(2, "y")],
        columns: vec![column("a", integer_type()), column("b", string_type())],
        literal_binds: false,
        lateral: false,
        copied: None,
        independent_ctes: Vec::new(),
    };
    let values = Alias::named(AliasElement::Values(two.into()), AliasKind::Values, Name::Given("v".into()));
    s(out, "values", sel_from(&From::Alias(values)));
    s(out, "tablesample_none", sel_from(&table(&t.user)).w(eq(&id, u("age"))));
    let _ = boolean_type();
}

#[allow(clippy::too_many_lines)]
fn inserts(t: &Tables, out: &mut Vec<Case>) {
    let user = &t.user;
    let u = |name: &str| col(&t.user, name);
    let a = |name: &str| col(&t.address, name);
    let id = u("id");
    let with_keys = |out: &mut Vec<Case>, name, it, keys, many| out.push((name, ins(it), Some(keys), many));
    d(out, "insert", ins(insert(user)));
    with_keys(out, "insert_keys", insert(user), &["name", "fullname"], false);
    d(out, "insert_values", ins(values(user, vec![("name", v("x")), ("age", v(3))])));
    d(out, "insert_expr", ins(values(user, vec![("name", v(f("lower", [v("X")]))), ("age", v(o(Op::Add, &id, 1)))])));
    d(out, "insert_null", ins(values(user, vec![("name", v(Value::Null)), ("id", v(Value::Null))])));
    with_keys(out, "insert_empty_keys", insert(user), &[], false);
    let mut multi = insert(user);
    multi.multi_values =
        vec![assign(vec![("name", v("a")), ("age", v(1))]), assign(vec![("name", v("b")), ("age", v(2))])];
    d(out, "insert_multi", ins(multi));
    let mut it = values(user, vec![("name", v("x"))]);
    it.common = returning(vec![id.clone(), u("name")]);
    d(out, "insert_returning", ins(it.clone()));
    it.common = returning(vec![
        id.clone(),
        f("lower", [v(u("name"))]),
        build::label(&o(Op::Add, &u("age"), 1), Some("z".into())),
    ]);
    d(out, "insert_returning_func", ins(it));
    d(out, "insert_unconsumed", ins(values(user, vec![("nope", v(1))])));
    with_keys(out, "insert_unconsumed_keys", values(user, vec![("name", v("a"))]), &["nope"], false);
    let mut it = insert(user);
    it.from_select = Some((vec!["name".into(), "age".into()], sel([a("email"), a("id")]).q()));
    d(out, "insert_select", ins(it));
    let mut it = insert(&t.stamped);
    it.from_select = Some((vec!["id".into()], sel([a("id")]).q()));
    d(out, "insert_select_defaults", ins(it));
    let email = sel([a("email")]).w(eq(&a("id"), 1)).q();
    d(out, "insert_subq", ins(values(user, vec![("name", v(email))])));
    with_keys(out, "insert_defaults", insert(&t.stamped), &["id"], false);
    with_keys(out, "insert_defaults_many", insert(&t.stamped), &["id"], true);
    let mut multi = insert(&t.stamped);
    multi.multi_values = vec![assign(vec![("id", v(1))]), assign(vec![("id", v(2))])];
    d(out, "insert_defaults_multi", ins(multi));
    let mut it = insert(user);
    it.common = returning(vec![id.clone()]);
    with_keys(out, "insert_many_returning", it, &["name"], true);
    let mut it = insert(&t.stamped);
    it.common.return_defaults = true;
    with_keys(out, "insert_return_defaults", it, &["c"], false);
    let mut it = values(user, vec![("name", v("x"))]);
    it.common.prefixes.push(affix("OR REPLACE"));
    d(out, "insert_prefix", ins(it));
    let bind = |name: &str| build::bindparam(name, BindValue::Required, null_type());
    let zz = o(Op::Add, &bind("zz"), 1);
    d(out, "insert_bindparam", ins(values(user, vec![("name", v(bind("b_name"))), ("age", v(zz))])));
    with_keys(out, "insert_bindparam_reserved_keys", values(user, vec![("name", v(bind("age")))]), &["age"], false);
    d(out, "insert_bindparam_reserved", ins(values(user, vec![("name", v(bind("age"))), ("age", v(3))])));
    d(out, "insert_quoted", ins(values(&t.order, vec![("ID", v(1)), ("select", v("x"))])));
    let nothing = || OnConflict {
        flavor: Upsert::Sqlite,
        index_elements: vec![],
        constraint: None,
        index_where: None,
        set: None,
        where_: None,
    };
    let mut it = values(user, vec![("name", v("x"))]);
    it.on_conflict.push(nothing());
    d(out, "upsert_nothing", ins(it));
    let excluded = Alias::new(AliasElement::From(table(user)), AliasKind::Alias, Some("excluded".into()), "excluded");
    let mut it = values(user, vec![("id", v(1)), ("name", v("x"))]);
    it.on_conflict.push(OnConflict {
        index_elements: vec![build::text_order_element("id")],
        set: Some(vec![
            (AssignedKey::Name("name".into()), Assigned::Expr(acol(&excluded, "name"))),
            (AssignedKey::Name("age".into()), Assigned::Value(Value::Int(5))),
        ]),
        where_: Some(gt(&u("age"), 3)),
        ..nothing()
    });
    d(out, "upsert", ins(it));
    let mut it = values(user, vec![("name", v("x"))]);
    it.on_conflict.push(OnConflict {
        index_elements: vec![id.clone()],
        index_where: Some(gt(&u("age"), 3)),
        ..nothing()
    });
    d(out, "upsert_where", ins(it));
    let cte = sel([id.clone(), u("name")]).w(gt(&u("age"), 3)).cte(Some("c"), false);
    let mut it = insert(user);
    it.from_select = Some((vec!["name".into()], sel([acol(&cte, "name")]).q()));
    d(out, "cte_insert", ins(it));
    let in_cte = build::in_(&id, &v(sel([acol(&cte, "id")]).q())).unwrap();
    d(out, "cte_update", upd(update(user, vec![("name", v("x"))], vec![in_cte])));
    let kind = || AliasKind::Cte { recursive: false, nesting: false, prefixes: Vec::new(), suffixes: Vec::new() };
    let dml_cte = |statement: Statement, name: &str| {
        let Statement::Dml(dml) = statement else { unreachable!("it is DML") };
        Alias::new(AliasElement::Dml(dml), kind(), Some(name.into()), "anon")
    };
    let mut gone = delete(&t.address, vec![eq(&a("id"), 1)]);
    gone.common = returning(vec![a("id")]);
    s(out, "cte_delete_ret", sel([acol(&dml_cte(del(gone), "gone"), "id")]));
    let mut made = values(user, vec![("name", v("q"))]);
    made.common = returning(vec![id]);
    s(out, "cte_insert_ret", sel_from(&From::Alias(dml_cte(ins(made), "ins"))));
}

fn updates(t: &Tables, out: &mut Vec<Case>) {
    let user = &t.user;
    let u = |name: &str| col(&t.user, name);
    let a = |name: &str| col(&t.address, name);
    let id = u("id");
    let one = || vec![eq(&id, 1)];
    d(out, "update", upd(update(user, vec![("name", v("x")), ("fullname", v("y"))], one())));
    let b_id = build::bindparam("b_id", BindValue::Required, null_type());
    out.push(("update_keys", upd(update(user, vec![], vec![eq(&id, b_id)])), Some(&["name"]), false));
    d(out, "update_expr", upd(update(user, vec![("age", v(o(Op::Add, &u("age"), 1)))], vec![eq(&u("name"), "q")])));
    let ordered = vec![("name", v("a")), ("age", v(o(Op::Add, &id, 1))), ("fullname", v("z"))];
    let mut it = update(user, ordered, vec![]);
    it.ordered = true;
    d(out, "update_ordered", upd(it));
    d(out, "update_none", upd(update(user, vec![("name", v(Value::Null))], vec![])));
    d(out, "update_onupdate", upd(update(&t.stamped, vec![("a", v(3))], vec![])));
    let mut it = update(user, vec![("name", v("x"))], vec![]);
    it.common = returning(vec![id.clone()]);
    d(out, "update_returning", upd(it));
    let linked = eq(&id, a("user_id"));
    d(out, "update_from", upd(update(user, vec![("name", v(a("email")))], vec![linked.clone()])));
    let email = sel([a("email")]).w(eq(&a("user_id"), &id)).q();
    d(out, "update_subq", upd(update(user, vec![("name", v(email))], vec![])));
    d(out, "update_unconsumed", upd(update(user, vec![("nope", v(1))], vec![])));
    d(out, "update_same_param", upd(update(user, vec![("name", v("new"))], vec![eq(&u("name"), "old")])));
    d(out, "delete", del(delete(user, one())));
    d(out, "delete_in", del(delete(user, vec![build::in_(&id, &ints(&[1, 2])).unwrap()])));
    let exists = build::exists(Some(&sel([a("id")]).w(eq(&a("user_id"), &id)).q()));
    d(out, "delete_exists", del(delete(user, vec![exists])));
    let mut it = delete(user, one());
    it.common = returning(vec![id.clone(), u("name")]);
    d(out, "delete_returning", del(it));
    d(out, "delete_using", del(delete(user, vec![linked])));
}

fn affix(text: &str) -> orm_playground::sql::select::Affix {
    orm_playground::sql::select::Affix { expr: Expr::text(text), dialect: "*".into() }
}
