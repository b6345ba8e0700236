"""Connection.detach() and info: a connection taken out of its pool, and per-connection memory."""
from sqlalchemy import create_engine, event, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import QueuePool

engine = create_engine("sqlite://", poolclass=QueuePool, pool_size=1, max_overflow=0, pool_timeout=0.01)
with engine.connect() as conn:
    conn.info["visits"] = 1
with engine.connect() as conn:
    print(conn.info, conn.connection.info is conn.info)
    conn.info["visits"] += 1
    conn.execute(text("CREATE TABLE mine (n)"))
    conn.commit()
    conn.detach()
    print(engine.pool.status(), conn.closed, conn.info, conn.connection.is_detached)
    with engine.connect() as other:
        print(other.info)
        try:
            other.execute(text("SELECT * FROM mine"))
        except SQLAlchemyError as exc:
            print(exc.orig)
    print(conn.scalar(text("SELECT count(*) FROM mine")))
    try:
        conn.detach()
        print("detached twice")
    except SQLAlchemyError as exc:
        print(type(exc).__name__, exc)
print(conn.closed, engine.pool.status())
try:
    conn.detach()
except SQLAlchemyError as exc:
    print(type(exc).__name__, exc)
event.listen(engine, "checkout", lambda dbapi, record, proxy: record.info.setdefault("checkouts", []).append(len(record.info.get("checkouts", []))))
for _ in range(3):
    with engine.connect() as conn:
        print(conn.info)
engine.dispose()
with engine.connect() as conn:
    print(conn.info)
    conn.invalidate()
    print(conn.info if not conn.invalidated else "invalidated")
