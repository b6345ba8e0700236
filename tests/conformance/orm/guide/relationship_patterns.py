"""Relationship patterns."""
from sqlalchemy import Column, ForeignKey, Table, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from typing import List, Optional


class Base(DeclarativeBase):
    pass


association_table = Table("association_table", Base.metadata, Column("left_id", ForeignKey("left_table.id"), primary_key=True), Column("right_id", ForeignKey("right_table.id"), primary_key=True))


class Parent(Base):
    __tablename__ = "left_table"
    id: Mapped[int] = mapped_column(primary_key=True)
    children: Mapped[List["Child"]] = relationship(secondary=association_table, back_populates="parents")
    favorite_id: Mapped[Optional[int]] = mapped_column(ForeignKey("right_table.id"))
    favorite: Mapped[Optional["Child"]] = relationship(foreign_keys=[favorite_id])


class Child(Base):
    __tablename__ = "right_table"
    id: Mapped[int] = mapped_column(primary_key=True)
    parents: Mapped[List["Parent"]] = relationship(secondary=association_table, back_populates="children")


engine = create_engine("sqlite://", echo=True)
Base.metadata.create_all(engine)
with Session(engine) as session:
    p, c = Parent(), Child()
    p.children.append(c)
    p.favorite = c
    session.add(p)
    session.commit()
    p.children.remove(c)
    session.commit()
    session.delete(c)
    p.favorite = None
    session.commit()
