"""SQLite URIs: file:...?mode=memory&cache=shared, mode=ro, a path in a URI, and query arguments of the URL."""
import os
import tempfile

from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError

first = create_engine("sqlite:///file:memdb1?mode=memory&cache=shared&uri=true")
second = create_engine("sqlite:///file:memdb1?mode=memory&cache=shared&uri=true")
print(type(first.pool).__name__, first.url)
keep = first.connect()
with first.begin() as conn:
    conn.execute(text("CREATE TABLE t (n)"))
    conn.execute(text("INSERT INTO t VALUES (1)"))
with second.connect() as conn:
    print(conn.scalar(text("SELECT n FROM t")))
keep.close()
path = os.path.join(tempfile.mkdtemp(), "a b.db")
rw = create_engine(f"sqlite:///{path}")
with rw.begin() as conn:
    conn.execute(text("CREATE TABLE t (n)"))
    conn.execute(text("INSERT INTO t VALUES (5)"))
ro = create_engine("sqlite:///file:" + path.replace(" ", "%20") + "?mode=ro&uri=true")
with ro.connect() as conn:
    print(conn.scalar(text("SELECT n FROM t")))
    try:
        conn.execute(text("INSERT INTO t VALUES (6)"))
    except SQLAlchemyError as exc:
        print(type(exc).__name__, exc.orig)
absent = create_engine("sqlite:///file:" + path.replace(" ", "%20") + "x?mode=rw&uri=true")
try:
    absent.connect()
except SQLAlchemyError as exc:
    print(type(exc).__name__, str(exc).splitlines()[0])
timed = create_engine(f"sqlite:///{path}?timeout=5&check_same_thread=false&isolation_level=IMMEDIATE")
print(sorted(timed.dialect.create_connect_args(timed.url)[1].items()))
with timed.connect() as conn:
    print(conn.connection.dbapi_connection.isolation_level)
print(create_engine("sqlite:///rel.db").dialect.create_connect_args(create_engine("sqlite:///rel.db").url)[0] == [os.path.abspath("rel.db")], os.path.exists("rel.db"))
for url in "sqlite://user:pw@/x.db", "sqlite://host/x.db":
    try:
        create_engine(url).connect().close()
        print(url, "fine")
    except Exception as exc:
        print(url, type(exc).__name__, exc if isinstance(exc, SQLAlchemyError) else "")
for e in first, second, rw, ro, timed:
    e.dispose()
