"""'*' selected from entities, alone and beside other columns."""

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


for star in ("*", text("*"), literal_column("*")):
    t(lambda: s.execute(select(star).select_from(User).join(Address).order_by(User.id, Address.id)).all())
    for f in (
        lambda: select(star, User.id).select_from(User),
        lambda: select(star, User).select_from(User),
        lambda: select(literal("x"), star).select_from(User),
        lambda: select(star, star).select_from(User),
        lambda: delete(User).where(User.id == 99).returning(star, User.id),
        lambda: insert(User).returning(star, User.id),
        lambda: update(User).values(name="x").returning(star, User),
    ):
        t(lambda: s.execute(f()).all())
        s.rollback()
