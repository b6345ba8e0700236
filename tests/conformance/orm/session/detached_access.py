"""Detached access."""
import re
from sqlalchemy import ForeignKey, String, create_engine, inspect
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


with Session(engine) as session:
    u = session.get(User, 1)
    v = session.get(User, 2)
    a = session.get(Address, 3)
    session.commit()
    v.name
tried(lambda: u.name)
tried(lambda: v.name)
tried(lambda: v.addresses)
tried(lambda: a.user)
v.name = "changed"
u.fullname = "set"
tried(lambda: inspect(v).attrs.name.history)
with Session(engine) as session:
    session.add(v)
    print(v.addresses, session.dirty)
    session.commit()
    print(v.name)
    session.add(u)
    print(u.name, u.fullname)
    session.rollback()
tried(lambda: u.name)
w = User(name="t")
tried(lambda: w.addresses)
with Session(engine, expire_on_commit=False) as session:
    x = session.get(User, 3)
    session.commit()
print(x.name)
tried(lambda: x.addresses)
