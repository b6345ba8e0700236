"""Bundles."""
from sqlalchemy import ForeignKey, String, create_engine, label, select
from sqlalchemy.orm import Bundle, DeclarativeBase, Mapped, Session, mapped_column, relationship
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


class Pretty(Bundle):
    def create_row_processor(self, query, procs, labels):
        def proc(row):
            return " ".join(f"{label}={p(row)}" for label, p in zip(labels, procs))

        return proc


class DictBundle(Bundle):
    def create_row_processor(self, query, procs, labels):
        return lambda row: dict(zip(labels, (p(row) for p in procs)))


with Session(engine) as session:
    b = Bundle("user", User.id, User.name)
    for row in session.execute(select(b).where(b.c.name > "a").order_by(User.id)):
        print(row.user.id, row.user.name, row.user)
    shown(session.execute(select(Bundle("u", User.name), Bundle("a", Address.email)).join(User.addresses).order_by(Address.id)))
    shown(session.scalars(select(Bundle("one", User.id, User.name, single_entity=True)).order_by(User.id)))
    shown(session.execute(select(Pretty("p", User.id, User.name)).order_by(User.id)))
    shown(session.execute(select(DictBundle("d", User.id, User.name)).order_by(User.id)))
    shown(session.execute(select(Bundle("outer", User.id, Bundle("inner", User.name, User.fullname))).order_by(User.id)))
