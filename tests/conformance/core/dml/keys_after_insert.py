"""inserted_primary_key and its Row form, inserted_primary_key_rows, postfetch, implicit_returning=False, and composite keys."""
from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, func, insert, literal_column, select, text
from sqlalchemy.dialects import sqlite

metadata = MetaData()
auto = Table("auto", metadata, Column("id", Integer, primary_key=True), Column("n", String))
pair = Table("pair", metadata, Column("a", Integer, primary_key=True), Column("b", Integer, primary_key=True), Column("n", String))
named = Table("named", metadata, Column("code", String, primary_key=True, default="dflt"), Column("made", String, server_default=text("'now'")), Column("up", String, default=func.upper("abc")))
server = Table("server", metadata, Column("id", String, primary_key=True, server_default="srv"), Column("n", Integer))
none = Table("none_", metadata, Column("n", Integer))
sqlpk = Table("sqlpk", metadata, Column("id", Integer, primary_key=True, default=select(literal_column("40 + 2")).scalar_subquery()), Column("n", Integer))
noret = Table("noret", metadata, Column("id", Integer, primary_key=True), Column("n", Integer, default=func.abs(-3)), implicit_returning=False)
engine = create_engine("sqlite://", echo=True)
metadata.create_all(engine)


def show(label, stmt, params=None):
    try:
        r = conn.execute(stmt, params) if params is not None else conn.execute(stmt)
        key = r.inserted_primary_key
        print(label, key, type(key).__name__, key._fields if key is not None else None, key._mapping if key is not None else None, r.inserted_primary_key_rows, [c.name for c in r.postfetch_cols()], r.lastrow_has_defaults())
    except Exception as exc:
        print(label, type(exc).__name__, exc)


with engine.connect() as conn:
    show("auto", insert(auto).values(n="x"))
    show("auto given", insert(auto).values(id=50, n="x"))
    show("auto next", insert(auto), {"n": "y"})
    show("auto expression", insert(auto).values(id=func.abs(-77)))
    show("auto null", insert(auto).values(id=None))
    show("pair", insert(pair).values(a=1, b=2))
    show("named", insert(named))
    show("named given", insert(named).values(code="c"))
    show("server", insert(server).values(n=1))
    show("none", insert(none).values(n=1))
    show("sql default", insert(sqlpk).values(n=1))
    show("no returning", insert(noret))
    show("inline", insert(auto).values(n="i").inline())
    show("multi-values", insert(auto).values([{"n": "1"}, {"n": "2"}]))
    show("from select", insert(auto).from_select(["n"], select(auto.c.n).limit(1)))
    show("conflict nothing", sqlite.insert(auto).values(id=50).on_conflict_do_nothing())
    r = conn.execute(insert(auto), [{"id": 91, "n": "p"}, {"id": 92, "n": "q"}])
    print(r.inserted_primary_key_rows)
    r = conn.execute(insert(pair), [{"a": 5, "b": 6}, {"a": 7, "b": 8}])
    print(r.inserted_primary_key_rows, r.context.compiled_parameters if hasattr(r.context, "compiled_parameters") else "")
    key = conn.execute(insert(auto).values(n="tuple")).inserted_primary_key
    print(key == (key[0],), key[0] == key.id, len(key), list(key), bool(key))
