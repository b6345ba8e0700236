"""Functions that return tables or columns: table_valued, column_valued, scalar_table_valued, render_derived, WITH ORDINALITY."""
from sqlalchemy import JSON, Column, Integer, MetaData, String, Table, case, column, create_engine, func, insert, lateral, literal, select, text, true, type_coerce
from sqlalchemy.dialects import postgresql, sqlite

engine = create_engine("sqlite://")
metadata = MetaData()
t = Table("doc", metadata, Column("id", Integer, primary_key=True), Column("body", JSON))
metadata.create_all(engine)
conn = engine.connect()
conn.execute(insert(t), [{"body": {"x": 1, "y": [3, 4]}}, {"body": {"z": 9}}])


def show(source, make, run=False):
    try:
        s = make()
        for dialect in (None, postgresql.dialect()):
            c = s.compile(dialect=dialect)
            print(source, "->", str(c).replace("\n", "\n    "), c.params)
        if run:
            print("    rows", conn.execute(s).all())
    except Exception as error:
        print(source, "!!", type(error).__name__, (str(error).splitlines() or [""])[0])


je = func.json_each(t.c.body).table_valued("key", column("value", Integer), "type")
show("json_each", lambda: select(t.c.id, je.c.key, je.c.type).select_from(t).join(je, true()).order_by(t.c.id, je.c.key), True)
show("whole", lambda: select(je).select_from(t, je))
show("column", lambda: select(je.column))
show("named", lambda: (lambda q: select(t.c.id, q.c.value).where(q.c.key == "x"))(func.json_each(t.c.body).table_valued("key", "value", name="je")), True)
show("implicit join", lambda: (lambda q: select(t.c.id, q.c.value).where(q.c.key == "x"))(func.json_each(t.c.body).table_valued("key", "value", joins_implicitly=True)), True)
show("alias", lambda: (lambda q: select(q.c.key, q.c.value))(func.json_each('{"a": 5}').table_valued("key", "value").alias("named")), True)
show("literal array", lambda: select(func.json_each("[1, 2, 3]").table_valued("value", name="x").c.value), True)
show("column_valued", lambda: select(func.json_each("[1, 2]").column_valued("x")))
show("column_valued without name", lambda: select(func.unnest(literal("a")).column_valued()))
show("column_valued in where", lambda: (lambda q: select(q).where(q > 2))(func.generate_series(1, 5).column_valued("n")))
show("generate_series", lambda: (lambda g: select(g.c.value))(func.generate_series(1, 5, 2).table_valued("value")))
show("start and stop", lambda: select(func.generate_series(1, 3).table_valued("value", name="gs")))
show("render_derived", lambda: select(func.json_to_recordset('[{"a":1}]').table_valued(column("a", Integer), column("b", String)).render_derived(with_types=True)))
show("render_derived named", lambda: select(func.unnest(literal(1)).table_valued("a", "b").render_derived(name="u")))
show("ordinality", lambda: (lambda q: select(q.c.value, q.c.ordinality))(func.unnest(literal(1)).table_valued("value", with_ordinality="ordinality").render_derived()))
show("lateral", lambda: select(t.c.id).select_from(t).join(func.jsonb_each(t.c.body).table_valued("key", "value").lateral("l"), true()))
show("scalar_table_valued", lambda: select(func.jsonb_each('{"a": 1}').scalar_table_valued("key")))
show("table_valued()", lambda: select(func.f().table_valued()))
show("alias()", lambda: select(func.f(1).alias("a").column))
show("function in FROM", lambda: select(text("*")).select_from(func.f(1)))
show("function.select()", lambda: func.f(1).select())
show("select from function", lambda: select(func.f(1)).select_from(func.g(2)))
show("table column", lambda: select(func.row_to_json(t.table_valued())))
show("subquery column", lambda: (lambda q: select(func.row_to_json(q.table_valued())).select_from(q))(select(t.c.id).subquery("q")))
show("with case", lambda: select(case((je.c.type == "integer", je.c.value), else_=None).label("v")).select_from(t, je).order_by(t.c.id, je.c.key))
show("tables joined twice", lambda: (lambda p, q: select(p.c.value, q.c.value).select_from(p).join(q, p.c.value < q.c.value))(func.json_each("[1, 2]").table_valued("value", name="p"), func.json_each("[1, 2]").table_valued("value", name="q")), True)
show("type of columns", lambda: (print(je.c.keys(), je.c.value.type, je.c.key.type, type(je).__name__), select(je.c.value + 1))[1])
show("bad argument", lambda: select(func.f().table_valued(5)))
show("column of a scalar function", lambda: select(func.f(1).c.x))

