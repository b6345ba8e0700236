"""Deferred reflection."""
import re
from sqlalchemy import create_engine, inspect, select, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, relationship


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


from sqlalchemy.ext.declarative import DeferredReflection

engine = create_engine("sqlite://")
with engine.begin() as conn:
    conn.execute(text("CREATE TABLE author (id INTEGER PRIMARY KEY, name VARCHAR(30) NOT NULL)"))
    conn.execute(text("CREATE TABLE book (id INTEGER PRIMARY KEY, title VARCHAR, author_id INTEGER, FOREIGN KEY(author_id) REFERENCES author (id))"))


class Base(DeclarativeBase):
    pass


class Reflected(DeferredReflection, Base):
    __abstract__ = True


class Author(Reflected):
    __tablename__ = "author"
    books: Mapped[list["Book"]] = relationship(back_populates="author")


class Book(Reflected):
    __tablename__ = "book"
    author: Mapped[Author] = relationship(back_populates="books")


tried(lambda: Author(name="early"))
Reflected.prepare(engine)
print(inspect(Author).attrs.keys(), inspect(Book).attrs.keys())
with Session(engine) as session:
    session.add(Author(id=1, name="ann", books=[Book(title="b")]))
    session.commit()
    print(session.execute(select(Author.name, Book.title).join(Author.books)).all())
