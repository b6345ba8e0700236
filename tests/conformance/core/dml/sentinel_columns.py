"""insert_sentinel() and insert_sentinel=True columns: how rows are matched to their parameters in batches."""
import uuid

from sqlalchemy import Column, FetchedValue, Integer, MetaData, String, Table, Uuid, create_engine, func, insert, insert_sentinel, select
from sqlalchemy.schema import CreateTable

metadata = MetaData()
plain = Table("plain", metadata, Column("id", String, primary_key=True, server_default=func.hex("a")), Column("n", Integer), insert_sentinel("sort"))
own = Table("own", metadata, Column("id", Integer, primary_key=True), Column("key", String, default=lambda: "k", insert_sentinel=True), Column("n", Integer))
for t in plain, own:
    print(CreateTable(t))
    print([c.name for c in t.c], t._sentinel_column_characteristics if False else "")
print(select(plain), repr(plain.c.sort))
print(insert(plain))
engine = create_engine("sqlite://", echo=True)
own.create(engine)
with engine.begin() as conn:
    try:
        print(conn.execute(insert(own).returning(own.c.id, sort_by_parameter_order=True), [{"n": 1, "key": "a"}, {"n": 2, "key": "b"}]).all())
    except Exception as exc:
        print(type(exc).__name__, exc)
for bad in (lambda: Table("x", MetaData(), insert_sentinel("a"), insert_sentinel("b")), lambda: insert_sentinel("a", String), lambda: Column("x", Integer, insert_sentinel=True, server_default="1")):
    try:
        print(bad())
    except Exception as exc:
        print(type(exc).__name__, exc)
