"""MetaData.get_schema_objects(): enums and sequences by kind, schema and name; own CREATE and DROP of a table; comparing defaults."""
from sqlalchemy import (
    Boolean, CheckConstraint, Column, ColumnDefault, Enum, FetchedValue, Index, Integer, MetaData, Sequence, Table,
    create_engine, func, select, text)
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.exc import ArgumentError
from sqlalchemy.schema import CreateIndex, CreateTable, CreateView, DefaultClause, DropTable
from sqlalchemy.sql.naming import conv


class Own(Enum):
    pass


m = MetaData()
colour = Enum("red", "blue", name="colour")
size = Own("s", "l", name="size", schema="w", metadata=m)
number = Sequence("number")
t = Table("t", m, Column("c", colour), Column("n", Integer, number))
print(m.get_schema_objects(Enum), m.get_schema_objects(Own), m.get_schema_objects(Own, schema="w"), m.get_schema_objects(Sequence))
print(m.get_schema_object_by_name(Enum, "colour") is colour, m.get_schema_object_by_name(Enum, "size"),
      m.get_schema_object_by_name(Enum, "size", schema="w") is size)
print(MetaData().schemas, MetaData(schema="x").schemas)
copied = MetaData()
made = t.to_metadata(copied)
print(made.c.n.default is number, made.c.n.default.metadata is copied, number.metadata is m, copied.get_schema_objects(Sequence))
copied.clear()
print(copied.get_schema_objects(Sequence))

e = create_engine("sqlite://", echo=False)
own = Table("own", MetaData(), Column("x", Integer))
own.set_creator_ddl(CreateTable(own, if_not_exists=True))
own.set_dropper_ddl(DropTable(own, if_exists=True))
for table in (own, own.to_metadata(MetaData(), name="own2")):
    table.create(e)
    table.create(e, checkfirst=False)
    table.drop(e)
    table.drop(e)
view = CreateView(select(own.c.x), "v", metadata=own.metadata)
other = MetaData()
copy = view.table.to_metadata(other)
print(view.table.is_view, copy.is_view, own.is_view, view.materialized, view.or_replace, view.table_name)
own.metadata.create_all(e)
own.metadata.drop_all(e)


def f():
    return 5


makers = [lambda: ColumnDefault(5), lambda: ColumnDefault(6), lambda: ColumnDefault(5, for_update=True), lambda: ColumnDefault(f),
          lambda: ColumnDefault(func.now()), lambda: ColumnDefault(func.max(5)), lambda: ColumnDefault(text("x"))]
for one in makers:
    print("".join(str(int(one().compare(other()))) for other in makers), one()._copy().compare(one()))
print(ColumnDefault(5).compare_argument(5), ColumnDefault(f).compare_argument(f), ColumnDefault(func.now()).compare_argument(func.now()))


class NeedsTwo:
    def __init__(self, x, y):
        pass


class Takes:
    def __init__(self, context, more=2):
        self.context = context


class Called:
    def __call__(self, context, more=3):
        return context, more


print(ColumnDefault(Takes).arg("given").context, ColumnDefault(Called()).arg("given"), ColumnDefault(dict).arg("given"),
      ColumnDefault(lambda a=1, b=2: (a, b)).arg("given"))
for wrong in (NeedsTwo, lambda a, b: 1):
    try:
        ColumnDefault(wrong)
    except ArgumentError as error:
        print(error)
c = Column("x", Integer, server_onupdate="5", server_default=FetchedValue(for_update=True))
print(c.server_onupdate, c.server_onupdate.column is c, c.server_default.for_update, Column("y", DefaultClause("6", for_update=True)).server_onupdate)

quoted = Table("Q", MetaData(), Column("x", Integer, quote=True), Column("Y", Integer, quote=False), quote=False, schema="S",
               quote_schema=False)
print(quoted.name.quote, quoted.schema.quote, quoted.c.x.name.quote, quoted.c.Y.name.quote)
print(CreateTable(quoted.to_metadata(MetaData())))
named = MetaData(naming_convention={"ck": "ck_%(table_name)s_%(constraint_name)s"})
check, final = CheckConstraint("x > 5", name="x1"), CheckConstraint("x > 6", name=conv("x2"))
print(CreateTable(Table("n", named, Column("x", Integer, check), Column("y", Integer, final), Column("b", Boolean(name="b", create_constraint=True)))))
print(check.name, final.name)
index = Index("ix", quoted.c.x, postgresql_using="gin", mysql_length=5)
for dialect, option in ((postgresql, "using"), (postgresql, "where"), (mysql, "length"), (sqlite, "where"), (mysql, "none")):
    print(option, index.get_dialect_option(dialect.dialect(), option, else_="nothing"))
print(CreateIndex(index).compile(dialect=postgresql.dialect()))
