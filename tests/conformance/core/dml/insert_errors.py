"""Wrong INSERTs: unknown names, mixed shapes, wrong lengths, missing values and constraint violations."""
import re

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, bindparam, create_engine, insert, select, text

metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("n", String, nullable=False, unique=True), Column("v", Integer, key="val"))
k = Table("k", metadata, Column("code", String, primary_key=True), Column("t_id", ForeignKey("t.id")))
engine = create_engine("sqlite://")
metadata.create_all(engine)


def attempt(label, call):
    try:
        value = call()
        print(label, "->", value if isinstance(value, (str, int, type(None), list, tuple)) else type(value).__name__)
    except Exception as exc:
        print(label, "->", type(exc).__name__, re.sub(r" at 0x[0-9a-f]+", " at 0x...", str(exc)))


with engine.connect() as conn:
    attempt("wrong type", lambda: conn.execute(insert(t).values(n=["a", "b"])))
    attempt("dict value", lambda: conn.execute(insert(t).values(n={"a": 1})))
    attempt("object value", lambda: conn.execute(insert(t).values(n=int)))
    attempt("unknown column", lambda: conn.execute(insert(t).values(nope=1)))
    attempt("two unknown", lambda: str(insert(t).values(nope=1, nada=2, n="x")))
    attempt("column name instead of key", lambda: str(insert(t).values(v=1)))
    attempt("unknown in parameters", lambda: conn.execute(insert(t), {"n": "a", "nope": 1}).rowcount)
    attempt("string", lambda: str(insert(t).values("abc")))
    attempt("number", lambda: str(insert(t).values(5)))
    attempt("none", lambda: str(insert(t).values(None)))
    attempt("both styles", lambda: str(insert(t).values({"n": "x"}, v=1)))
    attempt("two positional", lambda: str(insert(t).values({"n": "x"}, {"n": "y"})))
    attempt("empty list", lambda: str(insert(t).values([])))
    attempt("uneven rows", lambda: str(insert(t).values([{"n": "x", "val": 1}, {"n": "y"}])))
    attempt("extra in later row", lambda: str(insert(t).values([{"n": "x"}, {"n": "y", "val": 1}])))
    attempt("mixed rows", lambda: str(insert(t).values([{"n": "x"}, (1, "y", 2)])))
    attempt("values then list", lambda: str(insert(t).values(n="x").values([{"n": "y"}])))
    attempt("list then values", lambda: str(insert(t).values([{"n": "y"}]).values(n="x")))
    attempt("from_select names", lambda: str(insert(t).from_select(["nope"], select(k.c.code))))
    attempt("from_select count", lambda: str(insert(t).from_select(["n", "val"], select(k.c.code))))
    attempt("from_select then values", lambda: str(insert(t).from_select(["n"], select(k.c.code)).values(n=1)))
    attempt("from_select string", lambda: str(insert(t).from_select(["n"], "SELECT 1")))
    attempt("not a table", lambda: insert("t"))
    attempt("alias", lambda: str(insert(t.alias("x"))))
    attempt("column", lambda: insert(t.c.n))
    attempt("subquery", lambda: str(insert(select(t).subquery()).values(n=1)))
    attempt("reserved bind", lambda: str(insert(t).values(n=bindparam("n"))))
    attempt("missing bind", lambda: conn.execute(insert(t).values(n=bindparam("name"))))
    attempt("not null", lambda: conn.execute(insert(t).values(val=1)))
    attempt("unique", lambda: conn.execute(insert(t), [{"n": "z"}, {"n": "z"}]))
    attempt("no key", lambda: conn.execute(insert(k).values(t_id=1)))
    attempt("where on insert", lambda: insert(t).where(t.c.id == 1))
    attempt("returning nothing", lambda: str(insert(t).returning()))
    attempt("returning string", lambda: str(insert(t).returning("id")))
    attempt("returning other table", lambda: conn.execute(insert(t).values(n="q").returning(k.c.code)))
    attempt("primary key of many", lambda: conn.execute(insert(t), [{"n": "m1"}, {"n": "m2"}]).inserted_primary_key)
    attempt("primary key of select", lambda: conn.execute(select(t)).inserted_primary_key)
    attempt("primary key of text", lambda: conn.execute(text("INSERT INTO t (n) VALUES ('w')")).inserted_primary_key)
