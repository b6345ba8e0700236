"""Wrong UPDATEs and DELETEs, and what the statements refuse."""
import re

from sqlalchemy import Column, Integer, MetaData, String, Table, bindparam, create_engine, delete, insert, select, text, update

metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("n", String, nullable=False, unique=True), Column("v", Integer, key="val"))
o = Table("o", metadata, Column("id", Integer, primary_key=True))
engine = create_engine("sqlite://")
metadata.create_all(engine)


def attempt(label, call):
    try:
        value = call()
        print(label, "->", value if isinstance(value, (str, int, type(None), list, tuple)) else type(value).__name__)
    except Exception as exc:
        print(label, "->", type(exc).__name__, re.sub(r" at 0x[0-9a-f]+", " at 0x...", str(exc)))


with engine.connect() as conn:
    conn.execute(insert(t), [{"n": "a"}, {"n": "b"}])
    attempt("unknown column", lambda: str(update(t).values(nope=1)))
    attempt("name instead of key", lambda: str(update(t).values(v=1)))
    attempt("empty values", lambda: conn.execute(update(t).values()))
    attempt("string values", lambda: str(update(t).values("x")))
    attempt("list values", lambda: str(update(t).values([{"n": 1}])))
    attempt("tuple values", lambda: str(update(t).values((1, "x", 2))))
    attempt("other table's column", lambda: str(update(t).values({o.c.id: 1})))
    attempt("ordered then values", lambda: str(update(t).ordered_values(("n", 1)).values(val=2)))
    attempt("values then ordered", lambda: str(update(t).values(val=2).ordered_values(("n", 1))))
    attempt("ordered dict", lambda: str(update(t).ordered_values({"n": 1})))
    attempt("where string", lambda: str(update(t).where("id = 1")))
    attempt("where python bool", lambda: str(update(t).where(True).values(n="x")))
    attempt("where nothing", lambda: str(update(t).where().values(n="x")))
    attempt("where None", lambda: str(update(t).where(None).values(n="x")))
    attempt("reserved bind", lambda: conn.execute(update(t).where(t.c.id == bindparam("id")).values(n="x"), {"id": 1}).rowcount)
    attempt("reserved bind with value", lambda: conn.execute(update(t).where(t.c.n == bindparam("n")).values(n="y"), {"n": "a"}))
    attempt("order_by", lambda: update(t).order_by(t.c.id))
    attempt("limit", lambda: update(t).with_dialect_options(sqlite_limit=1))
    attempt("from_select", lambda: update(t).from_select(["n"], select(o)))
    attempt("not a table", lambda: update("t"))
    attempt("a select", lambda: str(update(select(t)).values(n=1)))
    attempt("unique", lambda: conn.execute(update(t).values(n="same")))
    attempt("not null", lambda: conn.execute(update(t).where(t.c.n == "b").values(n=None)))
    attempt("bad value", lambda: conn.execute(update(t).where(t.c.id == 1).values(n=object)))
    attempt("returning many sets", lambda: conn.execute(update(t).where(t.c.id == bindparam("i")).values(n=bindparam("x")).returning(t.c.id), [{"i": 1, "x": "p"}, {"i": 2, "x": "q"}]))
    attempt("delete values", lambda: delete(t).values(n=1))
    attempt("delete string", lambda: delete("t"))
    attempt("delete where string", lambda: str(delete(t).where("x")))
    attempt("delete filter_by", lambda: str(delete(t).filter_by(nope=1)))
    attempt("delete returning all", lambda: conn.execute(delete(t).returning(t)).all())
    attempt("keys of update", lambda: conn.execute(update(t).values(n="z")).keys())
    attempt("first of delete", lambda: conn.execute(delete(t)).first())
    attempt("inserted key of update", lambda: conn.execute(update(t).values(n="z")).inserted_primary_key)
    attempt("updated params of insert", lambda: conn.execute(insert(t).values(n="k")).last_updated_params())
    attempt("lastrow of delete", lambda: conn.execute(delete(t)).lastrow_has_defaults())
