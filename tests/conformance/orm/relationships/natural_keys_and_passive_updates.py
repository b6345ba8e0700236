"""Natural keys and passive updates."""
from sqlalchemy import ForeignKey, create_engine, inspect, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from typing import Optional


class Base(DeclarativeBase):
    pass


class Genre(Base):
    __tablename__ = "genre"

    name: Mapped[str] = mapped_column(primary_key=True)
    books: Mapped[list["Book"]] = relationship(back_populates="genre", passive_updates=False, order_by="Book.id")


class Book(Base):
    __tablename__ = "book"

    id: Mapped[int] = mapped_column(primary_key=True)
    genre_name: Mapped[Optional[str]] = mapped_column(ForeignKey("genre.name"))
    genre: Mapped[Optional[Genre]] = relationship(back_populates="books")


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add(Genre(name="crime", books=[Book(id=1), Book(id=2)]))
    session.commit()
    g = session.get(Genre, "crime")
    g.name = "noir"
    session.commit()
    print(session.execute(select(Book.id, Book.genre_name)).all(), inspect(g).key)
    session.get(Book, 1).genre = Genre(name="war")
    session.commit()
    g.name = "dark"
    session.get(Book, 1).genre.name = "peace"
    session.commit()
    print(session.execute(select(Book.id, Book.genre_name).order_by(Book.id)).all())
