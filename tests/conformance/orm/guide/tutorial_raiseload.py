"""Tutorial raiseload."""
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship, selectinload
from typing import List


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user_account"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    addresses: Mapped[List["Address"]] = relationship(back_populates="user", lazy="raise_on_sql")


class Address(Base):
    __tablename__ = "address"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    user: Mapped["User"] = relationship(back_populates="addresses", lazy="raise_on_sql")


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add(User(name="ann", addresses=[Address(), Address()]))
    session.commit()
    u1 = session.execute(select(User)).scalars().first()
    try:
        u1.addresses
    except Exception as error:
        print(type(error).__name__, error)
    u1 = session.execute(select(User).options(selectinload(User.addresses)).execution_options(populate_existing=True)).scalars().first()
    print(len(u1.addresses), u1.addresses[0].user is u1)
