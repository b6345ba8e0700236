"""Tutorial related objects."""
from sqlalchemy import ForeignKey, String, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, contains_eager, joinedload, mapped_column, relationship, selectinload
from typing import List, Optional


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    fullname: Mapped[Optional[str]]
    addresses: Mapped[List["Address"]] = relationship(back_populates="user")

    def __repr__(self) -> str:
        return f"User(id={self.id!r}, name={self.name!r}, fullname={self.fullname!r})"


class Address(Base):
    __tablename__ = "address"

    id: Mapped[int] = mapped_column(primary_key=True)
    email_address: Mapped[str]
    user_id = mapped_column(ForeignKey("user_account.id"))
    user: Mapped[User] = relationship(back_populates="addresses")

    def __repr__(self) -> str:
        return f"Address(id={self.id!r}, email_address={self.email_address!r})"


engine = create_engine("sqlite+pysqlite:///:memory:", echo=True)
Base.metadata.create_all(engine)


u1 = User(name="pkrabs", fullname="Pearl Krabs")
print(u1.addresses)
a1 = Address(email_address="pearl.krabs@gmail.com")
u1.addresses.append(a1)
print(u1.addresses, a1.user)
a2 = Address(email_address="pearl@aol.com", user=u1)
print(u1.addresses)
session = Session(engine)
session.add(u1)
print(u1 in session, a1 in session, a2 in session, u1.id, a1.user_id)
session.commit()
print(u1.id)
print(u1.addresses)
print(u1.addresses)
print(a1, a2)
print(select(Address.email_address).select_from(User).join(User.addresses))
print(select(Address.email_address).join_from(User, Address))
for user_obj in session.execute(select(User).options(selectinload(User.addresses))).scalars():
    print(user_obj.addresses)
stmt = select(User).options(selectinload(User.addresses)).order_by(User.id)
for row in session.execute(stmt):
    print(f"{row.User.name}  ({', '.join(a.email_address for a in row.User.addresses)})")
stmt = select(Address).options(joinedload(Address.user, innerjoin=True)).order_by(Address.id)
for row in session.execute(stmt):
    print(f"{row.Address.email_address} {row.Address.user.name}")
stmt = select(Address).join(Address.user).where(User.name == "pkrabs").options(contains_eager(Address.user)).order_by(Address.id)
for row in session.execute(stmt):
    print(f"{row.Address.email_address} {row.Address.user.name}")
print(select(Address).join(Address.user).where(User.name == "pkrabs").options(joinedload(Address.user)).order_by(Address.id))
