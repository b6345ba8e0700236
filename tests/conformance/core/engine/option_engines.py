"""Engine.execution_options() gives an OptionEngine: same pool, own options, own listeners, events about options."""
from sqlalchemy import create_engine, event, text

engine = create_engine("sqlite://")
log = []
event.listen(engine, "begin", lambda conn: log.append("parent"))
a = engine.execution_options(logging_token="a")
b = a.execution_options(extra=1)
print(type(a).__name__, repr(a), a.url == engine.url, a.name, a.driver)
print(a.pool is engine.pool, b.pool is engine.pool, a.dialect is engine.dialect, type(a) is type(b))
print(engine.get_execution_options(), a.get_execution_options(), b.get_execution_options())
event.listen(a, "begin", lambda conn: log.append("a"))
event.listen(b, "begin", lambda conn: log.append("b"))
for name, e in [("engine", engine), ("a", a), ("b", b), ("later", a.execution_options(z=1))]:
    with e.begin() as conn:
        print(name, sorted(log), conn.engine is e, dict(conn.get_execution_options()))
    log.clear()
event.listen(engine, "begin", lambda conn: log.append("late parent"))
with a.begin():
    print(sorted(log))
pool = engine.pool
a.dispose()
print(engine.pool is pool, a.pool is engine.pool, b.pool is engine.pool)
with engine.begin() as conn:
    conn.execute(text("CREATE TABLE t (n)"))
with b.connect() as conn:
    print(conn.scalar(text("SELECT count(*) FROM t")))
for bad in ({"isolation_level": "x"}, {"yield_per": "x"}, {"max_row_buffer": 3}, {"stream_results": True}, {"unheard_of": object}):
    try:
        with engine.execution_options(**bad).connect() as conn:
            print(sorted(bad), conn.execute(text("SELECT 1")).all())
    except Exception as exc:
        print(sorted(bad), type(exc).__name__, exc)
