"""values(): data, names, types, aliases, CTE, lateral, joins, literal binds, scalar_values, and where SQLite cannot follow."""
import re

from sqlalchemy import Column, Date, Integer, MetaData, String, Table, bindparam, cast, column, create_engine, exists, func, insert, literal, select, text, true, tuple_, update, values
from sqlalchemy.dialects import mysql, postgresql, sqlite

m = MetaData()
t = Table("t", m, Column("id", Integer, primary_key=True), Column("s", String(10)))
engine = create_engine("sqlite://")
m.create_all(engine)
conn = engine.connect()
conn.execute(insert(t), [{"s": "one"}, {"s": "two"}])


def show(title, make):
    try:
        stmt = make()
        for d in (None, sqlite.dialect(), postgresql.dialect(), mysql.dialect()):
            c = stmt.compile(dialect=d)
            print(title, d.name if d else "default", "->", str(c).replace("\n", " "), c.params)
        print("    ", conn.execute(stmt).all())
    except Exception as error:
        print(title, "!!", type(error).__name__, (re.sub("0x[0-9a-f]+", "0x", str(error)).splitlines() or [""])[0])


v = values(column("n", Integer), column("w", String), name="v").data([(1, "x"), (2, "y")])
show("plain", lambda: select(v))
show("columns", lambda: select(v.c.w).where(v.c.n > 1))
show("without name", lambda: select(values(column("n", Integer)).data([(1,)])))
show("alias", lambda: select(v.alias("other")))
show("cte", lambda: select(v.cte("c")))
show("cte without name", lambda: select(values(column("n", Integer)).data([(5,)]).cte()))
show("join", lambda: select(t.c.s, v.c.w).join(v, v.c.n == t.c.id))
show("cte join", lambda: (lambda c: select(t.c.s, c.c.w).join(c, c.c.n == t.c.id))(v.cte("c")))
show("lateral", lambda: select(t.c.s, values(column("q", Integer), name="l").data([(5,)]).lateral().c.q).select_from(t))
show("data twice", lambda: select(v.data([(3, "z")])))
show("literal_binds", lambda: select(values(column("n", Integer), column("w", String), name="lit", literal_binds=True).data([(1, "it's"), (2, None)])))
show("null", lambda: select(values(column("n", Integer), name="nn").data([(None,), (1,)]).cte()))
show("expressions", lambda: select(values(column("n", Integer), name="e").data([(literal(1) + 2,), (func.abs(-5),)]).cte()))
show("binds", lambda: select(values(column("n", Integer), name="bb").data([(bindparam("p", 7),)]).cte()))
show("in_", lambda: select(t).where(t.c.id.in_(values(column("n", Integer)).data([(1,), (5,)]).scalar_values())))
show("in_ values", lambda: select(t).where(t.c.id.in_(values(column("n", Integer)).data([(1,), (5,)]))))
show("scalar_values", lambda: select(values(column("n", Integer)).data([(1,)]).scalar_values().label("one")))
show("exists", lambda: select(t).where(exists().where(v.c.n == t.c.id)))
show("untyped columns", lambda: select(values(column("n"), column("m"), name="u").data([(1, "a"), (2.5, None)]).cte()))
show("quoted names", lambda: select(values(column("select", Integer), column("Two Words", String), name="My Values").data([(1, "x")]).cte()))
show("date", lambda: select(values(column("d", Date), name="dd").data([("2020-01-01",)])))
show("update from", lambda: update(t).values(s=v.c.w).where(t.c.id == v.c.n))
show("insert from select", lambda: insert(t).from_select(["id", "s"], select(v.cte("c"))))
show("no data", lambda: select(values(column("n", Integer), name="none")))
show("empty data", lambda: select(values(column("n", Integer), name="none").data([])))
show("short row", lambda: select(values(column("n", Integer), column("m", Integer), name="short").data([(1,)])))
show("long row", lambda: select(values(column("n", Integer), name="long").data([(1, 2)]).cte()))
show("no columns", lambda: select(values(name="x").data([(1,)])))
show("dictionaries", lambda: select(values(column("n", Integer), name="x").data([{"n": 1}])))
show("not a column", lambda: select(values("n", name="x").data([(1,)])))
show("Column objects", lambda: select(values(Column("n", Integer), name="x").data([(1,)]).cte()))
show("values itself", lambda: v)
print(v.c.keys(), type(v).__name__, v.name, v.c.n.type, str(v))
