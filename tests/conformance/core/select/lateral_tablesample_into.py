"""lateral(), tablesample() and select().into(): what each renders, per dialect, and with which errors."""
import re

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, create_engine, func, insert, inspect, lateral, literal, literal_column, select, tablesample, text, true, union
from sqlalchemy.dialects import mysql, postgresql, sqlite

m = MetaData()
t = Table("t", m, Column("id", Integer, primary_key=True), Column("a", Integer))
u = Table("u", m, Column("id", Integer, primary_key=True), Column("t_id", ForeignKey("t.id")))


def show(title, make):
    for d in (None, sqlite.dialect(), postgresql.dialect(), mysql.dialect()):
        try:
            print(title, d.name if d else "default", "->", str(make().compile(dialect=d)).replace("\n", " "))
        except Exception as error:
            print(title, d.name if d else "default", "!!", type(error).__name__, re.sub("0x[0-9a-f]+", "0x", str(error)))


top = select(u.c.id).where(u.c.t_id == t.c.id).order_by(u.c.id).limit(2)
show("lateral", lambda: (lambda l: select(t.c.id, l.c.id).join(l, true()))(top.lateral("l")))
show("lateral anonymous", lambda: (lambda l: select(t.c.id, l.c.id).outerjoin(l, true()))(top.lateral()))
show("lateral in FROM", lambda: (lambda l: select(t.c.id, l.c.id).select_from(t, l))(top.lateral("l")))
show("lateral()", lambda: select(lateral(top, "fn").c.id).select_from(t))
show("lateral alone", lambda: select(top.lateral("l")))
show("lateral of lateral", lambda: (lambda l: (lambda k: select(t.c.id, k.c.n).join(l, true()).join(k, true()))(select((l.c.id + 1).label("n")).lateral("k")))(top.lateral("l")))
show("lateral union", lambda: (lambda l: select(t.c.id, l.c.id).join(l, true()))(union(select(u.c.id).where(u.c.t_id == t.c.id), select(literal(1))).lateral("l")))
show("lateral table", lambda: select(t.lateral("tt")))
show("lateral correlate", lambda: (lambda l: select(t.c.id, l.c.id).join(l, true()))(top.correlate(t).lateral("l")))
show("lateral function", lambda: (lambda l: select(t.c.id, l.c.x).select_from(t).join(l, true()))(func.f(t.c.a).table_valued("x").lateral("l")))
show("tablesample", lambda: select(t.tablesample(10)))
show("tablesample named", lambda: (lambda s: select(s.c.id).where(s.c.a > 1))(t.tablesample(10, name="s")))
show("tablesample bernoulli", lambda: select(tablesample(t, func.bernoulli(5), name="b")))
show("tablesample seed", lambda: select(tablesample(t, 5, name="b", seed=func.random())))
show("tablesample expression", lambda: select(t.tablesample(literal_column("5 + 5"))))
show("tablesample of alias", lambda: select(t.alias("x").tablesample(5, name="y")))
show("tablesample join", lambda: (lambda s: select(s.c.id, u.c.id).join(u, u.c.t_id == s.c.id))(t.tablesample(func.system(20), name="s")))
show("tablesample of a select", lambda: select(select(t).subquery().tablesample(5)))
show("into", lambda: select(t).where(t.c.a > 1).into("copy"))
show("into temporary", lambda: select(t.c.id, (t.c.a + 1).label("b")).into("copy", temporary=True))
show("into if not exists", lambda: select(t).into("copy", if_not_exists=True))
show("into schema", lambda: select(t).into("copy", schema="other"))
show("into quoted", lambda: select(t).into("Copy Of"))
print(top.lateral("l").name, type(top.lateral("l")).__name__, type(t.tablesample(5)).__name__, t.tablesample(5).sampling if hasattr(t.tablesample(5), "sampling") else None)
engine = create_engine("sqlite://")
with engine.begin() as conn:
    m.create_all(conn)
    conn.execute(insert(t), [{"a": 1}, {"a": 5}])
    conn.execute(select(t).where(t.c.a > 1).into("copy"))
    print(conn.execute(text("SELECT * FROM copy")).all())
    into = select(t).into("copy2", metadata=MetaData())
    conn.execute(into)
    print(into.table.c.keys(), conn.execute(select(into.table)).all())
    for make in (lambda: select(t).into("copy"), lambda: select(t).into(5), lambda: select(top.lateral("l"), t)):
        try:
            print(conn.execute(make()).all())
        except Exception as error:
            print(type(error).__name__, (str(error).splitlines() or [""])[0])

