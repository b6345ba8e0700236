"""Table.to_metadata(): another schema, another name, RETAIN_SCHEMA, foreign keys, indexes, events and copied constraints."""
import re
from sqlalchemy import CheckConstraint, Column, Computed, Enum, ForeignKey, Identity, Index, Integer, MetaData, Sequence, String, Table, UniqueConstraint, func
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.sql.schema import RETAIN_SCHEMA


def bare(value):
    return re.sub(r" at 0x[0-9a-f]+", " at 0x...", str(value))


metadata = MetaData()
a = Table("a", metadata, Column("id", Integer, primary_key=True), Column("e", Enum("x", "y", name="en", create_constraint=True)), info={"i": 1}, comment="orig")
b = Table("b", metadata, Column("id", Integer, primary_key=True), Column("a_id", ForeignKey("a.id", ondelete="CASCADE"), index=True), Column("n", String(5), default="d", key="nkey", unique=True), Column("c", Integer, Computed("id + 1")), CheckConstraint("id > 0", name="ck"), UniqueConstraint("a_id", "nkey", name="uq"), Index("ix_low", func.lower("n")), schema=None, sqlite_autoincrement=True)
s = Table("s", metadata, Column("id", Integer, primary_key=True), Column("o", ForeignKey("sch.s.id")), Column("b_id", ForeignKey("b.id")), schema="sch")
m2 = MetaData()
copies = [t.to_metadata(m2) for t in metadata.sorted_tables]
print([str(c) for c in copies], all(c.metadata is m2 for c in copies))
for c in copies:
    print(*sorted(line.strip(" ,") for line in str(CreateTable(c)).splitlines() if line.strip()), sep="\n")
    for i in sorted(c.indexes, key=lambda i: i.name):
        print(CreateIndex(i))
print(copies[0].info, copies[0].comment, b.c.nkey.default.arg, m2.tables["b"].c.nkey.default is b.c.nkey.default, m2.tables["b"].c.nkey is b.c.nkey, m2.tables["b"].dialect_options["sqlite"]["autoincrement"])
m3 = MetaData(schema="default_schema")
for t in metadata.sorted_tables:
    print(str(t.to_metadata(m3)), end=" ")
print()
m4 = MetaData()
for t in metadata.sorted_tables:
    c = t.to_metadata(m4, schema="moved")
    print(c, [f.target_fullname for f in c.foreign_keys] if len(c.foreign_keys) < 2 else sorted(f.target_fullname for f in c.foreign_keys))
m5 = MetaData()
print(s.to_metadata(m5, schema=None), s.to_metadata(m5, schema=RETAIN_SCHEMA), sorted(m5.tables))
named = a.to_metadata(metadata, name="a_copy")
print(named, named.name, sorted(metadata.tables), CreateTable(named))
m6 = MetaData()
print(b.to_metadata(m6, referred_schema_fn=lambda table, to_schema, constraint, referred: "ref_" + str(referred), schema="z").c.a_id.foreign_keys)
again = a.to_metadata(m2)
print(again is copies[0] or again.key)
try:
    a.to_metadata()
except TypeError as exc:
    print("TypeError")
try:
    a.tometadata(MetaData())
except Exception as exc:
    print(type(exc).__name__, exc)
col = b.c.nkey._copy()
print(bare(repr(col)), col.table)
