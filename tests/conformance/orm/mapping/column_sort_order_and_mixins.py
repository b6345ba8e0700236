"""Column sort order and mixins."""
from sqlalchemy import UniqueConstraint, create_engine, select, table
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from typing import Optional


class Stamped:
    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-10)
    made_by: Mapped[str] = mapped_column(sort_order=99, default="me")
    seen: Mapped[int] = mapped_column(default=0)


class Base(DeclarativeBase):
    pass


class Book(Stamped, Base):
    __tablename__ = "book"

    title: Mapped[str]
    price: Mapped[Optional[float]]


class Film(Stamped, Base):
    __tablename__ = "film"
    __table_args__ = (UniqueConstraint("title", name="one_title"), {"comment": "films"})

    title: Mapped[str] = mapped_column(index=True)


for table in Base.metadata.sorted_tables:
    print(table.name, table.c.keys(), sorted(str(c.name) for c in table.constraints), [i.name for i in table.indexes])
engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([Book(title="a"), Film(title="b", made_by="you")])
    session.commit()
    print(session.execute(select(Book.made_by, Book.seen)).all(), session.execute(select(Film.__table__)).all())
