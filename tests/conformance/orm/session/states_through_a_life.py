"""States through a life."""
from sqlalchemy import ForeignKey, String, create_engine, inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, make_transient, make_transient_to_detached, mapped_column, relationship
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


def state(obj):
    i = inspect(obj)
    print([n for n in ("transient", "pending", "persistent", "deleted", "detached") if getattr(i, n)], i.session_id is not None, i.key is not None)


u = User(id=1, name="ann")
state(u)
session = Session(engine)
session.add(u)
state(u)
session.expunge(u)
state(u)
session.add(u)
session.flush()
state(u)
session.expunge(u)
state(u)
session.add(u)
state(u)
session.delete(u)
state(u)
print(u in session, u in session.deleted)
session.flush()
state(u)
print(u in session, u in session.deleted)
session.rollback()
state(u)
session.add(u)
session.commit()
session.delete(u)
session.commit()
state(u)
make_transient(u)
state(u)
session.add(u)
session.rollback()
state(u)
v = User(id=7, name="v")
make_transient_to_detached(v)
state(v)
session.add(v)
state(v)
print(sorted(inspect(v).unloaded))
