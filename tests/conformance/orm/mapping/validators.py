"""Validators."""
import re
from sqlalchemy import ForeignKey, create_engine, insert
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship, validates
from typing import Optional


class Base(DeclarativeBase):
    pass


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


class Owner(Base):
    __tablename__ = "owner"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str]
    age: Mapped[Optional[int]]
    pets: Mapped[list["Pet"]] = relationship(back_populates="owner")

    @validates("email", "age")
    def check(self, key, value):
        print("check", key, value)
        if key == "email" and "@" not in value:
            raise ValueError(f"bad email {value}")
        return value.lower() if key == "email" else value

    @validates("pets", include_removes=True)
    def check_pets(self, key, pet, is_remove):
        print("pets", pet.name, is_remove)
        return pet


class Pet(Base):
    __tablename__ = "pet"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    owner_id: Mapped[Optional[int]] = mapped_column(ForeignKey("owner.id"))
    owner: Mapped[Optional[Owner]] = relationship(back_populates="pets")

    @validates("owner", include_backrefs=False)
    def check_owner(self, key, owner):
        print("owner", owner and owner.email)
        return owner


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
tried(lambda: Owner(email="x"))
a = Owner(email="A@B", age=3)
print(a.email)
rex, tom = Pet(name="rex"), Pet(name="tom")
a.pets.append(rex)
tom.owner = a
a.pets.remove(rex)
a.pets = [rex]
with Session(engine) as session:
    session.add(a)
    session.commit()
    print(a.email, [p.name for p in a.pets])
    session.execute(insert(Owner), [{"email": "no at"}])
