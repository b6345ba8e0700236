"""naming_convention with functions as tokens and for whole kinds of constraints; constraint classes as keys; truncation."""
import hashlib

from sqlalchemy import Boolean, CheckConstraint, Column, Enum, ForeignKey, ForeignKeyConstraint, Index, Integer, MetaData, PrimaryKeyConstraint, String, Table, UniqueConstraint
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.schema import CreateIndex, CreateTable, conv


def fk_digest(constraint, table):
    text = "|".join([table.name, *(e.parent.name for e in constraint.elements), *(e.target_fullname for e in constraint.elements)])
    return hashlib.md5(text.encode()).hexdigest()[:8]


def short(constraint, table):
    return table.name[:3]


metadata = MetaData(
    schema="app",
    naming_convention={
        "fk_digest": fk_digest,
        "short": short,
        "fk": "fk_%(fk_digest)s",
        "pk": "%(short)s_pk",
        UniqueConstraint: "%(table_name)s_%(column_0_N_name)s_key",
        "ix": "ix_%(column_0N_label)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    },
)
a = Table("alpha", metadata, Column("id", Integer, primary_key=True), Column("x", Integer), Column("y", Integer, index=True), UniqueConstraint("x", "y"))
b = Table("beta", metadata, Column("id", Integer, primary_key=True), Column("ax", Integer), Column("ay", Integer), Column("aid", ForeignKey("app.alpha.id")), ForeignKeyConstraint(["ax", "ay"], ["app.alpha.x", "app.alpha.y"]), CheckConstraint("ax > ay", name="order"))
Index(None, b.c.ax, b.c.ay)
for t in a, b:
    print(CreateTable(t))
    for index in sorted(t.indexes, key=lambda i: str(i.name)):
        print(CreateIndex(index), repr(index.name), type(index.name).__name__)
    for constraint in sorted(t.constraints, key=lambda c: type(c).__name__ + str(c.name)):
        print(type(constraint).__name__, constraint.name)
print(metadata.naming_convention["pk"], sorted(str(k) for k in MetaData().naming_convention))

every = MetaData(naming_convention={"uq": "uq_%(table_name)s_%(column_0_name)s_%(column_0_key)s_%(column_1_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_column_0_name)s_%(referred_table_name)s", "ix": "ix_%(column_0N_name)s_%(column_0_N_key)s"})
e = Table("e", every, Column("id", Integer, primary_key=True), Column("p", Integer, key="pkey"), Column("q", Integer), Column("parent", ForeignKey("e.id")), UniqueConstraint("pkey", "q"))
Index(None, e.c.pkey, e.c.q)
print(CreateTable(e), [i.name for i in e.indexes])
long = MetaData(naming_convention={"uq": "uq_%(table_name)s_%(column_0_name)s", "ix": "ix_%(table_name)s_%(column_0_name)s"})
t = Table("t" * 40, long, Column("c" * 40, Integer, unique=True), Column("d" * 30, Integer, index=True))
print(CreateTable(t).compile(dialect=postgresql.dialect()))
print(CreateIndex(list(t.indexes)[0]).compile(dialect=postgresql.dialect()))
try:
    CreateTable(Table("z", MetaData(), Column("n", Integer), UniqueConstraint("n", name="u" * 80))).compile(dialect=postgresql.dialect())
except SQLAlchemyError as exc:
    print(type(exc).__name__, exc)
for convention, make in [
    ({"uq": "uq_%(column_5_name)s"}, lambda m: Table("t", m, Column("a", Integer, unique=True))),
    ({"ck": "ck_%(constraint_name)s"}, lambda m: Table("t", m, Column("a", Integer), CheckConstraint("a > 1"))),
    ({"ck": "ck_%(table_name)s"}, lambda m: Table("t", m, Column("a", Boolean(create_constraint=True)), Column("b", Enum("x", create_constraint=True, native_enum=False)))),
    ({"pk": "%(bogus)s"}, lambda m: Table("t", m, Column("a", Integer, primary_key=True))),
    ({"uq": None}, lambda m: Table("t", m, Column("a", Integer, unique=True))),
]:
    try:
        print(CreateTable(make(MetaData(naming_convention=convention))))
    except Exception as exc:
        print(type(exc).__name__, exc)
