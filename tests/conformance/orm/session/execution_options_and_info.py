"""Execution options and info."""
from sqlalchemy import ForeignKey, String, create_engine, func, select, text
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


with Session(engine) as session:
    session.add_all([
        User(id=1, name="ann", fullname="Ann A", addresses=[Address(id=1, email="ann@a"), Address(id=2, email="ann@b")]),
        User(id=2, name="bob", fullname=None, addresses=[Address(id=3, email="bob@a")]),
        User(id=3, name="cy", fullname="Cy C")])
    session.commit()


session = Session(engine, info={"a": 1}, execution_options={"stream_results": False} if False else None)
session.info["b"] = 2
print(session.info)
Maker = sessionmaker(engine, info={"x": 1}, expire_on_commit=False)
s = Maker(info={"y": 2})
print(s.info, s.expire_on_commit, Maker)
Maker.configure(autoflush=False)
print(Maker().autoflush)
result = session.execute(select(User).order_by(User.id).execution_options(yield_per=2))
for part in result.scalars().partitions():
    print([u.name for u in part])
print(session.connection(execution_options={"isolation_level": "SERIALIZABLE"}).get_execution_options() if False else "")
print(session.execute(select(User.name).order_by(User.id)).scalars().first(), session.scalar(select(func.count(User.id))))
print(session.execute(text("select :x + 1"), {"x": 4}).scalar(), session.scalars(text("select name from user_account")).all())
print(session.execute(select(User).from_statement(text("select * from user_account where id = :i")), {"i": 2}).scalars().all())
