"""bindparam(): names, uniqueness, required, callable_, types, expanding, literal_execute, clashes and what compile(), params() and execute() say."""
import re

from sqlalchemy import Column, Date, Integer, MetaData, Numeric, String, Table, and_, bindparam, column, create_engine, func, insert, literal, or_, select, text, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite

engine = create_engine("sqlite://")
metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("a", Integer), Column("s", String(10)))
metadata.create_all(engine)
conn = engine.connect()
conn.execute(insert(t), [{"a": 1, "s": "x"}, {"a": 2, "s": "y"}, {"a": 3, "s": None}])
i, a, s = t.c


def show(title, make, *args):
    try:
        e = make()
        print(title, "->", e)
        c = e.compile()
        print("    names", c.params, "positional", e.compile(dialect=sqlite.dialect()).positiontup)
        print("    rows", conn.execute(select(t.c.id).where(e), *args).scalars().all())
    except Exception as error:
        print(title, "!!", type(error).__name__, re.sub(r"\(\d{6,}", "(...", str(error)))


show("plain", lambda: a == bindparam("x"), {"x": 1})
show("default", lambda: a == bindparam("x", 2))
show("default replaced", lambda: a == bindparam("x", 2), {"x": 3})
show("missing", lambda: a == bindparam("x"))
show("required with value", lambda: a == bindparam("x", 5, required=True), {})
show("not required", lambda: a.is_not_distinct_from(bindparam("x", required=False)))
show("none as value", lambda: a.is_(bindparam("x", None)))
show("callable", lambda: a == bindparam("x", callable_=lambda: 3))
show("callable replaced", lambda: a == bindparam("x", callable_=lambda: 3), {"x": 1})
show("unique", lambda: or_(a == bindparam("x", 1, unique=True), a == bindparam("x", 2, unique=True)))
show("the same twice", lambda: (lambda b: or_(a == b, i == b))(bindparam("x", 2)))
show("the same name, two objects", lambda: or_(a == bindparam("x", 1), a == bindparam("x", 1)))
show("the same name, other value", lambda: or_(a == bindparam("x", 1), a == bindparam("x", 2)))
show("unique against plain", lambda: or_(a == bindparam("a_1", 1), a == 2))
show("type from column", lambda: s == bindparam("x", "y"))
show("own type", lambda: a == bindparam("x", "2", type_=Integer))
show("type by class", lambda: a == bindparam("x", type_=Numeric), {"x": 2})
show("expanding", lambda: a.in_(bindparam("ids", expanding=True)), {"ids": [1, 3]})
show("expanding empty", lambda: a.in_(bindparam("ids", expanding=True)), {"ids": []})
show("expanding missing", lambda: a.in_(bindparam("ids", expanding=True)))
show("expanding a scalar", lambda: a.in_(bindparam("ids", expanding=True)), {"ids": 5})
show("expanding tuples", lambda: tuple_(a, s).in_(bindparam("pairs", expanding=True)), {"pairs": [(1, "x"), (2, "q")]})
show("list without expanding", lambda: a == bindparam("x"), {"x": [1, 2]})
show("literal_execute", lambda: a == bindparam("x", 2, literal_execute=True))
show("literal_execute given", lambda: s == bindparam("x", literal_execute=True), {"x": "it's"})
show("in text", lambda: text("a = :x AND s = :y").bindparams(bindparam("x", type_=Integer), y="y"), {"x": 2})
show("odd names", lambda: and_(a == bindparam("a b", 1), s == bindparam("x%y", "x"), i == bindparam("q[0]", 1), i == bindparam("p.q", 1), i == bindparam("é", 1), i == bindparam("a:b", 1)))
show("extra keys", lambda: a == bindparam("x"), {"x": 1, "zz": 2})
show("unknown only", lambda: a == bindparam("x", 1), {"zz": 2})
show("name of an object", lambda: a == bindparam(i, 1))
show("no name", lambda: a == bindparam(None, 2))
show("effective value", lambda: print(bindparam("x", callable_=lambda: 9).effective_value, bindparam("x", 4).effective_value, bindparam("x", 4).value, bindparam("x", 4).required, bindparam("x").required) or a == 1)
b = bindparam("x", 5, type_=Integer)
print(repr(b), b.key, b.type, b.unique, b.expanding, b.callable, str(b))
print(repr(bindparam("y")), repr(bindparam("y", "z")), repr(bindparam("d", type_=Date)), repr(bindparam("e", expanding=True)))
stmt = select(t).where(a == bindparam("x", 1), s == bindparam("y", "x"))
print(stmt.compile().params, stmt.params(x=7).compile().params, stmt.params({"y": "q"}).compile().params, stmt.compile().construct_params({"x": 3}))
print((a == 5).params(a_1=8).compile().params, (a == bindparam("x", 1)).unique_params(x=2).compile().params)
print(stmt.compile(dialect=postgresql.dialect()).params, stmt.compile(dialect=postgresql.dialect()))
for bad in (lambda: bindparam(), lambda: stmt.params(x=1, **{"y": 2}).compile().params, lambda: stmt.params(zz=5).compile().params, lambda: stmt.compile().construct_params({"q": 1}), lambda: (a == bindparam("r")).compile().construct_params(_check=True), lambda: bindparam("x", 1, type_="int").type, lambda: conn.execute(update(t).values(a=bindparam("a")), {"a": 5}).rowcount, lambda: conn.execute(insert(t).values(a=bindparam("a")), {"a": 5}).rowcount, lambda: bindparam("x", expanding=True).in_([1])):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, (str(error).splitlines() or [""])[0][:160])

