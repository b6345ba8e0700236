"""Recipes of the "Custom Types" page: TZDateTime, GUID, rounding numerics, money, unicode coercion, JSON-encoded dictionaries."""
import datetime
import decimal
import json
import uuid

from sqlalchemy import CHAR, Column, DateTime, Integer, MetaData, Numeric, String, Table, Unicode, create_engine, insert, select, type_coerce, cast
from sqlalchemy.dialects.postgresql import UUID
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable
from sqlalchemy.types import VARCHAR, TypeDecorator


class CoerceUTF8(TypeDecorator):
    impl = Unicode
    cache_ok = True

    def process_bind_param(self, value, dialect):
        if isinstance(value, bytes):
            value = value.decode("utf-8")
        return value


class SafeNumeric(TypeDecorator):
    impl = Numeric
    cache_ok = True

    def __init__(self, *arg, **kw):
        TypeDecorator.__init__(self, *arg, **kw)
        self.quantize_int = -self.impl.scale
        self.quantize = decimal.Decimal(10) ** self.quantize_int

    def process_bind_param(self, value, dialect):
        if isinstance(value, decimal.Decimal) and value.as_tuple()[2] < self.quantize_int:
            value = value.quantize(self.quantize)
        return value


class TZDateTime(TypeDecorator):
    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value, dialect):
        if value is not None:
            if not value.tzinfo or value.tzinfo.utcoffset(value) is None:
                raise TypeError("tzinfo is required")
            value = value.astimezone(datetime.timezone.utc).replace(tzinfo=None)
        return value

    def process_result_value(self, value, dialect):
        if value is not None:
            value = value.replace(tzinfo=datetime.timezone.utc)
        return value


class GUID(TypeDecorator):
    impl = CHAR
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(UUID())
        return dialect.type_descriptor(CHAR(32))

    def process_bind_param(self, value, dialect):
        if value is None:
            return value
        if dialect.name == "postgresql":
            return str(value)
        if not isinstance(value, uuid.UUID):
            value = uuid.UUID(value)
        return "%.32x" % value.int

    def process_result_value(self, value, dialect):
        return value if value is None else uuid.UUID(value)


metadata = MetaData()
t = Table("t", metadata, Column("id", GUID, primary_key=True), Column("name", CoerceUTF8(20)), Column("price", SafeNumeric(8, 2)), Column("at", TZDateTime))
print(CreateTable(t), CreateTable(t).compile(dialect=postgresql.dialect()))
engine = create_engine("sqlite://", echo=True)
metadata.create_all(engine)
U = uuid.UUID("12345678123456781234567812345678")
plus2 = datetime.timezone(datetime.timedelta(hours=2))
with engine.begin() as conn:
    conn.execute(insert(t).values(id=U, name="é".encode(), price=decimal.Decimal("1.239"), at=datetime.datetime(2024, 5, 1, 12, tzinfo=plus2)))
    print(conn.execute(select(t)).one())
    print(conn.execute(select(t.c.price).where(t.c.id == str(U), t.c.at < datetime.datetime(2025, 1, 1, tzinfo=plus2))).all())
    for values in {"id": "xyz"}, {"id": U, "at": datetime.datetime(2024, 1, 1)}:
        try:
            conn.execute(insert(t).values(values))
        except Exception as exc:
            print(type(exc).__name__, str(exc).splitlines()[0])
    print(conn.scalar(select(type_coerce(t.c.id, String))))
print(select(t).where(t.c.id == U).compile(compile_kwargs={"literal_binds": True}))
