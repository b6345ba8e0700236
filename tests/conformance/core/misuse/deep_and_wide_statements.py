"""Very deep and very wide statements: thousands of and_ members, long + chains, nested functions, 500 unions, huge IN lists."""
from sqlalchemy import Column, Integer, MetaData, String, Table, and_, bindparam, case, create_engine, func, insert, literal, not_, or_, select, union_all

engine = create_engine("sqlite://")
t = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("a", Integer), Column("s", String(10)))
t.metadata.create_all(engine)
conn = engine.connect()
conn.execute(insert(t), [{"a": k} for k in range(20)])
a = t.c.a


def show(title, make, run=True):
    try:
        e = make()
        text = str(e)
        print(title, len(text), text.count("("), len(e.compile().params), text[:60].replace("\n", " "), "...", text[-40:].replace("\n", " "))
        if run:
            print("   ", conn.execute(e if hasattr(e, "selected_columns") else select(func.count()).select_from(t).where(e)).all()[:3])
    except Exception as error:
        print(title, "!!", type(error).__name__, str(error)[:100])


show("and_ of 2000", lambda: and_(*[a != k for k in range(2000)]), run=False)
show("or_ of 500", lambda: or_(*[a == k for k in range(500)]))
e = a != -1
for k in range(2000):
    e = e & (a != k + 100)
show("& 2000 times", lambda: e, run=False)
e = a == -1
for k in range(300):
    e = (a == k) | e
show("| 300 times from the left", lambda: e)
e = a
for k in range(400):
    e = e + 1
show("+ 400 times", lambda: e > 5)
e = t.c.s
for k in range(100):
    e = e + "x"
show("concat 100 times", lambda: e == "q")
e = a
for k in range(20):
    e = func.abs(e)
show("20 functions", lambda: e == 3)
e = a == 1
for k in range(30):
    e = not_(and_(e, a != k))
show("30 times not(and)", lambda: e)
e = literal(0)
for k in range(15):
    e = case((a == k, k * 10), else_=e)
show("15 cases", lambda: e == 100)
s = select(t.c.id.label("id"), t.c.a.label("a"))
for k in range(12):
    q = s.subquery()
    s = select(q.c.id.label("id"), (q.c.a + 1).label("a"))
show("12 subqueries", lambda: s.order_by(s.selected_columns.id).limit(2))
show("union of 200", lambda: union_all(*[select(literal(k)) for k in range(200)]))
show("in 900", lambda: a.in_(range(900)))
show("columns", lambda: select(*[(a + k).label(f"c{k}") for k in range(300)]).limit(1))
show("case of 200", lambda: case(*[(a == k, f"v{k}") for k in range(200)], else_="none") == "v7")
show("alias names", lambda: select(*[t.alias().c.id for _ in range(20)]), run=False)
show("insert of 200", lambda: insert(t).values([{"a": k} for k in range(200)]), run=False)
show("same bind", lambda: or_(*[a == bindparam("x", 5) for _ in range(100)]))

