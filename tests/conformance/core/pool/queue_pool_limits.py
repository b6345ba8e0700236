"""QueuePool: pool_size, max_overflow, timeout and the TimeoutError text, unlimited overflow, size 0, counters."""
from sqlalchemy import create_engine, text
from sqlalchemy.exc import TimeoutError
from sqlalchemy.pool import QueuePool


def engine(**kw):
    return create_engine("sqlite://", poolclass=QueuePool, pool_timeout=0.01, **kw)


def counters(e):
    p = e.pool
    return p.size(), p.checkedin(), p.checkedout(), p.overflow(), p.status()


e = engine(pool_size=2, max_overflow=1)
print(counters(e))
held = []
for _ in range(4):
    try:
        held.append(e.connect())
        print(counters(e))
    except TimeoutError as exc:
        print(type(exc).__name__, exc, exc.code)
while held:
    held.pop().close()
    print(counters(e))
e = engine(pool_size=1, max_overflow=-1)
held = [e.connect() for _ in range(5)]
print(counters(e))
for c in held:
    c.close()
print(counters(e))
e = engine(pool_size=0)
held = [e.connect() for _ in range(3)]
print(counters(e))
for c in held:
    c.close()
print(counters(e))
e = engine(pool_size=3, max_overflow=0)
with e.connect() as a, e.connect() as b:
    print(counters(e), a.connection.dbapi_connection is not b.connection.dbapi_connection)
print(counters(e))
e.dispose()
print(counters(e))
e = engine(pool_size=2)
c = e.connect()
e.dispose()
print(counters(e), c.scalar(text("SELECT 1")))
c.close()
print(counters(e))
old = e.pool
e.dispose(close=False)
print(e.pool is old, e.pool.size(), e.pool.timeout())
e = create_engine("sqlite:///file.db", pool_size=7, max_overflow=2, pool_timeout=3)
print(type(e.pool).__name__, counters(e), e.pool.timeout())
for kw in ({"pool_size": -1}, {"pool_size": "x"}):
    try:
        x = engine(**kw)
        print(kw, counters(x))
    except Exception as exc:
        print(kw, type(exc).__name__)
