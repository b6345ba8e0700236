"""TypeDecorator: bind, result and literal processing, coerce_compared_value, load_dialect_impl, impl_instance, cache_ok, copies."""
import json

from sqlalchemy import JSON, Column, Integer, MetaData, String, Table, Text, create_engine, insert, literal, select, type_coerce
from sqlalchemy.dialects import mysql, postgresql
from sqlalchemy.schema import CreateTable
from sqlalchemy.types import CHAR, TypeDecorator


class Tags(TypeDecorator):
    impl = Text
    cache_ok = True

    def __init__(self, sep=","):
        super().__init__()
        self.sep = sep

    def process_bind_param(self, value, dialect):
        print("  bind", value, dialect.name)
        return None if value is None else self.sep.join(value)

    def process_result_value(self, value, dialect):
        print("  result", value)
        return None if value is None else value.split(self.sep)

    def process_literal_param(self, value, dialect):
        return self.sep.join(value).upper()

    def coerce_compared_value(self, op, value):
        return String() if isinstance(value, str) else self


class Flexible(TypeDecorator):
    impl = CHAR(32)
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.UUID())
        if dialect.name == "mysql":
            return dialect.type_descriptor(mysql.BINARY(16))
        return self.impl_instance


class Shout(TypeDecorator):
    impl = String
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return value.upper() if value else value

    class comparator_factory(String.Comparator):
        def shouted(self):
            return self.expr == "HEY"


metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("tags", Tags("|")), Column("u", Flexible), Column("s", Shout(12)))
for dialect in None, postgresql.dialect(), mysql.dialect():
    print(CreateTable(t).compile(dialect=dialect))
engine = create_engine("sqlite://")
metadata.create_all(engine)
with engine.connect() as conn:
    conn.execute(insert(t), [{"tags": ["a", "b"], "u": "1", "s": "hey"}, {"tags": None, "u": None, "s": None}])
    print(conn.execute(select(t).order_by(t.c.id)).all())
    print(conn.execute(select(t.c.id).where(t.c.tags == ["a", "b"])).all(), conn.execute(select(t.c.id).where(t.c.tags == "a|b")).all())
    print(conn.execute(select(t.c.id).where(t.c.s.shouted())).all(), conn.execute(select(t.c.id).where(t.c.s == "hey")).all())
    print(conn.execute(select(t.c.tags + "|c")).scalars().all())
    print(conn.scalar(select(type_coerce(literal("x|y"), Tags("|")))))
print(select(t.c.id).where(t.c.tags == ["q"]).compile(compile_kwargs={"literal_binds": True}))
print(repr(t.c.tags.type), repr(t.c.u.type), repr(t.c.s.type), str(t.c.s.type), t.c.s.type.length, t.c.tags.type.impl_instance)
print(t.c.tags.type.copy().sep, t.c.s.type.python_type, Tags().coerce_to_is_types, t.c.u.type.dialect_impl(postgresql.dialect()))


class NoImpl(TypeDecorator):
    cache_ok = True


try:
    NoImpl()
except Exception as exc:
    print(type(exc).__name__, exc)
