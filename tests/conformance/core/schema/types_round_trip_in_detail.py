"""Values through every generic type on SQLite: what is stored, what comes back, None, and what is refused."""
import datetime
import decimal
import enum
import uuid

from sqlalchemy import JSON, BigInteger, Boolean, Column, Date, DateTime, Double, Enum, Float, Integer, Interval, LargeBinary, MetaData, Numeric, SmallInteger, String, Table, Text, Time, Unicode, UnicodeText, Uuid, create_engine, insert, null, select, text


class Level(enum.Enum):
    low = 1
    high = 2


types = {
    "big": BigInteger(), "boolean": Boolean(), "date": Date(), "datetime": DateTime(), "dbl": Double(), "enum": Enum(Level), "flt": Float(), "fltdec": Float(asdecimal=True), "itv": Interval(), "blob": LargeBinary(), "num": Numeric(10, 3), "numflt": Numeric(10, 2, asdecimal=False),
    "small": SmallInteger(), "str_": String(3), "text_": Text(), "time_": Time(), "uni": Unicode(5), "unitext": UnicodeText(), "uuid_": Uuid(), "uuidstr": Uuid(as_uuid=False), "json_": JSON(), "jsonnull": JSON(none_as_null=True),
}
engine = create_engine("sqlite://")
metadata = MetaData()
tables = {name: Table(f"t_{name}", metadata, Column("id", Integer, primary_key=True), Column("v", type_)) for name, type_ in types.items()}
metadata.create_all(engine)
U = uuid.UUID("12345678-1234-5678-1234-567812345678")
values = {
    "big": [2**62, True, 1.0], "boolean": [True, False, 1, 0, "yes", 2, None], "date": [datetime.date(2024, 2, 29), datetime.datetime(2024, 1, 1, 5), "2024-01-01"], "datetime": [datetime.datetime(2024, 1, 2, 3, 4, 5, 6), datetime.date(2024, 1, 1), 5],
    "dbl": [1 / 3, decimal.Decimal("1.5"), "2.5"], "enum": [Level.low, "high", "nope"], "flt": [0.1, 3, None], "fltdec": [0.1, decimal.Decimal("2.25")], "itv": [datetime.timedelta(days=-1, seconds=5), datetime.timedelta(0), 5], "blob": [b"\x00\xff", bytearray(b"ab"), memoryview(b"cd"), "text"],
    "num": [decimal.Decimal("1.5"), decimal.Decimal("1E+3"), 0.1 + 0.2, 7, "8.25", None], "numflt": [decimal.Decimal("2.5"), 1.1], "small": [5, "6"], "str_": ["abcdef", 5, b"x", None], "text_": ["", "é"], "time_": [datetime.time(1, 2, 3), datetime.time(1, 2, 3, 4), "12:00"], "uni": ["日本"],
    "unitext": ["x" * 3], "uuid_": [U, str(U), None], "uuidstr": [str(U), U], "json_": [{"a": [1, None, True, "é"]}, [], "s", 5, None, null(), JSON.NULL], "jsonnull": [None, null(), {"k": {}}],
}
for name, items in values.items():
    t = tables[name]
    for value in items:
        shown = value if not hasattr(value, "compile") and not isinstance(value, memoryview) else type(value).__name__
        try:
            with engine.begin() as conn:
                key = conn.execute(insert(t).values(v=value)).inserted_primary_key[0]
            with engine.connect() as conn:
                raw = conn.execute(text(f"SELECT v, typeof(v) FROM t_{name} WHERE id = {key}")).one()
                back = conn.execute(select(t.c.v).where(t.c.id == key)).scalar()
            print(name, repr(shown), "->", raw, "->", repr(back))
        except Exception as exc:
            print(name, repr(shown), "->", type(exc).__name__, str(exc).splitlines()[0])
