"""What 10,000 loaded entities take: the bench runs it with COUNT and with 0, and compares the peaks of the processes."""
from sqlalchemy import create_engine, insert, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

COUNT = 10_000


class Base(DeclarativeBase):
    pass


class Person(Base):
    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    city: Mapped[str]
    age: Mapped[int]


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    rows = ({"id": n, "name": f"person {n}", "city": f"city {n % 50}", "age": n % 90} for n in range(1, 10_001))
    for row in rows:
        session.execute(insert(Person), row)
    session.commit()
    people = session.scalars(select(Person).limit(COUNT)).all()
    assert len(people) == COUNT
