"""Unmapped[] and its mistakes, abstract collections as annotations, deferred_raiseload alone."""

from typing import Annotated, Optional
from sqlalchemy import String, ForeignKey, inspect, Column, Integer
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, Unmapped, unmapped_column
from sqlalchemy.schema import CreateTable

str30 = Annotated[str, mapped_column(String(30), comment="c", sort_order=10)]
defer = Annotated[str, mapped_column(deferred=True)]


def show(A):
    print(A.__table__.c.keys(), inspect(A).attrs.keys(), [hasattr(A, k) for k in A.__table__.c.keys()])


def go(body):
    class Base(DeclarativeBase):
        pass

    try:
        body(Base)
    except Exception as e:
        print(body.__name__, type(e).__name__, e)


def bare(Base):
    class A(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True)
        x: Unmapped[Optional[str]]
        data: Mapped[str]

    show(A)


def annotated(Base):
    class A(Base):
        __tablename__ = "a"
        x: Unmapped[str30]
        id: Mapped[int] = mapped_column(primary_key=True)
        y: Unmapped[Optional[str30]] = unmapped_column(index=True)

    show(A)


def wrong1(Base):
    class A(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True)
        x: Mapped[int] = unmapped_column()


def wrong2(Base):
    class A(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True)
        x: Unmapped[int] = mapped_column()


def wrong3(Base):
    class A(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True)
        x: Unmapped[int] = Column(Integer)


def wrong4(Base):
    class A(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True)
        x: Unmapped[int] = 5


def wrong5(Base):
    class A(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True)
        x: Unmapped[int] = unmapped_column(deferred=True, active_history=True)


def wrong6(Base):
    class A(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True)
        x: Unmapped[defer]


for f in (bare, annotated, wrong1, wrong2, wrong3, wrong4, wrong5, wrong6):
    go(f)
import typing, collections.abc
from typing import Dict
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, declared_attr


def go(label, container):
    class Base(DeclarativeBase):
        pass

    try:

        class B(Base):
            __tablename__ = "b"
            id: Mapped[int] = mapped_column(primary_key=True)
            a_id: Mapped[int] = mapped_column(ForeignKey("a.id"))

        ann = container[B]

        class A(Base):
            __tablename__ = "a"
            id: Mapped[int] = mapped_column(primary_key=True)
            bs: Mapped[ann] = relationship()

        Base.registry.configure()
        print(label, type(A().bs))
    except Exception as e:
        print(label, type(e).__name__, e)


go(1, typing.Sequence)
go(2, collections.abc.Sequence)
go(3, collections.abc.MutableSequence)
go(4, collections.abc.Collection)
go(5, collections.abc.Iterable)
go(6, collections.abc.Set)
go(7, collections.abc.MutableSet)
go(8, typing.Set)
go(9, list)
go(10, tuple)
from sqlalchemy import create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, Session


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    description: Mapped[str] = mapped_column(deferred_raiseload=True)


e = create_engine("sqlite://")
Base.metadata.create_all(e)
with Session(e) as s:
    s.add(Order(description="x"))
    s.commit()
    s.expunge_all()
    o = s.scalars(select(Order)).one()
    try:
        print(o.description)
    except Exception as ex:
        print(type(ex).__name__, ex)
