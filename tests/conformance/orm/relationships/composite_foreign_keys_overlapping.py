"""Composite foreign keys overlapping."""
import re
import warnings
from sqlalchemy import ForeignKey, ForeignKeyConstraint, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, configure_mappers, mapped_column, relationship


class Base(DeclarativeBase):
    pass


def warned(make):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        try:
            print(make())
        except Exception as error:
            print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())
    for warning in found:
        print("  warning:", warning.category.__name__, re.sub("0x[0-9a-f]+", "0x..", str(warning.message)).split("(Background")[0].strip())


class Magazine(Base):
    __tablename__ = "magazine"
    id: Mapped[int] = mapped_column(primary_key=True)


class Writer(Base):
    __tablename__ = "writer"
    id: Mapped[int] = mapped_column(primary_key=True)
    magazine_id: Mapped[int] = mapped_column(ForeignKey("magazine.id"), primary_key=True)
    magazine = relationship(Magazine)


class Article(Base):
    __tablename__ = "article"
    article_id: Mapped[int] = mapped_column(primary_key=True)
    magazine_id: Mapped[int] = mapped_column(ForeignKey("magazine.id"))
    writer_id: Mapped[int]
    magazine = relationship(Magazine)
    writer = relationship(Writer)
    __table_args__ = (ForeignKeyConstraint(["writer_id", "magazine_id"], ["writer.id", "writer.magazine_id"]),)


warned(configure_mappers)
engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    m = Magazine(id=1)
    w = Writer(id=5, magazine=m)
    session.add(Article(article_id=1, writer=w, magazine=m))
    session.commit()
    a = session.get(Article, 1)
    print(a.writer_id, a.magazine_id, a.writer.id, a.magazine.id)
    print(select(Article).join(Article.writer))
