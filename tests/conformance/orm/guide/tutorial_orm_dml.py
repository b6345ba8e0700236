"""Tutorial orm dml."""
from sqlalchemy import ForeignKey, String, create_engine, delete, insert, select, update
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
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


with Session(engine) as session:
    session.add_all([
        User(name="spongebob", fullname="Spongebob Squarepants", addresses=[Address(email_address="spongebob@sqlalchemy.org")]),
        User(name="sandy", fullname="Sandy Cheeks", addresses=[Address(email_address="sandy@sqlalchemy.org"), Address(email_address="sandy@squirrelpower.org")]),
        User(name="patrick", fullname="Patrick Star"), User(name="squidward", fullname="Squidward Tentacles"), User(name="ehkrabs", fullname="Eugene H. Krabs")])
    session.commit()


def shown(result):
    for row in result:
        print("  ", row)


with Session(engine) as session:
    shown(session.scalars(insert(User).returning(User), [{"name": "a", "fullname": "A"}, {"name": "b", "fullname": "B"}]))
    session.execute(update(User).where(User.name == "sandy").values(fullname="Sandy Squirrel Extraordinaire"))
    session.execute(update(User).values(fullname="Username: " + User.name).where(User.id == 4))
    squidward = session.execute(select(User).where(User.name == "squidward")).scalar_one()
    print(squidward)
    session.execute(delete(Address).where(Address.user_id == 2))
    session.execute(delete(User).where(User.name == "squidward"))
    print(squidward in session)
    session.execute(update(User), [{"id": 1, "fullname": "x"}, {"id": 3, "fullname": "y"}])
    session.rollback()
