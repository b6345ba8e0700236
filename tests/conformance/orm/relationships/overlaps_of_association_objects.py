"""Warnings of an association object beside a many-to-many with a backref."""

import re
from sqlalchemy import *
from sqlalchemy.orm import *


class Base(DeclarativeBase):
    pass


e = create_engine("sqlite://")


def t(fn):
    try:
        r = str(fn())
    except Exception as x:
        r = f"{type(x).__name__}: {x}"
    print(re.sub("0x[0-9a-f]+", "0x", str(r)))


import warnings

warnings.simplefilter("always")


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs = relationship("C", secondary="b", backref="as")
    bs = relationship("B", back_populates="a")


class B(Base):
    __tablename__ = "b"
    a_id = mapped_column(ForeignKey("a.id"), primary_key=True)
    c_id = mapped_column(ForeignKey("c.id"), primary_key=True)
    a = relationship("A", back_populates="bs")
    c = relationship("C", back_populates="bs")


class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs = relationship("B", back_populates="c")


with warnings.catch_warnings(record=True) as w:
    configure_mappers()
for x in w:
    print(x.message)
