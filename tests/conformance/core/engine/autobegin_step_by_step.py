"""Autobegin: when a Connection starts a transaction, when it ends one, and what in_transaction() says at each step."""
from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError

engine = create_engine("sqlite://", echo=True)


def state(label, conn):
    print(label, conn.in_transaction(), conn.in_nested_transaction(), conn.get_transaction() is not None, conn.closed, conn.invalidated)


conn = engine.connect()
state("fresh", conn)
conn.commit()
conn.rollback()
state("commit and rollback do nothing yet", conn)
conn.execute(text("CREATE TABLE t (n INTEGER)"))
state("after a statement", conn)
print(type(conn.get_transaction()).__name__, conn.get_transaction().is_active)
try:
    conn.begin()
except SQLAlchemyError as exc:
    print(type(exc).__name__, exc)
conn.commit()
state("after commit", conn)
with conn.begin() as trans:
    state("in begin", conn)
    try:
        conn.begin()
    except SQLAlchemyError as exc:
        print(type(exc).__name__, exc)
    conn.execute(text("INSERT INTO t VALUES (1)"))
    trans.commit()
    state("committed inside", conn)
    try:
        conn.execute(text("SELECT 1"))
    except SQLAlchemyError as exc:
        print(type(exc).__name__, exc)
state("after the block", conn)
print(conn.scalar(text("SELECT count(*) FROM t")))
conn.close()
state("closed", conn)
conn.close()
for name in "execute", "begin", "commit", "rollback", "begin_nested", "get_transaction", "invalidate":
    try:
        call = getattr(conn, name)
        print(name, call(text("SELECT 1")) if name == "execute" else call())
    except SQLAlchemyError as exc:
        print(name, type(exc).__name__, exc)
