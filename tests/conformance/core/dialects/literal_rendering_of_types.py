"""literal_binds for every type on every dialect: quotes, booleans, dates, bytes, UUID, JSON, Enum, arrays, NULL, and the errors."""
import datetime
import decimal
import enum
import re
import uuid

from sqlalchemy import ARRAY, JSON, BigInteger, Boolean, Date, DateTime, Double, Enum, Float, Integer, Interval, LargeBinary, Numeric, SmallInteger, String, Text, Time, TypeDecorator, Unicode, Uuid, bindparam, cast, column, literal, null, select
from sqlalchemy.dialects import mysql, postgresql, sqlite


class Level(enum.Enum):
    LOW = "l"
    HIGH = "h"


class Shout(TypeDecorator):
    impl = String
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return value.upper() if value else value


class Tagged(TypeDecorator):
    impl = Integer
    cache_ok = True

    def process_literal_param(self, value, dialect):
        return f"tag({value})"


D = datetime
for type_, value in [
    (Integer(), 5), (Integer(), -5), (Integer(), True), (Integer(), 2.5), (Integer(), "7"), (Integer(), "x"), (BigInteger(), 2**60), (SmallInteger(), 0), (Float(), 1.5), (Float(), 1e20), (Float(), 3), (Double(), 0.1), (Numeric(), decimal.Decimal("1.50")), (Numeric(), 2.5), (Numeric(), 3), (Numeric(), "x"), (String(), "it's"), (String(), "50%"), (String(), "back\\slash"), (String(), "new\nline"), (String(), ":bind ?"), (String(), 5), (Text(), "é"), (Unicode(), "ü"), (Boolean(), True), (Boolean(), False), (Boolean(), 1), (Boolean(), "yes"), (Date(), D.date(2024, 2, 29)), (Date(), D.datetime(2024, 2, 29, 1, 2)), (Date(), "2024-01-01"), (DateTime(), D.datetime(2024, 1, 2, 3, 4, 5)), (DateTime(), D.datetime(2024, 1, 2, 3, 4, 5, 678)), (DateTime(), D.date(2024, 1, 2)), (DateTime(timezone=True), D.datetime(2024, 1, 2, tzinfo=D.timezone.utc)), (Time(), D.time(1, 2, 3)), (Interval(), D.timedelta(days=1, seconds=30)), (LargeBinary(), b"a'b"), (Uuid(), uuid.UUID(int=7)), (Uuid(as_uuid=False), "00000000-0000-0000-0000-000000000007"), (JSON(), {"a": ["x'y", None, 1.5]}), (JSON(), None), (JSON(), "str"), (Enum(Level), Level.LOW), (Enum(Level), "LOW"), (Enum(Level), "nope"), (Enum("a", "b"), "a"), (Enum("a", "b"), "zz"), (ARRAY(Integer), [1, 2]), (ARRAY(String), ["x'y", None]), (Shout(), "loud"), (Tagged(), 5), (Shout(), None), (Integer(), None), (String(), None), (Boolean(), None), (Date(), None),
]:
    row = []
    for dialect in (None, sqlite.dialect(), postgresql.dialect(), mysql.dialect()):
        try:
            row.append(str(literal(value, type_).compile(dialect=dialect, compile_kwargs={"literal_binds": True})))
        except Exception as error:
            row.append(type(error).__name__ + ": " + re.sub("0x[0-9a-f]+", "0x", (str(error).splitlines() or [""])[0])[:110])
    print(f"{type_!r:<28} {value!r:<34}", *(row if len(set(row)) > 1 else row[:1]), sep=" | ")
c = column("c", String)
for dialect in (sqlite.dialect(), postgresql.dialect(), mysql.dialect()):
    kw = {"dialect": dialect, "compile_kwargs": {"literal_binds": True}}
    print(select(c).where(c == "x'y%z", c.in_(["a", "b%"]), c.like("q%"), c == None, c.in_([])).limit(5).offset(2).compile(**kw))
    print(literal("a%b", literal_execute=True).compile(**kw), cast("x%", String(3)).compile(**kw), null().compile(**kw), (c == bindparam("p", "v")).compile(**kw))
    try:
        print((c == bindparam("p")).compile(**kw))
    except Exception as error:
        print(type(error).__name__, error)
    print(Integer().literal_processor(dialect)(5), String().literal_processor(dialect)("o'k"), Boolean().literal_processor(dialect)(True), String().bind_processor(dialect), Integer().result_processor(dialect, None))

