"""Indexes: unique, several columns, functional, descending, partial, covering, with operator classes, concurrent, on schemas."""
import re
from sqlalchemy import Column, Index, Integer, MetaData, String, Table, create_engine, desc, func, inspect, literal_column, nulls_last, text
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable, DropIndex


def bare(value):
    return re.sub(r" at 0x[0-9a-f]+", " at 0x...", str(value))


metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("a", String(20), index=True), Column("b", Integer, unique=True, index=True), Column("Mixed Case", Integer), Index("inline", "a", "b"))
indexes = [
    Index("i_plain", t.c.a),
    Index("i_unique", t.c.a, t.c.b, unique=True),
    Index("i_func", func.lower(t.c.a)),
    Index("i_expr", t.c.b + 1, t.c.a.desc()),
    Index("i_text", text("a COLLATE nocase"), _table=t),
    Index("i_case", t.c["Mixed Case"]),
    Index("i order", nulls_last(desc(t.c.b))),
    Index("i_part", t.c.a, sqlite_where=t.c.b > 5, postgresql_where=t.c.a.like("x%")),
    Index("i_pg", t.c.a, postgresql_using="gin", postgresql_ops={"a": "gin_trgm_ops"}, postgresql_with={"fillfactor": 50}, postgresql_tablespace="fast"),
    Index("i_incl", t.c.a, postgresql_include=["b"], postgresql_concurrently=True, postgresql_nulls_not_distinct=True, unique=True),
    Index(None, t.c.a, t.c.b),
]
for index in indexes:
    for dialect in None, sqlite.dialect(), postgresql.dialect(), mysql.dialect():
        try:
            print(CreateIndex(index).compile(dialect=dialect))
        except Exception as exc:
            print(index.name, type(exc).__name__, exc)
print(CreateIndex(indexes[0], if_not_exists=True), "|", DropIndex(indexes[0], if_exists=True), "|", DropIndex(indexes[9]).compile(dialect=postgresql.dialect()), "|", DropIndex(indexes[0]).compile(dialect=mysql.dialect()))
for index in indexes[:4]:
    print(bare(repr(index)), index.columns.keys(), [str(e) for e in index.expressions], index.table is t, index.unique)
print(len(t.indexes), sorted(str(i.name) for i in t.indexes))
print(CreateIndex(Index("i_s", Table("s", MetaData(), Column("x", Integer), schema="z").c.x)), )
engine = create_engine("sqlite://", echo=True)
m2 = MetaData()
u = Table("u", m2, Column("a", String), Column("b", Integer))
Index("u_low", func.lower(u.c.a), unique=True)
m2.create_all(engine)
late = Index("u_late", u.c.b, sqlite_where=u.c.b > 3)
late.create(engine)
late.create(engine, checkfirst=True)
print([i["name"] for i in inspect(engine).get_indexes("u")])
late.drop(engine)
late.drop(engine, checkfirst=True)
for bad in (
    lambda: Index("x", "nocolumn", _table=t),
    lambda: Index("x", t.c.a, u.c.a),
    lambda: Index("x"),
    lambda: CreateIndex(Index("x")).compile(),
    lambda: Index("x", t.c.a, bogus_arg=1),
    lambda: Index("x", t.c.a, postgresql_bogus=1),
    lambda: Table("q", MetaData(), Column("a", Integer), Index("w", "zzz")),
    lambda: late.create(engine) or late.create(engine),
    lambda: Index("x", 3),
):
    try:
        print(bare(repr(bad())))
    except Exception as exc:
        print(type(exc).__name__, bare(exc))
