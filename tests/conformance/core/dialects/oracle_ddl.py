"""Oracle's DDL: tables with options, identities, computed columns, sequences, indexes, comments, constraints, names that need quotes, and misuse."""
import re
import warnings

from sqlalchemy import (BigInteger, Boolean, CheckConstraint, Column, Computed, Date, DateTime, Enum, Float, ForeignKey, ForeignKeyConstraint, Identity, Index, Integer, LargeBinary, MetaData, Numeric, PrimaryKeyConstraint, Sequence, String, Table, Text, Unicode, UniqueConstraint, create_mock_engine, desc, func, select, text)
from sqlalchemy.dialects import oracle, postgresql
from sqlalchemy.schema import AddConstraint, CreateIndex, CreateSchema, CreateSequence, CreateTable, DropColumnComment, DropConstraint, DropIndex, DropSchema, DropSequence, DropTable, DropTableComment, SetColumnComment, SetTableComment

ora = oracle.dialect()
warnings.simplefilter("always")


def show(title, make):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            print(title, "->", str(make().compile(dialect=ora)).replace("\n", "|").replace("\t", ">"))
        except Exception as error:
            print(title, "!!", type(error).__name__, re.sub("0x[0-9a-f]+", "0x", str(error)))
    for w in seen:
        print("    ", type(w.message).__name__, w.message)


m = MetaData(naming_convention={"ix": "ix_%(table_name)s_%(column_0_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s"})
a = Table("a", m, Column("id", Integer, primary_key=True), Column("n", BigInteger, nullable=False, server_default="5"), Column("s", String(10), unique=True, index=True, comment="a string"), Column("x", Text), Column("u", Unicode(5)), Column("ok", Boolean(create_constraint=True)), Column("b", LargeBinary), Column("d", Date), Column("t", DateTime, server_default=func.now()), Column("f", Float), Column("e", Enum("p", "q", name="pq")), Column("size", Integer), Column("_low", Integer), Column("Up", Integer), Column("money", Numeric(10, 2), server_default=text("0")), CheckConstraint("n > 1", name="n_big"), comment="it's a")
b = Table("b", m, Column("id", Integer, Identity(start=3, increment=2, nominvalue=True, nomaxvalue=True, cycle=False, cache=5, oracle_order=True), primary_key=True), Column("a_id", ForeignKey("a.id", ondelete="CASCADE", onupdate="SET NULL", deferrable=True, initially="DEFERRED")), Column("c", Integer, Identity(always=True, oracle_on_null=True)), Column("k", Integer, Identity(always=None, oracle_on_null=True, oracle_order=False)), schema="other")
c = Table("c", m, Column("x", Integer), Column("y", Integer, Computed("x + 1")), Column("z", Integer, Computed("x + 2", persisted=False)), Column("w", Integer, Sequence("w_seq", start=4), primary_key=True), oracle_compress=True, oracle_on_commit="PRESERVE ROWS", oracle_tablespace="My Space", prefixes=["GLOBAL TEMPORARY"])
d = Table("d", MetaData(), Column("x", Integer), oracle_compress=6, oracle_on_commit="delete_rows", oracle_tablespace="plain")
e = Table("e", MetaData(), Column("y", Integer, Computed("1", persisted=True)))
for table in a, b, c, d, e:
    show(table.name, lambda: CreateTable(table))
    show("drop " + table.name, lambda: DropTable(table, if_exists=True))
for index in sorted(a.indexes, key=lambda it: it.name):
    show("index", lambda: CreateIndex(index))
show("unique", lambda: CreateIndex(Index("u1", a.c.n, unique=True)))
show("bitmap", lambda: CreateIndex(Index("i2", a.c.n, a.c.s.desc(), oracle_bitmap=True)))
show("compress", lambda: CreateIndex(Index("i3", a.c.n, oracle_compress=True)))
show("compress 2", lambda: CreateIndex(Index("i4", a.c.n, a.c.s, oracle_compress=2, unique=True)))
show("function", lambda: CreateIndex(Index("i5", func.lower(a.c.s), text("n"))))
show("schema", lambda: CreateIndex(Index("i6", b.c.a_id)))
show("if not exists", lambda: CreateIndex(Index("i7", a.c.n), if_not_exists=True))
show("drop index", lambda: DropIndex(Index("i8", b.c.a_id)))
show("long name", lambda: CreateIndex(Index("i" * 129, a.c.n)))
show("fine name", lambda: CreateIndex(Index("i" * 128, a.c.n)))
for s in Sequence("s1"), Sequence("s2", start=1, increment=-1, nominvalue=True, nomaxvalue=True, cycle=True, cache=3, oracle_order=True), Sequence("s3", schema="sc", cycle=False, oracle_order=False), Sequence("Level", minvalue=1, maxvalue=5):
    show("sequence", lambda: CreateSequence(s))
    show("drop sequence", lambda: DropSequence(s))
    show("next", lambda: select(s.next_value()))
    print(repr(s), s.order)
    print(CreateSequence(s).compile(dialect=postgresql.dialect()))
show("table comment", lambda: SetTableComment(a))
show("drop table comment", lambda: DropTableComment(a))
show("column comment", lambda: SetColumnComment(a.c.s))
show("drop column comment", lambda: DropColumnComment(a.c.s))
show("add fk", lambda: AddConstraint(next(iter(b.foreign_key_constraints))))
show("drop fk", lambda: DropConstraint(next(iter(b.foreign_key_constraints))))
show("drop cascade", lambda: DropConstraint(a.primary_key, cascade=True))
show("add unique", lambda: AddConstraint(UniqueConstraint(a.c.n, a.c.s, name="uq")))
show("create schema", lambda: CreateSchema("sc"))
show("drop schema", lambda: DropSchema("sc", cascade=True))
show("two updates", lambda: CreateTable(Table("g", MetaData(), Column("x", ForeignKey(a.c.id, onupdate="CASCADE")), Column("y", Integer), ForeignKeyConstraint(["y"], [a.c.id], onupdate="CASCADE", name="fk2"))))
engine = create_mock_engine("oracle+oracledb://", lambda sql, *args, **kw: print(str(sql.compile(dialect=engine.dialect)).replace("\n", "|").replace("\t", ">")))
small = MetaData()
Table("one", small, Column("id", Integer, Identity(), primary_key=True), Column("s", String(5), index=True, comment="words"), comment="table")
Table("two", small, Column("id", Integer, Sequence("two_seq"), primary_key=True), Column("one_id", ForeignKey("one.id")))
Sequence("free", metadata=small, start=5)
small.create_all(engine, checkfirst=False)
small.drop_all(engine, checkfirst=False)
for make in lambda: Table("x", MetaData(), oracle_nothing=1), lambda: Index("x", a.c.n, oracle_foo=True), lambda: Identity(order=True, oracle_order=True), lambda: Identity(on_null=True, oracle_on_null=False), lambda: Sequence("x", order=True, oracle_order=True), lambda: Sequence("x", oracle_foo=1), lambda: Identity(order=True), lambda: Identity(on_null=True).on_null, lambda: Sequence("x", order=False).order:
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            print(repr(make()))
        except Exception as error:
            print(type(error).__name__, error)
    for w in seen:
        print("    ", type(w.message).__name__, w.message)
print(b.to_metadata(MetaData()).c.id.identity.dialect_options["oracle"]["order"], b.c.c.identity.on_null, b.c.c.identity.order, dict(b.c.k.identity.dialect_kwargs), a.dialect_options["oracle"]["compress"])
