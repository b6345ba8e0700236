"""What the pool tells the logging module when connections are opened, returned, invalidated and closed."""
import io
import logging
import re

from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool, QueuePool

out = io.StringIO()
handler = logging.StreamHandler(out)
handler.setFormatter(logging.Formatter("%(levelname)s %(name)s %(message)s"))
log = logging.getLogger("sqlalchemy.pool.impl")
log.addHandler(handler)
log.propagate = False
log.setLevel(logging.DEBUG)


def lines(label):
    print("--", label)
    print(re.sub(r"0x[0-9a-f]+", "0x...", out.getvalue()), end="")
    out.truncate(0)
    out.seek(0)


e = create_engine("sqlite://", poolclass=QueuePool, pool_size=1, pool_logging_name="mine")
with e.connect() as conn:
    conn.execute(text("SELECT 1"))
lines("first")
with e.connect() as conn:
    conn.execute(text("SELECT 1"))
    conn.commit()
lines("second")
conn = e.connect()
conn.invalidate()
conn.close()
lines("invalidated")
a, b = e.connect(), e.connect()
b.close()
a.close()
lines("overflow")
e.dispose()
lines("disposed")
n = create_engine("sqlite://", poolclass=NullPool)
n.connect().close()
lines("null pool")
log.setLevel(logging.INFO)
conn = e.connect()
conn.invalidate(ValueError("broken"))
conn.close()
e.dispose()
lines("info only")
