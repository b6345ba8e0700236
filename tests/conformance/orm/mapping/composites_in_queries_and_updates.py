"""Composites in queries and updates."""
import re
from dataclasses import dataclass
from sqlalchemy import create_engine, inspect, select, update
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, composite, mapped_column


class Base(DeclarativeBase):
    pass


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


@dataclass
class Point:
    x: int
    y: int


class Vertex(Base):
    __tablename__ = "vertex"

    id: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[Point] = composite(mapped_column("x1"), mapped_column("y1"))
    end: Mapped[Point] = composite(mapped_column("x2"), mapped_column("y2"))


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([Vertex(id=1, start=Point(1, 2), end=Point(3, 4)), Vertex(id=2, start=Point(1, 2), end=Point(9, 9))])
    session.commit()
    v = session.get(Vertex, 1)
    print(v.start, v.end == Point(3, 4), v.start is v.start)
    print(session.scalars(select(Vertex.id).where(Vertex.start == Point(1, 2)).order_by(Vertex.end)).all())
    print(session.scalars(select(Vertex.id).where(Vertex.end != Point(3, 4))).all())
    print(session.execute(select(Vertex.start, Vertex.id).order_by(Vertex.id)).all())
    v.end = Point(5, 6)
    session.flush()
    session.execute(update(Vertex).where(Vertex.id == 2).values({Vertex.start: Point(0, 0)}))
    session.commit()
    print(session.execute(select(Vertex.__table__).order_by(Vertex.id)).all())
    v.start.x = 77
    session.commit()
    print(v.start, inspect(Vertex).composites.keys(), Vertex.start.property.columns)
    tried(lambda: session.scalars(select(Vertex.id).where(Vertex.start < Point(1, 1))).all())
    print(select(Vertex.start), "|", Vertex.start == None)
