"""Many parameter sets: lists of dicts, empty lists, missing and extra keys, per-row defaults, rowcount and wrong shapes."""
from sqlalchemy import Column, Integer, MetaData, String, Table, bindparam, create_engine, delete, insert, select, text, update

metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("a", String), Column("b", String, default="dflt"), Column("c", Integer, server_default="7"))
engine = create_engine("sqlite://", echo=True)
metadata.create_all(engine)


def attempt(label, call):
    try:
        print(label, call())
    except Exception as exc:
        print(label, type(exc).__name__, exc)


with engine.begin() as conn:
    r = conn.execute(insert(t), [{"a": "1"}, {"a": "2"}, {"a": "3", "b": "given"}])
    print(r.rowcount, r.returns_rows, r.is_insert, r.supports_sane_multi_rowcount() if callable(getattr(r, "supports_sane_multi_rowcount", None)) else "")
    attempt("missing key in second", lambda: conn.execute(insert(t), [{"a": "1", "c": 2}, {"a": "2"}]).rowcount)
    attempt("extra key in second", lambda: conn.execute(insert(t), [{"a": "4"}, {"a": "5", "c": 3, "zzz": 1}]).rowcount)
    attempt("one in a list", lambda: conn.execute(insert(t), [{"a": "6"}]).rowcount)
    attempt("tuple of dicts", lambda: conn.execute(insert(t), ({"a": "7"}, {"a": "8"})).rowcount)
    attempt("generator", lambda: conn.execute(insert(t), ({"a": str(i)} for i in (9, 10))).rowcount)
    attempt("list of tuples", lambda: conn.execute(insert(t), [(20, "x")]).rowcount)
    attempt("text many", lambda: conn.execute(text("UPDATE t SET b = :b WHERE id = :id"), [{"id": 1, "b": "p"}, {"id": 2, "b": "q"}, {"id": 99, "b": "q"}]).rowcount)
    attempt("update many", lambda: conn.execute(update(t).where(t.c.id == bindparam("i")).values(a=bindparam("n")), [{"i": 1, "n": "x"}, {"i": 3, "n": "y"}]).rowcount)
    attempt("delete many", lambda: conn.execute(delete(t).where(t.c.id == bindparam("i")), [{"i": 1}, {"i": 2}]).rowcount)
    attempt("select many", lambda: conn.execute(select(t).where(t.c.id == bindparam("i")), [{"i": 1}, {"i": 2}]))
    attempt("string", lambda: conn.execute(insert(t), "abc"))
    attempt("list of lists", lambda: conn.execute(insert(t), [["a"], ["b"]]))
    attempt("driver many", lambda: conn.exec_driver_sql("INSERT INTO t (a) VALUES (?)", [("d1",), ("d2",)]).rowcount)
    attempt("driver named", lambda: conn.exec_driver_sql("INSERT INTO t (a) VALUES (:a)", {"a": "d3"}).rowcount)
    attempt("driver list", lambda: conn.exec_driver_sql("SELECT ?, ?", [1, 2]).all())
    attempt("driver wrong count", lambda: conn.exec_driver_sql("SELECT ?, ?", (1,)))
    attempt("values and parameters", lambda: conn.execute(insert(t).values(b="fixed"), [{"a": "v1"}, {"a": "v2"}]).rowcount)
    attempt("multi-values and parameters", lambda: conn.execute(insert(t).values([{"a": "v"}]), [{"a": "v1"}, {"a": "v2"}]).rowcount)
    print(conn.execute(select(t.c.id, t.c.a, t.c.b, t.c.c).order_by(t.c.id)).all())
