"""Tables from subclasses of TypedColumns: inference, mixins, refused classes."""
import datetime, decimal, enum
from typing import Optional
from sqlalchemy import *
from sqlalchemy.schema import CreateTable
m = MetaData()
class with_id(TypedColumns):
    id = Column(Integer, primary_key=True)
class named_cols(TypedColumns):
    name: Named[str]
    description: Named[str | None]
class product_cols(named_cols, with_id):
    ean: Named[str] = Column(unique=True)
    weight: Named[float | None]
    age: Named[int | None] = Column("user_age")
    middle: Named[str] = Column(String(42), key="mid")
    made: Column[datetime.datetime]
    price: Optional[int] if False else Named[Optional[decimal.Decimal]]
    who: Named[int] = Column(ForeignKey("office.id"))
    plain = Column(ForeignKey("office.id"), server_default="3", comment="c")
    req: Named[int | None] = Column(nullable=False)
    opt: Named[int] = Column(nullable=True)
    later: "Named[bool]"
    __row_pos__: tuple[int, str]
product = Table("product", m, product_cols, Index("ix", "name"), CheckConstraint("user_age > 0"), comment="tbl")
class office_cols(named_cols, with_id):
    address: Named[str]
office = Table("office", m, office_cols)
print(CreateTable(product)); print(CreateTable(office)); print(product.c.keys(), [repr(c) for c in product.c]); print(product.indexes and sorted(i.name for i in product.indexes))
print(office.c.id is with_id.id, with_id.id.table, select(product)); print(m.sorted_tables)
e = create_engine("sqlite://"); m.create_all(e)
def t(f):
    try: print(f())
    except Exception as x: print(type(x).__name__, x, type(x.__cause__).__name__)
t(lambda: TypedColumns()); t(lambda: with_id()); t(lambda: Table("x", m, int)); t(lambda: Table("x", m, typed_columns_cls=with_id)); t(lambda: Table("office", m, with_id))
def cls(body, base=TypedColumns):
    ns = {}
    def f():
        d = {"Named": Named, "Column": Column, "TypedColumns": base, "Integer": Integer, "ForeignKey": ForeignKey, "__name__": "__main__"}
        exec("class c(TypedColumns):\n" + "".join("    " + l + "\n" for l in body.split("\n")), d)
        tb = Table("x" + str(len(m.tables)), m, d["c"]); return str(CreateTable(tb))
    return f
for b in ["a: int", "a: Named", "a: Named[set]", "a: Named[int|str]", "a: 'Named[nope]'", "a: Named[int] = 4", "a = Column()", "a: Named = Column()", "a: Named[int] = Column(primary_key=True)\ndef x(self): pass\ny = lambda: 3", "a = 5", "a: Named[None]", "a: Named[list[int]] = Column(Integer)", "a: list[int] = Column(Integer)", "a: Named[int] = Column('b', key='c')", "pass", "a: Named[int]=Column(ForeignKey(Column('z', Integer)))", "a: Column[int] = Column(unique=True)\nb: Named[bytes]\n_c: Named[str]", "a: Named[int | None] = Column(primary_key=True)", "a: Named[object]"]:
    print(b.split("\n")[0]); t(cls(b))
from sqlalchemy.orm import *
class Base(DeclarativeBase): pass
class A(Base):
    __tablename__="a"
    id: Mapped[int]=mapped_column(primary_key=True)
    data: Mapped[str]
class a_cols(A, TypedColumns): pass
print(as_typed_table(A, a_cols) is A.__table__, as_typed_table(A) is A.__table__, [x.class_.__name__ for x in Base.registry.mappers])
t(lambda: Table("z", m, a_cols)); t(lambda: Table("z", m, A))
ex = Table("office", m, with_id, extend_existing=True); print(ex is office, ex.c.keys(), Table("office", m, keep_existing=True) is office)
print(Named[int], with_id.__mro__[1].__name__)
class sub(Table): pass
print(type(sub("zz", m, with_id)).__name__, Table("sch", m, with_id, schema="q").fullname)
