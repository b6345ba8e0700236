"""Expire refresh and populate existing."""
from sqlalchemy import ForeignKey, String, create_engine, event, select, text
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


sent = []


@event.listens_for(engine, "before_cursor_execute")
def count(conn, cursor, statement, parameters, context, executemany):
    sent.append(statement)


def cost(title, make):
    sent.clear()
    result = make()
    print(f"{title}: {result} [{len(sent)}]")


with Session(engine) as session:
    u = session.get(User, 1)
    u.addresses
    session.execute(text("update user_account set name='sql', fullname='sql' where id=1"))
    cost("stale", lambda: u.name)
    session.expire(u, ["name"])
    cost("expired name", lambda: (u.name, u.fullname))
    cost("refresh one", lambda: (session.refresh(u, ["fullname"]), u.fullname)[1])
    u.name = "local"
    cost("query keeps", lambda: session.scalars(select(User).where(User.id == 1).execution_options(autoflush=False)).one().name)
    with session.no_autoflush:
        cost("populate_existing", lambda: session.scalars(select(User).where(User.id == 1).execution_options(populate_existing=True)).one().name)
    print(u in session.dirty)
    session.expire(u)
    cost("all", lambda: (u.name, u.addresses, u.fullname))
    session.expire(u, ["addresses"])
    cost("collection", lambda: u.addresses)
    cost("refresh with relationship", lambda: session.refresh(u, ["addresses", "name"]))
    session.expire_all()
    cost("address", lambda: u.addresses[0].email)
    session.refresh(u)
    cost("after refresh", lambda: (u.name, u.addresses))
    cost("get populate", lambda: session.get(User, 1, populate_existing=True).name)
    cost("for update", lambda: session.get(User, 1, with_for_update=True).name)
