"""ATTACH a second file, temp tables per connection, PRAGMAs per connection with a connect event."""
import os
import sqlite3
import tempfile

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, create_engine, event, inspect, select, text
from sqlalchemy.exc import IntegrityError

folder = tempfile.mkdtemp()
main, side = os.path.join(folder, "main.db"), os.path.join(folder, "side.db")
engine = create_engine(f"sqlite:///{main}")


@event.listens_for(engine, "connect")
def setup(dbapi_connection, record):
    cursor = dbapi_connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("ATTACH DATABASE ? AS side", (side,))
    cursor.close()


metadata = MetaData()
a = Table("a", metadata, Column("id", Integer, primary_key=True))
b = Table("b", metadata, Column("id", Integer, primary_key=True), Column("a_id", ForeignKey("a.id", ondelete="CASCADE")))
s = Table("s", metadata, Column("id", Integer, primary_key=True), schema="side")
metadata.create_all(engine)
print(inspect(engine).get_table_names(), inspect(engine).get_table_names(schema="side"), inspect(engine).get_schema_names())
with engine.begin() as conn:
    conn.execute(a.insert(), [{"id": 1}, {"id": 2}])
    conn.execute(b.insert(), [{"a_id": 1}, {"a_id": 2}])
    conn.execute(s.insert().from_select(["id"], select(a.c.id)))
    print(conn.execute(select(s.c.id).join_from(s, a, s.c.id == a.c.id)).scalars().all())
    conn.execute(a.delete().where(a.c.id == 1))
    print(conn.execute(select(b.c.a_id)).scalars().all())
try:
    with engine.begin() as conn:
        conn.execute(b.insert(), {"a_id": 99})
except IntegrityError as exc:
    print(exc.orig)
with engine.connect() as one:
    one.execute(text("CREATE TEMP TABLE scratch (n)"))
    one.commit()
    print(inspect(one).get_temp_table_names())
    with engine.connect() as two:
        print(inspect(two).get_temp_table_names())
with sqlite3.connect(side) as raw:
    print(raw.execute("SELECT id FROM s ORDER BY id").fetchall())
raw.close()
engine.dispose()
for name in sorted(os.listdir(folder)):
    print(name)
    os.remove(os.path.join(folder, name))
