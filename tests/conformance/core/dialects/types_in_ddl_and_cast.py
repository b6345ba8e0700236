"""Every generic and dialect type as DDL and in CAST, its repr, python_type, and compile() on SQLite, PostgreSQL, MySQL and the default dialect."""
import enum
import re
import warnings

from sqlalchemy import (ARRAY, BIGINT, BINARY, BLOB, BOOLEAN, CHAR, CLOB, DATE, DATETIME, DECIMAL, DOUBLE, DOUBLE_PRECISION, FLOAT, INT, INTEGER, JSON, NCHAR, NUMERIC, NVARCHAR, REAL, SMALLINT, TEXT, TIME, TIMESTAMP, UUID, VARBINARY,
                        VARCHAR, BigInteger, Boolean, Date, DateTime, Double, Enum, Float, Integer, Interval, LargeBinary, Numeric, SmallInteger, String, Text, Time, Unicode, UnicodeText, Uuid, cast, column)
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.types import NullType


class Size(enum.Enum):
    S = 1
    LARGE = 2


GENERIC = [Integer(), BigInteger(), SmallInteger(), Float(), Float(10), Float(53), Double(), Double(53), Numeric(), Numeric(10), Numeric(10, 2), String(), String(50), String(5, collation="nocase"), Text(), Text(100), Unicode(), Unicode(9), UnicodeText(), Boolean(), Date(), DateTime(), DateTime(timezone=True), Time(), Time(timezone=True), Interval(), Interval(native=False), LargeBinary(), LargeBinary(20), JSON(), Uuid(), Uuid(native_uuid=False), Enum(Size), Enum("a", "bb"), Enum("a", "b", name="ab", native_enum=False), Enum("a", "b", length=9, native_enum=False), ARRAY(Integer), ARRAY(String(5), dimensions=2), BIGINT(), BINARY(4), BLOB(), BOOLEAN(), CHAR(), CHAR(3), CLOB(), DATE(), DATETIME(), DECIMAL(4, 1), DOUBLE(), DOUBLE_PRECISION(), FLOAT(5), INT(), INTEGER(), NCHAR(4), NUMERIC(3), NVARCHAR(5), REAL(), SMALLINT(), TEXT(), TIME(), TIMESTAMP(), TIMESTAMP(timezone=True), UUID(), VARBINARY(3), VARCHAR(), VARCHAR(7), NullType()]
for type_ in GENERIC:
    row = []
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        for dialect in (None, sqlite.dialect(), postgresql.dialect(), mysql.dialect()):
            for how in (lambda: type_.compile(dialect=dialect), lambda: str(cast(column("c"), type_).compile(dialect=dialect))):
                try:
                    row.append(how())
                except Exception as error:
                    row.append(type(error).__name__ + " " + re.sub(r"<.*>|0x[0-9a-f]+", "..", str(error))[:70])
    try:
        py = type_.python_type.__name__
    except Exception as error:
        py = type(error).__name__
    print(repr(type_), py, str(type_) if not isinstance(type_, (NullType,)) else "-", *row, sep=" | ")
    for w in seen:
        print("    ", str(w.message)[:100])

