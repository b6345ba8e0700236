"""Primaryjoin with criteria."""
from sqlalchemy import ForeignKey, and_, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, foreign, joinedload, mapped_column, relationship, selectinload


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    boston: Mapped[list["Address"]] = relationship(primaryjoin="and_(User.id == Address.user_id, Address.city == 'Boston')", viewonly=True)
    live: Mapped[list["Address"]] = relationship(primaryjoin=lambda: and_(User.id == foreign(Address.user_id), Address.live.is_(True)), viewonly=True)
    addresses: Mapped[list["Address"]] = relationship(back_populates="user")


class Address(Base):
    __tablename__ = "address"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    city: Mapped[str]
    live: Mapped[bool] = mapped_column(default=True)
    user: Mapped[User] = relationship(back_populates="addresses")


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add(User(id=1, name="ann", addresses=[Address(id=1, city="Boston"), Address(id=2, city="Rome", live=False)]))
    session.commit()
    u = session.get(User, 1)
    print([a.id for a in u.boston], [a.id for a in u.live], len(u.addresses))
    print(select(User).join(User.boston), User.live.any())
    session.expunge_all()
    print([[a.id for a in u.boston] for u in session.scalars(select(User).options(joinedload(User.boston), selectinload(User.live))).unique()])
