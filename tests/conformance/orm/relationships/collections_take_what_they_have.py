"""Appending what a collection has by a backref brings it into the session."""

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


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs = relationship("B", back_populates="a", collection_class=set)


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id = mapped_column(ForeignKey("a.id"))
    a = relationship("A", back_populates="bs")


s = Session(e)
a = A()
s.add(a)
b1, b2, b3 = B(), B(), B()
b1.a = a
b3.a = a
print(b1 in s)
a.bs.add(b1)
a.bs.add(b2)
print(b1 in s, b2 in s, b3 in s)


class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    ds = relationship("D", back_populates="c", collection_class=attribute_keyed_dict("key"))


class D(Base):
    __tablename__ = "d"
    id: Mapped[int] = mapped_column(primary_key=True)
    key = mapped_column(String)
    c_id = mapped_column(ForeignKey("c.id"))
    c = relationship("C", back_populates="ds")


for how in (
    lambda c, d: c.ds.setdefault("k", d),
    lambda c, d: c.ds.update({"k": d}),
    lambda c, d: c.ds.update(k=d),
    lambda c, d: c.ds.__setitem__("k", d),
):
    c = C()
    s.add(c)
    d = D(key="k")
    d.c = c
    print(d in s)
    how(c, d)
    print(d in s)
l = A.__mapper__
