"""Every connection and pool event of one small request, in the order they arrive."""
from sqlalchemy import create_engine, event, text
from sqlalchemy.exc import OperationalError

log = []
engine = create_engine("sqlite://")
for name in ("connect", "first_connect", "checkout", "checkin", "reset", "close", "invalidate", "soft_invalidate", "close_detached", "detach"):
    event.listen(engine.pool, name, lambda *args, _n=name: log.append(f"pool {_n} {len(args)}"))
for name in ("begin", "commit", "rollback", "engine_connect", "engine_disposed", "set_connection_execution_options", "set_engine_execution_options"):
    event.listen(engine, name, lambda *args, _n=name: log.append(f"engine {_n} {[type(a).__name__ for a in args]}"))
for name in ("savepoint", "rollback_savepoint", "release_savepoint"):
    event.listen(engine, name, lambda conn, *args, _n=name: log.append(f"{_n} {args}"))
event.listen(engine, "before_execute", lambda conn, el, multi, params, opts: log.append(f"before_execute {el} {multi} {params} {dict(opts)}"))
event.listen(engine, "after_execute", lambda conn, el, multi, params, opts, result: log.append(f"after_execute {el} {result.returns_rows}"))
event.listen(engine, "before_cursor_execute", lambda conn, cur, sql, params, ctx, many: log.append(f"before_cursor {sql!r} {params} {many}"))
event.listen(engine, "after_cursor_execute", lambda conn, cur, sql, params, ctx, many: log.append(f"after_cursor {sql!r} {cur.rowcount}"))
event.listen(engine, "handle_error", lambda ctx: log.append(f"handle_error {type(ctx.original_exception).__name__} {ctx.is_disconnect} {ctx.statement} {ctx.parameters} {ctx.is_pre_ping} {ctx.connection is not None} {ctx.execution_context is not None}"))


def flush(label):
    print("--", label)
    for line in log:
        print("  ", line)
    log.clear()


with engine.begin() as conn:
    conn.execute(text("CREATE TABLE t (n)"))
    conn.execute(text("INSERT INTO t VALUES (:n)"), [{"n": 1}, {"n": 2}])
flush("begin block")
with engine.connect() as conn:
    conn.scalar(text("SELECT n FROM t"))
    conn.exec_driver_sql("SELECT 1")
flush("connect without commit")
with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as conn:
    conn.execute(text("DELETE FROM t WHERE n = :n"), {"n": 1})
    conn.commit()
flush("autocommit")
with engine.begin() as conn:
    with conn.begin_nested():
        conn.execute(text("SELECT 1"))
    conn.begin_nested().rollback()
flush("savepoints")
try:
    with engine.connect() as conn:
        conn.execute(text("SELECT :x FROM nowhere"), {"x": 1})
except OperationalError:
    flush("error")
engine.execution_options(team="a")
flush("options")
conn = engine.connect()
conn.invalidate()
conn.close()
flush("invalidated")
conn = engine.connect()
conn.detach()
conn.close()
flush("detached")
engine.dispose()
flush("disposed")
