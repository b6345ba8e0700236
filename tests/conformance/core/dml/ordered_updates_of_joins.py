"""ordered_values() of UPDATEs of several tables and of joins."""

from sqlalchemy import Column, Integer, MetaData, Table, func, update
from sqlalchemy.dialects import mysql, oracle, postgresql, sqlite

metadata = MetaData()
t = Table(
    "t",
    metadata,
    Column("a", Integer, primary_key=True),
    Column("b", Integer),
    Column("c", Integer, onupdate=5),
)
u = Table(
    "u",
    metadata,
    Column("a", Integer, primary_key=True),
    Column("b", Integer),
    Column("d", Integer, onupdate=func.foo()),
)
joined = t.join(u, t.c.a == u.c.a)
statements = [
    update(t).where(t.c.a == u.c.a).ordered_values((u.c.b, 5), (t.c.b, t.c.b + 1)),
    update(t).where(t.c.a == u.c.a).ordered_values((t.c.b, 5), (u.c.b, t.c.b + 1)),
    update(t).where(t.c.a == u.c.a).ordered_values((t.c.b, 5)),
    update(joined).ordered_values((u.c.b, 5), (u.c.d, 7)),
    update(joined).ordered_values((u.c.d, 7), (u.c.b, 5)),
    update(joined).ordered_values((t.c.b, 5)),
    update(joined).ordered_values(("b", 5)),
    update(joined).ordered_values(("t_b", 5)),
    update(joined).values({u.c.b: 5, t.c.b: 7}),
    update(joined).values({t.c.b: 5, u.c.b: 7}),
    update(joined).values({t.c.b: 5}).where(u.c.b == 3),
    update(joined).values({u.c.b: 5}),
]
for module in (mysql, postgresql, sqlite, oracle):
    print("#", module.__name__[20:])
    for statement in statements:
        try:
            compiled = statement.compile(dialect=module.dialect())
            print(compiled)
            print(compiled.params)
        except Exception as error:
            print(type(error).__name__, error)
