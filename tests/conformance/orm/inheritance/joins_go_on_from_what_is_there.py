"""Joins that go on from a FROM with a part of the left side's hierarchy."""

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


class Co(Base):
    __tablename__ = "co"
    id: Mapped[int] = mapped_column(primary_key=True)
    ps: Mapped[list["P"]] = relationship()


class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    type = mapped_column(String)
    co_id = mapped_column(ForeignKey("co.id"))
    name: Mapped[str | None]
    paper: Mapped[list["Pa"]] = relationship()
    __mapper_args__ = {"polymorphic_on": type}


class Pa(Base):
    __tablename__ = "pa"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id = mapped_column(ForeignKey("p.id"))


class En(P):
    __tablename__ = "en"
    id: Mapped[int] = mapped_column(ForeignKey("p.id"), primary_key=True)
    lang: Mapped[str | None]
    ms: Mapped[list["M"]] = relationship()
    __mapper_args__ = {"polymorphic_identity": "en"}


class M(Base):
    __tablename__ = "mm"
    id: Mapped[int] = mapped_column(primary_key=True)
    en_id = mapped_column(ForeignKey("en.id"))


en, pt = En.__table__, P.__table__
s = Session(e)
t(lambda: s.query(P).select_from(pt.join(en)).join(En.ms))
t(lambda: s.query(P).join(En.ms))
t(lambda: s.query(Co).join(Co.ps).join(En.ms))
t(lambda: s.query(Co).join(pt.join(en)).join(En.ms))
t(lambda: s.query(Co).join(pt.join(en), Co.id == pt.c.co_id).join(En.ms))
t(lambda: select(P).join(P.paper).where(En.lang == "x"))
t(lambda: s.query(En).join(P.paper))
t(lambda: s.query(En, Pa).join(En.paper))
t(lambda: select(Co).join(Co.ps.of_type(En)).join(En.ms))
t(lambda: s.query(P).join(En, P.id == En.id))
t(lambda: s.query(P).outerjoin(En, P.id == En.id))
t(lambda: select(Co).join(En))
t(lambda: select(En).join(Co))
t(lambda: select(En).select_from(P).join(En, P.id == En.id))
