"""Backref cascade and session."""
from sqlalchemy import ForeignKey, String, create_engine, select
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
    u = User(name="ann")
    session.add(u)
    a = Address(email="x", user=u)
    print(a in session)
    u.addresses.append(Address(email="y"))
    print(len(session.new))
    b = Address(email="z")
    session.add(b)
    v = User(name="bob", addresses=[b])
    print(v in session)
    b2 = Address(email="w")
    b2.user = v
    print(b2 in session)
    session.commit()
    print(session.execute(select(User.name, Address.email).join(User.addresses).order_by(Address.id)).all())
