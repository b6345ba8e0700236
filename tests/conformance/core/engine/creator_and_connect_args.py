"""create_engine(creator=), connect_args=, the do_connect event, and errors while connecting."""
import sqlite3

from sqlalchemy import create_engine, event, text
from sqlalchemy.exc import DBAPIError, OperationalError

calls = []


def creator():
    calls.append("creator")
    return sqlite3.connect(":memory:")


engine = create_engine("sqlite://", creator=creator)
with engine.connect() as conn:
    print(conn.scalar(text("SELECT 1")), calls)
with engine.connect() as conn:
    pass
print(calls)
engine.dispose()
with engine.connect() as conn:
    print(calls)


def failing():
    raise sqlite3.OperationalError("cannot connect today")


broken = create_engine("sqlite://", creator=failing)
for _ in range(2):
    try:
        broken.connect()
    except OperationalError as exc:
        print(type(exc).__name__, exc, exc.statement, exc.params, exc.connection_invalidated)
other = create_engine("sqlite://", creator=lambda: 1 / 0)
try:
    other.connect()
except Exception as exc:
    print(type(exc).__name__, exc)
tuned = create_engine("sqlite://", connect_args={"timeout": 3, "isolation_level": "EXCLUSIVE", "check_same_thread": False})
with tuned.connect() as conn:
    print(conn.connection.dbapi_connection.isolation_level)


class Counting(sqlite3.Connection):
    pass


typed = create_engine("sqlite://", connect_args={"factory": Counting})
with typed.connect() as conn:
    print(type(conn.connection.dbapi_connection).__name__)
