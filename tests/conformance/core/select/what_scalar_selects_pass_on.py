"""What a scalar SELECT has not itself, the SELECT in it has."""

from sqlalchemy import *
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.schema import CreateIndex

m = MetaData()
t = Table("t", m, Column("a", String), Column("b", String))


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


for length in ("5", 2.5, {"a": [1]}, {"c": 1}):
    ix = Index("ix", t.c.a, mysql_length=length)
    show(lambda: CreateIndex(ix).compile(dialect=mysql.dialect()))
    t.indexes.discard(ix)
sq = select(t.c.a).scalar_subquery()
show(lambda: sq.alias())
show(lambda: sq.lateral())
show(lambda: sq.subquery())
show(lambda: str(select(sq)))
sq = select(t.c.a, t.c.b.label("x")).where(t.c.a == "1").scalar_subquery()
show(lambda: sq.element)
show(lambda: sq.selected_columns.keys())
show(lambda: sq.name)
show(lambda: sq.nope)
show(lambda: sq.key)
show(lambda: select(sq.subquery().c.x))
show(lambda: hasattr(sq, "columns"))
show(lambda: sq.primary_key)
show(lambda: sq.foreign_keys)
show(lambda: sq.froms)
show(lambda: sq.order_by(t.c.a))
show(lambda: sq.limit(1))
show(lambda: sq.c)
show(lambda: sq.where(t.c.b == "2"))
show(lambda: sq.exists())
show(lambda: sq.whereclause)
show(lambda: sq.label("z").name)
show(lambda: type(sq.type))
show(lambda: sq.table)
show(lambda: sq.description)
