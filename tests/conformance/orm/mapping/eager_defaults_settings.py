"""Eager defaults settings."""
from sqlalchemy import create_engine, func, inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from typing import Optional


class Base(DeclarativeBase):
    pass


class Mixin:
    id: Mapped[int] = mapped_column(primary_key=True)
    word: Mapped[str] = mapped_column(default="w")
    made: Mapped[str] = mapped_column(server_default="now")
    seen: Mapped[Optional[str]] = mapped_column(server_default="never", onupdate=func.lower("CHANGED"))


class Auto(Mixin, Base):
    __tablename__ = "auto"
    __mapper_args__ = {"eager_defaults": "auto"}


class Always(Mixin, Base):
    __tablename__ = "always"
    __mapper_args__ = {"eager_defaults": True}


class Never(Mixin, Base):
    __tablename__ = "never"
    __mapper_args__ = {"eager_defaults": False}


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
for cls in (Auto, Always, Never):
    print(cls.__name__)
    with Session(engine) as session:
        one, two = cls(id=1), cls(word="z")
        session.add(one)
        session.flush()
        print(sorted(inspect(one).unloaded), one.made)
        session.add_all([two, cls()])
        session.flush()
        print(sorted(inspect(two).unloaded))
        one.word = "q"
        session.flush()
        print(sorted(inspect(one).unloaded), one.seen)
        session.commit()
