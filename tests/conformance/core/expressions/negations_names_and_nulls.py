"""Negated collection functions, names of parameters that are escaped or clash, NULL written out, misuse of correlate() and in_()"""

import warnings
from sqlalchemy import *
from sqlalchemy.sql import table, column, operators
from sqlalchemy.dialects import postgresql, mysql, sqlite, oracle
from sqlalchemy.dialects.postgresql import ARRAY

t = table("t", column("a", Integer), column("b", Integer), column("c", String), column("arr"))


def show(f):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try:
            r = f()
            print(r)
        except Exception as e:
            print(type(e).__name__, str(e))
        for x in w:
            print("W", x.category.__name__, x.message)


s = select(t.c.a).where(t.c.b == bindparam("has spaces"))
c = s.compile()
print(c, c.params, c.escaped_bind_names if hasattr(c, "escaped_bind_names") else None)
c = s.compile(dialect=postgresql.dialect())
print(c, c.params)
c = select(t.c.a).where(t.c.b == bindparam("[b]"), t.c.c == bindparam("(b)")).compile()
print(c, c.params, c.construct_params({"[b]": 1, "(b)": 2}))
c = select(t.c.a).where(t.c.b.in_(bindparam("a b", [1, 2], expanding=True))).compile()
print(c, c.params)
c = (
    select(t.c.a)
    .where(t.c.b.in_(bindparam("a b", [1, 2], expanding=True)))
    .compile(compile_kwargs={"render_postcompile": True})
)
print(c, c.params)
c = (
    select(t.c.a)
    .where(
        t.c.b.in_(bindparam("q", [1, 2], expanding=True)), t.c.c.in_(bindparam("q_1", [5, 6], expanding=True))
    )
    .compile(compile_kwargs={"render_postcompile": True})
)
print(c, c.params)
c = insert(t).compile(dialect=postgresql.dialect())
print(c, c.params)
tt = Table("tt", MetaData(), Column("has space", Integer), Column("%pct", Integer), Column("(p)", Integer))
for d in (None, postgresql.dialect(), mysql.dialect(), sqlite.dialect(), oracle.dialect()):
    c = insert(tt).values({"has space": 1, "%pct": 2, "(p)": 3}).compile(dialect=d)
    print(c, c.params)
    c = update(tt).values({"has space": 1}).where(tt.c["(p)"] == 5).compile(dialect=d)
    print(c, c.params)
show(lambda: s.compile(compile_kwargs={"literal_binds": True}))
show(lambda: select(literal(None, Integer)).compile(compile_kwargs={"literal_binds": True}))
show(
    lambda: select(t.c.a)
    .where(t.c.b == bindparam("x", None, Integer))
    .compile(compile_kwargs={"literal_binds": True})
)
show(lambda: insert(t).values(a=None).compile(compile_kwargs={"literal_binds": True}))
show(lambda: select(t.c.a).correlate(None, t))
show(lambda: select(t.c.a).correlate_except(None, t))
show(lambda: select(t.c.a).correlate("x"))
show(lambda: ~(t.c.a == func.any(t.c.arr)))
show(lambda: ~(t.c.a == any_(t.c.arr)))
show(lambda: not_(any_(t.c.arr) == t.c.a))
show(lambda: t.c.a != any_(t.c.arr))
show(lambda: ~(t.c.a > all_(t.c.arr)))
show(lambda: repr(any_(t.c.arr).type))
show(lambda: repr(any_(select(t.c.c).scalar_subquery()).type))
show(lambda: repr(any_(array([1, 2]) if False else t.c.arr).type))
show(lambda: repr(func.percentile_cont(literal([0.1, 0.2], ARRAY(Float))).within_group(t.c.a).type))
show(lambda: repr(func.percentile_cont(0.5).within_group(t.c.a).type))
show(lambda: repr(func.percentile_disc(0.5).within_group(t.c.c.desc()).type))
show(lambda: repr((t.c.a == all_(select(t.c.b).scalar_subquery())).type))
show(lambda: t.c.a.in_([and_(t.c.a == 1)]))
show(lambda: t.c.a.in_((t.c.a, t.c.b)))
show(lambda: t.c.a.in_("abc"))
show(lambda: t.c.a.in_(t))
show(lambda: (t.c.c + "x").operator is operators.concat_op)
show(lambda: (t.c.a == "abc").operator)
show(lambda: bool(t.c.a == t.c.a))
show(lambda: bool(t.c.a.label("q") == t.c.a.label("q")))
show(lambda: bool(t.c.a != t.c.a))
show(lambda: bool(t.c.a < t.c.b))
show(lambda: bool((t.c.a + 1) == (t.c.a + 1)))
show(lambda: t.c.a.op("&&", return_type=None)(5).type)
