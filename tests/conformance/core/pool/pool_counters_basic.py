"""A QueuePool's counters as connections are taken and given back, the TimeoutError, and dispose()."""
from sqlalchemy import create_engine, text
from sqlalchemy.exc import TimeoutError
from sqlalchemy.pool import QueuePool

e = create_engine("sqlite://", poolclass=QueuePool, pool_size=1, max_overflow=1, pool_timeout=0.01)
print(e.pool.status())
a = e.connect()
b = e.connect()
print(e.pool.status(), e.pool.size(), e.pool.checkedin(), e.pool.checkedout(), e.pool.overflow(), e.pool.timeout())
try:
    e.connect()
except TimeoutError as exc:
    print(exc, exc.code)
a.close()
b.close()
print(e.pool.status())
with e.connect() as c:
    print(c.scalar(text("SELECT 1")), e.pool.checkedout())
    e.dispose()
    print(e.pool.status(), c.scalar(text("SELECT 2")))
print(e.pool.status())
with e.connect() as c:
    c.detach()
    print(e.pool.status(), c.scalar(text("SELECT 3")), c.closed)
print(e.pool.status())
raw = e.raw_connection()
raw.invalidate()
print(e.pool.status(), raw.is_valid)
raw.close()
print(e.pool.status())
