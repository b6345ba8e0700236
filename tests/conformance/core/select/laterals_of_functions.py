"""Functions as LATERAL, aliases of aliases of CTEs, constants selected twice."""

from sqlalchemy import *

t = table("t", column("a"), column("b"))
c = select(t).cte("c")
a = c.alias()
b = a.alias()
print(select(b))
print(select(a, b))
x = c.alias("x")
print(select(x.alias("y")))
print(select(x, x.alias("y"), c))
print(select(func.x(1).lateral()))
print(select(func.x(1).lateral("q")))
print(select(lateral(func.gen(3))))
s = select(literal(None), None, None, True, True, False)
print(s)
try:
    t.c["x", 5]
except Exception as e:
    print(type(e).__name__, e)
f = func.gen(1, 5).alias("g")
print(select(f.column))
print(func.gen(1).table_valued("a").lateral("z"))
print(select(func.gen(1).table_valued("a").lateral("z")))
print(select(func.gen(1).lateral().c))
print(select(t, func.gen(t.c.a).lateral("z")))
