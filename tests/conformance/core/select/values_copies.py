"""Copies of VALUES: alias(), lateral(), data(), cte() before and after columns were asked for; columns that are none."""
from sqlalchemy import *
def V(*a, **k): return values(column("n", Integer), column("w", String), **k).data([(1,"x")])
a=V(name="v").alias("other"); print(select(a))
b=V(name="v"); b.c.n; print(select(b.alias("other")))
b=V(name="v"); str(select(b)); al=b.alias("other"); print(select(al)); print(select(al.c.n)); print(select(b)); print(al.name, al is b, type(al).__name__)
b=V(); print(select(b.alias("q"))); b.c.n; print(select(b.alias("q")))
b=V(); print(select(b.alias()));
b=V(name="v"); b.c; print(select(b.data([(2,"y")])));
print(select(b.cte("c")), select(b.cte()))
n=column("n", Integer); b=values(n, name="v").data([(1,)]); str(select(b))
c2=values(n, name="w").data([(2,)]); print(select(c2), select(c2.c.n)); None
t=table("t",column("n",Integer)); d=values(t.c.n, name="z").data([(1,)]); print(select(d), d.c.n.table.name, t.c.n.table.name)
print(select(b, b.alias("x2")))
print(select(b.data([(7,)]).alias("k")))
for make in (lambda: values("n", name="x").data([(1,)]), lambda: values(5, name="x").data([(1,)]), lambda: values(literal_column("q", Integer), name="x").data([(1,)]), lambda: values(literal(5).label("k"), name="x").data([(1,)]), lambda: values(func.foo(), name="x").data([(1,)]), lambda: values(None, name="x").data([(1,)]),lambda: values(text("k"), name="x").data([(1,)]),lambda: values(bindparam("n", 3), name="x").data([(1,)])):
    try:
        v=make(); s=select(v); c=s.compile(); print(s, c.params)
    except Exception as e: print(type(e).__name__, e)
