"""NUL bytes, long strings, 2**63, nan, inf, empty strings and odd objects as parameters and results."""
import datetime
import decimal
import math

from sqlalchemy import Column, DateTime, Float, Integer, LargeBinary, MetaData, Numeric, String, Table, create_engine, func, insert, literal, select, text

metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("s", String), Column("f", Float), Column("i", Integer), Column("b", LargeBinary), Column("d", DateTime), Column("n", Numeric(10, 2)))
engine = create_engine("sqlite://")
metadata.create_all(engine)


def attempt(label, **values):
    try:
        with engine.begin() as conn:
            key = conn.execute(insert(t).values(**values)).inserted_primary_key[0]
            row = conn.execute(select(*[t.c[k] for k in values]).where(t.c.id == key)).one()
            kinds = conn.execute(select(*[func.typeof(t.c[k]) for k in values]).where(t.c.id == key)).one()
            shown = [v if not isinstance(v, (str, bytes)) or len(v) < 50 else (type(v).__name__, len(v)) for v in row]
            print(label, shown, kinds, all(a == b for a, b in zip(row, values.values())))
    except Exception as exc:
        print(label, type(exc).__name__, ascii(str(exc))[:260])


attempt("nul", s="a\x00b")
attempt("nul only", s="\x00")
attempt("empty", s="", b=b"")
attempt("long", s="x" * 5_000)
attempt("long bytes", b=b"\x00\xff" * 2_000)
attempt("emoji", s="\U0001f600 \u00e9 \u202e")
attempt("quote", s="Robert'); DROP TABLE t;--")
attempt("percent", s="100% %s %(x)s :x ? {y}")
attempt("max int", i=2**63 - 1)
attempt("min int", i=-(2**63))
attempt("too big", i=2**63)
attempt("far too big", i=10**30)
attempt("bool", i=True)
attempt("float in int", i=1.5)
attempt("string in int", i="12")
attempt("text in int", i="twelve")
attempt("inf", f=math.inf)
attempt("-inf", f=-math.inf)
attempt("nan", f=math.nan)
attempt("-0.0", f=-0.0)
attempt("tiny", f=5e-324)
attempt("int in float", f=10**20)
attempt("decimal nan", n=decimal.Decimal("NaN"))
attempt("decimal inf", n=decimal.Decimal("Infinity"))
attempt("decimal many digits", n=decimal.Decimal("12345678.987654321"))
attempt("float in numeric", n=0.1)
attempt("string in float", f="abc")
attempt("string in bytes", b="abc")
attempt("bytes in string", s=b"abc")
attempt("year 1", d=datetime.datetime(1, 1, 1))
attempt("year 9999", d=datetime.datetime.max)
attempt("aware", d=datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc))
attempt("date in datetime", d=datetime.date(2024, 1, 1))
attempt("string in datetime", d="2024-01-01")
attempt("int subclass", i=type("MyInt", (int,), {})(7))
attempt("str subclass", s=type("MyStr", (str,), {})("sub"))
attempt("complex", f=1j)
attempt("list", s=["a"])
attempt("set", s=set())
attempt("function", s=len)
attempt("ellipsis", s=...)
with engine.connect() as conn:
    print(conn.scalar(select(literal("a\x00b"))) == "a\x00b", conn.scalar(text("SELECT length(:x)"), {"x": "a\x00b"}))
    print(conn.scalar(select(func.count()).select_from(t)))
    print(conn.execute(text("SELECT 9223372036854775807, 1e999, -1e999, '\U0001f600'")).one())
