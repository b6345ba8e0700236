"""Bulk insert forms."""
import re
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy import ForeignKey, String, create_engine, func, insert, select
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


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


with Session(engine) as session:
    session.execute(insert(User), [{"name": "a"}, {"name": "b", "fullname": "B"}, {"name": "c"}])
    print(session.scalars(insert(User).returning(User), [{"name": "d"}, {"name": "e"}]).all())
    print(session.scalars(insert(User).returning(User, sort_by_parameter_order=True), [{"name": "f"}, {"name": "g"}]).all())
    print(session.execute(insert(User).values(name="h").returning(User.id)).one())
    print(session.execute(insert(User).values([{"name": "i"}, {"name": "j"}])).rowcount)
    session.execute(insert(User).values(fullname=func.upper("xx")), [{"name": "k"}, {"name": "l"}])
    session.execute(insert(User).from_select(["name"], select(User.name + "2").where(User.id < 3)))
    print(session.execute(select(User.name, User.fullname).order_by(User.id)).all())
    tried(lambda: session.execute(insert(User), [{"fullname": "no name"}]))
    session.rollback()
    session.execute(insert(User).execution_options(render_nulls=True), [{"name": "a", "fullname": None}, {"name": "b", "fullname": "c"}])
    session.execute(insert(User), {"name": "single"})
    stmt = sqlite_insert(User).values(id=1, name="up")
    stmt = stmt.on_conflict_do_update(index_elements=[User.id], set_={"name": stmt.excluded.name + "?"}).returning(User)
    print(session.scalars(stmt, execution_options={"populate_existing": True}).all())
    session.commit()
