"""Transaction forms."""
import re
from sqlalchemy import ForeignKey, String, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship, sessionmaker
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


Maker = sessionmaker(engine)
with Maker.begin() as session:
    session.add(User(name="a"))
with Maker() as session, session.begin():
    session.add(User(name="b"))
session = Maker()
print(session.in_transaction(), session.get_transaction())
session.begin()
tried(session.begin)
session.add(User(name="c"))
session.rollback()
print(session.in_transaction(), session.in_nested_transaction())
try:
    with session.begin():
        session.add(User(name="d"))
        raise ValueError("stop")
except ValueError as error:
    print(error)
print(session.scalars(select(User.name)).all())
session.commit()
session.commit()
with session.begin():
    with session.begin_nested() as nested:
        session.add(User(name="e"))
        print(session.in_nested_transaction(), nested.is_active, session.get_nested_transaction() is nested)
    sp = session.begin_nested()
    session.add(User(name="f"))
    sp.rollback()
    print(sp.is_active)
print(session.scalars(select(User.name)).all())
session.close()
tried(lambda: Session(engine, autobegin=False).execute(select(User)))
s = Session(engine, autobegin=False)
s.begin()
s.add(User(name="g"))
s.commit()
tried(lambda: s.add(User(name="h")))
closed = Session(engine, close_resets_only=False)
closed.close()
tried(lambda: closed.execute(select(User)))
