"""Single table."""
import re
from sqlalchemy import alias, create_engine, delete, func, inspect, select, text, update
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, aliased, mapped_column
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


def shown(result):
    for row in result:
        print("  ", row)


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


with Session(engine) as session:
    shown(session.scalars(select(Animal).order_by(Animal.id)))
    shown(session.scalars(select(Dog).order_by(Dog.id)))
    shown(session.execute(select(Cat.name, Cat.lives).order_by(Cat.id)))
    shown(session.scalars(select(Animal.name).where(Dog.tricks == "sit")))
    print(session.get(Cat, 2), session.get(Animal, 2), session.get(Dog, 3), session.get(Puppy, 2))
    shown(session.scalars(select(Animal).where(Animal.kind.in_(["cat", "puppy"])).order_by(Animal.id)))
    alias = aliased(Dog)
    shown(session.scalars(select(alias).where(alias.tricks != None)))
    print(select(func.count(Dog.id)), select(Animal).where(Dog.id > 1))
    session.execute(update(Cat).values(lives=7))
    session.execute(delete(Puppy))
    shown(session.execute(select(Animal.__table__).order_by(Animal.id)))
    print(Dog.__table__ is Animal.__table__, inspect(Puppy).inherits, inspect(Animal).polymorphic_map.keys() if False else sorted(inspect(Animal).polymorphic_map), inspect(Dog).single, [m.class_.__name__ for m in inspect(Animal).self_and_descendants])
    session.execute(text("insert into animal (id, kind, name) values (50, 'bird', 'b')"))
    tried(lambda: session.get(Animal, 50))
    x = Animal(id=60, kind="dog", name="fake")
    session.add(x)
    session.flush()
    session.expire(x)
    tried(lambda: x.name)
