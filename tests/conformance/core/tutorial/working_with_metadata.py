"""Unified Tutorial, "Working with Database Metadata": tables, constraints, create_all, and reflection."""
from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, create_engine, text

engine = create_engine("sqlite+pysqlite:///:memory:", echo=True)
metadata_obj = MetaData()
user_table = Table(
    "user_account",
    metadata_obj,
    Column("id", Integer, primary_key=True),
    Column("name", String(30)),
    Column("fullname", String),
)
print(repr(user_table.c.name))
print(user_table.c.keys())
print(user_table.primary_key)
address_table = Table(
    "address",
    metadata_obj,
    Column("id", Integer, primary_key=True),
    Column("user_id", ForeignKey("user_account.id"), nullable=False),
    Column("email_address", String, nullable=False),
)
print(repr(address_table.c.user_id), address_table.c.user_id.type)
metadata_obj.create_all(engine)
with engine.begin() as conn:
    conn.execute(text("CREATE TABLE some_table (x int, y int)"))
some_table = Table("some_table", metadata_obj, autoload_with=engine)
print(repr(some_table))
print([t.name for t in metadata_obj.sorted_tables])
metadata_obj.drop_all(engine)
