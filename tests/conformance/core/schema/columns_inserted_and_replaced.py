"""Table.insert_column() and columns that take the place of others, by name or by key."""
import warnings
from sqlalchemy import Column, ForeignKey, Integer, MetaData, PrimaryKeyConstraint, String, Table, UniqueConstraint, select
from sqlalchemy.exc import ArgumentError, DuplicateColumnError
from sqlalchemy.schema import CreateTable

warnings.simplefilter("always")


def warned(make):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        made = make()
    for it in seen:
        print(it.category.__name__, it.message)
    return made


def refused(make):
    try:
        make()
    except (ArgumentError, DuplicateColumnError) as error:
        print(type(error).__name__, error)


def table(**kw):
    return Table("t", MetaData(), *(Column(name, Integer, primary_key=name == "a") for name in "abcd"), **kw)


for index in (0, 1, 4, 9, -1, -2, -9):
    t = table()
    t.insert_column(Column("new", Integer, primary_key=True), index)
    print(index, t.c.keys(), t.primary_key.columns.keys())
for index in range(-4, 4):
    t = table()
    t.insert_column(Column("b", String(5)), index, replace_existing=True)
    print(index, t.c.keys(), t.c.b.type)
t = table()
refused(lambda: t.insert_column(Column("b", Integer), 0))
refused(lambda: t.append_column(Column("b", Integer, key="other")))
refused(lambda: t.append_column(Column("other", Integer, key="b")))
refused(lambda: t.append_column(Column("a", Integer), replace_existing=True))

for keys in (("b1", "b2"), (None, "b2"), ("b1", None)):
    users = MetaData()
    refused(lambda: Table("u", users, Column("b", String, key=keys[0]), Column("b", String, key=keys[1])))
    t = warned(lambda: Table("u", users, Column("a", Integer), Column("b", String, key=keys[0]),
                             Column("b", String, key=keys[1]), extend_existing=True))
    print(t.c.keys(), select(t))

t = Table("u", MetaData(), Column("x", Integer, ForeignKey("a.id")), Column("y", Integer), UniqueConstraint("x", name="uq"))
t.append_column(Column("x", String(9)), replace_existing=True)
print(CreateTable(t), sorted(it.name or "" for it in t.constraints), t.foreign_keys)

t = warned(lambda: Table("v", MetaData(), Column("x", Integer, primary_key=True), Column("q", Integer),
                         PrimaryKeyConstraint("q")))
print(t.primary_key.columns.keys())
t = warned(lambda: Table("v", MetaData(), Column("x", Integer, primary_key=True), PrimaryKeyConstraint(name="own")))
print(t.primary_key)
c = Column(Integer)
print(c.name, c.key)
c.name = "late"
print(Table("w", MetaData(), c).c.keys())
