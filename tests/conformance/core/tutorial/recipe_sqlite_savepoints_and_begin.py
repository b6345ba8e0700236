"""The recipe for real transactions on sqlite3: isolation_level None, BEGIN sent by the begin event, so that DDL and SAVEPOINT roll back."""
from sqlalchemy import Column, Integer, MetaData, Table, create_engine, event, inspect, insert, select, text

engine = create_engine("sqlite://", echo=True)


@event.listens_for(engine, "connect")
def do_connect(dbapi_connection, connection_record):
    dbapi_connection.isolation_level = None


@event.listens_for(engine, "begin")
def do_begin(conn):
    conn.exec_driver_sql("BEGIN")


metadata = MetaData()
t = Table("t", metadata, Column("n", Integer))
with engine.connect() as conn:
    metadata.create_all(conn)
    print(inspect(conn).has_table("t"))
    conn.rollback()
    print("DDL rolled back:", not inspect(conn).has_table("t"))
    conn.rollback()
metadata.create_all(engine)
with engine.begin() as conn:
    conn.execute(insert(t).values(n=1))
    try:
        with conn.begin_nested():
            conn.execute(insert(t).values(n=2))
            conn.execute(text("CREATE TABLE u (x)"))
            raise KeyError("no")
    except KeyError:
        pass
    with conn.begin_nested():
        conn.execute(insert(t).values(n=3))
    print(conn.scalars(select(t.c.n)).all(), inspect(conn).has_table("u"))
with engine.connect() as conn:
    with conn.begin_nested() as first:
        conn.execute(insert(t).values(n=4))
    conn.rollback()
    print("savepoint as first statement:", conn.scalars(select(t.c.n)).all())
