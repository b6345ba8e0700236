"""__mapper_args__ that name columns, of a mixin too, and columns beside __table__."""

from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import DeclarativeBase, mapped_column, Mapped


def run(f):
    class Base(DeclarativeBase):
        pass

    try:
        M = f()

        class A(M, Base):
            __tablename__ = "a"

        m = A.__mapper__
        print(
            f.__name__,
            [str(c) for c in m.primary_key],
            m.version_id_col is A.__table__.c.b,
            m.polymorphic_on is A.__table__.c.c,
        )
    except Exception as e:
        print(f.__name__, type(e).__name__, e)


def pk():
    class Mixin:
        a: Mapped[int] = mapped_column()
        b: Mapped[int] = mapped_column()
        c: Mapped[str] = mapped_column()
        __mapper_args__ = {"primary_key": [a, b]}

    return Mixin


def vid():
    class Mixin:
        a: Mapped[int] = mapped_column(primary_key=True)
        b: Mapped[int] = mapped_column()
        c: Mapped[str] = mapped_column()
        __mapper_args__ = {"version_id_col": b}

    return Mixin


def poly():
    class Mixin:
        a = Column(Integer, primary_key=True)
        b = Column(Integer)
        c = Column(String)
        __mapper_args__ = {"polymorphic_on": c}

    return Mixin


for f in (pk, vid, poly):
    run(f)
from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import DeclarativeBase, mapped_column, Mapped, relationship, column_property


class Base(DeclarativeBase):
    pass


def go(f):
    try:
        print(f.__name__, [str(c) for c in f().__mapper__.primary_key])
    except Exception as e:
        print(f.__name__, type(e).__name__, e)


def single():
    class A(Base):
        __tablename__ = "a"
        a: Mapped[int] = mapped_column()
        __mapper_args__ = {"primary_key": a}

    return A


def single_str():
    class A2(Base):
        __tablename__ = "a2"
        a: Mapped[int] = mapped_column()
        __mapper_args__ = {"primary_key": "a"}

    return A2


def plain():
    class A3(Base):
        __tablename__ = "a3"
        a = Column(Integer)
        __mapper_args__ = {"primary_key": a}

    return A3


def notcol():
    class A4(Base):
        __tablename__ = "a4"
        a: Mapped[int] = mapped_column()
        b = column_property(a + 5)
        __mapper_args__ = {"primary_key": "b"}

    return A4


def none():
    class A5(Base):
        __tablename__ = "a5"
        a: Mapped[int] = mapped_column()
        __mapper_args__ = {"primary_key": "q"}

    return A5


for f in (single, single_str, plain, notcol, none):
    go(f)
from sqlalchemy import Column, Integer, Table, String
from sqlalchemy.orm import DeclarativeBase, mapped_column


class Base(DeclarativeBase):
    pass


t = Table("t", Base.metadata, Column("id", Integer, primary_key=True), Column("data", String))


def go(f):
    try:
        f()
        print(f.__name__, "ok")
    except Exception as e:
        print(f.__name__, type(e).__name__, e)


def col():
    class User(Base):
        __table__ = t
        foo = Column(Integer, primary_key=True)


def mcol():
    class User(Base):
        __table__ = t
        foo = mapped_column(Integer)


def ok():
    class User(Base):
        __table__ = t
        some_data = t.c.data


for f in (col, mcol, ok):
    go(f)
