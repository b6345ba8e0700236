"""Association object."""
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from typing import Optional


class Base(DeclarativeBase):
    pass


class Association(Base):
    __tablename__ = "association"

    left_id: Mapped[int] = mapped_column(ForeignKey("left.id"), primary_key=True)
    right_id: Mapped[int] = mapped_column(ForeignKey("right.id"), primary_key=True)
    extra: Mapped[Optional[str]]
    child: Mapped["Child"] = relationship(back_populates="parent_associations")
    parent: Mapped["Parent"] = relationship(back_populates="child_associations")


class Parent(Base):
    __tablename__ = "left"

    id: Mapped[int] = mapped_column(primary_key=True)
    children: Mapped[list["Child"]] = relationship(secondary="association", back_populates="parents", viewonly=True)
    child_associations: Mapped[list[Association]] = relationship(back_populates="parent", cascade="all, delete-orphan")


class Child(Base):
    __tablename__ = "right"

    id: Mapped[int] = mapped_column(primary_key=True)
    parents: Mapped[list[Parent]] = relationship(secondary="association", back_populates="children", viewonly=True)
    parent_associations: Mapped[list[Association]] = relationship(back_populates="child")


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    p, c, d = Parent(id=1), Child(id=1), Child(id=2)
    p.child_associations.append(Association(extra="x", child=c))
    session.add(p)
    session.commit()
    print(len(p.children), c.parents[0] is p)
    Association(parent=p, child=d)
    session.commit()
    print([x.id for x in p.children])
    p.child_associations[0].extra = "y"
    del p.child_associations[1]
    session.commit()
    print(session.execute(select(Association.__table__)).all())
    session.delete(p)
    session.commit()
    print(session.execute(select(Association.__table__)).all())
