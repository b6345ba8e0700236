"""The linter that warns about FROM elements which nothing joins, and every way to satisfy it or to switch it off."""
import re
import warnings

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, create_engine, delete, exists, func, insert, lateral, literal, select, text, true, tuple_, update

m = MetaData()
a = Table("a", m, Column("id", Integer, primary_key=True), Column("n", Integer))
b = Table("b", m, Column("id", Integer, primary_key=True), Column("a_id", ForeignKey("a.id")))
c = Table("c", m, Column("id", Integer, primary_key=True), Column("b_id", ForeignKey("b.id")))
engine = create_engine("sqlite://")
m.create_all(engine)
quiet = create_engine("sqlite://", enable_from_linting=False)
m.create_all(quiet)


def show(title, stmt, engine=engine):
    with warnings.catch_warnings(record=True) as seen, engine.connect() as conn:
        warnings.simplefilter("always")
        try:
            conn.execute(stmt)
        except Exception as error:
            print(title, type(error).__name__, (str(error).splitlines() or [""])[0])
    print(title, len(seen))
    for w in seen:
        print("    ", w.category.__name__, re.sub(r'"[^"]+"(, )?', "", str(w.message)), sorted(re.findall(r'"([^"]+)"', str(w.message))))


show("one table", select(a))
show("two tables", select(a.c.id).where(b.c.id == 1))
show("joined in where", select(a, b).where(a.c.id == b.c.a_id))
show("joined by <", select(a, b).where(a.c.id < b.c.a_id))
show("joined by like", select(a, b).where(a.c.n.like(b.c.id)))
show("joined by in", select(a, b).where(a.c.id.in_([b.c.a_id])))
show("joined by a function", select(a, b).where(func.f(a.c.id) == func.g(b.c.id)))
show("joined by or", select(a, b).where((a.c.id == b.c.a_id) | (b.c.id == 1)))
show("joined by arithmetic", select(a, b).where(a.c.id + b.c.id == 5))
show("join()", select(a, b).join(b))
show("join on true", select(a, b).join(b, true()))
show("true and where", select(a, b).join(b, a.c.id == 1))
show("alias against itself", select(a).where(a.alias().c.id == 1))
show("a subquery", select(a).where(select(b.c.a_id).subquery("sq").c.a_id == 1))
show("a cte", select(a.c.id, select(b.c.a_id).cte("ct").c.a_id))
show("an anonymous one", select(a.c.id).where(select(b.c.a_id).subquery().c.a_id == 1))
show("exists inside", select(a).where(exists().where(b.c.a_id == a.c.id)))
show("cartesian inside exists", select(a).where(exists(select(b.c.id).where(c.c.id == 1))))
show("cartesian inside subquery", select(select(a.c.id.label("x")).where(b.c.id == 1).subquery("inner")))
show("scalar subquery", select(a.c.id, select(func.max(b.c.id)).scalar_subquery()))
show("text", text("SELECT * FROM a, b"))
show("select_from text", select(a).select_from(text("b")))
show("table valued", select(a, func.json_each("[1]").table_valued("value")))
show("implicit", select(a, func.json_each("[1]").table_valued("value", joins_implicitly=True)))
show("tuple", select(a, b).where(tuple_(a.c.id, b.c.id) == tuple_(1, 2)))
show("update from", update(a).values(n=b.c.id))
show("update from where", update(a).values(n=b.c.id).where(a.c.id == b.c.a_id))
show("delete subquery", delete(a).where(a.c.id.in_(select(b.c.a_id))))
show("insert from select", insert(a).from_select(["n"], select(b.c.id).where(b.c.a_id == 1)))
show("switched off", select(a.c.id).where(b.c.id == 1), quiet)
show("the same again", select(a.c.id).where(b.c.id == 1))

