"""Constructor misuse."""
import re
from sqlalchemy import ForeignKey, String, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
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


tried(lambda: User(nme="x"))
tried(lambda: User("x"))
tried(lambda: User(name="x", addresses=None))
tried(lambda: User(name="x", addresses=Address(email="q")))
tried(lambda: User(name="x", addresses=["a"]))
tried(lambda: Address(user="nobody"))
tried(lambda: Address(user=Address()))
u = User(name="x")
tried(lambda: u.addresses.append(None))
tried(lambda: u.addresses.append(3))
tried(lambda: setattr(u, "addresses", None))
tried(lambda: setattr(u, "addresses", {1: 2}))
tried(lambda: delattr(u, "name"))
tried(lambda: delattr(u, "name"))
tried(lambda: delattr(u, "fullname"))
u.anything = 5
print(u.anything, u.fullname, u.addresses)
tried(lambda: User.nothing)
tried(lambda: User.name.nothing)
tried(lambda: User.addresses.nothing)
tried(lambda: User.addresses.email)
