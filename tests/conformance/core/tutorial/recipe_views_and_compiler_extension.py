"""The @compiles recipes: a construct of one's own, other SQL for one dialect, and changing how an existing element is written."""
from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, func, insert, select, text
from sqlalchemy.dialects import mysql, postgresql
from sqlalchemy.ext.compiler import compiles, deregister
from sqlalchemy.schema import CreateColumn, CreateTable, DDLElement
from sqlalchemy.sql.expression import ClauseElement, ColumnElement, Executable, FunctionElement
from sqlalchemy.types import DateTime, Numeric


class coalesce_zero(FunctionElement):
    name = "coalesce_zero"
    inherit_cache = True
    type = Integer()


@compiles(coalesce_zero)
def default(element, compiler, **kw):
    return "coalesce(%s, 0)" % compiler.process(element.clauses, **kw)


@compiles(coalesce_zero, "mysql")
def for_mysql(element, compiler, **kw):
    return "ifnull(%s, 0)" % compiler.process(element.clauses, **kw)


class utcnow(FunctionElement):
    type = DateTime()
    inherit_cache = True


@compiles(utcnow, "postgresql")
def pg_utcnow(element, compiler, **kw):
    return "TIMEZONE('utc', CURRENT_TIMESTAMP)"


@compiles(utcnow, "sqlite")
def lite_utcnow(element, compiler, **kw):
    return "'2024-01-01 00:00:00.000000'"


class InsertFromSelect(Executable, ClauseElement):
    inherit_cache = False

    def __init__(self, table, select):
        self.table = table
        self.select = select


@compiles(InsertFromSelect)
def visit_insert_from_select(element, compiler, **kw):
    return "INSERT INTO %s (%s)" % (compiler.process(element.table, asfrom=True, **kw), compiler.process(element.select, **kw))


class CreateMyView(DDLElement):
    def __init__(self, name, selectable):
        self.name = name
        self.selectable = selectable


@compiles(CreateMyView)
def create_view(element, compiler, **kw):
    return "CREATE VIEW %s AS %s" % (element.name, compiler.sql_compiler.process(element.selectable, literal_binds=True))


metadata = MetaData()
t = Table("t", metadata, Column("id", Integer, primary_key=True), Column("n", Integer), Column("at", DateTime, server_default=utcnow()))
for dialect in None, postgresql.dialect(), mysql.dialect():
    for stmt in select(coalesce_zero(t.c.n) + 1), select(utcnow()):
        try:
            print(stmt.compile(dialect=dialect))
        except Exception as exc:
            print(type(exc).__name__, str(exc).split(" object at 0x")[0].split("<sqlalchemy")[0])
engine = create_engine("sqlite://", echo=True)
with engine.begin() as conn:
    conn.execute(text("CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER, at DATETIME)"))
    conn.execute(insert(t), [{"n": 5}, {"n": None}])
    print(conn.execute(select(t.c.id, coalesce_zero(t.c.n).label("z")).order_by("z")).all())
    conn.execute(CreateMyView("big", select(t.c.id).where(t.c.n > 3)))
    print(conn.execute(text("SELECT * FROM big")).all(), conn.scalar(select(utcnow())))
print(InsertFromSelect(t, select(t).where(t.c.n > 5)))


@compiles(CreateColumn)
def use_upper(element, compiler, **kw):
    return compiler.visit_create_column(element, **kw).upper()


print(CreateTable(Table("u", MetaData(), Column("a", String(5)))))
deregister(CreateColumn)
