"""SingletonThreadPool: one connection a thread, a pool_size of threads, status, and threads that do not share memory."""
import threading

from sqlalchemy import create_engine, text
from sqlalchemy.pool import SingletonThreadPool, StaticPool

engine = create_engine("sqlite://")
print(type(engine.pool).__name__, engine.pool.size)
with engine.begin() as conn:
    conn.execute(text("CREATE TABLE t (n)"))
    conn.execute(text("INSERT INTO t VALUES (1)"))
with engine.connect() as one, engine.connect() as two:
    print(one.connection.dbapi_connection is two.connection.dbapi_connection)
    one.execute(text("INSERT INTO t VALUES (2)"))
    print(two.scalar(text("SELECT count(*) FROM t")))
    print(one.in_transaction(), two.in_transaction())
    two.rollback()
    print(one.scalar(text("SELECT count(*) FROM t")))
engine.dispose()
with engine.connect() as conn:
    try:
        conn.execute(text("SELECT * FROM t"))
    except Exception as exc:
        print(type(exc).__name__, exc.orig)
raw = engine.raw_connection()
print(engine.raw_connection().dbapi_connection is raw.dbapi_connection)
raw.close()
static = create_engine("sqlite://", poolclass=StaticPool)
with static.begin() as conn:
    conn.execute(text("CREATE TABLE t (n)"))
static.dispose()
with static.connect() as conn:
    try:
        print(conn.execute(text("SELECT * FROM t")).all())
    except Exception as exc:
        print(type(exc).__name__, exc.orig)
print(static.pool.status())
