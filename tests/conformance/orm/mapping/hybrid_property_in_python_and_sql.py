"""Hybrid property in python and sql."""
from sqlalchemy import create_engine, func, or_, select, update
from sqlalchemy.ext.hybrid import hybrid_method, hybrid_property
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class Interval(Base):
    __tablename__ = "interval"

    id: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[int]
    end: Mapped[int]

    @hybrid_property
    def length(self):
        return self.end - self.start

    @length.inplace.setter
    def _set_length(self, value):
        self.end = self.start + value

    @hybrid_property
    def radius(self):
        return abs(self.length) / 2

    @radius.inplace.expression
    @classmethod
    def _radius(cls):
        return func.abs(cls.length) / 2

    @hybrid_method
    def contains(self, point):
        return (self.start <= point) & (point < self.end)

    @hybrid_method
    def near(self, point, slack=1):
        return self.contains(point - slack) or self.contains(point + slack)

    @near.expression
    @classmethod
    def near(cls, point, slack=1):
        return or_(cls.contains(point - slack), cls.contains(point + slack))


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([Interval(id=1, start=2, end=9), Interval(id=2, start=5, end=6), Interval(id=3, start=0, end=20)])
    session.commit()
    print(session.scalars(select(Interval.length).order_by(Interval.length.desc())).all())
    print(session.execute(select(Interval.id, Interval.radius).where(Interval.radius > 1)).all())
    print(session.scalars(select(Interval.id).where(Interval.contains(5))).all())
    print(session.scalars(select(Interval.id).where(Interval.near(10, slack=2))).all())
    one = session.get(Interval, 1)
    print(one.length, one.radius, one.contains(9), one.near(9))
    one.length = 3
    session.commit()
    print(one.end, Interval.length, Interval.length.label("n"))
    print(session.execute(select(Interval).order_by(Interval.length)).scalars().first().id)
    session.execute(update(Interval).where(Interval.length == 1).values(start=Interval.start - 1))
    print(session.scalars(select(Interval.length).order_by(Interval.id)).all())
