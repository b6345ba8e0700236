"""engine.raw_connection() and conn.connection: the pooled DBAPI connection, cursors, close, detach, invalidate."""
import sqlite3

from sqlalchemy import create_engine, text
from sqlalchemy.pool import QueuePool

engine = create_engine("sqlite://", poolclass=QueuePool, pool_size=1, max_overflow=0, pool_timeout=0.01)
raw = engine.raw_connection()
print(type(raw).__name__, isinstance(raw.dbapi_connection, sqlite3.Connection), raw.driver_connection is raw.dbapi_connection, raw.is_valid, raw.is_detached)
cur = raw.cursor()
cur.execute("CREATE TABLE t (a, b)")
cur.executemany("INSERT INTO t VALUES (?, ?)", [(1, "x"), (2, "y")])
print(cur.rowcount, cur.execute("SELECT * FROM t").fetchall(), [d[0] for d in cur.description])
raw.commit()
cur.close()
raw.info["seen"] = 1
print(raw.info, raw.record_info, engine.pool.status())
try:
    engine.connect()
except Exception as exc:
    print(type(exc).__name__, exc)
raw.close()
print(engine.pool.checkedout(), raw.is_valid, raw.dbapi_connection)
try:
    raw.cursor()
except Exception as exc:
    print(type(exc).__name__)
raw.close()
with engine.connect() as conn:
    fairy = conn.connection
    print(type(fairy).__name__, fairy.info, fairy.dbapi_connection.total_changes)
    print(fairy.execute("SELECT 5").fetchone() if hasattr(fairy, "execute") else "no execute")
    print(fairy.dbapi_connection.execute("SELECT a FROM t").fetchall(), fairy.isolation_level)
    fairy.dbapi_connection.row_factory = None
raw = engine.raw_connection()
raw.detach()
print(raw.is_detached, engine.pool.status())
try:
    raw.record_info
    print("record_info", raw.record_info)
except Exception as exc:
    print(type(exc).__name__, exc)
raw.close()
raw = engine.raw_connection()
raw.invalidate()
print(raw.is_valid, engine.pool.status())
raw.close()
with engine.connect() as conn:
    try:
        print(conn.scalar(text("SELECT count(*) FROM t")))
    except Exception as exc:
        print(type(exc).__name__, str(exc).splitlines()[0])
