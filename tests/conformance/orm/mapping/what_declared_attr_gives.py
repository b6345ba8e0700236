"""declared_attr that gives plain values, hybrids, tables and documented columns; columns of mixins with foreign keys."""

from sqlalchemy import Column, Integer
from sqlalchemy.orm import DeclarativeBase, declared_attr

calls = []


class HasMixin:
    @declared_attr
    def some_attr(cls):
        calls.append(cls.__name__)
        return cls.__name__ + "SOME ATTR"


class Base(DeclarativeBase):
    pass


class M(HasMixin, Base):
    __tablename__ = "t"
    id = Column(Integer, primary_key=True)

    @declared_attr
    def own(cls):
        return "own" + cls.__name__


print(M.some_attr, M.__dict__.get("some_attr"), M.own, M.__dict__.get("own"))


class Sub(M):
    pass


print(Sub.some_attr, Sub.own, M().some_attr)
print(calls)
from sqlalchemy import Column, Integer, select, inspect
from sqlalchemy.orm import DeclarativeBase, declared_attr
from sqlalchemy.ext.hybrid import hybrid_property


class Base(DeclarativeBase):
    pass


class Mixin:
    @hybrid_property
    def hp1(self):
        return self.id + 1

    @declared_attr
    def hp2(cls):
        @hybrid_property
        def hp2(self):
            return self.id + 2

        return hp2


class A(Mixin, Base):
    __tablename__ = "a"
    id = Column(Integer, primary_key=True)


class D(A):
    pass


print(select(A.hp1, A.hp2))
print(select(D.hp2))
print(A(id=1).hp2, D(id=4).hp2)
print(sorted(inspect(A).all_orm_descriptors.keys()), sorted(inspect(D).all_orm_descriptors.keys()))
from sqlalchemy import Column, String, Integer
from sqlalchemy.orm import DeclarativeBase, declared_attr, configure_mappers, column_property, mapped_column


class Base(DeclarativeBase):
    pass


class Mix:
    @declared_attr
    def type_(cls):
        """this is a document."""
        return Column(String(50))

    @declared_attr
    def t2(cls):
        """this is another document."""
        return column_property(Column(String(50)))


class M(Mix, Base):
    __tablename__ = "t"
    id = Column(Integer, primary_key=True)
    d = mapped_column(Integer, doc="doc of d")


configure_mappers()
print(M.type_.__doc__, "|", M.t2.__doc__, "|", M.d.__doc__)
from sqlalchemy import Column, Integer, Table
from sqlalchemy.orm import DeclarativeBase, declared_attr


class Base(DeclarativeBase):
    @declared_attr.directive
    def __table__(cls):
        print("called for", cls.__name__)
        return Table(cls.__name__, cls.registry.metadata, Column("id", Integer, primary_key=True))


class A(Base):
    pass


print(A.__table__.name, "__table__" in A.__dict__)
from sqlalchemy import Column, Integer, ForeignKey
from sqlalchemy.orm import DeclarativeBase, mapped_column


class Base(DeclarativeBase):
    pass


for n, col in enumerate((Column, mapped_column)):

    class MyMixin:
        id = col(Integer, primary_key=True)
        foo = col(Integer, ForeignKey(id))

    try:
        A = type("A%d" % n, (MyMixin, Base), {"__tablename__": "a%d" % n})
        print("ok", A.__table__.foreign_keys)
    except Exception as e:
        print(type(e).__name__, e)
from typing import Annotated
from sqlalchemy import Integer, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, declared_attr, column_property


class Base(DeclarativeBase):
    pass


myint = Annotated[int, mapped_column(Integer)]


class Mix:
    x: Mapped[myint]
    y: Mapped[myint]

    @declared_attr
    def x_plus_y(cls) -> Mapped[int]:
        return column_property(cls.x + cls.y)


class S(Mix, Base):
    __tablename__ = "s"
    id: Mapped[int] = mapped_column(primary_key=True)


class S2(Mix, Base):
    __tablename__ = "s2"
    id: Mapped[int] = mapped_column(primary_key=True)


print(select(S.x_plus_y))
print(select(S2.x_plus_y))
