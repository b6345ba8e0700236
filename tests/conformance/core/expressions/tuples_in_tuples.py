"""Tuples inside tuples: comparisons, IN lists, literals and their errors."""
from sqlalchemy import *
from sqlalchemy.dialects import sqlite, postgresql
t=table("t",column("a",Integer),column("s",String(10)),column("i",Integer))
def show(f):
    for d in (None, sqlite.dialect(), postgresql.dialect()):
        for k in ({}, {"literal_binds":True},{"render_postcompile":True}):
            try:
                c=f().compile(dialect=d,compile_kwargs=k); print(c, c.params)
            except Exception as e: print(type(e).__name__, e)
show(lambda: tuple_(tuple_(t.c.a,t.c.s),t.c.i).in_([((1,'x'),1)]))
show(lambda: tuple_(t.c.a,t.c.s)==(1,'x'))
show(lambda: tuple_(t.c.a,tuple_(t.c.s,Numeric(10,2)))==(1,('x',5)))
show(lambda: tuple_(tuple_(t.c.a,t.c.s),t.c.i)==((1,'x'),1))
show(lambda: tuple_(tuple_(t.c.a,t.c.s),t.c.i).in_([]))
show(lambda: tuple_(t.c.a,t.c.s).in_([(1,('x',2))]))
show(lambda: t.c.a.in_([(1,2)]))
show(lambda: literal((1,2)))
show(lambda: tuple_((1,2),3))
show(lambda: bindparam("x",(1,2),type_=tuple_(t.c.a,t.c.s).type))
print(tuple_(t.c.a,t.c.s).type, repr(tuple_(t.c.a,tuple_(t.c.s,t.c.i)).type))
