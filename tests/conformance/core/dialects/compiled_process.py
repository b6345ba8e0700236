"""Compiled.process(): parts compiled after a statement, their parameters counting on."""
from sqlalchemy import *
from sqlalchemy.dialects import sqlite, postgresql
t=table("t",column("a",Integer),column("b",String))
for d in (None, sqlite.dialect(), postgresql.dialect()):
    c=select(t.c.a).where(t.c.a==1).compile(dialect=d)
    print(c, c.params)
    print(c.process(t.c.a==2), c.process(t.c.b), c.process((t.c.a+1).label("x")), c.process(t.c.b=="x", literal_binds=True))
    print(c.params, c.positiontup, sorted(it for it in c.binds if it[0] != "%"), str(c)==c.string)
    print(c.process(select(t.c.b).where(t.c.a==7)))
    print(c.process(t.c.a.in_([1,2])))
    print(c.process(func.count(t.c.a)), c.process(text("x = :y")), c.process(bindparam("q", 5)))
    print(c.params)
    print(c.construct_params({"a_1":9,"y":3}))
    try: c.process(5)
    except Exception as e: print(type(e).__name__, e)
    try: print(c.process(t))
    except Exception as e: print(type(e).__name__, e)
    try: print(c.process(t.alias("q"), asfrom=True))
    except Exception as e: print(type(e).__name__, e)
