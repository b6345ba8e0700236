"""Subquery loads from a class that shares its table."""

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


class Emp(Base):
    __tablename__ = "emp"
    id: Mapped[int] = mapped_column(primary_key=True)
    type = mapped_column(String)
    name: Mapped[str | None]
    __mapper_args__ = {"polymorphic_on": type, "polymorphic_identity": "emp"}


class Mgr(Emp):
    stuff: Mapped[list["Rep"]] = relationship()
    __mapper_args__ = {"polymorphic_identity": "m"}


class Rep(Base):
    __tablename__ = "rep"
    id: Mapped[int] = mapped_column(primary_key=True)
    emp_id = mapped_column(ForeignKey("emp.id"))


Base.metadata.create_all(e)
s = Session(e)
s.add(Mgr(stuff=[Rep()]))
s.commit()
s.close()
t(lambda: len(s.scalars(select(Mgr).options(subqueryload(Mgr.stuff))).one().stuff))
