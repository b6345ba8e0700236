"""Set operations of entities."""
from sqlalchemy import ForeignKey, String, alias, create_engine, except_, intersect, select, union, union_all
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, aliased, mapped_column, relationship
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


with Session(engine) as session:
    a, b = select(User).where(User.id < 3), select(User).where(User.id > 1)
    for op in (union, union_all, intersect, except_):
        shown(session.scalars(select(User).from_statement(op(a, b))))
        print(op(a, b))
    shown(session.execute(union(select(User.id, User.name), select(Address.id, Address.email)).order_by("name")))
    alias = aliased(User, union(a, b).subquery())
    shown(session.execute(select(alias, Address).join(Address, alias.addresses).order_by(Address.id)))
