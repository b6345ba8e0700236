"""Unusual keys and conflicts."""
import re
import warnings
from sqlalchemy import ForeignKey, String, create_engine, inspect, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from typing import Optional


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    fullname: Mapped[Optional[str]]
    addresses: Mapped[list["Address"]] = relationship(back_populates="user", cascade="all, delete-orphan", order_by="Address.id")

    def __repr__(self):
        return f"User({self.name!r})"


class Address(Base):
    __tablename__ = "address"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str]
    user_id: Mapped[Optional[int]] = mapped_column(ForeignKey("user_account.id"))
    user: Mapped[Optional["User"]] = relationship(back_populates="addresses")

    def __repr__(self):
        return f"Address({self.email!r})"


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)


with Session(engine) as session:
    session.add_all([
        User(id=1, name="ann", fullname="Ann A", addresses=[Address(id=1, email="ann@a"), Address(id=2, email="ann@b")]),
        User(id=2, name="bob", fullname=None, addresses=[Address(id=3, email="bob@a")]),
        User(id=3, name="cy", fullname="Cy C")])
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
    u = session.get(User, 1)
    twin = User(id=1, name="twin")
    session.add(twin)
    warned(session.flush)
    session.rollback()
    session.delete(u)
    session.add(User(id=1, name="replacement"))
    session.flush()
    print(session.scalars(select(User.name).order_by(User.id)).all(), inspect(u).deleted)
    session.rollback()
    a = User(id=50, name="a")
    b = User(id=50, name="b")
    session.add_all([a, b])
    warned(session.flush)
    session.rollback()
    session.add(User(id=None, name="auto"))
    session.flush()
    session.add(User(id="7", name="text key"))
    session.flush()
    print(session.scalars(select(User.id).order_by(User.id)).all())
    session.rollback()
    session.add(Address(email=None))
    warned(session.flush)
