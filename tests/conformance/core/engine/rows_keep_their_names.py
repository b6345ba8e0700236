"""Column names of results: labels, functions, duplicates, case, dots, quoted names, and reading them by Column, label and string."""
from sqlalchemy import Column, Integer, MetaData, String, Table, column, create_engine, func, insert, literal, literal_column, select, text

metadata = MetaData()
a = Table("a", metadata, Column("id", Integer, primary_key=True), Column("Name", String), Column("with space", Integer, key="ws"))
b = Table("b", metadata, Column("id", Integer, primary_key=True), Column("a_id", Integer))
engine = create_engine("sqlite://")
metadata.create_all(engine)
with engine.begin() as conn:
    conn.execute(insert(a).values(Name="x", ws=7))
    conn.execute(insert(b).values(a_id=1))


def attempt(label, call):
    try:
        print(label, call())
    except Exception as exc:
        print(label, type(exc).__name__, exc)


with engine.connect() as conn:
    r = conn.execute(select(a, b, func.count(), literal("l"), a.c.id + 1, (a.c.id + 2).label("plus"), literal_column("4"), text("5"), text("6 AS six")).join(b, a.c.id == b.c.a_id))
    print(list(r.keys()))
    row = r.one()
    print(row)
    attempt("a.id", lambda: row._mapping[a.c.id])
    attempt("b.id", lambda: row._mapping[b.c.id])
    attempt("id", lambda: row.id)
    attempt("id_1", lambda: row.id_1)
    attempt("Name", lambda: (row.Name, row._mapping["Name"], row._mapping[a.c.Name]))
    attempt("name", lambda: row.name)
    attempt("ws", lambda: row.ws)
    attempt("with space", lambda: (row._mapping["with space"], row._mapping[a.c.ws]))
    attempt("count", lambda: (row.count_1, row.plus, row.six))
    attempt("_mapping", lambda: dict(row._mapping))
    attempt("label object", lambda: row._mapping[(a.c.id + 2).label("plus")])
    r = conn.execute(text('SELECT id, "Name", id, 1 AS "a.b", 2 AS "", count(*), count(*) FROM a'))
    print(list(r.keys()), r.one()._mapping)
    r = conn.execute(text("SELECT a.id, b.id AS b_id FROM a, b"))
    print(list(r.keys()), r.mappings().all())
    r = conn.execute(text("SELECT main.a.id AS 'a.id' FROM a"))
    attempt("dotted", lambda: (list(r.keys()), r.one()._mapping))
    r = conn.execute(select(a.alias("one").c.id, a.alias("two").c.id))
    print(list(r.keys()))
    r = conn.execute(select(a.c.id.label("x"), b.c.id.label("x")))
    attempt("same label", lambda: (list(r.keys()), r.one().x))
    r = conn.execute(select(a).set_label_style(__import__("sqlalchemy").LABEL_STYLE_TABLENAME_PLUS_COL))
    print(list(r.keys()), r.one()._mapping)
    sub = select(a.c.id, b.c.id).subquery()
    print(sub.c.keys(), list(conn.execute(select(sub)).keys()))
    r = conn.execute(select(a.c.Name, column("id")).select_from(a))
    print(r.one()._mapping[a.c.Name])
