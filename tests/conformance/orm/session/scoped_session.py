"""Scoped session."""
import re
from sqlalchemy import ForeignKey, String, create_engine, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, scoped_session, sessionmaker
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


Scoped = scoped_session(sessionmaker(engine))
print(Scoped() is Scoped(), Scoped.registry.has())
Scoped.add(User(name="ann"))
Scoped.commit()
print(Scoped.scalars(select(User.name)).all(), Scoped.query(User).count(), Scoped.get(User, 1).name)
User.query = Scoped.query_property()
print(User.query.filter_by(name="ann").one().name, type(User.query).__name__)
one = Scoped()
Scoped.remove()
print(Scoped() is one, Scoped.registry.has())
tried(lambda: Scoped(autoflush=False))
Scoped.remove()
print(Scoped(autoflush=False).autoflush, Scoped.autoflush)
Scoped.autoflush = True
print(Scoped().autoflush, Scoped.bind is engine, Scoped.info, list(Scoped), Scoped.new, Scoped.dirty, Scoped.is_active)
with Scoped.begin():
    Scoped.add(User(name="bob"))
print(Scoped.execute(select(func.count(User.id))).scalar())
Scoped.close()
Scoped.remove()
keyed = scoped_session(sessionmaker(engine), scopefunc=lambda: where)
where = 1
a = keyed()
where = 2
print(keyed() is a, len(keyed.registry.registry))
keyed.remove()
where = 1
print(keyed() is a)
with Scoped() as s:
    s.get(User, 1)
