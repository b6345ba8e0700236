"""Polymorphic load in the mapping."""
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from typing import Optional


class Base(DeclarativeBase):
    pass


class Shape(Base):
    __tablename__ = "shape"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "shape"}


class Circle(Shape):
    __tablename__ = "circle"
    id: Mapped[int] = mapped_column(ForeignKey("shape.id"), primary_key=True)
    radius: Mapped[int]
    __mapper_args__ = {"polymorphic_identity": "circle", "polymorphic_load": "inline"}


class Square(Shape):
    __tablename__ = "square"
    id: Mapped[int] = mapped_column(ForeignKey("shape.id"), primary_key=True)
    side: Mapped[int]
    __mapper_args__ = {"polymorphic_identity": "square", "polymorphic_load": "selectin"}


class Dot(Shape):
    note: Mapped[Optional[str]] = mapped_column(use_existing_column=True)
    __mapper_args__ = {"polymorphic_identity": "dot", "polymorphic_load": "inline"}


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([Shape(id=1), Circle(id=2, radius=3), Square(id=3, side=4), Dot(id=4, note="n"), Square(id=5, side=6)])
    session.commit()
    session.expunge_all()
    print([(type(s).__name__, getattr(s, "radius", None), getattr(s, "side", None), getattr(s, "note", None)) for s in session.scalars(select(Shape).order_by(Shape.id))])
    session.expunge_all()
    print(session.get(Shape, 3).side, session.scalars(select(Circle)).one().radius)
