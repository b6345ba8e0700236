"""Legacy bulk methods."""
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
    session.bulk_save_objects([User(name="a"), User(name="b", fullname="B"), User(name="c")])
    session.bulk_insert_mappings(User, [{"name": "d"}, {"name": "e"}])
    objs = [User(name="f")]
    session.bulk_save_objects(objs, return_defaults=True)
    print(objs[0].id)
    session.bulk_update_mappings(User, [{"id": 1, "name": "A"}, {"id": 2, "name": "BB", "fullname": "x"}])
    session.commit()
    print(session.execute(select(User.id, User.name, User.fullname)).all())
