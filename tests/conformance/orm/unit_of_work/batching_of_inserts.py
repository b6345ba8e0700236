"""Batching of inserts."""
from sqlalchemy import ForeignKey, String, create_engine, func, select
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
    session.add_all([User(name="a"), User(name="b"), User(name="c", fullname="C"), User(name="d"), User(id=50, name="e"), User(id=60, name="f"), User(id=70, name="g", fullname="G"), User(name="h")])
    session.flush()
    print(session.execute(select(User.id, User.name).order_by(User.id)).all())
    session.add_all([User(id=3000 + n, name=f"n{n}") for n in range(5)] + [User(id=4000, name="sql", fullname=func.upper("x")), User(id=4001, name="after")])
    session.flush()
    session.add_all([User(name=str(n), addresses=[Address(email=f"{n}@x"), Address(email=f"{n}@y")]) for n in range(3)])
    session.commit()
