"""Automatic names of relationship targets."""
from sqlalchemy import ForeignKey, inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, configure_mappers, mapped_column, relationship
from typing import List, Optional, Set


class Base(DeclarativeBase):
    pass


class Parent(Base):
    __tablename__ = "parent"

    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[List["Child"]] = relationship()
    b: Mapped["List[Child]"] = relationship(viewonly=True)
    c: Mapped[Set["Child"]] = relationship(viewonly=True)
    d: Mapped["Child"] = relationship(viewonly=True)
    e: Mapped[Optional["Child"]] = relationship(viewonly=True)
    g = relationship("Child", viewonly=True)
    h = relationship(lambda: Child, viewonly=True, uselist=False)


class Child(Base):
    __tablename__ = "child"

    id: Mapped[int] = mapped_column(primary_key=True)
    pid: Mapped[int] = mapped_column(ForeignKey("parent.id"))


configure_mappers()
for r in inspect(Parent).relationships:
    print(r.key, r.uselist, r.direction.name, r.mapper, r.collection_class, r.viewonly)
