"""The default pool of SQLite URLs and what poolclass= changes."""
from sqlalchemy import create_engine, text
from sqlalchemy.pool import AssertionPool, NullPool, QueuePool, SingletonThreadPool, StaticPool

for url in "sqlite://", "sqlite:///:memory:", "sqlite:///", "sqlite:///x.db", "sqlite:////tmp/x.db":
    print(url, type(create_engine(url).pool).__name__)
for cls in NullPool, QueuePool, StaticPool, AssertionPool, SingletonThreadPool:
    e = create_engine("sqlite://", poolclass=cls)
    with e.connect() as conn:
        print(cls.__name__, conn.scalar(text("SELECT 1")), type(e.pool) is cls)
    if cls is not SingletonThreadPool:
        print("  ", e.pool.status())
    print("  ", type(e.pool.recreate()).__name__, e.pool.recreate() is e.pool)
a = create_engine("sqlite://", poolclass=AssertionPool)
first = a.connect()
try:
    a.connect()
except AssertionError as exc:
    print("AssertionError", str(exc).split(" at:")[0])
first.close()
with a.connect() as conn:
    print(conn.scalar(text("SELECT 9")))
n = create_engine("sqlite://", poolclass=NullPool)
with n.begin() as conn:
    conn.execute(text("CREATE TABLE t (n)"))
with n.connect() as conn:
    try:
        conn.execute(text("SELECT * FROM t"))
    except Exception as exc:
        print(type(exc).__name__, exc.orig)
with n.connect() as one, n.connect() as two:
    print(one.connection.dbapi_connection is two.connection.dbapi_connection)
q = create_engine("sqlite://", poolclass=QueuePool)
with q.connect() as one:
    one.execute(text("CREATE TABLE t (n)"))
    one.commit()
    with q.connect() as two:
        try:
            two.execute(text("SELECT * FROM t"))
        except Exception as exc:
            print(type(exc).__name__, exc.orig)
