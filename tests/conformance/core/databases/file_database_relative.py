"""A file database next to the program: committed rows are seen by a second engine, uncommitted ones are not."""
from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, insert, inspect, select, text
from sqlalchemy.exc import OperationalError

metadata = MetaData()
item = Table("item", metadata, Column("id", Integer, primary_key=True), Column("name", String))
engine = create_engine("sqlite:///conformance_items.db", connect_args={"timeout": 0.05})
other = create_engine("sqlite:///conformance_items.db", connect_args={"timeout": 0.05})
print(engine.url, type(engine.pool).__name__)
metadata.drop_all(engine)
metadata.create_all(engine)
with engine.connect() as one, other.connect() as two:
    one.execute(insert(item), [{"name": "a"}, {"name": "b"}])
    print("before commit", two.scalar(text("SELECT count(*) FROM item")))
    try:
        two.execute(insert(item), {"name": "late"})
    except OperationalError as exc:
        print(exc)
    two.rollback()
    one.commit()
    print("after commit", two.scalar(text("SELECT count(*) FROM item")))
    two.rollback()
    two.execute(insert(item), {"name": "c"})
    two.commit()
    print(one.execute(select(item.c.name).order_by(item.c.id)).scalars().all())
with engine.connect() as a, engine.connect() as b:
    print("own connections", a.connection.dbapi_connection is not b.connection.dbapi_connection)
engine.dispose()
other.dispose()
again = create_engine("sqlite:///conformance_items.db")
print(inspect(again).get_table_names())
metadata.drop_all(again)
print(inspect(again).get_table_names())
again.dispose()
