"""Delete orphan with two parents."""
import re
from sqlalchemy import ForeignKey, create_engine, inspect, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from typing import Optional


class Base(DeclarativeBase):
    pass


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


class Left(Base):
    __tablename__ = "left"
    id: Mapped[int] = mapped_column(primary_key=True)
    kids: Mapped[list["Kid"]] = relationship(cascade="all, delete-orphan", back_populates="left")


class Right(Base):
    __tablename__ = "right"
    id: Mapped[int] = mapped_column(primary_key=True)
    kids: Mapped[list["Kid"]] = relationship(cascade="all, delete-orphan", back_populates="right")


class Kid(Base):
    __tablename__ = "kid"
    id: Mapped[int] = mapped_column(primary_key=True)
    left_id: Mapped[Optional[int]] = mapped_column(ForeignKey("left.id"))
    right_id: Mapped[Optional[int]] = mapped_column(ForeignKey("right.id"))
    left: Mapped[Optional[Left]] = relationship(back_populates="kids")
    right: Mapped[Optional[Right]] = relationship(back_populates="kids")


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    k = Kid(id=1)
    session.add(Left(id=1, kids=[k]))
    session.flush()
    session.add(Right(id=1, kids=[k]))
    session.flush()
    k.left = None
    session.flush()
    print(inspect(k).deleted, session.scalars(select(Kid.id)).all())
    lone = Kid(id=2)
    session.add(lone)
    tried(session.flush)
    pending = Kid(id=3, left=session.get(Left, 1))
    print(pending in session)
    pending.left = None
    print(pending in session)
    session.commit()
    print(session.scalars(select(Kid.id)).all())
