"""Parameters whose names drivers cannot take, on each dialect: as they are sent, expanded, and written out."""
from sqlalchemy import *
from sqlalchemy.dialects import oracle, postgresql, sqlite, mysql
c=column("x",Integer)
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for d in (None, postgresql.dialect(), oracle.dialect(), sqlite.dialect(), mysql.dialect()):
    for s in (select(c).where(c==bindparam("a b",1), c==bindparam("z.[q]:%()",1)), select(c).where(c==bindparam("a b",1), c.in_(bindparam("od",[1,2],expanding=True)), c.in_(bindparam("_xd",[1,2],expanding=True))), select(c).where(c.in_(bindparam("o d",[1,2],expanding=True)))):
        x=s.compile(dialect=d)
        show(lambda: (str(x), x.params, x.positiontup))
        show(lambda: (lambda e: (e.statement, e.parameters, e.positiontup))(x.construct_expanded_state({"a b":5})))
        show(lambda: x.construct_params({"a b":7})); show(lambda: x.construct_params({"a_b":7}))
        show(lambda: (lambda x: (str(x), x.params, x.positiontup))(s.compile(dialect=d,compile_kwargs={"render_postcompile":True})))
