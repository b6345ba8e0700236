"""ON CONFLICT for SQLite and PostgreSQL: the text of every form, and wrong ones."""
from sqlalchemy import Column, Index, Integer, MetaData, String, Table, UniqueConstraint, and_, func, select, text
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as lite_insert

metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("k", String, key="kk"), Column("hits", Integer, onupdate=99), Column("note", String), UniqueConstraint("kk", name="uq_k"))
partial = Index("ix_part", t.c.note, unique=True, postgresql_where=t.c.hits > 0, sqlite_where=t.c.hits > 0)


def show(label, stmt, dialect):
    try:
        compiled = stmt().compile(dialect=dialect)
        print(label, "|", compiled, "|", compiled.params)
    except Exception as exc:
        print(label, type(exc).__name__, exc)


for name, ins, dialect in [("sqlite", lite_insert, sqlite.dialect()), ("postgresql", pg_insert, postgresql.dialect())]:
    base = ins(t).values(id=1, kk="a", hits=1)
    print("==", name)
    show("nothing", lambda: base.on_conflict_do_nothing(), dialect)
    show("nothing on columns", lambda: base.on_conflict_do_nothing(index_elements=["kk"]), dialect)
    show("nothing where", lambda: base.on_conflict_do_nothing(index_elements=[t.c.note], index_where=t.c.hits > 0), dialect)
    show("update excluded", lambda: base.on_conflict_do_update(index_elements=[t.c.id], set_={"kk": base.excluded.kk}), dialect)
    show("update expression", lambda: base.on_conflict_do_update(index_elements=["id"], set_={t.c.hits: t.c.hits + base.excluded.hits, "note": func.coalesce(base.excluded.note, "x")}), dialect)
    show("update where", lambda: base.on_conflict_do_update(index_elements=["id"], set_=dict(note="n"), where=and_(t.c.hits < 5, base.excluded.hits > 1)), dialect)
    show("update columns collection", lambda: base.on_conflict_do_update(index_elements=["id"], set_=base.excluded), dialect)
    show("update tuple pairs", lambda: base.on_conflict_do_update(index_elements=["id"], set_=[("note", "a")]), dialect)
    show("literal", lambda: base.on_conflict_do_update(index_elements=["id"], set_={"hits": 7}), dialect)
    show("index object", lambda: base.on_conflict_do_nothing(index_elements=partial), dialect) if name == "sqlite" else show("constraint index", lambda: base.on_conflict_do_nothing(constraint=partial), dialect)
    if name == "postgresql":
        show("constraint name", lambda: base.on_conflict_do_update(constraint="uq_k", set_={"hits": 1}), dialect)
        show("constraint object", lambda: base.on_conflict_do_update(constraint=next(c for c in t.constraints if c.name == "uq_k"), set_={"hits": 1}), dialect)
        show("primary key", lambda: base.on_conflict_do_nothing(constraint=t.primary_key), dialect)
        show("both", lambda: base.on_conflict_do_nothing(constraint="uq_k", index_elements=["id"]), dialect)
    show("returning", lambda: base.on_conflict_do_nothing().returning(t.c.id, t.c.kk), dialect)
    show("twice", lambda: base.on_conflict_do_nothing(index_elements=["id"]).on_conflict_do_update(index_elements=["kk"], set_={"hits": 2}), dialect)
    show("from select", lambda: ins(t).from_select(["kk"], select(t.c.note).where(text("true"))).on_conflict_do_nothing(), dialect)
    show("many", lambda: ins(t).values([{"kk": "a"}, {"kk": "b"}]).on_conflict_do_nothing(), dialect)
    show("no target", lambda: base.on_conflict_do_update(set_={"hits": 1}), dialect)
    show("no set", lambda: base.on_conflict_do_update(index_elements=["id"], set_={}), dialect)
    show("set none", lambda: base.on_conflict_do_update(index_elements=["id"], set_=None), dialect)
    show("set string", lambda: base.on_conflict_do_update(index_elements=["id"], set_="hits"), dialect)
    show("unknown column in set", lambda: base.on_conflict_do_update(index_elements=["id"], set_={"nope": 1}), dialect)
    show("on the default dialect", lambda: base.on_conflict_do_nothing(), None)
d = mysql.dialect()
