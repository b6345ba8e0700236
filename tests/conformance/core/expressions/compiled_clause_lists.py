"""@compiles(ClauseList): asked for the arguments of functions and for ORDER BY."""
from sqlalchemy import *
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.elements import ClauseList
@compiles(ClauseList)
def cl(e, c, **kw): return " | ".join(c.process(x, **kw) for x in e.clauses)
print(select(func.f(1, column("x")), func.now(), func.g()))
print(select(column("a")).order_by(column("a"), column("b")))
