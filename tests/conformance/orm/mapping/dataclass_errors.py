"""Dataclass errors."""
import re
from sqlalchemy import JSON
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


class Base(DeclarativeBase):
    pass


def order():
    class A(MappedAsDataclass, Base):
        __tablename__ = "a"
        id: Mapped[int] = mapped_column(primary_key=True, init=False)
        x: Mapped[int] = mapped_column(default=1)
        y: Mapped[int]


def both():
    class B(MappedAsDataclass, Base):
        __tablename__ = "b"
        id: Mapped[int] = mapped_column(primary_key=True)
        x: Mapped[list[int]] = mapped_column(JSON, default=[], default_factory=list)


def no_dataclass():
    class C(Base):
        __tablename__ = "c"
        id: Mapped[int] = mapped_column(primary_key=True)
        x: Mapped[int] = mapped_column(init=False, kw_only=True)


def mutable():
    class D(MappedAsDataclass, Base):
        __tablename__ = "d"
        id: Mapped[int] = mapped_column(primary_key=True)
        x: Mapped[list[int]] = mapped_column(JSON, default=[])


tried(order)
tried(both)
tried(no_dataclass)
tried(mutable)
