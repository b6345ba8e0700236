"""Annotations that are not Mapped[]: which are refused, and where."""

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


try:

    class A(Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True)
        status: int

    print(A.__table__.c.keys())
except Exception as e:
    print(type(e).__name__, e)
try:

    class B(Base):
        __tablename__ = "b"
        id: Mapped[int] = mapped_column(primary_key=True)
        status: str = "x"

    print(B.__table__.c.keys(), B.status)
except Exception as e:
    print(type(e).__name__, e)
from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from typing import ClassVar, List, Optional


def go(f):
    try:
        print(f.__name__, f())
    except Exception as e:
        print(f.__name__, type(e).__name__, e)


class Base(DeclarativeBase):
    pass


def mixin_col():
    class M:
        x: int = Column(Integer)

    class A(M, Base):
        __tablename__ = "a1"
        id: Mapped[int] = mapped_column(primary_key=True)

    return A.__table__.c.keys()


def mixin_col_allow():
    class M:
        __allow_unmapped__ = True
        x: int = Column(Integer)

    class A(M, Base):
        __tablename__ = "a2"
        id: Mapped[int] = mapped_column(primary_key=True)

    return A.__table__.c.keys()


def mixin_plain():
    class M:
        x: int

    class A(M, Base):
        __tablename__ = "a3"
        id: Mapped[int] = mapped_column(primary_key=True)

    return A.__table__.c.keys()


def mixin_da():
    class M:
        @declared_attr
        def x(cls) -> int:
            return Column(Integer)

    class A(M, Base):
        __tablename__ = "a4"
        id: Mapped[int] = mapped_column(primary_key=True)

    return A.__table__.c.keys()


def mixin_da_allow():
    class M:
        __allow_unmapped__ = True

        @declared_attr
        def x(cls) -> int:
            return Column(Integer)

    class A(M, Base):
        __tablename__ = "a5"
        id: Mapped[int] = mapped_column(primary_key=True)

    return A.__table__.c.keys()


def local_col():
    class A(Base):
        __tablename__ = "a6"
        id: int = Column(Integer, primary_key=True)

    return A.__table__.c.keys()


def local_none():
    class A(Base):
        __tablename__ = "a7"
        id: int = Column(Integer, primary_key=True)
        x: int = None

    return A.__table__.c.keys()


def local_da():
    class A(Base):
        __tablename__ = "a8"
        id: int = Column(Integer, primary_key=True)

        @declared_attr
        def x(cls) -> int:
            return Column(Integer)

    return A.__table__.c.keys()


def opt_pk():
    class A(Base):
        __tablename__ = "a9"
        id: Mapped[Optional[int]] = mapped_column(primary_key=True)

    return A.__table__.c.id.nullable


def fk_str():
    from sqlalchemy import ForeignKey

    class B2(DeclarativeBase):
        type_annotation_map = {int: String(7)}

    class A(B2):
        __tablename__ = "a9"
        id: Mapped[int] = mapped_column(Integer, primary_key=True)
        x: Mapped[int] = mapped_column(ForeignKey("a9.id"))

    return repr(A.__table__.c.x.type)


def bare_mapped():
    class A(Base):
        __tablename__ = "a10"
        id: Mapped[int] = mapped_column(Integer, primary_key=True)
        x: Mapped = mapped_column()

    return A.__table__.c.keys()


def bare_mapped2():
    class A(Base):
        __tablename__ = "a11"
        id: Mapped[int] = mapped_column(Integer, primary_key=True)
        x: Mapped

    return A.__table__.c.keys()


def private():
    class A(Base):
        __tablename__ = "a12"
        id: Mapped[int] = mapped_column(Integer, primary_key=True)
        __x: int
        _y: ClassVar[int]
        z: ClassVar[str] = "5"

    return A.__table__.c.keys()


def none_type():
    class A(Base):
        __tablename__ = "a13"
        id: Mapped[int] = mapped_column(Integer, primary_key=True)
        x: Mapped[None]

    return repr(A.__table__.c.x.type), A.__table__.c.x.nullable


def undefined():
    class A(Base):
        __tablename__ = "a14"
        id: Mapped[int] = mapped_column(Integer, primary_key=True)
        x: Mapped["Undefined"]


def undefined2():
    class A(Base):
        __tablename__ = "a15"
        id: Mapped[int] = mapped_column(Integer, primary_key=True)
        x: Mapped[Optional["Undefined"]]


def assoc():
    from sqlalchemy.ext.associationproxy import AssociationProxy

    class A(Base):
        __tablename__ = "a17"
        id: Mapped[int] = mapped_column(Integer, primary_key=True)
        x: AssociationProxy[List[str]]

    return A.__table__.c.keys()
    if type(f) is type(go) and f.__module__ == __name__ and f is not go:
        go(f)


for f in (
    mixin_col,
    mixin_col_allow,
    mixin_plain,
    mixin_da,
    mixin_da_allow,
    local_col,
    local_none,
    local_da,
    opt_pk,
    fk_str,
    bare_mapped,
    bare_mapped2,
    private,
    none_type,
    undefined,
    undefined2,
    assoc,
):
    go(f)
