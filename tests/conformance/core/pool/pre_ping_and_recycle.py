"""pool_pre_ping and pool_recycle: a closed connection is replaced, the events and log that tell it."""
from sqlalchemy import create_engine, event, text
from sqlalchemy.pool import QueuePool

for ping in False, True:
    log = []
    e = create_engine("sqlite://", poolclass=QueuePool, pool_pre_ping=ping, pool_size=1)
    for name in "connect checkout checkin invalidate close".split():
        event.listen(e, name, lambda *a, _n=name: log.append(_n))
    with e.connect() as conn:
        conn.execute(text("SELECT 1"))
        dead = conn.connection.dbapi_connection
    dead.close()
    try:
        with e.connect() as conn:
            print(ping, conn.scalar(text("SELECT 2")), conn.connection.dbapi_connection is dead)
    except Exception as exc:
        print(ping, type(exc).__name__, exc)
    print(log)
e = create_engine("sqlite://", poolclass=QueuePool, pool_recycle=-1, pool_use_lifo=True, pool_size=3)
a, b, c = e.connect(), e.connect(), e.connect()
ids = {id(x.connection.dbapi_connection): n for n, x in zip("abc", (a, b, c))}
for x in a, b, c:
    x.close()
first = e.connect()
print("lifo gives", ids[id(first.connection.dbapi_connection)])
first.close()
e = create_engine("sqlite://", poolclass=QueuePool, pool_size=3)
a, b, c = e.connect(), e.connect(), e.connect()
ids = {id(x.connection.dbapi_connection): n for n, x in zip("abc", (a, b, c))}
for x in a, b, c:
    x.close()
first = e.connect()
print("fifo gives", ids[id(first.connection.dbapi_connection)])
first.close()
