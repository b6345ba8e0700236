"""MetaData.reflect(): only= as list and function, views=True, extend_existing, schema, existing tables, resolve_fks, errors."""
from sqlalchemy import Column, Integer, MetaData, Table, create_engine, event, text
from sqlalchemy.exc import SQLAlchemyError

engine = create_engine("sqlite://")
with engine.begin() as conn:
    conn.execute(text("ATTACH ':memory:' AS other"))
    for statement in (
        "CREATE TABLE a (id INTEGER PRIMARY KEY)",
        "CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER REFERENCES a (id))",
        "CREATE TABLE c (id INTEGER PRIMARY KEY, b_id INTEGER REFERENCES b (id), gone INTEGER REFERENCES missing (id))",
        "CREATE TABLE \"Odd Name\" (\"Some Col\" INTEGER)",
        "CREATE VIEW v AS SELECT id FROM a",
        "CREATE TABLE other.o (n INTEGER)",
    ):
        conn.execute(text(statement))


def reflected(**kw):
    m = MetaData()
    m.reflect(engine, **kw)
    return sorted(m.tables)


def attempt(label, call):
    try:
        print(label, call())
    except SQLAlchemyError as exc:
        print(label, type(exc).__name__, exc)


attempt("all but c", lambda: reflected(only=lambda name, meta: name != "c"))
attempt("everything", lambda: reflected())
attempt("list pulls in parents", lambda: reflected(only=["b"]))
attempt("no fks", lambda: reflected(only=["b"], resolve_fks=False))
attempt("views", lambda: reflected(only=["a", "v"], views=True))
attempt("view without views", lambda: reflected(only=["a", "v"]))
attempt("unknown", lambda: reflected(only=["a", "nope", "nada"]))
attempt("schema", lambda: reflected(schema="other"))
attempt("bad schema", lambda: reflected(schema="nowhere"))
attempt("empty", lambda: reflected(only=[]))
m = MetaData()
mine = Table("a", m, Column("id", Integer, primary_key=True), Column("extra", Integer))
m.reflect(engine, only=["a", "b"])
print(m.tables["a"] is mine, mine.c.keys(), m.tables["b"].c.a_id.references(mine.c.id))
m.reflect(engine, only=["a"], extend_existing=True)
print(mine.c.keys(), [t.name for t in m.sorted_tables])
m2 = MetaData(schema="other")
m2.reflect(engine)
print(sorted(m2.tables), m2.tables["other.o"].schema)
m3 = MetaData()
seen = []
event.listen(Table, "column_reflect", lambda inspector, table, info: seen.append((table.name, info["name"])))
m3.reflect(engine, only=["Odd Name"])
print(seen, m3.tables["Odd Name"].c["Some Col"])
with engine.connect() as conn:
    m4 = MetaData()
    m4.reflect(bind=conn, only=["a"])
    print(sorted(m4.tables))
attempt("no bind", lambda: MetaData().reflect(None))
