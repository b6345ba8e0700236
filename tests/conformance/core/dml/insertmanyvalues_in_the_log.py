"""INSERT..RETURNING with many rows: batch sizes, page_size options, sort_by_parameter_order, and client-side keys, as the log tells it."""
import uuid

from sqlalchemy import Column, Integer, MetaData, String, Table, Uuid, create_engine, func, insert, select

metadata = MetaData()
auto = Table("auto", metadata, Column("id", Integer, primary_key=True), Column("n", String))
keyed = Table("keyed", metadata, Column("code", String, primary_key=True), Column("n", Integer))
counter = iter(range(1, 1000))
client = Table("client", metadata, Column("id", Integer, primary_key=True, autoincrement=False, default=lambda: next(counter)), Column("n", Integer), Column("s", String, server_default="q"))
engine = create_engine("sqlite://", echo=True, insertmanyvalues_page_size=4)
metadata.create_all(engine)
with engine.begin() as conn:
    r = conn.execute(insert(auto).returning(auto.c.id, auto.c.n), [{"n": f"r{i}"} for i in range(6)])
    print(r.all(), r.rowcount)
    r = conn.execute(insert(auto).returning(auto.c.id, sort_by_parameter_order=True), [{"n": f"s{i}"} for i in range(3)])
    print(r.scalars().all())
    r = conn.execute(insert(keyed).returning(keyed.c.n, sort_by_parameter_order=True), [{"code": f"c{i}", "n": i} for i in range(5)])
    print(r.scalars().all())
    r = conn.execute(insert(client).returning(client.c.id, client.c.s, sort_by_parameter_order=True), [{"n": i} for i in range(5)])
    print(r.all())
    r = conn.execute(insert(keyed).returning(keyed), [{"code": f"d{i}", "n": i} for i in range(3)], execution_options={"insertmanyvalues_page_size": 2})
    print(r.all())
    conn.execution_options(insertmanyvalues_page_size=1)
    r = conn.execute(insert(keyed).values(n=func.length("abc")).returning(keyed.c.n), [{"code": "e1"}, {"code": "e2"}])
    print(r.all(), r.keys())
    r = conn.execute(insert(keyed).returning(keyed.c.code), [{"code": "only", "n": 1}])
    print(r.all())
    conn.execute(insert(keyed), [{"code": f"f{i}", "n": i} for i in range(5)])
    r = conn.execute(insert(keyed).return_defaults(), [{"code": "g", "n": 1}, {"code": "h", "n": 2}])
    print(r.returned_defaults_rows, r.inserted_primary_key_rows)
    r = conn.execute(insert(auto).return_defaults(), {"n": "one"})
    print(r.returned_defaults, r.inserted_primary_key)
off = create_engine("sqlite://", echo=True, use_insertmanyvalues=False)
metadata.create_all(off)
with off.begin() as conn:
    try:
        print(conn.execute(insert(auto).returning(auto.c.id), [{"n": "a"}, {"n": "b"}]).all())
    except Exception as exc:
        print(type(exc).__name__, exc)
    print(conn.execute(insert(auto).returning(auto.c.id), {"n": "c"}).all())
