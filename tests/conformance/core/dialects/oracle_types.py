"""Every generic type and Oracle's own as Oracle's DDL and in its CAST, and what other databases make of Oracle's types."""
import datetime
import enum
import re
import warnings

from sqlalchemy import (ARRAY, BIGINT, BINARY, BLOB, BOOLEAN, CHAR, CLOB, DATE, DATETIME, DECIMAL, DOUBLE, DOUBLE_PRECISION, FLOAT, INT, INTEGER, JSON, NCHAR, NUMERIC, NVARCHAR, REAL, SMALLINT, TEXT, TIME, TIMESTAMP, UUID, VARBINARY,
                        VARCHAR, BigInteger, Boolean, Date, DateTime, Double, Enum, Float, Integer, Interval, LargeBinary, Numeric, SmallInteger, String, Text, Time, Unicode, UnicodeText, Uuid, cast, column)
from sqlalchemy.dialects import oracle, sqlite
from sqlalchemy.types import NullType


class Size(enum.Enum):
    S = 1
    LARGE = 2


GENERIC = [Integer(), BigInteger(), SmallInteger(), Float(), Float(10), Float(53), Double(), Double(53), Numeric(), Numeric(10), Numeric(10, 2), String(), String(50), String(5, collation="nocase"), Text(), Text(100), Unicode(), Unicode(9), UnicodeText(), Boolean(), Date(), DateTime(), DateTime(timezone=True), Time(), Time(timezone=True), Interval(), Interval(native=False), LargeBinary(), LargeBinary(20), JSON(), Uuid(), Uuid(native_uuid=False), Enum(Size), Enum("a", "bb"), Enum("a", "b", name="ab", native_enum=False), Enum("a", "b", length=9, native_enum=False), ARRAY(Integer), ARRAY(String(5), dimensions=2), BIGINT(), BINARY(4), BLOB(), BOOLEAN(), CHAR(), CHAR(3), CLOB(), DATE(), DATETIME(), DECIMAL(4, 1), DOUBLE(), DOUBLE_PRECISION(), FLOAT(5), INT(), INTEGER(), NCHAR(4), NUMERIC(3), NVARCHAR(5), REAL(), SMALLINT(), TEXT(), TIME(), TIMESTAMP(), TIMESTAMP(timezone=True), UUID(), VARBINARY(3), VARCHAR(), VARCHAR(7), NullType()]
OWN = [oracle.BFILE(), oracle.BINARY_DOUBLE(), oracle.BINARY_DOUBLE(5), oracle.BINARY_FLOAT(), oracle.DATE(), oracle.FLOAT(), oracle.FLOAT(63), oracle.INTERVAL(), oracle.INTERVAL(3), oracle.INTERVAL(2, 4), oracle.JSON(), oracle.JSON(use_blob=True), oracle.JSON(use_blob=False), oracle.LONG(), oracle.LONG(5), oracle.NCLOB(), oracle.NUMBER(), oracle.NUMBER(5), oracle.NUMBER(10, 2), oracle.NUMBER(10, 0), oracle.NVARCHAR2(5), oracle.NVARCHAR2(), oracle.RAW(), oracle.RAW(16), oracle.ROWID(), oracle.TIMESTAMP(), oracle.TIMESTAMP(timezone=True), oracle.TIMESTAMP(local_timezone=True), oracle.VARCHAR2(), oracle.VARCHAR2(5), oracle.VARCHAR2(5, collation="BINARY"), String(5).with_variant(oracle.VARCHAR2(9), "oracle"), Float(5).with_variant(oracle.FLOAT(16), "oracle"), Interval(second_precision=3, day_precision=2)]
for type_ in GENERIC + OWN:
    row = []
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        for dialect in (None, sqlite.dialect(), oracle.dialect()):
            for how in (lambda: type_.compile(dialect=dialect), lambda: str(cast(column("c"), type_).compile(dialect=dialect))):
                try:
                    row.append(how())
                except Exception as error:
                    row.append(type(error).__name__ + " " + re.sub(r"<.*>|0x[0-9a-f]+", "..", str(error))[:90])
    try:
        py = type_.python_type.__name__
    except Exception as error:
        py = type(error).__name__
    print(repr(type_), py, str(type_) if not isinstance(type_, (NullType,)) else "-", *row, sep=" | ")
    for w in seen:
        print("    ", str(w.message)[:100])


for type_ in OWN:
    try:
        generic = repr(type_.as_generic())
    except Exception as error:
        generic = type(error).__name__
    print(type(type_).__name__, type_._type_affinity.__name__, generic, getattr(type_, "asdecimal", None), repr(type_.dialect_impl(sqlite.dialect())) if type(type_).__module__ != "sqlalchemy.sql.sqltypes" else "")
ora = oracle.dialect()
for type_, value in (Date(), datetime.date(2024, 1, 2)), (DateTime(), datetime.datetime(2024, 1, 2, 3, 4, 5)), (DateTime(), datetime.datetime(2024, 1, 2, 3, 4, 5, 6)), (TIMESTAMP(), datetime.datetime(2024, 1, 2)), (oracle.DATE(), datetime.datetime(2024, 1, 2)), (Interval(), datetime.timedelta(1, 2, 3)), (oracle.INTERVAL(), datetime.timedelta(hours=3)), (Time(), datetime.time(3, 4)), (Boolean(), True), (Boolean(), False), (Numeric(5, 2), 1.5), (LargeBinary(), b"ab"), (Enum(Size), Size.S), (oracle.VARCHAR2(4), "it's %"), (Uuid(), __import__("uuid").UUID(int=5)), (Float(), 1.0):
    try:
        print(repr(type_), column("c", type_).in_([value]).compile(dialect=ora, compile_kwargs={"literal_binds": True}))
    except Exception as error:
        print(repr(type_), type(error).__name__, str(error)[:100])
try:
    oracle.TIMESTAMP(timezone=True, local_timezone=True)
except Exception as error:
    print(type(error).__name__, error)
