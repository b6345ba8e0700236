"""Criteria whose subqueries are of the entities that criteria are for: none applies inside itself."""

from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import *


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    addresses: Mapped[list["Address"]] = relationship(back_populates="user")


class Address(Base):
    __tablename__ = "addresses"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    email: Mapped[str]
    user: Mapped["User | None"] = relationship(back_populates="addresses")


e = create_engine("sqlite://")
Base.metadata.create_all(e)
s = Session(e)
s.add_all(
    [
        User(id=7, name="jack", addresses=[Address(id=1, email="a1")]),
        User(id=8, name="ed", addresses=[Address(id=2, email="a2")]),
    ]
)
s.commit()
mutual = with_loader_criteria(User, User.addresses.any()), with_loader_criteria(
    Address, Address.user.has(User.name != "n")
)
print(select(User.id).options(*mutual))
print(select(Address.id).options(*mutual))
print(s.scalars(select(User.name).options(*mutual)).all())
print(s.scalars(select(Address.email).options(*mutual)).all())
own = with_loader_criteria(
    Address, Address.id == select(Address.id).where(Address.email == "a1").scalar_subquery()
)
print(select(User).join(User.addresses).options(own))
print(s.scalars(select(User.name).join(User.addresses).options(own)).all())
AA = aliased(Address)
print(
    select(AA).options(
        with_loader_criteria(
            Address, Address.id.in_(select(Address.id).where(Address.user.has())), include_aliases=True
        )
    )
)
sub = select(Address.id).where(Address.email != "a1").subquery()
for opt in (lazyload, selectinload, joinedload, subqueryload):
    s.expunge_all()
    print(
        [
            len(u.addresses)
            for u in s.scalars(
                select(User).options(opt(User.addresses.and_(Address.id == sub.c.id)))
            ).unique()
        ]
    )
f = with_loader_criteria(Address, lambda cls: cls.id.in_(select(cls.id).where(cls.email == "a2")))
print(select(Address).options(f))
print(
    [
        len(u.addresses)
        for u in s.scalars(
            select(User).options(f, selectinload(User.addresses)).execution_options(populate_existing=True)
        )
    ]
)
