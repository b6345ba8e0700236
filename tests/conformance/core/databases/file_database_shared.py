"""A file database: two engines and several connections see each other's committed rows, and the file is really there."""
import os
import tempfile

from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, inspect, select, text, insert

directory = tempfile.mkdtemp()
path = os.path.join(directory, "shop.db")
metadata = MetaData()
item = Table("item", metadata, Column("id", Integer, primary_key=True), Column("name", String))
print(os.path.exists(path))
engine = create_engine(f"sqlite:///{path}")
print(os.path.exists(path), engine.url.database == path, type(engine.pool).__name__)
metadata.create_all(engine)
print(os.path.exists(path), os.path.getsize(path) > 0)
other = create_engine(f"sqlite:///{path}")
with engine.connect() as one, other.connect() as two:
    one.execute(insert(item), [{"name": "a"}, {"name": "b"}])
    print("before commit", two.scalar(text("SELECT count(*) FROM item")))
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
again = create_engine(f"sqlite:///{path}")
print(inspect(again).get_table_names())
with again.connect() as conn:
    print(conn.scalar(text("SELECT count(*) FROM item")))
    print([os.path.basename(r.file) for r in conn.execute(text("PRAGMA database_list")) if r.file])
again.dispose()
os.remove(path)
print(os.path.exists(path), os.listdir(directory))
fresh = create_engine(f"sqlite:///{path}")
print(inspect(fresh).get_table_names())
fresh.dispose()
missing = create_engine(f"sqlite:///{directory}/no/such/dir/x.db")
try:
    missing.connect()
except Exception as exc:
    print(type(exc).__name__, exc)
