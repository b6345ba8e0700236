"""Joins of a subclass along relationships of its base."""

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
    name: Mapped[str | None]
    ps: Mapped[list["P"]] = relationship()


class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    type = mapped_column(String)
    co_id = mapped_column(ForeignKey("co.id"))
    name: Mapped[str | None]
    paper: Mapped[list["Pa"]] = relationship()
    __mapper_args__ = {"polymorphic_on": type, "polymorphic_identity": "p"}


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


class Ma(P):
    __tablename__ = "ma"
    id: Mapped[int] = mapped_column(ForeignKey("p.id"), primary_key=True)
    __mapper_args__ = {"polymorphic_identity": "ma"}


class M(Base):
    __tablename__ = "mm"
    id: Mapped[int] = mapped_column(primary_key=True)
    en_id = mapped_column(ForeignKey("en.id"))


Base.metadata.create_all(e)
s = Session(e)
s.add(Co(name="c", ps=[En(name="e", ms=[M()], paper=[Pa()]), Ma(name="m", paper=[Pa()])]))
s.commit()
s.close()
t(lambda: select(En).join(P.paper))
t(lambda: s.query(En).join(P.paper))
t(lambda: [x.name for x in s.query(En).join(P.paper)])
t(lambda: select(En).join(Pa, P.paper))
t(lambda: select(En).order_by(P.id).join(P.paper).where(P.name == "e"))
t(lambda: select(En).where(P.paper.any()))
t(lambda: select(En.lang).join(P.paper))
t(lambda: select(En).options(joinedload(P.paper)))
t(lambda: select(En).outerjoin(P.paper).where(Pa.id == None))
