"""pool_reset_on_return on an engine: what becomes of uncommitted work of a raw connection."""
from sqlalchemy import create_engine, event, text
from sqlalchemy.pool import StaticPool

for how in "rollback", "commit", None:
    e = create_engine("sqlite://", poolclass=StaticPool, pool_reset_on_return=how)
    event.listen(e, "reset", lambda dbapi, record, state: print("   reset", state.transaction_was_reset, state.terminate_only))
    raw = e.raw_connection()
    raw.cursor().execute("CREATE TABLE t (n)")
    raw.cursor().execute("INSERT INTO t VALUES (1)")
    raw.close()
    with e.connect() as conn:
        print(how, conn.scalar(text("SELECT count(*) FROM t")))
for bad in "never", 7:
    try:
        create_engine("sqlite://", pool_reset_on_return=bad)
    except Exception as exc:
        print(type(exc).__name__, exc)
