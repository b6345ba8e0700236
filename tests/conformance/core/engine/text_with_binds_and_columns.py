"""text(): bindparams() with types and defaults, columns() that gives types and names, and using text as a subquery."""
import datetime

from sqlalchemy import Column, Date, Integer, Numeric, String, MetaData, Table, bindparam, column, create_engine, select, text
from sqlalchemy.exc import SQLAlchemyError

engine = create_engine("sqlite://")
metadata = MetaData()
bill = Table("bill", metadata, Column("id", Integer, primary_key=True), Column("due", Date), Column("total", Numeric(10, 2)), Column("who", String))
metadata.create_all(engine)


def attempt(label, call):
    try:
        print(label, call())
    except SQLAlchemyError as exc:
        print(label, type(exc).__name__, exc)


with engine.connect() as conn:
    add = text("INSERT INTO bill (due, total, who) VALUES (:due, :total, :who)").bindparams(bindparam("due", type_=Date), bindparam("total", type_=Numeric(10, 2)), who="nobody")
    print(add, add.compile().params)
    conn.execute(add, {"due": datetime.date(2024, 2, 29), "total": 12.5})
    conn.execute(add, [{"due": datetime.date(2024, 3, 1), "total": 3, "who": "ann"}, {"due": None, "total": None, "who": "bob"}])
    raw = text("SELECT id, due, total FROM bill ORDER BY id")
    print(conn.execute(raw).all())
    typed = raw.columns(bill.c.id, bill.c.due, bill.c.total)
    print(type(typed).__name__, conn.execute(typed).all())
    print(conn.execute(raw.columns(due=Date, total=Numeric(10, 2))).all())
    print(conn.execute(raw.columns(column("n", Integer), column("day", Date), column("sum", Numeric))).mappings().first())
    sub = typed.subquery("b")
    stmt = select(sub.c.due, bill.c.who).join(bill, bill.c.id == sub.c.id).where(sub.c.total > 4)
    print(stmt)
    print(conn.execute(stmt).all())
    cte = typed.cte("c")
    print(select(cte.c.id).where(cte.c.due.is_not(None)))
    print(conn.execute(select(cte.c.id).where(cte.c.due.is_not(None))).scalars().all())
    print(typed.selected_columns.keys(), typed.columns(bill.c.id).subquery().c.keys() if hasattr(typed, "columns") else "")
    attempt("unknown bind", lambda: text("SELECT :a").bindparams(b=1))
    attempt("missing", lambda: conn.execute(text("SELECT :a, :b"), {"a": 1}))
    attempt("no value", lambda: conn.execute(text("SELECT :a")))
    attempt("list", lambda: conn.execute(text("SELECT :a"), {"a": [1, 2]}))
    attempt("extra is fine", lambda: conn.execute(text("SELECT :a"), {"a": 1, "z": 2}).scalar())
    attempt("positional list", lambda: conn.execute(text("SELECT :a"), [1]))
    attempt("tuple", lambda: conn.execute(text("SELECT :a"), (1,)))
    attempt("mixed keys", lambda: conn.execute(add, [{"due": None, "total": 1, "who": "x"}, {"due": None}]))
    attempt("escaped", lambda: conn.execute(text(r"SELECT '\:a', :a, 'b::c'"), {"a": 1}).one())
    attempt("default used", lambda: conn.scalar(text("SELECT :a").bindparams(a=41)))
    attempt("default replaced", lambda: conn.scalar(text("SELECT :a").bindparams(a=41), {"a": 42}))
    attempt("rebound", lambda: conn.scalar(text("SELECT :a").bindparams(a=1).bindparams(a=2)))
    attempt("callable", lambda: conn.scalar(text("SELECT :a").bindparams(bindparam("a", callable_=lambda: "called"))))
    attempt("in list", lambda: conn.execute(text("SELECT id FROM bill WHERE who IN :w").bindparams(bindparam("w", expanding=True)), {"w": ["ann", "bob"]}).all())
print(text("a = :x").bindparams(x=1).compile(compile_kwargs={"literal_binds": True}))
print(repr(str(text("  SELECT 1; "))))
attempt("grouped", lambda: text("x").self_group())
