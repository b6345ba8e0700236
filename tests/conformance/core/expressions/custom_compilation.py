"""ext.compiler: own ColumnElement, FunctionElement, Executable and ClauseElement classes, per dialect, and changing how built-ins compile."""
import re

from sqlalchemy import Column, DateTime, Integer, MetaData, Numeric, String, Table, bindparam, create_engine, func, insert, literal, select, text
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.exc import CompileError
from sqlalchemy.ext.compiler import compiles, deregister
from sqlalchemy.sql.expression import ClauseElement, ColumnElement, Executable, FunctionElement
from sqlalchemy.types import UserDefinedType

t = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("a", Integer), Column("s", String))


class Timestamp(ColumnElement):
    type = DateTime()
    inherit_cache = True


@compiles(Timestamp)
def _any(element, compiler, **kw):
    return "NOW_ANY()"


@compiles(Timestamp, "postgresql")
def _pg(element, compiler, **kw):
    return "timezone('utc', now())"


@compiles(Timestamp, "mysql", "mariadb")
def _my(element, compiler, **kw):
    return "UTC_TIMESTAMP()"


class greatest(FunctionElement):
    type = Numeric()
    name = "greatest"
    inherit_cache = True


@compiles(greatest)
def _greatest(element, compiler, **kw):
    return compiler.visit_function(element)


@compiles(greatest, "sqlite")
def _greatest_sqlite(element, compiler, **kw):
    return "max(%s)" % compiler.process(element.clauses, **kw)


class InsertFromSelect(Executable, ClauseElement):
    inherit_cache = False

    def __init__(self, table, select):
        self.table, self.select = table, select


@compiles(InsertFromSelect)
def _ifs(element, compiler, **kw):
    return "INSERT INTO %s %s" % (compiler.process(element.table, asfrom=True, **kw), compiler.process(element.select, **kw))


class coalesce_text(ColumnElement):
    inherit_cache = True

    def __init__(self, *args):
        self.args = args
        self.type = String()


class Point(UserDefinedType):
    cache_ok = True


@compiles(Point)
def _point(type_, compiler, **kw):
    return "POINT"


@compiles(Point, "sqlite")
def _point_sqlite(type_, compiler, **kw):
    return "TEXT"


def show(title, make):
    for d in (None, sqlite.dialect(), postgresql.dialect(), mysql.dialect()):
        try:
            c = make().compile(dialect=d)
            print(title, d.name if d else "default", "->", str(c).replace("\n", " "), getattr(c, "params", ""))
        except Exception as error:
            print(title, d.name if d else "default", "!!", type(error).__name__, re.sub("0x[0-9a-f]+", "0x", str(error)))


show("column element", lambda: select(Timestamp()))
show("in an expression", lambda: select(t).where(Timestamp() > func.now()))
show("label", lambda: select(Timestamp().label("ts"), t.c.a))
show("function element", lambda: select(greatest(t.c.a, 5, literal(7))))
show("function element in arithmetic", lambda: greatest(t.c.a, t.c.id) + 1)
show("executable", lambda: InsertFromSelect(t, select(t).where(t.c.a > 5)))
show("not registered", lambda: select(coalesce_text(t.c.s)))
show("own type", lambda: literal("x").cast(Point))
show("own type in DDL", lambda: __import__("sqlalchemy").schema.CreateTable(Table("p", MetaData(), Column("x", Point))))


@compiles(String, "mysql")
def _string(type_, compiler, **kw):
    return "VARCHAR(191)"


show("changed builtin type", lambda: __import__("sqlalchemy").schema.CreateTable(Table("p", MetaData(), Column("x", String))))
deregister(String)
show("restored", lambda: t.c.s.cast(String(3)))
with create_engine("sqlite://", echo=True).connect() as conn:
    t.metadata.create_all(conn)
    conn.execute(insert(t), [{"a": 3}, {"a": 9}])
    print(conn.scalars(select(greatest(t.c.a, 5)).order_by(t.c.id)).all())
    print(conn.scalars(select(greatest(t.c.a, 4)).order_by(t.c.id)).all())
    conn.execute(InsertFromSelect(t, select(t.c.id + 10, t.c.a, t.c.s)))
    print(conn.scalar(select(func.count()).select_from(t)))

