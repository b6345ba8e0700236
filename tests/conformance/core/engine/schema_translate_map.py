"""schema_translate_map: one set of tables, many schemas - per connection, per engine, with None as key, in DDL and in the log."""
from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, create_engine, insert, inspect, select, text
from sqlalchemy.exc import SQLAlchemyError

metadata = MetaData()
plain = Table("plain", metadata, Column("id", Integer, primary_key=True), Column("name", String))
shared = Table("shared", metadata, Column("id", Integer, primary_key=True), Column("plain_id", ForeignKey("plain.id")), schema="per_tenant")

engine = create_engine("sqlite://", echo=True)
with engine.begin() as conn:
    conn.execute(text("ATTACH ':memory:' AS tenant_a"))
    conn.execute(text("ATTACH ':memory:' AS tenant_b"))
for tenant in "tenant_a", "tenant_b":
    with engine.connect().execution_options(schema_translate_map={None: tenant, "per_tenant": tenant}) as conn:
        metadata.create_all(conn)
        conn.execute(insert(plain), [{"id": 1, "name": f"one of {tenant}"}])
        conn.execute(insert(shared).values(id=1, plain_id=1))
        conn.commit()
        print(conn.execute(select(plain.c.name, shared).join(shared)).all())
child = engine.execution_options(schema_translate_map={None: "tenant_b", "per_tenant": "tenant_a"})
with child.connect() as conn:
    print(conn.execute(select(plain.c.name, shared.c.id).where(shared.c.plain_id == plain.c.id)).all())
    print(conn.execute(select(plain.c.name), execution_options={"schema_translate_map": {None: "tenant_a"}}).all())
    print(inspect(conn).get_table_names(), inspect(conn).get_table_names(schema="tenant_a"))
with engine.connect() as conn:
    try:
        conn.execute(select(plain))
    except SQLAlchemyError as exc:
        print(type(exc).__name__, str(exc).splitlines()[0])
print(select(shared))
with child.begin() as conn:
    metadata.drop_all(conn)
