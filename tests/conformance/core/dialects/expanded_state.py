"""render_postcompile and construct_expanded_state(): IN lists written out, with their parameters."""
from sqlalchemy import *
from sqlalchemy.dialects import sqlite, postgresql, mysql
t=table("t",column("a",Integer),column("s",String(10)),column("i",Integer))
for d in (None, sqlite.dialect(), postgresql.dialect(), mysql.dialect()):
    for stmt in (select(t.c.a).where(t.c.a.in_([1,2]), t.c.s=="x"), select(t.c.a).where(t.c.a.in_([])), select(t).limit(5).where(t.c.a.not_in(bindparam("q",[7],expanding=True)),t.c.i==bindparam("zz")), delete(t).where(tuple_(t.c.a,t.c.i).in_([(1,2),(3,4)]))):
        c = stmt.compile(dialect=d)
        try:
            state = c.construct_expanded_state({"zz": 5})
            print(state.statement, state.parameters, state.positiontup, state.parameter_expansion, state.additional_parameters == state.parameters)
            print(state.positional_parameters)
            print(c.construct_expanded_state({"q": [1, 2, 3], "zz": 1}).parameters)
        except Exception as e: print(type(e).__name__, e)
        try:
            c=stmt.compile(dialect=d,compile_kwargs={"render_postcompile":True})
            print(c, c.params, c.positiontup)
        except Exception as e: print(type(e).__name__, e)
        try: print(c.construct_params({"a_1_1":9, "zz": 4}), c.construct_params({"q":[9,5],"zz":3}))
        except Exception as e: print(type(e).__name__, e)
        print(sorted(c.bind_names.values()))
