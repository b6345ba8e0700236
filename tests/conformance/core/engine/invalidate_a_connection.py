"""Connection.invalidate(): before, in and after a transaction, on savepoints, and what must be rolled back first."""
from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import QueuePool

engine = create_engine("sqlite://", poolclass=QueuePool)


def attempt(label, call):
    try:
        print(label, call())
    except SQLAlchemyError as exc:
        print(label, type(exc).__name__, exc)


with engine.connect() as conn:
    first = conn.connection.dbapi_connection
    conn.invalidate()
    print(conn.invalidated, conn.closed, conn.in_transaction())
    attempt("works again", lambda: conn.scalar(text("SELECT 1")))
    print(conn.invalidated, conn.connection.dbapi_connection is first)
    conn.invalidate()
    print(conn.invalidated, conn.in_transaction(), conn.get_transaction().is_active)
    attempt("in a transaction", lambda: conn.scalar(text("SELECT 1")))
    attempt("commit", conn.commit)
    conn.rollback()
    attempt("after rollback", lambda: conn.scalar(text("SELECT 2")))
    conn.commit()
    with conn.begin() as t:
        conn.execute(text("SELECT 3"))
        conn.invalidate()
        attempt("inside begin", lambda: conn.scalar(text("SELECT 1")))
        t.rollback()
    attempt("after begin", lambda: conn.scalar(text("SELECT 4")))
    conn.rollback()
    conn.begin()
    sp = conn.begin_nested()
    conn.execute(text("SELECT 5"))
    conn.invalidate()
    attempt("in savepoint", lambda: conn.scalar(text("SELECT 1")))
    sp.rollback()
    attempt("after savepoint rollback", lambda: conn.scalar(text("SELECT 1")))
    conn.rollback()
    attempt("after full rollback", lambda: conn.scalar(text("SELECT 6")))
    conn.invalidate()
    conn.invalidate()
    attempt("invalidated twice", lambda: conn.connection)
    conn.rollback()
    print(conn.connection.is_valid)
conn.close()
attempt("closed", conn.invalidate)
print(engine.pool.status())
