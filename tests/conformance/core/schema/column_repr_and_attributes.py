"""repr() of columns, tables, constraints and MetaData, and the attributes of Column and ForeignKey."""
import re
from sqlalchemy import Boolean, CheckConstraint, Column, Computed, DateTime, Enum, ForeignKey, ForeignKeyConstraint, Identity, Index, Integer, MetaData, Numeric, PrimaryKeyConstraint, Sequence, String, Table, UniqueConstraint, func, text


def bare(value):
    return re.sub(r" at 0x[0-9a-f]+", " at 0x...", str(value))


metadata = MetaData()
a = Table("a", metadata, Column("id", Integer, primary_key=True), Column("n", String(5), nullable=False, unique=True, index=True, comment="note", info={"k": 1}, doc="docs"), schema="s", comment="about a", info={"t": 1})
b = Table(
    "b",
    metadata,
    Column("id", Integer, Identity(), primary_key=True),
    Column("a_id", ForeignKey("s.a.id", ondelete="CASCADE", name="fk_x"), nullable=True, key="aid"),
    Column("when", DateTime, server_default=func.now(), onupdate=func.now()),
    Column("amount", Numeric(5, 2), default=1.5),
    Column("kind", Enum("x", "y", name="kinds"), default="x", quote=True),
    Column("twice", Integer, Computed("amount * 2")),
    Column("auto", Integer, autoincrement=False, system=False),
    Column("txt", String, server_default=text("'x'")),
    UniqueConstraint("aid", "kind", name="uq", deferrable=True, initially="DEFERRED"),
    CheckConstraint("amount > 0", name="ck"),
    Index("ix_b", "when"),
)
print(repr(metadata), str(metadata), sorted(metadata.tables), "b" in metadata, a in metadata, "a" in metadata)
for table in a, b:
    print(bare(repr(table)), str(table), table.key, table.fullname, table.schema, table.description)
    for c in table.c:
        print("  ", bare(repr(c)), "|", str(c), c.key, c.name, c.nullable, c.primary_key, c.unique, c.index, c.autoincrement, c.system, c.comment, c.info, c.doc)
for constraint in sorted([*a.constraints, *b.constraints], key=lambda c: type(c).__name__ + str(c.name) + str(c.table)):
    print(bare(repr(constraint)))
fk = list(b.c.aid.foreign_keys)[0]
print(repr(fk), str(fk.target_fullname), fk.parent is b.c.aid, fk.column is a.c.id, fk.constraint.name, fk.ondelete, fk.link_to_name, fk.get_referent(a) is a.c.id, fk.references(a), fk.references(b))
print(bare(b.primary_key), b.primary_key.columns.keys(), a.primary_key.contains_column(a.c.id), len(b.foreign_key_constraints))
print(bare(a.c), b.columns.keys(), b.c.aid.table is b, b.c.aid.base_columns == {b.c.aid}, b.c.aid.references(a.c.id), b.c.aid.shares_lineage(b.c.aid))
print(repr(Column(Integer)), repr(Column("x")), repr(Column("x", key="y")), repr(Column("x", Integer, nullable=False, server_default="1")), repr(Column("x", ForeignKey(a.c.id))))
print(repr(ForeignKey("a.b")), repr(UniqueConstraint("a", "b")), bare(repr(CheckConstraint("1 > 2"))), repr(PrimaryKeyConstraint("a", name="p")), bare(repr(ForeignKeyConstraint(["a"], ["b.c"]))), repr(Index("i", "x")), repr(Sequence("s")))
print(bare(repr(text("SELECT 1"))), a.c.n.label("m"), str(a.c.n == "x"))
print(repr(b.c.auto._copy()), Column("c", Integer).table, hasattr(b.c.auto, "copy"))
