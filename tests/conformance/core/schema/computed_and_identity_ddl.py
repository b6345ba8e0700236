"""Computed and Identity columns and Sequences: DDL on each database, what happens on SQLite, and misuse."""
import re
from sqlalchemy import BigInteger, Column, Computed, Identity, Integer, MetaData, Numeric, Sequence, String, Table, create_engine, func, insert, select, update
from sqlalchemy.dialects import mysql, oracle, mssql, postgresql, sqlite
from sqlalchemy.schema import CreateSequence, CreateTable, DropSequence


def bare(value):
    return re.sub(r" at 0x[0-9a-f]+", " at 0x...", str(value))


metadata = MetaData()
square = Table("square", metadata, Column("id", Integer, primary_key=True), Column("side", Integer), Column("area", Integer, Computed("side * side")), Column("perimeter", Integer, Computed("4 * side", persisted=True)), Column("virt", Integer, Computed("side + 1", persisted=False)))
ident = Table("ident", metadata, Column("id", Integer, Identity(start=10, increment=5, minvalue=1, maxvalue=99, cycle=True, cache=3), primary_key=True), Column("other", BigInteger, Identity(always=True)), Column("n", String(5)))
seq = Table("seq", metadata, Column("id", Integer, Sequence("id_seq", start=7, increment=2, metadata=metadata), primary_key=True), Column("v", Integer, server_default=Sequence("v_seq").next_value()))
for dialect in sqlite.dialect(), postgresql.dialect(), mysql.dialect():
    for table in square, ident, seq:
        try:
            print(dialect.name, CreateTable(table).compile(dialect=dialect))
        except Exception as exc:
            print(dialect.name, table.name, type(exc).__name__, exc)
for s in Sequence("a"), Sequence("b", start=1, increment=-1, minvalue=-5, maxvalue=5, cycle=True, cache=10), Sequence("c", schema="s"), Sequence("d", nominvalue=True, nomaxvalue=True):
    print(CreateSequence(s), "|", CreateSequence(s, if_not_exists=True).compile(dialect=postgresql.dialect()), "|", DropSequence(s, if_exists=True))
    print(select(s.next_value()).compile(dialect=postgresql.dialect()), "|", repr(s))
print(bare(repr(square.c.area)), repr(ident.c.id), bare(repr(square.c.area.computed)), repr(ident.c.id.identity))
print(square.c.area.computed.sqltext, square.c.perimeter.computed.persisted, ident.c.other.identity.always, ident.c.id.default, ident.c.id.server_default is ident.c.id.identity)
print(insert(seq).values(v=1).compile(dialect=postgresql.dialect()))
engine = create_engine("sqlite://")
square.create(engine)
with engine.connect() as conn:
    r = conn.execute(insert(square).values(side=3))
    print(r.inserted_primary_key, [c.name for c in r.postfetch_cols()])
    print(conn.execute(insert(square).values(side=5).returning(square.c.area, square.c.virt)).one())
    print(conn.execute(update(square).where(square.c.id == 1).values(side=4).returning(square)).one())
    for values in {"area": 9}, {"side": 1, "virt": 1}:
        try:
            conn.execute(insert(square).values(values))
        except Exception as exc:
            print(type(exc).__name__, str(exc).splitlines()[0])
    try:
        print(conn.scalar(Sequence("a")))
    except Exception as exc:
        print(type(exc).__name__, exc)
for bad in (
    lambda: Column("x", Integer, Computed("1"), server_default="2"),
    lambda: Column("x", Integer, Computed("1"), default=2),
    lambda: Column("x", Integer, Identity(), server_default="2"),
    lambda: Column("x", Integer, Identity(), Computed("1")),
    lambda: Column("x", Integer, Identity(), nullable=True),
    lambda: Table("y", MetaData(), Column("a", Integer, Identity(), autoincrement=False)),
    lambda: Sequence(),
):
    try:
        print(bare(repr(bad())))
    except Exception as exc:
        print(type(exc).__name__, exc if not isinstance(exc, TypeError) else "")
