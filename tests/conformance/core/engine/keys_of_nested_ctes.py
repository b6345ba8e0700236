"""Statements that differ in where a CTE stands, or in LATERAL, are cached apart."""

from sqlalchemy import *

e = create_engine("sqlite://")
t = table("t", column("x"))


def nested(nest):
    c = select(literal(1).label("a")).cte("c")
    inner = select(literal(2).label("b")).add_cte(c, nest_here=nest).subquery("s")
    return select(inner)


with e.connect() as c:
    for n in (False, True):
        print(c.execute(nested(n)).all())
    f = func.json_each("[1]").table_valued("value", name="j")
    for s in (select(f.c.value), select(f.lateral("j").c.value)):
        try:
            print(c.execute(s).all())
        except Exception as x:
            print(type(x).__name__, str(x)[:60])
    for cte in ((), (select(literal(1).label("k")).cte("k"),)):
        s = (
            text("select 5 as a").columns(column("a", Integer)).add_cte(*cte)
            if cte
            else text("select 5 as a").columns(column("a", Integer))
        )
        print(c.execute(s).all())
    c.execute(text("create table t (x)"))
    for n in (False, True):
        k = select(literal(1).label("k")).cte("k")
        print(c.execute(update(t).values(x=1).add_cte(k, nest_here=n)).rowcount)
