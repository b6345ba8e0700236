"""insert(): values as keywords, dict, tuple, list; defaults; inline; prefix_with; from_select with and without defaults; as text for three databases."""
from sqlalchemy import Column, Integer, MetaData, String, Table, bindparam, create_engine, func, insert, literal, null, select, text
from sqlalchemy.dialects import mysql, postgresql

metadata = MetaData()
a = Table("a", metadata, Column("id", Integer, primary_key=True), Column("n", String), Column("v", Integer, default=5), Column("s", String, server_default="srv"))
b = Table("b", metadata, Column("id", Integer, primary_key=True), Column("n", String))
statements = {
    "plain": insert(a),
    "keywords": insert(a).values(n="x"),
    "dict": insert(a).values({"n": "x", "v": 1}),
    "column keys": insert(a).values({a.c.n: "x", a.c.v: a.c.v + 1 if False else 3}),
    "tuple": insert(a).values((1, "x", 2, "y")),
    "short tuple": insert(a).values((1, "x")),
    "list of dicts": insert(a).values([{"n": "x"}, {"n": "y"}]),
    "list of tuples": insert(a).values([(1, "x", 1, "s"), (2, "y", 2, "t")]),
    "expressions": insert(a).values(n=func.upper("x"), v=select(func.count()).select_from(b).scalar_subquery(), s=null()),
    "mixed multi": insert(a).values([{"n": func.lower("X")}, {"n": literal("y") + "z"}]),
    "bind": insert(a).values(n=bindparam("name"), v=bindparam("value", 7)),
    "text value": insert(a).values(n=text("hex(1)")),
    "inline": insert(a).values(n="x").inline(),
    "prefix": insert(a).prefix_with("OR REPLACE").values(n="x"),
    "from select": insert(a).from_select(["n"], select(b.c.n).where(b.c.id > 3)),
    "from select no defaults": insert(a).from_select(["id", "n"], select(b), include_defaults=False),
    "from select text": insert(b).from_select(["id", "n"], text("SELECT 1, 'x'").columns(b.c.id, b.c.n)),
    "from cte": insert(b).from_select(["n"], select(select(a.c.n).cte("c").c.n)),
    "from union": insert(b).from_select([b.c.n], select(a.c.n).union_all(select(a.c.s))),
    "chained": insert(a).values(n="x").values(v=9),
    "chained override": insert(a).values(n="x").values(n="y"),
    "empty": insert(a).values(),
    "method": a.insert().values(n="m"),
    "no id": insert(a).values(id=None, n="x"),
}
for label, stmt in statements.items():
    for dialect in None, postgresql.dialect(), mysql.dialect():
        compiled = stmt.compile(dialect=dialect)
        print(label, "|", str(compiled).replace("\n", " "), "|", compiled.params)
for cols in (["n"], ["n", "v"], []):
    print(insert(a).compile(column_keys=cols), insert(a).compile(column_keys=cols).params)
engine = create_engine("sqlite://")
metadata.create_all(engine)
with engine.connect() as conn:
    conn.execute(insert(b), [{"id": i, "n": f"n{i}"} for i in range(1, 6)])
    for label in "keywords", "dict", "list of dicts", "expressions", "mixed multi", "text value", "inline", "from select", "from union", "from cte", "empty", "prefix", "no id":
        result = conn.execute(statements[label])
        print(label, result.rowcount)
    print(conn.execute(select(a).order_by(a.c.id)).all(), conn.scalar(select(func.count()).select_from(b)))
