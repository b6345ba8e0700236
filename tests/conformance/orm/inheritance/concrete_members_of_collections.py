"""Instances of concrete subclasses as members of a collection of their base"""

from sqlalchemy import *
from sqlalchemy.orm import *


class Base(DeclarativeBase):
    pass


class Co(Base):
    __tablename__ = "co"
    id: Mapped[int] = mapped_column(primary_key=True)
    emps: Mapped[list["P"]] = relationship(back_populates="co")


class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    co_id: Mapped[int] = mapped_column(ForeignKey("co.id"))
    name: Mapped[str]
    co: Mapped[Co] = relationship(back_populates="emps")
    __mapper_args__ = {"polymorphic_identity": "p"}


class E(P):
    __tablename__ = "e"
    id: Mapped[int] = mapped_column(primary_key=True)
    co_id: Mapped[int] = mapped_column(ForeignKey("co.id"))
    name: Mapped[str]
    co: Mapped[Co] = relationship(back_populates="emps")
    __mapper_args__ = {"polymorphic_identity": "e", "concrete": True}


e = create_engine("sqlite://")
Base.metadata.create_all(e)
s = Session(e)
c = Co(emps=[P(name="p"), E(name="e")])
s.add(c)
s.commit()
print([x.name for x in c.emps], s.scalars(select(E)).all()[0].co is c)
s.scalars(select(E)).one().co = None
try:
    s.commit()
except Exception as x:
    print(type(x).__name__, str(x)[:200])
