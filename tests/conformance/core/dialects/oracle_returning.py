"""RETURNING on insert, update and delete compiled for Oracle and its neighbours, where it goes INTO parameters."""
import re

from sqlalchemy import Column, Integer, MetaData, String, Table, case, cast, delete, func, insert, literal, literal_column, select, text, update
from sqlalchemy.dialects import oracle, sqlite

t = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("a", Integer), Column("s", String(5)), Column("Up Case", Integer, key="up"))
u = Table("u", t.metadata, Column("id", Integer, primary_key=True), Column("x", Integer))


def show(title, make):
    for d in (sqlite.dialect(), oracle.dialect()):
        try:
            c = make().compile(dialect=d)
            print(title, d.name if d else "default", "->", str(c).replace("\n", " "))
        except Exception as error:
            print(title, d.name if d else "default", "!!", type(error).__name__, re.sub("0x[0-9a-f]+", "0x", str(error)))


show("insert id", lambda: insert(t).values(a=1).returning(t.c.id))
show("insert all", lambda: insert(t).values(a=1).returning(t))
show("insert expression", lambda: insert(t).values(a=1).returning((t.c.a + 1).label("more"), func.upper(t.c.s), cast(t.c.id, String)))
show("insert case and literal", lambda: insert(t).values(a=1).returning(case((t.c.a > 1, "big"), else_="small"), literal(5), literal_column("7 AS seven"), text("id")))
show("insert twice", lambda: insert(t).values(a=1).returning(t.c.id).returning(t.c.a))
show("insert subquery", lambda: insert(t).values(a=1).returning(t.c.id, select(func.max(u.c.x)).scalar_subquery()))
show("insert correlated", lambda: insert(t).values(a=1).returning(t.c.id, select(u.c.x).where(u.c.id == t.c.id).scalar_subquery()))
show("insert key", lambda: insert(t).values(up=1).returning(t.c.up))
show("insert multi", lambda: insert(t).values([{"a": 1}, {"a": 2}]).returning(t.c.id))
show("insert from select", lambda: insert(t).from_select(["a"], select(u.c.x)).returning(t.c.id))
show("update", lambda: update(t).values(a=t.c.a + 1).where(t.c.id == 1).returning(t.c.id, t.c.a))
show("update from", lambda: update(t).values(a=u.c.x).where(t.c.id == u.c.id).returning(t.c.id, u.c.x))
show("update scalar", lambda: update(t).values(a=select(u.c.x).where(u.c.id == t.c.id).scalar_subquery()).returning(t.c.a))
show("delete", lambda: delete(t).where(t.c.a == 1).returning(t))
show("delete using", lambda: delete(t).where(t.c.id == u.c.id).returning(t.c.id, u.c.x))
show("delete label", lambda: delete(t).returning(t.c.id.label("gone"), t.c.a * 2))
show("nothing", lambda: insert(t).values(a=1).returning())
show("a string", lambda: insert(t).values(a=1).returning("id"))
show("star", lambda: insert(t).values(a=1).returning(text("*")))
show("another table", lambda: insert(t).values(a=1).returning(u.c.id))
show("aggregate", lambda: delete(t).returning(func.count()))
show("alias", lambda: (lambda x: update(x).values(a=1).returning(x.c.id))(t.alias("x")))
show("as cte", lambda: select(delete(t).returning(t.c.id).cte("d")))
show("sort by", lambda: insert(t).returning(t.c.id, sort_by_parameter_order=True))
show("return_defaults", lambda: insert(t).values(a=1).return_defaults())
show("return_defaults columns", lambda: update(t).values(a=1).return_defaults(t.c.s))
show("return_defaults and returning", lambda: insert(t).values(a=1).returning(t.c.id).return_defaults())
show("inline", lambda: insert(t).values(a=1).inline())
print([c.name for c in insert(t).returning(t.c.id, (t.c.a + 1).label("x")).exported_columns], insert(t).returning(t).selected_columns.keys() if hasattr(insert(t), "selected_columns") else "no selected_columns")

