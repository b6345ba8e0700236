"""A subclass with a version_id_col of its own is warned of."""

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
    version_id: Mapped[int | None] = mapped_column()
    __mapper_args__ = {"version_id_col": version_id}


with warnings.catch_warnings(record=True) as w:

    class B(A):
        __tablename__ = "b"
        id: Mapped[int] = mapped_column(ForeignKey("a.id"), primary_key=True)
        vid: Mapped[int | None] = mapped_column("version_id")
        __mapper_args__ = {"version_id_col": vid}


print([str(x.message) for x in w])


class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    x: Mapped[str | None]


class D(C):
    __tablename__ = "d"
    id: Mapped[int] = mapped_column(ForeignKey("c.id"), primary_key=True)
    version_id: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version_id}


Base.metadata.create_all(e)
s = Session(e)
s.add_all([D(x="1"), D(x="2")])
s.commit()
