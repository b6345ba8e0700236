"""Events on the Pool class and the Engine class: they reach every pool and engine, also later ones; removing them."""
from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import Engine
from sqlalchemy.pool import NullPool, Pool, QueuePool

log = []


@event.listens_for(Pool, "connect")
def on_connect(dbapi_connection, record):
    log.append("Pool connect")


@event.listens_for(Engine, "connect")
def engine_connect_event(dbapi_connection, record):
    dbapi_connection.execute("PRAGMA foreign_keys=ON")
    log.append("Engine connect")


@event.listens_for(QueuePool, "checkout")
def only_queue(dbapi_connection, record, proxy):
    log.append("QueuePool checkout")


for cls in QueuePool, NullPool:
    engine = create_engine("sqlite://", poolclass=cls)
    with engine.connect() as conn:
        print(cls.__name__, conn.scalar(text("PRAGMA foreign_keys")), log)
    log.clear()
event.remove(Pool, "connect", on_connect)
event.remove(Engine, "connect", engine_connect_event)
event.remove(QueuePool, "checkout", only_queue)
engine = create_engine("sqlite://", poolclass=QueuePool)
with engine.connect() as conn:
    print(conn.scalar(text("PRAGMA foreign_keys")), log)
listener = event.listen(engine.pool, "checkin", lambda dbapi, record: log.append("checkin"))
with engine.connect():
    pass
engine.dispose()
with engine.connect():
    pass
print(log)
