"""Names of types for drivers and visitors, arguments of engines that are out of use, lengths of MySQL's indexes, hints for what is no FROM."""

import sqlite3
import warnings

from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, create_mock_engine
from sqlalchemy import (
    Index,
    cast,
    column,
    delete,
    exists,
    func,
    literal_column,
    select,
    table,
    text,
    types,
    update,
)
from sqlalchemy.dialects import mysql, oracle, postgresql, sqlite
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.schema import CreateIndex


class Module:
    def __getattr__(self, name):
        return "module." + name


class Money(types.TypeDecorator):
    impl = types.Numeric
    cache_ok = True


class Point(types.UserDefinedType):
    def get_dbapi_type(self, dbapi):
        return dbapi.POINT


def show(f):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            print("ok", f())
        except Exception as e:
            print(type(e).__name__, e)
        for it in caught:
            print("   ", it.category.__name__, it.message)


print("-- what drivers call the values")
for module in (types, postgresql, mysql, sqlite):
    for name in sorted(dir(module)):
        class_ = getattr(module, name)
        if not name.isupper() and module is not types or name[0] == "_" or name.startswith("Abstract"):
            continue
        if not isinstance(class_, type) or not issubclass(class_, types.TypeEngine):
            continue
        for args in ((), (Integer,), ("x",), ("a", "b")):
            try:
                made = class_(*args)
            except Exception:
                continue
            print(name, getattr(made, "__visit_name__", None), made.get_dbapi_type(Module()))
            break
for type_ in (
    Money(),
    Point(),
    String(),
    types.Interval(),
    types.PickleType(),
    types.JSON(),
    types.Boolean(),
):
    show(lambda: type_.get_dbapi_type(sqlite3))
    show(lambda: type_.get_dbapi_type(Module()))

print("-- arguments of engines that are out of use")
for value in ("static", "dynamic", None):
    show(lambda: create_engine("sqlite://", empty_in_strategy=value).name)
    show(lambda: create_mock_engine("sqlite://", print, empty_in_strategy=value).name)
    show(lambda: sqlite.dialect(empty_in_strategy=value).name)
    show(lambda: DefaultDialect(empty_in_strategy=value).name)
show(lambda: create_engine("sqlite://", implicit_returning=True).name)
show(lambda: create_engine("sqlite://", strategy="mock", executor=print).name)
show(lambda: create_engine("sqlite://", strategy="threadlocal"))
show(lambda: postgresql.dialect(server_side_cursors=True).name)
show(lambda: create_engine("sqlite://", plugins=5))

print("-- the length of what an index takes")
expressions = {
    "function": lambda t: [func.lower(t.c.a)],
    "column and function": lambda t: [t.c.a, func.lower(t.c.b)],
    "descending": lambda t: [t.c.a.desc(), t.c.b],
    "text": lambda t: [text("lower(a)"), t.c.b],
    "sum": lambda t: [t.c.a + t.c.b],
    "label": lambda t: [func.lower(t.c.a).label("lbl")],
    "cast": lambda t: [cast(t.c.a, String(3)), func.coalesce(t.c.a, "x")],
    "grouping": lambda t: [func.lower(t.c.a).self_group()],
    "literal column": lambda t: [literal_column("a"), t.c.b],
    "quoted": lambda t: [t.c["c d"], t.c.a],
}
lengths = (
    {"a": 4},
    {"b": 5, "a": 4},
    7,
    0,
    None,
    {},
    {"lower": 3},
    {"c d": 3},
    {"lower(a)": 3},
    "3",
    {"lbl": 4},
    True,
)
for length in lengths:
    for label, make in expressions.items():
        t = Table("t", MetaData(), Column("a", String(50)), Column("b", String(50)), Column("c d", Integer))
        index = Index("ix", *make(t), mysql_length=length)
        print(label, length, end=" ")
        show(lambda: CreateIndex(index).compile(dialect=mysql.dialect()))

print("-- hints for what is no FROM")
t = table("t", column("x"))
for it in (
    5,
    "t",
    None,
    t.c.x,
    text("t"),
    object,
    [1],
    select(t),
    select(t).scalar_subquery(),
    t,
    Integer,
    {},
    exists(),
):
    if it is None or isinstance(it, (int, str, type, list, dict)):
        show(lambda: select(t).with_hint(it, "HINT %(name)s"))
        show(lambda: update(t).values(x=1).with_hint("HINT", selectable=it))
        show(lambda: delete(t).with_hint("HINT", selectable=it))
    else:
        for make in (
            lambda: select(t).with_hint(it, "HINT %(name)s"),
            lambda: update(t).values(x=1).with_hint("HINT", selectable=it),
            lambda: select(1).select_from(it),
        ):
            try:
                print("ok", make())
            except Exception as e:
                print(type(e).__name__, str(e).partition(", got ")[0])
show(lambda: select(t).with_hint())
show(lambda: select(t).with_hint(t))
show(lambda: select(t).with_statement_hint())
