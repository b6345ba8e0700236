"""Changing type and refresh."""
import re
import warnings
from sqlalchemy import create_engine, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from typing import Optional


class Base(DeclarativeBase):
    pass


class Animal(Base):
    __tablename__ = "animal"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    name: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "animal"}

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"


class Dog(Animal):
    tricks: Mapped[Optional[str]]
    __mapper_args__ = {"polymorphic_identity": "dog"}


class Puppy(Dog):
    weeks: Mapped[Optional[int]]
    __mapper_args__ = {"polymorphic_identity": "puppy"}


class Cat(Animal):
    lives: Mapped[int] = mapped_column(default=9, nullable=True)
    __mapper_args__ = {"polymorphic_identity": "cat"}


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)


with Session(engine) as session:
    session.add_all([Animal(id=1, name="oz"), Dog(id=2, name="rex", tricks="sit"), Puppy(id=3, name="pip", weeks=3), Cat(id=4, name="tom"), Cat(id=5, name="kit", lives=2)])
    session.commit()


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


def warned(make):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        try:
            print(make())
        except Exception as error:
            print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())
    for warning in found:
        print("  warning:", warning.category.__name__, re.sub("0x[0-9a-f]+", "0x..", str(warning.message)).split("(Background")[0].strip())


with Session(engine) as session:
    d = session.get(Dog, 2)
    session.execute(text("update animal set kind='cat' where id=2"))
    session.expire(d)
    tried(lambda: d.name)
    session.expunge_all()
    print(session.get(Animal, 2))
    c = session.get(Cat, 4)
    c.kind = "dog"
    warned(session.flush)
    session.expunge_all()
    print(session.get(Animal, 4))
    warned(lambda: session.merge(Animal(id=3, name="x")))
