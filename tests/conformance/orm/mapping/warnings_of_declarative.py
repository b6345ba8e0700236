"""What declarative classes are warned of."""

import warnings

warnings.simplefilter("always")
warnings.showwarning = lambda m, c, *a, **k: print(c.__name__, m)
from sqlalchemy import Column, Integer, literal, ForeignKey, column
from sqlalchemy.orm import (
    DeclarativeBase,
    declared_attr,
    mapped_column,
    relationship,
    column_property,
    synonym,
    declarative_mixin,
    registry,
)


class Base(DeclarativeBase):
    pass


class B(Base):
    __tablename__ = "b"
    id = mapped_column(Integer, primary_key=True)
    aid = mapped_column(ForeignKey("a.id"))


class A(Base):
    __tablename__ = "a"
    id = mapped_column(Integer, primary_key=True)
    bs = relationship("B")
    b2 = bs
    c = column_property(literal("foo") + literal("bar"))
    c2 = c
    s = synonym("id")
    s2 = s


print("-- cascading on mapped")


class MyBase(Base):
    __tablename__ = "foo"
    id = Column(Integer, primary_key=True)

    @declared_attr.cascading
    def somecol(cls):
        return Column(Integer)


print("-- non sql")


class Foo(Base):
    __tablename__ = "foo1"
    id = Column(Integer, primary_key=True)
    x = column("q")
    z = literal("x") + literal("y")


print("-- mixin")


class Mix:
    @declared_attr
    def x(cls):
        return column("q")

    y = column("r")


class Foo5(Mix, Base):
    __tablename__ = "foo5"
    id = Column(Integer, primary_key=True)


print("-- straight access")


class Mix2:
    @declared_attr
    def my_prop(cls):
        return Column(Integer)


Mix2.my_prop
print("-- cascading tablename")


class Mix3:
    @declared_attr.cascading
    def __tablename__(cls):
        return cls.__name__.lower()


class Foo6(Mix3, Base):
    id = Column(Integer, primary_key=True)


print("-- declarative_mixin")


@declarative_mixin
class M:
    pass


print("-- reserved")


class R(Base):
    __tablename__ = "r"
    id = Column(Integer, primary_key=True)
    try:
        registry = Column(Integer)
    except Exception as e:
        print(e)


import warnings

warnings.simplefilter("always")
warnings.showwarning = lambda m, c, *a, **k: print(c.__name__, m)
from sqlalchemy import Column, Integer
from sqlalchemy.orm import DeclarativeBase, declarative_base, mapped_column, Mapped

for Base in (declarative_base(), type("B", (DeclarativeBase,), {})):
    for name in ("metadata", "registry"):
        try:
            T = type(Base)(
                "T" + name,
                (Base,),
                {
                    "__tablename__": "t" + name,
                    "id": Column(Integer, primary_key=True),
                    name: Column(Integer),
                    "__module__": "__main__",
                },
            )
            print(T.__table__.c.keys())
        except Exception as e:
            print(type(e).__name__, e)
