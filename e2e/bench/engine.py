"""The engine's benchmark: the same program for CPython and for ORM Playground.

Prints one JSON object, seconds by phase: the best of five, each with a fresh session. PHASES is
replaced by the bench where a clock of the program's own cannot be read (in the browser the clock is
virtual): there it runs "set-up" alone and with one phase, and takes the difference.
"""
import json
import time

from sqlalchemy import ForeignKey, create_engine, insert, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, joinedload, mapped_column, relationship, selectinload

PHASES = ["add_all", "load", "lazy", "selectin", "joined"]
REPEATS = 5


class Base(DeclarativeBase):
    pass


class Person(Base):
    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    city: Mapped[str]
    age: Mapped[int]


class Author(Base):
    __tablename__ = "author"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    books: Mapped[list["Book"]] = relationship(back_populates="author")


class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    year: Mapped[int]
    author_id: Mapped[int] = mapped_column(ForeignKey("author.id"))
    author: Mapped[Author] = relationship(back_populates="books")


def person(number):
    return {"name": f"person {number}", "city": f"city {number % 50}", "age": number % 90}


def shelf():
    """A database with 10,000 people and 1,200 authors of five books each."""
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.execute(insert(Person), [{"id": n, **person(n)} for n in range(1, 10_001)])
        session.execute(insert(Author), [{"id": n, "name": f"author {n}"} for n in range(1, 1_201)])
        session.execute(
            insert(Book),
            [{"id": n, "title": f"book {n}", "year": 1900 + n % 120, "author_id": (n - 1) // 5 + 1} for n in range(1, 6_001)],
        )
        session.commit()
    return engine


def add_all():
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add_all([Person(**person(n)) for n in range(10_000)])
        session.commit()


def load(engine):
    with Session(engine) as session:
        assert len(session.scalars(select(Person)).all()) == 10_000


def lazy(engine):
    with Session(engine) as session:
        authors = session.scalars(select(Author).where(Author.id <= 1_000)).all()
        assert sum(len(it.books) for it in authors) == 5_000


def selectin(engine):
    with Session(engine) as session:
        authors = session.scalars(select(Author).options(selectinload(Author.books))).all()
        assert sum(len(it.books) for it in authors) == 6_000


def joined(engine):
    with Session(engine) as session:
        authors = session.scalars(select(Author).options(joinedload(Author.books))).unique().all()
        assert sum(len(it.books) for it in authors) == 6_000


def measure(phase, *arguments):
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        phase(*arguments)
        times.append(time.perf_counter() - start)
    return min(times)


engine = shelf()
result = {}
if "add_all" in PHASES:
    result["add_all"] = measure(add_all)
for phase in (load, lazy, selectin, joined):
    if phase.__name__ in PHASES:
        result[phase.__name__] = measure(phase, engine)
print(json.dumps(result))
