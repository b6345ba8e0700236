"""Pool events by hand: connect, first_connect, checkout, checkin, reset, invalidate, soft_invalidate, close, detach, close_detached."""
import sqlite3

from sqlalchemy import event
from sqlalchemy.exc import DisconnectionError, InvalidRequestError
from sqlalchemy.pool import QueuePool

log = []
pool = QueuePool(lambda: sqlite3.connect(":memory:"), pool_size=2, max_overflow=0)
for name in "connect first_connect checkout checkin reset invalidate soft_invalidate close detach close_detached".split():
    event.listen(pool, name, lambda *args, _n=name: log.append(_n))


def flush(label):
    print(f"{label}:", " ".join(log))
    log.clear()


c = pool.connect()
flush("connect")
c.close()
flush("close")
c = pool.connect()
flush("reuse")
c.invalidate()
flush("invalidate")
c.close()
flush("close after invalidate")
c = pool.connect()
flush("reconnect")
c.invalidate(soft=True)
flush("soft")
c.close()
flush("closed soft")
c = pool.connect()
flush("after soft")
c.detach()
flush("detach")
c.close()
flush("close detached")
pool.connect().close()
pool.dispose()
flush("dispose")


@event.listens_for(pool, "connect")
def on_connect(dbapi_connection, record):
    record.info["n"] = 1
    record.record_info["r"] = 2


attempts = []


@event.listens_for(pool, "checkout")
def on_checkout(dbapi_connection, record, proxy):
    attempts.append(record.info.get("n"))
    if len(attempts) == 1:
        raise DisconnectionError("stale")


c = pool.connect()
print(attempts, c.info, c.record_info)
flush("one disconnect")
c.close()
attempts.clear()


@event.listens_for(pool, "checkout")
def always(dbapi_connection, record, proxy):
    raise DisconnectionError("always")


try:
    pool.connect()
except InvalidRequestError as exc:
    print(type(exc).__name__, exc)
flush("always stale")
try:
    event.listen(pool, "no_such", lambda: None)
except InvalidRequestError as exc:
    print(str(exc).split("QueuePool")[0])
