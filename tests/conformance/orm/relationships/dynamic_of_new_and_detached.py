"""Dynamic relationships of instances that are new, flushed in between, or detached."""

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
    bs = relationship("B", lazy="dynamic", order_by="B.id")


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id = mapped_column(ForeignKey("a.id"))
    email: Mapped[str | None]


Base.metadata.create_all(e)
s = Session(e)
s.add_all([A(bs=[B(email="q")]), B()])
s.commit()
a = A()
t(lambda: a.bs.all())
t(lambda: a.bs.one_or_none())
t(lambda: a.bs.one())
t(lambda: a.bs.first())
t(lambda: a.bs.count())
s.add(a)
with s.no_autoflush:
    t(lambda: a.bs.all())
    t(lambda: a.bs.one_or_none())
    t(lambda: a.bs.one())
s.rollback()
a = s.get(A, 1)
s.expunge(a)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    t(lambda: a.bs.all())
    t(lambda: list(a.bs))
    t(lambda: a.bs.filter_by(email="q"))
    t(lambda: a.bs.count())
print([re.sub("0x[0-9a-f]+", "0x", str(x.message)) for x in w])
s = Session(e)
a = A()
s.add(a)
a.bs = [B(email="1"), B(email="2")]
print([b.email for b in a.bs])
a.bs = [a.bs[0], B(email="3")]
print([b.email for b in a.bs])
a.bs = []
print(list(a.bs))
s.commit()
b = s.get(A, 1)
b.bs.append(B(email="m"))
t(lambda: inspect(b).attrs.bs.history.added[0].email)
s.rollback()


class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id = mapped_column(ForeignKey("a.id"))
    a = relationship(A, lazy="dynamic")


t(configure_mappers)
