"""Declarative bases made by metaclass, from mixins and from generic classes, and their mistakes."""

from sqlalchemy import Column, Integer, create_engine, select
from sqlalchemy.orm import registry, Session, DeclarativeMeta

reg = registry()


class Base(metaclass=DeclarativeMeta):
    __abstract__ = True
    registry = reg
    metadata = reg.metadata
    __init__ = reg.constructor


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)


e = create_engine("sqlite://")
Base.metadata.create_all(e)
with Session(e) as s:
    s.add(User(id=3))
    s.commit()
    print(s.scalars(select(User)).one().id)
from sqlalchemy import MetaData, Column, Integer, String
from sqlalchemy.orm import DeclarativeBase, registry, Mapped, mapped_column, DeclarativeBaseNoMeta

r = registry()
m = MetaData()


class M1:
    registry = r


class M2:
    metadata = m


class M3:
    type_annotation_map = {int: String}


for B in (DeclarativeBase, DeclarativeBaseNoMeta):

    class A1(M1, B):
        pass

    class A2(M2, B):
        pass

    class A3(B, M3):
        pass

    print(A1.registry is r, A2.metadata is m)

    class T(A3):
        __tablename__ = "t"
        id: Mapped[int] = mapped_column(Integer, primary_key=True)
        z: Mapped[int]

    print(repr(T.__table__.c.z.type))

    class T(A2):
        __tablename__ = "t" + B.__name__
        id: Mapped[int] = mapped_column(Integer, primary_key=True)


print(list(m.tables))
from sqlalchemy import MetaData, Column, Integer, Table, String
from sqlalchemy.orm import DeclarativeBase, DeclarativeMeta, registry, Mapped, mapped_column, declarative_base


def go(f):
    try:
        f()
    except Exception as e:
        print(f.__name__, type(e).__name__, e)


def no_registry():
    class Base(metaclass=DeclarativeMeta):
        metadata = MetaData()


def bad_registry():
    class Base(DeclarativeBase):
        registry = {"foo": "bar"}


def bad_metadata():
    class Base(DeclarativeBase):
        metadata = {"foo": "bar"}


def registry_and_map():
    class Base(DeclarativeBase):
        registry = registry()
        type_annotation_map = {int: String}


def reg_and_map2():
    r = registry()

    class Base(DeclarativeBase):
        registry = r
        type_annotation_map = {int: String}


def direct():
    class X(DeclarativeBase):
        __tablename__ = "x"
        id = Column(Integer, primary_key=True)


for f in (no_registry, bad_registry, bad_metadata, reg_and_map2, direct):
    go(f)
from typing import Generic, TypeVar, Type
from sqlalchemy import Column, Integer
from sqlalchemy.orm import as_declarative, declarative_base, DeclarativeBase

T = TypeVar("T", bound="CommonBase")


class CommonBase(Generic[T]):
    @classmethod
    def boring(cls: Type[T]) -> Type[T]:
        return cls


@as_declarative()
class Base(CommonBase[T]):
    foo = 1


class Tab(Base["Tab"]):
    __tablename__ = "foo"
    a: int = Column(Integer, primary_key=True)


print(Tab.foo, Tab.boring() is Tab)
from sqlalchemy import Column, Integer, inspect
from sqlalchemy.orm import registry


class User:
    __tablename__ = "users"
    id = Column(Integer, primary_key=True)


m = registry().map_declaratively(User)
print(m is inspect(User), m)
from sqlalchemy import Column, Integer, event
from sqlalchemy.orm import declarative_base, Mapper, registry, clear_mappers


class MyBase:
    """MyBase Docstring"""


Base = declarative_base(cls=MyBase)
print(Base.__doc__)
log = []
event.listen(Mapper, "instrument_class", lambda mp, cls: log.append("instrument_class"))
event.listen(object, "class_instrument", lambda cls: log.append("class_instrument"))


class T(Base):
    __tablename__ = "t"
    id = Column(Integer, primary_key=True)


print(log)
reg = registry()


class Foo:
    __tablename__ = "some"
    id = Column(Integer, primary_key=True)


reg.mapped(Foo)
clear_mappers()
print(hasattr(Foo, "__mapper__"), hasattr(Foo, "__table__"))
