"""Changes in events."""
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


@event.listens_for(Address.email, "set")
def normalise(target, value, old, initiator):
    if target.user is not None:
        target.user.fullname = value.upper()


@event.listens_for(User, "before_update")
def count(mapper, connection, target):
    target.name = target.name + "+"


@event.listens_for(Session, "before_commit")
def last(session):
    for obj in session.identity_map.values():
        if isinstance(obj, User) and obj.name.endswith("+"):
            obj.name = obj.name + "!"


with Session(engine) as session:
    u = User(name="u")
    a = Address(email="x", user=u)
    session.add(u)
    session.flush()
    a.email = "y"
    session.commit()
    print(u.name, u.fullname)
