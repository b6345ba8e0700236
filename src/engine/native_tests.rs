//! What the engine relies on in the native driver.

use super::*;

fn open() -> Box<dyn DriverConnection> {
    NativeDriver::default().open(":memory:").expect("memory can be opened")
}

fn run(conn: &mut dyn DriverConnection, sql: &str) -> Result<Executed, DriverError> {
    conn.execute(sql, DbParameters::Positional(&[]))
}

#[test]
fn values_come_back_as_they_went_in() {
    let mut conn = open();
    let values = [
        DbValue::Null,
        DbValue::Integer(i64::MAX),
        DbValue::Real(0.1),
        DbValue::Text("žlutý".into()),
        DbValue::Blob([0, 255][..].into()),
    ];
    let got = conn.execute("SELECT ?, ?, ?, ?, ? AS last", DbParameters::Positional(&values)).expect("runs");
    assert_eq!(got.cells, values);
    assert_eq!(&*got.columns[4], "last");
    let named = [("b".to_owned(), DbValue::Integer(2)), ("extra".to_owned(), DbValue::Null)];
    let got = conn.execute("SELECT :b + @b", DbParameters::Named(&named)).expect("runs");
    assert_eq!(got.cells, [DbValue::Integer(4)]);
}

#[test]
fn changes_count_only_for_dml() {
    let mut conn = open();
    conn.execute_script("CREATE TABLE t (x INTEGER PRIMARY KEY); INSERT INTO t VALUES (1), (2)").expect("runs");
    assert_eq!(run(&mut *conn, "SELECT * FROM t").expect("runs").changes, 0);
    assert_eq!(run(&mut *conn, "/* all */ update t SET x = x + 5").expect("runs").changes, 2);
    assert_eq!(run(&mut *conn, "INSERT INTO t VALUES (9) RETURNING x").expect("runs").cells, [DbValue::Integer(9)]);
    assert_eq!(conn.last_insert_rowid(), 9);
}

#[test]
fn errors_carry_sqlites_code_and_text() {
    let mut conn = open();
    let error = run(&mut *conn, "SELECT * FROM nowhere").expect_err("no such table");
    assert_eq!((error.code, &*error.message), (1, "no such table: nowhere"));
    conn.execute_script("CREATE TABLE t (x INTEGER PRIMARY KEY, y UNIQUE)").expect("runs");
    run(&mut *conn, "INSERT INTO t VALUES (1, 1)").expect("runs");
    let error = run(&mut *conn, "INSERT INTO t VALUES (2, 1)").expect_err("not unique");
    assert_eq!((error.code, &*error.message), (2067, "UNIQUE constraint failed: t.y"));
    let error = run(&mut *conn, "SELECT 1; SELECT 2").expect_err("two statements");
    assert_eq!(error.message, "You can only execute one statement at a time.");
    let error = run(&mut *conn, "SELECT ?, ?").expect_err("no values");
    assert_eq!(
        error.message,
        "Incorrect number of bindings supplied. The current statement uses 2, and there are 0 supplied."
    );
    let error = conn.execute("SELECT :a", DbParameters::Named(&[])).expect_err("no value");
    assert_eq!(error.message, "You did not supply a value for binding parameter :a.");
}

#[test]
fn transactions_are_sqlites_own() {
    let mut conn = open();
    assert!(!conn.in_transaction());
    run(&mut *conn, "BEGIN").expect("runs");
    assert!(conn.in_transaction());
    run(&mut *conn, "CREATE TABLE t (x UNIQUE ON CONFLICT ROLLBACK)").expect("runs");
    run(&mut *conn, "INSERT INTO t VALUES (1)").expect("runs");
    run(&mut *conn, "INSERT INTO t VALUES (1)").expect_err("not unique");
    assert!(!conn.in_transaction(), "SQLite itself rolled back");
}

#[test]
fn foreign_keys_are_off_until_the_program_asks() {
    let mut conn = open();
    assert_eq!(run(&mut *conn, "PRAGMA foreign_keys").expect("runs").cells, [DbValue::Integer(0)]);
}

#[test]
fn functions_get_values_and_raise_errors() {
    let mut conn = open();
    let double = |values: &[DbValue]| match values {
        [DbValue::Integer(it)] => Ok(DbValue::Integer(it * 2)),
        _ => Err("user-defined function raised exception".to_owned()),
    };
    conn.create_function("double", 1, true, Box::new(double)).expect("is accepted");
    assert_eq!(run(&mut *conn, "SELECT double(21)").expect("runs").cells, [DbValue::Integer(42)]);
    let error = run(&mut *conn, "SELECT double('x')").expect_err("raises");
    assert_eq!(error.message, "user-defined function raised exception");
}

#[test]
fn two_connections_share_a_named_memory_database() {
    let name = "file:shared_by_two?mode=memory&cache=shared";
    let mut one = NativeDriver::default().open(name).expect("opens");
    let mut two = NativeDriver::default().open(name).expect("opens");
    one.execute_script("CREATE TABLE t (x)").expect("runs");
    assert!(run(&mut *two, "SELECT * FROM t").is_ok());
}
