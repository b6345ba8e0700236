"""Get with options."""
import re
from sqlalchemy import ForeignKey, String, alias, create_engine, event
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, aliased, joinedload, mapped_column, relationship, selectinload
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


sent = []


@event.listens_for(engine, "before_cursor_execute")
def count(conn, cursor, statement, parameters, context, executemany):
    sent.append(statement)


def cost(title, make):
    sent.clear()
    result = make()
    print(f"{title}: {result} [{len(sent)}]")


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


with Session(engine) as session:
    cost("get", lambda: session.get(User, 1, options=[selectinload(User.addresses)]).addresses)
    cost("hit", lambda: session.get(User, 1).name)
    cost("get_one", lambda: session.get_one(User, 2).name)
    tried(lambda: session.get_one(User, 77))
    cost("none", lambda: session.get(User, 77))
    tried(lambda: session.get(User, None))
    tried(lambda: session.get(User, (1, 2)))
    tried(lambda: session.get(User, {"id": 1, "x": 3}))
    tried(lambda: session.get(User, {"name": "ann"}))
    tried(lambda: session.get("User", 1))
    tried(lambda: session.get(User, [1]))
    cost("string key", lambda: session.get(User, "3"))
    alias = aliased(User)
    tried(lambda: session.get(alias, 1))
    cost("options again", lambda: session.get(User, 3, options=[joinedload(User.addresses)], populate_existing=True).addresses)
