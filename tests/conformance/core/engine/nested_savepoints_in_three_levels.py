"""Savepoints inside savepoints: release, roll back one level, and what each Transaction object says about itself."""
from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError

engine = create_engine("sqlite://")


def rows(conn):
    return conn.execute(text("SELECT n FROM t ORDER BY n")).scalars().all()


with engine.begin() as conn:
    conn.execute(text("CREATE TABLE t (n INTEGER)"))
with engine.connect() as conn:
    outer = conn.begin()
    conn.execute(text("INSERT INTO t VALUES (1)"))
    first = conn.begin_nested()
    conn.execute(text("INSERT INTO t VALUES (2)"))
    second = conn.begin_nested()
    conn.execute(text("INSERT INTO t VALUES (3)"))
    print(type(outer).__name__, type(first).__name__, outer.is_active, first.is_active, second.is_active)
    print(conn.get_transaction() is outer, conn.get_nested_transaction() is second)
    second.rollback()
    print(rows(conn), second.is_active, conn.get_nested_transaction() is first)
    third = conn.begin_nested()
    conn.execute(text("INSERT INTO t VALUES (4)"))
    third.commit()
    print(rows(conn), conn.in_nested_transaction(), conn.in_transaction())
    first.rollback()
    print(rows(conn), conn.in_nested_transaction(), conn.in_transaction())
    for name, call in [("commit", first.commit), ("rollback", first.rollback), ("close", first.close)]:
        try:
            print(name, call())
        except SQLAlchemyError as exc:
            print(name, type(exc).__name__, exc)
    outer.commit()
    print(outer.is_active, outer.is_valid, conn.in_transaction())

with engine.connect() as conn:
    with conn.begin_nested() as alone:
        conn.execute(text("INSERT INTO t VALUES (5)"))
        print("autobegun by the savepoint:", conn.in_transaction(), alone.is_valid)
    conn.rollback()
    with conn.begin():
        try:
            with conn.begin_nested():
                conn.execute(text("INSERT INTO t VALUES (6)"))
                raise ValueError("no")
        except ValueError as exc:
            print("kept going after", exc)
        conn.execute(text("INSERT INTO t VALUES (7)"))
        with conn.begin_nested() as inner:
            conn.execute(text("INSERT INTO t VALUES (8)"))
            inner.rollback()
            try:
                conn.execute(text("INSERT INTO t VALUES (9)"))
            except SQLAlchemyError as exc:
                print(type(exc).__name__, exc)
    print(rows(conn))
    outer = conn.get_transaction()
    sub = conn.begin_nested()
    outer.rollback()
    print(sub.is_active, sub.is_valid, outer.is_valid, conn.get_nested_transaction())
