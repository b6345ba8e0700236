"""Reflected tables."""
import re
from sqlalchemy import Column, String, Table, create_engine, inspect, select, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, relationship


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


engine = create_engine("sqlite://")
with engine.begin() as conn:
    conn.execute(text("CREATE TABLE author (id INTEGER PRIMARY KEY, name VARCHAR(30) NOT NULL)"))
    conn.execute(text("CREATE TABLE book (id INTEGER PRIMARY KEY, title VARCHAR, author_id INTEGER, FOREIGN KEY(author_id) REFERENCES author (id))"))


class Base(DeclarativeBase):
    pass


class Author(Base):
    __table__ = Table("author", Base.metadata, autoload_with=engine)
    books: Mapped[list["Book"]] = relationship(back_populates="author")


class Book(Base):
    __table__ = Table("book", Base.metadata, Column("title", String, key="name"), autoload_with=engine)
    author: Mapped[Author] = relationship(back_populates="books")


print(Book.__table__.c.keys(), inspect(Author).attrs.keys())
with Session(engine) as session:
    session.add(Author(id=1, name="ann", books=[Book(name="b")]))
    session.commit()
    print(session.execute(select(Author.name, Book.name).join(Author.books)).all())
