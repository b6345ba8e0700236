"""load_only() of two columns after a step deeper."""

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    mapped_column,
    load_only,
    relationship,
    defaultload,
    joinedload,
    Session,
)


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    pw: Mapped[str]
    addresses: Mapped[list["Address"]] = relationship(lazy="joined")


class Address(Base):
    __tablename__ = "addresses"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str]
    pw: Mapped[str]
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))


try:
    print(
        select(User).options(
            load_only(User.name).defaultload(User.addresses).load_only(Address.id, Address.email)
        )
    )
except Exception as e:
    print(type(e).__name__, e)
try:
    print(
        Session()
        .query(User)
        .options(load_only(User.name).defaultload(User.addresses).load_only(Address.id, Address.email))
    )
except Exception as e:
    print(type(e).__name__, e)
