"""Version counters."""
import re
from sqlalchemy import create_engine, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


class Doc(Base):
    __tablename__ = "doc"
    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    text: Mapped[str]
    __mapper_args__ = {"version_id_col": version}


stamp = iter("abcdefgh")


class Page(Base):
    __tablename__ = "page"
    id: Mapped[int] = mapped_column(primary_key=True)
    tag: Mapped[str]
    text: Mapped[str]
    __mapper_args__ = {"version_id_col": tag, "version_id_generator": lambda v: next(stamp)}


class Own(Base):
    __tablename__ = "own"
    id: Mapped[int] = mapped_column(primary_key=True)
    v: Mapped[int]
    text: Mapped[str]
    __mapper_args__ = {"version_id_col": v, "version_id_generator": False}


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    d, p, o = Doc(id=1, text="x"), Page(id=1, text="y"), Own(id=1, v=1, text="z")
    session.add_all([d, p, o])
    session.commit()
    d.text, p.text, o.text, o.v = "x2", "y2", "z2", 2
    session.commit()
    print(d.version, p.tag, o.v)
    session.execute(text("update doc set version=9"))
    d.text = "x3"
    tried(session.flush)
    session.rollback()
    session.execute(text("update doc set version=9"))
    session.delete(d)
    d.version if False else None
    tried(session.flush)
    session.rollback()
    session.delete(p)
    session.commit()
    tried(lambda: session.merge(Doc(id=1, version=77, text="q")))
