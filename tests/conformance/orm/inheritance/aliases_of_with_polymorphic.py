"""Aliases of classes that load their subclasses, and of with_polymorphic()"""

from sqlalchemy import ForeignKey, create_engine, select, inspect
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    Session,
    aliased,
    mapped_column,
    with_polymorphic,
    selectin_polymorphic,
    relationship,
)


class Base(DeclarativeBase):
    pass


class Person(Base):
    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    type: Mapped[str]
    name: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "type", "polymorphic_identity": "p", "with_polymorphic": "*"}


class Engineer(Person):
    __tablename__ = "engineer"
    id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    lang: Mapped[str]
    __mapper_args__ = {"polymorphic_identity": "e"}


class Boss(Person):
    __tablename__ = "boss"
    id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    golf: Mapped[str]
    __mapper_args__ = {"polymorphic_identity": "b"}


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([Person(name="p"), Engineer(name="e", lang="c"), Boss(name="b", golf="g")])
    session.commit()


def attempt(do):
    try:
        print(do())
    except Exception as error:
        print("!!", type(error).__name__, error)
    print("-")


attempt(lambda: select(Person))
attempt(lambda: select(aliased(Person)))
attempt(lambda: select(aliased(Person, flat=True)))
attempt(lambda: select(aliased(Person, name="pp")))
attempt(lambda: select(aliased(Person, name="pp", flat=True)))
attempt(lambda: select(aliased(Person).Engineer.lang))
wp = with_polymorphic(Person, [Engineer])
attempt(lambda: select(wp))
attempt(lambda: select(aliased(wp)))
attempt(lambda: select(aliased(wp, name="q")))
attempt(lambda: [m.class_.__name__ for m in inspect(wp).with_polymorphic_mappers])
attempt(lambda: [m.class_.__name__ for m in inspect(aliased(wp)).with_polymorphic_mappers])
attempt(lambda: [m.class_.__name__ for m in inspect(Person).with_polymorphic_mappers])
sub = with_polymorphic(Person, [Engineer], aliased=True)
attempt(lambda: select(sub))
attempt(lambda: select(aliased(sub)))
attempt(lambda: select(aliased(Engineer)))
attempt(lambda: select(aliased(Engineer, flat=True)))
with Session(engine) as session:
    for entity in (Person, aliased(Person), aliased(Person, flat=True), wp, aliased(wp), sub, aliased(sub)):
        try:
            print(
                [
                    (type(p).__name__, sorted(k for k in p.__dict__ if not k.startswith("_")))
                    for p in session.scalars(select(entity))
                ]
            )
        except Exception as error:
            print("!!", type(error).__name__, error)
        session.expunge_all()
