"""with_loader_criteria() of UPDATE and DELETE, as text and sent."""

import re
from sqlalchemy import *
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


def t(fn):
    try:
        r = str(fn())
    except Exception as x:
        r = f"{type(x).__name__}: {x}"
    print(re.sub("0x[0-9a-f]+", "0x", str(r)))


c = with_loader_criteria(User, User.name != "name")
sub = select(Address.id).where(Address.user_id == User.id).exists()
t(lambda: update(User).where(sub).values(name="n").options(c))
t(lambda: delete(User).where(sub).options(c))
t(lambda: update(User).values(name="n").options(c))
s.execute(update(User).values(name="n").options(c))
s.execute(delete(User).where(User.id == 99).options(c))
s.rollback()
