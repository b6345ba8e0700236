"""Tutorial data manipulation."""
import re
from sqlalchemy import ForeignKey, String, create_engine, select
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


squidward = User(name="squidward", fullname="Squidward Tentacles")
krabs = User(name="ehkrabs", fullname="Eugene H. Krabs")
print(squidward)
session = Session(engine)
session.add(squidward)
session.add(krabs)
print(session.new)
session.flush()
print(squidward.id, krabs.id)
some_squidward = session.get(User, 1)
print(some_squidward, some_squidward is squidward)
session.commit()
session.add(User(name="sandy", fullname="Sandy Cheeks"))
session.commit()
sandy = session.execute(select(User).filter_by(name="sandy")).scalar_one()
print(sandy)
sandy.fullname = "Sandy Squirrel"
print(sandy in session.dirty)
sandy_fullname = session.execute(select(User.fullname).where(User.id == 3)).scalar_one()
print(sandy_fullname, sandy in session.dirty)
patrick = session.get(User, 2)
session.delete(patrick)
session.execute(select(User).where(User.name == "patrick")).first()
print(patrick in session)
session.rollback()
print("fullname" in sandy.__dict__, sorted(k for k in sandy.__dict__))
print(sandy.fullname, patrick in session, session.execute(select(User).where(User.name == "ehkrabs")).scalar_one() is patrick)
session.close()
try:
    squidward.name
except Exception as error:
    print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)))
session.add(squidward)
print(squidward.name)
session.close()
