"""Exceptions built by hand: DBAPIError.instance, StatementError, hide_parameters, add_detail and repr."""
import sqlite3

from sqlalchemy import create_engine, exc, text

e = exc.StatementError("message", "SELECT 1", {"a": 1}, ValueError("orig"))
print(e, repr(e), e.code, e.statement, e.params, e.orig, e.hide_parameters)
print(exc.StatementError("message", "SELECT 1", {"a": 1}, None, hide_parameters=True))
print(exc.StatementError("message", None, None, None))
print(exc.StatementError("m", "S", [{"a": i} for i in range(20)], None, ismulti=True))
d = exc.DBAPIError("SELECT 1", (), sqlite3.OperationalError("boom"))
print(d, d.connection_invalidated, d.code)
for original in sqlite3.IntegrityError("i"), sqlite3.OperationalError("o"), sqlite3.ProgrammingError("p"), sqlite3.InterfaceError("f"), sqlite3.DataError("d"), sqlite3.InternalError("n"), sqlite3.NotSupportedError("s"), sqlite3.DatabaseError("db"), ValueError("v"), KeyboardInterrupt(), exc.ArgumentError("arg"):
    made = exc.DBAPIError.instance("STMT", {"p": 1}, original, sqlite3.Error)
    print(type(original).__name__, "->", type(made).__name__, str(made).splitlines()[:1], getattr(made, "code", None), made is original)
engine = create_engine("sqlite://")
try:
    with engine.connect() as conn:
        conn.execute(text("SELECT * FROM nope WHERE a = :a"), {"a": 5})
except exc.OperationalError as caught:
    again = caught
    print(type(again).__name__, str(again) == str(caught), again.params, again.statement, again.orig, again.connection_invalidated, again.code, again.hide_parameters)
    print(repr(caught))
    print(caught.args, again.args)
    caught.add_detail("seen in test")
    print(caught.detail, str(caught).splitlines()[:2])
for e in exc.ArgumentError("x", code="a1"), exc.NoSuchTableError("t"), exc.CircularDependencyError("m", ["a"], [("a", "b")]), exc.NoReferencedTableError("m", "t"), exc.NoReferencedColumnError("m", "t", "c"), exc.UnsupportedCompilationError("c", str), exc.StatementError("m", "s", {}, None, code="zz"), exc.MultipleResultsFound("r"):
    try:
        again = e
        print(type(again).__name__, again, again.code, again.args == e.args)
    except Exception as err:
        print(type(e).__name__, "fails:", type(err).__name__)
try:
    raise exc.InvalidRequestError("outer") from ValueError("inner")
except exc.SQLAlchemyError as e:
    print(e, repr(e.__cause__), e.args, e.code, e._message(), e._code_str())
