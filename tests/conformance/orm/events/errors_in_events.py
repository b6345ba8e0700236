"""Errors in events."""
import re
from sqlalchemy import ForeignKey, String, create_engine, event, select
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


@event.listens_for(User, "before_insert")
def refuse(mapper, connection, target):
    if target.name == "bad":
        raise ValueError("refused")


@event.listens_for(User.fullname, "set")
def no(target, value, old, initiator):
    if value == "no":
        raise TypeError("no fullname")


with Session(engine) as session:
    session.add_all([User(name="good"), User(name="bad")])
    tried(session.flush)
    tried(lambda: session.execute(select(User)))
    session.rollback()
    u = User(name="fine")
    tried(lambda: setattr(u, "fullname", "no"))
    print(u.fullname)

    @event.listens_for(session, "before_flush")
    def again(s, c, i):
        s.flush()

    session.add(u)
    tried(session.flush)
    session.rollback()
    print(session.scalars(select(User)).all())
