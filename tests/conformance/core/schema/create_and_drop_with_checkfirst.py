"""create_all/drop_all/create/drop with checkfirst on and off, tables=, CheckFirst, and the errors of doing it twice."""
from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, create_engine, inspect
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.schema import CheckFirst, CreateIndex, CreateTable, DropTable

metadata = MetaData()
a = Table("a", metadata, Column("id", Integer, primary_key=True))
b = Table("b", metadata, Column("id", Integer, primary_key=True), Column("a_id", ForeignKey("a.id"), index=True))
c = Table("c", metadata, Column("id", Integer, primary_key=True), Column("b_id", ForeignKey("b.id")))
engine = create_engine("sqlite://", echo=True)


def attempt(label, call):
    print("--", label)
    try:
        print(call())
    except SQLAlchemyError as exc:
        print(type(exc).__name__, str(exc).splitlines()[0])


attempt("only b", lambda: metadata.create_all(engine, tables=[b]))
attempt("all", lambda: metadata.create_all(engine))
attempt("all again", lambda: metadata.create_all(engine))
attempt("no check", lambda: metadata.create_all(engine, checkfirst=False))
attempt("table no check", lambda: a.create(engine))
attempt("table checked", lambda: a.create(engine, checkfirst=True))
attempt("drop parent first", lambda: a.drop(engine))
attempt("drop twice", lambda: a.drop(engine))
attempt("drop twice checked", lambda: a.drop(engine, checkfirst=True))
attempt("drop some", lambda: metadata.drop_all(engine, tables=[c]))
attempt("drop the rest", lambda: metadata.drop_all(engine))
attempt("drop nothing", lambda: metadata.drop_all(engine))
attempt("drop no check", lambda: metadata.drop_all(engine, checkfirst=False))
attempt("flags", lambda: metadata.create_all(engine, checkfirst=CheckFirst.TABLES))
attempt("flags none", lambda: metadata.create_all(engine, checkfirst=CheckFirst.NONE))
with engine.begin() as conn:
    conn.execute(CreateTable(a, if_not_exists=True))
    conn.execute(CreateIndex(list(b.indexes)[0], if_not_exists=True))
    conn.execute(DropTable(c, if_exists=True))
    conn.execute(DropTable(c, if_exists=True))
print(list(CheckFirst), inspect(engine).get_table_names())
