"""Mapper events."""
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


order = []
for name in ("before_insert", "after_insert", "before_update", "after_update", "before_delete", "after_delete"):
    for cls in (User, Address):
        event.listen(cls, name, lambda m, c, t, name=name: order.append((name, repr(t))))
with Session(engine) as session:
    u, v = User(id=1, name="u", addresses=[Address(id=1, email="e"), Address(id=2, email="f")]), User(id=2, name="v")
    session.add_all([u, v])
    session.flush()
    print(order)
    order.clear()
    u.name = "w"
    v.addresses.append(u.addresses[0])
    session.flush()
    print(order)
    order.clear()
    session.delete(u)
    session.commit()
    print(order)
