"""Merge forms."""
import re
from sqlalchemy import ForeignKey, String, create_engine, event, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship, selectinload
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
    cost("existing", lambda: session.merge(User(id=1, name="merged")).name)
    print(session.dirty, session.get(User, 1).fullname)
    cost("new with key", lambda: session.merge(User(id=9, name="nine")))
    cost("new", lambda: session.merge(User(name="no key")) in session.new)
    cost("load=False", lambda: tried(lambda: session.merge(User(id=2, name="x"), load=False)))
    other = Session(engine)
    bob = other.get(User, 2)
    bob.addresses
    other.close()
    cost("load=False detached", lambda: session.merge(bob, load=False).addresses)
    bob.name = "dirty"
    tried(lambda: session.merge(bob, load=False))
    cost("merge_all", lambda: session.merge_all([User(id=1, name="m"), User(id=9, name="n")]))
    u = session.get(User, 1)
    cost("same session", lambda: session.merge(u) is u)
    cost("options", lambda: session.merge(User(id=3, name="c"), options=[selectinload(User.addresses)]).addresses)
    session.flush()
    print(session.execute(select(User.id, User.name).order_by(User.id)).all())
    tried(lambda: session.merge("x"))
    tried(lambda: session.merge(None))
