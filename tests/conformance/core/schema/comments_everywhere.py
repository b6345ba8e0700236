"""Comments on tables, columns and constraints for each database; quotes in them; setting and dropping; reflection says no on SQLite."""
from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, MetaData, String, Table, UniqueConstraint, create_engine, inspect
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.schema import CreateTable, DropColumnComment, DropTableComment, SetColumnComment, SetTableComment

t = Table("t", MetaData(), Column("id", Integer, primary_key=True, comment="the 'key'"), Column("n", String(5), comment='say "hi" \\ 100%', nullable=False, server_default="x"), UniqueConstraint("n", name="uq_n", comment="only one"), comment="all of 'them'\nsecond line")
plain = Table("p", MetaData(), Column("n", Integer))
for dialect in sqlite.dialect(), postgresql.dialect(), mysql.dialect():
    print(dialect.name, CreateTable(t).compile(dialect=dialect))
    for ddl in SetTableComment(t), DropTableComment(t), SetColumnComment(t.c.n), DropColumnComment(t.c.n), SetTableComment(plain), SetColumnComment(plain.c.n):
        try:
            print(ddl.compile(dialect=dialect))
        except Exception as exc:
            print(type(ddl).__name__, type(exc).__name__, exc)
print(t.comment, t.c.n.comment, plain.comment, plain.c.n.comment)
print(repr(t.c.id), repr(plain))
engine = create_engine("sqlite://", echo=True)
t.create(engine)
try:
    print(inspect(engine).get_table_comment("t"))
except NotImplementedError as exc:
    print("NotImplementedError", exc)
print([c.get("comment") for c in inspect(engine).get_columns("t")])
