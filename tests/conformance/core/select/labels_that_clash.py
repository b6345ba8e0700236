"""A label whose name another column has: refused where the columns of the subquery are asked for."""
from sqlalchemy import *
u=table("u",column("id"),column("n")); a=table("a",column("id"),column("uid"))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
s=select(u.c.id,(u.c.id+1).label("id"))
t(lambda: s)
t(lambda: s.cte("q").select()); t(lambda: s.subquery().select()); t(lambda: s.alias().c.keys()); t(lambda: s.cte().c.keys()); t(lambda: select(s.lateral())); t(lambda: union(s,s)); t(lambda: union(s,s).subquery().select())
t(lambda: s.selected_columns.keys())
t(lambda: s.cte("q")); t(lambda: select(func.count()).select_from(s.subquery()))
s2=select((u.c.id+1).label("id"),u.c.id)
t(lambda: s2.cte("q").select());
s3=select((u.c.id+1).label("x"),u.c.n.label("x"))
t(lambda: s3.cte("q").select()); t(lambda: s3.subquery().c.keys()); t(lambda:s3)
