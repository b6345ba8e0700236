"""Composite primary keys."""
import re
from sqlalchemy import create_engine, inspect, select, tuple_
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from typing import Optional


class Base(DeclarativeBase):
    pass


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


class Seat(Base):
    __tablename__ = "seat"

    row: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    guest: Mapped[Optional[str]]


class Guide(Base):
    __tablename__ = "guide"

    a: Mapped[int] = mapped_column(primary_key=True)
    b: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    __mapper_args__ = {"primary_key": [b, a]} if False else {}


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([Seat(row="a", number=1, guest="ann"), Seat(row="a", number=2), Seat(row="b", number=1)])
    session.commit()
    print(session.get(Seat, ("a", 1)).guest, session.get(Seat, {"number": 2, "row": "a"}).guest, session.get(Seat, ("z", 9)))
    tried(lambda: session.get(Seat, "a"))
    tried(lambda: session.get(Seat, ("a", 1, 2)))
    tried(lambda: session.get(Seat, {"row": "a"}))
    seat = session.get(Seat, ("a", 2))
    seat.number = 5
    session.commit()
    print(inspect(seat).identity, inspect(seat).key)
    print(session.execute(select(Seat.row, Seat.number).where(tuple_(Seat.row, Seat.number).in_([("a", 5), ("b", 1)]))).all())
    session.add(Seat(row="c"))
    tried(session.flush)
