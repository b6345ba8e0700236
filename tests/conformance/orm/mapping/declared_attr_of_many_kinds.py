"""Declared attr of many kinds."""
from sqlalchemy import ForeignKey, Index, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, column_property, declared_attr, mapped_column, relationship
from typing import Optional


class Base(DeclarativeBase):
    @declared_attr.directive
    def __tablename__(cls):
        return cls.__name__.lower() + "s"

    id: Mapped[int] = mapped_column(primary_key=True)


class HasOwner:
    @declared_attr
    def owner_id(cls) -> Mapped[Optional[int]]:
        return mapped_column(ForeignKey("persons.id"))

    @declared_attr
    def owner(cls) -> Mapped[Optional["Person"]]:
        return relationship("Person", foreign_keys=[cls.owner_id], back_populates=f"{cls.__name__.lower()}s")

    @declared_attr
    def owner_name(cls) -> Mapped[Optional[str]]:
        return column_property(select(Person.name).where(Person.id == cls.owner_id).scalar_subquery())

    @declared_attr.directive
    def __table_args__(cls):
        return (Index(f"ix_{cls.__name__.lower()}_owner", "owner_id"),)


class Person(Base):
    name: Mapped[str]
    cars: Mapped[list["Car"]] = relationship(back_populates="owner")
    boats: Mapped[list["Boat"]] = relationship(back_populates="owner")


class Car(HasOwner, Base):
    plate: Mapped[str]


class Boat(HasOwner, Base):
    name: Mapped[str]


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    ann = Person(name="ann", cars=[Car(plate="A1")])
    session.add_all([ann, Boat(name="wave", owner=ann)])
    session.commit()
    print([(b.name, b.owner_name, b.owner is ann) for b in session.scalars(select(Boat))])
    print([c.plate for c in session.scalars(select(Car).where(Car.owner_name == "ann"))])
    print([i.name for i in Car.__table__.indexes], Boat.__tablename__)
