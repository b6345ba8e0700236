"""Session basics patterns."""
from sqlalchemy import ForeignKey, String, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship, sessionmaker
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


with Session(engine) as session:
    session.add_all([
        User(name="spongebob", fullname="Spongebob Squarepants", addresses=[Address(email_address="spongebob@sqlalchemy.org")]),
        User(name="sandy", fullname="Sandy Cheeks", addresses=[Address(email_address="sandy@sqlalchemy.org"), Address(email_address="sandy@squirrelpower.org")]),
        User(name="patrick", fullname="Patrick Star"), User(name="squidward", fullname="Squidward Tentacles"), User(name="ehkrabs", fullname="Eugene H. Krabs")])
    session.commit()


Maker = sessionmaker(bind=engine)
with Maker() as session:
    session.begin()
    try:
        session.add(User(name="x"))
    except:
        session.rollback()
        raise
    else:
        session.commit()
with Maker() as session:
    with session.begin():
        session.add(User(name="y"))
with Maker.begin() as session:
    session.merge(User(id=1, name="merged"))
with Maker() as session:
    for n in range(3):
        try:
            with session.begin_nested():
                session.merge(User(id=n, name=None if n == 1 else "ok"))
        except Exception as error:
            print(type(error).__name__, n)
    session.commit()
    u1 = session.scalars(select(User).filter_by(name="y")).one()
    session.expire(u1)
    session.refresh(u1, attribute_names=["name"])
    print(session.scalars(select(User.name).order_by(User.id)).all())
    session.expunge(u1)
    print(u1.name)
