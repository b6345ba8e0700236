"""What type the sum, product or quotient of two typed expressions has, and how a plain Python value is typed."""
import datetime
import decimal

from sqlalchemy import (JSON, BigInteger, Boolean, Column, Date, DateTime, Enum, Float, Integer, Interval, LargeBinary, MetaData,
                        Numeric, SmallInteger, String, Table, Text, Time, Uuid, column, func, literal, null)

t = Table("t", MetaData(), Column("i", Integer), Column("b", BigInteger), Column("s", SmallInteger), Column("f", Float), Column("n", Numeric(10, 2)),
          Column("a", String(5)), Column("x", Text), Column("d", Date), Column("dt", DateTime), Column("tm", Time), Column("iv", Interval), Column("ok", Boolean))
c = t.c


def show(text):
    try:
        e = eval(text)
        print(f"{text:<24} {e!s:<32} {e.type!r}")
    except Exception as error:
        print(f"{text:<24} {type(error).__name__}: {error}")


for a in "ibsfn":
    for b in "ibsfn":
        show(f"c.{a} + c.{b}")
    for op in "-*/%":
        show(f"c.{a} {op} c.i")
    show(f"c.{a} // 2")
    show(f"c.{a} + 1")
    show(f"c.{a} + 1.5")
    show(f"c.{a} * decimal.Decimal('2')")
for text in ["c.a + c.x", "c.a + 'x'", "'x' + c.a", "c.a + 1", "c.x + c.i", "c.d - c.d", "c.d + c.iv", "c.d - c.iv", "c.d + 1", "c.d + datetime.timedelta(days=1)",
             "c.dt - c.dt", "c.dt + c.iv", "c.dt - datetime.timedelta(1)", "c.dt - datetime.datetime(2020, 1, 1)", "c.tm + c.iv", "c.d + c.tm", "c.iv + c.iv", "c.iv * 2",
             "c.iv / 2", "c.iv + c.d", "c.ok + 1", "c.i + None", "c.i + null()", "null() + c.i", "-c.i", "-c.iv", "c.i + func.foo()", "func.foo() + c.i", "func.foo() + 5",
             "column('q') + 5", "5 + column('q')", "column('q') + 'x'", "c.i + 'text'", "c.a * 3", "c.a - 'x'", "c.i.concat(c.a)", "c.i % 'x'", "c.f % c.n", "c.i / 2.0", "c.i ** 2", "divmod(c.i, 2)", "abs(c.i)", "+c.i"]:
    show(text)
for value in (1, 1.5, "x", True, None, decimal.Decimal("1"), datetime.date(2020, 1, 2), datetime.datetime(2020, 1, 2), datetime.time(1), datetime.timedelta(1), b"x", [1], {"a": 1}, (1, 2), object):
    try:
        print(type(value).__name__, repr(literal(value).type))
    except Exception as error:
        print(type(value).__name__, type(error).__name__, str(error)[:60])
print(2 ** 40, repr(literal(2 ** 40).type), repr((c.i == 2 ** 40).right.type), repr((c.a == 5).right.type), repr((c.f == 5).right.type), repr((column("q") == 1.5).right.type))

