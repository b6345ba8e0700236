"""str() of CreateTable, DropTable, CreateIndex, AddConstraint, DropConstraint, CreateSchema, SetColumnComment and the others."""
import re
from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Index, Integer, MetaData, PrimaryKeyConstraint, Sequence, String, Table, UniqueConstraint
from sqlalchemy import schema as S
from sqlalchemy.dialects import mysql, postgresql, sqlite


def bare(value):
    return re.sub(r" at 0x[0-9a-f]+", " at 0x...", str(value))


metadata = MetaData()
p = Table("p", metadata, Column("id", Integer, primary_key=True))
t = Table(
    "t",
    metadata,
    Column("id", Integer, primary_key=True, comment="it's"),
    Column("pid", Integer),
    Column("n", String(5), server_default="x"),
    UniqueConstraint("n", name="uq"),
    CheckConstraint("pid > 0", name="ck"),
    ForeignKeyConstraint(["pid"], ["p.id"], name="fk", onupdate="CASCADE", ondelete="SET NULL", deferrable=True, initially="DEFERRED", match="FULL"),
    schema="sch",
    comment="50% of all",
    prefixes=["TEMPORARY"],
)
index = Index("ix", t.c.n)
by_name = {c.name: c for c in t.constraints}
constructs = [
    S.CreateTable(t), S.CreateTable(t, if_not_exists=True), S.CreateTable(t, include_foreign_key_constraints=[]), S.DropTable(t), S.DropTable(t, if_exists=True),
    S.CreateIndex(index), S.DropIndex(index), S.CreateSchema("s one"), S.CreateSchema("s", if_not_exists=True), S.DropSchema("s", cascade=True, if_exists=True),
    S.AddConstraint(by_name["uq"]), S.AddConstraint(by_name["ck"]), S.AddConstraint(by_name["fk"]), S.AddConstraint(by_name[None]),
    S.DropConstraint(by_name["uq"]), S.DropConstraint(by_name["fk"], cascade=True), S.DropConstraint(by_name["ck"], if_exists=True), S.DropConstraint(by_name[None]),
    S.SetTableComment(t), S.DropTableComment(t), S.SetColumnComment(t.c.id), S.DropColumnComment(t.c.id), S.CreateSequence(Sequence("q", start=2)), S.DropSequence(Sequence("q")),
    S.CreateColumn(t.c.n), S.CreateColumn(t.c.id), S.SetConstraintComment(by_name["uq"]), S.DropConstraintComment(by_name["uq"]),
]
for construct in constructs:
    for dialect in None, sqlite.dialect(), postgresql.dialect(), mysql.dialect():
        try:
            print(type(construct).__name__, "|", str(construct.compile(dialect=dialect)).strip())
        except Exception as exc:
            print(type(construct).__name__, "|", type(exc).__name__, bare(exc))
print(repr(str(S.CreateTable(p))), repr(str(S.DropTable(p))))
print(S.CreateTable(t).element is t, S.CreateTable(t).target, [type(x).__name__ for x in S.CreateTable(t).columns], S.DropSchema("a").element)
for bad in (lambda: str(S.CreateTable("t")), lambda: str(S.CreateIndex(t)), lambda: str(S.AddConstraint(UniqueConstraint("x"))), lambda: str(S.CreateSchema(None)), lambda: str(S.CreateTable(Table("x", MetaData(), Column("c"))))):
    try:
        print(bad())
    except Exception as exc:
        print(type(exc).__name__, bare(exc))
