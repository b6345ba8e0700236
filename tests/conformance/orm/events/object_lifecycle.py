"""Object lifecycle."""
from sqlalchemy import ForeignKey, String, create_engine, event
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


log = []
for name in ("transient_to_pending", "pending_to_persistent", "pending_to_transient", "persistent_to_deleted", "deleted_to_detached", "deleted_to_persistent", "persistent_to_detached", "detached_to_persistent", "persistent_to_transient", "loaded_as_persistent"):
    event.listen(Session, name, lambda s, obj, name=name: log.append((name, obj.__dict__.get("name"))))


def told(title):
    print(title, log)
    log.clear()


session = Session(engine)
u, v = User(id=1, name="u"), User(id=2, name="v")
session.add_all([u, v])
told("add")
session.expunge(v)
told("expunge pending")
session.flush()
told("flush")
session.rollback()
told("rollback of new")
session.add(u)
session.commit()
told("again")
session.expunge(u)
session.add(u)
told("expunge and add")
session.delete(u)
session.flush()
told("delete")
session.rollback()
told("rollback of delete")
session.delete(u)
session.commit()
told("delete and commit")
session.add(v)
session.commit()
session.expunge_all()
told("expunge all")
w = session.get(User, 2)
told("get")
session.close()
told("close")
