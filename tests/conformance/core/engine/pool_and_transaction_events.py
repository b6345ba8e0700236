"""The order of connect, checkout, begin, commit, reset and checkin around simple blocks."""
from sqlalchemy import create_engine, event, text

log = []
engine = create_engine("sqlite://")
for name in ("connect", "first_connect", "checkout", "checkin", "reset", "close", "invalidate"):
    event.listen(engine, name, lambda *args, _n=name: log.append(f"{_n}/{len(args)}"))
for name in ("begin", "commit", "rollback", "engine_connect", "engine_disposed"):
    event.listen(engine, name, lambda *args, _n=name: log.append(f"{_n}/{type(args[0]).__name__}"))


def flush(label):
    print(label + ":", ", ".join(log))
    log.clear()


with engine.begin() as conn:
    conn.execute(text("CREATE TABLE t (n)"))
flush("begin")
with engine.connect() as conn:
    conn.execute(text("SELECT 1"))
flush("connect and select")
with engine.connect() as conn:
    pass
flush("nothing done")
with engine.connect() as conn:
    conn.execute(text("SELECT 1"))
    conn.commit()
    conn.execute(text("SELECT 1"))
    conn.rollback()
flush("commit and rollback")
try:
    with engine.begin() as conn:
        raise ValueError
except ValueError:
    flush("error in block")
with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as conn:
    conn.execute(text("SELECT 1"))
flush("autocommit")
conn = engine.connect()
conn.invalidate()
flush("invalidate")
conn.close()
flush("close")
engine.dispose()
flush("dispose")


@event.listens_for(engine, "reset")
def on_reset(dbapi_connection, record, state):
    print("reset:", state.transaction_was_reset, state.terminate_only, state.asyncio_safe, record is not None)


with engine.connect() as conn:
    conn.execute(text("SELECT 1"))
with engine.begin() as conn:
    conn.execute(text("SELECT 1"))
raw = engine.raw_connection()
raw.close()
