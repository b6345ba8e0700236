"""Which pool create_engine picks for a URL, what poolclass changes, and the attributes of each."""
import sqlite3

from sqlalchemy import create_engine, create_pool_from_url, text
from sqlalchemy.pool import AssertionPool, AsyncAdaptedQueuePool, NullPool, QueuePool, SingletonThreadPool, StaticPool

for url in "sqlite://", "sqlite:///:memory:", "sqlite:///", "sqlite:///x.db", "sqlite:////tmp/x.db", "sqlite:///file:x?mode=memory&uri=true", "sqlite:///file:x.db?uri=true":
    e = create_engine(url)
    print(url, type(e.pool).__name__, e.dialect.get_dialect_pool_class(e.url).__name__)
for cls in NullPool, QueuePool, StaticPool, AssertionPool, SingletonThreadPool:
    e = create_engine("sqlite://", poolclass=cls)
    with e.connect() as conn:
        print(cls.__name__, conn.scalar(text("SELECT 1")), type(e.pool) is cls, e.pool.status() if cls not in (SingletonThreadPool,) else "")
given = QueuePool(lambda: sqlite3.connect(":memory:"), pool_size=3)
e = create_engine("sqlite://", pool=given)
print(e.pool is given, e.pool.size())
with e.connect() as conn:
    print(conn.scalar(text("SELECT 2")), e.pool.status())
p = create_pool_from_url("sqlite://", pool_size=2, poolclass=QueuePool)
print(type(p).__name__, p.size())
c = p.connect()
print(c.cursor().execute("SELECT 5").fetchone())
c.close()
for bad in (lambda: create_engine("sqlite://", poolclass="QueuePool"), lambda: create_engine("sqlite://", pool=given, pool_size=5).pool.size(), lambda: create_engine("sqlite://", poolclass=AssertionPool, pool_size=1), lambda: create_engine("sqlite://", pool=5), lambda: create_pool_from_url("sqlite://", nope=1), lambda: create_engine("sqlite://", poolclass=AsyncAdaptedQueuePool).connect()):
    try:
        print(bad())
    except Exception as exc:
        print(type(exc).__name__, exc if type(exc).__name__ in ("TypeError",) and "sent to create_engine" in str(exc) else "")
a = create_engine("sqlite://", poolclass=AssertionPool)
first = a.connect()
try:
    a.connect()
except AssertionError as exc:
    print("AssertionError", str(exc).splitlines()[0].split(" at:")[0])
first.close()
with a.connect() as conn:
    print(conn.scalar(text("SELECT 9")))
