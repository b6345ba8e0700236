"""Isolation levels: per connection, per engine, for the whole create_engine(), what is read back, and which are refused."""
from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError

engine = create_engine("sqlite://")
with engine.connect() as conn:
    print(conn.get_isolation_level(), conn.default_isolation_level)
    conn.execution_options(isolation_level="READ UNCOMMITTED")
    print(conn.get_isolation_level(), conn.execute(text("PRAGMA read_uncommitted")).scalar())
    print(conn.get_execution_options()["isolation_level"])
    try:
        conn.execution_options(isolation_level="SERIALIZABLE")
    except SQLAlchemyError as exc:
        print(type(exc).__name__, exc)
    conn.rollback()
    conn.execution_options(isolation_level="SERIALIZABLE")
    print(conn.get_isolation_level())
with engine.connect() as conn:
    print("reset on return:", conn.get_isolation_level())
for bad in "REPEATABLE READ", "read committed", "AUTO", "", None, 3:
    try:
        with engine.connect().execution_options(isolation_level=bad) as conn:
            print(repr(bad), conn.get_isolation_level())
    except Exception as exc:
        print(repr(bad), type(exc).__name__, exc)
for good in "autocommit", "serializable", "read uncommitted", "READ_UNCOMMITTED":
    try:
        with engine.connect().execution_options(isolation_level=good) as conn:
            print(good, conn.get_isolation_level(), conn.connection.dbapi_connection.isolation_level)
    except Exception as exc:
        print(good, type(exc).__name__, exc)
auto = engine.execution_options(isolation_level="AUTOCOMMIT")
print(type(auto).__name__, auto is engine, auto.pool is engine.pool, auto.dialect is engine.dialect, auto.get_execution_options())
with auto.connect() as conn:
    conn.execute(text("CREATE TABLE t (n INTEGER)"))
    conn.execute(text("INSERT INTO t VALUES (1)"))
    conn.rollback()
    print("kept:", conn.scalar(text("SELECT count(*) FROM t")))
with engine.connect() as conn:
    try:
        conn.execute(text("SELECT 1").execution_options(isolation_level="AUTOCOMMIT"))
    except SQLAlchemyError as exc:
        print(type(exc).__name__, exc)
try:
    create_engine("sqlite://", isolation_level="NOPE").connect()
except SQLAlchemyError as exc:
    print(type(exc).__name__, exc)
whole = create_engine("sqlite://", isolation_level="AUTOCOMMIT")
with whole.connect() as conn:
    print(conn.get_isolation_level(), conn.default_isolation_level)
print(engine.dialect.get_isolation_level_values(None), engine.dialect.name)
with engine.connect() as conn:
    print(engine.dialect.get_isolation_level_values(conn.connection.dbapi_connection))
