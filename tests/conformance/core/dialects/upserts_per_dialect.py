"""INSERT .. ON CONFLICT of SQLite and PostgreSQL and ON DUPLICATE KEY of MySQL: every argument, excluded, where, errors, RETURNING."""
import re

from sqlalchemy import Column, Integer, MetaData, String, Table, UniqueConstraint, bindparam, func, insert, literal, literal_column, null, select, text
from sqlalchemy.dialects import mysql, postgresql, sqlite

m = MetaData()
t = Table("stock", m, Column("id", Integer, primary_key=True), Column("code", String(5), unique=True), Column("qty", Integer, default=1), Column("note", String, onupdate="changed"), Column("in stock", Integer, key="on_hand"), UniqueConstraint("code", "qty", name="uq_code_qty"))
DIALECTS = {"sqlite": (sqlite.insert, sqlite.dialect()), "postgresql": (postgresql.insert, postgresql.dialect())}


def show(title, make, **kw):
    for name, (ins, dialect) in DIALECTS.items():
        try:
            c = make(ins(t)).compile(dialect=dialect, **kw)
            print(title, name, "->", str(c).replace("\n", " "), c.params)
        except Exception as error:
            print(title, name, "!!", type(error).__name__, re.sub("0x[0-9a-f]+", "0x", str(error)))


show("nothing", lambda i: i.values(code="x").on_conflict_do_nothing())
show("nothing, columns", lambda i: i.values(code="x").on_conflict_do_nothing(index_elements=["code"]))
show("nothing, column objects", lambda i: i.values(code="x").on_conflict_do_nothing(index_elements=[t.c.code, t.c.qty]))
show("nothing, where", lambda i: i.values(code="x").on_conflict_do_nothing(index_elements=["code"], index_where=t.c.qty > 5))
show("nothing, constraint", lambda i: i.values(code="x").on_conflict_do_nothing(constraint="uq_code_qty"))
show("nothing, constraint object", lambda i: i.values(code="x").on_conflict_do_nothing(constraint=t.primary_key))
show("update", lambda i: i.values(code="x", qty=2).on_conflict_do_update(index_elements=["code"], set_={"qty": 5}))
show("update excluded", lambda i: i.values(code="x", qty=2).on_conflict_do_update(index_elements=["code"], set_={"qty": i.excluded.qty, "note": i.excluded.note}))
show("update expression", lambda i: i.values(code="x", qty=2).on_conflict_do_update(index_elements=[t.c.code], set_=dict(qty=t.c.qty + i.excluded.qty)))
show("update where", lambda i: i.values(code="x").on_conflict_do_update(index_elements=["code"], set_={"qty": 0}, where=(t.c.qty < i.excluded.qty)))
show("update index where", lambda i: i.values(code="x").on_conflict_do_update(index_elements=["code"], index_where=t.c.note == "x", set_={"qty": 0}))
show("update all excluded", lambda i: i.values(code="x").on_conflict_do_update(index_elements=["code"], set_=i.excluded))
show("update with column keys", lambda i: i.values(code="x").on_conflict_do_update(index_elements=["code"], set_={t.c.qty: 3, t.c.on_hand: 4}))
show("update key of a column", lambda i: i.values(code="x", on_hand=1).on_conflict_do_update(index_elements=["code"], set_={"on_hand": i.excluded.on_hand}))
show("update null and default", lambda i: i.values(code="x").on_conflict_do_update(index_elements=["code"], set_={"qty": None, "note": null(), "on_hand": text("DEFAULT")}))
show("update subquery", lambda i: i.values(code="x").on_conflict_do_update(index_elements=["code"], set_={"qty": select(func.max(t.c.qty)).scalar_subquery()}))
show("update bindparam", lambda i: i.values(code="x").on_conflict_do_update(index_elements=["code"], set_={"qty": bindparam("q", 5)}))
show("update constraint", lambda i: i.values(code="x").on_conflict_do_update(constraint="uq_code_qty", set_={"qty": 1}))
show("returning", lambda i: i.values(code="x").on_conflict_do_update(index_elements=["code"], set_={"qty": 1}).returning(t.c.id, t.c.on_hand))
show("several rows", lambda i: i.values([{"code": "x"}, {"code": "y"}]).on_conflict_do_nothing())
show("from select", lambda i: i.from_select(["code"], select(literal("z")).where(literal(1) == 1)).on_conflict_do_nothing())
show("two clauses", lambda i: i.values(code="x").on_conflict_do_nothing(index_elements=["code"]).on_conflict_do_update(index_elements=["id"], set_={"qty": 1}))
show("literal binds", lambda i: i.values(code="it's").on_conflict_do_update(index_elements=["code"], set_={"qty": 7}, where=t.c.qty > 1), compile_kwargs={"literal_binds": True})
show("no values", lambda i: i.on_conflict_do_update(index_elements=["code"], set_={"qty": i.excluded.qty}))
show("no target", lambda i: i.values(code="x").on_conflict_do_update(set_={"qty": 1}))
show("no set", lambda i: i.values(code="x").on_conflict_do_update(index_elements=["code"]))
show("empty set", lambda i: i.values(code="x").on_conflict_do_update(index_elements=["code"], set_={}))
show("unknown column", lambda i: i.values(code="x").on_conflict_do_update(index_elements=["code"], set_={"zz": 1}))
show("unknown target", lambda i: i.values(code="x").on_conflict_do_nothing(index_elements=["zz"]))
show("a string set", lambda i: i.values(code="x").on_conflict_do_update(index_elements=["code"], set_="qty"))
show("both targets", lambda i: i.values(code="x").on_conflict_do_nothing(index_elements=["code"], constraint="uq_code_qty"))
show("excluded unknown", lambda i: i.values(code=i.excluded.zz))
show("text target", lambda i: i.values(code="x").on_conflict_do_nothing(index_elements=[text("lower(code)")]))
print(type(sqlite.insert(t)).__name__, type(sqlite.insert(t).excluded).__name__, sqlite.insert(t).excluded.keys(), str(sqlite.insert(t).excluded.qty))
for make in (lambda: insert(t).on_conflict_do_nothing(), lambda: sqlite.insert(t).values(code="x").on_conflict_do_nothing().compile(), lambda: sqlite.insert(t).values(code="x").on_conflict_do_nothing().compile(dialect=mysql.dialect()), lambda: postgresql.insert(t).values(code="x").on_conflict_do_nothing().compile(dialect=sqlite.dialect()), lambda: mysql.insert(t).values(code="x").on_duplicate_key_update(qty=1).compile(dialect=sqlite.dialect())):
    try:
        print(str(make()).replace("\n", " "))
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x", str(error)))

