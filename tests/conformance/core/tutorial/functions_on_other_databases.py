"""JSON functions, casts and aggregates as MySQL and PostgreSQL write them."""
from sqlalchemy import JSON, Column, ForeignKey, Integer, MetaData, String, Table, and_, column, create_engine, desc, func, insert, literal, literal_column, or_, select, text, type_coerce, union_all, cast, bindparam
from sqlalchemy.dialects import mysql, postgresql

metadata_obj = MetaData()
user_table = Table("user_account", metadata_obj, Column("id", Integer, primary_key=True), Column("name", String(30)), Column("fullname", String))
address_table = Table("address", metadata_obj, Column("id", Integer, primary_key=True), Column("user_id", ForeignKey("user_account.id"), nullable=False), Column("email_address", String, nullable=False))
engine = create_engine("sqlite://")
metadata_obj.create_all(engine)
with engine.begin() as conn:
    conn.execute(insert(user_table), [{"name": "spongebob", "fullname": "Spongebob Squarepants"}, {"name": "sandy", "fullname": "Sandy Cheeks"}, {"name": "patrick", "fullname": "Patrick Star"}])
    conn.execute(insert(address_table), [{"user_id": 1, "email_address": "spongebob@sqlalchemy.org"}, {"user_id": 2, "email_address": "sandy@sqlalchemy.org"}, {"user_id": 2, "email_address": "sandy@squirrelpower.org"}])
print(select(func.json_object('{"a": 1}', type_=JSON)["key"]))
print(type_coerce({"some_key": {"foo": "bar"}}, JSON)["some_key"])
s = select(type_coerce({"some_key": {"foo": "bar"}}, JSON)["some_key"])
print(s.compile(dialect=mysql.dialect()))
stmt = select(func.percentile_cont(0.5).within_group(user_table.c.id))
print(stmt)
print(select(cast(user_table.c.id, String)))
print(select(func.now()).compile(dialect=postgresql.dialect()))
print(func.count().type, func.max(column("x", Integer)).type, func.concat("x", "y").type, func.unknown_fn().type)
