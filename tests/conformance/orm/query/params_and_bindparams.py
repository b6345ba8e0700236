"""Params and bindparams."""
from sqlalchemy import ForeignKey, String, bindparam, create_engine, select
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


with Session(engine) as session:
    stmt = select(User).where(User.name == bindparam("who"))
    print(session.scalars(stmt, {"who": "ann"}).all(), session.execute(stmt, {"who": "bob"}).scalars().all(), session.scalars(stmt.params(who="cy")).all())
    print(session.scalars(select(User).where(User.id.in_(bindparam("ids", expanding=True))).order_by(User.id), {"ids": [1, 3]}).all())
    try:
        session.scalars(stmt).all()
    except Exception as error:
        print(type(error).__name__, str(error).split("[SQL")[0])
    print(session.scalars(select(User).where(User.id == bindparam("i", callable_=lambda: 2))).all())
    print(str(select(User).where(User.name == "x").compile(compile_kwargs={"literal_binds": True})))
