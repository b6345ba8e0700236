"""Result forms."""
import re
from sqlalchemy import ForeignKey, String, create_engine, func, select
from sqlalchemy.orm import Bundle, DeclarativeBase, Mapped, Session, aliased, mapped_column, relationship
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
    session.add_all([
        User(id=1, name="ann", fullname="Ann A", addresses=[Address(id=1, email="ann@a"), Address(id=2, email="ann@b")]),
        User(id=2, name="bob", fullname=None, addresses=[Address(id=3, email="bob@a")]),
        User(id=3, name="cy", fullname="Cy C")])
    session.commit()


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


with Session(engine) as session:
    r = session.execute(select(User, Address).join(User.addresses).order_by(Address.id))
    print(r.keys(), r.first())
    print(session.execute(select(User.name, Address.email.label("mail")).join(User.addresses).order_by(Address.id)).mappings().all())
    row = session.execute(select(User, User.name, func.count(Address.id)).join(User.addresses).group_by(User.id).order_by(User.id)).first()
    print(row, row.User, row.name, row._fields, row._mapping["count"] if "count" in row._mapping else row[2], row._asdict())
    tried(lambda: session.scalars(select(User)).one())
    tried(lambda: session.scalars(select(User).where(User.id == 99)).one())
    print(session.scalars(select(User).where(User.id == 99)).one_or_none(), session.scalars(select(User.name).order_by(User.id)).fetchmany(2))
    tried(lambda: session.execute(select(User)).scalar_one())
    print(session.execute(select(User.name).order_by(User.id)).columns(0).all(), session.execute(select(User)).unique().scalars().first())
    print(session.execute(select(User.id, User.name)).tuples().all()[0], session.scalars(select(Address.user_id)).unique().all())
    al = aliased(User, name="boss")
    print(session.execute(select(User, al).join(al, al.id == User.id + 1).order_by(User.id)).keys())
    print(session.execute(select(Bundle("b", User.id, User.name)).order_by(User.id)).first().b.name)
    frozen = session.execute(select(User).order_by(User.id)).freeze()
    print(frozen().scalars().all(), frozen().scalars().first())
