"""Functions and row factories registered on the sqlite3 connection in a connect event."""
import sqlite3

from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, event, func, insert, select, text
from sqlalchemy.exc import OperationalError

engine = create_engine("sqlite://")


def boom(x):
    raise ValueError("inside")


@event.listens_for(engine, "connect")
def register(dbapi_connection, record):
    dbapi_connection.create_function("double", 1, lambda x: None if x is None else x * 2, deterministic=True)
    dbapi_connection.create_function("join_all", -1, lambda *a: "-".join(map(str, a)))
    dbapi_connection.create_function("boom", 1, boom)


metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("s", String), Column("n", Integer))
metadata.create_all(engine)
with engine.begin() as conn:
    conn.execute(insert(t), [{"s": "ccc", "n": 2}, {"s": "a", "n": 3}, {"s": "bb", "n": None}, {"s": "dddd", "n": 4}])
    print(conn.execute(select(t.c.s, func.double(t.c.n)).order_by(t.c.id)).all())
    print(conn.scalar(select(func.join_all(1, "x", None, 2.5))))
    print(conn.scalars(select(t.c.s).where(func.double(t.c.n) > 5)).all())
    try:
        conn.scalar(select(func.boom(1)))
    except OperationalError as exc:
        print(exc.orig)
    try:
        conn.scalar(select(func.no_such_function(1)))
    except OperationalError as exc:
        print(exc.orig)
    raw = conn.connection.dbapi_connection
    print(raw.execute("SELECT double(21)").fetchone(), isinstance(raw, sqlite3.Connection), raw.in_transaction, raw.total_changes)
    raw.row_factory = sqlite3.Row
    print(raw.execute("SELECT 1 AS one").fetchone().keys())
    raw.row_factory = None
    cur = raw.cursor()
    cur.execute("SELECT s, n FROM t WHERE id = ?", (1,))
    print([d[0] for d in cur.description], cur.fetchall(), cur.rowcount, cur.arraysize)
    cur.executescript("CREATE TABLE u (x); INSERT INTO u VALUES (1); INSERT INTO u VALUES (2)")
    print(cur.execute("SELECT count(*) FROM u").fetchone(), cur.lastrowid is not None)
    cur.close()
