"""Each sqlite3 error as SQLAlchemy's: class, orig, statement, params, code, detail, hide_parameters, connection_invalidated, cause."""
import sqlite3

from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError

engine = create_engine("sqlite://")
with engine.begin() as conn:
    conn.execute(text("CREATE TABLE t (id INTEGER PRIMARY KEY, n TEXT NOT NULL UNIQUE, v INTEGER CHECK (v > 0))"))
    conn.execute(text("INSERT INTO t VALUES (1, 'a', 1)"))
with engine.connect() as conn:
    for sql, params in [
        ("INSERT INTO t VALUES (1, 'b', 1)", {}),
        ("INSERT INTO t VALUES (:i, :n, 1)", {"i": 2, "n": None}),
        ("INSERT INTO t (n, v) VALUES (:n, :v)", [{"n": "x", "v": 1}, {"n": "a", "v": 1}]),
        ("INSERT INTO t VALUES (3, 'c', -1)", {}),
        ("SELECT * FROM missing", {}),
        ("SELECT nocol FROM t", {}),
        ("SELEC 1", {}),
        ("SELECT 1; SELECT 2", {}),
        ("SELECT abs()", {}),
        ("SELECT abs(:a)", {"a": -(2**63)}),
        ("SELECT :a", {"a": object}),
        ("SELECT :a", {"a": 2**63}),
        ("SELECT :a + :b", {"a": 1}),
        ("CREATE TABLE t (x)", {}),
        ("INSERT INTO t (nope) VALUES (1)", {}),
        ("INSERT INTO t VALUES (1)", {}),
    ]:
        try:
            conn.execute(text(sql), params)
            print("fine:", sql)
        except OverflowError as e:
            print("OverflowError", e)
        except StatementError as e:
            print(type(e).__name__, type(e).__mro__[1].__name__, isinstance(e, DBAPIError), e.code, "| orig", type(e.orig).__name__, e.orig)
            print("   args", len(e.args), "| statement", e.statement, "| params", e.params, "| ismulti", e.ismulti, "| hide", e.hide_parameters, "| detail", e.detail)
            print("   invalidated", getattr(e, "connection_invalidated", "-"), "| cause", e.__cause__ is e.orig, "| context", type(e.__context__).__name__)
            print("   " + str(e).replace("\n", "\n   "))
        conn.rollback()
try:
    with engine.connect() as conn:
        conn.execute(text("INSERT INTO t VALUES (1, 'b', 1)"))
except IntegrityError as e:
    print(e._sql_message().splitlines()[0], "|", e._message())
    e.add_detail("first note")
    e.add_detail("second note")
    print(str(e), e.detail)
try:
    with engine.connect() as conn:
        conn.execute(text("SELECT * FROM missing"))
except sqlite3.OperationalError:
    print("never")
except DBAPIError as e:
    print("caught as DBAPIError", isinstance(e.orig, sqlite3.OperationalError), isinstance(e, sqlite3.Error))
