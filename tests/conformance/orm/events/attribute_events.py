"""Attribute events."""
from sqlalchemy import ForeignKey, String, create_engine, event, values
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from sqlalchemy.orm.attributes import flag_modified
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


@event.listens_for(User.name, "set", retval=True)
def on_set(target, value, oldvalue, initiator):
    print("set", value, oldvalue if isinstance(oldvalue, str) else getattr(oldvalue, "name", oldvalue), initiator.key)
    return value.strip()


@event.listens_for(User.addresses, "append", retval=True)
def on_append(target, value, initiator):
    print("append", value)
    return value


@event.listens_for(User.addresses, "remove")
def on_remove(target, value, initiator):
    print("remove", value)


@event.listens_for(User.addresses, "bulk_replace")
def on_bulk(target, values, initiator):
    print("bulk", values)


@event.listens_for(Address.user, "set")
def on_user(target, value, oldvalue, initiator):
    print("user", value, oldvalue if isinstance(oldvalue, User) or oldvalue is None else oldvalue.name)


@event.listens_for(User.fullname, "modified")
def on_modified(target, initiator):
    print("modified", initiator.key)


u = User(name="  ann ")
print(repr(u.name))
u.name = "b"
a, b = Address(email="a"), Address(email="b")
u.addresses.append(a)
b.user = u
u.addresses.remove(a)
u.addresses = [a, b]
u.addresses = [b]
del u.addresses[0]
flag_modified(u, "fullname") if u.fullname else None
u.fullname = "x"
flag_modified(u, "fullname")
with Session(engine) as session:
    session.add(u)
    session.commit()
    u.name = "later"
    u.name = "again"
