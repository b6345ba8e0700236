"""Reflection into tables that exist or are partly declared: keys add up, replaced columns, included columns, names with keys."""
from sqlalchemy import (
    CheckConstraint, Column, Computed, ForeignKey, Index, Integer, MetaData, String, Table, UniqueConstraint, create_engine)
from sqlalchemy.exc import ArgumentError
from sqlalchemy.schema import CreateIndex, CreateTable


def tried(make):
    try:
        print(make())
    except ArgumentError as error:
        print(type(error).__name__, error)


e = create_engine("sqlite://")
m = MetaData()
Table("a", m, Column("id", Integer, primary_key=True), Column("x", Integer, server_default="5", index=True),
      Column("y", String(20), unique=True), CheckConstraint("x > 1", name="ck"))
Table("b", m, Column("id", Integer, primary_key=True), Column("a_id", ForeignKey("a.id", ondelete="CASCADE", name="fk_b")),
      Column("c", Integer, Computed("id + 1")), UniqueConstraint("a_id", "id", name="uq"))
m.create_all(e)

print(CreateTable(Table("b", MetaData(), autoload_with=e, include_columns=["id", "c"])))
tried(lambda: Table("a", MetaData(), Column("x", Integer, key="ex"), autoload_with=e).c.keys())
tried(lambda: Table("a", MetaData(), Column("id", Integer), autoload_with=e).c.keys())
moved = Table("a", MetaData(), Column("id", Integer, key="y", primary_key=True), Column("y", String(20), key="id"), autoload_with=e)
print(moved.c.keys(), moved.primary_key.columns.keys())

declared = MetaData()
t = Table("a", declared, Column("q", Integer, primary_key=True), Column("x", String(7), primary_key=True))
for options in ({"autoload_replace": False}, {}):
    Table("a", declared, autoload_with=e, extend_existing=True, **options)
    print(t.c.keys(), t.primary_key.columns.keys(), [it.nullable for it in t.c], repr(t.c.x.type))

again = MetaData()
Table("a", again, autoload_with=e)
again.reflect(e, extend_existing=True)
print(CreateTable(again.tables["a"]), len(again.tables["a"].indexes), len(again.tables["a"].constraints))

k = Table("k", MetaData(), Column("a", Integer), Column("b", Integer, key="bee"), Index("ix", "bee"))
k.append_column(Column("b", String, key="bee"), replace_existing=True)
print(CreateTable(k), CreateIndex(list(k.indexes)[0]))
loose = Column("x", Integer)
mixed = Index("mixed", loose, "y")
other = Table("other", MetaData(), loose, Column("y", Integer))
print(mixed.table, other.indexes)
other.append_constraint(mixed)
print(CreateIndex(mixed))
tried(lambda: Index("both", k.c.a, other.c.x))
