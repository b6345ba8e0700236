"""Library report: 1,200 authors with five books each.

The report below looks harmless. Run it, then read line 58 in the log:
one SELECT per author. Move the round trip to 20 ms and look again.
"""

from library_data import author_rows, book_rows

from sqlalchemy import ForeignKey, create_engine, insert, select
from sqlalchemy.orm import (
    DeclarativeBase, Mapped, Session, mapped_column, relationship,
    selectinload)


class Base(DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = "author"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    country: Mapped[str]
    books: Mapped[list["Book"]] = relationship(back_populates="author")


class Book(Base):
    __tablename__ = "book"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    year: Mapped[int]
    author_id: Mapped[int] = mapped_column(ForeignKey("author.id"))
    author: Mapped[Author] = relationship(back_populates="books")


AUTHORS = 1_200  # size: Compare can try others

engine = create_engine("sqlite://")
Base.metadata.create_all(engine)

with Session(engine) as session:  # seed
    session.execute(insert(Author), list(author_rows(AUTHORS)))
    session.execute(insert(Book), [
        {**row, "author_id": number}
        for number in range(1, AUTHORS + 1) for row in book_rows(number)])
    session.commit()

EAGER = False  # True: three SELECTs for all books, the same report

with Session(engine) as session:  # report
    query = select(Author)
    if EAGER:
        query = query.options(selectinload(Author.books))
    total = oldest = 0
    for author in session.scalars(query):
        total += len(author.books)
        oldest = min(oldest or 9999, min(it.year for it in author.books))
    print(f"{total:,} books by {AUTHORS:,} authors, the oldest from {oldest}")

with Session(engine) as session:  # edit
    book = session.scalars(
        select(Book).where(Book.year == oldest).order_by(Book.id).limit(1)
    ).one()
    print(f"{book.title}, by {book.author.name} of {book.author.country}")
    book.year += 1
    book.author.books.append(Book(title="Collected Letters", year=2026))
    session.commit()
    # Both objects were expired by the commit: two SELECTs to read them.
    print(f"{book.title} is now dated {book.year}")
