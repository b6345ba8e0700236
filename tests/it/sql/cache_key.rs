//! Cache keys: equal for the same structure, and values filled into an older compilation.

use super::fixture::*;
use orm_playground::sql::build;
use orm_playground::sql::cache_key::cache_key;
use orm_playground::sql::compile::{CompileOptions, Dialect, Statement, compile};
use orm_playground::sql::selectable::From;
use orm_playground::sql::value::Value;
use std::rc::Rc;

fn query(t: &Tables, name: &str, ids: &[i64], limit: i64) -> Statement {
    let sub = sel([col(&t.address, "user_id")]).w(gt(&col(&t.address, "id"), limit)).subquery(None);
    sel([col(&t.user, "id"), build::label(&f("count", []), None)])
        .from(From::Alias(sub.clone()))
        .w(eq(&col(&t.user, "name"), name))
        .w(build::in_(&col(&t.user, "id"), &ints(ids)).unwrap())
        .w(eq(&acol(&sub, "user_id"), col(&t.user, "id")))
        .limit(limit)
        .st()
}

#[test]
fn statements_of_one_structure_have_one_key() {
    let t = Tables::new();
    let a = cache_key(&query(&t, "x", &[1, 2], 3)).unwrap();
    let b = cache_key(&query(&t, "y", &[5], 9)).unwrap();
    assert_eq!(a.hash, b.hash);
    let other = sel([col(&t.user, "id")]).w(eq(&col(&t.user, "fullname"), "x")).st();
    assert_ne!(a.hash, cache_key(&other).unwrap().hash);
    let less =
        sel([col(&t.user, "id")]).w(o(orm_playground::sql::operators::Op::Lt, &col(&t.user, "fullname"), "x")).st();
    assert_ne!(cache_key(&other).unwrap().hash, cache_key(&less).unwrap().hash);
    let mut multi = insert(&t.user);
    multi.multi_values = vec![assign(vec![("name", v("a"))])];
    assert!(cache_key(&ins(multi)).is_none());
}

#[test]
fn values_of_another_statement_fill_the_compiled_one() {
    let t = Tables::new();
    let first = query(&t, "x", &[1, 2], 3);
    let compiled = compile(&first, &Dialect::sqlite(), &CompileOptions::default()).unwrap();
    compiled.set_cache_key(Rc::new(cache_key(&first).unwrap()));
    let second = cache_key(&query(&t, "y", &[7, 8, 9], 4)).unwrap();
    let values = compiled.construct_values(None, Some(&second), None).unwrap();
    let expanded = compiled.expand(&values).unwrap();
    let shown: Vec<String> = expanded.params.iter().map(|it| it.1.repr()).collect();
    assert_eq!(shown.join(" "), "4 'y' 7 8 9 4 0");
    assert!(expanded.sql.contains("IN (?, ?, ?)"), "{}", expanded.sql);
}

#[test]
fn dml_values_fill_the_compiled_one() {
    let t = Tables::new();
    let make = |name: &str, age: i64, id: i64| {
        upd(update(&t.user, vec![("name", v(name)), ("age", v(age))], vec![eq(&col(&t.user, "id"), id)]))
    };
    let first = make("x", 1, 2);
    let compiled = compile(&first, &Dialect::sqlite(), &CompileOptions::default()).unwrap();
    compiled.set_cache_key(Rc::new(cache_key(&first).unwrap()));
    let second = cache_key(&make("y", 5, 6)).unwrap();
    let values = compiled.construct_values(None, Some(&second), None).unwrap();
    assert_eq!(values, vec![Value::text("y"), Value::Int(5), Value::Int(6)]);
}

#[test]
fn an_empty_in_and_literals_are_written_out() {
    let t = Tables::new();
    let none = sel([col(&t.user, "id")]).w(build::in_(&col(&t.user, "id"), &ints(&[])).unwrap()).st();
    let compiled = compile(&none, &Dialect::sqlite(), &CompileOptions::default()).unwrap();
    let values = compiled.construct_values(None, None, None).unwrap();
    let expanded = compiled.expand(&values).unwrap();
    assert_eq!(
        &*expanded.sql,
        "SELECT user_account.id \nFROM user_account \nWHERE user_account.id IN (SELECT 1 FROM (SELECT 1) WHERE 1!=1)"
    );
    let literal = CompileOptions { literal_binds: true, ..CompileOptions::default() };
    let some = sel([col(&t.user, "id")])
        .w(build::in_(&col(&t.user, "id"), &ints(&[1, 2])).unwrap())
        .w(eq(&col(&t.user, "name"), "it's"))
        .st();
    let compiled = compile(&some, &Dialect::default_(), &literal).unwrap();
    assert_eq!(
        &*compiled.sql,
        "SELECT user_account.id \nFROM user_account \nWHERE user_account.id IN (1, 2) AND user_account.name = 'it''s'"
    );
}

/// Not a limit, a figure to look at: `cargo test --release -- --nocapture key_is_cheap`.
#[test]
fn a_key_is_cheap() {
    let t = Tables::new();
    let select = sel([col(&t.user, "id"), col(&t.user, "name")]).w(eq(&col(&t.user, "id"), 1)).st();
    let start = std::time::Instant::now();
    for _ in 0..10_000 {
        std::hint::black_box(cache_key(&select));
    }
    println!("cache key of a simple select: {} ns", start.elapsed().as_nanos() / 10_000);
}
