"""Errors of execute(): missing and surplus parameters, wrong types, wrong shapes, database errors, things that are not executable."""
import re
import datetime

from sqlalchemy import JSON, Boolean, Column, Date, DateTime, Enum, Integer, LargeBinary, MetaData, Numeric, String, Table, Time, Uuid, bindparam, column, create_engine, delete, func, insert, literal, select, table, text, tuple_, update

engine = create_engine("sqlite://")
t = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("a", Integer, nullable=False), Column("s", String(10), unique=True), Column("d", Date), Column("dt", DateTime), Column("tm", Time), Column("ok", Boolean), Column("n", Numeric(8, 2)), Column("j", JSON), Column("e", Enum("x", "y")), Column("u", Uuid), Column("b", LargeBinary))
t.metadata.create_all(engine)


def show(title, make):
    with engine.connect() as conn:
        try:
            r = make(conn)
            print(title, "->", r.all() if getattr(r, "returns_rows", False) else getattr(r, "rowcount", r))
        except Exception as error:
            print(title, "!!", type(error).__name__, re.sub(r"0x[0-9a-f]+", "0x", str(error)))
            orig = getattr(error, "orig", None)
            if orig is not None:
                print("     orig", type(orig).__name__, orig)
            if hasattr(error, "statement"):
                print("     has", error.statement, error.params, getattr(error, "hide_parameters", None), error.code)


show("not null", lambda c: c.execute(insert(t).values(a=None)))
show("unique", lambda c: (c.execute(insert(t).values(a=1, s="x")), c.execute(insert(t).values(a=1, s="x")))[1])
show("missing table", lambda c: c.execute(select(table("nope", column("x")))))
show("missing column", lambda c: c.execute(select(column("nope")).select_from(t)))
show("missing function", lambda c: c.execute(select(func.nope(1))))
show("syntax", lambda c: c.execute(text("SELEC 1")))
show("two statements", lambda c: c.execute(text("SELECT 1; SELECT 2")))
show("bind missing", lambda c: c.execute(select(t).where(t.c.a == bindparam("x"))))
show("bind missing in text", lambda c: c.execute(text("SELECT :x")))
show("bind missing in many", lambda c: c.execute(insert(t), [{"a": 1, "s": "p"}, {"a": 2}]))
show("a surplus key", lambda c: c.execute(insert(t), {"a": 1, "zz": 5}))
show("only surplus keys", lambda c: c.execute(insert(t), {"zz": 5}))
show("surplus key in values", lambda c: c.execute(insert(t).values(a=1, zz=5)))
show("positional tuple", lambda c: c.execute(insert(t), (1, 2)))
show("list of tuples", lambda c: c.execute(insert(t), [(1, 2)]))
show("a list of numbers", lambda c: c.execute(insert(t), [1, 2]))
show("a string", lambda c: c.execute(insert(t), "a"))
show("keywords", lambda c: c.execute(text("SELECT :x"), x=1))
show("three arguments", lambda c: c.execute(text("SELECT 1"), {}, {}))
show("select with many", lambda c: c.execute(select(t), [{}, {}]))
show("empty list", lambda c: c.execute(select(t.c.id), []))
show("object as value", lambda c: c.execute(insert(t).values(a=object)))
show("list as value", lambda c: c.execute(insert(t).values(a=[1])))
show("string as date", lambda c: c.execute(insert(t).values(a=1, d="2024-01-01")))
show("number as date", lambda c: c.execute(select(t).where(t.c.d == 5)))
show("date as datetime", lambda c: c.execute(insert(t).values(a=1, dt=datetime.date(2024, 1, 1))))
show("string as time", lambda c: c.execute(insert(t).values(a=1, tm="10:00")))
show("string as boolean", lambda c: c.execute(insert(t).values(a=1, ok="yes")))
show("two as boolean", lambda c: c.execute(insert(t).values(a=1, ok=2)))
show("string as numeric", lambda c: c.execute(insert(t).values(a=1, n="x")))
show("set as json", lambda c: c.execute(insert(t).values(a=1, j={1, 2})))
show("unknown enum", lambda c: c.execute(insert(t).values(a=1, e="zz")))
show("string as uuid", lambda c: c.execute(insert(t).values(a=1, u="not-a-uuid")))
show("string as bytes", lambda c: c.execute(insert(t).values(a=1, b="text")))
show("huge integer", lambda c: c.execute(insert(t).values(a=2**70)))
show("bad date in the database", lambda c: (c.execute(text("INSERT INTO t (a, d) VALUES (1, 'garbage')")), c.execute(select(t.c.d)))[1])
show("bad enum in the database", lambda c: (c.execute(text("INSERT INTO t (a, e) VALUES (1, 'zz')")), c.execute(select(t.c.e)))[1])
show("bad json in the database", lambda c: (c.execute(text("INSERT INTO t (a, j) VALUES (1, '{')")), c.execute(select(t.c.j)))[1] and None)
show("subquery with two rows", lambda c: (c.execute(insert(t), [{"a": 1}, {"a": 2}]), c.execute(select(select(t.c.a).scalar_subquery())))[1])
show("tuple of wrong size", lambda c: c.execute(select(t.c.id).where(tuple_(t.c.a, t.c.s).in_([(1, 2, 3)]))))
show("executing a table", lambda c: c.execute(t))
show("executing a column", lambda c: c.execute(t.c.a))
show("executing a criterion", lambda c: c.execute(t.c.a == 1))
show("executing a string", lambda c: c.execute("SELECT 1"))
show("executing None", lambda c: c.execute(None))
show("executing a function", lambda c: c.execute(func.abs(-5)))
show("executing a subquery", lambda c: c.execute(select(t).subquery()))
show("executing a scalar subquery", lambda c: c.execute(select(t.c.a).scalar_subquery()))
show("executing a compiled", lambda c: c.execute(select(t.c.id).compile()))
show("executing a compiled for sqlite", lambda c: c.execute(select(literal(5)).compile(engine)))
show("executing a list", lambda c: c.execute([select(t)]))
show("scalar of a string", lambda c: c.scalar("SELECT 1"))
show("executing a type", lambda c: c.execute(Integer))
show("update without where, many", lambda c: c.execute(update(t).values(a=bindparam("x")), [{"x": 1}, {"x": 2}]))
show("update with many, column key", lambda c: c.execute(update(t).where(t.c.id == bindparam("id")), [{"id": 1, "a": 5}]))
show("delete with many", lambda c: c.execute(delete(t).where(t.c.id == bindparam("i")), [{"i": 1}, {"i": 2}]))
show("expanding a scalar", lambda c: c.execute(select(t.c.id).where(t.c.a.in_(bindparam("x"))), {"x": 5}))
show("list into a scalar bind", lambda c: c.execute(select(t.c.id).where(t.c.a == bindparam("x")), {"x": [1]}))

