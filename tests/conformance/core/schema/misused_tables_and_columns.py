"""What Table, Column, ForeignKey, MetaData and the constraints say to wrong arguments."""
import re
from sqlalchemy import CheckConstraint, Column, ForeignKey, ForeignKeyConstraint, Index, Integer, MetaData, PrimaryKeyConstraint, String, Table, UniqueConstraint, create_engine, select
from sqlalchemy.schema import CreateTable


def bare(value):
    return re.sub(r" at 0x[0-9a-f]+", " at 0x...", str(value))


metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("a", Integer))


def attempt(label, call):
    try:
        print(label, "->", bare(call()))
    except Exception as exc:
        print(label, "->", type(exc).__name__, bare(exc))


attempt("again", lambda: Table("t", metadata, Column("z", Integer)))
attempt("again without columns", lambda: Table("t", metadata) is t)
attempt("extend", lambda: Table("t", metadata, Column("b", Integer), extend_existing=True).c.keys())
attempt("extend replaces", lambda: Table("t", metadata, Column("a", String(3)), extend_existing=True).c.a.type)
attempt("keep", lambda: Table("t", metadata, Column("zz", Integer), keep_existing=True).c.keys())
attempt("both", lambda: Table("t", metadata, extend_existing=True, keep_existing=True))
attempt("must_exist", lambda: Table("nothere", metadata, must_exist=True))
attempt("must_exist ok", lambda: Table("t", metadata, must_exist=True) is t)
attempt("no metadata", lambda: Table("x", Column("a", Integer)))
attempt("no name", lambda: Table(None, MetaData()))
attempt("string for a column", lambda: Table("x", MetaData(), "a"))
attempt("type for a column", lambda: Table("x", MetaData(), Integer))
attempt("duplicate column", lambda: Table("x", MetaData(), Column("a", Integer), Column("a", String)).c.keys())
attempt("unnamed column", lambda: Table("x", MetaData(), Column(Integer)))
attempt("column in two tables", lambda: Table("y", MetaData(), t.c.id))
attempt("unknown keyword", lambda: Table("x", MetaData(), Column("a", Integer), colour="red"))
attempt("bad column keyword", lambda: Column("a", Integer, colour="red"))
attempt("two types", lambda: Column("a", Integer, String))
attempt("name twice", lambda: Column("a", "b", Integer))
attempt("type twice", lambda: Column("a", Integer, type_=String))
attempt("bad item", lambda: Column("a", Integer, 5))
attempt("bad type", lambda: Column("a", int))
attempt("number as name", lambda: Column(5, Integer))
attempt("pk names", lambda: Table("x", MetaData(), Column("a", Integer), PrimaryKeyConstraint("nope")))
attempt("uq names", lambda: Table("x", MetaData(), Column("a", Integer), UniqueConstraint("nope")))
attempt("fk lengths", lambda: ForeignKeyConstraint(["a", "b"], ["t.id"]))
attempt("fk duplicates", lambda: ForeignKeyConstraint(["a", "a"], ["t.id", "t.a"]))
attempt("fk local", lambda: Table("x", MetaData(), Column("a", Integer), ForeignKeyConstraint(["nope"], ["t.id"])))
attempt("fk to nowhere", lambda: Table("x", MetaData(), Column("a", ForeignKey("nowhere.id"))).c.a.type)
attempt("fk to nowhere ddl", lambda: CreateTable(Table("x", MetaData(), Column("a", ForeignKey("nowhere.id")))).compile())
attempt("fk to no column", lambda: CreateTable(Table("x1", metadata, Column("a", ForeignKey("t.nope")))).compile())
attempt("fk no dot", lambda: Table("x2", metadata, Column("a", Integer, ForeignKey("t"))).c.a.references(t.c.id))
attempt("fk to a number", lambda: ForeignKey(5))
attempt("fk to a table", lambda: Table("x3", metadata, Column("a", ForeignKey(t))))
attempt("fk to expression", lambda: ForeignKey(t.c.id + 1))
attempt("pk conflict", lambda: Table("x4", MetaData(), Column("a", Integer, primary_key=True), Column("b", Integer), PrimaryKeyConstraint("b")).primary_key.columns.keys())
attempt("check wrong", lambda: CheckConstraint(5))
attempt("unique without table", lambda: CreateTable(Table("x5", MetaData())).compile())
attempt("metadata bind", lambda: MetaData("sqlite://"))
attempt("metadata kw", lambda: MetaData(bind=1))
attempt("schema number", lambda: MetaData(schema=5).schema)
attempt("sorted", lambda: MetaData().sorted_tables)
attempt("create_all nothing", lambda: metadata.create_all(None))
attempt("create_all string", lambda: metadata.create_all("sqlite://"))
attempt("append again", lambda: t.append_column(Column("id", Integer)))
attempt("append ok", lambda: t.append_column(Column("later", Integer)) or t.c.keys())
attempt("append replace", lambda: t.append_column(Column("id", String), replace_existing=True) or t.c.id.type)
attempt("remove", lambda: metadata.remove(t) or sorted(metadata.tables))
attempt("clear", lambda: metadata.clear() or len(metadata.tables))
attempt("two autoincrement", lambda: CreateTable(Table("x6", MetaData(), Column("a", Integer, primary_key=True, autoincrement=True), Column("b", Integer, primary_key=True, autoincrement=True))).compile())
attempt("bool", lambda: bool(t.c.id == 1))
attempt("iter", lambda: list(t))
