"""AUTOCOMMIT connections in the log: the BEGIN and COMMIT lines that do nothing, and skip_autocommit_rollback."""
from sqlalchemy import create_engine, text

engine = create_engine("sqlite://", echo=True)
with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as conn:
    conn.execute(text("CREATE TABLE t (n)"))
    conn.execute(text("INSERT INTO t VALUES (1)"))
    print(conn.in_transaction(), conn.get_transaction() is not None)
    conn.commit()
    conn.execute(text("INSERT INTO t VALUES (2)"))
    conn.rollback()
    with conn.begin():
        conn.execute(text("INSERT INTO t VALUES (3)"))
    with conn.begin_nested():
        conn.execute(text("INSERT INTO t VALUES (4)"))
    conn.rollback()
    print(conn.scalar(text("SELECT count(*) FROM t")))
with engine.connect() as conn:
    print(conn.scalar(text("SELECT count(*) FROM t")), conn.get_isolation_level())
whole = create_engine("sqlite://", isolation_level="AUTOCOMMIT", echo=True)
with whole.begin() as conn:
    conn.execute(text("CREATE TABLE t (n)"))
with whole.connect() as conn:
    conn.execute(text("SELECT * FROM t"))
quiet = create_engine("sqlite://", isolation_level="AUTOCOMMIT", echo=True, skip_autocommit_rollback=True)
with quiet.connect() as conn:
    conn.execute(text("SELECT 1"))
    conn.rollback()
