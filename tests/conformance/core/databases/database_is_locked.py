"""Two writers of one file: database is locked, the timeout argument, BEGIN IMMEDIATE, and how it clears."""
import os
import tempfile

from sqlalchemy import create_engine, event, text
from sqlalchemy.exc import OperationalError

path = os.path.join(tempfile.mkdtemp(), "busy.db")
engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 0.05})
with engine.begin() as conn:
    conn.execute(text("CREATE TABLE t (n INTEGER)"))
    conn.execute(text("INSERT INTO t VALUES (1)"))
one, two = engine.connect(), engine.connect()
one.execute(text("INSERT INTO t VALUES (2)"))
print("reader still reads", two.scalar(text("SELECT count(*) FROM t")))
try:
    two.execute(text("INSERT INTO t VALUES (3)"))
except OperationalError as exc:
    print(type(exc).__name__, exc)
    print(exc.connection_invalidated, type(exc.orig).__name__)
print("still in a transaction", two.in_transaction())
two.rollback()
try:
    one.commit()
    print("committed")
except OperationalError as exc:
    print(exc.orig)
two.execute(text("INSERT INTO t VALUES (3)"))
two.commit()
print(one.execute(text("SELECT n FROM t ORDER BY n")).scalars().all())
one.close()
two.close()


@event.listens_for(engine, "connect")
def no_begin(dbapi_connection, record):
    dbapi_connection.isolation_level = None


@event.listens_for(engine, "begin")
def begin_immediate(conn):
    conn.exec_driver_sql("BEGIN IMMEDIATE")


engine.dispose()
with engine.connect() as one, engine.connect() as two:
    one.execute(text("SELECT 1"))
    try:
        two.execute(text("SELECT 1"))
    except OperationalError as exc:
        print(exc.orig, "|", exc.statement)
    one.rollback()
    two.rollback()
    print(two.scalar(text("SELECT count(*) FROM t")))
engine.dispose()
