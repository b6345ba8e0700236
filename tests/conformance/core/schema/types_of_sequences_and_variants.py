"""Sequence(data_type=), CHECK constraints of types with variants, reflection asked of the dialect, collections that refuse changes."""
from sqlalchemy import (
    BigInteger, Boolean, Column, Enum, Identity, Integer, MetaData, Sequence, SmallInteger, String, Table, create_engine,
    inspect, select)
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.exc import ArgumentError, CompileError
from sqlalchemy.schema import (
    AddConstraint, CreateSequence, CreateTable, CreateTableAs, CreateView, DropConstraint, DropSequence)


def tried(make):
    try:
        print(make())
    except (ArgumentError, CompileError, TypeError) as error:
        print(type(error).__name__, error)


number = Sequence("number", start=5, data_type=BigInteger)
print(number.data_type, number.next_value().type, number._copy().data_type, Sequence("plain").next_value().type)
for made in (CreateSequence(number), CreateSequence(Sequence("n", data_type=SmallInteger()), if_not_exists=True), DropSequence(number)):
    print(made, "|", made.compile(dialect=postgresql.dialect()))
tried(lambda: Table("t", MetaData(), Column("x", Integer, Sequence("s"), Identity())))

for type_ in (String(50).with_variant(Enum("a", "b", native_enum=False, name="e1", create_constraint=True), "sqlite"),
              Enum("a", "b", native_enum=False, name="e2", create_constraint=True).with_variant(String(9), "postgresql"),
              Enum("a", native_enum=False, name="e3", create_constraint=True).with_variant(
                  Enum("b", native_enum=False, name="e4", create_constraint=True), "mysql", "sqlite"),
              Boolean(name="b", create_constraint=True).with_variant(String(1), "mysql"),
              Enum("xyz", native_enum=False, length=None)):
    table = Table("t", MetaData(), Column("x", type_))
    for dialect in (sqlite, postgresql, mysql):
        tried(lambda: CreateTable(table).compile(dialect=dialect.dialect()))

e = create_engine("sqlite://")
m = MetaData()
t = Table("t", m, Column("id", Integer, primary_key=True), Column("name", String(5), index=True))
m.create_all(e)
with e.connect() as connection:
    print([it["name"] for it in e.dialect.get_columns(connection, "t")], e.dialect.get_table_names(connection))
    print(e.dialect.get_pk_constraint(connection, "t"), e.dialect.has_index(connection, "t", "ix_t_name"))
    print(inspect(connection).has_multi_table(["t", "none"]))
tried(lambda: setattr(t.c, "z", 1))
tried(lambda: t.c.__setitem__("z", 1) if hasattr(t.c, "__setitem__") else None)
print(t.c.compare(t.c), t.c.compare(t.alias().c))
drop = DropConstraint(t.primary_key, cascade=True, if_exists=True)
print(drop.cascade, drop.if_exists)
into = CreateTableAs(select(t), "copied", if_not_exists=True)
print(into.if_not_exists, dict(into.dialect_kwargs), dict(CreateView(select(t), "v", sqlite_if_not_exists=True).dialect_kwargs))
