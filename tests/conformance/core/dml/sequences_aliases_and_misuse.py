"""Sequences in rows of VALUES, UPDATE of aliases and of several tables with onupdate, CTEs of an INSERT by dialect, misuse of values()"""

import warnings
from sqlalchemy import *
from sqlalchemy.dialects import postgresql, mysql, sqlite, oracle

m = MetaData()
t = Table(
    "t",
    m,
    Column("id", Integer, primary_key=True),
    Column("name", String),
    Column("n", Integer),
    Column("at", String, onupdate=func.upper("upd")),
)
o = Table("o", m, Column("oid", Integer, primary_key=True), Column("oname", String))
sq = Table(
    "sq",
    m,
    Column("id", Integer, Sequence("sq_seq"), primary_key=True),
    Column("c", Integer, Sequence("c_seq")),
    Column("d", String),
)


def show(f, **kw):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try:
            c = f()
            c = c.compile(**kw) if hasattr(c, "compile") else c
            print(c, getattr(c, "params", ""))
        except Exception as e:
            print(type(e).__name__, e)
        for x in w:
            print("W", x.message)


pg = postgresql.dialect()
for d in (None, pg, sqlite.dialect(), mysql.dialect(), oracle.dialect()):
    show(lambda: sq.insert().values([{"d": "a"}, {"d": "b"}]), dialect=d)
    show(lambda: sq.insert().values(d="a"), dialect=d)
    show(lambda: t.insert().values(id=None, n=5), dialect=d)
    show(lambda: t.insert(), column_keys=["id", "n"], dialect=d)
    show(lambda: t.insert().values({}), dialect=d)
t1 = t.alias("t1")
for d in (None, pg, sqlite.dialect(), mysql.dialect()):
    show(lambda: update(t1).where(t1.c.id == 7).values({t.c.name: "fred"}), dialect=d)
    show(lambda: update(t1).where(t.c.id == t1.c.id).values({t.c.name: "fred"}), dialect=d)
    show(lambda: update(t1).where(t1.c.id == 7).values({t1.c.name: "fred"}), dialect=d)
    show(lambda: update(t1).where(t1.c.id == o.c.oid).values({t1.c.name: "fred", o.c.oname: "x"}), dialect=d)
    show(lambda: update(t).where(t.c.id == o.c.oid).values({t.c.name: "fred", o.c.oname: "x"}), dialect=d)
c = select(t.c.id, t.c.name).where(t.c.name == "q").cte("c")
for d in (None, pg, mysql.dialect(), oracle.dialect()):
    show(
        lambda: o.insert().from_select(
            ["oid", "oname"], select(t.c.id, t.c.name).where(t.c.name == c.c.name)
        ),
        dialect=d,
    )
    show(lambda: o.insert().from_select(["oid", "oname"], select(c)), dialect=d)
    i = t.insert().values(name="w").returning(t.c.id).cte("i")
    show(lambda: o.insert().values(oname="z", oid=select(i.c.id).scalar_subquery()), dialect=d)
    show(
        lambda: o.insert().values(oid=select(i.c.id).scalar_subquery()).returning(o.c.oid),
        column_keys=["oname"],
        dialect=d,
    )
show(lambda: t.update().values([{"name": "a"}, {"name": "b"}]))
show(lambda: t.insert().values([{"name": "a"}]).values(name="b"))
show(lambda: t.insert().values(name="b").values([{"name": "a"}]))
show(lambda: t.insert().values([{"name": "a"}]).values([{"name": "b"}]))
show(lambda: t.insert().values(["a"]))
show(lambda: t.insert().values([1, "a", 2, "z"]))
show(lambda: t.insert().values((1, "a", 2)))
show(lambda: t.insert().values([(1, "a", 2), (2, "b", 3)]))
show(lambda: t.insert().values(1))
show(lambda: t.insert().values({"name": 1}, {"name": 2}))
show(lambda: t.insert().values({"name": 1}, n=2))
show(lambda: t.update().values({t.c.name: 1, "name": 2}))
show(lambda: t.update().values({func.foo(t.c.name): 1}))
show(lambda: t.update().ordered_values((t.c.n, 5), ("name", "x")))
show(lambda: t.update().ordered_values({"name": "x"}))
show(lambda: t.update().ordered_values((t.c.n, 5)).values(name="x"))
show(lambda: t.update().values(name="x").ordered_values((t.c.n, 5)))
show(lambda: t.update().ordered_values((t.c.n, 5)).ordered_values((t.c.n, 6)))
show(lambda: values(column("a", Integer), column("b", String), name="v").data([(1, "x", 99)]))
show(lambda: select(values(column("a", Integer), column("b", String), name="v").data([(1, "x", 99)])))
v = values(column("a", Integer), column("b", String), name="v").data([(1, "x")])
show(lambda: select(v.c.a))
show(lambda: select(column("a")))
vv = values(column("a", Integer), column("b", String)).data([(1, "x")])
show(lambda: select(vv.c.a))
show(lambda: select(vv, t))
show(lambda: select(v).cte("q"))
show(lambda: select(t.c.name.label("a")).order_by("nope"))
s = select(t.c.id).where(t.c.n == 5)
show(lambda: union(s, s).limit(3).offset(bindparam("o")))
show(lambda: s.with_for_update(of=t).limit(2), dialect=oracle.dialect())
show(lambda: select(literal(1).label("id")).cte("CTE").select())
