"""The tutorial's casts: cast() of columns and values, a JSON cast, and type_coerce() which is only for Python."""
import json

from sqlalchemy import JSON, Column, DateTime, Integer, MetaData, String, Table, cast, create_engine, func, literal, select, type_coerce
from sqlalchemy.dialects import mysql, postgresql

engine = create_engine("sqlite://", echo=True)
metadata_obj = MetaData()
user_table = Table("user_account", metadata_obj, Column("id", Integer, primary_key=True), Column("name", String(30)))
metadata_obj.create_all(engine)
stmt = select(cast(user_table.c.id, String))
with engine.connect() as conn:
    result = conn.execute(stmt)
    print(result.all(), result.keys() if not result.closed else "closed")
print(cast("{'a': 'b'}", JSON)["a"])
s = type_coerce({"some_key": {"foo": "bar"}}, JSON)["some_key"]
print(select(s))
print(select(s).compile(dialect=mysql.dialect()))
print(select(s).compile(dialect=postgresql.dialect()))
print(s.compile().params)
with engine.connect() as conn:
    print(conn.execute(select(s)).scalar())
    print(conn.execute(select(type_coerce(literal('{"x": [1, 2]}'), JSON))).scalar())
    print(conn.execute(select(type_coerce("2020-05-06 07:08:09", DateTime))).scalar() if False else conn.execute(select(type_coerce(func.upper("x"), String) + "y")).scalar())
for e in (cast(user_table.c.name, Integer) + 1, type_coerce(user_table.c.name, Integer) + 1, cast(user_table.c.id, String) + "x", type_coerce(user_table.c.id, String) + "x", cast(5, String), cast(None, Integer)):
    print(e, repr(e.type))

