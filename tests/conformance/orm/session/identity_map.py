"""Identity map."""
import gc
from sqlalchemy import ForeignKey, String, create_engine, inspect, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, object_session, relationship
from sqlalchemy.orm.util import identity_key
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


session = Session(engine)
u = session.get(User, 1)
print(len(session.identity_map), session.identity_map.keys(), list(session.identity_map.values()))
print(session.scalars(select(User).where(User.name == "ann")).one() is u, session.scalars(select(User.id)).all(), len(session.identity_map))
key = inspect(u).identity_key
print(key, session.identity_map[key] is u, key in session.identity_map, session.identity_map.get(("x", 1), "none") if False else None)
print(session.identity_key(User, 3), session.identity_key(instance=u), session.identity_key(User, row=session.execute(select(User.__table__).where(User.id == 2)).one()))
print(identity_key(User, (5,)), object_session(u) is session, list(session))
del u
gc.collect()
print(len(session.identity_map))
u = session.get(User, 1)
u.name = "held"
del u
gc.collect()
print(len(session.identity_map), session.dirty)
session.flush()
gc.collect()
print(len(session.identity_map))
session.close()
print(len(session.identity_map))
