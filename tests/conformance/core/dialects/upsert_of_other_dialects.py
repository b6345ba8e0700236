"""An insert() of one dialect, compiled by the others and by str()."""

import re

from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, func, select
from sqlalchemy.dialects import mysql, oracle, postgresql, sqlite
from sqlalchemy.engine.default import DefaultDialect, StrCompileDialect

m = MetaData()
t = Table(
    "t",
    m,
    Column("id", Integer, primary_key=True),
    Column("a", String(50), unique=True),
    Column("b", Integer, onupdate=5, default=3),
)


def statements():
    for name, module in (("postgresql", postgresql), ("sqlite", sqlite)):
        i = module.insert(t).values(a="x")
        yield f"{name} plain", i
        yield f"{name} nothing", i.on_conflict_do_nothing()
        yield f"{name} nothing at", i.on_conflict_do_nothing(index_elements=["a"])
        yield f"{name} update", i.on_conflict_do_update(index_elements=["a"], set_=dict(b=i.excluded.b))
        yield f"{name} update where", i.on_conflict_do_update(
            index_elements=[t.c.a], index_where=t.c.b > 4, set_=dict(b=7), where=t.c.b < i.excluded.b
        )
        yield f"{name} all", i.on_conflict_do_update(index_elements=["a"], set_=i.excluded).returning(t.c.id)
        yield f"{name} rows", module.insert(t).values([{"a": "x"}, {"a": "y"}]).on_conflict_do_nothing()
        yield f"{name} select", module.insert(t).from_select(["a"], select(t.c.a)).on_conflict_do_nothing()
        yield f"{name} cte", select(1).add_cte(i.on_conflict_do_nothing().cte("foo"))
    i = postgresql.insert(t)
    yield "constraint update", i.on_conflict_do_update(constraint="uq", set_={"b": 4})
    yield "constraint nothing", i.on_conflict_do_nothing(constraint="uq")
    i = mysql.insert(t).values(a="x")
    yield "mysql plain", i
    yield "mysql update", i.on_duplicate_key_update(b=i.inserted.b)
    yield "mysql ordered", i.on_duplicate_key_update([("b", 4), ("a", func.lower(i.inserted.a))])
    yield "mysql sum", i.on_duplicate_key_update(b=i.inserted.b + t.c.b + 1)
    yield "mysql returning", i.on_duplicate_key_update(b=4).returning(t.c.id)
    yield "mysql inserted as value", mysql.insert(t).values(a=i.inserted.a)
    yield "mysql cte", select(1).add_cte(i.on_duplicate_key_update(b=4).cte("foo"))
    yield "match", select(mysql.match(t.c.a, against="x"))
    yield "aggregate", select(postgresql.aggregate_order_by(t.c.a, t.c.b))
    yield "array", select(postgresql.array([1, 2]))


def show(label, f):
    try:
        text = f()
    except Exception as e:
        text = f"{type(e).__name__}: {e}"
    print(label, "|", re.sub(" at 0x[0-9a-f]+", "", text))


dialects = [DefaultDialect(), StrCompileDialect()] + [
    it.dialect() for it in (sqlite, postgresql, mysql, oracle)
]
for label, stmt in statements():
    show(f"{label}: str", lambda: str(stmt))
    for dialect in dialects:
        show(f"{label}: {type(dialect).__name__}", lambda: str(stmt.compile(dialect=dialect)))

i = mysql.insert(t)
print(i.inserted.a, i.inserted.keys(), postgresql.insert(t).excluded.b)
print(
    i.on_duplicate_key_update(a="é", b=i.inserted.b).compile(
        dialect=mysql.dialect(), compile_kwargs={"literal_binds": True}
    )
)

engine = create_engine("sqlite://", echo=True)
m.create_all(engine)
for label, stmt in statements():
    with engine.connect() as conn:
        show(label, lambda: type(conn.execute(stmt)).__name__)
