"""Every generic type as a column of CREATE TABLE for SQLite, PostgreSQL and MySQL."""
import re
import enum

from sqlalchemy import ARRAY, JSON, BigInteger, Boolean, Column, Date, DateTime, Double, Enum, Float, Integer, Interval, LargeBinary, MetaData, Numeric, PickleType, SmallInteger, String, Table, Text, Time, Unicode, UnicodeText, Uuid
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.schema import CreateTable


def bare(value):
    return re.sub(r" at 0x[0-9a-f]+", " at 0x...", str(value))



class Mood(enum.Enum):
    good = 1
    very_bad = 2


types = [
    BigInteger(), Boolean(), Boolean(create_constraint=True, name="b_ck"), Date(), DateTime(), DateTime(timezone=True), Double(), Double(53), Enum(Mood), Enum("x", "yy", name="xs"),
    Enum("a", "b", native_enum=False, length=9), Enum("a'b", "c", native_enum=False, create_constraint=True, name="e_ck"), Float(), Float(5), Float(precision=24, decimal_return_scale=2), Integer(), Interval(), Interval(native=False), Interval(second_precision=3, day_precision=2),
    JSON(), JSON(none_as_null=True), LargeBinary(), LargeBinary(100), Numeric(), Numeric(8), Numeric(8, 3), PickleType(), SmallInteger(), String(), String(20), String(20, collation="de_DE"), Text(), Text(500),
    Time(), Time(timezone=True), Unicode(7), UnicodeText(), Uuid(), Uuid(as_uuid=False), Uuid(native_uuid=False), ARRAY(Integer), ARRAY(String(3), dimensions=2),
]
for name, dialect in [("sqlite", sqlite.dialect()), ("postgresql", postgresql.dialect()), ("mysql", mysql.dialect())]:
    print("==", name)
    for type_ in types:
        t = Table("t", MetaData(), Column("c", type_))
        try:
            text = str(CreateTable(t).compile(dialect=dialect))
            print(repr(type_), "->", " ".join(text.split()))
        except Exception as exc:
            print(repr(type_), "->", type(exc).__name__, bare(exc))
