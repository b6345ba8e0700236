"""Dynamic and write-only relationships are not loaded eagerly."""

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
    bs = relationship("B", lazy="dynamic")
    ws: WriteOnlyMapped["B"] = relationship(overlaps="bs")


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id = mapped_column(ForeignKey("a.id"))


Base.metadata.create_all(e)
s = Session(e)
s.add(A())
s.commit()
for o in (joinedload, selectinload, subqueryload, immediateload, lazyload, raiseload):
    t(lambda: len(s.scalars(select(A).options(o(A.bs))).unique().all()))
    t(lambda: len(s.scalars(select(A).options(o(A.ws))).unique().all()))
    t(lambda: len(s.query(A).options(o(A.bs)).all()))
