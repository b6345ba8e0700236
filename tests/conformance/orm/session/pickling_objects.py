"""Pickling objects."""
import pickle
import sys
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


for class_ in (User, Address):
    setattr(sys.modules["__main__"], class_.__name__, class_)
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
    u.addresses
    data = pickle.dumps(u)
v = pickle.loads(data)
print(v.name, v.addresses, inspect(v).detached, inspect(v).key)
with Session(engine) as session:
    session.add(v)
    v.name = "changed"
    session.commit()
    print(session.scalars(select(User.name).order_by(User.id)).all())
w = pickle.loads(pickle.dumps(User(name="t")))
print(w.name, inspect(w).transient)
