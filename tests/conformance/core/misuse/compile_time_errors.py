"""Errors that come only when a statement is turned into text: unsupported constructs, missing types, unnamed things, literal values."""
import re
import warnings

from sqlalchemy import ARRAY, JSON, CheckConstraint, Column, DateTime, Enum, ForeignKey, Index, Integer, MetaData, Numeric, Sequence, String, Table, bindparam, case, cast, column, create_engine, func, insert, literal, literal_column, null, select, table, text, try_cast, tuple_, union, update, values
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.types import NullType, TypeEngine, UserDefinedType

m = MetaData()
t = Table("t", m, Column("id", Integer, primary_key=True), Column("a", Integer), Column("s", String(10)), Column("j", JSON), Column("arr", ARRAY(Integer)))


class Point(UserDefinedType):
    cache_ok = True

    def get_col_spec(self, **kw):
        return "POINT"


class Nameless(UserDefinedType):
    cache_ok = True


class Odd(TypeEngine):
    pass


def show(title, make, *dialects, **kw):
    for dialect in dialects or (None, sqlite.dialect(), postgresql.dialect(), mysql.dialect()):
        with warnings.catch_warnings(record=True) as seen:
            warnings.simplefilter("always")
            try:
                print(title, dialect.name if dialect else "default", "->", " ".join(str(make().compile(dialect=dialect, **kw)).split()))
            except Exception as error:
                print(title, dialect.name if dialect else "default", "!!", type(error).__name__, re.sub(r"0x[0-9a-f]+", "0x", str(error)))
        for w in seen:
            print("    ", w.category.__name__, str(w.message)[:160])


show("array column", lambda: select(t.c.arr[1]))
show("array bind", lambda: t.c.arr == [1])
show("json index", lambda: t.c.j["a"])
show("regexp", lambda: t.c.s.regexp_match("x"))
show("regexp_replace", lambda: t.c.s.regexp_replace("x", "y"))
show("match", lambda: t.c.s.match("x"))
show("try_cast", lambda: try_cast(t.c.a, Integer))
show("sequence", lambda: select(Sequence("sq").next_value()))
show("intersect_all", lambda: union(select(t.c.a)))
show("tuple select", lambda: select(tuple_(t.c.a, t.c.s)))
show("percent", lambda: t.c.a % 2)
show("own type", lambda: cast(t.c.a, Point))
show("own type without col spec", lambda: cast(t.c.a, Nameless))
show("type without a visit name", lambda: cast(t.c.a, Odd()))
show("null type in CREATE", lambda: CreateTable(Table("n", MetaData(), Column("x", NullType()))))
show("no type in CREATE", lambda: CreateTable(Table("n", MetaData(), Column("x"))))
show("VARCHAR without length", lambda: CreateTable(Table("n", MetaData(), Column("x", String))))
show("array in CREATE", lambda: CreateTable(Table("n", MetaData(), Column("x", ARRAY(Integer)))))
show("enum without name", lambda: CreateTable(Table("n", MetaData(), Column("x", Enum("a", "b")))))
show("unnamed index", lambda: CreateIndex(Index(None, t.c.a)))
show("table without columns", lambda: CreateTable(Table("empty", MetaData())))
show("literal datetime without type", lambda: literal(object()), compile_kwargs={"literal_binds": True})
show("literal list", lambda: literal([1]), compile_kwargs={"literal_binds": True})
show("literal in a column of another type", lambda: t.c.a == "x", compile_kwargs={"literal_binds": True})
show("literal json", lambda: t.c.j == {"a": 1}, compile_kwargs={"literal_binds": True})
show("unbound", lambda: t.c.a == bindparam("q"), compile_kwargs={"literal_binds": True})
show("unbound, expanded", lambda: t.c.a.in_(bindparam("q")), compile_kwargs={"render_postcompile": True})
show("duplicate bind names", lambda: (t.c.a == bindparam("q", 1)) & (t.c.a == bindparam("q", 2, unique=True)))
show("insert bind name taken", lambda: insert(t).values(a=bindparam("a")))
show("update bind name taken", lambda: update(t).values(a=1).where(t.c.a == bindparam("a")))
show("update bind in where", lambda: update(t).values(s="x").where(t.c.a == bindparam("a", 5)))
show("unknown column in values", lambda: insert(t).values(zz=1))
show("unknown key in update", lambda: update(t).values({"zz": 1}))
show("foreign column in update", lambda: update(t).values({column("zz"): 1}))
show("values of another length", lambda: values(column("a", Integer), name="v").data([(1, 2)]))
show("order by missing label", lambda: select(t.c.a).order_by(text("zz")))
show("order by desc missing", lambda: select(t.c.a).order_by("zz"))
show("group by missing", lambda: select(t.c.a).group_by("zz"))
show("literal_execute", lambda: select(literal(5, literal_execute=True)))
show("ilike on nothing", lambda: null().ilike("x"))
show("operator object", lambda: t.c.a.op("")(1))
show("alias without name in text", lambda: select(text("q.a")).select_from(t.alias("q")))
show("empty select", lambda: select())
show("empty select where", lambda: select().where(t.c.a == 1))
show("select nothing from", lambda: select().select_from(t))
show("empty update", lambda: update(t).values())
show("cte without columns", lambda: select(text("SELECT 1").columns().cte("x")))
show("func without name", lambda: getattr(func, "")(1))
show("bad extract", lambda: func.extract("nonsense", t.c.a))

