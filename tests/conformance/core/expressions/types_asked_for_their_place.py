"""What get_col_spec() hears of its place, and deferrable= that is not a truth value."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    UniqueConstraint,
    cast,
    select,
)
from sqlalchemy.dialects import mysql, oracle, postgresql, sqlite
from sqlalchemy.schema import CreateTable
from sqlalchemy.types import TypeDecorator, UserDefinedType


class Money(UserDefinedType):
    cache_ok = True

    def get_col_spec(self, **kw):
        place = kw.get("type_expression")
        print("  asked for", type(place).__name__, getattr(place, "name", None))
        return "MONEY"


class Price(TypeDecorator):
    impl = Money
    cache_ok = True


class Plain(UserDefinedType):
    cache_ok = True

    def get_col_spec(self):
        print("  asked plainly")
        return "PLAIN"


metadata = MetaData()
goods = Table("goods", metadata, Column("price", Money()), Column("tax", Price()), Column("number", Integer))
print(CreateTable(goods))
for type_ in (Money(), Price(), Plain()):
    print(repr(type_), str(type_))
    print(cast(goods.c.number, type_))
    print(select(cast(goods.c.number + 1, type_)))
    for module in (postgresql, mysql, sqlite, oracle):
        print(module.__name__[20:], cast(goods.c.number, type_).compile(dialect=module.dialect()))

for deferrable in (True, False, None, "IMMEDIATE", "", 0, 1):
    other = MetaData()
    Table("p", other, Column("id", Integer, primary_key=True))
    c = Table(
        "c",
        other,
        Column("p", ForeignKey("p.id", deferrable=deferrable, initially="DEFERRED")),
        Column("q", Integer),
        UniqueConstraint("q", deferrable=deferrable, name="uq"),
        CheckConstraint("q > 1", deferrable=deferrable),
    )
    print(repr(deferrable), CreateTable(c))
    print([it.deferrable for it in c.foreign_keys], [it.deferrable for it in c.foreign_key_constraints])
