"""Savepoints and state."""
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


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)


with Session(engine) as session:
    u = User(id=1, name="ann")
    session.add(u)
    session.flush()
    try:
        with session.begin_nested():
            u.name = "changed"
            v = User(id=2, name="v")
            session.add(v)
            session.flush()
            session.add(User(id=1, name="dup"))
            session.flush()
    except Exception as error:
        print(type(error).__name__)
    print(inspect(u).expired, u.name, v in session, inspect(v).transient)
    with session.begin_nested():
        u.name = "kept"
    print(u.name, "name" in inspect(u).dict)
    nested = session.begin_nested()
    session.delete(u)
    session.flush()
    nested.rollback()
    print(u in session, u.name)
    session.commit()
    print(session.scalars(select(User.name)).all())
