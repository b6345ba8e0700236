"""The compiled cache and DML: which INSERTs, UPDATEs, DELETEs and upserts share one entry, None against a value, different keys, expressions."""
from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, delete, func, insert, literal, null, select, text, update
from sqlalchemy.dialects import sqlite

metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("a", String), Column("b", Integer, default=3))
engine = create_engine("sqlite://", echo=True)
metadata.create_all(engine)
with engine.begin() as conn:
    conn.execute(insert(t).values(a="x", b=1))
    conn.execute(insert(t).values(a=None, b=2))
    conn.execute(insert(t).values(b=2, a="order of keywords"))
    conn.execute(insert(t).values({"a": "dict", "b": None}))
    conn.execute(insert(t), {"a": "p", "b": 1})
    conn.execute(insert(t), {"b": 1, "a": "p"})
    conn.execute(insert(t), {"a": "p"})
    conn.execute(insert(t), [{"a": "p"}, {"a": "q"}])
    conn.execute(insert(t).values(a=null()))
    conn.execute(insert(t).values(a=literal("l")))
    conn.execute(insert(t).values(a=func.upper("u")))
    conn.execute(insert(t).values(a=func.upper("v")))
    conn.execute(update(t).where(t.c.id == 1).values(a="x"))
    conn.execute(update(t).where(t.c.id == 2).values(a=None))
    conn.execute(update(t).where(t.c.id == 2).values(b=5))
    conn.execute(update(t).where(t.c.id.in_([1, 2, 3])).values(b=t.c.b + 1))
    conn.execute(update(t).where(t.c.id.in_([4])).values(b=t.c.b + 7))
    conn.execute(delete(t).where(t.c.id == 99))
    conn.execute(delete(t).where(t.c.id == 98))
    conn.execute(delete(t).where(t.c.id > 98))
    for key, value in (50, "n"), (51, None), (50, "again"):
        stmt = sqlite.insert(t).values(id=key, a=value)
        conn.execute(stmt.on_conflict_do_update(index_elements=["id"], set_={"a": stmt.excluded.a}))
    for n in 1, 2:
        conn.execute(sqlite.insert(t).values(id=n).on_conflict_do_nothing())
        conn.execute(insert(t).values(a=str(n)).returning(t.c.id)).all()
        conn.execute(insert(t).from_select(["a"], select(t.c.a).where(t.c.id == n)))
        conn.execute(insert(t).values([{"a": "m"}] * n))
        conn.execute(text("UPDATE t SET b = :b"), {"b": n})
