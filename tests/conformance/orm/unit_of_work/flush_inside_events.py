"""Flush inside events."""
from sqlalchemy import ForeignKey, String, create_engine, event, insert, select, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, object_session, relationship
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


@event.listens_for(User, "before_insert")
def on_insert(mapper, connection, target):
    target.fullname = target.name.title()
    connection.execute(text("select 1"))


@event.listens_for(User, "after_insert")
def after_insert(mapper, connection, target):
    connection.execute(insert(Address.__table__).values(email=f"{target.name}@auto", user_id=target.id))


@event.listens_for(User, "before_update")
def on_update(mapper, connection, target):
    print("before_update", target.name, object_session(target).is_modified(target))


@event.listens_for(User, "after_delete")
def after_delete(mapper, connection, target):
    print("after_delete", target.name)


with Session(engine) as session:
    session.add_all([User(name="ann"), User(name="bob")])
    session.flush()
    u = session.scalars(select(User)).first()
    print(u.fullname, u.addresses)
    u.addresses.append(Address(email="m"))
    session.flush()
    u.name = u.name
    session.flush()
    u.name = "ann"
    session.flush()
    session.delete(u)
    session.commit()
