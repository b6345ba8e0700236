"""conn.scalar(), conn.scalars(), exec_driver_sql(), and passing parameters in every accepted and refused way."""
import re

from sqlalchemy import Column, Integer, MetaData, String, Table, bindparam, create_engine, func, insert, literal, select, text
from sqlalchemy.exc import SQLAlchemyError

metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("n", String))
engine = create_engine("sqlite://")
metadata.create_all(engine)


def attempt(label, call):
    try:
        print(label, call())
    except Exception as exc:
        print(label, type(exc).__name__, re.sub(r" at 0x[0-9a-f]+|\(\d+ ", "", str(exc)) if isinstance(exc, SQLAlchemyError) else "")


with engine.connect() as conn:
    conn.execute(insert(t), [{"n": "a"}, {"n": "b"}])
    attempt("scalar", lambda: conn.scalar(select(t.c.n).order_by(t.c.id)))
    attempt("scalar none", lambda: conn.scalar(select(t.c.n).where(t.c.id == 99)))
    attempt("scalars", lambda: conn.scalars(select(t.c.n).order_by(t.c.id)).all())
    attempt("scalars of two", lambda: conn.scalars(select(t.c.n, t.c.id)).all())
    attempt("function", lambda: conn.execute(func.max(t.c.id)).scalar())
    attempt("scalar of function", lambda: conn.scalar(func.count(t.c.id)))
    attempt("column default", lambda: conn.scalar(literal(5)))
    attempt("positional dict", lambda: conn.scalar(text("SELECT :a"), {"a": 1}))
    attempt("keywords", lambda: conn.execute(text("SELECT :a"), a=1))
    attempt("parameters keyword", lambda: conn.scalar(text("SELECT :a"), parameters={"a": 2}))
    attempt("two dicts", lambda: conn.execute(text("SELECT :a"), {"a": 1}, {"a": 2}))
    attempt("None", lambda: conn.scalar(text("SELECT 3"), None))
    attempt("empty dict", lambda: conn.scalar(text("SELECT 3"), {}))
    attempt("empty list", lambda: conn.scalar(text("SELECT 3"), []))
    attempt("list of none", lambda: conn.execute(text("SELECT 3"), [None]))
    attempt("a number", lambda: conn.execute(text("SELECT :a"), 5))
    attempt("a set", lambda: conn.execute(text("SELECT :a"), {1}))
    attempt("a row", lambda: conn.scalar(text("SELECT :n"), conn.execute(select(t)).first()._mapping))
    attempt("driver plain", lambda: conn.exec_driver_sql("SELECT 1").scalar())
    attempt("driver tuple", lambda: conn.exec_driver_sql("SELECT ? + ?", (1, 2)).scalar())
    attempt("driver dict", lambda: conn.exec_driver_sql("SELECT :a", {"a": 4}).scalar())
    attempt("driver many", lambda: conn.exec_driver_sql("INSERT INTO t (n) VALUES (?)", [("x",), ("y",)]).rowcount)
    attempt("driver scalar param", lambda: conn.exec_driver_sql("SELECT ?", 1).scalar())
    attempt("driver None", lambda: conn.exec_driver_sql("SELECT 8", None).scalar())
    attempt("driver percent", lambda: conn.exec_driver_sql("SELECT '%', '%%'").one())
    attempt("text percent", lambda: conn.execute(text("SELECT '%', '%%'")).one())
    attempt("connection in connection", lambda: conn.execute(conn))
    attempt("None statement", lambda: conn.execute(None))
    attempt("a column", lambda: conn.execute(t.c.n).all())
    attempt("a bind", lambda: conn.execute(bindparam("x", 3)).scalar())
    attempt("a class", lambda: conn.execute(select))
    attempt("a compiled", lambda: conn.execute(select(t.c.n).where(t.c.id == bindparam("i")).compile(engine), {"i": 2}).scalar())
