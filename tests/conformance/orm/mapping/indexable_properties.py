"""sqlalchemy.ext.indexable: items of JSON and array columns as attributes."""

from sqlalchemy import *
from sqlalchemy.orm import *
from sqlalchemy.ext.indexable import index_property
from sqlalchemy.dialects import postgresql


class Base(DeclarativeBase):
    pass


class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    data = mapped_column(JSON)
    lst = mapped_column(JSON)
    name = index_property("data", "name")
    age = index_property("data", "age", default=None)
    first = index_property("lst", 0, default=None, onebased=False)
    deep = index_property("data", "deep", mutable=True, datatype=dict)
    ro = index_property("data", "name", mutable=False)


class N(index_property):
    def __init__(self, attr_name, index, cast_type):
        super().__init__(attr_name, index)
        self.cast_type = cast_type

    def expr(self, model):
        return cast(super().expr(model).as_string(), self.cast_type)


P.num = N("data", "num", Integer)
e = create_engine("sqlite://")
Base.metadata.create_all(e)
s = Session(e)


def go(f):
    try:
        print(f())
    except Exception as ex:
        print(type(ex).__name__, str(ex)[:300])


p = P(name="ed")
print(p.data)
go(lambda: p.name)
go(lambda: p.age)
go(lambda: p.deep)
p.age = 5
print(p.data)
go(lambda: setattr(p, "ro", 3))
go(lambda: delattr(p, "age"))
print(p.data)
go(lambda: p.first)
p2 = P(data={"name": "z"})
p2.name = "y"
print(p2.data)
go(lambda: P().name)
go(lambda: P(lst=[1, 2]).first)
s.add_all([p, p2])
s.commit()
go(lambda: select(P.id).where(P.name.as_string() == "ed"))
go(lambda: s.scalars(select(P.id).where(P.name.as_string() == "y")).all())
go(lambda: select(P.num))
p.name = "new"
go(lambda: s.is_modified(p))
s.commit()
print(p.data)
go(lambda: delattr(P(), "name"))
go(lambda: select(aliased(P).name))
print(P.first.expression if hasattr(P.first, "expression") else None)
print(index_property.__mro__[1].__name__)


class Q(Base):
    __tablename__ = "q"
    id: Mapped[int] = mapped_column(primary_key=True)
    arr = mapped_column(postgresql.ARRAY(Integer))
    one = index_property("arr", 0)
    two = index_property("arr", 1, onebased=False)


print(select(Q.one).compile(dialect=postgresql.dialect()).params)
q = Q(one=5)
print(q.arr)
q = Q(arr=[1, 2])
q.one = 9
print(q.arr)
