"""cast(), try_cast() and type_coerce(): the type of the result, what is rendered for each type on each database, values in Python."""
import datetime
import re
import warnings
from decimal import Decimal

from sqlalchemy import (ARRAY, JSON, TIMESTAMP, BigInteger, Boolean, CHAR, Column, Date, DateTime, Double, Enum, Float, Integer, Interval, LargeBinary, MetaData, Numeric, SmallInteger, String, Table, Text, Time,
                        Unicode, Uuid, cast, column, create_engine, func, literal, null, select, text, try_cast, type_coerce)
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.types import NullType

t = Table("t", MetaData(), Column("a", Integer), Column("s", String(10)), Column("j", JSON))
a, s, j = t.c


def show(source):
    row = []
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            e = eval(source)
            row.append(repr(e.type))
        except Exception as error:
            print(f"{source:<40} {type(error).__name__}:", re.sub(r"0x[0-9a-f]+", "0x", str(error)))
            return
        for dialect in (None, sqlite.dialect(), postgresql.dialect(), mysql.dialect()):
            try:
                row.append(str(e.compile(dialect=dialect)))
            except Exception as error:
                row.append(re.sub(r"0x[0-9a-f]+", "0x", f"{type(error).__name__}: {error}"))
    print(f"{source:<40}", *row, sep=" | ")
    for w in seen:
        print("    ", w.category.__name__, w.message)


for name in ["Integer", "BigInteger", "SmallInteger", "Float", "Float(5)", "Double", "Numeric", "Numeric(8, 2)", "Numeric(8)", "String", "String(7)", "Text", "Text(9)", "Unicode(4)", "CHAR(2)", "Boolean", "Date", "DateTime", "DateTime(timezone=True)", "Time", "TIMESTAMP", "Interval", "LargeBinary", "LargeBinary(5)", "JSON", "Uuid", "Enum('a', 'bb', name='en')", "ARRAY(Integer)", "String(7, collation='nocase')", "postgresql.JSONB", "mysql.INTEGER(unsigned=True)", "mysql.TINYINT(1)", "mysql.DECIMAL(5, 1)", "NullType"]:
    show(f"cast(a, {name})")
for source in ["cast('5', Integer)", "cast(5, String)", "cast(None, Integer)", "cast(null(), Integer)", "cast(a + 1, String)", "cast(a, String) + 'x'", "cast(a, Float) / 2", "cast(cast(a, String), Integer)", "a.cast(String)", "a.cast(Integer) + 1", "cast(text('x'), Integer)", "cast(select(a).scalar_subquery(), Float)", "cast(select(a), Float)", "cast(s, Date) > '2020-01-01'", "cast(datetime.date(2020, 1, 2), String)", "cast(a, None)", "cast(a == 1, Integer)", "-cast(a, Integer)", "cast(a, Integer).label('l')", "cast(a, Integer).desc()", "cast([1, 2], ARRAY(Integer))", "cast({'a': 1}, JSON)", "cast(Decimal('1.5'), Numeric(3, 1))",
               "try_cast(a, Integer)", "try_cast('5', Integer)", "type_coerce(a, String)", "type_coerce(a, String) + 'x'", "type_coerce('x', Integer) + 1", "type_coerce(5, String)", "type_coerce(a, String) == 5", "type_coerce({'a': 1}, JSON)", "type_coerce(j, String)", "type_coerce(func.f(a), Date) > datetime.date(2020, 1, 1)", "type_coerce(a, Boolean)", "~type_coerce(a, Boolean)", "type_coerce(a + 1, Float) * 2", "type_coerce(type_coerce(a, String), Integer)", "type_coerce(None, Integer)", "type_coerce(a, JSON)['x']", "type_coerce(a, String).label('x')", "type_coerce(select(a).scalar_subquery(), String)"]:
    show(source)
print(select(cast(a, String), type_coerce(a, String), cast(a, Float), cast(a + 1, String), type_coerce(a + 1, Float), cast(5, String)))
print(select(cast(t.c.s, Integer), t.c.s))
with create_engine("sqlite://").connect() as conn:
    for e in (cast("5", Integer), cast(5, String), cast("1.5", Float), cast("2.50", Numeric(4, 2)), cast("abc", Integer), cast(1, Boolean), type_coerce(1, Boolean), type_coerce("2020-01-02", Date), type_coerce("[1, 2]", JSON), type_coerce(func.json('{"a": [1]}'), JSON), cast(None, Integer), type_coerce("1.5", Numeric(10, 2)), type_coerce(func.date("2020-05-06"), Date), cast(b"ab", String)):
        try:
            print(repr(conn.scalar(select(e))))
        except Exception as error:
            print(type(error).__name__, (str(error).splitlines() or [""])[0])

