"""Options of subclasses that selectin_polymorphic() loads along a relationship."""

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
    __mapper_args__ = {"polymorphic_on": type}


class En(P):
    __tablename__ = "en"
    id: Mapped[int] = mapped_column(ForeignKey("p.id"), primary_key=True)
    lang: Mapped[str | None]
    ms: Mapped[list["M"]] = relationship()
    __mapper_args__ = {"polymorphic_identity": "en"}


class Ma(P):
    __tablename__ = "ma"
    id: Mapped[int] = mapped_column(ForeignKey("p.id"), primary_key=True)
    st: Mapped[str | None]
    __mapper_args__ = {"polymorphic_identity": "ma"}


class M(Base):
    __tablename__ = "mm"
    id: Mapped[int] = mapped_column(primary_key=True)
    en_id = mapped_column(ForeignKey("en.id"))


Base.metadata.create_all(e)
s = Session(e)
s.add(Co(ps=[En(ms=[M()]), Ma()]))
s.commit()
s.close()
t(
    lambda: len(
        s.scalars(
            select(Co).options(
                selectinload(Co.ps).options(selectin_polymorphic(P, [En, Ma]), selectinload(En.ms))
            )
        )
        .one()
        .ps
    )
)
s.close()
t(
    lambda: len(
        s.scalars(
            select(Co).options(
                selectinload(Co.ps).selectin_polymorphic([En, Ma]).options(selectinload(En.ms))
            )
        )
        .one()
        .ps
    )
)
s.close()
t(lambda: len(s.scalars(select(P).options(selectin_polymorphic(P, [En, Ma]), selectinload(En.ms))).all()))
s.close()
t(lambda: len(s.scalars(select(P).options(selectin_polymorphic(P, [En]), load_only(P.type))).all()))
