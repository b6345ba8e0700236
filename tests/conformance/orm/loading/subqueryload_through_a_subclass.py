"""Chained subquery loads through a relationship to a subclass."""

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


class P(Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    children: Mapped[list["Sub"]] = relationship()


class B(Base):
    __tablename__ = "base"
    id: Mapped[int] = mapped_column(primary_key=True)
    type = mapped_column(String)
    r_id = mapped_column(ForeignKey("r.id"))
    related: Mapped["R"] = relationship()
    __mapper_args__ = {"polymorphic_on": type, "polymorphic_identity": "b"}


class Sub(B):
    __tablename__ = "sub"
    id: Mapped[int] = mapped_column(ForeignKey("base.id"), primary_key=True)
    p_id = mapped_column(ForeignKey("parent.id"))
    __mapper_args__ = {"polymorphic_identity": "s"}


class R(Base):
    __tablename__ = "r"
    id: Mapped[int] = mapped_column(primary_key=True)


Base.metadata.create_all(e)
s = Session(e)
s.add(P(children=[Sub(related=R())]))
s.commit()
s.close()
t(
    lambda: s.scalars(select(P).options(subqueryload(P.children).subqueryload(B.related)))
    .one()
    .children[0]
    .related.id
)
s.close()
t(
    lambda: s.scalars(select(P).options(subqueryload(P.children).subqueryload(Sub.related)))
    .one()
    .children[0]
    .related.id
)
