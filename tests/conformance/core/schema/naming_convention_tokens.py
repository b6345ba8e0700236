"""naming_convention tokens: column_0_key, column_1_name, column_0N_name, referred_column_0_name; long names are cut; missing tokens are errors."""
from sqlalchemy import Boolean, CheckConstraint, Column, Enum, ForeignKey, ForeignKeyConstraint, Index, Integer, MetaData, PrimaryKeyConstraint, String, Table, UniqueConstraint
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.schema import CreateIndex, CreateTable, conv

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
