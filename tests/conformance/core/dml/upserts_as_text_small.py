"""The plain upserts of SQLite and PostgreSQL as text."""
from sqlalchemy import Column, Integer, MetaData, String, Table
from sqlalchemy.dialects import postgresql, sqlite

t = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("k", String, unique=True), Column("hits", Integer, onupdate=99))
for name, module in ("sqlite", sqlite), ("postgresql", postgresql):
    dialect = module.dialect()
    base = module.insert(t).values(id=1, k="a", hits=1)
    for stmt in (
        base.on_conflict_do_nothing(),
        base.on_conflict_do_nothing(index_elements=["k"]),
        base.on_conflict_do_update(index_elements=[t.c.id], set_={"k": base.excluded.k}),
        base.on_conflict_do_update(index_elements=["id"], set_={t.c.hits: t.c.hits + base.excluded.hits}, where=t.c.hits < 5),
        base.on_conflict_do_update(index_elements=["id"], set_=dict(k="n")).returning(t.c.id),
        module.insert(t).values([{"k": "a"}, {"k": "b"}]).on_conflict_do_nothing(),
    ):
        compiled = stmt.compile(dialect=dialect)
        print(name, "|", compiled, "|", compiled.params)
    try:
        print(base.on_conflict_do_update(set_={"hits": 1}).compile(dialect=dialect))
    except Exception as exc:
        print(type(exc).__name__, exc)
    try:
        print(base.on_conflict_do_nothing())
    except Exception as exc:
        print(type(exc).__name__, exc)
