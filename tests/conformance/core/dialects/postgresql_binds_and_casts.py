"""How PostgreSQL's psycopg dialect casts each bound value (%(x)s::TYPE), doubles percent signs, and writes its own operators."""
import datetime
import decimal
import enum
import re
import uuid

from sqlalchemy import JSON, BigInteger, Boolean, Column, Date, DateTime, Double, Enum, Float, Integer, Interval, LargeBinary, MetaData, Numeric, SmallInteger, String, Table, Text, Time, Unicode, Uuid, and_, bindparam, case, cast, column, func, insert, literal, literal_column, null, or_, select, text, tuple_, type_coerce, update
from sqlalchemy.dialects import postgresql

pg = postgresql.dialect()
t = Table("t", MetaData(), Column("i", Integer, primary_key=True), Column("b", BigInteger), Column("sm", SmallInteger), Column("f", Float), Column("db", Double), Column("n", Numeric(8, 2)), Column("s", String(10)), Column("x", Text), Column("u", Unicode(5)), Column("ok", Boolean), Column("d", Date), Column("dt", DateTime), Column("tz", DateTime(timezone=True)), Column("tm", Time), Column("iv", Interval), Column("bin", LargeBinary), Column("j", JSON), Column("uid", Uuid), Column("e", Enum("a", "b", name="letters")))
c = t.c


def show(title, e):
    try:
        compiled = e.compile(dialect=pg)
        print(title, "->", str(compiled).replace("\n", " "), compiled.params)
    except Exception as error:
        print(title, "!!", type(error).__name__, error)


for col in c:
    show(col.name, col == bindparam("v", None, type_=col.type))
for value in (1, 2**40, 1.5, decimal.Decimal("1.5"), "x", True, None, datetime.date(2024, 1, 2), datetime.datetime(2024, 1, 2), datetime.time(1), datetime.timedelta(1), b"x", uuid.UUID(int=1), [1], {"a": 1}):
    show(type(value).__name__, literal(value) if value is not None else literal(None))
show("untyped", column("q") == bindparam("v"))
show("untyped string", column("q") == "x")
show("int column, float", c.i == 1.5)
show("string column, int", c.s == 5)
show("date column, string", c.d == "2024-01-02")
show("in", c.i.in_([1, 2]))
show("in strings", c.s.in_(["a", "b"]))
print(c.s.in_(["a", "b"]).compile(dialect=pg, compile_kwargs={"render_postcompile": True}))
show("tuple in", tuple_(c.i, c.s).in_([(1, "a")]))
show("between", c.d.between(datetime.date(2024, 1, 1), datetime.date(2024, 2, 1)))
show("like percent", c.s.like("50%"))
show("percent operator", c.i % 2)
show("percent in literal_column", select(literal_column("'100%'")))
show("percent in text", text("SELECT 5 % 2, '%s' WHERE x LIKE 'a%' AND y = :y"))
show("colon cast in text", text("SELECT x::int, :y::text"))
show("concat", c.s + "x")
show("concat method", c.s.concat(c.x))
show("func", func.foo(1, "x", None, c.i))
show("cast", cast("5", Integer))
show("type_coerce", type_coerce("5", Integer))
show("case", case((c.ok, "yes"), else_=None))
show("limit", select(c.i).limit(5).offset(10))
show("limit expression", select(c.i).limit(literal(5) + 1))
show("offset only", select(c.i).offset(10))
show("division", c.i / 2)
show("floor division", c.i // 2)
show("float floor division", c.f // 2)
show("numeric division", c.n / c.i)
show("is distinct", c.s.is_distinct_from("x"))
show("boolean", and_(c.ok, ~c.ok, c.ok == True, c.ok.is_(False), or_(c.ok == c.ok, literal(True))))
show("ilike", c.s.ilike("x%", escape="!"))
show("not ilike", ~c.s.icontains("x"))
show("regexp", c.s.regexp_match("^x", flags="i"))
show("regexp replace", c.s.regexp_replace("a", "b", flags="g"))
show("match", c.s.match("a & b"))
show("collate", c.s.collate("C") == "x")
show("xor", c.i.bitwise_xor(5))
show("shift", c.i.bitwise_lshift(2))
show("date minus date", c.d - datetime.date(2024, 1, 1))
show("timestamp plus", c.dt + datetime.timedelta(hours=1))
show("extract", func.coalesce(c.d, datetime.date(2024, 1, 1)) > datetime.date(2023, 1, 1))
show("insert", insert(t).values(i=1, s="x", j={"a": 1}, n=decimal.Decimal("1.5"), e="a"))
show("update", update(t).values(i=c.i + 1, s=null(), j=None).where(c.uid == uuid.UUID(int=5)))
show("multi values", insert(t).values([{"i": 1, "s": "a"}, {"i": 2, "s": None}]))
show("select literal", select(literal(5).label("five"), literal("x"), 7))
show("percent label", select(c.i.label("a%b")))
print(pg.name, pg.driver, pg.paramstyle, pg.positional, pg.identifier_preparer.initial_quote, pg.max_identifier_length)

