//! Schemas, nested CTEs, sentinels, linting: texts taken from the reference.

use super::fixture::*;
use expect_test::{Expect, expect};
use orm_playground::sql::build;
use orm_playground::sql::compile::{CompileOptions, Compiled, Dialect, Statement, compile};
use orm_playground::sql::expr::ExprKind;
use orm_playground::sql::schema::{MetaData, TableRef};
use orm_playground::sql::schema_ops;
use orm_playground::sql::select::LabelStyle;
use orm_playground::sql::selectable::{AliasKind, From};
use orm_playground::sql::types::{TypeKind, TypeNode, integer_type, string_type};
use orm_playground::sql::value::Value;
use std::rc::Rc;

fn two_tables() -> (Rc<MetaData>, TableRef, TableRef) {
    let metadata = Rc::new(MetaData::default());
    let make = |schema: Option<&str>| {
        let table = schema_ops::new_table(&metadata, "user_account", schema.map(Into::into), None, None).unwrap();
        add(&table, "id", integer_type(), key);
        add(&table, "name", string(Some(30)), |_| {});
        table
    };
    let (u, other) = (make(None), make(Some("other")));
    (metadata, u, other)
}

fn sqlite(statement: &Statement, options: &CompileOptions) -> Compiled {
    compile(statement, &Dialect::sqlite(), options).unwrap()
}

fn check(statement: &Statement, expected: &Expect) {
    let compiled = sqlite(statement, &CompileOptions::default());
    let names: Vec<&str> = compiled.positions.iter().map(|it| &**it).collect();
    expected.assert_eq(&format!("{}\n-- {}", compiled.sql, names.join(" ")));
}

#[test]
fn schemas_stand_before_tables_and_name_clashes_get_an_alias() {
    let (_kept, u, us) = two_tables();
    check(
        &sel_from(&table(&us)).st(),
        &expect![[r#"
        SELECT other.user_account.id, other.user_account.name 
        FROM other.user_account
        -- "#]],
    );
    check(
        &sel([col(&us, "id"), col(&u, "id")]).st(),
        &expect![[r#"
        SELECT other.user_account.id, user_account_1.id AS id_1 
        FROM other.user_account, user_account AS user_account_1
        -- "#]],
    );
    let qualified = sel_from(&table(&us)).with(|it| it.label_style = LabelStyle::TablenamePlusCol);
    check(
        &qualified.st(),
        &expect![[r#"
        SELECT other.user_account.id AS other_user_account_id, other.user_account.name AS other_user_account_name 
        FROM other.user_account
        -- "#]],
    );
    check(
        &ins(values(&us, vec![("name", v("x"))])),
        &expect![[r#"
        INSERT INTO other.user_account (name) VALUES (?)
        -- name"#]],
    );
}

#[test]
fn nested_ctes_stay_where_they_are() {
    let (_kept, u, _) = two_tables();
    let kind = AliasKind::Cte { recursive: false, nesting: true, prefixes: Vec::new(), suffixes: Vec::new() };
    let n = sel([col(&u, "id")]).alias(kind, Some("n"));
    let inner = sel([acol(&n, "id")]).subquery(Some("s"));
    check(
        &sel_from(&From::Alias(inner)).st(),
        &expect![[r#"
        SELECT s.id 
        FROM (WITH n AS 
        (SELECT user_account.id AS id 
        FROM user_account)
         SELECT n.id AS id 
        FROM n) AS s
        -- "#]],
    );
    let inside = build::in_(&col(&u, "id"), &v(sel([acol(&n, "id")]).q())).unwrap();
    check(
        &sel([col(&u, "id")]).w(inside).st(),
        &expect![[r#"
        SELECT user_account.id 
        FROM user_account 
        WHERE user_account.id IN (WITH n AS 
        (SELECT user_account.id AS id 
        FROM user_account)
         SELECT n.id 
        FROM n)
        -- "#]],
    );
}

#[test]
fn labels_functions_and_conditions_are_named_as_the_reference_names_them() {
    let (_kept, u, _) = two_tables();
    let (id, name) = (col(&u, "id"), col(&u, "name"));
    let case = build::case(&[(v(gt(&id, 1)), v("a"))], None, None);
    let text = build::text_order_element;
    let grouped = sel([build::label(&case, Some("k".into())), f("count", [])])
        .group([text("k")])
        .order([build::desc(&text("k"))]);
    check(
        &grouped.st(),
        &expect![[r#"
        SELECT CASE WHEN (user_account.id > ?) THEN ? END AS k, count(*) AS count_1 
        FROM user_account GROUP BY k ORDER BY k DESC
        -- id_1 param_1"#]],
    );
    let limited = sel([id.clone()]).limit(2).subquery(None);
    check(
        &sel([f("count", [])]).from(From::Alias(limited)).st(),
        &expect![[r#"
        SELECT count(*) AS count_1 
        FROM (SELECT user_account.id AS id 
        FROM user_account
         LIMIT ? OFFSET ?) AS anon_1
        -- param_1 param_2"#]],
    );
    let max = || f("max", [v(&id)]);
    let over = build::over(&max(), vec![], vec![], None).unwrap();
    check(
        &sel([over, f("coalesce", [v(max()), v(0)])]).st(),
        &expect![[r#"
        SELECT max(user_account.id) OVER () AS anon_1, coalesce(max(user_account.id), ?) AS coalesce_1 
        FROM user_account
        -- coalesce_2"#]],
    );
    let one = || eq(&id, 1);
    let conditions =
        sel([build::label(&one(), Some("b".into())), build::not_(&one()), build::and_(&[one(), eq(&name, "b")])]);
    check(
        &conditions.st(),
        &expect![[r#"
        SELECT user_account.id = ? AS b, user_account.id != ? AS anon_1, user_account.id = ? AND user_account.name = ? AS anon_2 
        FROM user_account
        -- id_1 id_2 id_3 name_1"#]],
    );
    let exists = build::exists(Some(&sel([id.clone()]).q()));
    check(
        &sel([exists]).st(),
        &expect![[r#"
        SELECT EXISTS (SELECT user_account.id 
        FROM user_account) AS anon_1
        -- "#]],
    );
    let tuple = build::tuple_(vec![id.clone(), name.clone()]);
    check(
        &sel([id.clone()]).w(build::in_(&tuple, &ints(&[])).unwrap()).st(),
        &expect![[r#"
        SELECT user_account.id 
        FROM user_account 
        WHERE (user_account.id, user_account.name) IN (__[POSTCOMPILE_param_1])
        -- param_1"#]],
    );
    let literal = build::label(&build::literal_column("'x'", None), Some("l".into()));
    check(
        &sel([literal, build::label(&id, Some("id".into()))]).order([text("l")]).st(),
        &expect![[r#"
        SELECT 'x' AS l, user_account.id AS id 
        FROM user_account ORDER BY l
        -- "#]],
    );
    let json = || TypeNode::new(TypeKind::Json);
    let index = |name: &str| build::bind(None, Value::text(name), Some(string_type()));
    let whole = build::json_getitem(&build::cast(&v(&id), json()), &index("a"), false, json());
    let number = build::json_getitem(&build::type_coerce(&v(&name), json()), &index("a"), false, integer_type());
    check(
        &sel([whole, number]).st(),
        &expect![[r#"
        SELECT JSON_QUOTE(JSON_EXTRACT(CAST(user_account.id AS JSON), ?)) AS anon_1, CAST(JSON_EXTRACT(user_account.name, ?) AS INTEGER) AS anon_2 
        FROM user_account
        -- param_1 param_2"#]],
    );
}

#[test]
fn returned_rows_are_matched_by_keys_that_the_program_gives() {
    let metadata = Rc::new(MetaData::default());
    let code = schema_ops::new_table(&metadata, "code", None, None, None).unwrap();
    add(&code, "code", string_type(), key);
    add(&code, "x", integer_type(), |_| {});
    let mut insert = insert(&code);
    insert.common = returning(vec![col(&code, "x")]);
    insert.common.sort_by_parameter_order = true;
    let options = CompileOptions {
        column_keys: Some(vec!["code".into(), "x".into()]),
        for_executemany: true,
        ..CompileOptions::default()
    };
    let compiled = sqlite(&ins(insert), &options);
    assert_eq!(&*compiled.sql, "INSERT INTO code (code, x) VALUES (?, ?) RETURNING x, code");
    let imv = compiled.dml.insertmanyvalues.as_ref().unwrap();
    assert_eq!(&*imv.single_values_expr, "?, ?");
    assert_eq!(imv.sentinel_param_keys, Some(vec!["code".into()]));
    assert_eq!(
        imv.sql_for(&compiled.sql, 3),
        "INSERT INTO code (code, x) VALUES (?, ?), (?, ?), (?, ?) RETURNING x, code"
    );
    let (_kept, u, _) = two_tables();
    let mut insert = super::fixture::insert(&u);
    insert.common = returning(vec![col(&u, "id")]);
    insert.common.sort_by_parameter_order = true;
    let options = CompileOptions { column_keys: Some(vec!["name".into()]), ..options };
    let compiled = sqlite(&ins(insert), &options);
    assert!(compiled.dml.insertmanyvalues.as_ref().unwrap().sentinel_columns.is_none());
}

#[test]
fn unjoined_from_objects_are_warned_about() {
    let (_kept, u, us) = two_tables();
    let options = CompileOptions { linting: true, ..CompileOptions::default() };
    let compiled = sqlite(&sel([col(&u, "id"), col(&us, "id")]).st(), &options);
    assert_eq!(
        compiled.take_warnings().iter().map(|it| &*it.text).collect::<Vec<_>>(),
        ["SELECT statement has a cartesian product between FROM element(s) \"other.user_account\" and FROM element \
             \"user_account\".  Apply join condition(s) between each element to resolve."]
    );
    assert!(compiled.take_warnings().is_empty());
    let joined = sel([col(&u, "id")]).w(eq(&col(&u, "id"), col(&us, "id")));
    assert!(sqlite(&joined.st(), &options).take_warnings().is_empty());
}

#[test]
fn columns_are_adapted_to_what_stands_for_them() {
    let (_kept, u, us) = two_tables();
    let sub = sel([col(&u, "id")]).subquery(Some("s"));
    let condition = build::and_(&[eq(&col(&u, "id"), 1), eq(&col(&us, "id"), col(&u, "id"))]);
    let adapted = orm_playground::sql::traverse::adapt_to(&condition, &From::Alias(sub));
    check(
        &Statement::Expr(adapted.clone()),
        &expect![[r#"
        s.id = ? AND other.user_account.id = s.id
        -- id_1"#]],
    );
    assert!(matches!(adapted.kind(), ExprKind::List { .. }));
    // A subquery inside is rewritten, and what refers to it follows.
    let inner = sel([col(&u, "id")]).w(eq(&col(&u, "name"), "x")).subquery(Some("q"));
    let outer = sel([acol(&inner, "id")]).w(gt(&acol(&inner, "id"), 2)).q();
    let alias = alias_of(&table(&u), Some("a"));
    let replaced = orm_playground::sql::traverse::replace_in_query(&outer, &mut |it| {
        let column = it.as_column()?;
        From::Alias(alias.clone())
            .corresponding_column(column)
            .filter(|_| column.owner_table().is_some_and(|it| it.id == u.id))
            .map(|it| orm_playground::sql::expr::Expr::column(&it))
    });
    check(
        &Statement::from(&replaced),
        &expect![[r#"
        SELECT q.id 
        FROM (SELECT a.id AS id 
        FROM user_account AS a 
        WHERE a.name = ?) AS q 
        WHERE q.id > ?
        -- name_1 id_1"#]],
    );
}
