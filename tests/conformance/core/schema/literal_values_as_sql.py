"""literal_binds of every type for SQLite, PostgreSQL and MySQL, and the values that cannot be written."""
import datetime
import decimal
import enum
import uuid

from sqlalchemy import JSON, Boolean, Date, DateTime, Enum, Float, Integer, Interval, LargeBinary, Numeric, String, Time, Uuid, bindparam, column, insert, literal, null, select, table, text, true
from sqlalchemy.dialects import mysql, postgresql, sqlite


class Level(enum.Enum):
    low = 1


values = [
    (5, None), (-5, None), (2**70, Integer), ("it's", None), ("back\\slash %", None), ("", None), (True, None), (False, Boolean), (1.5, None), (1e300, Float), (decimal.Decimal("1.50"), None), (decimal.Decimal("1E+5"), Numeric), (datetime.date(2024, 2, 29), None),
    (datetime.datetime(2024, 2, 29, 1, 2, 3, 4), None), (datetime.datetime(2024, 2, 29, tzinfo=datetime.timezone.utc), DateTime(timezone=True)), (datetime.time(1, 2, 3), None), (datetime.timedelta(days=1, seconds=5), None), (datetime.timedelta(hours=3), Interval), (b"\x00\xffab", None), (uuid.UUID(int=7), None), (uuid.UUID(int=7), Uuid(native_uuid=False)), (Level.low, Enum(Level)), ("low", Enum(Level)), ({"a": [1, "x'y"]}, JSON), ([1], JSON), (None, JSON), (None, None), (None, Integer), (object(), None), ([1, 2], None), ("abc", Integer), (5, String), ("2024-01-01", Date),
]
for value, type_ in values:
    shown = value if type(value) is not object else "object()"
    for dialect in sqlite.dialect(), postgresql.dialect(), mysql.dialect():
        try:
            print(repr(shown), "|", dialect.name, "|", select(literal(value, type_)).compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
        except Exception as exc:
            print(repr(shown), "|", dialect.name, "|", type(exc).__name__, str(exc).split(" object at 0x")[0].split("<object")[0])
t = table("t", column("a", Integer), column("b", String))
for stmt in select(t).where(t.c.a.in_([1, 2]), t.c.b == None, t.c.b.like("x%")).limit(5).offset(2), insert(t).values(a=1, b="x"), t.update().values(b="y").where(t.c.a == 3), select(t).where(t.c.a.in_([])), select(t).where(t.c.a == bindparam("later")), select(text(":x").bindparams(x=5)), select(null(), true()):
    try:
        print(stmt.compile(compile_kwargs={"literal_binds": True}))
    except Exception as exc:
        print(type(exc).__name__, exc)
print(select(t).where(t.c.a.in_([1, 2]), t.c.b == "x").compile(compile_kwargs={"render_postcompile": True}))
