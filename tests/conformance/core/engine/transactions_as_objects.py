"""begin() as a call and as a context: Transaction objects used after their end, closed early, and used in the wrong order."""
from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError

engine = create_engine("sqlite://")


def attempt(label, call):
    try:
        print(label, call())
    except SQLAlchemyError as exc:
        print(label, type(exc).__name__, exc)


def count():
    with engine.connect() as c:
        return c.scalar(text("SELECT count(*) FROM t"))


with engine.begin() as conn:
    conn.execute(text("CREATE TABLE t (n)"))
conn = engine.connect()
t = conn.begin()
conn.execute(text("INSERT INTO t VALUES (1)"))
print(type(t).__name__, t.is_active, t.is_valid, t.connection is conn)
t.commit()
print(t.is_active, t.is_valid)
attempt("commit again", t.commit)
attempt("rollback after commit", t.rollback)
attempt("close after commit", t.close)
t = conn.begin()
conn.execute(text("INSERT INTO t VALUES (2)"))
t.close()
print("closed rolls back", t.is_active, conn.in_transaction())
with conn.begin() as t:
    conn.execute(text("INSERT INTO t VALUES (3)"))
    t.rollback()
    attempt("after rollback inside", lambda: conn.execute(text("SELECT 1")))
print(conn.in_transaction())
try:
    with conn.begin():
        conn.execute(text("INSERT INTO t VALUES (4)"))
        conn.commit()
except SQLAlchemyError as exc:
    print(type(exc).__name__, exc)
conn.rollback()
try:
    with conn.begin():
        conn.execute(text("INSERT INTO t VALUES (5)"))
        raise RuntimeError("stop")
except RuntimeError as exc:
    print(exc, conn.in_transaction())
outer = conn.begin()
inner = conn.begin_nested()
conn.execute(text("INSERT INTO t VALUES (6)"))
outer.commit()
print("outer first", inner.is_active, outer.is_active)
attempt("inner later", inner.commit)
attempt("nested on closed", lambda: conn.begin_nested().rollback())
conn.rollback()
print(conn.begin().__enter__().is_active, conn.in_transaction())
conn.close()
print(conn.closed, count())
attempt("begin on closed", conn.begin)
with engine.connect() as conn, conn.begin():
    conn.execute(text("INSERT INTO t VALUES (7)"))
print(count())
with engine.begin() as conn:
    attempt("begin in engine.begin", conn.begin)
    conn.begin_nested().commit()
    attempt("commit in engine.begin", conn.commit)
    attempt("work after", lambda: conn.scalar(text("SELECT 1")))
