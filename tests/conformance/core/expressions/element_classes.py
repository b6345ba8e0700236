"""Slice, TypeClause, OrderByList, WrapsColumnExpression, Visitable, CacheKey: where they come from and what they do."""
import re
from sqlalchemy import *
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.sql import elements, visitors, cache_key
t=table("t",column("a",Integer),column("j",JSON),column("r",ARRAY(Integer)),column("s",String),column("b",JSONB))
import sqlalchemy as sa
pg=sa.dialects.postgresql.dialect()
for e in (t.c.j["x"], t.c.j["x"].as_string(), t.c.r[1], t.c.r[1:3], t.c.b["x"], t.c.j[("a",1)], t.c.j["x"]["y"]):
    print(type(e).__name__, isinstance(e, elements.BinaryExpression), e.compile(dialect=pg) if hasattr(e, "compile") else e.start, getattr(e,"operator",None).__name__ if hasattr(e,"operator") else None)
s=t.c.r[1:3].right
print(type(s).__name__, s.start, s.stop, s.step, s.type, s.__visit_name__)
for make in (lambda: str(t.c.r[1:3]), lambda: elements.Slice(1,2,3).compile(dialect=pg), lambda: elements.Slice(t.c.a, None, 1).compile(dialect=pg), lambda: t.c.r[t.c.a:5:2].compile(dialect=pg), lambda: t.c.r[:5].compile(dialect=pg)):
    try: print(make())
    except Exception as x: print(type(x).__name__, re.sub("0x[0-9a-f]+", "0x", str(x)))
(elements.Slice(1,2,3), elements.Slice(t.c.a, None, 1))
try: print(elements.Slice("x", 2, 1))
except Exception as x: print(type(x).__name__, re.sub("0x[0-9a-f]+", "0x", str(x)))
c=cast(t.c.a, String(5))
print(type(c.typeclause).__name__, c.typeclause, c.typeclause.type, c.wrapped_column_expression, c.typeclause.compile(dialect=pg))
print(type_coerce(t.c.a,String).wrapped_column_expression, try_cast(t.c.a,String).typeclause)
print(elements.TypeClause(Integer()), isinstance(c, elements.WrapsColumnExpression))
o=elements.OrderByList([t.c.a, t.c.s.desc(), "s"])
print(o, len(o), [str(x) for x in o], o.clauses[0] is t.c.a)
print(select(t.c.a).order_by(elements.OrderByList([t.c.a, "s"])), o.self_group())
print(o.desc() if False else elements.OrderByList([t.c.a,t.c.s]).desc(), elements.OrderByList([t.c.a,t.c.s]).nulls_first(),elements.OrderByList([t.c.a,t.c.s]).asc(),elements.OrderByList([t.c.a,t.c.s]).nulls_last())
print(select(t.c.a).order_by(sa.desc(elements.OrderByList([t.c.a,t.c.s]))))
print(func.rank().over(order_by=elements.OrderByList([t.c.a,t.c.s.desc()])))
print(isinstance(t.c.a, visitors.Visitable), isinstance(select(t.c.a), visitors.Visitable), isinstance(Integer(), visitors.Visitable), isinstance(MetaData(), visitors.Visitable), isinstance(t, visitors.Visitable))
k=select(t.c.a).where(t.c.a==5)._generate_cache_key()
print(type(k).__name__, isinstance(k, cache_key.CacheKey), [b.value for b in k.bindparams], k==select(t.c.a).where(t.c.a==7)._generate_cache_key())
from sqlalchemy.sql.expression import CacheKey, Visitable
for n in ("Over","order_by"): 
    e=func.rank().over(order_by=[t.c.a,t.c.s])
print(type(e.order_by).__name__, type(func.f().aggregate_order_by(t.c.a, t.c.s).order_by).__name__, type(func.mode().within_group(t.c.a).order_by).__name__)
print(type(c).__mro__[1].__name__, type(elements.AsBoolean).__name__, [x.__name__ for x in elements.AsBoolean.__mro__][1:3])
