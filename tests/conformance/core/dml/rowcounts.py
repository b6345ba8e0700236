"""rowcount after every kind of statement: matched not changed, executemany sums, select, ddl, returning read or unread."""
from sqlalchemy import Column, Integer, MetaData, String, Table, bindparam, create_engine, delete, insert, select, text, update

metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("n", String))
engine = create_engine("sqlite://")
metadata.create_all(engine)
with engine.connect() as conn:
    print("insert", conn.execute(insert(t).values(n="a")).rowcount)
    print("insert many", conn.execute(insert(t), [{"n": c} for c in "bcd"]).rowcount)
    print("insert multi", conn.execute(insert(t).values([{"n": c} for c in "ef"])).rowcount)
    print("insert from select", conn.execute(insert(t).from_select(["n"], select(t.c.n).where(t.c.id < 3))).rowcount)
    print("update all", conn.execute(update(t).values(n="same")).rowcount, "again", conn.execute(update(t).values(n="same")).rowcount)
    print("update none", conn.execute(update(t).where(t.c.id == 99).values(n="x")).rowcount)
    print("update many", conn.execute(update(t).where(t.c.id == bindparam("i")).values(n="m"), [{"i": 1}, {"i": 2}, {"i": 99}]).rowcount)
    print("update returning", (r := conn.execute(update(t).where(t.c.id < 4).values(n="r").returning(t.c.id))).all(), r.closed)
    print("delete", conn.execute(delete(t).where(t.c.id < 3)).rowcount, conn.execute(delete(t).where(t.c.id < 3)).rowcount)
    print("delete many", conn.execute(delete(t).where(t.c.id == bindparam("i")), [{"i": 3}, {"i": 4}, {"i": 4}]).rowcount)
    print("select", conn.execute(select(t)).rowcount)
    print("text update", conn.execute(text("UPDATE t SET n = 'T'")).rowcount, conn.execute(text("DELETE FROM t WHERE id = 5")).rowcount)
    print("driver", conn.exec_driver_sql("UPDATE t SET n = 'D'").rowcount, conn.exec_driver_sql("INSERT INTO t (n) VALUES (?)", [("a",), ("b",)]).rowcount)
    print("ddl", conn.execute(text("CREATE TABLE u (n)")).rowcount, conn.exec_driver_sql("PRAGMA user_version = 3").rowcount)
    for stmt, params in (insert(t), [{"n": "1"}, {"n": "2"}]), (update(t).values(n="k"), None), (select(t.c.n), None), (delete(t), None):
        r = conn.execute(stmt, params or {}, execution_options={"preserve_rowcount": True})
        print("preserved", r.rowcount, r.supports_sane_rowcount(), r.supports_sane_multi_rowcount())
    r = conn.execute(delete(t))
    r.close()
    print(r.rowcount, r.closed, r.is_insert, r.returns_rows)
    with conn.execute(update(t).values(n=1)) as r:
        print(r.rowcount)
