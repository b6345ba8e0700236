"""A dictionary stored as text, a money type over Integer and an enum over SmallInteger: three everyday TypeDecorators."""
import decimal
import enum
import json

from sqlalchemy import Column, Integer, MetaData, SmallInteger, String, Table, VARCHAR, create_engine, func, insert, select, update
from sqlalchemy.types import TypeDecorator


class JSONEncodedDict(TypeDecorator):
    impl = VARCHAR
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return value if value is None else json.dumps(value, sort_keys=True)

    def process_result_value(self, value, dialect):
        return value if value is None else json.loads(value)


class Cents(TypeDecorator):
    impl = Integer
    cache_ok = True

    def process_bind_param(self, value, dialect):
        if value is None:
            return None
        if not isinstance(value, decimal.Decimal):
            raise TypeError("money must be Decimal")
        return int(value * 100)

    def process_result_value(self, value, dialect):
        return None if value is None else decimal.Decimal(value) / 100


class IntEnum(TypeDecorator):
    impl = SmallInteger
    cache_ok = True

    def __init__(self, enum_class, *args, **kwargs):
        self.enum_class = enum_class
        super().__init__(*args, **kwargs)

    def process_bind_param(self, value, dialect):
        return None if value is None else self.enum_class(value).value

    def process_result_value(self, value, dialect):
        return None if value is None else self.enum_class(value)


class Level(enum.Enum):
    LOW = 1
    HIGH = 2


metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("data", JSONEncodedDict(255)), Column("price", Cents), Column("level", IntEnum(Level)), Column("name", String))
engine = create_engine("sqlite://", echo=True)
metadata.create_all(engine)
with engine.connect() as conn:
    conn.execute(insert(t).values(data={"b": 1, "a": [1, None]}, price=decimal.Decimal("12.34"), level=Level.HIGH, name="x"))
    row = conn.execute(select(t)).one()
    print(row, type(row.price).__name__)
    print(conn.scalar(select(func.max(t.c.price))), conn.scalar(select(func.sum(t.c.price))), conn.scalar(select(func.coalesce(t.c.price, t.c.price))), conn.scalar(select(t.c.price + decimal.Decimal("1"))))
    conn.execute(update(t).values(level=Level.LOW).where(t.c.level == Level.HIGH))
    print(conn.execute(select(t.c.level)).scalar(), conn.execute(select(t.c.id).where(t.c.level.in_([Level.LOW, Level.HIGH]))).all())
    for values in {"price": 3.5}, {"level": 9}, {"level": "LOW"}, {"data": {1, 2}}:
        try:
            conn.execute(insert(t).values(values))
        except Exception as exc:
            print(type(exc).__name__, str(exc).splitlines()[0], type(exc.orig).__name__)
    conn.execute(insert(t).values(name="nulls"))
    print(conn.execute(select(t.c.data, t.c.price, t.c.level).where(t.c.name == "nulls")).one())
    conn.exec_driver_sql("UPDATE t SET level = 7")
    try:
        conn.execute(select(t.c.level)).all()
    except Exception as exc:
        print(type(exc).__name__, exc)
