"""History and is modified."""
from sqlalchemy import ForeignKey, String, create_engine, inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from sqlalchemy.orm.attributes import get_history
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


with Session(engine) as session:
    u = session.get(User, 1)
    h = lambda k: print(k, tuple(get_history(u, k)), session.is_modified(u), u in session.dirty)
    h("name")
    u.name = "ann"
    h("name")
    u.name = "zed"
    h("name")
    u.name = "ann"
    h("name")
    session.expire(u, ["fullname"])
    u.fullname = "new"
    h("fullname")
    h("addresses")
    u.addresses.append(Address(email="n"))
    h("addresses")
    del u.addresses[0]
    h("addresses")
    print(session.is_modified(u, include_collections=False))
    session.flush()
    h("addresses")
    a = u.addresses[0]
    print(tuple(get_history(a, "user")), tuple(inspect(a).attrs.user.load_history()))
    a.user = None
    print(tuple(get_history(a, "user")), inspect(a).attrs.user.history)
    del u.fullname
    h("fullname")
    print(inspect(u).attrs.fullname.history, inspect(u).committed_state)
