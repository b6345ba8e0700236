"""Attach events of tables, of their primary key, and of the indexes and constraints that flags of columns make."""
from sqlalchemy import (
    CheckConstraint, Column, ForeignKey, ForeignKeyConstraint, Index, Integer, MetaData, PrimaryKeyConstraint, Table,
    UniqueConstraint, event)
from sqlalchemy.schema import CreateIndex, CreateTable

seen = []
for cls in (Table, Column, Index, UniqueConstraint, PrimaryKeyConstraint, ForeignKeyConstraint, CheckConstraint):
    for name in ("before_parent_attach", "after_parent_attach"):
        event.listen(cls, name, lambda target, parent, name=name: seen.append((name[:-14], type(target).__name__, str(parent))))
t = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("x", ForeignKey("t.id"), index=True),
          Column("y", Integer, unique=True), CheckConstraint("x > 5"), UniqueConstraint("x", "y"))
for it in seen:
    print(*it)
del seen[:]
t.append_column(Column("z", Integer, ForeignKey("t.id"), unique=True, index=True))
print(seen)


@event.listens_for(ForeignKeyConstraint, "after_parent_attach")
def name_key(constraint, table):
    constraint.name = f"fk_{table.name}_{constraint.column_keys[0]}"


@event.listens_for(PrimaryKeyConstraint, "after_parent_attach")
def name_primary_key(constraint, table):
    constraint.name = f"pk_{table.name}"


@event.listens_for(Index, "after_parent_attach")
def name_index(index, table):
    index.name = f"own_{table.name}"


named = Table("named", MetaData(), Column("a", Integer, ForeignKey("named.b")), Column("b", Integer, index=True))
print(CreateTable(named), CreateIndex(list(named.indexes)[0]))
