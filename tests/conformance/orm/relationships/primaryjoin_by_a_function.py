"""A function read as a comparison joins two classes."""
from sqlalchemy import ForeignKey, Table, Column, Integer, String, create_engine, select, and_, or_, func
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship, aliased, joinedload, selectinload, subqueryload, foreign, remote

class Base(DeclarativeBase):
    pass


class Polygon(Base):
    __tablename__ = "polygon"
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    points = relationship("Point", primaryjoin="func.instr(Polygon.text, foreign(Point.text)).as_comparison(1, 2)", viewonly=True)


class Point(Base):
    __tablename__ = "point"
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]

engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
p = Polygon.points.property
print(p.direction, p.local_remote_pairs, p.primaryjoin)
with Session(engine) as s:
    s.add_all([Polygon(id=1, text="abcabc"), Point(id=1, text="bc"), Point(id=2, text="x")])
    s.flush()
    pol = s.get(Polygon, 1)
    print([x.id for x in pol.points])
    print(s.execute(select(Polygon.id, Point.id).join(Polygon.points)).all())
    for load in (joinedload, selectinload, subqueryload):
        s.expunge_all()
        print([[x.id for x in p.points] for p in s.scalars(select(Polygon).options(load(Polygon.points))).unique()])
f = func.instr(Polygon.text, Point.text).as_comparison(1, 2)
print(f, f.left, f.right, f.type, type(f).__name__)
print(select(Polygon.id).where(f), ~f, f == 5, select(f))
