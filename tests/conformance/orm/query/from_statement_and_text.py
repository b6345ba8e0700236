"""From statement and text."""
import re
from sqlalchemy import ForeignKey, String, create_engine, insert, inspect, select, text
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
    session.add_all([
        User(id=1, name="ann", fullname="Ann A", addresses=[Address(id=1, email="ann@a"), Address(id=2, email="ann@b")]),
        User(id=2, name="bob", fullname=None, addresses=[Address(id=3, email="bob@a")]),
        User(id=3, name="cy", fullname="Cy C")])
    session.commit()


def shown(result):
    for row in result:
        print("  ", row)


def tried(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x..", str(error)).split("(Background")[0].strip())


with Session(engine) as session:
    shown(session.scalars(select(User).from_statement(text("select id, name, fullname from user_account where name = :n").bindparams(n="ann"))))
    shown(session.execute(select(User, Address).from_statement(text("select u.id, u.name, u.fullname, a.id, a.email, a.user_id from user_account u join address a on a.user_id = u.id order by a.id").columns(User.id, User.name, User.fullname, Address.id, Address.email, Address.user_id))))
    shown(session.execute(select(User.name, User.id).from_statement(text("select id, name from user_account order by id"))))
    u = session.scalars(select(User).from_statement(text("select id from user_account where id = 2"))).one()
    print(sorted(inspect(u).unloaded), u.name)
    shown(session.scalars(select(User).from_statement(select(User.__table__).where(User.__table__.c.id > 1).order_by(User.__table__.c.id))))
    shown(session.scalars(select(User).where(text("name = 'cy'")).order_by(text("id desc"))))
    tried(lambda: select(User).from_statement(text("select 1")).where(User.id == 1))
    tried(lambda: session.scalars(select(User).from_statement(text("select name from user_account"))).all())
    tried(lambda: session.scalars(select(User).from_statement("select 1")))
    stmt = insert(User).values(name="ins").returning(User)
    shown(session.scalars(select(User).from_statement(stmt)))
