"""Overlaps warnings."""
import re
import warnings
from sqlalchemy import Column, ForeignKey, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, configure_mappers, mapped_column, relationship


class Base(DeclarativeBase):
    pass


def warned(make):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        try:
            print(make())
        except Exception as error:
            print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())
    for warning in found:
        print("  warning:", warning.category.__name__, re.sub("0x[0-9a-f]+", "0x..", str(warning.message)).split("(Background")[0].strip())


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs: Mapped[list["B"]] = relationship()


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int] = mapped_column(ForeignKey("a.id"))
    a: Mapped[A] = relationship()


warned(configure_mappers)
link = Table("link", Base.metadata, Column("x_id", ForeignKey("x.id")), Column("y_id", ForeignKey("y.id")))


class X(Base):
    __tablename__ = "x"
    id: Mapped[int] = mapped_column(primary_key=True)
    ys: Mapped[list["Y"]] = relationship(secondary=link)
    again: Mapped[list["Y"]] = relationship(secondary=link, overlaps="ys")


class Y(Base):
    __tablename__ = "y"
    id: Mapped[int] = mapped_column(primary_key=True)
    xs: Mapped[list[X]] = relationship(secondary=link)


warned(configure_mappers)
