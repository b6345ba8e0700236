"""The statement cache in the log: which statements share an entry, which cannot be cached, and the compiled_cache option."""
from sqlalchemy import Column, Integer, MetaData, String, Table, bindparam, case, cast, create_engine, delete, func, insert, literal, literal_column, select, text, tuple_, union, update, values, column

engine = create_engine("sqlite://", echo=True)
m = MetaData()
t = Table("t", m, Column("id", Integer, primary_key=True), Column("a", Integer), Column("s", String(10)))
with engine.begin() as conn:
    m.create_all(conn)
    conn.execute(insert(t), [{"a": 1, "s": "x"}, {"a": 2, "s": "y"}])
with engine.connect() as conn:
    def run(title, *statements):
        print("==", title)
        for stmt in statements:
            try:
                conn.execute(stmt).all() if not getattr(stmt, "is_dml", False) else conn.execute(stmt)
            except Exception as error:
                print(type(error).__name__, (str(error).splitlines() or [""])[0])

    run("other values", *[select(t).where(t.c.a == k) for k in (1, 2, 3)])
    run("None is another statement", select(t).where(t.c.a == None), select(t).where(t.c.a == None))
    run("in of any length", *[select(t.c.id).where(t.c.a.in_(range(k))) for k in (0, 1, 3)])
    run("limit", *[select(t.c.a).limit(k) for k in (1, 2)])
    run("type of the value", select(literal(1)), select(literal("x")), select(literal(2)), select(literal(1.5)))
    run("labels", select(t.c.a.label("x")), select(t.c.a.label("y")), select(t.c.a.label("x")))
    run("column order", select(t.c.a, t.c.s), select(t.c.s, t.c.a))
    run("alias", select(t.alias("q")), select(t.alias("q")), select(t.alias()), select(t.alias()))
    run("functions", select(func.upper(t.c.s)), select(func.lower(t.c.s)), select(func.upper(t.c.s)))
    run("literal_column", select(literal_column("1")), select(literal_column("2")), select(literal_column("1")))
    run("text", text("SELECT 1"), text("SELECT 1"), text("SELECT :x").bindparams(x=1), text("SELECT :x").bindparams(x=2))
    run("case", select(case((t.c.a == 1, "a"), else_="b")), select(case((t.c.a == 2, "c"), else_="d")))
    run("cast", select(cast(t.c.a, String)), select(cast(t.c.a, String(5))), select(cast(t.c.a, String)))
    run("subquery", *[select(select(t.c.a).where(t.c.a > k).subquery()) for k in (1, 2)])
    run("cte", *[select(select(t.c.a).where(t.c.a > k).cte("c")) for k in (1, 2)])
    run("union", *[union(select(literal(k)), select(t.c.a)) for k in (1, 2)])
    run("execution options", select(t.c.a).execution_options(x=1), select(t.c.a).execution_options(x=2))
    run("compiled_cache is not for statements", select(t.c.s), select(t.c.s))
    run("insert", insert(t).values(a=5), insert(t).values(a=6), insert(t).values(s="q"))
    run("update", *[update(t).values(a=k).where(t.c.id == k) for k in (7, 8)])
    run("delete", *[delete(t).where(t.c.id == k) for k in (7, 8)])
    run("multi values", insert(t).values([{"a": 1}, {"a": 2}]), insert(t).values([{"a": 3}, {"a": 4}]))
    run("values()", *[select(values(column("n", Integer), name="v").data([(k,)]).cte()) for k in (1, 2)])
    run("tuple in", *[select(t.c.id).where(tuple_(t.c.a, t.c.s).in_([(k, "x")])) for k in (1, 2)])
    run("bindparam names", select(t.c.id).where(t.c.a == bindparam("p", 1)), select(t.c.id).where(t.c.a == bindparam("p", 2)), select(t.c.id).where(t.c.a == bindparam("r", 2)))
    run("prefix", select(t.c.id).prefix_with("ALL"), select(t.c.id).prefix_with("ALL"), select(t.c.id).prefix_with("DISTINCT"))
    run("in order", *[select(t.c.id).order_by(o) for o in (t.c.a, t.c.a.desc(), t.c.a)])
print(len(engine._compiled_cache) > 10)

