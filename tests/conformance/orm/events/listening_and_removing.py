"""Listening and removing."""
import re
from sqlalchemy import ForeignKey, String, create_engine, event
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


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


def one(mapper, connection, target):
    print("one", target.name)


def two(mapper, connection, target):
    print("two", target.name)


event.listen(User, "before_insert", one)
event.listen(User, "before_insert", two, insert=True)
event.listen(User, "before_insert", one)
print(event.contains(User, "before_insert", one))
with Session(engine) as session:
    session.add(User(name="a"))
    session.flush()
    event.remove(User, "before_insert", one)
    print(event.contains(User, "before_insert", one))
    session.add(User(name="b"))
    session.flush()
    event.listen(session, "before_commit", lambda s: print("once"), once=True)
    session.commit()
    session.add(User(name="c"))
    session.commit()
tried(lambda: event.listen(User, "nope", one))
tried(lambda: event.listen(User.name, "before_insert", one))
tried(lambda: event.listen("x", "before_insert", one))
tried(lambda: event.remove(User, "before_insert", one))
tried(lambda: event.listen(Session, "before_insert", one))
