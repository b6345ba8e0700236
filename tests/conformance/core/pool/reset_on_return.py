"""pool_reset_on_return: rollback, commit or nothing when a connection goes back; and what else is accepted."""
import sqlite3

from sqlalchemy import create_engine, event, text
from sqlalchemy.pool import QueuePool, StaticPool


class Noisy(sqlite3.Connection):
    def commit(self):
        calls.append("commit")
        super().commit()

    def rollback(self):
        calls.append("rollback")
        super().rollback()


calls = []
for how in "rollback", "commit", None, True, False, "none":
    try:
        pool = QueuePool(lambda: sqlite3.connect(":memory:", factory=Noisy), reset_on_return=how)
    except Exception as exc:
        print(repr(how), type(exc).__name__, exc)
        continue
    calls.clear()
    c = pool.connect()
    cur = c.cursor()
    cur.execute("CREATE TABLE t (n)")
    cur.execute("INSERT INTO t VALUES (1)")
    cur.close()
    c.close()
    c = pool.connect()
    print(repr(how), calls, c.cursor().execute("SELECT count(*) FROM t").fetchone())
    c.close()
for bad in "sometimes", 5:
    try:
        QueuePool(lambda: None, reset_on_return=bad)
    except Exception as exc:
        print(repr(bad), type(exc).__name__, exc)
for how in "rollback", "commit", None:
    e = create_engine("sqlite://", poolclass=StaticPool, pool_reset_on_return=how)
    raw = e.raw_connection()
    raw.cursor().execute("CREATE TABLE t (n)")
    raw.cursor().execute("INSERT INTO t VALUES (1)")
    raw.close()
    with e.connect() as conn:
        print(how, conn.scalar(text("SELECT count(*) FROM t")))
try:
    create_engine("sqlite://", pool_reset_on_return="never")
except Exception as exc:
    print(type(exc).__name__, exc)
