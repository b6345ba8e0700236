"""The do_connect, do_execute, do_executemany and do_execute_no_params events, which can replace what the dialect does."""
import sqlite3

from sqlalchemy import create_engine, event, text

engine = create_engine("sqlite://")
log = []


@event.listens_for(engine, "do_connect")
def do_connect(dialect, conn_rec, cargs, cparams):
    log.append(("do_connect", dialect.name, cargs, sorted(cparams)))
    if len(log) == 1:
        cparams["timeout"] = 7
        return None
    return sqlite3.connect(":memory:")


@event.listens_for(engine, "do_execute")
def do_execute(cursor, statement, parameters, context):
    log.append(("do_execute", statement, parameters))
    if "secret" in statement:
        cursor.execute("SELECT 'replaced'")
        return True


@event.listens_for(engine, "do_executemany")
def do_executemany(cursor, statement, parameters, context):
    log.append(("do_executemany", statement, parameters))


@event.listens_for(engine, "do_execute_no_params")
def do_execute_no_params(cursor, statement, context):
    log.append(("no_params", statement))


with engine.begin() as conn:
    conn.execute(text("CREATE TABLE t (n)"))
    conn.execute(text("INSERT INTO t VALUES (:n)"), [{"n": 1}, {"n": 2}])
    print(conn.scalar(text("SELECT 'secret'")), conn.scalar(text("SELECT max(n) FROM t")))
    conn.exec_driver_sql("SELECT 1", execution_options={"no_parameters": True})
engine.dispose()
with engine.connect() as conn:
    pass
for line in log:
    print(line)
